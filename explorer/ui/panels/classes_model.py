"""The classes of the shown sample as a Qt model, a view of the session's state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from explorer.analysis.at_time import step_shown, watched
from explorer.analysis.decisions import labelled
from explorer.analysis.readings import sigma, sigma_of_double
from explorer.plots import numbers
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.wording import say

if TYPE_CHECKING:
    import numpy as np
    from PySide6.QtCore import QObject

    from explorer.study.table import Sample
    from explorer.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
EDITABLE = (Column.NAME, Column.LOGIT, Column.TARGET)
FEW = 8  # changed rows up to this number are said one by one
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ClassesModel(QAbstractTableModel):
    """One row a class. Keeps nothing of its own: `refresh` says which rows differ from before.

    At a later step of a descent the rows are of the copy that the bars show, and the head of the logits says
    which step; a number that is typed there lets descents start from that copy.
    """

    said = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._step = 0  # that the rows are of
        self._take(watched(session.state))

    @property
    def sample(self) -> Sample:
        """The sample that the rows show."""
        return self._sample

    @property
    def watched(self) -> object:
        """The document and the sample in it that an edit would change."""
        return self.session.history, self.session.state.look.sample

    def _take(self, sample: Sample) -> None:
        self._sample = sample
        self._labelled = labelled(sample.targets)
        self._readings: dict[int, np.ndarray] = {
            Column.SIGMA: sigma(sample.logits),
            Column.DOUBLE: sigma_of_double(sample.logits),
        }

    def refresh(self) -> bool:
        """Show the session's sample, or the copy shown; say whether rows came, went or were renamed."""
        state = self.session.state
        before, after = self._sample, watched(state)
        step = step_shown(state)
        if step != self._step:
            self._step = step
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.LOGIT, Column.LOGIT)
        if before is after:
            return False
        if before.classes != after.classes:
            self.beginResetModel()
            self._take(after)
            self.endResetModel()
            return True
        rows = cells.changed_rows(before, after)
        self._take(after)
        last = len(cells.HEADS) - 1
        if len(rows) > FEW:
            self.dataChanged.emit(self.index(int(rows[0]), 0), self.index(int(rows[-1]), last))
        else:
            for row in rows.tolist():
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        return False

    # What the view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._sample.classes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(cells.HEADS)

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        readings = self._readings.get(column)
        if readings is not None:
            return cells.reading(float(readings[row]))
        return cells.shown(self._sample, row, column)

    def head(self, column: int) -> str:
        """Return what stands over a column: "s at step 37" over the logits of a copy."""
        if column == Column.LOGIT and self._step:
            return say("s at step {step}", step=numbers.count(self._step))
        return cells.head(column)

    def begin_edit(self) -> None:
        """Let the rows stay as they are while a number is typed."""
        self.session.rest()

    def is_labelled(self, row: int) -> bool:
        """Whether the class of a row counts as labelled."""
        return bool(self._labelled[row])

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.EditRole:
            return cells.full(self._sample, row, column)
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        if role == Role.AccessibleTextRole:
            return say(
                "{head} of {name}: {text}, selected"
                if row in self.session.state.look.selected
                else "{head} of {name}: {text}",
                head=self.head(column),
                name=self._sample.classes[row],
                text=self.text(row, column),
            )
        if role == Role.TextAlignmentRole:
            return LEFT if column == Column.NAME else RIGHT
        return None

    def _tip(self, row: int, column: int) -> str:
        name = self._sample.classes[row]
        if column == Column.NAME:
            return name
        return say(
            "{head} of {name} = {number} at step {step}; typing here lets descents start from this step"
            if self._step
            else "{head} of {name} = {number}",
            head=cells.head(column),
            name=name,
            number=cells.full(self._sample, row, column),
            step=numbers.count(self._step),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.head(section)
        if role == Role.ToolTipRole:
            return say(cells.TIPS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole:
            return False
        try:
            change = cells.typed(self.session.state, index.row(), index.column(), str(value))
        except ValueError as problem:
            self.said.emit(str(problem))
            return False
        self.said.emit("")
        if change is not None:
            self.session.apply(change.label, change.study)
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return what is wrong with a text typed into a cell, "" when nothing is."""
        try:
            cells.typed(self.session.state, index.row(), index.column(), text)
        except ValueError as problem:
            return str(problem)
        return ""
