"""The gradient check: the closed form against central differences and automatic differentiation.

One marker a class and way on a log axis of errors; an error of exactly 0 stands on a line of its own under
it. Automatic differentiation is torch's, and comes from elsewhere: the result "autograd" of the state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.gradient_check import TOLERANCES, checked
from explorer.analysis.keeping import Same
from explorer.plots import numbers
from explorer.plots.figure import Axis, Figure, Line, Margins, Place, Points, Segments, Text, Tick, Unit
from explorer.plots.names import COLUMNS, NARROW_COLUMNS, class_bands, class_ticks
from explorer.plots.one_loss import chosen_loss, loss_choice
from explorer.plots.phrases import joined, listed
from explorer.plots.shown import seen_of, sight
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.gradient_check import Autograd, Checked
    from explorer.plots.choices import Choice
    from explorer.plots.figure import Mark
    from explorer.plots.lens import Lens
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State

KEY: Final = "check"
TITLE: Final = "Gradient check"
RESULT: Final = "autograd"
COMING: Final = noted("torch: computing…")  # the worker answers within moments, also that there is no torch
FLOOR: Final = -16.0  # decades of the log axis
ROOF: Final = 0.0
ZERO: Final = -17.6  # where an error of 0 stands
LOW: Final = -18.4
MARGINS: Final = Margins(left=46.0, top=26.0, right=16.0, bottom=46.0)
KEY_LINE: Final = 13.0  # pixels above the card's lower edge
KEY_WIDTH: Final = 222.0
MARKER: Final = 8.0
SMALL: Final = 4.5
WAYS: Final = {"differences": noted("central differences"), "autograd": noted("autograd")}
TICKS: Final = (
    *(
        Tick(float(power), numbers.power(power) if power else "1", keep=power == 0)
        for power in (-16, -12, -8, -4, 0)
    ),
    Tick(ZERO, "0", keep=True),
)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One way to the gradient: what it is compared with the closed form by, and how far off it is.

    errors: shape (m,); NaN where it says nothing. reason: why there is none at all, "" where there is.
    """

    name: str
    errors: np.ndarray
    reason: str = ""

    @property
    def worst(self) -> int | None:
        """The place of the largest error; None where every class is left out."""
        return int(np.nanargmax(self.errors)) if np.isfinite(self.errors).any() else None

    @property
    def passes(self) -> bool:
        """Whether every class that is compared lies within the tolerance, and there is one."""
        errors = self.errors[~np.isnan(self.errors)]
        return bool(errors.size) and bool((errors <= TOLERANCES[self.name]).all())


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    result = state.results.get(RESULT)
    look = state.look
    return seen_of(state), look.option(f"{KEY}.loss"), look.held, look.selected, Same(result)


def choices(state: State) -> tuple[Choice, ...]:
    """Return the losses that can be checked."""
    return (loss_choice(state, KEY),)


def figure(state: State) -> Figure:
    """Return the check of the chosen loss; a note where no loss has a value."""
    seen = sight(state)
    entry = chosen_loss(state, KEY, seen)
    if entry is None:
        return _empty(seen.note)
    found = _checked(state, entry)
    ways = ways_of(state, entry, found)
    whole = len(found.classes) == len(state.sample.classes) and len(found.classes) <= NARROW_COLUMNS
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=say("{loss}, against {ways}", loss=entry.label, ways=_named(ways)),
        corner=outcome(entry, ways),
        x=_classes_axis(state, found, whole),
        y=Axis(low=LOW, high=ROOF + 0.6, title=_y_title(found, state), ticks=TICKS, grid=True),
        margins=MARGINS,
        marks=(
            *(class_bands(state, 24.0) if whole else ()),
            *_allowed(),
            *_markers(found, ways, whole),
        ),
        still=_keys(),
        aside=_reason(ways),
        description=_description(state, entry, found, ways, seen),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=0.0, high=1.0)
    return Figure(
        key=KEY, title=TITLE, has_menu=True, x=axis, y=axis, margins=MARGINS, note=note, description=note
    )


def _checked(state: State, entry: Shown) -> Checked:
    evaluation = entry.evaluation
    found = checked(state.sample, evaluation.shown, evaluation.other, (state.look.held,))
    assert found is not None  # a loss that refuses is not among those seen
    return found


