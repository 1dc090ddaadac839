"""Updates of a batch: every run as if it were alone, digits kept, nothing written to in place."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from explorer.optimizers import OPTIMIZERS, Optimizer
from tests.optimizers.settings import GOALS, START, WEIGHTS, gradient

RUNS = len(START)
UPDATES = 30


def column(numbers: Any) -> np.ndarray:
    return np.asarray(numbers, dtype=np.float64).reshape(RUNS, 1, 1)


RATES = column(np.geomspace(1e-3, 0.3, RUNS))
DECAYS = column(np.linspace(0.0, 0.2, RUNS))


def varied(optimizer: Optimizer) -> dict[str, np.ndarray]:
    """Give every setting another value in every run."""
    return {
        parameter.name: column(
            np.arange(RUNS) % 2 if parameter.kind == "integer" else np.linspace(*parameter.span, RUNS)
        )
        for parameter in optimizer.parameters
    }


def trained(optimizer: Optimizer, rows: slice, rate: Any, decay: Any, settings: dict[str, Any]) -> np.ndarray:
    weights = START[rows]
    slots = optimizer.start(weights)
    for count in range(1, UPDATES + 1):
        slopes = gradient(weights, GOALS[rows], WEIGHTS[rows])
        numbers = optimizer.coefficients(count, rate, decay, **settings)
        weights, slots = optimizer.update(weights, slopes, slots, numbers)
    return weights


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_a_run_in_a_batch_is_the_run_alone(key: str) -> None:
    optimizer = OPTIMIZERS[key]
    settings = varied(optimizer)
    together = trained(optimizer, slice(None), RATES, DECAYS, settings)
    for run in range(RUNS):
        own = {name: float(numbers[run, 0, 0]) for name, numbers in settings.items()}
        alone = trained(
            optimizer, slice(run, run + 1), float(RATES[run, 0, 0]), float(DECAYS[run, 0, 0]), own
        )
        assert np.allclose(together[run : run + 1], alone, rtol=1e-13, atol=1e-13), run


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_nothing_is_written_in_place(key: str) -> None:
    optimizer = OPTIMIZERS[key]
    weights, slopes = START.copy(), gradient(START)
    slots = tuple(np.full_like(START, 0.5) for _ in optimizer.slots)
    for array in (weights, slopes, *slots):
        array.flags.writeable = False
    after, kept = optimizer.update(
        weights, slopes, slots, optimizer.coefficients(3, 0.1, 0.1, **optimizer.settings())
    )
    assert after.shape == weights.shape
    assert len(kept) == len(slots)


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
@pytest.mark.parametrize("rate", [0.1, np.float64(0.1), column([0.1] * RUNS)])
def test_float32_stays_float32(key: str, rate: Any) -> None:
    optimizer = OPTIMIZERS[key]
    weights = START.astype(np.float32)
    numbers = optimizer.coefficients(1, rate, 0.01, **optimizer.settings())
    after, slots = optimizer.update(weights, weights, optimizer.start(weights), numbers)
    assert {array.dtype for array in (after, *slots)} == {np.dtype(np.float32)}


@pytest.mark.parametrize("key", ["adam", "adamw"])
def test_corrections_keep_their_digits_in_float32(key: str) -> None:
    """1 - 0.999999^1 in float32 has lost all but two digits: the step would be off by percents."""
    optimizer = OPTIMIZERS[key]
    settings = optimizer.settings(beta2=0.999999)
    numbers = optimizer.coefficients(1, 0.5, **settings)
    weights = np.zeros(4, dtype=np.float32)
    slopes = np.asarray([1e-3, 0.1, -1.0, 40.0], dtype=np.float32)
    after, _ = optimizer.update(weights, slopes, optimizer.start(weights), numbers)
    assert np.allclose(after, -0.5 * np.sign(slopes), rtol=2e-5)
    one = np.float32(1.0)
    lost = (one - np.float32(0.999999)) / (one - np.float32(0.999999) ** one) - 1.0
    assert optimizer.coefficients(1, 0.5, **settings)["gain2"] == pytest.approx(1e-6, rel=1e-9)
    assert abs(float(one - np.float32(0.999999)) / 1e-6 - 1.0) > 1e-2, lost


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_no_gradient_no_step(key: str) -> None:
    optimizer = OPTIMIZERS[key]
    numbers = optimizer.coefficients(1, 0.1, **optimizer.settings())
    after, _ = optimizer.update(START, np.zeros_like(START), optimizer.start(START), numbers)
    assert np.array_equal(after, START)


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_a_first_step_goes_down(key: str) -> None:
    optimizer = OPTIMIZERS[key]
    numbers = optimizer.coefficients(1, optimizer.rate, **optimizer.settings())
    slopes = gradient(START)
    after, _ = optimizer.update(START, slopes, optimizer.start(START), numbers)
    assert np.all((after - START) * slopes < 0)


def test_coefficients_without_arrays_are_python_floats() -> None:
    for optimizer in OPTIMIZERS.own.values():
        made = optimizer.coefficients(2, np.float32(0.5), 0.1, **optimizer.settings())
        assert {type(number) for number in made.values()} == {float}, optimizer.key


def test_decay_that_no_run_has_is_left_out() -> None:
    for optimizer in OPTIMIZERS.own.values():
        settings = optimizer.settings()
        with_decay = set(optimizer.coefficients(1, 0.1, column([0, 0, 0, 0.1, 0, 0, 0]), **settings))
        without = set(optimizer.coefficients(1, 0.1, column([0] * RUNS), **settings))
        assert len(with_decay - without) == 1, optimizer.key
