"""`explorer.show` under a running loop: what an update costs the loop, and how many the window shows.

Arrays of 8 x 100 and 10,000 x 1,000 float32, by the slots that both processes share and by a pipe; then a
torch loop of 8 x 100. Microseconds of the loop's own clock for one `update`, as fast as it can and 200 times
a second; updates a second that the window took and, as it says itself, showed. Without `DISPLAY`: offscreen.
"""

from __future__ import annotations

import os
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.jobs.showing import View

SIZES = ((8, 100), (10_000, 1_000))
SECONDS = 4.0
PACE = 1 / 200  # seconds between two updates of a loop that does something else too
PATIENCE = 60.0  # seconds for a window to come up


def run() -> dict[str, object]:
    """Microseconds an update and updates a second, by size and way."""
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found: dict[str, object] = {}
    for rows, classes in SIZES:
        for by_slots in (True, False):
            name = f"{rows} x {classes}, {'slots' if by_slots else 'pipe'}"
            found[name] = _measured(rows, classes, by_slots)
    found["torch loop, 8 x 100"] = _torch_loop()
    return found


def _open(logits: Any, by_slots: bool = True) -> View:
    from explorer.jobs import showing

    usual, showing.start = showing.start, partial(showing.start, by_slots=by_slots)
    try:
        view = showing.show(logits, np.asarray(logits) > 1, losses=["bce", "zlpr"], strict=True)
    finally:
        showing.start = usual
    end = time.monotonic() + PATIENCE
    while not view.ready and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(3)  # the window is painted for the first time
    return view


def _measured(rows: int, classes: int, by_slots: bool) -> dict[str, float]:
    logits = np.random.default_rng(0).normal(size=(rows, classes)).astype(np.float32)
    with _open(logits, by_slots) as view:
        fast, _ = _loop(view, partial(view.update, logits), 0.0)
        paced, shown = _loop(view, partial(view.update, logits), PACE)
        return {
            "microseconds an update, as fast as it can": round(fast, 1),
            "microseconds an update, 200 a second": round(paced, 1),
            "updates a second that the window took": round(shown, 1),
        }


def _loop(view: View, update: Callable[[], None], pace: float) -> tuple[float, float]:
    """Update for some seconds; the median cost of one, and how many a second the window took."""
    took, seen, begin = [], {_taken(view)}, time.perf_counter()
    while (now := time.perf_counter()) - begin < SECONDS:
        update()
        took.append(time.perf_counter() - now)
        seen.add(_taken(view))
        if pace:
            time.sleep(max(0.0, pace - took[-1]))
    return median(took) * 1e6, (len(seen) - 1) / SECONDS


def _taken(view: View) -> int:
    return 0 if view._line is None else view._line.taken


def _torch_loop() -> dict[str, float] | str:
    """Train 8 x 100 logits with and without a window."""
    try:
        import torch
    except ImportError:
        return "torch is not there"
    torch.manual_seed(0)
    torch.set_num_threads(1)  # the window has the other core
    targets = (torch.rand(8, 100) < 0.1).float()

    def train(view: View | None) -> float:
        logits = torch.randn(8, 100, requires_grad=True)
        optimizer = torch.optim.Adam([logits], 0.01)
        steps, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < SECONDS:
            optimizer.zero_grad()
            torch.nn.functional.binary_cross_entropy_with_logits(logits, targets).backward()
            optimizer.step()
            if view is not None:
                view.update(logits)
            steps += 1
        return SECONDS / steps * 1e6

    without = train(None)
    with _open(targets) as view:
        idle = train(None)
        before = _taken(view)
        shown = train(view)
        count = view._sequence - before
    return {
        "microseconds a step, no window": round(without, 1),
        "microseconds a step, window idle": round(idle, 1),
        "microseconds a step, each shown": round(shown, 1),
        "updates a second": round(count / SECONDS, 1),
    }
