"""What a key does at the handle that a card holds: pure, from a key press to a move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt

from explorer.plots import moves, selection
from explorer.plots.pointing import class_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explorer.plots.figure import Figure, Handle
    from explorer.plots.moves import Move
    from explorer.study.state import State

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
STEPS = {SHIFT: 1.0, CONTROL: 0.01}
TARGETS = {Qt.Key.Key_0: 0.0, Qt.Key.Key_1: 1.0, Qt.Key.Key_S: 0.5}
ARROWS: dict[Qt.Key, tuple[Literal["x", "y"], int]] = {
    Qt.Key.Key_Left: ("x", -1),
    Qt.Key.Key_Right: ("x", 1),
    Qt.Key.Key_Down: ("y", -1),
    Qt.Key.Key_Up: ("y", 1),
}
ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}


def key_move(state: State, figure: Figure, event: QKeyEvent) -> Move | None:
    """Return what a key comes to in a card; None where it has no meaning.

    At a bar: up and down nudge, left and right choose (with Shift: select as far as there), Home and End
    go to the ends, 0, 1 and S change the label. Other handles are nudged. A card without handles
    that shows classes chooses among them.
    """
    held = moves.held_handle(state, figure)
    if held is None:
        return _choice(state, event) if figure.x.names else None
    move = target_key(state, held, event) or handle_key(state, held, event)
    if move is None and class_of(held) is not None:
        return _choice(state, event)
    return move


def step_of(event: QKeyEvent) -> float:
    """How far one press moves a logit: 0.1, with Shift 1, with Ctrl 0.01."""
    return STEPS.get(_modifiers(event), 0.1)


def handle_key(state: State, handle: Handle, event: QKeyEvent) -> Move | None:
    """Nudge the handle along its axis; on bars the arrows across it choose the next one."""
    if Qt.Key(event.key()) not in ARROWS:
        return None
    axis, direction = ARROWS[Qt.Key(event.key())]
    if handle.axis in (axis, "both"):
        return moves.nudge(state, handle.id, direction * step_of(event), axis)
    return _choice(state, event) if axis == "x" else None


def target_key(state: State, handle: Handle, event: QKeyEvent) -> Move | None:
    """0 and 1 set the target of a bar's class and of those selected with it, S makes it soft."""
    index = class_of(handle)
    if index is None or event.modifiers() & CONTROL:
        return None
    value = TARGETS.get(Qt.Key(event.key()))
    return None if value is None else moves.mark(state, index, value)


def _choice(state: State, event: QKeyEvent) -> Move | None:
    """Hold the next class, or the first or last; with Shift select all from the held one to it."""
    key, count = Qt.Key(event.key()), len(state.sample.classes)
    if key in ENDS:
        step = ENDS[key] * count
    elif ARROWS.get(key, ("y", 0))[0] == "x":
        step = ARROWS[key][1]
    else:
        return None
    if _modifiers(event) == SHIFT:
        return _grown(state, step)
    return moves.choose(state, step)


def _grown(state: State, step: int) -> Move:
    """Let the selection reach `step` classes further; the held class, from which it grows, moves along."""
    last = len(state.sample.classes) - 1
    index = min(max(state.look.held + step, 0), last)
    first, end = sorted((state.look.held, index))
    chosen = selection.chosen(state)
    if index in chosen and index != state.look.held:  # back over what was selected before
        kept = [each for each in chosen if not (first <= each <= end) or each == index]
        return selection.select(state, kept, held=index)
    return selection.select(state, {*chosen, *range(first, end + 1)}, held=index)


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
