"""InfoNCE: which of several candidates is the partner, as cross entropy of cosines over a temperature.

Labels: exactly one, the partner. Other targets are computed as cross entropy computes them. The input is
cosines, from -1 to 1: at temperature 0.07 they reach 14 on either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.catalogue import Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import cross_entropy

if TYPE_CHECKING:
    from explorer.numeric import Array


def value(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> Array:
    """-log softmax(s / tau) of the labelled class, (..., n) -> (...)."""
    return cross_entropy.value(xp, logits, targets, temperature=temperature)


def gradient(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> Array:
    """(softmax(s / tau) - t) / tau, (..., n)."""
    return cross_entropy.gradient(xp, logits, targets, temperature=temperature)


def both(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> tuple[Array, Array]:
    """Return value and gradient."""
    return cross_entropy.both(xp, logits, targets, temperature=temperature)


def lowest(xp: Any, targets: Array, *, temperature: float = 0.07) -> Array:
    """0 with one label, approached only beyond the cosines' range, (..., n) -> (...)."""
    return cross_entropy.lowest(xp, targets, temperature=temperature)


def read(xp: Any, logits: Array, *, temperature: float = 0.07) -> Array:
    """softmax(s / tau), the probability of each candidate to be the partner."""
    return cross_entropy.read(xp, logits, temperature=temperature)


def temperature_parameter() -> Parameter:
    """Return the temperature of losses on cosines."""
    return Parameter(
        name="temperature",
        symbol="τ",
        latex=r"\tau",
        default=0.07,
        low=0.001,
        high=1000.0,
        usual=(0.01, 1.0),
        logarithmic=True,
        meaning="divides the cosines: the smaller, the more the closest candidate counts alone",
        varies=True,
    )


SCRIPT = """
def info_nce(s, t, temperature=0.07):
    return cross_entropy(s, t, temperature)
"""

LOSS = Loss(
    key="info_nce",
    title="InfoNCE",
    order=220,
    family="pairs",
    member=4,
    labels=Labels.ONE_HOT,
    inputs=("cosines", "targets"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\log \sum_i e^{s_i / \tau} - \frac{s_y}{\tau}, \quad t_y = 1",
    gradient_formula=r"\frac{1}{\tau} \bigl( \mathrm{softmax}(s / \tau)_i - t_i \bigr)",
    reference="van den Oord et al. 2018, arXiv:1807.03748",
    parameters=(temperature_parameter(),),
    readings=(
        Reading(
            "softmax(s/τ)",
            read,
            holds="As the probability of each candidate of this batch to be the partner.",
            fails="As a probability by itself: it depends on which other candidates are there.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=cross_entropy.ACCUMULATORS,
    script=SCRIPT,
)
