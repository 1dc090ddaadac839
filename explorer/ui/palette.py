"""The command palette: a few letters find any action, class or sample."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.paint.fonts import font, is_chinese
from explorer.paint.surface import colour
from explorer.ui.focus import Earlier
from explorer.ui.matching import Kind, named, without_thin
from explorer.ui.palette_entries import action_entries, other_entries, place_entries
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction, QKeyEvent, QShowEvent

    from explorer.paint.theme import Theme
    from explorer.ui.commands import Commands
    from explorer.ui.matching import Match
    from explorer.ui.palette_entries import Entry

Index = QModelIndex | QPersistentModelIndex

WIDTH: Final = 580
ROW: Final = 30
TOP: Final = 56  # of the window, above it
MOST_ROWS: Final = 12  # seen at once
MOST_FOUND: Final = 400
REMEMBERED: Final = 6
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
MATCH_ROLE: Final = Qt.ItemDataRole.UserRole + 1
STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}


class _Found(QAbstractListModel):
    """What fits the query, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[tuple[Entry, Match]] = []

    def show(self, found: list[tuple[Entry, Match]]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, match = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            off = "" if entry.enabled else say("not available now")
            return ", ".join(part for part in (entry.words, entry.place, entry.keys, off) if part)
        return {int(ENTRY_ROLE): entry, int(MATCH_ROLE): match}.get(int(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = index.isValid() and self.found[index.row()][0].enabled
        return Qt.ItemFlag.ItemIsSelectable | (
            Qt.ItemFlag.ItemIsEnabled if usable else Qt.ItemFlag.NoItemFlags
        )


class _Rows(QStyledItemDelegate):
    """Draws a row: words with the found letters bold, where the action lives, its keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(WIDTH - 16), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry, match = index.data(ENTRY_ROLE), index.data(MATCH_ROLE)
        area = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.theme.colour("hover")))
            painter.drawRoundedRect(area, 6, 6)
        baseline = area.center().y() + px(5)
        left, right = float(area.left() + px(10)), float(area.right() - px(10))
        right = self._aside(painter, entry.keys, right, baseline, "ink2", mono=True)
        right = self._aside(painter, entry.place, right, baseline, "mut", mono=False)
        self._words(painter, entry, match, left, right, baseline)
        painter.restore()

    def _aside(
        self, painter: QPainter, text: str, right: float, baseline: int, role: str, *, mono: bool
    ) -> float:
        """Write a text that ends at the right; return where the next one may end."""
        if not text:
            return right
        face = font("tick", mono=mono, chinese=is_chinese(text), scale=scale())
        start = right - QFontMetricsF(face).horizontalAdvance(text)
        painter.setFont(face)
        painter.setPen(colour(self.theme.colour(role)))
        painter.drawText(int(start), baseline, text)
        return start - px(14)

    def _words(
        self, painter: QPainter, entry: Entry, match: Match, left: float, right: float, baseline: int
    ) -> None:
        painter.setPen(colour(self.theme.colour("ink" if entry.enabled else "edge")))
        plain, bold = (
            font("body", bold, chinese=is_chinese(entry.words), scale=scale()) for bold in (False, True)
        )
        whole = QFontMetricsF(bold).elidedText(entry.words, Qt.TextElideMode.ElideRight, right - left)
        cut = whole != entry.words
        for place, letter in enumerate(whole):
            hit = place in match.letters and not (cut and place == len(whole) - 1)
            face = bold if hit else plain
            painter.setFont(face)
            painter.drawText(int(left), baseline, letter)
            left += QFontMetricsF(face).horizontalAdvance(letter)


class Palette(QFrame):
    """A field over the window with a list under it; Enter runs, Esc and a click elsewhere close.

    hold: what choosing a class does with its index.
    """

    def __init__(
        self,
        commands: Commands,
        by_id: Mapping[str, QAction],
        hold: Callable[[int], object],
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._commands, self._by_id, self._hold = commands, by_id, hold
        self._settings = commands.settings
        self._came_from = Earlier()
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find a command, a class or a sample"))
        self.field.setAccessibleName(say("Find a command, a class or a sample"))
        self.field.setClearButtonEnabled(True)
        self.model = _Found(self)
        self.rows = _Rows(theme, self)
        self.list = QListView()
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(say("What was found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.rows)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(say("Nothing by that name."))
        self.nothing.setObjectName("status")
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.field, self.list, self.nothing):
            layout.addWidget(part)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._run)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.rows.theme = theme
        self.update()

    def open(self) -> None:
        """Show the palette at the top of the window, with the keyboard in its field."""
        if not self.isVisible():
            self._came_from.keep(self.window().focusWidget())
        self.field.clear()
        self._find("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_again(self) -> None:
        """Hide the palette and give the keyboard back to what had it."""
        if not self.isVisible():
            return
        self.hide()
        came_from = self._came_from.take()
        if came_from is not None and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    # Finding

    def _find(self, query: str) -> None:
        found = [
            (entry, fit)
            for entry in self._entries(query)
            if (fit := named(query, entry.words, entry.names, entry.place)) is not None
        ]
        found = _best_first(found) if query.strip() else self._recent_first(found)
        self.model.show(found[:MOST_FOUND])
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self._fit()

    def _entries(self, query: str) -> Iterator[Entry]:
        """Yield all that a query may mean; without one the actions alone."""
        found = action_entries(self._commands, self._by_id, in_chinese=not query.isascii())
        yield from (e for e in found if e.id != "palette")
        if query.strip():
            yield from islice(place_entries(self._commands.session, query, self._hold), MOST_FOUND)
            if not query.strip().isdecimal():  # that means a sample
                yield from other_entries(self._commands)

    def _recent_first(self, found: list[tuple[Entry, Match]]) -> list[tuple[Entry, Match]]:
        recent = self._recent()
        order = {name: place for place, name in enumerate(recent)}
        return sorted(found, key=lambda pair: (order.get(pair[0].id, len(order)), not pair[0].enabled))

    def _recent(self) -> list[str]:
        return [name for name in self._settings.get("palette_recent", []) if name in self._by_id]

    def _fit(self) -> None:
        """Take the room that the rows need, in the middle of the window's top."""
        rows = min(max(self.model.rowCount(), 1), MOST_ROWS)
        self.list.setFixedHeight(rows * px(ROW) + 4)
        window = self.window()
        width = min(px(WIDTH), window.width() - 48)
        self._layout.activate()
        self.setGeometry((window.width() - width) // 2, px(TOP), width, self.sizeHint().height())

    # Choosing

    def _run(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None or not entry.enabled:
            return
        if entry.id in self._by_id:
            recent = [entry.id, *(name for name in self._recent() if name != entry.id)]
            self._settings.set("palette_recent", recent[:REMEMBERED])
        self.close_again()  # first: what runs may depend on what has the keyboard
        entry.run()

    def _step(self, step: int) -> None:
        """Go that many rows on, and from there to the next that can be run; at the ends stay."""
        usable = [row for row, (entry, _) in enumerate(self.model.found) if entry.enabled]
        wanted = self.list.currentIndex().row() + step
        ahead = [row for row in usable if (row >= wanted if step > 0 else row <= wanted)]
        if usable:
            row = (ahead or usable[::-1])[0] if step > 0 else (ahead or usable[:1])[-1]
            self.list.setCurrentIndex(self.model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.underMouse():
            self.hide()
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)  # type: ignore[arg-type]
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in STEPS:
            self._step(STEPS[key])
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)


def _best_first(found: list[tuple[Entry, Match]]) -> list[tuple[Entry, Match]]:
    """Sort what was found: by how plainly it is named, then what can be done, then by the letters.

    The first words of a lesson or a sample weigh no more than a word of what is done.
    """

    def place(pair: tuple[Entry, Match]) -> tuple[object, ...]:
        entry, fit = pair
        kind = Kind.WORDS if entry.is_aside and fit.kind == Kind.BEGINNING else fit.kind
        return kind, not entry.enabled, entry.is_aside, -fit.score

    return sorted(without_thin(found), key=place)
