"""Long work asked for by the window: one newest request a kind, answers shown, trouble said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from explorer.ui.notice import Way
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.jobs.events import Died, Event, Failed, Finished
    from explorer.jobs.worker import Worker
    from explorer.study.state import State
    from explorer.study.study import Look, Study
    from explorer.ui.commands import Commands
    from explorer.ui.session import Session

# Milliseconds that a cancelled request has to end by itself before its process is ended.
PATIENCE: Final = 3_000
TITLES: Final = {
    "survey": noted("Evaluating all samples"),
    "read": noted("Opening the file"),
    "parse": noted("Reading the text"),
    "write": noted("Saving"),
    "findings": noted("Writing findings"),
    "autograd": noted("Differentiating by torch"),
    "simulate": noted("Training"),
    "replay": noted("Opening the run"),
}
# Training takes minutes: in a process of its own it keeps no file and no list of samples waiting.
LANES: Final = {"simulate": "training"}
USUAL_LANE: Final = "tasks"
KEPT: Final = noted("The study and everything on screen are kept.")


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A request under way: how its answer is taken up, and how it is asked for again.

    explains: a failure's message says everything: the work was asked for by a person. tell: says what went
    wrong in words of its own.
    """

    kind: str
    take: Callable[[Any], object]
    again: Callable[[], object]
    explains: bool = False
    tell: Callable[[Died | Failed], object] | None = None


