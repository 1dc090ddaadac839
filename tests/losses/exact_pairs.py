"""The losses of pairs and directions in decimals, pair by pair as their formulas say; see `exact`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Numbers = list[Decimal]
Answer = tuple[Decimal, Numbers]


def _number(setting: Numbers | None, default: float) -> Decimal:
    return setting[0] if setting else Decimal.from_float(default)


def _sides(t: Numbers) -> tuple[list[int], list[int]]:
    """Places of the unlabelled and of the labelled classes."""
    return [i for i, y in enumerate(t) if y == 0], [i for i, y in enumerate(t) if y == 1]


def _pairs(s: Numbers, t: Numbers, gamma: Decimal, margin: Decimal) -> Answer:
    """Every pair by itself: its power is both its part of the sum and its part of two slopes."""
    others, labelled = _sides(t)
    push, pull = [(gamma * (x + margin)).exp() for x in s], [(-gamma * x).exp() for x in s]
    powers = {(i, j): push[i] * pull[j] for i in others for j in labelled}
    total = sum(powers.values(), Decimal(1))
    gradient = [Decimal(0)] * len(s)
    for (i, j), power in powers.items():
        gradient[i] += gamma * power / total
        gradient[j] -= gamma * power / total
    return total.ln(), gradient


def _pairwise(s: Numbers, t: Numbers, gamma: Numbers | None = None, margin: Numbers | None = None) -> Answer:
    return _pairs(s, t, _number(gamma, 1.0), _number(margin, 0.0))


def _am_softmax(
    s: Numbers, t: Numbers, scale: Numbers | None = None, margin: Numbers | None = None
) -> Answer:
    return _pairs(s, t, _number(scale, 30.0), _number(margin, 0.35))


def _threshold_pairwise(s: Numbers, t: Numbers, threshold: Numbers | None = None) -> Answer:
    s0 = _number(threshold, 0.0)
    others, labelled = _sides(t)
    above = s0.exp() + sum(s[i].exp() for i in others)
    below = (-s0).exp() + sum((-s[j]).exp() for j in labelled)
    return above.ln() + below.ln(), [
        x.exp() / above if i in others else -(-x).exp() / below for i, x in enumerate(s)
    ]


def _two_way(
    s: Numbers,
    t: Numbers,
    positive_temperature: Numbers | None = None,
    negative_temperature: Numbers | None = None,
) -> Answer:
    tp, tn = _number(positive_temperature, 4.0), _number(negative_temperature, 1.0)
    others, labelled = _sides(t)
    if not others or not labelled:
        return Decimal(0), [Decimal(0)] * len(s)
    above, below = sum((s[i] / tn).exp() for i in others), sum((-s[j] / tp).exp() for j in labelled)
    product = (tn * above.ln() + tp * below.ln()).exp()
    strength = product / (1 + product)
    return (1 + product).ln(), [
        strength * ((x / tn).exp() / above if i in others else -(-x / tp).exp() / below)
        for i, x in enumerate(s)
    ]


def _circle(s: Numbers, t: Numbers, gamma: Numbers | None = None, margin: Numbers | None = None) -> Answer:
    g, m = _number(gamma, 80.0), _number(margin, 0.4)
    others, labelled = _sides(t)
    alpha = [max(x + m if i in others else 1 + m - x, Decimal(0)) for i, x in enumerate(s)]
    part = [
        (g * a * (x - m if i in others else 1 - m - x)).exp()
        for i, (a, x) in enumerate(zip(alpha, s, strict=True))
    ]
    above, below = sum(part[i] for i in others), sum(part[j] for j in labelled)
    total = Decimal(1) + above * below
    return total.ln(), [
        g * a * x * (below if i in others else -above) / total
        for i, (a, x) in enumerate(zip(alpha, part, strict=True))
    ]


def _info_nce(s: Numbers, t: Numbers, temperature: Numbers | None = None) -> Answer:
    tau = _number(temperature, 0.07)
    powers = [(x / tau).exp() for x in s]
    value = sum(t) * sum(powers).ln() - sum(y * x for x, y in zip(s, t, strict=True)) / tau
    return value, [(sum(t) * a / sum(powers) - y) / tau for a, y in zip(powers, t, strict=True)]


def _flat_nce(s: Numbers, t: Numbers, temperature: Numbers | None = None) -> Answer:
    tau = _number(temperature, 0.07)
    others, (y,) = _sides(t)
    if not others:
        return Decimal("-inf"), [Decimal(0)]
    powers = [((x - s[y]) / tau).exp() for x in s]
    odds = sum(powers[i] for i in others)
    return odds.ln(), [(a / odds if i in others else Decimal(-1)) / tau for i, a in enumerate(powers)]


def _logit_norm(s: Numbers, t: Numbers, temperature: Numbers | None = None) -> Answer:
    tau = _number(temperature, 0.04)
    norm = sum(x * x for x in s).sqrt() or Decimal(1)  # no direction: as the loss says of s = 0
    u = [x / norm for x in s]
    powers = [(x / tau).exp() for x in u]
    total, mass = sum(powers), sum(t)
    value = mass * total.ln() - sum(x * y for x, y in zip(u, t, strict=True)) / tau
    pull = [mass * a / total - y for a, y in zip(powers, t, strict=True)]
    along = sum(x * y for x, y in zip(u, pull, strict=True))
    return value, [(v - x * along) / (tau * norm) for v, x in zip(pull, u, strict=True)]


PAIRS: dict[str, Callable[..., Answer]] = {
    "pairwise": _pairwise,
    "threshold_pairwise": _threshold_pairwise,
    "two_way": _two_way,
    "circle": _circle,
    "am_softmax": _am_softmax,
    "info_nce": _info_nce,
    "flat_nce": _flat_nce,
    "logit_norm": _logit_norm,
}
