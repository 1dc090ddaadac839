"""What holds of a window after every gesture, whatever was done; and what nobody caught."""

import gc
import logging
import sys
import traceback
import warnings
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.study.history import MOST_ENTRIES
from explorer.ui.cards.canvas import Canvas
from explorer.ui.panels.classes_form import ClassesForm

BY_CLASS = (
    "logit",
    "target",
    "gradient",
    "probability",
    "class",
    "slice",
)  # kinds of handles that end in a class
QUIET = (
    "occurs outside",
    "propagateSizeHints",
    "does not support",
)  # said by QTest and the offscreen platform


class Witness(logging.Handler):
    """Hears exceptions that nobody caught, errors in the log, warnings and what Qt complains about."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.heard = []
        self._hook, sys.excepthook = sys.excepthook, self._uncaught
        self._warned, warnings.showwarning = warnings.showwarning, self._warn
        self._messages = qInstallMessageHandler(self._said)
        logging.getLogger("explorer").addHandler(self)

    def close(self):
        logging.getLogger("explorer").removeHandler(self)
        sys.excepthook, warnings.showwarning = self._hook, self._warned
        qInstallMessageHandler(self._messages)
        super().close()

    def _uncaught(self, kind, problem, trace):
        self.heard.append("".join(traceback.format_exception(kind, problem, trace)))

    def _warn(self, message, category, filename, lineno, *_):
        self.heard.append(f"{filename}:{lineno}: {category.__name__}: {message}")

    def emit(self, record):
        self.heard.append(self.format(record))

    def _said(self, kind, _context, text):
        if kind != QtMsgType.QtDebugMsg and not any(words in text for words in QUIET):
            self.heard.append(f"Qt: {text}")


def wrong(window):
    """Yield what does not hold of the window now; no button is down."""
    session = window.session
    state, history = session.state, session.history
    if state.study is not history.study:
        yield "the state shows another study than the history"
    if state.look.within(state.study) != state.look:
        yield f"the look is not within the study: {state.look}"
    asked = any(form.isVisible() for form in window.findChildren(ClassesForm))  # it shows what it would do
    if session.in_gesture and not asked and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
        yield "a gesture is open without a button"
    if not 0 <= history.position <= len(history.entries) <= MOST_ENTRIES:
        yield f"position {history.position} of {len(history.entries)}"
    count = state.study.table.class_count
    if not count or state.sample.logits.shape != (count,) or state.sample.targets.shape != (count,):
        yield f"{count} classes, rows of {state.sample.logits.shape}"
    for canvas in window.findChildren(Canvas):
        if canvas.isVisible():
            yield from _wrong_card(canvas, count)


def _wrong_card(canvas, count):
    figure = canvas.figure
    if "This card failed" in (figure.note or ""):
        yield f"{canvas.plot.key}: {figure.note}"
    for handle in figure.handles:
        kind, _, index = handle.id.partition(":")
        if kind in BY_CLASS and index.isdecimal() and int(index) >= count:
            yield f"{canvas.plot.key}: handle {handle.id} of {count} classes"


class Origin:
    """The study as it was opened, and its numbers, which nothing may change.

    A document that is come back to, as from a lesson, is the one that was opened, not as it was left. What
    it is called is no step: saving it under a name names it at every step.
    """

    def __init__(self, session):
        self.session = session
        self.opened = WeakKeyDictionary()  # a history -> the study that it began with, and its numbers
        session.replaced.connect(self.note)
        self.note()

    def note(self):
        """Take the study of a history that was not seen before for the opened one."""
        history = self.session.history
        if history not in self.opened:
            self.opened[history] = history.study, _rows(history.study)

    def wrong(self):
        """Undo everything and do it again; yield what is not as it was."""
        session = self.session
        history = session.history
        entries, position, now = history.entries, history.position, history.study
        opened, rows = self.opened[history]
        for one, other in pairwise(entries):
            if one.after is not other.before and one.after != other.before:
                yield f"between {one.label!r} and {other.label!r} the study changed"
        while history.can_undo:
            session.undo()
        QApplication.processEvents()
        if len(entries) < MOST_ENTRIES:
            if history.study != replace(opened, title=history.study.title):
                yield "undo of everything gives another study than the opened one"
            if _rows(history.study) != rows:
                yield "the numbers of the opened study were changed in place"
        while history.can_redo:
            session.redo()
        QApplication.processEvents()
        if entries and history.study != entries[-1].after:
            yield "redo of everything gives another study"
        session.travel_to(position)
        QApplication.processEvents()
        if history.study != now:
            yield "going back to the position gives another study"


def _rows(study):
    table = study.table
    samples = (table.sample(index) for index in range(min(len(table), 20)))
    return [(sample.logits.tobytes(), sample.targets.tobytes()) for sample in samples]


def weight(window):
    """Say what the process and the window hold: MB of its own, objects of Qt and of Python, windows."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    return {
        "MB": _own_memory(),
        "qt objects": len(window.findChildren(QObject)),
        "windows": len(QApplication.topLevelWidgets()),
        "python objects": len(gc.get_objects()),
    }


def _own_memory():
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("RssAnon"))
    return round(int(line.split()[1]) / 1024, 2)
