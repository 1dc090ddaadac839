"""Left of the list of samples: what the doctor found of them, the distribution, and the way to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from explorer.analysis import browsing, doctor
from explorer.analysis.keeping import Same
from explorer.ui.ground import Ground
from explorer.ui.panels.distribution import Distribution
from explorer.ui.panels.sample_groups import SampleGroups
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from explorer.analysis.survey import Survey
    from explorer.paint.theme import Theme
    from explorer.study.table import Table
    from explorer.ui.session import Session

DISTRIBUTION: Final = 190  # its least height
MOST_DISTRIBUTION: Final = 280


class SamplesLeft(Ground):
    """Groups of samples with their counts, over the distribution of the sorted column."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.session = session
        self._counted: tuple[Same[Survey], Same[Table]] | None = None  # what the counts are of
        self._counts: Mapping[str, int] = {}
        self.groups = SampleGroups(theme)
        self._scroll = _Scroll(self.groups)
        self.distribution = Distribution(session, theme)
        self.export_button = QPushButton(say("Export findings…"))
        self.export_button.setToolTip(say("Every finding of every sample, as CSV or JSON"))
        self._column = QVBoxLayout(self)
        title = QLabel(say("Findings"))
        title.setObjectName("panel-title")
        self._column.addWidget(title)
        self._column.addWidget(self._scroll, 100)  # all of it, before the rest gets more
        self._column.addWidget(self.distribution, 1)
        self._column.addStretch(1)
        self._column.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.groups.set_theme(theme)
        self.distribution.set_theme(theme)
        self.distribution.setMinimumHeight(px(DISTRIBUTION))
        self.distribution.setMaximumHeight(px(MOST_DISTRIBUTION))
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
        self._column.setSpacing(px(6))

    def refresh(self, survey: Survey | None) -> None:
        """Show the session's state; what is known of all samples is counted when it has changed."""
        study, browse = self.session.state.study, self.session.state.look.browse
        self.distribution.refresh()
        self.export_button.setEnabled(survey is not None)
        if survey is None:
            self.groups.show_groups(browse.group, {"all": len(study.table)}, {})
            self.groups.show_table(())
            self._scroll.fit()
            return
        wanted = (Same(survey), Same(study.table))
        if wanted != self._counted:
            self._counted, self._counts = wanted, browsing.group_counts(survey, study.table)
        of_table = doctor.table_findings(survey, study)
        of_all = {each.rule for each in of_table if each.sample is None}  # the others name rows to list
        counts = doctor.counts(survey, study)
        rules = {rule: count for rule, count in counts.items() if rule not in of_all}
        self.groups.show_groups(browse.group, self._counts, rules)
        self.groups.show_table(tuple(each for each in of_table if each.sample is None))
        self._scroll.fit()


class _Scroll(QScrollArea):
    """As tall as what it holds, less where there is no room: then it scrolls."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidgetResizable(True)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(80))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Take the height of what it holds now."""
        tall = self._content.sizeHint().height()
        if tall != self.maximumHeight():
            self.setMaximumHeight(tall)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setMaximumWidth(self.viewport().width())
