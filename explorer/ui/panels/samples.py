"""The board of all samples: what was found and a distribution, the list, and the sample that is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.analysis import browsing, doctor
from explorer.plots import histogram, numbers
from explorer.ui.bars import Elided
from explorer.ui.ground import Ground
from explorer.ui.panels import samples_fix
from explorer.ui.panels.doctor import DoctorPanel
from explorer.ui.panels.samples_left import SamplesLeft
from explorer.ui.panels.samples_model import SamplesModel
from explorer.ui.panels.samples_progress import SamplesProgress
from explorer.ui.panels.samples_right import SamplesRight, title_of
from explorer.ui.panels.samples_view import SamplesView
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from explorer.analysis.doctor import Finding
    from explorer.analysis.survey import Survey
    from explorer.paint.theme import Theme
    from explorer.study.study import Browse
    from explorer.ui.panels.samples_progress import Passes
    from explorer.ui.session import Session

LEFT: Final = 268
RIGHT: Final = 300
STRIP: Final = 0.3  # the most of the height that the findings below the list take
LEAST_LIST, LIST_BESIDE_CARD = 400, 560
MARGIN: Final = 12
GAP: Final = 8
NOTHING: Final = noted("No sample is like that. Esc in the field takes the filter away.")


class SamplesBoard(QWidget):
    """All samples at once.

    `opened` asks for the desk on the sample looked at, `export_asked` for a file of all findings;
    `facts_said` carries what was checked and what was found, for the status line, "" when the board is left.
    Everything shown follows from the session's state and its result "survey"; while the board is seen, it
    keeps that result up to date.
    """

    opened = Signal()
    said = Signal(str)
    export_asked = Signal()
    facts_said = Signal(str, str)

    def __init__(self, session: Session, passes: Passes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.model = SamplesModel(session, self)
        self.left = SamplesLeft(session, theme)
        self.groups, self.distribution = self.left.groups, self.left.distribution
        self.progress_row = SamplesProgress(session, passes)
        self._build_middle(theme)
        self.right = SamplesRight(session, theme)
        self._about = ""  # the rule of a finding of the table that is shown in the place of the sample's
        self._about_at = 0  # the sample that was looked at then
        self._is_asked = False  # for another list, before there was one
        self._place = 0  # of the sample looked at, in the list
        self._layout = QHBoxLayout(self)
        for part, stretch in ((self.left, 0), (self.middle, 1), (self.right, 0)):
            self._layout.addWidget(part, stretch)
        self._connect()
        self.set_theme(theme)

    # Parts

    def _build_middle(self, theme: Theme) -> None:
        self.middle = Ground(theme)
        self.facts = Elided("status")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(say("Filter the samples"))
        self.nothing = Elided("status")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.fix_all = QPushButton()
        self.view = SamplesView(self.model, theme)
        self._middle_layout = layout = QVBoxLayout(self.middle)
        head = QHBoxLayout()
        title = QLabel(say("Samples"))
        title.setObjectName("panel-title")
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self.facts, 1)
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self.problem)
        layout.addWidget(self.nothing)
        layout.addWidget(self.progress_row)
        layout.addWidget(self.fix_all, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)
        self.strip = DoctorPanel(self.session, theme)
        layout.addWidget(self.strip)

    @property
    def doctor(self) -> DoctorPanel:
        """Where the findings of the sample are: in the column at the right, or below the list."""
        return self.strip if self.right.isHidden() else self.right.doctor

    def _connect(self) -> None:
        self.groups.chosen.connect(self._choose)
        self.groups.shown.connect(self._show_finding)
        self.distribution.ranged.connect(self._range)
        self.left.export_button.clicked.connect(self.export_asked)
        self.search.textEdited.connect(lambda text: self._browse(query=text))
        self.search.returnPressed.connect(self.view.setFocus)
        self.view.chosen.connect(lambda sample: self.session.look(sample=sample))
        self.view.opened.connect(self._open)
        self.view.copied.connect(self.said)
        self.fix_all.clicked.connect(self._fix_all)
        self.right.opened.connect(self.opened)
        self.right.fixing.connect(self.view.setFocus)
        self.strip.lesson_asked.connect(self.right.doctor.lesson_asked)
        self.strip.list.resized.connect(self._fit_strip)
        for doctor_panel in (self.right.doctor, self.strip):
            doctor_panel.left.connect(self.view.setFocus)
            doctor_panel.mended.connect(self._stay_in_list)
        self.progress_row.ended.connect(self._changed)
        self.session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme and scale."""
        self.theme = theme
        for part in (self.left, self.middle, self.view, self.strip, self.right):
            part.set_theme(theme)
        self._layout.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(MARGIN))
        self._layout.setSpacing(px(GAP))
        self._middle_layout.setContentsMargins(px(12), px(10), px(12), px(10))
        self._middle_layout.setSpacing(px(6))
        self.left.setFixedWidth(px(LEFT))
        self.right.setFixedWidth(px(RIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list room: short of it the sample's card goes first, then the groups.

        Without the card the findings of the sample are below the list.
        """
        super().resizeEvent(event)
        width = event.size().width()
        beside = width >= px(LEFT + RIGHT + LIST_BESIDE_CARD)
        self.right.setVisible(beside)
        self.strip.setVisible(not beside)
        self.left.setVisible(width >= px(LEFT + LEAST_LIST))
        self._layout.activate()
        self._fit_strip()

    def _fit_strip(self) -> None:
        self.strip.setFixedHeight(min(self.strip.wanted_height, round(STRIP * self.height())))

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facts_said.emit("", "")

    def _changed(self) -> None:
        if not self.isVisible():
            return
        self.progress_row.keep_up()
        self.model.refresh()
        self._show()
        if self._is_asked and self.model.survey is not None:
            self._stay_in_list()

    def _show(self) -> None:
        state, survey = self.session.state, self.model.survey
        self.view.show_sample(state.look.sample)
        place = self.model.place_of(state.look.sample)
        self._place = place if place >= 0 else self._place
        if not self.search.hasFocus() and self.search.text() != state.look.browse.query:
            self.search.setText(state.look.browse.query)
        names = ", ".join(browsing.query_names(survey)) if survey is not None else ""
        self.search.setPlaceholderText(say("Part of a name, or conditions such as  labels = 0  margin < -2"))
        self.search.setToolTip(say("Columns: {names}", names=names) if names else "")
        self.problem.setText(self.model.problem)
        self.problem.setVisible(bool(self.model.problem))
        is_empty = survey is not None and not len(self.model.rows) and not self.model.problem
        self.nothing.say(say(NOTHING) if is_empty else "")
        self.nothing.setVisible(is_empty)
        self.facts.say(_facts(survey, self.model, state.look.browse))
        self.view.heads.viewport().update()
        self.left.refresh(survey)
        self._show_about(survey, survey is None or place >= 0)
        self._show_fix()
        self.progress_row.show_state()
        self._say_facts(survey)

    def _show_about(self, survey: Survey | None, is_listed: bool) -> None:
        """Show the finding of the table that was chosen while it holds, else those of the sample."""
        if self.session.state.look.sample != self._about_at:
            self._about = ""  # who goes to a sample wants to see it
        of_table = () if survey is None else doctor.table_findings(survey, self.session.state.study)
        about = next((each for each in of_table if each.sample is None and each.rule == self._about), None)
        self._about = about.rule if about is not None else ""
        self.left.groups.mark(about)
        for panel in (self.right.doctor, self.strip):
            panel.show_about(about)
        self.strip.set_title(title_of(self.session, about, is_listed))
        self.right.show_listed(is_listed)
        self.right.refresh()
        self._fit_strip()

    def _say_facts(self, survey: Survey | None) -> None:
        if survey is None:
            self.facts_said.emit("", "")
            return
        checked = say("{count} samples checked", count=numbers.count(survey.rows))
        self.facts_said.emit(checked, doctor.summary(survey, self.session.state.study))

    def _show_fix(self) -> None:
        """Offer the fix of the chosen rule for all of its samples, where it is an edit of each."""
        survey, state = self.model.survey, self.session.state
        words = "" if survey is None else samples_fix.words(state.study, survey, state.look.browse.group)
        self.fix_all.setVisible(bool(words))
        self.fix_all.setText(words)
        self.fix_all.setToolTip(say("One step, which can be undone"))

    def _fix_all(self) -> None:
        survey, state = self.model.survey, self.session.state
        change = samples_fix.for_all(state.study, survey, state.look.browse.group) if survey else None
        if change is not None:
            self.view.setFocus()  # the button goes
            self.session.apply(change.label, change.study)
            self.said.emit(change.label)
            self._stay_in_list()

    # What is chosen

    def _browse(self, **changes: object) -> None:
        browse = replace(self.session.state.look.browse, **changes)  # type: ignore[arg-type]
        self._about = ""
        self.session.look(browse=browse)
        self._place = 0
        self._is_asked = True
        self._stay_in_list()

    def _stay_in_list(self) -> None:
        """Look at a sample that is listed: the one in the place where the last one was."""
        rows = self.model.rows
        self._is_asked = self._is_asked and self.model.survey is None
        if len(rows) and self.model.place_of(self.session.state.look.sample) < 0:
            self.session.look(sample=self.model.sample_at(min(self._place, len(rows) - 1)))

    def _choose(self, group: str) -> None:
        """List a group; samples with findings come worst first, unless another order was asked for."""
        browse = self.session.state.look.browse
        if group == "findings" and not browse.sort:
            self._browse(group=group, sort=browsing.SEVERITY, descending=True)
        else:
            self._browse(group=group)

    def _show_finding(self, finding: Finding) -> None:
        """Show what a finding of the table is about: a sample, or classes of the one looked at."""
        if finding.sample is not None:
            self.session.look(sample=finding.sample)
        self._about, self._about_at = finding.rule, self.session.state.look.sample
        self.right.doctor.go_to(finding)
        self._show()

    def _range(self, low: float | None, high: float | None) -> None:
        survey, browse = self.model.survey, self.session.state.look.browse
        if survey is not None:
            shown = histogram.shown_column(survey, browse)
            query = browsing.with_range(browse.query, shown.name, low, high, browsing.query_names(survey))
            self.search.setText(query)
            self._browse(query=query)

    def _open(self, sample: int) -> None:
        self.session.look(sample=sample)
        self.opened.emit()

    def focus_filter(self) -> None:
        """Bring the keyboard to the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def cancel_gesture(self) -> bool:
        """Leave a drag under way; say whether there was one."""
        return self.distribution.cancel() or self.right.card.canvas.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
            self._browse(query="")
        else:
            super().keyPressEvent(event)


def _facts(survey: Survey | None, model: SamplesModel, browse: Browse) -> str:
    """Say how many are shown, sorted by what, in which unit."""
    if survey is None:
        return say("not evaluated yet")
    shown, total = len(model.rows), survey.rows
    some = say("{shown} of {total} shown", shown=numbers.count(shown), total=numbers.count(total))
    told = numbers.count(total) if shown == total else some
    return say("{shown}{order}; losses in nat, sum over classes", shown=told, order=_order(model, browse))


def _order(model: SamplesModel, browse: Browse) -> str:
    if browse.sort == browsing.SEVERITY:
        if len(model.columns) > 1:
            return say(", sorted by severity, then {column}", column=model.columns[1].title)
        return say(", sorted by severity")
    by = next((column.title for column in model.columns if column.name == browse.sort), "")
    return say(", sorted by {column}", column=by) if by else ""
