"""Sweeps: every loss against its smoothing epsilon, or against the scale of all logits.

Dragging the cursor changes epsilon of the losses that had the same one; over the scale it changes alpha. A
ring marks the scale at which a loss is lowest, where there is one: smoothing makes it finite.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import isfinite, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.sharpening import alpha_grid, loss_against_alpha
from explorer.analysis.sweeps import SCALES, best_scale, epsilon_of, over_epsilon, smooths
from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.choices import Choice, Option
from explorer.plots.curves import POINTS, POINTS_ENLARGED, loss_axis
from explorer.plots.figure import (
    Axis,
    EndLabel,
    EndLabels,
    Figure,
    Handle,
    Line,
    Margins,
    Place,
    Points,
    Tick,
    Unit,
)
from explorer.plots.lens import Lens, Row
from explorer.plots.limits import ticks
from explorer.plots.move import Move
from explorer.plots.moves import ALPHAS
from explorer.plots.phrases import clauses, listed
from explorer.plots.shown import seen_of, sight
from explorer.plots.tabbed import tabbed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from explorer.plots.figure import Mark
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study

KEY: Final = "sweeps"
TITLE: Final = "Sweeps"
ACROSS, AT = "sweeps.across", "sweeps.at"  # the options that keep what is chosen
EPSILON: Final = "sweeps.epsilon"  # the handle
WAYS: Final = {"epsilon": noted("Smoothing ε"), "scale": noted("Scale of the logits")}
PLACES: Final = {"sample": noted("At this sample"), "lowest": noted("Lowest possible")}
NONE_SMOOTHS: Final = noted("No loss shown here has an ε. Add one that smooths, such as BCE smoothed.")
MARGINS: Final = Margins(left=46.0, top=26.0, right=142.0, bottom=26.0)
NARROW: Final = Margins(left=44.0, top=26.0, right=34.0, bottom=26.0)
WIDE: Final = Margins(left=46.0, top=26.0, right=196.0, bottom=26.0)  # has room for the best scales
USUAL: Final = 0.5  # the largest epsilon shown, as long as none is larger
POINTS_EPSILON, POINTS_EPSILON_ENLARGED = 21, 65
SCALE_LIMITS: Final = (log10(ALPHAS[0]), log10(SCALES[1]))
SCALE_TICKS: Final = tuple(Tick(log10(at), f"{at:g}", keep=at == 1) for at in (0.1, 1.0, 10.0, 100.0))
FITTED_TO: Final = 0.5  # power of ten of the scale up to which the curves decide how high the axis is
DIGITS: Final = 2
KEYS: Final = 0.1  # epsilon for an amount of 1


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    alpha = look.alpha if _chosen(state, ACROSS, WAYS) == "scale" else None
    about = (look.option(ACROSS), look.option(AT), alpha, look.enlarged == KEY, state.views.get(KEY))
    return about, seen_of(state)


def choices(state: State) -> tuple[Choice, ...]:
    """Return what can be swept, and which value is shown."""
    return _choice(state, ACROSS, WAYS), _choice(state, AT, PLACES)


def _choice(state: State, name: str, words: dict[str, str]) -> Choice:
    now = _chosen(state, name, words)
    options = (
        Option(say(text), state.look.with_option(name, key), key == now) for key, text in words.items()
    )
    return Choice(say("Across" if name == ACROSS else "Value"), tuple(options))


def _chosen(state: State, name: str, words: dict[str, str]) -> str:
    found = state.look.option(name)
    return found if found in words else next(iter(words))


def figure(state: State) -> Figure:
    """Return the sweep that was chosen."""
    return _over_scale(state) if _chosen(state, ACROSS, WAYS) == "scale" else _over_epsilon(state)


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Bring epsilon to a number, of every loss that had the same as the first."""
    return _epsilon_at(state, position[0]) if handle_id == EPSILON else None


