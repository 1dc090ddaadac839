"""Ways to take m + room classes from below, for every m; with room to spare, up to as many.

Coefficients are (degree + 1, ...), room is (...). `emptied` and `scattered` go back from derivatives by what
`filled` and `gathered` gave to those by what they were given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explorer.catalogue.polynomials import Ring
    from explorer.numeric import Array


def filled(xp: Any, ring: Ring, ways: Array, step: Array) -> Array:
    """Ways to take up to l, from those to take l: what is not taken costs `step`, e^-tau."""
    sums = [ways[0, ...]]
    for power in range(1, ways.shape[0]):
        sums.append(ring.plus(xp, ring.times(sums[-1], step), ways[power, ...]))
    return xp.stack(sums)


def emptied(xp: Any, ring: Ring, slopes: Array, step: Array) -> Array:
    """Go back from the derivatives by what `filled` gave."""
    sums = [slopes[-1, ...]]
    for power in range(slopes.shape[0] - 2, -1, -1):
        sums.append(ring.plus(xp, ring.times(sums[-1], step), slopes[power, ...]))
    return xp.stack(sums[::-1])


def gathered(xp: Any, ring: Ring, ways: Array, room: Array) -> Array:
    """Return the coefficient at m + room, of the last one beyond it, for every m."""
    places, last = powers(xp, ways) + room, ways.shape[0] - 1
    found = xp.take_along_axis(ways, xp.clip(places, 0, last), axis=0)
    return xp.where(places < 0, ring.zero, found)


def scattered(xp: Any, ring: Ring, slopes: Array, room: Array) -> Array:
    """Go back from the derivatives by what `gathered` gave; there are none beyond the last coefficient."""
    places = powers(xp, slopes) - room
    found = xp.take_along_axis(slopes, xp.clip(places, 0, slopes.shape[0] - 1), axis=0)
    return xp.where(places < 0, ring.zero, found)


def shifted(xp: Any, ring: Ring, ways: Array, offset: int) -> Array:
    """Return the coefficient at m + offset, nothing beyond the ends, for every m."""
    nothing = xp.full_like(ways, ring.zero)
    if offset > 0:
        return xp.concat([ways[offset:, ...], nothing[:offset, ...]])
    return xp.concat([nothing[:-offset, ...], ways[: ways.shape[0] + offset, ...]]) if offset else ways


def powers(xp: Any, ways: Array) -> Array:
    """0, 1, ... along the first axis, (degree + 1, 1, ...)."""
    count = ways.shape[0]
    return xp.reshape(xp.arange(count, device=ways.device), (count, *(1,) * (ways.ndim - 1)))
