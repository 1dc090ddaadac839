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
from explorer.numeric import INFINITY, Array, difference, filled, masked, sigmoid, softplus, times


def distances(xp: Any, logits: Array, margin: float) -> tuple[Array, Array]:
    """Return r of each class if it were unlabelled and if labelled, -m at least: there alpha = r + m ends."""
    least = filled(xp, logits, -margin)
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
    """Return value and gradient; a class is on one side, so both sides are in the same arrays.

    Two exponents gamma (r^2 - m^2) of a side differ by gamma (r - R) (r + R), which keeps digits that
    600 - 599 loses. So does r - R from s or -s, `ahead`, where 1 - s is rounded.
    """
    unlabelled = targets == 0
    ahead = xp.where(unlabelled, logits, -logits)
    least = filled(xp, logits[..., :1], -margin)
    distance = xp.maximum(xp.where(unlabelled, logits, 1.0 - logits), least)
    size = xp.abs(distance)
    first, far = _ends(xp, ahead, unlabelled), _ends(xp, size, unlabelled)
    anchor = xp.where(unlabelled, *far)
    leads = (distance > 0) & xp.where(unlabelled, first[0] == far[0], 1.0 + first[1] == far[1])
    step = difference(xp, xp.where(leads, ahead, size), xp.where(leads, xp.where(unlabelled, *first), anchor))
    terms = xp.exp(gamma * times(xp, step, size + anchor))
    sums = [xp.sum(xp.where(side, terms, 0.0), axis=-1, keepdims=True) for side in (unlabelled, ~unlabelled)]
    total = pairwise.joined(
        xp, *(_logarithm(xp, *side, gamma, margin) for side in zip(far, sums, strict=True))
    )
    pull = times(xp, gamma * sigmoid(xp, total) * terms / xp.where(unlabelled, *sums), distance + margin)
    return softplus(xp, total)[..., 0], xp.where(unlabelled, pull, -pull)


def _ends(xp: Any, values: Array, unlabelled: Array) -> tuple[Array, Array]:
    """Largest value where unlabelled and where labelled, (..., 1) each; -inf where there is no class."""
    sides = (masked(xp, side, values) for side in (unlabelled, ~unlabelled))
    above, below = (xp.max(side, axis=-1, keepdims=True) for side in sides)
    return above, below


def _logarithm(xp: Any, far: Array, total: Array, gamma: float, margin: float) -> Array:
    """Logarithm of a side's sum from its largest |r| and its terms relative to that; -inf for no class."""
    empty = far == -INFINITY
    anchor, total = xp.where(empty, 0.0, far), xp.where(empty, 1.0, total)
    return xp.where(empty, -INFINITY, gamma * (anchor - margin) * (anchor + margin) + xp.log(total))


def lowest(xp: Any, targets: Array, *, gamma: float = 80.0, margin: float = 0.4) -> Array:
    """log(1 + |N| |P| e^(-2 gamma m^2)), at 0 where unlabelled and 1 where labelled, (..., n) -> (...)."""
    labelled = xp.sum(targets, axis=-1)
    pairs = labelled * (targets.shape[-1] - labelled)
    return softplus(xp, xp.log(pairs) - 2.0 * gamma * margin * margin)


SCRIPT = """
def circle(s, t, gamma=80.0, margin=0.4):
    fall, rise = held(at_least(s + margin, 0.0)), held(at_least(1 + margin - s, 0.0))
    unlabelled = logsumexp(where(t == 0, gamma * fall * (s - margin), -inf))
    return softplus(unlabelled + logsumexp(where(t == 1, gamma * rise * (1 - margin - s), -inf)))
"""

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
    both_function=both,
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
            varies=True,
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
            varies=True,
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    script=SCRIPT,
)
