"""Two tasks: the halves of a loss as two gradients, and where each way to weigh them would step.

The plane is that of the two gradients, g₊ of the labelled half along x. Every weighting's step is drawn as
long as the longer of the two, for only its direction is compared; its weights and what a step of length 1
does to either half stand beside.
"""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, hypot, isfinite, nan, pi, sin
from typing import TYPE_CHECKING, Final

from explorer.analysis.tasks import WEIGHTINGS, halves_of_bce, halves_of_zlpr, through_scale_and_shift
from explorer.plots import numbers
from explorer.plots.figure import Axis, Figure, Margins, Place, Segments, Text, Unit
from explorer.plots.limits import fitted, held, ticks
from explorer.plots.one_loss import option, options
from explorer.plots.phrases import joined
from explorer.plots.tabbed import tabbed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.tasks import Pair, Weighting
    from explorer.plots.choices import Choice
    from explorer.plots.figure import Mark
    from explorer.plots.lens import Lens
    from explorer.plots.limits import Limits
    from explorer.study.state import State
    from explorer.study.table import Sample

KEY: Final = "tasks"
TITLE: Final = "Two tasks"
LOSSES_OFFERED: Final = {"bce": "BCE", "zlpr": "ZLPR"}
PARAMETERS: Final = {
    "logits": noted("every logit"),
    "shared": noted("one scale and one shift of all"),
}
STILL: Final = noted("Both halves are at rest here: no gradient, no direction.")
NO_NUMBER: Final = noted("A logit or a target here is no number.")
BEYOND: Final = 11.0  # pixels from the tip of a step to the middle of its number
APART: Final = 16.0  # pixels between the numbers of steps in one direction
NEAR: Final = pi / 14  # labels of directions nearer than this stand behind each other
SAME: Final = 0.01  # directions nearer than this share one arrow
HEAD: Final = 0.055  # length of an arrow's head over that of the step
ROOM: Final = 228.0  # pixels of the table
MARGINS: Final = Margins(left=40.0, top=26.0, right=ROOM + 14.0, bottom=26.0)
NARROW: Final = Margins(left=36.0, top=26.0, right=14.0, bottom=26.0)
ROW: Final = 15.0
FIRST_ROW: Final = 20.0
COLUMNS: Final = (112.0, 150.0, 190.0, ROOM)  # right edges: weights, then decreases
ENLARGED: Final = Margins(left=40.0, top=26.0, right=14.0, bottom=234.0)
ROW_ENLARGED: Final = 22.0
BELOW: Final = 208.0  # pixels from the table's first line to the card's lower edge, enlarged
WIDE: Final = 1.5  # width over height of an enlarged plane
FORMULA: Final = 132.0  # pixels from the left
SHARES: Final = (0.64, 0.74, 0.86, 0.97)  # of the card: the right edges of its columns
FORMULA_END: Final = Place(SHARES[0], 0.0, across=Unit.CARD, dx=-36.0)
HEADS: Final = ("w₊", "w₋", "L₊", "L₋")


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    return state.sample, look.option(f"{KEY}.loss"), look.option(f"{KEY}.of"), state.views.get(KEY)


def choices(state: State) -> tuple[Choice, ...]:
    """Return the losses that have two halves, and what is trained."""
    return (
        options(state, f"{KEY}.loss", noted("Loss"), LOSSES_OFFERED),
        options(state, f"{KEY}.of", noted("Trained"), PARAMETERS),
    )


def pair_of(state: State) -> Pair:
    """Return the two halves of the chosen loss at the sample that is looked at."""
    loss, trained = option(state, f"{KEY}.loss", LOSSES_OFFERED), option(state, f"{KEY}.of", PARAMETERS)
    return _pair(state.sample, loss, trained)


@lru_cache(maxsize=8)
def _pair(sample: Sample, loss: str, trained: str) -> Pair:
    halves = halves_of_zlpr if loss == "zlpr" else halves_of_bce
    pair = halves(sample.logits, sample.targets)
    return through_scale_and_shift(pair, sample.logits) if trained == "shared" else pair


