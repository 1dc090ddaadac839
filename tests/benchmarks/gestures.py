"""Random gestures in the real window: `python -m tests.benchmarks gestures --count 10000 --seed 0`.

Nothing may raise, every card must have its figure, undo must lead back to the opened study, and memory stay
flat. Every 500 gestures the window is put back to how it began and weighed. `--until 1234` stops there, so
that a failure can be looked at again; `--classes 5,50,1000` chooses studies, `--size 1440x900` the window.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

import numpy as np

COUNT, SEED, CLASSES, SIZE = 10_000, 0, "5,50,1000", "1440x900"
EVERY = 500  # gestures between two weighings
WARM = 8  # weighings before memory is expected to be flat: then the kept texts and stamps are full
HANGS = 60  # seconds after which a gesture is taken to hang
LAST = 30  # gestures told of a failure


def run() -> dict[str, object]:
    """Do the gestures; give counts, failures, and what window and process weigh meanwhile."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(_option("--until", _option("--count", str(COUNT))))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        trial = Trial(int(_option("--seed", str(SEED))), Path(folder))
        try:
            return trial.done(count)
        finally:
            trial.close()
            os.chdir("/")


def _option(name: str, usual: str) -> str:
    words = sys.argv[1:]
    return words[words.index(name) + 1] if name in words else usual


class Trial:
    """One window, one seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        from explorer.ui.program.starting import quickly

        with quickly():  # as the program starts: PySide would keep the source of every module
            from explorer.study import examples, storage
            from explorer.ui import application
            from explorer.ui.program.keeping import Keeping
        from tests.ui.random_checks import Origin, Witness
        from tests.ui.random_hand import Hand
        from tests.ui.random_studies import studies

        self.seed = seed
        self.app = application.application()
        self.window = application.window(examples.opening(), "light")
        self.size = tuple(map(int, _option("--size", SIZE).split("x")))
        self.keeping = Keeping(self.window, folder / "recovery")
        self.witness = Witness()
        self.window.resize(*self.size)
        self.window.show()
        self.window.activateWindow()
        self.app.processEvents()
        faulthandler.enable(sys.stderr)  # the window had it write into its recovery folder
        opened = examples.opening()
        path = folder / f"own{storage.ENDING}"
        storage.save(path, opened.study, opened.look)
        classes = tuple(int(n) for n in _option("--classes", CLASSES).split(","))
        self.hand = Hand(self.window, {**studies(classes), "a file": lambda: storage.load(path)}, seed)
        self.origin = Origin(self.window.session)
        self.failures: dict[str, str] = {}
        self.kinds: Counter[str] = Counter()

    def done(self, count: int) -> dict[str, object]:
        """Do that many gestures and say what came of them."""
        from tests.ui.random_checks import weight, wrong

        self.home()
        weights, start = [weight(self.window)], perf_counter()
        for number in range(1, count + 1):
            faulthandler.dump_traceback_later(HANGS, exit=True)
            try:
                self.hand.gesture(number)
                problems = list(wrong(self.window))
            except Exception:
                self.witness._uncaught(*sys.exc_info())
                problems = []
            self.kinds[self.hand.done[-1].split(": ")[0].split(" ")[-1]] += 1
            self.take(problems)
            faulthandler.cancel_dump_traceback_later()
            if number % EVERY == 0 or number == count:
                self.take(list(self.origin.wrong()))
                self.home()
                weights.append(weight(self.window))
                print(
                    f"{number} gestures, {perf_counter() - start:.0f} s, {weights[-1]}",
                    file=sys.stderr,
                    flush=True,
                )
        return {
            "gestures": count,
            "seed": self.seed,
            "failures": len(self.failures),
            "first failures": list(self.failures.values())[:10],
            "kinds": dict(self.kinds.most_common()),
            "at the beginning": weights[0],
            "warm": weights[min(WARM, len(weights) - 1)],
            "MB every 500": [each["MB"] for each in weights],
            "at the end": weights[-1],
            "MB in 1,000 gestures": _slope([each["MB"] for each in weights[WARM:]]),
            "qt objects in 1,000 gestures": _slope([each["qt objects"] for each in weights[WARM:]]),
            "minutes": round((perf_counter() - start) / 60, 2),
        }

    def take(self, problems: list[str]) -> None:
        """Take note of what is wrong; what is new is told with the gestures before it."""
        heard, self.witness.heard = self.witness.heard, []
        for problem in (*heard, *problems):
            mark = problem.strip().splitlines()[-1][:60]
            if mark not in self.failures:
                gesture = self.hand.done[-1]
                self.failures[mark] = f"{gesture}: {problem[-1200:]}"
                last = "\n  ".join(self.hand.done[-LAST:])
                print(f"seed {self.seed}, last gestures:\n  {last}\n{problem}", file=sys.stderr, flush=True)

    def home(self) -> None:
        """Put the window back to how it began, so that its weight can be compared."""
        from explorer.study import examples

        window, commands = self.window, self.window.commands
        window.session.cancel()
        commands._replace(examples.opening())
        commands.cards.reset()
        commands.cards.zoom_to(1.0)
        commands.choose_theme("light")
        window.showNormal()
        window.resize(*self.size)
        window.notice.hide()
        self.app.clipboard().clear()
        self.app.processEvents()
        self.take([])

    def close(self) -> None:
        """Leave nothing running."""
        self.window.close_anyway()
        self.keeping.close()
        self.app.processEvents()
        self.witness.close()


def _slope(values: list[float]) -> float | None:
    """Fit a line through the weighings: how much 1,000 gestures add."""
    if len(values) < 3 or None in values:
        return None
    return round(float(np.polyfit(np.arange(len(values)) * EVERY / 1000, values, 1)[0]), 3)
