"""Losses taken apart into sums over classes: a slice or a landscape costs n + grid instead of n x grid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from explorer.numeric import INFINITY, Array, below_largest, difference, logaddexp, logsumexp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

BLOCK = 1 << 20  # numbers in memory at a time where a loss is evaluated at every point: 8 MB in float64


class Gather(Enum):
    """How a part is gathered over classes."""

    SUM = "sum"
    LOGSUMEXP = "logsumexp"

    @property
    def neutral(self) -> float:
        """The part of a class that is not there."""
        return 0.0 if self is Gather.SUM else -INFINITY

    def over_classes(self, xp: Any, part: Array) -> Array:
        """Gather over the last axis, (..., n) -> (...)."""
        return xp.sum(part, axis=-1) if self is Gather.SUM else logsumexp(xp, part)

    def joined(self, xp: Any, first: Array, second: Array) -> Array:
        """Join two gathered parts; their shapes broadcast."""
        return first + second if self is Gather.SUM else logaddexp(xp, first, second)


@dataclass(frozen=True, slots=True)
class Sweep:
    """Classes whose logits take the values of one grid each, (points,), all combinations of them."""

    classes: tuple[int, ...]
    grids: tuple[Array, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Points along each axis."""
        return tuple(grid.shape[0] for grid in self.grids)

    def moving(self, xp: Any, logits: Array) -> Array:
        """Mask of the swept classes, bool (n,)."""
        places = xp.arange(logits.shape[-1], device=logits.device)
        mask = places == self.classes[0]
        for index in self.classes[1:]:
            mask = mask | (places == index)
        return mask