class Jobs(QObject):
    """What the window asks of worker processes, one for each lane, started by the first request of it.

    `progressed`, `finished`, `failed` and `cancelled` carry the worker's events (`explorer.jobs.events`),
    in the thread of the window and only of requests that are still wanted; `finished` carries what
    the answer was made into. Of `failed` a person is told, with the way on.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)
    _arrived = Signal(object)

    def __init__(self, session: Session, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self._workers: dict[str, Worker] = {}  # by lane
        self._asked: dict[int, Asked] = {}
        self._given_up: set[int] = set()  # cancelled, but not yet answered
        # Events come from the threads of the worker: they wait for the window's loop.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        session.replaced.connect(partial(self._cancel_kind, "survey"))

    # Asking

    def survey(self, study: Study) -> int:
        """Evaluate every sample; the answer is kept as the result "survey". Returns its generation.

        One that is under way is cancelled.
        """
        from explorer.analysis import survey as surveys

        self._cancel_kind("survey")
        return self._ask(
            Asked("survey", partial(self._keep_survey, study), self._survey_again),
            table=study.table,
            shown=surveys.asked(study),
        )

    def read(self, path: Path, targets: Path | None, again: Callable[[], object]) -> int:
        """Open a file; `finished` carries what was opened. again: asks once more, as the asker does."""
        return self._ask(Asked("read", lambda opened: opened, again, True), path=path, targets=targets)

    def parse(self, text: str, origin: str, again: Callable[[], object]) -> int:
        """Read a table from text; `finished` carries it. again: as for `read`."""
        return self._ask(Asked("parse", lambda table: table, again, True), text=text, origin=origin)

    def write(
        self, path: Path, study: Study, look: Look, with_data: bool, again: Callable[[], object]
    ) -> int:
        """Save a study. again: as for `read`."""
        request = {"path": path, "study": study, "look": look, "with_data": with_data}
        return self._ask(Asked("write", lambda nothing: nothing, again, True), **request)

    def findings(self, *, again: Callable[[], object], **request: Any) -> int:
        """Write findings to a file; `finished` carries how many. request: see the task; again: as above."""
        return self._ask(Asked("findings", lambda count: count, again, True), **request)

    def autograd(self, state: State) -> int:
        """Differentiate the losses that are on by torch; the answer is kept as the result "autograd".

        One that is under way is cancelled.
        """
        from explorer.analysis.given import other_logits
        from explorer.analysis.survey import asked

        self._cancel_kind("autograd")
        return self._ask(
            Asked("autograd", self._keep_autograd, partial(self.autograd, state)),
            logits=state.sample.logits,
            targets=state.sample.targets,
            shown=asked(state.study),
            other=other_logits(state),
        )

    def simulate(
        self, *, again: Callable[[], object], tell: Callable[[Died | Failed], object], **request: Any
    ) -> int:
        """Train an experiment; `progressed` carries how far it is, `finished` what came of it.

        request: see the task. tell: says what went wrong, and offers to resume.
        """
        return self._ask(Asked("simulate", lambda trained: trained, again, tell=tell), **request)

    def replay(self, *, again: Callable[[], object], **request: Any) -> int:
        """Train one run again up to an update; `finished` carries its rows. request: see the task."""
        return self._ask(Asked("replay", lambda replayed: replayed, again), **request)

    def pause(self, generation: int, paused: bool = True) -> None:
        """Let a request wait where it is, or go on."""
        if generation in self._asked and generation not in self._given_up:
            self._worker_of(generation).pause(generation, paused)

    def cancel(self, generation: int) -> None:
        """Leave a request: nothing but `cancelled` comes of it. One that does not end in time is ended."""
        if generation in self._asked and generation not in self._given_up:
            self._given_up.add(generation)
            self._worker_of(generation).cancel(generation)
            QTimer.singleShot(PATIENCE, self, partial(self._insist, generation))

    def is_running(self, kind: str) -> bool:
        """Whether a request of this kind is under way."""
        return any(
            asked.kind == kind and generation not in self._given_up
            for generation, asked in self._asked.items()
        )

    @property
    def asked_for(self) -> str:
        """What a person asked for and is under way, as its title; "" where nothing is.

        What the window asks for by itself, as losses of all samples, is asked for again where it is missing.
        """
        by_itself = ("survey", "autograd")
        under_way = (each.kind for key, each in self._asked.items() if key not in self._given_up)
        return next((TITLES[kind] for kind in under_way if kind not in by_itself), "")

    @property
    def process_id(self) -> int | None:
        """The number of the process that opens files and evaluates samples, None where there is none."""
        return self.process_of(USUAL_LANE)

    def process_of(self, lane: str) -> int | None:
        """Return the number of a lane's process, None where there is none."""
        return self._workers[lane].process_id if lane in self._workers else None

    def close(self) -> None:
        """End the processes; the next request would start another."""
        workers, self._workers = self._workers, {}
        self._asked.clear()
        self._given_up.clear()
        for worker in workers.values():
            worker.close()

    def _ask(self, asked: Asked, **arguments: Any) -> int:
        lane = LANES.get(asked.kind, USUAL_LANE)
        if lane not in self._workers:
            from explorer.jobs.process import GRACE, SAVING  # not needed to show the window
            from explorer.jobs.worker import Worker

            grace = GRACE if lane == USUAL_LANE else SAVING
            self._workers[lane] = Worker(self._tell, grace=grace)
            self.destroyed.connect(self._workers[lane].close)
        generation = self._workers[lane].request(asked.kind, **arguments)
        self._asked[generation] = asked
        return generation

    def _worker_of(self, generation: int) -> Worker:
        """Return the worker that a request under way was given to."""
        return self._workers[LANES.get(self._asked[generation].kind, USUAL_LANE)]

    def _cancel_kind(self, kind: str) -> None:
        for generation, asked in tuple(self._asked.items()):
            if asked.kind == kind:
                self.cancel(generation)

    def _insist(self, generation: int) -> None:
        if generation in self._given_up:
            self._worker_of(generation).kill()

    # Answers

    def _tell(self, event: Event) -> None:
        """Hand an event over to the window's thread; any thread may call it."""
        try:
            self._arrived.emit(event)
        except RuntimeError:  # the window is gone
            return

    @Slot(object)
    def _take(self, event: Event) -> None:
        from explorer.jobs.events import Begun, Cancelled, Finished, Progress

        asked = self._asked.get(event.generation)
        if asked is None or isinstance(event, Begun):
            return
        unwanted = event.generation in self._given_up
        if isinstance(event, Progress):
            if not unwanted:
                self.progressed.emit(event)
            return
        del self._asked[event.generation]
        self._given_up.discard(event.generation)
        if unwanted or isinstance(event, Cancelled):
            self.cancelled.emit(Cancelled(event.generation, event.kind))
        elif isinstance(event, Finished):
            self._finish(asked, event)
        else:
            self._say(asked, event)
            self.failed.emit(event)

    def _finish(self, asked: Asked, event: Finished) -> None:
        self.finished.emit(replace(event, result=asked.take(event.result)))

    def _say(self, asked: Asked, event: Died | Failed) -> None:
        from explorer.jobs.events import Failed

        if asked.tell is not None:
            asked.tell(event)
            return
        if asked.explains and isinstance(event, Failed):
            self._commands.said.emit(event.message, "error")
            return
        what, why = say(TITLES[asked.kind]), event.message.rstrip(".")
        text = say("{what} stopped: {why}. {kept}", what=what, why=why, kept=say(KEPT))
        self._commands.offered.emit(text, "error", (Way(say("Run again"), asked.again),))

    def _keep_survey(self, study: Study, answers: Any) -> object:
        from explorer.analysis.survey import Survey

        survey = Survey.of(study, answers)
        self._session.keep_result("survey", survey)
        return survey

    def _keep_autograd(self, answer: object) -> object:
        self._session.keep_result("autograd", answer)
        return answer

    def _survey_again(self) -> int:
        return self.survey(self._session.state.study)
