"""Partition and distribution: softmax for the shape of the targets, one number for their sum.

Targets t, from 0 to 1 with the sum T, are told as T times the distribution t / T: softmax(s) learns the
one by KL divergence, Z the other by a squared distance. Z is a raw number cut off from below, so one that
has fallen under the floor has no gradient, and never comes back. Without labels there is no t / T.
"""

from __future__ import annotations

from typing import Any, Final

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Need, Parameter, Reading
from explorer.losses import cross_entropy
from explorer.numeric import Array, below_largest, softmax, times
from explorer.wording import say

FLOOR: Final = 0.01


def leaf(
    xp: Any, logits: Array, targets: Array, *, raw_partition: float
) -> tuple[Array, Array, Array, Array]:
    """Return the parts of cross entropy and t log t, (..., n) each."""
    return (*cross_entropy.leaf(xp, logits, targets, temperature=1.0), _ordered(xp, targets))


def _ordered(xp: Any, targets: Array) -> Array:
    return times(xp, targets, xp.log(xp.where(targets > 0, targets, 1.0)))


def finish(
    xp: Any, log_total: Array, matched: Array, mass: Array, ordered: Array, *, raw_partition: float
) -> Array:
    """KL(t / T, softmax(s)) + (Z - T)^2."""
    divergence = log_total - (matched - ordered) / mass - xp.log(mass)
    return divergence + (partition(raw_partition) - mass) ** 2


def slopes(
    rest: tuple[float, ...], logits: tuple[float, ...], targets: tuple[float, ...], *, raw_partition: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats: that of cross entropy over T."""
    found = cross_entropy.slopes((rest[0], rest[1], rest[2]), logits, targets, temperature=1.0)
    return tuple(slope / (rest[2] + sum(targets)) for slope in found)


def partition(raw_partition: float) -> float:
    """Return Z, the raw number cut off from below."""
    return max(FLOOR, raw_partition)


ACCUMULATORS = Accumulators(
    leaf=leaf,
    gathers=(Gather.LOGSUMEXP, Gather.SUM, Gather.SUM, Gather.SUM),
    finish=finish,
    anchored=True,
    slopes=slopes,
)


def value(xp: Any, logits: Array, targets: Array, *, raw_partition: float = 1.0) -> Array:
    """KL(t / T, softmax(s)) + (Z - T)^2 with T the sum of t, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, raw_partition=raw_partition)


def gradient(xp: Any, logits: Array, targets: Array, *, raw_partition: float = 1.0) -> Array:
    """softmax(s) - t / T, (..., n)."""
    return both(xp, logits, targets, raw_partition=raw_partition)[1]


def both(xp: Any, logits: Array, targets: Array, *, raw_partition: float = 1.0) -> tuple[Array, Array]:
    """Return value and gradient: cross entropy over T, beside what the logits do not change."""
    entropy, slopes = cross_entropy.both(xp, logits, targets)
    mass = xp.sum(targets, axis=-1)
    divergence = entropy / mass + xp.sum(_ordered(xp, targets / mass[..., None]), axis=-1)
    return divergence + (partition(raw_partition) - mass) ** 2, slopes / mass[..., None]


def slope_of_partition(xp: Any, logits: Array, targets: Array, *, raw_partition: float = 1.0) -> Array:
    """2 (Z - T), 0 where Z is cut off, (..., n) -> (...)."""
    mass = xp.sum(targets, axis=-1)
    return 2.0 * (partition(raw_partition) - mass) * (1.0 if raw_partition > FLOOR else 0.0)


def lowest(xp: Any, targets: Array, *, raw_partition: float = 1.0) -> Array:
    """(Z - T)^2, at softmax(s) = t / T, (..., n) -> (...)."""
    return (partition(raw_partition) - xp.sum(targets, axis=-1)) ** 2


def read(xp: Any, logits: Array, *, raw_partition: float = 1.0) -> Array:
    """Z softmax(s), which the optimum makes equal to t."""
    return partition(raw_partition) * softmax(xp, below_largest(xp, logits))


def decide(xp: Any, logits: Array, *, raw_partition: float = 1.0) -> Array:
    """Predict a class where Z softmax(s) > 1/2."""
    return read(xp, logits, raw_partition=raw_partition) > 0.5


def holds(xp: Any, targets: Array, **_settings: Any) -> Array:
    """Whether there is any label, (..., n) -> bool (...)."""
    return xp.sum(targets, axis=-1) > 0


SCRIPT = """
def partition_distribution(s, t, raw_partition=1.0):
    mass, partition = total(t), max(0.01, raw_partition)
    entropy = total(t * log(where(t > 0, t, 1.0)))
    divergence = logsumexp(s) - (total(t * s) - entropy) / mass - log(mass)
    return divergence + (partition - mass) ** 2
"""

LOSS = Loss(
    key="partition_distribution",
    title="Z × softmax",
    order=350,
    family="divergence",
    member=5,
    labels=Labels.SOFT,
    strict=True,
    needs=Need(
        holds=holds,
        words=lambda **_settings: say("a target above 0; all are 0, so there is no distribution t/T"),
    ),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    learned_functions={"raw_partition": slope_of_partition},
    decide_function=decide,
    decision="Z p > 1/2",
    formula=(
        r"\sum_i \frac{t_i}{T} \log \frac{t_i}{T p_i} + (Z - T)^2, "
        r"\quad p = \mathrm{softmax}(s), \; Z = \max(0.01, r)"
    ),
    gradient_formula=r"p_i - t_i / T, \quad T = \sum_i t_i",
    reference="https://en.wikipedia.org/wiki/Kullback-Leibler_divergence",
    parameters=(
        Parameter(
            name="raw_partition",
            symbol="r",
            latex="r",
            default=1.0,
            low=-1000.0,
            high=1000.0,
            usual=(-1.0, 10.0),
            learned=True,
            meaning="how many labels there are, before it is cut off at 0.01",
        ),
    ),
    readings=(
        Reading(
            "Z softmax(s)",
            read,
            holds="At the optimum, Z = T and softmax(s) = t/T, it is t.",
            fails="Where Z is cut off at 0.01 it is far too small, and stays so.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
