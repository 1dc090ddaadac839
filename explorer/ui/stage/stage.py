"""The stage: large cards, a slider and a caption on a screen of their own, by keys, mouse and clicker."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QWidget

from explorer.paint.stage import SCREEN, paint_page
from explorer.paint.theme import DARK, LIGHT
from explorer.plots import card_of, stage
from explorer.ui.stage.cards import StageCanvas
from explorer.ui.stage.keys import COMMANDS, DIGITS, key_list
from explorer.ui.stage.overlays import Blank, Closer, Fade, KeyList, Overlay, Word
from explorer.ui.stage.pointer import PointerRest
from explorer.ui.stage.track import Track
from explorer.wording import noted, say, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.plots.layout import Box
    from explorer.ui.stage.presenter import Presenter

SWIPE: Final = 120.0  # pixels at 1080, along, that a finger goes beside the cards
SLOW: Final = 0.004  # seconds; a caption that takes longer waits for a pause in the drag
PAUSE: Final = 120  # milliseconds
CLOSER: Final = 46.0
WORD: Final = 460.0  # width


class Stage(QWidget):
    """Shows what a presenter presents. `left` comes as it closes; `speaker_asked` for the speaker's view."""

    left = Signal()
    speaker_asked = Signal()
    dressed = Signal()

    def __init__(self, presenter: Presenter, theme: Theme, now: Callable[[], float] = perf_counter) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.presenter, self.theme = presenter, theme
        presenter.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.canvases: tuple[StageCanvas, ...] = ()
        self.caption = ""
        self._digits = ""
        self._before: QPixmap | None = None
        self._was_windowed = False
        self._press: QPoint | None = None
        self._build(now)
        self._connect()
        self._show_step()

    def _build(self, now: Callable[[], float]) -> None:
        theme = self.theme
        self.track = Track(theme, self)
        self.closer = Closer(theme, self)
        self.word = Word(theme, self)
        self.fade = Fade(theme, self, now)
        self.key_list = KeyList(theme, self)
        self.blank = Blank(theme, self, now)
        if self.presenter.is_still:
            self.blank.seconds = 0.0
        self._parts: tuple[Track | Closer | Overlay, ...] = (
            self.track,
            self.closer,
            self.word,
            self.fade,
            self.key_list,
            self.blank,
        )
        self._caption_later = QTimer(self)
        self._caption_later.setSingleShot(True)
        self._caption_later.timeout.connect(self._renew_caption)
        self.pointer = PointerRest(self)
        self.pointer.watch(self, self.track, self.closer)

    def _connect(self) -> None:
        presenter, track = self.presenter, self.track
        presenter.leaves.connect(self._keep_picture)
        presenter.stepped.connect(self._show_step)
        presenter.spoken.connect(self._speak)
        presenter.session.changed.connect(self._show_state)
        track.began.connect(presenter.slide_begins)
        track.moved.connect(presenter.slide_to)
        track.ended.connect(presenter.session.end)
        track.cancelled.connect(presenter.session.cancel)
        track.stepped.connect(presenter.slide_by)
        self.closer.pressed.connect(self.close)
        self.pointer.moved.connect(self._show_pointer)
        self.pointer.rested.connect(self._hide_pointer)

    # What is shown

    @property
    def places(self) -> stage.Places:
        """Where the parts are."""
        presenter = self.presenter
        has_slider = presenter.step is not None and presenter.step.control is not None
        width, height = float(self.width()), float(self.height())
        return stage.places(width, height, len(presenter.cards), has_slider, presenter.count > 0)

    @property
    def page(self) -> stage.Page:
        """What is on stage, as the painter of pages takes it."""
        presenter = self.presenter
        return stage.Page(
            title=presenter.title,
            figures=tuple(canvas.figure for canvas in self.canvases),
            caption=self.caption,
            slider=presenter.slider(),
            index=presenter.place,
            count=presenter.count,
        )

    def _keep_picture(self) -> None:
        """Keep what is seen, to fade from it."""
        self.fade.player.finish()
        self._before = self.grab() if self.isVisible() and not self.presenter.is_still else None

    def _show_step(self) -> None:
        """Show another step: its cards, which may be the same, and its words."""
        keys = tuple(canvas.plot.key for canvas in self.canvases)
        if keys != self.presenter.cards:
            self._make_cards()
        self.setWindowTitle(self.presenter.title)
        self._renew_caption()
        self._lay_out()
        self.word.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fade()
        self.update()

    def _make_cards(self) -> None:
        for canvas in self.canvases:
            canvas.hide()
            canvas.setParent(None)
            canvas.deleteLater()
        presenter = self.presenter
        self.canvases = tuple(
            StageCanvas(presenter.session, card_of(key), self.theme, presenter.language, self)
            for key in presenter.cards
        )
        for canvas in self.canvases:
            canvas.show()
            canvas.stackUnder(self.track)
        self.pointer.watch(*self.canvases)
        for before, after in pairwise((self, *self.canvases, self.track)):
            QWidget.setTabOrder(before, after)

    def _fade(self) -> None:
        """Fade from the picture that was kept, where the cards do not go the way alone."""
        before, self._before = self._before, None
        if before is None or not self.presenter.is_faded or self.presenter.is_still:
            return
        after = None if self.presenter.is_moving else self.grab()
        self.fade.begin(before, after)
        for part in (self.closer, self.key_list, self.blank):
            part.raise_()

    def _show_state(self) -> None:
        """Show what follows from the state beside the cards, which look for themselves."""
        presenter = self.presenter
        self._update_slider()
        if presenter.is_moving or presenter.step is None:
            return
        if not self._caption_later.isActive():
            began = perf_counter()
            self._renew_caption()
            if presenter.session.in_gesture and perf_counter() - began > SLOW:
                self._caption_later.start(PAUSE)

    def _update_slider(self) -> None:
        if not self.track.isHidden():
            places, now = self.places, self.presenter.slider()
            if now is not None:
                self.track.share = now.share
            row = places.slider_words
            self.update(QRect(0, int(row.y), self.width(), int(row.height) + 1))

    def _renew_caption(self) -> None:
        caption = self.presenter.caption()
        if caption != self.caption:
            self.caption = caption
            self.update(_rounded(self.places.caption))
            self.setAccessibleDescription(caption)

    def _speak(self) -> None:
        for canvas in self.canvases:
            canvas.speak(self.presenter.language)
        self._show_step()
        if self.key_list.isVisible():
            self._list_keys()

    def set_theme(self, theme: Theme) -> None:
        """Show all in another theme."""
        self.theme = theme
        for canvas in self.canvases:
            canvas.set_theme(theme)
        for part in self._parts:
            part.theme = theme
        self.update()
        self.dressed.emit()

    # Places

    def _lay_out(self) -> None:
        places, unit = self.places, self.places.unit
        for canvas, box in zip(self.canvases, places.cards, strict=True):
            canvas.setGeometry(_rounded(box))
            canvas.set_unit(unit, places.scale)
        track, row = places.track, places.slider_words
        self.track.setVisible(track.height > 0)
        self.track.setGeometry(_rounded(type(track)(track.x, row.y, track.width, row.height)))
        for part in self._parts:
            part.unit = unit
        self._update_slider()
        side = CLOSER * unit
        self.closer.setGeometry(QRectF(self.width() - side - 4 * unit, 4 * unit, side, side).toRect())
        for over in (self.fade, self.blank):
            over.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fade.player.finish()
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter, speaking(self.presenter.language):
            painter.setClipRect(event.rect())
            paint_page(self.page, painter, QRectF(self.rect()), self.theme, SCREEN)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._travel(self.presenter.session.undo)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._travel(self.presenter.session.redo)
        elif Qt.Key(event.key()) in DIGITS and self.presenter.count:
            self._type(str(DIGITS[Qt.Key(event.key())]))
        elif event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif (name := COMMANDS.get(Qt.Key(event.key()))) is not None:
            self.do(name)
        else:
            event.ignore()

    def do(self, name: str) -> None:
        """Do what a key is for, by its name in `keys.COMMANDS`."""
        if self.blank.covers and name not in ("black", "white", "speaker", "full_screen"):
            self.blank.cover(False)
            return
        if self.key_list.isVisible() and name != "help":
            self.key_list.hide()
            if name == "leave":
                return
        digits, self._digits = self._digits, ""
        if digits and name == "on":
            self.go(int(digits) - 1)
        else:
            self._commands()[name]()

    def _commands(self) -> dict[str, Callable[[], object]]:
        presenter = self.presenter
        return {
            "on": lambda: self.step_by(1),
            "back": lambda: self.step_by(-1),
            "first": lambda: self.go(0),
            "last": lambda: self.go(presenter.count - 1),
            "black": lambda: self.blank.toggle("black"),
            "white": lambda: self.blank.toggle("white"),
            "leave": self._leave,
            "full_screen": self.toggle_full_screen,
            "theme": lambda: self.set_theme(LIGHT if self.theme is DARK else DARK),
            "language": presenter.next_language,
            "reset": presenter.reset,
            "speaker": self.speaker_asked.emit,
            "help": self._toggle_keys,
        }

    def step_by(self, step: int) -> None:
        """Go on or back; at an end say so."""
        self._let_go()
        if not self.presenter.step_by(step) and step > 0:
            self._say(noted("The end"))

    def go(self, place: int) -> None:
        """Go to a step; where there is none, say so."""
        self._let_go()
        if not self.presenter.go(place) and not 0 <= place < self.presenter.count and self.presenter.count:
            self._say(noted("There is no such step"))

    def _let_go(self) -> None:
        """End a drag under way, so that what comes is not a part of it."""
        for canvas in self.canvases:
            canvas.cancel()
        if self.presenter.session.in_gesture:
            self.presenter.session.end()

    def _travel(self, undo: Callable[[], object]) -> None:
        self._let_go()
        self.presenter.player.finish()
        undo()

    def _type(self, digit: str) -> None:
        self._digits = (self._digits + digit)[-3:]
        self._say("→ {number}", number=self._digits)

    def _leave(self) -> None:
        """Esc: a drag, the full screen that F11 made of a window, the stage."""
        if any(canvas.cancel() for canvas in self.canvases):
            return
        if self.isFullScreen() and self._was_windowed:
            self.toggle_full_screen()
        else:
            self.close()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window."""
        self._was_windowed = not self.isFullScreen()
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _toggle_keys(self) -> None:
        if self.key_list.isVisible():
            self.key_list.hide()
        else:
            self._list_keys()

    def _list_keys(self) -> None:
        with speaking(self.presenter.language):
            self.key_list.open(key_list())

    def _say(self, text: str, **values: str) -> None:
        with speaking(self.presenter.language):
            text = say(text, **values)
        on, unit, wide = self.places.on, self.places.unit, self.width()
        right = on.x if on.height else wide - stage.MARGIN * unit  # of the study itself: in the title's row
        top, high = (on.y, on.height) if on.height else (0.0, self.places.title.height)
        width = WORD * unit
        self.word.say(text, QRectF(right - width - 24 * unit, top, width, high).toRect())

    # Mouse, touch

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.key_list.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.blank.covers:
            self.blank.cover(False)
            return
        x, y = event.position().x(), event.position().y()
        along = x - press.x()
        if abs(along) >= SWIPE * self.places.unit:
            self.step_by(-1 if along > 0 else 1)
            return
        place = stage.step_at(self.places, self.presenter.place, self.presenter.count, x, y)
        if place == self.presenter.count > 0:
            self.step_by(1)  # which says that this is the end
        elif place is not None:
            self.go(max(place, 0))

    def _show_pointer(self) -> None:
        if self.closer.isHidden():
            self.closer.show()
            self.closer.raise_()
            self.unsetCursor()
            self.track.setCursor(Qt.CursorShape.SizeHorCursor)
            self.closer.setCursor(Qt.CursorShape.PointingHandCursor)
            for canvas in self.canvases:
                canvas.unsetCursor()

    def _hide_pointer(self) -> None:
        if self.presenter.session.in_gesture or not self.isActiveWindow():
            self.pointer.wait()
            return
        self.closer.hide()
        for part in (self, self.track, *self.canvases):
            part.setCursor(Qt.CursorShape.BlankCursor)

    # Life

    def closeEvent(self, event: QCloseEvent) -> None:
        for player in (self.presenter.player, self.fade.player, self.blank.player):
            player.finish()
        self.pointer.stop()
        self._let_go()
        self.left.emit()
        super().closeEvent(event)


def _rounded(box: Box) -> QRect:
    return QRectF(box.x, box.y, box.width, box.height).toRect()
