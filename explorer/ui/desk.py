"""The desk: editor, table, cards and losses laid out by `arrangement`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from explorer.plots import PLACED, PLOTS
from explorer.plots.names import NARROW_COLUMNS
from explorer.ui.cards.arrangement import Arrangement, arrange, drop_at
from explorer.ui.cards.card import Card
from explorer.ui.cards.drop_mark import DropMark
from explorer.ui.cards.layout import EDITOR
from explorer.ui.cards.lens import Reader
from explorer.ui.cards.pager import Pager
from explorer.ui.empty import Empty
from explorer.ui.panels.classes import ClassesPanel
from explorer.ui.panels.classes_aim import ClassesAim
from explorer.ui.panels.doctor import DoctorPanel
from explorer.ui.panels.editor import EditorCard
from explorer.ui.panels.lesson_place import with_lesson
from explorer.ui.panels.losses import LossesPanel
from explorer.ui.panels.story_place import taken_by, with_story
from explorer.ui.panels.timeline import TimelinePanel
from explorer.ui.scaling import scale
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.cards.arrangement import Rectangle, Side
    from explorer.ui.cards.canvas import Canvas
    from explorer.ui.cards.commands import CardCommands
    from explorer.ui.descend_commands import DescendCommands
    from explorer.ui.panels.lesson import LessonPanel
    from explorer.ui.panels.stories import StoriesPanel
    from explorer.ui.session import Session


class Desk(QWidget):
    """Every part at its place; an enlarged card covers the middle."""

    enlarge_asked = Signal(str)
    lesson_asked = Signal(str)
    export_asked = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        commands: CardCommands,
        descend: DescendCommands,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.commands = commands
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.theme = theme
        self.cards: dict[str, Card] = {}  # those that were ever seen
        self.canvases: dict[str, Canvas] = {}
        self.mark = DropMark(theme, self)
        for key in (EDITOR, *commands.layout.open):
            self.make_card(key)
        self.classes = ClassesPanel(session, theme, self)
        self.losses = LossesPanel(session, theme, self)
        self.doctor = DoctorPanel(session, theme, self)
        self.doctor.gone_to.connect(self.editor.go_to)
        self.doctor.left.connect(self._focus_editor)
        self.pager = Pager(theme, self)
        self.timeline = TimelinePanel(session, descend, actions, theme, self)
        self.timeline.canvas.said.connect(self.said)
        self.pager.turned.connect(commands.turn_to)
        self.lesson: LessonPanel | None = None  # the window gives it with the first lesson
        self.stories: StoriesPanel | None = None  # `StoryParts` gives it when it is first shown
        self.empty = Empty(say("Every card is closed."), say("Show the usual cards"), theme, self)
        self.empty.button.clicked.connect(commands.open_usual)
        self.reader = Reader(session, theme, self.canvases, self)
        for key in PLACED:
            self.canvases[key] = self.timeline.canvas
        ClassesAim(session, self.classes.view)
        self._arranged: Arrangement | None = None
        self._asked: tuple[object, ...] = ()
        session.changed.connect(self.arrange)
        commands.changed.connect(self.arrange)
        self.arrange()

    def make_card(self, key: str) -> Card:
        """Return the card of a figure, made when it is first asked for."""
        if key in self.cards:
            return self.cards[key]
        made = (EditorCard if key == EDITOR else Card)(self.session, PLOTS[key], self.theme, self)
        made.enlarge_asked.connect(self.enlarge_asked)
        made.lesson_asked.connect(self.lesson_asked)
        made.close_asked.connect(self.commands.close)
        made.keep_asked.connect(self.commands.keep)
        made.dragged.connect(self._show_drop)
        made.dropped.connect(self._drop)
        made.let_go.connect(self.mark.hide)
        made.canvas.said.connect(self.said)
        made.canvas.export_asked.connect(self.export_asked)
        before = next(reversed(self.cards.values()), None)
        if before is not None:  # the keyboard goes through the cards one after the other, whenever made
            for stop, following in pairwise((before.stops[-1], *made.stops)):
                QWidget.setTabOrder(stop, following)
        self.cards[key], self.canvases[key] = made, made.canvas
        return made

    @property
    def editor(self) -> EditorCard:
        """The card of logits and labels."""
        card = self.cards[EDITOR]
        assert isinstance(card, EditorCard)
        return card

    @property
    def parts(self) -> dict[str, QWidget]:
        """Every part by the name that `arrange` uses."""
        return {
            **self.cards,
            "classes": self.classes,
            "losses": self.losses,
            "doctor": self.doctor,
            "pager": self.pager,
            "timeline": self.timeline,
            "empty": self.empty,
            **({} if self.lesson is None else {"lesson": self.lesson}),
            **({} if self.stories is None else {"stories": self.stories}),
        }

    def set_theme(self, theme: Theme) -> None:
        """Draw every part in another theme, at the scale in use."""
        self.theme = theme
        for card in self.cards.values():
            card.set_theme(theme)
        for part in (self.classes, self.losses, self.doctor, self.pager, self.timeline, self.empty):
            part.set_theme(theme)
        for made in (self.lesson, self.stories):
            if made is not None:
                made.set_theme(theme)
        self.mark.theme = theme
        self.reader.set_theme(theme)
        self.arrange()

    def arrange(self) -> None:
        """Lay the parts out for the size at hand; does nothing when nothing has moved."""
        look, layout = self.session.state.look, self.commands.layout
        classes = self.session.state.study.table.class_count
        table = self.classes.height_of(classes) if classes <= NARROW_COLUMNS else 0  # else there is a list
        cards, page = layout.open, layout.page
        enlarged = look.enlarged if look.enlarged in PLOTS else None  # else it is of another board
        if enlarged in layout.closed:  # it is seen as long as it is enlarged
            cards = (*cards, enlarged)
        for key in cards:
            self.make_card(key)
        tells = self.stories is not None and self.stories.is_open
        room = self.width() - (taken_by(self.width(), scale()) if tells else 0)
        asked = (room, self.height(), cards, table, enlarged, page, layout.paged, scale())
        lesson = self.lesson if self.lesson is not None and self.lesson.is_open else None
        if (*asked, tells, lesson and lesson.shown) == self._asked:
            return
        self._asked = (*asked, tells, lesson and lesson.shown)
        made = self._made(asked, lesson if enlarged != EDITOR else None)
        if tells:
            made = with_story(made, self.width(), self.height(), scale())
        if made != self._arranged:
            self._arranged = made
            self._place(made)
        for key, card in self.cards.items():
            card.show_enlarged(key == enlarged, key not in layout.closed)

    def _made(self, asked: tuple[Any, ...], lesson: LessonPanel | None) -> Arrangement:
        """Arrange; for a lesson that would not be seen whole the timeline's lanes give way."""
        made = arrange(*asked, timeline="lanes")
        if lesson is None:
            return made
        with_it = with_lesson(made, lesson.height_of, self.editor.lists, scale())
        place = with_it.places["lesson"]
        if made.in_a_row or place.height >= lesson.height_of(place.width):
            return with_it
        made = arrange(*asked, timeline="row")
        return with_lesson(made, lesson.height_of, self.editor.lists, scale())

    def _place(self, made: Arrangement) -> None:
        self.commands.take_pages(made.pages)
        self.losses.set_compact(made.compact)
        self.doctor.set_folded(made.folded)
        self.pager.show_pages(made.pages, made.page)
        self.timeline.set_row(made.in_a_row)
        focused = QApplication.focusWidget()
        for name, part in self.parts.items():
            place = made.places.get(name)
            if place is None and focused is not None and part.isAncestorOf(focused):
                self._focus_editor()  # not to whatever comes next
            part.setVisible(place is not None)
            if place is not None:
                part.setGeometry(QRect(place.x, place.y, place.width, place.height))

    def follow_descents(self) -> None:
        """Show descents that were computed further, in the cards that are about them."""
        for canvas in (self.timeline.canvas, *(card.canvas for card in self.cards.values())):
            canvas.look_again()

    def shows(self, key: str) -> bool:
        """Whether the card of a figure is on screen."""
        return key in self.cards and self.cards[key].isVisible()

    def _focus_editor(self) -> None:
        self.editor.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def cancel_gesture(self) -> bool:
        """Leave the drag under way in any card; say whether there was one."""
        cards = self.cards.values()
        left = [card.cancel_drag() or card.canvas.cancel() for card in cards]
        return any([*left, self.losses.cancel_gesture(), self.timeline.canvas.cancel()])

    # Cards that are dragged by their titles

    def _target(self, key: str, place: QPointF) -> tuple[Rectangle, str, Side] | None:
        """Return what a card that is let go there lands on, and what that means; None for nothing."""
        here, places = self.mapFromGlobal(place), self._arranged.places if self._arranged else {}
        others = self.cards.keys() - {EDITOR, key}
        cards = {name: each for name, each in places.items() if name in others}
        found = drop_at(cards, here.x(), here.y())
        return (cards[found[0]], *found) if found is not None else None

    def _show_drop(self, key: str, place: QPointF) -> None:
        target = self._target(key, place)
        if target is None:
            self.mark.hide()
        else:
            self.mark.show_at(target[0], target[2])

    def _drop(self, key: str, place: QPointF) -> None:
        self.mark.hide()
        target = self._target(key, place)
        if target is not None:
            self.commands.drop(key, target[1], target[2])
