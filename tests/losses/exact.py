"""The losses once more in 60-digit decimals, straight from their formulas: an oracle that shares no code."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any

import numpy as np

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


def _label_smoothing(s: Numbers, t: Numbers, epsilon: Numbers | None = None) -> tuple[Decimal, Numbers]:
    share = epsilon[0] if epsilon else TENTH
    return _cross_entropy(s, [(1 - share) * y + share / len(t) for y in t])


def _bce(
    s: Numbers, t: Numbers, pos_weight: Numbers | None = None, weight: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    pi, w = pos_weight or [ONE] * len(s), weight or [ONE] * len(s)
    rows = list(zip(s, t, pi, w, strict=True))
    value = sum(k * (p * y * (1 + (-x).exp()).ln() + (1 - y) * (1 + x.exp()).ln()) for x, y, p, k in rows)
    return value, [k * ((1 - y) / (1 + (-x).exp()) - p * y / (1 + x.exp())) for x, y, p, k in rows]


def _smoothed_bce(s: Numbers, t: Numbers, epsilon: Numbers | None = None) -> tuple[Decimal, Numbers]:
    return _bce(s, _halfway(t, epsilon))


def _soft_zlpr(s: Numbers, t: Numbers) -> tuple[Decimal, Numbers]:
    up = [(1 - y) * x.exp() for x, y in zip(s, t, strict=True)]
    down = [y * (-x).exp() for x, y in zip(s, t, strict=True)]
    above, below = 1 + sum(up), 1 + sum(down)
    return above.ln() + below.ln(), [a / above - b / below for a, b in zip(up, down, strict=True)]


def _smoothed_zlpr(s: Numbers, t: Numbers, epsilon: Numbers | None = None) -> tuple[Decimal, Numbers]:
    return _soft_zlpr(s, _halfway(t, epsilon))


def _halfway(t: Numbers, epsilon: Numbers | None) -> Numbers:
    share = epsilon[0] if epsilon else TENTH
    return [(1 - share) * y + share / 2 for y in t]


_LOSSES: dict[str, Callable[..., tuple[Decimal, Numbers]]] = {
    "cross_entropy": _cross_entropy,
    "label_smoothing": _label_smoothing,
    "bce": _bce,
    "smoothed_bce": _smoothed_bce,
    "zlpr": _soft_zlpr,
    "soft_zlpr": _soft_zlpr,
    "smoothed_zlpr": _smoothed_zlpr,
}
