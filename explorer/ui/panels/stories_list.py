"""The steps of a story as a list: a small picture, the number and the title; dragged by hand or by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHoverEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.paint.surface import colour
from explorer.study.stories import words_in
from explorer.ui.lettering import filled, write
from explorer.ui.panels.stories_pictures import StepPictures
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from explorer.paint.theme import Theme
    from explorer.study.stories import Step, Story
    from explorer.wording import Language

ROW: Final = 56
PICTURE: Final = (80.0, 45.0)
SIDE: Final = 6.0
BAR: Final = 10  # room for the scroll bar
NUMBER: Final = 20.0  # room for the number
LINE: Final = 14.0
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class StepsModel(QAbstractListModel):
    """One row a step; words in the language that is written."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()
        self.language: Language = "en"

    def show(self, story: Story | None, language: Language) -> None:
        """Show a story; where as many steps are there as before, their rows stay."""
        steps = () if story is None else story.steps
        if len(steps) == len(self.steps):
            self.steps, self.language = steps, language
            if steps:
                self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self.steps, self.language = steps, language
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.steps)

    def title(self, row: int) -> str:
        """Return the title of a step."""
        return words_in(self.steps[row].titles, self.language) or say("Without a title")

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.title(index.row())
        if role == Role.AccessibleTextRole:
            count = len(self.steps)
            return say(
                "Step {number} of {count}: {title}",
                number=index.row() + 1,
                count=count,
                title=self.title(index.row()),
            )
        return None


class _Row(QStyledItemDelegate):
    """Paints a row: its picture, its number, its title in up to three lines."""

    def __init__(self, model: StepsModel, pictures: StepPictures, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, size = self._pictures.theme, index.row(), scale()
        area: QRect = option.rect  # type: ignore[attr-defined, unused-ignore]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined, unused-ignore]
        area = QRect(area)
        area.setRight(self._right(area))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _ground(painter, QRectF(area), state, theme)
        painter.translate(area.topLeft())
        painter.scale(size, size)
        width, middle = area.width() / size, area.height() / size / 2
        frame = QRectF(SIDE + NUMBER, middle - PICTURE[1] / 2, *PICTURE)
        self._draw_picture(painter, frame, row, theme)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        ink = "ink" if is_chosen else "ink2"
        number = str(row + 1)
        right = SIDE + NUMBER - 6.0
        write(painter, theme, right, middle, number, size="tick", colour_of="mut", anchor="right", mono=True)
        left = frame.right() + 8.0
        lines = filled(self._model.title(row), "name", width - left - SIDE, 3)
        top = middle - LINE * (len(lines) - 1) / 2
        for place, line in enumerate(lines):
            write(painter, theme, left, top + place * LINE, line, size="name", colour_of=ink)
        painter.restore()

    def _right(self, area: QRect) -> int:
        """Return where rows end: beside the room of the scroll bar, whether there is one or not."""
        view = self.parent()
        assert isinstance(view, QWidget)
        return min(area.right(), view.width() - px(BAR) - 1)

    def _draw_picture(self, painter: QPainter, frame: QRectF, row: int, theme: Theme) -> None:
        picture = self._pictures.picture(self._model.steps[row])
        if picture is None:
            painter.fillRect(frame, colour(theme.colour("sunk")))
        else:
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.colour("line2")), 1.0))
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))


def _ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paint the band of the chosen row or of the one under the pointer, with an outline for the keyboard."""
    if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.colour("hover")))
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 4.0, 4.0)
    if state & QStyle.StateFlag.State_Selected:
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(theme.colour("ink")), 2.0 if has_keyboard else 1.0))
        painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), 4.0, 4.0)


class StepsList(QListView):
    """The list. A step is chosen by a click or the arrow keys, and dragged to where it shall stand.

    `moved` carries where it stood and where it shall stand; `gone_to` comes with a double click or Return,
    `removed` with Delete.
    """

    chosen = Signal(int)
    moved = Signal(int, int)
    gone_to = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette-list")
        self.setAccessibleName(say("Steps of the story"))
        self.pictures = StepPictures(theme, self)
        self.pictures.made.connect(self.viewport().update)
        self.steps = StepsModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(_Row(self.steps, self.pictures, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.viewport().setAutoFillBackground(False)
        self._pressed: tuple[int, QPointF] | None = None  # row and place
        self.drop: int | None = None  # where the dragged row would stand, between two rows
        self.selectionModel().currentChanged.connect(self._say_chosen)
        self.doubleClicked.connect(lambda _index: self.gone_to.emit())
        self._shows = False

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.pictures.set_theme(theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_story(self, story: Story | None, at: int, language: Language) -> None:
        """Show the steps of a story, one of them chosen."""
        self._shows = True
        try:
            self.steps.show(story, language)
            here = self.steps.index(at)
            if not self.selectionModel().isSelected(here) or self.currentIndex() != here:
                self.setCurrentIndex(here)
                self.scrollTo(here)
        finally:
            self._shows = False
        self.pictures.keep_only(self.steps.steps)

    def _say_chosen(self, current: QModelIndex) -> None:
        if current.isValid() and not self._shows:
            self.chosen.emit(current.row())

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._pressed = (index.row(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        _, start = self._pressed
        away = (event.position() - start).manhattanLength()
        if self.drop is None and away < QApplication.startDragDistance():
            return
        self.drop = self._between(event.position().y())
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drop = self._pressed, self.drop
        self.cancel()
        super().mouseReleaseEvent(event)
        self._hover_at(event.position())
        if pressed is not None and drop is not None:
            row = pressed[0]
            to = drop - 1 if drop > row else drop
            if to != row:
                self.moved.emit(row, to)

    def _hover_at(self, place: QPointF) -> None:
        """Shade the row under the pointer alone; the view keeps the one at which a drag began."""
        everywhere = self.viewport().mapToGlobal(place)
        self.viewportEvent(QHoverEvent(QEvent.Type.HoverMove, place, everywhere, place))

    def cancel(self) -> bool:
        """Leave a drag under way; say whether there was one."""
        was_dragged = self.drop is not None
        self._pressed = self.drop = None
        self.viewport().unsetCursor()
        self.viewport().update()
        return was_dragged

    def _between(self, y: float) -> int:
        """Return the place between two rows that is nearest."""
        place = (y + self.verticalScrollBar().value()) / px(ROW)
        return min(max(round(place), 0), self.steps.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.drop is None:
            return
        y = self.drop * px(ROW) - self.verticalScrollBar().value()
        y = min(max(y, 1), self.viewport().height() - 2)
        with QPainter(self.viewport()) as painter:
            painter.setPen(QPen(colour(self.pictures.theme.colour("ink")), 2.0 * scale()))
            painter.drawLine(px(4), y, self.viewport().width() - px(4), y)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_to.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.cancel():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)
