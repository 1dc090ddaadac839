"""Each optimizer and setting against torch.optim: the largest difference of a weight over 100 updates.

Everything is float64; a difference is relative where the weight is above 1. The table goes to stderr too.
"""

from __future__ import annotations

import sys
from typing import Any

from tests.optimizers.settings import CASES, UPDATES, largest_difference


def run() -> dict[str, Any]:
    """Give a row for each optimizer and setting."""
    rows = [
        {"optimizer": case.key, "settings": case.words, "largest difference": largest_difference(case)}
        for case in CASES
    ]
    for row in rows:
        line = f"{row['optimizer']:<10}{row['settings']:<76}{row['largest difference']:.1e}"
        print(line, file=sys.stderr)
    return {"updates": UPDATES, "rows": rows, "largest": max(row["largest difference"] for row in rows)}
