"""Faces and sizes of text. Sizes are logical pixels at 96 dots an inch, given to Qt in points.

`QFont.setPixelSize` takes whole pixels only, so 10.5 has to be said in points; points are turned
back into pixels by the screen's resolution, which is 96 on most systems and 72 on macOS.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QTextLayout

if TYPE_CHECKING:
    from explorer.plots.figure import Size

SANS: Final = ("Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")
CHINESE: Final = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei")
MONO: Final = ("JetBrains Mono", "Consolas", "Menlo", "DejaVu Sans Mono")
# Latin first: a Chinese face has ∂ and its like as wide as its own letters. All texts ask for the same list,
# for Qt keeps what follows the first family by that family alone.
SANS_FACES: Final = (*SANS, *CHINESE)
MONO_FACES: Final = (*MONO, *SANS, *CHINESE)

PIXELS: Final[dict[Size, float]] = {
    "title": 12.5,
    "body": 12.0,
    "name": 11.0,
    "value": 13.0,
    "handle": 11.5,
    "tick": 10.5,
}
NUMBERS: Final[frozenset[Size]] = frozenset({"value", "handle"})  # always in the fixed-width face
_FIRST_CJK: Final = "\u2e80"  # CJK radicals; everything above is Chinese, Japanese or Korean here


def is_chinese(text: str) -> bool:
    """Say whether a text needs a Chinese face."""
    return not text.isascii() and any(letter >= _FIRST_CJK for letter in text)


def has_power(text: str) -> bool:
    """Say whether a text has superscripts: the fixed-width face has three of them, which then stand apart."""
    return not text.isascii() and any(letter in "⁰⁴⁵⁶⁷⁸⁹⁻" for letter in text)


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=1)
def has_chinese_face() -> bool:
    """Say whether any installed family has Chinese characters."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def resolution() -> float:
    """Return the dots an inch by which Qt turns points into logical pixels."""
    screen = QGuiApplication.primaryScreen()
    return float(screen.logicalDotsPerInchY()) if screen is not None else 96.0


@lru_cache(maxsize=2)
def faces(mono: bool) -> list[str]:
    """Return the families of a role that are installed: absent ones make Qt search its alias tables."""
    wanted = MONO_FACES if mono else SANS_FACES
    return [family for family in wanted if family in _installed()] or ["sans-serif"]


@lru_cache(maxsize=1)
def heavy_chinese() -> QFont.Weight:
    """Return the weight of Chinese that stands out; of a face with one weight, Qt makes Bold by itself."""
    family = next((family for family in CHINESE if family in _installed()), "")
    weights = [QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)]
    is_there = any(weight >= QFont.Weight.DemiBold for weight in weights)
    return QFont.Weight.DemiBold if is_there else QFont.Weight.Bold


@lru_cache(maxsize=256)
def font(
    size: Size, bold: bool = False, mono: bool = False, chinese: bool = False, scale: float = 1.0
) -> QFont:
    """Return the font of a role; shared, so never change it.

    chinese: whether the text has Chinese letters, beside which Latin ones are to be of one weight.
    """
    made = QFont()
    made.setFamilies(faces(mono or size in NUMBERS))
    made.setPointSizeF(PIXELS[size] * scale * 72.0 / resolution())
    if bold or size == "title":
        made.setWeight(heavy_chinese() if chinese else QFont.Weight.DemiBold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=256)
def metrics(
    size: Size, bold: bool = False, mono: bool = False, chinese: bool = False
) -> tuple[QFontMetricsF, float, float]:
    """Return the metrics of a role with its ascent and the height of its capitals."""
    measured = QFontMetricsF(font(size, bold, mono, chinese))
    return measured, measured.ascent(), measured.capHeight()


def line_of(text: str, face: QFont) -> tuple[float, float]:
    """Return ascent and height of a line of text: where two faces meet, of the higher one."""
    layout = QTextLayout(text, face)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return float(line.ascent()), float(line.height())
