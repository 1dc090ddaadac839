"""Names of classes and samples as files have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.study.failures import ImportFailure, quoted
from explorer.study.source import is_unicode
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return names in quotes, the first few of many."""
    words = ", ".join(quoted(name) for name in names[:most])
    return (
        words if len(names) <= most else say("{names} and {count} more", names=words, count=len(names) - most)
    )


def clean_name(text: str) -> str:
    """Return a name on one line, without space at its ends."""
    return " ".join(text.split())


def check_names(names: Sequence[str], where: Sequence[str], file: str) -> None:
    """Raise ImportFailure for a name that is empty, not text, or there twice. where: place of each."""
    seen: dict[str, str] = {}
    for name, place in zip(names, where, strict=True):
        if not name or not is_unicode(name):
            message = say(
                "{file}: {place}: {name} is no name; allowed is text that is not empty",
                file=file,
                place=place,
                name=quoted(name),
            )
            raise ImportFailure(message)
        if name in seen:
            message = say(
                "{file}: {place}: {name} is also {other}; allowed are names that differ",
                file=file,
                place=place,
                name=quoted(name),
                other=seen[name],
            )
            raise ImportFailure(message)
        seen[name] = place
