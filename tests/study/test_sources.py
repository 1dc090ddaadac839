# ruff: noqa: E501 - one case a line
"""Tables in NPY and NPZ files: read in place, whatever their kind of number and order."""

import os
import pickle
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from explorer.study.failures import ImportFailure, StudyFailure
from explorer.study.source import ArraySource
from explorer.study.sources import FileSource, edits_only, read_arrays, reloaded
from explorer.study.sources.files import DataFile
from explorer.study.table import Table

KINDS = ["<f2", "<f4", "<f8", ">f2", ">f4", ">f8", "|i1", "|u1", "<i2", ">u2", "<i4", ">i8", "<u8", "|b1"]
ROWS, CLASSES = 1500, 30  # more logits than a table in memory may have


def numbers(kind="<f4", rows=ROWS, classes=CLASSES, seed=0):
    found = np.random.default_rng(seed).integers(0, 100, (rows, classes))
    return (found - (0 if np.dtype(kind).kind in "bu" else 50)).astype(kind)


@pytest.fixture
def logits():
    return numbers()


@pytest.fixture
def targets():
    return numbers() > 40


@pytest.fixture
def path(tmp_path, logits, targets):
    path = tmp_path / "large.npz"
    names = np.array([f"näme {row}" for row in range(ROWS)])
    np.savez(
        path, logits=logits, targets=targets, classes=[f"c{place}" for place in range(CLASSES)], samples=names
    )
    return path


def watched(monkeypatch):
    """Note every read of a file: (offset, count)."""
    reads = []
    real = DataFile.read

    def read(self, offset, count):
        reads.append((offset, count))
        return real(self, offset, count)

    monkeypatch.setattr(DataFile, "read", read)
    return reads


def tried(path):
    """What opens, or the failure that is raised; any other exception fails the test."""
    try:
        return read_arrays(path)
    except StudyFailure as failure:
        return failure


# Reading


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", ["C", "F"])
def test_every_kind_of_number_in_both_orders(tmp_path, kind, order):
    logits = np.array(numbers(kind), order=order)
    np.save(tmp_path / "x.npy", logits)
    table = read_arrays(tmp_path / "x.npy")
    assert isinstance(table.source, FileSource)
    for row in (0, 1, 777, ROWS - 1):
        assert table.sample(row).logits.tobytes() == logits[row].astype(float).tobytes()
    block, zeros = table.block(1000, 1234)
    assert block.tobytes() == np.ascontiguousarray(logits[1000:1234], dtype=float).tobytes()
    assert zeros.shape == block.shape
    assert not zeros.any()
    assert table.notes == ("No targets in this file: all are 0.",)
    assert table.arrays()[0].tobytes() == np.ascontiguousarray(logits, dtype=float).tobytes()


@given(arrays_of.arrays(
    st.sampled_from([np.dtype(kind) for kind in KINDS]), arrays_of.array_shapes(min_dims=1, max_dims=2, max_side=6)
), st.booleans())  # fmt: skip
def test_small_tables_are_read_as_they_are(tmp_path_factory, logits, packed):
    path = tmp_path_factory.getbasetemp() / "small.npz"
    (np.savez_compressed if packed else np.savez)(path, logits=logits, targets=logits)
    table = read_arrays(path)
    assert isinstance(table.source, ArraySource)
    with np.errstate(all="ignore"):
        wanted = Table.of(logits, logits)
    assert table == wanted
    assert table.notes == ()


def test_names_numbers_and_types_of_an_archive(path, logits, targets):
    table = read_arrays(path)
    assert table.classes[:2] == ("c0", "c1")
    assert (table.sample(1234).name, table.origin, table.notes) == ("näme 1234", "large.npz", ())
    assert table.source.targets.raw(0, 2).dtype == bool, "a small kind of number stays small"
    assert (table.sample(7).logits == logits[7]).all()
    assert (table.sample(7).targets == targets[7]).all()
    with pytest.raises(ValueError, match="read-only"):
        table.sample(7).logits[0] = 1.0


