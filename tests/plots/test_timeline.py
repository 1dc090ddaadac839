"""The timeline: lanes, their curves, the cursor in time, and what the hand does."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from explorer.analysis.at_time import at_step
from explorer.analysis.descents import Descents
from explorer.analysis.keeping import Same
from explorer.plots import PLACED, PLOTS, moves, owner_of, plot_of, timeline
from explorer.plots.copying import numbers_of
from explorer.plots.figure import Band, Line, Points, Text, Unit
from explorer.plots.layout import Layout
from explorer.plots.lens import lens
from explorer.plots.timeline_curves import BUCKETS, TALLEST, curve_of, extremes, is_logarithmic
from tests.plots.states import SHOWN, TARGETS, state

LANES, ROW = PLACED["timeline"], PLACED["timeline_row"]
DIVERGES = (("descend.decay", "10"), ("descend.rate", "1000"))


@cache
def _start(targets, shown, options):
    made = state(targets=targets, shown=shown, options=options)
    return replace(made, results={"descents": Descents.of(made).advance()})


def descended(targets=TARGETS, shown=SHOWN, options=(), **look):
    """A state whose descents are computed to their end."""
    return _start(targets, shown, options).with_look(**look)


def texts(figure):
    return [mark.text for mark in (*figure.marks, *figure.still, *figure.aside) if isinstance(mark, Text)]


def travelled(figure):
    return [mark for mark in figure.marks if isinstance(mark, Line)]


def whole(figure):
    return [mark for mark in figure.still if isinstance(mark, Line)]


class TestLanes:
    def test_every_loss_has_its_whole_curve_pale_and_the_travelled_part_full(self):
        figure = LANES.figure(descended(time=37))
        assert [line.look.family for line in travelled(figure)] == ["zlpr", "zlpr", "sigmoid", "sigmoid"]
        for full, pale in zip(travelled(figure), whole(figure), strict=True):
            assert full.x[0] == pale.x[0] == 0
            assert full.x[-1] == 37
            assert pale.x[-1] == 200
            assert pale.look.opacity == pytest.approx(0.43 * full.look.opacity)
            assert full.look.member == pale.look.member
            assert full.y[-1] == pytest.approx(np.interp(37, pale.x, pale.y))

    def test_markers_stand_at_the_cursor(self):
        figure = LANES.figure(descended(time=37))
        markers = [mark for mark in figure.marks if isinstance(mark, Points)]
        assert len(markers) == 4
        assert {float(mark.x[0]) for mark in markers} == {37.0}

    def test_nothing_is_travelled_at_step_0(self):
        figure = LANES.figure(descended())
        assert travelled(figure) == []
        assert len(whole(figure)) == 4

    def test_the_numbers_are_the_losses_at_the_step_and_their_floors(self):
        seen = descended(time=37)
        courses = seen.results["descents"].courses
        words = texts(LANES.figure(seen))
        for course in courses:
            assert f"{course.values[37]:.3f}" in words
        assert "1.474" in words  # the floor of smoothed ZLPR for these targets

    def test_a_curve_falls_towards_its_floor_on_the_grey_line(self):
        seen = descended(time=200)
        for row, line in enumerate(whole(LANES.figure(seen))):
            assert line.y[0] == pytest.approx(row - 0.34)  # the highest value
            assert line.y[0] < line.y[-1] <= row + 0.34 + 1e-12  # rows grow downwards

    def test_without_descents_the_lanes_are_there_with_their_losses(self):
        figure = LANES.figure(state())
        assert whole(figure) == travelled(figure) == []
        assert "6.459" in texts(figure)
        assert figure.handles[0].high == 200

    def test_descents_of_another_sample_are_not_shown(self):
        old = descended()
        other = replace(state(logits=(1.0, 2.0), targets=(1.0, 0.0), classes=("a", "b")), results=old.results)
        assert whole(LANES.figure(other)) == []

    def test_a_refused_loss_has_no_lane(self):
        figure = LANES.figure(
            descended(targets=(1, 1, 0, 0, 0.3), shown=("zlpr", "soft_zlpr", "bce"), time=5)
        )
        assert [line.look.family for line in travelled(figure)] == ["zlpr", "sigmoid"]
        assert "Left out" in figure.description

    def test_where_no_loss_is_on_a_note_says_so(self):
        for plot in (LANES, ROW):
            figure = plot.figure(state(shown=()))
            assert "No loss is on" in figure.note
            assert figure.handles == ()

    def test_a_diverged_lane_says_where(self):
        seen = descended(options=DIVERGES, time=150)
        at = seen.results["descents"].courses[0].diverged
        figure = LANES.figure(seen)
        assert f"diverged at step {at}" in texts(figure)
        assert f"diverged at step {at}" in figure.description
        assert travelled(figure)[0].x[-1] <= at

    def test_a_narrow_picture_says_it_in_the_place_of_the_numbers(self):
        seen = descended(options=DIVERGES)
        at = seen.results["descents"].courses[0].diverged
        for time in (0, at - 1):
            figure = timeline.figure_in(at_step(seen.with_look(time=time)), 318.0)
            behind = [mark for mark in figure.marks if isinstance(mark, Text) and mark.text == "diverged"]
            assert [mark.place.x for mark in behind] == [float(at)] * 4  # behind the ends of the curves
            assert len([mark for mark in figure.marks if isinstance(mark, Text) and mark.mono]) == 4
        for time in (at, 200):
            figure = timeline.figure_in(at_step(seen.with_look(time=time)), 318.0)
            instead = [mark for mark in figure.marks if isinstance(mark, Text) and mark.text == "diverged"]
            assert [mark.place.across for mark in instead] == [Unit.CARD] * 4
            assert not [mark for mark in figure.marks if isinstance(mark, Text) and mark.mono]

    def test_the_lane_of_the_shown_copy_is_banded(self):
        for index in (0, 2):
            bands = [
                mark
                for mark in LANES.figure(descended(time=3, landscape_loss=index)).marks
                if isinstance(mark, Band)
            ]
            assert [(band.x0, band.x1) for band in bands] == [(index - 0.5, index + 0.5)]

    def test_what_stays_is_the_same_object_from_step_to_step(self):
        """The screen keeps a picture of it."""
        first = descended(time=3)
        second = first.with_look(time=4)
        assert LANES.figure(first).still is LANES.figure(second).still


class TestManyLosses:
    SHOWN = ("zlpr", "soft_zlpr", "smoothed_zlpr", "bce", "smoothed_bce", "focal", "asl", "hill")

    def test_some_are_seen_and_the_wheel_scrolls(self):
        seen = descended(shown=self.SHOWN, time=9)
        figure = LANES.figure(seen)
        assert figure.scrolls
        assert len(travelled(figure)) == timeline.LANES
        assert "1–5 of 8" in texts(figure)
        further = seen.with_look(options=timeline.scrolled(seen.look, 8, 1.0).options)
        assert "2–6 of 8" in texts(LANES.figure(further))
        assert not any(isinstance(mark, Band) for mark in LANES.figure(further).marks)  # its lane is above

    def test_scrolling_stops_at_the_ends(self):
        look = state().look
        for _ in range(9):
            look = timeline.scrolled(look, 8, 1.0)
        assert timeline.first_of(look, 8) == 3
        for _ in range(9):
            look = timeline.scrolled(look, 8, -1.0)
        assert timeline.first_of(look, 8) == 0

    @pytest.mark.parametrize(("place", "first"), [(0, 0), (4, 0), (5, 1), (7, 3)])
    def test_a_lane_comes_into_sight(self, place, first):
        assert timeline.first_of(timeline.in_sight(state().look, 8, place), 8) == first

    def test_the_row_shows_all(self):
        assert len(travelled(ROW.figure(descended(shown=self.SHOWN, time=9)))) == 8


class TestCurves:
    def test_a_long_curve_keeps_its_spikes_and_ends(self):
        values = np.linspace(5.0, 1.0, 10_001)
        values[4_321], values[7_007] = 9.0, 0.2
        kept = extremes(values)
        assert len(kept) <= 2 * BUCKETS + 2
        assert {0, 4_321, 7_007, 10_000} <= set(kept.tolist())
        assert (np.diff(kept) > 0).all()

    def test_a_break_of_a_long_curve_is_kept(self):
        values = np.linspace(5.0, 1.0, 5_000)
        values[3_000:] = np.nan
        kept = extremes(values)
        assert np.isnan(values[kept]).any()
        assert np.isfinite(values[kept][kept < 3_000]).all()

    def test_a_short_curve_keeps_everything(self):
        assert extremes(np.zeros(2 * BUCKETS)).tolist() == list(range(2 * BUCKETS))

    def test_a_burst_is_cut_so_that_the_rest_keeps_its_shape(self):
        class Course:
            values = np.array([4.0, 3.0, 1e9, 2.0])

        at, shares = curve_of(Same(Course()), 0.0)
        assert at.tolist() == [0, 1, 2, 3]
        assert shares == pytest.approx([2 / 8, 1 / 8, 1.0, 0.0])  # from 2 to 4 and TALLEST times that way
        assert TALLEST == 3.0

    def test_a_small_fall_fills_its_lane_but_noise_does_not(self):
        class Course:
            values = np.array([4.0, 3.9, 3.8])

        class Noise:
            values = np.array([4.0, 4.0 - 1e-6, 4.0 + 1e-6])

        assert curve_of(Same(Course()), 0.0)[1] == pytest.approx([1.0, 0.5, 0.0])
        assert np.ptp(curve_of(Same(Noise()), 0.0)[1]) < 1e-3

    def test_a_fall_through_decades_is_even(self):
        class Course:
            values = 0.5 + np.array([1.0, 0.1, 0.01, 0.001])

        course = Same(Course())
        assert is_logarithmic(course, 0.5)
        assert not is_logarithmic(course, 0.0)
        assert curve_of(course, 0.5)[1] == pytest.approx([1.0, 2 / 3, 1 / 3, 0.0])

    def test_a_course_that_reaches_its_floor_is_drawn_to_a_millionth(self):
        class Course:
            values = np.array([1.0, 1e-3, 0.0])

        assert curve_of(Same(Course()), 0.0)[1] == pytest.approx([1.0, 0.5, 0.0])

    def test_a_flat_curve_lies_on_its_line(self):
        class Course:
            values = np.array([2.0, 2.0, 2.0])

        assert curve_of(Same(Course()), 2.0)[1].tolist() == [0.0, 0.0, 0.0]


class TestSteps:
    def test_round_steps_but_none_under_the_pill(self):
        for time, left in ((0, "50 100 150 200"), (100, "0 50 150 200"), (73, "0 50 100 150 200")):
            words = texts(LANES.figure(descended(time=time)))
            assert [text for text in words if text in {"0", "50", "100", "150", "200"}] == left.split()

    @pytest.mark.parametrize("time", [0, 6, 13, 37, 63, 100, 187, 194, 200])
    @pytest.mark.parametrize("width", [900, 1180, 1900])
    def test_no_step_touches_the_pill(self, time, width):
        figure = LANES.figure(descended(time=time))
        layout = Layout(figure, width, 108)
        pill = layout.box(figure.handles[0])
        for mark in figure.marks:
            if isinstance(mark, Text) and mark.anchor == "center":
                x, _ = layout.to_pixels(mark.place)
                half = 3.5 * len(mark.text)
                assert x + half < pill.x or x - half > pill.right

    def test_the_cursor_stands_at_the_last_step_of_a_shorter_plan(self):
        figure = LANES.figure(descended(time=500))
        assert figure.handles[0].place.x == 200
        assert figure.handles[0].text == "200"


class TestHand:
    @pytest.mark.parametrize(("x", "step"), [(37.4, 37), (-20.0, 0), (1e6, 200)])
    def test_a_drag_goes_to_a_step_and_leaves_the_study(self, x, step):
        seen = descended()
        move = moves.move(seen, timeline.TIME, (x, 0.0))
        assert move.state.look.time == step
        assert move.state.study is seen.study

    @pytest.mark.parametrize(("amount", "step"), [(0.1, 38), (-0.1, 36), (1.0, 47), (-1.0, 27), (0.01, 38)])
    def test_keys_step_by_one_and_with_shift_by_ten(self, amount, step):
        assert moves.nudge(descended(time=37), timeline.TIME, amount).state.look.time == step

    def test_the_row_has_the_same_handle(self):
        seen = descended(time=4)
        assert ROW.figure(seen).handles == LANES.figure(seen).handles
        assert moves.held_handle(seen, ROW.figure(seen)).id == timeline.TIME

    def test_the_lens_reads_every_loss_at_a_step(self):
        seen = descended(time=4)
        for plot in (LANES, ROW):
            found = lens(seen, plot.figure(seen), 120.2, 0.0)
            assert found.title == "step 120"
            assert found.number == seen.results["descents"].courses[0].values[120]
            assert [row.label for row in found.rows] == ["ZLPR", "ZLPR smoothed", "BCE", "BCE smoothed"]

    def test_every_number_is_copied(self):
        seen = descended()
        lines = numbers_of(seen, "timeline").splitlines()
        assert len(lines) == 202
        assert lines[0].split("\t") == ["step", "ZLPR", "ZLPR smoothed", "BCE", "BCE smoothed"]
        assert float(lines[38].split("\t")[1]) == seen.results["descents"].courses[0].values[37]


class TestPlace:
    def test_it_is_no_card(self):
        assert not PLACED.keys() & PLOTS.keys()
        assert plot_of("timeline") is LANES
        assert owner_of(timeline.TIME) is LANES
        assert owner_of("nothing.there") is None
        with pytest.raises(KeyError):
            plot_of("nothing")

    @pytest.mark.parametrize("plot", [LANES, ROW])
    def test_what_it_depends_on_tells_steps_and_descents_apart(self, plot):
        seen = descended(time=3)
        assert plot.depends(seen) == plot.depends(seen.with_look(held=2))
        assert plot.depends(seen) != plot.depends(seen.with_look(time=4))
        assert plot.depends(seen) != plot.depends(replace(seen, results={}))
        assert plot.depends(seen) != plot.depends(seen.with_look(landscape_loss=1))

    @pytest.mark.parametrize("classes", [1, 60, 1_000])
    def test_any_number_of_classes(self, classes):
        rng = np.random.default_rng(5)
        made = state(rng.normal(size=classes), np.eye(1, classes)[0], None)
        made = replace(made, results={"descents": Descents.of(made).advance(0.02)}).with_look(time=20)
        assert len(whole(LANES.figure(made))) == 4


def test_what_caches_keep_of_a_course_holds_no_rows():
    """They keep a hundred curves, and the rows of one course may be a hundred MB."""
    made = state(options=(("descend.updates", "37"),))
    made = replace(made, results={"descents": Descents.of(made).advance()}).with_look(time=20)
    courses = [course for course in made.results["descents"].courses if course is not None]
    for card in (LANES, ROW):
        card.figure(made)
    for course in courses:
        course.settled(20, (0, 1))
        assert course.told is course.told
        curve_of(Same(course.told), 0.0)
    rows = [weakref.ref(course.track) for course in courses]
    assert len(rows) == len(SHOWN)
    del made, courses, course
    for step in range(1, 6):  # the last few states are kept, whatever they hold
        LANES.figure(descended(time=step))
        ROW.figure(descended(time=step))
    gc.collect()
    assert [each() for each in rows] == [None] * len(SHOWN)
