"""What a talk pack draws live is what the program draws: mark by mark, and after its slider moved."""

from __future__ import annotations

import dataclasses
from enum import Enum
from types import MappingProxyType

import numpy as np
import pytest

from explorer import wording
from explorer.analysis.story_numbers import caption, staged
from explorer.plots import plot_of, stage
from explorer.plots.figure import Band, LossLook, View
from explorer.plots.live import is_live, live_step, live_words
from explorer.study.stories import STORIES, controls
from tests.paint.scripts import answer, runners

FORMAT = {"digits": 0, "minus": "−", "thousands": ","}
MOVED = """data.map(({step, words, moves, format}) => {
  let state = States.begun(step, words, format);
  const view = ({key, x, y}) => ({[key]: {x: [x.low, x.high], y: [y.low, y.high]}});
  const draw = () => {
    const made = words.templates.map((one) => Assembled.figure(one, state));
    state = {...state, views: Object.assign({...state.views}, ...made.map(view))};
    return made;
  };
  const shown = () => ({figures: draw(), slider: step.control && States.written(step.control, state),
    caption: States.caption(words.caption, state, true)});
  const move = (value) => {
    state = States.moved(step.control, state, value);
    return shown();
  };
  return [shown(), ...moves.map(move)];
})"""
# What is for the hand on a screen, for readers, or drawn by the painter's own rules.
ASIDE = {"description", "details", "name", "tip", "free", "low", "high", "selected", "hint"}
SHARES = (0.0, 0.33, 0.9)

pytestmark = pytest.mark.skipif(not runners(), reason="neither Node nor a browser is installed")


def live_steps():
    return [
        (f"{key} {place + 1}", step)
        for key, story in STORIES.items()
        for place, step in enumerate(story.steps)
        if is_live(step)
    ]


def states(step):
    """A step's state, and it with its slider moved on and on; the limits of cards stay and grow."""
    state = kept(staged(step), step)
    found = [state]
    if step.control is not None:
        for share in SHARES:
            state = controls.moved(step.control, state, controls.value_at(step.control, share))
            state = kept(state, step)
            found.append(state)
    return found


def kept(state, step):
    """A state whose cards keep the limits that they have now, as on screen."""
    figures = [plot_of(key).figure(state) for key in step.cards]
    views = {each.key: View((each.x.low, each.x.high), (each.y.low, each.y.high)) for each in figures}
    return dataclasses.replace(state, views=MappingProxyType({**state.views, **views}))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Every live step with what the script made of it."""
    given = []
    for _, step in live_steps():
        state = staged(step)
        page = stage.page(state, step, 0, 1, "en")
        with wording.speaking("en"):
            words = live_words(step, state, page)
        moves = [] if step.control is None else [controls.value_at(step.control, share) for share in SHARES]
        given.append({"step": live_step(step, state), "words": words, "moves": moves, "format": FORMAT})
    return answer(runners()[0], tmp_path_factory.mktemp("pack"), MOVED, given)


def test_most_steps_are_live():
    live = live_steps()
    assert len(live) >= 0.6 * sum(map(len, STORIES.values()))
    assert {step.control.kind for _, step in live if step.control} >= {
        "alpha",
        "setting",
        "logit",
        "shift",
        "labels",
    }


def plain(value):
    """A mark as the script has it: dataclasses as objects, arrays as lists."""
    if isinstance(value, LossLook):
        return {"family": value.family, "member": value.member, "opacity": value.opacity}
    if dataclasses.is_dataclass(value):
        fields = {each.name: plain(getattr(value, each.name)) for each in dataclasses.fields(value)}
        return {"mark": type(value).__name__, **fields}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, np.ndarray | list | tuple):
        return [plain(each) for each in value]
    return value.item() if isinstance(value, np.generic) else value


def assert_same(found, expected, where):
    """Every part that the script says is the program's; numbers to 1e-9."""
    if isinstance(found, dict):
        for key in found.keys() & expected.keys() - ASIDE:
            assert_same(found[key], expected[key], f"{where}.{key}")
    elif isinstance(found, list):
        assert len(found) == len(expected), f"{where}: {len(found)} instead of {len(expected)}"
        for place, (one, other) in enumerate(zip(found, expected, strict=True)):
            assert_same(one, other, f"{where}[{place}]")
    elif isinstance(found, bool) or not isinstance(found, int | float):
        assert found == expected, f"{where}: {found!r} instead of {expected!r}"
    else:
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True), where


def test_figures_are_the_programs(drawn):
    count = 0
    for (name, step), answers in zip(live_steps(), drawn, strict=True):
        for turn, (state, made) in enumerate(zip(states(step), answers, strict=True)):
            page = stage.page(state, step, 0, 1, "en")
            for figure, found in zip(page.figures, made["figures"], strict=True):
                where = f"{name}, {figure.key}, turn {turn}"
                assert (found["title"], found["subtitle"]) == (figure.title, figure.subtitle), where
                assert found["corner"] == figure.corner, where
                for side in ("x", "y"):
                    axis = getattr(figure, side)
                    assert [found[side]["low"], found[side]["high"]] == pytest.approx(
                        [axis.low, axis.high]
                    ), where
                    assert [tick["text"] for tick in found[side]["ticks"]] == [
                        tick.text for tick in axis.ticks
                    ], where
                for part in ("marks", "still", "aside", "handles"):
                    expected = [plain(mark) for mark in getattr(figure, part)]
                    assert_same(found[part], expected, f"{where}: {part}")
                count += 1
    assert count > 100


def test_captions_and_sliders_say_what_the_program_says(drawn):
    for (name, step), answers in zip(live_steps(), drawn, strict=True):
        for turn, (state, made) in enumerate(zip(states(step), answers, strict=True)):
            if step.control is not None:
                assert made["slider"] == controls.written(step.control, state), f"{name}, turn {turn}"
            is_sure = not any(part["isOld"] for part in made["caption"])
            text = "".join(part["text"] for part in made["caption"])
            if is_sure:
                assert text == caption(step, state, "en"), f"{name}, turn {turn}"
            elif turn == 0:
                assert text == caption(step, state, "en"), name


def test_few_numbers_do_not_follow_the_hand(drawn):
    old = [name for (name, _), answers in zip(live_steps(), drawn, strict=True)
           if any(part["isOld"] for part in answers[0]["caption"])]  # fmt: skip
    assert old == ["soft-labels 2"]  # about a form that a page does not know


def test_bands_are_drawn_where_the_class_is(drawn):
    marks = [mark for answers in drawn for mark in answers[0]["figures"][0]["marks"]]
    assert any(mark["mark"] == Band.__name__ for mark in marks)
