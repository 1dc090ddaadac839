"""Focal loss: binary cross entropy in which a class counts less the better it is already told.

Labels: 0 or 1. Soft labels are an extension that libraries compute too; its minimum is not at t, so they are
marked. Outside [0, 1] the power of a negative number has no meaning.
"""

from __future__ import annotations

import math
import sys
from typing import Any

from explorer.catalogue import Accumulators, Gather, Invariance, Labels, Loss, Need, Parameter, Reading
from explorer.losses import bce
from explorer.numeric import Array, exponentials, finite, is_spread, smallest, times
from explorer.wording import say


def terms_and_slopes(
    xp: Any, logits: Array, targets: Array, *, gamma: float, alpha: float
) -> tuple[Array, Array]:
    """Return alpha_t m^gamma ce and its derivative, (..., n) each; m = 1 - p_t is what the class misses.

    The derivative is alpha_t m^gamma (gamma ce (log m)' + ce'). A power is the exponential of a logarithm:
    m^(gamma - 1) would be infinite at m = 0 where gamma < 1, and infinity times 0 is NaN.
    """
    rise, fall, tail = exponentials(xp, logits)
    whole, others = 1.0 + tail, 1.0 - targets
    excess, shortfall = others * rise, targets * fall
    missed = xp.maximum(excess + shortfall, smallest(xp, logits))
    (entropy,) = bce.leaf(xp, logits, targets, pos_weight=1.0, weight=1.0)
    balance = _balances(xp, targets, alpha) if is_spread(alpha) else _balance(targets, alpha)
    factor = balance * xp.exp(gamma * (xp.log(missed) - xp.log1p(tail)))
    # gamma comes last: gamma times the largest number is infinite, and no tail of 0 would silence it
    told = finite(xp, entropy) * (tail / missed) * (others - targets)
    change = gamma * told + (excess - shortfall)
    return times(xp, factor, entropy), factor * change / whole


def _balance(targets: Any, alpha: float) -> Any:
    """Return alpha for labelled, 1 - alpha for other classes; 1 where alpha is off."""
    return alpha * targets + (1.0 - alpha) * (1.0 - targets) if alpha >= 0.0 else 1.0


def _balances(xp: Any, targets: Array, alpha: Any) -> Any:
    """Return the same of classes whose runs have an alpha each."""
    return xp.where(alpha >= 0.0, alpha * targets + (1.0 - alpha) * (1.0 - targets), 1.0)


def leaf(xp: Any, logits: Array, targets: Array, *, gamma: float, alpha: float) -> tuple[Array]:
    """Return the term of each class."""
    return (terms_and_slopes(xp, logits, targets, gamma=gamma, alpha=alpha)[0],)


def finish(xp: Any, total: Array, **_settings: Any) -> Array:
    """Return the sum of the terms as it is."""
    return total


def slopes(
    _rest: tuple[float], logits: tuple[float, ...], targets: tuple[float, ...], *, gamma: float, alpha: float
) -> tuple[float, ...]:
    """Return the gradient of moving classes as floats: each class by itself."""
    return tuple(
        _balance(target, alpha) * _slope(logit, target, gamma)
        for logit, target in zip(logits, targets, strict=True)
    )


def _slope(logit: float, target: float, gamma: float) -> float:
    rise, fall = math.exp(min(logit, 0.0)), math.exp(min(-logit, 0.0))
    whole = 1.0 + rise * fall
    excess, shortfall = (1.0 - target) * rise, target * fall
    missed = max(excess + shortfall, SMALLEST)
    soft = math.log1p(rise * fall)
    entropy = (1.0 - target) * (max(logit, 0.0) + soft) + target * (max(-logit, 0.0) + soft)
    told = min(entropy, LARGEST) * (rise * fall / missed) * (1.0 - 2.0 * target)
    change = gamma * told + (excess - shortfall)
    return float((missed / whole) ** gamma * change / whole)


SMALLEST, LARGEST = sys.float_info.min, sys.float_info.max

ACCUMULATORS = Accumulators(leaf=leaf, gathers=(Gather.SUM,), finish=finish, slopes=slopes)


