"""Label flips: how every loss would change if the label of one class were the other one.

A loss with accumulators costs as much as two evaluations, for all classes together: the parts of the classes
before and after each one are gathered by scans from both ends, so nothing is ever subtracted. Other losses
are evaluated once a class; of very many classes only where their gradient is largest.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.decisions import labelled
from explorer.analysis.keeping import frozen, unanswered
from explorer.catalogue.accumulators import Accumulators, Gather
from explorer.numeric import below_largest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.catalogue import Loss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

BLOCK: Final = 1 << 18  # numbers in memory at a time where a loss is evaluated class by class
MOST_ONE_BY_ONE: Final = 2_000  # classes up to which such a loss is evaluated for each of them
TELLING: Final = 200  # of more classes, for how many


def flipped(targets: Numbers) -> Numbers:
    """Return the other label of each class: 0 where it is labelled (above 1/2), else 1."""
    return np.where(labelled(targets), 0.0, 1.0)


def changes(sample: Sample, evaluation: LossEvaluation) -> Numbers:
    """Return how much the value changes when the label of one class is flipped, shape (n,), in nat.

    Below 0 where the flip helps. NaN where the loss has no value before or after, and where it was not
    computed (`is_whole`).
    """
    return _changes(sample, evaluation)


def is_whole(evaluation: LossEvaluation, classes: int) -> bool:
    """Say whether the change is known for every class."""
    return classes <= MOST_ONE_BY_ONE or _has_local_parts(evaluation)


def ranking(found: Sequence[Numbers], classes: int) -> NDArray[np.intp]:
    """Return the classes by the change that helps any loss most, the most helpful first."""
    if not found:
        return np.arange(classes)
    best = np.fmin.reduce(np.stack(found))
    return np.argsort(np.where(np.isnan(best), np.inf, best), kind="stable")


@lru_cache(maxsize=64)
def _changes(sample: Sample, evaluation: LossEvaluation) -> Numbers:
    classes = len(sample.logits)
    if evaluation.refusal is not None or evaluation.loss.inputs[1] != "targets":
        return unanswered(classes)  # what compares two passes takes no labels
    with np.errstate(all="ignore"):
        if _has_local_parts(evaluation):
            after = _by_parts(sample, evaluation)
        else:
            after = _one_by_one(sample, evaluation, _candidates(evaluation, classes))
        return frozen(after - evaluation.value)


def _has_local_parts(evaluation: LossEvaluation) -> bool:
    """Say whether the loss is finished from parts, of which a flip changes those of its class alone."""
    loss = evaluation.loss
    if loss.needs is not None or loss.takes_other_logits or not isinstance(loss.accumulators, Accumulators):
        return False
    if loss.strict and loss.labels.is_one:  # a flip makes two labels of one, or none
        return False
    return _prepares_locally(loss.accumulators, evaluation)


def _prepares_locally(accumulators: Accumulators, evaluation: LossEvaluation) -> bool:
    """Ask whether smoothing changes a class's target without looking at the others: by trying at one."""
    if accumulators.prepare is None:
        return True
    targets, settings = evaluation.given.second, _settings(evaluation)
    one = targets.copy()
    one[0] = flipped(targets)[0]
    before = accumulators.prepare(np, targets, **settings)
    after = accumulators.prepare(np, one, **settings)
    return np.array_equal(before[1:], after[1:], equal_nan=True)


def _settings(evaluation: LossEvaluation) -> dict[str, Any]:
    """Return all settings as the functions of a loss take them: floats, or arrays (n,)."""
    found = evaluation.loss.settings(**evaluation.given.settings)
    return {name: np.asarray(value) if isinstance(value, tuple) else value for name, value in found.items()}


def _by_parts(sample: Sample, evaluation: LossEvaluation) -> Numbers:
    """Return the value after each flip, shape (n,)."""
    accumulators, settings = evaluation.loss.accumulators, _settings(evaluation)
    assert isinstance(accumulators, Accumulators)
    logits = below_largest(np, sample.logits) if accumulators.anchored else sample.logits
    leaves = []
    for targets in (sample.targets, flipped(sample.targets)):
        prepared = targets if accumulators.prepare is None else accumulators.prepare(np, targets, **settings)
        leaves.append(accumulators.leaf(np, logits, prepared, **settings))
    gathered = [
        _one_replaced(way, now, then) for way, now, then in zip(accumulators.gathers, *leaves, strict=True)
    ]
    values: Numbers = np.asarray(accumulators.finish(np, *gathered, **settings))
    return values


def _one_replaced(way: Gather, now: Numbers, then: Numbers) -> Numbers:
    """Gather `now` with the part of each class in turn replaced by `then`, shape (n,)."""
    join = np.add if way is Gather.SUM else np.logaddexp
    nothing = np.full(1, way.neutral)
    before = join.accumulate(np.concatenate((nothing, now[:-1])))
    after = join.accumulate(np.concatenate((nothing, now[:0:-1])))[::-1]
    gathered: Numbers = join(join(before, after), then)
    return gathered


def _candidates(evaluation: LossEvaluation, classes: int) -> NDArray[np.intp]:
    """Return the classes for which a loss without parts is computed."""
    if classes <= MOST_ONE_BY_ONE:
        return np.arange(classes)
    sizes = np.nan_to_num(np.abs(evaluation.gradient), nan=0.0)
    return np.sort(np.argpartition(-sizes, TELLING)[:TELLING])


def _one_by_one(sample: Sample, evaluation: LossEvaluation, chosen: NDArray[np.intp]) -> Numbers:
    """Return the value after each of the chosen flips, NaN elsewhere, shape (n,)."""
    classes, then = len(sample.logits), flipped(sample.targets)
    loss, settings = evaluation.loss, evaluation.given.settings
    values = np.full(classes, np.nan)
    height = max(1, BLOCK // classes)
    for start in range(0, len(chosen), height):
        block = chosen[start : start + height]
        targets = np.repeat(sample.targets[np.newaxis], len(block), axis=0)
        targets[np.arange(len(block)), block] = then[block]
        logits = np.broadcast_to(sample.logits, targets.shape)
        values[block] = loss.value(logits, targets, **_wide(loss, settings, targets.shape))
    return values


def _wide(loss: Loss, settings: Any, shape: tuple[int, ...]) -> dict[str, Any]:
    """Return the settings for a block: other logits the same in every row."""
    name = loss.other_parameter
    return {key: np.broadcast_to(value, shape) if key == name else value for key, value in settings.items()}
