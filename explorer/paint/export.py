"""Figures in files: PNG by pixels, SVG and PDF as vectors, all drawn by `paint`; a state may be inside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter

from explorer.files import write_whole
from explorer.paint.fonts import PIXELS, resolution
from explorer.paint.painter import paint
from explorer.paint.pdf_dates import dated
from explorer.paint.stems import even_stems
from explorer.paint.svg_clips import with_clips
from explorer.paint.svg_faces import with_faces
from explorer.study.embedding import embedded
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintDevice

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Figure
    from explorer.study.embedding import Kind

MOST_PIXELS: Final = 16_384  # a side; Qt's raster painter ends at 32,767
ENDINGS: Final = (".png", ".svg", ".pdf")
DOTS: Final = 96.0  # logical pixels an inch
INCH: Final = 0.0254  # metres
POINT: Final = DOTS / 72.0  # logical pixels
BODY_POINTS: Final = PIXELS["body"] / POINT  # of body text as on screen: 9
FONT_SIZES: Final = (3.0, 72.0)  # points
RESOLUTIONS: Final = (10.0, 2400.0)  # dots an inch
SVG_HEAD: Final = re.compile(rb'<svg width="[^"]*" height="[^"]*"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """What goes into a file: a function that paints it over a rectangle of logical pixels, and its words."""

    title: str
    description: str
    paint: Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Making:
    """How a drawing becomes a file.

    scale: device pixels a logical pixel, of no consequence for vectors. dpi: dots an inch, in place of the
    scale: a logical pixel is 1/96 inch, so that the size on paper stays what it is; written into a PNG.
    state_text: what travels inside. ValueError for a resolution outside of RESOLUTIONS.
    """

    scale: float = 1.0
    dpi: float | None = None
    state_text: str | None = None

    def __post_init__(self) -> None:
        low, high = RESOLUTIONS
        if self.dpi is not None and not low <= self.dpi <= high:
            message = say(
                "dpi {dpi} is outside [{low}, {high}]", dpi=f"{self.dpi:g}", low=f"{low:g}", high=f"{high:g}"
            )
            raise ValueError(message)

    @property
    def density(self) -> float:
        """Device pixels a logical pixel."""
        return self.scale if self.dpi is None else self.dpi / DOTS


@dataclass(frozen=True, slots=True)
class Painted:
    """A drawing that is painted and not yet packed: painting belongs to the thread of the window.

    picture: pixels of a PNG, or the content of a vector file without its state.
    """

    title: str
    picture: QImage | bytes
    ending: str
    making: Making

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of a PNG; ValueError for vectors, which have none."""
        if isinstance(self.picture, bytes):
            message = say("{title}: a drawing of vectors has no pixels; allowed: .png", title=self.title)
            raise ValueError(message)
        return self.picture.width(), self.picture.height()

    def content(self) -> bytes:
        """Return the content of the file; may be asked for on any thread. OSError where it cannot be made."""
        picture = self.picture if isinstance(self.picture, bytes) else _packed(self.picture, self.title)
        if self.making.state_text is None:
            return picture
        return embedded(picture, cast("Kind", self.ending[1:]), self.making.state_text)


def ensure_application() -> QGuiApplication:
    """Return the application, making one without a display when there is none.

    Keep the answer: Qt needs it as long as anything is painted.
    """
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    made = QGuiApplication(["loss-explorer", "-platform", "offscreen"])
    even_stems()
    return made


def zoom_of(font_size: float | None) -> float:
    """Return by how much everything grows so that body text has this many points; 1 for None.

    Texts, pens and markers grow together, as the layout is made for them: on screen body text has 9 points.
    ValueError outside of FONT_SIZES.
    """
    if font_size is None:
        return 1.0
    if not FONT_SIZES[0] <= font_size <= FONT_SIZES[1]:
        low, high = (f"{end:g}" for end in FONT_SIZES)
        message = say(
            "font size {size} is outside [{low}, {high}] points", size=f"{font_size:g}", low=low, high=high
        )
        raise ValueError(message)
    return font_size / BODY_POINTS


def drawing_of(figure: Figure, theme: Theme, font_size: float | None = None) -> Drawing:
    """Return a figure as it looks on its card, without what only the hand needs; font_size: see `zoom_of`."""
    still, zoom = replace(figure, hint="", has_menu=False), zoom_of(font_size)

    def draw(painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, QColor(theme.colour("card")))
        paint(still, painter, area, theme, zoom)

    return Drawing(figure.title, figure.description, draw)


def image_of(drawing: Drawing, size: tuple[float, float], scale: float = 1.0) -> QImage:
    """Return a drawing as a picture.

    size: width and height in logical pixels; scale: device pixels a logical pixel, so that 2 gives
    the same layout with twice the pixels. ValueError where a side is not 1 to 16,384 pixels.
    """
    _check_size(size, scale)
    ensure_application()
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_ARGB32_Premultiplied)
    _set_resolution(image, resolution())  # by which Qt turns points into pixels
    image.setDevicePixelRatio(scale)
    # a size that is no whole number of pixels is drawn to their edges
    _draw(drawing, image, (image.width() / scale, image.height() / scale))
    return image


