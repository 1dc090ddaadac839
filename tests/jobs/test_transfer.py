"""Messages with large arrays: shared memory that leaves nothing behind."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.jobs import transfer
from explorer.jobs.channel import SocketChannel
from explorer.jobs.events import Died, Finished
from explorer.jobs.process import SOCKETS
from tests.jobs.conftest import Office

pytestmark = pytest.mark.skipif(not SOCKETS, reason="systems without descriptors over sockets use pipes")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
LARGE = transfer.SMALL // 8


def named() -> set[str]:
    return set(os.listdir("/dev/shm"))  # noqa: PTH208


def shared_kilobytes() -> int:
    """Kilobytes of memory files that this process maps."""
    smaps = Path("/proc/self/smaps").read_text().split("memfd:loss-explorer")[1:]
    return sum(int(part.split("Size:")[1].split()[0]) for part in smaps)


@settings(deadline=None)
@given(st.lists(st.integers(1, 5_000), max_size=4))
def test_buffers_come_back_where_they_were_put(sizes: list[int]) -> None:
    buffers = [memoryview(os.urandom(size)) for size in [*sizes, 7]]
    back = transfer.mapped(transfer.shared(buffers), [view.nbytes for view in buffers])
    assert back == buffers
    assert all(view.readonly for view in back)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10_000), max_size=6))
def test_places_are_aligned_and_do_not_overlap(sizes: list[int]) -> None:
    found = transfer.places(sizes)
    assert all(place % transfer.ALIGNMENT == 0 for place in found)
    assert all(place + size <= after for place, size, after in zip(found, sizes, found[1:], strict=False))


@pytest.mark.parametrize("order", ["C", "F"])
def test_arrays_keep_their_order_and_kind(order: str) -> None:
    array = np.asarray(np.arange(float(3 * LARGE)).reshape(3, LARGE), order=order)
    body, beside = transfer.packed({"large": array, "small": np.arange(5)})
    assert len(beside) == 1
    assert len(body) < 1_000
    back = transfer.unpacked(body, beside)
    assert isinstance(back, dict)
    assert np.array_equal(back["large"], array)
    assert back["large"].strides == array.strides


def test_a_file_without_a_name_where_the_system_has_no_memory_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    (back,) = transfer.mapped(transfer.shared([memoryview(b"1234")]), [4])
    assert back == b"1234"


@LINUX
def test_memory_goes_with_the_last_array() -> None:
    ours, theirs = (SocketChannel(end) for end in socket.socketpair())
    before = shared_kilobytes()
    ours.send([np.zeros(LARGE), np.ones(LARGE)])
    back = theirs.receive()
    assert isinstance(back, list)
    assert shared_kilobytes() > before
    kept = back.pop()
    del back
    gc.collect()
    assert shared_kilobytes() > before
    assert kept.sum() == LARGE
    del kept
    gc.collect()
    assert shared_kilobytes() == before
    ours.close()
    theirs.close()


@LINUX
def test_a_crash_of_either_side_leaves_nothing_behind() -> None:
    before, mapped = named(), shared_kilobytes()
    office = Office(by_sockets=True)
    array = np.zeros(4_000_000)
    assert isinstance(office.ask("ping", echo=array), Finished)
    running = office.run()
    pid = office.worker.process_id
    assert pid is not None
    waiting = [office.worker.request("ping", echo=array) for _ in range(3)]
    os.kill(pid, signal.SIGKILL)
    died, *answers = office.answers(running, *waiting)
    assert isinstance(died, Died)
    assert all(isinstance(answer, Finished) for answer in answers)
    del answers
    office.worker.close()
    del office
    gc.collect()
    assert shared_kilobytes() == mapped
    assert named() == before


def test_the_end_of_the_line_is_seen_in_the_middle_of_a_message() -> None:
    ours, theirs = socket.socketpair()
    descriptor = transfer.shared([memoryview(b"1" * 100)])
    socket.send_fds(ours, [b"\x10"], [descriptor])
    os.close(descriptor)
    ours.close()
    before = len(os.listdir("/dev/fd"))  # noqa: PTH208
    with pytest.raises(EOFError):
        SocketChannel(theirs).receive()
    assert len(os.listdir("/dev/fd")) == before  # noqa: PTH208
    theirs.close()


def test_no_room_is_an_error_and_closes_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, buffer: memoryview) -> None:
        raise OSError(28, "No space left on device")

    before = len(os.listdir("/dev/fd"))  # noqa: PTH208
    monkeypatch.setattr(transfer, "_write", full)
    with pytest.raises(OSError, match="No space"):
        transfer.shared([memoryview(b"1")])
    assert len(os.listdir("/dev/fd")) == before  # noqa: PTH208
