"""Combinatorial softmax with a threshold: one softmax over all sets of at most K classes.

A class 0 with the logit s0 fills every set up to K. Labels: 0 or 1, at most K of them: a set of more is not
among those compared, so the loss has no meaning there. With K = n and s0 = 0 all sets are: this is BCE.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Invariance, Labels, Loss, Need, Parameter, Reading, Subsets
from explorer.numeric import Array, sigmoid
from explorer.wording import say

SETS = Subsets(
    most=lambda *, max_labels, threshold: max_labels, start=lambda *, max_labels, threshold: threshold
)


def value(
    xp: Any, logits: Array, targets: Array, *, max_labels: float = 5.0, threshold: float = 0.0
) -> Array:
    """Log of the sum over sets of e^(sum of s - s0) minus the labelled set's, (..., n) -> (...)."""
    return SETS.value(xp, logits, targets, max_labels=max_labels, threshold=threshold)


def gradient(
    xp: Any, logits: Array, targets: Array, *, max_labels: float = 5.0, threshold: float = 0.0
) -> Array:
    """How likely a class is in the set, minus t, (..., n); of a labelled one minus how likely it is not."""
    return SETS.both(xp, logits, targets, max_labels=max_labels, threshold=threshold)[1]


def slope_of_threshold(xp: Any, logits: Array, targets: Array, **settings: Any) -> Array:
    """Labels minus how many the sets have on average, (..., n) -> (...): only s - s0 counts."""
    return 0.0 - xp.sum(gradient(xp, logits, targets, **settings), axis=-1)


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0, approached as the labelled logits rise above s0 and the others fall, (..., n) -> (...)."""
    return xp.zeros_like(targets[..., 0])


def decide(xp: Any, logits: Array, *, max_labels: float = 5.0, threshold: float = 0.0) -> Array:
    """Predict the heaviest set: logits above s0, the K largest of them, the first ones of equals."""
    return SETS.heaviest(xp, logits, None, max_labels=max_labels, threshold=threshold)


def read(xp: Any, logits: Array, *, max_labels: float = 5.0, threshold: float = 0.0) -> Array:
    """sigma(s - s0), how likely a class is in the set where K leaves room for all."""
    return sigmoid(xp, logits - threshold)


def fits(xp: Any, targets: Array, *, max_labels: float, threshold: float) -> Array:
    """Whether there are at most K labels, (..., n) -> bool (...)."""
    return ~(xp.sum(targets, axis=-1) > max_labels)


SCRIPT = """
def combinatorial_threshold(s, t, max_labels=5.0, threshold=0.0):
    s = s - threshold
    return reduce(logaddexp, log_sets(s, int(max_labels))) - total(t * s)
"""

LOSS = Loss(
    key="combinatorial_threshold",
    title="k-set threshold",
    order=34,
    family="softmax",
    member=4,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    needs=Need(
        holds=fits,
        words=lambda *, max_labels, threshold: say(
            "at most {count} labels, as K says", count=f"{max_labels:g}"
        ),
    ),
    value_function=value,
    gradient_function=gradient,
    both_function=SETS.both,
    learned_functions={"threshold": slope_of_threshold},
    decide_function=decide,
    decision="s > s₀, at most K",
    formula=r"\log \sum_{|S| \le K} \exp \sum_{i \in S} (s_i - s_0) - \sum_{t_i = 1} (s_i - s_0)",
    gradient_formula=(
        r"\frac{e^{s_i - s_0} Z_{K - 1}(s \setminus s_i)}{Z_K(s)} - t_i, "
        r"\quad Z_K(s) = \sum_{|S| \le K} \prod_{j \in S} e^{s_j - s_0}"
    ),
    reference="https://kexue.fm/archives/7359",
    parameters=(
        Parameter(
            name="max_labels",
            symbol="K",
            latex="K",
            default=5.0,
            low=1.0,
            high=1000.0,
            usual=(1.0, 20.0),
            kind="integer",
            meaning="how many labels a sample may have at most",
        ),
        Parameter(
            name="threshold",
            symbol="s₀",
            latex="s_0",
            default=0.0,
            low=-1000.0,
            high=1000.0,
            usual=(-5.0, 5.0),
            learned=True,
            meaning="logit of class 0, above which a class is predicted",
        ),
    ),
    readings=(
        Reading(
            "σ(s − s₀)",
            read,
            holds="With room for every class, K = n, it is the probability of each, as in BCE.",
            fails="With less room the classes compete, and each is less likely than this says.",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=SETS,
    script=SCRIPT,
)
