"""The desk: editor, table, cards and losses laid out by `arrangement`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.plots import PLOTS
from explorer.ui.arrangement import Rectangle, arrange
from explorer.ui.card import Card
from explorer.ui.panels.classes import ClassesPanel
from explorer.ui.panels.losses import LossesPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.session import Session

EDITOR = "logits"
CARDS = ("gradient", "slice", "budget", "sharpening", "values", "landscape")


class Desk(QWidget):
    """Every part at its place; an enlarged card covers the middle."""

    enlarge_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.cards = {key: Card(session, PLOTS[key], theme, self) for key in (EDITOR, *CARDS)}
        self.classes = ClassesPanel(session, theme, self)
        self.losses = LossesPanel(session, theme, self)
        for card in self.cards.values():
            card.enlarge_asked.connect(self.enlarge_asked)
        self._arranged: dict[str, Rectangle] = {}
        session.changed.connect(self.arrange)
        self.arrange()

    @property
    def parts(self) -> dict[str, QWidget]:
        """Every part by the name that `arrange` uses."""
        return {**self.cards, "classes": self.classes, "losses": self.losses}

    def set_theme(self, theme: Theme) -> None:
        """Draw every part in another theme."""
        for card in self.cards.values():
            card.set_theme(theme)
        self.classes.set_theme(theme)
        self.losses.set_theme(theme)

    def arrange(self) -> None:
        """Lay the parts out for the size at hand; does nothing when nothing has moved."""
        look = self.session.state.look
        table = self.classes.height_of(self.session.state.study.table.class_count)
        places = arrange(self.width(), self.height(), CARDS, table, look.enlarged)
        if places == self._arranged:
            return
        self._arranged = places
        for name, part in self.parts.items():
            place = places.get(name)
            part.setVisible(place is not None)
            if place is not None:
                part.setGeometry(QRect(place.x, place.y, place.width, place.height))
        for key, card in self.cards.items():
            card.show_enlarged(look.enlarged == key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def cancel_gesture(self) -> bool:
        """Leave the drag under way in any card; say whether there was one."""
        return any([card.canvas.cancel() for card in self.cards.values()] + [self.losses.cancel_gesture()])
