"""What a script tells a window: a header in JSON and the bytes of arrays. Nothing in it can be run."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.jobs.lines.arrays import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.jobs.lines.arrays import Plain

    Shape = tuple[int, int]
    Read = Callable[[int, int], memoryview]

FORMAT: Final = 1
HEAD: Final = struct.Struct("<QQ")  # bytes of the header, and of the whole message
ALIGNMENT: Final = 64
MOST_HEADER: Final = 4096 - HEAD.size  # so that one read of a page has it whole


class MessageFailure(ValueError):  # noqa: N818 - what came is not what this program sends
    """What came is no message of arrays. The text says what was expected."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a window on arrays begins with: said once, before any array.

    classes, samples: names, None for counted ones. shown: pairs of a loss's key and its settings.
    """

    title: str = ""
    classes: tuple[str, ...] | None = None
    samples: tuple[str, ...] | None = None
    shown: tuple[tuple[str, Mapping[str, Any]], ...] | None = None
    language: str = "en"

    def written(self) -> bytes:
        """Return it as JSON."""
        shown = None if self.shown is None else [[key, dict(settings)] for key, settings in self.shown]
        facts = {
            "format": FORMAT,
            "title": self.title,
            "classes": self.classes,
            "samples": self.samples,
            "shown": shown,
            "language": self.language,
        }
        return json.dumps(facts).encode()

    @classmethod
    def read(cls, text: bytes) -> Opening:
        """Read what `written` gave. Raises MessageFailure."""
        facts = _parsed(text)
        try:
            shown = facts["shown"]
            return cls(
                title=str(facts["title"]),
                classes=_names(facts["classes"]),
                samples=_names(facts["samples"]),
                shown=None if shown is None else tuple((str(key), dict(chosen)) for key, chosen in shown),
                language=str(facts["language"]),
            )
        except (KeyError, TypeError, ValueError) as failure:
            message = f"the opening of a window on arrays lacks something: {failure!r}"
            raise MessageFailure(message) from failure


def _names(names: Any) -> tuple[str, ...] | None:
    return None if names is None else tuple(str(name) for name in names)


@dataclass(frozen=True, slots=True, eq=False)
class Arrays:
    """One update: logits of shape (rows, classes) and targets of the same; None: the targets of before."""

    logits: Plain
    targets: Plain | None = None
    sequence: int = 0

    def parts(self) -> list[bytes | memoryview]:
        """Return what is written one after another; the arrays are not copied."""
        targets = self.targets
        kinds = (
            (self.logits.shape, self.logits.dtype.str),
            targets is not None
            and (
                targets.shape,
                targets.dtype.str,
            ),
        )
        parts: list[bytes | memoryview] = [_header(kinds), self.logits.data]
        if targets is not None:
            gap = -self.logits.nbytes % ALIGNMENT
            parts += [bytes(gap), targets.data] if gap else [targets.data]
        return parts


_headers: dict[object, bytes] = {}  # a training loop has one, or a few


def _header(kinds: tuple[tuple[Shape, str], tuple[Shape, str] | bool]) -> bytes:
    found = _headers.get(kinds)
    if found is None:
        if len(_headers) > 100:
            _headers.clear()
        found = _headers[kinds] = _made_header(*kinds)
    return found


def _made_header(logits: tuple[Shape, str], targets: tuple[Shape, str] | bool) -> bytes:
    facts = {"format": FORMAT, "logits": logits, "targets": None if isinstance(targets, bool) else targets}
    text = json.dumps(facts).encode()
    start = -(-(HEAD.size + len(text)) // ALIGNMENT) * ALIGNMENT
    end = start + _bytes_of(*logits)
    if not isinstance(targets, bool):
        end = -(-end // ALIGNMENT) * ALIGNMENT + _bytes_of(*targets)
    return (HEAD.pack(len(text), end) + text).ljust(start, b"\0")


def _bytes_of(shape: Shape, kind: str) -> int:
    return int(shape[0]) * int(shape[1]) * np.dtype(kind).itemsize


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the arrays of a message lie, counted from its beginning."""

    logits: tuple[int, Shape, str]
    targets: tuple[int, Shape, str] | None
    size: int = field(default=0)

    @classmethod
    def read(cls, begin: bytes) -> Layout:
        """Read the beginning of a message, its first 4096 bytes at most. Raises MessageFailure."""
        if len(begin) < HEAD.size:
            message = f"a message begins with {HEAD.size} bytes of lengths; {len(begin)} came"
            raise MessageFailure(message)
        length, size = HEAD.unpack_from(begin)
        if length > min(MOST_HEADER, len(begin) - HEAD.size):
            message = f"a header has {length} bytes; allowed are {MOST_HEADER}, and all of them must come"
            raise MessageFailure(message)
        facts = _parsed(begin[HEAD.size : HEAD.size + length])
        start = -(-(HEAD.size + length) // ALIGNMENT) * ALIGNMENT
        logits = _kind(facts.get("logits"), "logits")
        end = start + _bytes_of(*logits)
        targets = None
        if facts.get("targets") is not None:
            shape, kind = _kind(facts["targets"], "targets")
            if shape != logits[0]:
                message = f"targets {shape} do not match logits {logits[0]}"
                raise MessageFailure(message)
            place = -(-end // ALIGNMENT) * ALIGNMENT
            targets = place, shape, kind
            end = place + _bytes_of(shape, kind)
        if end != size:
            message = f"a message of {size} bytes holds arrays that need {end}"
            raise MessageFailure(message)
        return cls((start, *logits), targets, end)

    def empty(self) -> tuple[Plain, Plain | None]:
        """Return arrays to read into."""
        targets = None if self.targets is None else np.empty(self.targets[1], self.targets[2])
        return np.empty(self.logits[1], self.logits[2]), targets


def _kind(found: Any, what: str) -> tuple[Shape, str]:
    """Read a shape and a kind of number."""
    try:
        (rows, classes), kind = found
    except (TypeError, ValueError):
        rows, classes, kind = 0, 0, found
    if not (isinstance(rows, int) and isinstance(classes, int) and rows > 0 and classes > 0):
        message = f"{what} are described by {found!r}; allowed is [[rows, classes], kind], 1 or more of each"
        raise MessageFailure(message)
    if kind not in KINDS:
        message = f"{what} are of kind {kind!r}; allowed are {', '.join(sorted(KINDS))}"
        raise MessageFailure(message)
    return (rows, classes), kind


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        facts = json.loads(text)
    except ValueError as failure:  # of letters too
        message = f"a header is no JSON: {failure}"
        raise MessageFailure(message) from failure
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        message = f"a header is of another format; allowed is a JSON object with format {FORMAT}"
        raise MessageFailure(message)
    return facts