def render(
    figure: Figure,
    path: Path | str,
    size: tuple[float, float],
    theme: Theme,
    scale: float = 1.0,
    *,
    dpi: float | None = None,
    font_size: float | None = None,
    state_text: str | None = None,
) -> None:
    """Write a figure to a .png, .svg or .pdf file.

    size: width and height in logical pixels (96 an inch on paper); scale, dpi, state_text: see `Making`;
    font_size: points of body text, see `zoom_of`. ValueError for another ending, size, resolution or font
    size, OSError where nothing can be written.
    """
    making = Making(scale=scale, dpi=dpi, state_text=state_text)
    write(drawing_of(figure, theme, font_size), path, size, making)


def write(
    drawing: Drawing, path: Path | str, size: tuple[float, float], making: Making | None = None
) -> None:
    """Write a drawing to a file of one of the ENDINGS; what may be wrong is what `render` says."""
    target = Path(path)
    content = drawn(drawing, target.suffix, size, making)
    write_whole(target, content)


def drawn(drawing: Drawing, ending: str, size: tuple[float, float], making: Making | None = None) -> bytes:
    """Return the content of a file of one of the ENDINGS. ValueError for others, and as `render` does."""
    return painted(drawing, ending, size, making).content()


def painted(
    drawing: Drawing, ending: str, size: tuple[float, float], making: Making | None = None
) -> Painted:
    """Paint a drawing for a file of one of the ENDINGS, size and errors as `render` has them."""
    ending, making = ending.lower(), making or Making()
    if ending not in ENDINGS:
        message = say(
            "ending {ending} is unknown; allowed: {all}", ending=repr(ending), all=", ".join(ENDINGS)
        )
        raise ValueError(message)
    _check_size(size, making.density)
    application = ensure_application()
    if ending == ".png":
        image = image_of(drawing, size, making.density)
        if making.dpi is not None:
            _set_resolution(image, making.dpi)
        return Painted(drawing.title, image, ending, making)
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    (_make_svg if ending == ".svg" else _make_pdf)(drawing, device, size)
    device.close()
    del application
    picture = bytes(content.data())
    is_svg = ending == ".svg"
    finished = _with_size(with_faces(with_clips(picture)), size) if is_svg else dated(picture)
    return Painted(drawing.title, finished, ending, making)


def _check_size(size: tuple[float, float], scale: float) -> None:
    for side, name in zip(size, (say("width"), say("height")), strict=True):
        if not 1 <= side * scale <= MOST_PIXELS:
            message = say(
                "{side} {size} at scale {scale} is outside [1, {most}] pixels",
                side=name,
                size=side,
                scale=f"{scale:g}",
                most=MOST_PIXELS,
            )
            raise ValueError(message)


def _set_resolution(image: QImage, dots: float) -> None:
    image.setDotsPerMeterX(round(dots / INCH))
    image.setDotsPerMeterY(round(dots / INCH))


def _draw(drawing: Drawing, device: QPaintDevice, size: tuple[float, float]) -> None:
    """Paint the drawing over the whole device."""
    painter = QPainter()
    if not painter.begin(device):
        message = say("{title}: the device refused to be painted on", title=drawing.title)
        raise OSError(message)
    try:
        drawing.paint(painter, QRectF(0, 0, *size))
    finally:
        painter.end()


def _packed(image: QImage, title: str) -> bytes:
    """Return a picture as the content of a PNG file."""
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, QByteArray(b"png"))
    is_written = writer.write(image)
    device.close()
    if not is_written:
        message = say(
            "{title}: the picture could not be written: {why}", title=title, why=writer.errorString()
        )
        raise OSError(message)
    return bytes(content.data())


def _make_svg(drawing: Drawing, device: QIODevice, size: tuple[float, float]) -> None:
    from PySide6.QtSvg import QSvgGenerator  # 10 ms that the window's start does not need

    generator = QSvgGenerator()
    generator.setResolution(round(resolution()))
    generator.setSize(QSize(round(size[0]), round(size[1])))
    generator.setViewBox(QRectF(0, 0, *size))
    generator.setTitle(drawing.title)
    generator.setDescription(drawing.description)
    generator.setOutputDevice(device)
    _draw(drawing, generator, size)


def _with_size(picture: bytes, size: tuple[float, float]) -> bytes:
    """Put the exact size into the head of an SVG, in place of one of whole pixels: 84 mm stay 84 mm."""
    millimetre = 1000.0 * INCH / round(resolution())
    width, height = (f"{side * millimetre:.4f}".rstrip("0").rstrip(".") for side in size)
    head = f'<svg width="{width}mm" height="{height}mm"'.encode()
    return SVG_HEAD.sub(head, picture, count=1)


def _make_pdf(drawing: Drawing, device: QIODevice, size: tuple[float, float]) -> None:
    writer = QPdfWriter(device)
    dots = round(resolution())
    writer.setResolution(dots)
    writer.setTitle(drawing.title)
    points = QSizeF(size[0] * 72.0 / dots, size[1] * 72.0 / dots)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    _draw(drawing, writer, size)
