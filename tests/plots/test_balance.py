"""Who gets the gradient: both panels on one scale, over classes and over labels."""

from __future__ import annotations

from math import log10

import numpy as np
import pytest

from explorer.analysis.balance import sides
from explorer.plots import PLOTS
from explorer.plots.figure import Line, Points, Text
from explorer.plots.lens import lens
from explorer.study.study import ShownLoss
from tests.plots.states import state

FIGURE = PLOTS["balance"].figure
LABELS = (("balance.against", "labels"),)


def many(**look):
    targets = np.zeros(1000)
    targets[:3] = 1.0
    return state(np.zeros(1000), targets, None, shown=("zlpr", "bce"), **look)


def test_both_panels_have_the_same_scale():
    figure = FIGURE(many())
    at = {}
    for tick in figure.y.ticks:
        at.setdefault(tick.text, []).append(tick.at)
    gaps = {round(high - low, 9) for low, high in at.values()}
    assert len(gaps) == 1


def test_markers_stand_at_the_sample():
    figure = FIGURE(many())
    points = [mark for mark in figure.marks if isinstance(mark, Points)]
    assert {point.x[0] for point in points} == {log10(1000)}
    by_text = {tick.text: tick.at for tick in figure.y.ticks if tick.at > 1.15}
    unit = (by_text["10³"] - by_text["1"]) / 3  # a power of ten
    heights = [by_text["1"] + unit * log10(side) for side in (0.75, 1.5)]
    assert [points[0].y[0], points[2].y[0]] == pytest.approx(heights)


def test_the_read_out_says_both_sides():
    now = many()
    found = lens(now, FIGURE(now), 3.0, 1.0)
    assert found is not None
    assert found.title.startswith("n = 1,000, k = 3")
    assert [row.text for row in found.rows] == ["0.750 : 0.999", "1.500 : 498.500"]
    wanted = sides(ShownLoss("bce"), 1000, 30)
    against = many(options=LABELS)
    other = lens(against, FIGURE(against), log10(30), 1.0)
    assert other is not None
    assert other.rows[1].text == f"{wanted.labelled:.3f} : {wanted.others:.3f}"


def test_logits_matter_only_where_their_means_are_asked_for():
    depends = PLOTS["balance"].depends
    one, other = state(), state([3.0, 0.0, 0.0, 0.0, 0.0])
    means = (("balance.at", "means"),)
    assert depends(one) != depends(other)  # other records of losses
    moved = one.with_study(one.study.with_table(one.study.table.with_logit(0, 0, 5.0)))
    assert depends(one) == depends(moved)
    assert depends(one.with_look(options=means)) != depends(moved.with_look(options=means))


def test_a_loss_without_meaning_for_so_many_labels_is_said():
    figure = FIGURE(state(shown=("zlpr", "am_softmax")))
    assert figure.corner == "without AM-softmax"
    assert len([mark for mark in figure.marks if isinstance(mark, Line)]) == 2


def test_a_curve_that_ends_says_up_to_where_it_is_computed():
    ends = "computed up to 2,000 classes"
    for keys, said in ((("combinatorial_softmax", "bce"), 1), (("zlpr", "bce"), 0)):
        figure = FIGURE(state(shown=keys))
        assert figure.subtitle.startswith("n grows, every logit 0")
        assert sum(isinstance(mark, Text) and mark.text == ends for mark in figure.marks) == said
