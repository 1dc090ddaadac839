"""Finding what is meant by a few letters: pure, from a query and texts to an order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

WORD_START: Final = 4.0  # a letter that begins a word
RUN: Final = 3.0  # a letter right after the one before
PLAIN: Final = 1.0  # a letter anywhere else
GAP: Final = 0.02  # taken off for every letter that is skipped
THIN: Final = 2.1  # below this score a letter, a fit is spread over its text
TELLING: Final = 3  # letters of a query that say enough for that
LONGEST: Final = 200  # letters of a text that are looked at
_WORD: Final = re.compile(r"[^\W_]+")


class Kind(IntEnum):
    """How a query names a thing, the plainest way first."""

    WHOLE = 0  # the name itself
    BEGINNING = 1
    WORDS = 2  # words of the name
    INSIDE = 3  # a part of the name, or beginnings of its words
    PATH = 4  # words of the name and of the menu it lies in
    LETTERS = 5  # letters that follow each other in the name
    FAR = 6  # the same in name and menu


@dataclass(frozen=True, slots=True)
class Match:
    """How a query fits a text, how well, and at which letters of the text."""

    score: float
    letters: tuple[int, ...]
    kind: Kind = Kind.LETTERS

    @property
    def is_thin(self) -> bool:
        """Whether the letters lie here and there in the text, which few people mean."""
        loose = self.kind >= Kind.LETTERS
        return loose and len(self.letters) >= TELLING and self.score < THIN * len(self.letters)


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


def named(query: str, text: str, names: Sequence[str] = (), place: str = "") -> Match | None:
    """Fit a query to a thing: by its text and other names it goes by, then by where it lies.

    The letters are those of the text and, beyond its end, of the place; None where nothing fits.
    """
    letters = match(query, text)
    kinds = [kind for name in (text, *names) if (kind := _kind(query, name)) is not None]
    if kinds:
        return replace(letters or Match(0.0, ()), kind=min(kinds))
    whole = f"{text} {place}"
    if _begins_words(_words(query), _words(whole)):
        return replace(letters or match(query, whole) or Match(0.0, ()), kind=Kind.PATH)
    if letters is not None:
        return letters
    far = match(query, whole)
    fit = None if far is None else replace(far, kind=Kind.FAR)
    return None if fit is None or fit.is_thin else fit  # letters here and there of a menu mean nothing


def _kind(query: str, name: str) -> Kind | None:
    """Return how a query names a thing of that name; None where at most its letters lie in it."""
    wanted, found = _words(query), _words(name)
    asked, said = " ".join(wanted), " ".join(found)
    if not wanted:
        return None
    if asked == said:
        return Kind.WHOLE
    if said.startswith(asked):
        return Kind.BEGINNING
    if all(word in found for word in wanted):
        return Kind.WORDS
    return Kind.INSIDE if asked in said or _begins_words(wanted, found) else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text[:LONGEST].casefold())


def _begins_words(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Say whether each of the words wanted, one at least, is the beginning of one that was found."""
    return bool(wanted) and all(any(word.startswith(part) for word in found) for part in wanted)


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
