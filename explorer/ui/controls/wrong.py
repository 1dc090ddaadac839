"""A text that is not allowed, marked where it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


def show_wrong(field: QLineEdit, wrong: bool) -> None:
    """Mark a field as wrong, or as right again, in the way of the sheet."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        # a sheet looks at a property only when the widget is dressed again
        field.style().unpolish(field)
        field.style().polish(field)
