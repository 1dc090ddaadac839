"""What can be chosen about a population's figures beside its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from explorer.analysis.populations import LOSS
from explorer.plots.choices import Choice, Option
from explorer.plots.one_loss import options
from explorer.plots.population import updates
from explorer.plots.population.heat_view import axes_of, losses_of, offered
from explorer.plots.population.reading import (
    AT,
    BETWEEN,
    HIDDEN,
    chosen_in,
    curves,
    grid_of,
    hidden_in,
    metric_of,
    population_of,
    shown_in,
    wanted,
)
from explorer.plots.population.runs_view import LISTED, ORDERS
from explorer.plots.population.words import axis_words, metric_words, value_words
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.analysis.populations import Population
    from explorer.plots.population.reading import Side
    from explorer.study.state import State

MOST_VALUES: Final = 24  # of one axis in a menu; of more the heat map chooses


def of_ribbons(state: State, slot: int, side: Side) -> tuple[Choice, ...]:
    """Return the metrics, how updates are spread, and which value of each axis is shown."""
    population = population_of(state, side)
    if population is None or not population.metrics:
        return (updates.choice(state),)
    metric = _metrics(state, population, f"population.metric.{slot}", metric_of(state, population, slot))
    return metric, *_shown(state, population), updates.choice(state), *_values(state, population, ())


def of_heat(state: State) -> tuple[Choice, ...]:
    """Return what the axes are, the metric, the losses, and the values of the axes that are not drawn."""
    population = population_of(state)
    axes = axes_of(state, population) if population is not None and population.metrics else None
    if population is None or axes is None:
        return ()
    option = state.look.option("population.heat.metric")
    now = option if option in population.metrics else metric_of(state, population, 1)
    names = offered(population)
    return (
        _axis(state, population, say("Across", "an axis"), "population.heat.x", names, axes[0]),
        _axis(state, population, say("Up", "an axis"), "population.heat.y", names, axes[1]),
        _metrics(state, population, "population.heat.metric", now),
        *(() if LOSS in axes else _losses(state, population)),
        *_values(state, population, axes),
    )


def of_runs(state: State) -> tuple[Choice, ...]:
    """Return whose runs are listed, by which metric, and from which end."""
    population = population_of(state)
    if population is None or not population.metrics:
        return ()
    by = {
        str(slot): metric_words(metric_of(state, population, slot), population.experiment).title
        for slot in (1, 2)
    }
    return (
        options(state, "population.runs", noted("Runs"), LISTED),
        options(state, "population.sort.by", noted("Order by"), by),
        options(state, "population.sort", noted("Order"), ORDERS),
    )


def _shown(state: State, population: Population) -> tuple[Choice, ...]:
    """Offer every curve, to hide it or to show it again: as many as there are, and one stays."""
    found, hidden = curves(population.experiment, chosen_in(state, population)), hidden_in(state)
    if len(found) < 2:
        return ()
    seen = {curve.label for curve in shown_in(state, population)}
    options = [Option(say("All"), state.look.with_option(HIDDEN, ""), not hidden)]
    for curve in found:
        changed = hidden ^ {curve.label} if seen != {curve.label} else hidden
        look = state.look.with_option(HIDDEN, BETWEEN.join(sorted(changed)))
        options.append(Option(curve.label, look, curve.label in seen))
    return (Choice(say("Losses shown"), tuple(options)),)


def _options(state: State, name: str, offered: Iterable[tuple[str, str]], now: str) -> tuple[Option, ...]:
    return tuple(Option(words, state.look.with_option(name, text), text == now) for text, words in offered)


def _metrics(state: State, population: Population, name: str, now: str) -> Choice:
    found = ((key, metric_words(key, population.experiment).title) for key in population.metrics)
    return Choice(say("Metric"), _options(state, name, found, now))


def _axis(
    state: State, population: Population, title: str, name: str, names: tuple[str, ...], now: str
) -> Choice:
    words = ((each, axis_words(population.experiment, each)) for each in names)
    return Choice(title, _options(state, name, words, now))


def _losses(state: State, population: Population) -> tuple[Choice, ...]:
    """Offer the loss and what is taken off."""
    entries = curves(population.experiment)
    main, minus = losses_of(state, population)
    first = [(str(each.place), each.label) for each in entries]
    second = [("none", say("nothing")), *(pair for pair in first if pair[0] != str(main.place))]
    taken = "none" if minus is None else str(minus.place)
    return (
        Choice(say("Loss"), _options(state, "population.heat.loss", first, str(main.place))),
        Choice(say("Minus"), _options(state, "population.heat.minus", second, taken)),
    )


def _values(state: State, population: Population, without: tuple[str, ...]) -> tuple[Choice, ...]:
    """Offer the values of every axis; of a setting of a loss also all of them."""
    grid, at = grid_of(population), chosen_in(state, population)
    found = []
    for name, values in grid.axes.items():
        if name in without or len(values) > MOST_VALUES:
            continue
        place = at.places.get(name, -1)
        now = str(values[place]) if place >= 0 else ""
        listed: list[tuple[str, str]] = [(str(value), _said(population, name, value)) for value in values]
        if grid.is_of_loss(name):
            listed.insert(0, ("", say("all")))
            now = now if name in wanted(state) else ""
        title = axis_words(population.experiment, name).capitalize()
        found.append(Choice(title, _options(state, AT + name, listed, now)))
    return tuple(found)


def _said(population: Population, name: str, value: Any) -> str:
    return value_words(population.experiment, name, value)
