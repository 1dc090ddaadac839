"""What lies over the stage for a while: what fades, the blank, a word, the list of keys, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from explorer.paint.fonts import PIXELS, font, is_chinese
from explorer.plots import stage
from explorer.ui.stage.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont, QMouseEvent, QPaintEvent

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Size

WORD_LASTS: Final = 2500  # milliseconds; a number is typed in that time
FADE: Final = 0.25  # seconds
BLANK: Final = 0.12
COLOURS: Final = {"black": "#000000", "white": "#ffffff"}
RADIUS: Final = 16.0


def stage_font(pixels: float, text: str, *, bold: bool = False) -> QFont:
    """Return the font of a text on stage, of so many real pixels."""
    role: Size = "title" if bold else "body"
    return font(role, chinese=is_chinese(text), scale=pixels / PIXELS[role])


class Overlay(QWidget):
    """Something over the whole stage or a part of it that lets the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.unit = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()


class Fade(Overlay):
    """The page that leaves, over the one that comes; that is painted once where it keeps still meanwhile."""

    def __init__(self, theme: Theme, parent: QWidget, now: Callable[[], float]) -> None:
        super().__init__(theme, parent)
        self.player = Player(self, now)
        self._before, self._after = QPixmap(), QPixmap()
        self.share = 0.0

    def begin(self, before: QPixmap, after: QPixmap | None = None) -> None:
        """Fade from one picture to another, or without one to whatever is below."""
        self.player.finish()
        self._before, self._after = before, after or QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, after is not None)
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.player.play(FADE, self._show_share, self._end)

    def _show_share(self, share: float) -> None:
        self.share = share
        self.update()

    def _end(self) -> None:
        self.hide()
        self._before, self._after = QPixmap(), QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if not self._after.isNull():
                painter.drawPixmap(0, 0, self._after)
            painter.setOpacity(1.0 - self.share)
            painter.drawPixmap(0, 0, self._before)


class Blank(Overlay):
    """Black or white over everything; `covered` comes with whether it is coming or going."""

    covered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget, now: Callable[[], float]) -> None:
        super().__init__(theme, parent)
        self.player = Player(self, now)
        self.colour = QColor(COLOURS["black"])
        self.share = 0.0
        self.covers = False
        self.seconds = BLANK

    def toggle(self, colour: str) -> None:
        """Cover all in black or white; the same colour again uncovers it."""
        is_same = self.covers and self.colour == QColor(COLOURS[colour])
        if not is_same:
            self.colour = QColor(COLOURS[colour])
        self.cover(not is_same)

    def cover(self, covers: bool) -> None:
        """Cover or uncover, from wherever it stands."""
        start, end = self.share, 1.0 if covers else 0.0
        self.covers = covers
        self.covered.emit(covers)
        self.player.stop()
        self.player.play(
            self.seconds,
            lambda share: self._show_share(start + (end - start) * share),
            lambda: self._show_share(end),
        )

    def _show_share(self, share: float) -> None:
        self.share = share
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, share >= 1.0)
        self.setVisible(share > 0.0)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setOpacity(self.share)
            painter.fillRect(self.rect(), self.colour)


class Word(Overlay):
    """A discreet word beside the dots: the end, or the number of the step that is being typed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.text = ""
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(WORD_LASTS)
        self._away.timeout.connect(self.hide)

    def say(self, text: str, place: QRect) -> None:
        """Show a text, right-aligned in a place, for a moment."""
        self.text = text
        self.setGeometry(place)
        self.show()
        self.raise_()
        self._away.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(stage_font(stage.COUNT * self.unit, self.text))
            painter.setPen(QColor(self.theme.colour("mut")))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), int(flags), self.text)


class KeyList(Overlay):
    """What the keys do, as a small card in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._rows: tuple[tuple[str, str], ...] = ()

    def open(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show rows of keys and what they do."""
        self._rows = tuple(rows)
        whole = self.window().rect()
        width, height = 1080 * self.unit, (len(rows) * 46 + 56) * self.unit
        self.setGeometry(
            round((whole.width() - width) / 2),
            round((whole.height() - height) / 2),
            round(width),
            round(height),
        )
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        unit = self.unit
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setPen(QPen(QColor(self.theme.colour("line2")), 2.0 * unit))
            painter.setBrush(QColor(self.theme.colour("card")))
            inside = QRectF(self.rect()).adjusted(unit, unit, -unit, -unit)
            painter.drawRoundedRect(inside, RADIUS * unit, RADIUS * unit)
            for place, row in enumerate(self._rows):
                top = (28 + place * 46) * unit
                for text, left, width, colour in zip(
                    row, (44, 420), (366, 620), ("ink", "ink2"), strict=True
                ):
                    painter.setFont(stage_font(stage.LEAST * unit, text, bold=colour == "ink"))
                    painter.setPen(QColor(self.theme.colour(colour)))
                    box = QRectF(left * unit, top, width * unit, 46 * unit)
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)


class Closer(QWidget):
    """A cross at the top right by which a mouse leaves."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.unit = 1.0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(self.theme.colour("ink2")), 3.5 * self.unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            middle, reach = QRectF(self.rect()).center(), self.width() * 0.22
            for way in (-1, 1):
                arm = QPointF(reach, way * reach)
                painter.drawLine(middle - arm, middle + arm)
