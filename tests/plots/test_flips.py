"""Label flips: which classes have a row, what a row says, and what a click does."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.plots import PLOTS, moves
from explorer.plots.crosshair import crosshair
from explorer.plots.figure import Rectangles, Swatch, Text
from explorer.plots.lens import lens
from explorer.plots.pointing import Pointer, class_at
from tests.plots.states import LOGITS, NAMES, state

FLIPS = PLOTS["flips"]


def rows_of(figure):
    return [moves.parts(handle.id)[1] for handle in figure.handles]


def test_the_most_helpful_flip_is_at_the_top():
    figure = FLIPS.figure(state(shown=("bce",)))
    # of BCE a flip changes the loss by the logit of a labelled class and by minus that of any other
    assert [NAMES[index] for index in rows_of(figure)] == ["blur", "night", "indoor", "dog", "cat"]
    (bars,) = [mark for mark in figure.marks if isinstance(mark, Rectangles)]
    lengths = (np.asarray(bars.x1) - np.asarray(bars.x0)).tolist()
    wanted = [-LOGITS[4], -LOGITS[2], -LOGITS[3], LOGITS[1], LOGITS[0]]
    np.testing.assert_allclose(np.array(lengths) / lengths[0], np.array(wanted) / wanted[0])


def test_a_bar_has_the_length_of_its_number():
    figure = FLIPS.figure(state(shown=("bce",), enlarged="flips"))
    texts = [mark.text for mark in figure.marks if isinstance(mark, Text)]
    assert texts[:5] == ["−4.58", "−4.11", "−3.22", "−0.80", "+1.44"]
    assert texts[5] == "±5"  # what the longest bar could stand for


def test_a_head_ends_with_its_column():
    keys = ("zlpr", "bce", "soft_zlpr", "focal", "smoothed_bce")
    figure = FLIPS.figure(state(shown=keys, enlarged="flips"))
    heads = [mark for mark in figure.still if isinstance(mark, Text)]
    assert len(heads) == len(keys)
    for column, head in enumerate(heads):
        assert head.place.x < head.until.x < column + 1
    assert not any(mark.line for mark in figure.still if isinstance(mark, Swatch))  # no room for lines


def test_a_click_flips_the_label_and_can_be_undone_by_name():
    after = moves.click(state(), "flips.class:4")
    assert after is not None
    assert after.label == "Label blur"
    assert after.state.sample.targets.tolist() == [1.0, 1.0, 0.0, 0.0, 1.0]
    again = moves.click(after.state, "flips.class:4")
    assert again is not None
    assert again.label == "Unlabel blur"
    assert moves.click(state(), "flips.class:9") is None
    assert moves.move(state(), "flips.class:4", (0.0, 1.0)) is None


@pytest.mark.parametrize(("enlarged", "most"), [(None, 6), ("flips", 20)])
def test_of_many_classes_the_most_telling_and_the_held_one_are_listed(enlarged, most):
    random = np.random.default_rng(1)
    now = state(
        random.normal(-2, 2, 100), (random.random(100) < 0.1).astype(float), None, held=50, enlarged=enlarged
    )
    figure = FLIPS.figure(now)
    assert len(rows_of(figure)) == most
    assert 50 in rows_of(figure)
    assert figure.corner == f"{most} of 100"


def test_a_row_is_read_class_by_class():
    now = state(shown=("bce", "zlpr"))
    figure = FLIPS.figure(now)
    found = lens(now, figure, 0.5, 0.2)
    assert found is not None
    assert found.title == "label blur"
    assert found.class_index == 4
    assert found.number == pytest.approx(-LOGITS[4])
    assert found.rows[0].text == "−4.5778"
    assert class_at(figure, 0.5, 0.2) == 4
    assert lens(now, figure, 0.5, 9.0) is None


def test_the_class_pointed_at_elsewhere_is_tinted():
    now = state()
    marks = crosshair(now, FLIPS.figure(now), Pointer("gradient", 4.0, 0.0, 4))
    assert len(marks) == 1
    assert crosshair(now, FLIPS.figure(now), Pointer("values", 4.0, 0.0, None)) == ()
