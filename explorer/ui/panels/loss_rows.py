"""The losses where there is little room: a row each, and its card in a popover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QToolTip, QWidget

from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.plots.numbers import DASH
from explorer.ui.focus import DISTANCE, WIDTH, draw_ring
from explorer.ui.ground import Ground
from explorer.ui.lettering import write
from explorer.ui.panels import changes
from explorer.ui.panels.signs import draw_sign
from explorer.ui.scaling import px, scale
from explorer.ui.severity import draw_severity
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.paint.theme import Theme
    from explorer.ui.panels.loss_card import LossCard

PAD: Final = 12
HEAD: Final = 32  # of the list, with its title
ROW: Final = 42
FIRST, SECOND = 13, 30  # middles of a row's two lines
TITLE: Final = 28  # left side of the texts, right of the sign
BOTTOM: Final = 6
POPOVER: Final = 296  # width of a card in its popover
EDGE: Final = 6  # of the popover round the card


class LossRow(QAbstractButton):
    """Name, value, F1 and main setting of the loss on a card; pressing it asks for the card."""

    def __init__(self, card: LossCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = card
        self._shown: tuple[object, ...] = ()
        self.setAccessibleName(say("{loss}, open its card", loss=card.loss.said))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def refresh(self) -> None:
        """Show what the card says now."""
        card = self.card
        shown = (card.words, card.on, card.look, self.setting)
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleDescription(f"{card.words.value} {card.words.f1} {self.setting}".strip())
            self.update()

    @property
    def setting(self) -> str:
        """The setting that matters most: the first one that was changed, else the first."""
        shown = self.card.study.shown[self.card.index]
        rows = self.card.rows
        changed = [row for row in rows if changes.setting_of(shown, row.parameter) != row.parameter.default]
        row = next(iter(changed or rows), None)
        return f"{row.parameter.symbol} {row.short_setting}" if row is not None else ""

    @property
    def tip(self) -> str:
        """Everything that the row may have cut."""
        words = self.card.words
        lines = [self.card.loss.said, words.problem or words.tip, words.decision, say("click for its card")]
        return "\n".join(line for line in lines if line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            card, theme, words = self.card, self.card.theme, self.card.words
            wide = self.width() / scale()
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(theme.colour("hover")))
                painter.drawRoundedRect(QRectF(4, 1, wide - 8, ROW - 2), 5, 5)
            draw_sign(painter, theme, PAD + 5, FIRST, card.look, line=False)
            right = wide - PAD
            f1 = words.f1.removeprefix("F1 ")
            taken = write(
                painter, theme, right, FIRST, f1, size="name", colour_of="ink2", anchor="right", mono=True
            )
            room = right - taken - 8 - TITLE
            role = "ink" if card.on else "mut"
            # a long title is smaller, so that it is read whole
            fits = width_of(card.loss.said, "title") <= room
            write(
                painter, theme, TITLE, FIRST, card.loss.said,
                size="title" if fits else "name", colour_of=role, bold=not fits, room=room,
            )  # fmt: skip
            if card.on:
                self._paint_value(painter, right)
            else:
                write(painter, theme, TITLE, SECOND, say("off"), size="name", colour_of="mut")
            if self.hasFocus():
                inset = DISTANCE + WIDTH + 2
                draw_ring(painter, QRectF(0, 0, wide, ROW).adjusted(inset, inset, -inset, -inset), 3, theme)

    def _paint_value(self, painter: QPainter, right: float) -> None:
        words, theme = self.card.words, self.card.theme
        missing = words.value == DASH
        taken = write(
            painter, theme, TITLE, SECOND, words.value, size="body" if missing else "value",
            colour_of="mut" if missing else "ink", bold=not missing,
        )  # fmt: skip
        left = TITLE + taken + 10
        if words.severity:
            draw_severity(painter, theme, words.severity, QPointF(left + 6, SECOND))
            left += 18
        if words.severity == "error":
            write(
                painter, theme, left, SECOND, words.problem, size="name", colour_of="error", room=right - left
            )
        elif width_of(self.setting, "name", mono=True) <= right - left:
            write(painter, theme, right, SECOND, self.setting, size="name", anchor="right", mono=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip, self)
            return True
        return super().event(event)


class LossList(Ground):
    """The rows of all shown losses on one ground; `asked` carries the row that was pressed."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.rows: list[LossRow] = []
        self.setAccessibleName(say("Losses"))

    def show_cards(self, cards: Sequence[LossCard]) -> None:
        """Make a row for each card; those before are taken away."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [LossRow(card, self) for card in cards]
        for row in self.rows:
            row.clicked.connect(lambda _checked=False, row=row: self.asked.emit(row))
            row.show()
        self._place()

    def refresh(self) -> None:
        """Show what the cards say now."""
        for row in self.rows:
            row.refresh()

    @property
    def wanted_height(self) -> int:
        """The height that shows every row."""
        return px(HEAD) + px(ROW) * len(self.rows) + px(BOTTOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        for number, row in enumerate(self.rows):
            row.setGeometry(0, px(HEAD) + px(ROW) * number, self.width(), px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            right = self.width() / scale() - PAD
            write(painter, self.theme, PAD, 17, say("Losses"), size="title", colour_of="ink")
            write(painter, self.theme, right, 17, "F1", size="name", colour_of="mut", anchor="right")
            painter.setPen(QPen(colour(self.theme.colour("line")), 1.0))
            for number in range(1, len(self.rows)):
                line = px(HEAD) / scale() + px(ROW) / scale() * number - 0.5
                painter.drawLine(QPointF(PAD, line), QPointF(right, line))


class LossPopover(QFrame):
    """Lends the card of a row room beside it; a click outside or Esc gives the card back.

    `closed` carries the card when it is free again.
    """

    closed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.card: LossCard | None = None

    def open_beside(self, row: LossRow) -> None:
        """Show the row's card left of the row, inside the screen."""
        self.card = row.card
        self.card.setParent(self)
        self.card.resized.connect(self._fit)
        self.card.show()
        self._fit()
        beside = row.mapToGlobal(QPoint(-px(8), 0)) - QPoint(self.width(), 0)
        screen = row.screen().availableGeometry()
        x = min(max(beside.x(), screen.left()), screen.right() - self.width())
        y = min(max(beside.y(), screen.top()), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.card.toggle.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        if self.card is not None:
            self.card.place(px(POPOVER))
            self.card.setGeometry(px(EDGE), px(EDGE), px(POPOVER), self.card.wanted_height)
            self.setFixedSize(px(POPOVER) + 2 * px(EDGE), self.card.wanted_height + 2 * px(EDGE))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        card, self.card = self.card, None
        if card is not None:
            card.resized.disconnect(self._fit)
            self.closed.emit(card)
