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
LEAST_SIDE: Final = 250  # width of a card beside the column; below it all stand in one column
LEAST_HEIGHT: Final = 440  # of two cards one over the other, in which rows of the list can be read
LEAST_CARD: Final = 222  # height of a card in one column
SCROLL: Final = 12  # width of the scroll bar, where there is more than room for


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
    take the place of heat map and runs, "beside 1" and "beside 2". Cards lie in "cards", through which one
    scrolls where it is too small: they reach beyond it below. enlarged: the card that covers the others.
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
    found["cards"] = rest
    if enlarged:
        return {**found, enlarged: rest}
    names = _names(beside, single)
    if rest.width < round((LEAST_SIDE + LEAST_RIGHT) * scale):
        return {**found, **_column(rest, names, round(LEAST_CARD * scale), gap, round(SCROLL * scale))}
    if rest.height < round(LEAST_HEIGHT * scale):
        rest = Room(rest.x, rest.y, rest.width - round(SCROLL * scale), round(LEAST_HEIGHT * scale))
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


def _names(beside: bool, single: bool) -> tuple[str, ...]:
    """Return the cards that are shown, in the order in which one reads them."""
    others = ("beside 1", "beside 2") if beside else ("heat", "runs")
    names = ("1", "2", *others)
    return tuple(name for name in names if not (single and name in ("2", "beside 2")))


def _column(rest: Room, names: tuple[str, ...], least: int, gap: int, scroll: int) -> dict[str, Room]:
    """Put cards one under the other, at least so high that they can be read."""
    height = max(least, (rest.height - gap * (len(names) - 1)) // len(names))
    is_higher = len(names) * (height + gap) - gap > rest.height
    width = rest.width - (scroll if is_higher else 0)
    return {
        name: Room(rest.x, rest.y + place * (height + gap), width, height) for place, name in enumerate(names)
    }
