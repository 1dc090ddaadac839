"""The table of tasks: what the worker can be asked for, by kind. A new task is one function here.

A task takes its control first, then the arguments of the request by name; what it returns is the answer.
What it needs is imported when it is called: the window reads this table too.
"""

from __future__ import annotations

import os
import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import numpy as np

    from explorer.analysis.findings import Record
    from explorer.analysis.gradient_check import Autograd
    from explorer.analysis.passes import Answers
    from explorer.jobs.control import Control
    from explorer.jobs.training import Stage
    from explorer.study.storage import Opened
    from explorer.study.study import Look, ShownLoss, Study
    from explorer.study.table import Table
    from explorer.training.replay import Replayed

POLL: Final = 0.02  # seconds


def ping(control: Control, *, echo: object = None, seconds: float = 0.0) -> object:
    """Return what was sent, after a while in which it can be cancelled."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0.0:
        control.progress(0, 1)
        time.sleep(min(POLL, left))
    return echo


def survey(control: Control, *, table: Table, shown: Sequence[ShownLoss]) -> Answers:
    """Evaluate losses on every sample."""
    from explorer.analysis.passes import evaluate_all

    return evaluate_all(table, table.class_count, shown, control.progress, control.check, _cores())


def _cores() -> int:
    """Count the processor's cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read(control: Control, *, path: Path, targets: Path | None = None) -> Opened:
    """Open a study or a table, large packed arrays unpacked first (so many bytes of all)."""
    from explorer.study.opening import open_any, to_unpack
    from explorer.study.sources import unpack as unpack_arrays

    for packed in to_unpack(path, targets):
        unpack_arrays(packed.path, None, control.progress, control.is_cancelled)
    control.check()
    return open_any(path, targets)


def parse(control: Control, *, text: str, origin: str) -> Table:
    """Read a table from text that was pasted or dropped. origin: what it is called in messages."""
    from explorer.study.importers import read_text

    control.check()
    return read_text(text, origin)


def write(control: Control, *, path: Path, study: Study, look: Look, with_data: bool = False) -> None:
    """Save a study with what must lie beside it; it cannot be cancelled half-way, only before."""
    from explorer.study.storage import save

    control.check()
    save(path, study, look, with_data)


def findings(
    control: Control, *, path: Path, study: Study, rows: np.ndarray, of_table: Sequence[Record]
) -> int:
    """Write what the doctor says of the table and of these rows; return how many findings."""
    from itertools import chain

    from explorer.analysis.findings import of_rows, write

    def done(count: int) -> None:
        control.check()
        control.progress(count, len(rows))

    return write(path, chain(of_table, of_rows(study, map(int, rows), done)))


def autograd(
    control: Control,
    *,
    logits: np.ndarray,
    targets: np.ndarray,
    shown: Sequence[ShownLoss],
    other: np.ndarray | None = None,
) -> Autograd:
    """Differentiate losses by torch, which is imported here and nowhere else in the window's program."""
    from explorer.analysis.gradient_check import autograd as by_torch

    return by_torch(logits, targets, shown, other, control.check)


def simulate(control: Control, *, spec: str, device: str, output: Path, resume: bool = False) -> Stage:
    """Train the experiment that a text describes, into a file; torch is imported where it is needed."""
    from explorer.jobs.training import simulate as train

    return train(control, spec=spec, device=device, output=output, resume=resume)


def replay(control: Control, *, spec: str, cell: int, seed: int, update: int) -> Replayed:
    """Train one run of the experiment that a text describes again, up to an update."""
    from explorer.jobs.training import replay as train_again

    return train_again(control, spec=spec, cell=cell, seed=seed, update=update)


TASKS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {
        "ping": ping,
        "survey": survey,
        "read": read,
        "parse": parse,
        "write": write,
        "findings": findings,
        "autograd": autograd,
        "simulate": simulate,
        "replay": replay,
    }
)
