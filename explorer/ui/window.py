"""The main window: menus and bars round the desk, and what the actions do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QVBoxLayout, QWidget

from explorer.losses import LOSSES
from explorer.study import examples, storage
from explorer.study.importers import ImportFailure, read_text
from explorer.study.opening import open_any
from explorer.study.study import Pin, ShownLoss, Study
from explorer.ui import actions, help_pages
from explorer.ui.bars import StatusLine, TitleBar
from explorer.ui.desk import Desk
from explorer.ui.notice import Notice
from explorer.ui.session import Session

if TYPE_CHECKING:
    from explorer.study.storage import Opened
    from explorer.ui.style import Appearance

MINIMUM = (720, 560)
OPEN_FILTER = "Studies and tables (*.json *.csv *.tsv *.txt);;All files (*)"
SAVE_FILTER = "Study (*.study.json)"
FACTS_EVERY = 200  # milliseconds between two showings of the frame time and the age of the file


class Window(QMainWindow):
    """One window on one study."""

    def __init__(self, opened: Opened, appearance: Appearance) -> None:
        super().__init__()
        self.appearance = appearance
        self.path: Path | None = None
        self.session: Session = Session(opened.study, opened.look, self)
        self.actions_by_id = actions.build(self)
        self._build()
        self._build_menus()
        appearance.changed.connect(self._show_theme)
        self.session.changed.connect(self._show)
        self._facts = QTimer(self)
        self._facts.setInterval(FACTS_EVERY)
        self._facts.timeout.connect(self._show_facts)
        self._facts.start()
        self._show_facts()
        self.setAcceptDrops(True)
        self.setMinimumSize(*MINIMUM)
        self._adopt(opened)
        self.desk.cards["logits"].canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self.appearance.theme
        self.title_bar = TitleBar(self.actions_by_id, theme)
        self.notice = Notice(theme)
        self.desk = Desk(self.session, theme)
        self.status = StatusLine()
        ground = QWidget()
        ground.setObjectName("ground")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title_bar)
        held = QVBoxLayout()
        held.setContentsMargins(12, 0, 12, 8)
        held.addWidget(self.notice)
        layout.addLayout(held)
        layout.addWidget(self.desk, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(ground)
        self.desk.classes.said.connect(self.status.said.say)
        self.desk.losses.said.connect(self.status.said.say)
        self.notice_room = held

    def _build_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for name in actions.MENUS:
            menus[name] = self.menuBar().addMenu(name)
        for entry in actions.ACTIONS:
            menu = menus.get(entry.menu) or self._submenu(menus, entry.menu)
            if entry.rule:
                menu.addSeparator()
            menu.addAction(self.actions_by_id[entry.id])

    @staticmethod
    def _submenu(menus: dict[str, QMenu], path: str) -> QMenu:
        parent, _, name = path.partition("/")
        menus[path] = menus[parent].addMenu(name)
        return menus[path]

    # Showing

    def _show(self) -> None:
        state = self.session.state
        actions.refresh(self, self.actions_by_id)
        count = len(state.study.table)
        name = state.sample.name
        position = f"{state.look.sample + 1:,} of {count:,}"
        sample = (
            f"sample {position}" if name in ("", f"sample {state.look.sample + 1}") else f"{name}, {position}"
        )
        self.title_bar.show_study(state.study.title, self._file_words(), sample)
        self.setWindowTitle(f"{state.study.title}[*] - loss explorer")
        self.setWindowModified(not self.session.history.is_saved)
        label = self.session.history.undo_label
        self.status.show_facts(undo=f"Undo: {label}" if label else "")

    def _file_words(self) -> str:
        name = self.path.name if self.path else self.source
        edited = "" if self.session.history.is_saved else "edited"
        return ", ".join(part for part in (name, edited) if part)

    def _show_facts(self) -> None:
        seconds = self.session.clock.close()
        frame = f"edit to paint {seconds * 1000:.1f} ms" if seconds is not None else ""
        self.status.show_facts(
            dtype="float64", reduction="nat, sum over classes", device="NumPy on cpu", frame=frame
        )

    def _show_theme(self) -> None:
        theme = self.appearance.theme
        for part in (self.title_bar, self.notice, self.desk):
            part.set_theme(theme)
        actions.refresh(self, self.actions_by_id)

    def say(self, text: str, severity: str = "error") -> None:
        """Say a problem or a note in the bar over the desk."""
        self.notice.say(text, severity)

    # Documents

    def _adopt(self, opened: Opened) -> None:
        """Take in an opened document: where it lies, what is to be said about it."""
        self.path = opened.path if opened.path and opened.path.name.endswith(storage.ENDING) else None
        self.source = opened.path.name if opened.path else ""
        self.read_only = opened.read_only
        self._show()
        if opened.message:
            self.say(opened.message, "warning" if opened.read_only else "note")
        else:
            self.notice.hide()

    def open_opened(self, opened: Opened) -> None:
        """Show an opened document in place of the present one."""
        self.session.open(opened.study, opened.look)
        self._adopt(opened)

    def open_path(self, path: Path) -> bool:
        """Open a study or a table; a problem is said and leaves everything as it was."""
        try:
            opened = open_any(path)
        except (ImportFailure, storage.StorageFailure, OSError) as problem:
            self.say(str(problem))
            return False
        self.open_opened(opened)
        return True

    def open_example(self, key: str) -> None:
        """Open one of the studies that come with the program."""
        self.open_opened(examples.EXAMPLES[key].open())

    def ask_open(self) -> None:
        """Let a file be chosen and open it."""
        dialog = self._dialog("Open a study or a table", OPEN_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def save(self) -> None:
        """Save to the study's own file, or ask for one."""
        if self.path is None or self.read_only:
            self.save_as()
        else:
            self.save_to(self.path)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        dialog = self._dialog("Save the study", SAVE_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self.session.state.study.title}{storage.ENDING}")
        dialog.fileSelected.connect(
            lambda name: self.save_to(Path(name.removesuffix(storage.ENDING) + storage.ENDING))
        )
        dialog.open()

    def _dialog(self, title: str, filters: str) -> QFileDialog:
        """A file dialog that blocks nothing: the window stays alive behind it."""
        dialog = QFileDialog(self, title, self._folder(), filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def save_to(self, path: Path) -> bool:
        """Save the study to this file; a problem is said and nothing is lost."""
        state = self.session.state
        try:
            storage.save(path, state.study, state.look)
        except (storage.StorageFailure, OSError) as problem:
            self.say(str(problem))
            return False
        self.path, self.read_only = path, False
        self.session.history.mark_saved()
        self._show()
        self.status.said.say(f"Saved to {path.name}")
        return True

    def _folder(self) -> str:
        return str(self.path.parent if self.path else Path.cwd())

    def paste_table(self) -> None:
        """Take the clipboard's table into the study, as one step that can be undone."""
        text = QGuiApplication.clipboard().text()
        try:
            table = read_text(text, "clipboard")
        except ImportFailure as problem:
            self.say(str(problem))
            return
        study = self.session.state.study
        self.session.apply("Paste a table", replace(study, table=table, pin=None))
        self.session.fit()
        self.notice.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    # Actions

    def step_sample(self, step: int) -> None:
        """Go to the sample that many further on."""
        self.session.look(sample=self.session.state.look.sample + step)

    def enlarge(self, key: str) -> None:
        """Enlarge a card, or put it back."""
        self.desk.toggle_enlarged(key)

    def toggle_pin(self) -> None:
        """Pin the present state, or take the pin out."""
        state = self.session.state
        pin = None if state.study.pin else Pin.of(state.sample)
        self.session.apply("Pin" if pin else "Unpin", replace(state.study, pin=pin))

    def shows(self, key: str) -> bool:
        """Whether this loss is among the shown ones."""
        return any(shown.key == key for shown in self.session.state.study.shown)

    def toggle_loss(self, key: str) -> None:
        """Show a loss, or take it from the shown ones."""
        study = self.session.state.study
        title = LOSSES[key].title
        if self.shows(key):
            rest = tuple(shown for shown in study.shown if shown.key != key)
            self.session.apply(f"Remove {title}", replace(study, shown=rest))
        else:
            self.session.apply(f"Add {title}", _with_loss(study, key))

    @property
    def theme_choice(self) -> str:
        """ "system", "light" or "dark"."""  # noqa: D210
        return self.appearance.choice

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or keep to light or dark."""
        self.appearance.choose(choice)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def show_keys(self) -> None:
        """Show every key and gesture."""
        help_pages.show_keys(self)

    def show_about(self) -> None:
        """Show versions."""
        help_pages.show_about(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Esc: first the drag, then the message, the enlarged card, the full screen."""
        if self.desk.cancel_gesture():
            return
        if self.notice.isVisible():
            self.notice.hide()
        elif self.session.state.look.enlarged is not None:
            self.session.look(enlarged=None)
        elif self.isFullScreen():
            self.showNormal()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._facts.stop()
        super().closeEvent(event)


def _with_loss(study: Study, key: str) -> Study:
    return replace(study, shown=(*study.shown, ShownLoss(key)))
