"""JSON text for people and for diffs: sorted keys, one value a line, every float in full."""

from __future__ import annotations

import json
import math
from typing import Final

import numpy as np

from explorer.study.failures import StorageFailure, quoted
from explorer.study.source import is_unicode
from explorer.wording import say

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


def parsed(text: str, file: str) -> object:
    """Return what a JSON text holds. Raises StorageFailure that names line and column."""
    try:
        return json.loads(text)
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
