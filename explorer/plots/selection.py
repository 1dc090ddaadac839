"""Which classes an edit acts on, and the edits of many at once.

`Look.selected` holds the chosen classes where they are several; where it is empty the held class alone
is chosen. The held class is the one from which a range is extended. Everything here is pure.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import grounded
from explorer.plots import numbers
from explorer.plots.move import FARTHEST, Move
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from explorer.plots.figure import Figure, Handle
    from explorer.study.state import State
    from explorer.study.values import Numbers

KIND: Final = "logit:"
DIGITS: Final = 12  # of a shifted logit, so that ten steps of 0.1 make 1
GESTURES: Final = {
    "Drag": (noted("Drag logit of {name}"), noted("Drag {count} logits")),
    "Nudge": (noted("Nudge logit of {name}"), noted("Nudge {count} logits")),
}
ROUNDED: Final = 2 * FARTHEST  # logits within this are rounded; beyond it rounding could overflow


# Which classes


def chosen(state: State) -> tuple[int, ...]:
    """Return the classes that an edit acts on, ascending: the selected ones, else the held one."""
    return _ascending(state.look.selected) or (state.look.held,)


@lru_cache(maxsize=8)
def _ascending(classes: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted(classes))


def several(state: State, class_index: int) -> bool:
    """Say whether a class is one of several that are selected."""
    return len(state.look.selected) > 1 and class_index in state.look.selected


def select(state: State, classes: Iterable[int], held: int | None = None) -> Move:
    """Choose these classes; of one alone, it is held; of none, the held one stays.

    held: the class to hold, if it is among them. Else the held one stays if it is, or the nearest is held.
    """
    count = len(state.sample.classes)
    wanted = frozenset(index for index in classes if 0 <= index < count)
    if not wanted:
        return Move(state.with_look(selected=wanted), say("Select no class"), "selected")
    at = state.look.held if held is None else held
    if at not in wanted:
        at = min(wanted, key=lambda index: (abs(index - at), index))
    label = say("Select {classes}", classes=_words(state, tuple(wanted)))
    sliced = state.look.slice_class if at == state.look.held else at
    several_of = wanted if len(wanted) > 1 else frozenset()
    return Move(state.with_look(selected=several_of, held=at, slice_class=sliced), label, "selected")


def extend(state: State, class_index: int, order: Sequence[int] | None = None) -> Move:
    """Choose every class from the held one to this one, in the order shown (None: of the table)."""
    if order is None:
        first, last = sorted((state.look.held, class_index))
        return select(state, range(first, last + 1))
    places = {index: place for place, index in enumerate(order)}
    if state.look.held not in places or class_index not in places:
        return select(state, {class_index})
    first, last = sorted((places[state.look.held], places[class_index]))
    return select(state, order[first : last + 1])


def toggle(state: State, class_index: int) -> Move:
    """Choose one more class and hold it, or take one from those that are chosen; one always stays."""
    now = frozenset(chosen(state))
    if class_index not in now:
        return select(state, now | {class_index}, held=class_index)
    return select(state, now - {class_index} or now)


def select_all(state: State) -> Move:
    """Choose every class."""
    return select(state, range(len(state.sample.classes)))


def clear(state: State) -> Move | None:
    """Choose the held class alone; None where it is so already."""
    return select(state, ()) if state.look.selected else None


def inside(figure: Figure, x0: float, y0: float, x1: float, y1: float) -> frozenset[int]:
    """Return the classes whose logit handles lie in a rectangle of the figure's units.

    Of a handle that is grabbed by its column, the column counts, any part of it at any height; of one in a
    row, the row.
    """
    left, right = sorted((x0, x1))
    bottom, top = sorted((y0, y1))

    def lies(handle: Handle) -> bool:
        x, y = handle.place.x, handle.place.y
        if handle.reach == "column" and handle.axis == "x":
            return y - handle.span < top and bottom < y + handle.span
        if handle.reach == "column":
            return x - handle.span < right and left < x + handle.span
        return left <= x <= right and bottom <= y <= top

    found = (handle for handle in figure.handles if handle.id.startswith(KIND) and lies(handle))
    return frozenset(int(handle.id.removeprefix(KIND)) for handle in found)


# Edits of the chosen classes, in the current sample


def scale(state: State, factor: float) -> Move:
    """Multiply the chosen logits."""
    with np.errstate(over="ignore", invalid="ignore"):  # what overflows is infinite, and shown as such
        logits = _logits(state) * factor
    label = _of(
        state, noted("Scale logit of {name} by {factor}"), noted("Scale {count} logits by {factor}"),
        factor=_plain(factor),
    )  # fmt: skip
    return _with_logits(state, logits, label, "scale")


def shift(state: State, amount: float, verb: str = "Shift") -> Move:
    """Add the same amount to the chosen logits. verb: "Shift" or one of GESTURES."""
    if verb in GESTURES:
        label = _of(state, *GESTURES[verb])
    else:
        label = _of(
            state, noted("Shift logit of {name} by {amount}"), noted("Shift {count} logits by {amount}"),
            amount=_plain(amount, signed=True),
        )  # fmt: skip
    return _with_logits(state, _shifted(_logits(state), amount), label, "shift")


def move_by(state: State, amount: float, verb: str) -> Move:
    """Shift the chosen logits as far as the pointer or a key may: until one of them is at +-FARTHEST.

    All keep their distances; a logit that is not finite, or farther out already, holds nobody back.
    """
    logits = _logits(state)
    within = logits[np.abs(logits) <= FARTHEST]
    if within.size:
        amount = min(max(amount, -FARTHEST - float(within.min())), FARTHEST - float(within.max()))
    return shift(state, amount, verb)


def set_logits(state: State, value: float) -> Move:
    """Give every chosen class the same logit, any float."""
    label = _of(
        state, noted("Set logit of {name} to {value}"), noted("Set {count} logits to {value}"),
        value=_plain(value, signed=True),
    )  # fmt: skip
    return _with_logits(state, np.full(len(chosen(state)), value), label, "logits")


def set_targets(state: State, value: float) -> Move:
    """Give every chosen class the same target: 1 labels it, 0 unlabels it, else it is soft."""
    made = labelling(_words(state, chosen(state)), value, _plain(value))
    return _with_targets(state, np.full(len(chosen(state)), value), made)


def labelling(name: str, value: float, written: str) -> str:
    """Say that a target is set: 1 labels, 0 unlabels, else the number is said as it is written."""
    if value == 0.0:
        return say("Unlabel {name}", name=name)
    return (
        say("Label {name}", name=name)
        if value == 1.0
        else say("Set {name} to {value}", name=name, value=written)
    )


def label(state: State) -> Move:
    """Label the chosen classes; take the labels off where all of them have one."""
    labelled = state.sample.targets[_places(state)] > 0.5
    return set_targets(state, 0.0 if labelled.all() else 1.0)


def flip(state: State) -> Move:
    """Give every chosen class the opposite target, 1 - t."""
    targets = 1.0 - state.sample.targets[_places(state)]
    label = _of(state, noted("Flip label of {name}"), noted("Flip {count} labels"))
    return _with_targets(state, targets, label)


def negate(state: State) -> Move:
    """Turn the signs of the chosen logits round."""
    label = _of(state, noted("Negate logit of {name}"), noted("Negate {count} logits"))
    return _with_logits(state, 0.0 - _logits(state), label, "negate")


# What they share


def _places(state: State) -> NDArray[np.intp]:
    return _array(chosen(state))


@lru_cache(maxsize=8)
def _array(classes: tuple[int, ...]) -> NDArray[np.intp]:
    return np.array(classes, dtype=np.intp)


def _logits(state: State) -> Numbers:
    return grounded(state).sample.logits[_places(state)]


def _shifted(logits: Numbers, amount: float) -> Numbers:
    with np.errstate(over="ignore", invalid="ignore"):
        moved = logits + amount
        near = np.abs(moved) < ROUNDED
        moved[near] = np.round(moved[near], DIGITS) + 0.0
    return moved


def _with_logits(state: State, values: Numbers, label: str, kind: str) -> Move:
    start = grounded(state)
    logits = start.sample.logits.copy()
    logits[_places(state)] = values
    table = start.study.table.with_logits(state.look.sample, logits)
    return Move(state.with_study(start.study.with_table(table)), label, _target(state, kind))


def _with_targets(state: State, values: Numbers, label: str) -> Move:
    start = grounded(state)
    targets = start.sample.targets.copy()
    targets[_places(state)] = values
    table = start.study.table.with_targets(state.look.sample, targets)
    return Move(state.with_study(start.study.with_table(table)), label, _target(state, "targets"))


def _target(state: State, kind: str) -> str:
    return f"{kind}:{state.look.sample}:{hash(chosen(state))}"


def _words(state: State, classes: Sequence[int]) -> str:
    """Name one class, or count several: "cat", "3 classes"."""
    if len(classes) == 1:
        return state.sample.classes[classes[0]]
    return say("{count} classes", count=numbers.count(len(classes)))


def _of(state: State, one: str, several: str, **values: str) -> str:
    """Say what is done to the `{name}` of the one chosen class, or to the `{count}` of several."""
    classes = chosen(state)
    if len(classes) == 1:
        return say(one, name=state.sample.classes[classes[0]], **values)
    return say(several, count=numbers.count(len(classes)), **values)


def _plain(value: float, signed: bool = False) -> str:
    """Write a number of a label as short as it is exact: "2", "−0.5", "+0.1"."""
    text = f"{value:+g}" if signed else f"{value:g}"
    return numbers.with_minus(text)
