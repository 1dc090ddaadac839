"""Edit to painted pixels: from an input event's arrival to the end of the last paint.

Every card, the table and the loss cards are shown at 1440 x 900 on the running platform. The
baseline repaints the same widgets with unchanged figures in the same process. Each class count
and scale has a process of its own, since Qt reads its scale once.

Options: `--classes 5,50,1000,10000`, `--scales 1,2`, `--profile` (which part of a frame costs what).
Beside the clock on the wall, `cpu` is what the window's thread itself took, and `ran` is the wall's time
without that in which the thread waited for a processor: on a machine with other work these two still say
what an idle one would need. `waited` is the share of the wall's time so lost.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from threading import get_native_id
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any

from tests.benchmarks._screens import on_screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

CLASSES, SCALES = "5,50", "1,2"
FRAMES, WARM_UP = 120, 20
LISTED = 60  # more classes than this are a list with an overview


def run() -> dict[str, object]:
    """Median and 95th percentile in milliseconds by classes, scale and gesture, and the baseline's."""
    return on_screens(__spec__.name, CLASSES, SCALES)


@dataclass(frozen=True)
class Moment:
    """Seconds at one moment: on the wall, taken by this thread, and waited for a processor."""

    wall: float
    cpu: float
    waited: float

    @classmethod
    def now(cls) -> Moment:
        schedule = Path(f"/proc/self/task/{get_native_id()}/schedstat")  # Linux alone tells
        waited = int(schedule.read_text().split()[1]) * 1e-9 if schedule.exists() else 0.0
        return cls(perf_counter(), thread_time(), waited)

    def since(self, begin: Moment) -> Moment:
        return Moment(self.wall - begin.wall, self.cpu - begin.cpu, self.waited - begin.waited)


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
        from explorer.ui.program.starting import quickly

        self.random = np.random.default_rng(0)
        logits = self.random.normal(-1.0, 2.0, (5, classes))
        targets = (self.random.random((5, classes)) < max(0.1, 2 / classes)).astype(float)
        study = default_study(Table.of(logits, targets), title=f"{classes} classes")
        self.lists = classes > LISTED
        self.app = application.application()
        with quickly():
            self.window = application.window(Opened(study, Look()), "light")
            self.window.resize(1440, 900)
            self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        QTest.qWait(300)
        self.window.session.clock.close()

    # Frames

    def timed(self, frames: Iterable[Callable[[], None]], seen: bool = True) -> list[Moment]:
        """Do one thing after another, each until it is painted; what each took.

        seen: each changes what the session's clock sees, else what it asks for is painted at once.
        """
        took = []
        for act in frames:
            self.window.session.clock.close()
            begin = Moment.now()
            act()
            if seen:
                self._settle()
            else:
                self.app.processEvents()
            took.append(Moment.now().since(begin))
        return took[WARM_UP:]

    def _settle(self) -> None:
        """Let the window read and paint."""
        clock = self.window.session.clock
        before, rounds = clock.count, 0
        while not clock.is_painted and clock.count == before:  # the status line may close it first
            rounds += 1
            assert rounds < 20, "the gesture changes nothing that a card shows"
            self.app.processEvents()

    # Gestures

    def canvas(self, key: str) -> QWidget:
        """The canvas of one card."""
        return self.window.desk.cards[key].canvas

    def first(self, kind: str) -> tuple[str, str]:
        """The first handle of a kind in sight in the editor, and the axis along which it is dragged."""
        handles = self.canvas("logits").figure.handles
        found = next(handle for handle in handles if handle.id.startswith(kind))
        return found.id, found.axis

    def drag(self, key: str, handle: str, along: str) -> list[Moment]:
        """Drag a handle to and fro."""
        from PySide6.QtCore import QPointF

        canvas = self.canvas(key)
        layout = canvas.layout_of_figure
        grip = next(item for item in canvas.figure.handles if item.id == handle)
        start, box = QPointF(*layout.to_pixels(grip.place)), layout.box(grip)
        inwards = [
            1 if side < middle else -1 for side, middle in zip(box.centre, layout.plot.centre, strict=True)
        ]
        step = QPointF(inwards[0] if along != "y" else 0, inwards[1] if along != "x" else 0)
        self._press(canvas, start)
        # a target has the way of a chip, or of a dot; any other handle has room
        least, most, turns = (0, 12, 16) if handle.startswith("target") else (6, 36, 40)
        shares = (abs((frame % turns) / turns * 2 - 1) for frame in _frames())
        places = (start + step * (least + (most - least) * share) for share in shares)
        took = self.timed(lambda place=place: self._move(canvas, place) for place in places)
        self._release(canvas, start)
        return took

    def overview(self) -> list[Moment]:
        """Drag along the overview of a long list."""
        from PySide6.QtCore import QPointF

        canvas, box = self.canvas("logits"), self.window.desk.cards["logits"]._overview
        places = [QPointF(box.x + box.width * (0.1 + 0.04 * (n % 20)), box.centre[1]) for n in _frames()]
        self._press(canvas, places[-1])
        took = self.timed(lambda place=place: self._move(canvas, place) for place in places)
        self._release(canvas, places[-1])
        return took

    def scroll(self) -> list[Moment]:
        """Turn the wheel over a long list, to and fro."""
        from PySide6.QtCore import QPoint, QPointF, Qt
        from PySide6.QtGui import QWheelEvent
        from PySide6.QtWidgets import QApplication

        canvas, none = self.canvas("logits"), Qt.MouseButton.NoButton
        middle = QPointF(canvas.rect().center())

        def turn(notch: int) -> None:
            screen, keys = canvas.mapToGlobal(middle), Qt.KeyboardModifier.NoModifier
            event = QWheelEvent(
                middle,
                screen,
                QPoint(),
                QPoint(0, notch * 120),
                none,
                keys,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(canvas, event)

        return self.timed(
            lambda notch=notch: turn(notch) for notch in (1 if n % 40 >= 20 else -1 for n in _frames())
        )

    def hover(self, key: str) -> list[Moment]:
        """Move the pointer across a card with no button pressed; every card shows what it is on."""
        from PySide6.QtCore import QPointF, Qt

        canvas, none = self.canvas(key), Qt.MouseButton.NoButton
        plot = canvas.layout_of_figure.plot
        places = (QPointF(plot.x + plot.width * (0.1 + 0.02 * (n % 40)), plot.centre[1]) for n in _frames())
        took = self.timed(
            (lambda place=place: self._move(canvas, place, none) for place in places), seen=False
        )
        self._move(canvas, QPointF(1.0, 1.0), none)
        self.window.session.point(None)
        self.app.processEvents()
        return took

    def every_logit(self) -> list[Moment]:
        """Nudge a selection of all classes of the sample at once."""
        from explorer.plots import selection

        session, count = self.window.session, self.window.session.state.study.table.class_count
        session.perform(selection.select(session.state, range(count)))
        self.app.processEvents()
        steps = (0.01 * (-1) ** frame for frame in _frames())
        took = self.timed(
            lambda step=step: session.perform(selection.shift(session.state, step)) for step in steps
        )
        session.look(selected=frozenset())
        self.app.processEvents()
        return took

    def baseline(self) -> list[Moment]:
        """Repaint every part with unchanged figures."""
        desk = self.window.desk
        parts = [card.canvas for card in desk.cards.values()]
        parts += [desk.classes.view.viewport(), *desk.losses.cards]

        def repaint() -> None:
            for part in parts:
                part.update()

        return self.timed((repaint for _ in _frames()), seen=False)

    # Hands

    def _press(self, canvas: QWidget, place: QPointF) -> None:
        from PySide6.QtCore import QEvent, Qt

        left = Qt.MouseButton.LeftButton
        self._send(canvas, QEvent.Type.MouseButtonPress, place, left, left)
        self.app.processEvents()

    def _move(self, canvas: QWidget, place: QPointF, held: Any = None) -> None:
        from PySide6.QtCore import QEvent, Qt

        held = Qt.MouseButton.LeftButton if held is None else held
        self._send(canvas, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, held)

    def _release(self, canvas: QWidget, place: QPointF) -> None:
        from PySide6.QtCore import QEvent, Qt

        none = Qt.MouseButton.NoButton
        self._send(canvas, QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.LeftButton, none)
        self.window.session.point(None)
        self.app.processEvents()
        self.app.processEvents()

    def _send(self, canvas: QWidget, kind: Any, point: QPointF, button: Any, buttons: Any) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        event = QMouseEvent(
            kind, point, canvas.mapToGlobal(point), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(canvas, event)


def _frames() -> range:
    return range(FRAMES + WARM_UP)


def gestures(live: Live) -> dict[str, Callable[[], list[Moment]]]:
    """Every gesture by name; the baseline is first and last."""
    of_lists = {"scroll the list": live.scroll, "drag in the overview": live.overview} if live.lists else {}
    return {
        "baseline": live.baseline,
        "drag a bar": lambda: live.drag("logits", *live.first("logit:")),
        "drag a target": lambda: live.drag("logits", *live.first("target:")),
        "drag the slice's cursor": lambda: live.drag("slice", "slice", "x"),
        "drag the landscape's dot": lambda: live.drag("landscape", "landscape", "both"),
        "alpha": lambda: live.drag("sharpening", "alpha", "x"),
        "every logit": live.every_logit,
        **of_lists,
        "hover in the gradient": lambda: live.hover("gradient"),
        "hover in the slice": lambda: live.hover("slice"),
        "baseline again": live.baseline,
    }


def measure(classes: int, profile: bool) -> dict[str, object]:
    """All gestures beside the baseline, in one process."""
    if profile:
        return _split(classes)
    rows = {name: act() for name, act in gestures(Live(classes)).items()}
    base = rows["baseline"] + rows["baseline again"]
    return {name: _summary(took, base) for name, took in rows.items()}


def _split(classes: int) -> dict[str, object]:
    """Milliseconds of the window's thread in a frame by gesture and phase."""
    from tests.benchmarks._phases import Phases

    phases, parts = Phases(), {}  # before there is a window: Qt looks its methods up once
    for name, act in gestures(Live(classes)).items():
        phases.start()
        took = act()
        parts[name] = phases.per_frame(FRAMES + WARM_UP, sum(each.cpu for each in took) / FRAMES)
    return parts


def _summary(took: list[Moment], base: list[Moment]) -> dict[str, float]:
    """Sum up one gesture's frames."""
    wall, cpu = [each.wall for each in took], [each.cpu for each in took]
    ran = [each.wall - each.waited for each in took]
    return {
        "median_ms": _milliseconds(median(wall)),
        "p95_ms": _milliseconds(_late(wall)),
        "times_baseline": round(median(wall) / median(each.wall for each in base), 2),
        "cpu_median_ms": _milliseconds(median(cpu)),
        "cpu_p95_ms": _milliseconds(_late(cpu)),
        "cpu_times_baseline": round(median(cpu) / median(each.cpu for each in base), 2),
        "ran_median_ms": _milliseconds(median(ran)),
        "ran_p95_ms": _milliseconds(_late(ran)),
        "cpu_p10_ms": _milliseconds(quantiles(cpu, n=10)[0]),
        "waited": round(sum(each.waited for each in took) / sum(wall), 2),
    }


def _late(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1e3, 2)


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), "--profile" in sys.argv)))
