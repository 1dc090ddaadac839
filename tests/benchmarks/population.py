"""A population in training, shown live: what the window's event loop and its frames come to, and cancelling.

60 runs of a linear model on NumPy, asked for by the window's board at 1440 x 900. While they train a timer of
1 ms in the window's thread measures the longest gap of its event loop; pictures are parts that came from the
worker and were painted. The time to cancel is from the click to the worker's answer.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.training.experiment import Experiment
    from explorer.ui.window import Window

SECONDS = 6.0  # watched while it trains
IDLE = 1.0
CANCELS = 7
SETTLE = 1.0  # of training before it is cancelled


def run() -> dict[str, object]:
    """Give gaps and times in milliseconds, pictures and painted frames a second."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        return _measured()


def _experiment() -> Experiment:
    from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, TaskChoice

    task = TaskChoice("linear", (("classes", (50,)), ("features", (32,)), ("rows", (500,))))
    return Experiment(
        title="benchmark",
        task=task,
        losses=(LossChoice("zlpr"), LossChoice("bce"), LossChoice("smoothed_zlpr")),
        optimizers=(OptimizerChoice("adam", (0.05,)),),
        updates=20_000,
        seeds=20,
    )


def _measured() -> dict[str, object]:
    from explorer.study import examples
    from explorer.ui import application

    window = application.window(examples.opening())
    window.resize(1440, 900)
    window.show()
    population = window.commands.population
    population.describe(_experiment())
    population.choose("population.device", "numpy")
    window.session.look(board="population")
    watch = _Watch(window)
    try:
        idle = watch.follow(IDLE)
        population.run()
        watch.until(lambda: population.population is not None)
        watch.forget()
        busy = watch.follow(SECONDS)
        pictures, painted = watch.pictures / SECONDS, watch.painted / SECONDS
        cancels = [watch.cancelled() for _ in range(CANCELS)]
    finally:
        window.close()
    return {
        "idle_longest_gap_ms": round(1000 * max(idle), 1),
        "longest_gap_ms": round(1000 * max(busy), 1),
        "gap_p99_ms": round(1000 * statistics.quantiles(busy, n=100)[98], 1),
        "pictures_a_second": round(pictures, 1),
        "card_paints_a_second": round(painted, 1),
        "cancel_median_ms": round(1000 * statistics.median(cancels), 1),
        "cancel_longest_ms": round(1000 * max(cancels), 1),
    }


class _Watch:
    """Follows the event loop of a window, and counts what is painted on the first card."""

    def __init__(self, window: Window) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        self._app = QApplication.instance()
        self._window = window
        self._population = window.commands.population
        self.pictures = self.painted = 0
        self._ended = 0
        self._ticks: list[float] = []
        self._timer = QTimer(window, interval=1)
        self._timer.timeout.connect(lambda: self._ticks.append(time.monotonic()))
        self._timer.start()
        window.jobs.progressed.connect(self._progressed)
        window.jobs.cancelled.connect(self._end)
        canvas = window.population.card("1").canvas
        paint = canvas.paintEvent

        def counted(event: object) -> None:
            self.painted += 1
            paint(event)

        canvas.paintEvent = counted

    def _progressed(self, event: object) -> None:
        self.pictures += getattr(event, "part", None) is not None

    def _end(self, _event: object) -> None:
        self._ended += 1

    def forget(self) -> None:
        """Count from here on."""
        self.pictures = self.painted = 0

    def follow(self, seconds: float) -> list[float]:
        """Let the window live for so long; give the gaps between two turns of its event loop."""
        self._ticks.clear()
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)
        return [after - before for before, after in zip(self._ticks, self._ticks[1:], strict=False)]

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        from PySide6.QtCore import QEventLoop

        while not holds():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def cancelled(self) -> float:
        """Train for a moment where nothing trains, cancel, and give the seconds until it is."""
        if not self._population.is_running:
            self._population.run()
            self.until(lambda: self._population.training.stage is not None)
            self.follow(SETTLE)
        before, begun = self._ended, time.monotonic()
        self._population.cancel()
        self.until(lambda: self._ended > before)
        return time.monotonic() - begun
