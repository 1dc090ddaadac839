"""Tables as text with tabs between the cells, as spreadsheets take and give them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, SupportsFloat

if TYPE_CHECKING:
    from collections.abc import Iterable


def tabbed(rows: Iterable[Iterable[str | SupportsFloat]]) -> str:
    """Write rows, numbers with every digit; texts with a tab, a quote or a line break in quotes as in CSV."""
    text = io.StringIO()
    written = ([cell if isinstance(cell, str) else repr(float(cell)) for cell in row] for row in rows)
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(written)
    return text.getvalue()
