"""Settings that vary: an array of them over runs is what they are one by one."""

from __future__ import annotations

from typing import Any

import array_api_compat
import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import in_domain, other_of, second_of

RUNS, ROWS, CLASSES = 7, 3, 5
VARYING = [
    (key, parameter.name)
    for key, loss in LOSSES.items()
    for parameter in loss.parameters
    if parameter.varies and key in LOSSES.own
]
SWEPT = {
    "smoothed_bce", "smoothed_zlpr", "label_smoothing", "focal", "asl", "logit_norm", "bce", "peel", "hill",
}  # fmt: skip


@pytest.fixture(params=["numpy", "torch"])
def module(request: pytest.FixtureRequest) -> Any:
    return pytest.importorskip(request.param)


def settings_of(parameter) -> np.ndarray:
    """Return one number a run, both ends and the default among them."""
    low, high = parameter.span
    numbers = np.linspace(low, high, RUNS)
    numbers[0], numbers[3], numbers[-1] = parameter.low, parameter.default, min(parameter.high, 4.0 * high)
    return numbers


def functions_of(loss, xp, name):
    """Return each function of the loss of (logits, second, setting); what it gives has runs first."""
    other = {loss.other_parameter: None} if loss.other_parameter else {}
    rest = {key: each for key, each in loss.settings().items() if key not in {name, *other}}

    def arguments(logits, setting):
        compared = xp.asarray(np.broadcast_to(other_of(CLASSES), tuple(logits.shape)).copy())
        return {**rest, **dict.fromkeys(other, compared), name: setting}

    def called(function, *between):
        return lambda logits, second, setting: function(
            xp, logits, *[second for _ in between], **arguments(logits, setting)
        )

    found = {"value": called(loss.value_function, 1), "gradient": called(loss.gradient_function, 1)}
    if loss.both_function is not None:
        for place in (0, 1):
            found[f"both {place}"] = lambda *given, place=place: called(loss.both_function, 1)(*given)[place]
    if loss.accumulators is not None:
        found["accumulators"] = called(loss.accumulators.value, 1)
    if not loss.counted:
        found["decision"] = called(loss.decide_function)
    return found | {reading.name: called(reading.function) for reading in loss.readings}


@pytest.mark.parametrize("shared", [False, True], ids=["own targets", "shared targets"])
@pytest.mark.parametrize(("key", "name"), VARYING)
def test_an_array_of_settings_is_what_they_are_one_by_one(module, key, name, shared):
    loss, random = LOSSES[key], np.random.default_rng(3)
    logits = in_domain(loss, 2.0 * random.standard_normal((RUNS, ROWS, CLASSES)))
    second = second_of(loss, random, (1 if shared else RUNS, ROWS, CLASSES))
    parameter = next(each for each in loss.parameters if each.name == name)
    numbers = settings_of(parameter)
    xp = array_api_compat.array_namespace(module.asarray(logits))
    together = [module.asarray(array) for array in (logits, second, numbers[:, None, None])]
    for words, function in functions_of(loss, xp, name).items():
        with np.errstate(all="ignore"):
            found = plain(function(*together))
            for run, number in enumerate(numbers):
                own = together[0][run : run + 1], together[1] if shared else together[1][run : run + 1]
                wanted = plain(function(*own, float(number)))[0]
                message = f"{words} at {name}={number:g}"
                np.testing.assert_allclose(found[run], wanted, rtol=1e-12, atol=1e-12, err_msg=message)


def test_what_people_sweep_varies():
    assert {key for key, _ in VARYING} >= SWEPT


@pytest.mark.parametrize("key", list(LOSSES.own))
def test_whole_numbers_choices_and_other_logits_do_not_vary(key):
    # They decide how much there is to compute.
    kinds = {parameter.kind for parameter in LOSSES[key].parameters if parameter.varies}
    assert kinds <= {"number", "per_class"}
