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

    from explorer.ui.window import Window

Key = QKeySequence.StandardKey
MENUS = ("&File", "&Edit", "&View", "&Losses", "&Help")


def always(window: Window) -> bool:
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
    run: Callable[[Window], object]
    keys: tuple[QKeySequence | Key | str, ...] = ()
    enabled: Callable[[Window], bool] = always
    words: Callable[[Window], str] | None = None
    checked: Callable[[Window], bool] | None = None
    hint: str = ""
    rule: bool = False


def _examples() -> Iterator[Action]:
    for key, example in EXAMPLES.items():

        def run(window: Window, key: str = key) -> None:
            window.open_example(key)

        menu = "&File/Open e&xample"
        yield Action(id=f"example.{key}", text=example.title, menu=menu, run=run, hint=example.description)


def _losses() -> Iterator[Action]:
    for key, loss in LOSSES.items():

        def run(window: Window, key: str = key) -> None:
            window.toggle_loss(key)

        def checked(window: Window, key: str = key) -> bool:
            return window.shows(key)

        yield Action(id=f"loss.{key}", text=loss.title, menu="&Losses", run=run, checked=checked)


def _themes() -> Iterator[Action]:
    for choice, text in (("system", "Follow the &system"), ("light", "&Light"), ("dark", "&Dark")):

        def run(window: Window, choice: str = choice) -> None:
            window.choose_theme(choice)

        def checked(window: Window, choice: str = choice) -> bool:
            return window.theme_choice == choice

        yield Action(id=f"theme.{choice}", text=text, menu="&View/&Theme", run=run, checked=checked)


def _cards() -> Iterator[Action]:
    for number, (key, plot) in enumerate(PLOTS.items(), 1):

        def run(window: Window, key: str = key) -> None:
            window.enlarge(key)

        def checked(window: Window, key: str = key) -> bool:
            return window.session.state.look.enlarged == key

        yield Action(
            id=f"enlarge.{key}",
            text=plot.title,
            menu="&View/&Enlarge",
            run=run,
            keys=(f"Ctrl+{number}",),
            checked=checked,
        )


def _undo_words(window: Window) -> str:
    return f"&Undo {_lower(window.session.history.undo_label)}".rstrip()


def _redo_words(window: Window) -> str:
    return f"&Redo {_lower(window.session.history.redo_label)}".rstrip()


def _lower(label: str | None) -> str:
    return label[0].lower() + label[1:] if label else ""


def _pin_words(window: Window) -> str:
    return "&Unpin" if window.session.state.study.pin else "&Pin"


ACTIONS: tuple[Action, ...] = (
    Action(
        id="open",
        text="&Open…",
        menu="&File",
        run=lambda window: window.ask_open(),
        keys=(Key.Open,),
        hint="A study, or a table of logits and targets (CSV, TSV, JSON)",
    ),
    *_examples(),
    Action(
        id="save", text="&Save", menu="&File", run=lambda window: window.save(), keys=(Key.Save,), rule=True
    ),
    Action(
        id="save_as",
        text="Save &as…",
        menu="&File",
        run=lambda window: window.save_as(),
        keys=("Ctrl+Shift+S",),
    ),
    Action(
        id="quit", text="&Quit", menu="&File", run=lambda window: window.close(), keys=("Ctrl+Q",), rule=True
    ),
    Action(
        id="undo",
        text="&Undo",
        words=_undo_words,
        menu="&Edit",
        run=lambda window: window.session.undo(),
        keys=(Key.Undo,),
        enabled=lambda window: window.session.history.can_undo,
    ),
    Action(
        id="redo",
        text="&Redo",
        words=_redo_words,
        menu="&Edit",
        run=lambda window: window.session.redo(),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        enabled=lambda window: window.session.history.can_redo,
    ),
    Action(
        id="paste_table",
        text="&Paste a table",
        menu="&Edit",
        run=lambda window: window.paste_table(),
        keys=(Key.Paste,),
        rule=True,
        hint="Logits, or logits and targets, copied from a spreadsheet or a file",
    ),
    Action(
        id="pin",
        text="&Pin",
        words=_pin_words,
        menu="&Edit",
        run=lambda window: window.toggle_pin(),
        keys=("P",),
        checked=lambda window: window.session.state.study.pin is not None,
        hint="Keep this state dashed in the background, to compare with",
        rule=True,
    ),
    Action(
        id="previous_sample",
        text="&Previous sample",
        menu="&View",
        run=lambda window: window.step_sample(-1),
        keys=("Ctrl+PgUp", "Alt+Left"),
        enabled=lambda window: window.session.state.look.sample > 0,
    ),
    Action(
        id="next_sample",
        text="&Next sample",
        menu="&View",
        run=lambda window: window.step_sample(1),
        keys=("Ctrl+PgDown", "Alt+Right"),
        enabled=lambda window: window.session.state.look.sample < len(window.session.state.study.table) - 1,
    ),
    Action(
        id="fit",
        text="&Reset views",
        menu="&View",
        run=lambda window: window.session.fit(),
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
        run=lambda window: window.toggle_full_screen(),
        keys=(Key.FullScreen,),
        checked=lambda window: window.isFullScreen(),
    ),
    *_losses(),
    Action(
        id="keys",
        text="&Keys and gestures",
        menu="&Help",
        run=lambda window: window.show_keys(),
        keys=("F1",),
    ),
    Action(id="about", text="&About", menu="&Help", run=lambda window: window.show_about()),
)


def build(window: Window) -> dict[str, QAction]:
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
        action.triggered.connect(lambda _checked=False, entry=entry: entry.run(window))
        window.addAction(action)
        actions[entry.id] = action
    return actions


def _tip(entry: Action, action: QAction) -> str:
    words = action.text().replace("&", "")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    first = f"{words} ({keys})" if keys else words
    return f"{first}\n{entry.hint}" if entry.hint else first


def refresh(window: Window, actions: dict[str, QAction]) -> None:
    """Show what can be done now, and what undo would undo."""
    for entry in ACTIONS:
        action = actions[entry.id]
        action.setEnabled(entry.enabled(window))
        if entry.words is not None:
            words = entry.words(window)
            if action.text() != words:
                action.setText(words)
                action.setToolTip(_tip(entry, action))
        if entry.checked is not None:
            action.setChecked(entry.checked(window))
