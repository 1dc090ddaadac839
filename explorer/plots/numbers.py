"""How numbers are written in figures, tables and finding texts.

Minus is U+2212, what rounds to zero carries no sign, and what is not a finite number is a dash.
"""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import Final

MINUS: Final = "\u2212"
DASH: Final = "—"
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LARGE: Final = 1e6  # from here on a number is written with an exponent, so that columns hold


def fixed(value: float, digits: int = 2) -> str:
    """Write a number with `digits` decimals: "1,234.50", "−0.80", "0.00" (never "−0.00"), "—"."""
    if not isfinite(value):
        return DASH
    if abs(value) >= _LARGE:
        return scientific(value)
    text = f"{abs(value):,.{digits}f}"
    return MINUS + text if value < 0 and _shows_something(text) else text


def signed(value: float, digits: int = 2) -> str:
    """Write a number whose sign means something (logit, gradient, change): "+1.44", "−0.80", "0.00"."""
    text = fixed(value, digits)
    return "+" + text if value > 0 and text != DASH and _shows_something(text) else text


def probability(value: float, digits: int = 2) -> str:
    """Write a probability; what would read 0.00 without being 0 is "<0.01" (two digits)."""
    smallest = 10.0**-digits
    if 0.0 < value < smallest / 2:
        return f"<{smallest:.{digits}f}"
    return fixed(value, digits)


def scientific(value: float, digits: int = 2) -> str:
    """Write a number with an exponent: "1.23 × 10⁻⁴"."""
    if not isfinite(value):
        return DASH
    if value == 0.0:
        return "0"
    mantissa, _, exponent = f"{abs(value):.{digits}e}".partition("e")
    return f"{MINUS if value < 0 else ''}{mantissa} × {power(int(exponent))}"


def power(exponent: int) -> str:
    """Write a power of ten: "10⁻⁴"."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def count(number: int) -> str:
    """Write a count with thousands commas: "1,000"."""
    return f"{number:,}".replace("-", MINUS)


def target(value: float) -> str:
    """Write a target as short as it is exact to two digits: "0", "1", "0.30", "—"."""
    if value in (0.0, 1.0):
        return str(int(value))
    return fixed(value, 2)


def exact(value: float) -> str:
    """Write every digit, for tool tips and for copying; NaN and infinities by name."""
    return repr(float(value)).replace("-", MINUS)


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
