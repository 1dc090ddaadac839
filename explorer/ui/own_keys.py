"""Keys that a part of the window uses itself, though they are shortcuts of the window too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QWidget

_PRESSES: Final = frozenset((Qt.Key.Key_Space,))
_TYPES: Final = frozenset((Qt.Key.Key_Space, Qt.Key.Key_Period, Qt.Key.Key_Comma))
_OWN: Final[tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...]] = (
    (QAbstractButton, _PRESSES),
    (QComboBox, _TYPES),
    (QAbstractItemView, _TYPES),
)


def claims_own_key(event: QEvent) -> bool:
    """Leave a key to the button, list or table that has the keyboard and uses it; say whether it was one.

    For the window, which is asked whose a key is after that part said nothing. Text fields claim themselves
    what can be typed.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    focused = QApplication.focusWidget()
    if not any(isinstance(focused, kind) and event.key() in keys for kind, keys in _OWN):
        return False
    event.accept()
    return True
