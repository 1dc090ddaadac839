"""What is half typed in a window: taken while the study and the sample that it was typed into are there.

A field takes its text when the keyboard leaves it. Where another study is opened by a menu, by a key or by
a worker's answer, the keyboard leaves after that, and the text would be taken by the study that came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@runtime_checkable
class Field(Protocol):
    """A field that can be told to take its text."""

    def commit(self) -> object:
        """Take what was typed, if anything was and it is allowed."""


def take(window: QWidget) -> None:
    """Let the field that has the keyboard in this window, if one has, take its text."""
    field = window.focusWidget()
    if isinstance(field, Field):
        field.commit()
