"""`export`: each format from a story, films of a study, what is refused, progress, and being stopped."""

import json
import signal
import subprocess
import sys
import time

import pytest

from explorer.study.document import document_of
from explorer.study.examples import opening
from explorer.study.json_text import written
from explorer.study.pictures import open_picture
from explorer.study.stories import STORIES, write_story

STORY = "overconfident"
pytestmark = pytest.mark.usefixtures("qapp")  # the one that tests of widgets need too


@pytest.fixture
def two_steps(tmp_path):
    """The file of a story of two steps."""
    from dataclasses import replace

    story = replace(STORIES[STORY], key="short", steps=STORIES[STORY].steps[:2])
    path = tmp_path / "short.story.json"
    path.write_text(write_story(story), encoding="utf-8")
    return path


def test_without_words_the_shipped_stories_are_listed(run):
    done = run("export")
    assert done.status == 0
    assert all(key in done.out for key in STORIES)


def test_a_pdf_has_a_page_a_step(run, tmp_path):
    path = tmp_path / "a.pdf"
    assert run("export", STORY, "-o", path).status == 0
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == len(STORIES[STORY])
    one = tmp_path / "b.pdf"
    assert run("export", STORY, "-o", one, "--step", "2", "--notes").status == 0
    assert one.read_bytes().count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 1440.000000 1620.000000]" in one.read_bytes()  # notes below: twice as high


def test_a_step_is_a_picture_that_opens_as_its_study(run, tmp_path):
    path = tmp_path / "a.png"
    assert (
        run("export", STORY, "-o", path, "--step", "2", "--size", "640x360", "--language", "zh").status == 0
    )
    opened = open_picture(path)
    step = STORIES[STORY].steps[1]
    assert opened.study.table.classes == step.study.table.classes
    assert opened.look.alpha == step.look.alpha


def test_a_file_is_a_story_too_and_films_have_its_times(run, two_steps, tmp_path):
    image_module = pytest.importorskip("PIL.Image")
    path = tmp_path / "a.gif"
    words = ("--size", "320x180", "--fps", "10", "--seconds", "1", "--theme", "dark")
    done = run("export", two_steps, "-o", path, *words)
    assert (done.status, done.out, done.err) == (0, "", "")
    with image_module.open(path) as image:
        assert image.size == (320, 180)
        seconds = 0
        for place in range(image.n_frames):
            image.seek(place)
            seconds += image.info["duration"] / 1000
    assert seconds == pytest.approx(1 + 0.5 + 1)


def test_an_mp4_of_a_story(run, two_steps, tmp_path):
    av = pytest.importorskip("av")
    path = tmp_path / "a.mp4"
    assert run("export", two_steps, "-o", path, "--size", "320x180", "--fps", "30").status == 0
    with av.open(str(path)) as container:
        assert container.streams.video[0].codec_context.name == "h264"


def test_a_talk_pack_is_one_html_file(run, two_steps, tmp_path):
    path = tmp_path / "a.html"
    assert run("export", two_steps, "-o", path, "--language", "zh").status == 0
    assert STORIES[STORY].steps[0].titles["zh"] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("--descent", "--key", "logits"),
        ("--sweep", "alpha=0.1..10", "--key", "sharpening"),
        ("--sweep", "logit:c=-4..4", "--sample", "2"),
        ("--sweep", "target:c=0..1"),
        ("--sweep", "bce.pos_weight=1..10"),
    ],
    ids=lambda words: words[1] if words[0] == "--sweep" else words[0],
)
def test_films_of_a_study(run, tmp_path, words):
    image_module = pytest.importorskip("PIL.Image")
    path = tmp_path / "a.gif"
    done = run("export", "-o", path, *words, "--size", "320x180", "--fps", "4", "--seconds", "2")
    assert (done.status, done.err) == (0, "")
    with image_module.open(path) as image:
        assert image.n_frames > 3


