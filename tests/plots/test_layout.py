"""Where things lie and what is hit, by arithmetic alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots.figure import Axis, Figure, Handle, Margins, Place, Unit
from explorer.plots.layout import FAR, HEADER, TARGET, Box, Layout


def figure(**changes: object) -> Figure:
    fields: dict = {
        "key": "k",
        "title": "Title",
        "x": Axis(low=0.0, high=10.0),
        "y": Axis(low=-1.0, high=1.0),
        "margins": Margins(40.0, 20.0, 10.0, 30.0),
    }
    return Figure(**(fields | changes))


def grip(index: int, value: float = 0.0, **changes: object) -> Handle:
    fields: dict = {
        "id": f"logit:{index}",
        "place": Place(index, value),
        "axis": "y",
        "low": -9.0,
        "high": 9.0,
        "shape": "grip",
        "reach": "column",
    }
    return Handle(**(fields | changes))


def cursor(at: float, **changes: object) -> Handle:
    fields: dict = {
        "id": "slice",
        "place": Place(at, 0.0),
        "axis": "x",
        "low": -9.0,
        "high": 9.0,
        "shape": "cursor",
        "reach": "line",
        "text": "−0.80",
    }
    return Handle(**(fields | changes))


def test_the_plot_is_the_card_less_header_and_margins():
    plot = Layout(figure(), 350.0, 280.0).plot
    assert plot == Box(40.0, HEADER + 20.0, 300.0, 280.0 - HEADER - 50.0)


def test_without_a_title_there_is_no_header():
    assert Layout(figure(title=""), 350.0, 280.0).plot.y == 20.0


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]))
def test_pixels_and_data_are_inverse(px, py, scale):
    layout = Layout(figure(), 350.0 * scale, 280.0 * scale, scale)
    x, y = layout.to_data(px, py)
    assert float(layout.across(x)) == pytest.approx(px, abs=1e-6)
    assert float(layout.down(y)) == pytest.approx(py, abs=1e-6)


def test_scale_two_is_the_same_layout_with_twice_the_pixels():
    shown = figure(handles=(grip(3, 0.4), cursor(5.0)))
    small, large = Layout(shown, 350.0, 280.0), Layout(shown, 700.0, 560.0, 2.0)
    for handle in shown.handles:
        one, two = small.box(handle), large.box(handle)
        assert (two.x, two.y, two.width, two.height) == pytest.approx(
            (2 * one.x, 2 * one.y, 2 * one.width, 2 * one.height)
        )


def test_a_place_counts_in_its_units():
    layout = Layout(figure(), 350.0, 280.0)
    assert layout.to_pixels(Place(5.0, 0.0)) == pytest.approx((190.0, 150.0))
    assert layout.to_pixels(Place(1.0, 1.0, Unit.PLOT, Unit.PLOT)) == pytest.approx((340.0, 50.0))
    assert layout.to_pixels(Place(0.0, 0.0, Unit.CARD, Unit.CARD, dx=3.0, dy=-4.0)) == pytest.approx(
        (3.0, 276.0)
    )


def test_rows_may_be_numbered_downwards():
    layout = Layout(figure(y=Axis(low=3.0, high=0.0)), 350.0, 280.0)
    assert layout.to_pixels(Place(0.0, 0.0))[1] == layout.plot.y
    assert layout.to_pixels(Place(0.0, 3.0))[1] == layout.plot.bottom


def test_equal_units_shrink_the_longer_side_only():
    layout = Layout(figure(y=Axis(low=0.0, high=10.0), keep_aspect=True), 350.0, 280.0)
    assert layout.plot.width == layout.plot.height == 200.0
    assert (layout.plot.x, layout.plot.y) == (40.0, 50.0)


@pytest.mark.parametrize(
    ("height", "side"), [(5.0, "y"), (float("inf"), "y"), (-5.0, "bottom"), (float("-inf"), "bottom")]
)
def test_what_lies_outside_is_held_at_the_edge(height, side):
    layout = Layout(figure(), 350.0, 280.0)
    assert layout.to_pixels(Place(5.0, height))[1] == getattr(layout.plot, side)
    assert layout.is_outside(Place(5.0, height)) == (0, -1 if side == "y" else 1)
    assert layout.is_outside(Place(5.0, 0.99)) == (0, 0)


def test_an_undefined_height_stands_at_zero():
    layout = Layout(figure(), 350.0, 280.0)
    assert layout.to_pixels(Place(5.0, float("nan"))) == layout.to_pixels(Place(5.0, 0.0))


def test_arrays_stay_near_and_keep_nan():
    pixels = Layout(figure(), 350.0, 280.0).across([np.inf, -np.inf, np.nan, 1e300])
    assert pixels[[0, 1, 3]].tolist() == [FAR, -FAR, FAR]
    assert np.isnan(pixels[2])


@pytest.mark.parametrize(("low", "high"), [(1.0, 1.0), (float("nan"), 1.0), (0.0, float("inf"))])
def test_limits_without_extent_give_finite_pixels(low, high):
    layout = Layout(figure(x=Axis(low=low, high=high)), 350.0, 280.0)
    assert np.isfinite(layout.across([0.0, 1.0])).all()


def test_a_card_without_room_still_has_a_plot():
    layout = Layout(figure(handles=(grip(1),)), 0.0, 0.0)
    assert layout.plot.width >= 1.0
    assert layout.hit(0.0, 0.0) is None or layout.hit(0.0, 0.0).id == "logit:1"


def test_a_scale_must_be_positive():
    with pytest.raises(ValueError, match="scale 0"):
        Layout(figure(), 10.0, 10.0, 0)


# -- hitting -------------------------------------------------------------------------------------


def test_a_small_shape_has_a_large_target():
    layout = Layout(figure(handles=(grip(5, reach="box", width=6.0, height=6.0),)), 350.0, 280.0)
    x, y = layout.to_pixels(Place(5.0, 0.0))
    near, far = TARGET / 2 - 0.5, TARGET / 2 + 0.5
    assert layout.hit(x + near, y - near).id == "logit:5"
    assert layout.hit(x + far, y) is None


def test_a_whole_column_is_a_target_but_only_inside_the_plot():
    layout = Layout(figure(handles=(grip(2), grip(5, 0.8))), 350.0, 280.0)
    x, _ = layout.to_pixels(Place(5.0, 0.0))
    assert layout.hit(x + 10.0, layout.plot.bottom - 2.0).id == "logit:5"
    assert layout.hit(x, layout.plot.bottom + 14.0) is None
    assert layout.hit(x - 45.0, layout.plot.bottom - 2.0) is None


def test_the_nearest_column_wins_where_targets_overlap():
    handles = tuple(grip(index) for index in range(50))
    layout = Layout(figure(x=Axis(low=-0.5, high=49.5), handles=handles), 350.0, 280.0)
    for index in (0, 17, 49):
        x, _ = layout.to_pixels(Place(index, 0.0))
        assert layout.hit(x + 1.0, layout.plot.bottom - 2.0).id == f"logit:{index}"


def test_a_line_is_grabbed_twelve_pixels_round_it():
    layout = Layout(figure(handles=(cursor(5.0),)), 350.0, 280.0)
    x, _ = layout.to_pixels(Place(5.0, 0.0))
    middle = layout.plot.centre[1]
    assert layout.hit(x + 11.5, middle).id == "slice"
    assert layout.hit(x - 12.5, middle) is None


def test_shapes_come_before_lines_and_lines_before_columns():
    chip = grip(5, -0.5, id="target:5", reach="box", shape="chip")
    layout = Layout(figure(handles=(grip(5, 0.9), cursor(5.2), chip)), 350.0, 280.0)
    x, y = layout.to_pixels(Place(5.0, -0.5))
    assert layout.hit(x, y).id == "target:5"
    assert layout.hit(x, y - 40.0).id == "slice"
    assert layout.hit(x - 10.0, y - 40.0).id == "logit:5"


@pytest.mark.parametrize("at", [-99.0, 0.0, 5.0, 10.0, 99.0])
def test_the_head_of_a_cursor_stays_inside_the_card(at):
    layout = Layout(figure(handles=(cursor(at),), margins=Margins(2.0, 20.0, 2.0, 20.0)), 350.0, 280.0)
    box = layout.box(layout.figure.handles[0])
    assert box.x >= 0
    assert box.right <= 350.0


def test_neighbouring_grips_leave_a_gap():
    handles = tuple(grip(index, width=60.0) for index in range(3))
    layout = Layout(figure(handles=handles), 350.0, 280.0)
    first, second = layout.box(handles[0]), layout.box(handles[1])
    assert second.x - first.right == pytest.approx(4.0)


@pytest.mark.parametrize("axis", ["x", "y"])
def test_chips_keep_to_their_columns_whichever_way_they_are_dragged(axis):
    chips = tuple(grip(index, axis=axis, shape="chip", reach="box", width=60.0) for index in range(3))
    layout = Layout(figure(handles=chips, y=Axis(low=-9.0, high=9.0)), 350.0, 280.0)
    assert [layout.box(chip).width for chip in chips] == pytest.approx([26.0] * 3)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1, max_size=8), st.floats(-50, 400))
def test_hitting_never_fails(heights, px):
    handles = tuple(grip(index, height) for index, height in enumerate(heights))
    layout = Layout(figure(handles=handles), 350.0, 280.0)
    found = layout.hit(px, 150.0)
    assert found is None or found in handles
    assert all(np.isfinite([layout.box(handle).x, layout.box(handle).y]).all() for handle in handles)


@pytest.mark.parametrize("places", [
    [Place(0, 0.5), Place(11, 0.0), Place(3, -7.0), Place(np.nan, np.nan), Place(2, np.inf, dx=3.0, dy=-2.0)],
    [Place(index, 0.0, up=Unit.PLOT, dy=22.0) for index in range(4)],
    [Place(0.5, 0.5, across=Unit.CARD, up=Unit.PLOT), Place(0.5, 0.5, across=Unit.PLOT, up=Unit.CARD)],
])  # fmt: skip
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_many_centres_are_those_of_each(places, scale):
    layout = Layout(figure(), 400, 300, scale)
    handles = [grip(index, place=place) for index, place in enumerate(places)]
    centres, outside = layout.centres(handles)
    assert centres.tolist() == pytest.approx([complex(*layout.to_pixels(place)) for place in places])
    assert outside.tolist() == [any(layout.is_outside(place)) for place in places]


def test_points_are_those_across_and_down():
    layout = Layout(figure(), 400, 300)
    x, y = np.array([0.0, 3.3, np.nan, 1e9]), np.array([0.2, -5.0, 1.0, -np.inf])
    points = layout.frame.points(x, y)
    np.testing.assert_allclose(points.real, layout.across(x))
    np.testing.assert_allclose(points.imag, layout.down(y))


@pytest.mark.parametrize("low", [0.0, 1e16, -1e300, -1e308])
@pytest.mark.parametrize("high", [0.0, 1.0, 1e16, 1e308])
def test_axes_of_any_size_place_any_number(low, high):
    layout = Layout(figure(x=Axis(low=low, high=high), y=Axis(low=low, high=high)), 400, 300)
    numbers = np.array([1e308, -1e308, 0.0, 1e16, np.inf])
    points = layout.frame.points(numbers, numbers)
    for pixels in (points.real, points.imag, layout.across(numbers), layout.down(numbers)):
        assert np.all(np.abs(pixels) <= 20_000)
    assert np.isfinite(layout.to_data(100.0, 100.0)).all()
