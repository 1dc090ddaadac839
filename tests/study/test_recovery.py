"""What is kept for the case of a crash: owners alive and dead, false alarms, damage."""

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest

from explorer.study import recovery, storage
from explorer.study.failures import StorageFailure
from explorer.study.recovery import FAULT_MARK, Note, Slot
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table

STUDY = Study("Mine", Table.of([[0.5, -1.0]], [[1.0, 0.0]]), (ShownLoss("bce"),))
EDITED = STUDY.with_table(STUDY.table.with_logit(0, 1, 3.25))
NOWHERE = Note(None, read_only=False, seconds=1000.0)

# A program of its own that keeps a study and then waits to be ended, holding its lock.
OTHER = """
import sys
from pathlib import Path
from explorer.study import recovery
from tests.study.test_recovery import EDITED, NOWHERE
from explorer.study.study import Look
slot = recovery.Slot.new(Path(sys.argv[1]))
recovery.keep(slot, EDITED, Look(), NOWHERE)
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other(tmp_path: Path):
    """Another program that keeps a study in the folder and lives."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", OTHER, str(tmp_path)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout.readline() == "kept\n"
        yield process
        process.kill()


def left_by_a_crash(folder: Path, study: Study = EDITED, note: Note = NOWHERE) -> Slot:
    """Keep a study as a process does that dies then: its lock is gone, its files are there."""
    slot = Slot.new(folder)
    recovery.keep(slot, study, Look(alpha=2.0), note)
    slot.leave()
    return slot


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_living_program_keeps_is_left_alone(tmp_path, other):
    assert recovery.found(tmp_path) == ([], [])
    assert len(names(tmp_path)) == 2


def test_what_a_killed_program_kept_is_found(tmp_path, other):
    other.kill()
    other.wait()
    (one,), damaged = recovery.found(tmp_path)
    assert one.opened.study == EDITED
    assert damaged == []


def test_a_number_of_a_process_that_comes_again_is_no_owner(tmp_path):
    slot = left_by_a_crash(tmp_path)
    assert slot.name.startswith(f"{recovery.os.getpid()}-")
    assert len(recovery.found(tmp_path)[0]) == 1


def test_study_look_path_and_time_come_back(tmp_path):
    mine = tmp_path / "mine.study.json"
    storage.save(mine, STUDY, Look())
    left_by_a_crash(tmp_path / "kept", note=Note(mine, read_only=True, seconds=77.5))
    (one,), _ = recovery.found(tmp_path / "kept")
    assert one.opened.study == EDITED
    assert one.opened.look.alpha == 2.0
    assert (one.opened.path, one.opened.read_only, one.note.seconds) == (mine, True, 77.5)
    assert dict(one.opened.study.extra) == {}


def test_what_a_newer_program_wrote_is_kept_beside_the_note(tmp_path):
    extra = MappingProxyType({(): MappingProxyType({"later": [1]})})
    study = replace(EDITED, extra=extra)
    left_by_a_crash(tmp_path, study)
    (one,), _ = recovery.found(tmp_path)
    assert one.opened.study == study
    assert json.loads(one.slot.study.read_text())["later"] == [1]


def test_two_starts_do_not_both_offer_it(tmp_path):
    left_by_a_crash(tmp_path)
    first, _ = recovery.found(tmp_path)
    assert recovery.found(tmp_path) == ([], [])
    first[0].slot.leave()
    assert len(recovery.found(tmp_path)[0]) == 1


def test_what_equals_its_own_file_is_no_loss(tmp_path):
    mine = tmp_path / "mine.study.json"
    storage.save(mine, EDITED, Look())
    left_by_a_crash(tmp_path / "kept", note=Note(mine, read_only=False, seconds=1.0))
    assert recovery.found(tmp_path / "kept") == ([], [])
    assert names(tmp_path / "kept") == []


def test_a_lost_or_damaged_original_does_not_hide_a_loss(tmp_path):
    mine = tmp_path / "mine.study.json"
    note = Note(mine, read_only=False, seconds=1.0)
    left_by_a_crash(tmp_path / "one", note=note)
    assert len(recovery.found(tmp_path / "one")[0]) == 1
    mine.write_text("{")
    left_by_a_crash(tmp_path / "two", note=note)
    assert len(recovery.found(tmp_path / "two")[0]) == 1


