"""Every text that is seen goes through `say`: the window in a language that wraps what is said in ⟦ ⟧.

What is not wrapped is a number, a name of the data, or one of STAYS.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from explorer import wording
from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.plots import PLACED, PLOTS, Plot
from explorer.plots.figure import Text
from explorer.training import shipped
from explorer.ui.bars import Elided
from explorer.ui.cards.menu import card_menu
from explorer.ui.panels.population_ready import first_sentence
from explorer.ui.program.crash import CrashReports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.study.state import State
    from explorer.ui.window import Window

# modules of widgets, and "plots.KEY" for what a figure shows
STAYS = frozenset(
    [
        "logit",
        "logits",
        "softmax",
        "sigmoid",
        "nat",
        "log",
        "max",
        "min",
        "exp",
        "lr",
        "SGD",
        "NumPy",
        "torch",
        "Keras",
        "TensorFlow",
        "cpu",
        "cuda",
        "float",
        "bfloat",
        "float16",
        "float32",
        "float64",
        "bfloat16",
        "CSV",
        "TSV",
        "JSON",
        "NPY",
        "NPZ",
        "PNG",
        "SVG",
        "PDF",
        "TOML",
        "LaTeX",
        "Python",
        "Esc",
        "Ctrl",
        "Shift",
        "Alt",
        "Enter",
        "Return",
        "Tab",
        "Space",
        "Del",
        "Delete",
        "PgUp",
        "PgDown",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "Ins",
        "Backspace",
        "Menu",
        "mixup",
        "argmax",
    ]
)
# parts that show whatever they are given: the text is of who is round them
GENERIC = ("explorer.ui.controls.", "explorer.ui.ground", "explorer.ui.empty")
WORD = re.compile(r"[A-Za-z]{3,}")


class Wrapped(dict[tuple[str, str], str]):
    """Every translation there could be: the English in brackets."""

    def get(self, key: tuple[str, str], default: object = None) -> str:  # type: ignore[override]
        return f"⟦{key[0]}⟧"


@pytest.fixture
def wrapping(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak the language in brackets."""
    monkeypatch.setitem(wording._known, "zh", Wrapped())
    _forget()
    with wording.speaking("zh"):
        yield
    _forget()


def _forget() -> None:
    """Empty what keeps texts of the language whose place the brackets take."""
    import sys

    for name, module in list(sys.modules.items()):
        if name.startswith("explorer."):
            for kept in list(vars(module).values()):
                if isinstance(kept, wording.Cached):
                    kept.cache_clear()


def unsaid(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    """Return the words of a text that nobody said: outside brackets, and no name."""
    text = re.sub(r"<[^>]*>", " ", text)
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = shorter
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return [word for word in WORD.findall(text) if word not in STAYS]


def owner_of(widget: QWidget) -> str:
    """Return the module of a widget, or of the nearest one round it that is the program's own."""
    part: QWidget | None = widget
    while part is not None and not _is_own(part):
        part = part.parentWidget()
    return type(part).__module__.removeprefix("explorer.") if part is not None else "?"


def _is_own(part: QWidget) -> bool:
    module = type(part).__module__
    return module.startswith("explorer.") and not module.startswith(GENERIC) and not isinstance(part, Elided)


def texts_of_widgets(window: Window) -> Iterator[tuple[str, str]]:
    """Give every text of the widgets and actions there are, with the module it is of."""
    for widget in (
        each for top in QApplication.topLevelWidgets() for each in (top, *top.findChildren(QWidget))
    ):
        owner = owner_of(widget)
        yield owner, widget.toolTip()
        yield owner, widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton):
            yield owner, widget.text()
        if isinstance(widget, QLineEdit):
            yield owner, widget.placeholderText()
        if isinstance(widget, QMenu):
            yield owner, widget.title()
    for action in window.findChildren(QAction):
        if action.objectName() in window.actions_by_id:
            yield "ui.actions", action.text()
            yield "ui.actions", action.statusTip()