def nudge(state: State, handle_id: str, amount: float) -> Move | None:
    """Move epsilon by a key."""
    losses = _smoothing(sight(state))
    if handle_id != EPSILON or not losses:
        return None
    return _epsilon_at(state, epsilon_of(losses[0].evaluation) + KEYS * amount)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read every loss at an epsilon or a scale."""
    if not figure.x.low <= x <= figure.x.high:
        return None
    losses, curves, title = _read(state, x)
    rows = tuple(
        Row(entry.label, numbers.fixed(float(curve[0]), 4), entry.look)
        for entry, curve in zip(losses, curves, strict=True)
    )
    return Lens(title, rows, (x, figure.y.low, x, figure.y.high), x) if rows else None


def copied(state: State) -> str:
    """Return the curves as they are drawn, a column each."""
    found = figure(state)
    lines = [mark for mark in found.marks if isinstance(mark, Line)]
    if found.note or not lines:
        return ""
    scale = _chosen(state, ACROSS, WAYS) == "scale"
    x = 10.0 ** np.asarray(lines[0].x) if scale else np.asarray(lines[0].x)
    losses = sight(state).losses if scale else _smoothing(sight(state))
    head = ("scale" if scale else "epsilon", *(entry.label for entry in losses))
    return tabbed([head]) + tabbed(zip(x, *(np.asarray(line.y) for line in lines), strict=True))


def _read(state: State, x: float) -> tuple[Sequence[Shown], list[np.ndarray], str]:
    seen = sight(state)
    if _chosen(state, ACROSS, WAYS) == "scale":
        scale = np.array([10.0**x])
        title = say("scale {scale}", scale=numbers.fixed(float(scale[0]), 3))
        return seen.losses, _scale_curves(state, seen, scale), title
    losses = _smoothing(seen)
    epsilon = min(max(x, 0.0), 1.0)
    return losses, _epsilon_curves(state, losses, np.array([epsilon])), f"ε = {numbers.fixed(epsilon, 3)}"


# Over epsilon


def _smoothing(seen: Sight) -> tuple[Shown, ...]:
    return tuple(entry for entry in seen.losses if isfinite(epsilon_of(entry.evaluation)))


def _over_epsilon(state: State) -> Figure:
    seen = sight(state)
    losses = _smoothing(seen)
    now = [epsilon_of(entry.evaluation) for entry in losses]
    high = 1.0 if max(now, default=0.0) > USUAL else USUAL
    enlarged = state.look.enlarged == KEY
    grid = _grid(high, POINTS_EPSILON_ENLARGED if enlarged else POINTS_EPSILON)
    curves = _epsilon_curves(state, losses, grid)
    at = [
        float(_epsilon_curves(state, [entry], np.array([epsilon]))[0][0])
        for entry, epsilon in zip(losses, now, strict=True)
    ]
    note = seen.note or ("" if losses else say(NONE_SMOOTHS))
    lowest = _chosen(state, AT, PLACES) == "lowest"
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("lowest value as ε grows" if lowest else "loss as ε grows"),
        has_menu=True,
        corner=seen.corner,
        x=Axis(low=0.0, high=high, title="ε", ticks=ticks(0.0, high)),
        y=loss_axis(state.views.get(KEY), curves, at, say("↑ loss, nat")),
        margins=MARGINS,
        narrow=NARROW,
        marks=() if note else _marks(losses, grid, curves, now, at, [""] * len(losses)),
        handles=() if note else (_epsilon_cursor(losses, now[0]),),
        note=note,
        description=note or _epsilon_description(losses, now, at),
    )


@lru_cache(maxsize=8)
def _grid(high: float, points: int) -> np.ndarray:
    grid = high * np.linspace(0.0, 1.0, points) ** 2  # denser near 0, where curves bend
    grid.flags.writeable = False
    return grid


def _epsilon_curves(state: State, losses: Sequence[Shown], grid: np.ndarray) -> list[np.ndarray]:
    lowest = _chosen(state, AT, PLACES) == "lowest"
    return [over_epsilon(state.sample, entry.evaluation.shown, grid, lowest) for entry in losses]


def _epsilon_cursor(losses: Sequence[Shown], epsilon: float) -> Handle:
    names = listed(entry.label for entry in losses if epsilon_of(entry.evaluation) == epsilon)
    return Handle(
        id=EPSILON,
        place=Place(epsilon, 1.0, up=Unit.PLOT),
        axis="x",
        low=0.0,
        high=1.0,
        shape="cursor",
        reach="line",
        text=f"ε {numbers.fixed(epsilon)}",
        name=say("epsilon {epsilon} of {losses}", epsilon=numbers.fixed(epsilon), losses=names),
        tip=say("ε {epsilon} of {losses}", epsilon=numbers.exact(epsilon), losses=names),
    )


def _epsilon_at(state: State, value: float) -> Move | None:
    """Set epsilon of the losses that had that of the first when the gesture began."""
    epsilon = round(min(max(value, 0.0), 1.0), DIGITS)
    before = _settings_of(state.before or state.study)
    present = [place for place, each in enumerate(_settings_of(state.study)) if isfinite(each)]
    if not present or len(before) != len(state.study.shown):
        return None
    first = next((each for each in before if isfinite(each)), None)
    moved = [place for place in present if before[place] == first]
    shown = list(state.study.shown)
    for place in moved:
        shown[place] = shown[place].with_setting("epsilon", epsilon)
    several = say("{count} losses", count=len(moved))
    names = LOSSES[shown[moved[0]].key].said if len(moved) == 1 else several
    label = say("Set ε of {losses} to {epsilon}", losses=names, epsilon=numbers.fixed(epsilon))
    study = replace(state.study, shown=tuple(shown))
    return Move(state.with_study(study), label, EPSILON)


def _settings_of(study: Study) -> list[float]:
    """Return epsilon of every shown loss that is on; NaN for the others."""
    return [_epsilon_setting(shown) if shown.on else float("nan") for shown in study.shown]


def _epsilon_setting(shown: ShownLoss) -> float:
    loss = LOSSES[shown.key]
    if not smooths(loss):
        return float("nan")
    usual = next(parameter.default for parameter in loss.parameters if parameter.name == "epsilon")
    found = dict(shown.settings).get("epsilon", usual)
    return float("nan") if isinstance(found, tuple) else float(found)


def _epsilon_description(losses: Sequence[Shown], now: Sequence[float], at: Sequence[float]) -> str:
    words = [
        say(
            "{loss} {value} at ε {epsilon}",
            loss=entry.label,
            value=numbers.fixed(value, 3),
            epsilon=numbers.fixed(epsilon),
        )
        for entry, epsilon, value in zip(losses, now, at, strict=True)
    ]
    return say("Loss against ε: {losses}.", losses=listed(words))


# Over the scale


def _over_scale(state: State) -> Figure:
    seen, alpha = sight(state), min(max(state.look.alpha, ALPHAS[0]), ALPHAS[1])
    enlarged = state.look.enlarged == KEY
    grid = alpha_grid(
        10.0 ** SCALE_LIMITS[0], 10.0 ** SCALE_LIMITS[1], POINTS_ENLARGED if enlarged else POINTS
    )
    x = np.log10(grid)
    curves = _scale_curves(state, seen, grid)
    values = [float(curve[0]) for curve in _scale_curves(state, seen, np.array([alpha]))]
    places = [best_scale(state.sample, entry.evaluation) for entry in seen.losses]
    words = [
        say(", best at {scale}", scale=_scale_words(place.scale)) if place.scale == place.scale else ""
        for place in places
    ]
    rings = [
        Points(
            x=np.array([log10(place.scale)]), y=np.array([place.value]), colour="ink", size=12.0, hollow=True
        )
        for place in places
        if 0.0 < place.scale < float("inf") and SCALE_LIMITS[0] <= log10(place.scale)
    ]
    fit = [curve[x <= FITTED_TO] for curve in curves]
    now = [log10(alpha)] * len(values)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("loss as all logits grow; ring: lowest"),
        has_menu=True,
        corner=seen.corner,
        x=Axis(low=SCALE_LIMITS[0], high=SCALE_LIMITS[1], title=say("scale 1/τ, log"), ticks=SCALE_TICKS),
        y=loss_axis(state.views.get(KEY), fit, values, say("↑ loss, nat")),
        margins=WIDE if enlarged else MARGINS,
        narrow=NARROW,
        marks=() if seen.note else (*_marks(seen.losses, x, curves, now, values, words), *rings),
        handles=() if seen.note else (_scale_cursor(alpha),),
        note=seen.note,
        description=seen.note or _scale_description(seen, words),
    )


def _scale_curves(state: State, seen: Sight, grid: np.ndarray) -> list[np.ndarray]:
    return [
        loss_against_alpha(state.sample, entry.evaluation.shown, grid, entry.evaluation.other)
        for entry in seen.losses
    ]


def _scale_words(scale: float) -> str:
    if scale in (0.0, float("inf")):
        return "∞" if scale else "0"
    return numbers.fixed(scale, 3 if scale < 10 else 2)


def _scale_cursor(alpha: float) -> Handle:
    return Handle(
        id="alpha",
        place=Place(log10(alpha), 1.0, up=Unit.PLOT),
        axis="x",
        low=log10(ALPHAS[0]),
        high=log10(ALPHAS[1]),
        shape="cursor",
        reach="line",
        text=f"α {numbers.fixed(alpha)}",
        name=say("scale {scale}", scale=numbers.fixed(alpha)),
        tip=say("All logits times {factor}", factor=numbers.exact(alpha)),
    )


def _scale_description(seen: Sight, words: Sequence[str]) -> str:
    found = [f"{entry.label}{word}" for entry, word in zip(seen.losses, words, strict=True)]
    words_found = say("Loss against the scale of all logits: {losses}.", losses=clauses(found))
    return words_found + seen.missing


# Both


def _marks(
    losses: Sequence[Shown],
    x: np.ndarray,
    curves: Sequence[np.ndarray],
    now: Sequence[float],
    values: Sequence[float],
    words: Sequence[str],
) -> tuple[Mark, ...]:
    """Return a curve for each loss, its marker where it stands, and its name at the curve's end."""
    lines = [
        Line(x=x, y=curve, look=entry.look, halo=True) for entry, curve in zip(losses, curves, strict=True)
    ]
    markers = [
        Points(x=np.array([at]), y=np.array([value]), look=entry.look, size=10.0)
        for entry, at, value in zip(losses, now, values, strict=True)
    ]
    ends = tuple(
        EndLabel(
            y=_end(curve),
            text=f"{entry.label}{word}",
            short=entry.label,
            kept=entry.label.partition(",")[2],  # the setting that tells it from the same loss
            look=entry.look,
        )
        for entry, curve, word in zip(losses, curves, words, strict=True)
    )
    return (*lines, *markers, EndLabels(items=ends))


def _end(curve: np.ndarray) -> float:
    finite = curve[np.isfinite(curve)]
    return float(finite[-1]) if finite.size else float("nan")
