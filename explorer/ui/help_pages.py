"""Help made from the table of actions and the catalogue: keys, gestures, versions."""

from __future__ import annotations

import platform
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy
import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

import explorer
from explorer.ui import actions
from explorer.ui.actions.table import MNEMONIC
from explorer.ui.lettering import level
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from explorer.ui.style import Appearance


class Gesture(NamedTuple):
    """What the hand does, and what comes of it."""

    what: str
    does: str


NATIVE: Final = QKeySequence.SequenceFormat.NativeText
# What the hand does, in groups: the first two columns of the page; the keys of actions follow.
GESTURES: Final[tuple[Mapping[str, Sequence[Gesture]], ...]] = (
    {
        noted("Bars and labels"): (
            Gesture("Drag a bar", "moves the logit; everything follows"),
            Gesture("Click a label", "on or off"),
            Gesture("Drag over a label", "makes a soft target, from 0 to 1"),
            Gesture("Up, Down", "the logit by 0.1; Shift 1, Ctrl 0.01"),
            Gesture("Left, Right", "another class; Home, End the outermost"),
            Gesture("0, 1, S", "not labelled, labelled, soft"),
        ),
        noted("Several classes"): (
            Gesture("Shift and a click", "selects as far as there; also Shift and arrows"),
            Gesture("Shift and a drag", "selects what lies inside"),
            Gesture("Ctrl and a click", "selects one more, or one less"),
            Gesture("Drag, keys", "act on all; so does the menu Classes"),
        ),
        noted("List of more than 60 classes"): (
            Gesture("Press above it", "in the overview: goes to the class there"),
            Gesture("Up, Down", "the one before, the next"),
            Gesture("Wheel, PgUp, PgDown", "scroll"),
        ),
        noted("Table of classes"): (
            Gesture("Type, Return", "edits a cell, goes to the next row"),
            Gesture("Alt+Up, Alt+Down", "the logit by 0.1, as on a bar"),
            Gesture("Ctrl+C, Ctrl+V", "copy, paste cells, also of spreadsheets"),
            Gesture("Insert", "adds a class"),
            Gesture("Drag a name", "moves the class, or the selected ones"),
        ),
    },
    {
        noted("Cards"): (
            Gesture("Point", "reads the place, marks its class on all cards"),
            Gesture("Drag in Slice", "moves the same logit as the bar"),
            Gesture("Drag in Sharpening", "shows all logits scaled by α, changes none"),
            Gesture("Drag in Landscape", "moves two logits at once"),
            Gesture("Click an axis' title", "then a class: it comes onto the axis"),
            Gesture("Wheel, drag beside", "zooms, moves; a double click fits again"),
            Gesture("Drag the title", "puts the card elsewhere"),
            Gesture("Double click the title", "enlarges, or back; so does Return"),
            Gesture("Right click, Menu key", "copies, axes, enlarges"),
        ),
        noted("Losses"): (
            Gesture("Double click a slider", "puts the setting back"),
            Gesture("Double click a value", "copies every digit"),
        ),
        noted("All samples"): (
            Gesture("Click a title", "sorts; again, the other way round"),
            Gesture("bce > 2 owl", "in the filter: conditions, parts of the name"),
            Gesture("Drag over bars", "lists these only; a double click all"),
            Gesture("Return, double click", "goes to the sample"),
        ),
        noted("Population"): (
            Gesture("Drag the cursor", "goes to another update"),
            Gesture("Click a tile", "the curves show that place"),
            Gesture("Click a run", "chooses it, for Open as study"),
            Gesture("10, 100", "typed: both values, side by side"),
        ),
        noted("Anywhere"): (
            Gesture("Esc", "puts back what is dragged, else one step out"),
            Gesture("Drop a file, or two", "opens a study or table; logits and targets"),
        ),
    },
)
# The same, under the keys of the first menus.
MORE: Final[Mapping[str, Sequence[Gesture]]] = {
    noted("Figures of the View menu"): (
        Gesture("+ in the title", "keeps it open"),
        Gesture("Click in Label flips", "turns that label"),
        Gesture("Drag in Thresholds", "reads F1 there"),
        Gesture("Drag in Sweeps", "sets ε of losses"),
        Gesture("Drag in Peel", "sets λ"),
    ),
    noted("Doctor"): (
        Gesture("Click a finding", "says more of it"),
        Gesture("Click its links", "fix, show, lesson"),
    ),
}
MENUS: Final = (("&File", "&Edit", "&Classes"), ("&View", "&Losses", "&Present", "&Help"))
RUN: Final = "&Run"  # its keys stand under the first column of gestures, after what the hand does in time
TIME: Final = (
    Gesture("Drag the timeline", "goes to a step; edits start there"),
    Gesture("Click a name in it", "shows the copy of that loss"),
)
FIGURES: Final = "&View/&Figures"
WIDTH, HEIGHT, EDGE = 1260, 744, 48  # of the page of keys, and what it leaves of the window
NARROW: Final = 1180


