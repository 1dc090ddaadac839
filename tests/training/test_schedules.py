"""Schedules: factors of the rate, against torch.optim.lr_scheduler where it has them."""

from __future__ import annotations

from typing import Any

import pytest

from explorer.training.experiment import Schedule
from explorer.training.schedules import SCHEDULES, WARM_UP, checked, factor

UPDATES = 97


def factors(schedule: Schedule, updates: int = UPDATES) -> list[float]:
    return [factor(schedule, update, updates) for update in range(1, updates + 1)]


def theirs(name: str, **settings: Any) -> list[float]:
    torch = pytest.importorskip("torch")
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = getattr(torch.optim.lr_scheduler, name)(optimizer, **settings)
    rates = []
    for _ in range(UPDATES):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


CASES = [
    (Schedule("constant"), "ConstantLR", {"factor": 1.0}),
    (Schedule("step", (("every", 10),)), "StepLR", {"step_size": 10, "gamma": 0.1}),
    (Schedule("step", (("every", 1), ("gamma", 0.9))), "StepLR", {"step_size": 1, "gamma": 0.9}),
    (Schedule("cosine"), "CosineAnnealingLR", {"T_max": UPDATES}),
    (Schedule("cosine", (("floor", 0.25),)), "CosineAnnealingLR", {"T_max": UPDATES, "eta_min": 0.25}),
    (Schedule("constant", warm_up=20), "LinearLR", {"start_factor": 1 / 20, "total_iters": 19}),
]


@pytest.mark.parametrize(("schedule", "name", "settings"), CASES)
def test_as_torch(schedule: Schedule, name: str, settings: dict[str, Any]) -> None:
    assert factors(schedule) == pytest.approx(theirs(name, **settings), rel=1e-12, abs=1e-15)


def test_warming_up_multiplies_what_the_schedule_says() -> None:
    cosine, warm = Schedule("cosine"), Schedule("cosine", warm_up=30)
    expected = [number * min(1.0, update / 30) for update, number in enumerate(factors(cosine), start=1)]
    assert factors(warm) == pytest.approx(expected, rel=1e-15)
    assert factors(warm)[:2] == pytest.approx([1 / 30, 2 / 30 * factors(cosine)[1]])


def test_defaults_and_words() -> None:
    assert list(SCHEDULES) == ["constant", "step", "cosine"]
    assert checked(Schedule("step")) == {"every": 100, "gamma": 0.1}
    for kind in SCHEDULES.values():
        assert kind.meaning.endswith(".")
    assert WARM_UP.name == "warm_up"


@pytest.mark.parametrize(
    ("schedule", "message"),
    [
        (Schedule("linear"), "no schedule 'linear'; there are constant, step, cosine"),
        (Schedule("step", (("each", 3),)), "schedule 'step': no parameter 'each'"),
        (Schedule("step", (("every", 0),)), r"schedule 'step': every=0 outside \[1, 1e\+09\]"),
        (Schedule("cosine", (("floor", 2.0),)), r"schedule 'cosine': floor=2 outside \[0, 1\]"),
        (Schedule("constant", warm_up=-1), r"schedule: warm_up=-1 outside \[0, 1e\+09\]"),
    ],
)
def test_what_is_not_allowed_is_named(schedule: Schedule, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        factor(schedule, 1, 10)


@pytest.mark.parametrize("key", SCHEDULES)
def test_formulas_mention_every_parameter(key: str) -> None:
    kind = SCHEDULES[key]
    assert kind.formula.startswith(r"\eta_t = \eta")
    assert kind.formula.count("{") == kind.formula.count("}")
    for parameter in kind.parameters:
        assert parameter.latex in kind.formula.replace(r"\frac", ""), parameter.name


@pytest.mark.parametrize("update", [0, 11])
def test_an_update_that_is_not_there(update: int) -> None:
    with pytest.raises(ValueError, match=f"update {update} is not one of 1 to 10"):
        factor(Schedule(), update, 10)
