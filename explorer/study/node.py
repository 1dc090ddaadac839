"""Reading a parsed document key by key: every failure names the key and what is allowed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from explorer.study.failures import StorageFailure, quoted
from explorer.study.json_text import NOT_FINITE
from explorer.study.values import number
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = noted('a number, "NaN", "Infinity" or "-Infinity"')


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document, the file it is in and the keys that lead to it."""

    value: object
    file: str
    path: tuple[str, ...] = ()

    def refuse(self, allowed: str) -> NoReturn:
        """Raise StorageFailure: this value is not what is allowed here."""
        value = self.value
        text = (
            "{...}" if isinstance(value, dict) else "[...]" if isinstance(value, list) else json.dumps(value)
        )
        where = f'"{".".join(self.path)}"' if self.path else say("the document")
        message = say(
            "{file}: {place} is {value}; allowed is {allowed}",
            file=self.file,
            place=where,
            value=quoted(text),
            allowed=allowed,
        )
        raise StorageFailure(message)

    # Objects

    def keys(self) -> dict[str, object]:
        """Return the object; refuse anything else."""
        if not isinstance(self.value, dict):
            self.refuse(say("an object { }"))
        return self.value

    def has(self, key: str) -> bool:
        """Say whether the object has this key, and not null under it."""
        return self.keys().get(key) is not None

    def at(self, key: str, allowed: str = "") -> Node:
        """Return the value of a key; a missing one is refused, naming what is allowed."""
        keys = self.keys()
        path = (*self.path, key)
        if key not in keys:
            message = say(
                '{file}: "{place}" is missing; allowed is {allowed}',
                file=self.file,
                place=".".join(path),
                allowed=allowed or say("a value"),
            )
            raise StorageFailure(message)
        return Node(keys[key], self.file, path)

    def unknown(self, *known: str) -> dict[str, object]:
        """Return what the object holds beside the known keys."""
        return {key: value for key, value in self.keys().items() if key not in known}

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Yield every key of the object with its value."""
        for key in self.keys():
            yield key, self.at(key)

    # Lists and single values

    def items(self, allowed: str = "") -> list[Node]:
        """Return the list's items; their place, from 0, is their key."""
        if not isinstance(self.value, list):
            self.refuse(allowed or say("a list [ ]"))
        return [Node(item, self.file, (*self.path, str(place))) for place, item in enumerate(self.value)]

    def text(self) -> str:
        """Return a text."""
        if not isinstance(self.value, str):
            self.refuse(say("text"))
        return self.value

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self.refuse(say("true or false"))
        return self.value

    def whole(self, low: int = 0, high: int | None = None) -> int:
        """Return a whole number from low to high."""
        value = self.value
        if type(value) is not int or value < low or (high is not None and value > high):
            self.refuse(
                say("a whole number from {low}", low=low)
                if high is None
                else say("a whole number from {low} to {high}", low=low, high=high)
            )
        return value

    def number(self) -> float:
        """Return any float; those that JSON has not are texts."""
        value = self.value
        if isinstance(value, str) and value in NOT_FINITE:
            return NOT_FINITE[value]
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(say(NUMBER))
        try:
            return number(value)
        except OverflowError:
            self.refuse(say("a number that a float64 can hold"))

    def numbers(self) -> list[float]:
        """Return a list of floats."""
        if isinstance(self.value, list) and all(type(item) is float for item in self.value):
            return self.value
        return [item.number() for item in self.items(say("a list of numbers"))]

    def texts(self) -> list[str]:
        """Return a list of texts."""
        return [item.text() for item in self.items(say("a list of texts"))]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is gathered while reading: unknown keys by path, and messages."""

    extra: dict[tuple[str, ...], MappingProxyType[str, object]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)

    def unknown(self, node: Node, *known: str) -> None:
        """Keep what the object holds beside the known keys."""
        rest = node.unknown(*known)
        if rest:
            self.extra[node.path] = MappingProxyType(rest)
