"""Texts with numbers in braces: `{name}` is one, braces written twice are those of the text itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACED: Final = re.compile(r"(\{+)([^{}]*)(\}+)|(\{+|\}+)")
_FORMAT: Final = re.compile(r"[:!]")


class Piece(NamedTuple):
    """A part of a text.

    literal: text as it is shown, before what is in braces. inner: what stands in the braces after it, None
    for none. is_alone: whether the literal holds a brace without its other one, which is shown as it is.
    """

    literal: str
    inner: str | None = None
    is_alone: bool = False

    @property
    def name(self) -> str:
        """The name in the braces, without a format: "p" of "p:.1f"; "" for none."""
        return _FORMAT.split(self.inner or "", maxsplit=1)[0]


def pieces(text: str) -> Iterator[Piece]:
    """Take a text apart; every text has pieces, also one that is half typed.

    A brace without its other one takes nothing from the well-formed ones beside it: "{p} {" is the number p
    and a brace, "{{p}" a brace and the number.
    """
    at, literal, is_alone = 0, "", False
    for found in _BRACED.finditer(text):
        literal, at = literal + text[at : found.start()], found.end()
        opening, inner, closing, single = found.groups()
        if single:
            literal += _halved(single)
            is_alone = is_alone or len(single) % 2 == 1
        elif len(opening) % 2 == 0 and len(closing) % 2 == 0:
            literal += f"{_halved(opening)}{inner}{_halved(closing)}"
        else:
            alone = len(opening) % 2 == 0 or len(closing) % 2 == 0
            yield Piece(literal + _halved(opening[1:]), inner, is_alone or alone)
            literal, is_alone = _halved(closing[1:]), False
    yield Piece(literal + text[at:], None, is_alone)


def names_in(text: str) -> set[str]:
    """Return what a text has in braces, without formats."""
    return {piece.name for piece in pieces(text) if piece.inner is not None}


def _halved(braces: str) -> str:
    """Return braces as they are shown: two stand for one, and one that is left over stays."""
    return braces[: (len(braces) + 1) // 2]
