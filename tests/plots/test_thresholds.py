"""Thresholds: the cursor and where it is kept, the steps, the rules, the table."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from explorer.analysis.thresholds import f1_at, rules
from explorer.plots import PLOTS, moves
from explorer.plots.figure import Line, Text
from explorer.plots.lens import lens
from explorer.plots.thresholds import CUT, cut_of
from explorer.study.state import State
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from tests.plots.states import state

FIGURE = PLOTS["thresholds"].figure


def test_dragging_moves_the_threshold_and_nothing_else():
    before = state()
    after = moves.move(before, CUT, (1.2345, 0.5))
    assert after is not None
    assert cut_of(after.state) == 1.23
    assert after.state.study is before.study
    (cursor,) = FIGURE(after.state).handles
    assert (cursor.place.x, cursor.text) == (1.23, "+1.23")
    assert f"F1 {f1_at(before.sample, 1.23):.2f}" in FIGURE(after.state).subtitle


def test_keys_move_it_by_steps():
    now = state()
    for _ in range(10):
        after = moves.nudge(now, CUT, 0.1)
        assert after is not None
        now = after.state
    assert cut_of(now) == 1.0


@pytest.mark.parametrize("text", ["", "nonsense", "nan", "inf"])
def test_a_threshold_that_is_none_is_0(text):
    assert cut_of(state(options=((CUT, text),))) == 0.0


def test_every_rule_and_every_loss_is_listed_where_there_is_room():
    now = state(enlarged="thresholds")
    texts = [mark.text for mark in FIGURE(now).aside if isinstance(mark, Text)]
    assert all(rule.name in texts for rule in rules(now.sample))
    assert texts.count("s > 0") == 1 + 4  # the rule, and that of each loss


def test_the_curve_of_this_sample_is_exact_for_few_classes_and_for_many():
    for count in (5, 400):
        random = np.random.default_rng(count)
        now = state(random.normal(0, 2, count), (random.random(count) < 0.3).astype(float), None)
        curve = next(mark for mark in FIGURE(now).marks if isinstance(mark, Line) and mark.width == 2.0)
        x, y = np.asarray(curve.x), np.asarray(curve.y)
        inner = [(a + b) / 2 for a, b in pairwise(x) if b > a] if count == 5 else x
        heights = [h for a, b, h in zip(x[:-1], x[1:], y[:-1], strict=True) if b > a] if count == 5 else y
        np.testing.assert_allclose(heights, [f1_at(now.sample, float(at)) for at in inner])


def test_a_small_table_has_a_curve_and_a_large_one_has_none():
    def of(rows):
        table = Table.of(np.zeros((rows, 100)), np.zeros((rows, 100)))
        return State(Study("test", table, (ShownLoss("bce"),)), Look())

    assert sum(isinstance(mark, Line) for mark in FIGURE(of(3)).marks) == 2
    assert sum(isinstance(mark, Line) for mark in FIGURE(of(600)).marks) == 1
    one = lens(of(3), FIGURE(of(3)), 0.0, 0.5)
    assert one is not None
    assert [row.label for row in one.rows] == ["F1 of this sample", "predicted", "micro-F1 of the table"]
