"""Films: what a decoder gets beside what was painted, its times, and nothing left of a cancelled one."""

import errno
import math
import os
import sys
from dataclasses import replace

import numpy as np
import pytest

from explorer.paint import film
from explorer.paint.film import FilmCancelled, FilmFailure, Screen, write_film
from explorer.paint.theme import DARK, FAMILIES, LIGHT
from explorer.plots.reels import Frame, Reel, Span, story_reel, sweep_reel
from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.stories import STORIES, Control

SIZE = (480, 270)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def reel() -> Reel:
    """Three steps: a fade and a move, 10 frames a second."""
    story = STORIES["zlpr"]
    return story_reel(replace(story, steps=story.steps[2:5]), "en", 10, seconds=1.0)


def _painted(reel, size, theme):
    screen = Screen(size, theme)
    return [screen.pixels(frame)[..., 2::-1] for frame in reel for _ in range(frame.count)]


def _gif_frames(path):
    """Give the picture at each hundredth of a second at which one begins, in milliseconds."""
    image_module = pytest.importorskip("PIL.Image")
    with image_module.open(path) as image:
        time = 0
        for place in range(image.n_frames):
            image.seek(place)
            yield time, np.asarray(image.convert("RGB"))
            time += image.info["duration"]
        yield time, None


def _mp4_frames(path):
    av = pytest.importorskip("av")
    from av.video.reformatter import Colorspace

    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            yield frame.time, frame.to_ndarray(format="rgb24", src_colorspace=Colorspace.ITU709)


def _loudness(one, other):
    """Return the peak signal to noise ratio, in decibels."""
    error = np.mean((one.astype(float) - other) ** 2)
    return math.inf if error == 0 else 10 * math.log10(255**2 / error)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_gif_shows_each_frame_at_its_time_in_the_colours_of_the_screen(tmp_path, reel, theme):
    pytest.importorskip("PIL")
    path = tmp_path / "a.gif"
    done = write_film(reel, path, SIZE, theme)
    painted = _painted(reel, SIZE, theme)
    *shown, (end, _) = list(_gif_frames(path))
    assert end == 1000 * len(reel) / 10
    assert done.frames == len(painted) == len(reel)
    assert len(shown) < len(painted) / 2  # what stands still is one frame
    begins = [time for time, _ in shown]
    for place, picture in enumerate(painted):
        now = max(index for index, time in enumerate(begins) if time <= 100 * place)
        assert _loudness(shown[now][1], picture) > 34


def test_a_gif_has_one_palette_and_loops(tmp_path, reel):
    image_module = pytest.importorskip("PIL.Image")
    path = tmp_path / "a.gif"
    write_film(reel, path, SIZE, LIGHT)
    with image_module.open(path) as image:
        assert image.info["loop"] == 0
        assert image.size == SIZE
    content = path.read_bytes()
    assert content[10] == 0xF7  # a palette of 256 for all frames


def test_what_stands_still_in_a_gif_does_not_flicker(tmp_path):
    pytest.importorskip("PIL")
    opened = opening()
    control = Control("logit", "c", low=-4.0, high=4.0)
    reel = sweep_reel(State(opened.study, opened.look), control, ("logits",), frames_a_second=5)
    path = tmp_path / "a.gif"
    write_film(reel, path, SIZE, LIGHT)
    pictures = [picture for _, picture in _gif_frames(path) if picture is not None]
    painted = _painted(reel, SIZE, LIGHT)
    stays = np.all([np.all(each == painted[0], axis=-1) for each in painted], axis=0)
    assert stays.mean() > 0.8
    for picture in pictures:
        assert np.array_equal(picture[stays], pictures[0][stays])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_an_mp4_shows_each_frame_at_its_time_in_the_colours_of_the_screen(tmp_path, reel, theme):
    pytest.importorskip("av")
    path = tmp_path / "a.mp4"
    write_film(reel, path, SIZE, theme)
    painted = _painted(reel, SIZE, theme)
    shown = list(_mp4_frames(path))
    begins = [time for time, _ in shown]
    assert begins[-1] == pytest.approx((len(reel) - 1) / 10)
    for place, picture in enumerate(painted):
        now = max(index for index, time in enumerate(begins) if time <= place / 10 + 1e-6)
        assert _loudness(shown[now][1], picture) > 30
        ground = shown[now][1][1, 1].astype(int)
        assert np.abs(ground - picture[1, 1]).max() <= 2


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be taken away")
def test_an_mp4_has_the_same_bytes_on_one_processor(tmp_path, reel):
    av = pytest.importorskip("av")
    if "libx264" not in av.codecs_available:
        pytest.skip("another encoder promises nothing")
    processors = os.sched_getaffinity(0)
    written = []
    for place, allowed in enumerate((processors, {min(processors)}, processors)):
        os.sched_setaffinity(0, allowed)
        try:
            write_film(reel, tmp_path / f"{place}.mp4", SIZE, LIGHT)
        finally:
            os.sched_setaffinity(0, processors)
        written.append((tmp_path / f"{place}.mp4").read_bytes())
    assert written[0] == written[1] == written[2]


def test_an_mp4_is_as_players_and_slide_shows_take_it(tmp_path, reel):
    av = pytest.importorskip("av")
    path = tmp_path / "a.mp4"
    write_film(reel, path, (481, 271), LIGHT)  # H.264 has even sides
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert (context.name, context.pix_fmt) == ("h264", "yuv420p")
        assert (context.width, context.height) == (480, 270)
        assert (context.colorspace, context.color_range) == (1, 1)
        assert container.duration / 1e6 == pytest.approx(len(reel) / 10, abs=0.02)
        assert container.metadata["title"] == "How ZLPR arises"
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")  # it plays while it loads


