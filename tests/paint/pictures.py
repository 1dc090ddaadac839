"""A figure alone as a picture and as an SVG drawing."""

from PySide6.QtGui import QImage

from explorer.paint.export import Making, drawing_of, drawn, image_of
from explorer.paint.theme import Theme
from explorer.plots.figure import Figure


def to_image(figure: Figure, size: tuple[float, float], theme: Theme, scale: float = 1.0) -> QImage:
    """Return a figure as `image_of` draws it."""
    return image_of(drawing_of(figure, theme), size, scale)


def to_svg(figure: Figure, size: tuple[float, float], theme: Theme) -> bytes:
    """Return a figure as the text of an SVG drawing."""
    return drawn(drawing_of(figure, theme), ".svg", size, Making())
