import pytest

from explorer.plots.figure import Axis, Figure, View
from explorer.ui.cards.zoom import panned, zoomed


def figure(x_free=True, y_free=False):
    return Figure(
        key="slice", title="Slice", x=Axis(low=-8, high=8, free=x_free), y=Axis(low=0, high=20, free=y_free)
    )


VIEW = View((-8.0, 8.0), (0.0, 20.0))


def test_zooming_keeps_the_point_under_the_pointer():
    view = zoomed(figure(), VIEW, (4.0, 3.0), 1)
    low, high = view.x
    assert (4.0 - low) / (high - low) == pytest.approx(12 / 16)
    assert high - low == pytest.approx(16 / 1.2)
    assert view.chosen


def test_zooming_in_and_out_comes_back():
    there = zoomed(figure(), VIEW, (1.0, 0.0), 3)
    back = zoomed(figure(), there, (1.0, 0.0), -3)
    assert back.x == pytest.approx(VIEW.x)


def test_only_free_axes_move():
    assert zoomed(figure(), VIEW, (0, 0), 1).y == VIEW.y
    assert zoomed(figure(x_free=False), VIEW, (0, 0), 1) is None
    assert panned(figure(x_free=False, y_free=True), VIEW, (2.0, 5.0)) == View((-8.0, 8.0), (5.0, 25.0), True)


def test_zooming_stops_before_the_axis_vanishes():
    view = VIEW
    for _ in range(200):
        view = zoomed(figure(), view, (0.0, 0.0), 1) or view
    assert view.x[1] - view.x[0] >= 1e-3