def figure(state: State) -> Figure:
    """Return the arrows and their numbers; a note where there is no direction at all."""
    pair = pair_of(state)
    name = LOSSES_OFFERED[option(state, f"{KEY}.loss", LOSSES_OFFERED)]
    if not all(isfinite(product) for product in pair.products):
        return _empty(say(NO_NUMBER))
    reach = max(pair.norms)
    if reach == 0.0:
        return _empty(say(STILL))
    enlarged = state.look.enlarged == KEY
    x, y = _limits(state, pair, reach, WIDE if enlarged else 1.0)
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=say(
            "halves of {loss}; hard labels share no logit" if _parted(state) else "halves of {loss}",
            loss=name,
        ),
        corner=_cosine(pair),
        x=Axis(low=x[0], high=x[1], title=say("along g₊"), ticks=ticks(*x, signed=True, most=4)),
        y=Axis(
            low=y[0], high=y[1], title=say("↑ across g₊"), ticks=ticks(*y, signed=True, most=4), grid=True
        ),
        margins=ENLARGED if enlarged else MARGINS,
        narrow=ENLARGED if enlarged else NARROW,
        keep_aspect=True,
        marks=(*_steps(pair, reach), *_gradients(pair)),
        aside=() if enlarged else _table(pair),
        still=_large_table(pair) if enlarged else (),
        description=_description(name, state, pair),
    )


def _empty(note: str) -> Figure:
    axis = Axis(low=-1.0, high=1.0)
    return Figure(
        key=KEY, title=TITLE, has_menu=True, x=axis, y=axis, margins=MARGINS, note=note, description=note
    )


def _cosine(pair: Pair) -> str:
    if pair.cosine != pair.cosine:
        return say("one is at rest")
    return say("cosine {cosine}", cosine=numbers.signed(pair.cosine))


def _parted(state: State) -> bool:
    """Return whether the two gradients must meet at a right angle: no logit moves both."""
    return option(state, f"{KEY}.of", PARAMETERS) == "logits" and _hard(state)


def _hard(state: State) -> bool:
    targets = state.sample.targets
    return bool(((targets == 0) | (targets == 1)).all())


def _limits(state: State, pair: Pair, reach: float, wide: float) -> tuple[Limits, Limits]:
    """Hold every arrow and its label; never narrower than a step is long."""
    tips = [(0.0, 0.0), pair.plane((1.0, 0.0)), pair.plane((0.0, 1.0))]
    tips += [(reach * cos(angle), reach * sin(angle)) for _, angle, _ in _labels(pair)]
    xs, ys = zip(*tips, strict=True)
    margin = 0.25 * reach  # of the numbers beyond the tips
    x = min(xs) - margin, max(max(xs), min(xs) + reach) + margin
    y = min(ys) - margin, max(max(ys), min(ys) + reach) + margin
    more = max(wide * (y[1] - y[0]) - (x[1] - x[0]), 0.0) / 2 if wide > 1.0 else 0.0
    x = x[0] - more, x[1] + more
    view = state.views.get(KEY)
    return held(view, "x", fitted(*x, 4, 0.5), x), held(view, "y", fitted(*y, 4, 0.5), y)


def _labels(pair: Pair) -> list[tuple[int, float, int]]:
    """Return number, direction and place in a row of each weighting that has a direction."""
    found: list[tuple[int, float, int]] = []
    for number, weighting in enumerate(WEIGHTINGS, start=1):
        angle = _angle(pair, weighting)
        if angle is not None:
            before = sum(abs(angle - other) < NEAR for _, other, _ in found)
            found.append((number, angle, before))
    return found


def _angle(pair: Pair, weighting: Weighting) -> float | None:
    """Return the direction of a weighting's sum; None where it has none."""
    x, y = pair.plane(weighting.weights(pair))
    return atan2(y, x) if isfinite(x + y) and hypot(x, y) > 0.0 else None


