"""Formulas take any ink, and have a plain text to fall back on."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.paint import formulas
from explorer.paint.theme import DARK, LIGHT
from tests.paint.pixels import coloured, pixels

pytestmark = pytest.mark.usefixtures("qapp")

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">
<rect x="0" y="0" width="20" height="20" fill="black"/><rect x="20" y="0" width="20" height="20"/></svg>"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    kept = (
        formulas._source, formulas._renderer, formulas._size, formulas._picture,
        formulas.lines_of, formulas.lines_size,
    )  # fmt: skip
    monkeypatch.setattr(formulas, "FOLDERS", (tmp_path,))
    for cache in kept:
        cache.cache_clear()
    yield tmp_path
    for cache in kept:
        cache.cache_clear()


def drawn(key: str, ink: str, area: QRectF, plain: str = "", scale: float = 1.0):
    image = QImage(200, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    formulas.draw_formula(painter, area, key, ink, plain, scale)
    painter.end()
    return pixels(image)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_black_becomes_the_ink_whether_named_or_not(folder, theme):
    (folder / "zlpr.svg").write_text(SVG)
    here = coloured(drawn("zlpr", theme.colour("ink2"), QRectF(10, 0, 150, 60)), theme, "ink2")
    assert here.sum() == 40 * 20
    assert here[20:40, 10:50].all()


def test_a_formula_shrinks_into_its_area_and_grows_with_the_scale(folder):
    (folder / "zlpr.svg").write_text(SVG)
    ink = LIGHT.colour("ink")
    assert coloured(drawn("zlpr", ink, QRectF(0, 0, 20, 60)), LIGHT, "ink").sum() == 20 * 10
    assert coloured(drawn("zlpr", ink, QRectF(0, 0, 190, 60), scale=2.0), LIGHT, "ink").sum() == 80 * 40
    assert formulas.formula_size("zlpr").width() == 40


def test_a_formula_in_lines_is_drawn_one_below_the_other(folder):
    for name in ("bce", "zlpr", "zlpr.1", "zlpr.2"):
        (folder / f"{name}.svg").write_text(SVG)
    assert formulas.lines_of("bce") == ("bce",)
    assert formulas.lines_of("zlpr") == ("zlpr.1", "zlpr.2")
    assert formulas.lines_size("zlpr").height() == 45
    here = coloured(drawn("zlpr", LIGHT.colour("ink"), QRectF(0, 5, 150, 45)), LIGHT, "ink")
    assert here[5:25, :40].all()
    assert here[30:50, :40].all()
    assert not here[25:30].any()


@pytest.mark.parametrize("key", ["absent", "../zlpr", ""])
def test_without_a_file_the_plain_text_is_written(folder, key):
    assert formulas.formula_size(key) is None
    picture = drawn(key, LIGHT.colour("ink"), QRectF(0, 0, 190, 60), "log(1 + Σ exp s)")
    assert coloured(picture, LIGHT, "ink", 80).sum() > 40


def test_a_broken_file_counts_as_none(folder):
    (folder / "zlpr.svg").write_text("<svg")
    assert formulas.formula_size("zlpr") is None
