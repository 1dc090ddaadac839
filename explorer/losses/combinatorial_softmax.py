"""Combinatorial softmax: one softmax over all sets of k classes, k being how many are labelled.

Labels: 0 or 1. With one label it is softmax and cross entropy; with none, or all, there is only one set, and
nothing to learn.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Invariance, Labels, Loss, Reading, Subsets
from explorer.numeric import Array, softmax

SETS = Subsets(most=lambda **_settings: None, start=lambda **_settings: 0.0)


def value(xp: Any, logits: Array, targets: Array) -> Array:
    """Log of the sum over sets of k classes of e^(sum of s) minus the labelled set's, (..., n) -> (...)."""
    return SETS.value(xp, logits, targets)


def gradient(xp: Any, logits: Array, targets: Array) -> Array:
    """How likely a class is in the set, minus t, (..., n); of a labelled one minus how likely it is not."""
    return SETS.both(xp, logits, targets)[1]


def lowest(xp: Any, targets: Array) -> Array:
    """0, approached as the labelled logits rise above all others, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, *, count: Array, **_settings: Any) -> Array:
    """Predict the classes with the k largest logits, the first ones of equals."""
    return SETS.heaviest(xp, logits, count)


def read(xp: Any, logits: Array, **_settings: Any) -> Array:
    """softmax(s), which is how likely a class is in a set of one."""
    return softmax(xp, logits)


SCRIPT = """
def combinatorial_softmax(s, t):  # of one sample
    k = round(float(total(t)))
    return log_sets(s, k)[k] - total(t * s)
"""

LOSS = Loss(
    key="combinatorial_softmax",
    title="k-set softmax",
    order=32,
    family="softmax",
    member=3,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    value_function=value,
    gradient_function=gradient,
    both_function=SETS.both,
    decide_function=decide,
    decision="top k",
    counted=True,
    formula=r"\log \sum_{|S| = k} \exp \sum_{i \in S} s_i - \sum_{t_i = 1} s_i, \quad k = \sum_i t_i",
    gradient_formula=(
        r"\frac{e^{s_i} Z_{k - 1}(s \setminus s_i)}{Z_k(s)} - t_i, "
        r"\quad Z_k(s) = \sum_{|S| = k} \prod_{j \in S} e^{s_j}"
    ),
    reference="https://kexue.fm/archives/7359",
    readings=(
        Reading(
            "softmax(s)",
            read,
            holds="With one label a sample it is the probability of each class, as in cross entropy.",
            fails="With k labels the probability that a class is in the set is another; they sum to k.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.FLIP, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=SETS,
    script=SCRIPT,
)