def _gradients(pair: Pair) -> list[Mark]:
    """Draw the two gradients themselves, thick and in their true length."""
    marks: list[Mark] = []
    for weights, name in (((1.0, 0.0), "g₊"), ((0.0, 1.0), "g₋")):
        x, y = pair.plane(weights)
        if hypot(x, y) == 0.0:
            continue
        marks += _arrow(x, y, max(pair.norms), colour="ink", width=2.6, dash=())
        place = Place(x / 2, y / 2, dx=-4.0 if abs(y) > abs(x) else 0.0, dy=0.0 if abs(y) > abs(x) else 12.0)
        anchor = "right" if abs(y) > abs(x) else "center"
        marks.append(
            Text(place=place, text=name, anchor=anchor, colour="ink", size="name", bold=True, halo=True)  # type: ignore[arg-type]
        )
    return marks


def _steps(pair: Pair, reach: float) -> list[Mark]:
    """Draw each weighting's direction with its number; those in one direction stand in a row."""
    marks: list[Mark] = []
    labels = _labels(pair)
    for place, (number, angle, before) in enumerate(labels):
        across, up = reach * cos(angle), reach * sin(angle)
        if all(abs(angle - other) >= SAME for _, other, _ in labels[:place]):
            marks += _arrow(across, up, reach, colour="mut", width=1.5, dash=(4.0, 2.2))
        far = BEYOND + APART * before
        tip = Place(across, up, dx=far * cos(angle), dy=-far * sin(angle))
        marks.append(
            Text(place=tip, text=str(number), anchor="center", colour="ink", size="tick", ground="hover")
        )
    return marks


def _arrow(
    x: float, y: float, reach: float, *, colour: str, width: float, dash: tuple[float, ...]
) -> list[Mark]:
    """Draw an arrow from the origin; its head is two strokes, for a mark has no unit but the axes'."""
    angle, size = atan2(y, x), HEAD * reach
    left, right = angle + pi * 0.87, angle - pi * 0.87
    return [
        Segments(x0=[0.0], y0=[0.0], x1=[x], y1=[y], colour=colour, width=width, dash=dash),
        Segments(
            x0=[x, x],
            y0=[y, y],
            x1=[x + size * cos(left), x + size * cos(right)],
            y1=[y + size * sin(left), y + size * sin(right)],
            colour=colour,
            width=width,
        ),
    ]


def _table(pair: Pair) -> tuple[Mark, ...]:
    """Write weights and first-order decreases beside the plot."""
    marks: list[Mark] = [
        _cell(0, COLUMNS[1], say("weights"), "mut", "right"),
        _cell(0, COLUMNS[3], say("half falls by"), "mut", "right"),
        *(_cell(1, edge, head, "mut", "right") for edge, head in zip(COLUMNS, HEADS, strict=True)),
        _cell(len(WEIGHTINGS) + 2, 0.0, say("+ labelled, − others; in a step of length 1"), "mut"),
    ]
    for row, (title, _, texts) in enumerate(_lines(pair), start=2):
        marks.append(_cell(row, 0.0, title, "ink2"))
        marks += [_cell(row, edge, text, "ink", "right") for edge, text in zip(COLUMNS, texts, strict=True)]
    return tuple(marks)


