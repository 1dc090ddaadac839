"""A text that is not allowed: marked where it was typed, and why said there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolTip

from explorer.ui.scaling import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

EDGES: Final = 14  # of a bubble, above and below its text together
POINTER: Final = 32  # most that Qt leaves between a place and the bubble under it


def show_wrong(field: QLineEdit, wrong: bool) -> None:
    """Mark a field as wrong, or as right again, in the way of the sheet."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        # a sheet looks at a property only when the widget is dressed again
        field.style().unpolish(field)
        field.style().polish(field)


def say_wrong(field: QLineEdit, problem: str) -> None:
    """Say in a bubble under the field what is wrong with its text; above it where the screen ends."""
    area = field.rect().translated(field.mapToGlobal(QPoint(0, 0)))
    height = QFontMetrics(QToolTip.font()).height() + px(EDGES)
    fits = area.bottom() + POINTER + height <= field.screen().geometry().bottom()
    # Qt would move what does not fit over the field
    place = area.bottomLeft() if fits else area.topLeft() - QPoint(0, POINTER + height)
    QToolTip.showText(place, problem, field)
