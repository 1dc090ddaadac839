"""Experiment -> trajectories: every run of a grid trained, on NumPy or torch, with its metrics recorded."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from explorer.training.moments import Cancelled, Moment, SimulationFailure

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.training.experiment import Experiment
    from explorer.training.trajectories import Trajectories

__all__ = ["Cancelled", "Moment", "SimulationFailure", "simulate"]


def simulate(
    experiment: Experiment,
    device: str = "auto",
    progress: Callable[[Moment], None] | None = None,
    cancel: Callable[[], bool] | None = None,
    *,
    output: str | os.PathLike[str] | None = None,
    resume: bool = False,
) -> Trajectories:
    """Train every run of an experiment and return what was recorded.

    Equal seeds give equal starts and data on every device. On one device the trajectories are equal bit for
    bit, also after an interruption; between devices, and between blocks of other sizes, they differ by the
    rounding of sums and exponentials.

    Parameters
    ----------
    experiment : Experiment
        what is trained.
    device : {"auto", "cpu", "cuda", "mps", "numpy"}
        where; "auto" is the quickest that there is, NumPy where torch is not installed.
    progress : callable, optional
        is told a `Moment` about every 25 ms.
    cancel : callable, optional
        is asked about every 20 ms whether to end; while it does not answer, the simulation waits.
    output : path, optional
        the result file that is written at the end. Until then the folder OUTPUT.part beside it holds the
        metrics so far and a checkpoint, made anew every few seconds.
    resume : bool
        go on from the checkpoint beside the output; where there is none, begin.

    Raises
    ------
    Cancelled
        when `cancel` says so; a checkpoint is then left beside the output.
    SimulationFailure
        a ValueError: DeviceFailure for a device that is not here, CheckpointFailure for a checkpoint of
        another experiment or device and while another process trains into it, UnknownRungError for a rung of
        the ladder that is forced and not here.
    SpecFailure
        a ValueError, for an experiment that no specification may describe: what there is not, as a task, a
        loss, a metric or a setting, and numbers that are not allowed.
    MemoryError
        where one run alone does not fit in the memory of the device.
    OSError
        where the output cannot be written, or the disk has no room for it; a checkpoint stays.
    """
    from explorer.training import result_file, spec
    from explorer.training.device import find
    from explorer.training.engine import checkpoints
    from explorer.training.engine.simulation import Simulation

    spec.check(experiment)
    folder = None if output is None else checkpoints.folder_of(output)
    if output is not None and os.path.isdir(output):  # noqa: PTH112 - of any kind of path
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(output))
    simulation = Simulation(experiment, find(device, experiment.dtype), progress, cancel, folder, resume)
    try:
        trajectories = simulation.run()
        if output is not None:
            result_file.write(output, trajectories)
    except BaseException:
        simulation.leave()
        raise
    simulation.release()
    if folder is not None:
        trajectories = simulation.recorder.kept(trajectories)
        checkpoints.removed(folder)
    return trajectories
