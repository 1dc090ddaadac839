"""Circle loss: pairs of cosines whose scale is their own distance from where they should be.

Labels: 0 or 1; without a labelled or without an unlabelled class there is no pair and no signal. With r = s
for an unlabelled class and r = 1 - s for a labelled one, a pair is level where r_i^2 + r_j^2 = 2 m^2: a
circle. The weights alpha are not differentiated (as in the paper and its ports), so the gradient is gamma
alpha where that of the value would be gamma 2 r. Differentiating them too ("full") stops at s = 0 and s =
1; this gradient stops at s = -m and at s = 1 + m, which no cosine reaches. The input is cosines: on raw
logits alpha explodes.
"""

from __future__ import annotations

from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Parameter
from explorer.losses import pairwise
from explorer.numeric import INFINITY, Array, difference, masked, sigmoid, softplus, times


def distances(xp: Any, logits: Array, margin: float) -> tuple[Array, Array]:
    """Return r of each class if it were unlabelled and if labelled, -m at least: there alpha = r + m ends."""
    least = xp.full_like(logits, -margin)
    return xp.maximum(logits, least), xp.maximum(1.0 - logits, least)


def leaf(xp: Any, logits: Array, targets: Array, *, gamma: float, margin: float) -> tuple[Array, Array]:
    """Exponents gamma (r + m) (r - m) of either side, (..., n) each.

    Up to 600 at gamma 256 on cosines, beyond float32's exponential; only their logsumexp is ever formed.
    """
    fall, rise = distances(xp, logits, margin)
    unlabelled = masked(xp, targets == 0, gamma * (fall + margin) * (fall - margin))
    return unlabelled, masked(xp, targets == 1, gamma * (rise + margin) * (rise - margin))


