"""Numbers that a caption can state of a state: each quantity with what it can be asked for there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from math import floor, isfinite, isnan, log10
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.at_time import at_step
from explorer.analysis.quantities import computed
from explorer.analysis.story_numbers import tried
from explorer.losses import LOSSES
from explorer.study.stated import Number
from explorer.wording import LANGUAGES, noted, say, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.study.state import State
    from explorer.study.stories import Step
    from explorer.wording import Language, Words

MOST_CLASSES: Final = 8  # whose own numbers are offered
DIGITS: Final = 3
SIGNIFICANT: Final = 3  # of a number below 0.1


@dataclass(frozen=True, slots=True)
class _Row:
    """One kind of number: its quantity, what it is called, what is asked for in any case.

    asks: what else it takes, among "loss", "parameter", "of" and "by"; there is one number for each.
    """

    quantity: str
    text: str
    asks: tuple[str, ...] = ()
    given: tuple[tuple[str, Any], ...] = ()
    counts: bool = False


_LOSS: Final = ("loss",)
_ROWS: Final = (
    _Row("value", noted("{loss}"), _LOSS),
    _Row("value", noted("{loss}, mean over classes"), _LOSS, (("mean", True),)),
    _Row("up", noted("{loss}: gradient up"), _LOSS),
    _Row("down", noted("{loss}: gradient down"), _LOSS),
    _Row("pull", noted("{loss}: down for each up"), _LOSS),
    _Row("lowest", noted("{loss}: lowest possible"), _LOSS),
    _Row("setting", noted("{loss}: {parameter}"), ("loss", "parameter")),
    _Row("entropy", noted("entropy of softmax, nat")),
    _Row("effective", noted("effective classes of softmax")),
    _Row("classes", noted("classes"), counts=True),
    _Row("labelled", noted("labelled classes"), counts=True),
    _Row("sets", noted("sets of as many classes"), counts=True),
    _Row("share", noted("mean target")),
    _Row("level", noted("mean logit")),
    _Row("scale", noted("α, the factor of all logits")),
    _Row("updates", noted("step of the descent"), counts=True),
    _Row("reading", noted("{of}, read by {by}"), ("of", "by")),
    _Row("target", noted("target of {of}"), ("of",)),
    _Row("gradient", noted("{loss}: gradient of {of}"), ("loss", "of")),
    _Row("sharpened", noted("{loss} of α times the logits"), _LOSS, (("alpha", "look"),)),
    _Row("best_alpha", noted("{loss}: α at which it is lowest"), _LOSS),
    _Row("flipped", noted("{loss} with the label of {of} flipped"), ("loss", "of")),
)
_READINGS: Final = MappingProxyType({"sigma": "σ(s)", "sigma2": "σ(2s)", "softmax": "softmax"})


def offers(state: State, taken: Sequence[Number] = ()) -> tuple[Number, ...]:
    """Return the numbers that can be stated of a state: those that are taken already, then all others.

    Each has a name of its own. What has no value there is left out.
    """
    seen = at_step(state)
    made = list(taken)
    with np.errstate(all="ignore"):
        for row in _ROWS:
            for asked in _asked(row, seen):
                number = _number(row, asked, seen, made)
                if number is not None:
                    made.append(number)
    return tuple(made)


def recorded_anew(step: Step, state: State) -> tuple[Number, ...]:
    """Return a step's numbers with what they are in a state as what is stated; its digits are kept."""
    seen = at_step(state)
    return tuple(_expecting(number, tried(number, seen)) for number in step.numbers)


def _expecting(number: Number, value: float | None) -> Number:
    if number.at_most or value is None or isnan(value):
        return number  # a bound is a claim of its writer; what has no value here keeps its digits
    return Number(number.name, number.words, number.quantity, number.arguments, value, number.within)


def _asked(row: _Row, state: State) -> Iterator[dict[str, Any]]:
    """Return what a quantity can be asked for, one set of arguments after the other."""
    losses = tuple(dict.fromkeys(shown.key for shown in state.study.shown)) if "loss" in row.asks else (None,)
    classes = _classes(state) if "of" in row.asks else (None,)
    ways = tuple(_READINGS) if "by" in row.asks else (None,)
    for loss, of, by in product(losses, classes, ways):
        found = {"loss": loss, "of": of, "by": by}
        arguments = {name: value for name, value in found.items() if value is not None}
        if "parameter" not in row.asks:
            yield {**arguments, **dict(row.given)}
            continue
        for parameter in LOSSES[str(loss)].parameters:
            if parameter.kind == "number":
                yield {**arguments, "parameter": parameter.name}


def _classes(state: State) -> tuple[str, ...]:
    """Return the classes that numbers are offered of: all of a few, else the held one and the labelled."""
    sample = state.sample
    if len(sample.classes) <= MOST_CLASSES:
        return tuple(sample.classes)
    labelled = np.flatnonzero(sample.targets > 0.5)[: MOST_CLASSES - 1].tolist()
    return tuple(sample.classes[place] for place in dict.fromkeys((state.look.held, *labelled)))


def _number(row: _Row, asked: dict[str, Any], state: State, others: Sequence[Number]) -> Number | None:
    if any(each.quantity == row.quantity and dict(each.arguments) == asked for each in others):
        return None
    bare = Number("", {}, row.quantity, MappingProxyType(asked), 0.0)
    try:
        value = computed(bare, state)
    except (TypeError, ValueError):
        return None  # a setting that is one number a class
    if isnan(value):
        return None
    within = 0.0 if row.counts else _within(value)
    name = _name(row.quantity, asked, state, {each.name for each in others})
    return Number(name, _words(row.text, asked), row.quantity, MappingProxyType(asked), value, within)


def _within(value: float) -> float:
    """Return half of the last digit that a value is stated with: fewer decimals of a large number."""
    size = abs(value)
    if not isfinite(size):
        return 0.0
    decimals = DIGITS if size < 10.0 else 2 if size < 100.0 else 1
    if 0.0 < size < 0.1:
        decimals = max(DIGITS, SIGNIFICANT - 1 - floor(log10(size)))
    return float(0.5 * 10.0**-decimals)


def _name(quantity: str, asked: Mapping[str, Any], state: State, taken: set[str]) -> str:
    """Return a name for a caption's braces: of letters, digits and `_`, and not taken."""
    parts = [quantity]
    for name, value in asked.items():
        if name == "of":
            parts.append(str(state.sample.classes.index(value) + 1))
        else:
            parts.append(name if isinstance(value, bool) else str(value))
    wanted = re.sub(r"\W+", "_", "_".join(parts), flags=re.ASCII).strip("_")
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}_{count}"
    return name


def _words(text: str, asked: Mapping[str, Any]) -> Words:
    """Return what a number is called, in every language that has words for it."""
    values = dict(asked)
    if "by" in values:
        values["by"] = _READINGS[values["by"]]
    made: dict[Language, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            if "loss" in asked:
                values["loss"] = say(LOSSES[asked["loss"]].title)
            made[language] = say(text, **values)
    return MappingProxyType(made)
