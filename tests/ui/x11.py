"""A hand on the X server: real pointer and key events through the XTEST extension."""

import ctypes
import os
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QAbstractNativeEventFilter
from PySide6.QtWidgets import QApplication
from Xlib import XK, X, display
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage

NAMES = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "enter": "Return", "esc": "Escape"}
NAMES |= {".": "period", ",": "comma", "space": "space"}
NAMES |= {name: name.capitalize() for name in ("end", "home", "insert", "delete", "up", "down")}
NAMES |= {f"f{number}": f"F{number}" for number in range(1, 13)}

PICTURES = os.environ.get("LOSS_EXPLORER_PICTURES")  # a folder in which tests leave what they saw


def keep_picture(window, name):
    """Leave a picture of a window where the environment says."""
    if PICTURES:
        QApplication.processEvents()
        assert window.grab().save(str(Path(PICTURES) / f"{name}.png"))


class Marks(QAbstractNativeEventFilter):
    """Counts the marks that came to the program under test: they come after whatever was sent before them."""

    def __init__(self, screen):
        super().__init__()
        self._display, self._name = screen, screen.intern_atom("LOSS_EXPLORER_MARK")
        self.sent = self.seen = 0

    def send(self):
        """Send one to a window of the program; each of them will do."""
        window = next(each for each in QApplication.topLevelWidgets() if each.isWindow() and each.isVisible())
        target = self._display.create_resource_object("window", int(window.winId()))
        target.send_event(ClientMessage(window=target, client_type=self._name, data=(32, [0] * 5)))
        self._display.sync()
        self.sent += 1

    def nativeEventFilter(self, kind, message):  # noqa: N802 - Qt's name
        """Look at the type and the name of an event, as xcb lays them out."""
        event = ctypes.string_at(int(message), 12)
        if event[0] & 0x7F == X.ClientMessage and int.from_bytes(event[8:], "little") == self._name:
            self.seen += 1
        return False, 0


class Hand:
    """Moves the pointer and presses keys of the display that the program under test is on.

    After each event a mark is sent: `settle` is called with a function that says whether the program has
    read both, and returns once it has had the time to act.
    """

    def __init__(self, settle):
        self._display = display.Display()
        self._marks = Marks(self._display)
        QApplication.instance().installNativeEventFilter(self._marks)
        # on a busy machine a key would be held long enough to repeat
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
        self._settle = settle

    def close(self):
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeDefault)
        QApplication.instance().removeNativeEventFilter(self._marks)
        self._display.close()

    def _send(self, kind, detail=0, **at):
        xtest.fake_input(self._display, kind, detail, **at)
        self._display.sync()
        self._marks.send()
        self._settle(lambda: self._marks.seen == self._marks.sent)

    def move(self, point):
        self._send(X.MotionNotify, x=round(point.x()), y=round(point.y()))

    def click(self, point):
        self.move(point)
        self._send(X.ButtonPress, 1)
        self._send(X.ButtonRelease, 1)

    def drag(self, start, end, steps=12):
        self.press(start)
        for step in range(1, steps + 1):
            self.move(start + (end - start) * (step / steps))
        self._send(X.ButtonRelease, 1)

    def press(self, point):
        self.move(point)
        self._send(X.ButtonPress, 1)

    def release(self):
        self._send(X.ButtonRelease, 1)

    def key(self, *names):
        """Press these keys together: key("ctrl", "z")."""
        codes = [self._code(name) for name in names]
        for code in codes:
            self._send(X.KeyPress, code)
        for code in reversed(codes):
            self._send(X.KeyRelease, code)

    @contextmanager
    def held(self, name):
        """Hold a key down meanwhile."""
        code = self._code(name)
        self._send(X.KeyPress, code)
        try:
            yield
        finally:
            self._send(X.KeyRelease, code)

    def type(self, text):
        for character in text:
            keysym = _keysym(character)
            code = self._display.keysym_to_keycode(keysym)
            shifted = self._display.keycode_to_keysym(code, 0) != keysym
            keys = (["shift"] if shifted else []) + [code]
            self.key(*keys)

    def _code(self, name):
        if isinstance(name, int):
            return name
        keysym = XK.string_to_keysym(NAMES.get(name, name))
        if not keysym:
            keysym = _keysym(name)
        return self._display.keysym_to_keycode(keysym)


def _keysym(character):
    """Latin-1 characters are their own keysyms."""
    return ord(character)