def test_one_row_is_read_without_the_others(path, monkeypatch):
    table = read_arrays(path)
    reads = watched(monkeypatch)
    table.sample(1000)
    assert sorted(count for _, count in reads) == [CLASSES, 4 * len("näme 1499"), CLASSES * 4]
    reads.clear()
    table.block(10, 20)
    assert sorted(count for _, count in reads) == [10 * CLASSES, 10 * CLASSES * 4]


def test_opening_reads_no_rows(tmp_path, monkeypatch):
    np.save(tmp_path / "x.npy", np.zeros((400_000, 10), np.float32))
    reads = watched(monkeypatch)
    read_arrays(tmp_path / "x.npy")
    assert sum(count for _, count in reads) < 2_000_000 < (tmp_path / "x.npy").stat().st_size


def test_logits_and_targets_of_two_files(tmp_path, logits, targets):
    np.save(tmp_path / "x.npy", logits)
    np.save(tmp_path / "y.npy", targets)
    np.savez(tmp_path / "y.npz", targets=targets, other=logits)
    for other in ("y.npy", "y.npz"):
        table = read_arrays(tmp_path / "x.npy", tmp_path / other)
        assert (table.block(3, 9)[1] == targets[3:9]).all()
        assert table.notes == ()


def test_nan_is_one_nan_and_odd_truths_are_one(tmp_path):
    logits = numbers("<f4")
    logits[3, :2] = np.array([0xFFC00001, 0x7F800001], dtype=np.uint32).view(np.float32)
    odd = np.full((ROWS, CLASSES), 7, np.uint8).view(bool)
    np.savez(tmp_path / "x.npz", logits=logits, targets=odd)
    table = read_arrays(tmp_path / "x.npz")
    sample = table.sample(3)
    assert sample.logits[:2].tobytes() == np.array([np.nan, np.nan]).tobytes()
    assert table.with_logits(3, sample.logits) is table
    assert sample.targets.tolist() == [1.0] * CLASSES


def test_names_of_many_kinds(tmp_path):
    logits = np.zeros((ROWS, 3))
    for names, wanted in (
        (np.array(["ä", "b", "狗"], ">U4"), ("ä", "b", "狗")),
        (np.array(["ä".encode(), b"b", b"\xff"]), ("ä", "b", "\ufffd")),
        (np.array([10, 20, 30]), ("10", "20", "30")),
    ):
        np.savez(tmp_path / "x.npz", logits=np.tile(logits, (10, 1)), classes=names)
        assert read_arrays(tmp_path / "x.npz").classes == wanted


