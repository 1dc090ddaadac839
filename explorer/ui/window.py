"""The main window: menus and bars round the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from explorer.ui import actions, dropping, half_typed
from explorer.ui.autograd import AutogradAsker
from explorer.ui.bars import StatusLine, TitleBar, sample_words
from explorer.ui.cards.layout import EDITOR
from explorer.ui.class_parts import ClassParts
from explorer.ui.commands import Commands
from explorer.ui.descending import Descending
from explorer.ui.desk import Desk
from explorer.ui.jobs import Jobs
from explorer.ui.language_switch import LanguageSwitch
from explorer.ui.notice import Notice
from explorer.ui.own_keys import claims_own_key
from explorer.ui.population_parts import PopulationParts
from explorer.ui.program import placing
from explorer.ui.program.long_files import LongFiles
from explorer.ui.program.recent import RecentMenu
from explorer.ui.program.shortcuts import Shortcuts
from explorer.ui.program.unsaved import ask_first, must_ask
from explorer.ui.scaling import px
from explorer.ui.session import Session
from explorer.ui.share_parts import ShareParts
from explorer.ui.story_parts import StoryParts
from explorer.wording import again, say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from explorer.study.storage import Opened
    from explorer.ui.palette import Palette
    from explorer.ui.panels.population import PopulationBoard
    from explorer.ui.panels.samples import SamplesBoard
    from explorer.ui.program.preferences import Preferences
    from explorer.ui.program.settings import Settings
    from explorer.ui.style import Appearance

MINIMUM = (1000, 640)
MARGIN = 12
RECENT_MENU = "&File/Open &recent"
FACTS_EVERY = 200  # milliseconds between two showings of the frame time


class Window(QMainWindow):
    """One window on one study; `closed` comes as it closes, when nothing can stop that any more.

    before: a window whose document this one goes on with, in another language; `followed` comes of that one
    and carries this.
    """

    closed = Signal()
    followed = Signal(object)

    def __init__(
        self, opened: Opened, appearance: Appearance, settings: Settings, before: Window | None = None
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self._closes_anyway = False
        self.session = Session(opened.study, opened.look, self)
        if before is not None:
            self.session.take_over(before.session)
        self.commands = Commands(self.session, appearance, settings, self)
        if before is not None:
            self.commands.take_over(before.commands)
        self.jobs = Jobs(self.session, self.commands, self)
        self.closed.connect(self.jobs.close)
        self.commands.long_files = LongFiles(self.commands, self.jobs)
        self.commands.doctor.use(self.jobs)
        self.commands.population.use(self.jobs)
        self.actions_by_id = actions.build(self.commands, self)
        self.shortcuts = Shortcuts(self.actions_by_id, settings, self)
        self._palette: Palette | None = None
        self._preferences: Preferences | None = None
        self._samples: SamplesBoard | None = None
        self._build()
        self.population_parts = PopulationParts(self)
        self.autograd = AutogradAsker(self.session, self.jobs, partial(self.desk.shows, "check"), self)
        self.class_parts = ClassParts(self)
        self.share_parts = ShareParts(self)
        self.story_parts = StoryParts(self)
        self._build_menus()
        self._connect()
        self._facts = QTimer(self)
        self._facts.setInterval(FACTS_EVERY)
        self._facts.timeout.connect(self.show_facts)
        self._facts.start()
        self.setAcceptDrops(True)
        self.setMinimumSize(*MINIMUM)
        if before is None:
            self.commands.adopt(opened)
        self.languages = LanguageSwitch(self)
        if before is not None and before.commands.lessons.lesson is not None:
            self._show_lesson()
        self._show()
        self.show_facts()
        self._focus_editor()

    def _build(self) -> None:
        theme = self.appearance.theme
        self.title_bar = TitleBar(self.actions_by_id, theme)
        self.notice = Notice(theme)
        self.desk = Desk(self.session, theme, self.commands.cards, self.commands.descend, self.actions_by_id)
        self.descending = Descending(self.session)
        self.desk.timeline.canvas.seen.connect(self.descending.start)
        self.descending.grown.connect(self.desk.follow_descents)
        self.status = StatusLine()
        ground = QWidget()
        ground.setObjectName("ground")
        self._rows = layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title_bar)
        self._notice_room = QVBoxLayout()
        self._notice_room.addWidget(self.notice)
        layout.addLayout(self._notice_room)
        self._refit()
        layout.addWidget(self.desk, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(ground)

    def _refit(self) -> None:
        """Take the scale of the interface."""
        self._notice_room.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(8))
        self.status.refit()

    def _build_menus(self) -> None:
        menus = actions.menus(self.menuBar(), self.actions_by_id)
        self._menus = tuple(
            menu for path, menu in menus.items() if path != RECENT_MENU
        )  # that has tips of its own

        self.recent = RecentMenu(menus[RECENT_MENU], self.settings, self.commands.program.open_recent)

    def _connect(self) -> None:
        commands = self.commands
        self.notice.follow(commands)
        self.desk.losses.warned.connect(self.notice.say)
        self.desk.losses.help_asked.connect(lambda key: self._show_help(f"formulas/{key}"))
        commands.close_asked.connect(self.close)
        commands.full_screen_asked.connect(self._toggle_full_screen)
        commands.program.preferences_asked.connect(self.show_preferences)
        commands.program.numbers_changed.connect(self._show_theme)
        commands.palette_asked.connect(lambda: self.palette_of_commands.open())
        commands.shortcuts_asked.connect(self._show_shortcuts)
        commands.find_asked.connect(self._find)
        self.shortcuts.changed.connect(lambda name: actions.tell_keys(self.actions_by_id[name]))
        for action in self.actions_by_id.values():
            actions.tell_keys(action)  # keys that a person chose before
        commands.help_asked.connect(self._show_help)
        commands.doctor.asked.connect(self._show_doctor)
        self.desk.doctor.lesson_asked.connect(commands.open_lesson)
        self.desk.lesson_asked.connect(commands.open_lesson)
        commands.lessons.changed.connect(self._show_lesson)
        self.desk.enlarge_asked.connect(commands.enlarge)
        commands.cards.changed.connect(self.autograd.refresh)
        commands.descend.changed.connect(self.refresh_actions)
        commands.stories.changed.connect(self.refresh_actions)
        self.closed.connect(commands.stories.leave)
        for part in (commands.noted, self.desk.said, self.desk.classes.said, self.desk.losses.said):
            part.connect(self.status.tell)
        self.session.picking.said.connect(self.status.tell)
        self.appearance.changed.connect(self._show_theme)
        self.session.changed.connect(self._show)
        self.session.settling.connect(lambda: half_typed.take(self))
        self.session.replaced.connect(self._focus_editor)
        self.session.replaced.connect(lambda: self.status.tell(""))  # it was said of another document
        for news in (commands.cards.changed, commands.cards.paged, commands.program.left_changed):
            news.connect(self._show)
        commands.cards.reset_asked.connect(lambda: placing.put_usual(self))

    @property
    def palette_of_commands(self) -> Palette:
        """The command palette, made when it is first asked for."""
        if self._palette is None:
            from explorer.ui.palette import Palette  # not needed to show the desk

            self._palette = Palette(
                self.commands, self.actions_by_id, self.desk.editor.go_to, self.appearance.theme, self
            )
        return self._palette

    @property
    def samples(self) -> SamplesBoard:
        """The board of all samples, made when it is first asked for."""
        if self._samples is None:
            from explorer.ui.panels.samples import SamplesBoard  # not needed to show the desk

            self._samples = SamplesBoard(self.session, self.jobs, self.appearance.theme)
            self._samples.hide()
            self._samples.opened.connect(lambda: self.session.look(board="desk"))
            self._samples.said.connect(self.status.tell)
            self._samples.right.doctor.lesson_asked.connect(self.commands.open_lesson)
            self._samples.export_asked.connect(self.commands.doctor.export)
            self._samples.facts_said.connect(
                lambda checked, findings: self.status.show_facts(checked=checked, findings=findings)
            )
            self.put_board(self._samples)
        return self._samples

    @property
    def population(self) -> PopulationBoard:
        """The board of populations, made when it is first asked for."""
        return self.population_parts.board

    def put_board(self, board: QWidget) -> None:
        """Give a board the place of the desk, which it takes when it is shown."""
        self._rows.insertWidget(self._rows.indexOf(self.desk) + 1, board, 1)

    def _show_board(self) -> None:
        """Show the desk, all samples or populations, with the keyboard in what is shown."""
        made = {"desk": self.desk, "samples": self._samples, "population": self.population_parts.made}
        shown = next((name for name, part in made.items() if part and part.isVisibleTo(self)), None)
        wanted = self.session.state.look.board
        if wanted == shown:
            return
        # one leaves before the other comes: together they would have half the window each
        leaves = made[shown] if shown is not None else None
        if leaves is not None:
            leaves.hide()
        getattr(self, wanted).show()
        if wanted == "desk":
            self._focus_editor()

    def _focus_editor(self) -> None:
        """Give the keyboard to the bars, where work on a study begins."""
        self.desk.cards[EDITOR].canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_doctor(self) -> None:
        """Bring the keyboard to what the doctor says of the sample looked at."""
        on_list = self.session.state.look.board == "samples"
        (self.samples.doctor if on_list else self.desk.doctor).open_list()

    def _find(self) -> None:
        if self.session.state.look.board == "samples":
            self.samples.focus_filter()
        elif self.desk.editor.lists and self.desk.editor.isVisible():
            self.desk.editor.start_search()
        else:
            self.palette_of_commands.open()

    @property
    def shows_preferences(self) -> bool:
        """Whether the page of preferences is open."""
        return self._preferences is not None

    def show_preferences(self) -> None:
        """Show the page of preferences."""
        from explorer.ui.program.preferences import Preferences  # not needed to show the desk

        if self._preferences is None:
            self._preferences = Preferences(self.commands, self)
            self._preferences.destroyed.connect(self._forget_preferences)
        self._preferences.show()
        self._preferences.activateWindow()

    def _forget_preferences(self) -> None:
        self._preferences = None

    def _show_help(self, page: str) -> None:
        from explorer.ui import help_pages  # not needed to show the desk

        help_pages.show(self, page, self.actions_by_id, self.appearance)

    def _show_lesson(self) -> None:
        if self.desk.lesson is None:
            from explorer.ui.panels.lesson import LessonPanel  # not needed to show the desk

            self.desk.lesson = LessonPanel(
                self.session, self.commands.lessons, self.appearance.theme, self.desk
            )
        else:
            self.desk.lesson.refresh()
        self.desk.arrange()
        self._show()

    def _show_shortcuts(self) -> None:
        from explorer.ui.program.shortcuts_page import ShortcutsPage  # not needed to show the desk

        ShortcutsPage(self.shortcuts, self.actions_by_id, self).open()

    # Showing

    def _show(self) -> None:
        state, history = self.session.state, self.session.history
        # what can be done does not change under a drag, nor while a descent plays
        if not (self.session.in_gesture or self.commands.descend.is_playing):
            actions.refresh(self.commands, self.actions_by_id)
        self._show_board()
        on_population = state.look.board == "population"
        for menu in self._menus:
            menu.setToolTipsVisible(on_population)  # they say why so much is off there
        self.title_bar.show_steps(not on_population)
        self.title_bar.show_way_back(on_population)
        if on_population:
            experiment = self.commands.population.experiment
            title, kind = experiment.said_title, say("Population")
            is_unnamed = experiment.title == "Population"
            self.title_bar.show_study(kind if is_unnamed else title, "" if is_unnamed else kind, "")
        else:
            self.title_bar.show_study(again(state.study.title), self.commands.file_words, sample_words(state))
        self.setWindowTitle(f"{again(state.study.title)}[*] - loss explorer")
        if self.isWindowModified() == history.is_saved:  # Qt tells every widget, whether it is news or not
            self.setWindowModified(not history.is_saved)
        has_undone = history.undo_label and not on_population
        undone = say("Undo: {step}", step=history.undo_label) if has_undone else ""
        self.status.show_facts(undo=undone)

    def refresh_actions(self) -> None:
        """Show what can be done while a descent plays or a story is on stage, or since it ended."""
        actions.refresh(self.commands, self.actions_by_id)

    def show_facts(self) -> None:
        """Write what the status line always has: how it is computed, and the time of a frame."""
        seconds = self.session.clock.close()
        frame = say("edit to paint {time} ms", time=f"{seconds * 1000:.1f}") if seconds is not None else ""
        usual = {"dtype": "float64", "reduction": say("nat, sum over classes"), "device": say("NumPy on cpu")}
        self.status.show_facts(**{**usual, **self.population_parts.facts}, frame=frame)

    def _show_theme(self) -> None:
        theme = self.appearance.theme
        for part in (self.title_bar, self.notice, self.desk):
            part.set_theme(theme)
        self.class_parts.set_theme(theme)
        self._refit()
        for board in (self._samples, self.population_parts.made):
            if board is not None:
                board.set_theme(theme)
        if self._palette is not None:
            self._palette.set_theme(theme)
        actions.refresh(self.commands, self.actions_by_id)

    # Events

    def event(self, event: QEvent) -> bool:
        return claims_own_key(event) or super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        dropping.accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        dropping.take(event, self.commands)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Esc: the drag, the message, the enlarged card, the selection, the lesson, the full screen."""
        if self.desk.cancel_gesture() or (self._samples is not None and self._samples.cancel_gesture()):
            return
        if self.notice.isVisible():
            self.notice.leave()
        elif (board := self.population_parts.made) is not None and board.isVisible() and board.leave():
            pass  # its enlarged card went first
        elif self.session.state.look.board != "desk":
            self.session.look(board="desk")
        elif self.session.state.look.enlarged is not None:
            self.session.look(enlarged=None)
        elif self.commands.classes.clear() or self.commands.lessons.close():
            pass  # the selection went first, then the lesson
        elif self.isFullScreen():
            self.showNormal()

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; with changes that are in no file, or a film that is not made yet, say so first and stay."""
        self.session.settle()
        if not self._closes_anyway and must_ask(self.commands, "closed"):
            event.ignore()
            ask_first(self.commands, "closed", self.close_anyway)
            return
        self._facts.stop()
        self.descending.stop()
        placing.keep(self, self.settings)
        self.closed.emit()
        super().closeEvent(event)

    def close_anyway(self) -> None:
        """Close without asking: nothing is lost, or a person wants it so."""
        self._closes_anyway = True
        self.close()
