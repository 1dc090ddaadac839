"""Formulas drawn from shipped SVG files in any ink colour; the plain text where there is no file."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from explorer.paint.fonts import font, is_chinese
from explorer.paint.surface import colour
from explorer.paint.text import elided

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

FOLDERS: Final = (
    Path(__file__).resolve().parent.parent / "assets" / "formulas",  # in an installed package
    Path(__file__).resolve().parent.parent.parent / "assets" / "formulas",  # in a checkout
)
LEADING: Final = 5.0  # between the lines of a formula, at its natural size
_BLACK: Final = re.compile(r"(?<=[\"':])\s*(?:black|#000000|#000)(?=[\"';])", re.IGNORECASE)


@lru_cache(maxsize=128)
def _source(key: str) -> str | None:
    """Return the SVG text of a formula, or None without a file."""
    if not re.fullmatch(r"[\w.-]+", key):
        return None
    for folder in FOLDERS:
        path = folder / f"{key}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


@lru_cache(maxsize=32)  # some 150 kB each, and asked for only while a picture is made
def _renderer(key: str, ink: str) -> QSvgRenderer | None:
    """Return the drawing of a formula with its black replaced by an ink."""
    source = _source(key)
    if source is None:
        return None
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first formula is seen

    # the files use black and nothing else; a group colours what names no fill at all
    coloured = _BLACK.sub(ink, source)
    coloured = re.sub(r"<svg\b", f'<svg fill="{ink}"', coloured, count=1)
    renderer = QSvgRenderer(QByteArray(coloured.encode()))
    return renderer if renderer.isValid() else None


def formula_size(key: str) -> QSizeF | None:
    """Return the natural size of a formula in logical pixels; None without a file."""
    size = _size(key)
    return None if size is None else QSizeF(*size)


@lru_cache(maxsize=256)
def _size(key: str) -> tuple[float, float] | None:
    renderer = _renderer(key, "#000000")
    if renderer is None:
        return None
    size = renderer.viewBoxF().size()
    return size.width(), size.height()


@lru_cache(maxsize=64)
def lines_of(key: str) -> tuple[str, ...]:
    """Return the files of a formula's lines, "key.1", "key.2" and so on; of one that is not wide, its own."""
    numbered = (f"{key}.{number}" for number in count(1))
    return tuple(takewhile(lambda line: _source(line) is not None, numbered)) or (key,)


@lru_cache(maxsize=64)
def lines_size(key: str) -> QSizeF | None:
    """Return the natural size of a formula broken into its lines; None without a file."""
    sizes = [size for line in lines_of(key) if (size := formula_size(line)) is not None]
    if not sizes:
        return None
    height = sum(size.height() for size in sizes) + LEADING * (len(sizes) - 1)
    return QSizeF(max(size.width() for size in sizes), height)


@lru_cache(maxsize=128)
def _picture(key: str, ink: str, width: float, height: float, ratio: float) -> QPixmap | None:
    renderer = _renderer(key, ink)
    if renderer is None:
        return None
    picture = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    _render(renderer, picture)
    picture.setDevicePixelRatio(ratio)
    return picture


def _render(renderer: QSvgRenderer, onto: QPixmap | QImage) -> None:
    onto.fill(Qt.GlobalColor.transparent)
    with QPainter(onto) as painter:
        renderer.render(painter)


def formula_image(key: str, ink: str, zoom: float) -> QImage | None:
    """Return a whole formula as an image, its natural size times `zoom` in pixels; None without a file."""
    size, renderer = formula_size(key), _renderer(key, ink)
    if size is None or size.isEmpty() or renderer is None:
        return None
    wide, high = max(round(size.width() * zoom), 1), max(round(size.height() * zoom), 1)
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    _render(renderer, image)
    return image


def draw_formula(
    painter: QPainter, area: QRectF, key: str, ink: str, plain: str = "", scale: float = 1.0
) -> None:
    """Draw a formula at the left of an area, in its lines, centred upright, never larger than the area.

    key: name of the file in assets/formulas; ink: "#RRGGBB"; plain: what is written without a
    file, elided; scale: UI scale of the natural size.
    """
    natural = lines_size(key)
    if natural is None or natural.isEmpty():
        _write_plain(painter, area, ink, plain, scale)
        return
    zoom = min(scale, area.width() / natural.width(), area.height() / natural.height())
    if zoom <= 0:
        return
    top = area.y() + (area.height() - natural.height() * zoom) / 2
    for line in lines_of(key):
        top += _draw_line(painter, QPointF(area.x(), top), line, ink, zoom) + LEADING * zoom


def _draw_line(painter: QPainter, corner: QPointF, key: str, ink: str, zoom: float) -> float:
    """Draw one line with its corner on a whole pixel; its height."""
    size = formula_size(key)
    if size is None:
        return 0.0
    ratio = painter.device().devicePixelRatioF() * painter.transform().m11()
    picture = _picture(key, ink, size.width() * zoom, size.height() * zoom, ratio)
    if picture is not None:
        whole = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.drawPixmap(whole, picture)
    return size.height() * zoom


def _write_plain(painter: QPainter, area: QRectF, ink: str, plain: str, scale: float) -> None:
    text = elided(plain, "body", area.width() / scale)
    painter.setFont(font("body", chinese=is_chinese(text), scale=scale))
    painter.setPen(colour(ink))
    left = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(area, left, text)
