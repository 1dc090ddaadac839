"""Which targets a loss is meant for, and the sentence that says what is wrong with others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.numeric import Array

SUM_TOLERANCE = 1e-5  # float32 distributions over a thousand classes sum to 1 this well

RANGES: Final = {
    "cosines": (-1.0, 1.0, noted("cosines from −1 to 1")),
    "predictions": (0.0, 1.0, noted("predictions from 0 to 1")),
}
# of a sample with one wrong target, with two, with more
BINARY: Final = (
    noted("{name} is {value}"),
    noted("{name} is {value}, and {count} more class is neither 0 nor 1"),
    noted("{name} is {value}, and {count} more classes are neither 0 nor 1"),
)
OUTSIDE: Final = (
    BINARY[0],
    noted("{name} is {value}, and {count} more class is outside"),
    noted("{name} is {value}, and {count} more classes are outside"),
)
RANGE_TOLERANCE = 1e-6  # a cosine of float32 vectors may round to a little more than 1


class Labels(Enum):
    """Kinds of targets; the value is how the kind is called on screen."""

    ONE_HOT = noted("exactly one label")
    DISTRIBUTION = noted("targets that sum to 1")
    HARD = noted("0/1 labels")
    SOFT = noted("soft labels from 0 to 1")
    ANY = noted("any targets")

    @property
    def words(self) -> str:
        """The kind as it is called on screen, in the language in use."""
        return say(self.value)

    @property
    def is_binary(self) -> bool:
        """Whether each target must be 0 or 1."""
        return self in (Labels.ONE_HOT, Labels.HARD)

    @property
    def is_one(self) -> bool:
        """Whether the targets of a sample must sum to 1."""
        return self in (Labels.ONE_HOT, Labels.DISTRIBUTION)

    def hold(self, xp: Any, targets: Array) -> Array:
        """Whether each sample's targets are of this kind, (..., n) -> bool (...); NaN never is."""
        fits = xp.all(self._fit(targets), axis=-1)
        if self.is_one:
            fits = fits & (xp.abs(xp.sum(targets, axis=-1) - 1.0) <= SUM_TOLERANCE)
        return fits

    def fault(self, targets: NDArray[numpy.float64], classes: Sequence[str] | None) -> tuple[str, str] | None:
        """Return what was expected and what was found for one sample, or None where the targets fit."""
        wrong = numpy.flatnonzero(~self._fit(targets))
        if wrong.size:
            expected = say("0/1 labels" if self.is_binary else "targets from 0 to 1")
            return (self.words if self in (Labels.HARD, Labels.SOFT) else expected), _found(
                targets, wrong, classes, BINARY if self.is_binary else OUTSIDE
            )
        total = float(targets.sum())
        if self.is_one and abs(total - 1.0) > SUM_TOLERANCE:
            if total:
                return self.words, say("they sum to {total}", total=shown(total))
            return self.words, say("they are all 0, so this sample has no say")
        return None

    def _fit(self, targets: Array) -> Array:
        if self is Labels.ANY:
            return targets == targets  # false for NaN alone, in every namespace
        if self.is_binary:
            return (targets == 0) | (targets == 1)
        return (targets >= 0) & (targets <= 1)


def outside(row: NDArray[numpy.float64], kind: str, classes: Sequence[str] | None) -> str | None:
    """Say what a loss of cosines or predictions expects and which number is none; NaN never is one."""
    low, high, words = RANGES[kind]
    wrong = numpy.flatnonzero(~((row >= low - RANGE_TOLERANCE) & (row <= high + RANGE_TOLERANCE)))
    if not wrong.size:
        return None
    found = _found(row, wrong, classes, OUTSIDE)
    return say("expects {wanted}; {found}", wanted=say(words), found=found)


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What a loss asks of a sample beyond the kind of its targets ("at least one label", "at most 3 labels").

    `holds(xp, targets, **settings)` gives bool (...); `words(**settings)` continues "needs ...".
    """

    holds: Callable[..., Array]
    words: Callable[..., str]


def shown(number: float) -> str:
    """Two decimals with a true minus; more where two would hide that the number is not 0 or 1."""
    text = f"{number:.2f}"
    if text in ("0.00", "-0.00", "1.00") and number not in (0.0, 1.0):
        text = repr(float(number))
    return text.replace("nan", "NaN").replace("-", "−")


def _found(
    targets: NDArray[numpy.float64],
    wrong: NDArray[numpy.intp],
    classes: Sequence[str] | None,
    said: tuple[str, str, str],
) -> str:
    """Name the first class that is wrong and count the others. said: BINARY or OUTSIDE."""
    first = int(wrong[0])
    name = classes[first] if classes is not None else say("class {number}", number=first + 1)
    others = wrong.size - 1
    return say(said[min(others, 2)], name=name, value=shown(float(targets[first])), count=others)
