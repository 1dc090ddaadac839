"""Numbers and texts in as few bytes as they need, for state codes: each comes back bit by bit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.values import frozen
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.values import Numbers

DECIMALS: Final = 6  # places after the point that are tried
WHOLE: Final = 2**53  # beyond it not every whole number is a float
LEAST: Final = {0: 1 / 8, 1: 1, 2: 4, 3: 8}  # kind of an array -> bytes that a number takes at least
BITS, DECIMAL, SINGLE, DOUBLE = LEAST


class Damaged(ValueError):  # noqa: N818 - a code that does not read is no error of the program
    """The bytes end too early or say what cannot be."""


class Writer:
    """Bytes that grow."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def count(self, number: int) -> None:
        """Write a whole number from 0, seven bits a byte."""
        while number > 127:
            self.bytes.append(number & 127 | 128)
            number >>= 7
        self.bytes.append(number)

    def text(self, text: str) -> None:
        """Write any text, halves of surrogate pairs too."""
        content = text.encode("utf-8", "surrogatepass")
        self.count(len(content))
        self.bytes += content

    def numbers(self, values: Sequence[float] | Numbers) -> None:
        """Write floats, whose count is known to the reader: bits, decimals, float32 or float64.

        The shortest of these that gives back every bit.
        """
        array = frozen(values)
        kind, content = min(_written(array), key=lambda way: len(way[1]))
        self.bytes.append(kind)
        self.bytes += content


def _written(array: Numbers) -> list[tuple[int, bytes]]:
    """Return every way to write an array that loses nothing."""
    ways = [(DOUBLE, array.astype("<f8").tobytes())]
    with np.errstate(all="ignore"):
        single = array.astype("<f4")
    if frozen(single).tobytes() == array.tobytes():
        ways.append((SINGLE, single.tobytes()))
    whole = array.astype(np.int64) if np.isin(array, (0.0, 1.0)).all() else None
    if whole is not None and not np.signbit(array).any():
        ways.append((BITS, np.packbits(whole.astype(bool)).tobytes()))
    decimal = _decimals(array)
    return ways if decimal is None else [*ways, (DECIMAL, decimal)]


def _decimals(array: Numbers) -> bytes | None:
    """Return the numbers as whole ones over a power of ten; None where they are not such."""
    if not np.isfinite(array).all() or (np.signbit(array) & (array == 0.0)).any():
        return None
    for places in range(DECIMALS + 1):
        scaled = [round(value * 10.0**places) if abs(value) < WHOLE else WHOLE for value in array.tolist()]
        if all(
            abs(whole) < WHOLE and whole / 10**places == value
            for whole, value in zip(scaled, array.tolist(), strict=True)
        ):
            writer = Writer()
            writer.count(places)
            for whole in scaled:
                writer.count(2 * whole if whole >= 0 else -2 * whole - 1)
            return bytes(writer.bytes)
    return None


class Reader:
    """Reads what a Writer wrote. Every method raises Damaged where the bytes do not read so."""

    def __init__(self, content: bytes) -> None:
        self._content, self._place = content, 0

    @property
    def left(self) -> int:
        """How many bytes are not read yet."""
        return len(self._content) - self._place

    def _take(self, size: int) -> bytes:
        if size > self.left:
            message = say("{size} bytes more are said to follow, {left} do", size=size, left=self.left)
            raise Damaged(message)
        self._place += size
        return self._content[self._place - size : self._place]

    def count(self, most: int = WHOLE) -> int:
        """Read a whole number from 0 to `most`."""
        number = shift = 0
        while True:
            byte = self._take(1)[0]
            number |= (byte & 127) << shift
            if number > most or shift > 63:
                message = say("a count above {most}", most=most)
                raise Damaged(message)
            if byte < 128:
                return number
            shift += 7

    def text(self) -> str:
        """Read a text."""
        try:
            return self._take(self.count()).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise Damaged(str(error)) from error

    def numbers(self, count: int) -> Numbers:
        """Read so many floats, shape (count,)."""
        kind = self._take(1)[0]
        if kind not in LEAST or LEAST[kind] * count > self.left:
            message = say(
                "{count} numbers of kind {kind} in {size} bytes", count=count, kind=kind, size=self.left
            )
            raise Damaged(message)
        if kind == DECIMAL:
            places = self.count(DECIMALS)
            return frozen([self._signed() / 10**places for _ in range(count)])
        if kind == BITS:
            packed = np.frombuffer(self._take(math.ceil(count / 8)), dtype=np.uint8)
            return frozen(np.unpackbits(packed, count=count))
        form = "<f4" if kind == SINGLE else "<f8"
        return frozen(np.frombuffer(self._take(count * np.dtype(form).itemsize), dtype=form))

    def _signed(self) -> int:
        number = self.count(2 * WHOLE)
        return -(number + 1) // 2 if number % 2 else number // 2
