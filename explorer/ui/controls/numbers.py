"""What is typed into a field, read as numbers; and numbers written in full."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, isnan

from explorer.plots.numbers import MINUS, with_minus
from explorer.wording import say

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
        message = say("“{text}” is no number", text=text.strip())
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
        low, high = plain(self.low), plain(self.high)
        if self.classes > 1:
            return say(
                "whole numbers from {low} to {high}, one or {count} with commas between them"
                if self.whole
                else "numbers from {low} to {high}, one or {count} with commas between them",
                low=low,
                high=high,
                count=self.classes,
            )
        return say(
            "whole numbers from {low} to {high}" if self.whole else "numbers from {low} to {high}",
            low=low,
            high=high,
        )

    def read(self, text: str) -> Setting:
        """Return the setting that a text says; ValueError says what is wrong and what is allowed."""
        parts = [part for part in text.split(",") if part.strip()] or [text]
        try:
            numbers = tuple(self._one(part) for part in parts)
        except ValueError as problem:
            message = say(
                "{name}: {problem}; allowed: {words}", name=self.name, problem=problem, words=self.words
            )
            raise ValueError(message) from None
        if len(numbers) == 1:
            return numbers[0]
        if len(numbers) != self.classes:
            message = say(
                "{name}: “{text}” is {count} numbers; allowed: {words}",
                name=self.name,
                text=text.strip(),
                count=len(numbers),
                words=self.words,
            )
            raise ValueError(message)
        return numbers

    def _one(self, text: str) -> float:
        number = read_number(text)
        if isnan(number) or not self.low <= number <= self.high:
            message = say("{value} is out of range", value=plain(number))
            raise ValueError(message)
        if self.whole and number != int(number):
            message = say("{value} is not whole", value=plain(number))
            raise ValueError(message)
        return number
