"""The record of an optimizer: a pure update of arrays, and the numbers that it needs at each update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.catalogue.arrays import as_array_like, namespace
from explorer.catalogue.parameters import Parameter, Setting, checked_settings
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import ArrayLike, NDArray

    from explorer.numeric import Array

    Numbers = NDArray[Any]
    Slots = tuple[Array, ...]

LETTERS: Final = noted(
    "In formulas w are the weights, g the gradient, η the rate, λ the weight decay and t the number of the "
    "update, from 1 on; letters that are carried from update to update begin at 0."
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Optimizer:
    """One optimizer of the catalogue, as torch.optim defines it.

    The work is split in two, so that it runs alike on NumPy, torch and in a compiled kernel:

    - `coefficients_function(count, rate, decay, **settings) -> {name: float64}`: the numbers of update
      `count`, from 1 on, such as Adam's corrected step; in float64 on the processor, where a correction
      1 - beta^count keeps its digits. Each is a number or an array as `rate` is, one for each run;
    - `update_function(xp, weights, gradient, slots, **coefficients) -> (weights, slots)`: pure arithmetic on
      arrays, no branch on numbers. A coefficient that is 0 for all runs and would only cost work, such as
      weight decay, may be left out.

    slots: names of the arrays, shaped like the weights and 0 at first, that it carries from update to
    update. rate: the learning rate that is usual for the small problems here. Formulas are LaTeX: w the
    weights, g the gradient, eta the rate, lambda the weight decay.
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

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say(self.title)

    def settings(self, **given: Any) -> dict[str, Setting]:
        """Return all settings as Python numbers, defaults filled in; raises as `Loss.settings` does."""
        return checked_settings(self.parameters, given, say("optimizer {name}", name=repr(self.key)))

    def start(self, weights: Array) -> Slots:
        """Return the slots before the first update, each like the weights."""
        xp = namespace(weights)
        return tuple(xp.zeros_like(weights) for _ in self.slots)

    def coefficients(
        self, count: int, rate: ArrayLike, decay: ArrayLike = 0.0, **settings: Any
    ) -> dict[str, Any]:
        """Return the numbers of update `count`, from 1 on; settings complete and checked.

        Each is a Python float, which leaves the dtype of the weights alone, or a float64 array shaped as
        rate, decay and settings are together, such as (runs, 1, 1).
        """
        made = self.coefficients_function(count, rate, decay, **settings)
        return {name: _float64(number) for name, number in made.items()}

    def update(
        self, weights: Array, gradient: Array, slots: Slots, coefficients: Mapping[str, Any]
    ) -> tuple[Array, Slots]:
        """Return weights and slots after one update; coefficients broadcast against the weights."""
        xp = namespace(weights)
        own = {
            name: number if isinstance(number, float) else as_array_like(xp, number, weights)
            for name, number in coefficients.items()
        }
        return self.update_function(xp, weights, gradient, slots, **own)


def _float64(number: ArrayLike) -> Any:
    array = numpy.asarray(number, dtype=numpy.float64)
    return array if array.ndim else float(array)


def with_decay(coefficients: dict[str, ArrayLike], decay: ArrayLike) -> dict[str, ArrayLike]:
    """Return the coefficients with weight decay, without where it is 0 for all runs."""
    return {**coefficients, "decay": decay} if numpy.any(decay) else coefficients


def coupled(weights: Array, gradient: Array, decay: Any) -> Array:
    """Return the gradient with weight decay as part of it: that of decay / 2 times the squared weights."""
    return gradient if decay is None else gradient + decay * weights


def epsilon(default: float, meaning: str) -> Parameter:
    """Return the parameter `eps`: what keeps a division by a root finite."""
    return Parameter(
        name="eps",
        symbol="ε",
        latex=r"\epsilon",
        default=default,
        low=1e-20,
        high=10.0,
        usual=(1e-12, 1.0),
        logarithmic=True,
        meaning=meaning,
    )
