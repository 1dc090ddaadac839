"""The axis of updates: from 0 to the end of the experiment, by the logarithm of 1 + update or evenly.

It is the whole experiment's from the start, so that nothing jumps while a population runs.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor, log10
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from explorer.plots import numbers
from explorer.plots.figure import Axis, Tick
from explorer.plots.limits import MOST_TICKS, ticks
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from explorer.plots.choices import Choice
    from explorer.study.state import State

Scale = Literal["log", "even"]
OPTION: Final = "population.scale"
WORDS: Final = {"log": noted("Densely at first (log)"), "even": noted("Evenly")}
EVEN_FROM: Final = 20  # fewer updates are spread evenly, whatever is chosen


def scale_of(state: State, updates: int) -> Scale:
    """Return how updates are spread."""
    return "even" if state.look.option(OPTION) == "even" or updates < EVEN_FROM else "log"


def choice(state: State) -> Choice:
    """Offer both ways."""
    from explorer.plots.one_loss import options

    return options(state, OPTION, noted("Updates"), WORDS)


def places(updates: ArrayLike, scale: Scale) -> np.ndarray:
    """Return where updates lie on the axis."""
    given = np.asarray(updates, dtype=np.float64)
    return np.log10(1.0 + given) if scale == "log" else given


def nearest(x: float, recorded: Sequence[int] | np.ndarray, scale: Scale) -> int:
    """Return which of the recorded updates lies nearest to a place of the axis."""
    return int(np.argmin(np.abs(places(recorded, scale) - x)))


def axis(updates: int, scale: Scale) -> Axis:
    """Return the axis of an experiment of so many updates."""
    high = float(places(max(updates, 1), scale))
    if scale == "even":
        whole = tuple(
            replace(tick, text=_text(round(tick.at)))
            for tick in ticks(0.0, high)
            if tick.at == round(tick.at)
        )
        return Axis(low=0.0, high=high, title=say("update"), ticks=whole)
    return Axis(low=0.0, high=high, title=say("update, log"), ticks=_log_ticks(updates))


def _log_ticks(updates: int) -> tuple[Tick, ...]:
    """Return 0 and round updates, at most MOST_TICKS: 1, 3, 10, 30 and so on, or powers of ten alone."""
    powers = [10**power for power in range(floor(log10(updates)) + 1)]
    both = [at for power in powers for at in (power, 3 * power) if at <= updates]
    apart = next(step for step in range(1, len(powers) + 1) if len(powers[::step]) < MOST_TICKS)
    candidates = (both, both[1:], powers[::apart])
    found = next(each for each in candidates if len(each) < MOST_TICKS)
    return tuple(Tick(float(places(at, "log")), _text(at), keep=at == 0) for at in (0, *found))


def _text(update: int) -> str:
    if update < 10_000:
        return numbers.count(update)
    return f"{update // 1000}k" if update < 1_000_000 else f"{update / 1e6:g}M"
