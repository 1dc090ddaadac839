"""Edits of a whole sample: its targets smoothed, two samples mixed, 0 and 1 exchanged. Everything is pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.analysis.at_time import grounded
from explorer.catalogue.smoothing import CONVENTIONS
from explorer.plots import numbers
from explorer.plots.move import Move
from explorer.plots.phrases import listed
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.catalogue.smoothing import Convention
    from explorer.study.state import State
    from explorer.study.values import Numbers


def convention_of(name: str) -> Convention:
    """Return the convention of this name or title; ValueError names what is allowed."""
    for convention in CONVENTIONS:
        if name in (convention.name, convention.title, say(convention.title)):
            return convention
    message = say(
        "“{name}” is no convention; allowed: {names}",
        name=name,
        names=listed(one.name for one in CONVENTIONS),
    )
    raise ValueError(message)


def smoothed(state: State, epsilon: float, convention: Convention) -> Move:
    """Smooth the targets of the sample, epsilon from 0 to 1; ValueError for others."""
    targets = convention.smooth(state.sample.targets, _share("ε", epsilon))
    label = say(
        "Smooth the targets {convention}, ε {epsilon}",
        convention=say(convention.title),
        epsilon=_short(epsilon),
    )
    return _with(state, grounded(state).sample.logits, targets, label)


def mixed(state: State, other: int, share: float) -> Move:
    """Mix the sample with another row as mixup does: (1 - share) of this one, share of the other.

    Targets are mixed as mixup mixes labels, logits as those of a linear model on mixed inputs. ValueError for
    a share outside 0 to 1 and for the sample itself; IndexError for a row that there is not.
    """
    if other == state.look.sample:
        message = say("a sample mixed with itself stays as it is; allowed is another one")
        raise ValueError(message)
    here, there = grounded(state).sample, state.study.table.sample(other)
    share = _share(say("the share"), share)
    logits = _between(here.logits, there.logits, share)
    targets = _between(here.targets, there.targets, share)
    has_name = there.name not in ("", f"sample {other + 1}")
    name = there.name if has_name else say("sample {number}", number=other + 1)
    label = say("Mix with {sample}, share {share}", sample=name, share=_short(share))
    return _with(state, logits, targets, label)


def exchanged(state: State) -> Move:
    """Give every class the opposite target, 1 - t."""
    return _with(state, grounded(state).sample.logits, 1.0 - state.sample.targets, say("Exchange 0 and 1"))


def _between(here: Numbers, there: Numbers, share: float) -> Numbers:
    # the ends are taken as they are: 0 times an infinite logit would be NaN
    if share in (0.0, 1.0):
        return there if share else here
    return (1.0 - share) * here + share * there


def _share(name: str, number: float) -> float:
    if not 0.0 <= number <= 1.0:
        value = numbers.with_minus(f"{number:g}")
        message = say("{name} is {value}; allowed: 0 to 1", name=name, value=value)
        raise ValueError(message)
    return number


def _short(number: float) -> str:
    return f"{number:g}"


def _with(state: State, logits: Numbers, targets: Numbers, label: str) -> Move:
    row = state.look.sample
    table = state.study.table.with_logits(row, logits).with_targets(row, targets)
    return Move(state.with_study(state.study.with_table(table)), label, f"sample:{row}")
