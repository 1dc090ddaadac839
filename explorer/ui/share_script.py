"""The window of scripts: the sample and its losses as a short program, in one framework or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from explorer.analysis.scripts import FRAMEWORKS, ScriptFailure, script
from explorer.files import write_whole
from explorer.ui.controls.button import button
from explorer.ui.program.preferences import Choices
from explorer.ui.share_dialog import ShareDialog
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.ui.window import Window

RENEWED_AFTER: Final = 100  # milliseconds after the first change
SIZE: Final = (780, 560)
SETTING: Final = "script_framework"
TAB: Final = 4  # letters


class ScriptDialog(ShareDialog):
    """The script for the framework that is chosen; renewed while something changes."""

    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            say("Reproduce as code"),
            say("Script"),
            lambda: self.copy(),
            size=SIZE,
            gap=12,
            after=RENEWED_AFTER,
        )
        kept = window.settings.get(SETTING, "torch")
        self.framework = kept if kept in FRAMEWORKS else "torch"
        titles = [(key, framework.title) for key, framework in FRAMEWORKS.items()]
        self.choices = Choices(say("Framework"), titles, self.choose)
        self.words = QLabel(say("Runs by itself and prints the values and gradients shown here."))
        self.words.setObjectName("status")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.save_button = button(say("Save as .py…"), self.ask_file)
        self._build()
        self.begin(self.renew)
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

    def dress(self) -> None:
        super().dress()
        self.text.setTabStopDistance(TAB * self.text.fontMetrics().horizontalAdvance(" "))
        self.choices.refit()

    def choose(self, framework: object) -> None:
        """Write for another framework."""
        self.framework = str(framework)
        self._window.settings.set(SETTING, self.framework)
        self.renew()

    def follow(self) -> None:
        if not self._renewing.isActive():
            super().follow()

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
        parts = state.study.title, state.sample.name, self._title
        self.ask_path(say("Save the script"), "Python (*.py)", parts, "py", self.write)

    def write(self, path: Path) -> None:
        """Write the script; what is wrong is said."""
        try:
            write_whole(path, self.text.toPlainText().encode())
        except OSError as problem:
            self.problem.setText(f"{path.name}: {problem.strerror or problem}")
        else:
            self.problem.clear()
            self._window.status.tell(say("{name} is there", name=path.name))
