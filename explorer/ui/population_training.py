"""A training as the window keeps it, and what is said of it in a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from explorer.plots import numbers
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.jobs.training import Stage
    from explorer.training.experiment import Experiment


LONG: Final = 60.0  # seconds from which on an experiment does not run at one click
LEAST_SHARE: Final = 0.02  # of all updates, before which nobody can say how long the rest takes
APART: Final = 1.1  # how much later than the one before a moment is kept


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A training under way, or one that was left and can go on.

    done, total: updates of all runs; first: those that were done when this part of it began. elapsed:
    seconds of this part, without pauses. moments: (elapsed, done) now and then on the way. stage: its last
    picture. reached: the update that its checkpoint has, where another window left it.
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
    moments: tuple[tuple[float, int], ...] = ()
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
    def has_begun(self) -> bool:
        """Whether there is something to go on from: updates that were taken."""
        return self.done > 0 or bool(self.update)

    @property
    def is_preparing(self) -> bool:
        """Whether this part of it has not taken its first updates yet."""
        return self.is_running and self.stage is not None and self.done == (self.first or 0) < self.total

    @property
    def whole(self) -> float | None:
        """About how many seconds it takes from its beginning; None where that cannot be told yet."""
        left = self.left
        return None if left is None or self.stage is None else self.stage.seconds + left

    @property
    def left(self) -> float | None:
        """About how many seconds it has still to run; None where that cannot be told yet.

        By the pace of the later half of the time: the start, when code is made for the losses, is over.
        """
        start = self.first or 0
        if self.done - start < LEAST_SHARE * (self.total - start) or not self.elapsed:
            return None
        earlier = [moment for moment in self.moments if moment[0] <= self.elapsed / 2]
        elapsed, done = earlier[-1] if earlier else (0.0, start)
        gone = self.done - done
        return (self.elapsed - elapsed) * (self.total - self.done) / gone if gone > 0 else None

    def at(self, done: int, total: int, elapsed: float, stage: Stage | None) -> Training:
        """Return the training as it is later."""
        moments = self.moments
        if elapsed > 0.0 and (not moments or elapsed >= APART * moments[-1][0]):
            moments = (*moments, (elapsed, done))
        first = done if self.first is None else self.first
        return replace(
            self, first=first, done=done, total=total, elapsed=elapsed, moments=moments, stage=stage
        )


def preparing_words(training: Training) -> str:
    """Say what is waited for before the first update; "" where nothing is.

    The rung is chosen when the data is there, and only one that is compiled takes time to be made.
    """
    if not training.is_preparing or training.stage is None:
        return ""
    if not training.stage.rung:
        return say("Preparing the data…")
    if training.stage.rung.startswith("eager"):
        return "" if training.update else say("Taking the first update…")
    return say("Preparing the kernels…")


def update_words(training: Training) -> str:
    """Say how far it is: "update 17 of 200"; "" where that is not known yet."""
    if training.update is None:
        return ""
    total = numbers.count(training.experiment.updates)
    return say("update {update} of {total}", update=numbers.count(training.update), total=total)


def doubt(experiment: Experiment, device: str) -> tuple[str, str]:
    """Say what speaks against running an experiment at one click, and the words of who does so all the same.

    That is where it has no room on this machine, or now, beside other programs, or takes long; both "" where
    nothing does, or nobody can tell.
    """
    from explorer.training.estimate import duration, estimate, size
    from explorer.training.memory import free_memory

    title = experiment.said_title
    try:
        found = estimate(experiment, device)
    except ValueError:  # training refuses it too, and says so
        return "", ""
    if found.is_too_large:
        text = say("{title} would not fit: {problem}.", title=title, problem=found.too_large)
        return text, say("Run it all the same")
    free = free_memory() if found.memory is not None else None  # a card has memory of its own
    if free is not None and found.bytes > free:
        text = say(
            "{title} needs about {needed} of memory at once, and {free} are free now; it takes {duration}. "
            "It has not begun.",
            title=title,
            needed=size(found.bytes),
            free=size(free),
            duration=duration(found.seconds),
        )
        return text, say("Run it all the same")
    if found.seconds <= LONG:
        return "", ""
    time = duration(found.seconds)
    text = say("{title} takes {duration} here. It has not begun.", title=title, duration=time)
    return text, say("Run it")


def trouble_words(training: Training | None, message: str) -> tuple[str, bool]:
    """Say why a training stopped, and what is kept; and whether there is anything to go on from."""
    reason = message.rstrip(".。")
    if training is None or not training.has_begun:
        return say("Training stopped before its first update: {reason}.", reason=reason), False
    update = numbers.count(training.update or 0)
    said = say(
        "Training stopped at update {update}: {reason}. What was recorded until update {update} is kept.",
        update=update,
        reason=reason,
    )
    return said, True
