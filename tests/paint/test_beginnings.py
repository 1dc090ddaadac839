"""A curve that grows with time looks as if it were drawn anew at each step."""

import dataclasses

import numpy as np
import pytest

from explorer.paint import beginnings
from explorer.paint.theme import LIGHT
from explorer.plots.figure import Axis, Figure, Line, LossLook
from tests.paint.test_underlay import drawn

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (400, 160)
X = np.linspace(0.0, 100.0, 101)
WHOLE = Line(x=X, y=np.cos(X / 15), look=LossLook("zlpr", 1), width=1.8)


def pictures(until, ratio=1.0, at=(0.0, 0.0)):
    """The curve up to a step as part of the whole, and for itself; as rows of colours."""
    part = dataclasses.replace(WHOLE, x=X[: until + 1], y=WHOLE.y[: until + 1], part_of=WHOLE)
    axis = Axis(low=0.0, high=100.0), Axis(low=-1.2, high=1.2)
    return [
        drawn(Figure(key="a", title="", x=axis[0], y=axis[1], marks=marks), SIZE, LIGHT, ratio=ratio, at=at)
        for marks in ((part,), (dataclasses.replace(part, part_of=None),), ())
    ]


def strength(picture, ground):
    """How far each pixel is from the ground, summed over its colours."""
    return np.abs(picture.astype(int) - ground.astype(int)).sum(axis=-1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("until", [2, 33, 70, 100])
def test_it_looks_as_the_curve_drawn_for_itself(until, ratio):
    kept, alone, ground = pictures(until, ratio, at=(2.0, 3.0))
    found, wanted = strength(kept, ground), strength(alone, ground)
    assert wanted.sum() > 0
    assert found.sum() == pytest.approx(wanted.sum(), rel=0.05)
    # cut upright: at its end a steep curve may differ within the width of its pen
    end = np.flatnonzero(wanted.any(axis=0)).max()
    assert abs(found - wanted)[:, : end - round(3 * ratio)].max() <= 120


def test_nothing_is_drawn_after_its_end():
    for until in (10, 50):
        kept, alone, ground = pictures(until)
        ends = [np.flatnonzero(strength(each, ground).any(axis=0)).max() for each in (kept, alone)]
        assert abs(ends[0] - ends[1]) <= 1


def test_the_whole_is_drawn_once():
    pictures(20)
    before = beginnings._picture.cache_info().misses
    for until in range(20, 60):
        pictures(until)
    assert beginnings._picture.cache_info().misses == before
