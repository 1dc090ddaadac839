"""Losses taken apart into sums over classes, so that a slice or a landscape costs n + grid instead of n x grid."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from typing import Any

from explorer.numeric import INFINITY, Array, below_largest, difference, logaddexp, logsumexp


class Gather(Enum):
    """How a part is gathered over classes."""

    SUM = "sum"
    LOGSUMEXP = "logsumexp"

    @property
    def neutral(self) -> float:
        """The part of a class that is not there."""
        return 0.0 if self is Gather.SUM else -INFINITY

    def over_classes(self, xp: Any, part: Array) -> Array:
        """(..., n) -> (...)."""
        return xp.sum(part, axis=-1) if self is Gather.SUM else logsumexp(xp, part)

    def joined(self, xp: Any, first: Array, second: Array) -> Array:
        """Join two gathered parts; their shapes broadcast."""
        return first + second if self is Gather.SUM else logaddexp(xp, first, second)


@dataclass(frozen=True, kw_only=True, slots=True)
class Accumulators:
    """A loss as `finish` of parts that are gathered over classes.

    `leaf(xp, logits, targets, **settings)` gives one array (..., n) a part, each class by itself: it must not look
    at the number of classes. `finish(xp, *gathered, **settings)` gives (...). `prepare(xp, targets, **settings)`
    changes the targets first and does see them all. `anchored` losses do not change when every logit moves by
    the same amount; their logits are taken relative to the largest, which keeps digits at logits round 1000.
    """

    leaf: Callable[..., tuple[Array, ...]]
    gathers: tuple[Gather, ...]
    finish: Callable[..., Array]
    prepare: Callable[..., Array] | None = None
    anchored: bool = False

    def value(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> Array:
        """The loss, (..., n) -> (...)."""
        if self.anchored:
            logits = below_largest(xp, logits)
        parts = self.leaf(xp, logits, self._prepared(xp, targets, settings), **settings)
        return self.finish(xp, *self._gathered(xp, parts), **settings)

    def along(
        self, xp: Any, logits: Array, targets: Array, classes: tuple[int, ...], grids: tuple[Array, ...],
        settings: Mapping[str, Any], per_class: frozenset[str],
    ) -> Array:  # fmt: skip
        """The loss where the logits of `classes` take the values of `grids`, (..., n) -> (..., grid 1, grid 2, ...).

        The other classes are found by masking: total minus part would leave rounding errors of the size of the total.
        `per_class` names the settings that may hold one number per class.
        """
        moving = reduce(lambda mask, index: mask | index, (_places(xp, logits) == index for index in classes))
        targets = self._prepared(xp, targets, settings)
        anchor = self._rest_anchor(xp, logits, moving, grids)
        relative = logits if anchor is None else difference(xp, logits, anchor)
        rest = self.leaf(xp, relative, targets, **settings)
        still = [xp.where(moving, way.neutral, part) for way, part in zip(self.gathers, rest, strict=True)]
        joined = [xp.reshape(part, (*part.shape, *[1] * len(grids))) for part in self._gathered(xp, still)]
        for axis, (index, grid) in enumerate(zip(classes, grids, strict=True)):
            column = grid[:, None] if anchor is None else difference(xp, grid[:, None], anchor[..., None])
            own = {name: _of_class(setting, index, name in per_class) for name, setting in settings.items()}
            parts = self._gathered(xp, self.leaf(xp, column, targets[..., None, index : index + 1], **own))
            placed = [_on_axis(xp, part, axis, len(grids)) for part in parts]
            joined = [way.joined(xp, *pair) for way, *pair in zip(self.gathers, joined, placed, strict=True)]
        return self.finish(xp, *joined, **settings)

    def _prepared(self, xp: Any, targets: Array, settings: Mapping[str, Any]) -> Array:
        return targets if self.prepare is None else self.prepare(xp, targets, **settings)

    def _gathered(self, xp: Any, parts: tuple[Array, ...] | list[Array]) -> list[Array]:
        return [way.over_classes(xp, part) for way, part in zip(self.gathers, parts, strict=True)]

    def _rest_anchor(self, xp: Any, logits: Array, moving: Array, grids: tuple[Array, ...]) -> Array | None:
        """The largest logit that stays, (..., 1); where none stays, the top of the first grid."""
        if not self.anchored:
            return None
        largest = xp.max(xp.where(moving, -INFINITY, logits), axis=-1, keepdims=True)
        return xp.where(largest == -INFINITY, xp.max(grids[0]), largest)


def along_by_blocks(
    value: Callable[..., Array], xp: Any, logits: Array, targets: Array, classes: tuple[int, ...],
    grids: tuple[Array, ...], settings: Mapping[str, Any], block: int = 1 << 20,
) -> Array:  # fmt: skip
    """Compute the same as `Accumulators.along` for any loss, by evaluating it at every point of the grid.

    Points are taken in blocks of about `block` numbers, which bounds the memory.
    """
    sizes = tuple(grid.shape[0] for grid in grids)
    points = xp.meshgrid(*grids, indexing="ij")
    columns = [xp.reshape(column, (-1,)) for column in points]
    step = max(1, block // max(1, math.prod(logits.shape)))
    count = math.prod(sizes)
    places = _places(xp, logits)
    pieces = []
    for start in range(0, count, step):
        moved = logits[..., None, :]
        for index, column in zip(classes, columns, strict=True):
            moved = xp.where(places == index, column[start : start + step][:, None], moved)
        pieces.append(value(xp, moved, xp.broadcast_to(targets[..., None, :], moved.shape), **settings))
    return xp.reshape(xp.concat(pieces, axis=-1), (*logits.shape[:-1], *sizes))


def _places(xp: Any, logits: Array) -> Array:
    return xp.arange(logits.shape[-1], device=logits.device)


def _of_class(setting: Any, index: int, per_class: bool) -> Any:
    return setting[index : index + 1] if per_class and not isinstance(setting, float) else setting


def _on_axis(xp: Any, part: Array, axis: int, count: int) -> Array:
    *batch, size = part.shape
    return xp.reshape(part, (*batch, *[1] * axis, size, *[1] * (count - 1 - axis)))
