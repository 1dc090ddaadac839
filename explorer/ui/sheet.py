"""The one style sheet of the application, written from a theme's roles.

Rules name widget classes where every widget of the class looks so, and object names otherwise:
a rule for a plain frame would leak into each label inside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from explorer.paint.fonts import MONO_FACES, heavy_chinese, resolution
from explorer.wording import language

if TYPE_CHECKING:
    from explorer.paint.theme import Theme

STUDY_TITLE: Final = 15.0  # logical pixels
CARD_TITLE: Final = 12.5
BODY: Final = 12.0
FIELD: Final = 11.5
SMALL: Final = 11.0
TICK: Final = 10.5

_SHEET: Final = """
QWidget#ground, QScrollArea#column, QWidget#column-content { background: @bg; border: none; }

QLabel#study-title { color: @ink; font-size: $study_title; font-weight: 600; }
QLabel#study-file, QLabel#status { color: @mut; font-size: $small; }
QLabel#sample { color: @ink2; }

QPushButton {
  background: @card; color: @ink; border: 1px solid @line2; border-radius: 6px;
  padding: 0 12px; min-height: 28px; outline: none;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; padding-top: 1px; }
QPushButton:checked { background: @line; }
QPushButton:disabled { color: @edge; background: @card; }
QPushButton#primary, QPushButton:default {
  background: @ink; color: @card; border-color: @ink; font-weight: 600;
}
QPushButton#primary:hover, QPushButton:default:hover { background: @ink2; border-color: @ink2; }
QPushButton#primary:pressed, QPushButton:default:pressed { background: @pos; }
QPushButton#primary:disabled { background: @hover; border-color: @line2; color: @edge; }

QPushButton::menu-indicator { image: none; width: 0; }
QPushButton#find { padding: 0 10px; }
QPushButton#find[wide="true"] { text-align: left; color: @mut; }
QPushButton#find[wide="false"], QPushButton#plain[sign="true"] { padding: 0; }

QToolButton {
  background: @card; border: 1px solid @line2; border-radius: 6px; color: @ink; padding: 0; outline: none;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @line; padding-top: 1px; }
QToolButton:checked { background: @line; }
QToolButton:disabled { color: @edge; background: @card; }
QToolButton#quiet { background: transparent; border: none; }
QToolButton#quiet:hover { background: @hover; }
QToolButton#quiet:pressed, QToolButton#quiet:open { background: @line; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit {
  background: @sunk; color: @ink; border: 1px solid @edge; border-radius: 6px;
  padding: 0 6px; min-height: 24px;
  selection-background-color: @ink; selection-color: @card;
}
QLineEdit:focus { border: 2px solid @ink; padding: 0 5px; background: @card; }
QLineEdit:disabled { color: @edge; border-color: @line2; }
QLineEdit#number, QLineEdit#cell { min-height: 0; }
QLineEdit#number { font-family: $mono; font-size: $field; padding: 0 5px; }
QLineEdit#number:focus { padding: 0 4px; }
QLineEdit#number[wrong="true"] { border: 2px solid @error; background: @error_ground; padding: 0 4px; }
QLineEdit#cell {
  font-family: $mono; font-size: $small; border: 2px solid @ink; border-radius: 4px; padding: 0 4px;
  background: @card;
}
QLineEdit#cell[wrong="true"] { border-color: @error; background: @error_ground; }

QComboBox {
  background: @card; color: @ink; border: 1px solid @edge; border-radius: 6px; padding: 0 22px 0 7px;
  font-size: $field; outline: none;
}
QComboBox:hover { background: @hover; }
QComboBox:focus { border: 2px solid @ink; padding: 0 21px 0 6px; }
QComboBox:disabled { color: @edge; border-color: @line2; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; }
QComboBox QLineEdit { border: none; background: transparent; padding: 0; min-height: 0; }
QComboBox QAbstractItemView {
  background: @card; color: @ink; border: 1px solid @line2; padding: 4px; outline: none;
  selection-background-color: @hover; selection-color: @ink;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 4px; border: none; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @hover; }

QWidget#list-tools { background: @card; }
QToolButton#filter { color: @ink2; padding: 0 4px; }
QFrame#segments { background: @sunk; border: 1px solid @line2; border-radius: 6px; }
QPushButton#segment {
  background: transparent; border: 1px solid transparent; border-radius: 5px; color: @mut;
  padding: 0 2px; min-height: 0; min-width: 0; font-size: $small;
}
QPushButton#segment:hover { background: @hover; color: @ink; }
QPushButton#segment:checked { background: @card; border-color: @ink; color: @ink; font-weight: 600; }

