"""A table of numbers as LaTeX and as Python, from the text that spreadsheets take.

Python has every digit, LaTeX as many as papers print.
"""

from __future__ import annotations

import csv
import io
import json
import math
from functools import partial
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEXTS: Final = frozenset({"class", "loss", "sample"})  # heads of columns that are texts, whatever they hold
WIDTH: Final = 100
DIGITS: Final = 4  # that count, of a number in LaTeX
MOST_COUNTED: Final = 1e7  # a column of whole numbers up to here is written out
SPECIAL: Final = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "\n": " ", "\r": " ", "\t": " ",
}  # fmt: skip
MATHS: Final = {  # signs that the names of losses and columns have, and pdfLaTeX has not
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon", "κ": r"\kappa",
    "λ": r"\lambda", "μ": r"\mu", "ν": r"\nu", "π": r"\pi", "σ": r"\sigma", "τ": r"\tau", "∂": r"\partial",
    "−": "-", "×": r"\times", "·": r"\cdot", "∞": r"\infty", "≤": r"\le", "≥": r"\ge", "≠": r"\ne",
    "Σ": r"\Sigma", "′": "'", "₀": "_0", "₁": "_1", "₂": "_2", "₊": "_+", "₋": "_-", "⁺": "^+", "⁻": "^-",
    "→": r"\to", "↑": r"\uparrow", "↓": r"\downarrow", "‖": r"\Vert",
}  # fmt: skip


def latex(text: str, caption: str = "") -> str:
    r"""Return a table of tabbed text, headings first, as a LaTeX tabular of the package booktabs.

    caption: a comment above it. "" for an empty text. Numbers are in mathematics with
    DIGITS digits, but for columns of whole ones.
    """
    head, rows = _cells(text)
    if not rows:
        return ""
    kinds = _kinds(head, rows)
    writers = [_latex_writer([row[place] for row in rows], kind) for place, kind in enumerate(kinds)]
    lines = [" & ".join(_heads(head)), *(_latex_row(row, writers) for row in rows)]
    columns = "".join("r" if is_number else "l" for is_number in kinds)
    about = " ".join(f"{caption}.".split()) if caption else ""
    return "\n".join([
        f"% {about} Needs \\usepackage{{booktabs}}".replace("%  ", "% "),
        f"\\begin{{tabular}}{{{columns}}}", r"\toprule", lines[0] + r" \\", r"\midrule",
        *(f"{line} \\\\" for line in lines[1:]), r"\bottomrule", r"\end{tabular}", "",
    ])  # fmt: skip


def _heads(head: Sequence[str]) -> list[str]:
    """Return headings as LaTeX shows them; those that spreadsheets get as words are signs here."""
    first = [r"$\alpha$" if head[0] == "alpha" else escaped(head[0])]  # further on it may be a class
    return [*first, *(escaped(name.replace("sigma(", "σ(", 1)) for name in head[1:])]


def python(text: str, caption: str = "") -> str:
    """Return a table of tabbed text, headings first, as a Python dictionary: a list for each column.

    caption: a comment above it. "" for an empty text. It holds no names beside `float`, and runs as it is.
    """
    head, rows = _cells(text)
    if not rows:
        return ""
    kinds = _kinds(head, rows)
    lines = [f"# {' '.join(caption.split())}"] if caption else []
    lines.append("data = {")
    used: set[str] = set()
    for place, (name, is_number) in enumerate(zip(head, kinds, strict=True)):
        cells = [_python_number(row[place]) if is_number else _quoted(row[place]) for row in rows]
        lines += _python_column(_unused(name, used), cells)
    return "\n".join([*lines, "}", ""])


def escaped(text: str) -> str:
    """Return a text as LaTeX shows it, Greek letters and signs as mathematics."""
    return "".join(
        SPECIAL.get(letter) or (f"${MATHS[letter]}$" if letter in MATHS else letter) for letter in text
    )


def _cells(text: str) -> tuple[list[str], list[list[str]]]:
    # a bare carriage return, which only a name can hold, is no end of a line and is not quoted
    lines = list(csv.reader(io.StringIO(text.replace("\r", " ")), delimiter="\t"))
    return (lines[0], lines[1:]) if lines else ([], [])


def _kinds(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[bool]:
    """Say of each column whether it holds numbers."""
    return [
        name not in TEXTS and all(_is_number(row[place]) for row in rows) for place, name in enumerate(head)
    ]


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _latex_row(row: Sequence[str], writers: Sequence[Callable[[str], str]]) -> str:
    return " & ".join(write(cell) for cell, write in zip(row, writers, strict=True))


def _latex_writer(cells: Sequence[str], is_number: bool) -> Callable[[str], str]:
    """Return how the cells of a column are written: one of counts has no digits behind the point."""
    if not is_number:
        return escaped
    return partial(_latex_number, are_counts=all(map(_is_count, cells)))


def _is_count(cell: str) -> bool:
    return float(cell).is_integer() and abs(float(cell)) < MOST_COUNTED


def _latex_number(cell: str, *, are_counts: bool) -> str:
    value = float(cell)
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return r"$\infty$" if value > 0 else r"$-\infty$"
    digits, e, power = (f"{value + 0.0:.0f}" if are_counts else f"{value + 0.0:#.{DIGITS}g}").partition("e")
    return f"${digits} \\times 10^{{{int(power)}}}$" if e else f"${digits}$"


def _python_number(cell: str) -> str:
    value = float(cell)
    return repr(value) if math.isfinite(value) else f'float("{value!r}")'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _unused(name: str, used: set[str]) -> str:
    """Return a name that no column has yet: two cards of one loss may have the same."""
    number, found = 1, name
    while found in used:
        number += 1
        found = f"{name} ({number})"
    used.add(found)
    return found


def _python_column(name: str, cells: Sequence[str]) -> list[str]:
    line = f"    {_quoted(name)}: [{', '.join(cells)}],"
    if len(line) <= WIDTH:
        return [line]
    inside: list[str] = []
    for cell in cells:
        if inside and len(inside[-1]) + len(cell) + 2 <= WIDTH:
            inside[-1] += f" {cell},"
        else:
            inside.append(f"        {cell},")
    return [f"    {_quoted(name)}: [", *inside, "    ],"]
