"""A descent while it plays: each frame from the tick of the clock to the end of the last paint.

Every card, the table, the loss cards and the timeline are shown at 1440 x 900 on the running platform; the
losses are those of a new study, the plan is the usual one of 200 steps. Frame after frame shows the next
step, as playing at the usual speed does on a machine that keeps up, but as soon as the one before is painted.
The baseline repaints the same widgets with unchanged figures, as in `live`. `once computed` plays the same
steps again. `parts` says how many milliseconds of the window's thread each card takes for its figure
and for its painting, from a second round whose methods are wrapped.

Options: `--classes 5,100`, `--scales 1`, `--profile FILE` (what cProfile says of the frames,
for each number of classes).
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tests.benchmarks._phases import Phases
from tests.benchmarks._screens import on_screens, option
from tests.benchmarks.live import WARM_UP, Live, Moment, _summary

if TYPE_CHECKING:
    from collections.abc import Callable

CLASSES, SCALES = "5,100", "1"
PATIENCE = 600  # looks, a tenth of a second apart, at whether the descents are computed


def run() -> dict[str, object]:
    """Median and 95th percentile in milliseconds by classes and scale, the baseline's, and every part's."""
    return on_screens(__spec__.name, CLASSES, SCALES)


class Played:
    """A window whose descent is computed, and the frames of playing it."""

    def __init__(self, classes: int) -> None:
        self.live = Live(classes)
        self.session = self.live.window.session
        self.compute()

    def compute(self) -> None:
        """Wait until every course is at its end."""
        from PySide6.QtTest import QTest

        for _ in range(PATIENCE):
            made = self.session.state.results.get("descents")
            if made is not None and made.complete and made.answers(self.session.state):
                return
            QTest.qWait(100)
        message = f"the descents were not computed within {PATIENCE / 10:g} seconds"
        raise TimeoutError(message)

    @property
    def last(self) -> int:
        """The last step of the plan."""
        from explorer.analysis.plans import plan_of

        return plan_of(self.session.state.look).updates

    def frames(self) -> list[Moment]:
        """Show one step after another, each until it is painted."""
        self.live.window.commands.descend.go_to(0)
        self.live.app.processEvents()
        return self.live.timed(self._tick(step) for step in range(1, self.last + 1))

    def _tick(self, step: int) -> Callable[[], None]:
        """Return what the clock of playing does when a step's time has come."""

        def show() -> None:
            self.session.clock.input()
            self.session.look(time=step)

        return show


def measure(classes: int) -> dict[str, object]:
    """Play beside the baseline, in one process; then once more for the parts."""
    phases = Phases()  # before there is a window: Qt looks its methods up once
    played = Played(classes)
    base = played.live.baseline()
    first = _profiled(played.frames, classes)
    again = played.frames()
    base += played.live.baseline()
    phases.start()
    split = played.frames()
    count = played.last
    seconds = sum(each.cpu for each in split) / (count - WARM_UP)
    return {
        "baseline": _summary(base, base),
        "play": _summary(first, base),
        "once computed": _summary(again, base),
        "parts": phases.per_frame(count, seconds),
    }


def _profiled(frames: Callable[[], list[Moment]], classes: int) -> list[Moment]:
    """Time frames, under cProfile where that is wanted."""
    path = option("--profile", "")
    if not path:
        return frames()
    from cProfile import Profile
    from time import thread_time

    profile = Profile(thread_time)  # on a machine with other work the wall says little
    took: list[Moment] = profile.runcall(frames)
    profile.dump_stats(f"{path}.{classes}")
    return took


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
