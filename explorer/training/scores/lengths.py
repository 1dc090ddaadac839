"""Euclidean norms of numbers whose squares overflow, or vanish, where the norm itself does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.training.pauses import by_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.numeric import Array


def scale(xp: Any, arrays: Sequence[Array]) -> Array:
    """Return what arrays (runs, ...) are divided by before they are squared, (runs,).

    1 where squares and their sums are numbers anyway, so that nothing is rounded there; else the largest size
    of a run's numbers. An infinite number has a norm that is infinite, and none hides a NaN.
    """
    largest = xp.max(
        xp.stack([xp.max(xp.abs(array), axis=tuple(range(1, array.ndim))) for array in arrays]), axis=0
    )
    limits = xp.finfo(largest.dtype)
    low, high = float(limits.smallest_normal) ** 0.25, float(limits.max) ** 0.25
    apart = ((largest < low) & (largest > 0.0)) | ((largest > high) & (largest <= float(limits.max)))
    return xp.where(apart, largest, xp.ones_like(largest))


def mean_length(xp: Any, rows: Array, pause: Callable[[], None] | None = None) -> Array:
    """Return the norm of each row, mean over rows, (runs, rows, n) -> (runs,); pause: as for `by_rows`."""
    tops = by_rows(xp, lambda some: xp.max(xp.abs(some), axis=-1), (rows,), pause)
    unit = scale(xp, (tops,))
    norms = by_rows(
        xp, lambda some: xp.linalg.vector_norm(some / unit[:, None, None], axis=-1), (rows,), pause
    )
    return xp.mean(norms, axis=-1) * unit


def length(xp: Any, arrays: Sequence[Array]) -> Array:
    """Return the norm of all numbers of each run together, of arrays (runs, inputs, outputs) -> (runs,)."""
    unit = scale(xp, arrays)
    parts = [array / unit[:, None, None] for array in arrays]
    return unit * xp.sqrt(sum(xp.sum(part * part, axis=(-2, -1)) for part in parts))
