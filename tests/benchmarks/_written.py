"""Losses as a user of torch writes them: the baseline of `evaluate`, (rows, classes) -> (rows,) each."""

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


WRITTEN: dict[str, Callable[[Any, Any], Any]] = {
    loss.__name__: loss
    for loss in (
        cross_entropy, label_smoothing, bce, smoothed_bce, focal, asl, hill, distribution_balanced, zlpr,
        soft_zlpr, smoothed_zlpr, peel, pairwise, logit_norm, info_nce, am_softmax, circle, two_way,
    )
}  # fmt: skip
