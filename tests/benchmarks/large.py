"""A table of 1,000,000 samples x 100 classes in the window: what a person waits for.

Every step is timed from the call that a gesture makes to the end of the last paint. Then the file is cut
short under the window: what is said is given in words. Runs on the platform of the environment, offscreen
without one.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.survey import SHAPE, _rss_anon, _written

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.window import Window

TIMES = 50  # of each step


def run() -> dict[str, object]:
    """Give milliseconds (median and longest) by step, the window's memory in MB, and what is said."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        return _measured(_written(Path(folder)))


def _measured(path: Path) -> dict[str, object]:
    from explorer.study import examples
    from explorer.ui import application
    from explorer.ui.program.watch import Watch

    app = application.application()
    window = application.window(examples.opening(), "light")
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    watch, said = Watch(window.commands, window), []
    window.commands.offered.connect(
        lambda text, severity, ways: said.append((text, [way.words for way in ways]))
    )
    steps = _Steps(window)
    try:
        steps.all(path)
        window.session.look(sample=SHAPE[0] - 1)
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size // 2)
        watch.look()
        window.session.look(sample=SHAPE[0] - 2)  # the one before is kept as it was read
        app.processEvents()
        edited = window.session.state.study.table.sample(7).logits[0]
        lost = np.isnan(window.session.state.sample.logits).all()
    finally:
        window.close()
    return {
        "milliseconds": steps.taken,
        "rss_anon_mb": round(_rss_anon(os.getpid()), 1),
        "cut_short": {
            "said": said[-1:],
            "edit_kept": bool(edited == steps.value),
            "unreadable_row_is_nan": bool(lost),
        },
    }


class _Steps:
    """What a person does, timed."""

    value = 3.25

    def __init__(self, window: Window) -> None:
        self.window = window
        self.taken: dict[str, dict[str, float]] = {}

    def all(self, path: Path) -> None:
        """Open, go about, edit, undo, save, reopen."""
        commands, session = self.window.commands, self.window.session
        random = np.random.default_rng(0)
        targets, kept = path.with_name("targets.npy"), path.with_name("kept.study.json")
        self._time("open", 1, lambda: commands.open_path(path, targets))
        self._time(
            "go to a random sample", TIMES, lambda: session.look(sample=int(random.integers(SHAPE[0])))
        )
        session.look(sample=7)
        self._time("edit", TIMES, lambda: self._edit(0, float(random.normal())))
        self._time("undo", TIMES, session.undo)
        self._edit(0, self.value)
        self._time("save", 5, lambda: commands.save_to(kept))
        self._time("reopen", 5, lambda: commands.open_path(kept))

    def _edit(self, class_index: int, value: float) -> None:
        state = self.window.session.state
        table = state.study.table.with_logit(7, class_index, value)
        self.window.session.apply("Set", state.study.with_table(table))

    def _time(self, name: str, times: int, step: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QApplication

        taken = []
        for _ in range(times):
            QApplication.processEvents()
            begun = time.perf_counter()
            step()
            QApplication.processEvents()
            taken.append((time.perf_counter() - begun) * 1000)
        self.taken[name] = {"median": round(median(taken), 2), "longest": round(max(taken), 2)}
