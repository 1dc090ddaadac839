"""A table of 1,000,000 x 100 in a file: what opening, looking, editing, undoing and saving cost.

The file, 400 MB of float32, is made in a folder of its own and removed. Medians in milliseconds, with
the largest in brackets; rows are random, so that nearly each comes from another page of the file.
"""

from __future__ import annotations

import os
import pickle
import resource
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.study import storage
from explorer.study.history import History
from explorer.study.opening import default_study
from explorer.study.sources import needs_unpacking, read_arrays, unpack
from explorer.study.study import Look

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS, CLASSES = int(os.environ.get("BENCH_ROWS", "1000000")), 100
WIDE = 10_000  # classes of the second file, as many numbers in all
BLOCK = 200_000  # numbers that a pass over the whole table reads at a time
TIMES = 300


def run() -> dict[str, object]:
    """Give the times of every step by the shape of the table."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        folder = Path(name)
        results: dict[str, object] = {}
        for rows, classes in ((ROWS, CLASSES), (ROWS * CLASSES // WIDE, WIDE)):
            path = folder / f"{classes}.npy"
            _make(path, rows, classes)
            results[f"{rows} x {classes}"] = _steps(path)
            path.unlink()
        results["packed NPZ"] = _packed(folder)
        results["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return results


def _make(path: Path, rows: int, classes: int) -> None:
    generator = np.random.default_rng(0)
    file = np.lib.format.open_memmap(path, "w+", np.float32, (rows, classes))
    step = max(1, (1 << 22) // classes)
    for start in range(0, rows, step):
        stop = min(start + step, rows)
        file[start:stop] = generator.standard_normal((stop - start, classes), np.float32)
    file.flush()


def _steps(path: Path) -> dict[str, object]:
    results: dict[str, object] = {"file MB": path.stat().st_size // 10**6}
    results["open"] = _times(lambda _: read_arrays(path), 20)
    table = read_arrays(path)
    rows = np.random.default_rng(1).integers(0, len(table), 4 * TIMES).tolist()
    results["a random sample"] = _times(lambda turn: table.sample(rows[turn]))
    block = max(1, BLOCK // table.class_count)
    results[f"a block of {block:,} rows"] = _times(
        lambda turn: table.block(
            rows[turn] % (len(table) - block), rows[turn] % (len(table) - block) + block
        ),
        20,
    )
    results["trouble()"] = _times(lambda _: table.trouble())
    history = History(default_study(table))

    def edit(turn: int) -> None:
        study = history.study
        row, value = rows[TIMES + turn], float(turn)
        history.apply("logit", study.with_table(study.table.with_logit(row, 3, value)))

    results["edit a random sample, in the history"] = _times(edit)
    results["undo"] = _times(lambda _: history.undo(), TIMES // 2)
    results["is it saved?"] = _times(lambda _: history.is_saved, 20)
    moved = [table.class_count, *range(table.class_count)]
    other = table.with_class_added("new", 1.0).with_classes_reordered(moved)
    results["add a class"] = _times(lambda turn: table.with_class_added(f"new {turn}"), 20)
    results["a random sample, classes added and moved"] = _times(lambda turn: other.sample(rows[turn]))
    results["to the worker and back"] = _times(lambda _: pickle.loads(pickle.dumps(history.study.table)), 20)
    study = history.study
    target = path.with_name("bench.study.json")
    results["save, by reference"] = _times(lambda _: storage.save(target, study, Look()), 20)
    results["reopen"] = _times(lambda _: storage.load(target), 20)
    copy = path.with_name("copy.study.json")
    results["save with data, the first time"] = _times(
        lambda _: storage.save(copy, study, Look(), with_data=True), 1
    )
    results["save with data, again"] = _times(lambda _: storage.save(copy, study, Look(), with_data=True), 5)
    results["study file kB"] = target.stat().st_size // 1000
    for made in path.parent.glob("*.data*.npz"):
        made.unlink()
    return results


def _packed(folder: Path) -> dict[str, object]:
    """Unpack a compressed archive of a tenth of the rows, and open it again."""
    path = folder / "packed.npz"
    logits = np.random.default_rng(0).integers(-50, 50, (ROWS // 10, CLASSES)).astype(np.float32)
    np.savez_compressed(path, logits=logits)
    said = needs_unpacking(path, folder / "cache")
    once = _times(lambda _: unpack(path, folder / "cache"), 1)
    again = _times(lambda _: read_arrays(path, folder=folder / "cache"), 10)
    return {"said": None if said is None else said.sentence, "unpack": once, "open again": again}


def _times(act: Callable[[int], Any], times: int = TIMES) -> str:
    taken = []
    for turn in range(times):
        start = time.perf_counter_ns()
        act(turn)
        taken.append((time.perf_counter_ns() - start) / 1e6)
    return f"{median(taken):.3f} ms ({max(taken):.3f})"
