"""Faces: letters and mathematical signs are Latin ones, also beside Chinese, in one weight."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from explorer.paint import fonts
from explorer.paint.fonts import CHINESE, font, heavy_chinese, is_chinese, line_of
from explorer.paint.svg_faces import first_face, with_faces
from explorer.paint.theme import LIGHT
from explorer.plots import PLOTS
from explorer.ui.lettering import level
from explorer.wording import speaking
from tests.paint.pictures import to_svg
from tests.plots.states import state

pytestmark = pytest.mark.usefixtures("qapp")
SIGNS = "∂L/∂s → − 0.5"
HAS_CHINESE = pytest.mark.skipif("not fonts.has_chinese_face()", reason="no Chinese face is installed")


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_latin_letters_and_signs_are_as_wide_beside_chinese(mono: bool, bold: bool) -> None:
    beside = QFontMetricsF(font("body", bold, mono, chinese=True))
    alone = QFontMetricsF(font("body", bold, mono))
    assert beside.horizontalAdvance(SIGNS) == alone.horizontalAdvance(SIGNS)
    assert beside.horizontalAdvance(f"{SIGNS}度") == pytest.approx(
        alone.horizontalAdvance(SIGNS) + beside.horizontalAdvance("度"), abs=0.5
    )


@pytest.mark.parametrize("mono", [False, True])
def test_every_text_asks_for_the_same_families(mono: bool) -> None:
    made = {tuple(font("body", bold, mono, chinese).families()) for bold in (0, 1) for chinese in (0, 1)}
    (families,) = made
    installed = set(QFontDatabase.families())
    assert families[0] not in CHINESE
    assert [family for family in families if family in CHINESE] == [
        each for each in CHINESE if each in installed
    ]


@HAS_CHINESE
def test_chinese_that_stands_out_has_more_ink() -> None:
    def ink(bold: bool) -> int:
        image = QImage(240, 60, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            painter.setFont(font("title" if bold else "body", chinese=True, scale=2.0))
            painter.drawText(10, 40, "梯度损失")
        return sum(255 - value for value in bytes(image.constBits()))

    assert ink(bold=True) > 1.2 * ink(bold=False)


def test_where_chinese_has_one_weight_qt_makes_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"Regular": 400, "Semibold": 600}
    for styles, wanted in (
        (["Regular"], QFont.Weight.Bold),
        (["Regular", "Semibold"], QFont.Weight.DemiBold),
        ([], QFont.Weight.Bold),
    ):
        monkeypatch.setattr(QFontDatabase, "styles", lambda family, found=styles: found)
        monkeypatch.setattr(QFontDatabase, "weight", lambda family, style: weights[style])
        heavy_chinese.cache_clear()
        assert heavy_chinese() == wanted
    monkeypatch.undo()
    heavy_chinese.cache_clear()


@HAS_CHINESE
def test_a_line_that_is_kept_stands_where_one_that_is_drawn_does() -> None:
    """`write` draws what it has laid out on screens, and the text itself on paper."""

    def rows(raster: bool) -> list[int]:
        image = QImage(200, 60, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            face = font("body", chinese=True)
            if raster:
                from explorer.paint.text import _set

                kept = _set("梯度 Lp", "body", False, False, 1.0)
                painter.setFont(kept.font)
                painter.drawStaticText(10, round(40 - kept.ascent), kept.layout)
            else:
                painter.setFont(face)
                painter.drawText(10, 40, "梯度 Lp")
        lines = [bytes(image.constScanLine(row)) for row in range(60)]
        return [row for row, line in enumerate(lines) if min(line[:200]) < 128]

    drawn, kept = rows(raster=False), rows(raster=True)
    assert abs(drawn[0] - kept[0]) <= 1
    assert abs(drawn[-1] - kept[-1]) <= 1


@HAS_CHINESE
def test_a_line_of_two_faces_is_as_high_as_the_higher() -> None:
    face = font("body", chinese=True)
    assert line_of("x度", face)[0] >= line_of("x", face)[0]
    assert line_of("x度", face)[1] >= line_of("x", face)[1]


def test_an_svg_names_faces_that_other_machines_have() -> None:
    with speaking("zh"):
        svg = to_svg(PLOTS["gradient"].figure(state()), (400, 200), LIGHT).decode("utf-8")
    found = re.findall(r'font-family="([^"]*)"', svg)
    assert found
    for families in found:
        names = [name.strip("' ") for name in families.split(",")]
        assert names[0] == first_face(families) not in CHINESE
        assert names[1:-1] == list(CHINESE)
        assert names[-1] == ("monospace" if names[0] in fonts.MONO else "sans-serif")
    assert any(is_chinese(text) for text in re.findall(r">([^<]+)</text>", svg))
    assert with_faces(b'<g font-family="Menlo">').startswith(b"<g font-family=\"'Menlo', 'Noto Sans CJK SC'")


@HAS_CHINESE
def test_cells_beside_chinese_have_lines_as_high() -> None:
    face = font("body")
    with speaking("zh"):
        assert line_of(level("Ctrl+N"), face) == line_of("新建", face)
        assert (level("新建"), level("")) == ("新建", "")
    assert level("Ctrl+N") == "Ctrl+N"


def test_chinese_is_as_heavy_light_on_dark_as_dark_on_light() -> None:
    """In a process of its own: it has to be said before anything is drawn."""
    code = """
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from explorer.paint import fonts
from explorer.paint.export import ensure_application
from explorer.paint.stems import even_stems
application = ensure_application()

def ink(letters, ground):
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    with QPainter(image) as painter:
        painter.setPen(QColor(letters))
        painter.setFont(fonts.font("body", chinese=True))
        painter.drawText(10, 25, "\\u68af\\u5ea6\\u635f\\u5931")
    start = QColor(ground).red()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(abs(value - start) for value in bytes(grey.constBits()))

print(int(even_stems()), ink("#000000", "#ffffff"), ink("#ffffff", "#000000"))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    made = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    is_even, dark, light = map(int, made.stdout.split())
    if not is_even:
        pytest.skip("this Qt or system has no way to it")
    assert light == pytest.approx(dark, rel=0.02)
