"""F1 over thresholds: against counting by hand, and the rules."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from explorer.analysis.thresholds import best, f1_at, f1_over, rules, step_curve, table_curve
from explorer.study.table import Sample, Table

ROWS = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        arrays.arrays(np.float64, n, elements=st.floats(-9, 9).map(lambda value: round(value, 1))),
        arrays.arrays(np.float64, n, elements=st.sampled_from((0.0, 0.3, 1.0))),
    )
)


def sample(logits: object, targets: object) -> Sample:
    return Table.of(logits, targets).sample(0)  # type: ignore[arg-type]


def counted(logits: np.ndarray, targets: np.ndarray, threshold: float) -> float:
    predicted = {i for i, s in enumerate(logits.ravel()) if s > threshold}
    true = {i for i, t in enumerate(targets.ravel()) if t > 0.5}
    if not predicted and not true:
        return 1.0
    return 2 * len(predicted & true) / (len(predicted) + len(true))


@given(ROWS, st.lists(st.floats(-10, 10), min_size=1, max_size=5))
def test_f1_is_what_counting_gives(row: tuple[np.ndarray, np.ndarray], thresholds: list[float]) -> None:
    logits, targets = row
    at = [*thresholds, *logits.tolist()]
    np.testing.assert_allclose(f1_over(logits, targets, at), [counted(logits, targets, each) for each in at])


@given(ROWS)
def test_nothing_is_better_than_the_best(row: tuple[np.ndarray, np.ndarray]) -> None:
    logits, targets = row
    at, largest = best(sample(logits, targets))
    assert counted(logits, targets, at) == pytest.approx(largest)
    for other in (*logits, *(logits - 1e-3), -100.0, 100.0):
        assert counted(logits, targets, other) <= largest + 1e-12


def test_of_equally_good_thresholds_the_one_nearest_to_0() -> None:
    assert best(sample([-4.0, -2.0, 3.0], [0.0, 0.0, 1.0])) == (0.5, 1.0)


@given(ROWS)
def test_steps_are_the_curve(row: tuple[np.ndarray, np.ndarray]) -> None:
    logits, targets = row
    x, y = step_curve(sample(logits, targets), -10.0, 10.0)
    assert (x[0], x[-1]) == (-10.0, 10.0)
    assert (np.diff(x) >= 0).all()
    for left, right, height in zip(x[:-1], x[1:], y[:-1], strict=True):
        if right > left:
            assert height == pytest.approx(counted(logits, targets, (left + right) / 2))


def test_rules_by_their_names() -> None:
    row = sample([1.44, -0.8, 4.11, 3.22, -0.6], [1.0, 1.0, 0.0, 0.0, 0.0])
    found = {rule.name: rule for rule in rules(row)}
    assert found["s > 0"].decision.tolist() == [True, False, True, True, False]
    assert found["s > 0"].f1 == pytest.approx(0.4)
    assert found["σ(s) > 0.3"].threshold == pytest.approx(np.log(0.3 / 0.7))
    assert found["σ(s) > 0.3"].decision.tolist() == [True, True, True, True, True]
    assert found["σ(2s) > 0.3"].decision.tolist() == [True, False, True, True, False]
    assert found["top 2"].decision.tolist() == [False, False, True, True, False]
    assert found["best here"].f1 == max(rule.f1 for rule in found.values())
    shares = np.exp(row.logits) / np.exp(row.logits).sum()
    assert found["softmax > 1/n"].decision.tolist() == (shares > 0.2).tolist()


@given(st.floats(-30, 30))
def test_sigma_and_sigma_of_double_decide_alike_at_one_half(logit: float) -> None:
    row = sample([logit], [1.0])
    rule = rules(row)[0]
    assert rule.decision[0] == (logit > 0)
    if abs(logit) > 1e-12:
        assert (1 / (1 + np.exp(-logit)) > 0.5) == (1 / (1 + np.exp(-2 * logit)) > 0.5) == rule.decision[0]


def test_nan_has_no_f1_and_no_best() -> None:
    row = sample([np.nan, 1.0], [1.0, 0.0])
    assert np.isnan(f1_at(row, 0.0))
    assert np.isnan(best(row)).all()
    assert all(np.isnan(rule.f1) for rule in rules(row))


def test_a_table_counts_all_samples_together() -> None:
    logits, targets = np.array([[2.0, -1.0], [0.5, 3.0]]), np.array([[1.0, 1.0], [0.0, 1.0]])
    found = table_curve(Table.of(logits, targets), np.array([-2.0, 0.0, 1.0]))
    assert found is not None
    np.testing.assert_allclose(found, [counted(logits, targets, at) for at in (-2.0, 0.0, 1.0)])
    assert table_curve(Table.of(np.zeros((300, 200)), np.zeros((300, 200))), np.zeros(1)) is None
