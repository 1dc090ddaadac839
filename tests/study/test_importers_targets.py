"""Targets taken from a file for a table that is open already."""

import numpy as np
import pytest

from explorer.study.importers import ImportFailure, pair, read, read_text, targets_file, with_targets
from explorer.study.importers.labels import INDICES_READ, NAMES_READ
from explorer.study.sources import FileSource

LOGITS = "sample,logit:cat,logit:dog,logit:eel\nx,1.5,2,-3\ny,4,5,6\n"
WANTED = [[1, 1, 0], [0, 0, 1]]


@pytest.fixture
def table():
    return read_text(LOGITS, "logits.csv")


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A table that stays in its file."""
    monkeypatch.setattr("explorer.study.sources.opening.IN_MEMORY", 0)
    np.save(tmp_path / "logits.npy", np.array([[1.5, 2, -3], [4, 5, 6]]))
    return read(tmp_path / "logits.npy")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("cat,dog,eel\n1,1,0\n0,0,1\n", None),
        ("target:eel,target:dog,target:cat\n0,1,1\n1,0,0\n", None),
        ("1,1,0\n0,0,1\n", None),
        ("labels\ncat|dog\neel\n", NAMES_READ),
        ("0 1\n2\n", INDICES_READ),
    ],
)
def test_every_form(table, tmp_path, text, note):
    path = tmp_path / "labels.csv"
    path.write_text(text)
    made = with_targets(table, path)
    assert made.arrays()[1].tolist() == WANTED
    assert (made.arrays()[0] == table.arrays()[0]).all()
    assert (made.classes, made.sample(1).name, made.origin) == (table.classes, "y", "logits.csv")
    assert made.notes == (() if note is None else (f"labels.csv: {note}",))


def test_an_array(table, tmp_path):
    np.save(tmp_path / "labels.npy", np.array(WANTED))
    assert with_targets(table, tmp_path / "labels.npy").arrays()[1].tolist() == WANTED


def test_edited_logits_stay_edited_and_edited_targets_go(table, tmp_path):
    (tmp_path / "labels.csv").write_text("1,1,0\n0,0,1\n")
    edited = table.with_logit(0, 2, 7.5).with_target(1, 0, 1.0)
    made = with_targets(edited, tmp_path / "labels.csv")
    assert made.arrays()[0].tolist() == [[1.5, 2, 7.5], [4, 5, 6]]
    assert made.arrays()[1].tolist() == WANTED
    assert (made.is_edited(0), made.is_edited(1)) == (True, False)


def test_removed_and_renamed_classes_are_those_of_the_file(table, tmp_path):
    (tmp_path / "labels.csv").write_text("labels\nox\ncat|ox\n")
    made = with_targets(table.with_class_removed(1).with_class_renamed(1, "ox"), tmp_path / "labels.csv")
    assert made.arrays()[0].tolist() == [[1.5, -3], [4, 6]]
    assert made.arrays()[1].tolist() == [[0, 1], [1, 1]]


def test_what_does_not_fit_is_refused(table, tmp_path):
    for text, why in (
        ("1,1,0\n", "labels.csv: 1 samples; allowed are 2, as in logits.csv"),
        ("labels\ncow\neel\n", "'cow' is not a class"),
        ("sample,labels\ny,cat\nx,eel\n", "'y' is not the sample of that row in logits.csv"),
    ):
        (tmp_path / "labels.csv").write_text(text)
        with pytest.raises(ImportFailure) as caught:
            with_targets(table, tmp_path / "labels.csv")
        assert why in str(caught.value)


def test_a_large_table_stays_in_its_file(large, tmp_path):
    np.savez(tmp_path / "labels.npz", targets=np.array(WANTED))
    made = with_targets(large.with_logit(0, 0, 9.0), tmp_path / "labels.npz")
    assert isinstance(made.source, FileSource)
    assert made.notes == ()
    assert made.arrays()[0].tolist() == [[9, 2, -3], [4, 5, 6]]
    assert made.arrays()[1].tolist() == WANTED
    assert [made.is_edited(row) for row in (0, 1)] == [True, False]


def test_other_forms_beside_a_large_table_are_read_up_to_a_size(large, tmp_path, monkeypatch):
    np.save(tmp_path / "labels.npy", np.array([2, 0]))
    made = with_targets(large, tmp_path / "labels.npy")
    assert made.arrays()[1].tolist() == [[0, 0, 1], [1, 0, 0]]
    assert made.notes == (f"labels.npy: {INDICES_READ}",)
    monkeypatch.setattr(targets_file, "MOST", 5)
    with pytest.raises(ImportFailure, match="one NPY or NPZ array of 2 x 3 targets"):
        with_targets(large, tmp_path / "labels.npy")


def test_an_archive_of_targets_alone_is_a_second_file(table, tmp_path):
    np.savez(tmp_path / "labels.npz", targets=np.array(WANTED))
    np.save(tmp_path / "logits.npy", np.array([[1.5, 2, -3], [4, 5, 6]]))
    assert with_targets(table, tmp_path / "labels.npz").arrays()[1].tolist() == WANTED
    assert read(tmp_path / "logits.npy", tmp_path / "labels.npz").arrays()[1].tolist() == WANTED
    found = pair([tmp_path / "labels.npz", tmp_path / "logits.npy"])
    assert (found.logits.name, found.targets.name) == ("logits.npy", "labels.npz")
