"""What happens when something fails: it is said in the bar, a report can be read, the program lives on."""

from __future__ import annotations

import contextlib
import platform
import sys
import threading
import time
import traceback
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy
import PySide6
from PySide6.QtCore import QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

import explorer
from explorer.ui.notice import Way
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QWidget

    from explorer.ui.commands import Commands

DOINGS: Final = 20  # steps that a report names
MESSAGES: Final = 20  # of Qt, the last ones
SAID_EVERY: Final = 1.0  # seconds from one count in the bar to the next
PRIVACY: Final = noted(
    "Nothing of this is sent anywhere. It names the last steps, with the names of classes, "
    "but no numbers of the study."
)


class CrashReports(QObject):
    """Takes what nobody caught, in any thread, and what Qt complains about.

    The first time an error is said in the bar with a way to its report; the same error again is counted.
    A failure while this is done goes to standard error and nowhere else. What the window says is in its
    language; the report itself is in English, for whoever mends the program.
    """

    _raised = Signal(object)

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands, self._window = commands, parent
        self._counts: dict[str, int] = {}
        self._said_at = 0.0
        self._is_reporting = False
        self._doings: deque[str] = deque(maxlen=DOINGS)
        self._messages: deque[str] = deque(maxlen=MESSAGES)
        self._last_label: str | None = None
        self._installed: tuple[object, ...] | None = None
        self._raised.connect(self.take)  # from a thread: queued to the window's own
        commands.session.changed.connect(self._follow)

    # What was done last

    def note(self, doing: str) -> None:
        """Remember the name of something that was done."""
        self._doings.append(f"{time.strftime('%H:%M:%S')} {doing}")

    def _follow(self) -> None:
        history = self._commands.session.history
        step = f"{history.position}: {history.undo_label}"
        if not history.in_gesture and step != self._last_label:
            self._last_label = step
            if history.undo_label is not None:
                self.note(f"{history.undo_label} (step {history.position})")

    # Hooks

    def install(self) -> None:
        """Take over the hooks of the interpreter and of Qt."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = lambda told: self._hook(told.exc_type, told.exc_value, told.exc_traceback)
        self._installed = (*before, qInstallMessageHandler(self._hear))

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._installed is not None:
            sys.excepthook, threading.excepthook, heard = self._installed  # type: ignore[assignment]
            qInstallMessageHandler(heard)  # type: ignore[arg-type]
            self._installed = None

    def _hook(
        self, kind: type[BaseException], problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Show the traceback where a terminal is, and report it unless the program is to end."""
        sys.__excepthook__(kind, problem or kind(), trace)
        if problem is not None and issubclass(kind, Exception):
            if threading.current_thread() is threading.main_thread():
                self.take(problem)
            else:
                self._raised.emit(problem)

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        self._messages.append(f"{kind.name.removeprefix('Qt').removesuffix('Msg').lower()}: {text}")
        if kind != QtMsgType.QtDebugMsg and sys.stderr is not None:
            print(text, file=sys.stderr)

    # Reporting

    def take(self, problem: BaseException) -> None:
        """Say that something failed, once; count it when it comes again. Never raises."""
        if self._is_reporting:
            return
        self._is_reporting = True
        try:
            self._take(problem)
        except Exception:  # the last line of defence: what fails here is only printed
            with contextlib.suppress(Exception):
                sys.__excepthook__(*sys.exc_info())
        finally:
            self._is_reporting = False

    def _take(self, problem: BaseException) -> None:
        where, mark = _place(problem)
        count = self._counts[mark] = self._counts.get(mark, 0) + 1
        now = time.monotonic()
        if count > 1 and now - self._said_at < SAID_EVERY:
            return
        self._said_at = now
        report = self.report(problem)
        text = say(
            "Something failed in {place}: {problem} ({count} times). Your work is kept."
            if count > 1
            else "Something failed in {place}: {problem}. Your work is kept.",
            place=say(where),
            problem=_line(problem),
            count=count,
        )
        way = Way(say("Show report"), lambda: self.show(report))
        self._commands.offered.emit(text, "error", (way,))

    def report(self, problem: BaseException) -> str:
        """Return the report on a failure, for people to read."""
        trace = "".join(traceback.format_exception(problem))
        return "\n\n".join(
            (
                f"{_line(problem)}\nin {_place(problem)[0]}, {time.strftime('%Y-%m-%d %H:%M:%S')}",
                _section("Done last", list(self._doings) or ["nothing yet"]),
                _section("Study", self._study()),
                _section("Program", facts()),
                _section("Said by Qt", list(self._messages) or ["nothing"]),
                trace,
            )
        )

    def _study(self) -> list[str]:
        state, history = self._commands.session.state, self._commands.session.history
        table = state.study.table
        shown = ", ".join(loss.key for loss in state.study.shown) or "none"
        return [
            f"{len(table):,} samples of {table.class_count:,} classes, {len(table.edits):,} edited",
            f"losses: {shown}",
            f"step {history.position} of {len(history.entries)}",
        ]

    def show(self, report: str) -> ReportPage:
        """Open a report over the window."""
        page = ReportPage(report, self._window)
        page.show()
        return page


