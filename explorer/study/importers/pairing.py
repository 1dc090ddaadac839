"""Two files that belong together: which holds the logits, which the targets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.study.failures import ImportFailure
from explorer.study.importers.grid import Grid, joined
from explorer.study.importers.reading import beginning, read_grid
from explorer.study.importers.signatures import is_numpy
from explorer.study.sources import read_arrays, read_targets
from explorer.wording import say

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from explorer.study.table import Table
    from explorer.study.values import Numbers

LOOKED_AT: Final = 1 << 22  # numbers of an array file that are looked at
TARGET_WORDS: Final = frozenset(("target", "targets", "label", "labels", "y", "true", "truth", "gt"))
LOGIT_WORDS: Final = frozenset(
    ("logit", "logits", "score", "scores", "output", "outputs", "pred", "preds", "predictions")
)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two files of one table, and the question whether to open them as such."""

    logits: Path
    targets: Path
    same_shape: bool

    @property
    def question(self) -> str:
        """Say what was found and ask, in one line."""
        logits, targets = self.logits.name, self.targets.name
        if self.same_shape:
            return say(
                "{logits} and {targets} have the same shape. Open them as logits and targets?",
                logits=logits,
                targets=targets,
            )
        return say(
            "{targets} has labels for the rows of {logits}. Open them as targets and logits?",
            targets=targets,
            logits=logits,
        )


def pair(paths: Sequence[str | os.PathLike[str]]) -> Pairing | None:
    """Say which of two files are logits and which targets; None where they do not make one table.

    Where both ways fit, targets are the one with numbers in [0, 1] alone, else the one whose name says
    so, else the second. A file that cannot be read pairs with nothing, nor does a picture.
    """
    from explorer.study.pictures import is_picture  # two files are opened at once seldom

    if len(paths) != 2 or any(is_picture(Path(path)) for path in paths):
        return None
    first, second = (_Candidate.of(Path(path)) for path in paths)
    ways = [way for way in ((first, second), (second, first)) if way[0].takes(way[1])]
    if not ways:
        return None
    logits, targets = ways[-1] if len(ways) == 2 and _is_turned(first, second) else ways[0]
    same_shape = logits.shape is not None and logits.shape == targets.shape
    return Pairing(logits.path, targets.path, same_shape)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A file as it reads for its logits and for its targets; None where it does not read as such.

    Of a large array only the shape and the first rows are known.
    """

    path: Path
    shape: tuple[int, int] | None
    logits: Grid | None
    targets: Grid | None
    within: bool  # every number looked at may be a target

    @classmethod
    def of(cls, path: Path) -> _Candidate:
        """Look at a file."""
        try:
            if is_numpy(beginning(path)):
                table = _opened(path)
                if len(table) * table.class_count > LOOKED_AT:
                    first, _ = table.block(0, min(len(table), max(1, LOOKED_AT // table.class_count)))
                    return cls(path, (len(table), table.class_count), None, None, _in_unit_interval(first))
        except ImportFailure:
            return cls(path, None, None, None, within=False)
        logits, targets = _read(path, as_targets=False), _read(path, as_targets=True)
        numbers = logits.logits if logits is not None else None
        shape = None if numbers is None else (numbers.shape[0], numbers.shape[1])
        return cls(path, shape, logits, targets, numbers is not None and _in_unit_interval(numbers))

    def takes(self, other: _Candidate) -> bool:
        """Say whether the other file can be the targets of this one."""
        if self.logits is None or other.targets is None:
            return self.shape is not None and self.shape == other.shape
        try:
            joined(self.logits, other.targets).table()
        except ImportFailure:
            return False
        return True


def _opened(path: Path) -> Table:
    """Open arrays by their logits, or by their targets where they have nothing else."""
    try:
        return read_arrays(path)
    except ImportFailure:
        return read_targets(path)


def _read(path: Path, *, as_targets: bool) -> Grid | None:
    try:
        return read_grid(path, as_targets=as_targets)
    except ImportFailure:
        return None


def _is_turned(first: _Candidate, second: _Candidate) -> bool:
    """Say whether the first of two files that fit both ways is the one with the targets."""
    if first.within != second.within:
        return first.within
    return _hint(first.path) > _hint(second.path)


def _in_unit_interval(numbers: Numbers) -> bool:
    """Whether every number may be a target; NaN may not."""
    return bool(np.all((numbers >= 0.0) & (numbers <= 1.0)))


def _hint(path: Path) -> int:
    """Return 1 for a name that says targets, -1 for one that says logits, else 0."""
    words = set(re.split(r"[\W_\d]+", path.stem.lower()))
    return bool(words & TARGET_WORDS) - bool(words & LOGIT_WORDS)
