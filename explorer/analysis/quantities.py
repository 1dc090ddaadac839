"""Quantities: numbers that a lesson shows, each a pure function of the state and of what it is asked for.

`computed(number, state)` is what the lesson's panel shows live. A quantity takes its numbers from the sample
that is looked at, or from `sample`, a row from 0; a class is given by name. Of a loss that is shown it takes
the settings as they are, so that a slider moves it too; what the lesson gives beside them comes first.
"""

from __future__ import annotations

import inspect
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis import readings
from explorer.analysis.budget import budget
from explorer.analysis.forms import FORMS
from explorer.analysis.hard_labels import drifted, read_of_hard_labels
from explorer.analysis.meant import CASTS, READINGS, Gone, Meant
from explorer.analysis.minimising import best_logits, best_scale
from explorer.analysis.narrow import fused
from explorer.analysis.newton import digits_by_identities, digits_by_loss
from explorer.analysis.number_arguments import taken
from explorer.analysis.shown_numbers import OF_STATE
from explorer.analysis.tasks import common_descent, halves_of_bce, halves_of_zlpr
from explorer.catalogue.smoothing import CONVENTIONS
from explorer.losses import LOSSES
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from explorer.study.lessons import Number
    from explorer.study.state import State

    Numbers = NDArray[np.float64]

NAN: Final = float("nan")


def computed(number: Number, state: State) -> float:
    """Compute one number of a lesson for what is open now; NaN where what it is about is not there."""
    arguments = _asked(number)
    row = arguments.pop("sample", None)
    try:
        with np.errstate(all="ignore"):
            return float(QUANTITIES[number.quantity](Meant(state, row), **arguments))
    except Gone:
        return NAN


def fault(number: Number) -> str | None:
    """Say what is wrong with how a lesson asks for a number, or None."""
    name, quantity = number.name, number.quantity
    if quantity not in QUANTITIES:
        problem = say(
            "no quantity {name}; there are {names}", name=repr(quantity), names=", ".join(QUANTITIES)
        )
        return f"{name}: {problem}"
    given = _asked(number)
    given.pop("sample", None)
    try:
        _takes(quantity).bind(None, **given)
    except TypeError as error:
        names = ", ".join([*_takes(quantity).parameters][1:])
        return f"{name}: {quantity}: {say('{problem}; it takes {names}', problem=error, names=names)}"
    loss = given.get("loss")
    if loss is not None and not (isinstance(loss, str) and loss in LOSSES):
        return f"{name}: {say('no loss {name}; there are {names}', name=repr(loss), names=', '.join(LOSSES))}"
    return None


def _asked(number: Number) -> dict[str, Any]:
    return taken(number.arguments, _takes(number.quantity).parameters)


@lru_cache(maxsize=128)
def _takes(quantity: str) -> inspect.Signature:
    return inspect.signature(QUANTITIES[quantity])


# One loss on the sample


def value(
    at: Meant,
    loss: str,
    *,
    mean: bool = False,
    dtype: str = "float64",
    settings: Mapping[str, Any] | None = None,
) -> float:
    """Return the value of a loss: summed over classes, or their mean."""
    made = at.of_loss(loss, "value", dtype, settings)
    return float(made) / (len(at.logits) if mean else 1)


def gradient(
    at: Meant, loss: str, of: str, *, dtype: str = "float64", settings: Mapping[str, Any] | None = None
) -> float:
    """Return d value / d the logit of one class."""
    return float(at.of_loss(loss, "gradient", dtype, settings)[at.place(of)])


def mass(at: Meant, loss: str, *, dtype: str = "float64", settings: Mapping[str, Any] | None = None) -> float:
    """Return the sum of |gradient| over classes."""
    return float(np.abs(at.of_loss(loss, "gradient", dtype, settings)).sum())


def up(at: Meant, loss: str, *, mean: bool = False, settings: Mapping[str, Any] | None = None) -> float:
    """Return the gradient mass that pushes logits up."""
    return budget(at.of_loss(loss, "gradient", "float64", settings)).up / (len(at.logits) if mean else 1)


def down(at: Meant, loss: str, *, mean: bool = False, settings: Mapping[str, Any] | None = None) -> float:
    """Return the gradient mass that pulls logits down."""
    return budget(at.of_loss(loss, "gradient", "float64", settings)).down / (len(at.logits) if mean else 1)


