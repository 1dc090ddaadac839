"""TOML text -> tables, lists and values, within what TOML promises and a specification needs."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final

from explorer.training.spec.places import Place, SpecFailure
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 16
"""Tables and lists that lie in one another; a specification needs five."""
LARGEST: Final = 2**63
"""Whole numbers are below it and not below its opposite: those of 64 bits, as TOML defines them."""
TOO_LARGE: Final = noted("a whole number of more than 64 bits; allowed: up to 64 bits, with its sign")


def parsed(text: str, name: str) -> dict[str, Any]:
    """Return what a TOML text says. name: of the file, for messages.

    Raises
    ------
    SpecFailure
        for what is no TOML, for whole numbers of more than 64 bits, and for what is nested very deeply.
    """
    try:
        found = tomllib.loads(text)
    except RecursionError as error:
        raise _nested(name) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{name}: {say('no TOML: {reason}', reason=error)}"
        raise SpecFailure(message) from error
    except ValueError as error:  # Python reads no whole number of so many digits
        message = f"{name}: {say('no TOML: {reason}', reason=say(TOO_LARGE))}"
        raise SpecFailure(message) from error
    _check(Place(name, "", found))
    return found


def _check(whole: Place) -> None:
    level = [whole]
    for _ in range(DEEPEST):
        level = [inner for place in level for inner in _inside(place)]
        for place in level:
            if isinstance(place.value, int) and not -LARGEST <= place.value < LARGEST:
                message = f"{place.file}: {place.path}: {say(TOO_LARGE)}"
                raise SpecFailure(message)
    if level:
        raise _nested(whole.file)


def _inside(place: Place) -> Iterator[Place]:
    if isinstance(place.value, dict):
        yield from place.any_table().values()
    elif isinstance(place.value, list):
        yield from place.entries(say("a list"))


def _nested(name: str) -> SpecFailure:
    words = say("tables or lists lie in one another; allowed: {count} levels", count=DEEPEST)
    return SpecFailure(f"{name}: {words}")
