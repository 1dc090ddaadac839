"""The header of an NPY array: what lies where. It is matched, never evaluated, and no pickle is read."""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NoReturn

import numpy as np

from explorer.study.failures import ImportFailure, quoted
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import DTypeLike

MAGIC: Final = b"\x93NUMPY"
LONGEST_HEADER: Final = 1 << 16
ALLOWED: Final = noted("allowed are float16, float32, float64, whole numbers and true/false")
# 'key': value, where a value is text, True, False or whole numbers in ( ); anything else is no plain array
ITEM: Final = re.compile(
    r"\s*'(?P<key>\w+)'\s*:\s*(?:'(?P<text>[^'\\]*)'|(?P<flag>True|False)|\((?P<shape>[\d\s,L]*)\))\s*(?:,|$)"
)
KEYS: Final = {"descr": "text", "fortran_order": "flag", "shape": "shape"}
NUMBERS: Final = re.compile(r"[<>=|]?(?:f[248]|[iu][1248]|b1|\?)")
TEXTS: Final = re.compile(r"[<>=|]?[US][1-9]\d{0,8}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the numbers of an array begin, in bytes, of what kind they are and in which order they lie."""

    offset: int
    dtype: np.dtype[np.generic]
    shape: tuple[int, ...]
    fortran: bool

    @property
    def nbytes(self) -> int:
        """How many bytes they take."""
        return math.prod(self.shape) * self.dtype.itemsize

    @property
    def is_text(self) -> bool:
        """Whether the array holds names."""
        return self.dtype.kind in "US"

    def moved(self, start: int) -> Layout:
        """Return the layout of the same array in a file that it begins in at this byte."""
        return replace(self, offset=self.offset + start)


def read_layout(read: Callable[[int, int], bytes], size: int, what: str) -> Layout:
    """Read the header of an array of `size` bytes through `read(offset, count)`; `what` names it in messages.

    Raises ImportFailure for what is no plain array of numbers or texts, and OSError from `read`.
    """
    start = read(0, min(size, 12))
    if not start.startswith(MAGIC) or len(start) < 12 or start[6] not in (1, 2, 3):
        _refuse(
            what,
            say(
                "it begins with {start}; allowed is a NumPy array (NPY 1 to 3)", start=quoted(repr(start[:8]))
            ),
        )
    begin = 10 if start[6] == 1 else 12
    (length,) = struct.unpack_from("<H" if begin == 10 else "<I", start, 8)
    if length > LONGEST_HEADER or begin + length > size:
        _refuse(
            what,
            say(
                "its header of {length} bytes is too long for a file of {size}",
                length=f"{length:,}",
                size=f"{size:,}",
            ),
        )
    header = read(begin, length).decode("utf-8" if start[6] == 3 else "latin-1", errors="replace")
    layout = _parsed(header, begin + length, what)
    if layout.offset + layout.nbytes > size:
        there = say(
            "of {whole} bytes only {size} are there",
            whole=f"{layout.offset + layout.nbytes:,}",
            size=f"{size:,}",
        )
        _refuse(
            what, say("its shape is {shape}, but {there}; it was cut off", shape=layout.shape, there=there)
        )
    return layout


def header_of(dtype: DTypeLike, shape: tuple[int, ...]) -> bytes:
    """Return the header of an array in C order, NPY 1, padded to 64 bytes."""
    text = f"{{'descr': {np.dtype(dtype).str!r}, 'fortran_order': False, 'shape': {shape!r}, }}"
    padding = -(10 + len(text) + 1) % 64
    return MAGIC + struct.pack("<BBH", 1, 0, len(text) + padding + 1) + f"{text}{' ' * padding}\n".encode()


def _parsed(header: str, offset: int, what: str) -> Layout:
    found = _items(header, what)
    shape = tuple(int(size) for size in re.findall(r"\d+", found["shape"]))
    if not shape or len(shape) > 2 or 0 in shape or any(size > 1 << 60 for size in shape):
        _refuse(
            what,
            say(
                "its shape is {shape}; allowed is (samples, classes) or (classes,)", shape=quoted(str(shape))
            ),
        )
    return Layout(offset, dtype_of(found["descr"], what), shape, found["fortran_order"] == "True")


def _items(header: str, what: str) -> dict[str, str]:
    text = header.strip()
    found: dict[str, str] = {}
    inner, place = text.strip("{}").rstrip(), 0
    while place < len(inner):
        item = ITEM.match(inner, place)
        kind = KEYS.get(item["key"]) if item is not None else None
        if item is None or kind is None or item[kind] is None:
            _refuse(
                what,
                say(
                    "its header holds {text}; {allowed}, as plain arrays",
                    text=quoted(inner[place:]),
                    allowed=say(ALLOWED),
                ),
            )
        found[item["key"]] = item[kind]
        place = item.end()
    if found.keys() != KEYS.keys():
        _refuse(
            what, say("its header is {text}; allowed are descr, fortran_order and shape", text=quoted(text))
        )
    if len(found["shape"]) > 100:
        _refuse(
            what, say("its shape is {shape}; allowed are two whole numbers", shape=quoted(found["shape"]))
        )
    return found


def dtype_of(text: str, what: str) -> np.dtype[np.generic]:
    """Return the kind of number or text that a header names. Raises ImportFailure for every other kind."""
    if NUMBERS.fullmatch(text) or TEXTS.fullmatch(text):
        return np.dtype(text)
    if text.lstrip("<>=|").startswith("O"):
        _refuse(what, say("it holds Python objects, which are never read; {allowed}", allowed=say(ALLOWED)))
    return _refuse(
        what, say("it holds numbers of the kind {kind}; {allowed}", kind=quoted(text), allowed=say(ALLOWED))
    )


def _refuse(what: str, why: str) -> NoReturn:
    message = say("{file}: {problem}", file=what, problem=why)
    raise ImportFailure(message)
