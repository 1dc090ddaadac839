"""Random numbers of runs: a run's numbers depend on its seed and what they are for, and on nothing else.

They come from the counter-based generator Philox 4x64 (Salmon et al. 2011, "Parallel random numbers: as easy
as 1, 2, 3"), keyed by the purpose and by the block of 1,024 seeds that a seed is in; each seed has a fixed
count of words from there. So neither the device, nor the size of a batch, nor the other runs of it change a
bit, and a million runs need a thousand generators instead of a million.

All of it is whole numbers and IEEE 754 arithmetic: the bits are the same on every machine. As words are
counted, some of them can be drawn without those before: very many are drawn in pieces, `pause` being called
between two, which may raise.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from explorer.training.inputs.normals import normals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]
    Seeds = NDArray[np.int64]
    Words = NDArray[np.uint64]

BLOCK: Final = 1_024
"""Seeds that share a generator."""
STEP: Final = 4  # words that Philox makes of one count
PIECE: Final = 1 << 16
"""Words that are drawn at a time: half a millisecond, and what is made of them stays in the cache."""


TURNS: Final = 16
"""Things that are chosen between two pauses."""


class Part(NamedTuple):
    """Some of the rows of each run, first to last (exclusive): the first axis of a shape."""

    first: int
    last: int


def no_pause() -> None:
    """Do nothing between two pieces."""


def pieces(count: int, each: int, most: int = PIECE) -> Iterator[Part]:
    """Yield parts of `count` things, of `each` numbers, that have at most so many numbers, or one thing."""
    step = max(1, most // max(1, each))
    for first in range(0, count, step):
        yield Part(first, min(first + step, count))


def checked_seeds(seeds: ArrayLike) -> Seeds:
    """Return seeds as whole numbers (runs,); ValueError for what is no list of them from 0 on."""
    found = np.asarray(seeds)
    if found.ndim != 1 or not (found.size == 0 or np.issubdtype(found.dtype, np.integer)):
        message = f"seeds {found.dtype} {found.shape}: they are whole numbers, one for each run"
        raise ValueError(message)
    found = found.astype(np.int64)
    if (found < 0).any():
        message = f"seed {found[found < 0][0]} is below 0; seeds are whole numbers from 0 on"
        raise ValueError(message)
    return found


def words(seeds: ArrayLike, purpose: str, count: int, part: Part | None = None) -> Words:
    """Return `count` random words of 64 bits for each seed, (runs, count); of them `part`, where given.

    seeds: whole numbers from 0 on, in any order, also repeated. purpose: what the words are for; another
    purpose gives unrelated words. Of one purpose and count no two seeds share a word. Another count divides
    the same stream otherwise: a run of 8 classes may have words of the next run of 4, so that the runs of two
    sizes are not independent of each other; those of each size are.
    """
    wanted = checked_seeds(seeds)
    begin, end = part or Part(0, count)
    found = np.empty((len(wanted), end - begin), dtype=np.uint64)
    if not found.size:
        return found
    if begin == 0 and end == count:
        _fill(found, wanted, purpose, count)
        return found
    for run, seed in enumerate(wanted):
        generator = _generator(int(seed), purpose, count)
        generator.advance(begin // STEP)
        found[run] = generator.random_raw(end - begin // STEP * STEP)[begin % STEP :]
    return found


def _fill(found: Words, wanted: Seeds, purpose: str, count: int) -> None:
    """Draw all words of each seed, those of consecutive seeds at once."""
    steps = -(-count // STEP)
    order = np.argsort(wanted, kind="stable")
    for first, last in _stretches(wanted[order]):
        generator = _generator(int(wanted[order[first]]), purpose, count)
        made = generator.random_raw((last - first) * steps * STEP).reshape(last - first, -1)
        found[order[first:last]] = made[:, :count]


def _generator(seed: int, purpose: str, count: int) -> np.random.Philox:
    """Return the generator where the words of a seed begin."""
    key = int.from_bytes(blake2b(purpose.encode(), digest_size=8).digest(), "little")
    block, place = divmod(seed, BLOCK)
    generator = np.random.Philox(key=np.array([key, block], dtype=np.uint64))
    generator.advance(place * -(-count // STEP))
    return generator


def _stretches(ranked: Seeds) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) place of each stretch of consecutive seeds within a block."""
    breaks = np.flatnonzero((np.diff(ranked) != 1) | (ranked[1:] % BLOCK == 0)) + 1
    edges = [0, *breaks.tolist(), len(ranked)]
    yield from pairwise(edges)


def uniform(
    seeds: ArrayLike,
    purpose: str,
    *shape: int,
    part: Part | None = None,
    pause: Callable[[], None] = no_pause,
) -> Numbers:
    """Return numbers spread evenly over 0 to 1, neither of them included, (runs, *shape).

    part: the rows that are wanted, some of the first axis of the shape; all without it.
    """
    return _drawn(seeds, purpose, shape, part, pause, _even)


def normal(
    seeds: ArrayLike,
    purpose: str,
    *shape: int,
    part: Part | None = None,
    pause: Callable[[], None] = no_pause,
) -> Numbers:
    """Return normal numbers of mean 0 and standard deviation 1, (runs, *shape), as `uniform` does."""
    return _drawn(seeds, purpose, shape, part, pause, lambda made: normals(_even(made)))


