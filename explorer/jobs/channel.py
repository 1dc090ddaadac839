"""A line between two processes that carries messages; its end is seen as EOFError."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Protocol

from explorer.jobs.transfer import mapped, packed, shared, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD: Final = struct.Struct("<QQ")  # bytes of the message, count of the arrays beside it
PIECE: Final = 1 << 20  # bytes a read or a write
CLOSE_ON_EXEC: Final[int] = getattr(socket, "MSG_CMSG_CLOEXEC", 0)


class Channel(Protocol):
    """One end of the line. One thread may send while another receives; both block, till one closes."""

    def send(self, message: object) -> None:
        """Send a message. Raises ConnectionError where nobody listens or this end is closed.

        Raises what pickling raises, and OSError without memory to share; then nothing was sent.
        """

    def receive(self) -> object:
        """Wait for a message. Raises EOFError where the other end is gone, OSError after `close`."""

    def close(self) -> None:
        """End the line: the other end sees it, and both blocked threads on this one."""


@dataclass(frozen=True, slots=True, eq=False)
class SocketChannel:
    """A pair of local sockets: large arrays go as descriptors of shared memory, nothing is copied."""

    socket: socket.socket

    def send(self, message: object) -> None:
        """Send the message, and a descriptor for all its large arrays."""
        body, buffers = packed(message)
        descriptors = [shared(buffers)] if buffers else []
        try:
            self._write(_head(body, buffers) + body, descriptors)
        except OSError as problem:
            if self.socket.fileno() < 0:  # closed by another thread
                raise BrokenPipeError from problem
            raise
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def receive(self) -> object:
        """Wait for a message; its large arrays are the sender's copy, read-only."""
        head, descriptors, _, _ = socket.recv_fds(self.socket, HEAD.size, 1, CLOSE_ON_EXEC)
        if not head:
            raise EOFError
        try:
            length, count = HEAD.unpack(head + _exactly(self._read, HEAD.size - len(head)))
            sizes = struct.unpack(f"<{count}Q", _exactly(self._read, 8 * count))
            body = _exactly(self._read, length)
        except BaseException:
            for descriptor in descriptors:
                os.close(descriptor)
            raise
        return unpacked(body, mapped(descriptors[0], sizes) if count else [])

    def close(self) -> None:
        """End the line; a blocked `receive` returns."""
        with contextlib.suppress(OSError):  # the other end may have been quicker
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def _write(self, text: bytes, descriptors: list[int]) -> None:
        if descriptors:  # they go with the first bytes
            text = text[socket.send_fds(self.socket, [text[: HEAD.size]], descriptors) :]
        self.socket.sendall(text)

    def _read(self, count: int) -> bytes:
        return self.socket.recv(min(count, PIECE))


@dataclass(frozen=True, slots=True, eq=False)
class PipeChannel:
    """Two pipes, for systems whose sockets pass no descriptors: large arrays follow the message.

    incoming, outgoing: unbuffered files.
    """

    incoming: IO[bytes]
    outgoing: IO[bytes]

    def send(self, message: object) -> None:
        """Send the message and its large arrays."""
        body, buffers = packed(message)
        try:
            for part in (memoryview(_head(body, buffers) + body), *buffers):
                left = part.cast("B")
                while left:
                    left = left[self.outgoing.write(left[:PIECE]) :]
        except ValueError as closed:  # by another thread
            raise BrokenPipeError from closed

    def receive(self) -> object:
        """Wait for a message; its large arrays are copies, read-only."""
        try:
            length, count = HEAD.unpack(_exactly(self._read, HEAD.size))
            sizes = struct.unpack(f"<{count}Q", _exactly(self._read, 8 * count))
            body = _exactly(self._read, length)
            buffers = [memoryview(_exactly(self._read, size)) for size in sizes]
        except EOFError:
            self.incoming.close()
            raise
        return unpacked(body, buffers)

    def close(self) -> None:
        """End the line: the other end sees it and ends, which ends a blocked `receive`."""
        with contextlib.suppress(OSError):
            self.outgoing.close()

    def _read(self, count: int) -> bytes:
        return self.incoming.read(min(count, PIECE))


def _head(body: bytes, buffers: list[memoryview]) -> bytes:
    sizes = [view.nbytes for view in buffers]
    return HEAD.pack(len(body), len(buffers)) + struct.pack(f"<{len(sizes)}Q", *sizes)


def _exactly(read: Callable[[int], bytes], count: int) -> bytes:
    parts = []
    while count:
        part = read(count)
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
