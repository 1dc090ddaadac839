"""The reading lens: what stands under the pointer, as a title and rows of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import at_step
from explorer.analysis.probing import logits_with
from explorer.analysis.readings import sigma, sigma_of_double, softmax
from explorer.plots import budget, gradient, landscape, numbers, plot_of, sharpening, values
from explorer.plots import logits as editor
from explorer.plots import slice as slice_
from explorer.plots.moves import ALPHAS
from explorer.plots.pointing import area_of, class_at
from explorer.plots.rows import rows
from explorer.plots.shown import sight
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.plots.figure import Figure, LossLook
    from explorer.plots.pointing import Area
    from explorer.plots.shown import Shown
    from explorer.study.state import State
    from explorer.study.table import Sample

MOST: Final = 8  # rows of losses or classes; of more the last says how many are left out
LETTERS: Final = 24  # of a name in a title
DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One number: its name, how it is written, and the look of the loss that it is of."""

    label: str
    text: str
    look: LossLook | None = None


@dataclass(frozen=True, slots=True)
class Lens:
    """What a read-out says.

    class_index: the class that is read, if it is one. area: what is read, in the figure's units; the
    read-out must not cover it. number: the one number that is copied, every digit.
    """

    title: str
    rows: tuple[Row, ...]
    area: Area
    number: float
    class_index: int | None = None


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read a figure at a place in its units; None where nothing stands there."""
    if figure.note:
        return None
    plot = plot_of(figure.key)
    read, state = _READ.get(figure.key) or plot.part("lens"), plot.seen(state)
    found: Lens | None = read(state, figure, x, y) if read is not None else None
    return found


def class_rows(state: State, index: int) -> tuple[Row, ...]:
    """Return everything about one class: logit, target, three readings, every loss's gradient."""
    state = at_step(state)
    sample = state.sample
    logit, target = float(sample.logits[index]), float(sample.targets[index])
    one = np.array([logit])
    with np.errstate(all="ignore"):
        share = float(softmax(sample.logits)[index])
    readings = (
        ("σ(s)", float(sigma(one)[0])),
        ("σ(2s)", float(sigma_of_double(one)[0])),
        ("softmax", share),
    )
    losses = [
        Row(f"∂ {entry.label}", numbers.signed(float(entry.evaluation.gradient[index]), DIGITS), entry.look)
        for entry in sight(state).losses
    ]
    return (
        Row("s", numbers.exact(logit)),
        Row("t", numbers.exact(target)),
        *(Row(label, numbers.probability(value, DIGITS)) for label, value in readings),
        *_held_to(losses, MOST),
    )


def class_title(state: State, index: int) -> str:
    """Return a class's name, as long as a title may be."""
    return numbers.shortened(state.sample.classes[index], LETTERS)


# One function a figure


