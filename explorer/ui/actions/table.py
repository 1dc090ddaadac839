"""What an action is, and how a table of them becomes Qt's: menus, toolbar, shortcuts and help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence

from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey
MNEMONIC: Final = re.compile(r"\(&\w\)")  # in Chinese the letter stands behind the words


OFF: Final = noted("About the study, which the board of populations does not show: Esc goes back to it")


def always(commands: Commands) -> bool:
    """Whatever is open, this can be done."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done.

    Texts are English here and shown through `say`. id: its name in tests and settings. text: what the menu
    says (`words` replaces it when it depends on the state). menu: "&File" or "&File/Open e&xample". keys:
    shortcuts, the first is shown. checked: whether a tick is shown, None for none. rule: a line is drawn
    above it. alone: what is said where no menu is round it, None for the same as there. about: says what hint
    does, where that is made of parts. of_study: about the study, of which the board of populations shows
    nothing: there it is off, with the reason in its tips. repeats: whether a key that is held does it again
    and again. also: other words, of any language, by which the command palette finds it.
    """

    id: str
    text: str
    menu: str
    run: Callable[[Commands], object]
    keys: tuple[QKeySequence | Key | str, ...] = ()
    enabled: Callable[[Commands], bool] = always
    words: Callable[[Commands], str] | None = None
    alone: Callable[[Commands], str] | None = None
    checked: Callable[[Commands], bool] | None = None
    hint: str = ""
    about: Callable[[], str] | None = None
    rule: bool = False
    of_study: bool = False
    repeats: bool = True
    also: tuple[str, ...] = ()


class Offered(QAction):
    """An action of the table in one window; it remembers what it shows, as asking Qt takes longer.

    Nobody else may change whether it is on, its words or its status tip.
    """

    def __init__(self, entry: Action, commands: Commands, window: QWidget) -> None:
        super().__init__(say(entry.text), window)
        self._entry = entry
        self._is_on, self._is_seen, self._words = True, True, self.text()
        self.setObjectName(entry.id)
        self.setShortcuts([QKeySequence(key) for key in entry.keys])
        self.setCheckable(entry.checked is not None)
        self.setAutoRepeat(entry.repeats)
        self.setMenuRole(QAction.MenuRole.NoRole)
        self.setIconVisibleInMenu(False)
        self.setStatusTip(_hint(entry))
        self.setToolTip(tip(self))
        self.triggered.connect(lambda: entry.run(commands))
        window.addAction(self)

    def refresh(self, commands: Commands, sees_study: bool) -> None:
        """Show what can be done now; sees_study: whether the board on screen shows something of the study."""
        entry = self._entry
        is_seen = sees_study or not entry.of_study
        is_on = is_seen and (entry.enabled is always or entry.enabled(commands))
        if is_on != self._is_on:
            self._is_on = is_on
            self.setEnabled(is_on)
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            self.setStatusTip(_hint(entry) if is_seen else say(OFF))
            self.setToolTip(tip(self))
        if entry.words is not None and (words := entry.words(commands)) != self._words:
            self._words = words
            self.setText(words)
            self.setToolTip(tip(self))
        if entry.checked is not None:
            self.setChecked(entry.checked(commands))  # Qt turns the tick round by itself with every click


def build(table: Iterable[Action], commands: Commands, window: QWidget) -> dict[str, Offered]:
    """The table as Qt actions of this window, by id."""
    return {entry.id: Offered(entry, commands, window) for entry in table}


def _hint(entry: Action) -> str:
    return say(entry.hint) if entry.about is None else entry.about()


def plain(text: str) -> str:
    """Return the words of a menu without the letter that chooses them: of "文件(&F)…" 文件."""
    return MNEMONIC.sub("", text).replace("&", "").rstrip("…")


def tip(action: QAction) -> str:
    """Return the tool tip of an action: its words, its keys as they are now, what it does or why not."""
    words = MNEMONIC.sub("", action.text()).replace("&", "")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    first = f"{words} ({keys})" if keys else words
    return f"{first}\n{action.statusTip()}" if action.statusTip() else first


def refresh(commands: Commands, actions: Mapping[str, Offered]) -> None:
    """Show what can be done now, and what undo would undo."""
    sees_study = commands.session.state.look.board != "population"
    for action in actions.values():
        action.refresh(commands, sees_study)
