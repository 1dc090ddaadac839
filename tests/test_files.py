"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from threading import Thread

import pytest

from explorer import files
from explorer.files import put_in_place, replacing, write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, links and pipes of POSIX")


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "picture.png"
    place.write_bytes(b"old")
    return place


def names(path):
    return sorted(one.name for one in path.parent.iterdir())


def test_bytes_and_text(path):
    write_whole(path, b"\x00\r\n")
    assert path.read_bytes() == b"\x00\r\n"
    write_whole(str(path), "one\n二")
    assert path.read_bytes() == "one\n二".encode()
    assert names(path) == ["picture.png"]


def test_what_is_there_stays_until_all_is_written(path):
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


def test_a_failure_leaves_what_was_there_and_nothing_beside_it(path):
    def interrupted():
        with replacing(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert names(path) == ["picture.png"]


def test_a_disk_that_says_late_that_it_is_full(path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(path) == ["picture.png"]


def test_a_long_name_has_room_for_another_beside_it(tmp_path):
    place = tmp_path / ("n" * 250 + ".png")
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"


@posix
def test_permissions_stay(path):
    path.chmod(0o640)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(path):
    link = path.with_name("link.png")
    link.symlink_to(path.name)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


@posix
def test_a_pipe_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"new")
    reader.join()
    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    "name", ["猫" * 83 + ".png", "a" * 250 + ".png", "é" * 49 + "a猫.png"], ids=["three", "one", "two"]
)
def test_the_longest_names_have_room_beside_them(tmp_path, name):
    path = tmp_path / name
    try:
        path.touch()
    except OSError:
        pytest.skip("this file system has shorter names")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path) == [name]


@posix
def test_what_somebody_else_has_written_takes_the_place(path):
    path.chmod(0o640)
    beside = path.with_name(".beside")
    beside.write_bytes(b"new")
    put_in_place(beside, path)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(path) == ["picture.png"]