# Refusing


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"logits": np.array([[None]])}, "x.npz: logits: it holds Python objects, which are never read; allowed are"),
        ({"logits": np.zeros((2, 2), complex)}, "x.npz: logits: it holds numbers of the kind '<c16'; allowed are"),
        ({"logits": np.zeros(2, "<f4,<f4")}, "x.npz: logits: its header holds"),
        ({"logits": np.array(["a"])}, "x.npz: logits: it holds texts; allowed are numbers"),
        ({"logits": np.zeros((2, 2, 2))}, "x.npz: logits: its shape is '(2, 2, 2)'; allowed is (samples, classes) or (classes,)"),
        ({"logits": np.zeros((0, 2))}, "x.npz: logits: its shape is '(0, 2)'; allowed is"),
        ({"logits": np.array(1.0)}, "x.npz: logits: its shape is '()'; allowed is"),
        ({"logits": np.zeros((2, 2)), "targets": np.zeros((2, 3))}, "x.npz: targets: its shape is (2, 3), that of the logits (2, 2)"),
        ({"logits": np.zeros((2, 2)), "classes": ["a"]}, "x.npz: classes: its shape is (1,); allowed are 2 names, one a class"),
        ({"logits": np.zeros((2, 2)), "classes": ["a", "a"]}, "x.npz: classes: class name 'a' is there twice"),
        ({"logits": np.zeros((2, 2)), "samples": ["a"]}, "x.npz: samples: its shape is (1,); allowed are 2 names, one a sample"),
        ({"x": np.zeros((2, 2)), "y": np.zeros((2, 2))}, "x.npz: it holds x, y; allowed is an array named logits"),
        ({"targets": np.zeros((2, 2))}, "x.npz: it holds targets; allowed is an array named logits"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_refused(tmp_path, arrays, message, packed):
    (np.savez_compressed if packed else np.savez)(tmp_path / "x.npz", **arrays)
    with pytest.raises(ImportFailure) as caught:
        read_arrays(tmp_path / "x.npz")
    assert str(caught.value).startswith(message)


def test_the_only_array_of_an_archive_is_the_logits(tmp_path, logits):
    np.savez(tmp_path / "x.npz", logits)
    assert (read_arrays(tmp_path / "x.npz").sample(2).logits == logits[2]).all()


def test_files_that_are_cut_off_or_damaged(tmp_path, path, logits):
    np.save(tmp_path / "x.npy", logits)
    os.truncate(tmp_path / "x.npy", 100_000)
    cut = r"x\.npy: its shape is \(1500, 30\), but of 180,128 bytes only 100,000 are there; it was cut off"
    with pytest.raises(ImportFailure, match=cut):
        read_arrays(tmp_path / "x.npy")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04", 100)] = 0
    path.write_bytes(data)
    with pytest.raises(ImportFailure, match=r"targets\.npy is not where the archive says; it is damaged"):
        read_arrays(path)


def test_files_that_are_none(tmp_path):
    (tmp_path / "x").write_bytes(b"dog")
    with pytest.raises(ImportFailure, match="x: it begins with 'b'dog''; allowed are NPY and NPZ files"):
        read_arrays(tmp_path / "x")
    (tmp_path / "z.npz").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(ImportFailure, match=r"z\.npz: the archive is damaged"):
        read_arrays(tmp_path / "z.npz")
    with zipfile.ZipFile(tmp_path / "e.npz", "w") as archive:
        archive.writestr("data.pkl", "x")
    with pytest.raises(ImportFailure, match=r"e\.npz: no arrays are in this archive"):
        read_arrays(tmp_path / "e.npz")
    for other in (tmp_path / "nothing", tmp_path):
        with pytest.raises(ImportFailure, match="it cannot be read: "):
            read_arrays(other)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ImportFailure, match="it is not a plain file"):
        read_arrays(tmp_path / "pipe")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """One file of every kind, as bytes."""
    folder = tmp_path_factory.mktemp("mutated")
    small = {
        "logits": numbers(rows=3, classes=2),
        "targets": np.eye(3, 2, dtype=bool),
        "classes": ["a", "b"],
        "samples": [b"x", b"y", b"z"],
    }
    np.save(folder / "a.npy", small["logits"])
    np.save(folder / "f.npy", np.asfortranarray(numbers("<f8", 700, 60)))
    np.savez(folder / "s.npz", **small)
    np.savez_compressed(folder / "c.npz", **small)
    np.savez(folder / "l.npz", logits=numbers(rows=700, classes=60), samples=[f"{row}" for row in range(700)])
    return [path.read_bytes() for path in sorted(folder.iterdir())]


@settings(max_examples=300)
@given(st.data())
def test_any_change_of_a_file_opens_or_is_refused_in_one_line(files, tmp_path_factory, data):
    """Change bytes, mostly those of headers and of the directory: a table or one line, never anything else."""
    changed = bytearray(data.draw(st.sampled_from(files)))
    size = len(changed)
    places = (
        st.integers(0, min(size, 400) - 1)
        | st.integers(max(0, size - 400), size - 1)
        | st.integers(0, size - 1)
    )
    for _ in range(data.draw(st.integers(0, 6))):
        place = data.draw(places)
        piece = data.draw(
            st.binary(min_size=1, max_size=4)
            | st.sampled_from([b"9", b"(", b"'", b"|O", b"\xff\xff\xff\xff", b"\0\0\0\0"])
        )
        changed[place : place + len(piece)] = piece
    del changed[data.draw(st.just(size) | st.integers(0, size)) :]
    path = tmp_path_factory.getbasetemp() / "mutated.bin"
    path.write_bytes(changed)
    table = tried(path)
    if isinstance(table, StudyFailure):
        assert str(table).isprintable()
        return
    for row in {0, len(table) - 1}:
        assert table.sample(row).logits.shape == table.sample(row).targets.shape == (table.class_count,)
    assert pickle.loads(pickle.dumps(table)) == table


