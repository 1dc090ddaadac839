"""A button of a dialog that Return in a field does not press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable


def button(text: str, run: Callable[[], object]) -> QPushButton:
    """Return a button that does something when it is pressed."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.clicked.connect(lambda *_: run())
    return made
