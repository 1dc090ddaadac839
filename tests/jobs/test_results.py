"""Results of training are kept where they are found again, and do not fill the disk."""

from __future__ import annotations

import os
from pathlib import Path

from explorer.jobs import results


def file(folder: Path, name: str, size: int, age: float) -> Path:
    path = folder / name
    path.write_bytes(b"0" * size)
    os.utime(path, (1e9 - age, 1e9 - age))
    return path


def test_each_result_has_a_file_of_its_own_named_by_its_title(tmp_path: Path) -> None:
    one = results.new_result("n choose k, 100 classes: ZLPR/BCE", tmp_path / "new")
    other = results.new_result("n choose k, 100 classes: ZLPR/BCE", tmp_path / "new")
    assert one != other
    assert one.parent.is_dir()
    assert results.shown_name(one) == results.shown_name(other) == "n-choose-k-100-classes-zlpr-bce.npz"


def test_a_title_without_letters_and_a_foreign_file_have_names() -> None:
    assert results.plain_name("  —  ") == "population"
    assert results.plain_name("w" * 99) == "w" * results.LONGEST
    assert results.shown_name(Path("mine.npz")) == "mine.npz"


def test_the_oldest_go_first_and_those_of_the_last_day_stay(tmp_path: Path) -> None:
    day = results.IN_USE
    oldest = file(tmp_path, "a.npz", 40, 9 * day)
    old = file(tmp_path, "b.npz", 40, 5 * day)
    young = file(tmp_path, "c.npz", 400, 0.5 * day)
    results.make_room(tmp_path, most=450, now=1e9)
    assert not oldest.exists()
    assert old.exists()
    results.make_room(tmp_path, most=1, now=1e9)
    assert not old.exists()
    assert young.exists()


def test_the_checkpoint_of_an_old_training_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    checkpoint = tmp_path / "a.npz.part"
    checkpoint.mkdir()
    file(checkpoint, "state.npz", 100, 9 * results.IN_USE)
    os.utime(checkpoint, (1e9 - 9 * results.IN_USE,) * 2)
    results.make_room(tmp_path, most=100, now=1e9)
    assert checkpoint.exists()
    results.make_room(tmp_path, most=99, now=1e9)
    assert not checkpoint.exists()