def pull(at: Meant, loss: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return how many times as much gradient pulls down as pushes up; NaN where nothing pushes."""
    found = budget(at.of_loss(loss, "gradient", "float64", settings))
    return found.down / found.up if found.up else NAN


def term(at: Meant, loss: str, of: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return what one class adds to a loss that is a sum over classes."""
    if not LOSSES[loss].elementwise:
        raise Gone
    terms = LOSSES[loss].terms(at.logits, at.targets, **at.settings(loss, settings))
    return float(terms[at.place(of)])


def lowest(at: Meant, loss: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return the infimum of a loss over all logits, for these targets."""
    return float(LOSSES[loss].lowest(at.targets, **at.settings(loss, settings)))


# The forms of common code


def form_value(at: Meant, form: str, dtype: str = "float64") -> float:
    """Return the loss as common code computes it."""
    return float(FORMS[form].value(CASTS[dtype](at.logits), at.targets))


def form_gradient(at: Meant, form: str, of: str, dtype: str = "float64") -> float:
    """Return what automatic differentiation of that code gives for one class."""
    return float(FORMS[form].gradient(CASTS[dtype](at.logits), at.targets)[at.place(of)])


def form_mass(at: Meant, form: str, dtype: str = "float64") -> float:
    """Return the sum over classes of |gradient| of that code."""
    return float(np.abs(FORMS[form].gradient(CASTS[dtype](at.logits), at.targets)).sum())


# Readings and sharpening


def reading(at: Meant, by: str, of: str, alpha: float | str = 1.0) -> float:
    """Return a logit as a probability; alpha "look" multiplies all logits as the figure does."""
    return float(READINGS[by](_alpha(at, alpha) * at.logits)[at.place(of)])


def entropy(at: Meant, alpha: float | str = 1.0) -> float:
    """Return the entropy of softmax, in nat."""
    return float(readings.entropy(readings.softmax(_alpha(at, alpha) * at.logits)))


def effective(at: Meant, alpha: float | str = 1.0) -> float:
    """Return the number of equally likely classes that softmax is worth."""
    return float(readings.effective_classes(readings.softmax(_alpha(at, alpha) * at.logits)))


def sharpened(at: Meant, loss: str, alpha: float | str, settings: Mapping[str, Any] | None = None) -> float:
    """Return the value of a loss with all logits times alpha."""
    found = at.settings(loss, settings)
    return float(LOSSES[loss].value(_alpha(at, alpha) * at.logits, at.targets, **found))


def best_alpha(at: Meant, loss: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return the factor of all logits at which a loss is lowest; at the ends of what is searched NaN."""
    found, logits = at.settings(loss, settings), at.logits
    return best_scale(
        lambda scales: LOSSES[loss].value(
            scales[:, None] * logits, np.broadcast_to(at.targets, (len(scales), len(logits))), **found
        )
    )


def _alpha(at: Meant, alpha: float | str) -> float:
    return at.state.look.alpha if isinstance(alpha, str) else alpha


def slope(at: Meant, of: str, dtype: str) -> float:
    """Return p (1 - p) of p = sigma(s), as the backward pass computes it in a format."""
    return float(_slopes(at.logits, dtype)[at.place(of)])


def flat_from(_at: Meant, dtype: str) -> float:
    """Return the logit from which on that slope is exactly 0, found by halving."""
    sloped, flat = 0.0, 64.0
    while flat - sloped > 1e-4:
        middle = (sloped + flat) / 2.0
        if _slopes(np.asarray([middle]), dtype)[0] == 0.0:
            flat = middle
        else:
            sloped = middle
    return float(np.asarray(fused(np.asarray, CASTS[dtype](np.asarray([flat]))))[0])


def _slopes(logits: NDArray[Any], dtype: str) -> NDArray[Any]:
    probability = fused(_sigmoid, CASTS[dtype](logits))
    return np.asarray(fused(lambda p: (1.0 - p) * p, probability))


def _sigmoid(logits: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


# Where a loss is lowest


def optimum(at: Meant, loss: str, by: str, of: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return the reading of a class at the logits at which a loss is lowest for these targets."""
    return float(READINGS[by](_best(at, loss, settings))[at.place(of)])


def optimum_gap(
    at: Meant, loss: str, of: str, under: str, settings: Mapping[str, Any] | None = None
) -> float:
    """Return how far one logit is above another where a loss is lowest."""
    logits = _best(at, loss, settings)
    return float(logits[at.place(of)] - logits[at.place(under)])


def _best(at: Meant, loss: str, settings: Mapping[str, Any] | None) -> Numbers:
    found = best_logits(loss, at.targets, tuple(at.settings(loss, settings).items()))
    if found is None:
        raise Gone
    return found


# Many classes at once: all logits 0, some labelled; not of the sample, since it may have fewer


def smoothed_value(
    at: Meant, loss: str, epsilon: float | str, convention: str, *, mean: bool = False
) -> float:
    """Return the value of a loss on targets smoothed by a convention; epsilon as for `smoothed_mass`."""
    targets = _smoothed(at, epsilon, convention)
    made = float(LOSSES[loss].value(at.logits, targets, **at.settings(loss, None)))
    return made / (len(targets) if mean else 1)


def _smoothed(at: Meant, epsilon: float | str, convention: str) -> Numbers:
    share = at.settings(epsilon, None)["epsilon"] if isinstance(epsilon, str) else epsilon
    smooth = next(each.smooth for each in CONVENTIONS if each.name == convention)
    return np.asarray(smooth(at.targets, share))


# Many labels, two tasks


def per_label(at: Meant, loss: str, settings: Mapping[str, Any] | None = None) -> float:
    """Return the value divided by the number of labels; NaN without labels, as of a mean over nothing."""
    labels = float(at.targets.sum())
    return float(at.of_loss(loss, "value", "float64", settings)) / labels if labels else NAN


def half(at: Meant, loss: str, side: str, what: str = "value") -> float:
    """Return of one half of a loss, "labelled" or "rest", its value or its weight in a common descent."""
    pair = {"bce": halves_of_bce, "zlpr": halves_of_zlpr}[loss](at.logits, at.targets)
    parts = pair.values if what == "value" else common_descent(pair)
    return parts[0 if side == "labelled" else 1]


def newton_digits(at: Meant, size: int) -> float:
    """Return how many digits Newton's identities have right of the sum over sets of `size` classes."""
    return digits_by_identities(at.logits, size)


def loss_digits(at: Meant) -> float:
    """Return the same of the combinatorial softmax, for as many classes as are labelled."""
    return digits_by_loss(at.logits, at.targets)


def at_zero(at: Meant, loss: str, what: str, classes: int, labelled: int, *, mean: bool = False) -> float:
    """Return "value", "up" or "down" of a loss with every logit 0."""
    found = _at_zero(loss, what, classes, labelled, tuple(at.settings(loss, None).items()))
    return found / (classes if mean else 1)


@lru_cache(maxsize=64)
def _at_zero(
    loss: str, what: str, classes: int, labelled: int, settings: tuple[tuple[str, Any], ...]
) -> float:
    logits, targets = np.zeros(classes), np.zeros(classes)
    targets[:labelled] = 1.0
    if what == "value":
        return float(LOSSES[loss].value(logits, targets, **dict(settings)))
    found = budget(LOSSES[loss].gradient(logits, targets, **dict(settings)))
    return found.up if what == "up" else found.down


def smoothed_mass(at: Meant, epsilon: float | str, convention: str) -> float:
    """Return what smoothing puts on the classes without a label; epsilon by the key of a shown loss."""
    return float(np.where(at.targets > 0.5, 0.0, _smoothed(at, epsilon, convention)).sum())


def hard_reading(at: Meant, by: str, classes: int | None = None, chance: float | None = None) -> float:
    """Return the reading at ZLPR's optimum for hard labels drawn from one probability.

    As many classes as the sample has, with the mean of its targets, unless both are given.
    """
    count = len(at.targets) if classes is None else classes
    share = float(at.targets.mean()) if chance is None else chance
    return read_of_hard_labels(count, share, by)


def drift(_at: Meant, classes: int, others: float, by: str = "logit") -> float:
    """Return the logit, or its reading, of a label of probability 1/2 among others of one probability."""
    logit = drifted(classes, others)
    return float(READINGS[by](np.array([logit]))[0])


OF_LOSSES: Final[tuple[Callable[..., float], ...]] = (
    value, gradient, mass, up, down, pull, term, lowest, form_value, form_gradient, form_mass, reading,
    entropy, effective, sharpened, best_alpha, slope, flat_from, optimum, optimum_gap, at_zero,
    smoothed_value, smoothed_mass, per_label, half, newton_digits, loss_digits, hard_reading, drift,
)  # fmt: skip
QUANTITIES: Final[Mapping[str, Callable[..., float]]] = MappingProxyType(
    {function.__name__: function for function in (*OF_LOSSES, *OF_STATE)}
)
