"""Schedules: by which factor of the learning rate an update is made."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.catalogue import Parameter
from explorer.catalogue.parameters import checked_settings
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.training.experiment import Schedule

MOST_UPDATES: Final = 10**9
LETTERS: Final = noted(
    "In formulas η is the whole rate, η with a t that of update t, from 1 to T. "
    "While warming up, update t of the first W is made with t / W of it."
)


@dataclass(frozen=True, kw_only=True)
class ScheduleKind:
    """One form of schedule: `function(passed, updates, **settings)` is the factor after `passed` updates.

    The formula is LaTeX, without warm-up: eta_t the rate of update t, from 1 to T; eta the whole rate.
    """

    key: str
    title: str
    meaning: str
    formula: str
    function: Callable[..., float]
    parameters: tuple[Parameter, ...] = ()

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say("step", "schedule") if self.title == "step" else say(self.title)  # no step of a descent

    def settings(self, **given: Any) -> dict[str, Any]:
        """Return all settings as numbers, defaults filled in; raises as `checked_settings` does."""
        return checked_settings(self.parameters, given, say("schedule {name}", name=repr(self.key)))


WARM_UP: Final = Parameter(
    name="warm_up",
    symbol="W",
    latex="W",
    default=0,
    low=0,
    high=MOST_UPDATES,
    usual=(0, 100),
    kind="integer",
    meaning="Updates over which the rate rises evenly from 0 to what the schedule says.",
)


def _constant(_passed: int, _updates: int) -> float:
    return 1.0


def _step(passed: int, _updates: int, *, every: float, gamma: float) -> float:
    return float(gamma ** (passed // int(every)))


def _cosine(passed: int, updates: int, *, floor: float) -> float:
    return floor + (1.0 - floor) * (1.0 + math.cos(math.pi * passed / updates)) / 2.0


_KINDS = (
    ScheduleKind(
        key="constant",
        title="constant",
        meaning="The same rate at every update.",
        formula=r"\eta_t = \eta",
        function=_constant,
    ),
    ScheduleKind(
        key="step",
        title="step",
        meaning="The rate is multiplied by gamma after every so many updates.",
        formula=r"\eta_t = \eta\, \gamma^{\lfloor (t - 1) / N \rfloor}",
        function=_step,
        parameters=(
            Parameter(
                name="every",
                symbol="N",
                latex="N",
                default=100,
                low=1,
                high=MOST_UPDATES,
                usual=(1, 1000),
                kind="integer",
                meaning="Updates between two changes of the rate.",
            ),
            Parameter(
                name="gamma",
                symbol="γ",
                latex=r"\gamma",
                default=0.1,
                low=0.0,
                high=1.0,
                meaning="What the rate is multiplied by.",
            ),
        ),
    ),
    ScheduleKind(
        key="cosine",
        title="cosine",
        meaning="The rate falls along half a cosine, from the whole rate to the floor after the last update.",
        formula=r"\eta_t = \eta\, \Big( f + (1 - f)\, \frac{1 + \cos (\pi\, (t - 1) / T)}{2} \Big)",
        function=_cosine,
        parameters=(
            Parameter(
                name="floor",
                symbol="f",
                latex="f",
                default=0.0,
                low=0.0,
                high=1.0,
                meaning="What is left of the rate at the end, as a share of it.",
            ),
        ),
    ),
)
SCHEDULES: Final[Mapping[str, ScheduleKind]] = MappingProxyType({kind.key: kind for kind in _KINDS})


def kind_of(schedule: Schedule) -> ScheduleKind:
    """Return the kind of a schedule; ValueError says which there are."""
    if schedule.kind not in SCHEDULES:
        message = say(
            "no schedule {name}; there are {names}", name=repr(schedule.kind), names=", ".join(SCHEDULES)
        )
        raise ValueError(message)
    return SCHEDULES[schedule.kind]


def checked(schedule: Schedule) -> dict[str, Any]:
    """Return the settings of a schedule, defaults filled in.

    Raises
    ------
    ValueError
        for an unknown kind, an unknown setting, or a number outside its interval, warm-up too.
    """
    WARM_UP.checked(schedule.warm_up, say("schedule"))
    return kind_of(schedule).settings(**dict(schedule.settings))


def factor(schedule: Schedule, update: int, updates: int) -> float:
    """Return what the rate of update `update`, 1 to `updates`, is multiplied by, 0 to 1.

    As torch.optim.lr_scheduler: update 1 is made before the schedule has moved on. While warming up, update i
    of w is made with i / w of what the schedule says, as LinearLR with start_factor 1 / w.
    """
    settings = checked(schedule)
    if not 1 <= update <= updates:
        message = f"schedule: update {update} is not one of 1 to {updates}"
        raise ValueError(message)
    warmth = min(1.0, update / schedule.warm_up) if schedule.warm_up else 1.0
    return warmth * kind_of(schedule).function(update - 1, updates, **settings)
