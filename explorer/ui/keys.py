"""What a key does at the handle that a card holds: pure, from a key press to a move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from explorer.plots import moves

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explorer.plots.figure import Figure, Handle
    from explorer.plots.moves import Move
    from explorer.study.state import State

STEPS = {Qt.KeyboardModifier.ShiftModifier: 1.0, Qt.KeyboardModifier.ControlModifier: 0.01}
TARGETS = {Qt.Key.Key_0: 0.0, Qt.Key.Key_1: 1.0, Qt.Key.Key_S: 0.5}
ALONG = {
    "x": {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
    "y": {Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1},
}
CHOOSE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def step_of(event: QKeyEvent) -> float:
    """How far one press moves a logit: 0.1, with Shift 1, with Ctrl 0.01."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return STEPS.get(modifiers, 0.1)


def handle_key(state: State, figure: Figure, handle: Handle, event: QKeyEvent) -> Move | None:
    """Nudge the handle along its axis; on bars left and right choose the next one."""
    key = Qt.Key(event.key())
    for axis, directions in ALONG.items():
        if key in directions and handle.axis == axis:
            return moves.nudge(state, handle.id, directions[key] * step_of(event))
    if handle.axis == "y" and key in CHOOSE:
        return moves.choose(state, CHOOSE[key])
    return None


def target_key(state: State, handle: Handle, event: QKeyEvent) -> Move | None:
    """0 and 1 set the target of a bar's class, S makes it soft."""
    kind, _, index = handle.id.partition(":")
    value = TARGETS.get(Qt.Key(event.key()))
    if kind != "logit" or value is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return moves.set_target(state, int(index), value)
