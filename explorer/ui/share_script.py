"""The window of scripts: the sample and its losses as a short program, in one framework or another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from explorer.analysis.scripts import FRAMEWORKS, ScriptFailure, script
from explorer.paint.fonts import font
from explorer.study.storage import write_whole
from explorer.ui.controls.button import button
from explorer.ui.export_plan import file_name
from explorer.ui.program.preferences import Choices
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.ui.window import Window

RENEWED_AFTER: Final = 100  # milliseconds after the first change
SIZE: Final = (780, 560)
SETTING: Final = "script_framework"
TAB: Final = 4  # letters


class ScriptDialog(QDialog):
    """Lies beside the window's work and follows it; Esc closes it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        kept = window.settings.get(SETTING, "torch")
        self.framework = kept if kept in FRAMEWORKS else "torch"
        self.setWindowTitle(say("Reproduce as code"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = [(key, framework.title) for key, framework in FRAMEWORKS.items()]
        self.choices = Choices(say("Framework"), titles, self.choose)
        self.words = QLabel(say("Runs by itself and prints the values and gradients shown here."))
        self.words.setObjectName("status")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setObjectName("code")
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(say("Script"))
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.copy_button = button(say("Copy"), self.copy)
        self.copy_button.setObjectName("primary")
        self.save_button = button(say("Save as .py…"), self.ask_file)
        self.close_button = button(say("Close"), self.close)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.setInterval(RENEWED_AFTER)
        self._renewing.timeout.connect(self.renew)
        self._build()
        window.session.changed.connect(self._follow)
        window.appearance.changed.connect(self._dress)
        self._dress()
        self.renew()
        self.choices.button(self.framework).setFocus()

    def _build(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.choices)
        above.addWidget(self.words)
        above.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.problem, 1)
        for part in (self.save_button, self.close_button, self.copy_button):
            below.addWidget(part)
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addWidget(self.text, 1)
        layout.addLayout(below)

    def _dress(self) -> None:
        self.text.setFont(font("name", mono=True, scale=scale()))
        self.text.setTabStopDistance(TAB * self.text.fontMetrics().horizontalAdvance(" "))
        self.choices.refit()
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        room = self.screen().availableSize()
        self.resize(min(px(SIZE[0]), room.width()), min(px(SIZE[1]), room.height()))
        layout.setSpacing(px(12))

    def choose(self, framework: object) -> None:
        """Write for another framework."""
        self.framework = str(framework)
        self._window.settings.set(SETTING, self.framework)
        self.renew()

    def _follow(self) -> None:
        if not self._renewing.isActive():
            self._renewing.start()

    def renew(self) -> None:
        """Show the script of the state as it is now; the place that is read stays in sight."""
        self.choices.show_chosen(self.framework)
        try:
            text, problem = script(self._window.session.state, self.framework), ""
        except ScriptFailure as failure:
            text, problem = "", str(failure)
        self.problem.setText(problem)
        for part in (self.copy_button, self.save_button):
            part.setEnabled(bool(text))
        if text != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            place = bar.value()
            self.text.setPlainText(text)
            bar.setValue(place)

    def copy(self) -> None:
        """Copy the script."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._window.status.tell(say("Copied a script for {framework}", framework=self._title))

    @property
    def _title(self) -> str:
        return FRAMEWORKS[self.framework].title

    def ask_file(self) -> None:
        """Let a file be chosen for the script."""
        state = self._window.session.state
        dialog = self._window.commands.file_dialog(say("Save the script"), "Python (*.py)")
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("py")
        dialog.selectFile(file_name((state.study.title, state.sample.name, self._title), "py"))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the script; what is wrong is said."""
        try:
            write_whole(path, self.text.toPlainText().encode())
        except OSError as problem:
            self.problem.setText(f"{path.name}: {problem.strerror or problem}")
        else:
            self.problem.clear()
            self._window.status.tell(say("{name} is there", name=path.name))
