"""What a stated number gives its quantity: words in further languages left out, counts within bounds."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

LANGUAGE: Final = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")  # a key of words
MOST: Final[Mapping[str, int]] = MappingProxyType(
    {"classes": 1_000_000, "labelled": 1_000_000, "size": 1_000}
)


def taken(arguments: Mapping[str, object], takes: Container[str]) -> dict[str, Any]:
    """Return the arguments for a quantity that takes those of these names.

    A text whose name it does not take and that is called as a language is what the number is called there.
    ValueError for a count above MOST, before anything of that size is made.
    """
    made = {
        key: value
        for key, value in arguments.items()
        if key in takes or not (isinstance(value, str) and LANGUAGE.fullmatch(key))
    }
    for key, most in MOST.items():
        count = made.get(key)
        if isinstance(count, int | float) and count > most:
            message = say("{count} numbers; allowed are up to {most}", count=f"{count:,}", most=f"{most:,}")
            raise ValueError(message)
    return made
