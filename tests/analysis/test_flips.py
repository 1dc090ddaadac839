"""Changes by one flipped label: against the loss evaluated with the other label, for every loss there is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis import flips
from explorer.analysis.evaluation import evaluate
from explorer.analysis.flips import changes, flipped, is_whole, ranking
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from explorer.study.table import Sample, Table

KEYS = tuple(key for key, loss in LOSSES.items() if not loss.takes_other_logits)


def sample(logits: object, targets: object) -> Sample:
    return Table.of(logits, targets).sample(0)  # type: ignore[arg-type]


def one_by_one(row: Sample, shown: ShownLoss) -> np.ndarray:
    """Evaluate the loss once for every class."""
    loss, settings = LOSSES[shown.key], dict(shown.settings)
    before = loss.value(row.logits, row.targets, **settings)
    found = []
    for index in range(len(row.logits)):
        targets = row.targets.copy()
        targets[index] = 0.0 if targets[index] > 0.5 else 1.0
        found.append(float(loss.value(row.logits, targets, **settings) - before))
    return np.array(found)


@pytest.mark.parametrize("key", KEYS)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 9), soft=st.booleans())
def test_every_loss_flips_as_if_it_were_evaluated_again(key: str, seed: int, count: int, soft: bool) -> None:
    random = np.random.default_rng(seed)
    targets = random.random(count) if soft else (random.random(count) < 0.4).astype(float)
    if not soft and seed % 2:
        targets = np.eye(count)[seed % count]
    row, shown = sample(random.normal(0.0, 3.0, count), targets), ShownLoss(key)
    evaluation = evaluate(row, shown)
    found = changes(row, evaluation)
    if evaluation.refusal is not None:
        assert np.isnan(found).all()
        return
    wanted = one_by_one(row, shown)
    size = 1.0 + abs(evaluation.value)
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-11 * size)


def test_a_flip_of_bce_changes_it_by_the_logit() -> None:
    row = sample([2.0, -3.0, 0.5], [1.0, 1.0, 0.0])
    np.testing.assert_allclose(changes(row, evaluate(row, ShownLoss("bce"))), [2.0, -3.0, -0.5], rtol=1e-14)


def test_parts_are_gathered_without_subtraction() -> None:
    row = sample([800.0, -5.0, 1.0], [0.0, 0.0, 1.0])
    found = changes(row, evaluate(row, ShownLoss("zlpr")))
    assert found[0] == pytest.approx(np.log1p(np.exp(-5.0)) - 800.0)
    assert found[1] == pytest.approx(np.logaddexp(np.logaddexp(0.0, -1.0), 5.0) - np.logaddexp(0.0, -1.0))


def test_settings_a_class_and_conventions_are_kept() -> None:
    row = sample([0.3, -2.0, 1.5, 4.0], [1.0, 0.0, 0.0, 1.0])
    for shown in (
        ShownLoss("bce", (("pos_weight", (1.0, 2.0, 3.0, 0.5)),)),
        ShownLoss("smoothed_bce", (("epsilon", 0.3), ("convention", 1.0))),
        ShownLoss("smoothed_zlpr", (("epsilon", 0.3), ("convention", 3.0))),
    ):
        np.testing.assert_allclose(changes(row, evaluate(row, shown)), one_by_one(row, shown), rtol=1e-10)


def test_refused_and_undefined_flips_are_nan() -> None:
    soft = sample([1.0, 2.0], [0.3, 0.0])
    assert np.isnan(changes(soft, evaluate(soft, ShownLoss("zlpr")))).all()
    broken = sample([np.nan, 2.0], [1.0, 0.0])
    assert np.isnan(changes(broken, evaluate(broken, ShownLoss("bce")))).all()


def test_nan_targets_are_flipped_to_a_label() -> None:
    np.testing.assert_array_equal(flipped(np.array([0.0, 1.0, 0.5, 0.7, np.nan])), [1, 0, 1, 0, 1])


def test_of_very_many_classes_a_loss_without_parts_says_the_telling_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(flips, "MOST_ONE_BY_ONE", 20)
    monkeypatch.setattr(flips, "TELLING", 5)
    monkeypatch.setattr(flips, "_has_local_parts", lambda evaluation: False)
    flips._changes.cache_clear()
    random = np.random.default_rng(3)
    row = sample(random.normal(0.0, 3.0, 40), (random.random(40) < 0.2).astype(float))
    evaluation = evaluate(row, ShownLoss("zlpr"))
    found = changes(row, evaluation)
    flips._changes.cache_clear()
    there = np.flatnonzero(np.isfinite(found))
    assert set(there) == set(np.argsort(-np.abs(evaluation.gradient))[:5])
    np.testing.assert_allclose(found[there], one_by_one(row, ShownLoss("zlpr"))[there], rtol=1e-10)
    assert not is_whole(evaluation, 40)
    assert is_whole(evaluation, 20)


def test_the_most_helpful_flip_of_any_loss_comes_first() -> None:
    one, other = np.array([0.5, -1.0, np.nan, 2.0]), np.array([-3.0, 0.0, np.nan, np.nan])
    np.testing.assert_array_equal(ranking([one, other], 4), [0, 1, 3, 2])
    np.testing.assert_array_equal(ranking([], 3), [0, 1, 2])
