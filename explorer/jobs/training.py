"""Training in the worker: what it tells while it trains, and what comes of it."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import explorer.study.study  # noqa: F401 - with it frozen mappings, of which summaries are full, can be sent
from explorer.study.failures import StudyFailure
from explorer.training.experiment import Experiment

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.jobs.control import Control
    from explorer.training.replay import Replayed
    from explorer.training.simulate import Moment
    from explorer.training.summary import Summary

SHOWN_EVERY: Final = 0.1  # seconds between two pictures of a population
SHARE: Final = 0.1  # of the worker's time that pictures may take
LONGEST: Final = 3.0  # seconds after which the next picture comes, whatever the last one took
BARE: Final = Experiment()  # sent in place of the experiment, which the window knows


class TrainingFailure(StudyFailure):
    """Why an experiment is not trained here, in one line for a person."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """How far a training is. The experiment of its summary is `BARE`.

    update: of all updates; wave: which runs are trained now, counted from 1, of how many waves. diverged:
    runs so far. seconds: training so far, also before it was resumed.
    """

    summary: Summary
    update: int
    wave: int
    waves: int
    diverged: int
    device: str
    rung: str
    notes: tuple[str, ...]
    seconds: float

    def summary_of(self, experiment: Experiment) -> Summary:
        """Return the summary with the experiment that it is of."""
        return replace(self.summary, experiment=experiment)


class Showing:
    """Tells moments of a training, and pictures of them as often as a person can see and time allows.

    Only what the processor did for a picture counts: on a busy machine the process is put off for seconds,
    or waits until the window reads, and a pause in proportion to that would be one of minutes.
    """

    def __init__(self, control: Control) -> None:
        self._control = control
        self._due = 0.0
        self.last: Moment | None = None

    def show(self, moment: Moment) -> None:
        """Tell a moment. It does not wait and raises nothing: training asks itself whether it is to end."""
        self.last = moment
        if time.monotonic() < self._due and moment.done < moment.total:
            self._control.tell(moment.done, moment.total)
            return
        begun = time.thread_time()
        self._control.tell(moment.done, moment.total, stage_of(moment))
        worked = time.thread_time() - begun
        self._due = time.monotonic() + min(max(SHOWN_EVERY, worked / SHARE), LONGEST)


def stage_of(moment: Moment) -> Stage:
    """Return what is sent of a moment."""
    return Stage(
        summary=replace(moment.summary(), experiment=BARE),
        update=moment.update,
        wave=moment.wave,
        waves=moment.waves,
        diverged=moment.diverged,
        device=moment.device,
        rung=moment.rung,
        notes=tuple(moment.notes),
        seconds=moment.seconds,
    )


def simulate(control: Control, *, spec: str, device: str, output: Path, resume: bool = False) -> Stage:
    """Train the experiment that a text describes; the result is in the file, the answer is its last stage.

    device: as for `training.simulate`. resume: go on from the checkpoint beside the file, if there is one.
    One that is left says so before it writes its checkpoint, which a later one here finds whole.
    """
    from explorer.training import spec as specs
    from explorer.training.device import wait_asleep
    from explorer.training.simulate import SimulationFailure
    from explorer.training.simulate import simulate as train

    control.check()
    wait_asleep()
    showing = Showing(control)
    experiment = specs.read(spec, "experiment")
    try:
        train(experiment, device, showing.show, control.is_given_up, output=output, resume=resume)
    except SimulationFailure as failure:
        raise TrainingFailure(str(failure)) from failure
    except MemoryError as failure:
        from explorer.training.estimate import memory_words

        raise TrainingFailure(memory_words(experiment, device, failure)) from failure
    except OSError as failure:
        message = f"{failure.filename or output}: {failure.strerror or failure}"
        raise TrainingFailure(message) from failure
    assert showing.last is not None  # the end is a moment too
    return stage_of(showing.last)


def replay(control: Control, *, spec: str, cell: int, seed: int, update: int) -> Replayed:
    """Train one run again up to an update; return its rows at that time."""
    from explorer.training import spec as specs
    from explorer.training.replay import replay as train_again

    experiment = specs.read(spec, "experiment")
    return train_again(experiment, cell, seed, update, cancel=control.is_left)
