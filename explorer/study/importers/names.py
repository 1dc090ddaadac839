"""Names of classes and samples as files have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.study.failures import ImportFailure, quoted
from explorer.study.source import is_unicode

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return names in quotes, the first few of many."""
    words = ", ".join(quoted(name) for name in names[:most])
    return words if len(names) <= most else f"{words} and {len(names) - most} more"


def clean_name(text: str) -> str:
    """Return a name on one line, without space at its ends."""
    return " ".join(text.split())


def check_names(names: Sequence[str], where: Sequence[str], file: str) -> None:
    """Raise ImportFailure for a name that is empty, not text, or there twice. where: place of each."""
    seen: dict[str, str] = {}
    for name, place in zip(names, where, strict=True):
        if not name or not is_unicode(name):
            message = f"{file}: {place}: {quoted(name)} is no name; allowed is text that is not empty"
            raise ImportFailure(message)
        if name in seen:
            message = f"{file}: {place}: {quoted(name)} is also {seen[name]}; allowed are names that differ"
            raise ImportFailure(message)
        seen[name] = place
