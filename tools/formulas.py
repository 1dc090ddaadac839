"""Draw the formulas of losses, optimizers and schedules to assets/formulas, in black on nothing.

`paint` puts them in any ink.

    python tools/formulas.py           makes the files
    python tools/formulas.py --check   says which of them are not what the losses say; exit 1 if any

Drawing takes about 20 ms a formula, which the window cannot wait for at start: hence files.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "formulas"
SIZE = 13.5  # pixels, the size of formulas in the window
ROOM = 280.0  # pixels, about the width of a card's formula; wider ones have a file a line too
JOINT = r", \quad "  # between a formula and what its letters mean
BREAK = re.compile(r" (?=[+-] )")  # before an operator between two terms


def drawn(latex: str) -> str:
    """Return a formula as SVG text that Qt's SVG Tiny renderer can read, all glyphs as paths."""
    import ziamath

    ziamath.config.svg2 = False  # SVG 2 shares glyphs by <symbol>, which Qt does not draw
    return ziamath.Latex(latex, size=SIZE).svg() + "\n"


def width(latex: str) -> float:
    """Return how wide a formula is drawn, in pixels."""
    found = re.search(r'width="([0-9.]+)', drawn(latex))
    assert found, latex
    return float(found[1])


def lines(latex: str) -> list[str]:
    """Break a formula into lines that a card has room for: between its parts, else before an operator."""
    first, *others = latex.split(JOINT)
    made = _terms(first)
    for other in others:
        joined = f"{made[-1]}{JOINT}{other}"
        if width(joined) <= ROOM:
            made[-1] = joined
        else:
            made[-1] += ","
            made.append(other)
    return made


def _terms(latex: str) -> list[str]:
    """Break a formula that is too wide before its last operator outside brackets that leaves it room."""
    if width(latex) <= ROOM:
        return [latex]
    places = [found.start() for found in BREAK.finditer(latex) if _is_outside(latex[: found.start()])]
    fitting = [place for place in places if width(latex[:place]) <= ROOM]
    if not fitting:
        return [latex]
    return [latex[: fitting[-1]], *_terms(latex[fitting[-1] + 1 :])]


def _is_outside(before: str) -> bool:
    """Say whether all brackets opened so far are closed."""
    return sum(map(before.count, "([{")) == sum(map(before.count, ")]}"))


def files() -> dict[str, str]:
    """Return every file's name and text; the lines of a wide formula are numbered from 1."""
    return {**_of_losses(), **_of_training()}


def _of_losses() -> dict[str, str]:
    """Return the files of values and gradients; of a wide value whole and in lines, for page and card."""
    from explorer.losses import LOSSES

    made = {}
    for key, loss in LOSSES.own.items():
        made[f"{key}.svg"] = drawn(loss.formula)
        made[f"{key}.gradient.svg"] = drawn(loss.gradient_formula)
        if width(loss.formula) > ROOM:
            for number, line in enumerate(lines(loss.formula), 1):
                made[f"{key}.{number}.svg"] = drawn(line)
    return made


def _of_training() -> dict[str, str]:
    """Return the files of optimizers and schedules: whole, or where that is wide in lines alone."""
    from explorer.optimizers import OPTIMIZERS
    from explorer.training.schedules import SCHEDULES

    made = {}
    for kind, records in (("optimizer", OPTIMIZERS.own), ("schedule", SCHEDULES)):
        for key, record in records.items():
            parts = lines(record.formula)
            for number, line in enumerate(parts, 1):
                made[f"{kind}.{key}.{number}.svg" if len(parts) > 1 else f"{kind}.{key}.svg"] = drawn(line)
    return made


def stale() -> list[str]:
    """Return the names of files that are missing, out of date, or of nothing that is here."""
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
