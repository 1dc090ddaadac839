"""All listed samples as a Qt model: a view of the survey, nothing kept but the order of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from explorer.analysis.browsing import QueryFailure, columns_of, listed
from explorer.analysis.survey import known
from explorer.plots import numbers

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from explorer.analysis.browsing import Column, Kind
    from explorer.analysis.survey import Survey
    from explorer.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SAMPLE = 0  # the first column; those of the survey follow


def written(value: float, kind: Kind) -> str:
    """Write a number of a column with the digits of its kind."""
    if kind == "count":
        return numbers.count(int(value)) if np.isfinite(value) else numbers.DASH
    if kind == "margin":
        return numbers.signed(value)
    return numbers.fixed(value, 2 if kind == "share" else 3)


class SamplesModel(QAbstractTableModel):
    """One row a listed sample. `problem` is what is wrong with the query, "" when nothing is."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.columns: tuple[Column, ...] = ()
        self.rows: np.ndarray = np.empty(0, dtype=np.intp)
        self.problem = ""
        self._source = session.state.study.table.source  # of the names of the rows that are listed
        self.refresh()

    @property
    def survey(self) -> Survey | None:
        """What is known of all samples; None before it is computed."""
        return known(self.session.state)

    def refresh(self) -> bool:
        """List what the session's look asks for; say whether other rows are listed, or in another order."""
        survey, state = self.survey, self.session.state
        columns = () if survey is None else columns_of(survey)
        rows: np.ndarray = np.arange(0) if survey is None else self.rows
        self.problem = ""
        if survey is not None:
            try:
                rows = listed(survey, state.study.table, state.look.browse)
            except QueryFailure as problem:
                self.problem = str(problem)  # the rows stay, so that typing does not empty the list
                if len(rows) and rows.max() >= survey.rows:  # those of another table do not
                    rows = np.arange(survey.rows)
        self._source = state.study.table.source
        if rows is self.rows and columns == self.columns:
            return False
        reordered = len(columns) != len(self.columns) or not np.array_equal(rows, self.rows)
        if reordered:
            self.beginResetModel()
        self.columns, self.rows = columns, rows
        if reordered:
            self.endResetModel()
        elif len(rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns)))
        return reordered

    def place_of(self, sample: int) -> int:
        """Return the row in which a sample is listed, -1 where it is not."""
        found = np.flatnonzero(self.rows == sample)
        return int(found[0]) if len(found) else -1

    def sample_at(self, row: int) -> int:
        """Return the sample of a row."""
        return int(self.rows[row])

    # What the view asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() or not self.columns else 1 + len(self.columns)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows."""
        sample = self.sample_at(row)
        if column == SAMPLE:
            name = self._source.sample_name(sample)
            return numbers.count(sample + 1) if name == f"sample {sample + 1}" else name
        found = self.columns[column - 1]
        return written(float(found.values[sample]), found.kind)

    def value(self, row: int, column: int) -> float:
        """Return the number of a cell with every digit; of the first column the sample's, from 1."""
        sample = self.sample_at(row)
        return float(sample + 1 if column == SAMPLE else self.columns[column - 1].values[sample])

    def plain(self, row: int, column: int) -> str | float:
        """Return what is copied of a cell: the sample's name, whole counts, numbers with every digit."""
        if column == SAMPLE:
            return self._source.sample_name(self.sample_at(row))
        value = self.value(row, column)
        return str(int(value)) if self.columns[column - 1].kind == "count" else value

    def head(self, column: int) -> str:
        """Return the title of a column."""
        return "sample" if column == SAMPLE else self.columns[column - 1].title

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.AccessibleTextRole:
            return f"{self.head(column)} of sample {self.text(row, SAMPLE)}: {self.text(row, column)}"
        if role == Role.ToolTipRole:
            exact = numbers.exact(self.value(row, column))
            return exact if column != SAMPLE else self.text(row, column)
        if role == Role.TextAlignmentRole:
            return int(LEFT if column == SAMPLE else RIGHT)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Role.DisplayRole:
            return self.head(section)
        if role == Role.ToolTipRole:
            return self.columns[section - 1].tip if section else "counted from 1, or by name"
        return None
