"""Why a cell is not trained: its loss has no meaning for the targets of the task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training import draws
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.training.engine.batches import Batch
    from explorer.training.problem import Problem

AT_ONCE: Final = 1 << 18
"""Numbers of the targets that are looked at between two pauses."""


def refusal(batch: Batch, place: int, problem: Problem, pause: Callable[[], None] = draws.no_pause) -> str:
    """Return why the loss of a cell, one of the batch's, has no meaning for some runs of it; "" where it has.

    What is said is of the first row that it refuses. pause: called between pieces of the rows.
    """
    loss, settings = batch.loss, batch.settings[place]
    classes = problem.targets.shape[-1]
    if loss.takes_other_logits and problem.other is None:
        return say(
            "compares with other logits, and task {name} has none", name=repr(batch.experiment.task.kind)
        )
    for name, setting in settings.items():
        if isinstance(setting, tuple) and len(setting) != classes:
            return say(
                "{name} has {count} numbers for {classes} classes; it takes one, or one per class",
                name=name,
                count=len(setting),
                classes=classes,
            )
    if loss.inputs[1] != "targets":
        return ""
    for targets in (problem.targets, problem.held_targets):
        if targets is None:
            continue
        rows = targets.reshape(-1, classes)
        for part in draws.pieces(len(rows), classes, AT_ONCE):
            pause()
            said = _said(loss, rows[slice(*part)], settings)
            if said:
                return said
    return _said_of_drawn(batch, settings, problem)


def _said(loss: Loss, targets: NDArray[np.float64], settings: Mapping[str, Any]) -> str:
    """Return what the loss says of the first row without a meaning."""
    own = {name: np.array(each) if isinstance(each, tuple) else each for name, each in settings.items()}
    meant = np.ones(targets.shape[:-1], dtype=bool)
    if loss.strict:
        meant &= loss.labels.hold(np, targets)
    if loss.needs is not None:
        meant &= loss.needs.holds(np, targets, **own)
    return "" if meant.all() else loss.refuses(targets[~meant][0], **settings) or ""


def _said_of_drawn(batch: Batch, settings: Mapping[str, Any], problem: Problem) -> str:
    """Return the same of labels that are drawn or flipped anew, which may come to be none or all of them."""
    if not (problem.anew or batch.experiment.noise > 0.0):
        return ""
    classes = problem.targets.shape[-1]
    said = _said(batch.loss, np.stack([np.zeros((1, classes)), np.ones((1, classes))]), settings)
    if not said:
        return ""
    if problem.anew:
        return say("{refusal}; labels that are drawn anew at each update may come to this", refusal=said)
    return say("{refusal}; labels that are flipped anew at each update may come to this", refusal=said)
