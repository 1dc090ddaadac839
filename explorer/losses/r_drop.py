"""R-Drop: cross entropy of two passes over one sample, and what keeps the two alike.

A pass with dropout gives the logits s, a second one the other logits u. Labels: targets that sum to 1. The
gradient is that of the first pass; the second has the same with s and u exchanged.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter, Reading
from explorer.losses import cross_entropy, symmetric_kl_softmax
from explorer.numeric import per_row

if TYPE_CHECKING:
    from explorer.numeric import Array

COMPARED: Final = 6  # parts of the divergence, which come first; the first two are both logsumexp


def leaf(xp: Any, logits: Array, targets: Array, *, other_logits: Array, alpha: float) -> tuple[Array, ...]:
    """Return the parts of the divergence, t s, t u and t, (..., n) each."""
    _, matched, mass = cross_entropy.leaf(xp, logits, targets, temperature=1.0)
    _, other_matched, _ = cross_entropy.leaf(xp, other_logits, targets, temperature=1.0)
    return (*symmetric_kl_softmax.leaf(xp, logits, other_logits), matched, other_matched, mass)


def finish(xp: Any, *gathered: Array, other_logits: Array, alpha: float) -> Array:
    """Two cross entropies and alpha / 2 times the divergence."""
    compared, (matched, other_matched, mass) = gathered[:COMPARED], gathered[COMPARED:]
    first = cross_entropy.finish(xp, compared[0], matched, mass, temperature=1.0)
    second = cross_entropy.finish(xp, compared[1], other_matched, mass, temperature=1.0)
    return first + second + per_row(alpha) / 2.0 * symmetric_kl_softmax.finish(xp, *compared)


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP,) * COMPARED + (Gather.SUM,) * 3, finish=finish, anchored=True
)


def value(xp: Any, logits: Array, targets: Array, *, other_logits: Array, alpha: float = 4.0) -> Array:
    """CE(s, t) + CE(u, t) + alpha / 2 times the symmetric KL divergence of both, (..., n) -> (...)."""
    both = sum(cross_entropy.value(xp, each, targets) for each in (logits, other_logits))
    return both + per_row(alpha) / 2.0 * symmetric_kl_softmax.value(xp, logits, other_logits)


def gradient(xp: Any, logits: Array, targets: Array, *, other_logits: Array, alpha: float = 4.0) -> Array:
    """Return the gradient of the first pass, (..., n): u stays."""
    return both(xp, logits, targets, other_logits=other_logits, alpha=alpha)[1]


def both(
    xp: Any, logits: Array, targets: Array, *, other_logits: Array, alpha: float = 4.0
) -> tuple[Array, Array]:
    """Return value and gradient."""
    entropy, pull = cross_entropy.both(xp, logits, targets)
    other_entropy = cross_entropy.value(xp, other_logits, targets)
    divergence, compared = symmetric_kl_softmax.both(xp, logits, other_logits)
    return entropy + other_entropy + per_row(alpha) / 2.0 * divergence, pull + alpha / 2.0 * compared


SCRIPT = """
def r_drop(s, t, u, alpha=4.0):
    return cross_entropy(s, t) + cross_entropy(u, t) + alpha / 2 * symmetric_kl_softmax(s, u)
"""

LOSS = Loss(
    key="r_drop",
    title="R-Drop",
    order=320,
    family="divergence",
    member=2,
    labels=Labels.DISTRIBUTION,
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=cross_entropy.decide,
    decision="argmax",
    formula=r"\mathrm{CE}(s, t) + \mathrm{CE}(u, t) + \frac{\alpha}{2} \sum_i (p_i - q_i) (s_i - u_i)",
    gradient_formula=(
        r"p_i - t_i + \frac{\alpha}{2} "
        r"\Bigl( p_i - q_i + p_i \bigl( s_i - u_i - \sum_j p_j (s_j - u_j) \bigr) \Bigr)"
    ),
    reference="Liang et al. 2021, arXiv:2106.14448",
    parameters=(
        Parameter(
            name="other_logits",
            symbol="u",
            latex="u",
            default=math.nan,
            low=-math.inf,
            high=math.inf,
            kind="other_logits",
            meaning="logits of the second pass",
        ),
        Parameter(
            name="alpha",
            symbol="α",
            latex=r"\alpha",
            default=4.0,
            low=0.0,
            high=1000.0,
            usual=(0.0, 10.0),
            meaning="weight of the divergence; 1 to 5 is usual",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "softmax(s)",
            symmetric_kl_softmax.read,
            holds="At the optimum of both passes together it is t, as in cross entropy.",
            fails="While the passes differ, the divergence holds it back from t.",
        ),
    ),
    invariances=(Invariance.SHIFT,),
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
