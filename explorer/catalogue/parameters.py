"""Parameters of a loss and the check of their settings."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["number", "integer", "per_class", "other_logits"]
Setting = float | tuple[float, ...] | Any  # Any: an array of other logits


class UnknownSettingError(KeyError, ValueError):
    """A setting was given for a parameter that the loss does not have."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would show the sentence in quotes


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """One adjustable number of a loss, or one number per class.

    `low` and `high` are the allowed interval, both ends included. `usual` is the part of it that a slider
    should cover (the whole interval where it is None), `logarithmic` says how. A `per_class` parameter takes
    one number or one per class; `other_logits` takes an array shaped like the logits and has no interval.

    An `integer` parameter with `names` is a choice: setting i, from 0, means `names[i]`, and may be given by
    that name; on screen it is called `titles[i]`, and `notes[i]` says more. A `learned` parameter is one that
    a model would train with the logits; the loss has a gradient for it (`Loss.parameter_gradient`).

    A parameter that `varies` may be one number a run: the functions of the loss, its `lowest_function` aside,
    also take an array (..., 1) that broadcasts against the logits. Thousands of settings are then one call.
    """

    name: str
    symbol: str
    latex: str
    default: float
    low: float
    high: float
    meaning: str
    kind: Kind = "number"
    logarithmic: bool = False
    usual: tuple[float, float] | None = None
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    learned: bool = False
    varies: bool = False

    def __post_init__(self) -> None:
        if self.kind != "other_logits" and not self.low <= self.default <= self.high:
            message = f"parameter {self.name!r}: default {self.default:g} outside {self.interval}"
            raise ValueError(message)
        if self.names and (self.kind, self.low, self.high) != ("integer", 0, len(self.names) - 1):
            message = f"parameter {self.name!r}: {len(self.names)} names need integers from 0, one each"
            raise ValueError(message)

    @property
    def interval(self) -> str:
        """What is allowed, in words: `[0, 1]`, or the names of a choice."""
        if self.names:
            return say("one of {names}", names=", ".join(self.names))
        return f"[{self.low:g}, {self.high:g}]"

    @property
    def span(self) -> tuple[float, float]:
        """The range that a slider covers."""
        return self.usual or (self.low, self.high)

    def checked(self, setting: Any, owner: str) -> Setting:
        """Return the setting as Python numbers; ValueError names owner, setting and what is allowed."""
        if self.kind == "other_logits":
            return setting
        if self.kind == "per_class" and numpy.ndim(setting) == 1:
            return self._checked_classes(setting, owner)
        return self._checked_number(setting, owner, self.name)

    def _checked_classes(self, setting: Any, owner: str) -> tuple[float, ...]:
        if len(setting) == 0:
            message = say(
                "{owner}: {name} is empty; it takes one number or one per class", owner=owner, name=self.name
            )
            raise ValueError(message)
        return tuple(
            self._checked_number(number, owner, f"{self.name}[{index}]")
            for index, number in enumerate(setting)
        )

    def _checked_number(self, setting: Any, owner: str, name: str) -> float:
        if isinstance(setting, str) and setting in self.names:
            return float(self.names.index(setting))
        try:
            number = float(setting)
        except (TypeError, ValueError) as error:
            message = say(
                "{owner}: {name}={value} is not {allowed}"
                if self.names
                else "{owner}: {name}={value} is not a number; it takes one number or one per class "
                "in {allowed}"
                if self.kind == "per_class"
                else "{owner}: {name}={value} is not a number; it takes one number in {allowed}",
                owner=owner,
                name=name,
                value=repr(setting),
                allowed=self.interval,
            )
            raise ValueError(message) from error
        if not self.low <= number <= self.high:  # also refuses NaN
            message = say(
                "{owner}: {name}={value} is not {allowed}"
                if self.names
                else "{owner}: {name}={value} outside {allowed}",
                owner=owner,
                name=name,
                value=f"{number:g}",
                allowed=self.interval,
            )
            raise ValueError(message)
        if self.kind == "integer" and not math.isclose(number, round(number), rel_tol=0.0, abs_tol=0.0):
            message = say(
                "{owner}: {name}={value} is not a whole number in {allowed}",
                owner=owner,
                name=name,
                value=f"{number:g}",
                allowed=f"[{self.low:g}, {self.high:g}]",
            )
            raise ValueError(message)
        return number


def checked_settings(
    parameters: tuple[Parameter, ...], given: Mapping[str, Any], owner: str
) -> dict[str, Setting]:
    """Fill in the defaults and check what was given.

    Raises
    ------
    UnknownSettingError
        for a name that no parameter has; both a KeyError and a ValueError.
    ValueError
        for a setting that is no number or lies outside its interval.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            message = say(
                "{owner}: no parameter {name}; its parameters are {names}"
                if known
                else "{owner}: no parameter {name}; it has none",
                owner=owner,
                name=repr(name),
                names=", ".join(known),
            )
            raise UnknownSettingError(message)
    return {
        name: parameter.checked(given.get(name, parameter.default), owner)
        for name, parameter in known.items()
    }
