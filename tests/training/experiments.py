"""Small experiments, and what the engine's tests share."""

from __future__ import annotations

from typing import Any

import numpy as np

from explorer.training.experiment import (
    Experiment,
    LossChoice,
    OptimizerChoice,
    Recording,
    TaskChoice,
)

FREE = TaskChoice("logits", (("classes", (5,)), ("labels", ("1 to 3",))))
LINEAR = TaskChoice(
    "linear",
    (("classes", (4,)), ("features", (3,)), ("held_rows", (6,)), ("labels", ("1 to 2",)), ("rows", (12,))),
)
TWO = (LossChoice("zlpr"), LossChoice("smoothed_bce", (("epsilon", (0.0, 0.1)),)))
WHOLE = Recording(metrics=("loss",), count=7, raw=True)


def small(**changes: Any) -> Experiment:
    """Return an experiment of a few runs, in float64, whose logits are recorded too."""
    usual: dict[str, Any] = {
        "task": FREE,
        "losses": TWO,
        "optimizers": (OptimizerChoice("adam", (0.05, 0.2)),),
        "updates": 20,
        "seeds": 4,
        "dtype": "float64",
        "recording": WHOLE,
    }
    return Experiment(**{**usual, **changes})


def same(first: Any, second: Any) -> bool:
    """Whether two results hold the same bits."""
    names = list(first.metrics)
    return (
        names == list(second.metrics)
        and np.array_equal(first.diverged, second.diverged)
        and first.refused == second.refused
        and all(np.array_equal(first.metrics[name], second.metrics[name], equal_nan=True) for name in names)
        and (first.raw is None or np.array_equal(first.raw, second.raw, equal_nan=True))
    )
