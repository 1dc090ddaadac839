"""Starting and ending the worker's process."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from explorer.jobs.channel import PipeChannel, SocketChannel

if TYPE_CHECKING:
    from explorer.jobs.channel import Channel

# The program itself, frozen into one file, cannot run a module: it is started with this word.
FROZEN_WORD: Final = "--serve-jobs"
# Started by its own line and not by `multiprocessing`, which would run the main script again.
BOOT: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from explorer.jobs.serve import main; main(sys.argv[2:])"
)
SOCKETS: Final = hasattr(socket, "send_fds") and hasattr(socket, "AF_UNIX")
GRACE: Final = 0.3  # seconds from the end of the line to kill
SAVING: Final = 3.0  # the same where a training may write its checkpoint; seldom more than a tenth is needed
LAST_WORDS: Final = 4_000  # bytes of stderr


@dataclass(frozen=True, slots=True, eq=False)
class Process:
    """A running worker, the line to it and what it wrote to stderr."""

    popen: subprocess.Popen[bytes]
    channel: Channel
    errors: IO[bytes]

    @classmethod
    def start(cls, by_sockets: bool = SOCKETS) -> Process:
        """Start one. Raises OSError where the system cannot."""
        errors = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        try:
            popen, channel = _over_sockets(errors) if by_sockets else _over_pipes(errors)
        except BaseException:
            errors.close()
            raise
        return cls(popen, channel, errors)

    def end(self, grace: float = GRACE) -> None:
        """Let it end: the end of the line tells it to; where it does not in so many seconds, it is killed."""
        self.channel.close()
        try:
            self.popen.wait(grace)
        except subprocess.TimeoutExpired:
            self.popen.kill()  # ends a stopped one too
            self.popen.wait()

    def last_words(self) -> str:
        """Return the end of what it wrote to stderr."""
        size = self.errors.seek(0, os.SEEK_END)
        self.errors.seek(max(0, size - LAST_WORDS))
        return self.errors.read().decode(errors="replace").strip()

    def close(self) -> None:
        """Let go of what is left of an ended one."""
        self.channel.close()
        self.errors.close()


def command() -> list[str]:
    """Return the words that start a worker; it looks for modules where this process does."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_WORD]
    paths = [entry or os.getcwd() for entry in sys.path if isinstance(entry, str)]  # noqa: PTH109
    return [sys.executable, "-c", BOOT, json.dumps(paths)]


def _over_sockets(errors: IO[bytes]) -> tuple[subprocess.Popen[bytes], Channel]:
    ours, theirs = socket.socketpair()
    try:
        with theirs:
            descriptor = theirs.fileno()
            popen = subprocess.Popen(
                [*command(), str(descriptor)],
                stdin=subprocess.DEVNULL,
                stdout=errors,
                stderr=errors,
                pass_fds=(descriptor,),
            )
    except BaseException:
        ours.close()
        raise
    return popen, SocketChannel(ours)


def _over_pipes(errors: IO[bytes]) -> tuple[subprocess.Popen[bytes], Channel]:
    popen = subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        bufsize=0,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert popen.stdin is not None
    assert popen.stdout is not None
    return popen, PipeChannel(popen.stdout, popen.stdin)
