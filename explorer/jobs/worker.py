"""The worker as the window's process sees it: requests go out, events come in, nothing ever blocks."""

from __future__ import annotations

import contextlib
import itertools
import queue
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from explorer.jobs.events import Begun, Cancelled, Died, Failed, Finished, Progress
from explorer.jobs.process import GRACE, SOCKETS, Process
from explorer.jobs.tasks import TASKS
from explorer.wording import language, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.jobs.events import Event

JOINED_WITHIN: Final = 2.0  # seconds
GENERATIONS: Final = itertools.count(1)  # no two requests of this process share one
Word = tuple[str, int]  # what is said of a request under way: "cancel", "pause" or "go_on", its generation


@dataclass(slots=True, eq=False)
class Request:
    """What was asked for, until it is answered."""

    generation: int
    kind: str
    arguments: Mapping[str, Any]
    begun: bool = False
    cancelled: bool = False
    paused: bool = False


@dataclass(slots=True, eq=False)
class Life:
    """One process, from its start to its end, and the requests it has not answered.

    worked: whether it ever took one up. killed: whether it was ended from here.
    """

    process: Process
    requests: dict[int, Request] = field(default_factory=dict)
    worked: bool = False
    killed: bool = False


class Worker:
    """One process for long work, started with the first request and again with the first after its end.

    Every request is answered by exactly one of Finished, Failed, Cancelled and Died, after any number of
    Progress; a cancelled one never by Finished. `on_event` is called from threads of this object and
    must return at once. No method waits for the process, but `close`, for at most `grace` seconds; then it
    is killed.
    """

    def __init__(
        self, on_event: Callable[[Event], None], *, by_sockets: bool = SOCKETS, grace: float = GRACE
    ) -> None:
        self._on_event = on_event
        self._grace = grace
        self._by_sockets = by_sockets
        self._lock = threading.Lock()  # over all that follows
        self._life: Life | None = None
        self._open: dict[int, Request] = {}
        self._closed = False
        self._threads: list[threading.Thread] = []
        self._outbox: queue.SimpleQueue[Request | Word | None] = queue.SimpleQueue()

    def request(self, kind: str, **arguments: Any) -> int:
        """Ask for a task by name; return the generation that its events carry.

        Raises KeyError for a task there is not, RuntimeError after `close`.
        """
        if kind not in TASKS:
            message = f"no task {kind!r}; there are {', '.join(TASKS)}"
            raise KeyError(message)
        request = Request(next(GENERATIONS), kind, arguments)
        with self._lock:
            if self._closed:
                message = "the worker is closed"
                raise RuntimeError(message)
            self._open[request.generation] = request
            if not self._threads:
                self._run("jobs: write", self._write)
        self._outbox.put(request)
        return request.generation

    def cancel(self, generation: int) -> None:
        """Ask for a request to be left; nothing happens where it is answered already."""
        with self._lock:
            request = self._open.get(generation)
            if request is None:
                return
            request.cancelled = True
        self._outbox.put(("cancel", generation))

    def pause(self, generation: int, paused: bool = True) -> None:
        """Let a request wait where it is, or go on; nothing happens where it is answered already."""
        with self._lock:
            request = self._open.get(generation)
            if request is None:
                return
            request.paused = paused
        self._outbox.put(("pause" if paused else "go_on", generation))

    def kill(self) -> None:
        """End the process at once, whatever it does; requests that it had not begun go to another."""
        with self._lock:
            life = self._life
            if life is not None:
                life.killed = True
        if life is not None:
            life.process.popen.kill()

    @property
    def process_id(self) -> int | None:
        """The process's number, None where there is none."""
        with self._lock:
            return None if self._life is None else self._life.process.popen.pid

    def close(self) -> None:
        """End the process; no event comes any more."""
        with self._lock:
            self._closed = True
            life, threads = self._life, list(self._threads)
        self._outbox.put(None)
        if life is not None:
            life.process.end(self._grace)
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join(JOINED_WITHIN)

    # The thread that writes

    def _write(self) -> None:
        while (item := self._outbox.get()) is not None:
            if isinstance(item, Request):
                self._send(item)
            else:
                self._send_word(item)

    def _send(self, request: Request) -> None:
        if request.cancelled:
            self._answer(Cancelled(request.generation, request.kind))
            return
        try:
            life = self._life_for(request)
        except OSError as problem:
            self._answer(Died(request.generation, request.kind, None, str(problem)))
            return
        try:
            # it may have been paused before it went, perhaps to a process that has ended since
            how = language(), request.paused
            life.process.channel.send(("run", request.generation, request.kind, request.arguments, *how))
        except ConnectionError:
            pass  # the thread that reads sees the end of the process and tells
        except Exception as problem:  # whatever pickling raises, and no memory to share
            with self._lock:
                if life.requests.pop(request.generation, None) is None:
                    return  # answered with the end of the process
            line = say(
                "it cannot be sent to the worker: {kind}: {problem}",
                kind=type(problem).__name__,
                problem=problem,
            )
            self._answer(Failed(request.generation, request.kind, line, ""))

    def _life_for(self, request: Request) -> Life:
        """Give the request to the process, started where there is none."""
        with self._lock:
            if self._life is not None:
                self._life.requests[request.generation] = request
                return self._life
        life = Life(Process.start(self._by_sockets), {request.generation: request})  # the lock is free
        with self._lock:
            if not self._closed:
                self._life = life
            self._run("jobs: read", self._read, life)
        if self._closed:
            life.process.end()
        return life

    def _send_word(self, word: Word) -> None:
        with self._lock:
            life = self._life
            if life is None or word[1] not in life.requests:
                return
        with contextlib.suppress(OSError):  # gone, and with it what it was about
            life.process.channel.send(word)

    # The thread that reads, one for each life

    def _read(self, life: Life) -> None:
        try:
            while True:
                try:
                    event: Any = life.process.channel.receive()
                except Exception:  # its end; or a message that is none: then it is not to be trusted
                    break
                self._receive(life, event)
        finally:
            self._bury(life)

    def _receive(self, life: Life, event: Event) -> None:
        with self._lock:
            request = life.requests.get(event.generation)
            if request is None:
                return
            if isinstance(event, Begun):
                request.begun = life.worked = True
            if not isinstance(event, Begun | Progress):
                del life.requests[event.generation]
        if request.cancelled and isinstance(event, Finished):
            event = Cancelled(event.generation, event.kind)
        self._answer(event)

    def _bury(self, life: Life) -> None:
        """Tell of the end of a process; what it had not begun goes to another."""
        life.process.end(self._grace)
        code, words = life.process.popen.returncode, life.process.last_words()
        life.process.close()
        with self._lock:
            if self._life is life:
                self._life = None
            left = list(life.requests.values())
            life.requests.clear()
        # a process in which none can even begin would be started for ever; one that was killed had no time
        was_able = life.worked or life.killed
        for request in left:
            if request.cancelled:
                self._answer(Cancelled(request.generation, request.kind))
            elif request.begun or not was_able:
                self._answer(Died(request.generation, request.kind, code, words))
            else:
                self._outbox.put(request)

    def _answer(self, event: Event) -> None:
        with self._lock:
            if self._closed:
                return
            if not isinstance(event, Begun | Progress):
                self._open.pop(event.generation, None)
        self._on_event(event)

    def _run(self, name: str, work: Callable[..., None], *arguments: Any) -> None:
        """Start a thread; the lock is held."""
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=work, args=arguments, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()
