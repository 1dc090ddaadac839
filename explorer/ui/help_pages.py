"""Help made from the table of actions and the catalogue: keys, gestures, versions."""

from __future__ import annotations

import platform
from html import escape
from typing import TYPE_CHECKING

import numpy
import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

import explorer
from explorer.ui import actions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

GESTURES = (
    ("Drag a bar", "moves the logit; everything follows"),
    ("Click a label", "labels the class, or takes the label off"),
    ("Drag across a label", "makes a soft target from 0 to 1"),
    ("Drag the line in Slice", "moves the same logit as the bar"),
    ("Drag the line in Sharpening", "shows all logits scaled by α; the study stays as it is"),
    ("Drag the dot in Landscape", "moves two logits at once"),
    ("Wheel, drag on a plot", "zooms, moves the view; double click fits it again"),
    ("Esc while dragging", "puts back what was there"),
    ("Up, Down on a bar", "0.1; with Shift 1, with Ctrl 0.01"),
    ("Left, Right on a bar", "choose the class"),
    ("0, 1, S on a bar", "not labelled, labelled, soft"),
    ("Shift or Ctrl and a click", "selects several classes; drags, keys and the Classes menu act on all"),
    ("In the table", "type to edit, Alt+Up, Alt+Down nudge, Space labels; Ctrl+C, Ctrl+V copy and paste"),
    ("Drag a name in the table", "moves the class, or the selected ones"),
    ("Drop a file", "opens a study or a table"),
)


def keys_page(by_id: Mapping[str, QAction]) -> str:
    """Every gesture and every action's keys as HTML."""
    rows = [f"<tr><td><b>{escape(what)}</b></td><td>{escape(does)}</td></tr>" for what, does in GESTURES]
    parts = ["<h3>Gestures</h3><table cellpadding='3'>", *rows, "</table>"]
    for menu in actions.MENUS:
        entries = [entry for entry in actions.ACTIONS if entry.menu.startswith(menu) and entry.keys]
        if entries:
            parts.append(f"<h3>{escape(menu.replace('&', ''))}</h3><table cellpadding='3'>")
            parts += [_row(entry, by_id[entry.id]) for entry in entries]
            parts.append("</table>")
    return "".join(parts)


def _row(entry: actions.Action, action: QAction) -> str:
    """Name the action by its own words, not by what it would undo just now."""
    form = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(key.toString(form) for key in action.shortcuts())
    words = entry.text.replace("&", "")
    return f"<tr><td><b>{escape(keys)}</b></td><td>{escape(words)}</td></tr>"


def about_page() -> str:
    """Versions, as one reports them with a problem."""
    return (
        f"<h3>loss explorer {explorer.__version__}</h3>"
        "<p>Edit logits and label sets; losses, gradients and sharpening answer at once.</p>"
        f"<p>Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"NumPy {numpy.__version__}, {escape(platform.platform())}</p>"
        "<p>Losses are computed in float64 and summed over classes, in nat. MIT licence.</p>"
    )


def show(parent: QWidget, page: str, by_id: Mapping[str, QAction]) -> QDialog:
    """Open a page over a window: "keys" or "about"."""
    if page == "keys":
        return _show(parent, "Keys and gestures", keys_page(by_id), (520, 640))
    return _show(parent, "About", about_page(), (460, 220))


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
