"""The groups of samples as a list of which one is chosen, each with its count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from explorer.paint.surface import colour
from explorer.plots import numbers
from explorer.study.study import GROUPS
from explorer.ui.focus import draw_ring
from explorer.ui.lettering import at_1, write
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.paint.theme import Theme

WORDS: Final = {
    "all": ("All samples", ""),
    "edited": ("Edited", "Samples that hold other numbers than the file"),
    "missed": ("Nothing predicted right", "The decision of the first loss has F1 = 0"),
    "unlabelled": ("No class labelled", "No target above 1/2"),
    "undefined": ("No value", "Some loss has no value for these numbers"),
}
HEIGHT: Final = 32
MARGIN: Final = 5
PAD: Final = 8.0
COUNT_ROOM: Final = 68.0  # for the count and the space before it


class GroupButton(QAbstractButton):
    """One row: words at the left, the count at the right; the chosen one is a band."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.theme, self._count = name, theme, ""
        words, tip = WORDS[name]
        self.setText(words)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int | None) -> None:
        """Show how many samples belong to the group; None while it is not known."""
        text = "" if count is None else numbers.count(count)
        if text != self._count:
            self._count = text
            self.setAccessibleName(f"{self.text()}, {text or 'not counted yet'}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(MARGIN, 1, -MARGIN, -1)
            if self.isChecked() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(self.theme.colour("hover")))
                painter.drawRoundedRect(area, 6, 6)
            painter.save()
            inside, strong = at_1(painter, area.toRect()), self.isChecked()
            middle, left, right = inside.center().y(), inside.left() + PAD, inside.right() - PAD
            write(
                painter,
                self.theme,
                left,
                middle,
                self.text(),
                colour_of="ink",
                bold=strong,
                room=inside.width() - COUNT_ROOM,
            )
            write(
                painter,
                self.theme,
                right,
                middle,
                self._count,
                size="name",
                mono=True,
                anchor="right",
                colour_of="ink2",
            )
            painter.restore()
            if self.hasFocus():
                draw_ring(painter, area.adjusted(4, 4, -4, -4), 4.0, self.theme)


class SampleGroups(QWidget):
    """The groups; `chosen` carries the name of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons = {name: GroupButton(name, theme, self) for name in GROUPS}
        for name, button in self.buttons.items():
            layout.addWidget(button)
            self._group.addButton(button)
            button.clicked.connect(partial(self.chosen.emit, name))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        for button in self.buttons.values():
            button.theme = theme
            button.updateGeometry()
            button.update()

    def show_groups(self, chosen: str, counts: Mapping[str, int]) -> None:
        """Show which group is listed, and the counts as far as they are known."""
        for name, button in self.buttons.items():
            button.setChecked(name == chosen)
            button.show_count(counts.get(name))
