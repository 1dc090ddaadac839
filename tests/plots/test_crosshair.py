"""What is pointed at in one card is marked in the others that show it."""

import math

import numpy as np
import pytest

from explorer.plots import PLOTS
from explorer.plots.crosshair import crosshair
from explorer.plots.figure import Line, Points, Rectangles, Text
from explorer.plots.pointing import Pointer
from tests.plots.states import LOGITS, state


def marks(key, pointer, now=None):
    now = now or state()
    return crosshair(now, PLOTS[key].figure(now), pointer)


def lines(found):
    return [(tuple(mark.x), tuple(mark.y)) for mark in found if isinstance(mark, Line)]


def tags(found):
    return [mark.text for mark in found if isinstance(mark, Text)]


def test_nothing_is_marked_without_a_pointer():
    assert all(marks(key, None) == () for key in PLOTS)


@pytest.mark.parametrize("key", ["logits", "gradient"])
def test_a_class_of_the_table_is_tinted_in_its_column(key):
    (tint,) = marks(key, Pointer("classes", 0.0, 0.0, 3))
    assert isinstance(tint, Rectangles)
    assert (tint.x0[0], tint.x1[0]) == (2.5, 3.5)
    assert tint.opacity < 0.1


def test_a_thin_column_gets_a_line():
    now = state(np.zeros(40), np.zeros(40), classes=None)
    assert lines(marks("gradient", Pointer("logits", 7.0, 1.0, 7), now))[0][0] == (7, 7)


def test_a_logit_of_the_slice_is_marked_in_editor_and_landscape():
    now = state(slice_class=1, landscape=(0, 1))
    pointer = Pointer("slice", 1.5, 2.0)
    own = marks("slice", pointer, now)
    assert tags(own) == ["+1.50", "2.00"]
    editor = marks("logits", pointer, now)
    assert lines(editor) == [((0.5, 1.5), (1.5, 1.5))]
    assert tags(editor) == ["+1.50"]
    assert tags(marks("landscape", pointer, now)) == ["+1.50"]
    assert marks("gradient", pointer, now) == ()


def test_both_logits_of_the_landscape_are_marked_in_the_editor():
    now = state(landscape=(4, 2), slice_class=2)
    pointer = Pointer("landscape", 1.0, -2.0)
    assert lines(marks("logits", pointer, now)) == [((3.5, 4.5), (1.0, 1.0)), ((1.5, 2.5), (-2.0, -2.0))]
    assert tags(marks("slice", pointer, now)) == ["−2.00"]
    assert tags(marks("landscape", pointer, now)) == ["+1.00", "−2.00"]


def test_a_height_in_the_editor_is_marked_in_the_slice_of_that_class_only():
    now = state(slice_class=2)
    assert tags(marks("slice", Pointer("logits", 2.0, 1.25, 2), now)) == ["+1.25"]
    assert marks("slice", Pointer("logits", 1.0, 1.25, 1), now) == ()


def test_a_hovered_class_is_ringed_on_its_curve():
    (ring,) = marks("sharpening", Pointer("classes", 0.0, 0.0, 2), state(alpha=2.0))
    shares = np.exp(2 * np.array(LOGITS)) / np.exp(2 * np.array(LOGITS)).sum()
    assert isinstance(ring, Points)
    assert ring.x[0] == pytest.approx(math.log10(2))
    assert ring.y[0] == pytest.approx(shares[2])


@pytest.mark.parametrize("key", ["budget", "values"])
def test_the_row_of_a_loss_is_marked_in_both_lists(key):
    (tint,) = marks(key, Pointer("values", 0.3, 2.2))
    assert (tint.y0[0], tint.y1[0]) == (1.5, 2.5)


def test_what_lies_outside_the_limits_is_not_marked():
    assert marks("slice", Pointer("logits", 2.0, 400.0, 2), state(slice_class=2)) == ()
    assert marks("logits", Pointer("slice", 400.0, 0.0)) == ()


def test_the_same_place_gives_the_same_marks():
    now = state()
    first = marks("gradient", Pointer("logits", 1.1, 0.5, 1), now)
    assert first == marks("gradient", Pointer("logits", 0.9, 0.7, 1), now)
    assert first != marks("gradient", Pointer("logits", 2.1, 0.5, 2), now)


def test_of_many_classes_the_ring_lies_on_the_axis_of_logarithms():
    logits = np.linspace(-3, 3, 200)
    now = state(logits, np.zeros(200), classes=None)
    (ring,) = marks("sharpening", Pointer("classes", 0.0, 0.0, 150), now)
    share = np.exp(logits[150]) / np.exp(logits).sum()
    assert PLOTS["sharpening"].figure(now).y.low < 0
    assert ring.y[0] == pytest.approx(math.log10(share))
    assert tags(marks("gradient", Pointer("gradient", 1.0, -2.0), now)) == []