def texts_of_figure(plot: Plot, state: State) -> Iterator[str]:
    """Give every text that a figure shows."""
    figure = plot.figure(state)
    yield from (figure.title, figure.subtitle, figure.details, figure.corner, figure.hint, figure.about)
    yield from (figure.note, figure.description, figure.x.title, figure.y.title)
    for mark in (*figure.marks, *figure.still, *figure.aside):
        if isinstance(mark, Text):
            yield from (mark.text, mark.tip)
    for tick in (*figure.x.ticks, *figure.y.ticks):
        yield tick.text


def names_of(state: State) -> frozenset[str]:
    """Return the names of the data, which nobody translates."""
    table = state.study.table
    losses = (loss.title for loss in LOSSES.own.values())
    optimizers = (optimizer.title for optimizer in OPTIMIZERS.own.values())
    data = (state.study.title, table.origin or "", *table.classes, *_words_of_experiments())
    return frozenset(name for name in (*data, *losses, *optimizers, *wording.NAMES.values()) if len(name) > 2)


def _words_of_experiments() -> Iterator[str]:
    """Give titles and texts of the shipped experiments, which have their languages in their files."""
    for key in shipped.paths():
        experiment = shipped.shipped(key)
        yield from (experiment.said_title, experiment.said_about, first_sentence(experiment.said_about))


def test_everything_that_is_seen_was_said(wrapping: None, make_window) -> None:
    window = make_window()
    session = window.session
    names, found = names_of(session.state), defaultdict(set)

    def look() -> None:
        QApplication.processEvents()
        for owner, text in texts_of_widgets(window):
            if text and unsaid(text, names):
                found[owner].add(text)

    for key, plot in (PLOTS | {"timeline": PLACED["timeline"]}).items():
        state = session.state.with_look(enlarged=key)
        for text in texts_of_figure(plot, state):
            if text and unsaid(text, names):
                found[f"plots.{key}"].add(text)
    look()
    window.show_preferences()
    window.palette_of_commands.open()
    look()
    for board in ("samples", "population"):
        session.look(board=board)
        look()
    assert {owner: sorted(texts)[:5] for owner, texts in found.items()} == {}


def test_what_opens_beside_the_desk_was_said(wrapping: None, make_window) -> None:
    """History, forms, settings of the descent, keys, a story, export, shares, menus and questions."""
    window = make_window()
    session, commands = window.session, window.commands
    menus = [
        window.desk.classes.menu(),
        card_menu(window.desk.cards["gradient"].canvas, 1),
    ]
    commands.classes.select_labelled()
    commands.classes.ask_targets()
    window.class_parts.form.field.setText("abc")
    window.class_parts.form.commit()
    commands.descend.go_to(3)
    commands.descend.plan_asked.emit()
    commands.history_asked.emit()
    commands.shortcuts_asked.emit()
    commands.story_editing.new()
    commands.story_editing.record()
    commands.story_editing.show()
    commands.sharing.export_asked.emit("")
    commands.sharing.code_asked.emit()
    commands.sharing.script_asked.emit()
    commands.program.new()  # asks first: the story is not saved
    report = CrashReports(commands, window).show("")
    QApplication.processEvents()
    names = names_of(session.state)
    seen = [
        *texts_of_widgets(window),
        *(("menu", action.text()) for menu in menus for action in menu.actions()),
        *(("history", wording.again(entry.label)) for entry in session.history.entries),
        ("report", report.windowTitle()),
    ]
    still = {(owner, text) for owner, text in seen if unsaid(text, names)}
    assert still == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("⟦Gradient⟧ 0.5 softmax", []),
        ("⟦a ⟦b⟧ c⟧", []),
        ("Gradient ⟦of⟧ dog", ["Gradient"]),
        ("<b>⟦x⟧</b> Loss", ["Loss"]),
    ],
)
def test_what_nobody_said_is_seen(text: str, words: list[str]) -> None:
    assert unsaid(text, frozenset({"dog"})) == words