def _lines(pair: Pair) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return number and title of each weighting, its formula, its weights and what the halves fall by."""
    found = []
    for number, weighting in enumerate(WEIGHTINGS, start=1):
        weights = weighting.weights(pair)
        falls = pair.decreases(weights) if all(map(isfinite, weights)) else (nan, nan)
        texts = (*map(_weight, weights), *map(_fall, falls))
        found.append((f"{number}  {say(weighting.title)}", say(weighting.formula), texts))
    return found


def _large_table(pair: Pair) -> tuple[Mark, ...]:
    """Write the table under the plot, with the formula of each weighting."""
    marks: list[Mark] = [_under(0, 12.0, say("the step, of length 1"), "mut")]
    groups = ("", say("weights"), "", say("each half falls by"))
    marks += [_entry(0, share, head, "mut") for share, head in zip(SHARES, groups, strict=True) if head]
    heads = ("w₊", "w₋", say("L₊ labelled"), say("L₋ others"))
    marks += [_entry(1, share, head, "mut") for share, head in zip(SHARES, heads, strict=True)]
    for row, (title, formula, texts) in enumerate(_lines(pair), start=2):
        marks += [_under(row, 12.0, title, "ink"), _under(row, FORMULA, formula, "mut", FORMULA_END)]
        marks += [_entry(row, share, text, "ink") for share, text in zip(SHARES, texts, strict=True)]
    return tuple(marks)


def _under(row: int, dx: float, text: str, colour: str, until: Place | None = None) -> Text:
    size = "body" if colour == "ink" else "name"
    return Text(place=_line(0.0, row, dx), text=text, colour=colour, size=size, until=until)  # type: ignore[arg-type]


def _entry(row: int, share: float, text: str, colour: str) -> Text:
    mono, size = colour == "ink", "body" if colour == "ink" else "name"
    return Text(place=_line(share, row), text=text, anchor="right", colour=colour, size=size, mono=mono)  # type: ignore[arg-type]


def _line(share: float, row: int, dx: float = 0.0) -> Place:
    return Place(share, 0.0, across=Unit.CARD, up=Unit.CARD, dx=dx, dy=row * ROW_ENLARGED - BELOW + 18.0)


def _weight(weight: float) -> str:
    return numbers.fixed(weight, _digits(weight)) if weight < 1000.0 else numbers.scientific(weight, 0)


def _fall(fall: float) -> str:
    return numbers.signed(fall, _digits(fall))


def _digits(number: float) -> int:
    """Return how many decimals have room in a column of the table."""
    return 2 if abs(number) < 10.0 else 1


def _cell(row: int, dx: float, text: str, colour: str, anchor: str = "left") -> Text:
    place = Place(1.0, 1.0, across=Unit.CARD, up=Unit.CARD, dx=dx - ROOM - 10.0, dy=FIRST_ROW + row * ROW)
    mono = anchor == "right" and colour == "ink"
    return Text(place=place, text=text, anchor=anchor, colour=colour, size="tick", mono=mono)  # type: ignore[arg-type]


def _description(name: str, state: State, pair: Pair) -> str:
    said = [
        say(
            "The halves of {loss}: {cosine}; hard labels share no logit."
            if _parted(state)
            else "The halves of {loss}: {cosine}.",
            loss=name,
            cosine=_cosine(pair),
        )
    ]
    for weighting in WEIGHTINGS:
        first, second = (_fall(fall) for fall in pair.decreases(weighting.weights(pair)))
        said.append(
            say(
                "{weighting}: the labelled half falls by {first}, the other by {second}.",
                weighting=say(weighting.title),
                first=first,
                second=second,
            )
        )
    return joined(*said)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read the weighting whose direction is nearest to the place."""
    from explorer.plots.lens import Lens, Row

    pair = pair_of(state)
    if hypot(x, y) == 0.0:
        return None
    towards = atan2(y, x)
    found = [
        (abs(angle - towards), entry) for entry in WEIGHTINGS if (angle := _angle(pair, entry)) is not None
    ]
    if not found:
        return None
    weighting = min(found, key=lambda entry: entry[0])[1]
    weights = weighting.weights(pair)
    falls = pair.decreases(weights)
    rows = (
        Row(say(weighting.formula), ""),
        Row("w₊", numbers.exact(weights[0])),
        Row("w₋", numbers.exact(weights[1])),
        Row(say("L₊ falls by"), numbers.exact(falls[0])),
        Row(say("L₋ falls by"), numbers.exact(falls[1])),
    )
    return Lens(say(weighting.title), rows, (x, y, x, y), weights[0])


def copied(state: State) -> str:
    """Return weights and first-order decreases of every weighting."""
    pair = pair_of(state)
    lines = [
        (weighting.title, *weights, *pair.decreases(weights))
        for weighting in WEIGHTINGS
        for weights in (weighting.weights(pair),)
    ]
    return tabbed([("weighting", "w+", "w-", "fall of L+", "fall of L-")]) + tabbed(lines)
