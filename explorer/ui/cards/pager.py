"""The pages of cards in a small window: one segment a page, or arrows where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QToolButton, QWidget

from explorer.plots import PLOTS
from explorer.ui.focus import tab_to_chosen
from explorer.ui.icons import icon
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme

Pages = tuple[tuple[str, ...], ...]

LABEL: Final = noted("Cards")
SPACE: Final = 8
PADDING: Final = 9  # left and right of a segment's text
LEAST: Final = 90  # width of a segment; below it there are arrows


class Pager(QWidget):
    """Says which cards are on which page; `turned` carries the page that was asked for."""

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pager")
        self.setAccessibleName(say("Pages of cards"))
        self._theme = theme
        self._pages: Pages = ()
        self._page = 0
        self.label = QLabel(say(LABEL), self)
        self.label.setObjectName("status")
        self.frame = QFrame(self)
        self.frame.setObjectName("segments")
        self.segments: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.turned)
        self.words = QLabel(self.frame)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.previous, self.next = (
            self._arrow(say("Previous page of cards"), -1),
            self._arrow(say("Next page of cards"), 1),
        )
        self.set_theme(theme)

    def _arrow(self, name: str, step: int) -> QToolButton:
        button = QToolButton(self.frame)
        button.setObjectName("quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.turned.emit(self._page + step))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        for button, sign in ((self.previous, "previous"), (self.next, "next")):
            button.setIcon(icon(sign, theme.colour("ink"), theme.colour("edge")))
            button.setIconSize(QSize(px(16), px(16)))
        self._arrange()

    def show_pages(self, pages: Pages, page: int) -> None:
        """Show these pages, one of them as the one on screen."""
        if (pages, page) == (self._pages, self._page):
            return
        if pages != self._pages:
            self._make_segments(pages)
        self._pages, self._page = pages, page
        if page < len(self.segments):
            self.segments[page].setChecked(True)
            tab_to_chosen(self.segments)
        self._arrange()

    def _make_segments(self, pages: Pages) -> None:
        for old in self.segments:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self.segments = []
        for number, page in enumerate(pages):
            button = QPushButton(self.frame)
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(say("Page {number}: {cards}", number=number + 1, cards=_words(page)))
            self._group.addButton(button, number)
            self.segments.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Give each segment a share of the room by its text; arrows when that is too little."""
        label = self.label.sizeHint().width()
        left = label + px(SPACE)
        self.label.setGeometry(0, 0, label, self.height())
        self.frame.setGeometry(left, 0, max(1, self.width() - left), self.height())
        inside = self.frame.rect().adjusted(px(3), px(3), -px(3), -px(3))
        few = len(self._pages) * px(LEAST) <= inside.width()
        for button in self.segments:
            button.setVisible(few)
        for part in (self.previous, self.next, self.words):
            part.setVisible(not few)
        if few and self._pages:
            self._arrange_segments(inside)
        elif self._pages:
            self._arrange_arrows(inside)

    def _arrange_segments(self, room: QRect) -> None:
        self.segments[0].ensurePolished()
        face = self.segments[0].font()
        face.setBold(True)  # as the one that is shown, so that nothing moves
        metrics, padding, start = QFontMetrics(face), px(PADDING), room.left()
        wanted = [metrics.horizontalAdvance(_words(page)) + 2 * padding for page in self._pages]
        shares = _shares(wanted, room.width())
        for button, page, width in zip(self.segments, self._pages, shares, strict=True):
            button.setGeometry(start, room.top(), width, room.height())
            start += width
            text = _fitting(page, metrics, width - padding)
            button.setText(text.replace("&", "&&"))
            button.setToolTip(_words(page))

    def _arrange_arrows(self, room: QRect) -> None:
        side = room.height()
        self.previous.setGeometry(room.left(), room.top(), side, side)
        self.next.setGeometry(room.right() - side + 1, room.top(), side, side)
        self.words.setGeometry(room.adjusted(side, 0, -side, 0))
        text = say(
            "{cards}, {page} of {pages}",
            cards=_words(self._pages[self._page]),
            page=self._page + 1,
            pages=len(self._pages),
        )
        metrics = QFontMetrics(self.words.font())
        self.words.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.words.width()))
        self.words.setToolTip(text)


def _words(page: Sequence[str]) -> str:
    return say(", ", "between names").join(PLOTS[key].said for key in page)


def _fitting(page: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """Return the titles of a page, in little room the first ones and how many more there are."""
    for count in range(len(page), 0, -1):
        text, rest = _words(page[:count]), len(page) - count
        if rest:
            text = say("{cards}, +{count}", cards=text, count=rest)
        if metrics.horizontalAdvance(text) <= room:
            return text
    return metrics.elidedText(_words(page), Qt.TextElideMode.ElideRight, room)


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """Return widths that add up to the room: the spare divided equally, or what is wanted in proportion."""
    spare = room - sum(wanted)
    if spare >= 0:
        shares = [width + spare // len(wanted) for width in wanted]
    else:
        shares = [width * room // sum(wanted) for width in wanted]
    shares[-1] += room - sum(shares)
    return shares
