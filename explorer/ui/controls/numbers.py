"""What is typed into a field, read as numbers; and numbers written in full."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isnan

from explorer.plots.numbers import MINUS, with_minus

Setting = float | tuple[float, ...]


def plain(setting: Setting) -> str:
    """Return a setting at full precision, as it may be typed: "0.1", "1, 2, 3", "-inf"."""
    if isinstance(setting, tuple):
        return ", ".join(plain(number) for number in setting)
    number = float(setting)
    if isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def brief(number: float) -> str:
    """Return a setting in at most seven letters: two decimals, or what digits there are to show.

    "1.00", "0.105", "0.0012", "31.6", "250", "1e6".
    """
    size = abs(number)
    if size >= 1e5:
        return with_minus(f"{number:.3g}".replace("e+0", "e"))
    if size >= 100:
        text = f"{number:.0f}"
    elif size >= 10:
        text = f"{number:.1f}"
    elif 0 < size < 0.01:
        text = f"{number:.2g}"
    else:
        text = f"{number:.2f}"
        if abs(float(text) - number) > 1e-9:
            text = f"{number:.3f}"
    return with_minus(text)


def read_number(text: str) -> float:
    """Return the number that a text says; ValueError names the text. Takes U+2212 as minus."""
    try:
        return float(text.strip().replace(MINUS, "-"))
    except ValueError:
        message = f"“{text.strip()}” is no number"
        raise ValueError(message) from None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a field takes: numbers from low to high, whole ones only, or one for each class."""

    name: str
    low: float
    high: float
    whole: bool = False
    classes: int = 0  # above 0: also that many numbers with commas between them

    @property
    def words(self) -> str:
        """What is allowed, in words."""
        kind = "whole numbers" if self.whole else "numbers"
        many = f", one or {self.classes} with commas between them" if self.classes > 1 else ""
        return f"{kind} from {plain(self.low)} to {plain(self.high)}{many}"

    def read(self, text: str) -> Setting:
        """Return the setting that a text says; ValueError says what is wrong and what is allowed."""
        parts = [part for part in text.split(",") if part.strip()] or [text]
        try:
            numbers = tuple(self._one(part) for part in parts)
        except ValueError as problem:
            message = f"{self.name}: {problem}; allowed: {self.words}"
            raise ValueError(message) from None
        if len(numbers) == 1:
            return numbers[0]
        if len(numbers) != self.classes:
            message = f"{self.name}: “{text.strip()}” is {len(numbers)} numbers; allowed: {self.words}"
            raise ValueError(message)
        return numbers

    def _one(self, text: str) -> float:
        number = read_number(text)
        if isnan(number) or not self.low <= number <= self.high:
            message = f"{plain(number)} is out of range"
            raise ValueError(message)
        if self.whole and number != int(number):
            message = f"{plain(number)} is not whole"
            raise ValueError(message)
        return number