def keys_page(by_id: Mapping[str, QAction], narrow: bool = False) -> str:
    """Every gesture and every action's keys as HTML, in four columns; in a narrow page in two."""
    keys = [{_plain(say(menu)): _keys(menu, by_id) for menu in menus} for menus in MENUS]
    run = {_plain(say(RUN)): [*_said_all(TIME), *_keys(RUN, by_id)]}
    hand, figures, more = (
        {say(title): _said_all(rows) for title, rows in group.items()} for group in (*GESTURES, MORE)
    )
    groups = {**hand, **run}, figures, {**keys[0], **more}, keys[1]
    columns = [_column(group) for group in groups]
    if narrow:
        columns = [columns[0] + columns[1], columns[2] + columns[3]]
    widths = (54, 46) if narrow else (28, 28, 21, 23)  # percent
    cells = "".join(
        f"<td width='{width}%'>{column}</td>" for column, width in zip(columns, widths, strict=True)
    )
    return f"<table width='100%'><tr>{cells}</tr></table>"


def _said_all(gestures: Sequence[Gesture]) -> list[tuple[str, str]]:
    return [(say(gesture.what), say(gesture.does)) for gesture in gestures]


def _column(group: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    return "".join(_table(title, rows) for title, rows in group.items() if rows)


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td style='padding-right: 10px; white-space: nowrap'><b>{level(escape(what))}</b></td>"
        f"<td style='padding-right: 16px'>{level(escape(does))}</td></tr>"
        for what, does in rows
    )
    return f"<h4>{escape(title)}</h4><table cellspacing='0' cellpadding='1'>{lines}</table>"


def _keys(menu: str, by_id: Mapping[str, QAction]) -> list[tuple[str, str]]:
    """Return keys and words of the actions of a menu that have keys now, many cards in one row."""
    entries = [entry for entry in actions.ACTIONS if entry.menu.split("/")[0] == menu]
    rows = {entry.id: (_said(by_id[entry.id]), _plain(say(entry.text))) for entry in entries}
    cards = [entry for entry in entries if entry.menu == FIGURES]
    own = ([QKeySequence(key) for key in entry.keys] for entry in cards)
    if cards and [by_id[entry.id].shortcuts() for entry in cards] == list(own):
        first, last = rows[cards[0].id][0], rows[cards[-1].id][0]
        rows[cards[0].id] = (f"{first} … {last}", say("Enlarge a card"))
        for entry in cards[1:]:
            del rows[entry.id]
    return [row for row in rows.values() if row[0]]


def _said(action: QAction) -> str:
    return ", ".join(keys.toString(NATIVE) for keys in action.shortcuts())


def _plain(words: str) -> str:
    """Return the words of a menu without the letter that chooses them."""
    return MNEMONIC.sub("", words).replace("&", "")


def about_page() -> str:
    """What there is, and versions, as one reports them with a problem."""
    from explorer.analysis.doctor import RULES  # not needed to show the window
    from explorer.losses import LOSSES
    from explorer.study.lessons import LESSONS

    purpose = say("Edit logits and label sets; losses, gradients and sharpening answer at once.")
    counts = say(
        "{losses} losses, {rules} rules of the doctor, {lessons} lessons.",
        losses=len(LOSSES),
        rules=len(RULES),
        lessons=len(LESSONS),
    )
    units = say("Losses are computed in float64 and summed over classes, in nat. MIT licence.")
    return (
        f"<h3>loss explorer {explorer.__version__}</h3>"
        f"<p>{purpose}</p><p>{counts}</p>"
        f"<p>Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"NumPy {numpy.__version__}, {escape(platform.platform())}</p>"
        f"<p>{units}</p>"
    )


def show(parent: QWidget, page: str, by_id: Mapping[str, QAction], appearance: Appearance) -> QDialog:
    """Open a page over a window: "keys", "about", or beside it "formulas".

    "formulas/bce" and "formulas/optimizer.adam" open it at an entry.
    """
    if page.split("/")[0] == "formulas":
        from explorer.ui import reference  # not needed for the other pages

        return reference.show(parent, appearance, page.partition("/")[2])
    if page == "keys":
        room = parent.window().size()
        width, height = min(px(WIDTH), room.width() - EDGE), min(px(HEIGHT), room.height() - EDGE)
        page = keys_page(by_id, narrow=width < px(NARROW))
        return _show(parent, say("Keys and gestures"), page, (width, height))
    return _show(parent, say("About"), about_page(), (460, 220))


def _show(parent: QWidget, title: str, page: str, size: tuple[int, int]) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    browser = QTextBrowser()
    browser.setHtml(page)
    layout = QVBoxLayout(dialog)
    layout.addWidget(browser)
    dialog.resize(*size)
    dialog.open()
    return dialog
