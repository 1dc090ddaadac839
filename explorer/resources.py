"""Files that are shipped with the program: tables, formulas, examples."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# In an installed package the assets lie inside it, in a working copy beside it.
FOLDERS: Final = (Path(__file__).parent / "assets", Path(__file__).parent.parent / "assets")


def asset(name: str) -> Path:
    """Return the path of a shipped file, such as "five-samples.csv" or "formulas/zlpr.svg".

    Raises FileNotFoundError where it is not there.
    """
    for folder in FOLDERS:
        if (folder / name).exists():
            return folder / name
    message = f"no shipped file {name!r}; it was looked for in {' and '.join(map(str, FOLDERS))}"
    raise FileNotFoundError(message)
