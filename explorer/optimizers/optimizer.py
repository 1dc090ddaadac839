"""The record of an optimizer: a pure update of arrays, and the numbers that it needs at each update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from explorer.catalogue.arrays import namespace
from explorer.catalogue.parameters import Parameter, Setting, checked_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import ArrayLike, NDArray

    from explorer.numeric import Array

    Numbers = NDArray[Any]
    Slots = tuple[Array, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Optimizer:
    """One optimizer of the catalogue, as torch.optim defines it.

    The work is split in two, so that it runs alike on NumPy, torch and in a compiled kernel:

    - `coefficients_function(count, rate, decay, **settings) -> {name: float64}`: the numbers of update
      `count`, from 1 on, such as Adam's corrected step; in float64 on the processor, where a correction
      1 - beta^count keeps its digits. Each is a number or an array as `rate` is, one for each run;
    - `update_function(xp, weights, gradient, slots, **coefficients) -> (weights, slots)`: pure arithmetic on
      arrays, no branch on numbers.

    slots: names of the arrays, shaped like the weights and 0 at first, that it carries from update to
    update. rate: the learning rate that is usual. Formulas are LaTeX.
    """

    key: str
    title: str
    order: int
    slots: tuple[str, ...]
    update_function: Callable[..., tuple[Array, Slots]]
    coefficients_function: Callable[..., dict[str, ArrayLike]]
    parameters: tuple[Parameter, ...] = ()
    rate: float
    formula: str
    reference: str

    def settings(self, **given: Any) -> dict[str, Setting]:
        """Return all settings as Python numbers, defaults filled in; raises as `Loss.settings` does."""
        return checked_settings(self.parameters, given, f"optimizer {self.key!r}")

    def start(self, weights: Array) -> Slots:
        """Return the slots before the first update, each like the weights."""
        xp = namespace(weights)
        return tuple(xp.zeros_like(weights) for _ in self.slots)

    def coefficients(
        self, count: int, rate: ArrayLike, decay: ArrayLike = 0.0, **settings: Any
    ) -> dict[str, ArrayLike]:
        """Return the numbers of update `count`, from 1 on, in float64; settings complete and checked."""
        return self.coefficients_function(count, rate, decay, **settings)

    def update(
        self, weights: Array, gradient: Array, slots: Slots, coefficients: Mapping[str, Any]
    ) -> tuple[Array, Slots]:
        """Return weights and slots after one update; coefficients broadcast against the weights."""
        return self.update_function(namespace(weights), weights, gradient, slots, **coefficients)
