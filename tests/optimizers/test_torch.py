"""Every optimizer, with each of its settings, against torch.optim: 100 updates in float64."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.optimizers import OPTIMIZERS
from tests.optimizers.settings import (
    CASES,
    GOALS,
    START,
    UPDATES,
    WEIGHTS,
    Case,
    gradient,
    largest_difference,
    ours,
)

LEAST_DIGITS = 5e-12  # of a weight, relative above 1; 1e-16 a rounding, more where steps nearly change sign


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.key}, {case.words}")
def test_as_torch_optim(case: Case) -> None:
    pytest.importorskip("torch")
    assert largest_difference(case) < LEAST_DIGITS


def test_every_optimizer_and_parameter_is_compared() -> None:
    for key, optimizer in OPTIMIZERS.own.items():
        cases = [case for case in CASES if case.key == key]
        assert any(case.decay for case in cases), key
        assert any(not case.decay for case in cases), key
        for parameter in optimizer.parameters:
            assert any(parameter.name in case.settings for case in cases), (key, parameter.name)


def test_a_setting_changes_the_path() -> None:
    """Or the comparison above would not notice that it is left out."""
    for case in CASES:
        usual = OPTIMIZERS[case.key].settings()
        for name in (name for name, number in case.settings.items() if number != usual[name]):
            fewer = {other: number for other, number in case.settings.items() if other != name}
            other = Case(case.key, case.name, {}, fewer, case.rate, case.decay)
            assert np.max(np.abs(ours(case) - ours(other))) > 1e-9, (case, name)


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_numpy_and_torch_agree(key: str) -> None:
    torch = pytest.importorskip("torch")
    optimizer = OPTIMIZERS[key]
    settings = optimizer.settings()
    weights, tensor = START, torch.tensor(START)
    slots, kept = optimizer.start(weights), optimizer.start(tensor)
    goals, scales = torch.tensor(GOALS), torch.tensor(WEIGHTS)
    for count in range(1, UPDATES + 1):
        numbers = optimizer.coefficients(count, 0.05, 0.01, **settings)
        weights, slots = optimizer.update(weights, gradient(weights), slots, numbers)
        tensor, kept = optimizer.update(tensor, gradient(tensor, goals, scales), kept, numbers)
    assert np.max(np.abs(tensor.numpy() - weights)) < LEAST_DIGITS
    for mine, theirs in zip(slots, kept, strict=True):
        assert np.max(np.abs(theirs.numpy() - mine)) < LEAST_DIGITS
