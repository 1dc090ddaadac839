"""Edit to painted pixels: from an input event's arrival to the end of the last paint.

Every card, the table and the loss cards are shown at 1440 x 900 on the running platform. The
baseline repaints the same widgets with unchanged figures in the same process. Each class count
and scale has a process of its own, since Qt reads its scale once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from statistics import median, quantiles
from time import perf_counter

CLASSES = tuple(int(n) for n in os.environ.get("LOSS_EXPLORER_BENCH_CLASSES", "5,50").split(","))
SCALES = (1, 2)
FRAMES, WARM_UP = 120, 20


def run() -> dict[str, object]:
    """Median and 95th percentile in milliseconds by classes, scale and gesture, and the baseline's."""
    return {
        f"{classes} classes, scale {scale}": _in_process(classes, scale)
        for classes in CLASSES
        for scale in SCALES
    }


def _in_process(classes: int, scale: int) -> object:
    command = [sys.executable, "-m", __spec__.name, str(classes)]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
    if not environment.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 3000x2000x24", *command]
    environment["QT_QPA_PLATFORM"] = "xcb"
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout)


class Live:
    """One window and the gestures that are timed."""

    def __init__(self, classes: int) -> None:
        import numpy as np
        from PySide6.QtTest import QTest

        from explorer.study.opening import default_study
        from explorer.study.storage import Opened
        from explorer.study.study import Look
        from explorer.study.table import Table
        from explorer.ui import application

        self.random = np.random.default_rng(0)
        logits = self.random.normal(-1.0, 2.0, (5, classes))
        targets = (self.random.random((5, classes)) < max(0.1, 2 / classes)).astype(float)
        study = default_study(Table.of(logits, targets), title=f"{classes} classes")
        self.app = application.application()
        self.window = application.window(Opened(study, Look()), "light")
        self.window.resize(1440, 900)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        QTest.qWait(300)
        self.window.session.clock.close()

    def settle(self) -> float:
        """Let the window read and paint; the time when the paint is done."""
        clock = self.window.session.clock
        before, limit = clock.count, perf_counter() + 2.0
        while not clock.is_painted and clock.count == before:  # the status line may close it first
            assert perf_counter() < limit, "no card was painted within two seconds"
            self.app.processEvents()
        end = perf_counter()
        clock.close()
        return end

    def first_bar(self) -> tuple[str, str]:
        """The first bar in sight and the axis along which it is dragged."""
        handles = self.window.desk.cards["logits"].canvas.figure.handles
        bar = next(handle for handle in handles if handle.id.startswith("logit:"))
        return bar.id, bar.axis

    def drag(self, key: str, handle: str, along: str) -> list[float]:
        """Drag a handle to and fro; the time of each frame."""
        from PySide6.QtCore import QEvent, QPointF, Qt

        canvas = self.window.desk.cards[key].canvas
        layout = canvas.layout_of_figure
        grip = next(item for item in canvas.figure.handles if item.id == handle)
        start = QPointF(*layout.to_pixels(grip.place))
        button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        self._send(canvas, QEvent.Type.MouseButtonPress, start, button, button)
        self.app.processEvents()
        times = []
        for frame in range(FRAMES + WARM_UP):
            step = 6 + 30 * abs((frame % 40) / 20 - 1)
            point = start + (QPointF(step, 0) if along == "x" else QPointF(0, step))
            self.window.session.clock.close()
            begin = perf_counter()
            self._send(canvas, QEvent.Type.MouseMove, point, none, button)
            times.append(self.settle() - begin)
        self._send(canvas, QEvent.Type.MouseButtonRelease, start, button, none)
        self.app.processEvents()
        self.app.processEvents()
        return times[WARM_UP:]

    def _send(self, canvas: object, kind: object, point: object, button: object, buttons: object) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        screen = canvas.mapToGlobal(point)
        event = QMouseEvent(kind, point, screen, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)

    def every_logit(self) -> list[float]:
        """Change all logits of the sample at once; the time of each frame."""
        from dataclasses import replace

        session = self.window.session
        times = []
        for frame in range(FRAMES + WARM_UP):
            study = session.state.study
            row = study.table.sample(0).logits + 0.01 * (-1) ** frame
            session.clock.close()
            begin = perf_counter()
            changed = replace(study, table=study.table.with_logits(0, row))
            session.apply("Shift all logits", changed, target="all")
            times.append(self.settle() - begin)
        return times[WARM_UP:]

    def baseline(self) -> list[float]:
        """Repaint every part with unchanged figures; the time of each frame."""
        desk = self.window.desk
        parts = [card.canvas for card in desk.cards.values()]
        parts += [desk.classes.view.viewport(), *desk.losses.cards]
        times = []
        for _ in range(FRAMES + WARM_UP):
            begin = perf_counter()
            for part in parts:
                part.update()
            self.app.processEvents()
            times.append(perf_counter() - begin)
        return times[WARM_UP:]


def measure(classes: int) -> dict[str, object]:
    """All gestures beside the baseline, in one process."""
    live = Live(classes)
    rows = {
        "baseline": live.baseline(),
        "drag a bar": live.drag("logits", *live.first_bar()),
        "alpha": live.drag("sharpening", "alpha", "x"),
        "every logit": live.every_logit(),
        "baseline again": live.baseline(),
    }
    base = median(rows["baseline"] + rows["baseline again"])
    return {name: _summary(times, base) for name, times in rows.items()}


def _summary(times: list[float], base: float) -> dict[str, float]:
    return {
        "median_ms": round(median(times) * 1e3, 2),
        "p95_ms": round(quantiles(times, n=20)[-1] * 1e3, 2),
        "times_baseline": round(median(times) / base, 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
