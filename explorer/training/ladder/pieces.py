"""Pieces of a block, as kernels take them: always as many runs, contiguous, of one setting of the loss."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from explorer.numeric import Array
    from explorer.training.ladder.rule import Rows, Slots, Weights


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What a kernel takes.

    coefficients: name -> (updates, runs or 1, 1, 1). settings: name -> tensor (), those of the loss that a
    kernel takes as numbers, so that other numbers need no other kernel; (n,) or (runs, 1, 1) where there is
    one number a class or a run, which `turned` leaves as they are.
    """

    weights: Weights
    slots: Slots
    rows: Rows
    coefficients: Mapping[str, Array]
    settings: Mapping[str, Array]

    def flat(self) -> list[Any]:
        """Return the arrays in the order in which kernels take them."""
        held = [array for each in self.slots for array in each]
        data = [
            array for array in (self.rows.features, self.rows.targets, self.rows.other) if array is not None
        ]
        return [*self.weights, *held, *data, *self.coefficients.values(), *self.settings.values()]

    def again(self, arrays: tuple[Array, ...]) -> Inputs:
        """Return inputs of the same form with other arrays, which are in the order of `flat`."""
        rest = iter(arrays)
        return Inputs(
            weights=tuple(next(rest) for _ in self.weights),
            slots=tuple(tuple(next(rest) for _ in each) for each in self.slots),
            rows=_changed(self.rows, lambda _: next(rest)),
            coefficients={name: next(rest) for name in self.coefficients},
            settings={name: next(rest) for name in self.settings},
        )

    def after(self, arrays: tuple[Array, ...]) -> Inputs:
        """Return the inputs with the weights and slots that a kernel gave."""
        return self.again((*arrays, *self.flat()[len(arrays) :]))

    def form(self) -> tuple[Any, ...]:
        """Return what all inputs of one kernel have in common."""
        shapes = [(tuple(array.shape), array.dtype, array.device) for array in self.flat()]
        names = tuple(self.coefficients), tuple(self.settings)
        return (*shapes, *names, self.rows.features is None, self.rows.other is None)

    def of_updates(self, first: int, last: int) -> Inputs:
        """Return the inputs of updates first to last (exclusive)."""
        return replace(self, coefficients={name: a[first:last] for name, a in self.coefficients.items()})

    def turned(self) -> Inputs:
        """Return the inputs with runs and classes in each other's place; as views, nothing is copied."""
        return self._each(lambda array: array.permute(2, 1, 0))

    def in_order(self) -> Inputs:
        """Return the inputs, copied where they do not lie in memory in the order of their axes."""
        return self._each(lambda array: array.contiguous())

    def of_runs(self, first: int, last: int, runs: int) -> Inputs:
        """Return the inputs of runs first to last (exclusive), filled up to `runs` with the last of them.

        Data that all runs share stays as it is.
        """
        at = filled_up(first, last, runs, self.rows.targets)
        whole = last - first == runs

        def own(array: Array) -> Array:
            return array[first:last] if whole else array[at]

        def maybe(array: Array) -> Array:
            return own(array) if array.shape[0] > 1 else array

        return replace(
            self,
            weights=tuple(own(array) for array in self.weights),
            slots=tuple(tuple(own(array) for array in each) for each in self.slots),
            coefficients={
                name: maybe(array.movedim(1, 0)).movedim(0, 1).contiguous()
                for name, array in self.coefficients.items()
            },
            rows=_changed(self.rows, maybe),
        )

    def _each(self, change: Callable[[Array], Array]) -> Inputs:
        return replace(
            self,
            weights=tuple(change(array) for array in self.weights),
            slots=tuple(tuple(change(array) for array in each) for each in self.slots),
            rows=_changed(self.rows, change),
        )


def _changed(rows: Rows, change: Callable[[Array], Array]) -> Rows:
    """Return rows of which each array is changed, in the order of the fields."""
    return replace(
        rows,
        features=None if rows.features is None else change(rows.features),
        targets=change(rows.targets),
        other=None if rows.other is None else change(rows.other),
    )


def filled_up(first: int, last: int, runs: int, like: Array) -> Array:
    """Return the places first to last (exclusive), filled up to `runs` with the last of them."""
    import torch

    return torch.arange(first, first + runs, device=like.device).clamp(max=last - 1)


def first_runs(inputs: Inputs, runs: int) -> tuple[Weights, Slots]:
    """Return weights and slots without the copies that fill up."""
    weights = tuple(array[:runs] for array in inputs.weights)
    return weights, tuple(tuple(array[:runs] for array in each) for each in inputs.slots)


def joined(xp: Any, pieces: list[tuple[Weights, Slots]]) -> tuple[Weights, Slots]:
    """Return the weights and slots of several pieces, one after the other."""
    if len(pieces) == 1:
        return pieces[0]
    all_weights, all_slots = zip(*pieces, strict=True)
    return _concat(xp, all_weights), tuple(_concat(xp, each) for each in zip(*all_slots, strict=True))


def _concat(xp: Any, pieces: Iterable[tuple[Array, ...]]) -> tuple[Array, ...]:
    return tuple(xp.concat(several, axis=0) for several in zip(*pieces, strict=True))
