"""A kept under-layer must never be seen: the picture is the one that is drawn without it."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from explorer.paint.painter import paint
from explorer.paint.theme import DARK, LIGHT
from explorer.paint.underlay import Underlay
from explorer.plots import PLOTS, moves
from explorer.plots.figure import Interaction, Line, Place, Text, Tick
from tests.paint.pixels import pixels
from tests.paint.samples import cards
from tests.plots import states
from tests.plots.states import kept

pytestmark = pytest.mark.usefixtures("qapp")


def ground(painter, area, theme):
    painter.fillRect(area, theme.colour("card"))


def drawn(figure, size, theme, underlay=None, interaction=None, ratio=1.0, scale=1.0, at=(0.0, 0.0)):
    picture = QImage(round(size[0] * ratio) + 8, round(size[1] * ratio) + 8, QImage.Format.Format_RGB32)
    picture.fill(theme.colour("bg"))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.translate(*at)
    rectangle = QRectF(0, 0, *size)
    if underlay is None:
        ground(painter, rectangle.toAlignedRect(), theme)
    paint(figure, painter, rectangle, theme, scale, interaction or Interaction(), underlay)
    painter.end()
    return pixels(picture)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ratio", "scale"), [(1.0, 1.0), (2.0, 1.0), (1.0, 1.5), (1.5, 1.25)])
@pytest.mark.parametrize("number", range(7))
def test_the_picture_is_the_same_with_it(number, ratio, scale, theme):
    figure, size = cards(6)[number]
    with_it = drawn(figure, size, theme, Underlay(ground), ratio=ratio, scale=scale, at=(2.0, 4.0))
    without = drawn(figure, size, theme, ratio=ratio, scale=scale, at=(2.0, 4.0))
    assert np.array_equal(with_it, without)


def test_the_picture_is_kept_while_the_data_move_and_made_again_when_the_axes_do():
    figure, size = cards(6)[0]
    underlay = Underlay(ground)
    for step in range(3):
        moved = dataclasses.replace(figure, marks=(*figure.marks, Line(x=[0.0, 1.0], y=[0.0, step / 10])))
        assert np.array_equal(drawn(moved, size, LIGHT, underlay), drawn(moved, size, LIGHT))
    assert underlay.made == 1
    for changed in (
        dataclasses.replace(figure, y=dataclasses.replace(figure.y, high=figure.y.high * 2)),
        dataclasses.replace(figure, x=dataclasses.replace(figure.x, ticks=(Tick(0.0, "zero"),))),
        dataclasses.replace(figure, title="Another"),
        dataclasses.replace(figure, note="Nothing to draw"),
    ):
        made = underlay.made
        assert np.array_equal(drawn(changed, size, LIGHT, underlay), drawn(changed, size, LIGHT))
        assert underlay.made == made + 1
    assert np.array_equal(drawn(figure, size, DARK, underlay), drawn(figure, size, DARK))


def test_what_is_hovered_is_seen_with_it():
    figure, size = cards(6)[0]
    owned = next(handle for handle in figure.handles if handle.reach == "column")
    underlay, hovered = Underlay(ground), Interaction(hover=owned.id)
    plain = drawn(figure, size, LIGHT, underlay)
    seen = drawn(figure, size, LIGHT, underlay, hovered)
    assert np.array_equal(seen, drawn(figure, size, LIGHT, interaction=hovered))
    assert not np.array_equal(seen, plain)


def test_texts_that_avoid_a_cursor_follow_it():
    figure, size = next((figure, size) for figure, size in cards(6) if figure.key == "slice")
    underlay = Underlay(ground)
    for x in np.linspace(figure.x.low, figure.x.high, 5):
        cursor = next(handle for handle in figure.handles if handle.shape == "cursor")
        handle = dataclasses.replace(cursor, place=Place(float(x), cursor.place.y))
        moved = dataclasses.replace(figure, handles=(handle,))
        assert np.array_equal(drawn(moved, size, LIGHT, underlay), drawn(moved, size, LIGHT))
    assert underlay.made == 2  # once the cursor has left the texts they are kept


@pytest.mark.parametrize(
    ("key", "count"), [("budget", 5), ("values", 5), ("gradient", 5), ("logits", 5), ("logits", 70)]
)
def test_names_and_keys_are_kept_while_a_bar_is_dragged(key, count):
    plot, underlay = PLOTS[key], Underlay(ground)
    state = kept(states.state(*many(count)), plot.figure(states.state(*many(count))))
    for value in (0.1, 0.2, 0.3):
        figure = plot.figure(moves.move(state, "logit:1", (value, value)).state)
        assert figure.still or figure.aside
        assert np.array_equal(drawn(figure, (460, 640), LIGHT, underlay), drawn(figure, (460, 640), LIGHT))
    assert underlay.made == 1
    changed = dataclasses.replace(figure, still=(*figure.still, Text(place=Place(0.0, 0.0), text="another")))
    assert np.array_equal(drawn(changed, (460, 640), LIGHT, underlay), drawn(changed, (460, 640), LIGHT))
    assert underlay.made == 2


def many(count):
    random = np.random.default_rng(count)
    return random.normal(0.0, 2.0, count), (random.random(count) < 0.3).astype(float), None


def test_a_chip_of_a_row_that_is_pressed_is_no_part_of_it():
    figure = PLOTS["logits"].figure(states.state(*many(70)))
    underlay, chip = Underlay(ground), next(each for each in figure.handles if each.shape == "chip")
    plain = drawn(figure, (460, 640), LIGHT, underlay)
    pressed = Interaction(pressed=chip.id)
    seen = drawn(figure, (460, 640), LIGHT, underlay, pressed)
    assert np.array_equal(seen, drawn(figure, (460, 640), LIGHT, interaction=pressed))
    assert not np.array_equal(seen, plain)
    for fill in (0.2, 0.4, 0.8):
        moved = tuple(
            dataclasses.replace(each, fill=fill) if each is chip else each for each in figure.handles
        )
        dragged = dataclasses.replace(figure, handles=moved)
        seen = drawn(dragged, (460, 640), LIGHT, underlay, pressed)
        assert np.array_equal(seen, drawn(dragged, (460, 640), LIGHT, interaction=pressed))
    assert underlay.made == 2


def curve(height, **more):
    return Line(x=np.array([0.0, 1.0]), y=np.array([height, 1.0]), **more)


def test_data_that_stay_come_to_lie_on_the_picture_until_they_change():
    figure, size = cards(6)[0]
    first, second, third = curve(0.2, halo=True), curve(0.4), curve(0.6)
    underlay = Underlay(ground)

    def shown(*marks):
        one = dataclasses.replace(figure, marks=marks)
        assert np.array_equal(drawn(one, size, LIGHT, underlay), drawn(one, size, LIGHT))
        return underlay.holds

    moving = (curve(share / 10) for share in range(9))
    # a run of curves begins with its halos, and a zero line lies under it
    assert [shown(first, next(moving)) for _ in range(4)] == [0, 0, 3, 3]
    assert shown(first, second, next(moving)) == 3
    assert shown(first, second, third) == 3
    assert shown(first, second, third) == 4  # the second was seen three times, the third twice
    assert (shown(first, second, third), underlay.made) == (5, 1)
    assert (shown(first, third), underlay.made) == (3, 2)  # what has left is on no new picture
    assert shown(second) == 1  # the zero line


def test_what_changes_with_every_frame_is_never_kept():
    figure, size = cards(6)[0]
    underlay, stays = Underlay(ground), curve(0.5)
    for share in range(5):
        one = dataclasses.replace(figure, marks=(curve(share / 10, halo=True), stays))
        assert np.array_equal(drawn(one, size, LIGHT, underlay), drawn(one, size, LIGHT))
    assert underlay.made == 1
    assert underlay.holds == 1  # the zero line
