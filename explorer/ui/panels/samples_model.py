"""All listed samples as a Qt model: a view of the survey, nothing kept but the order of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from explorer.analysis import doctor
from explorer.analysis.browsing import SEVERITY, QueryFailure, columns_of, listed
from explorer.analysis.doctor.rules import SAID
from explorer.analysis.survey import edited_since, known
from explorer.plots import numbers
from explorer.ui.severity import SEVERITIES
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from explorer.analysis.browsing import Column, Kind
    from explorer.analysis.survey import Survey
    from explorer.study.study import Study
    from explorer.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WORDED = 2_000  # samples whose words are kept: many more than are on screen
SIGN, SAMPLE, FIRST = 0, 1, 2  # columns: severity, name, and from FIRST on the survey's; last the finding
TIP = noted("the worst that the doctor finds; sorts by severity, then by the first loss")
TIPS = {SIGN: TIP, SAMPLE: noted("counted from 1, or by name")}
HEADS = {SIGN: noted("severity"), SAMPLE: noted("sample")}
FINDING = noted("finding")
RANKED = ("", *reversed(SEVERITIES))  # by the number that `doctor.severities` gives


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
        self._words: dict[int, str] = {}  # of the rows that were on screen
        self._worded: Study | None = None  # what they speak of
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
        self._forget_words(state.study)
        if rows is self.rows and columns == self.columns:
            return False
        reordered = len(columns) != len(self.columns) or not np.array_equal(rows, self.rows)
        if reordered:
            self.beginResetModel()
        self.columns, self.rows = columns, rows
        if reordered:
            self.endResetModel()
        elif len(rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
        return reordered

    def _forget_words(self, study: Study) -> None:
        """Keep what was said of samples that are as they were: under a drag it is one that is not."""
        before, self._worded = self._worded, study
        if before is None or not self._words:
            return
        table, old = study.table, before.table
        if study.shown != before.shown or table.source is not old.source or table.columns != old.columns:
            self._words = {}
        else:
            for row in edited_since(table, old):
                self._words.pop(int(row), None)

    def severity(self, row: int) -> str:
        """Return the severity of the worst finding of a row, "" where there is none."""
        survey = self.survey
        return "" if survey is None else RANKED[int(doctor.severities(survey)[self.sample_at(row)])]

    def finding(self, row: int) -> str:
        """Return a few words about the worst finding of a row; they are found when first asked for."""
        if not self.severity(row):
            return ""
        sample = self.sample_at(row)
        if sample not in self._words:
            if len(self._words) >= WORDED:
                self._words = {}  # who scrolls through a million rows comes back to few
            self._words[sample] = doctor.words_of(self.session.state.study, sample)
        return self._words[sample]

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
        return 0 if parent.isValid() or not self.columns else FIRST + len(self.columns) + 1

    @property
    def last(self) -> int:
        """The column of what was found."""
        return FIRST + len(self.columns)

    def name(self, column: int) -> str:
        """Return the name by which a column sorts."""
        if column in (SIGN, self.last):
            return SEVERITY
        return "sample" if column == SAMPLE else self.columns[column - FIRST].name

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        if column == SIGN:
            severity = self.severity(row)
            return say(SAID[severity]) if severity else ""
        if column == self.last:
            return self.finding(row)
        sample = self.sample_at(row)
        if column == SAMPLE:
            name = self._source.sample_name(sample)
            return numbers.count(sample + 1) if name == f"sample {sample + 1}" else name
        found = self.columns[column - FIRST]
        return written(float(found.values[sample]), found.kind)

    def is_number(self, column: int) -> bool:
        """Say whether a column holds numbers."""
        return FIRST <= column < self.last

    def is_short(self, column: int) -> bool:
        """Say whether the numbers of a column have few digits."""
        return self.is_number(column) and self.columns[column - FIRST].kind in ("count", "share")

    def value(self, row: int, column: int) -> float:
        """Return the number of a cell with every digit."""
        return float(self.columns[column - FIRST].values[self.sample_at(row)])

    def plain(self, row: int, column: int) -> str | float:
        """Return what is copied of a cell: words, whole counts, numbers with every digit."""
        if column == SAMPLE:
            return self._source.sample_name(self.sample_at(row))
        if not self.is_number(column):
            return self.text(row, column)
        value = self.value(row, column)
        return str(int(value)) if self.columns[column - FIRST].kind == "count" else value

    def head(self, column: int) -> str:
        """Return the title of a column."""
        if self.is_number(column):
            return self.columns[column - FIRST].title
        return say(HEADS.get(column, FINDING))

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.AccessibleTextRole:
            said = self.text(row, column) or say("none")
            return say(
                "{column} of sample {sample}: {value}",
                column=self.head(column),
                sample=self.text(row, SAMPLE),
                value=said,
            )
        if role == Role.ToolTipRole:
            is_number = self.is_number(column)
            return numbers.exact(self.value(row, column)) if is_number else self.text(row, column)
        if role == Role.TextAlignmentRole:
            return int(CENTRE if column == SIGN else RIGHT if self.is_number(column) else LEFT)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        if role == Role.DisplayRole:
            return self.head(section)
        if role == Role.ToolTipRole:
            if not self.is_number(section):
                return say(TIPS.get(section, TIP))
            return say("{what}: {fact}", what=self.head(section), fact=self.columns[section - FIRST].tip)
        return None
