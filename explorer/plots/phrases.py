"""How what is said is put together: names, clauses, sentences; each language has its own signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.wording import say, say_between

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Join names or short statements: "a, b, c"."""
    return say_between(", ", "between names", words)


def stated(words: Iterable[str]) -> str:
    """Join statements of some words each: "at most 0.1, 0 from −40 to 0"."""
    return say_between(", ", "between statements", words)


def clauses(words: Iterable[str]) -> str:
    """Join parts of a sentence that have commas of their own: "a, b; c, d"."""
    return say_between("; ", "between clauses", words)


def sentence(words: str) -> str:
    """End a sentence: "a"."""
    return say("{words}.", "a sentence", words=words)


def joined(*sentences: str) -> str:
    """Put sentences one after the other; those that are "" are left out."""
    whole = ""
    for each in filter(None, sentences):
        whole = say("{sentence} {next}", sentence=whole, next=each) if whole else each
    return whole