QMenuBar { background: @bg; color: @ink; padding: 1px 6px; border: none; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @line; }
QMenu { background: @card; color: @ink; border: 1px solid @line2; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @hover; color: @ink; }
QMenu::item:disabled { color: @edge; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QMenu::icon { left: 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QMenu#losses { icon-size: 26px; }
QMenu#losses::item { padding: 0 20px 0 12px; }
QMenu#losses::icon { left: 8px; }

QToolTip { background: @card; color: @ink; border: 1px solid @line2; padding: 4px 6px; font-size: $small; }

QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; }
QScrollBar::handle { background: @line2; border-radius: 3px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSizeGrip { image: none; background: transparent; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame#popover { background: @bg; border: 1px solid @edge; }

QTableView#samples { background: transparent; border: none; outline: none; }
QTableView#samples QHeaderView, QTableView#samples QHeaderView::section {
  background: transparent; border: none;
}
QLabel#panel-title { color: @ink; font-size: $card_title; font-weight: 600; }
QLabel#problem { color: @error; font-size: $small; }
QLabel#section { color: @mut; font-size: $small; font-weight: 600; }
QLabel#row-label, QLabel#bar-words { color: @ink2; }
QLabel#update, QLabel#estimate-head { color: @ink; font-weight: 600; }
QFrame#estimate { background: @sunk; border: 1px solid @line2; border-radius: 6px; }
QFrame#estimate[wrong="true"] { background: @error_ground; border-color: @error; }
QFrame#estimate[wrong="true"] QLabel#estimate-head { color: @error; }
QScrollArea#form, QWidget#form-content { background: @card; border: none; }
QProgressBar { background: @line2; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: @ink; border-radius: 3px; }

QTableView#classes {
  background: transparent; border: none; outline: none;
  selection-background-color: transparent; selection-color: @ink;
}
QTableView#classes QHeaderView { background: transparent; border: none; }
QTableView#classes QHeaderView::section { background: transparent; border: none; }
QTableView#classes QTableCornerButton::section { background: transparent; border: none; }

QFrame#palette { background: @card; border: 1px solid @edge; border-radius: 8px; }
QListView#palette-list { background: transparent; border: none; outline: none; }
QTreeWidget { background: @card; color: @ink; border: 1px solid @line; alternate-background-color: @sunk; }
QTreeWidget::item { min-height: 24px; }
QTreeWidget::item:selected { background: @hover; color: @ink; }
QHeaderView::section { background: @card; color: @mut; border: none; padding: 4px; }

QDialog, QMessageBox { background: @card; }
QPlainTextEdit#code { background: @sunk; border: 1px solid @line2; border-radius: 6px; padding: 4px; }
QPlainTextEdit#code:focus { border: 2px solid @ink; padding: 3px; }
QTextBrowser, QPlainTextEdit { background: @card; color: @ink; border: none; }
QPlainTextEdit#words {
  background: @sunk; border: 1px solid @edge; border-radius: 6px; padding: 1px 2px;
  selection-background-color: @ink; selection-color: @card;
}
QPlainTextEdit#words:focus { border: 2px solid @ink; padding: 0 1px; background: @card; }
"""


_LENGTH: Final = re.compile(r"\b([1-9]\d*)px\b")


def points(pixels: float) -> str:
    """Return a size in logical pixels as the points that a sheet wants."""
    return f"{pixels * 72.0 / resolution():.3f}pt"


def sheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet of the whole application in a theme, every length times a scale."""
    text = _LENGTH.sub(lambda found: f"{max(1, round(int(found[1]) * scale))}px", _SHEET)
    if language() == "zh":
        text = text.replace("font-weight: 600", f"font-weight: {heavy_chinese().value}")
    sizes = {
        "study_title": STUDY_TITLE,
        "card_title": CARD_TITLE,
        "body": BODY,
        "field": FIELD,
        "small": SMALL,
        "tick": TICK,
    }
    for name, pixels in sizes.items():
        text = text.replace(f"${name}", points(pixels * scale))
    text = text.replace("$mono", ", ".join(f'"{family}"' for family in MONO_FACES))
    # longest role first: "line" is the beginning of "line2"
    for role in sorted(theme.roles, key=len, reverse=True):
        text = text.replace(f"@{role}", theme.colour(role))
    return text
