"""What an experiment is about, what it should show, and whether the population shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.population.words import coordinate_words, metric_words
from explorer.ui.controls.link import LinkButton
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.paint.theme import Theme
    from explorer.training.expectations import Verdict
    from explorer.training.experiment import Expectation, Experiment, Value

DIGITS: Final = 3
SIDES: Final = ("above", "below")


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
        parts = (self._about.text(), self.head.text(), self._lines.text())
        return "\n".join(part for part in parts if part)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._layout.setContentsMargins(0, 0, 0, px(6))
        self._layout.setSpacing(px(4))
        self.head.set_theme(theme)

    def show_experiment(self, experiment: Experiment, population: Population | None) -> None:
        """Say what the experiment should show, and of a population of it whether it does, as far as it is."""
        is_of_it = population is not None and population.experiment == experiment
        reached = population.summary.reached if is_of_it and population is not None else 0
        shown = (experiment, reached, population if is_of_it and not _is_running(population) else None)
        if self._shown == shown:
            return
        self._shown = shown
        if reached and population is not None:
            head, *lines = verdict_lines(experiment, population) or [""]
        else:
            lines = [expectation_line(experiment, each) for each in experiment.expected]
            head = counted(len(lines)) if lines else ""
        self._about.setText(experiment.about)
        self._about.setVisible(bool(experiment.about))
        self.head.say(head)
        self.head.setVisible(bool(head))
        self._lines.setText("\n".join(lines))
        self._show_folding()
        self.setVisible(bool(experiment.about or head))

    def _fold(self) -> None:
        self._is_open = not self._is_open
        self._show_folding()

    def _show_folding(self) -> None:
        self.head.setToolTip("Fewer lines" if self._is_open else "What is expected, line by line")
        self._lines.setVisible(self._is_open and bool(self._lines.text()))


def _is_running(population: Population | None) -> bool:
    return population is not None and population.running


def verdict_lines(experiment: Experiment, population: Population) -> list[str]:
    """Return what was found of each expectation, after how many hold."""
    from explorer.training.expectations import judge

    verdicts = judge(experiment, population.summary)
    if not verdicts:
        return []
    holding = sum(verdict.holds for verdict in verdicts)
    lines = [_verdict_line(experiment, verdict) for verdict in verdicts]
    reached = sum(verdict.reached for verdict in verdicts)
    head = f"{holding} of {reached} as expected" if reached else f"{counted(len(verdicts))}, none reached"
    ahead = f", {len(verdicts) - reached} to come" if 0 < reached < len(verdicts) else ""
    return [head + ahead, *lines]


def counted(count: int) -> str:
    """Return how many expectations there are, in words."""
    return f"{count} expectation{'' if count == 1 else 's'}"


def _verdict_line(experiment: Experiment, verdict: Verdict) -> str:
    expected = numbers.with_minus(verdict.expected)
    if not verdict.reached:
        return f"{numbers.DASH} {subject(experiment, verdict.expectation)}: not reached, expected {expected}"
    sign, measured = "✓" if verdict.holds else "✗", numbers.fixed(verdict.measured, DIGITS)
    return f"{sign} {subject(experiment, verdict.expectation)}: {measured}, expected {expected}"


def expectation_line(experiment: Experiment, expected: Expectation) -> str:
    """Return what is expected, before it is known."""
    said = f"{expected.value:.4g} ± {expected.tolerance:.2g}"
    if expected.side in SIDES:
        said = f"{expected.side} {expected.value:.4g}"
    return f"{subject(experiment, expected)}: {numbers.with_minus(said)} expected"


def subject(experiment: Experiment, expected: Expectation) -> str:
    """Return what is measured, and where: "micro F1 of ZLPR minus BCE at update 100"."""
    metric = metric_words(expected.metric, experiment).title
    of = f" of {_named(experiment, expected.where)}" if expected.where else ""
    minus = f" minus {_named(experiment, expected.minus)}" if expected.minus else ""
    return f"{metric}{of}{minus} at update {numbers.count(expected.update)}"


def _named(experiment: Experiment, where: tuple[tuple[str, Value], ...]) -> str:
    """Name cells by their coordinates, the loss first."""
    losses = [LOSSES[str(value)].said for name, value in where if name == "loss" and value in LOSSES]
    others = {name: value for name, value in where if name != "loss"}
    return ", ".join(part for part in (*losses, coordinate_words(experiment, others)) if part)
