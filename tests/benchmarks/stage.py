"""Frames of the stage between two steps of a story, at 1920 x 1080 beside repainting it unchanged.

Every shipped story is walked through once, in a process of its own and on the running platform. A frame is
from the state on the way to its painted pixels, one after another as fast as they come; the player itself
shows at most 60 a second. `moves` are frames in which numbers move, `fades` those in which only a picture
goes over into another, `first` the frame that comes after the key. The baseline repaints the stage and its
cards with unchanged figures.

Options: `--stories KEY,KEY`, `--size 3840x2160`, `--profile` (which part of a frame costs what).
"""

from __future__ import annotations

import json
import sys
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from tests.benchmarks._screens import in_process, option
from tests.benchmarks.live import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZE = "1920x1080"
FRAMES = 36  # of a step that takes 0.6 seconds


def run() -> dict[str, object]:
    """Median and 95th percentile in milliseconds by story, and the baseline's."""
    from explorer.study.stories import STORIES

    chosen = option("--stories", ",".join(STORIES)).split(",")
    return {key: in_process(__spec__.name, key, screen="3840x2160") for key in chosen}


class Walk:
    """One stage with a story, whose clock goes on by frames."""

    def __init__(self, key: str) -> None:
        from explorer.paint.theme import LIGHT
        from explorer.study.stories import STORIES
        from explorer.ui import application
        from explorer.ui.stage.presenter import Presenter
        from explorer.ui.stage.stage import Stage

        self.app = application.application()
        self.seconds = 0.0
        presenter = Presenter("en", story=STORIES[key], now=self._now)
        self.stage = Stage(presenter, LIGHT, now=self._now)
        self.stage.resize(*map(int, option("--size", SIZE).split("x")))
        self.stage.show()
        for _ in range(20):
            self.app.processEvents()
        self.moves: list[Moment] = []
        self.fades: list[Moment] = []
        self.first: list[Moment] = []

    def _now(self) -> float:
        return self.seconds

    def _timed(self, act: Callable[[], object]) -> Moment:
        begin = Moment.now()
        act()
        self.app.processEvents()
        return Moment.now().since(begin)

    def walk(self) -> None:
        """Go through the story once."""
        for _ in range(self.stage.presenter.count - 1):
            self.first.append(self._timed(lambda: self.stage.step_by(1)))
            self._frames()
            self.seconds += 100.0
            self._tick()
            self.app.processEvents()

    def _frames(self) -> None:
        presenter, fade = self.stage.presenter, self.stage.fade.player
        seconds = max(presenter.step.seconds if presenter.step else 0.0, 0.25)
        while presenter.is_moving or fade.is_playing:
            kind = self.moves if presenter.is_moving else self.fades
            self.seconds += seconds / FRAMES
            kind.append(self._timed(self._tick))

    def _tick(self) -> None:
        for player in (self.stage.presenter.player, self.stage.fade.player):
            player.tick()

    def baseline(self) -> list[Moment]:
        """Repaint stage and cards with unchanged figures."""

        def repaint() -> None:
            for part in (self.stage, *self.stage.canvases):
                part.update()

        return [self._timed(repaint) for _ in range(FRAMES * 2)][FRAMES:]


def measure(key: str, profile: bool) -> dict[str, object]:
    """Frames of one story beside the baseline, in one process."""
    phases: Any = None
    if profile:
        from tests.benchmarks._phases import Phases

        phases = Phases()
    walk = Walk(key)
    before = walk.baseline()
    if phases is not None:
        phases.start()
        walk.walk()
        taken = [*walk.first, *walk.moves, *walk.fades]
        return dict(phases.per_frame(len(taken), sum(each.cpu for each in taken) / len(taken)))
    walk.walk()
    base = before + walk.baseline()
    rows = {"first": walk.first, "moves": walk.moves, "fades": walk.fades, "baseline": base}
    return {name: _summary(took, base) for name, took in rows.items() if len(took) > 1}


def _summary(took: list[Moment], base: Iterable[Moment]) -> dict[str, float]:
    wall, cpu = [each.wall for each in took], [each.cpu for each in took]
    return {
        "frames": len(took),
        "median_ms": _milliseconds(median(wall)),
        "p95_ms": _milliseconds(quantiles(wall, n=20)[-1]),
        "cpu_median_ms": _milliseconds(median(cpu)),
        "cpu_p95_ms": _milliseconds(quantiles(cpu, n=20)[-1]),
        "times_baseline": round(median(cpu) / median(each.cpu for each in base), 2),
    }


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1e3, 2)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], "--profile" in sys.argv)))
