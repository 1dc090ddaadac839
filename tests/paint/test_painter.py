"""What is on the picture, and where."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.paint.painter import paint
from explorer.paint.text import width_of
from explorer.paint.theme import DARK, LIGHT, PRINT, THEMES
from explorer.plots.figure import (
    Arrows,
    Axis,
    Band,
    EndLabel,
    EndLabels,
    Figure,
    Handle,
    Image,
    Interaction,
    Legend,
    Line,
    LossLook,
    Margins,
    Place,
    Points,
    Ramp,
    Rectangles,
    Segments,
    Swatch,
    Text,
    Tick,
    Unit,
)
from explorer.plots.layout import Layout
from tests.paint.pictures import to_image
from tests.paint.pixels import coloured, pixels
from tests.paint.samples import cards

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (300, 200)
ZLPR, BCE = LossLook("zlpr", 0), LossLook("sigmoid", 0)


def plain(*marks: object, **changes: object) -> Figure:
    fields: dict = {
        "key": "k",
        "title": "",
        "x": Axis(low=0.0, high=10.0),
        "y": Axis(low=0.0, high=10.0),
        "margins": Margins(20.0, 20.0, 20.0, 20.0),
        "marks": marks,
    }
    return Figure(**(fields | changes))


def seen(figure: Figure, role: str, theme=LIGHT, size=SIZE, slack=6) -> np.ndarray:
    return coloured(pixels(to_image(figure, size, theme)), theme, role, slack)


def test_a_bar_fills_its_rectangle_and_nothing_else():
    here = seen(plain(Rectangles(x0=[2.0], x1=[4.0], y0=[0.0], y1=[5.0], fill="pos")), "pos")
    rows, columns = np.nonzero(here)
    assert (columns.min(), columns.max()) == (72, 123)
    assert (rows.min(), rows.max()) == (100, 179)
    assert here.sum() == 52 * 80


def test_data_are_cut_at_the_edge_of_the_plot():
    long = Line(x=[-50.0, 50.0], y=[5.0, 5.0], look=BCE)
    wide = Rectangles(x0=[-50.0], x1=[50.0], y0=[-50.0], y1=[3.0], fill="pos")
    figure = plain(long, wide)
    for role in ("sigmoid", "pos"):
        columns = np.nonzero(seen(figure, role))[1]
        assert columns.min() >= 17
        assert columns.max() <= 282


def test_the_grid_lies_behind_the_data():
    ticks = tuple(Tick(float(at), "") for at in range(0, 11, 2))
    grid = plain(y=Axis(low=0.0, high=10.0, ticks=ticks, grid=True))
    assert seen(grid, "grid", slack=1).sum() >= 6 * 250
    covered = plain(Rectangles(x0=[0.0], x1=[10.0], y0=[0.0], y1=[10.0], fill="pos"), y=grid.y)
    assert seen(covered, "grid", slack=1).sum() < 300  # only what the top line leaves outside


def test_zero_is_a_strong_line_over_bars_and_under_curves():
    axis = Axis(low=-5.0, high=5.0, zero=True)
    bar = Rectangles(x0=[0.0], x1=[10.0], y0=[-5.0], y1=[5.0], fill="neg")
    assert seen(plain(bar, y=axis), "ink", slack=60).sum() > 200
    curve = Line(x=[0.0, 10.0], y=[0.0, 0.0], look=ZLPR, width=4.0)
    assert seen(plain(bar, curve, y=axis), "ink", slack=60).sum() < 20


def test_a_halo_never_erases_an_earlier_curve():
    curves = [Line(x=[0.0, 10.0], y=[at, at], look=look, halo=True) for at, look in ((5.0, ZLPR), (5.2, BCE))]
    alone = seen(plain(dataclasses.replace(curves[0], halo=False)), "zlpr", slack=40).sum()
    assert seen(plain(*curves), "zlpr", slack=40).sum() >= 0.4 * alone > 0


def test_no_stroke_is_seen_between_the_letters_of_a_text_that_lies_on_data():
    stroke = Segments(x0=[0.0], y0=[5.0], x1=[10.0], y1=[5.0], look=ZLPR)
    text = Text(place=Place(5.0, 5.0), text="+ . 1", anchor="center", halo=True)
    columns = np.flatnonzero(seen(plain(stroke, text), "zlpr", slack=40).any(axis=0))
    gaps = np.diff(columns)
    assert np.count_nonzero(gaps > 1) == 1
    assert gaps.max() > width_of(text.text, text.size)
    alone = np.flatnonzero(seen(plain(stroke), "zlpr", slack=40).any(axis=0))
    assert (columns[0], columns[-1]) == (alone[0], alone[-1])


@pytest.mark.parametrize("member", range(6))
def test_members_of_a_family_have_different_pictures(member):
    def picture(chosen: int) -> np.ndarray:
        look = LossLook("zlpr", chosen)
        return pixels(
            to_image(
                plain(
                    Rectangles(x0=[1.0], x1=[3.0], y0=[0.0], y1=[6.0], look=look),
                    Points(x=[5.0], y=[5.0], look=look, size=20.0),
                    Line(x=[0.0, 10.0], y=[8.0, 8.0], look=look),
                ),
                SIZE,
                LIGHT,
            )
        )

    own = picture(member)
    for other in set(range(6)) - {member}:
        differs = (np.abs(own - picture(other)) > 40).any(axis=-1)
        bar, marker, line = differs[84:180, 46:98], differs[85:115, 135:165], differs[48:56]
        assert bar.sum() > 20
        assert marker.sum() > 8
        assert line.sum() > 20


def test_a_hollow_marker_is_empty_and_a_full_one_is_not():
    for member, filled in ((0, True), (1, False)):
        here = seen(plain(Points(x=[5.0], y=[5.0], look=LossLook("zlpr", member), size=20.0)), "zlpr")
        assert bool(here[100, 150]) is filled
        assert here.sum() > 40


def test_many_markers_from_one_picture_cover_what_single_ones_cover():
    x = np.linspace(1.0, 9.0, 30)
    whole = plain(Points(x=x, y=x, look=BCE, halo=False))
    apart = plain(*(Points(x=[at], y=[at], look=BCE, halo=False) for at in x))
    together, singly = seen(whole, "sigmoid", slack=60).sum(), seen(apart, "sigmoid", slack=60).sum()
    assert together == pytest.approx(singly, rel=0.08)


def test_points_outside_are_marked_at_the_edge():
    rows, columns = np.nonzero(seen(plain(Points(x=[5.0], y=[99.0], look=BCE)), "sigmoid"))
    assert 4 < len(rows) < 60
    assert rows.max() < 32
    assert abs(columns.mean() - 150) < 2


def test_the_selected_band_is_behind_everything():
    band = Band(x0=4.0, x1=6.0)
    bar = Rectangles(x0=[0.0], x1=[10.0], y0=[0.0], y1=[10.0], fill="pos")
    assert seen(plain(band), "hover", slack=1).sum() > 6000
    assert seen(plain(bar, band), "hover", slack=1).sum() < 400


def test_a_field_runs_from_card_to_grey():
    field = Image(
        values=np.array([[0.0, 0.0], [1.0, 1.0]]), x0=0.0, y0=0.0, x1=10.0, y1=10.0, low=0.0, high=1.0
    )
    picture = pixels(to_image(plain(field), SIZE, DARK))
    assert coloured(picture, DARK, "ramp_high")[25, 150]
    assert coloured(picture, DARK, "card")[175, 150]


def test_a_field_with_undefined_values_is_painted():
    values = np.array([[np.nan, np.inf], [-np.inf, 1.0]])
    to_image(plain(Image(values=values, x0=0.0, y0=0.0, x1=10.0, y1=10.0, low=0.0, high=0.0)), SIZE, LIGHT)


# -- handles -------------------------------------------------------------------------------------


def grip(**changes: object) -> Handle:
    fields: dict = {
        "id": "logit:0",
        "place": Place(5.0, 5.0),
        "axis": "y",
        "low": 0.0,
        "high": 9.0,
        "shape": "grip",
        "reach": "column",
        "span": 1.0,
    }
    return Handle(**(fields | changes))


def ink(figure: Figure, interaction: Interaction) -> np.ndarray:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.colour("card")))
    painter = QPainter(image)
    paint(figure, painter, QRectF(0, 0, *SIZE), LIGHT, interaction=interaction)
    painter.end()
    return coloured(pixels(image), LIGHT, "ink", 40)


STATES = {
    "rest": Interaction(),
    "hover": Interaction(hover="logit:0"),
    "focus": Interaction(focus="logit:0"),
    "pressed": Interaction(pressed="logit:0"),
}


def test_states_of_a_grip_differ():
    figure = plain(handles=(grip(),))
    count = {state: int(ink(figure, interaction).sum()) for state, interaction in STATES.items()}
    assert count["rest"] < 5 < count["hover"] < count["focus"]
    assert count["pressed"] > 200


def test_the_focus_ring_stands_three_pixels_away():
    figure = plain(handles=(grip(),))
    box = Layout(figure, *SIZE).box(figure.handles[0])
    rows = np.nonzero(ink(figure, STATES["focus"])[:, 150])[0]
    assert rows.min() == pytest.approx(box.y - 4, abs=1)
    assert rows.max() == pytest.approx(box.bottom + 3, abs=1)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0, -2.0, 7.0, float("nan")])
def test_a_chip_is_filled_to_its_target(share):
    chip = grip(shape="chip", reach="box", width=80.0, height=28.0, span=5.0, fill=share)
    here = coloured(pixels(to_image(plain(handles=(chip,)), SIZE, LIGHT)), LIGHT, "pos", 12)
    box = Layout(plain(handles=(chip,)), *SIZE).box(chip)
    row = here[round(box.centre[1]) + 8, round(box.x) + 4 : round(box.right) - 4]
    wanted = float(np.clip(np.nan_to_num(share), 0, 1))
    assert row.mean() == pytest.approx(wanted, abs=0.1)


@pytest.mark.parametrize("at", [0.0, 5.0, 10.0])
def test_a_cursor_is_a_line_with_a_pill_inside_the_card(at):
    cursor = grip(id="slice", axis="x", shape="cursor", reach="line", place=Place(at, 0.0), text="−0.80")
    here = ink(plain(handles=(cursor,), margins=Margins(4.0, 30.0, 4.0, 20.0)), Interaction())
    rows, columns = np.nonzero(here)
    assert (here[:32].sum(axis=1) > 30).sum() >= 10
    assert columns.min() >= 3
    assert columns.max() <= 296
    assert (rows > 60).sum() < 10  # the line itself is ink2 at rest


def test_many_grips_pressed_from_one_picture_look_like_single_ones():
    def grips(count: int) -> Figure:
        handles = tuple(grip(id=f"logit:{i}", place=Place(i + 0.5, 5.0), span=0.5) for i in range(count))
        return plain(handles=handles, x=Axis(low=0.0, high=30.0))

    few, many = (seen(grips(count), "mut", slack=70) for count in (23, 30))
    assert many.sum() / 30 == pytest.approx(few.sum() / 23, rel=0.2)


def test_a_handle_outside_the_limits_is_kept_at_the_edge_with_an_arrowhead():
    inside = seen(plain(handles=(grip(),)), "mut").sum()
    outside = seen(plain(handles=(grip(place=Place(5.0, 99.0)),)), "mut")
    assert outside[:20].sum() > 5
    assert outside.sum() > inside


# -- the whole -----------------------------------------------------------------------------------

UNDEFINED = [np.nan, np.inf, -np.inf, 1e300, 5.0, np.nan]
LOOKS = [ZLPR, LossLook("softmax", 1), None]


def every_mark(numbers: list[float], look: LossLook | None) -> Figure:
    some, place = np.array(numbers), Place(numbers[0] if numbers else 1.0, 2.0)
    shown = look or BCE
    return plain(
        Band(x0=1.0, x1=2.0, below=5.0),
        Image(values=some * np.ones((2, 1)), x0=0.0, y0=0.0, x1=10.0, y1=10.0, low=0.0, high=1.0),
        Line(x=some, y=some, look=look, halo=True),
        Line(x=np.arange(len(some)), y=some, dash=(2.0, 2.0)),
        Segments(x0=some, y0=some, x1=some, y1=some, look=look, caps=4.0),
        Rectangles(
            x0=some, x1=some + 1, y0=some, y1=some + 1, look=look, fill="pos", edge="edge", radius=2.0
        ),
        Points(x=some, y=some, look=look),
        Arrows(x=some, y=some, u=some, v=some),
        Text(place=place, text="text", halo=True, room=20.0),
        Swatch(place=place, look=shown),
        EndLabels(items=tuple(EndLabel(y=y, text="name", look=shown) for y in numbers)),
        Legend(place=place, items=((shown, "name"),)),
        Ramp(place=place, width=50.0, low="0", high="1"),
        title="Title",
        subtitle="subtitle",
        corner="corner",
        y=Axis(low=0.0, high=10.0, title="↑ y", ticks=(Tick(0.0, "0"), Tick(5.0, "5")), grid=True, zero=True),
        x=Axis(low=0.0, high=10.0, title="x", ticks=(Tick(1.0, "class 1"), Tick(2.0, "狗")), names=True),
        handles=tuple(
            grip(id=shape, shape=shape, place=Place(y, y), text="名", fill=y)
            for shape in ("grip", "cursor", "chip", "dot", "knob")
            for y in numbers[:3]
        ),
    )


@pytest.mark.parametrize("numbers", [[], [5.0], UNDEFINED, [np.nan] * 3], ids=["none", "one", "odd", "nan"])
@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("size", [(300, 200), (10, 10), (1, 1), (2000, 12)], ids=str)
def test_nothing_stops_the_painting(numbers, look, size):
    figure = every_mark(numbers, look)
    assert to_image(figure, size, LIGHT).width() == size[0]


@pytest.mark.parametrize("figure", [figure for figure, _ in cards()], ids=lambda figure: figure.key)
def test_nothing_is_drawn_outside_the_rectangle(figure):
    image = QImage(500, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF00FF"))
    painter = QPainter(image)
    paint(figure, painter, QRectF(50, 40, 390, 250), LIGHT, interaction=Interaction(focus="logit:0"))
    painter.end()
    picture = pixels(image)
    touched = (picture != [255, 0, 255]).any(axis=-1)
    assert touched.sum() > 2000
    touched[40:290, 50:440] = False
    assert not touched.any()


@pytest.mark.parametrize(("figure", "size"), cards(), ids=lambda value: getattr(value, "key", ""))
def test_scale_two_shows_the_same_layout(figure, size):
    small = pixels(to_image(figure, size, LIGHT))
    image = QImage(2 * size[0], 2 * size[1], QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.colour("card")))
    painter = QPainter(image)
    paint(figure, painter, QRectF(0, 0, 2 * size[0], 2 * size[1]), LIGHT, scale=2.0)
    painter.end()
    large = pixels(image).reshape(size[1], 2, size[0], 2, 3).mean(axis=(1, 3))
    # edges may lie half a pixel apart; areas and places may not
    assert np.abs(small - large).mean() < 4.0


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_theme_has_its_own_ground_and_hues(theme):
    figure, size = cards()[2]
    picture = pixels(to_image(figure, size, theme))
    assert coloured(picture, theme, "card", 1).mean() > 0.6
    assert coloured(picture, theme, "sigmoid", 20).sum() > 80
    assert coloured(picture, theme, "zlpr", 20).sum() > 80


def test_hue_means_a_loss_and_nothing_else():
    figure, size = cards()[0]
    for theme in (LIGHT, DARK, PRINT):
        picture = pixels(to_image(figure, size, theme))
        assert (picture.max(axis=-1) - picture.min(axis=-1)).max() <= 24


def test_a_note_replaces_the_plot_but_not_the_title():
    noted = plain(Rectangles(x0=[0.0], x1=[9.0], y0=[0.0], y1=[9.0], fill="pos"), title="Title",
                  note="Nothing to draw yet. Drop a table of logits here, or open one.")  # fmt: skip
    picture = pixels(to_image(noted, SIZE, LIGHT))
    assert coloured(picture, LIGHT, "sunk", 1).mean() > 0.5
    assert not coloured(picture, LIGHT, "pos", 2)[60:].sum() > 400
    assert coloured(picture, LIGHT, "ink", 20)[:30].sum() > 20


def test_names_of_curves_are_left_out_of_narrow_cards():
    labels = EndLabels(items=(EndLabel(y=5.0, text="a long name", look=BCE),))
    figure = plain(labels, margins=Margins(20.0, 20.0, 120.0, 20.0))
    assert seen(figure, "ink2", size=(299, 200), slack=40).sum() == 0
    assert seen(figure, "ink2", size=(320, 200), slack=40).sum() > 40


def test_a_legend_without_room_keeps_its_signs():
    def legend(room: float) -> Figure:
        place = Place(0.0, 0.5, Unit.CARD, Unit.CARD, dx=12.0)
        return plain(Legend(place=place, items=((ZLPR, "a long name"), (BCE, "another name")), room=room))

    assert seen(legend(0.0), "ink2", slack=40).sum() > 40
    assert seen(legend(60.0), "ink2", slack=40).sum() == 0
    assert seen(legend(60.0), "sigmoid").sum() > 20


def test_a_legend_cuts_the_longest_name_and_loses_none():
    def legend(room: float) -> Figure:
        place = Place(0.0, 0.5, Unit.CARD, Unit.CARD, dx=12.0)
        items = ((ZLPR, "short"), (BCE, "a name that is much too long for what is left"))
        return plain(Legend(place=place, items=items, room=room))

    inked = seen(legend(130.0), "ink2", slack=40)
    assert inked[:, 20:60].sum() > 10  # the first name, whole
    assert inked[:, 80:142].sum() > 10  # and the beginning of the other
    assert inked[:, 143:].sum() == 0
    assert seen(legend(130.0), "sigmoid").sum() > 20  # and every sign


def test_the_x_title_displaces_the_tick_it_would_touch():
    def axis(title: str) -> Figure:
        ticks = tuple(Tick(float(at), str(at)) for at in (0, 5, 10))
        return plain(x=Axis(low=0.0, high=10.0, title=title, ticks=ticks))

    with_title, without = seen(axis("s(dog)"), "mut", slack=60), seen(axis(""), "mut", slack=60)
    assert without[185:, 284:].sum() > 5  # half of the "10"
    assert with_title[185:, 284:].sum() == 0
    assert with_title[185:, 240:282].sum() > 40


def test_roles_and_families_that_do_not_exist_are_named():
    with pytest.raises(KeyError, match="'purple' is unknown"):
        to_image(plain(Line(x=[0.0, 1.0], y=[0.0, 1.0], colour="purple")), SIZE, LIGHT)


def test_a_pill_over_a_number_of_an_axis_leaves_no_half_of_it():
    ticks = (Tick(2.0, "−2,000"), Tick(8.0, "8"))
    pill = Text(
        place=Place(2.8, 0.0, up=Unit.PLOT, dy=13.0),
        text="x",
        anchor="center",
        ground="hover",
        colour="hover",
    )
    bare = plain(x=Axis(low=0.0, high=10.0, ticks=ticks))
    with_pill = dataclasses.replace(bare, marks=(pill,))
    before, after = seen(bare, "mut"), seen(with_pill, "mut")
    left = slice(0, SIZE[0] // 2)
    assert before[:, left].any()
    assert not after[:, left].any(), "what the pill cuts is gone"
    assert np.array_equal(before[:, SIZE[0] // 2 :], after[:, SIZE[0] // 2 :]), "the other number stays"
