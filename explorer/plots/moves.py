"""What each handle does: from a state, a handle's id and a position to the next state.

Everything here is pure. At a later step of a descent an edit begins with what is shown, see
`analysis.at_time.grounded`. A move names itself for the undo list, and names its target, so that
repeats on the same target become one entry. A move of the look alone leaves the study as it is.
"""

from __future__ import annotations

from math import isfinite, isnan, log10
from typing import TYPE_CHECKING, Final, Literal

from explorer.analysis.at_time import grounded
from explorer.plots import numbers, owner_of, selection
from explorer.plots.move import FARTHEST as FARTHEST
from explorer.plots.move import Move as Move
from explorer.plots.names import COLUMNS, NARROW_COLUMNS
from explorer.plots.selection import labelling
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.plots.figure import Figure, Handle
    from explorer.study.state import State
    from explorer.study.table import Table

NO_CLASSES: Final[frozenset[int]] = frozenset()
DIGITS: Final = 2  # of what the pointer sets
ALPHAS: Final = (0.1, 10.0)
ALPHA_KEYS: Final = 0.5  # decades of alpha for an amount of 1
CHIP_MOST: Final = 0.92  # of a class's column is its chip
CHIP_GAP: Final = 1 / 130  # half the gap between two chips over the usual width of the plot
DOT_WAY: Final = 0.06  # the same for half the way of a target that is dragged on a dot
CHIP_SHARE: Final = 0.28  # of the columns' common width is one chip, where there is room


def parts(handle_id: str) -> tuple[str, int]:
    """Split a handle's id into kind and index: "logit:3" -> ("logit", 3), "alpha" -> ("alpha", -1)."""
    kind, _, index = handle_id.partition(":")
    return kind, int(index) if index else -1


def chip_span(class_count: int) -> float:
    """Return half the width of a chip, counted in columns of the classes."""
    return min(CHIP_MOST, CHIP_SHARE * max(class_count, 1)) / 2


def dragged_span(class_count: int) -> float:
    """Return half the way over which a dragged target runs from 0 to 1, counted in columns.

    That is the chip, which keeps a gap to its neighbours; where chips are dots it is wider than one
    column, or 0.30 could not be hit.
    """
    if class_count > COLUMNS:
        return DOT_WAY * class_count
    return chip_span(class_count) - CHIP_GAP * class_count


# Edits of the current sample

GESTURES: Final = {"Drag": noted("Drag {name}"), "Nudge": noted("Nudge {name}")}


def set_logit(state: State, class_index: int, value: float, verb: str = "Set") -> Move:
    """Give a class another logit. The value is taken as it is; verb: "Set" or one of GESTURES."""
    name = _name(state, class_index)
    if verb in GESTURES:
        label = say(GESTURES[verb], name=name)
    else:
        label = say("Set logit of {name} to {value}", name=name, value=numbers.signed(value))
    edited = _edited(state, lambda table, sample: table.with_logit(sample, class_index, value))
    return Move(edited, label, _target(state, "logit", class_index))


def set_target(state: State, class_index: int, value: float) -> Move:
    """Give a class another target; 1 labels it, 0 unlabels it, anything between is a soft label."""
    name = _name(state, class_index)
    label = labelling(name, value, numbers.fixed(value))
    edited = _edited(state, lambda table, sample: table.with_target(sample, class_index, value))
    return Move(edited, label, _target(state, "target", class_index))


def mark(state: State, class_index: int, value: float) -> Move:
    """Give a class, and those selected with it, another target."""
    if selection.several(state, class_index):
        return selection.set_targets(state, value)
    return set_target(state, class_index, value)


def toggle(state: State, class_index: int) -> Move:
    """Take the label off a class that is more labelled than not, else label it."""
    return set_target(state, class_index, 0.0 if state.sample.targets[class_index] > 0.5 else 1.0)


def set_alpha(state: State, alpha: float) -> Move:
    """Sharpen by another alpha, kept within 0.1 to 10."""
    held = min(max(alpha, ALPHAS[0]), ALPHAS[1])
    return Move(state.with_look(alpha=round(held, DIGITS)), say("Change α"), "alpha")


# Gestures


