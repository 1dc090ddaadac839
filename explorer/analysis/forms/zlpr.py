"""ZLPR as common code computes it: a mask of large numbers, a sum of all less the labelled, the formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.forms.form import Form, logsumexp, summed, with_zero
from explorer.analysis.narrow import fused
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

MASK: Final = 1e12  # what bert4keras subtracts to silence a class
SPARSE_FLOOR: Final = 1e-7

# ZLPR, dense: every class in both sums, silenced by a large number.


def _masked_sides(logits: Floats, targets: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the signs 1 - 2t, and the exponents of the two sums."""
    signs = 1.0 - 2.0 * targets
    flipped = signs * logits
    # As torch multiplies by a Python number: in 32 bits, so that 0 times it stays 0 in 16.
    without_labelled = fused(lambda values: values * MASK, targets)
    without_others = fused(lambda values: values * MASK, 1.0 - targets)
    return signs, flipped - without_labelled, flipped - without_others


def zlpr_masked(logits: Floats, targets: Floats) -> Floats:
    """Two logsumexps, each over all classes and an appended 0."""
    _, unlabelled, labelled = _masked_sides(logits, targets)
    return (logsumexp(with_zero(unlabelled)) + logsumexp(with_zero(labelled)))[..., 0]


def zlpr_masked_gradient(logits: Floats, targets: Floats) -> Floats:
    """(1 - 2t) times the two softmaxes e^(a - logsumexp)."""
    signs, unlabelled, labelled = _masked_sides(logits, targets)
    shares = [np.exp(side - logsumexp(with_zero(side))) for side in (unlabelled, labelled)]
    return np.asanyarray(signs * (shares[0] + shares[1]))


# ZLPR, sparse: the labels are indices, and the sum of the others is that of all, less theirs.


@dataclass(frozen=True)
class _Sparse:
    """What the code has at hand: labelled classes, the logarithms of its sums, and the part of the others."""

    labelled: NDArray[np.bool_]
    positive: Floats
    everything: Floats
    labels: Floats
    rest: Floats


def _sparse(logits: Floats, targets: Floats) -> _Sparse:
    labelled = targets > 0.5
    nothing = np.full_like(logits, -np.inf)
    positive = logsumexp(with_zero(np.where(labelled, -logits, nothing)))
    everything = logsumexp(with_zero(logits))
    labels = logsumexp(np.where(labelled, logits, nothing))
    return _Sparse(labelled, positive, everything, labels, 1.0 - np.exp(labels - everything))


def zlpr_sparse(logits: Floats, targets: Floats, floor: float | None = SPARSE_FLOOR) -> Floats:
    """Log of the sum of all + log(clip(1 - share of the labelled)), and the sum of the labelled."""
    found = _sparse(logits, targets)
    rest = found.rest if floor is None else np.clip(found.rest, floor, 1.0)
    return (found.positive + found.everything + np.log(rest))[..., 0]


def zlpr_sparse_gradient(logits: Floats, targets: Floats, floor: float | None = SPARSE_FLOOR) -> Floats:
    """Return its derivative; where the clip holds, the labelled logits are pulled down with all others."""
    found = _sparse(logits, targets)
    zero = np.zeros_like(logits)
    rest, passed = found.rest, np.ones_like(found.rest)
    if floor is not None:
        inside = (rest >= floor) & (rest <= 1.0)
        rest, passed = np.clip(rest, floor, 1.0), np.where(inside, passed, np.zeros_like(passed))
    through = passed / rest * np.exp(found.labels - found.everything)
    everywhere = (1.0 + through) * np.exp(logits - found.everything)
    among = through * np.exp(logits - found.labels) + np.exp(-logits - found.positive)
    return np.asanyarray(everywhere - np.where(found.labelled, among, zero))


def zlpr_naive(logits: Floats, targets: Floats) -> Floats:
    """log(1 + sum t e^-s) + log(1 + sum (1 - t) e^s), the formula typed in."""
    labelled = summed(targets * np.exp(-logits))
    unlabelled = summed((1.0 - targets) * np.exp(logits))
    return np.asanyarray(np.log(1.0 + labelled) + np.log(1.0 + unlabelled))


def zlpr_naive_gradient(logits: Floats, targets: Floats) -> Floats:
    """Return its derivative: 1 / sum, times the weight, times the exponential."""
    up, down = np.exp(-logits), np.exp(logits)
    labelled = 1.0 / (1.0 + summed(targets * up))[..., None]
    unlabelled = 1.0 / (1.0 + summed((1.0 - targets) * down))[..., None]
    return np.asanyarray(unlabelled * (1.0 - targets) * down - labelled * targets * up)


FORMS: Final = (
    Form(
        key="zlpr_masked",
        loss="zlpr",
        title=noted("10¹² mask"),
        source=noted("bert4keras and bert4torch, multilabel_categorical_crossentropy"),
        value_function=zlpr_masked,
        gradient_function=zlpr_masked_gradient,
        note="A soft label is silenced in both sums: it has no loss and no gradient.",
    ),
    Form(
        key="zlpr_sparse",
        loss="zlpr",
        title=noted("sparse, clip"),
        source="bert4torch, SparseMultilabelCategoricalCrossentropy",
        value_function=zlpr_sparse,
        gradient_function=zlpr_sparse_gradient,
        note="Where labelled logits are far above the others, clipping invents a loss that pulls them down.",
    ),
    Form(
        key="zlpr_sparse_unclipped",
        loss="zlpr",
        title=noted("sparse, raw"),
        source=noted("bert4keras before its issue 436"),
        value_function=lambda logits, targets: zlpr_sparse(logits, targets, None),
        gradient_function=lambda logits, targets: zlpr_sparse_gradient(logits, targets, None),
        note="Where labelled logits are far above the others, the loss is −∞ and the gradient NaN.",
    ),
    Form(
        key="zlpr_naive",
        loss="zlpr",
        title="log(1 + Σ exp)",
        source=noted("the formula typed in, as in several repositories"),
        value_function=zlpr_naive,
        gradient_function=zlpr_naive_gradient,
        note="The exponential overflows at |s| = 88 in float32, at 11 in float16.",
    ),
)
