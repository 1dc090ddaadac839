"""FlatNCE: the logarithm of InfoNCE's odds, whose gradient never fades.

Labels: exactly one. Training code shows xi / (xi without gradient), which is always 1; its gradient is that
of log xi = logsumexp over the others of (s_i - s_y) / tau, which is shown here. It may be negative, has no
lower bound, and pulls the labelled cosine by 1 / tau however well it does. Without other classes xi is 0: the
value is -inf and the gradient 0. The input is cosines, from -1 to 1.
"""

from __future__ import annotations

import math
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Reading
from explorer.losses import cross_entropy, info_nce
from explorer.numeric import INFINITY, Array, below_largest, logsumexp, masked, softmax


def leaf(xp: Any, logits: Array, targets: Array, *, temperature: float) -> tuple[Array, Array]:
    """Exponents s / tau where unlabelled, and s / tau where labelled or 0, (..., n) each."""
    scaled = logits / temperature
    return masked(xp, targets == 0, scaled), xp.where(targets == 1, scaled, 0.0)


def finish(xp: Any, others: Array, labelled: Array, *, temperature: float) -> Array:
    """Logsumexp of the others minus s_y / tau; -inf without others, whatever s_y is."""
    alone = others == -INFINITY
    return xp.where(alone, -INFINITY + 0.0 * labelled, others - labelled)


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *, temperature: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats."""
    scaled = [logit / temperature for logit in logits]
    others = [a if target == 0.0 else -INFINITY for a, target in zip(scaled, targets, strict=True)]
    anchor = max(rest[0], *others)
    if anchor == -INFINITY:
        return (0.0,) * len(logits)
    shares = [math.exp(exponent - anchor) for exponent in others]
    total = (math.exp(rest[0] - anchor) + sum(shares)) * temperature
    return tuple(
        [share / total - target / temperature for share, target in zip(shares, targets, strict=True)]
    )


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.SUM), finish=finish, anchored=True, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> Array:
    """Logsumexp over unlabelled i of (s_i - s_y) / tau, y the labelled class, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, temperature=temperature)


def gradient(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> Array:
    """Share of e^(s / tau) among the unlabelled over tau, -1 / tau where labelled, (..., n)."""
    return both(xp, logits, targets, temperature=temperature)[1]


def both(xp: Any, logits: Array, targets: Array, *, temperature: float = 0.07) -> tuple[Array, Array]:
    """Return value and gradient."""
    others, labelled = leaf(xp, below_largest(xp, logits), targets, temperature=temperature)
    total = logsumexp(xp, others)
    slopes = xp.where(total[..., None] == -INFINITY, 0.0, softmax(xp, others) - targets)
    return finish(xp, total, xp.sum(labelled, axis=-1), temperature=temperature), slopes / temperature


def lowest(xp: Any, targets: Array, *, temperature: float = 0.07) -> Array:
    """Return -inf: it falls without end as the labelled cosine rises, (..., n) -> (...)."""
    return xp.full_like(targets[..., 0], -INFINITY)


SCRIPT = """
def flat_nce(s, t, temperature=0.07):
    return logsumexp(where(t == 0, (s - total(t * s)[..., None]) / temperature, -inf))
"""

LOSS = Loss(
    key="flat_nce",
    title="FlatNCE",
    order=230,
    family="pairs",
    member=5,
    labels=Labels.ONE_HOT,
    strict=True,
    instead="info_nce",
    inputs=("cosines", "targets"),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\log \sum_{i \ne y} e^{(s_i - s_y) / \tau}, \quad t_y = 1",
    gradient_formula=(
        r"\frac{1}{\tau} \biggl( \frac{(1 - t_i)\, e^{s_i / \tau}}{\sum_{j \ne y} e^{s_j / \tau}} "
        r"- t_i \biggr)"
    ),
    reference="Chen et al. 2021, arXiv:2107.01152",
    parameters=(info_nce.temperature_parameter(),),
    readings=(
        Reading(
            "softmax(s/τ)",
            info_nce.read,
            holds="As InfoNCE reads the same cosines.",
            fails="As an optimum of this loss: it has none, the labelled cosine is pulled for ever.",
        ),
    ),
    invariances=(Invariance.SHIFT, Invariance.ORDER),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
