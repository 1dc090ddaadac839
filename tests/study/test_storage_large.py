"""Studies whose table lies in another file: referred to, saved beside, missing, changed."""

import json
import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.study import beside, storage
from explorer.study.opening import default_study
from explorer.study.sources import FileSource, opening, read_arrays, reloaded
from explorer.study.sources.files import DataFile
from explorer.study.storage import StorageFailure, load, save
from explorer.study.study import Look, Study
from explorer.study.table import Table
from tests.study.strategies import changed, floats, looks, studies

DATA = Path(__file__).parent.parent / "data"
REFERENCE = DATA / "format-1-reference.study.json"
ODD = st.sampled_from([{}, [[1]], -1, "<f8", "|O", "\0", "/", ".", "../..", "//far/away", [1 << 39, 3], [12]])
ROWS, CLASSES = 5000, 40


@pytest.fixture
def logits():
    return np.random.default_rng(0).normal(size=(ROWS, CLASSES)).astype("f4")


@pytest.fixture
def data(tmp_path, logits):
    """Data of its own folder, too long to be embedded."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "large.npz"
    np.savez(path, logits=logits, targets=logits > 1, samples=[f"row {row}" for row in range(ROWS)])
    return path


@pytest.fixture
def path(tmp_path):
    (tmp_path / "studies").mkdir()
    return tmp_path / "studies" / "x.study.json"


@pytest.fixture
def study(data):
    table = read_arrays(data).with_logit(7, 2, 9.5).with_class_added("owl", -0.0, 0.5)
    return default_study(table, "large")


def in_file(path):
    return json.loads(path.read_text(encoding="utf-8"))["table"]["source"]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def edited(path, change):
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def same_content(left, right):
    assert left.classes == right.classes
    assert len(left) == len(right)
    for mine, theirs in zip(left.arrays(), right.arrays(), strict=True):
        assert mine.tobytes() == theirs.tobytes()
    for row in {0, len(left) // 2, len(left) - 1}:
        assert left.sample(row).name == right.sample(row).name
        assert left.is_edited(row) == right.is_edited(row)


# By reference


def test_a_large_table_is_referred_to(path, study, data):
    save(path, study, Look(sample=7))
    source = in_file(path)
    assert source["logits"]["file"] == "../data/large.npz"
    assert source["logits"]["hint"] == str(data)
    assert (source["targets"]["array"], source["targets"]["dtype"]) == ("targets", "|b1")
    assert source["samples"]["shape"] == [ROWS]
    assert path.stat().st_size < 10_000
    opened = load(path)
    assert opened.study == study
    assert (opened.look.sample, opened.message) == (7, None)
    same_content(opened.study.table, study.table)
    before = path.read_bytes()
    save(path, opened.study, opened.look)
    assert path.read_bytes() == before


def test_folder_first_then_where_it_lay(path, study, data, tmp_path):
    save(path, study, Look())
    moved = tmp_path / "moved"
    shutil.copytree(tmp_path / "studies", moved / "studies")
    assert load(moved / "studies" / path.name).study.table.source.logits.home.path == data
    shutil.copytree(tmp_path / "data", moved / "data")
    opened = load(moved / "studies" / path.name)
    assert opened.study.table.source.logits.home.path == moved / "data" / "large.npz"
    assert opened.message is None, "a copy has another time, and the same numbers"


def test_missing_data_opens_with_the_edits_and_a_message(path, study, data):
    save(path, study, Look())
    hidden = data.rename(data.with_name("hidden.npz"))
    opened = load(path)
    table = opened.study.table
    assert opened.message == table.trouble()
    assert opened.message.startswith(f"large.npz is not there (looked in {data.parent}): samples that cannot")
    assert table.sample(7).logits.tobytes() == study.table.sample(7).logits.tobytes()
    assert np.isnan(table.sample(8).logits[:-1]).all()
    before = in_file(path)
    save(path, opened.study, opened.look)
    assert in_file(path) == before, "what it refers to is not forgotten"
    hidden.rename(data)
    assert load(path).study == study
    same_content(reloaded(table), study.table)


def test_where_the_data_lay_is_not_forgotten(path, study, data, tmp_path):
    save(path, study, Look())
    shutil.copytree(tmp_path / "studies", tmp_path / "far" / "away")
    hidden = data.rename(data.with_name("hidden.npz"))
    copy = tmp_path / "far" / "away" / path.name
    save(copy, load(copy).study, Look())
    hidden.rename(data)
    assert load(copy).message is None


def test_changed_data_is_not_shown_until_it_is_reloaded(path, study, data, logits):
    save(path, study, Look())
    np.savez(data, logits=logits + 1, targets=logits > 1, samples=[f"row {row}" for row in range(ROWS)])
    table = load(path).study.table
    assert table.trouble().startswith("large.npz is not as it was when this study was saved: ")
    assert np.isnan(table.sample(8).logits[:-1]).all()
    again = reloaded(table)
    assert (again.sample(8).logits[:-1] == (logits[8] + 1).astype(float)).all()
    assert again.sample(7).logits.tobytes() == study.table.sample(7).logits.tobytes()
    save(path, study.with_table(again), Look())
    assert load(path).message is None


def test_an_edit_is_saved_though_the_data_is_gone(path, study, data):
    save(path, study, Look())
    opened = load(path)
    os.truncate(data, 1000)
    changed = opened.study.with_table(opened.study.table.with_targets(9, [1.0] * (CLASSES + 1)))
    save(path, changed, Look())
    again = load(path)
    assert again.study.table.sample(9).targets.tolist() == [1.0] * (CLASSES + 1)
    assert again.study.table.is_edited(7)


def test_the_sample_of_references_opens_for_ever():
    opened = load(REFERENCE)
    table = opened.study.table
    assert (opened.message, opened.look.sample, opened.study.title) == (None, 2, "Reference · 格式")
    assert isinstance(table.source, FileSource)
    assert table.classes == ("owl", "cat", "fox", "dog")
    assert [sample.name for sample in table] == ["erste", "第二", "c\0", "d"]
    inf, nan = float("inf"), float("nan")
    wanted = [[-1, 1.5, float(np.float32(0.1)), -2.25], [-1, nan, -0.0, 3], [-1, 4, 6, 0.3], [-1, 7, inf, 8]]
    assert table.arrays()[0].tobytes() == np.array(wanted, dtype=float).tobytes()
    assert table.arrays()[1].tolist() == [[0.5, 0, 0, 0]] * 4
    assert opened.study.extra[("table", "source", "logits")] == {"later": {"codec": "none"}}


# Beside the study


def test_save_with_data_copies_and_refers_to_the_copy(path, study, data, logits):
    save(path, study, Look(), with_data=True)
    assert names_in(path.parent) == ["x.data.npz", "x.study.json"]
    assert in_file(path)["logits"]["file"] == "x.data.npz"
    with np.load(path.with_name("x.data.npz")) as archive:
        assert (archive["logits"] == logits).all()
        assert archive["logits"].dtype == logits.dtype
        assert archive["targets"].dtype == bool
        assert archive["classes"][1] == b"class 2"
    data.unlink()
    opened = load(path)
    assert opened.message is None
    same_content(opened.study.table, Study("", study.table).table)
    save(path, opened.study, Look(), with_data=True)
    save(path, study, Look())
    assert in_file(path)["logits"]["file"] == "x.data.npz", "later saves keep to the data beside"
    assert names_in(path.parent) == ["x.data.npz", "x.study.json"]


def test_a_long_table_in_memory_is_saved_beside_once(path, logits, monkeypatch):
    study = default_study(Table.of(logits, samples=[f"{row}\0" for row in range(ROWS)]), "memory")
    save(path, study, Look())
    assert names_in(path.parent) == ["x.data.npz", "x.study.json"]
    opened = load(path)
    same_content(opened.study.table, study.table)
    written = []
    monkeypatch.setattr(beside, "_write", lambda *_: written.append(1))
    save(path, study.with_table(study.table.with_logit(0, 0, 5.0)), Look())
    save(path, opened.study, Look())
    assert not written, "the same numbers lie there already"
    assert load(path).study == opened.study


def test_older_data_is_never_written_over(path, logits):
    first = default_study(Table.of(logits), "first")
    second = default_study(Table.of(logits + 1), "second")
    save(path, first, Look())
    before = path.read_bytes()
    save(path, second, Look())
    after = path.read_bytes()
    assert names_in(path.parent) == ["x.data-2.npz", "x.data.npz", "x.study.json"]
    for content, study in ((before, first), (after, second)):
        path.write_bytes(content)
        same_content(load(path).study.table, study.table)


def test_data_goes_along_under_another_name(path, logits, tmp_path):
    save(path, default_study(Table.of(logits), "one"), Look())
    opened = load(path)
    other = tmp_path / "y.study.json"
    save(other, opened.study, Look(), borrow=True)
    assert names_in(tmp_path) == ["studies", "y.study.json"]
    save(other, opened.study, Look())
    assert in_file(other)["logits"]["file"] == "y.data.npz"
    shutil.rmtree(path.parent)
    same_content(load(other).study.table, opened.study.table)


def test_a_study_is_removed_with_its_data_alone(path, logits):
    for add in (0, 1):
        save(path, default_study(Table.of(logits + add)), Look())
    np.savez(path.with_name("x.data-3.npz"), logits=logits)
    save(path.with_name("y.study.json"), default_study(Table.of(logits)), Look())
    storage.remove(path)
    assert names_in(path.parent) == ["x.data-3.npz", "y.data.npz", "y.study.json"]
    storage.remove(path)


def test_small_tables_are_embedded_wherever_they_lie(path, tmp_path, logits, monkeypatch):
    np.save(tmp_path / "s.npy", logits[:200])
    monkeypatch.setattr(opening, "IN_MEMORY", 1)
    table = read_arrays(tmp_path / "s.npy")
    assert isinstance(table.source, FileSource)
    save(path, default_study(table), Look())
    assert isinstance(in_file(path)["logits"], list)
    same_content(load(path).study.table, table)


def test_unreadable_data_is_not_copied(path, study, data):
    save(path, study, Look())
    before = path.read_bytes()
    os.truncate(data, 1000)
    with pytest.raises(StorageFailure, match=r"the data cannot be saved with it: large\.npz was shortened"):
        save(path, study, Look(), with_data=True)
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["x.study.json"]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failure_leaves_study_and_data_as_they_were(path, study, monkeypatch, step):
    save(path, study, Look())
    before = path.read_bytes()

    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(beside, "_write_pieces", fail)
    with pytest.raises(StorageFailure, match="it cannot be saved: No space left on device; what was in the"):
        save(path, study, Look(), with_data=True)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["x.study.json"]


def test_killed_at_any_moment_the_study_has_its_data(path, logits):
    """Kill a process that saves two large tables in turn: what lies there is one of them, whole."""
    one = default_study(Table.of(logits), "one")
    two = default_study(Table.of(logits + 1), "two")
    save(path, one, Look())
    for wait in np.linspace(0.0, 0.03, 8):
        child = os.fork()
        if child == 0:
            while True:
                for archive in path.parent.glob("x.data-*.npz"):
                    if archive.name not in path.read_text():  # the child before may have been killed half-way
                        archive.unlink()
                save(path, two, Look())
                save(path, one, Look())
        time.sleep(float(wait))
        os.kill(child, 9)
        os.waitpid(child, 0)
        opened = load(path)
        assert opened.message is None
        same_content(opened.study.table, {"one": one, "two": two}[opened.study.title].table)


# Any table, any way


@settings(max_examples=60)
@given(studies(), looks(), st.booleans())
def test_any_table_is_saved_in_any_way(tmp_path_factory, study, look, with_data):
    """Every table counts as long: it comes back from the data beside the study as it was."""
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.study.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beside, "_is_short", lambda _: False)
        save(path, study, look, with_data)
        opened = load(path)
        same_content(opened.study.table, study.table)
        assert isinstance(opened.study.table.source, FileSource)
        for table in (study.table, opened.study.table):
            assert [sample.name for sample in table] == [sample.name for sample in study.table]
        save(path, opened.study, opened.look, with_data)
        assert load(path).study == opened.study
        assert names_in(folder) == ["any.data.npz", "any.study.json"]
    shutil.rmtree(folder)


@settings(max_examples=60)
@given(st.data(), st.lists(floats, min_size=6, max_size=6))
def test_any_edit_of_a_reference_is_saved(tmp_path_factory, data, values):
    folder = tmp_path_factory.mktemp("reference")
    np.save(folder / "x.npy", np.array(values).reshape(3, 2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beside, "_is_short", lambda _: False)
        patch.setattr(opening, "IN_MEMORY", 0)
        study = default_study(read_arrays(folder / "x.npy"))
        for _ in range(data.draw(st.integers(0, 5))):
            study = data.draw(changed(study))
        save(folder / "x.study.json", study, Look())
        assert load(folder / "x.study.json").study == study
        assert names_in(folder) == ["x.npy", "x.study.json"]
    shutil.rmtree(folder)


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_reference_opens_or_is_refused(tmp_path_factory, data):
    """Put any value at any place of a reference: a study or one line, never another exception."""
    folder = tmp_path_factory.getbasetemp()
    shutil.copy(DATA / "format-1-reference.npy", folder)
    path = folder / "changed-reference.study.json"
    document = json.loads(REFERENCE.read_text(encoding="utf-8"))
    place = document["table"]["source"]
    place["targets"] = dict(place["logits"])
    place = place[data.draw(st.sampled_from(["logits", "targets"]))]
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.integers(0, 5)) | ODD
    )
    path.write_text(json.dumps(document), encoding="utf-8")
    opened = tried(path)
    if isinstance(opened, StorageFailure):
        assert str(opened).isprintable()
        return
    table = opened.study.table
    assert table.sample(2).logits[3] == 0.3, "the edited row is there in any case"
    assert table.sample(len(table) - 1).logits.shape == (4,)
    save(path, opened.study, opened.look)
    assert load(path).study.table.sample(2).logits.tobytes() == table.sample(2).logits.tobytes()


def tried(path):
    """What opens, or the failure that is raised; any other exception fails the test."""
    try:
        return load(path)
    except StorageFailure as failure:
        return failure


def test_other_machines_are_not_called(path, study, monkeypatch):
    """A study of a stranger must not make this machine call another one."""
    save(path, study, Look())
    edited(
        path, lambda document: document["table"]["source"]["logits"].update(hint="//far/away", file="x.npy")
    )
    asked = []
    real = DataFile.open.__func__
    monkeypatch.setattr(
        DataFile,
        "open",
        classmethod(lambda cls, place, *rest: asked.append(place) or real(cls, place, *rest)),
    )
    assert "is not there" in storage.load(path).message
    assert not [place for place in asked if str(place).startswith("//")]
