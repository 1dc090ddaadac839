"""Sweeps over epsilon and over the scale: known numbers, and what a fine search finds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.evaluation import evaluate
from explorer.analysis.sweeps import best_scale, epsilon_of, over_epsilon, smooths
from explorer.catalogue.smoothing import NAMES
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from explorer.study.table import Sample, Table


def sample(logits: object, targets: object) -> Sample:
    return Table.of(logits, targets).sample(0)  # type: ignore[arg-type]


CENTRED = np.array([1.5, 1.2, 1.0]) - np.mean([1.5, 1.2, 1.0])


def best(key: str, row: Sample, **settings: float) -> tuple[float, float]:
    return best_scale(row, evaluate(row, ShownLoss(key, tuple(settings.items()))))


def test_smoothing_makes_the_best_scale_finite() -> None:
    row = sample([1.5, 1.2, 1.0], [1.0, 0.0, 0.0])
    scale, value = best("label_smoothing", row, epsilon=0.1)
    assert scale == pytest.approx(8.656, abs=0.01)
    # there the mean logit under the probabilities is that under the smoothed targets
    shares = np.exp(scale * row.logits) / np.exp(scale * row.logits).sum()
    wanted = np.array([0.9, 0.0, 0.0]) + 0.1 / 3.0
    assert shares @ row.logits == pytest.approx(wanted @ row.logits, rel=1e-13)
    assert value == pytest.approx(-(wanted * np.log(shares)).sum())
    for convention in range(len(NAMES)):
        found = best("smoothed_zlpr", sample(CENTRED, row.targets), epsilon=0.1, convention=float(convention))
        assert 4.0 < found[0] < 7.0


def test_a_right_sign_everywhere_falls_for_ever_and_a_wrong_one_is_best_at_0() -> None:
    right = sample([2.0, -1.0, 0.5], [1.0, 0.0, 1.0])
    assert best("zlpr", right)[0] == math.inf
    assert best("bce", right)[0] == math.inf
    # both others lie above 0, where ZLPR has its threshold: growing makes it worse almost at once
    wrong = sample([1.5, 1.2, 1.0], [1.0, 0.0, 0.0])
    assert best("zlpr", wrong)[0] == pytest.approx(0.02, abs=0.001)
    wrong = sample([1.5, 1.4, 1.3], [1.0, 0.0, 0.0])
    assert best("zlpr", wrong) == (0.0, pytest.approx(math.log(3.0) + math.log(2.0)))


@given(st.integers(0, 1000))
def test_no_scale_is_better_than_the_best(seed: int) -> None:
    random = np.random.default_rng(seed)
    row = sample(random.normal(0.0, 1.0, 5), np.eye(5)[0])
    evaluation = evaluate(row, ShownLoss("label_smoothing", (("epsilon", 0.2),)))
    found = best_scale(row, evaluation)
    values = evaluation.given.value(np.geomspace(0.01, 100.0, 400)[:, None] * row.logits)
    assert found.value <= values.min() + 1e-9


def test_what_is_undefined_has_no_best_scale() -> None:
    assert np.isnan(best("zlpr", sample([1.0, 2.0], [0.3, 0.0]))).all()
    assert np.isnan(best("bce", sample([np.nan, 2.0], [1.0, 0.0]))).all()


# One epsilon of 0.1 means another thing in every library: BCE averaged over these four classes.
FOUR = sample([2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 1.0, 0.0])


@pytest.mark.parametrize(
    ("name", "value"), [("all", 0.3126), ("others", 0.3365), ("half", 0.3220), ("flip", 0.4032)]
)
def test_one_epsilon_by_four_conventions(name: str, value: float) -> None:
    shown = ShownLoss("smoothed_bce", (("convention", float(NAMES.index(name))),))
    found = over_epsilon(FOUR, shown, [0.0, 0.1])
    assert found[0] / 4 == pytest.approx(0.24071, abs=5e-6)
    assert found[1] / 4 == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize("key", [key for key, loss in LOSSES.items() if smooths(loss)])
def test_the_curve_passes_through_the_loss_as_it_is_set(key: str) -> None:
    row = sample([2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 0.0, 0.0])
    shown = ShownLoss(key, (("epsilon", 0.25),))
    evaluation = evaluate(row, shown)
    assert evaluation.refusal is None
    assert epsilon_of(evaluation) == 0.25
    assert over_epsilon(row, shown, [0.0, 0.25])[1] == pytest.approx(evaluation.value, rel=1e-14)
    assert over_epsilon(row, shown, [0.25], at_optimum=True)[0] == pytest.approx(
        evaluation.lowest, nan_ok=True
    )


def test_a_loss_without_epsilon_has_none() -> None:
    assert np.isnan(epsilon_of(evaluate(FOUR, ShownLoss("zlpr"))))
