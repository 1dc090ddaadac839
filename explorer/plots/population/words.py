"""Words of a population's figures: of metrics, of axes and of their values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, inf, isfinite, log10
from typing import TYPE_CHECKING, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.plots import numbers
from explorer.plots.phrases import listed
from explorer.training.metrics import METRICS
from explorer.training.tasks import TASKS
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explorer.catalogue.parameters import Parameter
    from explorer.training.experiment import Experiment, Value
    from explorer.training.tasks import TaskParameter

QUESTIONS: Final = {
    "loss": noted("How far does the loss fall?"),
    "positive_gradient": noted("How much are labelled classes pushed up?"),
    "negative_gradient": noted("How much are the others pulled down?"),
    "labelled_share": noted("Who gets the gradient?"),
    "logit_norm": noted("Do the logits stop growing?"),
    "weight_norm": noted("Do the weights stop growing?"),
    "largest_logit": noted("How high does the largest logit get?"),
    "largest_probability": noted("How sure does it become?"),
    "entropy": noted("How undecided is it?"),
    "micro_f1": noted("Does it predict the labels?"),
    "macro_f1": noted("Does it predict the rare labels too?"),
    "best_micro_f1": noted("Does it rank the labels first?"),
    "best_macro_f1": noted("Does it rank rare labels first too?"),
    "exact_match": noted("Does it get every label right?"),
}
SHORT: Final = {
    "positive_gradient": noted("pushed up"),
    "negative_gradient": noted("pulled down"),
    "labelled_share": noted("grad. share"),
    "largest_probability": noted("largest p"),
    "logit_norm": noted("logit norm"),
    "weight_norm": noted("weight norm"),
    "best_micro_f1": noted("best micro F1"),
    "best_macro_f1": noted("best macro F1"),
}
READINGS: Final = {"calibration_1": 0, "calibration_2": 1}  # metric -> place of the reading of each loss
MOST_READINGS: Final = 2  # formulas that a title has room for
LEVELS: Final = {
    "labelled_share": (0.5, noted("labelled and unlabelled balanced")),
    "largest_logit": (0.0, noted("above it a class is predicted")),
}
DECISIONS: Final = {"largest_logit": "s > 0"}  # metric -> the rule by which its level means something
LEAST: Final = 1e-6  # numbers below it are as good as none
FIGURE: Final = r"[-+−.\d]"  # what a number begins with
TO: Final = re.compile(rf"(?<=[\d.])\s*to\s*(?={FIGURE})")
SMALL: Final = 0.1  # below it two decimals say too little
COORDINATES: Final = {
    "rate": noted("learning rate"),
    "decay": noted("weight decay"),
    "optimizer": noted("optimizer"),
    "loss": noted("loss"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a metric. question: the title of its figure. low, high: between which it always lies.

    level: a height that means something, and what; None where there is none. short: at the head of a column.
    """

    title: str
    axis: str
    question: str
    low: float
    high: float
    unit: str = ""
    level: tuple[float, str] | None = None
    short: str = ""


def metric_words(key: str, experiment: Experiment | None = None) -> Words:
    """Return what is said of a metric; of one that this program does not know, its key.

    experiment: what it is of; a reading of logits then has the formulas of its losses.
    """
    metric = METRICS.get(key)
    if metric is None:
        return Words(key, key, key, -inf, inf, short=key)
    unit = say(metric.unit) if metric.unit else ""
    axis = say("{metric}, {unit}", metric=metric.said, unit=unit) if unit else metric.said
    question = say(QUESTIONS.get(key, metric.title))
    level = LEVELS.get(key) if _means_something(key, experiment) else None
    read = _readings(experiment, READINGS[key]) if experiment is not None and key in READINGS else ""
    if read:
        title = say("calibration error of {reading}", reading=read)
        question = say("Do the probabilities hold? {reading}", reading=read)
        short = say("error of {reading}", reading=read)
        return Words(title, title, question, metric.low, metric.high, short=short)
    return Words(
        title=metric.said,
        axis=axis,
        question=question,
        low=metric.low,
        high=metric.high,
        unit=unit,
        level=(level[0], say(level[1])) if level is not None else None,
        short=say(SHORT.get(key, metric.title)),
    )


