"""Reductions of losses: against sums and means of what is evaluated sample by sample."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis import reductions
from explorer.analysis.evaluation import evaluate
from explorer.analysis.reductions import REDUCTIONS, Spread, reduced, terms, values_of_table
from explorer.analysis.survey import survey
from explorer.losses import LOSSES
from explorer.study.state import State
from explorer.study.study import ShownLoss, Study
from explorer.study.table import Table

SHOWN = (ShownLoss("bce"), ShownLoss("zlpr", on=False), ShownLoss("soft_zlpr"))


def state(rows: int = 4, classes: int = 3) -> State:
    random = np.random.default_rng(5)
    table = Table.of(
        random.normal(0, 2, (rows, classes)), (random.random((rows, classes)) < 0.4).astype(float)
    )
    return State(Study("test", table, SHOWN))


def test_sums_and_means_of_a_small_table() -> None:
    now = state()
    values = values_of_table(now)
    assert values is not None
    logits, targets = now.study.table.arrays()
    for place, key in enumerate(("bce", "soft_zlpr")):
        every = [float(LOSSES[key].value(s, t)) for s, t in zip(logits, targets, strict=True)]
        np.testing.assert_allclose(values[place], every, rtol=1e-14)
        found = reduced(now.sample, evaluate(now.sample, ShownLoss(key)), values[place])
        assert found["sum"] == pytest.approx(every[0])
        assert found["mean"] == pytest.approx(every[0] / 3)
        assert found["total"] == pytest.approx(sum(every))
        assert found["batch"] == pytest.approx(sum(every) / 4)
        assert found["all"] == pytest.approx(sum(every) / 12)
        assert set(found) == {each.key for each in REDUCTIONS}


def test_the_sum_over_samples_of_the_largest_numbers_is_infinite() -> None:
    table = Table.of(np.full((4, 2), 1e308), np.zeros((4, 2)))
    now = State(Study("test", table, (ShownLoss("zlpr"),)))
    values = values_of_table(now)
    assert values is not None
    assert np.isfinite(values[0]).all()
    found = reduced(now.sample, evaluate(now.sample, ShownLoss("zlpr")), values[0])
    assert (found["sum"], found["total"], found["all"]) == (values[0][0], np.inf, np.inf)


def test_the_known_numbers_of_one_sample() -> None:
    row = Table.of([2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 1.0, 0.0]).sample(0)
    found = reduced(row, evaluate(row, ShownLoss("bce")), None)
    assert found["sum"] == pytest.approx(0.96285, abs=5e-6)
    assert found["mean"] == pytest.approx(0.24071, abs=5e-6)
    assert (found["total"], found["batch"], found["all"]) == (None, None, None)


@pytest.mark.parametrize("key", LOSSES)
def test_terms_are_of_losses_that_are_sums_of_them(key: str) -> None:
    row = Table.of([2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 0.0, 0.0]).sample(0)
    evaluation = evaluate(row, ShownLoss(key))
    found = terms(row, evaluation)
    assert (found is not None) == (LOSSES[key].elementwise and evaluation.refusal is None)
    if found is not None:
        assert found.sum() == pytest.approx(evaluation.value)
        assert reduced(row, evaluation, None)["none"] == Spread(found.min(), found.max())


def test_of_a_large_table_the_survey_says_it_where_it_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    now = state()
    wanted = values_of_table(now)
    monkeypatch.setattr(reductions, "MOST_NUMBERS", 5)
    assert values_of_table(now) is None
    known = State(now.study, now.look, results={"survey": survey(now.study)})
    found = values_of_table(known)
    assert found is not None
    assert wanted is not None
    np.testing.assert_array_equal(found, wanted)
    edited = known.with_study(known.study.with_table(known.study.table.with_logit(0, 0, 9.0)))
    assert values_of_table(edited) is None
