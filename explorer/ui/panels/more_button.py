"""A button of a card that is seen while pointer or focus is near: three dots, or a cross."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from explorer.ui.focus import CLOSE

MORE: Final = 24  # side


class MoreButton(QToolButton):
    """A quiet button, seen while the pointer is over its card or the focus is on it."""

    def __init__(self, name: str, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._sign = QIcon()
        self._near = False
        self.setObjectName("quiet")
        self.setProperty(CLOSE, True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_size(MORE, 16)

    @property
    def is_shown(self) -> bool:
        """Whether the sign is seen."""
        return self._near or self.hasFocus()

    def set_size(self, side: int, sign: int) -> None:
        """Take the sides of button and sign, in logical pixels."""
        self.setFixedSize(side, side)
        self.setIconSize(QSize(sign, sign))

    def set_sign(self, sign: QIcon) -> None:
        """Take the sign in the theme's colour."""
        self._sign = sign
        self._show()

    def set_near(self, near: bool) -> None:
        """Show the sign while the pointer is over the card."""
        self._near = near
        self._show()

    def _show(self) -> None:
        self.setIcon(self._sign if self.is_shown else QIcon())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show()
            self._card.update()
        return handled
