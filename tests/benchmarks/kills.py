"""Killing the program at random moments: what is lost.

A child edits, autosaves and saves in a loop and tells each step through a pipe; the parent kills it with
SIGKILL at a random moment and then looks into the folder as the next start does. The rule: every study
file can be read, no recovery file is damaged, and what is found (the recovery file, else the study file)
is the state after the last finished gesture or after the one before it.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.study.study import Study

TIMES = int(os.environ.get("LOSS_EXPLORER_KILLS", "200"))
STEPS = 400  # gestures of a child that nobody kills
LONGEST = 0.8  # seconds from the first gesture to the kill, at most
REST = 0.05  # seconds from one gesture to the next, at most
SAVED_EVERY = 3  # of so many gestures one is followed by a save


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill left. done: gestures that were finished; missing: how many of them are lost."""

    done: int
    missing: int | None
    source: str
    problem: str = ""


def run() -> dict[str, object]:
    """Kill a child TIMES times; count what was found and what was lost."""
    kills = [kill(seed) for seed in range(TIMES)]
    problems = [each.problem for each in kills if each.problem]
    return {
        "kills": len(kills),
        "gestures finished": sum(each.done for each in kills),
        "gestures missing": dict(sorted(Counter(str(each.missing) for each in kills).items())),
        "found in": dict(sorted(Counter(each.source for each in kills).items())),
        "problems": problems,
    }


def kill(seed: int) -> Kill:
    """Start a child, kill it at a moment that the seed chooses, and say what it left."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        told = _killed(Path(name), chance.random() * LONGEST, seed)
        return _judged(Path(name), told)


def _killed(folder: Path, wait: float, seed: int) -> list[str]:
    """Run a child until it is killed; return the states that it told, oldest first."""
    command = [sys.executable, "-m", __name__ if __name__ != "__main__" else __spec__.name, str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([*command, str(seed)], stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(wait)
        assert child.poll() is None, "the child ended by itself"
        child.kill()
        rest = child.stdout.read()
    told = (first + rest).splitlines()
    if not (first + rest).endswith("\n"):
        told = told[:-1]  # the kill cut a line
    return told


def _judged(folder: Path, told: list[str]) -> Kill:
    """Look into the folder as the next start does."""
    from explorer.study import recovery, storage
    from explorer.study.failures import StorageFailure

    done = len(told) - 1  # the first line is the state before any gesture
    mine = folder / "mine.study.json"
    try:
        saved = storage.load(mine).study
    except StorageFailure as failure:
        return Kill(done, None, "nothing", f"study file: {failure}")
    left, damaged = recovery.found(folder / "recovery")
    for one in left:
        one.slot.close()
    if damaged:
        return Kill(done, None, "nothing", f"recovery file: {damaged[0]}")
    found = left[0].opened.study if left and left[0].opened is not None else saved
    source = "recovery file" if left else "study file"
    state = state_of(found)
    if state in told:
        missing: int | None = done - told.index(state)
    else:  # fine if it was finished, and killed before the child could say so
        missing = 0 if _step(found) == done + 1 else None
    fine = missing is not None and missing <= 1
    return Kill(done, missing, source, "" if fine else f"{missing} of {done} gestures missing ({source})")


def state_of(study: Study) -> str:
    """Return a state in a few letters: every number of the study counts."""
    import hashlib

    logits, targets = study.table.arrays()
    digest = hashlib.blake2b(logits.tobytes() + targets.tobytes(), digest_size=8).hexdigest()
    return f"{_step(study)} {digest}"


def _step(study: Study) -> int:
    """Return how many gestures led to a study: the child writes that into its first logit."""
    return int(study.table.sample(0).logits[0])


# The child


def _child(folder: Path, seed: int) -> None:
    """Edit with gestures, keep, save now and then; tell every finished gesture."""
    from explorer.study import examples
    from explorer.study.recovery import Slot
    from explorer.ui.application import application, window
    from explorer.ui.program.autosave import Autosave

    chance = random.Random(seed)
    app = application()
    made = window(examples.opening(), "light")
    session, commands = made.session, made.commands
    autosave = Autosave(commands, Slot.new(folder / "recovery"), made, pause=0.0)
    _drag(session, 0, chance)
    commands.save_to(folder / "mine.study.json")
    while not autosave.is_idle:
        app.processEvents()
    print(state_of(session.state.study), flush=True)
    for step in range(1, STEPS):
        _drag(session, step, chance)
        print(state_of(session.state.study), flush=True)
        while not autosave.is_idle:
            app.processEvents()
        if chance.randrange(SAVED_EVERY) == 0:
            commands.save_to(folder / "mine.study.json")
        rest = time.monotonic() + chance.uniform(0.0, REST)
        while time.monotonic() < rest:
            app.processEvents()


def _drag(session: object, step: int, chance: random.Random) -> None:
    """Change a few logits in one gesture; the last edit leaves the number of the step in the first."""
    session.begin("Drag")  # type: ignore[attr-defined]
    for _ in range(3):
        study = session.state.study  # type: ignore[attr-defined]
        table = study.table.with_logit(chance.randrange(len(study.table)), 1, chance.uniform(-9, 9))
        session.update(study.with_table(table))  # type: ignore[attr-defined]
    study = session.state.study  # type: ignore[attr-defined]
    session.update(study.with_table(study.table.with_logit(0, 0, float(step))))  # type: ignore[attr-defined]
    session.end()  # type: ignore[attr-defined]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _child(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        print(json.dumps(run(), indent=2))
