"""What tells two populations that stand side by side apart, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.jobs.results import shown_name
from explorer.plots import numbers
from explorer.plots.phrases import listed
from explorer.plots.population.words import axis_words, plain, value_words
from explorer.training.how import said_how
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.training.experiment import Axes, Experiment, Value

MOST: Final = 3  # differences that are named
NONE_DIFFERS: Final = noted("the same experiment")


def told_apart(one: Population | None, other: Population | None) -> tuple[str, str] | None:
    """Return for each of two populations what it has that the other has not; None for one alone.

    The same experiment twice is told apart by the device that it ran on.
    """
    if one is None or other is None:
        return None
    found = _differences(one.experiment, other.experiment)
    if found:
        return _joined([first for first, _ in found]), _joined([last for _, last in found])
    devices = one.summary.device, other.summary.device
    if devices[0] != devices[1] and all(devices):
        return said_how(devices[0]), said_how(devices[1])
    return say(NONE_DIFFERS), say(NONE_DIFFERS)


def all_told_apart(one: Population, other: Population) -> tuple[tuple[str, str], ...]:
    """Return everything in which two populations differ, what either has beside what the other has."""
    return _differences(one.experiment, other.experiment)


def name_of(population: Population) -> str:
    """Return how one of two populations is called: by its file; "" while it has none and is not trained."""
    if population.path is not None:
        return shown_name(population.path)
    return say("in training") if population.running else ""


def _joined(words: list[str]) -> str:
    more = [say("and {count} more", count=len(words) - MOST + 1)] if len(words) > MOST else []
    return listed((*words[: MOST - 1], *more) if more else words)


@cached(maxsize=8)
def _differences(one: Experiment, other: Experiment) -> tuple[tuple[str, str], ...]:
    """Return what either has where they differ, as words: ("learning rate 0.05", "learning rate 0.1")."""
    parts = [_parts(each) for each in (one, other)]
    names = dict.fromkeys((*parts[0], *parts[1]))
    return tuple(
        (_said(name, parts[0].get(name)), _said(name, parts[1].get(name)))
        for name in names
        if parts[0].get(name) != parts[1].get(name)
    )


def _said(name: str, words: str | None) -> str:
    return f"{name} {words}" if words else say("usual {name}", name=name)


def _parts(experiment: Experiment) -> dict[str, str]:
    """Return everything that makes a difference to the numbers: name -> words."""
    found = {say("task"): experiment.task.kind}
    found |= _axes(experiment, experiment.task.settings)
    for loss in experiment.losses:
        found |= _axes(experiment, loss.settings, loss.key)
    found[say("losses")] = listed(dict.fromkeys(loss.key for loss in experiment.losses))
    for place, optimizer in enumerate(experiment.optimizers):
        behind = f" {place + 1}" if place else ""
        found[say("optimizer") + behind] = value_words(experiment, "optimizer", optimizer.key)
        found[say("learning rate") + behind] = _listed(experiment, "rate", optimizer.rates)
        found[say("weight decay") + behind] = _listed(experiment, "decay", optimizer.decays)
        found |= _axes(experiment, optimizer.settings, optimizer.key)
    found[say("schedule")] = experiment.schedule.kind
    for name, value in experiment.schedule.settings:
        found[say("schedule {name}", name=name)] = plain(value)
    counted = {
        say("updates"): experiment.updates,
        say("seeds"): experiment.seeds,
        say("batch"): experiment.batch,
    }
    found |= {name: numbers.count(number) for name, number in counted.items()}
    found |= {say("first seed"): numbers.count(experiment.seed), say("label noise"): plain(experiment.noise)}
    found |= {say("warm-up"): numbers.count(experiment.schedule.warm_up), "dtype": experiment.dtype}
    return found


def _axes(experiment: Experiment, axes: Axes, owner: str = "") -> dict[str, str]:
    names = {name: f"{owner}.{name}" if owner else name for name, _ in axes}
    return {
        axis_words(experiment, names[name]): _listed(experiment, names[name], values) for name, values in axes
    }


def _listed(experiment: Experiment, name: str, values: tuple[Value, ...]) -> str:
    written = [value_words(experiment, name, value) for value in values]
    if len(written) == 1:
        return written[0]
    return say("{low} to {high}", low=written[0], high=written[-1])
