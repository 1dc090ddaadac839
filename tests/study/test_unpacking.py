"""Packed arrays: said before, unpacked in pieces into the cache, found there again."""

import os
import zipfile

import numpy as np
import pytest

from explorer.study import beside
from explorer.study.failures import ImportFailure
from explorer.study.opening import default_study, to_unpack
from explorer.study.sources import (
    Cancelled,
    FileSource,
    cache,
    contents,
    needs_unpacking,
    read_arrays,
    unpack,
)
from explorer.study.storage import load, save
from explorer.study.study import Look
from explorer.study.table import Table

ROWS, CLASSES = 2000, 40


@pytest.fixture(autouse=True)
def small_is_little(monkeypatch, tmp_path):
    """Let arrays of more than 10 kB be large, and keep the cache in a folder of the test."""
    monkeypatch.setattr(contents, "SMALL", 10_000)
    monkeypatch.setattr(beside, "MOST_TEXT", 100_000)
    monkeypatch.setattr(cache, "user_cache_path", lambda *_, **__: tmp_path / "cache")


@pytest.fixture
def logits():
    return np.random.default_rng(0).normal(size=(ROWS, CLASSES)).astype("f4")


@pytest.fixture
def path(tmp_path, logits):
    path = tmp_path / "packed.npz"
    np.savez_compressed(path, logits=logits, targets=np.ones(logits.shape, bool), classes=np.arange(CLASSES))
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "arrays"


def test_what_it_takes_is_said_before(path, folder, tmp_path, logits):
    found = needs_unpacking(path)
    assert (found.file, found.unpacked) == ("packed.npz", 128 + logits.nbytes + 128 + logits.size)
    assert 0 < found.packed < path.stat().st_size
    assert found.fits
    assert found.sentence.startswith("packed.npz is compressed: unpacking its 0 MB takes 0 MB of the ")
    assert not folder.exists(), "asking writes nothing"
    unpack(path)
    assert needs_unpacking(path) is None
    np.savez(tmp_path / "stored.npz", logits=logits)
    (tmp_path / "t.csv").write_text("1,2\n", encoding="utf-8")
    assert needs_unpacking(tmp_path / "stored.npz") is None
    assert needs_unpacking(tmp_path / "t.csv") is None
    with pytest.raises(ImportFailure, match="it cannot be read: No such file"):
        needs_unpacking(tmp_path / "nothing.npz")


def test_it_is_unpacked_once(path, folder, logits, monkeypatch):
    steps = []
    places = unpack(path, progress=lambda done, total: steps.append((done, total)))
    whole = needs = sum(place.stat().st_size for place in places)
    assert steps[-1] == (whole, needs)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert sorted(folder.iterdir()) == sorted(places)
    monkeypatch.setattr(cache, "unpacked", None)  # unpacking again would fail
    table = read_arrays(path)
    assert isinstance(table.source, FileSource)
    assert table.block(7, 300)[0].tobytes() == logits[7:300].astype(float).tobytes()
    assert table.sample(3).targets.tolist() == [1.0] * CLASSES
    assert unpack(path) == places


def test_opening_unpacks_what_is_not_there(path, folder, logits):
    assert open_and_check(path, logits)
    for place in folder.iterdir():
        place.write_bytes(b"short")
    assert open_and_check(path, logits), "a broken file of the cache is made again"


def open_and_check(path, logits):
    return bool((read_arrays(path).sample(1234).logits == logits[1234]).all())


def test_cancelled_leaves_nothing(path, folder):
    asked = []

    def cancel():
        asked.append(1)
        return len(asked) == 2

    with pytest.raises(Cancelled, match=r"packed\.npz: unpacking was cancelled"):
        unpack(path, cancel=cancel)
    assert not list(folder.iterdir())
    assert len(asked) == 2


def test_too_little_room_is_said(path, monkeypatch):
    monkeypatch.setattr(cache, "free_bytes", lambda _: 1000)
    with pytest.raises(ImportFailure, match=r"unpacking logits takes 320,128 bytes, on the disk are 1,000"):
        unpack(path)


def test_old_files_make_room(path, folder, tmp_path, monkeypatch):
    (first,) = [place for place in unpack(path) if place.stat().st_size > 200_000]
    os.utime(first, (1, 1))
    left = folder / ".x.1234.tmp"
    left.write_bytes(b"left over")
    os.utime(left, (1, 1))
    monkeypatch.setattr(cache, "MOST", 500_000)
    np.savez_compressed(tmp_path / "other.npz", logits=np.zeros((ROWS, CLASSES)))
    unpack(tmp_path / "other.npz")
    assert not first.exists()
    assert not left.exists()
    assert sum(place.stat().st_size for place in folder.iterdir()) <= 1_000_000


@pytest.mark.parametrize("large", [True, False])
def test_a_lying_archive_is_refused(path, logits, large, monkeypatch, folder):
    if not large:
        monkeypatch.setattr(contents, "SMALL", 1 << 30)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("logits.npy").header_offset + 2000
    data[start : start + 8] = b"\xff" * 8
    path.write_bytes(data)
    with pytest.raises(ImportFailure, match=r"packed\.npz: .*cannot be unpacked: "):
        read_arrays(path)
    assert not folder.exists() or not list(folder.glob("*.tmp"))


def test_a_bomb_is_refused_by_its_header(tmp_path):
    """The archive promises a gigabyte, the array in it is small: nothing of that size is made."""
    path = tmp_path / "bomb.npz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("logits.npy", "w") as member,
    ):
        np.lib.format.write_array(member, np.ones((2, 2)))
        for _ in range(20):
            member.write(bytes(1 << 20))
    with pytest.raises(ImportFailure, match=r"its shape is \(2, 2\), but the archive says 20,971,680 bytes"):
        read_arrays(path)


def test_the_archive_is_watched(path):
    table = read_arrays(path)
    assert table.trouble() is None
    os.utime(path, ns=(1, 1))
    assert table.trouble().startswith("packed.npz was changed after it was opened")


def test_what_must_be_unpacked_before_a_study_is_opened(path, tmp_path, logits):
    study = default_study(read_arrays(path))
    for study_path in (tmp_path / "x.study.json", tmp_path / "small.study.json"):
        table = study.table if study_path.name == "x.study.json" else Table.of([1.0])
        save(study_path, study.with_table(table), Look())
        assert to_unpack(study_path) == ()
    for place in (tmp_path / "cache" / "arrays").iterdir():
        place.unlink()
    (found,) = to_unpack(tmp_path / "x.study.json")
    assert found.path == path
    assert to_unpack(tmp_path / "small.study.json") == ()
    assert [one.path for one in to_unpack(path, path)] == [path, path]
    opened = load(tmp_path / "x.study.json")
    assert opened.study == study
    assert opened.message is None
    assert opened.study.table.sample(9).logits.tobytes() == logits[9].astype(float).tobytes()


def test_a_study_opens_though_its_data_cannot_be_unpacked(path, tmp_path, monkeypatch):
    study = default_study(read_arrays(path).with_logit(3, 3, 0.5))
    save(tmp_path / "x.study.json", study, Look())
    for place in (tmp_path / "cache" / "arrays").iterdir():
        place.unlink()
    monkeypatch.setattr(cache, "free_bytes", lambda _: 1000)
    opened = load(tmp_path / "x.study.json")
    assert opened.message.startswith(
        "packed.npz: unpacking logits takes 320,128 bytes, on the disk are 1,000: "
    )
    assert opened.study.table.sample(3).logits[3] == 0.5
