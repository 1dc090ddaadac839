from dataclasses import replace

import pytest

from explorer.plots import PLOTS
from explorer.plots.choices import MOST_CLASSES, landscape_choices, sharpening_choices
from explorer.plots.figure import Text
from explorer.study.examples import EXAMPLES
from explorer.study.state import State


@pytest.fixture
def state():
    opened = EXAMPLES["five-samples"].open()
    return State(opened.study, opened.look)


def chosen(choice):
    return [option.text for option in choice.options if option.chosen]


@pytest.mark.parametrize("key", [key for key, plot in PLOTS.items() if plot.choices is not None])
def test_each_choice_has_one_option_that_holds_and_each_option_can_be_drawn(state, key):
    plot = PLOTS[key]
    for choice in plot.choices(state):
        assert len(chosen(choice)) == 1
        for option in choice.options:
            after = State(state.study, option.look)
            assert after.look == option.look
            figure = plot.figure(after)
            assert figure.has_menu
            same = next(other for other in plot.choices(after) if other.title == choice.title)
            assert chosen(same) == [option.text]


def test_sharpening_shows_softmax_sigmoid_or_the_losses(state):
    (choice,) = sharpening_choices(state)
    assert [option.look.sharpening for option in choice.options] == ["softmax", "sigmoid", "loss"]


def test_choosing_the_other_axis_class_swaps_the_axes(state):
    _, across, up = landscape_choices(state)
    assert state.look.landscape == (0, 1)
    assert across.options[1].look.landscape == (1, 0)
    assert up.options[0].look.landscape == (1, 0)
    assert across.options[3].look.landscape == (3, 1)
    assert up.options[4].look.landscape == (0, 4)


def test_of_many_classes_the_labelled_and_the_chosen_are_listed():
    opened = EXAMPLES["n-choose-k"].open()
    state = State(opened.study, replace(opened.look, landscape=(97, 98)))
    _, across, _ = landscape_choices(state)
    assert len(across.options) == MOST_CLASSES
    names = [option.text for option in across.options]
    labelled = [
        name for name, target in zip(state.sample.classes, state.sample.targets, strict=True) if target
    ]
    assert set(labelled) <= set(names)
    assert chosen(across) == [state.sample.classes[97]]


def test_sharpening_says_where_its_numbers_are_unless_they_are_where_they_stand(state):
    def heads(alpha):
        figure = PLOTS["sharpening"].figure(state.with_look(alpha=alpha))
        return [mark.text for mark in figure.marks if isinstance(mark, Text)]

    assert heads(2.0) == ["at α = 2.0"]
    assert heads(10.0) == []
