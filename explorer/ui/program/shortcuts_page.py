"""The page on which keys are chosen: every action, its keys, and who has them already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.ui import actions
from explorer.ui.actions.table import plain
from explorer.ui.matching import match
from explorer.ui.program.shortcuts import is_typed
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QShowEvent

    from explorer.ui.program.shortcuts import Shortcuts

NAME_ROLE: Final = Qt.ItemDataRole.UserRole
Native: Final = QKeySequence.SequenceFormat.NativeText
OWN_MARK: Final = noted("changed")


class ShortcutsPage(QDialog):
    """Choose an action, press keys, set them. Nothing is lost: each action can have its own back."""

    def __init__(self, shortcuts: Shortcuts, by_id: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._words = {row.id: plain(say(row.text)) for row in actions.ACTIONS}
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Find an action"))
        self.search.setAccessibleName(say("Find an action"))
        self.search.textChanged.connect(self._filter)
        self.tree = _tree(by_id, self._words)
        self.tree.currentItemChanged.connect(lambda *_: self._show_current())
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(say("New keys"))
        self.keys.keySequenceChanged.connect(lambda *_: self._show_holder())
        self.hint = QLabel()
        self.hint.setObjectName("status")
        self.hint.setWordWrap(True)
        self.set_button = _button(say("Set"), self._set)
        self.remove_button = _button(say("No keys"), self._remove)
        self.reset_button = _button(say("Reset"), self._reset)
        self.reset_all_button = _button(say("Reset all"), self._reset_all)
        self._build()
        shortcuts.changed.connect(self._show_keys)
        for name in self._words:
            self._show_keys(name)
        self.tree.setCurrentItem(self._items()[0])
        self.resize(620, 560)
        self.search.setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        row = QHBoxLayout()
        label = QLabel(say("New keys"))
        label.setBuddy(self.keys)
        for part in (label, self.keys, self.set_button, self.remove_button, self.reset_button):
            row.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.hint)
        below = QHBoxLayout()
        below.addWidget(self.reset_all_button)
        below.addStretch(1)
        below.addWidget(_button(say("Close"), self.close))
        layout.addLayout(below)

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tree.doItemsLayout()  # the sheet, which sets the height of rows, has been put on by now

    def _filter(self, query: str) -> None:
        first = None
        for item in self._items():
            hidden = match(query, f"{item.text(0)} {item.text(1)} {item.text(2)}") is None
            item.setHidden(hidden)
            first = first if first is not None or hidden else item
        if first is not None:
            self.tree.setCurrentItem(first)

    def _items(self) -> list[QTreeWidgetItem]:
        rows = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [item for item in rows if item is not None]

    def _show_keys(self, name: str) -> None:
        for item in self._items():
            if item.data(0, NAME_ROLE) == name:
                item.setText(2, ", ".join(keys.toString(Native) for keys in self._shortcuts.keys(name)))
                item.setText(3, "" if self._shortcuts.is_own(name) else say(OWN_MARK))
        self._show_current()

    @property
    def current(self) -> str | None:
        """Id of the action that is chosen."""
        item = self.tree.currentItem()
        return item.data(0, NAME_ROLE) if item is not None and not item.isHidden() else None

    def _show_current(self) -> None:
        self.keys.clear()
        self._show_holder()

    def _show_holder(self) -> None:
        if (line := self.keys.findChild(QLineEdit)) is not None:  # Qt puts its own word back, always English
            line.setPlaceholderText(say("Press keys"))
        name, wanted = self.current, self.keys.keySequence()
        holder, pressed = self._shortcuts.holder(wanted, but=name or ""), wanted.toString(Native)
        if name is None:
            self.hint.setText(say("Choose an action above."))
        elif wanted.isEmpty():
            self.hint.setText(
                say("Press the keys for {action} in the field.", action=self._words[name].lower())
            )
        elif holder is None and is_typed(wanted):
            self.hint.setText(
                say("{keys} is used by cards and tables; it would stop working there.", keys=pressed)
            )
        elif holder is None:
            self.hint.setText(say("{keys} is free.", keys=pressed))
        else:
            self.hint.setText(
                say(
                    "{keys} belongs to {action}; it is taken from there.",
                    keys=pressed,
                    action=self._words[holder].lower(),
                )
            )
        self.set_button.setEnabled(name is not None and not wanted.isEmpty())
        self.remove_button.setEnabled(name is not None and bool(self._shortcuts.keys(name)))
        self.reset_button.setEnabled(name is not None and not self._shortcuts.is_own(name))

    # Choosing

    def _set(self) -> None:
        if self.current is not None:
            self._shortcuts.assign(self.current, [self.keys.keySequence()])
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)  # the button has nothing to set any more

    def _remove(self) -> None:
        if self.current is not None:
            self._shortcuts.assign(self.current, [])

    def _reset(self) -> None:
        self._shortcuts.reset(self.current)

    def _reset_all(self) -> None:
        self._shortcuts.reset()


def _tree(by_id: Mapping[str, QAction], words: Mapping[str, str]) -> QTreeWidget:
    """Return the list of all actions with room for their keys."""
    tree = QTreeWidget()
    tree.setAccessibleName(say("Actions and their keys"))
    tree.setHeaderLabels([say("Action"), say("Menu"), say("Keys"), ""])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    for row in actions.ACTIONS:
        if row.id in by_id:
            place = " › ".join(plain(say(part)) for part in row.menu.split("/"))
            item = QTreeWidgetItem([words[row.id], place, "", ""])
            item.setData(0, NAME_ROLE, row.id)
            tree.addTopLevelItem(item)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column, width in ((1, 130), (2, 170), (3, 70)):
        header.resizeSection(column, width)
    return tree


def _button(text: str, run: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda *_: run())
    return button
