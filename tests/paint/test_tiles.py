"""Heat maps on paper: colours of the ramp, numbers that can be read, pictures the right way up."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from explorer.paint.theme import DARK, LIGHT, Theme
from explorer.paint.tiles import contrast
from explorer.plots.figure import Axis, Figure, LossLook, Margins, Place, Ramp, Tiles, Unit
from tests.paint.pictures import to_image

SIZE = (400, 300)
NONE = Margins(0.0, 0.0, 0.0, 0.0)


def drawn(tiles: Tiles, theme: Theme = LIGHT, upwards: bool = True) -> QImage:
    rows, columns = tiles.values.shape
    ends = (-0.5, rows - 0.5) if upwards else (rows - 0.5, -0.5)
    y = Axis(low=ends[0], high=ends[1])
    x = Axis(low=-0.5, high=columns - 0.5)
    figure = Figure(key="test", title="", x=x, y=y, margins=NONE, marks=(tiles,))
    return to_image(figure, SIZE, theme)


def colour_at(image: QImage, row: float, column: float, shape: tuple[int, int]) -> str:
    """Return the colour at a place of the tiles, row 0 at the bottom."""
    rows, columns = shape
    x, y = (column + 0.5) / columns * SIZE[0], (1 - (row + 0.5) / rows) * SIZE[1]
    return image.pixelColor(int(x), int(y)).name().upper()


def tiles(values: list[list[float]], numbered: bool = True, **changes: object) -> Tiles:
    texts = tuple(tuple("0.5" for _ in row) for row in values) if numbered else ()
    return Tiles(values=np.array(values), low=-1.0, high=1.0, texts=texts, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("numbered", [True, False])
def test_the_ramp_runs_through_its_colours(theme: Theme, numbered: bool):
    shown = tiles([[-1.0, 0.0, 1.0]], numbered, colours=("sigmoid", "card", "zlpr"))
    image = drawn(shown, theme)
    for column, role in enumerate(("sigmoid", "card", "zlpr")):
        assert colour_at(image, -0.25, column - 0.3, (1, 3)) == QColor(theme.colour(role)).name().upper()


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("upwards", [True, False])
def test_the_first_row_lies_where_the_axis_says(numbered: bool, upwards: bool):
    image = drawn(tiles([[1.0, 1.0], [-1.0, -1.0]], numbered), upwards=upwards)
    low, high = LIGHT.colour("card"), LIGHT.colour("ramp_high")
    below, above = (high, low) if upwards else (low, high)
    assert colour_at(image, -0.3, 0.3, (2, 2)) == below
    assert colour_at(image, 0.7, 0.3, (2, 2)) == above


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("value", [-1.0, -0.4, 0.0, 0.3, 0.7, 1.0])
def test_a_number_is_in_the_colour_that_is_seen_best(theme: Theme, value: float):
    shown = tiles([[value]], colours=("sigmoid", "card", "zlpr"))
    ground = colour_at(drawn(shown, theme), -0.25, -0.3, (1, 1))
    best = max(("ink", "card"), key=lambda role: contrast(theme.colour(role), ground))
    other = ({"ink", "card"} - {best}).pop()
    assert contrast(theme.colour(best), ground) >= 3.9
    image = drawn(shown, theme)
    middle = [image.pixelColor(x, y).name() for x in range(185, 216) for y in range(143, 158)]
    furthest = max(middle, key=lambda pixel: contrast(pixel, ground))
    assert contrast(furthest, theme.colour(best)) < contrast(furthest, theme.colour(other))


def test_what_is_undefined_is_an_outline():
    image = drawn(tiles([[float("nan"), 1.0]]))
    assert colour_at(image, -0.25, -0.3, (1, 2)) == LIGHT.colour("card")
    assert colour_at(image, -0.25, 0.7, (1, 2)) == LIGHT.colour("ramp_high")


def test_a_key_has_the_markers_of_both_ends():
    place = Place(0.2, 0.5, across=Unit.CARD, up=Unit.CARD)
    ends = (LossLook("sigmoid"), LossLook("zlpr"))
    ramp = Ramp(place=place, width=200.0, low="-1", high="+1", colours=("sigmoid", "card", "zlpr"), ends=ends)
    axis = Axis(low=0.0, high=1.0)
    image = to_image(Figure(key="test", title="", x=axis, y=axis, still=(ramp,)), SIZE, LIGHT)
    assert image.pixelColor(80 - 11, 155).name().upper() == LIGHT.colour("sigmoid")
    assert image.pixelColor(280 + 11, 154).name().upper() == LIGHT.colour("zlpr")
    middle = image.pixelColor(180, 154)
    assert contrast(middle.name(), LIGHT.colour("card")) == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, wanted: float):
    assert contrast(one, other) == pytest.approx(wanted, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
