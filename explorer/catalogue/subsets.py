"""Sums over subsets of classes, each weighing the product of its e^s: of exactly k classes, or of at most K.

A set is told by what it leaves of the heaviest one, the top, and by what it takes from below. With the
logits measured from the level tau between the two, both have weights of 1 or less,

    sum over sets = (weight of the top) x sum over m of B_m C_m,

B_m over the ways to leave m of the top, C_m over those to take as many from below (at most K: as many as
there is room for). So a sum near that of its top alone keeps all digits, at logits of any size.

Computed in float64 where the device has it: float32 logits are exact there, their differences are not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from explorer.catalogue.polynomials import LOGARITHMIC, NOTHING, PLAIN, Ring, Tree
from explorer.numeric import INFINITY, Array, logaddexp, logsumexp, sigmoids, softplus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.catalogue.accumulators import Sweep

LARGEST: Final = 690.0  # logarithm of the largest sum that is computed as it is; float64 ends at 709


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Logits, (..., n), split into the top and what is below; classes that are not there are in neither.

    level: tau, (...). heights: what the loss counts, logits from tau for exactly k, from the start for at
    most K. weights: (2, ..., n), e^(s - tau) below and e^(tau - s) in the top, by `ring`.
    room: how many more than it leaves of the top a set may take from below, (...); 0 for exactly k.
    degree: the most that a set may leave or take.
    """

    top: Array
    level: Array
    heights: Array
    weights: Array
    ring: Ring
    room: Array
    degree: int