def grab(state: State, handle_id: str) -> Move | None:
    """Hold the class of a handle, and slice along it. None when it is held already or has no class."""
    kind, index = parts(handle_id)  # of a module's own handle none of these kinds
    return hold(state, index) if kind in ("logit", "target") and _exists(state, index) else None


def hold(state: State, class_index: int) -> Move | None:
    """Hold a class and slice along it; None when both are so already.

    A selection that the class is not in is given up.
    """
    kept = state.look.selected if class_index in state.look.selected else NO_CLASSES
    if state.look.held == class_index == state.look.slice_class and kept == state.look.selected:
        return None
    held = state.with_look(held=class_index, slice_class=class_index, selected=kept)
    return Move(held, _hold_label(state, class_index), "held")


def choose(state: State, step: int) -> Move:
    """Hold the class `step` places further and it alone, stopping at the first and the last."""
    index = min(max(state.look.held + step, 0), len(state.sample.classes) - 1)
    chosen = state.with_look(held=index, slice_class=index, selected=NO_CLASSES)
    return Move(chosen, _hold_label(state, index), "held")


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Bring a handle to a position in its figure's units; None for a handle that is not there.

    Logits and targets are rounded to 0.01 and kept to what the handle allows. Bars take the y, in rows (of
    more than 60 classes) the x; a chip in a row takes the share of it that lies left of the position as x
    (`Layout.share_of_chip`). A position that is not a number moves nothing.
    """
    if not all(isfinite(coordinate) for coordinate in position):
        return None
    if "." in handle_id:
        return _own(handle_id, "move", state, handle_id, position)
    kind, index = parts(handle_id)
    if not _known(state, kind, index):
        return None
    x, y = position
    match kind:
        case "logit":
            return _drag(state, index, _logit(x if _in_rows(state) else y))
        case "target":
            return set_target(state, index, _target_at(state, index, x))
        case "slice":
            return set_logit(state, state.look.slice_class, _logit(x), "Drag")
        case "alpha":
            return set_alpha(state, 10.0 ** min(max(x, -9.0), 9.0))
    return _move_both(state, x, y)


def _drag(state: State, class_index: int, value: float) -> Move:
    """Bring a bar to a logit; the bars selected with it go the same way."""
    now = float(grounded(state).sample.logits[class_index])
    if isfinite(now) and selection.several(state, class_index):
        return selection.move_by(state, value - now, "Drag")
    return set_logit(state, class_index, value, "Drag")


def click(state: State, handle_id: str) -> Move | None:
    """Press and release in place: a chip changes its label; a bar is held (see `grab`), and it alone."""
    if "." in handle_id:
        return _own(handle_id, "click", state, handle_id)
    kind, index = parts(handle_id)
    if kind == "logit" and selection.several(state, index):
        return selection.select(state, {index})
    return toggle(state, index) if kind == "target" and _exists(state, index) else None


def nudge(state: State, handle_id: str, amount: float, axis: Literal["x", "y"] = "x") -> Move | None:
    """Move a handle by a key: `amount` in logits, in targets, or in half decades of alpha.

    A bar takes those selected with it along.

    axis: which of its two logits the start of the landscape's paths changes.
    """
    if "." in handle_id:
        return _own(handle_id, _nudging(handle_id, axis), state, handle_id, amount)
    kind, index = parts(handle_id)
    if not _known(state, kind, index):
        return None
    if kind == "target":
        now = state.sample.targets[index]
        return set_target(state, index, round(min(max(_or_zero(now) + amount, 0.0), 1.0), 4))
    if kind == "alpha":
        return _nudge_alpha(state, amount)
    if kind == "slice":
        index = state.look.slice_class
    elif kind == "landscape":
        index = state.look.landscape[0 if axis == "x" else 1]
    if kind == "logit" and selection.several(state, index):
        return selection.move_by(state, amount, "Nudge")
    now = float(grounded(state).sample.logits[index])
    return set_logit(state, index, _nudged(now, amount), "Nudge")


def held_handle(state: State, figure: Figure) -> Handle | None:
    """Return the handle that keys act on: the held class's bar, else the figure's first handle of its own.

    Of handles that a module says itself what they do, the selected one, else the first.
    """
    wanted = (f"logit:{state.look.held}", "slice", "alpha", "landscape")
    found = {handle.id: handle for handle in figure.handles if handle.id in wanted}
    own = [handle for handle in figure.handles if "." in handle.id]
    first = next((handle for handle in own if handle.selected), own[0] if own else None)
    return next((found[name] for name in wanted if name in found), first)


# What they share


def _nudging(handle_id: str, axis: Literal["x", "y"]) -> str:
    """Return the function of the module that the keys up and down call: its own one, where there is one."""
    owner = owner_of(handle_id)
    return "nudge_up" if axis == "y" and owner is not None and owner.part("nudge_up") else "nudge"


def _own(handle_id: str, what: str, *arguments: object) -> Move | None:
    """Ask the module of the figure whose handle it is; None where it says nothing."""
    owner = owner_of(handle_id)
    act = owner.part(what) if owner is not None else None
    found: Move | None = act(*arguments) if act is not None else None
    return found


def _edited(state: State, edit: Callable[[Table, int], Table]) -> State:
    """Return the state with an edited table; the state itself when that is as before."""
    start = grounded(state)
    table = edit(start.study.table, state.look.sample)
    return state if table is start.study.table else state.with_study(start.study.with_table(table))


def _name(state: State, class_index: int) -> str:
    return state.sample.classes[class_index]


def _target(state: State, kind: str, class_index: int) -> str:
    return f"{kind}:{state.look.sample}:{class_index}"


def _hold_label(state: State, class_index: int) -> str:
    return say("Hold {name}", name=_name(state, class_index))


def _exists(state: State, class_index: int) -> bool:
    return 0 <= class_index < len(state.sample.classes)


def _known(state: State, kind: str, index: int) -> bool:
    if kind in ("logit", "target"):
        return _exists(state, index)
    return kind in ("slice", "alpha") or (kind == "landscape" and len(state.sample.classes) > 1)


def _logit(value: float) -> float:
    """Round what the pointer says and keep it within +-FARTHEST; never −0."""
    return round(min(max(value, -FARTHEST), FARTHEST), DIGITS) + 0.0


def _in_rows(state: State) -> bool:
    """Say whether the editor lists the classes as rows, whose bars lie."""
    return len(state.sample.classes) > NARROW_COLUMNS


def _target_at(state: State, class_index: int, x: float) -> float:
    """Return the target at a place across a chip: 0 at its left end, 1 at its right end.

    In rows x is that already; chips that lie in their class's column are as wide as the column lets them.
    """
    if _in_rows(state):
        return round(min(max(x, 0.0), 1.0), DIGITS)
    span = dragged_span(len(state.sample.classes))
    return round(min(max(0.5 + (x - class_index) / (2 * span), 0.0), 1.0), DIGITS)


def _move_both(state: State, x: float, y: float) -> Move:
    """Give the two logits of the landscape's axes other values, as one step."""
    first, second = state.look.landscape
    label = say("Drag {first} and {second}", first=_name(state, first), second=_name(state, second))
    edited = _edited(
        state,
        lambda table, sample: table.with_logit(sample, first, _logit(x)).with_logit(
            sample, second, _logit(y)
        ),
    )
    return Move(edited, label, f"landscape:{state.look.sample}:{first}:{second}")


def _or_zero(value: float) -> float:
    return 0.0 if isnan(value) else float(value)


def _nudged(value: float, amount: float) -> float:
    """Move a logit, rounded to 12 digits so that ten steps of 0.1 make 1; never further out than FARTHEST.

    A logit that lies outside already may come back but not go on; NaN starts at 0.
    """
    value = _or_zero(value)
    farthest = max(FARTHEST, abs(value))
    return round(min(max(value + amount, -farthest), farthest), 12) + 0.0


def _nudge_alpha(state: State, amount: float) -> Move:
    """Multiply alpha; at least by what its two digits show."""
    now = min(max(state.look.alpha, ALPHAS[0]), ALPHAS[1])
    wanted = 10.0 ** (log10(now) + ALPHA_KEYS * amount)
    smallest = 10.0**-DIGITS
    if abs(wanted - now) < smallest:
        wanted = now + (smallest if amount > 0 else -smallest)
    return set_alpha(state, wanted)