def slopes(
    rest: tuple[float, float], logits: tuple[float, ...], targets: tuple[float, ...], *,
    gamma: float, margin: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the gradient of moving classes as floats, weights not differentiated."""
    pull, unlabelled, labelled = [], [], []
    for logit, target in zip(logits, targets, strict=True):
        distance = max(logit if target == 0.0 else 1.0 - logit, -margin)
        exponent = gamma * (distance + margin) * (distance - margin)
        pull.append(gamma * (distance + margin))
        unlabelled.append(exponent if target == 0.0 else -INFINITY)
        labelled.append(exponent if target == 1.0 else -INFINITY)
    strength, falls, rises = pairwise.sides_of_moving(rest, unlabelled, labelled)
    return tuple(
        [strength * alpha * (fall - rise) for alpha, fall, rise in zip(pull, falls, rises, strict=True)]
    )


ACCUMULATORS = Accumulators(
    leaf=leaf, gathers=(Gather.LOGSUMEXP, Gather.LOGSUMEXP), finish=pairwise.finish, slopes=slopes
)


def value(xp: Any, logits: Array, targets: Array, *, gamma: float = 80.0, margin: float = 0.4) -> Array:
    """log(1 + sum over pairs of e^(gamma (alpha_i (s_i - m) + alpha_j (1 - m - s_j)))), (..., n) -> (...)."""
    return both(xp, logits, targets, gamma=gamma, margin=margin)[0]


def gradient(xp: Any, logits: Array, targets: Array, *, gamma: float = 80.0, margin: float = 0.4) -> Array:
    """Return gamma alpha sigma(a + b) times a class's share of its side, (..., n), weights held."""
    return both(xp, logits, targets, gamma=gamma, margin=margin)[1]


def both(
    xp: Any, logits: Array, targets: Array, *, gamma: float = 80.0, margin: float = 0.4
) -> tuple[Array, Array]:
    """Return value and gradient."""
    fall, rise = distances(xp, logits, margin)
    above, falls = _side(xp, logits, fall, targets == 0, gamma, margin)
    below, rises = _side(xp, -logits, rise, targets == 1, gamma, margin)
    total = pairwise.joined(xp, above, below)
    strength = gamma * sigmoid(xp, total)
    pull = times(xp, strength * falls, fall + margin) - times(xp, strength * rises, rise + margin)
    return softplus(xp, total)[..., 0], pull


def _side(
    xp: Any, ahead: Array, distance: Array, present: Array, gamma: float, margin: float
) -> tuple[Array, Array]:
    """Logarithm of a side's sum, (..., 1), and each class's share of it, (..., n).

    Two exponents gamma (r^2 - m^2) differ by gamma (r - R) (r + R), which keeps digits that 600 - 599 loses.
    So does r - R from s or -s, `ahead`, where 1 - s is rounded.
    """
    size = xp.abs(distance)
    furthest = xp.max(masked(xp, present, size), axis=-1, keepdims=True)
    empty = furthest == -INFINITY
    anchor = xp.where(empty, 0.0, furthest)
    first = xp.where(empty, 0.0, xp.max(masked(xp, present, ahead), axis=-1, keepdims=True))
    leads = xp.any(present & (distance == anchor), axis=-1, keepdims=True)
    steps = xp.where(leads & (distance > 0), difference(xp, ahead, first), difference(xp, size, anchor))
    gaps = gamma * times(xp, steps, size + anchor)
    terms = xp.exp(masked(xp, present, gaps))
    total = xp.where(empty, 1.0, xp.sum(terms, axis=-1, keepdims=True))
    strongest = xp.where(empty, -INFINITY, gamma * (anchor - margin) * (anchor + margin))
    return strongest + xp.log(total), terms / total


def lowest(xp: Any, targets: Array, *, gamma: float = 80.0, margin: float = 0.4) -> Array:
    """log(1 + |N| |P| e^(-2 gamma m^2)), at 0 where unlabelled and 1 where labelled, (..., n) -> (...)."""
    labelled = xp.sum(targets, axis=-1)
    pairs = labelled * (targets.shape[-1] - labelled)
    return softplus(xp, xp.log(pairs) - 2.0 * gamma * margin * margin)


LOSS = Loss(
    key="circle",
    title="circle",
    order=200,
    family="pairs",
    member=2,
    labels=Labels.HARD,
    strict=True,
    inputs=("cosines", "targets"),
    value_function=value,
    gradient_function=gradient,
    gradient_of="that of the value with the weights α held: training code detaches them",
    decide_function=pairwise.decide,
    decision="top k",
    counted=True,
    formula=(
        r"\log\Bigl( 1 + \sum_{t_i = 0} \; \sum_{t_j = 1} "
        r"e^{\gamma (\alpha_i (s_i - m) + \alpha_j (1 - m - s_j))} \Bigr), \quad "
        r"\alpha_i = [s_i + m]_+, \; \alpha_j = [1 + m - s_j]_+"
    ),
    gradient_formula=(
        r"\gamma \alpha_i (1 - e^{-L}) \biggl( \frac{(1 - t_i)\, e^{a_i}}{\sum_{t_j = 0} e^{a_j}} "
        r"- \frac{t_i\, e^{a_i}}{\sum_{t_j = 1} e^{a_j}} \biggr), \quad "
        r"a_i = \gamma \alpha_i \cdot \begin{cases} s_i - m & t_i = 0 \\ 1 - m - s_i & t_i = 1 \end{cases}"
    ),
    reference="Sun et al. 2020, arXiv:2002.10857",
    parameters=(
        Parameter(
            name="gamma",
            symbol="γ",
            latex=r"\gamma",
            default=80.0,
            low=1e-3,
            high=1e4,
            usual=(1.0, 512.0),
            logarithmic=True,
            meaning="multiplies the exponents: 256 for faces, 80 for retrieval",
        ),
        Parameter(
            name="margin",
            symbol="m",
            latex="m",
            default=0.4,
            low=0.0,
            high=2.0,
            usual=(0.0, 1.0),
            meaning="radius of the circle over √2: unlabelled cosines below m, labelled ones above 1 − m",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
)
