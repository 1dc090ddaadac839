"""Esc for a small part of the window, which is asked before the window's own shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claims_escape(event: QEvent) -> bool:
    """Claim Esc where an event asks whose it is; say whether it asked."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.key() != Qt.Key.Key_Escape:
        return False
    event.accept()
    return True
