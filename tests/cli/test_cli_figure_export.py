"""`figure`: dots an inch, font size, boards, and the study that a picture carries."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from explorer.analysis.story_numbers import descended
from explorer.plots import timeline
from explorer.plots.figure import Line
from explorer.plots.layout import Layout
from explorer.resources import asset
from explorer.study.embedding import found_in
from explorer.study.examples import opening
from explorer.study.opening import open_any
from explorer.study.state import State
from explorer.study.state_code import code_of
from tests.cli.runs import Run

FIVE = asset("five-samples.csv")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_opens_as_its_study(run: Run, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"figure.{ending}"
    assert run("figure", FIVE, "--key", "slice", "--sample", "3", "-o", out).status == 0
    found, wanted = open_any(out).study, open_any(FIVE).study
    assert np.array_equal(found.table.sample(0).logits, wanted.table.sample(2).logits)
    values = run("eval", out, "--json").json["samples"][0]["losses"]
    assert values == run("eval", FIVE, "--json").json["samples"][2]["losses"]
    assert run("figure", FIVE, "--key", "slice", "--no-state", "-o", out).status == 0
    assert found_in(out.read_bytes()) is None
    assert "has no study inside; allowed are" in run("eval", out).complaint


def test_dots_an_inch_and_font_size(run: Run, tmp_path: Path) -> None:
    sizes = []
    for words in ((), ("--dpi", "192"), ("--font-size", "12")):
        assert run("figure", FIVE, "--key", "slice", "-o", tmp_path / "a.png", *words).status == 0
        image = QImage(str(tmp_path / "a.png"))
        sizes.append((image.width(), image.height(), round(image.dotsPerMeterX() * 0.0254)))
    assert sizes == [(720, 480, 96), (1440, 960, 192), (720, 480, 96)]


def test_several_keys_make_a_board(run: Run, tmp_path: Path) -> None:
    made = {}
    for name, keys in {"two": ("slice", "values"), "all": ("board",)}.items():
        words = [word for key in keys for word in ("--key", key)]
        assert run("figure", FIVE, *words, "-o", tmp_path / f"{name}.svg").status == 0
        made[name] = (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
    assert all('viewBox="0 0 1200 800"' in text for text in made.values())
    assert "Landscape" in made["all"]
    assert "Landscape" not in made["two"]
    assert all("Slice" in text and "sample 1 of 5" in text for text in made.values())


@pytest.mark.parametrize(("words", "complaint"), [
    (("--key", "slice", "--dpi", "9"), "'9' is no number of dots an inch; allowed: a number from 10 to 2400"),
    (("--key", "slice", "--font-size", "x"), "'x' is no font size in points; allowed: a number from 3 to 72"),
    (("--key", "slice", "--dpi", "96", "--scale", "2"), "not allowed with argument"),
    (("--key", "slice", "--dpi", "2400", "--size", "4000x100"), "--dpi: a side of 100000 pixels"),
    (("--key", "population_heat", "--key", "slice"), "a figure of a population stands alone"),
    (("--key", "nothing"), "board"),
])  # fmt: skip
def test_what_is_refused(run: Run, tmp_path: Path, words: tuple[str, ...], complaint: str) -> None:
    assert complaint in run("figure", FIVE, *words, "-o", tmp_path / "a.png").complaint
    assert not list(tmp_path.iterdir())


def test_a_state_code_is_named_like_a_file(run: Run) -> None:
    opened = open_any(FIVE)
    code = code_of(opened.study, opened.look)
    values = run("eval", FIVE, "--json").json["samples"][0]["losses"]
    assert run("eval", code, "--json").json["samples"][0]["losses"] == values
    assert "a letter is wrong or missing" in run("eval", code[:-3]).complaint
    assert "a letter is wrong or missing" in run(code[:-3]).complaint


def test_the_descent_is_a_figure_with_its_curves(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    done = run("figure", "--key", "descent", "-o", path, "--size", "357x255")
    assert (done.status, done.err) == (0, "")
    assert path.stat().st_size
    state = State(opening().study, opening().look)
    figure = timeline.figure_in(descended(state), 357.0)
    assert sum(isinstance(mark, Line) for mark in figure.still) == len(timeline.lanes_of(state))
    assert Layout(figure, 357.0, 255.0).plot.width > 100
    assert Layout(timeline.figure(state), 357.0, 255.0).plot.width < 10
