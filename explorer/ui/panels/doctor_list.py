"""Findings below each other, worst first; the list scrolls when they are taller than it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from explorer.ui.panels.doctor_row import MANY, FindingRow
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from explorer.analysis.doctor import Finding
    from explorer.paint.theme import Theme

CUT: Final = (4, 3, 2)  # lines of each meaning where there is no room for all of it
ROOM: Final = 8  # above and below the row that has the keyboard


class FindingsList(QScrollArea):
    """The findings of one sample. Rows are kept and only those that say something else change.

    `show_asked` and `fix_asked` carry a finding, `lesson_asked` the key of a lesson; `left` says that the
    last row went while the keyboard was in it; `resized` that the list wants another height.
    """

    show_asked = Signal(object)
    fix_asked = Signal(object)
    lesson_asked = Signal(str)
    left = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._made: list[FindingRow] = []  # more than are shown where there were more before
        self._findings: Sequence[Finding] = ()
        self._unfolded: frozenset[str] = frozenset()  # rules
        self._wanted = 0
        self.setObjectName("findings")
        self.setAccessibleName(say("Findings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName("findings-content")
        self.setWidget(self.content)
        self.viewport().setAutoFillBackground(False)  # what it lies on is seen
        self.content.setAutoFillBackground(False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def rows(self) -> list[FindingRow]:
        """The rows that are shown."""
        return self._made[: len(self._findings)]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.theme = theme
        for row in self._made:
            row.set_theme(theme)
        self.arrange()

    # Showing

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings in place of those before."""
        if findings is self._findings:
            return
        had_keyboard = self._place_of_focus()
        self._findings = findings
        self._make_rows(len(findings))
        news = False
        for row, finding in zip(self._made, findings, strict=False):
            if row.show_finding(finding, finding.rule in self._unfolded):
                row.place(row.width())
                news = True
        for number, row in enumerate(self._made):
            if row.isHidden() == (number < len(findings)):
                row.setVisible(number < len(findings))
                news = True
        if news:
            self.arrange()
        if had_keyboard is not None:
            self._focus_near(had_keyboard)

    def unfold(self, rule: str) -> None:
        """Show findings of this rule unfolded."""
        self._unfolded |= {rule}

    def _make_rows(self, count: int) -> None:
        while len(self._made) < count:
            row = FindingRow(self.theme, self.content)
            row.show_asked.connect(self.show_asked)
            row.fix_asked.connect(self.fix_asked)
            row.lesson_asked.connect(self.lesson_asked)
            row.stepped.connect(lambda step, row=row: self._step(row, step))
            row.folded.connect(self._fold)
            self._made.append(row)
            chain = [each for made in self._made[-2:] for each in (made, *made.links)]
            for first, second in pairwise(chain):
                QWidget.setTabOrder(first, second)

    def _place_of_focus(self) -> int | None:
        """Return the row that the keyboard is in, None where it is elsewhere."""
        focused = QApplication.focusWidget()
        if focused is None or not self.content.isAncestorOf(focused):
            return None
        return next((place for place, row in enumerate(self._made) if focused in (row, *row.links)), None)

    def _focus_near(self, place: int) -> None:
        """Keep the keyboard in the list when what had it may have gone."""
        now = self._place_of_focus()
        if now is not None and now < len(self._findings):
            return
        if self._findings:
            self._made[min(place, len(self._findings) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _step(self, row: FindingRow, step: int) -> None:
        rows = self.rows
        rows[min(max(rows.index(row) + step, 0), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _fold(self) -> None:
        shown = zip(self.rows, self._findings, strict=True)
        known = {finding.rule for finding in self._findings}
        now = frozenset(finding.rule for row, finding in shown if row.unfolded)
        self._unfolded = (self._unfolded - known) | now
        for row in self.rows:
            row.place(row.width())
            row.update()
        self.arrange()

    # Geometry

    @property
    def wanted_height(self) -> int:
        """The height that shows every finding with all of its meaning."""
        return self._wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the rows out below each other, each as tall as it needs."""
        rows, before = self.rows, self._wanted
        width = self._break(rows, self.width())
        top = 0
        for row in rows:
            row.setGeometry(0, top, width, row.wanted_height)
            top += row.wanted_height
        self.content.resize(width, top)
        if self._wanted != before:
            self.resized.emit()

    def _break(self, rows: Iterable[FindingRow], width: int) -> int:
        """Break the texts for the width that is left beside a scroll bar, if there is one; return it.

        Meanings are whole where all of them fit, else cut after as many lines as do.
        """
        self._wanted = _placed(rows, width, MANY)
        if self._wanted <= self.height() or any(_placed(rows, width, most) <= self.height() for most in CUT):
            return width
        width = max(1, width - self.verticalScrollBar().sizeHint().width() - px(2))
        _placed(rows, width, CUT[-1])
        return width

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the keyboard now."""
        if now is not None and self.content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, px(ROOM))


def _placed(rows: Iterable[FindingRow], width: int, most: int) -> int:
    """Break the texts of rows for a width, meanings cut; return how tall they are together."""
    tall = 0
    for row in rows:
        row.meaning_lines = most
        row.place(width)
        tall += row.wanted_height
    return tall
