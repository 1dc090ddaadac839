"""`loss-explorer check` of an NPZ of 1,000,000 samples x 100 classes, in a process of its own.

Peak memory is RssAnon: what the process has for itself, without the file that it maps. Linux only.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from tests.benchmarks._memory import rss_anon

SHAPE = (1_000_000, 100)
CHUNK = 100_000
FAULTS = 25  # rows with a target of -100
EVERY = 0.05  # seconds between two looks at the memory


def run() -> dict[str, object]:
    """Give seconds, rows a second, peak memory in MB, the exit status and what was counted."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(Path(folder))
        begun = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "explorer", "check", str(path), "--json", "--most", "3"],
            stdout=subprocess.PIPE,
        )
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, rss_anon(child.pid))
            time.sleep(EVERY)
        seconds = time.monotonic() - begun
        output = child.stdout.read() if child.stdout is not None else b"{}"
    return {
        "seconds": round(seconds, 2),
        "processor_seconds": round(_used_by_children(), 2),  # what it takes where nothing else runs
        "rows_a_second": round(SHAPE[0] / seconds),
        "peak_rss_anon_mb": round(peak, 1),
        "status": child.returncode,
        "counts": json.loads(output)["counts"],
    }


def _written(folder: Path) -> Path:
    """Write calibrated float32 logits and uint8 labels, a few of them faulty, as a stored NPZ."""
    random = np.random.default_rng(0)
    logits = np.lib.format.open_memmap(folder / "logits.npy", "w+", np.float32, SHAPE)
    targets = np.lib.format.open_memmap(folder / "targets.npy", "w+", np.int8, SHAPE)
    for start in range(0, SHAPE[0], CHUNK):
        piece = slice(start, start + CHUNK)
        logits[piece] = random.normal(-3.0, 2.0, (CHUNK, SHAPE[1]))
        targets[piece] = random.random((CHUNK, SHAPE[1])) < 1.0 / (1.0 + np.exp(-logits[piece]))
    targets[:: SHAPE[0] // FAULTS, 7] = -100
    path = folder / "table.npz"
    np.savez(path, logits=logits, targets=targets)
    return path


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