def _means_something(key: str, experiment: Experiment | None) -> bool:
    """Say whether the level of a metric means the same for every loss of an experiment."""
    if key not in DECISIONS:
        return True
    known = [LOSSES.get(choice.key) for choice in experiment.losses] if experiment is not None else []
    return bool(known) and all(loss is not None and loss.decision == DECISIONS[key] for loss in known)


def _readings(experiment: Experiment, place: int) -> str:
    """Return the formulas by which the losses of an experiment read logits, "" where they are too many."""
    losses = [LOSSES[choice.key] for choice in experiment.losses if choice.key in LOSSES]
    names = dict.fromkeys(loss.readings[place].name for loss in losses if place < len(loss.readings))
    return say(" or ").join(names) if len(names) <= MOST_READINGS else ""


# Coordinates


def axis_words(experiment: Experiment, name: str) -> str:
    """Return the words of a coordinate: "learning rate", "classes", "ε of ZLPR smoothed"."""
    if name in COORDINATES:
        return say(COORDINATES[name])
    owner, dot, setting = name.partition(".")
    if not dot:
        parameter = _task_parameter(experiment, name)
        return say(parameter.title) if parameter is not None else name.replace("_", " ")
    titled = LOSSES.get(owner) or OPTIMIZERS.get(owner)
    symbol = _symbol(titled.parameters if titled is not None else (), setting)
    return say("{symbol} of {owner}", symbol=symbol, owner=titled.said if titled is not None else owner)


def _task_parameter(experiment: Experiment, name: str) -> TaskParameter | None:
    task = TASKS.get(experiment.task.kind)
    return next((each for each in task.parameters if each.name == name), None) if task is not None else None


def _symbol(parameters: Iterable[Parameter], name: str) -> str:
    return next((each.symbol for each in parameters if each.name == name), name)


def value_words(experiment: Experiment, name: str, value: Value) -> str:
    """Write a value of a coordinate: "0.05", "Adam", "1 to 5"."""
    if name == "optimizer":
        optimizer = OPTIMIZERS.get(str(value))
        return optimizer.said if optimizer is not None else str(value)
    parameter = _task_parameter(experiment, name)
    if parameter is not None:
        return said_ranges(numbers.with_minus(parameter.text(value)))
    return plain(value)


def said_ranges(text: str) -> str:
    """Write the ranges of a text, "1 to 5", in the language in use."""
    return TO.sub(_to(), text)


def read_ranges(text: str) -> str:
    """Write ranges that are in the language in use as specifications do: "1 to 5"; the others stay."""
    return re.sub(rf"(?<=[\d.])\s*{re.escape(_to().strip())}\s*(?={FIGURE})", " to ", text)


def _to() -> str:
    """Return what stands between the ends of a range in the language in use."""
    return say("{low} to {high}", low="1", high="2")[1:-1]


def plain(value: Value) -> str:
    """Write a value that belongs to nothing known."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return " ".join(map(plain, value))
    return numbers.with_minus(f"{value:g}")


def coordinate_words(experiment: Experiment, coordinates: Mapping[str, Value]) -> str:
    """Write some coordinates: "learning rate 0.05, classes 100"."""
    return listed(
        f"{axis_words(experiment, name)} {value_words(experiment, name, value)}"
        for name, value in coordinates.items()
    )


# Numbers


def digits_for(values: Iterable[float]) -> int:
    """Return how many decimals numbers of one figure get: 2, of large ones fewer, of small ones more.

    What is smaller than LEAST is what rounding leaves of equal numbers.
    """
    largest = max((abs(value) for value in values if isfinite(value)), default=0.0)
    if LEAST <= largest < SMALL:
        return 1 - floor(log10(largest))
    return 2 if largest < 10 else 1 if largest < 100 else 0
