"""Shortcuts that a person chose: kept apart from the table of actions, put on over its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from explorer.ui.program.settings import Settings

SETTING: Final = "shortcuts"
Form = QKeySequence.SequenceFormat
# What cards and tables take themselves, in portable text: some keys also with Ctrl, all also with Shift.
TRAVELLING: Final = frozenset(("Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown"))
ACTING: Final = frozenset(
    (
        "Return",
        "Enter",
        "Space",
        "Esc",
        "Tab",
        "Backtab",
        "Ins",
        "Backspace",
        "Menu",
        "S",
        "N",
        "I",
        *"+-.0123456789",
    )
)


class Shortcuts(QObject):
    """Which keys run which action; `changed` carries the action's id.

    Chosen keys lie in the settings as {id: [keys in portable text]}; what cannot be read there, or names
    an action that is gone, is left out. Two actions never have the same keys: giving takes them away.
    """

    changed = Signal(str)

    def __init__(
        self, by_id: Mapping[str, QAction], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._by_id = by_id
        self._settings = settings
        self._own = {name: tuple(action.shortcuts()) for name, action in by_id.items()}
        for name, keys in _readable(settings.get(SETTING, {})).items():
            if name in by_id:
                by_id[name].setShortcuts(list(keys))

    def keys(self, name: str) -> tuple[QKeySequence, ...]:
        """Return the keys of an action, the first is the one that is shown."""
        return tuple(self._by_id[name].shortcuts())

    def is_own(self, name: str) -> bool:
        """Say whether an action has the keys that it came with."""
        return self.keys(name) == self._own[name]

    def holder(self, keys: QKeySequence, but: str = "") -> str | None:
        """Return the id of the action that these keys run, other than `but`; None if they are free.

        Keys that begin another's, such as Ctrl+K beside Ctrl+K, Ctrl+C, are not free either: Qt would
        call both ambiguous and run neither.
        """
        if keys.isEmpty():
            return None
        for name in self._by_id:
            if name != but and any(_collide(keys, other) for other in self.keys(name)):
                return name
        return None

    def assign(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Give an action these keys (none: no keys), taking them from whatever action had them."""
        chosen = [sequence for sequence in keys if not sequence.isEmpty()]
        for sequence in chosen:
            while (holder := self.holder(sequence, but=name)) is not None:
                self._put(holder, [other for other in self.keys(holder) if not _collide(sequence, other)])
        self._put(name, chosen)
        self._keep()

    def reset(self, name: str | None = None) -> None:
        """Give one action, or all, the keys that they came with; others give theirs back for it."""
        if name is not None:
            self.assign(name, self._own[name])
            return
        for each, keys in self._own.items():
            self._put(each, keys)
        self._keep()

    def _put(self, name: str, keys: Sequence[QKeySequence]) -> None:
        if tuple(keys) != self.keys(name):
            self._by_id[name].setShortcuts(list(keys))
            self.changed.emit(name)

    def _keep(self) -> None:
        chosen = {
            name: [keys.toString(Form.PortableText) for keys in self.keys(name)]
            for name in self._by_id
            if not self.is_own(name)
        }
        self._settings.set(SETTING, chosen or None)


def is_typed(keys: QKeySequence) -> bool:
    """Say whether cards and tables take these keys themselves: to choose, to nudge, to type."""
    text = keys.toString(Form.PortableText).removeprefix("Shift+").replace("Num+", "")
    return text in ACTING or text.removeprefix("Ctrl+") in TRAVELLING


def _readable(kept: object) -> dict[str, tuple[QKeySequence, ...]]:
    """Return what of the kept shortcuts makes sense."""
    found = {}
    for name, texts in kept.items() if isinstance(kept, dict) else ():
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            keys = tuple(QKeySequence.fromString(text, Form.PortableText) for text in texts)
            found[str(name)] = tuple(sequence for sequence in keys if not sequence.isEmpty())
    return found


def _collide(one: QKeySequence, other: QKeySequence) -> bool:
    none = QKeySequence.SequenceMatch.NoMatch
    return one.matches(other) != none or other.matches(one) != none
