"""Which key does what on stage, as a table; clickers send Page Up, Page Down, F5, Esc, a period or B."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from explorer.wording import noted, say

Key = Qt.Key

COMMANDS: Final[dict[Qt.Key, str]] = {
    **dict.fromkeys((Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_Space), "on"),
    **dict.fromkeys((Key.Key_Return, Key.Key_Enter, Key.Key_MediaNext), "on"),
    **dict.fromkeys((Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_Backspace), "back"),
    Key.Key_MediaPrevious: "back",
    Key.Key_Home: "first",
    Key.Key_F5: "first",
    Key.Key_End: "last",
    **dict.fromkeys((Key.Key_B, Key.Key_Period), "black"),
    **dict.fromkeys((Key.Key_W, Key.Key_Comma), "white"),
    Key.Key_Escape: "leave",
    Key.Key_F11: "full_screen",
    Key.Key_T: "theme",
    Key.Key_L: "language",
    Key.Key_R: "reset",
    Key.Key_N: "speaker",
    Key.Key_F1: "help",
}
DIGITS: Final = {Qt.Key(Key.Key_0 + digit): digit for digit in range(10)}

# What F1 shows: the keys, and what they do.
LIST: Final = (
    (noted("Page Down, →, Space"), noted("next step")),
    (noted("Page Up, ←, Backspace"), noted("step before")),
    (noted("Home, End"), noted("first step, last step")),
    (noted("Digits, then Return"), noted("step of that number")),
    (noted("Tab, then arrows"), noted("move a handle; Esc gives the keys back")),
    (noted("Ctrl+Z, Ctrl+Y"), noted("undo, redo what was changed here")),
    ("R", noted("the step as it was")),
    (noted("B or ., W or ,"), noted("black, white")),
    ("T, L", noted("light or dark, language")),
    ("N", noted("speaker view")),
    ("F11, Esc", noted("full screen, leave")),
)


def key_list() -> list[tuple[str, str]]:
    """Return the list in the language in use."""
    return [(say(keys), say(does)) for keys, does in LIST]
