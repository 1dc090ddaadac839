"""Finding what is meant by a few letters: pure, from a query and texts to an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")

WORD_START: Final = 4.0  # a letter that begins a word
RUN: Final = 3.0  # a letter right after the one before
PLAIN: Final = 1.0  # a letter anywhere else
GAP: Final = 0.02  # taken off for every letter that is skipped
THIN: Final = 2.1  # below this score a letter, a fit is spread over its text
TELLING: Final = 3  # letters of a query that say enough for that
LONGEST: Final = 200  # letters of a text that are looked at


@dataclass(frozen=True, slots=True)
class Match:
    """How well a query fits a text, and at which letters of the text."""

    score: float
    letters: tuple[int, ...]

    @property
    def is_thin(self) -> bool:
        """Whether the letters lie here and there in the text, which few people mean."""
        return len(self.letters) >= TELLING and self.score < THIN * len(self.letters)


def match(query: str, text: str) -> Match | None:
    """Fit the letters of a query into a text in order, whatever their case; None where they do not fit.

    Spaces of the query are left out. Letters that begin a word, or follow each other, count more; among
    all ways to fit, the best one is taken. An empty query fits everything with score 0.
    """
    wanted = "".join(query.lower().split())
    if not wanted:
        return Match(0.0, ())
    found = text.lower()[:LONGEST]
    if len(found) != len(text[:LONGEST]):  # a few letters change their count in lower case
        found = "".join(letter.lower()[:1] for letter in text[:LONGEST])
    return _best(wanted, found, text[:LONGEST])


def ranked(query: str, items: Iterable[T], text: Callable[[T], str]) -> list[tuple[T, Match]]:
    """Return the items that fit, the best first; equally good ones stay in their order."""
    fitting = [(item, found) for item in items if (found := match(query, text(item))) is not None]
    return sorted(fitting, key=lambda pair: -pair[1].score)


def without_thin(found: Sequence[tuple[T, Match]]) -> list[tuple[T, Match]]:
    """Leave out the thin fits where there are better ones; the others stay in their order."""
    return [pair for pair in found if not pair[1].is_thin] or list(found)


def _best(wanted: str, found: str, text: str) -> Match | None:
    """Walk through the query; keep, for every letter of the text, the best fit that ends there."""
    ends: dict[int, Match] = {}
    for place, letter in enumerate(wanted):
        here: dict[int, Match] = {}
        best: Match | None = None  # of the fits that end before the letter looked at, gaps not yet taken off
        for index, other in enumerate(found):
            before = ends.get(index - 1)
            if other == letter:
                gain = WORD_START if _begins_word(text, index) else PLAIN
                found_here = (
                    _joined(best, before, index, gain) if place else Match(gain - GAP * index, (index,))
                )
                if found_here is not None:
                    here[index] = found_here
            if before is not None and (best is None or before.score > best.score):
                best = before
        ends = here
    return max(ends.values(), key=lambda fit: fit.score, default=None)


def _joined(best: Match | None, before: Match | None, index: int, gain: float) -> Match | None:
    """Add a letter after the one right before it, or after the best earlier one."""
    fits = []
    if before is not None:
        fits.append(Match(before.score + max(gain, RUN), (*before.letters, index)))
    if best is not None:
        skipped = index - best.letters[-1] - 1
        fits.append(Match(best.score + gain - GAP * skipped, (*best.letters, index)))
    return max(fits, key=lambda fit: fit.score, default=None)


def _begins_word(text: str, index: int) -> bool:
    """Say whether a letter comes after none, or is a capital after a small one."""
    before = text[index - 1] if index else " "
    return not before.isalnum() or (before.islower() and text[index].isupper())
