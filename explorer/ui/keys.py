"""What a key does at the handle that a card holds: pure, from a key press to a move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt

from explorer.plots import moves

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explorer.plots.figure import Handle
    from explorer.plots.moves import Move
    from explorer.study.state import State

STEPS = {Qt.KeyboardModifier.ShiftModifier: 1.0, Qt.KeyboardModifier.ControlModifier: 0.01}
TARGETS = {Qt.Key.Key_0: 0.0, Qt.Key.Key_1: 1.0, Qt.Key.Key_S: 0.5}
ARROWS: dict[Qt.Key, tuple[Literal["x", "y"], int]] = {
    Qt.Key.Key_Left: ("x", -1),
    Qt.Key.Key_Right: ("x", 1),
    Qt.Key.Key_Down: ("y", -1),
    Qt.Key.Key_Up: ("y", 1),
}


def step_of(event: QKeyEvent) -> float:
    """How far one press moves a logit: 0.1, with Shift 1, with Ctrl 0.01."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return STEPS.get(modifiers, 0.1)


def handle_key(state: State, handle: Handle, event: QKeyEvent) -> Move | None:
    """Nudge the handle along its axis; on bars left and right choose the next one."""
    if Qt.Key(event.key()) not in ARROWS:
        return None
    axis, direction = ARROWS[Qt.Key(event.key())]
    if handle.axis in (axis, "both"):
        return moves.nudge(state, handle.id, direction * step_of(event), axis)
    return moves.choose(state, direction) if axis == "x" else None


def target_key(state: State, handle: Handle, event: QKeyEvent) -> Move | None:
    """0 and 1 set the target of a bar's class and of those selected with it, S makes it soft."""
    kind, _, index = handle.id.partition(":")
    value = TARGETS.get(Qt.Key(event.key()))
    if kind != "logit" or value is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return moves.mark(state, int(index), value)
