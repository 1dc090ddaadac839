"""Start of a process to its first painted window, against a bare window with four empty plots.

Each run is a process of its own, the two kinds in turns, so that a busy moment of the machine meets
both. Byte code is kept from the first run, as for a user: compiling 280 modules takes twice as long as the
rest of the start. On Linux without a display everything runs under one Xvfb.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

RUNS = 9
SIZE = (1440, 900)


def run() -> dict[str, object]:
    """Give the medians in milliseconds and their ratio."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        return _under_xvfb()
    times: dict[str, list[float]] = {kind: [] for kind in WINDOWS}
    for kind in WINDOWS:
        _milliseconds(kind)  # the first run reads the files from the disk and keeps their byte code
    for _ in range(RUNS):
        for kind in WINDOWS:
            times[kind].append(_milliseconds(kind))
    medians = {kind: median(taken) for kind, taken in times.items()}
    return {
        "milliseconds": {kind: round(taken, 1) for kind, taken in medians.items()},
        "range": {kind: [round(min(taken), 1), round(max(taken), 1)] for kind, taken in times.items()},
        "ratio": round(medians["explorer"] / medians["bare"], 3),
        "runs": RUNS,
    }


def _under_xvfb() -> dict[str, object]:
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, "-m", __spec__.name]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, timeout=300)
    result: dict[str, object] = json.loads(done.stdout)
    return result


def _milliseconds(kind: str) -> float:
    """Start one process; the time until its window is painted, by the clock that all processes share."""
    command = [sys.executable, "-m", __spec__.name, kind]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.monotonic_ns()
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=60)
    return (int(done.stdout) - start) / 1e6


def _bare() -> tuple[QApplication, QWidget]:
    import pyqtgraph
    from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

    app = QApplication([])
    window = QWidget()
    grid = QGridLayout(window)
    for place in range(4):
        grid.addWidget(pyqtgraph.PlotWidget(), place // 2, place % 2)
    window.resize(*SIZE)
    return app, window


def _explorer() -> tuple[QApplication, QWidget]:
    # As `python -m explorer` starts: the command line is read before the window is imported.
    from explorer.cli.parser import parser
    from explorer.cli.sources import opened

    arguments = parser().parse_args(["open"])
    document = opened(arguments.file, arguments.targets)

    from explorer.ui.program.starting import quickly

    with quickly():
        from explorer.ui import application

        app = application.application()
        return app, application.window(document, arguments.theme or "system")


WINDOWS: dict[str, Callable[[], tuple[QApplication, QWidget]]] = {"bare": _bare, "explorer": _explorer}


def _painted(kind: str) -> int:
    """Show the window; the time when its first paint is over."""
    app, window = WINDOWS[kind]()
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        seen = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    while not watch.seen:
        app.processEvents()  # paints every visible widget of the window before it returns
    return time.monotonic_ns()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(json.dumps(run()))
    else:
        print(_painted(sys.argv[1]), flush=True)
        os._exit(0)  # how long a process takes to end is not asked
