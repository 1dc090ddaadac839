"""Descent path: where plain gradient descent takes two logits while all others stay."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.keeping import frozen
from explorer.analysis.landscape import checked_classes
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.catalogue import Accumulators, Loss
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]
    Slopes = Callable[[float, float], tuple[float, ...]]


def descent_path(
    sample: Sample, shown: ShownLoss, classes: tuple[int, int], rate: float = 0.5, steps: int = 60
) -> Numbers:
    """Path of gradient descent on the logits of two different classes, shape (steps + 1, 2), from now on.

    rate: the learning rate; there is no momentum. Read-only and kept. A refused loss gives NaN after the
    start. Raises ValueError when the two classes are the same.
    """
    checked_classes(classes)
    return _path(sample, shown, tuple(classes), float(rate), int(steps))


@lru_cache(maxsize=32)
def _path(sample: Sample, shown: ShownLoss, classes: tuple[int, int], rate: float, steps: int) -> Numbers:
    x, y = sample.logits[list(classes)].tolist()
    if evaluate(sample, shown).refusal is not None:
        return frozen(np.array([(x, y)] + [(np.nan, np.nan)] * steps))
    path = [(x, y)]
    with np.errstate(all="ignore"):
        slopes = _slopes(LOSSES[shown.key], dict(shown.settings), sample, classes)
        for _ in range(steps):
            across, up = slopes(x, y)
            x, y = x - rate * across, y - rate * up
            path.append((x, y))
    return frozen(np.array(path))


def _slopes(loss: Loss, given: dict[str, Any], sample: Sample, classes: tuple[int, int]) -> Slopes:
    """Return the gradient in two logits as a function of them."""
    if loss.accumulators is not None and loss.accumulators.slopes is not None:
        return _of_two_floats(loss, loss.accumulators, loss.settings(**given), sample, classes)
    logits, places = sample.logits.copy(), list(classes)

    def of_all_classes(x: float, y: float) -> tuple[float, ...]:
        logits[places] = x, y
        return tuple(loss.gradient(logits, sample.targets, **given)[places].tolist())

    return of_all_classes


def _of_two_floats(
    loss: Loss, parts: Accumulators, settings: dict[str, Any], sample: Sample, classes: tuple[int, int]
) -> Slopes:
    """Gather what stays once; each step then costs two microseconds however many classes there are."""
    count, places = len(sample.logits), list(classes)
    for parameter in loss.parameters:
        if parameter.kind == "per_class":
            settings[parameter.name] = np.broadcast_to(settings[parameter.name], (count,))
    targets = sample.targets if parts.prepare is None else parts.prepare(np, sample.targets, **settings)
    rest = _gathered_rest(parts, settings, sample.logits, targets, places)
    moving_targets = tuple(targets[places].tolist())
    own = {name: _of_classes(setting, places) for name, setting in settings.items()}
    slopes = parts.slopes
    assert slopes is not None
    return lambda x, y: slopes(rest, (x, y), moving_targets, **own)


def _gathered_rest(
    parts: Accumulators, settings: dict[str, Any], logits: Numbers, targets: Numbers, places: list[int]
) -> tuple[float, ...]:
    if len(logits) == len(places):
        return tuple(gather.neutral for gather in parts.gathers)
    leaves = parts.leaf(
        np,
        np.delete(logits, places),
        np.delete(targets, places),
        **{name: np.delete(s, places) if np.ndim(s) else s for name, s in settings.items()},
    )
    return tuple(
        float(gather.over_classes(np, leaf)) for gather, leaf in zip(parts.gathers, leaves, strict=True)
    )


def _of_classes(setting: Any, places: list[int]) -> Any:
    return tuple(setting[places].tolist()) if np.ndim(setting) else setting
