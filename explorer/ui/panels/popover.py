"""A small panel over the window, anchored to something in it; it blocks nothing and goes with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from explorer.paint.surface import colour
from explorer.ui.escape import claims_escape
from explorer.ui.focus import Earlier
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

RADIUS: Final = 8.0
EDGE: Final = 8  # from the window's sides
GAP: Final = 4  # from what it is anchored to


class Popover(QWidget):
    """Over the other parts of its window; `closed` comes when it goes, whatever the reason.

    It goes when the keyboard goes elsewhere in the window, or with Esc (`cancelled` first). If it still
    has the keyboard, that goes back to what had it before.
    """

    closed = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._before = Earlier()  # what had the keyboard before
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.update()

    def show_at(
        self, anchor: QWidget, beside: bool = False, above: bool = False, back: QWidget | None = None
    ) -> None:
        """Show it under a part of the window, beside its lower end, or above it; inside the window.

        back: what gets the keyboard when it goes; None: what has it now.
        """
        window = self.parentWidget()
        assert window is not None
        if not self.isVisible():
            self._before.keep(back or window.focusWidget())
        self.adjustSize()
        corner = anchor.mapTo(window, QPoint(0, anchor.height() + px(GAP)))
        if beside:
            corner = anchor.mapTo(window, QPoint(anchor.width() + px(GAP), anchor.height() - self.height()))
        if above:
            corner = anchor.mapTo(window, QPoint(0, -self.height() - px(GAP)))
        right, bottom = window.width() - self.width() - px(EDGE), window.height() - self.height() - px(EDGE)
        self.move(max(px(EDGE), min(corner.x(), right)), max(px(EDGE), min(corner.y(), bottom)))
        self.show()
        self.raise_()

    def close_it(self) -> None:
        """Go."""
        if not self.isVisible():
            return
        now, before = self.focusWidget(), self._before.take()
        has_keyboard = now is not None and now.hasFocus()
        self.hide()
        if has_keyboard and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when the keyboard has gone to another part of the window."""
        if self.isVisible() and now is not None and not self._carries(now):
            self.close_it()

    def _carries(self, widget: QWidget) -> bool:
        """Say whether a widget is this, is in it, or is in a list that something in it has opened."""
        carrier: QWidget | None = widget
        while carrier is not None and carrier is not self:
            carrier = carrier.parentWidget()  # Qt's isAncestorOf ends at a list, which is a window
        return carrier is self

    def event(self, event: QEvent) -> bool:
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            self.close_it()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(self.theme.colour("edge")), 1.0))
            painter.setBrush(colour(self.theme.colour("card")))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
