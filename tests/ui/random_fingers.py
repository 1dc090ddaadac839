"""Fingers on a window: real events at real places, and what lies over the window put away."""

import random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

Key, Mod = Qt.Key, Qt.KeyboardModifier
LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE, SHIFT, CTRL, ALT = Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier, Mod.AltModifier
MODIFIERS = (NONE, NONE, NONE, NONE, SHIFT, CTRL, SHIFT | CTRL, ALT)
ONCE = "Up Down Left Right 0 1 S A E Z Minus Period Delete Backspace Insert F2 F10 PageUp PageDown Home End"
KEYS = tuple(Key[f"Key_{name}"] for name in f"{ONCE} Tab Backtab Return Space Escape Menu".split())
WITH_CTRL = "A C V X Z Y F L PageUp PageDown Plus Minus 0"
CHORDS = tuple((Key[f"Key_{name}"], CTRL) for name in WITH_CTRL.split())
SIZES = ((1000, 640), (1024, 700), (1280, 800), (1440, 900), (1920, 1080), (2560, 1440))


class Fingers:
    """What a hand does its gestures with. `chance` chooses, `note` says what was done."""

    def __init__(self, window, chance=None):
        self.window, self.chance = window, chance or random.Random(0)
        self._words = []
        self._warden = QTimer(window)
        self._warden.setInterval(20)
        self._warden.timeout.connect(self._leave_loop)
        self._warden.start()

    def settle(self):
        """Let the window answer, and close what lies over it."""
        QApplication.processEvents()
        for _ in range(12):
            if not (self._leave_popup() or self._leave_dialog()):
                break
            QApplication.processEvents()
        if QApplication.activeWindow() is not self.window:
            self.window.activateWindow()
            QApplication.processEvents()

    def note(self, *words):
        self._words.append(" ".join(str(word) for word in words))

    # Pointer: events of the window, so that what really lies at a place gets them

    def place(self, widget, point):
        return widget.mapTo(self.window, QPointF(point).toPoint())

    def press(self, at, keys=NONE, button=LEFT):
        QTest.mousePress(self.window.windowHandle(), button, keys, at)

    def move(self, at):
        QTest.mouseMove(self.window.windowHandle(), at)

    def release(self, at, keys=NONE, button=LEFT):
        QTest.mouseRelease(self.window.windowHandle(), button, keys, at)

    def click(self, at, keys=NONE, button=LEFT):
        self.press(at, keys, button)
        self.release(at, keys, button)

    def key(self, key, keys=NONE):
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)

    def type(self, text):
        for letter in text:
            target = QApplication.focusWidget() or self.window
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))

    def turn(self, at, angle):
        """Turn the wheel over a place of the window."""
        target = self.window.childAt(at) or self.window
        local, screen = QPointF(target.mapFrom(self.window, at)), QPointF(self.window.mapToGlobal(at))
        phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
        keys = self.chance.choice(MODIFIERS)
        QApplication.sendEvent(target, QWheelEvent(local, screen, QPoint(), angle, none, keys, phase, False))

    def near(self, point, reach=120):
        return point + QPoint(self.chance.randint(-reach, reach), self.chance.randint(-reach, reach))

    def inside(self, widget):
        area = widget.rect()
        across, down = (
            self.chance.randint(0, max(area.width() - 1, 0)),
            self.chance.randint(0, max(area.height() - 1, 0)),
        )
        return self.place(widget, QPoint(across, down))

    def some(self, kind, where=None):
        """Choose a widget of a kind that is seen in the window, or None."""
        found = [part for part in (where or self.window).findChildren(kind) if self.is_seen(part)]
        return self.chance.choice(found) if found else None

    def is_seen(self, widget):
        return widget.isVisible() and widget.window() is self.window and not widget.visibleRegion().isEmpty()

    def drag(self, start, keys=NONE):
        """Press, move some times, perhaps interrupted, and release."""
        chance, at = self.chance, start
        self.press(start, keys)
        for _ in range(chance.randint(0, 5)):
            at = self.near(start, chance.choice((3, 30, 200, 900)))
            self.move(at)
            if chance.random() < 0.7:
                QApplication.processEvents()
            if chance.random() < 0.12:
                self.interrupt(at)
        self.release(at, keys)
        self.note("from", start.toTuple(), "to", at.toTuple(), keys.name or keys.value)

    def interrupt(self, at):
        """Do something else in the middle of a drag."""
        what = self.chance.choice(("escape", "key", "undo", "right", "wheel", "resize", "sample"))
        self.note(what)
        if what == "escape":
            self.key(Key.Key_Escape)
        elif what == "key":
            self.key(self.chance.choice(KEYS), self.chance.choice(MODIFIERS))
        elif what == "undo":
            self.key(self.chance.choice((Key.Key_Z, Key.Key_Y)), CTRL)
        elif what == "right":
            self.click(at, button=RIGHT)
        elif what == "wheel":
            self.turn(at, QPoint(0, 120))
        elif what == "resize":
            self.resize()
        else:
            self.key(self.chance.choice((Key.Key_PageUp, Key.Key_PageDown)), CTRL)

    def resize(self):
        size = self.chance.choice(SIZES)
        if self.chance.random() < 0.4:
            size = self.chance.randint(1000, 2560), self.chance.randint(640, 1440)
        self.window.showNormal()
        self.window.resize(*size)
        self.note(size)

    # What lies over the window

    def _leave_loop(self):
        """Leave what opened an event loop of its own, and that alone: the rest is left after the gesture.

        Else it would be chance whether a menu is left by the clock or by the gesture, and what is drawn next.
        """
        if QThread.currentThread().loopLevel():
            asked = QApplication.activeModalWidget()
            if isinstance(asked, QMessageBox):  # as a file dialog asks
                self.note("asked", asked.text()[:40])
                asked.reject()
            else:
                self._leave_popup()

    def _leave_popup(self):
        """Choose in the menu that is open, or leave it; say whether there was one."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            return False
        if isinstance(popup, QMenu) and self.chance.random() < 0.6:
            usable = [
                action
                for action in popup.actions()
                if action.isEnabled() and not action.isSeparator() and action.objectName() != "quit"
            ]
            if usable:
                action = self.chance.choice(usable)
                self.note("menu", action.text())
                popup.setActiveAction(action)
                QTest.keyClick(popup, Key.Key_Return)
                return True
        popup.close()
        return True

    def _leave_dialog(self):
        """Do something in a dialog and close it; say whether there was one."""
        dialogs = [
            part for part in QApplication.topLevelWidgets() if isinstance(part, QDialog) and part.isVisible()
        ]
        if not dialogs:
            return False
        dialog = dialogs[-1]
        self.note("dialog", type(dialog).__name__)
        if not isinstance(dialog, QFileDialog):
            for _ in range(self.chance.randint(0, 3)):
                if isValid(dialog):
                    self._play(dialog)
        if isValid(dialog):
            dialog.reject() if isinstance(dialog, QFileDialog) else dialog.close()
        return True

    def _play(self, dialog):
        parts = [part for part in dialog.findChildren(QWidget) if part.isVisible()]
        if parts and dialog.isVisible():
            part = self.chance.choice(parts)
            self.note(name_of(part))
            QTest.mouseClick(part, LEFT, NONE, part.rect().center())
            QTest.keyClick(part, self.chance.choice(KEYS), self.chance.choice(MODIFIERS))
            QApplication.processEvents()


def name_of(widget):
    """Name a widget in words that tell where it is."""
    if widget is None or not isValid(widget):
        return "nothing"
    words = widget.accessibleName() or widget.objectName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {words[:24] if isinstance(words, str) else ''}".strip()