def ways_of(state: State, entry: Shown, found: Checked) -> tuple[Way, ...]:
    """Return both ways to the gradient of a loss, with their errors."""
    nothing = np.full(len(found.classes), np.nan)
    differences = Way("differences", found.errors(found.differences))
    result: Autograd | None = state.results.get(RESULT)
    evaluation = entry.evaluation
    gradient = result.of(state.sample, evaluation.shown, evaluation.other) if result is not None else None
    if gradient is None:
        return differences, Way("autograd", nothing, COMING)
    if isinstance(gradient, str):
        return differences, Way("autograd", nothing, gradient)
    return differences, Way("autograd", found.errors(gradient[found.classes]))


def outcome(entry: Shown, ways: tuple[Way, ...]) -> str:
    """Say in a word how the check ends."""
    if entry.evaluation.loss.gradient_of != "value":
        return say("another on purpose")
    return say("passes") if _pass(ways) else say("fails")


def _pass(ways: tuple[Way, ...]) -> bool:
    return all(way.reason or way.passes for way in ways)


def _named(ways: tuple[Way, ...]) -> str:
    """Name the ways that there are: one, or both."""
    names = [say(WAYS[way.name]) for way in ways if not way.reason]
    return names[0] if len(names) == 1 else say("{first} and {second}", first=names[0], second=names[1])


def _y_title(found: Checked, state: State) -> str:
    count, of_all = len(found.classes), len(state.sample.classes)
    plain = found.scale == 1.0
    title = say("↑ error of ∂L/∂s, log" if plain else "↑ error of ∂L/∂s / largest |∂L/∂s|, log")
    if count == of_all:
        return title
    return say("{title}, {count} of {all} classes", title=title, count=count, all=numbers.count(of_all))


def _classes_axis(state: State, found: Checked, whole: bool) -> Axis:
    count = len(found.classes)
    if whole:
        ticks = class_ticks(state.sample.classes, state.look.held)
        return Axis(low=-0.5, high=count - 0.5, ticks=ticks, names=True)
    return Axis(low=-0.5, high=count - 0.5, title=say("classes, worst first"))


def _heights(errors: np.ndarray) -> np.ndarray:
    """Return where errors stand: 0 on its own line, what is smaller than the axis at its foot."""
    with np.errstate(all="ignore"):
        logs = np.clip(np.log10(errors), FLOOR, ROOF + 0.3)
    return np.where(errors == 0.0, ZERO, logs)


def _markers(found: Checked, ways: tuple[Way, ...], whole: bool) -> list[Mark]:
    order = _order(ways, whole)
    places = np.arange(len(order), dtype=np.float64)
    size = MARKER if len(order) <= COLUMNS else SMALL
    differences, autograd = (_heights(way.errors[order]) for way in ways)
    kinked = places[found.kinked[order]]
    marks: list[Mark] = [
        Points(x=places, y=differences, colour="ink", size=size + 2.0, hollow=True),
        Points(x=places, y=autograd, colour="ink", size=size - 2.0),
    ]
    if kinked.size:
        high, low = np.full_like(kinked, ROOF), np.full_like(kinked, LOW)
        marks.append(
            Segments(x0=kinked, y0=low, x1=kinked, y1=high, colour="mut", width=1.5, dash=(2.0, 3.0))
        )
    return marks


def _order(ways: tuple[Way, ...], whole: bool) -> np.ndarray:
    """Return the classes in the order of their columns: as they are, or the worst first."""
    errors = ways[0].errors
    if whole:
        return np.arange(len(errors))
    return np.argsort(-np.nan_to_num(errors, nan=-1.0), kind="stable")


def _allowed() -> list[Mark]:
    """Draw how large an error may be, for each way."""
    marks: list[Mark] = []
    for name, words in (("differences", say("allowed ○")), ("autograd", say("allowed ●"))):
        height = float(np.log10(TOLERANCES[name]))
        marks.append(Line(x=(-0.5, 1e6), y=(height, height), colour="mut", width=1.2, dash=(4.0, 3.0)))
        place = Place(1.0, height, across=Unit.PLOT, dx=-4.0, dy=-8.0)
        marks.append(Text(place=place, text=words, anchor="right", colour="mut", size="tick", halo=True))
    return marks


