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

from explorer.catalogue.few import FEW, Few
from explorer.catalogue.polynomials import LOGARITHMIC, NOTHING, PLAIN, Ring, Tree
from explorer.catalogue.rooms import emptied, filled, gathered, powers, scattered, shifted
from explorer.numeric import INFINITY, Array, logaddexp, logsumexp, sigmoids, softplus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.catalogue.accumulators import Sweep

LARGEST: Final = 690.0  # logarithm of the largest sum that is computed as it is; float64 ends at 709


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Logits, (..., n), split into the top and what is below; classes that are not there are in neither.

    level: tau, (...). heights: what the loss counts, logits from tau for exactly k, from the start for at
    most K. sides: e^(s - tau) below and e^(tau - s) in the top, by `ring`, (2, ..., n), or of few classes.
    room: how many more than it leaves of the top a set may take from below, (...); None for exactly k.
    degree: the most that a set may leave or take.
    """

    top: Array
    level: Array
    heights: Array
    sides: Array | Few
    ring: Ring
    room: Array | None
    degree: int


@dataclass(frozen=True, slots=True, eq=False)
class Products:
    """Coefficients of the products of a split, (degree + 1, ...) each.

    taken: ways to take m from below; counted: to take up to m, where there is room. left: ways to leave m of
    the top. tree: what they are from, if it is not of few.
    """

    taken: Array
    counted: Array
    left: Array
    tree: Tree | None

    @classmethod
    def of(cls, xp: Any, split: Split) -> Products:
        """Multiply the classes of both sides."""
        if isinstance(split.sides, Few):
            tree, (taken, left) = None, split.sides.coefficients(xp)
        else:
            tree = Tree.of(xp, split.ring, split.sides, split.degree)
            pair = tree.coefficients(xp, split.degree)
            taken, left = pair[:, 0, ...], pair[:, 1, ...]
        counted = taken if split.room is None else filled(xp, split.ring, taken, _step(xp, split))
        return cls(taken, counted, left, tree)

    def ways(self, xp: Any, split: Split, offset: int = 0) -> Array:
        """Return the ways to take as many from below as are left of the top, for every m, `offset` more."""
        if split.room is None:
            return shifted(xp, split.ring, self.counted, offset)
        return gathered(xp, split.ring, self.counted, split.room + offset)


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
        return _value(xp, logits, labelled, split, Products.of(xp, split))

    def both(self, xp: Any, logits: Array, targets: Array, **settings: Any) -> tuple[Array, Array]:
        """Return the loss and its gradient: how likely a class is in the set, minus t.

        Of a labelled class it is minus how likely it is not, so both are accurate relative to themselves.
        """
        wide, labelled = self._measured(xp, logits, settings), targets == 1
        split = self._split(xp, wide, _count(xp, labelled), settings)
        products = Products.of(xp, split)
        chosen, left = _chances(xp, split, products)
        slopes = xp.where(labelled, -left, chosen)
        slopes = xp.where(xp.any(xp.isnan(logits), axis=-1, keepdims=True), math.nan, slopes)
        return _value(xp, logits, labelled, split, products), _like(xp, slopes, logits)

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
        products = Products.of(xp, split)
        if self.most(**settings) is not None:
            return _log_sums(xp, split, products, [-step for step in steps]), base, split.level * 0.0
        sums = _log_sums(xp, split, products, range(-len(classes), len(classes) + 1))
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
    ) -> tuple[Array, Array, Array, Array]:
        """Return the mask of the heaviest set, its size, the level under it, and the logits in order."""
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
        return above | (equal & (order <= (size - _count(xp, above))[..., None])), size, level, ranked

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
        top, size, level, ranked = self._top(xp, wide, here, count, settings)
        below, gaps = here & ~top, xp.where(here, _gaps(xp, wide, level), 0.0)
        most, classes = self.most(**settings), wide.shape[-1]
        if most is None:
            degree = min(
                _largest(xp, xp.minimum(size, _count(xp, here) - size), classes // 2) + spare, classes
            )
            room = None
        else:
            degree = min(int(most), classes)
            room = degree - size
        ring = PLAIN if _log_binomial(classes, degree) < LARGEST else LOGARITHMIC
        heights = gaps if most is None else xp.where(here, wide, 0.0)
        weights = _weights(xp, ring, below, gaps)
        largest = _largest(xp, size, classes) if most is None else degree
        if ring is PLAIN and 0 < degree <= FEW and largest <= FEW:
            first, places = ranked[..., :largest], xp.arange(largest, device=size.device)
            inside = places < size[..., None]
            above = _weights(xp, ring, inside, -_gaps(xp, first, level))
            keys = xp.where(inside, first, math.nan)
            few = Few(xp.where(top, wide, math.nan), weights, keys, above, degree)
            return Split(top, level, heights, few, ring, room, degree)
        weights = xp.stack([weights, _weights(xp, ring, top, -gaps)])
        return Split(top, level, heights, weights, ring, room, degree)


def _value(xp: Any, logits: Array, labelled: Array, split: Split, products: Products) -> Array:
    value = _excess(xp, split, labelled) + _log_sums(xp, split, products, (0,))[0]
    return _like(xp, xp.where(xp.any(xp.isnan(logits), axis=-1), math.nan, value), logits)


def _log_sums(xp: Any, split: Split, products: Products, offsets: Sequence[int]) -> list[Array]:
    """Log of the sum over sets with `offset` more classes, or room for them, over the top's weight."""
    if not split.degree:
        return [xp.zeros_like(split.level) + (NOTHING if offset else 0.0) for offset in offsets]
    sums = []
    for offset in offsets:
        parts = split.ring.times(products.ways(xp, split, offset), products.left)
        if offset:
            log = _log(xp, split.ring, _added(xp, split.ring, parts))
            sums.append(log if split.room is None else log + offset * split.level)
            continue
        # the top itself is the 1 of log(1 + rest)
        if split.room is None:
            rest = parts[1:, ...]
        else:  # there is room only where the level is 0: what is not taken costs nothing
            places = powers(xp, parts)
            alone = xp.where((places > 0) & (places <= split.room), products.taken, split.ring.zero)
            rest = xp.concat([alone, parts[1:, ...]])
        rest = _added(xp, split.ring, rest)
        sums.append(xp.log1p(rest) if split.ring is PLAIN else softplus(xp, rest))
    return sums


