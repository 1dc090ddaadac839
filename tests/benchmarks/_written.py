"""Losses as a user of torch writes them: the baseline of `evaluate`, (rows, classes) -> (rows,) each.

Settings are the defaults of the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def cross_entropy(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    return functional.cross_entropy(logits, targets, reduction="none")


def label_smoothing(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    return functional.cross_entropy(logits, targets, reduction="none", label_smoothing=0.1)


def bce(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    return functional.binary_cross_entropy_with_logits(logits, targets, reduction="none").sum(-1)


def smoothed_bce(logits: Any, targets: Any) -> Any:
    return bce(logits, 0.9 * targets + 0.05)


def focal(logits: Any, targets: Any) -> Any:
    """As torchvision has it."""
    from torch.nn import functional

    p = logits.sigmoid()
    entropy = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    alpha_t = 0.25 * targets + 0.75 * (1 - targets)
    return (alpha_t * entropy * (1 - p_t) ** 2).sum(-1)


def asl(logits: Any, targets: Any) -> Any:
    """As its authors have it, the weights being part of the gradient."""
    p = logits.sigmoid()
    rest = (1 - p + 0.05).clamp(max=1)
    inside, outside = targets * p.clamp(min=1e-8).log(), (1 - targets) * rest.clamp(min=1e-8).log()
    p_t = p * targets + rest * (1 - targets)
    return -((inside + outside) * (1 - p_t) ** (targets + 4 * (1 - targets))).sum(-1)


def hill(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    p, shifted = logits.sigmoid(), logits - 1
    inside = -((1 - shifted.sigmoid()) ** 2) * functional.logsigmoid(shifted)
    return (targets * inside + (1 - targets) * (1.5 - p) * p**2).sum(-1)


def distribution_balanced(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    inside, outside = functional.softplus(-logits), functional.softplus(5 * logits) / 5
    return (targets * inside + (1 - targets) * outside).sum(-1)


def zlpr(logits: Any, targets: Any) -> Any:
    """As bert4torch has it."""
    import torch

    logits = (1 - 2 * targets) * logits
    zero = torch.zeros_like(logits[..., :1])
    outside = torch.cat([logits - targets * 1e12, zero], dim=-1)
    inside = torch.cat([logits - (1 - targets) * 1e12, zero], dim=-1)
    return outside.logsumexp(-1) + inside.logsumexp(-1)


def soft_zlpr(logits: Any, targets: Any) -> Any:
    import torch

    zero = torch.zeros_like(logits[..., :1])
    outside = torch.cat([logits + torch.log(1 - targets), zero], dim=-1)
    inside = torch.cat([-logits + torch.log(targets), zero], dim=-1)
    return outside.logsumexp(-1) + inside.logsumexp(-1)


def smoothed_zlpr(logits: Any, targets: Any) -> Any:
    return soft_zlpr(logits, 0.9 * targets + 0.05)


def peel(logits: Any, targets: Any) -> Any:
    import torch
    from torch.nn import functional

    total: Any = 0.0
    zero = torch.zeros_like(logits[..., :1])
    for exponents, weights in ((logits, 1 - targets), (-logits, targets)):
        plain = torch.cat([exponents + torch.log(weights), zero], dim=-1).logsumexp(-1)
        product = (weights * functional.softplus(exponents)).sum(-1)
        total = total + torch.logaddexp(plain, product) + torch.log(torch.tensor(0.5))
    return total


def pairwise(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    outside = logits.masked_fill(targets == 1, -float("inf")).logsumexp(-1)
    inside = (-logits).masked_fill(targets == 0, -float("inf")).logsumexp(-1)
    return functional.softplus(outside + inside)


def logit_norm(logits: Any, targets: Any) -> Any:
    return cross_entropy(logits / logits.norm(dim=-1, keepdim=True) / 0.04, targets)


def info_nce(cosines: Any, targets: Any) -> Any:
    return cross_entropy(cosines / 0.07, targets)


def am_softmax(cosines: Any, targets: Any) -> Any:
    return cross_entropy(30 * (cosines - 0.35 * targets), targets)


def circle(cosines: Any, targets: Any) -> Any:
    """Weights detached, as in the paper."""
    from torch.nn import functional

    outward, inward = (cosines.detach() + 0.4).relu(), (1.4 - cosines.detach()).relu()
    outside = (80 * outward * (cosines - 0.4)).masked_fill(targets == 1, -float("inf"))
    inside = (-80 * inward * (cosines - 0.6)).masked_fill(targets == 0, -float("inf"))
    return functional.softplus(outside.logsumexp(-1) + inside.logsumexp(-1))


def two_way(logits: Any, targets: Any) -> Any:
    from torch.nn import functional

    outside = logits.masked_fill(targets == 1, -float("inf")).logsumexp(-1)
    inside = 4 * (-logits / 4).masked_fill(targets == 0, -float("inf")).logsumexp(-1)
    return functional.softplus(outside + inside)


def threshold_pairwise(logits: Any, targets: Any) -> Any:
    import torch

    threshold = torch.zeros_like(logits[..., :1])
    outside = torch.cat([logits.masked_fill(targets == 1, -float("inf")), threshold], dim=-1)
    inside = torch.cat([(-logits).masked_fill(targets == 0, -float("inf")), -threshold], dim=-1)
    return outside.logsumexp(-1) + inside.logsumexp(-1)


def flat_nce(cosines: Any, targets: Any) -> Any:
    """The logarithm whose gradient training code takes."""
    partner = (cosines * targets).sum(-1, keepdim=True)
    return ((cosines - partner) / 0.07).masked_fill(targets == 1, -float("inf")).logsumexp(-1)


def combinatorial_softmax(logits: Any, targets: Any) -> Any:
    labels = targets.sum(-1)
    sets = log_symmetric_polynomials(logits, int(labels.max()))
    return sets.gather(-1, labels.long()[:, None])[:, 0] - (targets * logits).sum(-1)


def combinatorial_threshold(logits: Any, targets: Any) -> Any:
    return log_symmetric_polynomials(logits, 5).logsumexp(-1) - (targets * logits).sum(-1)


def log_symmetric_polynomials(logits: Any, most: int) -> Any:
    """Logarithm of the sum over sets of k classes of e^(sum of s), k = 0 to `most`, class after class."""
    import torch

    sums = torch.full((len(logits), most + 1), -1e30, dtype=logits.dtype)
    sums[:, 0] = 0.0
    for logit in logits.unbind(-1):
        grown = torch.logaddexp(sums[:, 1:], sums[:, :-1] + logit[:, None])
        sums = torch.cat([sums[:, :1], grown], dim=-1)
    return sums


def symmetric_kl_softmax(logits: Any, other: Any) -> Any:
    first, second = logits.log_softmax(-1), other.log_softmax(-1)
    return ((first.exp() - second.exp()) * (first - second)).sum(-1)


def symmetric_kl_sigmoid(logits: Any, other: Any) -> Any:
    return ((logits.sigmoid() - other.sigmoid()) * (logits - other)).sum(-1)


def r_drop(logits: Any, targets: Any, other_logits: Any) -> Any:
    entropies = cross_entropy(logits, targets) + cross_entropy(other_logits, targets)
    return entropies + 2 * symmetric_kl_softmax(logits, other_logits)


def abs_kl(predictions: Any, targets: Any) -> Any:
    predicted, wanted = predictions.clamp(min=1e-7), targets.clamp(min=1e-7)
    return ((wanted - predicted) * (wanted / predicted).log()).abs().sum(-1)


def abs_kl_sigmoid(logits: Any, targets: Any) -> Any:
    return abs_kl(logits.sigmoid(), targets)


def partition_distribution(logits: Any, targets: Any) -> Any:
    """Its raw partition is 1."""
    import torch

    mass = targets.sum(-1, keepdim=True)
    wanted = targets / mass
    divergence = (torch.xlogy(wanted, wanted) - wanted * logits.log_softmax(-1)).sum(-1)
    return divergence + (1 - mass[:, 0]) ** 2


WRITTEN: dict[str, Callable[..., Any]] = {
    loss.__name__: loss
    for loss in (
        cross_entropy, label_smoothing, bce, smoothed_bce, focal, asl, hill, distribution_balanced, zlpr,
        soft_zlpr, smoothed_zlpr, peel, pairwise, logit_norm, info_nce, am_softmax, circle, two_way,
        threshold_pairwise, flat_nce, combinatorial_softmax, combinatorial_threshold, symmetric_kl_softmax,
        symmetric_kl_sigmoid, r_drop, abs_kl, abs_kl_sigmoid, partition_distribution,
    )
}  # fmt: skip
