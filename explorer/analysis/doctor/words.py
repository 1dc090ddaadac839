"""Numbers and names of classes as the doctor writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

MOST_NAMED: Final = 3


def number(value: float) -> str:
    """Four significant digits at most, a true minus."""
    return f"{value:.4g}".replace("-", "−").replace("nan", "NaN").replace("inf", "∞")


def signed(value: float) -> str:
    """As `number`, with a plus before what is above 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def named(classes: Sequence[str], places: Sequence[int]) -> str:
    """Name the first few classes and count the rest: "owl, cat, +9"."""
    names = [classes[place] for place in places[:MOST_NAMED]]
    rest = len(places) - len(names)
    return ", ".join([*names, f"+{rest}"] if rest else names)


def stated(
    what: str, classes: Sequence[str], places: Sequence[int], values: Sequence[float] | NDArray[np.float64]
) -> str:
    """State values: "Target of owl: −1", "Targets of 4 classes: owl −1, cat 2, fox 3 and 1 more"."""
    if len(places) == 1:
        return f"{what} of {classes[places[0]]}: {number(float(values[places[0]]))}"
    pairs = [f"{classes[place]} {number(float(values[place]))}" for place in places[:MOST_NAMED]]
    rest = len(places) - len(pairs)
    return f"{what}s of {len(places):,} classes: {', '.join(pairs)}{f' and {rest:,} more' if rest else ''}"


def counted(count: int, one: str, several: str | None = None) -> str:
    """Count in words: "1 class", "3 classes"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def classes_are(classes: Sequence[str], places: Sequence[int]) -> str:
    """Begin a sentence about classes: "owl is", "owl, cat, +9 are"."""
    return f"{named(classes, places)} {'is' if len(places) == 1 else 'are'}"


def listed(words: Sequence[str]) -> str:
    """Join words: "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
