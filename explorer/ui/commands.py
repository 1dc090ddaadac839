"""What the actions do to the open document and to how it is watched."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer.losses import LOSSES
from explorer.study import examples, storage
from explorer.study.failures import StudyFailure
from explorer.study.importers import read_text
from explorer.study.opening import open_any
from explorer.study.state_code import is_code, opened_of
from explorer.study.study import Pin, ShownLoss
from explorer.ui.cards.commands import CardCommands
from explorer.ui.class_commands import ClassCommands
from explorer.ui.descend_commands import DescendCommands
from explorer.ui.doctor_commands import DoctorCommands
from explorer.ui.lesson_commands import LessonCommands
from explorer.ui.notice import Way, way_back
from explorer.ui.population_commands import PopulationCommands
from explorer.ui.program import folder
from explorer.ui.program.commands import THEME, ProgramCommands
from explorer.ui.program.unsaved import Unsaved, ask_first
from explorer.ui.sample_commands import SampleCommands
from explorer.ui.share_commands import ShareCommands
from explorer.ui.story_commands import StoryCommands
from explorer.ui.story_editing import StoryEditing
from explorer.ui.story_files import StoryFiles
from explorer.ui.table_commands import TableCommands
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.study.storage import Opened
    from explorer.study.study import Study
    from explorer.study.table import Table
    from explorer.ui.program.long_files import LongFiles
    from explorer.ui.program.settings import Settings
    from explorer.ui.session import Session
    from explorer.ui.style import Appearance

OPEN_FILTER = noted(
    "Studies, tables, pictures, experiments "
    "(*.json *.csv *.tsv *.txt *.npy *.npz *.toml *.png *.svg *.pdf);;All files (*)"
)
SAVE_FILTER = noted("Study (*{ending})")


class Pausable(Protocol):
    """What shows the newest by itself until it is paused."""

    is_paused: bool

    def toggle(self) -> None:
        """Pause, or go on with the newest."""


class Commands(QObject):
    """Everything that can be asked for by menu, button or key.

    Problems and notes are told by `said` (text, severity), small news by `noted`. What would lose
    something is asked first: `asked` carries a text, the way on and what it does, `choice` a text and
    several ways, which is `void` (its text) when there is nothing left to ask, and `choice_changed` (its
    text, the new one, ways) when something else is; `offered` (text, severity, ways) can wait. What takes
    long says so by `task_said` (task, text, ways), by `progress_said` (task, text) how far it is, and by
    `task_over` (task, text, severity, ways) what came of it. `adopted` and `saved` carry a path. The window
    answers `help_asked` (a page), `close_asked` and `full_screen_asked`.
    """

    said = Signal(str, str)
    asked = Signal(str, str, object)
    choice = Signal(str, object)
    offered = Signal(str, str, object)
    adopted = Signal(object)
    saved = Signal(object)
    unsaid = Signal()
    void = Signal(str)
    choice_changed = Signal(str, str, object)
    noted = Signal(str)
    task_said = Signal(str, str, object)
    progress_said = Signal(str, str)
    task_over = Signal(str, str, str, object)
    help_asked = Signal(str)
    close_asked = Signal()
    full_screen_asked = Signal()
    palette_asked = Signal()
    shortcuts_asked = Signal()
    history_asked = Signal()
    find_asked = Signal()

    def __init__(self, session: Session, appearance: Appearance, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.appearance = appearance
        self.settings = settings
        self._window = parent
        self.path: Path | None = None  # of the study's own file
        self.mark: str | None = None  # of what it held when it was read or written here
        self.read_only = False
        self.long_files: LongFiles | None = None  # the window gives it, with the worker
        self.shown_arrays: Pausable | None = None  # of a window that a script opened
        self.unsaved = Unsaved(self)
        self.cards = CardCommands(self)
        self.classes = ClassCommands(self)
        self.samples = SampleCommands(self)
        self.tables = TableCommands(self)
        self.doctor = DoctorCommands(self)
        self.descend = DescendCommands(self)
        self.population = PopulationCommands(self)
        self.program = ProgramCommands(self)
        self.lessons = LessonCommands(self)
        self.sharing = ShareCommands(self)
        self.sharing.film_ended.connect(self.unsaved.see_film)
        self.stories = StoryCommands(self)
        self.stories.desk = self.story_editing = StoryEditing(self)
        self.story_files = StoryFiles(self, self.story_editing)

    def take_over(self, other: Commands) -> None:
        """Go on with what a window that this one follows knows of its document."""
        self.path, self.mark, self.read_only = other.path, other.mark, other.read_only
        self.lessons.take_over(other.lessons)
        self.population.take_over(other.population)
        self.story_editing.take_over(other.story_editing)

    # Opening

    def adopt(self, opened: Opened) -> None:
        """Take note of where the open document lies, and of what is to be said about it."""
        is_study = opened.path is not None and opened.path.name.endswith(storage.ENDING)
        self.path, self.mark = (opened.path, opened.mark) if is_study else (None, None)
        self.read_only = opened.read_only
        self.unsaid.emit()
        self.adopted.emit(opened.path)
        if opened.message:
            self.tables.tell([opened.message], "warning" if opened.read_only else "note")

    def open(self, opened: Opened, named: str = "") -> None:
        """Show an opened document in place of the present one; unsaved changes are asked for first.

        named: what the question calls it, else its file or title.
        """
        name = opened.path.name if opened.path is not None else f"“{opened.study.title}”"
        ask_first(self, "opened", partial(self._replace, opened), named or name)

    def _replace(self, opened: Opened) -> None:
        self.adopt(opened)
        self.session.open(opened.study, opened.look)

    def open_path(self, path: Path, targets: Path | None = None) -> bool:
        """Open a study or a table, its targets in a second file if given; a problem is said.

        What cannot be opened leaves everything as it was. False as well where it opens later, for a story,
        which goes into the open study, and for an experiment or a result, which have a board of their own.
        """
        if targets is None and (self.population.files.takes(path) or self.story_files.takes(path)):
            return False
        try:
            if self.long_files is not None and self.long_files.opens(path, targets):
                return False
            opened = open_any(path, targets)
        except (StudyFailure, OSError) as problem:
            self.said.emit(str(problem), "error")
            return False
        self.open(opened)
        return True

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open what was dropped or chosen: one file, or two that make one table if that is wanted."""
        from explorer.study.importers import pair  # not needed to show the window

        pairing = pair(paths)
        if pairing is not None:
            way = partial(self.open_path, pairing.logits, pairing.targets)
            self.asked.emit(pairing.question, say("Open as a pair"), way)
        elif self.open_path(paths[0]) and len(paths) > 1 and self.session.history.is_saved:
            text = say_count(
                len(paths) - 1,
                "{name} is open; the other was not: they make no pair.",
                "{name} is open; {count} others were not: they make no pair.",
                name=paths[0].name,
            )
            self.said.emit(text, "note")

    def open_example(self, key: str) -> None:
        """Open one of the studies that come with the program."""
        opened = examples.EXAMPLES[key].open()
        self.open(opened, say("The example “{title}”", title=opened.study.title))

    def open_lesson(self, key: str) -> None:
        """Show a lesson, with its study in place of the open one."""
        self.lessons.open(key)

    def ask_open(self) -> None:
        """Let a file be chosen and open it, or two that make one table."""
        dialog = self.file_dialog(say("Open a study or a table"), say(OPEN_FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.open_dropped([Path(name) for name in names]))
        dialog.open()

    def paste_table(self) -> None:
        """Take the clipboard's table into the study, as one step that can be undone, or open a picture."""
        if self.sharing.open_picture(QGuiApplication.clipboard().mimeData()):
            return
        self.take_text(QGuiApplication.clipboard().text(), say("clipboard"), say("Paste a table"))

    def take_text(self, text: str, origin: str, label: str) -> None:
        """Take a table that came as text, as one step that can be undone; open a state code.

        A long text is read by the worker, and the step comes later.
        """
        try:
            if is_code(text):
                self.sharing.open_pasted(opened_of(text), say("the state code"))
                return
            take = partial(self._take_table, label)
            if self.long_files is None or not self.long_files.takes_text(text, origin, take):
                take(read_text(text, origin))
        except StudyFailure as problem:
            self.said.emit(str(problem), "error")

    def _take_table(self, label: str, table: Table) -> None:
        """Put a table that came as text in the place of the study's."""
        study = self.session.state.study
        self.session.apply(label, replace(study, title=say("Pasted table"), table=table, pin=None))
        self.session.look(sample=0)
        self.session.fit()
        self.unsaid.emit()
        self.tables.tell_pasted(table)

    # Saving

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the study's own file, or ask for one; what is to come then comes once it is saved."""
        if self.path is None or self.read_only:
            self.save_as(then)
        else:
            self.save_to(self.path, then=then)

    def save_as(self, then: Callable[[], object] | None = None, with_data: bool = False) -> None:
        """Ask for a file and save there, with the data beside it where the table is long."""
        filters = say(SAVE_FILTER, ending=storage.ENDING)
        dialog = self.file_dialog(say("Save the study"), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self.session.state.study.title}{storage.ENDING}")
        dialog.fileSelected.connect(partial(self._save_chosen, then=then, with_data=with_data))
        dialog.open()

    def _save_chosen(
        self, name: str, then: Callable[[], object] | None = None, with_data: bool = False
    ) -> None:
        """Save under a chosen name; the dialog did not ask about the file if the ending was left out."""
        path = Path(name.removesuffix(storage.ENDING) + storage.ENDING)

        go = partial(self.save_to, path, with_data, then)
        if path.name != Path(name).name and path.exists():
            ways = (Way(say("Replace it"), go), way_back(say("Keep it")))
            self.choice.emit(say("Not saved: {name} is there already.", name=path.name), ways)
        else:
            go()

    def save_to(
        self,
        path: Path,
        with_data: bool = False,
        then: Callable[[], object] | None = None,
        over_others: bool = False,
    ) -> bool:
        """Save the study to this file, then do what is to come; a problem is said and nothing is lost.

        What another window or program wrote into the study's own file meanwhile is asked about, unless
        `over_others`. False then, and where much data is saved: that ends later.
        """
        if not over_others and self._was_written_by_others(path):
            self._ask_about_others(path, with_data, then)
            return False
        self.session.settle()
        study = replace(self.session.state.study, title=self._title_for(path))
        if self.long_files is not None and self.long_files.saves(path, study, with_data, then):
            return False
        try:
            storage.save(path, study, self.session.state.look, with_data)
        except StudyFailure as problem:
            self.said.emit(str(problem), "error")
            return False
        self.mark_saved(path, study)
        if then is not None:
            then()
        return True

    def _was_written_by_others(self, path: Path) -> bool:
        """Whether the study's own file holds something else than what was read or written here."""
        if path != self.path or self.mark is None:
            return False
        return path.exists() and storage.mark_of(path) != self.mark

    def _ask_about_others(self, path: Path, with_data: bool, then: Callable[[], object] | None) -> None:
        ways = (
            Way(say("Replace it"), partial(self.save_to, path, with_data, then, True)),
            Way(say("Save as…"), partial(self.save_as, then, with_data)),
            way_back(say("Leave the file")),
        )
        text = say("Not saved: {name} was changed by another window or program meanwhile.", name=path.name)
        self.choice.emit(text, ways)

    def mark_saved(self, path: Path, study: Study) -> None:
        """Take note that a study lies in this file; the open one may have been changed since."""
        self.path, self.mark, self.read_only = path, storage.mark_of(path), False
        self.unsaid.emit()
        is_same = self.session.state.study == replace(study, title=self.session.state.study.title)
        self.session.retitle(study.title)
        self.session.mark_saved(None if is_same else study)
        self.saved.emit(path)
        self.noted.emit(say("Saved to {name}", name=path.name))

    def _title_for(self, path: Path) -> str:
        """Return the title of the study in that file: a study is called as its first file, and follows it."""
        title = self.session.state.study.title
        own = self.path is not None and title != self.path.name.removesuffix(storage.ENDING)
        return title if own else path.name.removesuffix(storage.ENDING)

    def file_dialog(self, title: str, filters: str) -> QFileDialog:
        """Make a file dialog that blocks nothing, in the folder that was used last."""
        dialog = QFileDialog(self._window, title, str(folder.last(self.settings, self.path)), filters)
        dialog.filesSelected.connect(lambda names: folder.remember(self.settings, Path(names[0])))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # two texts that Qt's own files of languages lack
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, say("&Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, say("Files of &type:"))
        return dialog

    @property
    def file_words(self) -> str:
        """Name of the file, and whether there are changes that are not in it."""
        name = self.path.name if self.path else Path(self.session.state.study.table.origin or "").name
        edited = "" if self.session.history.is_saved else say("edited")
        return say(", ", "between clauses").join(part for part in (name, edited) if part)

    # The study and the look

    def step_sample(self, step: int) -> None:
        """Go to the sample that many further on."""
        self.session.look(sample=self.session.state.look.sample + step)

    def toggle_samples(self) -> None:
        """Show the list of all samples, or go back to the desk."""
        is_shown = self.session.state.look.board == "samples"
        self.session.look(board="desk" if is_shown else "samples")

    def enlarge(self, key: str) -> None:
        """Enlarge this card on the desk, or put it back if it is the enlarged one."""
        look = self.session.state.look
        is_seen = look.enlarged == key and look.board == "desk"
        self.cards.show(key)
        self.session.look(board="desk", enlarged=None if is_seen else key)

    def toggle_pin(self) -> None:
        """Pin the present state, or take the pin out."""
        state = self.session.state
        pin = None if state.study.pin else Pin.of(state.sample, state.study.shown)
        self.session.apply(say("Pin", "step") if pin else say("Unpin", "step"), replace(state.study, pin=pin))

    def shows(self, key: str) -> bool:
        """Whether this loss is among the shown ones."""
        return any(shown.key == key for shown in self.session.state.study.shown)

    def toggle_loss(self, key: str) -> None:
        """Show a loss, or take it from the shown ones."""
        self.session.settle()
        study, loss = self.session.state.study, LOSSES[key]
        if self.shows(key):
            rest = tuple(shown for shown in study.shown if shown.key != key)
            self.session.apply(say("Remove {loss}", loss=loss.said), replace(study, shown=rest))
        else:
            self.session.apply(
                say("Add {loss}", loss=loss.said), replace(study, shown=(*study.shown, ShownLoss(key)))
            )

    # The window

    @property
    def theme_choice(self) -> str:
        """What was chosen: system, light or dark."""
        return self.appearance.choice

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or keep to light or dark."""
        self.appearance.choose(choice)
        self.settings.set(THEME, None if choice == "system" else choice)

    @property
    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()
