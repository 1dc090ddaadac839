"""The board of all samples: groups and a distribution, the list, and the sample that is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from explorer.analysis import browsing
from explorer.analysis.survey import asked
from explorer.plots import PLOTS, histogram, numbers
from explorer.ui.bars import Elided
from explorer.ui.cards.card import Card
from explorer.ui.ground import Ground
from explorer.ui.panels.distribution import Distribution
from explorer.ui.panels.sample_groups import SampleGroups
from explorer.ui.panels.samples_model import SamplesModel
from explorer.ui.panels.samples_view import SamplesView
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from explorer.analysis.survey import Survey
    from explorer.jobs.events import Event, Progress
    from explorer.paint.theme import Theme
    from explorer.study.study import Browse, Study
    from explorer.ui.session import Session

LEFT: Final = 268
RIGHT: Final = 300
LEAST_LIST: Final = 400
MARGIN: Final = 12
GAP: Final = 8
SETTLE: Final = 250  # milliseconds without a change after which all samples are evaluated again
QUIET: Final = 400  # milliseconds of evaluation before a bar is shown
SECOND: Final = 1.0
NOTHING: Final = "No sample is like that. Esc in the field takes the filter away."


class Passes(Protocol):
    """What the board asks of whoever evaluates all samples."""

    progressed: SignalInstance
    finished: SignalInstance
    failed: SignalInstance
    cancelled: SignalInstance

    def survey(self, study: Study) -> int:
        """Begin to evaluate all samples; return the generation that the answer will carry."""

    def cancel(self, generation: int) -> None:
        """Leave an evaluation under way."""


class SamplesBoard(QWidget):
    """All samples at once.

    `opened` asks for the desk on the sample looked at. Everything shown follows from the session's
    state and its result "survey"; while the board is seen, it keeps that result up to date.
    """

    opened = Signal()
    said = Signal(str)

    def __init__(self, session: Session, passes: Passes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme, self._passes = session, theme, passes
        self._running: int | None = None
        self._running_for: Study | None = None
        self._stopped_for: Study | None = None  # the study whose evaluation was cancelled
        self._counted: tuple[object, ...] = ()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._evaluate)
        self.model = SamplesModel(session, self)
        self._build_left(theme)
        self._build_middle(theme)
        self._build_right(theme)
        self._layout = QHBoxLayout(self)
        for part, stretch in ((self.left, 0), (self.middle, 1), (self.right, 0)):
            self._layout.addWidget(part, stretch)
        self._connect()
        self.set_theme(theme)

    # Parts

    def _build_left(self, theme: Theme) -> None:
        self.left = Ground(theme)
        self.groups = SampleGroups(theme)
        self.distribution = Distribution(self.session, theme)
        self._left_layout = layout = QVBoxLayout(self.left)
        layout.addWidget(_title("Groups"))
        layout.addWidget(self.groups)
        layout.addSpacing(8)
        layout.addWidget(self.distribution, 1)

    def _build_middle(self, theme: Theme) -> None:
        self.middle = Ground(theme)
        self.facts = Elided("status")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("Filter the samples")
        self.nothing = Elided("status")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Samples evaluated")
        self.progress_words = Elided("status")
        self.cancel_button = QPushButton("Cancel")
        self.again_button = QPushButton("Evaluate all samples")
        self.view = SamplesView(self.model, theme)
        self._middle_layout = layout = QVBoxLayout(self.middle)
        head = QHBoxLayout()
        head.addWidget(_title("Samples"))
        head.addSpacing(8)
        head.addWidget(self.facts, 1)
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self.problem)
        layout.addWidget(self.nothing)
        self.progress_row = QWidget()
        row = QHBoxLayout(self.progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.progress_words, 2)
        row.addWidget(self.progress, 3)
        row.addWidget(self.cancel_button)
        row.addWidget(self.again_button)
        layout.addWidget(self.progress_row)
        layout.addWidget(self.view, 1)

    def _build_right(self, theme: Theme) -> None:
        self.right = QWidget()
        self.card = Card(self.session, PLOTS["logits"], theme, self.right)
        self.card.button.hide()
        self.open_button = QPushButton("Open in the editor")
        self.open_button.setToolTip("Every card of this sample (Enter in the list)")
        self._right_layout = layout = QVBoxLayout(self.right)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.open_button)

    def _connect(self) -> None:
        self.groups.chosen.connect(lambda name: self._browse(group=name))
        self.distribution.ranged.connect(self._range)
        self.search.textEdited.connect(lambda text: self._browse(query=text))
        self.search.returnPressed.connect(self.view.setFocus)
        self.view.chosen.connect(lambda sample: self.session.look(sample=sample))
        self.view.opened.connect(self._open)
        self.view.copied.connect(self.said)
        self.open_button.clicked.connect(self.opened)
        self.cancel_button.clicked.connect(self._stop)
        self.again_button.clicked.connect(self._evaluate)
        self._passes.progressed.connect(self._progressed)
        self._passes.finished.connect(self._ended)
        self._passes.failed.connect(self._failed)
        self._passes.cancelled.connect(self._ended)
        self.session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme and scale."""
        self.theme = theme
        for part in (
            self.left,
            self.middle,
            self.groups,
            self.distribution,
            self.view,
            self.card,
        ):
            part.set_theme(theme)
        self._layout.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(MARGIN))
        self._layout.setSpacing(px(GAP))
        for layout in (self._left_layout, self._middle_layout):
            layout.setContentsMargins(px(12), px(10), px(12), px(10))
            layout.setSpacing(px(6))
        self._right_layout.setContentsMargins(0, 0, 0, 0)
        self._right_layout.setSpacing(px(GAP))
        self.left.setFixedWidth(px(LEFT))
        self.right.setFixedWidth(px(RIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list room: short of it the sample's card goes first, then the groups."""
        super().resizeEvent(event)
        width = event.size().width()
        self.right.setVisible(width >= px(LEFT + RIGHT + LEAST_LIST))
        self.left.setVisible(width >= px(LEFT + LEAST_LIST))
        self._layout.activate()

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        if not self.isVisible():
            return
        self._keep_up()
        self.model.refresh()
        self._show()

    def _show(self) -> None:
        state, survey = self.session.state, self.model.survey
        self.view.show_sample(state.look.sample)
        if not self.search.hasFocus() and self.search.text() != state.look.browse.query:
            self.search.setText(state.look.browse.query)
        self.problem.setText(self.model.problem)
        self.problem.setVisible(bool(self.model.problem))
        is_empty = survey is not None and not len(self.model.rows) and not self.model.problem
        self.nothing.say(NOTHING if is_empty else "")
        self.nothing.setVisible(is_empty)
        self.facts.say(_facts(survey, self.model, state.look.browse))
        self.distribution.refresh()
        self.view.heads.viewport().update()
        self._show_groups()
        self._show_progress_row()

    def _show_groups(self) -> None:
        """Count the groups, when what they count has changed."""
        state, survey = self.session.state, self.model.survey
        wanted = (survey, state.study.table)
        if survey is None:
            counts: dict[str, int] = {"all": len(state.study.table)}
        elif any(one is not other for one, other in zip(wanted, self._counted[:2], strict=False)) or not (
            self._counted
        ):
            counts = browsing.group_counts(survey, state.study.table)
            self._counted = (*wanted, counts)
        else:
            counts = self._counted[2]  # type: ignore[assignment]
        self.groups.show_groups(state.look.browse.group, counts)
        names = ", ".join(browsing.query_names(survey)) if survey is not None else ""
        self.search.setPlaceholderText("Part of a name, or conditions such as  labels = 0  margin < -2")
        self.search.setToolTip(f"Columns: {names}" if names else "")

    # Keeping the survey up to date

    def _keep_up(self) -> None:
        """See to it that the survey answers the study: at once for an edited sample, else by a pass."""
        survey, study = self.model.survey, self.session.state.study
        if survey is not None and survey.is_current(study):
            self._settle.stop()
            return
        if survey is not None:
            caught_up = survey.caught_up(study)
            if caught_up is not None:
                self.session.keep_result("survey", caught_up)
                return
        if self._stopped_for is not study and not self._is_under_way(study):
            self._settle.start(0 if survey is None else SETTLE)

    def _is_under_way(self, study: Study) -> bool:
        """Say whether the evaluation that runs will answer this study, but for a few edited samples."""
        begun = self._running_for
        if self._running is None or begun is None:
            return False
        return asked(begun) == asked(study) and begun.table.has_columns_of(study.table)

    def _evaluate(self) -> None:
        self._stopped_for = None
        self._running_for = self.session.state.study
        self._running = self._passes.survey(self._running_for)
        self.progress.setRange(0, len(self.session.state.study.table))
        self.progress.setValue(0)
        self._show_progress_row()

    def _progressed(self, event: Progress) -> None:
        if event.generation != self._running:
            return
        done, total, elapsed = event.done, event.total, event.elapsed
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_words.say(_progress_words(done, total, elapsed))
        self.progress_row.setVisible(elapsed * 1000 >= QUIET)

    def _ended(self, event: Event) -> None:
        if event.generation == self._running:
            self._running = None
            if self.isVisible():
                self._changed()

    def _failed(self, event: Event) -> None:
        """Keep from trying again by itself: what failed once is tried again when a person says so."""
        if event.generation == self._running:
            self._stopped_for = self.session.state.study
        self._ended(event)

    def _stop(self) -> None:
        if self._running is not None:
            left, self._running, self._stopped_for = self._running, None, self.session.state.study
            self._passes.cancel(left)
        self._show_progress_row()

    def _show_progress_row(self) -> None:
        survey, study = self.model.survey, self.session.state.study
        stopped = self._running is None and self._stopped_for is study
        stale = survey is None or not survey.is_current(study)
        self.progress.setVisible(self._running is not None)
        self.cancel_button.setVisible(self._running is not None)
        self.again_button.setVisible(stopped and stale)
        if stopped and stale:
            self.progress_words.say(
                "Not evaluated." if survey is None else "Evaluated before the last change."
            )
            self.progress_row.show()
        elif self._running is None:
            self.progress_row.hide()

    # What is chosen

    def _browse(self, **changes: object) -> None:
        browse = replace(self.session.state.look.browse, **changes)  # type: ignore[arg-type]
        self.session.look(browse=browse)

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
        return self.distribution.cancel() or self.card.canvas.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
            self._browse(query="")
        else:
            super().keyPressEvent(event)


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("panel-title")
    return label


def _facts(survey: Survey | None, model: SamplesModel, browse: Browse) -> str:
    """Say how many are shown, sorted by what, in which unit."""
    if survey is None:
        return "not evaluated yet"
    shown, total = len(model.rows), survey.rows
    counted = (
        f"{numbers.count(total)}"
        if shown == total
        else (f"{numbers.count(shown)} of {numbers.count(total)} shown")
    )
    by = next((column.title for column in model.columns if column.name == browse.sort), "")
    order = f", sorted by {by}" if by else ""
    return f"{counted}{order}; losses in nat, sum over classes"


def _progress_words(done: int, total: int, elapsed: float) -> str:
    left = elapsed * (total - done) / max(done, 1)
    about = f", about {left:.0f} s left" if done and left >= SECOND else ""
    return f"{numbers.count(done)} of {numbers.count(total)} samples{about}"
