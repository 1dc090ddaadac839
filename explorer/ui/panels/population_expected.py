"""What an experiment is about, what it should show, and whether the population shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.population.words import coordinate_words, metric_words
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.paint.theme import Theme
    from explorer.training.expectations import Verdict
    from explorer.training.experiment import Expectation, Experiment, Value

DIGITS: Final = 3
SIDES: Final = ("above", "below")


class Expected(QWidget):
    """A few sentences and a line for each expectation; hidden where there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = QLabel()
        self._text.setObjectName("status")
        self._text.setWordWrap(True)
        self._shown: object = None
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._text)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._layout.setContentsMargins(0, 0, 0, px(6))

    def show_experiment(self, experiment: Experiment, population: Population | None) -> None:
        """Say what the experiment should show, and of a population of it whether it does, as far as it is."""
        is_of_it = population is not None and population.experiment == experiment
        reached = population.summary.reached if is_of_it and population is not None else 0
        shown = (experiment, reached, population if is_of_it and not _is_running(population) else None)
        if self._shown == shown:
            return
        self._shown = shown
        lines = [experiment.about] if experiment.about else []
        if reached and population is not None:
            found = verdict_lines(experiment, population)
        else:
            found = [expectation_line(experiment, each) for each in experiment.expected]
        if lines and found:
            lines.append("")
        lines += found
        self._text.setText("\n".join(lines))
        self.setVisible(bool(lines))


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
    head = f"{holding} of {reached} as expected" if reached else "Nothing is known yet"
    ahead = f", {len(verdicts) - reached} not reached" if reached < len(verdicts) else ""
    return [head + ahead, *lines]


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
    metric = metric_words(expected.metric).title
    of = f" of {_named(experiment, expected.where)}" if expected.where else ""
    minus = f" minus {_named(experiment, expected.minus)}" if expected.minus else ""
    return f"{metric}{of}{minus} at update {numbers.count(expected.update)}"


def _named(experiment: Experiment, where: tuple[tuple[str, Value], ...]) -> str:
    """Name cells by their coordinates, the loss first."""
    losses = [LOSSES[str(value)].title for name, value in where if name == "loss" and value in LOSSES]
    others = {name: value for name, value in where if name != "loss"}
    return ", ".join(part for part in (*losses, coordinate_words(experiment, others)) if part)