class ReportPage(QDialog):
    """A report to read, copy and save. Blocks nothing."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(say("What failed"))
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(say("Report"))
        self.text.setTabChangesFocus(True)
        privacy = QLabel(say(PRIVACY))
        privacy.setWordWrap(True)
        privacy.setObjectName("status")
        words = say("Copy"), say("Save…"), say("Close")
        self.copier, self.saver, closer = map(QPushButton, words)
        self.copier.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        self.saver.clicked.connect(self._ask_where)
        closer.clicked.connect(self.close)
        closer.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.copier)
        row.addWidget(self.saver)
        row.addStretch(1)
        row.addWidget(closer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(14), px(16), px(14))
        layout.setSpacing(px(10))
        layout.addWidget(self.text, 1)
        layout.addWidget(privacy)
        layout.addLayout(row)
        self.resize(px(760), px(560))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, say("Save the report"), str(Path.cwd()), say("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("loss-explorer-report.txt")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, name: str) -> None:
        """Write the report to a file; why that is not possible stands in the title."""
        try:
            Path(name).write_text(self._report, encoding="utf-8")
        except OSError as problem:
            self.setWindowTitle(say("Not saved: {reason}", reason=problem.strerror or problem))
        else:
            self.setWindowTitle(say("Saved to {name}", name=Path(name).name))


def facts() -> list[str]:
    """Return versions and what the program runs on, a line each."""
    lines = [
        f"loss explorer {explorer.__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"PySide6 {PySide6.__version__}, Qt {qVersion()}, on {QGuiApplication.platformName()}",
        f"NumPy {numpy.__version__}, computed in float64 on cpu",
    ]
    torch = sys.modules.get("torch")  # told about, never loaded for it
    if torch is not None:
        lines.append(f"torch {torch.__version__}")
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        size = screen.size()
        lines.append(f"screen {size.width()} x {size.height()}, scale {screen.devicePixelRatio():g}")
    return lines


def _section(title: str, lines: list[str]) -> str:
    return "\n".join((title, *(f"  {line}" for line in lines)))


def _line(problem: BaseException) -> str:
    """Return the error in one line."""
    text = " ".join(str(problem).split())
    return f"{type(problem).__name__}: {text}" if text else type(problem).__name__


def _place(problem: BaseException) -> tuple[str, str]:
    """Return where an error arose, for people and as the mark of the same error."""
    frames = traceback.extract_tb(problem.__traceback__)
    if not frames:
        return noted("the program"), type(problem).__name__
    own = [frame for frame in frames if f"{Path(explorer.__file__).parent}" in frame.filename]
    last = (own or frames)[-1]
    mark = f"{type(problem).__name__} {last.filename}:{last.lineno}"
    return f"{Path(last.filename).stem}.{last.name}", mark
