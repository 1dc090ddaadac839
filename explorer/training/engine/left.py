"""What a training has come to that was stopped, read from the folder of its checkpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explorer.training.engine import checkpoints
from explorer.training.engine.batches import batches_of
from explorer.training.engine.measure import metric_names
from explorer.training.engine.recorder import Recorder
from explorer.training.engine.waves import Wave

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.training.experiment import Experiment
    from explorer.training.summary import Summary


def summary_left(experiment: Experiment, output: Path) -> tuple[Summary, int] | None:
    """Return the population as far as the checkpoint beside a result has it, and in how many waves.

    None where there is no checkpoint, or none that is understood.
    """
    folder = checkpoints.folder_of(output)
    try:
        header, arrays = checkpoints.read(folder, {})
        names = metric_names(experiment.recording, batches_of(experiment))
        recorder = Recorder(experiment, names, None, folder, goes_on=True)
        recorder.restore(arrays, header["refused"])
        waves = [Wave(*wave) for wave in header["waves"]]
        wave = waves[min(int(header["index"]), len(waves) - 1)]
        return recorder.summary(wave, "", ""), len(waves)
    except (OSError, ValueError, LookupError, TypeError):  # also what a later program wrote
        return None


def metric_left(output: Path, metric: str) -> NDArray[np.float64] | None:
    """Return a metric of every run, (records, cells, seeds), where its file lies; None where there is none.

    Records that are not reached hold nothing that means anything.
    """
    try:
        path = checkpoints.folder_of(output) / f"metric-{metric}.npy"
        found: NDArray[np.float64] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return found
