"""Arrays on their way from a script to a window: what is sent, and both ways to send it."""

from __future__ import annotations

import os
import struct
import threading
from typing import Any

import numpy as np
import pytest

from explorer.jobs.lines.arrays import KINDS, plain
from explorer.jobs.lines.line import Ended
from explorer.jobs.lines.message import HEAD, Arrays, Layout, MessageFailure, Opening
from explorer.jobs.lines.slots import CLAIMED, NEWEST
from tests.jobs.lines import WAYS, line

ODD = np.array([[np.nan, np.inf, -np.inf], [-0.0, 1e-40, 3.0]], np.float32)


# Arrays of any library


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_of_number_that_travels_is_not_copied(kind: str) -> None:
    array = np.ones((2, 3), kind)
    assert plain(array, "logits") is array


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([[1, 2], [3, 4]], "<i8"),
        ([1.5, 2.5], "<f8"),
        ((True, False), "|b1"),
        (np.arange(3, dtype=">f4"), "<f8"),
        (np.arange(3, dtype=">i2"), "<i2"),
        (np.arange(3, dtype=np.longdouble), "<f8"),
        (np.ones((4, 6))[:, ::2], "<f8"),
    ],
)
def test_other_values_become_rows_of_such_a_kind(values: Any, kind: str) -> None:
    found = plain(values, "logits")
    assert (found.dtype.str, found.ndim, found.flags.c_contiguous) == (kind, 2, True)
    assert (found == np.atleast_2d(values)).all()


def test_arrays_of_the_array_standard() -> None:
    strict = pytest.importorskip("array_api_strict")
    assert plain(strict.asarray([[1.0, 2.0]]), "logits").tolist() == [[1.0, 2.0]]


def test_tensors_of_every_kind() -> None:
    torch = pytest.importorskip("torch")
    for dtype in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
        tensor = torch.tensor([[1.0, float("nan"), -float("inf")]], dtype=dtype, requires_grad=True)
        np.testing.assert_array_equal(plain(tensor, "logits"), [[1.0, np.nan, -np.inf]])
        assert plain(list(tensor), "logits").shape == (1, 3)
    assert plain(torch.ones(3, 2).T, "logits").shape == (2, 3)
    assert plain(torch.ones(2, dtype=torch.bool), "targets").tolist() == [[True, True]]


@pytest.mark.parametrize("kind", ["<f8", "<f4", "<i4", "|b1"])
def test_what_is_masked_becomes_nan(kind: str) -> None:
    masked = np.ma.array([[1, 0, 1]], mask=[[0, 1, 0]], dtype=kind)
    for values in (masked, list(masked)):
        found = plain(values, "logits")
        np.testing.assert_array_equal(found, [[1.0, np.nan, 1.0]])
        assert type(found) is np.ndarray
        assert found.dtype.str == ("<f4" if kind == "<f4" else "<f8")
    assert masked.data[0, 1] == 0
    assert plain(np.ma.array([[1, 2]], dtype=kind), "logits").dtype.str == kind


def test_tensors_without_numbers_of_their_own_are_refused_alike() -> None:
    torch = pytest.importorskip("torch")
    whole = torch.ones(2, 3)
    for tensor, held in (
        (whole.to("meta"), "without data"),
        (whole.to_sparse(), "sparse"),
        (torch.nested.nested_tensor([torch.ones(2), torch.ones(3)], layout=torch.jagged), "nested"),
    ):
        with pytest.raises(TypeError, match=rf"^logits are a tensor that is {held}; allowed is a dense one"):
            plain(tensor, "logits")


@pytest.mark.cuda
def test_tensors_of_a_card() -> None:
    torch = pytest.importorskip("torch")
    if not torch.cuda.is_available():
        pytest.skip("no card")
    tensor = torch.tensor([1.0, 2.0], device="cuda", dtype=torch.bfloat16, requires_grad=True)
    assert plain(tensor, "logits").tolist() == [[1.0, 2.0]]


@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (1, 2, 3)])
def test_a_wrong_shape_is_named(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"targets have shape \(.*\(rows, classes\)"):
        plain(np.ones(shape), "targets")


@pytest.mark.parametrize("values", [[1j], ["a"], [None], np.array([object()])])
def test_what_is_no_real_number_is_refused(values: Any) -> None:
    with pytest.raises(TypeError, match=r"logits are of kind .* real numbers"):
        plain(values, "logits")


# Messages


def test_an_opening_comes_back() -> None:
    opening = Opening("a title", ("a", "“b”"), None, (("asl", {"gamma_neg": 2.0}),), "zh")
    assert Opening.read(opening.written()) == opening
    assert Opening.read(Opening().written()) == Opening()


@pytest.mark.parametrize("text", [b"", b"[]", b"\xff", b'{"format": 2}', b'{"format": 1}'])
def test_what_is_no_opening_is_refused(text: bytes) -> None:
    with pytest.raises(MessageFailure):
        Opening.read(text)


def begin(facts: str, size: int) -> bytes:
    return HEAD.pack(len(facts), size) + facts.encode()


