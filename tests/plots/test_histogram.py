from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.survey import survey
from explorer.plots import histogram
from explorer.plots.figure import Rectangles, Segments
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.study import Browse, Look
from explorer.study.table import Table

RANDOM = np.random.default_rng(3)
LOGITS = RANDOM.normal(0.0, 2.0, (500, 6))
TARGETS = (RANDOM.random((500, 6)) < 0.4).astype(float)


def state_of(logits=LOGITS, targets=TARGETS, **look):
    study = default_study(Table.of(logits, targets))
    return State(study, Look(**look), results={"survey": survey(study)})


def bars(figure):
    return [mark for mark in figure.marks if isinstance(mark, Rectangles)]


@pytest.mark.parametrize("sort", ["", "zlpr", "bce", "norm", "margin", "f1", "labels", "gone"])
def test_every_defined_sample_is_counted_once(sort):
    state = state_of(browse=Browse(sort=sort))
    column = histogram.shown_column(state.results["survey"], state.look.browse)
    (all_bars,) = bars(histogram.figure(state))
    assert np.sum(all_bars.y1) == np.count_nonzero(np.isfinite(column.values))
    edges = histogram.bins_of(state).edges
    for left, right, count in zip(edges[:-2], edges[1:-1], all_bars.y1[:-1], strict=True):
        assert np.count_nonzero((column.values >= left) & (column.values < right)) == count


def test_there_are_not_too_many_bins_and_counts_have_one_each():
    for sort in ("zlpr", "labels"):
        bins = histogram.bins_of(state_of(browse=Browse(sort=sort)))
        assert 1 <= len(bins.counts) <= histogram.MOST_BINS + 1
    assert np.array_equal(np.diff(bins.edges), np.ones(len(bins.counts)))
    assert np.array_equal(bins.edges % 1.0, np.full(len(bins.edges), 0.5))


def test_listed_samples_are_dark_on_all_of_them():
    state = state_of(browse=Browse(query="zlpr > 4"))
    every, listed = bars(histogram.figure(state))
    assert np.sum(listed.y1) == np.count_nonzero(state.results["survey"].values[0] > 4)
    assert np.all(listed.y1 <= every.y1)
    assert len(bars(histogram.figure(state_of(browse=Browse(query="zlpr >"))))) == 1


def test_a_far_tail_is_gathered_at_the_end_and_said():
    logits = LOGITS.copy()
    logits[0] = 1e5
    state = state_of(logits, np.zeros_like(TARGETS))
    figure, bins = histogram.figure(state), histogram.bins_of(state)
    assert figure.subtitle == "1 outside"
    assert np.sum(bins.counts) == 500
    assert figure.x.high < 1e3


def test_the_sample_looked_at_is_marked_also_beyond_the_end():
    logits = LOGITS.copy()
    logits[0] = 1e5
    state = state_of(logits, np.zeros_like(TARGETS))
    (mark,) = [mark for mark in histogram.figure(state).marks if isinstance(mark, Segments)]
    assert mark.x0 == [histogram.bins_of(state).edges[-1]]


def test_nothing_to_count_says_so():
    study = default_study(Table.of(LOGITS, TARGETS))
    assert histogram.figure(State(study)).note == histogram.WAITING
    undefined = state_of(np.full((3, 2), np.nan), np.zeros((3, 2)))
    assert histogram.figure(undefined).note == histogram.NOTHING
    assert histogram.bins_of(State(study)) is None


def test_one_sample_and_equal_samples_have_a_picture():
    for rows in (1, 7):
        figure = histogram.figure(state_of(np.zeros((rows, 3)), np.ones((rows, 3))))
        assert not figure.note
        assert figure.x.low < figure.x.high
        assert np.sum(bars(figure)[0].y1) == rows


def test_it_is_of_a_loss_that_is_there_when_losses_are_taken_out():
    study = replace(default_study(Table.of(LOGITS, TARGETS)), shown=())
    state = State(study, Look(browse=Browse(sort="zlpr")), results={"survey": survey(study)})
    assert histogram.shown_column(state.results["survey"], state.look.browse).name == "labels"
    assert not histogram.figure(state).note


@pytest.mark.parametrize(
    "logits", [[1e308, -1e308], [1e308, 1e308], [1e16, 1e16 + 2], [0.0, 5e-324], [-1e300, 2]]
)
def test_numbers_of_any_size_have_bins_apart_and_a_picture(logits):
    values = np.array([[value, 0.0] for value in logits])
    state = state_of(values, np.array([[1.0, 0.0]] * len(values)), browse=Browse(sort="margin"))
    bins = histogram.bins_of(state)
    assert np.all(np.diff(bins.edges) > 0)
    assert bins.counts.sum() == len(logits)
    figure = histogram.figure(state)
    assert figure.x.low < figure.x.high
    assert not figure.note
