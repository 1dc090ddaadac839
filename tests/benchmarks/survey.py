"""A survey of 1,000,000 samples x 100 classes by four losses, asked for by a window's jobs.

While it runs a timer of 1 ms in the window's thread measures the longest gap of its event loop. Peak
memory is RssAnon: what a process has for itself, without files and shared memory. Linux only.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks._memory import rss_anon

if TYPE_CHECKING:
    from explorer.ui.window import Window

SHAPE = (1_000_000, 100)
KEYS = ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")
CHUNK = 100_000
EVERY = 100  # ticks of the timer between two looks at the memory
CANCELS = 5


def run() -> dict[str, object]:
    """Give seconds, rows a second, memory in MB, gaps in milliseconds and the time to cancel."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        return _measured(_written(Path(folder)))


def _written(folder: Path) -> Path:
    """Write float32 logits and uint8 targets, in pieces."""
    path, random = folder / "logits.npy", np.random.default_rng(0)
    logits = np.lib.format.open_memmap(path, "w+", np.float32, SHAPE)
    targets = np.lib.format.open_memmap(folder / "targets.npy", "w+", np.uint8, SHAPE)
    for start in range(0, SHAPE[0], CHUNK):
        piece = slice(start, start + CHUNK)
        logits[piece] = random.normal(0.0, 2.0, (CHUNK, SHAPE[1]))
        targets[piece] = random.random((CHUNK, SHAPE[1])) < 0.05
    return path


def _measured(path: Path) -> dict[str, object]:
    from explorer.study.sources import read_arrays
    from explorer.study.storage import Opened
    from explorer.study.study import Look, ShownLoss, Study
    from explorer.ui import application

    table = read_arrays(path, path.with_name("targets.npy"))
    study = Study("survey", table, tuple(ShownLoss(key) for key in KEYS))
    window = application.window(Opened(study, Look()))
    window.show()
    watch = _Watch(window)
    try:
        idle = watch.follow(lambda: time.monotonic() - begun > 1.0, begun := time.monotonic())
        begun = time.monotonic()
        window.jobs.survey(study)
        gaps = watch.follow(lambda: bool(watch.events), begun)
        busy = _processor_seconds(window.jobs.process_id)
        cancels = [watch.cancelled(study) for _ in range(CANCELS)]
    finally:
        window.close()
    seconds = watch.events[0][1] - begun
    return {
        "seconds": round(seconds, 2),
        "processor_seconds": busy,  # of the worker: what the pass takes where nothing else runs
        "rows_a_second": round(SHAPE[0] / seconds),
        "peak_rss_anon_mb": {"window": round(watch.peak[0], 1), "worker": round(watch.peak[1], 1)},
        "longest_gap_ms": {"idle": idle, "survey": gaps},
        "cancel_ms": {"median": sorted(cancels)[CANCELS // 2], "longest": max(cancels)},
        "answer": type(watch.events[0][0]).__name__,
    }


class _Watch:
    """Ticks every millisecond in the window's thread; keeps the longest gap and the peak of memory."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.events: list[tuple[object, float]] = []
        self.peak = [0.0, 0.0]
        for answered in (window.jobs.finished, window.jobs.failed, window.jobs.cancelled):
            answered.connect(lambda event: self.events.append((event, time.monotonic())))

    def follow(self, ended: object, begun: float) -> float:
        """Run the event loop until something is true; the longest gap between two ticks, ms."""
        from PySide6.QtCore import QEventLoop, Qt, QTimer

        loop, timer = QEventLoop(), QTimer()
        ticks, longest, last = 0, 0.0, begun

        def tick() -> None:
            nonlocal ticks, longest, last
            now = time.monotonic()
            longest, last, ticks = max(longest, now - last), now, ticks + 1
            if ticks % EVERY == 0:
                self._look_at_memory()
                last = time.monotonic()  # looking takes a moment of its own
            if ended():  # type: ignore[operator]
                loop.quit()

        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(tick)
        timer.start(1)
        loop.exec()
        self._look_at_memory()
        return round(longest * 1000, 1)

    def cancelled(self, study: object) -> float:
        """Cancel a survey in its middle; milliseconds until the window knows that it was left."""
        before, middle = len(self.events), []
        heard = self.window.jobs.progressed.connect(middle.append)
        generation = self.window.jobs.survey(study)  # type: ignore[arg-type]
        self.follow(lambda: bool(middle), time.monotonic())
        self.window.jobs.progressed.disconnect(heard)
        begun = time.monotonic()
        self.window.jobs.cancel(generation)
        self.follow(lambda: len(self.events) > before, begun)
        return round((self.events.pop()[1] - begun) * 1000, 1)

    def _look_at_memory(self) -> None:
        worker = self.window.jobs.process_id
        for place, pid in enumerate((os.getpid(), worker)):
            if pid is not None:
                self.peak[place] = max(self.peak[place], rss_anon(pid))


def _processor_seconds(pid: int | None) -> float | None:
    """What a process has used, start included."""
    if pid is None:
        return None
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 2)
