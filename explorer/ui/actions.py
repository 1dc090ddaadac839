"""Everything that can be done, as one table: menus, toolbar, shortcuts and help come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from explorer.losses import LOSSES
from explorer.plots import PLOTS
from explorer.study.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from explorer.ui.commands import Commands

Key = QKeySequence.StandardKey
MENUS = ("&File", "&Edit", "&View", "&Losses", "&Help")


def always(commands: Commands) -> bool:
    """Whatever is open, this can be done."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done.

    id: its name in tests and settings. text: what the menu says (`words` replaces it when it
    depends on the state). menu: "&File" or "&File/Open example". keys: shortcuts, the first is
    shown. checked: whether a tick is shown, None for none. rule: a line is drawn above it.
    """

    id: str
    text: str
    menu: str
    run: Callable[[Commands], object]
    keys: tuple[QKeySequence | Key | str, ...] = ()
    enabled: Callable[[Commands], bool] = always
    words: Callable[[Commands], str] | None = None
    checked: Callable[[Commands], bool] | None = None
    hint: str = ""
    rule: bool = False


def _examples() -> Iterator[Action]:
    for key, example in EXAMPLES.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.open_example(key)

        menu = "&File/Open e&xample"
        yield Action(id=f"example.{key}", text=example.title, menu=menu, run=run, hint=example.description)


def _losses() -> Iterator[Action]:
    for key, loss in LOSSES.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.toggle_loss(key)

        def checked(commands: Commands, key: str = key) -> bool:
            return commands.shows(key)

        yield Action(id=f"loss.{key}", text=loss.title, menu="&Losses", run=run, checked=checked)


def _themes() -> Iterator[Action]:
    for choice, text in (("system", "Follow the &system"), ("light", "&Light"), ("dark", "&Dark")):

        def run(commands: Commands, choice: str = choice) -> None:
            commands.choose_theme(choice)

        def checked(commands: Commands, choice: str = choice) -> bool:
            return commands.theme_choice == choice

        yield Action(id=f"theme.{choice}", text=text, menu="&View/&Theme", run=run, checked=checked)


def _cards() -> Iterator[Action]:
    for number, (key, plot) in enumerate(PLOTS.items(), 1):

        def run(commands: Commands, key: str = key) -> None:
            commands.enlarge(key)

        def checked(commands: Commands, key: str = key) -> bool:
            return commands.session.state.look.enlarged == key

        yield Action(
            id=f"enlarge.{key}",
            text=plot.title,
            menu="&View/&Enlarge",
            run=run,
            keys=(f"Ctrl+{number}",),
            checked=checked,
        )


def _undo_words(commands: Commands) -> str:
    return f"&Undo {_lower(commands.session.history.undo_label)}".rstrip()


def _redo_words(commands: Commands) -> str:
    return f"&Redo {_lower(commands.session.history.redo_label)}".rstrip()


def _lower(label: str | None) -> str:
    return label[0].lower() + label[1:] if label else ""


def _pin_words(commands: Commands) -> str:
    return "&Unpin" if commands.session.state.study.pin else "&Pin"


ACTIONS: tuple[Action, ...] = (
    Action(
        id="open",
        text="&Open…",
        menu="&File",
        run=lambda commands: commands.ask_open(),
        keys=(Key.Open,),
        hint="A study, or a table of logits and targets (CSV, TSV, JSON)",
    ),
    *_examples(),
    Action(
        id="save",
        text="&Save",
        menu="&File",
        run=lambda commands: commands.save(),
        keys=(Key.Save,),
        rule=True,
    ),
    Action(
        id="save_as",
        text="Save &as…",
        menu="&File",
        run=lambda commands: commands.save_as(),
        keys=("Ctrl+Shift+S",),
    ),
    Action(
        id="quit",
        text="&Quit",
        menu="&File",
        run=lambda commands: commands.close_asked.emit(),
        keys=("Ctrl+Q",),
        rule=True,
    ),
    Action(
        id="undo",
        text="&Undo",
        words=_undo_words,
        menu="&Edit",
        run=lambda commands: commands.session.undo(),
        keys=(Key.Undo,),
        enabled=lambda commands: commands.session.history.can_undo,
    ),
    Action(
        id="redo",
        text="&Redo",
        words=_redo_words,
        menu="&Edit",
        run=lambda commands: commands.session.redo(),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=lambda commands: commands.session.history.can_redo,
    ),
    Action(
        id="paste_table",
        text="&Paste a table",
        menu="&Edit",
        run=lambda commands: commands.paste_table(),
        keys=(Key.Paste,),
        rule=True,
        hint="Logits, or logits and targets, copied from a spreadsheet or a file",
    ),
    Action(
        id="pin",
        text="&Pin",
        words=_pin_words,
        menu="&Edit",
        run=lambda commands: commands.toggle_pin(),
        keys=("P",),
        checked=lambda commands: commands.session.state.study.pin is not None,
        hint="Keep this state dashed in the background, to compare with",
        rule=True,
    ),
    Action(
        id="previous_sample",
        text="&Previous sample",
        menu="&View",
        run=lambda commands: commands.step_sample(-1),
        keys=("Ctrl+PgUp", "Alt+Left"),
        enabled=lambda commands: commands.session.state.look.sample > 0,
    ),
    Action(
        id="next_sample",
        text="&Next sample",
        menu="&View",
        run=lambda commands: commands.step_sample(1),
        keys=("Ctrl+PgDown", "Alt+Right"),
        enabled=lambda commands: (
            commands.session.state.look.sample < len(commands.session.state.study.table) - 1
        ),
    ),
    Action(
        id="fit",
        text="&Reset views",
        menu="&View",
        run=lambda commands: commands.session.fit(),
        keys=("R", "Ctrl+R"),
        rule=True,
        hint="Every card fits its axes to what it shows",
    ),
    *_cards(),
    *_themes(),
    Action(
        id="full_screen",
        text="&Full screen",
        menu="&View",
        run=lambda commands: commands.full_screen_asked.emit(),
        keys=(Key.FullScreen,),
        checked=lambda commands: commands.is_full_screen,
    ),
    *_losses(),
    Action(
        id="keys",
        text="&Keys and gestures",
        menu="&Help",
        run=lambda commands: commands.help_asked.emit("keys"),
        keys=("F1",),
    ),
    Action(id="about", text="&About", menu="&Help", run=lambda commands: commands.help_asked.emit("about")),
)


def build(commands: Commands, window: QWidget) -> dict[str, QAction]:
    """The table as Qt actions of this window, by id."""
    actions = {}
    for entry in ACTIONS:
        action = QAction(entry.text, window)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setCheckable(entry.checked is not None)
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setIconVisibleInMenu(False)
        action.setStatusTip(entry.hint)
        action.setToolTip(_tip(entry, action))
        action.triggered.connect(lambda _checked=False, entry=entry: entry.run(commands))
        window.addAction(action)
        actions[entry.id] = action
    return actions


def _tip(entry: Action, action: QAction) -> str:
    words = action.text().replace("&", "")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    first = f"{words} ({keys})" if keys else words
    return f"{first}\n{entry.hint}" if entry.hint else first


def refresh(commands: Commands, actions: dict[str, QAction]) -> None:
    """Show what can be done now, and what undo would undo."""
    for entry in ACTIONS:
        action = actions[entry.id]
        action.setEnabled(entry.enabled(commands))
        if entry.words is not None:
            words = entry.words(commands)
            if action.text() != words:
                action.setText(words)
                action.setToolTip(_tip(entry, action))
        if entry.checked is not None:
            action.setChecked(entry.checked(commands))
