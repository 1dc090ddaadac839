"""A value in a specification and where it stands, and how it is refused."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NoReturn

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 60  # letters of a value that is quoted in a refusal


class SpecFailure(ValueError):  # noqa: N818  named as the failures of studies and importers are
    """What is wrong with a specification, in one line: file, key, value, what is allowed.

    lines: this mistake, and the others of the specification that were found beside it.
    """

    def __init__(self, message: str, others: Iterable[SpecFailure] = ()) -> None:
        super().__init__(" ".join(message.split()))  # names and texts may have lines
        self.lines: tuple[str, ...] = (str(self), *(line for each in others for line in each.lines))


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a specification. path: its keys, as in "optimizers[1].rate"; "" for the whole."""

    file: str
    path: str
    value: Any

    def refuse(self, problem: str, allowed: str) -> NoReturn:
        """Raise the failure of this value."""
        path = self.path or say("the whole")
        words = say(
            "{value} {problem}; allowed: {allowed}",
            value=shown(self.value),
            problem=problem,
            allowed=allowed,
        )
        raise SpecFailure(self._at(path, words))

    def missing(self, key: str, allowed: str) -> NoReturn:
        """Raise the failure of a key that has to be there."""
        raise SpecFailure(
            self._at(self._under(key), say("it is missing; allowed: {allowed}", allowed=allowed))
        )

    def table(self, keys: Iterable[str]) -> dict[str, Place]:
        """Return the entries of a table that may have these keys alone."""
        known, found = list(keys), self.any_table()
        for key, place in found.items():
            if key not in known:
                words = say(
                    "no such key{nearest}; allowed: {names}",
                    nearest=nearest(key, known),
                    names=listed(known),
                )
                raise SpecFailure(self._at(place.path, words))
        return found

    def any_table(self) -> dict[str, Place]:
        """Return the entries of a table of any keys."""
        if not isinstance(self.value, dict):
            self.refuse(say("is no table"), say("a table of keys and values"))
        return {key: Place(self.file, self._under(key), value) for key, value in self.value.items()}

    def tables(self) -> list[Place]:
        """Return the tables of an array of them, one at least."""
        if not isinstance(self.value, list) or not self.value:
            self.refuse(say("is no list of tables"), say("one or more tables [[{path}]]", path=self.path))
        return list(self._entries())

    def several(self) -> tuple[Place, ...]:
        """Return the entries of a list, or this value alone where it is none."""
        if not isinstance(self.value, list):
            return (self,)
        if not self.value:
            self.refuse(say("is empty"), say("one value, or a list of them"))
        return tuple(self._entries())

    def entries(self, allowed: str) -> tuple[Place, ...]:
        """Return the entries of a list."""
        if not isinstance(self.value, list):
            self.refuse(say("is no list"), allowed)
        return tuple(self._entries())

    def text(self) -> str:
        """Return a text."""
        if not isinstance(self.value, str):
            self.refuse(say("is no text"), say("a text in quotes"))
        return self.value

    def flag(self) -> bool:
        """Return a truth value."""
        if not isinstance(self.value, bool):
            self.refuse(say("is neither true nor false"), say("true or false"))
        return self.value

    def choice(self, names: Iterable[str], what: str) -> str:
        """Return one of these names; `what` is what they name, in the language in use."""
        known = list(names)
        if self.value not in known:
            near = nearest(self.value, known) if isinstance(self.value, str) else ""
            self.refuse(say("is no {kind}{nearest}", kind=what, nearest=near), listed(known))
        return str(self.value)

    def number(self, rule: Number) -> float:
        """Return a number as the rule allows it; a whole one as int."""
        value = self.value
        # A truth value is an int in Python, not in TOML.
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(say("is no {kind}{nearest}", kind=rule.kind, nearest=""), rule.words)
        if rule.whole and (not math.isfinite(value) or value != int(value)):
            self.refuse(say("is no {kind}{nearest}", kind=rule.kind, nearest=""), rule.words)
        if not rule.holds(value):
            self.refuse(say("is outside"), rule.words)
        return int(value) if rule.whole else float(value)

    def _at(self, path: str, words: str) -> str:
        """Put before words where they belong; alike in every language: forms read it."""
        return f"{self.file}: {path}: {words}"

    def _under(self, key: str) -> str:
        name = key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else json.dumps(key)
        return f"{self.path}.{name}" if self.path else name

    def _entries(self) -> Iterator[Place]:
        for index, value in enumerate(self.value):
            yield Place(self.file, f"{self.path}[{index}]", value)


@dataclass(frozen=True, slots=True)
class Number:
    """Which numbers are allowed: from low to high; `above`: low itself is not. Never NaN or infinite.

    listed: a list of them is allowed, too, which only the words say.
    """

    low: float = -math.inf
    high: float = math.inf
    above: bool = False
    whole: bool = False
    listed: bool = False

    @property
    def kind(self) -> str:
        """What it is."""
        return say("whole number") if self.whole else say("number")

    @property
    def words(self) -> str:
        """What is allowed, in words."""
        words = self._words()
        return say("{one}, or a list of them", one=words) if self.listed else words

    def _words(self) -> str:
        ends = {"kind": self.kind, "low": _limit(self.low), "high": _limit(self.high)}
        has_low, has_high = math.isfinite(self.low), math.isfinite(self.high)
        if has_low and has_high:
            return say(
                "a {kind} above {low} to {high}" if self.above else "a {kind} from {low} to {high}", **ends
            )
        if has_low:
            return say("a {kind} above {low}" if self.above else "a {kind} from {low}", **ends)
        return say("a {kind} up to {high}" if has_high else "a {kind}", **ends)

    def holds(self, value: float) -> bool:
        """Whether it is allowed."""
        from_low = self.low < value if self.above else self.low <= value
        return math.isfinite(value) and from_low and value <= self.high


def _limit(number: float) -> str:
    """Write the end of an interval: 10,000,000, but 1e-20."""
    is_whole = math.isfinite(number) and number == int(number)
    return f"{int(number):,}" if is_whole else f"{number:.15g}"


def shown(value: Any) -> str:
    """Write a value as it stands in TOML, cut where it is long."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except TypeError:  # a date or a time
        text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name is like this one, where one is."""
    found = get_close_matches(name, list(known), 1)
    return say(", perhaps {name}", name=found[0]) if found else ""


def listed(names: Iterable[str]) -> str:
    """Write names one after another."""
    return ", ".join(names) or say("none")