def test_a_program_that_lost_nothing_leaves_nothing(tmp_path):
    Slot.new(tmp_path).leave()
    assert recovery.found(tmp_path) == ([], [])
    assert names(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": 1}', b"null"])
def test_a_damaged_file_is_set_aside_and_the_others_are_found(tmp_path, content):
    bad = left_by_a_crash(tmp_path)
    bad.study.write_bytes(content)
    left_by_a_crash(tmp_path)
    left, (problem,) = recovery.found(tmp_path)
    assert len(left) == 1
    assert bad.study.name in problem
    assert (tmp_path / "damaged" / bad.study.name).read_bytes() == content
    assert recovery.found(tmp_path) == ([], [])


@pytest.mark.parametrize("note", [3, "x", {"path": 4, "seconds": "soon", "read_only": 1}, None])
def test_a_damaged_note_costs_only_what_it_said(tmp_path, note):
    slot = left_by_a_crash(tmp_path)
    document = json.loads(slot.study.read_text())
    slot.study.write_text(json.dumps(document | {"recovery": note}))
    (one,), _ = recovery.found(tmp_path)
    assert one.opened.study == EDITED
    assert one.note == Note(None, read_only=False, seconds=0.0)


def test_the_newest_comes_first(tmp_path):
    for seconds in (3.0, 9.0, 6.0):
        left_by_a_crash(tmp_path, note=replace(NOWHERE, seconds=seconds))
    left, _ = recovery.found(tmp_path)
    assert [one.note.seconds for one in left] == [9.0, 6.0, 3.0]


def test_a_fault_is_found_with_and_without_a_study(tmp_path):
    for kept in (True, False):
        slot = Slot.new(tmp_path)
        if kept:
            recovery.keep(slot, EDITED, Look(), replace(NOWHERE, seconds=time.time() + 9))
        slot.fault.write_text(f"versions{FAULT_MARK}Fatal Python error: Segmentation fault")
        slot.leave()
    with_study, alone = recovery.found(tmp_path)[0]
    assert with_study.opened is not None
    assert alone.opened is None
    assert all(
        one.fault.startswith("versions") and "Segmentation" in one.fault for one in (with_study, alone)
    )


def test_a_start_without_a_fault_is_none(tmp_path):
    slot = Slot.new(tmp_path)
    slot.fault.write_text(f"versions{FAULT_MARK}")
    slot.leave()
    assert recovery.found(tmp_path) == ([], [])


def test_closing_leaves_nothing(tmp_path):
    slot = Slot.new(tmp_path)
    recovery.keep(slot, EDITED, Look(), NOWHERE)
    slot.fault.write_text("versions")
    slot.close()
    slot.close()
    assert names(tmp_path) == []


def test_what_a_broken_off_writing_left_is_removed(tmp_path):
    living = Slot.new(tmp_path)
    half = tmp_path / f".{living.name}.study.json.0123abcd.tmp"
    dead = tmp_path / ".1-2.study.json.0123abcd.tmp"
    for path in (half, dead):
        path.write_text("{")
    recovery.found(tmp_path)
    assert half.exists()
    assert not dead.exists()
    living.close()


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Slot.new(tmp_path / "file" / "recovery")
    assert recovery.found(tmp_path / "file" / "recovery") == ([], [])


def test_a_folder_that_is_gone_is_said_while_keeping(tmp_path):
    slot = Slot.new(tmp_path / "kept")
    slot.study.mkdir()
    with pytest.raises(StorageFailure, match="cannot be saved"):
        recovery.keep(slot, EDITED, Look(), NOWHERE)
    slot.leave()


def test_a_long_table_lies_beside_and_goes_with_its_slot(tmp_path):
    numbers = np.random.default_rng(0).normal(size=(4000, 100))
    study = Study("Long", Table.of(numbers), ())
    left_by_a_crash(tmp_path, study)
    (one,), _ = recovery.found(tmp_path)
    assert len(one.slot.data) == 1
    assert np.array_equal(one.opened.study.table.arrays()[0], numbers)
    one.slot.forget_study()
    assert one.opened.study.table.sample(3999).logits.tolist() == numbers[3999].tolist()
    one.slot.close()
    assert names(tmp_path) == []


def test_a_long_table_without_its_study_is_removed(tmp_path):
    (tmp_path / "1-2.data.npz").write_bytes(b"")
    recovery.found(tmp_path)
    assert names(tmp_path) == []
