"""Draw every loss's formulas to assets/formulas, in black on nothing, for `paint` to put in any ink.

    python tools/formulas.py           makes the files
    python tools/formulas.py --check   says which of them are not what the losses say; exit 1 if any

Drawing takes about 20 ms a formula, which the window cannot wait for at start: hence files.
"""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "formulas"
SIZE = 13.5  # pixels, the size of formulas in the window


def drawn(latex: str) -> str:
    """Return a formula as SVG text that Qt's SVG Tiny renderer can read, all glyphs as paths."""
    import ziamath

    ziamath.config.svg2 = False  # SVG 2 shares glyphs by <symbol>, which Qt does not draw
    return ziamath.Latex(latex, size=SIZE).svg() + "\n"


def files() -> dict[str, str]:
    """Return every file's name and text."""
    from explorer.losses import LOSSES

    made = {}
    for key, loss in LOSSES.own.items():
        made[f"{key}.svg"] = drawn(loss.formula)
        made[f"{key}.gradient.svg"] = drawn(loss.gradient_formula)
    return made


def stale() -> list[str]:
    """Return the names of files that are missing, out of date, or of no loss."""
    expected = files()
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.svg")}
    return sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))


def main() -> int:
    if "--check" in sys.argv[1:]:
        names = stale()
        print(*names, sep="\n", file=sys.stderr)
        return 1 if names else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale():
        (FOLDER / name).unlink(missing_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
