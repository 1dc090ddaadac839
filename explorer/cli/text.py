"""Aligned tables and JSON for stdout."""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from typing import TYPE_CHECKING, Final, TextIO

from explorer.cli.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP: Final = "  "
NO_VALUE: Final = "-"  # a loss that has no meaning for these targets


def readable(number: float) -> str:
    """Four decimals, or four significant digits where those would hide the number.

    The minus is the keyboard's, so that the text can be pasted anywhere; JSON has every digit.
    """
    if number == 0 or 1e-3 <= abs(number) < 1e7:
        text = f"{number:.4f}"
        return text.removeprefix("-") if float(text) == 0 else text
    return f"{number:.3e}" if math.isfinite(number) else str(number)


def width(text: str) -> int:
    """Columns that a text takes in a terminal: Chinese takes two each, combining marks none."""
    if text.isascii():
        return len(text)
    shown = (character for character in text if not unicodedata.combining(character))
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in shown)


def aligned(rows: Iterable[Sequence[str]], left: int = 1) -> str:
    """Rows of equal length as lines; the first `left` columns start flush, the others end flush."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    return "".join(_line(row, widths, left) for row in cells)


def _line(row: Sequence[str], widths: Sequence[int], left: int) -> str:
    padding = (" " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
    padded = (
        cell + space if column < left else space + cell
        for column, (cell, space) in enumerate(zip(row, padding, strict=True))
    )
    return GAP.join(padded).rstrip() + "\n"


def plain(number: float) -> float | str:
    """Return a number as JSON can hold it: NaN and infinities as "nan", "inf" and "-inf"."""
    return number if math.isfinite(number) else str(number)


def write_json(content: object, stream: TextIO | None = None) -> None:
    """Write one JSON object and a line end; names as escapes where the terminal cannot show them."""
    target = sys.stdout if stream is None else stream
    encoding = getattr(target, "encoding", None) or "ascii"
    ascii_only = encoding.lower().replace("-", "") != "utf8"
    print(json.dumps(content, ensure_ascii=ascii_only, allow_nan=False), file=target)
