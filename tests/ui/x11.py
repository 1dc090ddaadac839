"""A hand on the X server: real pointer and key events through the XTEST extension."""

import os
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from Xlib import XK, X, display
from Xlib.ext import xtest

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


class Hand:
    """Moves the pointer and presses keys of the display that the program under test is on.

    `settle` is called after each event: it lets the program under test read it.
    """

    def __init__(self, settle):
        self._display = display.Display()
        # on a busy machine a key would be held long enough to repeat
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeOff)
        self._settle = settle

    def close(self):
        self._display.change_keyboard_control(auto_repeat_mode=X.AutoRepeatModeDefault)
        self._display.close()

    def _send(self, kind, detail=0, **at):
        xtest.fake_input(self._display, kind, detail, **at)
        self._display.sync()
        self._settle()

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
