from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.at_time import at_step
from explorer.analysis.number_offers import offers, recorded_anew
from explorer.analysis.quantities import computed, fault
from explorer.analysis.story_numbers import staged
from explorer.study import examples
from explorer.study.state import State
from explorer.study.stories import KINDS, STORIES, controls, edits, recorded
from explorer.study.stories.usual_controls import TITLES, kinds, names, usual
from explorer.study.study import Look, Pin, ShownLoss
from explorer.study.table import Table

STEPS = [step for story in STORIES.values() for step in story.steps]


@pytest.fixture
def state() -> State:
    opened = examples.opening()
    return State(opened.study, opened.look, {})


def test_a_key_that_is_taken_gets_a_number() -> None:
    stories = tuple(STORIES.values())
    assert edits.unused_key(stories, "talk") == "talk"
    assert edits.unused_key(stories, "zlpr") == "zlpr-2"
    both = (*stories, replace(STORIES["zlpr"], key="zlpr-2"))
    assert edits.unused_key(both, "zlpr") == "zlpr-3"


def test_a_story_takes_the_place_of_the_one_of_its_key(state: State) -> None:
    study = state.study
    for key in ("zlpr", "soft-labels"):
        study = edits.with_story(study, STORIES[key])
    shorter = STORIES["zlpr"].without_step(0)
    changed = edits.with_story(study, shorter)
    assert changed.stories == (shorter, STORIES["soft-labels"])
    assert edits.without_story(changed, "zlpr").stories == (STORIES["soft-labels"],)


def test_a_step_is_brought_into_its_own_sample_whichever_is_watched(state: State) -> None:
    step = recorded(state.with_look(sample=1, alpha=3.0), ("logits",))
    step = replace(step, study=replace(step.study, shown=(ShownLoss("bce"),)))
    now = state.study.with_table(state.study.table.with_logit(1, 0, 9.0))
    assert edits.place_of(now, step) == 1
    study, look = edits.brought(now, Look(sample=2), step)
    assert study.table == state.study.table  # the second row as it was, no other one touched
    assert (look.sample, look.alpha) == (1, 3.0)
    assert study.shown == (ShownLoss("bce"),)
    assert study.title == state.study.title


def test_a_step_that_is_shown_already_edits_nothing(state: State) -> None:
    study, _ = edits.brought(state.study, state.look, recorded(state.with_look(sample=1), ("logits",)))
    assert study.table is state.study.table


def test_a_sample_that_the_study_does_not_have_is_not_written_over_another(state: State) -> None:
    step = recorded(state.with_look(sample=1), ("logits",))
    logits, targets = state.study.table.arrays()
    fewer = Table.of(logits[:1], targets[:1], state.study.table.classes, origin=state.study.table.origin)
    foreign = Table.of(logits, targets, state.study.table.classes, origin="clipboard")
    for table in (fewer, foreign):
        study = state.study.with_table(table)
        assert edits.fits(study, step)
        assert edits.place_of(study, step) is None
        assert edits.brought(study, Look(), step)[0].table is step.study.table


def test_of_several_samples_of_a_name_it_is_the_one_with_the_numbers(state: State) -> None:
    table = Table.of([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], None, ["a", "b"], ["dog", "dog", "cat"])
    study = replace(state.study, table=table, pin=None)
    steps = [recorded(State(study, Look(sample=row), {}), ("logits",)) for row in range(3)]
    assert [edits.place_of(study, step) for step in steps] == [0, 1, 2]
    moved = study.with_table(table.with_logit(0, 0, 7.0).with_logit(2, 0, 7.0))
    assert [edits.place_of(moved, step) for step in steps] == [None, 1, 2]


def test_the_pin_of_another_sample_stays(state: State) -> None:
    pin = Pin.of(state.study.table.sample(2))
    step = recorded(state.with_look(sample=1), ("logits",))
    assert edits.brought(replace(state.study, pin=pin), Look(), step)[0].pin == pin
    own = Pin.of(state.study.table.sample(1))
    assert edits.brought(replace(state.study, pin=own), Look(), step)[0].pin is None


def test_a_step_of_other_classes_brings_its_table_and_leaves_the_stories(state: State) -> None:
    told = edits.with_story(state.study, STORIES["zlpr"])
    step = STORIES["zlpr"].steps[0]
    assert not edits.fits(told, step)
    study, _ = edits.brought(told, state.look, step)
    assert study.table is step.study.table
    assert study.stories == told.stories


def test_a_step_is_renewed_with_its_words(state: State) -> None:
    step = STORIES["zlpr"].steps[0]
    made = edits.renewed(step, recorded(state, ("slice",)))
    assert made.study.table.classes == state.study.table.classes
    assert (made.titles, made.captions, made.cards) == (step.titles, step.captions, step.cards)


# Sliders


def test_every_kind_has_a_title() -> None:
    assert set(TITLES) == set(KINDS)


@pytest.mark.parametrize("step", [STEPS[0], STEPS[12], STEPS[30]])
def test_every_usual_slider_moves_something_of_a_state(step) -> None:
    found = staged(step)
    for kind in kinds(found):
        if kind == "all_logits" and not found.sample.logits.any():
            continue  # no direction to scale along
        for name in names(kind, found)[:4] or ("",):
            control = usual(kind, name, found)
            there = controls.moved(control, found, controls.value_at(control, 0.37))
            value = controls.value_of(control, there)
            assert control.low <= value <= control.high or kind == "time", (kind, name)
            assert there != found or controls.value_of(control, found) == value, (kind, name)


# Numbers


@pytest.mark.parametrize("step", STEPS[::4])
def test_offered_numbers_are_those_of_the_state(step) -> None:
    found = staged(step)
    made = offers(found, step.numbers)
    new = made[len(step.numbers) :]
    assert made[: len(step.numbers)] == tuple(step.numbers)
    assert len({number.name for number in made}) == len(made)
    for number in new:
        assert fault(number) is None
        assert number.name.isidentifier()
        assert set(number.words) == {"en", "zh"}
        value = computed(number, at_step(found))
        assert number.holds(value), number
        assert number.written(value) == number.stated


def test_numbers_of_losses_classes_and_the_sample_are_offered(state: State) -> None:
    made = {number.name for number in offers(state)}
    assert {"value_zlpr", "up_bce", "down_bce", "entropy", "labelled", "gradient_zlpr_2"} <= made


def test_numbers_are_recorded_anew_with_their_digits() -> None:
    step = STORIES["zlpr"].steps[0]
    logits = step.study.table.sample(0).logits + 0.5 * np.arange(6)
    table = step.study.table.with_row(0, logits, step.study.table.sample(0).targets)
    changed = replace(step, study=replace(step.study, table=table))
    numbers = recorded_anew(changed, staged(changed))
    for before, after in zip(step.numbers, numbers, strict=True):
        assert after.holds(computed(after, staged(changed)))
        assert after.digits == before.digits
        assert after.expected != before.expected