def value(xp: Any, logits: Array, targets: Array, *, gamma: float = 2.0, alpha: float = 0.25) -> Array:
    """Sum over classes of alpha_t m^gamma ce, (..., n) -> (...)."""
    return ACCUMULATORS.value(xp, logits, targets, gamma=gamma, alpha=alpha)


def gradient(xp: Any, logits: Array, targets: Array, *, gamma: float = 2.0, alpha: float = 0.25) -> Array:
    """Return the derivative of each class's term, (..., n); finite for every gamma and logit."""
    return terms_and_slopes(xp, logits, targets, gamma=gamma, alpha=alpha)[1]


def both(
    xp: Any, logits: Array, targets: Array, *, gamma: float = 2.0, alpha: float = 0.25
) -> tuple[Array, Array]:
    """Return value and gradient."""
    terms, change = terms_and_slopes(xp, logits, targets, gamma=gamma, alpha=alpha)
    return xp.sum(terms, axis=-1), change


def lowest(xp: Any, targets: Array, **_settings: Any) -> Array:
    """0 for 0/1 labels, approached as the logits run out; not known for soft ones, (..., n) -> (...)."""
    hard = xp.all((targets == 0) | (targets == 1), axis=-1)
    return xp.where(hard, xp.zeros_like(targets[..., 0]), math.nan)


def in_range(xp: Any, targets: Array, **_settings: Any) -> Array:
    """Whether no target is below 0 or above 1; NaN is for others to tell, (..., n) -> bool (...)."""
    return ~xp.any((targets < 0) | (targets > 1), axis=-1)


def in_range_words(**_settings: Any) -> str:
    """Say what `in_range` asks."""
    return say("targets from 0 to 1")


SCRIPT = """
def focal(s, t, gamma=2.0, alpha=0.25):
    missed = t * sigmoid(-s) + (1 - t) * sigmoid(s)
    entropy = t * softplus(-s) + (1 - t) * softplus(s)
    balance = alpha * t + (1 - alpha) * (1 - t) if alpha >= 0 else 1.0
    return total(balance * missed**gamma * entropy)
"""

LOSS = Loss(
    key="focal",
    title="focal",
    order=51,
    family="weighted",
    member=0,
    labels=Labels.HARD,
    needs=Need(holds=in_range, words=in_range_words),
    value_function=value,
    gradient_function=gradient,
    both_function=both,
    decide_function=bce.decide,
    decision="s > 0",
    formula=(
        r"\sum_i \alpha_{t_i} m_i^{\gamma}\, \mathrm{BCE}(s_i, t_i), "
        r"\quad m = (1 - t)\, \sigma(s) + t\, \sigma({-}s), "
        r"\quad \alpha_t = \alpha\, t + (1 - \alpha)(1 - t)"
    ),
    gradient_formula=(
        r"\alpha_{t_i} m_i^{\gamma} \Bigl( \sigma(s_i) - t_i "
        r"+ \gamma\, \frac{(1 - 2 t_i)\, \sigma(s_i)\, \sigma({-}s_i)}{m_i} \mathrm{BCE}(s_i, t_i) \Bigr)"
    ),
    reference="Lin et al. 2017, arXiv:1708.02002",
    parameters=(
        Parameter(
            name="gamma",
            symbol="γ",
            latex=r"\gamma",
            default=2.0,
            low=0.0,
            high=100.0,
            usual=(0.0, 5.0),
            meaning="how much classes that are told well are silenced; 0 is BCE",
            varies=True,
        ),
        Parameter(
            name="alpha",
            symbol="α",
            latex=r"\alpha",
            default=0.25,
            low=-1.0,
            high=1.0,
            usual=(0.05, 0.95),
            meaning="weight of labelled classes, 1 − α of others; below 0 it is off",
            varies=True,
        ),
    ),
    readings=(
        Reading(
            "σ(s)",
            bce.read,
            fails="Focal loss is not proper: its optimum is less sure than the labels are, unless γ is 0.",
        ),
    ),
    invariances=(Invariance.ORDER,),
    lowest_function=lowest,
    accumulators=ACCUMULATORS,
    elementwise=True,
    script=SCRIPT,
)
