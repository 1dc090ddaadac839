"""What a block of runs is trained on, before it goes to a device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from explorer.training.models import Model

    Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Problem:
    """Starts and data of runs, in float64 on the processor; equal for equal seeds, whatever the device.

    model: how weights and features become logits. weights: the start, each (runs, inputs, outputs); for free
    logits one array (runs, 1, n). features: (runs, rows, inputs) with a last column of ones, None for free
    logits; its first axis is 1 where all runs share them. targets: (runs or 1, rows, n). held_features,
    held_targets: the rows on which metrics are taken, None: the rows trained on. other: the logits that a
    loss may compare with, like the targets; None where the task has none, or none were wanted.

    chances: how likely each label is, (runs or 1, 1 or rows, n), where the task knows it; None where not.
    anew: the targets of each update are drawn from the chances (`draws.labels`, shaped like the targets);
    `targets` are then those of one such draw, on which metrics are taken.
    """

    model: Model
    weights: tuple[Numbers, ...]
    targets: Numbers
    features: Numbers | None = None
    held_features: Numbers | None = None
    held_targets: Numbers | None = None
    other: Numbers | None = None
    held_other: Numbers | None = None
    chances: Numbers | None = None
    anew: bool = False