@pytest.mark.parametrize(
    "bytes_",
    [
        b"",
        struct.pack("<QQ", 1 << 60, 0),
        begin("no", 0),
        begin('{"format": 1}', 0),
        begin('{"format": 1, "logits": [[2, -3], "<f8"], "targets": null}', 112),
        begin('{"format": 1, "logits": [[2, 3], "|O8"], "targets": null}', 112),
        begin('{"format": 1, "logits": [[2, 3], "<f8"], "targets": [[3, 2], "<f8"]}', 300),
        begin('{"format": 1, "logits": [[2, 3], "<f8"], "targets": null}', 5),
    ],
)
def test_a_header_that_is_not_of_this_program_is_refused(bytes_: bytes) -> None:
    with pytest.raises(MessageFailure):
        Layout.read(bytes_)


# Lines


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_arrays_arrive_as_they_were_sent(way: str, kind: str) -> None:
    logits = ODD.astype(kind) if kind[1] == "f" else np.array([[0, 1, 1], [1, 0, 1]], kind)
    with line(way, Opening("named").written()) as (outgoing, incoming):
        outgoing.put(Arrays(logits, logits[::-1].copy(), 1))
        assert Opening.read(incoming.opening()).title == "named"
        found = incoming.newest()
        assert found.logits.tobytes() == logits.tobytes()
        assert found.targets is not None
        assert found.targets.tobytes() == logits[::-1].tobytes()
        outgoing.put(Arrays(logits[:1], None, 2))
        found = incoming.newest()
        assert (found.targets, found.logits.shape, found.sequence) == (None, (1, 3), 2)


def test_the_newest_arrives_and_what_was_between_is_dropped() -> None:
    with line("slots") as (outgoing, incoming):
        for sequence in range(1, 8):
            outgoing.put(Arrays(np.full((1, 2), float(sequence)), None, sequence))
        assert outgoing.taken == 0
        assert incoming.newest().logits.tolist() == [[7.0, 7.0]]
        assert outgoing.taken == 7


def test_a_pipe_drops_what_waits_too() -> None:
    with line("pipe") as (outgoing, incoming):
        for sequence in range(1, 30):  # larger than a pipe holds: the thread stands still at the first
            outgoing.put(Arrays(np.full((1, 1 << 16), float(sequence)), None, sequence))
        incoming.opening()
        came = [incoming.newest().sequence]
        while came[-1] != 29:
            came.append(incoming.newest().sequence)
        assert len(came) <= 3


@pytest.mark.parametrize("way", WAYS)
def test_what_the_script_changes_afterwards_was_sent_before(way: str) -> None:
    with line(way) as (outgoing, incoming):
        logits = np.ones((1, 2))
        outgoing.put(Arrays(logits, None, 1))
        logits[:] = 5
        incoming.opening()
        assert incoming.newest().logits.tolist() == [[1.0, 1.0]]


@pytest.mark.parametrize("way", WAYS)
def test_no_arrays_are_torn_under_a_quick_script(way: str) -> None:
    last = 3000
    with line(way) as (outgoing, incoming):

        def send() -> None:
            for sequence in range(1, last + 1):
                rows = 1 + sequence % 7
                outgoing.put(Arrays(np.full((rows, 50), float(sequence)), None, sequence))

        thread = threading.Thread(target=send)
        thread.start()
        incoming.opening()
        before = 0
        while before < last:
            found = incoming.newest()
            assert (found.logits == found.sequence).all()
            assert len(found.logits) == 1 + found.sequence % 7
            assert found.sequence > before
            before = found.sequence
        thread.join()


def test_a_claimed_slot_is_not_written_into() -> None:
    with line("slots") as (outgoing, incoming):
        outgoing.put(Arrays(np.ones((1, 1)), None, 1))
        claimed = outgoing._words[NEWEST] % 4
        outgoing._words[CLAIMED] = claimed + 1  # as the window does while it reads
        for sequence in range(2, 9):
            outgoing.put(Arrays(np.full((1, 1), float(sequence)), None, sequence))
            assert outgoing._words[NEWEST] % 4 != claimed
        assert incoming.newest().logits.tolist() == [[8.0]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("closes", [True, False])
def test_the_end_of_the_line_says_whether_the_window_shall_close(way: str, closes: bool) -> None:
    with line(way) as (outgoing, incoming):
        outgoing.put(Arrays(np.ones((1, 1)), None, 1))
        incoming.opening()
        incoming.newest()
        if closes:
            outgoing.ask_to_close()
        outgoing.close()
        with pytest.raises(Ended) as ended:
            incoming.newest()
        assert ended.value.closes == closes


@pytest.mark.parametrize("way", WAYS)
def test_the_last_arrays_still_come_after_the_script_has_ended(way: str) -> None:
    with line(way) as (outgoing, incoming):
        incoming_opening = threading.Thread(target=incoming.opening)
        incoming_opening.start()
        outgoing.put(Arrays(np.full((1, 1), 3.0), None, 1))
        outgoing.close()
        incoming_opening.join()
        assert incoming.newest().logits.tolist() == [[3.0]]
        with pytest.raises(Ended):
            incoming.newest()


def test_a_window_that_is_gone_is_a_broken_pipe() -> None:
    with line("slots") as (outgoing, _):
        reads, writes = os.pipe()
        os.close(reads)
        outgoing._bell, bell = writes, outgoing._bell
        with pytest.raises(BrokenPipeError):
            outgoing.put(Arrays(np.ones((1, 1)), None, 1))
        os.close(writes)
        outgoing._bell = bell
