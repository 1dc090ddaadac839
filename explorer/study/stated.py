"""A number that a text states: a lesson's sentence or a story's caption quotes it as `{name}`.

It is named here and computed in `analysis.quantities`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf, isfinite, isnan, log10
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.wording import Language

_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
LOG_2: Final = log10(2.0)  # both sides of what is stated
MOST_DIGITS: Final = 17  # of a float64
_SMALL, _LARGE = 1e-4, 1e6  # beyond these a number is written with an exponent


@dataclass(frozen=True, slots=True)
class Number:
    """One number that is stated.

    words: what it is. quantity: a name in `analysis.quantities`; arguments: what that takes. expected: the
    stated number, at most `within` away from what is computed; 0 means exactly. at_most: only an upper
    bound is stated, for what is noise.
    """

    name: str
    words: Mapping[Language, str]
    quantity: str
    arguments: Mapping[str, object]
    expected: float
    within: float = 0.0
    at_most: bool = False

    def holds(self, value: float) -> bool:
        """Say whether a computed number is the stated one."""
        if self.at_most:
            return value <= self.expected
        if isnan(self.expected):
            return isnan(value)
        if not isfinite(self.expected):
            return value == self.expected
        return abs(value - self.expected) <= self.within

    @property
    def digits(self) -> int:
        """Return the decimals that are stated: 4 for within 0.00005."""
        if self.within <= 0.0:
            return 0
        return min(max(0, ceil(-log10(self.within) - LOG_2 - 1e-9)), MOST_DIGITS)

    def written(self, value: float) -> str:
        """Write a value with the digits that the stated number has."""
        if not isfinite(value):
            return "∞" if value == inf else "−∞" if value == -inf else "NaN"
        size = abs(value)
        judged = abs(self.expected) if self.within else size
        if self.at_most or size >= _LARGE or 0.0 < judged < _SMALL:
            return _scientific(value, 0 if self.at_most else self._mantissa_digits())
        return _signed(value, f"{size:,.{self.digits}f}" if self.within else f"{size:.4g}")

    def _mantissa_digits(self) -> int:
        """Return the digits after the first that are stated of a number with an exponent."""
        if not self.expected or not self.within or not isfinite(self.expected):
            return 1
        size, width = log10(abs(self.expected)), log10(self.within) + LOG_2
        return min(max(0, floor(size) - floor(width + 1e-9)), MOST_DIGITS)

    @property
    def stated(self) -> str:
        """Write the number as it is stated."""
        text = self.written(self.expected)
        return f"≤ {text}" if self.at_most else text


def _signed(value: float, text: str) -> str:
    """Put the minus in front; what reads 0.00 has none."""
    return f"−{text}" if value < 0 and any(letter in "123456789" for letter in text) else text


def _scientific(value: float, digits: int) -> str:
    if value == 0.0:
        return "0"
    mantissa, _, exponent = f"{abs(value):.{digits}e}".partition("e")
    power = "10" + str(int(exponent)).translate(_SUPERSCRIPTS)
    return f"{'−' if value < 0 else ''}{mantissa} × {power}"
