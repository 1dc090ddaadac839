"""Arithmetic in 16 bits as torch does it: each operation exact in 32 bits inside, rounded once at its end.

NumPy has float16 and computes it so. It has no bfloat16; `Bfloat16` is an array of float32 whose every
result is rounded to the 8 bits of a bfloat16, so that plain NumPy code, losses included, runs in it. (The
package ml_dtypes has the type, but there a Python number makes float32 of it, which no framework does.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

HIDDEN: Final = np.uint32(16)  # bits of a float32 that a bfloat16 does not have
HALF: Final = np.uint32(0x7FFF)  # with the last kept bit: rounds to nearest, ties to even


def rounded(values: NDArray[Any]) -> NDArray[np.float32]:
    """Round to the nearest bfloat16, ties to even, kept as float32; what is too large becomes infinite."""
    single = np.ascontiguousarray(_as(np.float32, values)).reshape(np.shape(values))
    bits = single.view(np.uint32)
    nearest = ((bits + (HALF + ((bits >> HIDDEN) & np.uint32(1)))) >> HIDDEN) << HIDDEN
    return np.where(np.isnan(single), single, nearest.view(np.float32))


def _as(dtype: type[np.floating[Any]], values: Any) -> NDArray[Any]:
    """Cast; what is too large becomes infinite."""
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        return np.asarray(values).astype(dtype)


class Bfloat16(np.ndarray):
    """An array whose operations round to bfloat16; made by `as_bfloat16`."""

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        if kwargs.get("out") is not None:
            return NotImplemented  # nothing here writes into its arguments
        return _wrapped(getattr(ufunc, method)(*map(_plain, inputs), **kwargs))

    def __array_function__(self, func: Any, _types: Any, args: Any, kwargs: Any) -> Any:
        plain = [_plain(argument) for argument in args]
        return _wrapped(func(*plain, **{name: _plain(value) for name, value in kwargs.items()}))


def as_bfloat16(values: Any) -> Bfloat16:
    """Return values as bfloat16, any shape."""
    return rounded(np.asarray(values)).view(Bfloat16)


def fused(function: Callable[..., NDArray[Any]], *arrays: NDArray[Any]) -> NDArray[Any]:
    """Run several operations as one kernel: 16-bit arrays are rounded once, at the end."""
    first = arrays[0]
    if isinstance(first, Bfloat16):
        return as_bfloat16(function(*map(_plain, arrays)))
    if first.dtype == np.float16:
        return np.asarray(function(*(array.astype(np.float32) for array in arrays))).astype(np.float16)
    return function(*arrays)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of floating point numbers: its bits of precision, and its smallest number above 0."""

    name: str
    bits: int
    smallest: float
    cast: Callable[[Any], NDArray[Any]]


FORMATS: Final = (
    Format("float32", 24, 2.0**-149, lambda values: _as(np.float32, values)),
    Format("bfloat16", 8, 2.0**-133, as_bfloat16),
    Format("float16", 11, 2.0**-24, lambda values: _as(np.float16, values)),
)


def _plain(value: Any) -> Any:
    """Take the float32 array out, also out of lists of arrays."""
    if isinstance(value, Bfloat16):
        return value.view(np.ndarray)
    return type(value)(map(_plain, value)) if type(value) in (list, tuple) else value


def _wrapped(result: Any) -> Any:
    if isinstance(result, tuple):
        return tuple(map(_wrapped, result))
    if isinstance(result, np.ndarray | np.generic) and result.dtype.kind == "f":
        return as_bfloat16(result)
    return result
