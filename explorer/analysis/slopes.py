"""Slopes: the gradient in a few logits while all others stay, for steps that must cost no array."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.analysis.given import compared, given, of
from explorer.catalogue import Subsets

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.given import Given
    from explorer.analysis.keeping import Same
    from explorer.catalogue import Accumulators, Loss
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

Slopes = Callable[..., tuple[float, ...]]  # takes the logits of the classes as one tuple


def are_fast(loss: Loss) -> bool:
    """Say whether the slopes of a loss cost floats alone; else each step is a gradient of all classes."""
    parts = loss.accumulators
    return isinstance(parts, Subsets) or (parts is not None and parts.slopes is not None)


def slopes_of(
    sample: Sample, shown: ShownLoss, classes: tuple[int, ...], other: Numbers | None = None
) -> Slopes:
    """Return the gradient in the logits of some classes as a function of them, all others staying.

    other: the logits that the loss compares with, if it does. The loss must not refuse what it is given.
    Floats in, floats out; kept, as field and path both ask.
    """
    return _slopes_of(sample, shown, classes, compared(shown, other))


@lru_cache(maxsize=32)
def _slopes_of(
    sample: Sample, shown: ShownLoss, classes: tuple[int, ...], other: Same[Numbers] | None
) -> Slopes:
    asked = given(sample.targets, shown, of(other))
    parts = asked.loss.accumulators
    if isinstance(parts, Subsets):
        with np.errstate(all="ignore"):
            settings = asked.loss.settings(**asked.settings)
            return parts.moving_slopes(np, sample.logits, asked.second, classes, settings)
    if parts is not None and parts.slopes is not None:
        return _of_floats(asked, parts, parts.slopes, sample.logits, classes)
    places = list(classes)

    def of_all_classes(moved: tuple[float, ...]) -> tuple[float, ...]:
        logits = sample.logits.copy()
        logits[places] = moved
        return tuple(asked.gradient(logits)[places].tolist())

    return of_all_classes


def _of_floats(
    asked: Given, parts: Accumulators, slopes: Slopes, logits: Numbers, classes: tuple[int, ...]
) -> Slopes:
    """Gather what stays once; each step then costs two microseconds however many classes there are."""
    count, places, settings = len(logits), list(classes), asked.loss.settings(**asked.settings)
    for parameter in asked.loss.parameters:
        if parameter.kind == "per_class":
            settings[parameter.name] = np.broadcast_to(settings[parameter.name], (count,))
    targets = asked.second if parts.prepare is None else parts.prepare(np, asked.second, **settings)
    with np.errstate(all="ignore"):
        rest = _gathered_rest(parts, settings, logits, targets, places)
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
