"""A slider's scale: whole positions to round numbers and back, linear or logarithmic."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, floor, isfinite, log, log10

POSITIONS = 200  # about as many as a slider has pixels
DIGITS = 3  # significant digits of a number on a logarithmic scale


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from low to high on `count` + 1 positions.

    Linear positions are multiples of a round step from low; logarithmic ones (low > 0) are rounded
    to three significant digits. `whole` keeps to integers.
    """

    low: float
    high: float
    logarithmic: bool = False
    whole: bool = False

    def __post_init__(self) -> None:
        if not (isfinite(self.low) and isfinite(self.high) and self.low < self.high):
            message = f"scale from {self.low} to {self.high}: needs two finite limits, low below high"
            raise ValueError(message)
        if self.logarithmic and self.low <= 0:
            message = f"logarithmic scale from {self.low}: the low limit must be above 0"
            raise ValueError(message)

    @property
    def step(self) -> float:
        """Distance of two positions of a linear scale: 1, 2 or 5 times a power of ten."""
        rough = (self.high - self.low) / POSITIONS
        power = 10.0 ** floor(log10(rough))
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
        return max(1.0, step) if self.whole else step

    @property
    def count(self) -> int:
        """The last position."""
        if self.logarithmic:
            return POSITIONS
        return max(1, round((self.high - self.low) / self.step))

    def number(self, position: int) -> float:
        """Return the number at a position."""
        if position <= 0:
            return self.low
        if position >= self.count:
            return self.high
        if self.logarithmic:
            share = position / self.count
            exact = exp(log(self.low) + share * (log(self.high) - log(self.low)))
            return self._tidy(float(f"{exact:.{DIGITS}g}"))
        return self._tidy(self.low + position * self.step)

    def share(self, number: float) -> float:
        """Return where a number lies from 0 (low) to 1 (high); numbers outside stop at the ends."""
        number = min(max(number, self.low), self.high)
        if self.logarithmic:
            return (log(number) - log(self.low)) / (log(self.high) - log(self.low))
        return (number - self.low) / (self.high - self.low)

    def position(self, number: float) -> int:
        """Return the position nearest to a number."""
        return round(self.share(number) * self.count)

    def moved(self, number: float, steps: int) -> float:
        """Return the number that many positions further, always a different one inside the limits.

        A number beyond the scale's end may come back but goes no further.
        """
        if (steps > 0 and number >= self.high) or (steps < 0 and number <= self.low):
            return number
        here = self.position(number)
        if steps > 0 and self.number(here) > number:
            here -= 1
        if steps < 0 and self.number(here) < number:
            here += 1
        return self.number(min(max(here + steps, 0), self.count))

    def _tidy(self, number: float) -> float:
        """Take away what binary arithmetic left over: 0.30000000000000004 is 0.3."""
        number = round(number) if self.whole else float(f"{number:.10g}")
        return float(min(max(number, self.low), self.high))
