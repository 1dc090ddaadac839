"""The way from step to step of a story: where it begins and ends, and that descents play along it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.analysis.at_time import at_step
from explorer.analysis.story_numbers import staged
from explorer.plots import plot_of
from explorer.plots.passage import Passage, passage, stopped, with_views
from explorer.study.between import is_smooth
from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.stories import STORIES, recorded
from explorer.study.study import ShownLoss

CARDS = ("logits", "gradient")


def _pair() -> tuple[State, State]:
    opened = opening()
    start = State(opened.study, opened.look)
    sample = start.sample
    table = start.study.table.with_row(start.look.sample, sample.logits + 20.0, sample.targets)
    return start, start.with_study(start.study.with_table(table))


def _passage(start: State, end: State) -> Passage:
    found = passage(start, end, CARDS)
    assert found is not None
    return found


def test_limits_go_along_with_what_they_hold() -> None:
    start, end = _pair()
    way = _passage(start, end)
    low, high = (plot_of("logits").figure(way.at(u)).y.high for u in (0.0, 1.0))
    middle = plot_of("logits").figure(way.at(0.5)).y.high
    assert low < middle < high
    assert np.allclose(way.at(0.5).sample.logits, start.sample.logits + 10.0)


def test_the_ends_are_the_ends() -> None:
    start, end = _pair()
    way = _passage(start, end)
    assert way.at(0.0).study is start.study
    assert way.at(1.0) is way.end
    assert way.end.study is end.study


def test_limits_that_are_kept_stay() -> None:
    start, _ = _pair()
    first = with_views(start, CARDS)
    assert with_views(first, CARDS).views == first.views


def test_other_losses_fade() -> None:
    start, end = _pair()
    end = end.with_study(replace(end.study, shown=(*end.study.shown, ShownLoss("hill"))))
    assert passage(start, end, CARDS) is None


def _descending(state: State, time: int) -> State:
    return staged(recorded(state.with_look(time=time), CARDS, {"en": "descends"}))


def test_a_descent_of_the_same_sample_plays() -> None:
    start, _ = _pair()
    begin, end = _descending(start, 0), _descending(start, 60)
    way = _passage(begin, end)
    assert len(way.legs) == 1
    steps = [way.at(u).look.time for u in np.linspace(0.0, 1.0, 7)]
    assert steps == [0, 10, 20, 30, 40, 50, 60]
    shown = [at_step(way.at(u)).sample.logits for u in (0.25, 0.5, 0.75)]
    assert not np.array_equal(shown[0], shown[1])
    assert not np.array_equal(shown[1], shown[2])


def test_it_plays_back() -> None:
    start, _ = _pair()
    way = _passage(_descending(start, 60), _descending(start, 0))
    half = way.at(0.5)
    assert half.look.time == 30
    assert not np.array_equal(at_step(half).sample.logits, start.sample.logits)


def test_a_descent_of_another_sample_begins_first() -> None:
    start, other = _pair()
    end = _descending(other, 60)
    way = _passage(start, end)
    assert len(way.legs) == 2
    begin = way.at(way.legs[0][2])
    assert begin.look.time == 0
    assert np.array_equal(begin.sample.logits, other.sample.logits)
    assert way.at(0.9).look.time > way.at(0.5).look.time > 0
    assert way.at(1.0).look.time == 60


def test_what_descended_goes_on_from_where_it_is_seen() -> None:
    start, other = _pair()
    begin = _descending(start, 60)
    seen = at_step(begin).sample.logits
    assert np.array_equal(stopped(begin).sample.logits, seen)
    assert np.allclose(_passage(begin, other).at(1e-9).sample.logits, seen)


@pytest.mark.parametrize("key", list(STORIES))
def test_every_way_of_every_story_can_be_shown(key: str) -> None:
    steps = STORIES[key].steps
    for one, next_one in pairwise(steps):
        start, end = staged(one), staged(next_one)
        way = passage(start, end, next_one.cards)
        assert (way is not None) == is_smooth(start, end)
        for u in (0.2, 0.5, 0.8) if way is not None else ():
            for card in next_one.cards:
                assert plot_of(card).figure(way.at(u)).key == card
