"""What is kept for screens looks like what is drawn anew: stamps, strokes, sheets and fields."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.paint import curves, marks, surface
from explorer.paint.painter import paint
from explorer.paint.stamps import HALVES, MANY, carve, press, press_many
from explorer.paint.surface import Tools
from explorer.paint.theme import DARK, LIGHT
from explorer.plots.figure import Axis, Figure, Line, Margins, Points
from explorer.plots.layout import Layout
from tests.paint.pictures import to_image
from tests.paint.pixels import pixels
from tests.paint.samples import cards

pytestmark = pytest.mark.usefixtures("qapp")
SIDE = 40


def blot(tools: Tools) -> None:
    """A square of 6 x 4 pixels about the origin."""
    tools.painter.fillRect(QRectF(-3, -2, 6, 4), QColor("black"))


def weighed(draw: object, ratio: float = 1.0, origin: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
    """The ink on each pixel, 0 to 1, of what `draw` draws with tools."""
    side = round(SIDE * ratio)
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(*origin)
    draw(Tools(painter, LIGHT))
    painter.end()
    return 1 - pixels(picture)[..., 0] / 255


def centre(ink: np.ndarray) -> tuple[float, float]:
    rows, columns = np.indices(ink.shape)
    return float((columns * ink).sum() / ink.sum() + 0.5), float((rows * ink).sum() / ink.sum() + 0.5)


def single(tools: Tools, x: float, y: float) -> None:
    press(tools, lambda shift: carve(blot, (6, 4), LIGHT, tools.ratio, shift), x, y)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(("x", "y"), [(20.0, 20.0), (20.3, 19.6), (13.87, 22.11), (7.5, 8.125)])
def test_a_stamp_lies_within_an_eighth_of_a_pixel(ratio: float, x: float, y: float):
    ink = weighed(lambda tools: single(tools, x, y), ratio)
    assert ink.sum() == pytest.approx(24 * ratio**2, rel=0.02)
    assert centre(ink) == pytest.approx((x * ratio, y * ratio), abs=0.14)


def test_a_stamp_on_whole_pixels_is_sharp():
    ink = weighed(lambda tools: single(tools, 20.0, 20.0))
    assert set(np.unique(ink)) == {0.0, 1.0}


def test_a_stamp_knows_where_its_painter_is():
    ink = weighed(lambda tools: single(tools, 12.0, 12.0), origin=(3.25, 5.5))
    assert centre(ink) == pytest.approx((15.25, 17.5), abs=0.01)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_many_stamps_lie_within_a_quarter_of_a_pixel(ratio: float):
    for x, y in [(20.0, 20.0), (20.5, 19.5), (13.8, 22.1)]:
        ink = weighed(
            lambda tools, place=complex(x, y): press_many(
                tools, carve(blot, (6, 4), LIGHT, tools.ratio, *HALVES), np.array([place])
            ),
            ratio,
        )
        assert ink.sum() == pytest.approx(24 * ratio**2, rel=0.02)
        assert centre(ink) == pytest.approx((x * ratio, y * ratio), abs=0.26)


def differences(figure: Figure, size: tuple[int, int], theme, scale: float, monkeypatch) -> np.ndarray:
    """By how much each pixel changes when nothing is kept and everything is drawn as in a file."""
    kept = pixels(to_image(figure, size, theme, scale))
    with monkeypatch.context() as patched:
        patched.setattr(surface, "_RASTER", ())
        drawn = pixels(to_image(figure, size, theme, scale))
    return np.abs(kept - drawn).max(axis=-1)


@pytest.mark.parametrize(("theme", "scale"), [(LIGHT, 1.0), (DARK, 1.0), (LIGHT, 1.5), (LIGHT, 2.0)])
@pytest.mark.parametrize("number", range(7))
def test_every_card_looks_as_if_drawn_anew(number: int, theme, scale: float, monkeypatch):
    figure, size = cards(5)[number]
    change = differences(figure, size, theme, scale, monkeypatch)
    assert change.max() <= 110, figure.key
    assert (change > 48).mean() <= 2e-3, figure.key


def curve(x: np.ndarray, y: np.ndarray, width: float = 2.0) -> Figure:
    plain = Axis(low=0.0, high=10.0)
    line = Line(x=x, y=y, width=width)
    return Figure(key="k", title="", x=plain, y=plain, margins=Margins(20, 20, 20, 20), marks=(line,))


def test_separate_strokes_have_no_seams(monkeypatch):
    x = np.linspace(0.5, 9.5, 200)
    change = differences(curve(x, 5 + 3 * np.sin(x)), (300, 200), LIGHT, 1.0, monkeypatch)
    assert 0 < change.max() <= 48


def test_a_curve_with_a_corner_is_joined():
    corner = Line(x=np.array([0.0, 5.0, 6.0]), y=np.array([0.0, 9.0, 0.0]))
    smooth = Line(x=np.array([0.0, 5.0, 10.0]), y=np.array([0.0, 5.0, 10.0]))
    frame = Layout(curve(corner.x, corner.y), 300, 200).frame
    assert curves._strokes(corner, frame, 1.0) is None
    assert len(curves._strokes(smooth, frame, 1.0)) == 2


def test_a_straightened_curve_stays_within_the_tolerance():
    x = np.linspace(0, 300, 400)
    points = x + 1j * (80 * np.tanh((x - 150) / 12))
    few = curves.straightened(points)
    apart = np.abs(np.interp(x, few.real, few.imag) - points.imag)
    assert len(few) < 60
    assert apart.max() <= 2 * curves.TOLERANCE


def test_a_broken_curve_keeps_its_gap():
    x = np.linspace(0, 10, 101)
    y = np.where(np.abs(x - 5) < 1, np.nan, 5.0)
    picture = pixels(to_image(curve(x, y), (300, 200), LIGHT))[..., 0].min(axis=0)
    assert (picture[130:170] > 240).all()
    assert (picture[60:110] < 100).all()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_mark_that_fails_inside_a_clip_leaves_the_painter_as_it_was(scale: float, monkeypatch):
    def fail(*_: object) -> None:
        message = "a mark that cannot be drawn"
        raise ValueError(message)

    monkeypatch.setitem(marks.DRAW, Line, fail)
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    before = painter.transform()
    with pytest.raises(ValueError, match="cannot be drawn"):
        paint(curve(np.arange(9.0), np.arange(9.0)), painter, QRectF(10, 10, 200, 150), LIGHT, scale)
    assert painter.transform() == before
    assert not painter.hasClipping()
    painter.end()


def test_many_markers_are_as_many(monkeypatch):
    at = np.linspace(0.5, 9.5, MANY)
    plain = Axis(low=0.0, high=10.0)
    dots = Points(x=at, y=at, size=4.0, halo=False)
    figure = Figure(key="k", title="", x=plain, y=plain, margins=Margins(20, 20, 20, 20), marks=(dots,))
    ink = 255 - pixels(to_image(figure, (400, 400), LIGHT))[..., 0]
    with monkeypatch.context() as patched:
        patched.setattr(surface, "_RASTER", ())
        drawn = 255 - pixels(to_image(figure, (400, 400), LIGHT))[..., 0]
    assert ink.sum() == pytest.approx(drawn.sum(), rel=0.02)
