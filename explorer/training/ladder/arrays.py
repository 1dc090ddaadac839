"""What the rungs share: coefficients on the device, and torch as a compiler likes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import array_api_compat
import numpy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from explorer.numeric import Array
    from explorer.training.ladder.stepper import Coefficients


def stacked(xp: Any, coefficients: Coefficients, like: Array) -> dict[str, Array]:
    """Return name -> (updates, runs or 1, 1, 1), in the dtype and on the device of an array.

    All updates of a name go to the device at once: each copy to a graphics card is a wait.
    """
    device = array_api_compat.device(like)
    return {
        name: xp.asarray(_together([made[name] for made in coefficients]), dtype=like.dtype, device=device)
        for name in coefficients[0]
    }


def _together(numbers: list[Any]) -> Any:
    if all(numpy.ndim(number) == 0 for number in numbers):
        return numpy.asarray(numbers, dtype=numpy.float64)[:, None, None, None]
    return numpy.stack(numpy.broadcast_arrays(*(numpy.asarray(number) for number in numbers)))


def at_each_update(xp: Any, coefficients: Coefficients, like: Array) -> Iterator[Mapping[str, Any]]:
    """Return the coefficients of one update after another: numbers as they are, arrays as those of `like`.

    A number stays one of Python: NumPy's float64 scalars would turn float32 weights into float64.
    """
    several = {name for made in coefficients for name, number in made.items() if numpy.ndim(number)}
    arrays = stacked(xp, [{name: made[name] for name in several} for made in coefficients], like)
    for index, made in enumerate(coefficients):
        yield {name: arrays[name][index] if name in several else float(made[name]) for name in made}


class Compilable:
    """The namespace of torch, with what is quick in its own kernels but not between others replaced.

    `vecdot` becomes a batched matrix product of which a compiler cannot look inside: written as a sum of
    products it is one loop with its neighbours (4 to 25 times the updates a second for ZLPR).
    """

    chooses_quickly = True
    """`where` costs next to nothing: see `numeric.exponentials`."""

    def __init__(self, namespace: Any) -> None:
        self._namespace = namespace

    def __getattr__(self, name: str) -> Any:
        return getattr(self._namespace, name)

    def vecdot(self, first: Array, second: Array, *, axis: int = -1) -> Array:
        """Sum of products over an axis."""
        return self._namespace.sum(first * second, axis=axis)