@pytest.mark.parametrize("ending", [".gif", ".mp4"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_hue_of_each_loss_is_that_of_the_screen(tmp_path, ending, theme):
    """Blocks of each hue, as large as a marker on stage, come out as they went in."""
    module, _ = film.PACKAGES[ending]
    pytest.importorskip(module)
    hues = [tuple(int(theme.colour(role)[at : at + 2], 16) for at in (1, 3, 5)) for role in FAMILIES]
    picture = np.zeros((160, 160 + 24 * len(hues), 4), np.uint8)
    for place, (red, green, blue) in enumerate(hues):
        picture[40:64, 80 + 24 * place : 104 + 24 * place, :3] = blue, green, red
    path = tmp_path / f"a{ending}"
    if ending == ".gif":
        from explorer.paint.film_gif import GifWriter, palette_of

        writer = GifWriter(path, picture.shape[1::-1], palette_of([picture], theme), 10)
    else:
        from explorer.paint.film_mp4 import Mp4Writer

        writer = Mp4Writer(path, picture.shape[1::-1], 10, "hues")
    writer.add(picture, 5)
    writer.finish()
    decoded = next(iter(_gif_frames(path) if ending == ".gif" else _mp4_frames(path)))[1]
    for place, hue in enumerate(hues):
        found = decoded[52, 92 + 24 * place].astype(int)
        assert np.abs(found - hue).max() <= (0 if ending == ".gif" else 4)


def test_many_colours_are_brought_to_a_palette_that_keeps_those_of_the_theme():
    pytest.importorskip("PIL")
    from explorer.paint.film_gif import COLOURS, palette_of

    random = np.random.default_rng(0)
    palette = palette_of([random.integers(0, 256, (64, 64, 4), np.uint8)], LIGHT)
    assert palette.shape == (COLOURS, 3)
    wanted = tuple(int(LIGHT.colour("zlpr")[at : at + 2], 16) for at in (1, 3, 5))
    assert wanted in set(map(tuple, palette.tolist()))


@pytest.mark.parametrize("ending", [".gif", ".mp4"])
def test_a_cancelled_film_leaves_nothing_and_keeps_what_was_there(tmp_path, reel, ending):
    pytest.importorskip(film.PACKAGES[ending][0])
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"before")
    told = []
    with pytest.raises(FilmCancelled):
        write_film(
            reel,
            path,
            SIZE,
            LIGHT,
            progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: len(told) > 8,
        )
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"before"
    assert told[0] == (0, len(reel))
    assert 0 < told[-1][0] < len(reel)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")
def test_a_film_goes_where_a_link_leads_with_the_permissions_that_were_there(tmp_path, reel):
    pytest.importorskip("PIL")
    kept, link = tmp_path / "kept", tmp_path / "talk.gif"
    kept.mkdir()
    there = kept / ("猫" * 80 + ".gif")
    there.write_bytes(b"before")
    there.chmod(0o640)
    link.symlink_to(there)
    write_film(reel, link, SIZE, LIGHT)
    assert link.is_symlink()
    assert there.read_bytes().startswith(b"GIF8")
    assert there.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in kept.iterdir()] == [there.name]


def test_a_film_that_a_full_disk_does_not_take_leaves_what_was_there(tmp_path, reel, monkeypatch):
    pytest.importorskip("PIL")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "a.gif"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_film(reel, path, SIZE, LIGHT)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", [".gif", ".mp4"])
def test_a_film_that_fails_leaves_nothing(tmp_path, reel, ending):
    pytest.importorskip(film.PACKAGES[ending][0])

    def fails(_place):
        raise ZeroDivisionError

    broken = Reel("broken", 10, (*reel.spans[:1], Span(3, fails)))
    with pytest.raises(ZeroDivisionError):
        write_film(broken, tmp_path / f"a{ending}", SIZE, LIGHT)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".gif", ".mp4"])
def test_a_missing_package_is_named_with_the_way_to_get_it(tmp_path, reel, ending, monkeypatch):
    monkeypatch.setattr(film, "find_spec", lambda name: None)
    with pytest.raises(FilmFailure, match=r'pip install "loss-explorer\[export\]"'):
        write_film(reel, tmp_path / f"a{ending}", SIZE, LIGHT)


def test_what_is_not_allowed_is_said(tmp_path, reel):
    pytest.importorskip("PIL")
    with pytest.raises(FilmFailure, match=r"'\.avi'.*\.gif, \.mp4"):
        write_film(reel, tmp_path / "a.avi", SIZE, LIGHT)
    with pytest.raises(FilmFailure, match=r"height 20 .*\[160, 4096\]"):
        write_film(reel, tmp_path / "a.gif", (480, 20), LIGHT)
    with pytest.raises(FilmFailure, match=r"60 frames a second.*\[1, 50\]"):
        write_film(replace(reel, frames_a_second=60), tmp_path / "a.gif", SIZE, LIGHT)
    assert not list(tmp_path.iterdir())


def test_sheets_are_painted_once_while_they_are_shown(reel):
    screen = Screen(SIZE, LIGHT)
    first = next(iter(reel)).shows
    one = screen.pixels(Frame(first))
    assert screen.pixels(Frame(first)) is one
    faded = screen.pixels(Frame(first, first, 0.5))
    assert np.array_equal(faded, one)
    assert screen.painted == 1
