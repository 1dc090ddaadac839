"""Sweeps: which losses are swept, what the cursors do, where the rings are."""

from __future__ import annotations

from dataclasses import replace
from math import log10

import numpy as np
import pytest

from explorer.analysis.sweeps import best_scale
from explorer.plots import PLOTS, moves
from explorer.plots.figure import EndLabels, Line, Points
from explorer.plots.shown import sight
from explorer.plots.sweeps import EPSILON
from explorer.study.state import State
from explorer.study.study import ShownLoss
from tests.plots.states import state

FIGURE = PLOTS["sweeps"].figure
SCALE = (("sweeps.across", "scale"),)


def settings(now: State) -> list[float | None]:
    return [dict(shown.settings).get("epsilon") for shown in now.study.shown]


def lines(now: State) -> list[Line]:
    return [mark for mark in FIGURE(now).marks if isinstance(mark, Line)]


def test_only_losses_that_smooth_are_swept_over_epsilon():
    assert len(lines(state())) == 2
    assert "ε" in FIGURE(state(shown=("zlpr", "bce"))).note


def test_dragging_changes_the_losses_that_had_the_same_epsilon():
    other = ShownLoss("smoothed_bce", (("epsilon", 0.3),))
    before = state(shown=("zlpr", "smoothed_zlpr", other, "smoothed_bce"))
    after = moves.move(before, EPSILON, (0.2049, 1.0))
    assert after is not None
    assert settings(after.state) == [None, 0.2, 0.3, 0.2]
    assert after.label == "Set ε of 2 losses to 0.20"
    one = moves.move(state(shown=("smoothed_bce",)), EPSILON, (0.5, 1.0))
    assert one is not None
    assert one.label == "Set ε of BCE smoothed to 0.50"


def test_a_drag_past_another_epsilon_does_not_take_it_along():
    other = ShownLoss("smoothed_bce", (("epsilon", 0.3),))
    start = state(shown=("smoothed_zlpr", other))
    gesture = State(start.study, start.look, before=start.study)
    for at in (0.2, 0.3, 0.4):
        after = moves.move(gesture, EPSILON, (at, 1.0))
        assert after is not None
        gesture = State(after.state.study, after.state.look, before=start.study)
    assert settings(gesture) == [0.4, 0.3]


def test_epsilon_stays_within_what_is_allowed():
    for at, wanted in ((-3.0, 0.0), (7.0, 1.0)):
        after = moves.move(state(), EPSILON, (at, 1.0))
        assert after is not None
        assert settings(after.state)[1] == wanted
    after = moves.nudge(state(), EPSILON, 1.0)
    assert after is not None
    assert settings(after.state)[1] == pytest.approx(0.2)
    assert moves.nudge(state(shown=("bce",)), EPSILON, 1.0) is None
    assert moves.move(state(shown=("bce",)), EPSILON, (0.1, 0.0)) is None


def test_markers_lie_on_their_curves():
    now = state()
    figure = FIGURE(now)
    points = [mark for mark in figure.marks if isinstance(mark, Points)]
    for line, point, entry in zip(lines(now), points, sight(now).losses[1::2], strict=True):
        assert point.y[0] == pytest.approx(entry.evaluation.value)
        assert np.interp(point.x[0], line.x, line.y) == pytest.approx(point.y[0], rel=1e-3)


def test_a_ring_marks_the_best_scale():
    now = state([1.5, 1.2, 1.0], [1.0, 0.0, 0.0], None, shown=("label_smoothing",), options=SCALE)
    (entry,) = sight(now).losses
    ring = next(mark for mark in FIGURE(now).marks if isinstance(mark, Points) and mark.hollow)
    wanted = best_scale(now.sample, entry.evaluation)
    assert (ring.x[0], ring.y[0]) == (log10(wanted.scale), wanted.value)
    assert "best at 8.650" in FIGURE(now).description


def test_over_the_scale_the_cursor_is_alpha():
    (cursor,) = FIGURE(state(alpha=2.0, options=SCALE)).handles
    assert (cursor.id, cursor.place.x) == ("alpha", log10(2.0))


def test_two_of_the_same_loss_are_told_apart_by_what_differs():
    names = ("all", "flip")
    shown = tuple(
        ShownLoss("smoothed_bce", (("convention", float(choice)), ("epsilon", 0.1))) for choice in (0, 3)
    )
    now = state()
    now = now.with_study(replace(now.study, shown=shown))
    assert [entry.label for entry in sight(now).losses] == [f"BCE smoothed, t′ {name}" for name in names]
    ends = next(mark for mark in FIGURE(now).marks if isinstance(mark, EndLabels))
    assert [item.kept.strip() for item in ends.items] == [f"t′ {name}" for name in names]