def _class(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    index = class_at(figure, x, y)
    if index is None or index >= len(state.sample.classes):
        return None
    area = area_of(figure, index)
    if area is None:
        return None
    number = float(state.sample.logits[index])
    return Lens(class_title(state, index), class_rows(state, index), area, number, index)


def _slice(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    if not _holds(figure, x, y):
        return None
    index = state.look.slice_class
    losses = _values_at(state, lambda sample: logits_with(sample, {index: x}))
    title = f"s({class_title(state, index)}) = {numbers.signed(x)}"
    low, high = figure.y.low, figure.y.high
    return Lens(title, losses, (x, low, x, high), x)


def _sharpening(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    if not _holds(figure, x, y):
        return None
    alpha = min(max(10.0**x, ALPHAS[0]), ALPHAS[1])
    read = _losses_at if state.look.sharpening == "loss" else _classes_at
    title = f"α = {numbers.fixed(alpha, 3)}"
    return Lens(title, read(state, alpha), (x, figure.y.low, x, figure.y.high), alpha)


def _losses_at(state: State, alpha: float) -> tuple[Row, ...]:
    with np.errstate(all="ignore"):
        return _values_at(state, lambda sample: alpha * sample.logits)


def _classes_at(state: State, alpha: float) -> tuple[Row, ...]:
    """Return the likeliest classes, and the held one in any case."""
    sample, held = state.sample, state.look.held
    reading = sigma if state.look.sharpening == "sigmoid" else softmax
    with np.errstate(all="ignore"):
        shares = reading(alpha * sample.logits)
    ranked = np.argsort(-np.nan_to_num(shares), kind="stable").tolist()
    shown = ranked if len(ranked) <= MOST else ranked[: MOST - 1]
    if held not in shown:
        shown[-1] = held
    found = [
        Row(class_title(state, index), numbers.probability(float(shares[index]), DIGITS)) for index in shown
    ]
    return (*found, *_left_out(len(ranked) - len(found), noted("{count} more classes")))


def _landscape(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    if not _holds(figure, x, y):
        return None
    sample, (first, second) = state.sample, state.look.landscape
    field = landscape.field_of(state)
    if field is None:
        return None
    at, asked = logits_with(sample, {first: x, second: y}), field.evaluation.given
    value, slopes = float(asked.value(at)), asked.gradient(at)
    names = [class_title(state, index) for index in (first, second)]
    return Lens(
        field.label,
        (
            Row(f"s({names[0]})", numbers.signed(x, 3)),
            Row(f"s({names[1]})", numbers.signed(y, 3)),
            Row(say("value, nat"), numbers.fixed(value, DIGITS), field.look),
            *(
                Row(f"∂/∂s({name})", numbers.signed(float(slopes[index]), DIGITS))
                for name, index in zip(names, (first, second), strict=True)
            ),
        ),
        (x, y, x, y),
        value,
    )


def _budget(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    entry = row_at(state, figure, y)
    if entry is None:
        return None
    up, down = entry.evaluation.up, entry.evaluation.down
    written = Row(say("pushes up"), numbers.exact(up)), Row(say("pulls down"), numbers.exact(down))
    return Lens(entry.label, written, _row_area(figure, y), up if x < 0 else down)


def _values(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    entry = row_at(state, figure, y)
    if entry is None:
        return None
    value = entry.evaluation.value
    written = [
        Row(say("value, nat"), numbers.exact(value)),
        Row(say("lowest possible"), numbers.exact(entry.evaluation.lowest)),
    ]
    if entry.pinned is not None:
        change = value - entry.pinned.value
        written += [
            Row(say("pinned"), numbers.exact(entry.pinned.value)),
            Row(say("change"), numbers.exact(change)),
        ]
    return Lens(entry.label, tuple(written), _row_area(figure, y), value)


# What they share


def _values_at(state: State, moved: Callable[[Sample], np.ndarray]) -> tuple[Row, ...]:
    """Return the value of every loss at other logits, made of those that it is evaluated at."""
    found = []
    for entry in sight(state).losses:
        value = float(entry.evaluation.given.value(moved(entry.evaluation.sample)))
        found.append(Row(entry.label, numbers.fixed(value, DIGITS), entry.look))
    return _held_to(found, MOST)


def row_at(state: State, figure: Figure, y: float) -> Shown | None:
    """Return the loss whose row holds a height; None between the last row and the plot's end."""
    shown, _, _ = rows(sight(state).losses, state.look.enlarged == figure.key)
    index = round(y)
    return shown[index] if 0 <= index < len(shown) and abs(y - index) <= 0.5 else None


def _row_area(figure: Figure, y: float) -> Area:
    return figure.x.low, round(y) - 0.5, figure.x.high, round(y) + 0.5


def _holds(figure: Figure, x: float, y: float) -> bool:
    """Say whether a place lies inside the plot."""
    (left, right), (low, high) = (sorted((axis.low, axis.high)) for axis in (figure.x, figure.y))
    return left <= x <= right and low <= y <= high


def _held_to(found: list[Row], most: int) -> tuple[Row, ...]:
    """Keep the first rows, and say how many more there are."""
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], *_left_out(len(found) - most + 1, noted("{count} more losses")))


def _left_out(count: int, words: str) -> tuple[Row, ...]:
    return (Row(say(words, count=numbers.count(count)), ""),) if count > 0 else ()


_READ: Final[dict[str, Callable[[State, Figure, float, float], Lens | None]]] = {
    editor.KEY: _class,
    gradient.KEY: _class,
    slice_.KEY: _slice,
    sharpening.KEY: _sharpening,
    landscape.KEY: _landscape,
    budget.KEY: _budget,
    values.KEY: _values,
}