def _chances(xp: Any, split: Split, products: Products) -> tuple[Array, Array]:
    """Return how likely each class is in a set and not in it, each accurate relative to itself."""
    ring, of_left, of_taken = split.ring, products.ways(xp, split), products.left
    if split.room is not None:
        of_taken = emptied(xp, ring, scattered(xp, ring, of_taken, split.room), _step(xp, split))
    if products.tree is None:
        total = xp.sum(of_left * products.left, axis=0)[..., None]
        unlikely = split.sides.unlikely(xp, products.taken, of_taken, of_left) / total
        likely = 1.0 - unlikely  # 1 / (k + 2) or more: swapped for a class of the top, a set is no lighter
        return xp.where(split.top, likely, unlikely), xp.where(split.top, unlikely, likely)
    without, within = products.tree.slopes(xp, xp.stack([of_taken, of_left], axis=1))
    within = ring.times(split.sides, within)
    # in the top the x of a factor means that the class is left
    chosen = xp.where(split.top, without[1, ...], within[0, ...])
    other = xp.where(split.top, within[1, ...], without[0, ...])
    return _shares(xp, ring, chosen, other)


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


def _gaps(xp: Any, logits: Array, level: Array) -> Array:
    """Distance from the level, 0 between equal infinities."""
    same = (logits == level[..., None]) & xp.isinf(logits)
    return xp.where(same, 0.0, logits - level[..., None])


def _weights(xp: Any, ring: Ring, mask: Array, exponents: Array) -> Array:
    """e^x by `ring` where the mask is, nothing elsewhere."""
    exponents = xp.where(mask, exponents, 0.0)
    return xp.where(mask, xp.exp(exponents) if ring is PLAIN else exponents, ring.zero)


def _excess(xp: Any, split: Split, labelled: Array) -> Array:
    """Weight of the top minus that of the labelled set: classes in both leave no rounding error."""
    surplus = xp.where(split.top & ~labelled, split.heights, 0.0)
    return xp.sum(surplus - xp.where(labelled & ~split.top, split.heights, 0.0), axis=-1)


def _step(xp: Any, split: Split) -> Array:
    return xp.exp(-split.level) if split.ring is PLAIN else -split.level


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
