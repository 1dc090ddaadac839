"""Populations in a language that puts what is said in brackets: no text of a figure is left out of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from explorer import wording
from explorer.plots import plot_of
from explorer.plots.figure import EndLabels, Text
from explorer.training.experiment import LossChoice
from tests.plots.populations import experiment, population, shown
from tests.plots.states import state
from tests.ui.test_wording_shown import unsaid, wrapping  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.plots import Plot
    from explorer.study.state import State

KEYS = (
    "population",
    "population_second",
    "population_beside",
    "population_second_beside",
    "population_heat",
    "population_runs",
)
NAMES = frozenset({"refused by hand", "adam"})
STATES = {
    "none": state,
    "running": lambda: shown(replace(population(reached=0), running=True)),
    "many": lambda: shown(population(diverged={3: 4}, refused={1: "refused by hand"}), run="0:1"),
    "a run": lambda: shown(population(experiment(classes=(10,), rates=(0.1,))), run="0:1"),
    "one cell": lambda: shown(
        population(experiment(losses=(LossChoice("zlpr"),), classes=(10,), rates=(0.1,)))
    ),
    "even": lambda: shown(population(), scale="even", time="9"),
    "start": lambda: shown(population(experiment(updates=0))),
    "runs": lambda: shown(population(), runs="all", sort="worst"),
    "beside": lambda: shown(population(), population(experiment(rates=(0.3,), seeds=3, noise=0.1))),
    "readings": lambda: shown(population(), metric__1="loss", heat__x="loss", heat__y="classes"),
}


def texts_of(plot: Plot, now: State) -> Iterator[str]:
    """Give everything that a figure says: in its frame, its marks, its handles, its menu, at the pointer."""
    figure = plot.figure(now)
    yield from (figure.title, figure.subtitle, figure.details, figure.corner, figure.hint, figure.about)
    yield from (figure.note, figure.description, figure.x.title, figure.y.title)
    yield from (tick.text for tick in (*figure.x.ticks, *figure.y.ticks))
    for mark in (*figure.marks, *figure.still, *figure.aside):
        if isinstance(mark, Text):
            yield from (mark.text, mark.tip)
        if isinstance(mark, EndLabels):
            yield from (item.text for item in mark.items)
    for handle in figure.handles:
        yield from (handle.name, handle.tip)
    for choice in plot.choices(now):
        yield choice.title
        yield from (option.text for option in choice.options)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", STATES)
@pytest.mark.usefixtures("wrapping")
def test_every_text_of_a_population_is_said(key: str, name: str) -> None:
    now, plot = STATES[name](), plot_of(key)
    assert not [text for text in texts_of(plot, now) if text and unsaid(text, NAMES)]


def test_figures_of_two_languages_are_kept_apart() -> None:
    """What was made in English is not what a Chinese window shows."""
    now, figure = shown(population()), plot_of("population").figure
    english = figure(now).title
    with wording.speaking("zh"):
        assert figure(now).title != english
    assert figure(now).title == english