@dataclass(frozen=True, kw_only=True, slots=True)
class Accumulators:
    """A loss as `finish` of parts that are gathered over classes.

    `leaf(xp, logits, targets, **settings)` gives one array (..., n) a part, each class by itself: it must not
    look at the number of classes. `finish(xp, *gathered, **settings)` gives (...).
    `prepare(xp, targets, **settings)` changes the targets first and does see them all. `anchored` losses do
    not change when every logit moves by the same amount; their logits are taken relative to the largest,
    which keeps digits at logits round 1000.

    `slopes(rest, logits, targets, **settings)` is the gradient of the few classes that move while the
    gathered parts of the others, `rest`, stay. All are Python floats: targets prepared, a per-class setting
    as one number a moving class. It only saves time: a descent on two logits then costs no array a step.
    """

    leaf: Callable[..., tuple[Array, ...]]
    gathers: tuple[Gather, ...]
    finish: Callable[..., Array]
    prepare: Callable[..., Array] | None = None
    anchored: bool = False
    slopes: Callable[..., tuple[float, ...]] | None = None

    def value(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> Array:
        """Return the loss, (..., n) -> (...)."""
        return self.finish(xp, *self.gathered(xp, logits, targets, **settings), **settings)

    def gathered(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> list[Array]:
        """Return the parts gathered over all classes, (..., n) -> one (...) a part."""
        if self.anchored:
            logits = below_largest(xp, logits)
        return self._gathered(xp, self.leaf(xp, logits, self._prepared(xp, targets, settings), **settings))

    def terms(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> Array:
        """Return the one part of each class before it is gathered, (..., n) -> (..., n)."""
        (part,) = self.leaf(xp, logits, self._prepared(xp, targets, settings), **settings)
        return part

    def along(
        self, xp: Any, logits: Array, targets: Array, sweep: Sweep, settings: Mapping[str, Any]
    ) -> Array:
        """Return the loss over a sweep, (..., n) -> (..., *sweep.sizes).

        Settings are floats or arrays (..., n). The other classes are found by masking: total minus part would
        leave rounding errors of the size of the total.
        """
        targets = self._prepared(xp, targets, settings)
        anchor = self._anchor(xp, logits, sweep)
        joined = self._rest(xp, difference(xp, logits, anchor), targets, sweep, settings)
        for axis, (index, grid) in enumerate(zip(sweep.classes, sweep.grids, strict=True)):
            column = difference(xp, grid[:, None], anchor[..., None])
            own = {name: _of_class(setting, index) for name, setting in settings.items()}
            parts = self._gathered(xp, self.leaf(xp, column, _of_class(targets, index), **own))
            placed = [_on_axis(xp, part, axis, len(sweep.grids)) for part in parts]
            joined = [way.joined(xp, *pair) for way, *pair in zip(self.gathers, joined, placed, strict=True)]
        return self.finish(xp, *joined, **settings)

    def _rest(
        self, xp: Any, logits: Array, targets: Array, sweep: Sweep, settings: Mapping[str, Any]
    ) -> list[Array]:
        """Gather the classes that stay; one more axis of length 1 for each that is swept."""
        moving = sweep.moving(xp, logits)
        leaves = self.leaf(xp, logits, targets, **settings)
        still = [xp.where(moving, way.neutral, part) for way, part in zip(self.gathers, leaves, strict=True)]
        ones = [1] * len(sweep.grids)
        return [xp.reshape(part, (*part.shape, *ones)) for part in self._gathered(xp, still)]

    def _anchor(self, xp: Any, logits: Array, sweep: Sweep) -> Array:
        """Return the largest logit that stays, (..., 1); where none stays, the top of the first grid."""
        if not self.anchored:
            return xp.zeros_like(logits[..., :1])
        staying = xp.where(sweep.moving(xp, logits), -INFINITY, logits)
        largest = xp.max(staying, axis=-1, keepdims=True)
        return xp.where(largest == -INFINITY, xp.max(sweep.grids[0]), largest)

    def _prepared(self, xp: Any, targets: Array, settings: Mapping[str, Any]) -> Array:
        return targets if self.prepare is None else self.prepare(xp, targets, **settings)

    def _gathered(self, xp: Any, parts: Iterable[Array]) -> list[Array]:
        return [way.over_classes(xp, part) for way, part in zip(self.gathers, parts, strict=True)]


def along_by_points(
    value: Callable[..., Array],
    xp: Any,
    logits: Array,
    targets: Array,
    sweep: Sweep,
    settings: Mapping[str, Any],
) -> Array:
    """Return any loss over a sweep, (..., n) -> (..., *sweep.sizes), by evaluating it at every point."""
    columns = [xp.reshape(column, (-1, 1)) for column in xp.meshgrid(*sweep.grids, indexing="ij")]
    places = xp.arange(logits.shape[-1], device=logits.device)
    wide = {name: _by_points(setting) for name, setting in settings.items()}
    step = max(1, BLOCK // max(1, math.prod(logits.shape)))
    pieces = []
    count = math.prod(sweep.sizes)
    for start in range(0, count, step):
        moved = _by_points(logits)
        for index, column in zip(sweep.classes, columns, strict=True):
            moved = xp.where(places == index, column[start : min(start + step, count), ...], moved)
        pieces.append(value(xp, moved, xp.broadcast_to(_by_points(targets), moved.shape), **wide))
    return xp.reshape(xp.concat(pieces, axis=-1), (*logits.shape[:-1], *sweep.sizes))


def _of_class(setting: Any, index: int) -> Any:
    """Return one class's number of an array (..., n) as (..., 1, 1); a float is everyone's."""
    return setting if isinstance(setting, float) else setting[..., None, index : index + 1]


def _by_points(setting: Any) -> Any:
    """Make room for the points of a sweep before the classes, (..., n) -> (..., 1, n)."""
    return setting if isinstance(setting, float) else setting[..., None, :]


def _on_axis(xp: Any, part: Array, axis: int, count: int) -> Array:
    """Place (..., points) as axis number `axis` of the `count` axes of a sweep."""
    *batch, size = part.shape
    return xp.reshape(part, (*batch, *[1] * axis, size, *[1] * (count - 1 - axis)))
