"""Reels: how long films are, what stands, what moves, and axes that stay while a slider moves."""

from dataclasses import replace
from itertools import pairwise

import pytest

from explorer.analysis.plans import Plan
from explorer.plots.board import Board
from explorer.plots.reels import (
    LEAST_HOLD,
    Reel,
    descent_reel,
    hold,
    story_page,
    story_reel,
    sweep_reel,
    usual_cards,
    with_plan,
)
from explorer.plots.stage import Page
from explorer.study.examples import opening
from explorer.study.state import State
from explorer.study.stories import STORIES, Control, Story, recorded
from explorer.study.study import Look

STORY = "overconfident"


@pytest.fixture
def state() -> State:
    opened = opening()
    return State(opened.study, opened.look)


def _all(reel: Reel):
    return [frame for frame in reel for _ in range(frame.count)]


@pytest.mark.parametrize("key", STORIES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_film_of_a_shipped_story_has_the_frames_that_it_says(key, language):
    reel = story_reel(STORIES[key], language, 4)
    frames = _all(reel)
    assert len(frames) == len(reel)
    assert reel.seconds == len(reel) / 4
    stood = [frame.shows for frame in reel if frame.over is None]
    assert [page.index for page in dict.fromkeys(stood)] == sorted(
        page.index for page in dict.fromkeys(stood)
    )
    assert {page.index for page in stood} == set(range(len(STORIES[key])))


def test_a_step_stands_as_long_as_its_caption_takes_to_read():
    assert hold("") == LEAST_HOLD
    assert hold("a" * 140) == pytest.approx(11.5)
    assert hold("字" * 70) == pytest.approx(11.5)
    story = STORIES[STORY]
    stands = [span for span in story_reel(story, "en", 10).spans if span.still]
    for place, span in enumerate(stands):
        assert span.count == round(10 * hold(story_page(story, place, "en").caption))


def test_every_step_stands_for_the_seconds_that_are_asked_for():
    reel = story_reel(STORIES[STORY], "en", 10, seconds=1.5)
    assert {span.count for span in reel.spans if span.still} == {15}


def test_a_step_of_no_time_is_cut_to():
    story = STORIES[STORY]
    story = story.with_replaced(1, replace(story.steps[1], seconds=0.0))
    reel = story_reel(story, "en", 10)
    assert [span.still for span in reel.spans[:3]] == [True, True, False]


def test_between_steps_of_the_same_cards_the_state_moves_and_no_axis_jumps(state):
    raised = state.study.table.with_row(0, state.sample.logits + 20.0, state.sample.targets)
    states = state, state.with_study(state.study.with_table(raised))
    steps = tuple(recorded(each, ("logits", "gradient"), {"en": "A"}) for each in states)
    reel = story_reel(Story("own", {"en": "Own"}, steps), "en", 30)
    first, *moving, last = list(reel)
    assert len(moving) == 17  # of 0.6 s
    assert all(frame.over is None for frame in moving)
    tops = [frame.shows.figures[0].y.high for frame in (first, *moving, last)]
    assert tops == sorted(tops)
    largest = max(b - a for a, b in pairwise(tops))
    assert 0 < largest < 0.3 * (tops[-1] - tops[0])  # an axis fitted anew would go from tick to tick


def test_where_other_cards_follow_the_page_before_fades():
    story = STORIES[STORY]
    reel = story_reel(replace(story, steps=story.steps[1:3]), "en", 20)
    first, *moving, last = list(reel)
    assert [frame.over for frame in moving] == [first.shows] * len(moving)
    mixes = [frame.mix for frame in moving]
    assert mixes == sorted(mixes, reverse=True)
    assert 0.0 < mixes[-1] < mixes[0] < 1.0
    assert all(frame.shows.figures[0].key == last.shows.figures[0].key for frame in moving)


def test_figures_on_paper_have_nothing_for_the_hand():
    page = story_page(STORIES[STORY], 0, "en")
    assert all(not figure.hint and not figure.has_menu for figure in page.figures)


def test_a_story_is_told_in_its_language():
    frame = next(iter(story_reel(STORIES[STORY], "zh", 4)))
    assert frame.shows.title == STORIES[STORY].steps[0].titles["zh"]


# One study that moves


def test_a_sweep_goes_up_and_comes_back_with_axes_that_stay(state):
    control = Control("logit", "a", low=-30.0, high=30.0)
    reel = sweep_reel(state, control, ("logits", "values"), frames_a_second=8)
    frames = _all(reel)
    assert len(frames) == len(reel) == 8 * 9
    shares = [frame.shows.slider.share for frame in frames]
    assert shares[0] == 0.0
    assert max(shares) == 1.0
    up = shares[: shares.index(1.0) + 1]
    assert up == sorted(up)
    assert shares[-1] == pytest.approx(up[4])  # the last before it begins again is the first that moved
    assert shares[:5].count(0.0) == shares.count(1.0) == 4  # the rests
    for place in range(2):
        axes = {(f.shows.figures[place].x.low, f.shows.figures[place].x.high) for f in frames}
        heights = {(f.shows.figures[place].y.low, f.shows.figures[place].y.high) for f in frames}
        assert len(axes) == len(heights) == 1
    ((low, high),) = {(f.shows.figures[0].y.low, f.shows.figures[0].y.high) for f in frames}
    assert low <= -30.0 < 30.0 <= high


def test_a_sweep_of_what_is_not_there_is_refused(state):
    with pytest.raises(ValueError, match="zebra"):
        sweep_reel(state, Control("logit", "zebra"), ("logits",))


def test_more_than_two_cards_stand_on_a_board_that_says_where_the_slider_is(state):
    control = Control("alpha", low=0.5, high=2.0, words={"en": "Sharpening"})
    reel = sweep_reel(state, control, ("logits", "values", "gradient"), frames_a_second=4, title="Mine")
    board = next(iter(reel)).shows
    assert isinstance(board, Board)
    assert board.title == "Mine"
    assert board.aside == "Sharpening: 0.50"
    assert [figure.key for figure in board.figures] == ["logits", "values", "gradient"]


def test_a_descent_goes_from_its_first_step_to_its_last(state):
    reel = descent_reel(state, ("logits",), Plan(rate=0.5, updates=60), frames_a_second=5, seconds=11.0)
    frames = _all(reel)
    assert len(frames) == len(reel) == 5 + 40 + 10
    pages = [frame.shows for frame in frames]
    assert all(isinstance(page, Page) for page in pages)
    steps = [int(page.slider.value) for page in pages]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 60)
    assert pages[0].figures[0].description != pages[-1].figures[0].description
    assert len({(page.figures[0].y.low, page.figures[0].y.high) for page in pages}) == 1