def _reason(ways: tuple[Way, ...]) -> tuple[Mark, ...]:
    """Say beside the key why there is no automatic differentiation."""
    reason = ways[1].reason
    return (Text(place=_line(KEY_WIDTH), text=say(reason), colour="mut", size="name"),) if reason else ()


def _line(dx: float) -> Place:
    return Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=dx, dy=-KEY_LINE)


@cached(maxsize=1)
def _keys() -> tuple[Mark, ...]:
    """Say what the markers mean."""
    return (Text(place=_line(12.0), text=say("○ central differences   ● autograd"), size="name"),)


def _description(state: State, entry: Shown, found: Checked, ways: tuple[Way, ...], seen: Sight) -> str:
    loss = entry.evaluation.loss
    if loss.gradient_of != "value":
        return say(
            "The gradient of {loss} is another on purpose: {gradient}.",
            loss=entry.label,
            gradient=say(loss.gradient_of),
        )
    against = _named(ways)
    said = [
        say("The closed form of {loss} passes against {ways}.", loss=entry.label, ways=against)
        if _pass(ways)
        else say("The closed form of {loss} fails against {ways}.", loss=entry.label, ways=against)
    ]
    said += [_largest(state, found, way) for way in ways]
    if found.kinked.any():
        names = [state.sample.classes[index] for index in found.classes[found.kinked][:3]]
        said.append(say("Left out at a kink: {classes}.", classes=listed(names)))
    return joined(*said) + seen.missing


def _largest(state: State, found: Checked, way: Way) -> str:
    """Say the largest error of a way, where it is and how large it may be."""
    if way.reason == COMING:
        return say("Autograd is being computed by torch.")
    if way.reason:
        return say("No {way}: {reason}.", way=say(WAYS[way.name]), reason=say(way.reason))
    if way.worst is None:
        return say("Every class is left out of the {way}.", way=say(WAYS[way.name]))
    name = state.sample.classes[int(found.classes[way.worst])]
    error = numbers.scientific(float(way.errors[way.worst]), 1)
    allowed = numbers.power(round(float(np.log10(TOLERANCES[way.name]))))
    return say(
        "Largest error against {way}: {error} at {name}; allowed {allowed}.",
        way=say(WAYS[way.name]),
        error=error,
        name=name,
        allowed=allowed,
    )


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read one class: its gradient each way, and the errors."""
    from explorer.plots.lens import Lens, Row, class_title

    entry = chosen_loss(state, KEY, sight(state))
    if entry is None or not figure.x.low <= x <= figure.x.high:
        return None
    found = _checked(state, entry)
    ways = ways_of(state, entry, found)
    order = _order(ways, figure.x.names)
    column = round(x)
    if not 0 <= column < len(order):
        return None
    place = int(order[column])
    index = int(found.classes[place])
    rows = [Row(say("closed form"), numbers.exact(float(found.closed[place])), entry.look)]
    rows.append(Row(say("central differences"), numbers.exact(float(found.differences[place]))))
    rows.append(Row(say("which may be off by"), numbers.scientific(float(found.doubt[place]))))
    rows += [
        Row(say("error, {way}", way=say(WAYS[way.name])), numbers.scientific(float(way.errors[place])))
        for way in ways
        if not way.reason
    ]
    if found.kinked[place]:
        rows.append(Row(say("at a kink of the loss"), say("left out")))
    area = (column - 0.5, figure.y.low, column + 0.5, figure.y.high)
    return Lens(class_title(state, index), tuple(rows), area, float(found.closed[place]), index)


def copied(state: State) -> str:
    """Return the gradients of every checked class each way."""
    entry = chosen_loss(state, KEY, sight(state))
    if entry is None:
        return ""
    found = _checked(state, entry)
    errors = [way.errors for way in ways_of(state, entry, found)]
    names = (state.sample.classes[index] for index in found.classes)
    columns = (names, found.closed, found.differences, *errors)
    head = ("class", "closed form", "central differences", "error of differences", "error of autograd")
    return tabbed([head]) + tabbed(zip(*columns, strict=True))
