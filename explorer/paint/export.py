"""Figures in files: PNG by pixels, SVG and PDF as vectors, all drawn by `paint`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from explorer.paint.fonts import resolution
from explorer.paint.painter import paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintDevice
    from PySide6.QtSvg import QSvgGenerator

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Figure

MOST_PIXELS = 16_384  # a side; Qt's raster painter ends at 32,767


def ensure_application() -> QGuiApplication:
    """Return the application, making one without a display when there is none.

    Keep the answer: Qt needs it as long as anything is painted.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    return QGuiApplication(["loss-explorer", "-platform", "offscreen"])


def to_image(figure: Figure, size: tuple[int, int], theme: Theme, scale: float = 1.0) -> QImage:
    """Return a figure as a picture.

    size: width and height in logical pixels; scale: device pixels a logical pixel, so that 2 gives
    the same layout with twice the pixels. ValueError where a side is not 1 to 16,384 pixels.
    """
    _check_size(size, scale)
    ensure_application()
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_ARGB32_Premultiplied)
    _set_resolution(image)
    image.setDevicePixelRatio(scale)
    _draw(figure, image, size, theme)
    return image


def to_svg(figure: Figure, size: tuple[int, int], theme: Theme) -> bytes:
    """Return a figure as the text of an SVG drawing; size: in logical pixels, each side 1 to 16,384."""
    _check_size(size, 1.0)
    application = ensure_application()
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = _svg(figure, size)
    generator.setOutputDevice(device)
    _draw(figure, generator, size, theme)
    device.close()
    del application
    return bytes(content.data())


def render(figure: Figure, path: Path | str, size: tuple[int, int], theme: Theme, scale: float = 1.0) -> None:
    """Write a figure to a .png, .svg or .pdf file.

    size: width and height in logical pixels (96 an inch on paper); scale: see `to_image`, of no
    consequence for vectors. ValueError for another ending or size, OSError where nothing can be
    written.
    """
    target = Path(path)
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        message = f"{target}: ending {target.suffix!r} is unknown; allowed: {', '.join(_WRITERS)}"
        raise ValueError(message)
    _check_size(size, scale)
    _check_writable(target)
    application = ensure_application()
    writer(figure, target, size, theme, scale)
    del application


def _check_size(size: tuple[int, int], scale: float) -> None:
    for side, name in zip(size, ("width", "height"), strict=True):
        if not 1 <= side * scale <= MOST_PIXELS:
            message = f"{name} {side} at scale {scale:g} is outside [1, {MOST_PIXELS}] pixels"
            raise ValueError(message)


def _check_writable(target: Path) -> None:
    """Open the file once: Qt's writers only answer False, or print a warning."""
    is_new = not target.exists()
    with target.open("ab"):
        pass
    if is_new:
        target.unlink()


def _set_resolution(image: QImage) -> None:
    """Give a picture the screen's resolution, by which Qt turns points into pixels."""
    dots_a_metre = round(resolution() / 0.0254)
    image.setDotsPerMeterX(dots_a_metre)
    image.setDotsPerMeterY(dots_a_metre)


def _draw(figure: Figure, device: QPaintDevice, size: tuple[int, int], theme: Theme) -> None:
    """Paint the card's ground and the figure over the whole device."""
    area = QRectF(0, 0, *size)
    painter = QPainter()
    if not painter.begin(device):
        message = f"figure {figure.key}: the device refused to be painted on"
        raise OSError(message)
    try:
        painter.fillRect(area, QColor(theme.colour("card")))
        paint(replace(figure, hint="", has_menu=False), painter, area, theme)
    finally:
        painter.end()


def _write_png(figure: Figure, target: Path, size: tuple[int, int], theme: Theme, scale: float) -> None:
    writer = QImageWriter(str(target), QByteArray(b"png"))
    if not writer.write(to_image(figure, size, theme, scale)):
        message = f"{target}: the picture could not be written: {writer.errorString()}"
        raise OSError(message)


def _write_svg(figure: Figure, target: Path, size: tuple[int, int], theme: Theme, scale: float) -> None:
    generator = _svg(figure, size)
    generator.setFileName(str(target))
    _draw(figure, generator, size, theme)


def _svg(figure: Figure, size: tuple[int, int]) -> QSvgGenerator:
    """Return a device for a drawing, which wants a file name or another device yet."""
    from PySide6.QtSvg import QSvgGenerator  # 10 ms that the window's start does not need

    generator = QSvgGenerator()
    generator.setResolution(round(resolution()))
    generator.setSize(QSize(*size))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(figure.title)
    generator.setDescription(figure.description)
    return generator


def _write_pdf(figure: Figure, target: Path, size: tuple[int, int], theme: Theme, scale: float) -> None:
    writer = QPdfWriter(str(target))
    dots = round(resolution())
    writer.setResolution(dots)
    writer.setTitle(figure.title)
    points = QSizeF(size[0] * 72.0 / dots, size[1] * 72.0 / dots)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _draw(figure, writer, size, theme)


_WRITERS: dict[str, Callable[[Figure, Path, tuple[int, int], Theme, float], None]] = {
    ".png": _write_png,
    ".svg": _write_svg,
    ".pdf": _write_pdf,
}
