"""Slopes: the gradient in a few logits while all others stay, for steps that must cost no array."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.losses import LOSSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.catalogue import Accumulators, Loss
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

Slopes = Callable[..., tuple[float, ...]]  # takes the logits of the classes as one tuple


@lru_cache(maxsize=32)
def slopes_of(sample: Sample, shown: ShownLoss, classes: tuple[int, ...]) -> Slopes:
    """Return the gradient in the logits of some classes as a function of them, all others staying.

    The loss must not refuse the targets. Floats in, floats out; kept, as field and path both ask.
    """
    loss, given = LOSSES[shown.key], dict(shown.settings)
    if loss.accumulators is not None and loss.accumulators.slopes is not None:
        return _of_floats(loss, loss.accumulators, loss.accumulators.slopes, sample, shown, classes)
    places = list(classes)

    def of_all_classes(moved: tuple[float, ...]) -> tuple[float, ...]:
        logits = sample.logits.copy()
        logits[places] = moved
        return tuple(loss.gradient(logits, sample.targets, **given)[places].tolist())

    return of_all_classes


def _of_floats(
    loss: Loss,
    parts: Accumulators,
    slopes: Slopes,
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, ...],
) -> Slopes:
    """Gather what stays once; each step then costs two microseconds however many classes there are."""
    count, places, settings = len(sample.logits), list(classes), loss.settings(**dict(shown.settings))
    for parameter in loss.parameters:
        if parameter.kind == "per_class":
            settings[parameter.name] = np.broadcast_to(settings[parameter.name], (count,))
    targets = sample.targets if parts.prepare is None else parts.prepare(np, sample.targets, **settings)
    with np.errstate(all="ignore"):
        rest = _gathered_rest(parts, settings, sample.logits, targets, places)
    moving_targets = tuple(targets[places].tolist())
    own = {name: _of_classes(setting, places) for name, setting in settings.items()}
    return partial(slopes, rest, targets=moving_targets, **own)


def _gathered_rest(
    parts: Accumulators, settings: dict[str, Any], logits: Numbers, targets: Numbers, places: list[int]
) -> tuple[float, ...]:
    stays = np.ones(len(logits), dtype=np.bool_)
    stays[places] = False
    if not stays.any():
        return tuple(gather.neutral for gather in parts.gathers)
    of_rest = {name: setting[stays] if np.ndim(setting) else setting for name, setting in settings.items()}
    leaves = parts.leaf(np, logits[stays], targets[stays], **of_rest)
    return tuple(
        float(gather.over_classes(np, leaf)) for gather, leaf in zip(parts.gathers, leaves, strict=True)
    )


def _of_classes(setting: Any, places: list[int]) -> Any:
    return tuple(setting[places].tolist()) if np.ndim(setting) else setting
