"""The worker's process: takes one request after another, and ends when the window's process is gone."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
from typing import TYPE_CHECKING, Any, Final

from explorer import wording
from explorer.jobs.channel import PipeChannel, SocketChannel
from explorer.jobs.control import Control, Left
from explorer.jobs.events import Begun, Cancelled, Failed, Finished
from explorer.jobs.tasks import TASKS
from explorer.study.failures import StudyFailure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.jobs.channel import Channel
    from explorer.jobs.events import Event
    from explorer.wording import Language

GRACE: Final = 0.2  # seconds that a task has to clean up when the window is gone
GRACES: Final = {"simulate": 2.9}  # for its checkpoint
NICENESS: Final = 5  # the window comes first where both want the same core
WORDS: Final = {"cancel": Control.cancel, "pause": Control.pause, "go_on": Control.go_on}


def main(words: Sequence[str]) -> None:
    """Serve the line of which the words tell the descriptor; without words, stdin and stdout."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window
    faulthandler.enable()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    Server(_channel(words)).serve()


class Server:
    """One thread works; another listens, so that cancelling and the end of the line are seen at once."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._waiting: queue.SimpleQueue[tuple[Control, Mapping[str, Any], Language] | None] = (
            queue.SimpleQueue()
        )
        self._controls: dict[int, Control] = {}

    def serve(self) -> None:
        """Work until the line ends."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        with contextlib.suppress(Left):
            while (request := self._waiting.get()) is not None:
                self._perform(*request)
        os._exit(0)

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._take(self._channel.receive())
        left = list(self._controls.values())
        for control in left:
            control.cancel()
        self._waiting.put(None)
        time.sleep(max((GRACES.get(control.kind, GRACE) for control in left), default=GRACE))
        os._exit(0)

    def _take(self, message: Any) -> None:
        """Take ("run", generation, kind, arguments, language, paused), or a word of `WORDS`, generation."""
        word, generation, *rest = message
        if word == "run":
            kind, arguments, spoken, paused = rest
            control = Control(generation, kind, self._tell)
            if paused:  # before it can begin
                control.pause()
            self._controls[generation] = control
            self._waiting.put((control, arguments, spoken))
        elif (told := self._controls.get(generation)) is not None:
            WORDS[word](told)

    def _perform(self, control: Control, arguments: Mapping[str, Any], spoken: Language) -> None:
        generation, kind = control.generation, control.kind
        wording.use(spoken)  # what a task says of itself is read in the window that asked
        self._tell(Begun(generation, kind))
        try:
            control.check()
            self._tell(Finished(generation, kind, TASKS[kind](control, **arguments)))
        except (Exception, SystemExit) as problem:  # also an answer that cannot be sent
            answer = Cancelled(generation, kind) if control.is_cancelled() else _failed(control, problem)
            if not control.is_answered:
                self._tell(answer)
        finally:
            del self._controls[generation]

    def _tell(self, event: Event) -> None:
        """Send an event. Raises Left where nobody listens any more: a task then cleans up and ends."""
        try:
            self._channel.send(event)
        except ConnectionError as problem:
            raise Left from problem


def _failed(control: Control, problem: BaseException) -> Failed:
    text = " ".join(str(problem).split())
    if not isinstance(problem, StudyFailure):  # those are written for people
        text = ": ".join(part for part in (type(problem).__name__, text) if part)
    return Failed(control.generation, control.kind, text, "".join(traceback.format_exception(problem)))


def _channel(words: Sequence[str]) -> Channel:
    """Take the line over. What others print must not get into it: stdout becomes stderr."""
    if words:
        return SocketChannel(socket.socket(fileno=int(words[0])))
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return PipeChannel(open(incoming, "rb", 0), open(outgoing, "wb", 0))  # noqa: PTH123


if __name__ == "__main__":
    main(sys.argv[1:])
