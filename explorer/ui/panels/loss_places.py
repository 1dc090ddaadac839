"""Where the parts of a loss's card lie, at scale 1. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from explorer.paint.formulas import lines_of, lines_size
from explorer.paint.text import width_of
from explorer.ui.controls import toggle as toggle_size
from explorer.ui.lettering import filled
from explorer.ui.panels.more_button import MORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.catalogue import Parameter

PAD: Final = 12
HEADER: Final = 34
MIDDLE: Final = 18  # of the header's texts; the menu button's ring ends above the formula
FORMULA: Final = 36  # of a formula in one line
ROW: Final = 28  # of a parameter
SLOPE: Final = 14  # of the gradient of a learned one
DECISION: Final = 22
LINE: Final = 15  # of a problem's text
BOTTOM: Final = 8
TITLE: Final = 46  # left side
SIGN_WIDTH: Final = 26
NARROW: Final = 270  # below this width a sign is its marker alone
RING: Final = 6  # from the menu button to its neighbours: the ring of the focus and three pixels
SMALL: Final = "name"  # size of a title that has no room in its own
FIGURES: Final = 56  # width of a value of seven figures


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one card: its width, the height of its formula, and which parameters are learned.

    is_open: whether formula, settings and decision are there; on: whether the loss is; lines: of a problem;
    menu: whether the menu button is seen.
    """

    wide: float = 0.0
    formula: int = FORMULA
    learned: tuple[bool, ...] = ()
    on: bool = True
    is_open: bool = True
    lines: int = 0
    menu: bool = False

    @property
    def right(self) -> float:
        """The right side of what the card holds."""
        return self.wide - PAD

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the line of the sign."""
        return self.wide < NARROW

    @property
    def title_left(self) -> float:
        """The left side of the title."""
        return PAD + 16 if self.narrow else TITLE

    def value(self, text: str) -> QRectF:
        """Return where a value stands, at least as wide as seven figures."""
        right = self.right - toggle_size.WIDTH - 10
        width = max(FIGURES, round(width_of(text, "value", True)))
        return QRectF(right - width - 1, MIDDLE - 10, width + 2, 20)

    def more_left(self, value: str) -> float:
        """Return the left side of the menu button beside a value."""
        return self.value(value).left() - MORE - RING

    def title_room(self, value: str) -> float:
        """Return how wide a title may be beside a value, and beside the menu button while it is seen."""
        if not self.on:
            return self.right - toggle_size.WIDTH - MORE - self.title_left
        end = self.more_left(value) - RING if self.menu else self.value(value).left() - 4
        return end - self.title_left

    @property
    def formula_area(self) -> QRectF:
        """Where the formula is drawn."""
        return QRectF(PAD, HEADER, self.wide - 2 * PAD, self.formula)

    def row_top(self, number: int) -> int:
        """Return where a parameter begins: a learned one has a line more, its gradient."""
        return HEADER + self.formula + ROW * number + SLOPE * sum(self.learned[:number])

    @property
    def settings(self) -> QRectF:
        """Where all parameters are."""
        top = HEADER + self.formula
        return QRectF(0, top, self.wide, self.row_top(len(self.learned)) - top)

    @property
    def decision(self) -> QRectF:
        """The line of rule, predicted set and F1."""
        return QRectF(0, self.row_top(len(self.learned)), self.wide, DECISION)

    @property
    def problem_top(self) -> int:
        """Where a problem's text begins."""
        return self.row_top(len(self.learned)) + DECISION + 2 if self.is_open else HEADER + 2

    @property
    def height(self) -> int:
        """The height of the card; it does not depend on the numbers shown."""
        if not self.on:
            return 2 * MIDDLE
        problem = LINE * self.lines + (4 if self.lines else 0)
        if not self.is_open:
            return HEADER + problem + BOTTOM
        return self.row_top(len(self.learned)) + DECISION + problem + BOTTOM


def learned(parameters: Sequence[Parameter]) -> tuple[bool, ...]:
    """Say of each parameter whether it is learned."""
    return tuple(parameter.learned for parameter in parameters)


def formula_height(key: str, room: float) -> int:
    """Return the height that a loss's formula needs in a width: more where it is broken into lines."""
    size = lines_size(key)
    if size is None or len(lines_of(key)) == 1:
        return FORMULA
    zoom = min(1.0, max(room, 1.0) / size.width())
    return max(FORMULA, round(size.height() * zoom) + 10)


@lru_cache(maxsize=256)
def title_lines(title: str, room: float) -> tuple[str, ...]:
    """Return a title in one line, or, where it is too wide even when smaller, in two."""
    if min(width_of(title, "title"), width_of(title, SMALL, True)) <= room:
        return (title,)
    return filled(title, SMALL, room, 2, bold=True)
