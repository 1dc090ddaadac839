"""Files of every kind, opened again."""

import shutil
import subprocess

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from explorer.paint.export import ENDINGS, render
from explorer.paint.theme import DARK, LIGHT, THEMES
from explorer.study.embedding import found_in
from explorer.study.examples import opening
from explorer.study.opening import open_any
from explorer.study.pictures import state_text
from explorer.study.state import State
from tests.paint.pictures import to_image
from tests.paint.pixels import coloured, pixels
from tests.paint.samples import cards
from tests.paint.test_painter import every_mark

pytestmark = pytest.mark.usefixtures("qapp")
KEYS = [figure.key for figure, _ in cards()]


def opened_svg(path, size) -> np.ndarray:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    renderer.render(painter, QRectF(0, 0, *size))
    painter.end()
    return pixels(image)


def opened_pdf(path) -> np.ndarray:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    picture = path.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", "96", "-singlefile", path, picture], check=True)
    return pixels(QImage(str(picture.with_suffix(".png"))))


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
@pytest.mark.parametrize("index", range(len(KEYS)), ids=KEYS)
def test_every_figure_looks_the_same_in_every_file(tmp_path, index, ending):
    figure, size = cards()[index]
    path = tmp_path / f"figure{ending}"
    render(figure, path, size, LIGHT)
    wanted = pixels(to_image(figure, size, LIGHT))
    found = {".png": lambda: pixels(QImage(str(path))), ".svg": lambda: opened_svg(path, size),
             ".pdf": lambda: opened_pdf(path)}[ending]()  # fmt: skip
    # a page is as large as whole points allow, so one pixel more
    assert 0 <= max(np.subtract(found.shape, wanted.shape)) <= 1
    found = found[: size[1], : size[0]]
    assert np.abs(found - wanted).mean() < (0.01 if ending == ".png" else 4.5)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
@pytest.mark.parametrize("numbers", [[], [5.0], [np.nan, np.inf, 1e300]], ids=["none", "one", "odd"])
def test_every_mark_goes_into_every_file(tmp_path, numbers, ending):
    path = tmp_path / f"marks{ending}"
    render(every_mark(numbers, cards()[2][0].marks[0].look), path, (300, 200), DARK)
    assert path.stat().st_size > 1000


def test_scale_multiplies_the_pixels(tmp_path):
    figure, size = cards()[3]
    render(figure, tmp_path / "large.png", size, LIGHT, scale=2.0)
    large = QImage(str(tmp_path / "large.png"))
    assert (large.width(), large.height()) == (2 * size[0], 2 * size[1])
    halved = pixels(large).reshape(size[1], 2, size[0], 2, 3).mean(axis=(1, 3))
    assert np.abs(halved - pixels(to_image(figure, size, LIGHT))).mean() < 4.0


def test_vectors_stay_vectors(tmp_path):
    figure, size = cards()[2]
    render(figure, tmp_path / "slice.svg", size, LIGHT)
    text = (tmp_path / "slice.svg").read_text()
    assert "<image" not in text
    assert "cross entropy" in text
    assert LIGHT.colour("sigmoid").lower() in text.lower()


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is not installed")
def test_fonts_are_embedded(tmp_path):
    figure, size = cards()[2]
    render(figure, tmp_path / "slice.pdf", size, LIGHT)
    answer = subprocess.run(["pdffonts", tmp_path / "slice.pdf"], check=True, capture_output=True, text=True)
    fonts = answer.stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_ground_is_the_card(theme):
    figure, size = cards()[1]
    assert coloured(pixels(to_image(figure, size, theme)), theme, "card", 0)[
        [0, 0, -1, -1], [0, -1, 0, -1]
    ].all()


def test_another_ending_is_refused_by_name(tmp_path):
    figure, size = cards()[1]
    with pytest.raises(ValueError, match=r"'\.bmp' is unknown; allowed: \.png, \.svg, \.pdf"):
        render(figure, tmp_path / "figure.bmp", size, LIGHT)


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, ending):
    figure, size = cards()[1]
    path = tmp_path / "absent" / f"figure{ending}"
    with pytest.raises(OSError, match="absent"):
        render(figure, path, size, LIGHT)


@pytest.mark.parametrize(("size", "scale"), [((0, 10), 1.0), ((10, 99_999), 1.0), ((300, 200), 1e3)])
def test_a_size_without_sense_is_refused(size, scale):
    with pytest.raises(ValueError, match=r"outside \[1, 16384\] pixels"):
        to_image(cards()[1][0], size, LIGHT, scale)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_state_travels_inside_and_the_picture_stays(tmp_path, ending):
    figure, size = cards()[1]
    state = State(opening().study)
    render(figure, tmp_path / f"plain{ending}", size, LIGHT)
    render(figure, tmp_path / f"with{ending}", size, LIGHT, state_text=state_text(state, figure.key))
    read = {".png": lambda path: pixels(QImage(str(path))), ".svg": lambda path: opened_svg(path, size),
            ".pdf": opened_pdf}[ending]  # fmt: skip
    assert np.array_equal(*(read(tmp_path / f"{name}{ending}") for name in ("plain", "with")))
    study = open_any(tmp_path / f"with{ending}").study
    assert np.array_equal(study.table.sample(0).logits, state.sample.logits)
    assert found_in((tmp_path / f"plain{ending}").read_bytes()) is None


def test_dots_an_inch_give_the_pixels_and_are_in_the_file(tmp_path):
    figure, size = cards()[1]
    render(figure, tmp_path / "dense.png", size, LIGHT, dpi=192)
    image = QImage(str(tmp_path / "dense.png"))
    assert (image.width(), image.height()) == (2 * size[0], 2 * size[1])
    assert round(image.dotsPerMeterX() * 0.0254) == 192
    assert np.array_equal(pixels(image), pixels(to_image(figure, size, LIGHT, 2.0)))


def test_a_font_size_makes_everything_grow(tmp_path):
    figure, (width, height) = cards()[1]
    render(figure, tmp_path / "large.png", (2 * width, 2 * height), LIGHT, font_size=18)
    large = pixels(QImage(str(tmp_path / "large.png")))
    assert np.abs(large - pixels(to_image(figure, (width, height), LIGHT, 2.0))).mean() < 0.5


@pytest.mark.parametrize(("wrong", "said"), [
    ({"dpi": 5}, r"dpi 5 is outside \[10, 2400\]"), ({"dpi": float("nan")}, "dpi nan"),
    ({"font_size": 100}, r"font size 100 is outside \[3, 72\] points"),
    ({"dpi": 2400}, r"outside \[1, 16384\] pixels"),
])  # fmt: skip
def test_a_resolution_or_font_size_without_sense_is_refused(tmp_path, wrong, said):
    with pytest.raises(ValueError, match=said):
        render(cards()[1][0], tmp_path / "figure.png", (4000, 3000), LIGHT, **wrong)
    assert not list(tmp_path.iterdir())
