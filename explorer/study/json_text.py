"""JSON text for people and for diffs: sorted keys, one value a line, every float in full."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Final

import numpy as np

from explorer.study.failures import StorageFailure, quoted
from explorer.study.source import is_unicode
from explorer.wording import noted, say

TWICE: Final = noted("{key} is there twice; allowed is each key once")
TOKEN: Final = re.compile(r'("(?:[^"\\]|\\.)*+")(\s*+:)?|[{}\[\]]', re.DOTALL)  # of JSON that can be read
NAN, INFINITY = "NaN", "Infinity"
NOT_FINITE: Final = {NAN: math.nan, INFINITY: math.inf, f"-{INFINITY}": -math.inf}


def written(value: object) -> str:
    """Return a document as JSON text. NaN and infinities are the texts "NaN", "Infinity", "-Infinity"."""
    return _text(value, "\n") + "\n"


def _text(value: object, line: str) -> str:
    deeper = line + " "
    if isinstance(value, np.ndarray):
        if value.ndim == 1 and value.dtype == float and value.size and np.isfinite(value).all():
            return f"[{deeper}{f',{deeper}'.join(map(repr, value.tolist()))}{line}]"  # many: the short way
        value = value.tolist() if value.ndim == 1 else list(value)
    if isinstance(value, dict):
        items = [f"{_string(key)}: {_text(value[key], deeper)}" for key in sorted(value)]
        return f"{{{deeper}{f',{deeper}'.join(items)}{line}}}" if items else "{}"
    if isinstance(value, list | tuple):
        items = [_float(item) if type(item) is float else _text(item, deeper) for item in value]
        return f"[{deeper}{f',{deeper}'.join(items)}{line}]" if items else "[]"
    if isinstance(value, float):
        return _float(value)
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _string(text: str) -> str:
    """Return readable UTF-8; half a surrogate pair, which UTF-8 has not, as its escape."""
    return json.dumps(text, ensure_ascii=not is_unicode(text))


def _float(value: float) -> str:
    if math.isfinite(value):
        return repr(value)
    name = NAN if math.isnan(value) else INFINITY
    return f'"-{name}"' if value < 0 else f'"{name}"'


class KeyTwice(ValueError):  # noqa: N818 - what was given is wrong, not the program
    """An object has a key twice, of which no one can say which is meant."""


def loaded(text: str) -> Any:
    """Return what a JSON text holds, as `json.loads` does; KeyTwice says where an object has a key twice."""
    try:
        return json.loads(text, object_pairs_hook=_object)
    except KeyTwice as failure:
        place, key = _second(text)
        message = say(
            "line {line}, column {column}: {problem}",
            line=text.count("\n", 0, place) + 1,
            column=place - text.rfind("\n", 0, place),
            problem=say(TWICE, key=quoted(key)),
        )
        raise KeyTwice(message) from failure


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise KeyTwice
    return found


def _second(text: str) -> tuple[int, str]:
    """Return where the first key that its object has already stands, and the key."""
    inside: list[set[str]] = []
    for token in TOKEN.finditer(text):
        if token[0] in "{[":
            inside.append(set())
        elif token[0] in "}]":
            inside.pop()
        elif token[2] is not None:  # a text before a colon
            key = json.loads(token[1])
            if key in inside[-1]:
                return token.start(), key
            inside[-1].add(key)
    raise AssertionError(text)  # `_object` has seen one


def parsed(text: str, file: str) -> object:
    """Return what a JSON text holds. Raises StorageFailure that names line and column."""
    try:
        return loaded(text)
    except KeyTwice as error:
        raise StorageFailure(say("{what}: {fact}", what=file, fact=error)) from error
    except json.JSONDecodeError as error:
        rest = text[error.pos : error.pos + 60]
        near = quoted(rest) if rest.strip() else say("the end")
        message = say(
            "{file}: line {line}, column {column}: {problem} at {near}; allowed is JSON",
            file=file,
            line=error.lineno,
            column=error.colno,
            problem=error.msg,
            near=near,
        )
        raise StorageFailure(message) from error
    except (RecursionError, ValueError) as error:  # ValueError: a whole number of thousands of digits
        message = say(
            "{file}: {problem}; allowed is a study as this program writes it", file=file, problem=error
        )
        raise StorageFailure(message) from error