@pytest.mark.parametrize("moves", [("--descent",), ("--sweep", "alpha=0.1..10")], ids=lambda words: words[0])
def test_a_film_is_as_long_as_it_is_asked_to_be(run, tmp_path, moves):
    image_module, av = pytest.importorskip("PIL.Image"), pytest.importorskip("av")
    words = (*moves, "--key", "logits", "--size", "320x180", "--seconds", "1.5")
    assert run("export", "-o", tmp_path / "a.gif", *words, "--fps", "20").status == 0
    with image_module.open(tmp_path / "a.gif") as image:
        shown = []
        for place in range(image.n_frames):
            image.seek(place)
            shown.append(image.info["duration"])
    assert sum(shown) == 1500
    assert run("export", "-o", tmp_path / "a.mp4", *words, "--fps", "24").status == 0
    with av.open(str(tmp_path / "a.mp4")) as container:
        assert container.duration == 1_500_000  # microseconds


def test_a_study_is_exported_by_the_story_that_it_has(run, tmp_path):
    from dataclasses import replace

    opened = opening()
    study = replace(opened.study, stories=(STORIES[STORY], STORIES["zlpr"]))
    path, out = tmp_path / "a.study.json", tmp_path / "a.pdf"
    path.write_text(written(document_of(study, opened.look)), encoding="utf-8")
    assert "overconfident, zlpr" in run("export", path, "-o", out).complaint
    assert run("export", path, "-o", out, "--story", "zlpr").status == 0
    assert out.read_bytes().count(b"/Type /Page\n") == len(STORIES["zlpr"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope", "-o", "a.pdf"), "no file and no shipped story 'nope'"),
        ((STORY,), "-o is missing"),
        ((STORY, "-o", "a.avi"), ".pdf, .gif, .mp4, .html, .png"),
        (("--descent", "-o", "a.pdf"), "allowed are .gif, .mp4"),
        ((STORY, "-o", "a.gif", "--notes"), "--notes has no use for .gif"),
        ((STORY, "-o", "a.pdf", "--fps", "5"), "--fps has no use for .pdf"),
        ((STORY, "-o", "a.pdf", "--key", "logits"), "--key is for --descent and --sweep"),
        ((STORY, "-o", "a.pdf", "--story", "nope"), "--story nope: overconfident is one story"),
        ((STORY, "-o", "a.pdf", "--story", STORY), "--story is for a study that has several"),
        (("a.story.json", "-o", "a.pdf", "--story", "nope"), "--story nope: a.story.json is one story"),
        ((STORY, "-o", "a.mp4", "--size", "40x40"), "for .mp4 are sides from 160 to 4096 pixels"),
        (("--descent", "-o", "a.gif", "--size", "5000x300"), "for .gif are sides from 160 to 4096 pixels"),
        ((STORY, "-o", "a.pdf", "--size", "30x400"), "for .pdf are sides from 40 to 10000 pixels"),
        ((STORY, "-o", "a.pdf", "--size", "30"), "'30' is no size; allowed: WIDTHxHEIGHT"),
        (("--descent", "-o", "a.gif", "--story", "zlpr"), "--story zlpr: a film of --descent or --sweep"),
        ((STORY, "-o", "a.png", "--step", "99"), "allowed are 1 to 9"),
        ((STORY, "-o", "none/a.png"), "there is no folder"),
        ((STORY, "-o", "a.mp4", "--fps", "500"), "from 1 to 120"),
        (("--sweep", "alpha", "-o", "a.gif"), "alpha, KEY.PARAMETER, logit:CLASS"),
        (("--sweep", "alpha=2..1", "-o", "a.gif"), "LOW below HIGH"),
        (("--sweep", "alpha=0..1", "-o", "a.gif"), "within 0.01 and 100"),
        (("--sweep", "alpha=x..1", "-o", "a.gif"), "'x' is no finite number"),
        (("--sweep", "logit:zebra=0..1", "-o", "a.gif"), "no class 'zebra'"),
        (("--sweep", "target:c=0..3", "-o", "a.gif"), "targets are from 0 to 1"),
        (("--sweep", "focal.gamma=0..3", "-o", "a.gif"), "does not show 'focal'"),
        (("--sweep", "bce.nothing=0..3", "-o", "a.gif"), "no parameter 'nothing'"),
        (("--sweep", "nothing=0..3", "-o", "a.gif"), "no 'nothing' to move"),
        (("--descent", "--key", "nothing", "-o", "a.gif"), "no figure 'nothing'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    assert said in run("export", *words).complaint
    assert not list(tmp_path.iterdir())


def test_sizes_of_films_are_those_that_films_take():
    from explorer.cli.export import FILM_SIDES
    from explorer.paint.film import SIDES

    assert FILM_SIDES == SIDES


def test_a_missing_package_is_said(run, tmp_path, monkeypatch):
    from explorer.paint import film

    monkeypatch.setattr(film, "find_spec", lambda name: None)
    assert 'pip install "loss-explorer[export]"' in run("export", STORY, "-o", tmp_path / "a.gif").complaint


def test_progress_as_json_for_programs(spawn, two_steps, tmp_path):
    pytest.importorskip("PIL")
    path = tmp_path / "a.gif"
    words = ("export", two_steps, "-o", path, "--size", "320x180", "--seconds", "1", "--progress", "json")
    command = [sys.executable, "-m", "explorer", *map(str, words)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    told = [json.loads(line) for line in process.stdout]
    process.stdin.close()
    assert process.wait(240) == 0
    process.stdout.close()
    assert told[-1]["done"] == told[-1]["total"] > 0
    assert path.exists()


@pytest.mark.parametrize("how", ["interrupted", "ended", "left"])
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is no signal to one process there")
def test_a_film_that_is_stopped_leaves_nothing(tmp_path, how):
    pytest.importorskip("av")
    path = tmp_path / "a.mp4"
    words = ["export", STORY, "-o", str(path), "--progress", "json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer", *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout.readline()  # it has begun
    while not list(tmp_path.iterdir()):
        time.sleep(0.02)
    if how != "left":
        process.send_signal(signal.SIGINT if how == "interrupted" else signal.SIGTERM)
    else:
        process.stdin.close()
        process.stdin = None
    _, errors = process.communicate(timeout=240)
    assert (process.returncode, errors) == (130, b"")
    assert not list(tmp_path.iterdir())


def test_a_package_that_cannot_be_loaded_is_said(run, tmp_path, monkeypatch):
    from explorer.paint import film

    def broken(*_):
        message = "libx264 is gone"
        raise ImportError(message)

    monkeypatch.setattr(film, "find_spec", lambda name: name)
    monkeypatch.setattr(film, "_writer", broken)
    complaint = run("export", STORY, "-o", tmp_path / "a.mp4").complaint
    assert complaint.startswith("av cannot be loaded (libx264 is gone): pip install")


def test_the_bar_says_how_far_it_is():
    from explorer.cli.stopping import line

    assert line("a.gif", 0, 200, 0.5) == "░" * 24 + " a.gif 0%, 0 s"
    assert line("a.gif", 50, 200, 3.0) == "█" * 6 + "░" * 18 + " a.gif 25%, 3 s, about 9 s left"


def test_a_bar_is_for_terminals_and_goes_when_it_is_done(monkeypatch):
    from explorer.cli import stopping

    drawn = []
    monkeypatch.setattr(stopping, "write", drawn.append)
    with stopping.told("auto", "a.gif") as teller:
        teller.tell(1, 2)
        monkeypatch.setattr(stopping, "is_terminal", lambda: True)
        teller.tell(2, 2)
    assert len(drawn) == 2
    assert drawn[0].startswith("\r\x1b[K")
    assert "100%" in drawn[0]
    assert drawn[1] == "\r\x1b[K"


def test_what_is_stopped_before_it_is_written_is_not_written(run, tmp_path, monkeypatch):
    from explorer.cli.stopping import Teller

    monkeypatch.setattr(Teller, "is_stopped", lambda self: True)
    assert run("export", STORY, "-o", tmp_path / "a.pdf").status == 130
    assert not list(tmp_path.iterdir())
