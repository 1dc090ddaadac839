"""A source in its file: rows are read when they are looked at, nothing is kept in memory."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from explorer.study.source import default_sample
from explorer.study.sources.arrays import text_of
from explorer.study.values import Row, read_only

if TYPE_CHECKING:
    from explorer.study.sources.arrays import Array
    from explorer.study.values import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class FileSource:
    """Logits, targets and names in files. targets: None where all are 0; samples: None without names.

    The names may also be texts in memory. What can no longer be read is NaN, and `trouble` says why;
    `strict` raises instead.
    """

    classes: tuple[str, ...]
    logits: Array
    targets: Array | None = None
    samples: Array | tuple[str, ...] | None = None
    origin: str | None = None
    notes: tuple[str, ...] = ()
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        parts = [array and f"{array.home.fingerprint} {array.key}" for array in self._arrays()]
        names = self.samples if isinstance(self.samples, tuple) else None
        text = json.dumps([self.classes, parts, names, self.logits.rows])
        object.__setattr__(self, "fingerprint", hashlib.blake2b(text.encode(), digest_size=16).hexdigest())

    def __len__(self) -> int:
        return self.logits.rows

    def row(self, index: int) -> Row:
        """Read one row."""
        logits, targets = self.block(index, index + 1)
        return Row(logits[0], targets[0])

    def block(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Read some rows, read-only; those that are not there any more are NaN."""
        start, stop, _ = slice(start, stop).indices(len(self))
        return self._readable(self.logits, start, stop), self._readable(self.targets, start, stop)

    def strict(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Read some rows. Raises OSError where one is not there any more."""
        return _read(self.logits, start, stop), self._targets(start, stop)

    def sample_name(self, index: int) -> str:
        """Read the row's own name; "sample 1" and so on where there is none, or none any more."""
        if isinstance(self.samples, tuple):
            return self.samples[index]
        if self.samples is not None:
            try:
                return text_of(self.samples, index)
            except OSError:
                pass
        return default_sample(index)

    def arrays(self) -> tuple[Numbers, Numbers]:
        """Read everything: for tables that fit in memory."""
        return self.block(0, len(self))

    def trouble(self) -> str | None:
        """Say in one sentence why the files can no longer be trusted; cheap, to be asked often."""
        seen: set[int] = set()
        for array in self._arrays():
            if array is not None and id(array.home) not in seen:
                seen.add(id(array.home))
                said = array.trouble()
                if said is not None:
                    return said
        return None

    def _arrays(self) -> tuple[Array | None, ...]:
        return self.logits, self.targets, None if isinstance(self.samples, tuple) else self.samples

    def _targets(self, start: int, stop: int) -> Numbers:
        if self.targets is None:
            return read_only(np.zeros((stop - start, len(self.classes))))
        return _read(self.targets, start, stop)

    def _readable(self, array: Array | None, start: int, stop: int) -> Numbers:
        if array is None:
            return self._targets(start, stop)
        try:
            return _read(array, start, stop)
        except OSError:
            found = np.full((stop - start, array.width), np.nan)
            end = _readable_end(array, start, stop)
            with contextlib.suppress(OSError):  # a disk that fails in the middle
                found[: end - start] = array.numbers(start, end)
            return read_only(found)


def _readable_end(array: Array, start: int, stop: int) -> int:
    """Return where the rows end that can still be read: a shortened file has lost the last ones."""
    while start < stop:
        middle = (start + stop) // 2
        try:
            array.raw(middle, middle + 1)
        except OSError:
            stop = middle
        else:
            start = middle + 1
    return start


def _read(array: Array, start: int, stop: int) -> Numbers:
    return read_only(array.numbers(start, stop))
