"""Tables as text with tabs between the cells, as spreadsheets take and give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, SupportsFloat

if TYPE_CHECKING:
    from collections.abc import Iterable


QUOTED: Final = frozenset('\t"\n\r')  # of csv.writer a carriage return alone would stand bare


def tabbed(rows: Iterable[Iterable[str | SupportsFloat]]) -> str:
    """Write rows, numbers with every digit; texts with a tab, a quote or a line break in quotes as in CSV.

    A text that begins with = + - or @ stays as it is, as a number does: a spreadsheet computes it.
    """
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(cell: str | SupportsFloat) -> str:
    if not isinstance(cell, str):
        return repr(float(cell))
    return '"' + cell.replace('"', '""') + '"' if QUOTED & set(cell) else cell
