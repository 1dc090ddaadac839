"""What a lesson is. Its numbers are named here and computed in `analysis.quantities`."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf, isfinite, isnan, log10
from typing import TYPE_CHECKING, Final

from explorer.study.storage import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.study.study import Look, Study
    from explorer.wording import Language

# by the name that files use: how a chapter is called in each language
CHAPTERS: Final[Mapping[str, Mapping[Language, str]]] = {
    "traps": {"en": "Traps", "zh": "陷阱"},
    "path": {"en": "From softmax to multi-label", "zh": "从 softmax 到多标签"},
}
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SMALL, _LARGE = 1e-4, 1e6  # beyond these a number is written with an exponent


@dataclass(frozen=True, slots=True)
class Number:
    """One number that a lesson states.

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
        return max(0, ceil(-log10(2.0 * self.within) - 1e-9))

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
        if not self.expected or not self.within:
            return 1
        return max(0, floor(log10(abs(self.expected))) - floor(log10(2.0 * self.within) + 1e-9))

    @property
    def stated(self) -> str:
        """Write the number as the lesson states it."""
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


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as its file has it. order: its place among all; sentences hold `{name}` for a number."""

    key: str
    order: int
    chapter: str
    titles: Mapping[Language, str]
    sentences: Mapping[Language, tuple[str, ...]]
    numbers: tuple[Number, ...]
    make: Callable[[], tuple[Study, Look]]

    def title(self, language: Language = "en") -> str:
        """Return what it is called."""
        return self.titles[language]

    def chapter_title(self, language: Language = "en") -> str:
        """Return what its chapter is called."""
        return CHAPTERS[self.chapter][language]

    def text(self, language: Language = "en") -> tuple[str, ...]:
        """Return its sentences, with the numbers that it states."""
        stated = {number.name: number.stated for number in self.numbers}
        return tuple(sentence.format_map(stated) for sentence in self.sentences[language])

    def open(self) -> Opened:
        """Make the study and how it is looked at; it lies in no file."""
        study, look = self.make()
        return Opened(study, look)