# Files that change


def test_a_shortened_file_is_said_and_nothing_raises(path):
    table = read_arrays(path)
    edited = table.with_logit(5, 0, 1.0).with_logit(ROWS - 1, 0, 2.0)
    assert table.trouble() is None
    os.truncate(path, 60_000)
    said = edited.trouble()
    assert said.startswith("large.npz was shortened from ")
    assert "to 60,000 bytes: samples that cannot be read show no numbers, edited ones are kept." in said
    assert edited.sample(ROWS - 1).logits[0] == 2.0
    assert np.isnan(table.sample(ROWS - 2).logits).all()
    assert table.sample(ROWS - 2).name == f"sample {ROWS - 1}"
    assert (table.sample(3).logits == numbers()[3]).all(), "what is still there is still read"
    logits, _ = table.block(0, ROWS)
    whole = (60_000 - (table.source.logits.layout.offset)) // (4 * CLASSES)
    assert (logits[:whole] == numbers()[:whole]).all()
    assert np.isnan(logits[whole:]).all()


def test_a_removed_or_replaced_file_is_still_read(path, logits):
    table = read_arrays(path)
    os.utime(path, ns=(1, 1))
    assert (
        table.trouble()
        == "large.npz was changed after it was opened: numbers that were not edited may be new."
    )
    path.unlink()
    assert table.trouble().startswith("large.npz is no longer there")
    assert (table.sample(9).logits == logits[9]).all(), "this process has it open"
    np.savez(path, logits=logits + 1)
    assert "was" in table.trouble()
    assert (table.sample(10).logits == logits[10]).all()


def test_reload_takes_what_is_there_now_and_keeps_the_edits(path, logits):
    table = read_arrays(path).with_logit(4, 1, 9.5).with_class_removed(0)
    np.savez(path, logits=np.vstack([logits + 1, logits]), classes=[f"c{place}" for place in range(CLASSES)])
    with pytest.raises(
        StudyFailure, match=r"large.npz: it no longer holds targets; the table stays as it was"
    ):
        reloaded(table)
    np.savez(path, logits=logits + 1, targets=logits > 0, classes=[f"c{place}" for place in range(CLASSES)])
    again = reloaded(table)
    assert again != table
    assert again.trouble() is None
    assert again.sample(4).logits.tolist() == table.sample(4).logits.tolist()
    assert (again.sample(5).logits == logits[5, 1:] + 1).all()
    assert again.sample(5).name == "sample 6", "the names are gone from the file"
    np.savez(path, logits=logits[:9], targets=logits[:9])
    with pytest.raises(StudyFailure, match="its shape is 9 x 30 now, it was 1,500 x 30"):
        reloaded(table)
    np.savez(path, logits=logits, targets=logits, classes=[f"d{place}" for place in range(CLASSES)])
    with pytest.raises(StudyFailure, match="its classes have other names now"):
        reloaded(table)
    path.unlink()
    with pytest.raises(StudyFailure, match=r"large\.npz: it cannot be read: No such file"):
        reloaded(table)
    plain = Table.of([1.0])
    assert reloaded(plain) is plain


def test_edits_only(path):
    table = read_arrays(path)
    with pytest.raises(StudyFailure, match="no sample was edited"):
        edits_only(table)
    edited = table.with_logit(700, 1, 9.5).with_target(3, 0, 0.5).with_class_renamed(0, "owl")
    path.unlink()
    kept = edits_only(edited)
    assert [sample.name for sample in kept] == ["näme 3", "näme 700"]
    assert kept.classes == edited.classes
    assert kept.sample(1).logits.tobytes() == edited.sample(700).logits.tobytes()
    assert kept.trouble() is None


# Comparing and sending


def test_tables_over_one_file_are_equal_and_hash_alike(path, logits, tmp_path):
    table, again = read_arrays(path), read_arrays(path)
    assert table == again
    assert hash(table) == hash(again)
    assert table.with_logit(1, 0, 0.5) == again.with_logit(1, 0, 0.5)
    assert table.with_logit(1, 0, 0.5) != again
    assert table.with_logit(1, 0, 99.5).with_logit(1, 0, float(logits[1, 0])) == again
    other = logits.copy()
    other[-1, -1] += 1
    np.save(tmp_path / "a.npy", logits)
    np.save(tmp_path / "b.npy", other)
    assert read_arrays(tmp_path / "a.npy") != read_arrays(tmp_path / "b.npy")


