"""Numbers and names of classes as the doctor writes them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from explorer.wording import noted, say, say_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

What = Literal["Logit", "Target"]

MOST_NAMED: Final = 3
# of one class, of a few, of many
STATED: Final[Mapping[What, tuple[str, str, str]]] = MappingProxyType(
    {
        "Logit": (
            noted("Logit of {name}: {value}"),
            noted("Logits of {count} classes: {values}"),
            noted("Logits of {count} classes: {values} and {rest} more"),
        ),
        "Target": (
            noted("Target of {name}: {value}"),
            noted("Targets of {count} classes: {values}"),
            noted("Targets of {count} classes: {values} and {rest} more"),
        ),
    }
)


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
    return say_between(", ", "between names", [*names, f"+{rest}"] if rest else names)


def stated(
    what: What, classes: Sequence[str], places: Sequence[int], values: Sequence[float] | NDArray[np.float64]
) -> str:
    """State values: "Target of owl: −1", "Targets of 4 classes: owl −1, cat 2, fox 3 and 1 more"."""
    one, few, many = STATED[what]
    if len(places) == 1:
        return say(one, name=classes[places[0]], value=number(float(values[places[0]])))
    pairs = [f"{classes[place]} {number(float(values[place]))}" for place in places[:MOST_NAMED]]
    rest = len(places) - len(pairs)
    stands = say_between(", ", "between names", pairs)
    if not rest:
        return say(few, count=f"{len(places):,}", values=stands)
    return say(many, count=f"{len(places):,}", values=stands, rest=f"{rest:,}")


def joined(*sentences: str) -> str:
    """Put sentences one after the other; those that are "" are left out."""
    whole = ""
    for sentence in filter(None, sentences):
        whole = say("{sentence} {next}", sentence=whole, next=sentence) if whole else sentence
    return whole


def listed(words: Sequence[str]) -> str:
    """Join words: "a", "a and b", "a, b and c"."""
    if len(words) == 1:
        return words[0]
    return say("{some} and {last}", some=say_between(", ", "between names", words[:-1]), last=words[-1])
