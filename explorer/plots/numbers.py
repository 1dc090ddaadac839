"""How numbers are written in figures, tables and finding texts.

Minus is U+2212, what rounds to zero carries no sign, and what is not a finite number is a dash. Digits,
minus and thousands can be chosen for the whole program: `use`. What is copied is Python's own and knows
nothing of that.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import Final

MINUS: Final = "\u2212"
DASH: Final = "—"
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LARGE: Final = 1e6  # from here on a number is written with an exponent, so that columns hold
MINUSES: Final = (MINUS, "-")
THOUSANDS: Final = (",", "\u2009", "")  # comma, thin space, none
DIGITS: Final = (-1, 0, 1)  # fewer, standard, more


@dataclass(frozen=True, slots=True)
class Format:
    """How numbers are written. digits: added where two decimals or more are usual, one of DIGITS.

    minus: one of MINUSES. thousands: what parts them, one of THOUSANDS. ValueError for others.
    """

    digits: int = 0
    minus: str = MINUS
    thousands: str = ","

    def __post_init__(self) -> None:
        for name, allowed in (("digits", DIGITS), ("minus", MINUSES), ("thousands", THOUSANDS)):
            if getattr(self, name) not in allowed:
                message = f"{name} {getattr(self, name)!r} of numbers; allowed: {allowed}"
                raise ValueError(message)


_now = [Format()]


def current() -> Format:
    """Return the format in use."""
    return _now[0]


def use(wanted: Format) -> bool:
    """Write numbers so from now on; say whether that is news.

    Figures keep written numbers in caches, each module its own: all of them are emptied, so that no new
    one has to be made known here.
    """
    if wanted == _now[0]:
        return False
    _now[0] = wanted
    package = __name__.rpartition(".")[0]
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}."):
            for kept in list(vars(module).values()):
                if callable(getattr(kept, "cache_clear", None)):
                    kept.cache_clear()
    return True


def fixed(value: float, digits: int = 2, *, exactly: bool = False) -> str:
    """Write a number with `digits` decimals: "1,234.50", "−0.80", "0.00" (never "−0.00"), "—".

    exactly: as many decimals as said, whatever is chosen, as on an axis.
    """
    if not isfinite(value):
        return DASH
    if abs(value) >= _LARGE:
        return scientific(value)
    now = _now[0]
    text = f"{abs(value):,.{digits if exactly else _chosen(digits)}f}"
    if now.thousands != ",":
        text = text.replace(",", now.thousands)
    return now.minus + text if value < 0 and _shows_something(text) else text


def _chosen(digits: int) -> int:
    return digits + _now[0].digits if digits >= 2 else digits


def signed(value: float, digits: int = 2, *, exactly: bool = False) -> str:
    """Write a number whose sign means something (logit, gradient, change): "+1.44", "−0.80", "0.00"."""
    text = fixed(value, digits, exactly=exactly)
    return "+" + text if value > 0 and text != DASH and _shows_something(text) else text


def logit(value: float) -> str:
    """Write a logit where there is little room: "+1.44", from 100 on "+641.8"."""
    return signed(value, 2 if abs(value) < 100.0 else 1)


def probability(value: float, digits: int = 2) -> str:
    """Write a probability; what would read 0.00 without being 0 is "<0.01" (two digits)."""
    shown = _chosen(digits)
    smallest = 10.0**-shown
    if 0.0 < value < smallest / 2:
        return f"<{smallest:.{shown}f}"
    return fixed(value, digits)


def scientific(value: float, digits: int = 2) -> str:
    """Write a number with an exponent: "1.23 × 10⁻⁴"."""
    if not isfinite(value):
        return DASH
    if value == 0.0:
        return "0"
    mantissa, _, exponent = f"{abs(value):.{digits}e}".partition("e")
    return f"{_now[0].minus if value < 0 else ''}{mantissa} × {power(int(exponent))}"


def power(exponent: int) -> str:
    """Write a power of ten: "10⁻⁴"."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def count(number: int) -> str:
    """Write a count with its thousands parted: "1,000"."""
    return f"{number:,}".replace(",", _now[0].thousands).replace("-", _now[0].minus)


def target(value: float) -> str:
    """Write a target as short as it is exact to two digits: "0", "1", "0.30", "—"."""
    if value in (0.0, 1.0):
        return str(int(value))
    return fixed(value, 2)


def exact(value: float) -> str:
    """Write every digit, for tool tips; NaN and infinities by name."""
    return with_minus(repr(float(value)))


def with_minus(text: str) -> str:
    """Return a number that Python wrote with the minus that was chosen."""
    return text.replace("-", _now[0].minus)


def decimals(step: float) -> int:
    """Return how many decimals the multiples of a nice step need: 0.25 -> 2, 0.5 -> 1, 20 -> 0."""
    if not step > 0:
        message = f"step {step!r} of an axis must be above 0"
        raise ValueError(message)
    digits = max(0, -floor(log10(step) + 1e-9))
    scaled = step * 10.0**digits
    return digits if abs(scaled - round(scaled)) < 1e-6 else digits + 1


def shortened(text: str, letters: int) -> str:
    """Cut a name to about `letters` Latin letters with an ellipsis; a Chinese letter counts as two."""
    room = letters
    for index, letter in enumerate(text):
        room -= 2 if letter >= "\u2e80" else 1
        if room < 0:
            return text[: max(index - 1, 1)].rstrip() + "…"
    return text


def _shows_something(text: str) -> bool:
    return any(letter in "123456789" for letter in text)
