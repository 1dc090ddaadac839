"""The losses once more in 60-digit decimals, straight from their formulas: an oracle that shares no code."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.losses.exact_pairs import PAIRS
from tests.losses.exact_sets import SETS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Numbers = list[Decimal]
ONE, TENTH = Decimal(1), Decimal.from_float(0.1)  # settings are float64 too


def exact(
    key: str, logits: Sequence[float], targets: Sequence[float], settings: dict[str, Any]
) -> tuple[float, np.ndarray]:
    """Value and gradient, rounded to float64 at the very end."""
    with localcontext() as context:
        context.prec, context.Emax, context.Emin = 60, 10**12, -(10**12)
        given = {name: _decimals(setting, len(logits)) for name, setting in settings.items()}
        value, gradient = _LOSSES[key](_decimals(logits), _decimals(targets), **given)
        return float(value), np.array([float(slope) for slope in gradient])


def _decimals(numbers: Any, count: int = 1) -> Numbers:
    return [Decimal(float(number)) for number in (numbers if np.ndim(numbers) else [numbers] * count)]


def _cross_entropy(s: Numbers, t: Numbers, temperature: Numbers | None = None) -> tuple[Decimal, Numbers]:
    tau = temperature[0] if temperature else ONE
    powers = [(x / tau).exp() for x in s]
    total, mass = sum(powers), sum(t)
    value = mass * total.ln() - sum(x * y / tau for x, y in zip(s, t, strict=True))
    return value, [(mass * power / total - y) / tau for power, y in zip(powers, t, strict=True)]


def _label_smoothing(
    s: Numbers, t: Numbers, epsilon: Numbers | None = None, convention: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    return _cross_entropy(s, _smoothed(t, epsilon, convention, 0))


def _bce(
    s: Numbers, t: Numbers, pos_weight: Numbers | None = None, weight: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    pi, w = pos_weight or [ONE] * len(s), weight or [ONE] * len(s)
    rows = list(zip(s, t, pi, w, strict=True))
    value = sum(k * (p * y * (1 + (-x).exp()).ln() + (1 - y) * (1 + x.exp()).ln()) for x, y, p, k in rows)
    return value, [k * ((1 - y) / (1 + (-x).exp()) - p * y / (1 + x.exp())) for x, y, p, k in rows]


def _smoothed_bce(
    s: Numbers, t: Numbers, epsilon: Numbers | None = None, convention: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    return _bce(s, _smoothed(t, epsilon, convention, 2))


def _soft_zlpr(s: Numbers, t: Numbers) -> tuple[Decimal, Numbers]:
    up = [(1 - y) * x.exp() for x, y in zip(s, t, strict=True)]
    down = [y * (-x).exp() for x, y in zip(s, t, strict=True)]
    above, below = 1 + sum(up), 1 + sum(down)
    return above.ln() + below.ln(), [a / above - b / below for a, b in zip(up, down, strict=True)]


def _smoothed_zlpr(
    s: Numbers, t: Numbers, epsilon: Numbers | None = None, convention: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    return _soft_zlpr(s, _smoothed(t, epsilon, convention, 2))


def _focal(
    s: Numbers, t: Numbers, gamma: Numbers | None = None, alpha: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    power, side = gamma[0] if gamma else Decimal(2), alpha[0] if alpha else ONE / 4
    value, gradient = Decimal(0), []
    for x, y in zip(s, t, strict=True):
        p, q = 1 / (1 + (-x).exp()), 1 / (1 + x.exp())
        missed, entropy = p * (1 - y) + q * y, _bce([x], [y])[0]
        balance = side * y + (1 - side) * (1 - y) if side >= 0 else ONE
        factor = balance * _power(missed, power)
        value += factor * entropy
        gradient.append(factor * (power * p * q * (1 - 2 * y) / missed * entropy + p * (1 - y) - q * y))
    return value, gradient


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    return (exponent * base.ln()).exp() if exponent and base else Decimal(int(not exponent))


def _asl(
    s: Numbers, t: Numbers, gamma_positive: Numbers | None = None, gamma_negative: Numbers | None = None,
    clip: Numbers | None = None, floor: Numbers | None = None,
) -> tuple[Decimal, Numbers]:  # fmt: skip
    above, below = gamma_positive[0] if gamma_positive else ONE, gamma_negative[0] if gamma_negative else 4
    margin = clip[0] if clip else Decimal.from_float(0.05)
    least = floor[0] if floor else Decimal.from_float(1e-8)
    value, gradient = Decimal(0), []
    for x, y in zip(s, t, strict=True):
        p, q = 1 / (1 + (-x).exp()), 1 / (1 + x.exp())
        # base: what the power is of; rest: what the logarithm is of; and how both change with the logit
        base, rest, sign = (q, p, -1) if y else (max(p - margin, Decimal(0)), min(q + margin, ONE), 1)
        if not base:
            gradient.append(Decimal(0))
            continue
        factor, cost = _power(base, Decimal(above if y else below)), -max(rest, least).ln()
        value += factor * cost
        free = factor * p * q / rest if rest > least else Decimal(0)
        gradient.append(sign * (Decimal(above if y else below) * factor / base * p * q * cost + free))
    return value, gradient


def _hill(
    s: Numbers, t: Numbers, weight: Numbers | None = None, margin: Numbers | None = None,
    gamma: Numbers | None = None,
) -> tuple[Decimal, Numbers]:  # fmt: skip
    height = weight[0] if weight else Decimal("1.5")
    shift, power = margin[0] if margin else ONE, gamma[0] if gamma else Decimal(2)
    value, gradient = Decimal(0), []
    for x, y in zip(s, t, strict=True):
        if y:
            part, slope = _focal([x - shift], [y], [power], [-ONE])
        else:
            p = 1 / (1 + (-x).exp())
            part, slope = (height - p) * p * p, [(2 * height * p - 3 * p * p) * p / (1 + x.exp())]
        value += part
        gradient += slope
    return value, gradient


def _distribution_balanced(
    s: Numbers, t: Numbers, class_weight: Numbers | None = None, bias: Numbers | None = None,
    negative_scale: Numbers | None = None,
) -> tuple[Decimal, Numbers]:  # fmt: skip
    r, nu = class_weight or [ONE] * len(s), bias or [Decimal(0)] * len(s)
    scale = negative_scale[0] if negative_scale else Decimal(5)
    rows = [(x - b, y, k) for x, y, k, b in zip(s, t, r, nu, strict=True)]
    value = sum(
        k * (y * (1 + (-z).exp()).ln() + (1 - y) / scale * (1 + (scale * z).exp()).ln()) for z, y, k in rows
    )
    return value, [k * ((1 - y) / (1 + (-scale * z).exp()) - y / (1 + z.exp())) for z, y, k in rows]


def _peel(s: Numbers, t: Numbers, amount: Numbers | None = None) -> tuple[Decimal, Numbers]:
    """Each side from its own sum and product, expanded as it stands."""
    share = amount[0] if amount else ONE / 2
    value, gradient = Decimal(0), [Decimal(0)] * len(s)
    for sign, weights in ((1, [1 - y for y in t]), (-1, t)):
        powers = [(sign * x).exp() for x in s]
        plain = 1 + sum(w * power for w, power in zip(weights, powers, strict=True))
        product = ONE
        for w, power in zip(weights, powers, strict=True):
            product *= _power(1 + power, w)
        whole = (1 - share) * plain + share * product
        value += whole.ln()
        for place, (w, power) in enumerate(zip(weights, powers, strict=True)):
            slope = (1 - share) * w * power + share * product * w * power / (1 + power)
            gradient[place] += sign * slope / whole
    return value, gradient


def _smoothed(t: Numbers, epsilon: Numbers | None, convention: Numbers | None, usual: int) -> Numbers:
    """The four conventions: eps / n to all, eps / (n - 1) to the others, towards 1/2, flipped."""
    share, n = epsilon[0] if epsilon else TENTH, len(t)
    chosen = int(convention[0]) if convention else usual
    if chosen == 1 and n == 1:
        return t
    added = [
        lambda y: share / n,
        lambda y: share * (1 - y) / (n - 1),
        lambda y: share / 2,
        lambda y: share * (1 - y),
    ][chosen]
    return [(1 - share) * y + added(y) for y in t]


_LOSSES: dict[str, Callable[..., tuple[Decimal, Numbers]]] = {
    "cross_entropy": _cross_entropy,
    "label_smoothing": _label_smoothing,
    "bce": _bce,
    "smoothed_bce": _smoothed_bce,
    "zlpr": _soft_zlpr,
    "soft_zlpr": _soft_zlpr,
    "smoothed_zlpr": _smoothed_zlpr,
    **PAIRS,
    **SETS,
    "focal": _focal,
    "asl": _asl,
    "hill": _hill,
    "distribution_balanced": _distribution_balanced,
    "peel": _peel,
}
