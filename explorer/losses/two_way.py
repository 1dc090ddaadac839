"""Two-way, sample half: the softest maximum of the unlabelled logits stays below that of the labelled ones.

Labels: 0 or 1; without a labelled or without an unlabelled class the value and the gradient are 0, no signal.
The other half of the published loss compares the samples of a batch class by class; one sample has none.
The official code fills masked logits with -100, so a labelled logit above 100 leaks into the other side; here
they are absent. Values rank classes; they are not calibrated, so a threshold must be tuned.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter
from explorer.losses import pairwise
from explorer.numeric import INFINITY, Array, masked, per_row, sigmoid, softplus
from explorer.wording import noted


def leaf(
    xp: Any, logits: Array, targets: Array, *, positive_temperature: float, negative_temperature: float
) -> tuple[Array, Array]:
    """Exponents of the two sums: s / Tn where unlabelled, -s / Tp where labelled, (..., n) each."""
    unlabelled = masked(xp, targets == 0, logits / negative_temperature)
    return unlabelled, masked(xp, targets == 1, -logits / positive_temperature)


def finish(
    xp: Any, unlabelled: Array, labelled: Array, *, positive_temperature: float, negative_temperature: float
) -> Array:
    """log(1 + e^(Tn a + Tp b))."""
    return pairwise.finish(
        xp, per_row(negative_temperature) * unlabelled, per_row(positive_temperature) * labelled
    )


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    positive_temperature: float, negative_temperature: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats."""
    pairs = list(zip(logits, targets, strict=True))
    unlabelled = [logit / negative_temperature if target == 0.0 else -INFINITY for logit, target in pairs]
    labelled = [-logit / positive_temperature if target == 1.0 else -INFINITY for logit, target in pairs]
    stretch = negative_temperature, positive_temperature
    strength, falls, rises = pairwise.sides_of_moving(rest, unlabelled, labelled, stretch)
    return tuple([strength * (fall - rise) for fall, rise in zip(falls, rises, strict=True)])


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=finish, anchored=True, slopes=slopes
)


def value(
    xp: Any, logits: Array, targets: Array, *,
    positive_temperature: float = 4.0, negative_temperature: float = 1.0,
) -> Array:  # fmt: skip
    """softplus(Tn logsumexp over unlabelled of s / Tn + Tp that over labelled of -s / Tp), -> (...)."""
    return both(xp, logits, targets, positive_temperature, negative_temperature)[0]


def gradient(
    xp: Any, logits: Array, targets: Array, *,
    positive_temperature: float = 4.0, negative_temperature: float = 1.0,
) -> Array:  # fmt: skip
    """Return sigma(Tn a + Tp b) times a class's share of its side, positive where unlabelled, (..., n)."""
    return both(xp, logits, targets, positive_temperature, negative_temperature)[1]


def both(
    xp: Any, logits: Array, targets: Array,
    positive_temperature: float = 4.0, negative_temperature: float = 1.0,
) -> tuple[Array, Array]:  # fmt: skip
    """Return value and gradient."""
    labelled, gaps, widest = pairwise.opposed(xp, logits, targets)
    exponents = xp.where(labelled, gaps / positive_temperature, gaps / negative_temperature)
    above, below, shares = pairwise.summed(xp, labelled, exponents)
    total = widest + negative_temperature * above + positive_temperature * below
    return softplus(xp, total)[..., 0], sigmoid(xp, total) * shares


def _temperature(name: str, side: str, default: float, meaning: str) -> Parameter:
    return Parameter(
        name=name,
        symbol=f"T{side}",
        latex=f"T_{side}",
        default=default,
        low=1e-3,
        high=1e3,
        usual=(0.1, 10.0),
        logarithmic=True,
        meaning=meaning,
        varies=True,
    )


SCRIPT = """
def two_way(s, t, positive_temperature=4.0, negative_temperature=1.0):
    unlabelled = logsumexp(where(t == 0, s / negative_temperature, -inf))
    labelled = logsumexp(where(t == 1, -s / positive_temperature, -inf))
    return softplus(negative_temperature * unlabelled + positive_temperature * labelled)
"""

LOSS = Loss(
    key="two_way",
    title="two-way",
    order=260,
    family="pairs",
    member=1,
    labels=Labels.HARD,
    strict=True,
    instead="soft_zlpr",
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=pairwise.decide,
    decision="top k",
    counted=True,
    formula=(
        r"\log\biggl( 1 + \Bigl( \sum_{t_i = 0} e^{s_i / T_n} \Bigr)^{T_n} "
        r"\Bigl( \sum_{t_i = 1} e^{-s_i / T_p} \Bigr)^{T_p} \biggr)"
    ),
    gradient_formula=(
        r"(1 - e^{-L}) \biggl( \frac{(1 - t_i)\, e^{s_i / T_n}}{\sum_{t_j = 0} e^{s_j / T_n}} "
        r"- \frac{t_i\, e^{-s_i / T_p}}{\sum_{t_j = 1} e^{-s_j / T_p}} \biggr)"
    ),
    reference="Kobayashi 2023, https://github.com/tk1980/TwoWayMultiLabelLoss",
    parameters=(
        _temperature(
            "positive_temperature",
            "p",
            4.0,
            noted("above 1 the labelled logits share the pull, below 1 the lowest"),
        ),
        _temperature(
            "negative_temperature",
            "n",
            1.0,
            noted("above 1 the others share the push, below 1 the highest has it"),
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=pairwise.lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
