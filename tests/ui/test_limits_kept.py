"""Axes that grew for one loss go back when it is gone, and at no other time."""

from dataclasses import replace

import pytest

from explorer.plots.figure import View
from explorer.plots.limits import is_loose
from explorer.study.study import ShownLoss


@pytest.fixture
def window(make_window):
    return make_window()


def limits(window, *keys):
    """Return how far the y axes of these cards reach, as they are drawn now."""
    return [window.desk.canvases[key].figure.y.high for key in keys]


def add_steep_loss(window):
    window.commands.toggle_loss("circle")
    return limits(window, "gradient", "slice")


@pytest.mark.parametrize("way", ["remove", "undo", "switch off", "swap"])
def test_axes_fit_again_when_the_steep_loss_is_gone(window, way):
    before = limits(window, "gradient", "slice")
    steep = add_steep_loss(window)
    assert all(many > 4 * few for few, many in zip(before, steep, strict=True))
    study = window.session.state.study
    if way == "remove":
        window.commands.toggle_loss("circle")
    elif way == "undo":
        window.session.undo()
    else:
        last = replace(study.shown[-1], on=False) if way == "switch off" else ShownLoss("soft_zlpr")
        window.session.apply("Change", replace(study, shown=(*study.shown[:-1], last)))
    assert limits(window, "gradient", "slice") == pytest.approx(before, rel=0.5)


def test_axes_stay_within_a_gesture_and_where_they_were_chosen(window):
    limits(window, "gradient", "slice")
    steep = add_steep_loss(window)
    window.session.keep_view("slice", View((-8.0, 8.0), (0.0, 5000.0), chosen=True))
    window.session.begin("Drag")
    study = window.session.state.study
    window.session.update(replace(study, shown=study.shown[:-1]))
    assert limits(window, "gradient")[0] == steep[0]
    window.session.end()
    assert limits(window, "gradient", "slice") == [pytest.approx(1.0, rel=1), 5000.0]


def test_another_value_of_the_same_losses_keeps_the_axes(window):
    limits(window, "gradient", "slice")
    steep = add_steep_loss(window)
    study = window.session.state.study
    quiet = replace(study, shown=(*study.shown[:-1], ShownLoss("circle", {"gamma": 0.1})))
    window.session.apply("Set γ", quiet)
    assert limits(window, "gradient", "slice") == steep


def test_a_view_is_loose_when_an_axis_is_mostly_empty():
    kept = View((-8.0, 8.0), (0.0, 100.0))
    assert is_loose(kept, View((-8.0, 8.0), (0.0, 20.0)))
    assert is_loose(kept, View((-1.0, 1.0), (0.0, 100.0)))
    assert not is_loose(kept, View((-8.0, 8.0), (0.0, 30.0)))
    assert not is_loose(replace(kept, chosen=True), View((-8.0, 8.0), (0.0, 20.0)))


def test_an_undo_gives_the_axes_back_with_the_numbers(window):
    keys = ("logits", "values")
    before = limits(window, *keys)
    table = window.session.state.study.table
    huge = table.with_logits(0, [8900.0, -5245.0, 6395.0, -3295.0, -1347.0])
    window.session.apply("Keep", replace(window.session.state.study, table=huge))
    assert all(many > 100 * few for few, many in zip(before, limits(window, *keys), strict=True))
    window.session.undo()
    assert limits(window, *keys) == pytest.approx(before, rel=0.5)
