"""Small numbers, metrics that are alone, pairs that say something: how figures of a population begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.plots.figure import EndLabels, Rectangles, Tiles
from explorer.plots.population import heat, ribbons, runs
from explorer.plots.population.reading import SIDES, is_single, metric_of
from explorer.plots.population.words import digits_for, metric_words
from explorer.training.experiment import LossChoice
from tests.plots.populations import experiment, population, shown


def scaled(factor):
    """A population whose shares are all small, or large."""
    made = population()
    ribbon = made.summary.ribbons["micro_f1"] * factor
    latest = {key: values * factor for key, values in made.summary.latest.items()}
    summary = replace(made.summary, ribbons={"micro_f1": ribbon, "loss": ribbon}, latest=latest)
    at = made.at
    return replace(made, summary=summary, at=lambda metric, record: at(metric, record) * factor)


@pytest.mark.parametrize(
    ("values", "digits"),
    [((0.5, 0.001), 2), ((12.0,), 1), ((0.00071, 0.0003), 5), ((0.05,), 3), ((0.0,), 2), ((1e-9,), 2)],
)
def test_digits_go_by_the_size_of_what_is_there(values, digits):
    assert digits_for(values) == digits


def test_small_curves_fill_their_axis_and_have_numbers():
    found = ribbons.figure(shown(scaled(1e-3)), "population", 1, SIDES[0])
    assert 0.0005 < found.y.high < 0.002
    labels = next(mark for mark in found.marks if isinstance(mark, EndLabels)).items
    assert len({label.text.split()[-1] for label in labels}) == len(labels)
    usual = ribbons.figure(shown(), "population", 1, SIDES[0])
    assert usual.y.high >= 0.2


def test_small_runs_and_tiles_have_numbers():
    state = shown(scaled(1e-3), metric__1="micro_f1")
    listed = runs.copied(state).splitlines()
    assert listed
    texts = [mark.text for mark in runs.figure(state).marks if getattr(mark, "bold", False)]
    assert texts
    assert all(float(text) > 0 for text in texts)
    tiles = next(mark for mark in heat.figure(state).marks if isinstance(mark, Tiles))
    assert {text for row in tiles.texts for text in row} != {"0.00"}
    assert tiles.high < 0.002


def test_two_charts_never_show_one_metric_by_themselves():
    made = population()
    only = replace(made, summary=replace(made.summary, ribbons={"loss": made.summary.ribbons["loss"]}))
    assert is_single(shown(only))
    assert not is_single(shown(made))
    two = {key: made.summary.ribbons[key] for key in ("loss", "labelled_share")}
    state = shown(replace(made, summary=replace(made.summary, ribbons=two)))
    assert [metric_of(state, state.results["population"], slot) for slot in (1, 2)] == [
        "loss",
        "labelled_share",
    ]
    state = shown(made, metric__1="labelled_share")
    assert metric_of(state, made, 2) != "labelled_share"
    state = shown(made, metric__1="loss", metric__2="loss")
    assert metric_of(state, made, 2) == "loss"  # a person may ask for it


def test_the_heat_map_begins_with_zlpr_minus_bce():
    keys = ("cross_entropy", "pairwise", "bce", "zlpr")
    made = population(experiment(tuple(map(LossChoice, keys))))
    assert heat.figure(shown(made)).title == "ZLPR minus BCE"
    without = population(experiment(tuple(map(LossChoice, keys[:2]))))
    assert heat.figure(shown(without)).title.startswith("cross entropy minus")


def test_a_reading_has_the_formula_of_its_losses():
    both = experiment((LossChoice("zlpr"), LossChoice("bce")))
    assert metric_words("calibration_1", both).question == "Do the probabilities hold? σ(s)"
    assert metric_words("calibration_2", both).question == "Do the probabilities hold? σ(2s) or σ(s − log π)"
    one = experiment((LossChoice("soft_zlpr"),))
    assert metric_words("calibration_1", one).short == "error of σ(2s)"
    assert metric_words("micro_f1", one) == metric_words("micro_f1")


def test_the_threshold_is_a_level_of_the_largest_logit_where_every_loss_predicts_above_it():
    above = experiment((LossChoice("zlpr"), LossChoice("bce")))
    assert metric_words("largest_logit", above).level == (0.0, "above it a class is predicted")
    argmax = experiment((LossChoice("zlpr"), LossChoice("cross_entropy")))
    for other in (argmax, experiment((LossChoice("of a newer program"),)), None):
        assert metric_words("largest_logit", other).level is None
    assert metric_words("labelled_share", argmax).level is not None


def test_ribbons_say_which_place_of_the_grid_they_show():
    state = shown(at__classes="50", at__rate="0.02")
    said = ribbons.figure(state, "population", 1, SIDES[0]).subtitle
    assert said.startswith("classes n 50, learning rate 0.02, median")
    alone = population(experiment(classes=(10,), rates=(0.1,)))
    assert ribbons.figure(shown(alone), "population", 1, SIDES[0]).subtitle.startswith("median")


def test_only_the_board_has_something_at_left_of_the_heat_map():
    state = shown()
    assert heat.figure(state).aside == ()
    assert not heat.figure(state).handles[0].selected
    on_board = replace(state, look=replace(state.look, board="population"))
    assert [mark.text for mark in heat.figure(on_board).aside] == [heat.OUTLINED]
    assert heat.figure(on_board).handles[0].selected


def test_nothing_trained_is_a_bar_for_each_loss():
    made = population(experiment(classes=(10,), rates=(0.1,), updates=0, seeds=3))
    found = ribbons.figure(shown(made, metric__1="loss"), "population", 1, SIDES[0])
    bars = [mark for mark in found.marks if isinstance(mark, Rectangles)]
    assert [float(bar.y1[0]) for bar in bars] == [31.0] * 3
    assert [tick.text for tick in found.x.ticks] == ["ZLPR", "BCE", "ZLPR smoothed"]
    assert found.title == "At the start: loss"
    assert found.handles == ()
    assert found.y.low == 0.0
    assert found.y.high > 31.0
