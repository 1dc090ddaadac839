# ruff: noqa: E501 - one case a line
"""Targets as numbers, class indices and label names; two files as a pair; files that are no text."""

import io
import zipfile

import numpy as np
import pytest

from explorer.study.importers import ImportFailure, pair, read, read_text
from explorer.study.importers.labels import INDICES_READ, NAMES_READ

CLASSES = "cat,dog,eel"
ROWS = "1.5,2,-3\n4,5,6"
WANTED = [[1, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize(
    ("targets", "note"),
    [
        ("1,1,0\n0,0,1", None),
        ("cat,dog,eel\n1,1,0\n0,0,1", None),
        ("eel,dog,cat\n0,1,1\n1,0,0", None),
        ("cat;dog\neel\n", NAMES_READ),
        ("cat|dog\neel\n", NAMES_READ),
        ("labels\ncat;dog\neel\n", NAMES_READ),
        ('labels\n"[\'cat\', \'dog\']"\n[\'eel\']\n', NAMES_READ),
        ("sample,category\nsample 1,cat;dog\nsample 2,eel\n", NAMES_READ),
        ("file,labels\na.png,cat;dog\nb.png,eel\n", NAMES_READ),
        ("labels\n0;1\n2\n", INDICES_READ),
        ("0 1\n2\n", INDICES_READ),
        ("[[0, 1], [2]]", INDICES_READ),
        ("[{0, 1}, {2}]", INDICES_READ),
        ("[array([0, 1]), array([2])]", INDICES_READ),
        ('[["cat", "dog"], ["eel"]]', NAMES_READ),
        ('["cat;dog", "eel"]', NAMES_READ),
        ('{"labels": [["cat", "dog"], "eel"]}', NAMES_READ),
        ("tensor([[True, True, False], [False, False, True]])", None),
    ],
)  # fmt: skip
def test_forms_in_a_second_file(tmp_path, targets, note):
    (tmp_path / "s.csv").write_text(f"{CLASSES}\n{ROWS}")
    (tmp_path / "t.txt").write_text(targets)
    table = read(tmp_path / "s.csv", tmp_path / "t.txt")
    assert table.arrays()[1].tolist() == WANTED
    assert table.arrays()[0].tolist() == [[1.5, 2, -3], [4, 5, 6]]
    assert table.notes == (() if note is None else (f"t.txt: {note}",))


@pytest.mark.parametrize(
    ("text", "targets", "note"),
    [
        ("cat,dog,labels\n1,2,cat|dog\n3,4,\n", [[1, 1], [0, 0]], NAMES_READ),
        ("logit:cat,logit:dog,label\n1,2,dog\n3,4,cat\n", [[0, 1], [1, 0]], NAMES_READ),
        ("cat,dog,target\n1,2,1\n3,4,0\n", [[0, 1], [1, 0]], INDICES_READ),
        ("cat,dog,eel,targets\n1,2,3,0 1\n4,5,6,0\n", [[1, 1, 0], [1, 0, 0]], INDICES_READ),
        ('1,2\n,x\n'.replace(",x", "3,4"), [[0, 0], [0, 0]], None),
        ('{"logits": [[1, 2, 3], [4, 5, 6]], "targets": [2, 0]}', [[0, 0, 1], [1, 0, 0]], INDICES_READ),
        ('{"logits": [[1, 2, 3]], "targets": [0, 2]}', [[1, 0, 1]], INDICES_READ),
        ('{"logits": [[1, 2]], "targets": [0, 1]}', [[0, 1]], ""),
        ('{"logits": [[1], [2]], "targets": [0, 1]}', [[0], [1]], ""),
        ('{"logits": [[1, 2]], "classes": ["a", "b"], "targets": ["b"]}', [[0, 1]], NAMES_READ),
        ('{"logits": [[1, 2]], "classes": ["1", "0"], "targets": [["1"]]}', [[1, 0]], NAMES_READ),
        ('{"logits": [[1, 2], [3, 4]], "targets": [[], [1]]}', [[0, 0], [0, 1]], INDICES_READ),
        ("logits = [[1, 2, 3], [4, 5, 6]]\ny = [2, 0]", [[0, 0, 1], [1, 0, 0]], INDICES_READ),
    ],
)  # fmt: skip
def test_forms_in_one_text(text, targets, note):
    table = read_text(text)
    assert table.arrays()[1].tolist() == targets
    assert note is None or table.notes == ((note,) if note else ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cat,dog,labels\n1,2,cow\n", "x: line 2, column 3 'labels': 'cow' is not a class; allowed are 'cat', 'dog'"),
        ("cat,dog,labels\n1,2,7\n", "x: line 2, column 3 'labels': '7' is not a class index; allowed are 0 to 1"),
        ("cat,labels,target:cat\n1,2,3\n", "x: line 1, column 1 'cat' is not known; allowed are sample, logit:NAME, target:NAME and labels"),
        ("logit:cat,labels,target:cat\n1,2,3\n", "x: line 1, column 2 'labels' beside columns target:NAME; allowed is one of the two"),
        ('{"logits": [[1, 2, 3], [4, 5, 6]], "targets": [[0, 1, 0], [1]]}', 'x: row 2 of "targets": 1 numbers; allowed are 3, one a class'),
        ('{"logits": [[1, 2, 3]], "targets": [[0, 1]]}', 'x: "targets" are 1 rows of 2; allowed are 1 rows of 3, as "logits"'),
        ('{"logits": [[1, 2, 3], [1, 2, 3]], "targets": [0.5, 1]}', "x: row 1 of \"targets\": '0.5' is not a class index; allowed are 0 to 2"),
        ('{"logits": [[1, 2, 3], [1, 2, 3]], "targets": [[1, 1, 1, 1], [2]]}', "x: row 1 of \"targets\": '1' is there twice; allowed is each class index once"),
    ],
)  # fmt: skip
def test_what_is_refused_and_how_it_is_said(text, message):
    with pytest.raises(ImportFailure) as caught:
        read_text(text, "x")
    assert str(caught.value) == message


def test_the_title_of_a_list_of_indices_names_no_class(tmp_path):
    (tmp_path / "s.csv").write_text("1,2,3\n4,5,6")
    for text in ("y\n2\n0", ",a,b\nx,2,0"):
        (tmp_path / "t.csv").write_text(text)
        table = read(tmp_path / "s.csv", tmp_path / "t.csv")
        assert table.arrays()[1].tolist() == [[0, 0, 1], [1, 0, 0]]
        assert (table.classes[0], table.sample(0).name) == ("class 1", "sample 1")


# Arrays and pairs


def test_arrays_beside_a_text_and_beside_indices(tmp_path):
    np.save(tmp_path / "s.npy", np.array([[1.5, 2, -3], [4, 5, 6]]))
    np.save(tmp_path / "t.npy", np.array(WANTED))
    np.save(tmp_path / "i.npy", np.array([2, 0]))
    np.savez(
        tmp_path / "z.npz",
        logits=np.array([[1.5, 2, -3], [4, 5, 6]]),
        classes=np.array(["cat", "dog", "eel"]),
    )
    (tmp_path / "t.csv").write_text("1,1,0\n0,0,1")
    (tmp_path / "n.csv").write_text("cat;dog\neel")
    for left, right in [("s.npy", "t.npy"), ("s.npy", "t.csv"), ("z.npz", "n.csv"), ("z.npz", "t.npy")]:
        assert read(tmp_path / left, tmp_path / right).arrays()[1].tolist() == WANTED, (left, right)
    found = read(tmp_path / "s.npy", tmp_path / "i.npy")
    assert (found.arrays()[1].tolist(), found.notes) == ([[0, 0, 1], [1, 0, 0]], (f"i.npy: {INDICES_READ}",))
    (tmp_path / "s.csv").write_text(ROWS)
    assert read(tmp_path / "s.csv", tmp_path / "t.npy").arrays()[1].tolist() == WANTED


@pytest.mark.parametrize(
    ("first", "second", "turned"),
    [
        (("a.csv", ROWS), ("b.csv", "1,1,0\n0,0,1"), False),
        (("a.csv", "1,1,0\n0,0,1"), ("b.csv", ROWS), True),
        (("labels.csv", ROWS), ("b.csv", ROWS), True),
        (("a.csv", ROWS), ("val-scores.csv", ROWS), True),
        (("a.csv", ROWS), ("b.csv", ROWS), False),
        (("a.csv", "cat;dog\neel"), ("b.csv", f"{CLASSES}\n{ROWS}"), True),
        (("a.csv", ROWS), ("b.json", '{"targets": [[0, 1, 0], [1, 0, 0]]}'), False),
        (("a.csv", ROWS), ("b.csv", "1,1,0"), None),
        (("a.csv", ROWS), ("b.csv", "some words"), None),
    ],
)
def test_pairs(tmp_path, first, second, turned):
    paths = []
    for name, text in (first, second):
        paths.append(tmp_path / name)
        paths[-1].write_text(text)
    found = pair(paths)
    if turned is None:
        assert found is None
        return
    assert (found.logits, found.targets) == tuple(reversed(paths) if turned else paths)
    read(found.logits, found.targets)
    if found.same_shape:
        assert (
            found.question
            == f"{found.logits.name} and {found.targets.name} have the same shape. Open them as logits and targets?"
        )


def archive(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (archive("archive/data.pkl"), "a torch file, which could run code"),
        (archive("xl/workbook.xml"), "an Excel file (XLSX)"),
        (archive("readme"), "a ZIP archive without arrays"),
        (b"\x89HDF\r\n\x1a\n", "an HDF5 file"),
        (b"PAR1....", "a Parquet file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x89PNG\r\n", "a picture"),
        (b'\x40\0\0\0\0\0\0\0{"a":', "a safetensors file"),
        (b"\0\0\0\x20ftypisom", "a film"),
        (b"<!DOCTYPE html>\n<html>", "a web page, as talk packs are"),
        (b"\n<html lang='en'>", "a web page, as talk packs are"),
    ],
)
def test_files_of_other_programs(tmp_path, data, what):
    (tmp_path / "x.bin").write_bytes(data)
    with pytest.raises(
        ImportFailure, match=rf"^x\.bin: this is {what.replace('(', '.').replace(')', '.')}; read are "
    ):
        read(tmp_path / "x.bin")