@dataclass(frozen=True, slots=True)
class Subsets:
    """A loss over sets: log of the sum over all sets minus the logit sum of the labelled one.

    `most(**settings)` is K, None for exactly as many as are labelled; `start(**settings)` is what every
    logit is measured from. Takes the part of `Accumulators`: the same `value` and `along`.
    """

    most: Callable[..., float | None]
    start: Callable[..., float]
    slopes: None = None
    prepare: None = None

    def value(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> Array:
        """Return the loss, (..., n) -> (...)."""
        wide, labelled = self._measured(xp, logits, settings), targets == 1
        split = self._split(xp, wide, _count(xp, labelled), settings)
        value = _excess(xp, split, labelled) + self._log_sums(xp, split, settings, (0,))[0]
        return _like(xp, xp.where(xp.any(xp.isnan(logits), axis=-1), math.nan, value), logits)

    def chances(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> tuple[Array, Array]:
        """Return how likely each class is in a set and not in it, each accurate relative to itself."""
        wide = self._measured(xp, logits, settings)
        split = self._split(xp, wide, _count(xp, targets == 1), settings)
        ring, degree = split.ring, split.degree
        tree = Tree.of(xp, ring, split.weights, degree)
        taken, left = _both(tree.coefficients(xp, degree))
        if self.most(**settings) is None:
            of_left, of_taken = taken, left
        else:
            of_left = _gathered(xp, ring, _filled(xp, split, taken), split.room)
            of_taken = _emptied(xp, split, _scattered(xp, ring, left, split.room))
        without, within = tree.slopes(xp, xp.stack([of_taken, of_left], axis=1))
        within = ring.times(split.weights, within)
        # in the top the x of a factor means that the class is left
        chosen = xp.where(split.top, without[1, ...], within[0, ...])
        other = xp.where(split.top, within[1, ...], without[0, ...])
        chance, rest = _shares(xp, ring, chosen, other)
        unknown = xp.any(xp.isnan(logits), axis=-1, keepdims=True)
        return tuple(_like(xp, xp.where(unknown, math.nan, part), logits) for part in (chance, rest))

    def heaviest(self, xp: Any, logits: Array, count: Array | None, **settings: Any) -> Array:
        """Return the heaviest set as a mask, (..., n) -> bool (..., n); count: how many, if not at most K."""
        wide = self._measured(xp, logits, settings)
        return self._top(xp, wide, xp.ones_like(wide, dtype=xp.bool), count, settings)[0]

    def along(
        self, xp: Any, logits: Array, targets: Array, sweep: Sweep, settings: Mapping[str, Any]
    ) -> Array:
        """Return the loss over a sweep, (..., n) -> (..., *sweep.sizes): n + points, not n x points."""
        terms, base, level = self._around(
            xp, logits, targets, sweep.moving(xp, logits), sweep.classes, settings
        )
        axes = (1,) * len(sweep.classes)
        base = _spread(xp, base, axes)
        powers = [xp.zeros(axes, dtype=base.dtype, device=base.device)]
        for axis, (index, grid) in enumerate(zip(sweep.classes, sweep.grids, strict=True)):
            shape = (*axes[:axis], -1, *axes[axis + 1 :])
            moved = xp.reshape(self._measured(xp, grid, settings), shape) - _spread(xp, level, axes)
            powers = _with_factor(xp, powers, moved)
            base = base - xp.where(_spread(xp, targets[..., index] == 1, axes), moved, 0.0)
        parts = [_spread(xp, term, axes) + power for term, power in zip(terms, powers, strict=True)]
        total = logsumexp(xp, xp.stack(xp.broadcast_arrays(*parts), axis=-1))
        return _like(xp, xp.broadcast_to(total + base, (*logits.shape[:-1], *sweep.sizes)), logits)

    def moving_slopes(
        self, xp: Any, logits: Array, targets: Array, classes: Sequence[int], settings: Mapping[str, Any]
    ) -> Callable[[tuple[float, ...]], tuple[float, ...]]:
        """Return the gradient of a few classes of one sample as a function of their logits, in floats."""
        places = xp.arange(logits.shape[-1])
        moving = xp.any(places[:, None] == xp.asarray(list(classes)), axis=-1)
        terms, _, level = self._around(xp, logits, targets, moving, tuple(classes), settings)
        logs = [max(float(term), NOTHING) for term in terms]
        labels = [float(targets[index]) for index in classes]
        start = self.start(**settings) + float(level)

        def slopes(moved: tuple[float, ...]) -> tuple[float, ...]:
            gaps = [logit - start for logit in moved]
            whole = _log_total(logs, gaps)
            found = []
            for place, (gap, label) in enumerate(zip(gaps, labels, strict=True)):
                chosen = _log_total(logs[1:], gaps[:place] + gaps[place + 1 :]) + gap - whole
                found.append(math.exp(min(chosen, 0.0)) - label)
            return tuple(found)

        return slopes

    def _around(
        self,
        xp: Any,
        logits: Array,
        targets: Array,
        moving: Array,
        classes: tuple[int, ...],
        settings: Mapping[str, Any],
    ) -> tuple[list[Array], Array, Array]:
        """Sum over the sets of the classes that stay.

        The j-th term is the logarithm of the sum over those that leave room for j moving classes; then what
        is added to the loss, and the level that moving logits are measured from.
        """
        wide = self._measured(xp, xp.where(moving, 0.0, logits), settings)
        labelled, count = (targets == 1) & ~moving, _count(xp, targets == 1)
        staying = logits.shape[-1] - len(classes)
        held = xp.minimum(count, xp.full_like(count, staying))
        split = self._split(xp, wide, held, settings, ~moving, len(classes))
        base, steps = _excess(xp, split, labelled), range(len(classes) + 1)
        if self.most(**settings) is not None:
            return self._log_sums(xp, split, settings, [-step for step in steps]), base, split.level * 0.0
        sums = self._log_sums(xp, split, settings, range(-len(classes), len(classes) + 1))
        terms = []
        for step in steps:  # a moving class must be in where fewer stay than are labelled
            term = sums[len(classes) - step]
            for lacking in range(1, step + 1):
                term = xp.where(count - held == lacking, sums[len(classes) + lacking - step], term)
            for lacking in range(step + 1, len(classes) + 1):
                term = xp.where(count - held == lacking, NOTHING, term)
            terms.append(term)
        return terms, base, split.level

    def _measured(self, xp: Any, logits: Array, settings: Mapping[str, Any]) -> Array:
        return _widened(xp, logits) - self.start(**settings)

    def _top(
        self, xp: Any, wide: Array, here: Array, count: Array | None, settings: Mapping[str, Any]
    ) -> tuple[Array, Array, Array]:
        """Return the mask of the heaviest set, its size and the level under it."""
        logits = xp.where(here, wide, -INFINITY)
        ranked = -xp.sort(-logits, axis=-1)
        most = self.most(**settings)
        size = count
        if most is not None:
            positive = _count(xp, logits > 0)
            size = xp.minimum(positive, xp.full_like(positive, int(most)))
        places = xp.arange(logits.shape[-1], device=logits.device)
        last = xp.maximum(size, xp.ones_like(size))[..., None] - 1
        level = xp.sum(
            xp.where((places == last) & xp.any(here, axis=-1, keepdims=True), ranked, 0.0), axis=-1
        )
        if most is not None:
            level = xp.where(positive > size, level, 0.0)
        above, equal = logits > level[..., None], (logits == level[..., None]) & here
        order = xp.cumulative_sum(xp.astype(equal, xp.int64), axis=-1)
        return above | (equal & (order <= (size - _count(xp, above))[..., None])), size, level

    def _split(
        self,
        xp: Any,
        wide: Array,
        count: Array,
        settings: Mapping[str, Any],
        here: Array | None = None,
        spare: int = 0,
    ) -> Split:
        """Split the classes that are here; `spare` more degrees than their own sets need."""
        here = xp.ones_like(wide, dtype=xp.bool) if here is None else here
        top, size, level = self._top(xp, wide, here, count, settings)
        below, anchor = here & ~top, level[..., None]
        same = (wide == anchor) & xp.isinf(wide)
        gaps = xp.where(here, xp.where(same, 0.0, wide - anchor), 0.0)
        most, classes = self.most(**settings), wide.shape[-1]
        if most is None:
            degree = min(
                _largest(xp, xp.minimum(size, _count(xp, here) - size), classes // 2) + spare, classes
            )
            room = xp.zeros_like(size)
        else:
            degree = min(int(most), classes)
            room = int(most) - size
        ring = PLAIN if _log_binomial(classes, degree) < LARGEST else LOGARITHMIC
        sides = [xp.where(mask, part, 0.0) for mask, part in ((below, gaps), (top, -gaps))]
        if ring is PLAIN:
            sides = [xp.exp(side) for side in sides]
        masks = (below, top)
        weights = [xp.where(mask, side, ring.zero) for mask, side in zip(masks, sides, strict=True)]
        heights = gaps if most is None else xp.where(here, wide, 0.0)
        return Split(top, level, heights, xp.stack(weights), ring, room, degree)

    def _log_sums(
        self, xp: Any, split: Split, settings: Mapping[str, Any], offsets: Sequence[int]
    ) -> list[Array]:
        """Log of the sum over sets with `offset` more classes, or room for them, over the top's weight."""
        if not split.degree:
            return [xp.zeros_like(split.level) + (NOTHING if offset else 0.0) for offset in offsets]
        ring, degree = split.ring, split.degree
        taken, left = _both(Tree.of(xp, ring, split.weights, degree).coefficients(xp, degree))
        exact = self.most(**settings) is None
        if not exact:
            alone = xp.concat([xp.full_like(taken[:1, ...], ring.zero), taken[1:, ...]])
            first = _gathered(xp, ring, _filled(xp, split, alone), split.room)[:1, ...]
            taken = _filled(xp, split, taken)
        sums = []
        for offset in offsets:
            if exact:
                ways = _shifted(xp, ring, taken, offset)
            else:
                ways = _gathered(xp, ring, taken, split.room + offset)
            if offset:
                log = _log(xp, ring, _added(xp, ring, ring.times(ways, left)))
                sums.append(log if exact else log + offset * split.level)
                continue
            # the top itself is the 1 of log(1 + rest)
            rest = ring.times(ways[1:, ...], left[1:, ...])
            rest = _added(xp, ring, rest if exact else xp.concat([first, rest]))
            sums.append(xp.log1p(rest) if ring is PLAIN else softplus(xp, rest))
        return sums


def _widened(xp: Any, logits: Array) -> Array:
    try:
        return xp.astype(logits, xp.float64)
    except TypeError:  # a device without float64, as Apple's: fewer digits then
        return logits


def _like(xp: Any, values: Array, logits: Array) -> Array:
    return xp.astype(values, logits.dtype)


def _count(xp: Any, mask: Array) -> Array:
    return xp.sum(xp.astype(mask, xp.int64), axis=-1)


def _largest(xp: Any, numbers: Array, limit: int) -> int:
    if 0 in numbers.shape:
        return 0
    try:
        return int(xp.max(numbers))
    except RuntimeError:  # torch on the device "meta", where no array has numbers
        return limit


def _log_binomial(count: int, chosen: int) -> float:
    chosen = min(chosen, count // 2)
    return math.lgamma(count + 1) - math.lgamma(chosen + 1) - math.lgamma(count - chosen + 1)


def _both(pair: Array) -> tuple[Array, Array]:
    """Coefficients below and in the top, (degree + 1, ...) each."""
    return pair[:, 0, ...], pair[:, 1, ...]


def _excess(xp: Any, split: Split, labelled: Array) -> Array:
    """Weight of the top minus that of the labelled set: classes in both leave no rounding error."""
    surplus = xp.where(split.top & ~labelled, split.heights, 0.0)
    return xp.sum(surplus - xp.where(labelled & ~split.top, split.heights, 0.0), axis=-1)


def _filled(xp: Any, split: Split, ways: Array) -> Array:
    """Ways to take up to l, from those to take l: what is not taken costs e^-tau."""
    ring, step = split.ring, _step(xp, split)
    filled = [ways[0, ...]]
    for power in range(1, ways.shape[0]):
        filled.append(ring.plus(xp, ring.times(filled[-1], step), ways[power, ...]))
    return xp.stack(filled)


def _emptied(xp: Any, split: Split, slopes: Array) -> Array:
    """Return the derivatives by what `_filled` was given, from those by what it gave."""
    ring, step = split.ring, _step(xp, split)
    emptied = [slopes[-1, ...]]
    for power in range(slopes.shape[0] - 2, -1, -1):
        emptied.append(ring.plus(xp, ring.times(emptied[-1], step), slopes[power, ...]))
    return xp.stack(emptied[::-1])


def _step(xp: Any, split: Split) -> Array:
    return xp.exp(-split.level) if split.ring is PLAIN else -split.level


def _places(xp: Any, ways: Array, power: int, room: Array) -> Array:
    """Mask of the coefficient at power + room, of the last one beyond it, (degree + 1, ...)."""
    last = ways.shape[0] - 1
    place = xp.minimum(room + power, xp.full_like(room, last))
    degrees = xp.arange(last + 1, device=ways.device)
    return xp.reshape(degrees, (-1, *(1,) * place.ndim)) == place


def _gathered(xp: Any, ring: Ring, ways: Array, room: Array) -> Array:
    """Return the coefficient at m + room for every m, (degree + 1, ...)."""
    gathered = []
    for power in range(ways.shape[0]):
        picked = xp.sum(xp.where(_places(xp, ways, power, room), ways, 0.0), axis=0)
        gathered.append(xp.where(room + power < 0, ring.zero, picked))
    return xp.stack(gathered)


def _scattered(xp: Any, ring: Ring, slopes: Array, room: Array) -> Array:
    """Return the derivatives by what `_gathered` was given, from those by what it gave."""
    total = xp.full_like(slopes, ring.zero)
    for power in range(slopes.shape[0]):
        part = xp.where(_places(xp, slopes, power, room), slopes[power, ...], ring.zero)
        total = ring.plus(xp, total, part)
    return total


def _shifted(xp: Any, ring: Ring, ways: Array, offset: int) -> Array:
    """Return the coefficient at m + offset for every m, (degree + 1, ...)."""
    nothing = xp.full_like(ways, ring.zero)
    if offset > 0:
        return xp.concat([ways[offset:, ...], nothing[:offset, ...]])
    return xp.concat([nothing[:-offset, ...], ways[: ways.shape[0] + offset, ...]]) if offset else ways


def _added(xp: Any, ring: Ring, parts: Array) -> Array:
    """Add over the first axis."""
    return xp.sum(parts, axis=0) if ring is PLAIN else logsumexp(xp, xp.moveaxis(parts, 0, -1))


def _log(xp: Any, ring: Ring, total: Array) -> Array:
    if ring is LOGARITHMIC:
        return total
    present = total > 0
    return xp.where(present, xp.log(xp.where(present, total, 1.0)), NOTHING)


def _shares(xp: Any, ring: Ring, first: Array, second: Array) -> tuple[Array, Array]:
    if ring is LOGARITHMIC:
        return sigmoids(xp, first - second)
    whole = first + second
    return first / whole, second / whole


def _spread(xp: Any, values: Array, axes: Sequence[int]) -> Array:
    """Make room for the axes of a sweep, (...) -> (..., 1, 1)."""
    return xp.reshape(values, (*values.shape, *axes))


def _with_factor(xp: Any, powers: list[Array], moved: Array) -> list[Array]:
    """Logarithms of the coefficients of a product, with one factor more."""
    pairs = zip(powers[1:], powers, strict=False)
    joined = [logaddexp(xp, power, lower + moved) for power, lower in pairs]
    return [powers[0], *joined, powers[-1] + moved]


def _log_total(logs: Sequence[float], gaps: Sequence[float]) -> float:
    """Log of the sum over j of e^logs[j] times the j-th elementary symmetric sum of e^gaps, in floats."""
    powers = [0.0]
    for gap in gaps:
        joined = [_log_sum((power, lower + gap)) for power, lower in pairwise(powers[::-1])]
        powers = [powers[0], *joined[::-1], powers[-1] + gap]
    return _log_sum([log + power for log, power in zip(logs, powers, strict=True)])


def _log_sum(exponents: Sequence[float]) -> float:
    largest = max(exponents)
    return largest + math.log(sum([math.exp(exponent - largest) for exponent in exponents]))
