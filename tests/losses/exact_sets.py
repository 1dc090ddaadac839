"""The oracle for losses over sets of classes, and for divergences of two rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.losses.samples import other_of

if TYPE_CHECKING:
    from collections.abc import Callable

Numbers = list[Decimal]
ONE, FLOOR = Decimal(1), Decimal.from_float(1e-7)


def with_factor(sums: Numbers, x: Decimal) -> Numbers:
    """Elementary symmetric sums, cut where they are, of one number more."""
    return [one + x * (sums[power - 1] if power else 0) for power, one in enumerate(sums)]


def without(x: Numbers, most: int) -> list[Numbers]:
    """For each number the elementary symmetric sums 0 to `most` of all others, from both ends."""
    nothing = [ONE] + [Decimal(0)] * most
    before, after = [nothing], [nothing]
    for first, last in zip(x[:-1], x[:0:-1], strict=True):
        before.append(with_factor(before[-1], first))
        after.append(with_factor(after[-1], last))
    return [
        [sum(left[i] * right[power - i] for i in range(power + 1)) for power in range(most + 1)]
        for left, right in zip(before, after[::-1], strict=True)
    ]


def _sets(s: Numbers, t: Numbers, sizes: range) -> tuple[Decimal, Numbers]:
    x, top = [logit.exp() for logit in s], sizes[-1]
    rests = without(x, top)
    whole = with_factor(rests[0], x[0])
    total = sum(whole[size] for size in sizes)
    within = [sum(rest[size - 1] for size in sizes if size) for rest in rests]
    value = total.ln() - sum(a * b for a, b in zip(s, t, strict=True))
    return value, [a * b / total - c for a, b, c in zip(x, within, t, strict=True)]


def _combinatorial_softmax(s: Numbers, t: Numbers) -> tuple[Decimal, Numbers]:
    return _sets(s, t, range(int(sum(t)), int(sum(t)) + 1))


def _combinatorial_threshold(
    s: Numbers, t: Numbers, max_labels: Numbers | None = None, threshold: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    most = int(max_labels[0]) if max_labels else 5
    start = threshold[0] if threshold else Decimal(0)
    return _sets([x - start for x in s], t, range(most + 1))


def _softmax(s: Numbers) -> Numbers:
    powers = [x.exp() for x in s]
    return [power / sum(powers) for power in powers]


def _symmetric_kl_softmax(s: Numbers, u: Numbers) -> tuple[Decimal, Numbers]:
    p, q = _softmax(s), _softmax(u)
    first = sum(a * (a / b).ln() for a, b in zip(p, q, strict=True))
    second = sum(b * (b / a).ln() for a, b in zip(p, q, strict=True))
    gaps = [a - b for a, b in zip(s, u, strict=True)]
    mean = sum(a * gap for a, gap in zip(p, gaps, strict=True))
    return first + second, [a - b + a * (gap - mean) for a, b, gap in zip(p, q, gaps, strict=True)]


def _sigma(x: Decimal) -> Decimal:
    return 1 / (1 + (-x).exp())


def _symmetric_kl_sigmoid(s: Numbers, u: Numbers, scale: Numbers | None = None) -> tuple[Decimal, Numbers]:
    c = scale[0] if scale else ONE
    rows = [(_sigma(c * a) - _sigma(c * b), a - b, _sigma(c * a)) for a, b in zip(s, u, strict=True)]
    slope = [gap + c * p * (1 - p) * distance for gap, distance, p in rows]
    return sum(gap * distance for gap, distance, _ in rows), slope


def _r_drop(
    s: Numbers, t: Numbers, alpha: Numbers | None = None, other_logits: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    u = other_logits or [Decimal(float(number)) for number in other_of(len(s))]
    half = (alpha[0] if alpha else Decimal(4)) / 2
    value, slopes = _symmetric_kl_softmax(s, u)
    value *= half
    for row in (s, u):
        total = sum(x.exp() for x in row).ln()
        value += sum(y * (total - x) for x, y in zip(row, t, strict=True))
    mass, p = sum(t), _softmax(s)
    return value, [mass * a - y + half * slope for a, y, slope in zip(p, t, slopes, strict=True)]


def _abs_kl(q: Numbers, t: Numbers, floor: Numbers | None = None) -> tuple[Decimal, Numbers]:
    least = floor[0] if floor else FLOOR
    rows = [(max(a, least), max(b, least), a < least) for a, b in zip(q, t, strict=True)]
    slopes = [Decimal(0) if cut else (a / b).ln() + 1 - b / a for a, b, cut in rows]
    return sum(abs((b - a) * (b / a).ln()) for a, b, _ in rows), slopes


def _abs_kl_sigmoid(s: Numbers, t: Numbers, floor: Numbers | None = None) -> tuple[Decimal, Numbers]:
    q = [_sigma(x) for x in s]
    value, slopes = _abs_kl(q, t, floor)
    return value, [slope * a * _sigma(-x) for slope, a, x in zip(slopes, q, s, strict=True)]


def _partition_distribution(
    s: Numbers, t: Numbers, raw_partition: Numbers | None = None
) -> tuple[Decimal, Numbers]:
    mass, p = sum(t), _softmax(s)
    partition = max(Decimal.from_float(0.01), raw_partition[0] if raw_partition else ONE)
    shares = [y / mass for y in t]
    value = sum(share * (share / a).ln() for share, a in zip(shares, p, strict=True) if share)
    return value + (partition - mass) ** 2, [a - share for a, share in zip(p, shares, strict=True)]


SETS: dict[str, Callable[..., tuple[Decimal, Numbers]]] = {
    "combinatorial_softmax": _combinatorial_softmax,
    "combinatorial_threshold": _combinatorial_threshold,
    "symmetric_kl_softmax": _symmetric_kl_softmax,
    "symmetric_kl_sigmoid": _symmetric_kl_sigmoid,
    "r_drop": _r_drop,
    "abs_kl": _abs_kl,
    "abs_kl_sigmoid": _abs_kl_sigmoid,
    "partition_distribution": _partition_distribution,
}
