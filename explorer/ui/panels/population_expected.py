"""What an experiment is about, what it should show, and whether the population shows it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.phrases import listed, stated
from explorer.plots.population.words import coordinate_words, digits_for, metric_words
from explorer.ui.controls.link import LinkButton
from explorer.ui.lettering import level
from explorer.ui.panels.population_changes import plain_title
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.analysis.populations import Population
    from explorer.paint.theme import Theme
    from explorer.training.expectations import Verdict
    from explorer.training.experiment import Expectation, Experiment, Value

DIGITS: Final = 3


class Expected(QWidget):
    """A few sentences, how much is as expected, and on a click a line for each expectation.

    Hidden where there is nothing to say.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._about, self._lines = QLabel(), QLabel()
        self.head = LinkButton("", theme)
        self.head.clicked.connect(self._fold)
        self.head.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )  # no wider than the form
        self._is_open = False
        self._shown: object = None
        self._experiment: Experiment | None = None
        self._found: tuple[Line, ...] = ()
        self._layout = QVBoxLayout(self)
        for label in (self._about, self._lines):
            label.setObjectName("status")
            label.setWordWrap(True)
        self._layout.addWidget(self._about)
        self._layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._lines)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, also where the lines are folded away."""
        parts = (self._about.text(), self.head.text(), *(line.words for line in self._found))
        return "\n".join(part for part in parts if part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._layout.setContentsMargins(0, 0, 0, px(6))
        self._layout.setSpacing(px(4))
        self.head.set_theme(theme)
        self._lines.setText(table_text(self._found, theme))

    def show_experiment(self, experiment: Experiment, population: Population | None) -> None:
        """Say what the experiment should show, and of a population of it whether it does, as far as it is."""
        is_of_it = population is not None and population.experiment == experiment
        reached = population.summary.reached if is_of_it and population is not None else 0
        shown = (experiment, reached, population if is_of_it and not _is_running(population) else None)
        if self._shown == shown:
            return
        if self._keep_room(experiment):
            self._shown = shown
            return
        for part in (self._about, self.head, self._lines):
            part.setEnabled(True)
        if self._experiment != experiment:
            self._is_open = False  # what another one should show was asked for
        self._shown, self._experiment = shown, experiment
        self._found = lines_of(experiment, population if reached else None)
        head = head_words(self._found)
        self._about.setText(experiment.said_about)
        self._about.setVisible(bool(experiment.about))
        self.head.say(head)
        self.head.setVisible(bool(head))
        self._lines.setText(table_text(self._found, self._theme))
        self._show_folding()
        self.setVisible(bool(experiment.about or head))

    def _keep_room(self, experiment: Experiment) -> bool:
        """Leave what was said of an experiment, greyed, where it was changed; say whether it was.

        Nothing is said of the changed one. Were it taken away, all fields would move under the hand that
        changes one.
        """
        told = self._experiment
        if told is None or self.isHidden() or experiment.about or experiment.expected:
            return False
        if plain_title(told.said_title) != plain_title(experiment.said_title):
            return False
        for part in (self._about, self.head, self._lines):
            part.setEnabled(False)
            part.setToolTip(say("It was said of the experiment before it was changed"))
        if not self.head.isHidden():
            self.head.say(say("said before the change"))
        self._found = ()
        return True

    def _fold(self) -> None:
        self._is_open = not self._is_open
        self._show_folding()

    def _show_folding(self) -> None:
        self._about.setToolTip("")
        self._lines.setToolTip("")
        self.head.setToolTip(say("Fewer lines") if self._is_open else say("What is expected, line by line"))
        self._lines.setVisible(self._is_open and bool(self._found))


def _is_running(population: Population | None) -> bool:
    return population is not None and population.running


@dataclass(frozen=True, slots=True)
class Line:
    """One expectation. holds: None while its update is to come, and measured then is ""."""

    what: str
    expected: str
    measured: str
    holds: bool | None

    @property
    def sign(self) -> str:
        """A shape that is told apart without its colour."""
        return numbers.DASH if self.holds is None else "✓" if self.holds else "✗"

    @property
    def words(self) -> str:
        """All of it in one line."""
        measured = self.measured or say("to come")
        return say(
            "{sign} {what}: {measured}, expected {value}",
            sign=self.sign,
            what=self.what,
            measured=measured,
            value=self.expected,
        )


def lines_of(experiment: Experiment, population: Population | None) -> tuple[Line, ...]:
    """Return what is expected, by update; with what was found where a population has come so far."""
    from explorer.training.expectations import Verdict, judge

    if population is not None:
        verdicts = judge(experiment, population.summary)
    else:
        verdicts = tuple(Verdict(each, 0.0, False, (), reached=False) for each in experiment.expected)
    ordered = sorted(verdicts, key=lambda verdict: verdict.expectation.update)
    return tuple(_line(experiment, verdict) for verdict in ordered)


def _line(experiment: Experiment, verdict: Verdict) -> Line:
    digits = max(DIGITS, digits_for([verdict.measured]))
    return Line(
        subject(experiment, verdict.expectation),
        numbers.with_minus(verdict.expected),
        numbers.fixed(verdict.measured, digits) if verdict.reached else "",
        verdict.holds if verdict.reached else None,
    )


def head_words(lines: Sequence[Line]) -> str:
    """Say how many are as expected: "14 to come", "3 of 14 as expected", with what is still to come."""
    if not lines:
        return ""
    ahead = sum(line.holds is None for line in lines)
    to_come = say("{count} to come", count=numbers.count(ahead))
    if ahead == len(lines):
        return to_come
    holding = numbers.count(sum(line.holds is True for line in lines))
    said = say("{holding} of {count} as expected", holding=holding, count=numbers.count(len(lines)))
    return stated((said, to_come)) if ahead else said


def table_text(lines: Sequence[Line], theme: Theme) -> str:
    """Return the lines as a table of what, expected, measured and verdict, in a label's own mark-up."""
    if not lines:
        return ""
    inks = {None: "mut", True: "ink", False: "error"}
    heads = (say("what"), say("expected"), say("measured"), "")
    rows = ["".join(_cell(head, theme.colour("mut"), place) for place, head in enumerate(heads))]
    for line in lines:
        ink = theme.colour(inks[line.holds])
        cells = (line.what, line.expected, line.measured or say("to come"), f"<b>{line.sign}</b>")
        texts = (*map(escape, cells[:-1]), cells[-1])
        rows.append("".join(_cell(text, ink, place) for place, text in enumerate(texts)))
    inside = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="2">{inside}</table>'


def _cell(text: str, ink: str, place: int) -> str:
    side = "left" if place == 0 else "right"
    return f'<td align="{side}" valign="top"><span style="color: {ink}">{level(text)}</span></td>'


def subject(experiment: Experiment, expected: Expectation) -> str:
    """Return what is measured, and where: "micro F1 of ZLPR minus BCE at update 100"."""
    metric = metric_words(expected.metric, experiment).title
    update = numbers.count(expected.update)
    of, other = _named(experiment, expected.where), _named(experiment, expected.minus)
    if of and other:
        found = say("{metric} of {place} minus {other}", metric=metric, place=of, other=other)
    elif of:
        found = say("{metric} of {place}", metric=metric, place=of)
    else:
        found = say("{metric} minus {other}", metric=metric, other=other) if other else metric
    return say("{what} at update {update}", what=found, update=update)


def _named(experiment: Experiment, where: tuple[tuple[str, Value], ...]) -> str:
    """Name cells by their coordinates, the loss first."""
    losses = [LOSSES[str(value)].said for name, value in where if name == "loss" and value in LOSSES]
    others = {name: value for name, value in where if name != "loss"}
    return listed(part for part in (*losses, coordinate_words(experiment, others)) if part)
