"""Ribbons of a population: what is drawn of which runs, the axes while it runs, the cursor of time."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.plots import lens, moves, plot_of
from explorer.plots.copying import numbers_of
from explorer.plots.figure import EndLabels, Figure, Line, Points, Ribbon, Segments, Text
from explorer.plots.population import updates
from explorer.plots.population.beside import NONE_DIFFERS, told_apart
from explorer.plots.population.reading import NONE_YET, metric_of
from explorer.training.experiment import Expectation, LossChoice
from tests.plots.populations import EIGHT, THREE, experiment, population, shown
from tests.plots.states import state

if TYPE_CHECKING:
    from explorer.plots.choices import Option
    from explorer.study.state import State

ONE = {"classes": (10,), "rates": (0.05,)}
FIGURE = plot_of("population").figure
SECOND = plot_of("population_second").figure
BESIDE = plot_of("population_beside").figure


def medians(figure: Figure) -> list[Line]:
    return [mark for mark in figure.marks if isinstance(mark, Line) and mark.look is not None]


def labels(figure: Figure) -> list[str]:
    return [item.text for mark in figure.marks if isinstance(mark, EndLabels) for item in mark.items]


def cursor(now: State) -> float:
    return FIGURE(now).handles[0].place.x


# What is drawn


def test_a_ribbon_is_the_median_the_middle_half_and_the_range():
    made = population(experiment(**ONE))
    figure = FIGURE(shown(made))
    spread = made.summary.ribbons["micro_f1"]
    ribbons = [mark for mark in figure.marks if isinstance(mark, Ribbon)]
    assert [ribbon.opacity for ribbon in ribbons] == [0.10] * 3 + [0.24] * 3
    for cell in range(3):
        assert np.array_equal(ribbons[cell].low, spread[:, cell, 0])
        assert np.array_equal(ribbons[cell].high, spread[:, cell, 4])
        assert np.array_equal(ribbons[3 + cell].low, spread[:, cell, 1])
        assert np.array_equal(ribbons[3 + cell].high, spread[:, cell, 3])
        assert np.array_equal(medians(figure)[cell].y, spread[:, cell, 2])
    assert figure.title == "Does it predict the labels?"
    assert figure.subtitle == "median, middle half and range of 20 seeds"


def test_one_seed_has_no_ribbon():
    figure = FIGURE(shown(population(experiment(seeds=1, **ONE))))
    assert not [mark for mark in figure.marks if isinstance(mark, Ribbon)]
    assert figure.subtitle == "one seed"


def test_one_update_alone_shows_its_spread_as_strokes():
    made = population(experiment(**ONE), reached=1)
    figure = FIGURE(shown(made))
    spread = made.summary.ribbons["micro_f1"]
    strokes = [mark for mark in figure.marks if isinstance(mark, Segments)]
    assert [(float(mark.y0[0]), float(mark.y1[0])) for mark in strokes[:3]] == [
        (spread[0, cell, 0], spread[0, cell, 4]) for cell in range(3)
    ]
    assert len(strokes) == 6
    assert not [mark for mark in figure.marks if isinstance(mark, Ribbon)]


def test_what_is_expected_of_an_experiment_is_shown_first():
    expected = tuple(Expectation(key, (), 0, 0.0) for key in ("labelled_share", "labelled_share", "loss"))
    made = population(replace(experiment(**ONE), expected=expected))
    assert [metric_of(shown(made), made, slot) for slot in (1, 2)] == ["labelled_share", "loss"]
    chosen = shown(made)
    chosen = replace(chosen, look=chosen.look.with_option("population.metric.1", "micro_f1"))
    assert metric_of(chosen, made, 1) == "micro_f1"


def test_losses_look_as_everywhere_and_a_second_setting_is_paler():
    choices = (LossChoice("bce"), LossChoice("smoothed_zlpr", (("epsilon", (0.1, 0.3)),)))
    figure = FIGURE(shown(population(experiment(choices, **ONE))))
    looks = [line.look for line in medians(figure)]
    assert [(look.family, look.member, look.opacity) for look in looks if look] == [
        ("sigmoid", 0, 1.0),
        ("zlpr", 2, 1.0),
        ("zlpr", 2, 0.6),
    ]
    names = [text.rpartition(" ")[0] for text in labels(figure)]
    assert names == ["BCE", "ZLPR smoothed, ε 0.1", "ZLPR smoothed, ε 0.3"]


def test_the_cell_that_was_chosen_is_shown():
    made = population()
    now = shown(made, at__rate="0.2", at__classes="10")
    cells = [cell for cell in made.experiment.cells if cell.rate == 0.2 and cell.task["classes"] == 10]
    found = [line.y for line in medians(FIGURE(now))]
    for cell, line in zip(cells, found, strict=True):
        assert np.array_equal(line, made.summary.ribbons["micro_f1"][:, cell.index, 2])


def test_the_metric_is_chosen_for_each_slot():
    now = shown(metric__1="loss")
    assert FIGURE(now).title == "How far does the loss fall?"
    assert SECOND(now).title == "Who gets the gradient?"
    metric = next(choice for choice in plot_of("population").choices(now) if choice.title == "Metric")
    option = next(option for option in metric.options if option.text == "micro F1")
    assert FIGURE(replace(now, look=option.look)).title == "Does it predict the labels?"
    assert [option.chosen for option in metric.options].count(True) == 1


def test_the_share_has_the_line_of_balance():
    written = [mark.text for mark in SECOND(shown()).marks if isinstance(mark, Text)]
    assert written == ["labelled and unlabelled balanced"]
    assert not [mark for mark in FIGURE(shown()).marks if isinstance(mark, Text)]


def test_diverged_runs_are_counted_beside_and_losses_without_a_run_say_so():
    made = population(experiment(seeds=5, **ONE), diverged={0: 2, 1: 5})
    figure = FIGURE(shown(made))
    assert labels(figure)[0].endswith(", 2 diverged")
    assert labels(figure)[1] == "BCE diverged"
    assert figure.corner == "7 of 15 diverged"
    assert "BCE: 5 runs diverged." in figure.description
    assert "nan" not in figure.description.lower()
    before = FIGURE(shown(made, time="0"))
    assert labels(before)[1].startswith("BCE 0.")


def test_a_refused_loss_is_named():
    made = population(experiment(**ONE), refused={1: "needs soft labels"})
    figure = FIGURE(shown(made))
    assert figure.corner == "without BCE"
    assert "Left out: BCE, needs soft labels." in figure.description
    none = population(experiment(**ONE), refused=dict.fromkeys(range(3), "needs soft labels"))
    assert FIGURE(shown(none)).note == "needs soft labels"


def test_without_a_population_a_note_says_so():
    empty = state()
    for key in ("population", "population_second", "population_heat", "population_runs"):
        assert plot_of(key).figure(empty).note == NONE_YET
    assert "Nothing beside" in BESIDE(shown()).note
    assert FIGURE(shown(population(reached=0, running=True))).note.startswith("Running.")
    stopped = population(reached=0, message="Out of memory at update 0.")
    assert FIGURE(shown(stopped)).note == "Out of memory at update 0."


# Axes


def test_nothing_jumps_while_it_runs():
    made = population(experiment(**ONE))
    figures = [
        FIGURE(shown(replace(made, summary=replace(made.summary, reached=reached))))
        for reached in range(1, made.summary.updates.size + 1)
    ]
    assert len({(figure.x.low, figure.x.high, figure.margins) for figure in figures}) == 1
    tops = [figure.y.high for figure in figures]
    assert tops == sorted(tops)
    assert {figure.y.low for figure in figures} == {0.0}
    assert len(set(tops)) < 12, "it grows in steps, not with every record"
    for figure in figures:
        assert max(float(np.nanmax(line.y)) for line in medians(figure)) <= figure.y.high


def test_few_runs_far_out_do_not_press_the_others_flat():
    made = population(experiment(**ONE))
    loss = made.summary.ribbons["loss"].copy()
    loss[5:, 0, 4] = 1e30
    figure = FIGURE(
        shown(replace(made, summary=replace(made.summary, ribbons={"loss": loss})), metric__1="loss")
    )
    assert figure.y.high < 200
    assert math.isfinite(figure.y.high)


def test_updates_are_spread_by_their_logarithm_with_0_at_the_left():
    axis = updates.axis(400, "log")
    assert [tick.text for tick in axis.ticks] == ["0", "3", "10", "30", "100", "300"]
    assert (axis.low, axis.high) == (0.0, pytest.approx(math.log10(401)))
    for most in (20, 57, 1_000, 30_000, 10**6, 10**9):
        ticks = updates.axis(most, "log").ticks
        assert 3 <= len(ticks) <= 6
        assert len({tick.text for tick in ticks}) == len(ticks)
    assert [tick.text for tick in updates.axis(400, "even").ticks] == ["0", "100", "200", "300", "400"]
    assert [tick.text for tick in updates.axis(0, "even").ticks] == ["0", "1"]


@pytest.mark.parametrize("scale", ["log", "even"])
def test_a_place_on_the_axis_is_an_update(scale: updates.Scale):
    recorded = (0, 1, 7, 400)
    for place, update in enumerate(recorded):
        assert updates.nearest(float(updates.places(update, scale)), recorded, scale) == place


# The cursor


def test_the_cursor_goes_along_until_it_is_moved():
    made = population(experiment(**ONE), running=True, reached=20)
    further = replace(made, summary=replace(made.summary, reached=30))
    assert cursor(shown(further)) > cursor(shown(made))
    moved = moves.move(shown(made), "population.time", (math.log10(11), 0.0))
    assert moved is not None
    update = int(moved.state.look.option("population.time"))
    assert update in made.summary.updates.tolist()
    assert abs(update - 10) <= 1
    later = replace(moved.state, results={"population": further})
    assert cursor(later) == cursor(moved.state)
    assert moved.state.study is shown(made).study or moved.label == f"Go to update {update}"


def test_at_the_last_record_the_cursor_goes_along_again():
    made = population(experiment(**ONE), running=True, reached=20)
    moved = moves.move(shown(made, time="3"), "population.time", (99.0, 0.0))
    assert moved is not None
    assert moved.state.look.option("population.time") == ""


def test_keys_go_from_record_to_record():
    made = population(experiment(**ONE))
    records = made.summary.updates.tolist()
    now = shown(made, time=str(records[10]))
    for amount, record in ((0.1, 11), (-0.1, 9), (1.0, 20), (-1.0, 0)):
        moved = moves.nudge(now, "population.time", amount)
        assert moved is not None
        assert moved.state.look.option("population.time") == str(records[record])


def test_markers_and_numbers_stand_at_the_cursor():
    made = population(experiment(**ONE))
    update = int(made.summary.updates[9])
    figure = FIGURE(shown(made, time=str(update)))
    points = [mark for mark in figure.marks if isinstance(mark, Points)]
    for point, line in zip(points, medians(figure), strict=True):
        assert point.x[0] == figure.handles[0].place.x
        assert point.y[0] == line.y[9]
    assert labels(figure)[0] == f"ZLPR {points[0].y[0]:.2f}"


def test_the_lens_reads_the_nearest_record():
    now = shown(population(experiment(EIGHT, seeds=3, **ONE)))
    figure = FIGURE(now)
    read = lens.lens(now, figure, math.log10(1 + 9.0), 0.3)
    assert read is not None
    assert read.title == "micro F1 after update 9"
    assert len(read.rows) == 8
    assert read.number == pytest.approx(medians(figure)[0].y[list(np.ravel(medians(figure)[0].x)).index(1.0)])


def test_what_is_copied_has_every_quantile():
    made = population(experiment(**ONE))
    lines = [line.split("\t") for line in numbers_of(shown(made), "population").splitlines()]
    assert lines[0][:3] == ["update", "ZLPR: lowest", "ZLPR: lower quartile"]
    assert len(lines) == made.summary.updates.size + 1
    assert float(lines[8][3]) == made.summary.ribbons["micro_f1"][7, 0, 2]
    assert numbers_of(state(), "population") == ""


# Two results


def test_two_results_share_their_axes_and_say_what_differs():
    one = population(experiment(**ONE))
    other = population(experiment(classes=(10,), rates=(0.5,), updates=1000))
    now = shown(one, other)
    left, right = FIGURE(now), BESIDE(now)
    assert (left.x, left.y) == (right.x, right.y)
    assert left.x.high == pytest.approx(math.log10(1001))
    assert left.subtitle == "learning rate 0.05, updates 400"
    assert right.subtitle == "learning rate 0.5, updates 1,000"
    named = population(replace(other.experiment, title="quick"))
    assert BESIDE(shown(one, named)).subtitle == "learning rate 0.5, updates 1,000"
    filed = shown(replace(one, path=Path("a.npz")), replace(named, path=Path("b-0123abcd.npz")))
    assert FIGURE(filed).subtitle.startswith("a.npz, learning")
    assert BESIDE(filed).subtitle.startswith("b.npz, learning")
    assert "b.npz, beside a.npz\nquick\n" in BESIDE(filed).details
    assert told_apart(one, population(experiment(**ONE))) == (NONE_DIFFERS, NONE_DIFFERS)
    assert told_apart(one, None) is None


def test_two_results_say_which_cell_is_drawn():
    now = shown(population(experiment(seeds=2)), population(experiment(seeds=3)), at__classes="50")
    left = FIGURE(now)
    assert left.subtitle.startswith("classes n 50, learning rate ")
    assert left.subtitle.endswith(", seeds 2")
    assert "another is in the menu" in left.details


def test_many_differences_are_counted():
    one = population(experiment(THREE, seeds=3))
    other = population(experiment(EIGHT, classes=(7,), rates=(1.0,), updates=50, seeds=2, dtype="float64"))
    apart = told_apart(one, other)
    assert apart is not None
    assert all(words.endswith("more") and words.count(",") == 2 for words in apart)
    named = FIGURE(shown(one, other)).details
    for part in (
        "seeds 3 (the other: seeds 2)",
        "dtype float32 (the other: dtype float64)",
        "Losses: ZLPR, BCE",
    ):
        assert part in named


def test_two_results_have_one_cursor():
    one, other = population(experiment(**ONE)), population(experiment(updates=1000, **ONE))
    for time in ("", "57", "123", "900"):
        now = shown(one, other, time=time)
        (left,), (right,) = FIGURE(now).handles, BESIDE(now).handles
        assert (left.place, left.text, left.high) == (right.place, right.text, right.high)
    assert left.text == right.text != "400"
    assert "these numbers are of update 400, the end" in left.tip
    assert "these numbers" not in right.tip
    moved = moves.move(now, "population.time", (float(updates.places(57, "log")), 0.0))
    assert moved is not None
    assert FIGURE(moved.state).handles[0].text == BESIDE(moved.state).handles[0].text


# One run, and the curves that are shown


def thin(figure: Figure) -> list[Line]:
    return [mark for mark in figure.marks if isinstance(mark, Line) and mark.look is None and not mark.dash]


def test_the_chosen_run_is_drawn_between_ribbons_and_medians():
    made = population(experiment(**ONE))
    assert made.run is not None
    now = shown(made, run="1:3")
    (line,) = thin(FIGURE(now))
    np.testing.assert_array_equal(line.y, made.run("micro_f1", 1, 3))
    lines = [mark for mark in FIGURE(now).marks if isinstance(mark, Line) and not mark.dash]
    own, *medians = lines  # over which it would hide them
    assert own.look is None
    assert all(median.look is not None and own.width <= median.width / 2 for median in medians)
    assert FIGURE(now).subtitle.startswith("the thin line is BCE, seed 3, ")
    (labels,) = (mark for mark in FIGURE(now).marks if isinstance(mark, EndLabels))
    assert labels.items[-1].text == f"seed 3 {line.y[-1]:.3f}"
    (other,) = thin(SECOND(now))
    np.testing.assert_array_equal(other.y, made.run("labelled_share", 1, 3))


def test_a_run_that_is_not_drawn_is_said_with_the_reason():
    made = population(experiment(**ONE))
    training = shown(replace(made, run=None), run="1:3")
    assert not thin(FIGURE(training))
    assert "drawn when the training has come to its end" in FIGURE(training).subtitle
    grid = population(experiment(seeds=2))
    elsewhere = shown(grid, run="0:1")
    assert not thin(FIGURE(elsewhere))
    assert "of another cell" in FIGURE(elsewhere).subtitle
    assert not thin(FIGURE(shown(made, run="99:0")))
    assert "thin" not in FIGURE(shown(made)).subtitle


def test_a_menu_hides_curves_and_shows_them_again():
    now = shown(population(experiment(EIGHT, **ONE)))

    def menu(now: State) -> dict[str, Option]:
        choices = plot_of("population").choices
        assert choices is not None
        (found,) = (choice for choice in choices(now) if choice.title == "Losses shown")
        return {option.text: option for option in found.options}

    assert len(menu(now)) == 9
    without = replace(now, look=menu(now)["BCE"].look)
    assert len(medians(FIGURE(without))) == 7
    assert not menu(without)["BCE"].chosen
    assert "1 hidden" in FIGURE(without).details
    assert "BCE" not in FIGURE(without).details
    again = replace(without, look=menu(without)["BCE"].look)
    assert len(medians(FIGURE(again))) == 8
    for name in list(menu(now))[1:]:
        now = replace(now, look=menu(now)[name].look)
    assert len(medians(FIGURE(now))) == 1, "the last one stays"
    assert len(medians(FIGURE(replace(now, look=menu(now)["All"].look)))) == 8


def test_a_figure_depends_on_its_population_and_what_is_chosen():
    depends = plot_of("population").depends
    now = shown()
    assert depends(now) == depends(replace(now, look=replace(now.look, held=2)))
    assert depends(now) != depends(replace(now, look=now.look.with_option("population.time", "3")))
    assert depends(now) != depends(shown())
