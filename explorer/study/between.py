"""A state on the way between two others: what a story shows while it moves from step to step."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import starmap
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.losses import LOSSES
from explorer.study.values import frozen, same_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.catalogue import Parameter
    from explorer.study.state import State
    from explorer.study.study import Pin, Setting, ShownLoss, Study
    from explorer.study.values import Numbers

HALF = 0.5


def is_smooth(a: State, b: State) -> bool:
    """Say whether one state can move into the other: the same classes, the same losses on, in one order."""
    if a.study.table.classes != b.study.table.classes:
        return False
    return _entries(a.study) == _entries(b.study)


def _entries(study: Study) -> list[tuple[str, bool]]:
    return [(shown.key, shown.on) for shown in study.shown]


def between(a: State, b: State, u: float) -> State:
    """Return the state a share u of the way from a to b; u 0 and less is a itself, 1 and more is b itself.

    The two must be `is_smooth`; ValueError otherwise. Logits, targets, the pin, settings that are numbers,
    alpha, time and the limits that cards keep go in a straight line, each number for itself and never past
    its ends; whole numbers are rounded, and what cannot be mixed (infinite, NaN, a choice) changes half way.
    Where a shown loss takes labels of 0 and 1 alone, labels that change do so at once, one after another.
    All else is that of b.
    """
    if not is_smooth(a, b):
        message = "the states have other classes or losses; allowed are two that `is_smooth`"
        raise ValueError(message)
    if not u > 0.0:
        return a
    if u >= 1.0:
        return b
    look = replace(
        b.look, alpha=mixed(a.look.alpha, b.look.alpha, u), time=_whole(a.look.time, b.look.time, u)
    )
    return replace(b, study=_study(a, b, u), look=look, views=_views(a.views, b.views, u), before=None)


def mixed(a: float, b: float, u: float) -> float:
    """Return the number a share u of the way, never past its ends; half way for what is not finite."""
    if a == b or not (math.isfinite(a) and math.isfinite(b)):
        return a if u < HALF else b
    line = a + (b - a) * u if math.isfinite(b - a) else a * (1.0 - u) + b * u
    return min(max(line, min(a, b)), max(a, b))


def rows_mixed(a: Numbers, b: Numbers, u: float) -> Numbers:
    """Return the same of two rows, number by number; frozen."""
    with np.errstate(all="ignore"):  # infinities are data
        line = np.where(np.isfinite(b - a), a + (b - a) * u, a * (1.0 - u) + b * u)
        line = np.clip(line, np.minimum(a, b), np.maximum(a, b))
    straight = np.isfinite(a) & np.isfinite(b) & (a != b)
    return frozen(np.where(straight, line, a if u < HALF else b))


def _whole(a: int, b: int, u: float) -> int:
    return round(mixed(a, b, u))


def _study(a: State, b: State, u: float) -> Study:
    """Return b's study with the watched sample, the settings and the pin on their way."""
    study, row = b.study, b.look.sample
    start, end = a.study.table.sample(a.look.sample), study.table.sample(row)
    shown = tuple(starmap(_Between(u).loss, zip(a.study.shown, study.shown, strict=True)))
    if shown != study.shown:
        study = replace(study, shown=shown)
    pin = _pin(a.study.pin, b.study.pin, u)
    if pin is not study.pin:
        study = replace(study, pin=pin)
    if same_numbers(start.logits, end.logits) and same_numbers(start.targets, end.targets):
        return study  # the very same sample, so that what was computed of it still answers
    mix = labels_mixed if _takes_hard_labels_only(b.study) else rows_mixed
    logits, targets = rows_mixed(start.logits, end.logits, u), mix(start.targets, end.targets, u)
    return study.with_table(study.table.with_row(row, logits, targets))


def _takes_hard_labels_only(study: Study) -> bool:
    return any(shown.on and LOSSES[shown.key].labels.is_binary for shown in study.shown)


def labels_mixed(a: Numbers, b: Numbers, u: float) -> Numbers:
    """Return targets on the way: those that are 0 or 1 at both ends change at once, one after another."""
    targets = rows_mixed(a, b, u)
    hard = np.isin(a, (0.0, 1.0)) & np.isin(b, (0.0, 1.0)) & (a != b)
    places = np.flatnonzero(hard)
    changed = (np.arange(len(places)) + HALF) / max(len(places), 1) <= u
    made = targets.copy()
    made[places] = np.where(changed, b[places], a[places])
    return frozen(made)


def _pin(a: Pin | None, b: Pin | None, u: float) -> Pin | None:
    if a is None or b is None or len(a.logits) != len(b.logits):
        return a if u < HALF else b
    if a == b:
        return b
    return replace(b, logits=rows_mixed(a.logits, b.logits, u), targets=rows_mixed(a.targets, b.targets, u))


def _views(a: Mapping[str, Any], b: Mapping[str, Any], u: float) -> Mapping[str, Any]:
    """Return the limits on their way, of cards that keep some at both ends."""
    if a is b or not a:
        return b
    made = dict(b)
    for key in a.keys() & b.keys():
        x, y = (_limits(getattr(a[key], axis), getattr(b[key], axis), u) for axis in ("x", "y"))
        made[key] = replace(b[key], x=x, y=y)
    return MappingProxyType(made)


def _limits(a: tuple[float, float], b: tuple[float, float], u: float) -> tuple[float, float]:
    return mixed(a[0], b[0], u), mixed(a[1], b[1], u)


class _Between:
    """Settings a share u of the way."""

    def __init__(self, u: float) -> None:
        self._u = u

    def loss(self, a: ShownLoss, b: ShownLoss) -> ShownLoss:
        """Return a loss with its settings on the way; one that does not say a setting has its default."""
        if a.settings == b.settings:
            return b
        parameters = {parameter.name: parameter for parameter in LOSSES[b.key].parameters}
        start, end = dict(a.settings), dict(b.settings)
        made = {
            name: self._setting(parameters[name], start.get(name), end.get(name))
            for name in (*end, *start)
            if name in parameters
        }
        return replace(b, settings=tuple(made.items()))

    def _setting(self, parameter: Parameter, a: Setting | None, b: Setting | None) -> Setting:
        one = parameter.default if a is None else a
        other = parameter.default if b is None else b
        if isinstance(one, tuple) or isinstance(other, tuple):
            return self._per_class(one, other)
        if parameter.names:
            return one if self._u < HALF else other
        line = mixed(one, other, self._u)
        return float(round(line)) if parameter.kind == "integer" else line

    def _per_class(self, one: Setting, other: Setting) -> Setting:
        count = max(len(each) for each in (one, other) if isinstance(each, tuple))
        first, second = (each if isinstance(each, tuple) else (each,) * count for each in (one, other))
        if len(first) != len(second):
            return one if self._u < HALF else other
        return tuple(mixed(left, right, self._u) for left, right in zip(first, second, strict=True))