def _even(made: Words) -> Numbers:
    # The middle of one of 2^52 equal parts: no number is rounded, so none becomes 0 or 1.
    return ((made >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52


def _drawn(
    seeds: ArrayLike,
    purpose: str,
    shape: tuple[int, ...],
    part: Part | None,
    pause: Callable[[], None],
    numbers: Callable[[Words], Numbers],
) -> Numbers:
    """Return a number of each word, a piece at a time; `numbers`: words -> numbers."""
    wanted, count, each = checked_seeds(seeds), prod(shape), prod(shape[1:])
    rows = part or Part(0, shape[0])
    begin, size = rows.first * each, (rows.last - rows.first) * each
    found = np.empty((len(wanted), size))
    for runs in pieces(len(wanted), size):
        for own in pieces(size, 1):
            pause()
            made = words(
                wanted[runs.first : runs.last], purpose, count, Part(begin + own.first, begin + own.last)
            )
            found[runs.first : runs.last, own.first : own.last] = numbers(made)
    return found.reshape(len(wanted), rows.last - rows.first, *shape[1:])


def whole(made: Words, low: ArrayLike, high: ArrayLike) -> NDArray[np.int64]:
    """Return whole numbers from low to high, both included, from a word each.

    The upper 32 bits are scaled: of m numbers one may be more usual than another by m / 2^32, no more.
    """
    first = np.asarray(low, dtype=np.int64)
    count = (np.asarray(high, dtype=np.int64) - first + 1).astype(np.uint64)
    return first + (((made >> np.uint64(32)) * count) >> np.uint64(32)).astype(np.int64)


def between(
    seeds: ArrayLike, purpose: str, low: int, high: int, *shape: int, part: Part | None = None
) -> NDArray[np.int64]:
    """Return whole numbers, low to high equally likely, both included, (runs, *shape), or a part of them."""
    rows, each = part or Part(0, shape[0]), prod(shape[1:])
    made = words(seeds, purpose, prod(shape), Part(rows.first * each, rows.last * each))
    return whole(made, low, high).reshape(len(made), rows.last - rows.first, *shape[1:])


def subsets(
    seeds: ArrayLike,
    purpose: str,
    counts: NDArray[np.int64],
    most: int,
    size: int,
    pause: Callable[[], None] = no_pause,
) -> NDArray[np.bool_]:
    """Return `counts[run]` of `size` things without replacement, all sets equally likely, (runs, size).

    counts: (runs,), from 0 to most. Floyd's way, one word for each chosen thing (Bentley & Floyd 1987,
    "A sample of brilliance").
    """
    runs = np.arange(len(counts))
    made = words(seeds, purpose, most)
    found = np.zeros((len(counts), size), dtype=np.bool_)
    for turn in range(most):
        if turn % TURNS == 0:
            pause()
        # A run that chooses k draws from the first size - k + 1 things, then from one more each time.
        active = turn < counts
        last = np.where(active, size - counts + turn, 0)
        drawn = whole(made[:, turn], 0, last)
        place = np.where(found[runs, drawn], last, drawn)
        found[runs[active], place[active]] = True
    return found


def row_order(seeds: ArrayLike, epoch: int, rows: int) -> NDArray[np.int64]:
    """Return the order in which each run goes through its rows in an epoch, from 0 on, (runs, rows)."""
    return permutation(seeds, f"order of rows in epoch {epoch}", rows)


def permutation(seeds: ArrayLike, purpose: str, count: int) -> NDArray[np.int64]:
    """Return the numbers below `count` in an order of each run, (runs, count): that of random words."""
    order: NDArray[np.int64] = np.argsort(words(seeds, purpose, count), axis=-1, kind="stable")
    return order


def flips(
    seeds: ArrayLike, update: int, share: float, *shape: int, pause: Callable[[], None] = no_pause
) -> NDArray[np.bool_]:
    """Return which labels are flipped at an update, each with the same chance, bool (runs, *shape).

    share: from 0 to 1, kept to a part in 2^32.
    """
    found = np.empty((len(checked_seeds(seeds)), *shape), dtype=np.bool_)
    for part in pieces(shape[0], len(found) * prod(shape[1:])):
        pause()
        own = chosen(seeds, f"labels flipped at update {update}", share, *shape, part=part)
        found[:, slice(*part)] = own
    return found


def labels(
    seeds: ArrayLike, update: int, chances: Numbers, rows: int, pause: Callable[[], None] = no_pause
) -> Numbers:
    """Return the labels, 0 or 1, that are drawn for an update where each has its own chance of being 1.

    chances: (runs or 1, rows or 1, n) -> (runs, rows, n). All labels are independent.
    """
    made = uniform(seeds, f"labels drawn at update {update}", rows, chances.shape[-1], pause=pause)
    return (made < chances).astype(np.float64)


def chosen(
    seeds: ArrayLike, purpose: str, share: float, *shape: int, part: Part | None = None
) -> NDArray[np.bool_]:
    """Return a choice in which each is taken with the chance `share`, bool (runs, *shape), or a part of it.

    32 bits decide each, as far more are drawn of these than of any other number.
    """
    rows, each = part or Part(0, shape[0]), prod(shape[1:])
    first, last = rows.first * each, rows.last * each
    made = words(seeds, purpose, -(-prod(shape) // 2), Part(first // 2, -(-last // 2)))
    # Both halves of a word, the lower first, on machines of either byte order.
    halves = made.astype("<u8", copy=False).view("<u4")[:, first % 2 : first % 2 + last - first]
    return (halves < round(share * 2.0**32)).reshape(len(made), rows.last - rows.first, *shape[1:])
