"""Absolute KL divergence of predictions: the sum of |(t - q) log(t / q)|, both clipped from below.

The first argument are predictions q, such as probabilities, not logits. No term can be negative, so the
absolute value changes nothing: this is the symmetric KL divergence of measures that need not sum to 1. A
prediction of 0 is clipped and has no gradient, however wrong it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.numeric import filled

if TYPE_CHECKING:
    from explorer.numeric import Array


def clipped(xp: Any, values: Array, floor: float) -> Array:
    """Return values that are at least the floor."""
    return xp.maximum(values, filled(xp, values, floor))


def leaf(xp: Any, logits: Array, targets: Array, *, floor: float) -> tuple[Array]:
    """(t - q) log(t / q), (..., n), none below 0."""
    predicted, wanted = clipped(xp, logits, floor), clipped(xp, targets, floor)
    return ((wanted - predicted) * (xp.log(wanted) - xp.log(predicted)),)


def finish(xp: Any, total: Array, *, floor: float) -> Array:
    """Return the sum of the terms as it is."""
    return total


ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish)


def value(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> Array:
    """Sum over classes of (t - q) log(t / q), (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, floor=floor)


def terms_and_slopes(xp: Any, predicted: Array, targets: Array, floor: float) -> tuple[Array, Array]:
    """Return (q - t) log(q / t) and log(q / t) + 1 - t / q, which is 0 where q is clipped, (..., n) each."""
    kept, wanted = clipped(xp, predicted, floor), clipped(xp, targets, floor)
    apart, ratio = kept - wanted, xp.log(kept) - xp.log(wanted)
    return apart * ratio, xp.where(predicted < floor, 0.0, ratio + apart / kept)


def gradient(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> Array:
    """log(q / t) + 1 - t / q, 0 where q is clipped, (..., n)."""
    return terms_and_slopes(xp, logits, targets, floor)[1]


def both(xp: Any, logits: Array, targets: Array, *, floor: float = 1e-7) -> tuple[Array, Array]:
    """Return value and gradient."""
    terms, slopes = terms_and_slopes(xp, logits, targets, floor)
    return xp.sum(terms, axis=-1), slopes


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0, at q = t, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Predict a class where its prediction is above 1/2."""
    return logits > 0.5


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """Return the prediction as it is, which the optimum makes equal to t."""
    return 1.0 * logits


def floor_parameter() -> Parameter:
    """Return the parameter that both losses of this kind have."""
    return Parameter(
        name="floor",
        symbol="c",
        latex="c",
        default=1e-7,
        low=1e-30,
        high=0.1,
        usual=(1e-12, 1e-2),
        logarithmic=True,
        meaning="what predictions and targets are clipped to from below",
        varies=True,
    )


SCRIPT = """
def abs_kl(s, t, floor=1e-7):
    q, t = at_least(s, floor), at_least(t, floor)
    return total((t - q) * (log(t) - log(q)))
"""

LOSS = Loss(
    key="abs_kl",
    title="abs KL",
    order=330,
    family="divergence",
    member=3,
    labels=Labels.SOFT,
    inputs=("predictions", "targets"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=decide,
    decision="q > 1/2",
    formula=r"\sum_i \bigl| (t_i - q_i) \log(t_i / q_i) \bigr|, \quad t_i, q_i \ge c",
    gradient_formula=r"\log(q_i / t_i) + 1 - t_i / q_i, \quad 0\ \mathrm{where}\ q_i < c",
    reference="https://en.wikipedia.org/wiki/Kullback-Leibler_divergence",
    parameters=(floor_parameter(),),
    readings=(
        Reading(
            "q",
            read,
            holds="At the optimum the prediction is t.",
            fails="A prediction under the floor has no gradient, and stays where it is.",
        ),
    ),
    kinks=lambda targets, *, floor: (floor,),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