def test_equality_reads_no_rows(path, monkeypatch):
    table, again = read_arrays(path).with_class_added("owl"), read_arrays(path).with_class_added("owl")
    reads = watched(monkeypatch)
    assert table == again
    assert not reads


def test_a_table_travels_as_its_path(path):
    table = read_arrays(path).with_logit(3, 2, 9.5).with_class_added("owl", -0.0, float("nan"))
    data = pickle.dumps(table)
    assert len(data) < 20_000 < path.stat().st_size
    again = pickle.loads(data)
    assert again == table
    assert hash(again) == hash(table)
    assert again.sample(3).logits.tobytes() == table.sample(3).logits.tobytes()
    with pytest.raises(ValueError, match="read-only"):
        again.edits[3].logits[0] = 1.0
    os.utime(path, ns=(1, 1))
    assert pickle.loads(data).sample(4).logits.tobytes() == table.sample(4).logits.tobytes(), "the same bytes"
    np.savez(path, logits=numbers(seed=1))
    assert np.isnan(pickle.loads(data).sample(4).logits[:CLASSES]).all(), "another file is not read instead"


def test_arrays_travel_outside_the_pickle():
    table = Table.of(np.ones((5000, 100)), classes=[f"c{place}" for place in range(100)]).with_logit(
        0, 0, 2.0
    )
    buffers = []
    data = pickle.dumps(table, protocol=5, buffer_callback=buffers.append)
    assert len(data) < 20_000
    again = pickle.loads(data, buffers=buffers)
    assert again == table
    assert again.source.fingerprint == table.source.fingerprint
    with pytest.raises(ValueError, match="read-only"):
        pickle.loads(pickle.dumps(table)).source.logits[0] = 1.0


@given(st.lists(st.tuples(st.sampled_from("arxo"), st.integers(0, 5)), max_size=8))
def test_columns_over_a_file_are_those_over_an_array(tmp_path_factory, acts):
    path = tmp_path_factory.getbasetemp() / "columns.npy"
    logits = numbers("<f8", 6000, 6)
    if not path.exists():
        np.save(path, logits)
    both = [read_arrays(path), Table.of(logits)]
    for step, (act, place) in enumerate(acts):
        place %= both[0].class_count
        if act == "a":
            both = [table.with_class_added(f"new {step}", 0.5, -0.0) for table in both]
        elif act == "r" and both[0].class_count > 1:
            both = [table.with_class_removed(place) for table in both]
        elif act == "x":
            both = [table.with_logit(3, place, step) for table in both]
        elif act == "o":
            both = [
                table.with_classes_reordered([*range(place, table.class_count), *range(place)])
                for table in both
            ]
    for start, stop in ((0, 10), (5990, 6000)):
        for left, right in zip(both[0].block(start, stop), both[1].block(start, stop), strict=True):
            assert left.tobytes() == right.tobytes()
    assert both[0].sample(3).logits.tobytes() == both[1].sample(3).logits.tobytes()


@pytest.mark.parametrize(
    ("logits", "targets", "samples"), [("scores", "labels", "names"), ("outputs", "y_true", "samples")]
)
def test_arrays_have_the_names_that_people_give_them(tmp_path, logits, targets, samples):
    path = tmp_path / "mine.npz"
    np.savez(path, **{logits: [[1.0, 2.0]], targets: [[0, 1]], samples: ["first"]})
    table = read_arrays(path)
    assert (table.sample(0).targets.tolist(), table.sample(0).name) == ([0.0, 1.0], "first")
    assert table.notes == ()


def test_arrays_of_other_names_say_what_is_allowed(tmp_path):
    path = tmp_path / "mine.npz"
    np.savez(path, preds=[[1.0, 2.0]], weights=[[0, 1]])
    with pytest.raises(ImportFailure, match="it holds preds, weights; allowed is an array named logits or "):
        read_arrays(path)