@pytest.mark.parametrize("rate", [7, 25, 60])
@pytest.mark.parametrize("seconds", [0.5, 2.0, 3.3, 6.0, 20.0])
def test_a_film_is_as_long_as_it_is_asked_to_be(state, rate, seconds):
    control = Control("alpha", low=0.5, high=2.0, words={"en": "Sharpening"})
    asked = {"frames_a_second": rate, "seconds": seconds}
    for reel in (
        descent_reel(state, ("logits",), Plan(updates=3), **asked),
        sweep_reel(state, control, ("logits",), **asked),
    ):
        assert len(reel) == round(seconds * rate)
        assert all(span.count > 0 for span in reel.spans if span.still)


def test_rests_are_as_usual_in_a_long_film_and_shorter_in_a_short_one(state):
    def rests(seconds):
        reel = descent_reel(state, ("logits",), Plan(updates=3), frames_a_second=22, seconds=seconds)
        return [span.count for span in reel.spans if span.still]

    assert rests(None) == rests(11.0) == rests(40.0) == [22, 44]
    assert rests(5.5) == [11, 22]


def test_frames_that_look_the_same_are_the_same(state):
    reel = descent_reel(state, ("logits",), Plan(updates=3), frames_a_second=10, seconds=3.0)
    assert len({id(frame.shows) for frame in _all(reel)}) <= 7  # 4 steps, the first and last shown twice


def test_a_plan_takes_the_place_of_that_of_the_look():
    from explorer.analysis.plans import plan_of

    plan = Plan("adam", 0.02, 77, 0.1, Plan("adam").settings)
    look = Look().with_option("descend.rate", "9.0").with_option("descend.momentum", "0.5")
    made = plan_of(with_plan(look, plan))
    assert (made.optimizer, made.rate, made.updates, made.decay) == ("adam", 0.02, 77, 0.1)


def test_samples_are_of_what_stands_first_and_no_more_than_asked_for():
    reel = story_reel(STORIES[STORY], "en", 20)
    samples = list(reel.sampled(12))
    assert len(samples) == 12
    assert [frame.shows.index for frame in samples[:9]] == list(range(9))
    assert len(list(reel.sampled(3))) == 3


@pytest.mark.parametrize(("moves", "kind", "name"), [("alpha", "alpha", ""), ("logit:a", "logit", "a")])
def test_a_film_that_nobody_chose_figures_for_shows_what_moves(state, moves, kind, name):
    reel = sweep_reel(state, Control(kind, name, low=0.1, high=9.0), usual_cards(moves))
    span = reel.spans[1]
    first, later = (span.at(place).shows.figures[1].description for place in (0, span.count // 2))
    assert first != later
