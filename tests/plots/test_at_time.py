"""Figures at a later step of a descent: whose copy each shows, and what follows a drag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.analysis.at_time import at_step, watched
from explorer.analysis.descents import Descents
from explorer.analysis.evaluation import evaluations
from explorer.plots import PLOTS, crosshair, moves
from explorer.plots.copying import class_numbers, numbers_of
from explorer.plots.figure import Figure, Line, Points, Rectangles, Segments, Text
from explorer.plots.lens import lens
from explorer.plots.paths import FUTURE, GRAIN
from explorer.plots.pointing import Pointer
from explorer.plots.shown import sight
from tests.plots.states import LOGITS, SHOWN, state

if TYPE_CHECKING:
    from explorer.study.state import State

TIME = 37


def later(time: int = TIME, made: State | None = None, **plan: str) -> State:
    now = state() if made is None else made
    look = now.look
    for name, text in plan.items():
        look = look.with_option(f"descend.{name}", text)
    now = replace(now, look=look)
    return replace(now, results={"descents": Descents.of(now).advance()}).with_look(time=time)


def dragged(now: State) -> State:
    return replace(now, before=now.study)


def figure(key: str, now: State) -> Figure:
    return PLOTS[key].figure(now)


def of_losses(made: Figure, kind: type[Any]) -> list[Any]:
    return [mark for mark in made.marks if isinstance(mark, kind) and mark.look is not None]


def rows_at(now: State, time: int = TIME) -> list[np.ndarray]:
    return [course.at(time) for course in now.results["descents"].courses if course is not None]


def many(count: int = 90) -> State:
    random = np.random.default_rng(3)
    logits, targets = random.normal(0.0, 2.0, count), (np.arange(count) % 9 == 0).astype(float)
    return state(logits, targets, None)


# The editor


@pytest.mark.parametrize("index", range(4))
def test_bars_are_the_copy_of_the_selected_loss(index: int) -> None:
    now = later().with_look(landscape_loss=index)
    made = figure("logits", now)
    copy = rows_at(now)[index]
    tops = {handle.id: handle.place.y for handle in made.handles if handle.id.startswith("logit:")}
    assert tops == {f"logit:{place}": logit for place, logit in enumerate(copy.tolist())}
    bars = [mark for mark in made.marks if isinstance(mark, Rectangles)]
    assert sorted(np.concatenate([bar.y1 for bar in bars])) == sorted(copy)
    assert made.subtitle == f"{sight(now).losses[index].label}, step 37"


def test_a_step_that_was_not_computed_yet_is_called_by_the_step_that_is_shown() -> None:
    whole = later()
    begun = replace(whole.results["descents"], courses=Descents.of(whole).advance(0.0).courses)
    now = replace(whole, results={"descents": begun})
    done = begun.courses[0].done
    assert 0 < done < TIME
    assert figure("logits", now).subtitle == f"ZLPR, step {done}"
    assert PLOTS["logits"].depends(now) != PLOTS["logits"].depends(whole)


def test_a_copy_that_diverged_is_called_by_the_step_at_which_it_ended() -> None:
    made = [
        figure("logits", later(time, state(np.array([np.inf, -1e308, 1.0, 0.0, 2.0])))) for time in (5, 30)
    ]
    ended = [
        course.done
        for course in later(30, state(np.array([np.inf, -1e308, 1.0, 0.0, 2.0]))).results["descents"].courses
    ]
    assert ended[0] < 5
    assert {one.subtitle for one in made} == {f"ZLPR, step {ended[0]}"}


def test_the_other_losses_are_ticks_in_their_style() -> None:
    now = later().with_look(landscape_loss=1)
    made, losses, rows = figure("logits", now), sight(now).losses, rows_at(now)
    ticks = of_losses(made, Segments)
    assert [tick.look for tick in ticks] == [losses[index].look for index in (0, 2, 3)]
    for tick, index in zip(ticks, (0, 2, 3), strict=True):
        assert np.array_equal(tick.y0, rows[index])
        assert np.array_equal(tick.y1, rows[index])
        assert (np.asarray(tick.x0) < np.arange(5)).all()
        assert (np.asarray(tick.x1) > np.arange(5)).all()


def test_at_step_0_the_editor_is_as_ever() -> None:
    plain, now = figure("logits", state()), figure("logits", later(0))
    assert not of_losses(now, Segments)
    assert now.subtitle == plain.subtitle == ""
    assert [handle.place for handle in now.handles] == [handle.place for handle in plain.handles]


def test_the_axis_holds_the_ticks() -> None:
    now = later(200, rate="1.5")
    made, rows = figure("logits", now), np.array(rows_at(now, 200))
    assert made.y.low <= rows.min()
    assert rows.max() <= made.y.high


@pytest.mark.parametrize("made", [None, many()], ids=["columns", "rows"])
def test_a_copy_far_out_leaves_the_axis_readable_and_is_marked_at_its_edge(made: State | None) -> None:
    now = later(150, made, rate="1000")
    drawn, rows = figure("logits", now), rows_at(now, 150)
    assert max(np.abs(row).max() for row in rows) > 300
    axis = drawn.y if made is None else drawn.x
    assert -60 < axis.low < axis.high < 60
    outside = of_losses(drawn, Points)
    assert outside
    for points in outside:
        logits = np.asarray(points.y if made is None else points.x)
        assert ((logits < axis.low) | (logits > axis.high)).all()
    assert -60 < figure("slice", now).x.low < figure("slice", now).x.high < 60


def test_the_value_of_a_bar_beyond_the_edge_is_written_inside() -> None:
    now = later(150, rate="1000")
    made = figure("logits", now)
    texts = [mark for mark in made.marks if isinstance(mark, Text)]
    beyond = [text for text in texts if not made.y.low <= text.place.y <= made.y.high]
    assert len(beyond) == 5
    assert all(text.place.dy * text.place.y > 0 for text in beyond)  # pixels run downwards


def test_the_study_s_own_logits_have_all_the_axis_they_need() -> None:
    now = later(3, state(np.array([300.0, -200.0, 1.0, 0.0, 2.0])))
    made = figure("logits", now)
    assert made.y.low <= -200
    assert made.y.high >= 300
    assert figure("slice", now.with_look(slice_class=0)).x.high >= 299


def test_a_list_of_many_classes_shows_the_copy_and_ticks() -> None:
    now = later(made=many())
    made, plain = figure("logits", now), figure("logits", many())
    rows = rows_at(now)
    grips = [handle for handle in made.handles if handle.id.startswith("logit:")]
    assert [handle.id for handle in grips] == [
        handle.id for handle in plain.handles if handle.id.startswith("logit:")
    ]  # in the order of the study: no row runs away
    classes = [int(handle.id.split(":")[1]) for handle in grips]
    assert [handle.place.x for handle in grips] == rows[0][classes].tolist()
    ticks = of_losses(made, Segments)
    assert len(ticks) == 3
    assert np.array_equal(ticks[0].x0, rows[1][classes])
    assert made.subtitle == "ZLPR, step 37"


# Trails


def test_trails_run_from_the_dragged_bar_to_where_its_descents_end() -> None:
    now = dragged(later(0)).with_look(held=2)
    trails, ends = of_losses(figure("logits", now), Segments), of_losses(figure("logits", now), Points)
    assert len(trails) == len(ends) == 4
    for trail, end, row in zip(trails, ends, rows_at(now, 200), strict=True):
        assert np.array_equal(trail.y0, [LOGITS[2]])
        assert np.array_equal(trail.y1, row[2:3])
        assert np.array_equal(end.y, row[2:3])
        assert abs(trail.x1[0] - 2) < 0.3
        assert trail.look.opacity == pytest.approx(FUTURE)
    assert len({trail.x0[0] for trail in trails}) == 4


def test_trails_lag_and_then_follow() -> None:
    now = dragged(later(0)).with_look(held=2)
    table = now.study.table.with_logit(0, 2, -1.0)
    moved = replace(now, study=now.study.with_table(table))
    before = of_losses(figure("logits", moved), Segments)
    assert [trail.y0[0] for trail in before] == [-1.0] * 4
    assert [trail.y1[0] for trail in before] == [row[2] for row in rows_at(now, 200)]
    caught = replace(moved, results={"descents": Descents.of(moved).advance()})
    after = of_losses(figure("logits", caught), Segments)
    assert [trail.y1[0] for trail in after] == [row[2] for row in rows_at(caught, 200)]
    assert [trail.y1[0] for trail in after] != [trail.y1[0] for trail in before]


def test_selected_bars_have_trails_too() -> None:
    now = dragged(later(0)).with_look(held=2, selected=frozenset((1, 2)))
    assert [len(trail.x0) for trail in of_losses(figure("logits", now), Segments)] == [2] * 4


def test_no_trail_without_a_drag_or_without_descents() -> None:
    assert not of_losses(figure("logits", later(0)), Segments)
    assert not of_losses(figure("logits", dragged(state())), Segments)


def test_trails_of_a_list_lie_along_the_row() -> None:
    now = dragged(later(0, many())).with_look(held=9)
    grip = next(handle for handle in figure("logits", now).handles if handle.id == "logit:9")
    trails = of_losses(figure("logits", now), Segments)
    assert [trail.x1[0] for trail in trails] == [row[9] for row in rows_at(now, 200)]
    assert all(abs(trail.y0[0] - grip.place.y) < 0.5 for trail in trails)
    far = dragged(later(0, many())).with_look(held=9, only="labelled", search="class 19")
    assert all(not len(trail.x0) for trail in of_losses(figure("logits", far), Segments))


# The other cards


def test_gradient_budget_and_values_are_each_loss_s_own() -> None:
    now = later()
    found = evaluations(now)
    stems = of_losses(figure("gradient", now), Segments)
    for stem, evaluation, row in zip(stems, found, rows_at(now), strict=True):
        assert np.array_equal(stem.y1, evaluation.given.gradient(row))
    bars = of_losses(figure("budget", now), Rectangles)
    assert [(-bar.x0[0], bar.x1[0]) for bar in bars] == [(each.up, each.down) for each in found]
    points = of_losses(figure("values", now), Points)
    assert [point.x[0] for point in points] == [each.value for each in found]
    assert found[0].value != evaluations(state())[0].value


def test_a_slice_runs_through_each_loss_s_own_copy() -> None:
    now = later().with_look(landscape_loss=2, slice_class=3)
    made, rows = figure("slice", now), rows_at(now)
    (cursor,) = made.handles
    assert cursor.place.x == rows[2][3]
    curves, markers = of_losses(made, Line), of_losses(made, Points)
    for index, (evaluation, row) in enumerate(zip(evaluations(now), rows, strict=True)):
        assert markers[index].x[0] == row[3]
        assert markers[index].y[0] == evaluation.value
        moved = row.copy()
        moved[3] = curves[index].x[0]
        assert curves[index].y[0] == pytest.approx(float(evaluation.given.value(moved)), rel=1e-12)


@pytest.mark.parametrize("view", ["softmax", "sigmoid"])
def test_sharpening_is_of_the_copy_shown(view: str) -> None:
    now = later().with_look(landscape_loss=3, sharpening=view)
    alone = state(rows_at(now)[3]).with_look(sharpening=view)
    made, plain = figure("sharpening", now), figure("sharpening", alone)
    assert made.subtitle == plain.subtitle
    for mark, other in zip(made.marks, plain.marks, strict=True):
        if isinstance(mark, Line):
            assert isinstance(other, Line)
            assert np.array_equal(mark.y, other.y)


def test_sharpened_losses_are_each_at_its_own_copy() -> None:
    now = later().with_look(sharpening="loss", alpha=2.0)
    markers = of_losses(figure("sharpening", now), Points)
    for marker, evaluation, row in zip(markers, evaluations(now), rows_at(now), strict=True):
        assert marker.y[0] == pytest.approx(float(evaluation.given.value(2.0 * row)), rel=1e-12)


# The landscape


def near_all(drawn: np.ndarray, points: np.ndarray) -> bool:
    """Say whether a path has the ends of these points, is made of them, and passes near all of them."""
    ends = np.array_equal(drawn[[0, -1]], points[[0, -1]])
    apart = np.abs(drawn[:, np.newaxis] - points).max(axis=-1)
    return ends and bool((apart.min(axis=1) == 0.0).all() and (apart.min(axis=0) <= GRAIN).all())


def test_at_step_0_the_whole_courses_are_drawn_full() -> None:
    now = later(0)
    made = figure("landscape", now)
    lines = of_losses(made, Line)
    assert [line.look.opacity for line in lines] == [1.0] * 4
    for line, course in zip(lines, now.results["descents"].courses, strict=True):
        assert near_all(np.column_stack((line.x, line.y)), course.logits[:, [0, 1]])
    ends = of_losses(made, Points)
    assert [(end.x[0], end.y[0]) for end in ends] == [tuple(row[:2]) for row in rows_at(now, 200)]
    assert made.corner == "SGD, lr 0.1, 200 steps"


def test_what_is_travelled_is_full_and_what_is_to_come_faint() -> None:
    now = later(landscape="").with_look(landscape_loss=2)
    made, courses = figure("landscape", now), now.results["descents"].courses
    lines = of_losses(made, Line)
    faint, full = lines[:4], lines[4:]
    for line, course in zip(full, courses, strict=True):
        assert near_all(np.column_stack((line.x, line.y)), course.logits[: TIME + 1, [0, 1]])
        assert line.look.opacity == 1.0
    for line, course in zip(faint, courses, strict=True):
        assert near_all(np.column_stack((line.x, line.y)), course.logits[TIME:, [0, 1]])
        assert line.look.opacity == FUTURE
    moments = of_losses(made, Points)
    assert [(mark.x[0], mark.y[0]) for mark in moments] == [tuple(row[:2]) for row in rows_at(now)]
    (start,) = made.handles
    assert (start.place.x, start.place.y) == LOGITS[:2]


def test_the_field_is_round_the_copy_of_the_selected_loss() -> None:
    now = later(made=state(classes=None)).with_look(landscape_loss=2, landscape=(1, 3))
    made = figure("landscape", now)
    image = next(mark for mark in made.marks if hasattr(mark, "values"))
    row = rows_at(now)[2].copy()
    evaluation = evaluations(now)[2]
    half = (image.x1 - image.x0) / image.values.shape[1] / 2
    row[[1, 3]] = image.x0 + half, image.y0 + half
    assert image.values[0, 0] == pytest.approx(float(evaluation.given.value(row)), rel=1e-9)


def test_without_descents_two_logits_alone_descend() -> None:
    made = figure("landscape", state())
    assert made.corner == "SGD, lr 0.5, 60 steps"
    assert len(of_losses(made, Line)[0].x) == 61


def test_paths_follow_a_drag_late() -> None:
    now = dragged(later(0))
    table = now.study.table.with_logit(0, 0, -2.0)
    moved = replace(now, study=now.study.with_table(table))
    made = figure("landscape", moved)
    assert np.array_equal(of_losses(made, Line)[0].x, of_losses(figure("landscape", now), Line)[0].x)
    assert made.handles[0].place.x == -2.0
    assert made.corner == "SGD, lr 0.1, 200 steps"


def test_a_long_path_has_few_points_and_its_ends() -> None:
    now = later(1_234, updates="3000")
    course = now.results["descents"].courses[0]
    lines = of_losses(figure("landscape", now), Line)
    assert len(lines[0].x) + len(lines[4].x) < 260
    assert (lines[4].x[0], lines[4].x[-1]) == (LOGITS[0], course.logits[1_234, 0])
    assert (lines[0].x[0], lines[0].x[-1]) == (course.logits[1_234, 0], course.logits[-1, 0])


# Divergence


def test_a_loss_that_diverged_has_a_dash_and_breaks_nothing() -> None:
    now = later(300, rate="1000", decay="10", updates="300")
    for key in PLOTS:
        assert figure(key, now).title
    texts = [mark.text for mark in figure("values", now).marks if isinstance(mark, Text)]
    assert texts == ["—"] * 4
    for line in of_losses(figure("landscape", now), Line):
        assert np.nanmax(np.abs(line.x)) <= 1e6


# What else reads figures


def test_checks_and_theory_are_of_the_study() -> None:
    now = later()
    start = now.with_look(time=0)
    for key, plot in PLOTS.items():
        if plot.group != "desk":
            assert plot.depends(now) == plot.depends(start), key
            assert figure(key, now).description == figure(key, start).description, key


def test_a_lens_reads_the_copy() -> None:
    now = later().with_look(landscape_loss=1)
    found = lens(now, figure("logits", now), 2.0, 0.5)
    assert found is not None
    assert found.number == rows_at(now)[1][2]
    assert float(found.rows[0].text.replace("−", "-")) == rows_at(now)[1][2]
    read = lens(now, figure("slice", now), 1.0, 5.0)
    assert read is not None
    for row, evaluation, copy in zip(read.rows, evaluations(now), rows_at(now), strict=True):
        copy = copy.copy()
        copy[0] = 1.0
        assert float(row.text) == pytest.approx(float(evaluation.given.value(copy)), abs=5e-5)


def test_copied_numbers_are_of_the_copy() -> None:
    now = later().with_look(landscape_loss=1)
    lines = numbers_of(now, "logits").splitlines()[1:]
    assert [float(line.split("\t")[1]) for line in lines] == rows_at(now)[1].tolist()
    assert class_numbers(now, (2,)).splitlines()[1] == lines[2]
    for key in ("gradient", "slice", "budget", "sharpening", "values", "landscape"):
        assert numbers_of(now, key)


def test_a_crosshair_marks_the_copy() -> None:
    now = later()
    marks = crosshair.crosshair(now, figure("sharpening", now), Pointer("logits", 0.0, 0.0, 1))
    (ring,) = [mark for mark in marks if isinstance(mark, Points)]
    row = rows_at(now)[0]
    assert ring.y[0] == pytest.approx(np.exp(row[1]) / np.exp(row).sum(), rel=1e-9)


def test_an_edit_begins_with_the_copy_that_is_shown() -> None:
    now = later()
    move = moves.nudge(now, "logit:1", 0.1)
    assert move is not None
    row = move.state.study.table.sample(0).logits
    assert row[1] == pytest.approx(rows_at(now)[0][1] + 0.1)
    assert row[0] == rows_at(now)[0][0]


def test_an_edit_that_changes_nothing_is_none() -> None:
    now = later()
    move = moves.set_logit(now, 1, float(rows_at(now)[0][1]))
    assert move.state is now


def test_a_change_of_a_watched_state_is_of_the_study() -> None:
    now = at_step(later())
    assert now.sample is watched(now)
    assert now.with_look(held=1).sample is now.study.table.sample(0)


# What cards depend on

DESK = {"logits", "gradient", "slice", "budget", "sharpening", "values", "landscape"}


def depending(before: State, after: State) -> set[str]:
    return {key for key, plot in PLOTS.items() if plot.depends(before) != plot.depends(after)}


def test_the_desk_depends_on_the_step() -> None:
    now = later(0)
    assert depending(now, now.with_look(time=5)) == DESK
    now = later(36)
    assert depending(now, now.with_look(time=37)) == DESK
    assert depending(now, replace(now)) == set()


def test_a_copy_that_comes_later_than_the_selected_one_is_news() -> None:
    start = state()
    one = Descents.of(start).advance(0.0)  # the first loss has made its first update, the second has not
    before = replace(start, results={"descents": one}).with_look(time=5)
    after = replace(before, results={"descents": one.advance(0.0)})
    assert watched(before) is watched(after)
    assert {"gradient", "slice", "budget", "values", "landscape", "logits"} <= depending(before, after)


def test_without_descents_a_step_is_nothing_to_most() -> None:
    now = state()
    assert depending(now, now.with_look(time=5)) <= {"logits", "landscape"}


def test_at_step_0_new_descents_are_the_landscape_s_alone() -> None:
    now = state()
    descended = later(0, now)
    assert depending(now, descended) == {"landscape"}
    assert depending(dragged(now), dragged(descended)) == {"landscape", "logits"}


def test_at_a_later_step_the_selected_loss_moves_what_shows_its_copy() -> None:
    now = later()
    assert depending(now, now.with_look(landscape_loss=2)) == DESK


def test_sight_of_the_default_losses_is_complete() -> None:
    assert [entry.place for entry in sight(later()).losses] == list(range(len(SHOWN)))
