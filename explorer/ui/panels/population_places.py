"""Where the parts of the board of populations lie, for a size of the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MARGIN: Final = 12
GAP: Final = 8
BAR: Final = 52
FORM, NARROW_FORM = 316, 248
WIDE: Final = 1240  # of the board at scale 1; below it the form is narrow
RIGHT: Final = 0.385  # of what the form leaves is the column of heat map and runs
LEAST_RIGHT: Final = 296
FIRST: Final = 0.55  # of the height are the upper cards
FIRST_RIGHT: Final = 0.54


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    def rows(self, share: float, gap: int) -> tuple[Room, Room]:
        """Cut it into an upper part of this share and the rest."""
        upper = round((self.height - gap) * share)
        lower = self.height - gap - upper
        return (
            Room(self.x, self.y, self.width, upper),
            Room(self.x, self.y + upper + gap, self.width, lower),
        )

    def columns(self, left: int, gap: int) -> tuple[Room, Room]:
        """Cut it into a left part of this width and the rest."""
        return (
            Room(self.x, self.y, left, self.height),
            Room(self.x + left + gap, self.y, self.width - left - gap, self.height),
        )


def places(
    width: int,
    height: int,
    scale: float = 1.0,
    *,
    beside: bool = False,
    enlarged: str = "",
    empty: bool = False,
    single: bool = False,
) -> Mapping[str, Room]:
    """Return the place of every part that is shown.

    Parts are "form", "bar", the cards "1", "2", "heat" and "runs", and those of a second population, which
    take the place of heat map and runs, "beside 1" and "beside 2". enlarged: the card that covers the others.
    empty: there is nothing to show yet, and "ready" is there instead of the cards. single: there is one
    metric, and no card "2" nor "beside 2".
    """
    margin, gap, bar = (round(length * scale) for length in (MARGIN, GAP, BAR))
    form = round((FORM if width >= WIDE * scale else NARROW_FORM) * scale)
    whole = Room(margin, 0, width - 2 * margin, height - margin)
    upper = Room(whole.x, whole.y, whole.width, whole.height - bar - gap)
    left, rest = upper.columns(form, gap)
    found = {"form": left, "bar": Room(whole.x, whole.height - bar, whole.width, bar)}
    if empty:
        return {**found, "ready": rest}
    if enlarged:
        return {**found, enlarged: rest}
    right_width = max(round(rest.width * RIGHT), round(LEAST_RIGHT * scale))
    side = rest.width - gap - right_width if not beside else (rest.width - gap) // 2
    middle, right = rest.columns(side, gap)
    if single:
        found["1"] = middle
    else:
        found["1"], found["2"] = middle.rows(FIRST, gap)
    if beside and single:
        found["beside 1"] = right
    elif beside:
        found["beside 1"], found["beside 2"] = right.rows(FIRST, gap)
    else:
        found["heat"], found["runs"] = right.rows(FIRST_RIGHT, gap)
    return found
