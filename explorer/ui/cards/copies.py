"""The ways to copy a card and its sample, as one table: cards' menus, the Edit menu and the palette have it.

What a way does is the function of its name in `copying`, which is not needed to show the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from explorer.wording import noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One way to copy. alone: what it is called where no menu is round it.

    keys: shown in a card's menu; those of the Edit menu act. is_table: of cards that have numbers. framework:
    of a script, which is of the sample, whichever card is meant; else "".
    """

    id: str
    text: str
    alone: str
    keys: str = ""
    is_table: bool = False
    framework: str = ""


COPIES: Final = (
    Copy(
        id="copy_picture",
        text=noted("&Picture"),
        alone=noted("Copy card as picture"),
        keys="Ctrl+Shift+C",
    ),
    Copy(id="copy_svg", text=noted("&SVG drawing"), alone=noted("Copy card as SVG drawing")),
    Copy(
        id="copy_numbers",
        text=noted("&Numbers, with tabs"),
        alone=noted("Copy card as numbers"),
        is_table=True,
    ),
    Copy(
        id="copy_latex",
        text=noted("&LaTeX table"),
        alone=noted("Copy card as LaTeX table"),
        is_table=True,
    ),
    Copy(
        id="copy_python",
        text=noted("P&ython lists"),
        alone=noted("Copy card as Python lists"),
        is_table=True,
    ),
)
SCRIPTS: Final = (
    Copy(
        id="copy_script.torch",
        text=noted("Script for &torch"),
        alone=noted("Copy a script for torch"),
        framework="torch",
    ),
    Copy(
        id="copy_script.numpy",
        text=noted("Script for N&umPy"),
        alone=noted("Copy a script for NumPy"),
        framework="numpy",
    ),
    Copy(
        id="copy_script.keras",
        text=noted("Script for &Keras"),
        alone=noted("Copy a script for Keras"),
        framework="keras",
    ),
)
