"""What an option's text may be: each function reads one kind, or says what is allowed."""

from __future__ import annotations

import argparse
import math
import re
from typing import Final

MOST_SEED: Final = 10**15  # as in a specification
SIZE: Final = re.compile(r"(\d{1,5})[xX×](\d{1,5})")


def size(text: str) -> tuple[int, int]:
    """Read WxH, two whole numbers of logical pixels from 40 to 10000."""
    match = SIZE.fullmatch(text)
    if match is None or not all(40 <= int(side) <= 10_000 for side in match.groups()):
        message = f"{text!r} is no size; allowed: WIDTHxHEIGHT in pixels, each from 40 to 10000, as 720x480"
        raise argparse.ArgumentTypeError(message)
    return int(match[1]), int(match[2])


def export_size(text: str) -> tuple[int, int]:
    """Read WxH, two whole numbers of pixels; which are allowed depends on the format, see `export`."""
    match = SIZE.fullmatch(text)
    if match is None:
        message = f"{text!r} is no size; allowed: WIDTHxHEIGHT in pixels, as 1280x720"
        raise argparse.ArgumentTypeError(message)
    return int(match[1]), int(match[2])


def scale(text: str) -> float:
    """Read a magnification from 0.25 to 8."""
    return _number(text, 0.25, 8.0, "magnification")


def dpi(text: str) -> float:
    """Read dots an inch, from 10 to 2400."""
    return _number(text, 10.0, 2400.0, "number of dots an inch")


def seconds(text: str) -> float:
    """Read seconds, from 0.1 to 600."""
    return _number(text, 0.1, 600.0, "number of seconds")


def rate(text: str) -> int:
    """Read frames a second, a whole number from 1 to 120."""
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= 120:
        message = f"{text!r} is no number of frames a second; allowed: a whole number from 1 to 120"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def alpha(text: str) -> float:
    """Read a sharpening, from 0.01 to 100 as `study.ALPHAS` has it, which brings NumPy."""
    return _number(text, 0.01, 100.0, "alpha")


def font_size(text: str) -> float:
    """Read a font size from 3 to 72 points."""
    return _number(text, 3.0, 72.0, "font size in points")


def _number(text: str, low: float, high: float, what: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not low <= number <= high:
        message = f"{text!r} is no {what}; allowed: a number from {low:g} to {high:g}"
        raise argparse.ArgumentTypeError(message)
    return number


def count(text: str) -> int:
    """Read a whole number from 0."""
    if not text.isascii() or not text.isdecimal():
        message = f"{text!r} is no count; allowed: a whole number from 0"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def seed(text: str) -> int:
    """Read a seed, a whole number from 0 to MOST_SEED."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(MOST_SEED)) or int(text) > MOST_SEED:
        message = f"{text!r} is no seed; allowed: a whole number from 0 to {MOST_SEED:,}"
        raise argparse.ArgumentTypeError(message)
    return int(text)
