"""A training as the window keeps it, and what is said of it in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.plots import numbers

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.jobs.training import Stage
    from explorer.training.experiment import Experiment


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A training under way, or one that was left and can go on.

    done, total: updates of all runs; first: those that were done when this part of it began. elapsed:
    seconds of this part, without pauses. stage: its last picture. reached: the update that its checkpoint
    has, where another window left it.
    """

    experiment: Experiment
    spec: str
    device: str
    path: Path
    generation: int | None = None
    first: int | None = None
    done: int = 0
    total: int = 0
    elapsed: float = 0.0
    paused: bool = False
    stage: Stage | None = None
    reached: int | None = None

    @property
    def is_running(self) -> bool:
        """Whether it is under way, paused or not."""
        return self.generation is not None

    @property
    def update(self) -> int | None:
        """The update that all runs have taken; None where that is not known yet."""
        return self.stage.update if self.stage is not None else self.reached

    @property
    def left(self) -> float | None:
        """About how many seconds it has still to run; None where that cannot be told yet."""
        gone = self.done - (self.first or 0)
        return self.elapsed * (self.total - self.done) / gone if gone > 0 and self.elapsed else None


def update_words(training: Training) -> str:
    """Say how far it is: "update 17 of 200"; "" where that is not known yet."""
    if training.update is None:
        return ""
    total = numbers.count(training.experiment.updates)
    return f"update {numbers.count(training.update)} of {total}"
