"""`figure`: every figure in every format opens again; what is refused."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.plots import PLOTS
from explorer.resources import asset
from tests.cli.runs import Run

FIVE = asset("five-samples.csv")
pytestmark = pytest.mark.usefixtures("qapp")


def picture(path: Path) -> QImage:
    image = QImage(str(path))
    assert not image.isNull(), path
    return image


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


@pytest.mark.parametrize("key", PLOTS)
def test_png(run: Run, tmp_path: Path, key: str) -> None:
    out = tmp_path / "figure.png"
    ran = run("figure", FIVE, "--key", key, "-o", out, "--size", "400x300", "--scale", "2")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    image = picture(out)
    assert (image.width(), image.height()) == (800, 600)
    assert colours(image) > 10


@pytest.mark.parametrize("key", PLOTS)
def test_svg(run: Run, tmp_path: Path, key: str) -> None:
    from PySide6.QtSvg import QSvgRenderer

    out = tmp_path / "figure.svg"
    assert run("figure", FIVE, "--key", key, "-o", out, "--size", "400x300").status == 0
    renderer = QSvgRenderer(str(out))
    assert renderer.isValid()
    assert renderer.viewBoxF().width() / renderer.viewBoxF().height() == pytest.approx(4 / 3, rel=0.01)


@pytest.mark.parametrize("key", PLOTS)
def test_pdf(run: Run, tmp_path: Path, key: str) -> None:
    out = tmp_path / "figure.pdf"
    assert run("figure", FIVE, "--key", key, "-o", out, "--size", "400x300").status == 0
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Type /Page\n") == 1


def test_sample_by_name_and_by_number(run: Run, tmp_path: Path) -> None:
    made = {}
    for sample in (None, "1", "sample 3", "3"):
        out = tmp_path / f"{sample}.png"
        chosen = () if sample is None else ("--sample", sample)
        assert run("figure", FIVE, "--key", "gradient", "-o", out, *chosen).status == 0
        made[sample] = picture(out)
    assert made[None] == made["1"]
    assert made["sample 3"] == made["3"]
    assert made["1"] != made["3"]


def test_themes_differ(run: Run, tmp_path: Path) -> None:
    corners = []
    for theme in ("light", "dark"):
        out = tmp_path / f"{theme}.png"
        assert run("figure", FIVE, "--key", "slice", "-o", out, "--theme", theme).status == 0
        corners.append(picture(out).pixelColor(2, 2).lightness())
    light, dark = corners
    assert light > 200 > 60 > dark


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--key", "nix", "-o", "a.png"], "--key: no figure 'nix'; the figures are logits, gradient, "),
        (
            ["--key", "slice", "-o", "a.gif"],
            "-o a.gif: the ending '.gif' is no format; allowed are .png, .svg, .pdf",
        ),
        (["--key", "slice", "-o", "a"], "the ending '' is no format"),
        (["--key", "slice", "-o", "a.png", "--sample", "6"], "--sample: no sample '6'"),
        (["--key", "slice", "-o", "a.png", "--sample", "0"], "and numbers from 1 to 5"),
        (["--key", "slice", "-o", "a.png", "--size", "9000x90", "--scale", "2"], "a side of 18000 pixels"),
        (["--key", "slice", "-o", "no/such/folder/a.png"], "no/such/folder"),
        (["--key", "slice", "-o", "no/such/folder/a.svg"], "no/such/folder"),
        (["--key", "slice", "-o", "no/such/folder/a.pdf"], "no/such/folder"),
    ],
)
def test_what_is_not_allowed_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert complaint in run("figure", FIVE, *words).complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_a_full_disk_leaves_the_picture_that_was_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    picture = tmp_path / f"picture{ending}"
    picture.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    complaint = run("figure", FIVE, "--key", "gradient", "-o", picture).complaint
    assert complaint == f"-o {picture}: No space left on device"
    assert picture.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [picture]


def test_a_process_without_a_display_draws(spawn, tmp_path: Path) -> None:
    out = tmp_path / "figure.png"
    ran = spawn("figure", FIVE, "--key", "logits", "-o", out)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    picture(out)


@pytest.mark.parametrize("name", ["Label flips", "label-flips", "LABEL_FLIPS"])
def test_a_title_names_its_figure(run: Run, tmp_path: Path, name: str) -> None:
    named, by_key = tmp_path / "named.png", tmp_path / "key.png"
    assert run("figure", FIVE, "--key", name, "-o", named).status == 0
    assert run("figure", FIVE, "--key", "flips", "-o", by_key).status == 0
    assert named.read_bytes() == by_key.read_bytes()


def test_help_lists_keys_with_titles(run: Run) -> None:
    words = run("figure", "--help").out
    for key, plot in PLOTS.items():
        assert any(line.split(maxsplit=1) == [key, plot.title] for line in words.splitlines()), key
