"""Values and gradients against 60-digit arithmetic, on vectors like the golden ones that are not there."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.exact import exact
from tests.losses.samples import conditions, in_domain, second_of, settings_of
from tests.losses.test_golden import TOLERANCES, assert_close

# All are float32 numbers, so both precisions see the same problem.
ROWS = {
    "round 1000": [1000.25, 1000.5, 999.75],
    "round -1000, near ties": [-1000.0, -1000.125, -1000.0625, -1000.0],
    "+-1e4": [10000.0, -10000.0, 0.5, -0.5, 10000.0],
    "+-700": [700.0, 0.0, -700.0],
    "tiny": [2.0**-26, -(2.0**-26), 2.0**-40],
    "all 0": [0.0] * 6,
    "one": [0.25],
    "one, far": [-1000.5],
    "88: exp overflows float32": [88.5, 89.25, -88.75, 90.0],
}


@pytest.mark.parametrize("dtype", TOLERANCES)
@pytest.mark.parametrize("name", ROWS)
def test_hand_picked_logits(loss, make, dtype, name):
    random = np.random.default_rng(len(name))
    row = ROWS[name]
    for settings in settings_of(loss, len(row)):
        targets = np.float32(second_of(loss, random, (len(row),)))
        check(loss, make, dtype, np.float32(in_domain(loss, np.array(row))), targets, settings, name)


@pytest.mark.parametrize("dtype", TOLERANCES)
@pytest.mark.parametrize("classes", [3, 30, 300])
def test_random_logits(loss, make, dtype, classes):
    random = np.random.default_rng(classes)
    for spread in (0.1, 2.0, 20.0):
        logits = np.float32(in_domain(loss, spread * random.standard_normal(classes)))
        targets = np.float32(second_of(loss, random, (classes,)))
        check(loss, make, dtype, logits, targets, {}, f"spread {spread}")


@pytest.mark.parametrize("temperature", [0.001, 0.05, 1000.0])
@pytest.mark.parametrize("dtype", TOLERANCES)
def test_sharp_and_flat_temperatures(make, dtype, temperature):
    for targets in ([1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.25, 0.5, 0.25]):
        logits = np.array([1000.25, 1000.5, 999.75])
        settings = {"temperature": temperature}
        check(LOSSES["cross_entropy"], make, dtype, logits, np.array(targets), settings, temperature)


def test_values_near_the_minimum_keep_their_digits(make):
    """A sure and right answer: 1 + e^-50 is 1 in float64, the loss is e^-50 all the same."""
    for key, targets in (("cross_entropy", [1.0, 0.0]), ("bce", [1.0, 0.0]), ("zlpr", [1.0, 0.0])):
        logits = [25.0, -25.0]
        value, gradient = exact(key, logits, targets, {})
        np.testing.assert_allclose(plain(LOSSES[key].value(make(logits), make(targets))), value, rtol=1e-12)
        np.testing.assert_allclose(
            plain(LOSSES[key].gradient(make(logits), make(targets))), gradient, rtol=1e-12
        )


def check(loss, make, dtype, logits, targets, settings, note):
    value, gradient = exact(loss.key, logits, targets, settings)
    arguments = make(logits, dtype), make(targets, dtype)
    size, slope = conditions(loss, logits, settings)
    tolerance = max(TOLERANCES[dtype], 4 * float(np.finfo(dtype).eps) * size)
    assert_close(loss.value(*arguments, **settings), value, tolerance, f"{note} {settings}")
    found = plain(loss.gradient(*arguments, **settings))
    assert_close(found / slope, gradient / slope, tolerance, f"{note} {settings}")
