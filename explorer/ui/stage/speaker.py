"""What the speaker sees beside the stage: notes, this step and the next, the clock, all steps."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.analysis import story_numbers
from explorer.paint.fonts import font, is_chinese
from explorer.paint.stage import PAPER, paint_page
from explorer.plots import card_of, stage
from explorer.ui.scaling import px, scale
from explorer.ui.stage.keys import COMMANDS, DIGITS, key_list
from explorer.ui.stage.overlays import KeyList
from explorer.wording import say, speaking, words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from explorer.paint.theme import Theme
    from explorer.plots.stage import Page
    from explorer.ui.stage.stage import Stage

NOTES: Final = (1.2, 1.5, 1.9, 2.4, 3.0)  # sizes of the notes, in sizes of a button's text
CLOCK: Final = 2.6
PICTURE: Final = 250  # milliseconds between two pictures while something changes
TICK: Final = 500  # of the clock


class Picture(QWidget):
    """A page of the stage, small."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._image = QImage()  # of the page
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: Page | None) -> None:
        """Show a page; None leaves the place empty."""
        self._page, self._image = page, QImage()
        self.setAccessibleName("" if page is None else page.title)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme."""
        self._theme, self._image = theme, QImage()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(236))

    def heightForWidth(self, width: int) -> int:
        return round(width * stage.HEIGHT / stage.WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        ratio = self.devicePixelRatioF()
        width = min(float(self.width()), self.height() * stage.WIDTH / stage.HEIGHT)
        height = width * stage.HEIGHT / stage.WIDTH
        size = QSize(round(width * ratio), round(height * ratio))
        if self._image.size() != size:
            self._image = QImage(size, QImage.Format.Format_RGB32)
            self._image.setDevicePixelRatio(ratio)
            with QPainter(self._image) as painter:
                paint_page(self._page, painter, QRectF(0, 0, width, height), self._theme, PAPER)
        with QPainter(self) as painter:
            painter.drawImage(0, 0, self._image)
            painter.setPen(QColor(self._theme.colour("line2")))
            painter.drawRect(QRectF(0.5, 0.5, width - 1, height - 1))


class Speaker(QWidget):
    """A window that goes with a stage; keys do what they do there. `left` comes as it closes."""

    left = Signal()

    def __init__(self, shown: Stage, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.shown, self.presenter = shown, shown.presenter
        self.watch = shown.presenter.watch
        self._size = 1
        self.present, self.next = Picture(shown.theme, self), Picture(shown.theme, self)
        self.key_list = KeyList(theme, self)
        self.clock, self.elapsed = QLabel(), QLabel()
        self.notes, self.ahead = QLabel(), QLabel()
        self.steps = QListWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PICTURE)
        self._later.timeout.connect(self._show_present)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self.show_time)
        self._ticks.start()
        self._build()
        self._connect()
        self._show_words()

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.ahead.setObjectName("muted")
        left.addWidget(self.present)
        left.addWidget(self.ahead)
        left.addWidget(self.next)
        left.addWidget(self.steps, 1)
        right.addLayout(self._build_clock())
        right.addWidget(self._build_notes(), 1)
        right.addLayout(self._build_ways())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(16), px(16), px(16), px(16))
        whole.setSpacing(px(20))
        whole.addLayout(left, 2)
        whole.addLayout(right, 3)

    def _build_clock(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for label in (self.elapsed, self.clock):
            label.setFont(font("value", scale=scale() * CLOCK))
        self.pause, self.restart = self._button(self._pause), self._button(self._restart)
        row.addWidget(self.elapsed)
        row.addWidget(self.pause)
        row.addWidget(self.restart)
        row.addStretch(1)
        row.addWidget(self.clock)
        return row

    def _build_notes(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.notes.setContentsMargins(px(14), px(12), px(14), px(12))
        area.setWidget(self.notes)
        return area

    def _build_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.smaller = self._button(lambda: self.resize_notes(-1))
        self.larger = self._button(lambda: self.resize_notes(1))
        self.black = self._button(lambda: self.shown.do("black"))
        self.back = self._button(lambda: self.shown.do("back"))
        self.on = self._button(lambda: self.shown.do("on"))
        self.on.setObjectName("primary")
        for part in (self.smaller, self.larger, None, self.black, self.back, self.on):
            row.addStretch(1) if part is None else row.addWidget(part)
        return row

    def _button(self, run: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys are the stage's
        button.clicked.connect(lambda _checked: run())
        return button

    def _connect(self) -> None:
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.itemClicked.connect(lambda item: self.shown.go(self.steps.row(item)))
        self.presenter.stepped.connect(self._show_step)
        self.presenter.spoken.connect(self._show_words)
        self.presenter.session.changed.connect(self._changed)
        self.shown.blank.covered.connect(self._show_words)
        self.shown.dressed.connect(self._dress)

    # Showing

    def _dress(self) -> None:
        """Show the pages as the stage does, light or dark."""
        for picture in (self.present, self.next):
            picture.set_theme(self.shown.theme)

    def _toggle_keys(self) -> None:
        """Show here what the keys do, where the audience does not see it."""
        if self.key_list.isVisible():
            self.key_list.hide()
            return
        self.key_list.unit = min(self.width() / stage.WIDTH, self.height() / stage.HEIGHT)
        with speaking(self.presenter.language):
            self.key_list.open(key_list())

    def _show_words(self) -> None:
        """Write all words in the language of the stage."""
        presenter = self.presenter
        with speaking(presenter.language):
            self.setWindowTitle(say("Speaker view"))
            covers = self.shown.blank.covers
            for button, text in (
                (self.pause, say("Go on") if self.watch.is_paused else say("Pause")),
                (self.restart, say("Reset")),
                (self.smaller, "A−"),
                (self.larger, "A+"),
                (self.black, say("Show") if covers else say("Blank")),
                (self.back, say("Back")),
                (self.on, say("Next")),
            ):
                button.setText(text)
            self.smaller.setAccessibleName(say("Smaller notes"))
            self.larger.setAccessibleName(say("Larger notes"))
            self.notes.setAccessibleName(say("Notes"))
            self.steps.setAccessibleName(say("Steps"))
        self.steps.clear()
        for place, step in enumerate(presenter.story.steps if presenter.story else ()):
            self.steps.addItem(f"{place + 1}  {words_in(step.titles, presenter.language)}")
        self._show_step()
        self.show_time()

    def _show_step(self) -> None:
        presenter = self.presenter
        self.steps.setCurrentRow(presenter.place if presenter.story else -1)
        step, story = presenter.step, presenter.story
        ahead = presenter.place + 1
        with speaking(presenter.language):
            if step is None or story is None:
                text, then = say("The study itself is on stage; it has no notes."), ""
            else:
                text = story_numbers.notes(step, story_numbers.staged(step), presenter.language)
                then = say("Next") if ahead < len(story) else say("The end")
        self.notes.setText(text)
        self.ahead.setText(then)
        self.resize_notes(0)
        following = None
        if story is not None and ahead < len(story):
            coming = story.steps[ahead]
            following = stage.page(
                story_numbers.staged(coming), coming, ahead, len(story), presenter.language
            )
        self.next.show_page(following)
        self._later.start()

    def _changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show_present(self) -> None:
        """Show what is on stage; not on its way, which is for the room alone."""
        presenter = self.presenter
        if presenter.is_moving:
            self._later.start()
            return
        state, step = presenter.session.state, presenter.step
        if step is not None:
            page = stage.page(state, step, presenter.place, presenter.count, presenter.language)
        else:
            figures = tuple(stage.on_stage(card_of(key).figure(state)) for key in presenter.cards)
            page = stage.Page(presenter.title, figures)
        self.present.show_page(page)

    def resize_notes(self, step: int) -> None:
        """Write the notes larger (1) or smaller (-1)."""
        self._size = min(max(self._size + step, 0), len(NOTES) - 1)
        text = self.notes.text()
        self.notes.setFont(font("body", chinese=is_chinese(text), scale=scale() * NOTES[self._size]))

    # Time

    def show_time(self) -> None:
        """Show the time of day, and how long the talk has been going on."""
        self.clock.setText(datetime.now().astimezone().strftime("%H:%M"))
        self.elapsed.setText(self.watch.written)

    def _pause(self) -> None:
        self.watch.toggle()
        self._show_words()

    def _restart(self) -> None:
        self.watch.reset()
        self.show_time()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.resize_notes(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_F1 or (key == Qt.Key.Key_Escape and self.key_list.isVisible()):
            self._toggle_keys()
        elif key in COMMANDS or key in DIGITS:
            self.shown.keyPressEvent(event)
        else:
            event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticks.stop()
        self._later.stop()
        self.left.emit()
        super().closeEvent(event)
