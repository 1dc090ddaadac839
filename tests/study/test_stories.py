import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.losses import LOSSES
from explorer.study.history import History
from explorer.study.one_sample import plain
from explorer.study.state import State
from explorer.study.stated import Number
from explorer.study.storage import load, save
from explorer.study.stories import (
    KINDS,
    STORIES,
    Control,
    Step,
    Stories,
    Story,
    StoryFailure,
    read_story,
    recorded,
    values_of,
    write_story,
)
from explorer.study.stories.controls import brought, fraction, moved, value_at, value_of, written
from explorer.study.study import BOARDS, Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.wording import LANGUAGES, words_in
from tests.study.strategies import floats, looks, studies

DATA = Path(__file__).parent.parent / "data"
OLD = DATA / "format-1.story.json"
OLD_STUDY = DATA / "format-1-stories.study.json"
CLASSES = ["cat", "dog", "owl"]


def a_step(**changes) -> Step:
    table = Table.of([1.5, 1.2, 1.0], [1, 0, 0], CLASSES)
    study = Study("three", table, (ShownLoss("zlpr"), ShownLoss("smoothed_bce")))
    step = Step({"en": "One"}, {"en": "cat"}, {}, study, Look(), ("logits",))
    return replace(step, **changes)


def a_story(*steps: Step) -> Story:
    return Story("mine", {"en": "Mine", "zh": "我的"}, steps or (a_step(),))


# Steps and stories


def test_a_step_is_equal_by_what_it_holds() -> None:
    assert a_step() == a_step()
    assert hash(a_step()) == hash(a_step())
    assert a_step() != a_step(cards=("gradient",))
    assert a_step() != a_step(look=Look(alpha=2.0))


def test_a_step_keeps_its_rows_as_its_own_and_nothing_of_the_desk() -> None:
    study = a_step().study.with_class_removed(2)
    study = study.with_table(study.table.with_logit(0, 0, 9.0))
    step = a_step(study=study, look=Look(enlarged="slice", board=BOARDS[1], alpha=3.0))
    assert step.study.table.classes == ("cat", "dog")
    assert step.study.table.sample(0).logits.tolist() == [9.0, 1.2]
    assert not step.study.table.edits
    assert (step.look.enlarged, step.look.board, step.look.alpha) == (None, BOARDS[0], 3.0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cards": ()}, "shows 0 cards; allowed are 1 to 2"),
        ({"cards": ("a", "b", "c")}, "shows 3 cards"),
        ({"seconds": -1.0}, "takes -1.0 seconds; allowed are 0 to 60"),
        ({"study": Study("many", Table.of(np.zeros((65, 2))))}, "has 65 samples; allowed are 1 to 64"),
    ],
)
def test_what_a_step_may_not_be_is_said(changes, said) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        a_step(**changes)


def test_steps_are_put_in_taken_out_and_moved() -> None:
    one, two, three = (a_step(titles={"en": name}) for name in ("1", "2", "3"))
    story = a_story(one).with_step(three).with_step(two, 1)
    assert story.steps == (one, two, three)
    assert story.moved(0, 2).steps == (two, three, one)
    assert story.moved(2, 0).steps == (three, one, two)
    assert story.without_step(1).steps == (one, three)
    assert story.with_replaced(1, one).steps == (one, one, three)
    assert story.with_words({"en": "Else"}).titles == {"en": "Else"}
    with pytest.raises(IndexError, match="no step 3; allowed are 0 to 2"):
        story.moved(0, 3)
    with pytest.raises(IndexError, match="no place 4"):
        story.with_step(one, 4)
    with pytest.raises(ValueError, match="no steps; allowed are 1 or more"):
        a_story(one).without_step(0)


def test_recording_takes_the_watched_sample() -> None:
    table = Table.of([[1.0, 2.0], [3.0, 4.0]], [[0, 1], [1, 0]], ["a", "b"])
    study = Study("two", table, (ShownLoss("bce"),))
    study = replace(study, pin=Pin.of(table.sample(1), study.shown))
    state = State(study, Look(sample=1, held=1, alpha=2.0, enlarged="slice", time=7))
    step = recorded(state, ["logits", "gradient", "values"], {"en": "Now"})
    assert step.study.table.sample(0).logits.tolist() == [3.0, 4.0]
    assert step.study.pin is not None
    assert step.study.pin.sample == 0
    assert step.look == Look(held=1, alpha=2.0, time=7)
    assert step.cards == ("logits", "gradient")
    assert step.titles == {"en": "Now"}


# Reading and writing

words = st.dictionaries(st.sampled_from(LANGUAGES), st.text(max_size=6), max_size=2)
ends = st.floats(0.5, 9.0)
controls = st.builds(
    lambda kind, low, wide, step, log, spoken: Control(kind, "x.y", low, low + wide, step, log, spoken),
    st.sampled_from(KINDS),
    ends,
    ends,
    st.sampled_from([0.0, 0.25, 1.0]),
    st.booleans(),
    words,
)
numbers = st.builds(
    lambda name, expected, within, spoken: Number(
        name, spoken, "value", {"loss": "bce"}, float(expected), within
    ),
    st.sampled_from(["a", "b"]),
    floats.filter(lambda value: value == value),
    st.sampled_from([0.0, 0.005]),
    words,
)


@st.composite
def steps(draw):
    study = plain(draw(studies()))
    return Step(
        draw(words),
        draw(words),
        draw(words),
        study,
        draw(looks()),
        tuple(draw(st.lists(st.sampled_from(["logits", "slice"]), min_size=1, max_size=2))),
        draw(st.none() | controls),
        tuple(draw(st.lists(numbers, max_size=2, unique_by=lambda number: number.name))),
        draw(st.sampled_from([0.0, 0.6, 2.5])),
    )


@settings(max_examples=150)
@given(st.lists(steps(), min_size=1, max_size=3), words, st.integers(0, 3))
def test_what_is_written_is_read(made, titles, order) -> None:
    story = Story("any", titles, tuple(made), order)
    text = write_story(story)
    again = read_story(text, "any.story.json")
    assert again == story
    assert write_story(again) == text


def test_a_step_leaves_out_what_the_one_before_it_has() -> None:
    moved_on = a_step().study
    moved_on = plain(moved_on.with_table(moved_on.table.with_logit(0, 0, 3.0)))
    pinned = replace(moved_on, pin=Pin.of(moved_on.table.sample(0), moved_on.shown))
    story = a_story(a_step(), a_step(), a_step(study=moved_on), a_step(study=pinned), a_step(study=moved_on))
    found = [step.get("study", {}) for step in values_of(story)["steps"]]
    assert [sorted(each) for each in found[1:]] == [[], ["logits"], ["pin"], ["pin"]]
    assert read_story(write_story(story), "x") == story


def test_many_equal_numbers_are_counted_and_signs_of_zero_kept() -> None:
    table = Table.of([0.0] * 500 + [-0.0] + [float("nan"), float("-inf")], None, None)
    step = a_step(study=Study("wide", table))
    text = write_story(a_story(step))
    assert '{"of": 0, "times": 500}' in text
    assert '"nan", "-inf"' in text
    again = read_story(text, "x").steps[0]
    assert np.signbit(again.study.table.sample(0).logits[500])
    assert again == step


def test_the_first_format_opens_for_ever() -> None:
    story = read_story(OLD.read_text(encoding="utf-8"), OLD.name)
    assert (story.key, story.order, len(story), story.message) == ("format-1", 3, 3, None)
    assert words_in(story.titles, "zh") == "第一种格式"
    first, second, third = story.steps
    assert first.control == Control("setting", "label_smoothing.epsilon", 0.01, 0.5, 0.01, True, {"en": "ε"})
    assert first.study.table.classes == ("cat", "dog", "owl")
    assert first.study.shown[0] == ShownLoss("label_smoothing", (("epsilon", 0.2), ("convention", 1.0)))
    assert not first.study.shown[1].on
    assert first.look == Look(alpha=5.0, held=1, slice_class=2, landscape=(1, 2), options=(("a", "b"),))
    assert second.study == first.study
    assert second.look == Look(time=12)
    assert third.study.table.class_count == 10
    assert third.study.pin is not None
    assert third.seconds == 2.5
    again = json.loads(write_story(story))
    assert again["colour"] == "red"
    assert again["steps"][0]["sound"] == {"of": 1}
    assert again["steps"][0]["study"]["speed"] == 2
    assert again["steps"][0]["control"]["shape"] == "round"


def test_a_newer_format_opens_with_a_message_and_stays_newer() -> None:
    values = values_of(a_story()) | {"format": 2, "chapters": ["x"]}
    story = read_story(json.dumps(values), "new.story.json")
    assert story.message == "new.story.json is of format 2, newer than 1: what is unknown is not shown."
    again = json.loads(write_story(story))
    assert (again["format"], again["chapters"]) == (2, ["x"])


def test_a_story_without_a_key_is_called_as_its_file() -> None:
    values = values_of(a_story())
    del values["key"]
    assert read_story(json.dumps(values), "talk.story.json").key == "talk"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found.pop("format"), "story.format: None; allowed is int"),
        (lambda found: found.update(format=0), "story.format: 0; allowed is 1"),
        (lambda found: found.update(steps=[]), "story.steps: empty; allowed are 1 or more"),
        (lambda found: found.update(title="x"), "story.title: allowed is an object"),
        (lambda found: found["steps"][0].pop("cards"), "steps[0].cards: None; allowed is list"),
        (lambda found: found["steps"][0].update(cards=[1]), "steps[0].cards: [1]; allowed are keys"),
        (lambda found: found["steps"][0].update(cards=[]), "steps[0].step: a step shows 0 cards"),
        (lambda found: found["steps"][0].update(seconds="x"), "steps[0].seconds: 'x'; allowed is a number"),
        (lambda found: found["steps"][0].update(caption={"en": 1}), "steps[0].caption.en: 1; allowed is str"),
        (lambda found: found["steps"][0].update(look={"alpha": "x"}), "steps[0].look.alpha: 'x'; allowed"),
        (
            lambda found: found["steps"][0].update(look={"held": "gone"}),
            "steps[0].look.held: no class 'gone'",
        ),
        (
            lambda found: found["steps"][0].update(look={"held": 3}),
            "steps[0].look.held: 3; allowed are 0 to 2",
        ),
        (
            lambda found: found["steps"][0].update(look={"options": {"a": 1}}),
            "look.options.a: 1; allowed is str",
        ),
        (
            lambda found: found["steps"][0].update(look={"time": 1.5}),
            "steps[0].look.time: 1.5; allowed is int",
        ),
        (
            lambda found: found["steps"][0].update(control={"kind": "wheel"}),
            "steps[0].control: a control is of kind 'wheel'; allowed are labels, alpha",
        ),
        (
            lambda found: found["steps"][0].update(control={"kind": "alpha", "low": 2, "high": 1}),
            "steps[0].control: a control runs from 2.0 to 1.0",
        ),
        (
            lambda found: found["steps"][0].update(control={"kind": "alpha", "log": True}),
            "steps[0].control: a logarithmic control begins at 0.0",
        ),
        (
            lambda found: found["steps"][0]["study"]["losses"].append({"loss": "gone"}),
            "steps[0].study.losses[2].loss: no loss 'gone'",
        ),
        (
            lambda found: found["steps"][0]["study"].pop("logits"),
            "steps[0].study.logits: None; allowed is list",
        ),
        (
            lambda found: found["steps"][0]["study"].update(pin={"logits": [1]}),
            "steps[0].study.pin.logits: 1 numbers; allowed are 3",
        ),
        (
            lambda found: found["steps"][0]["study"].update(logits=[[{"of": 1, "times": 3, "x": 1}]]),
            "steps[0].study.logits[0][0].x: unknown",
        ),
    ],
)
def test_a_fault_is_said_with_its_file_and_place(change, said) -> None:
    found = json.loads(write_story(a_story()))
    change(found)
    with pytest.raises(StoryFailure, match=re.escape("wrong.story.json: ")) as failure:
        read_story(json.dumps(found), "wrong.story.json")
    assert said in str(failure.value)


@pytest.mark.parametrize("text", ["{", "[]", "null", '"x"', "[" * 100_000])
def test_what_is_no_story_is_said(text) -> None:
    with pytest.raises(StoryFailure, match=r"^wrong\.story\.json: "):
        read_story(text, "wrong.story.json")


# Stories that come with the program


def test_the_shipped_stories_are_these_in_this_order() -> None:
    assert list(STORIES) == ["overconfident", "n-choose-k", "zlpr", "soft-labels", "every-loss-fails"]
    for story in STORIES.values():
        assert 6 <= len(story) <= 12
        assert not story.extra
        assert all(not step.extra for step in story.steps)


@pytest.mark.parametrize("key", STORIES)
def test_a_shipped_file_is_as_the_program_writes_it(key) -> None:
    from explorer.resources import asset

    assert asset(f"stories/{key}.story.json").read_text(encoding="utf-8") == write_story(STORIES[key])


def test_stories_are_read_when_they_are_first_asked_for(tmp_path) -> None:
    found = Stories(tmp_path)
    (tmp_path / "b.story.json").write_text(write_story(replace(a_story(), key="b", order=1)))
    (tmp_path / "a.story.json").write_text(write_story(replace(a_story(), key="a", order=2)))
    assert list(found) == ["b", "a"]
    assert len(found) == 2


# In the study's file


def test_stories_are_saved_with_their_study_and_undone_with_it(tmp_path) -> None:
    path = tmp_path / "x.study.json"
    study = a_step().study
    told = replace(study, stories=(a_story(), STORIES["zlpr"]))
    save(path, told, Look())
    assert load(path).study == told
    history = History(study)
    history.apply("Record a step", told)
    assert history.study.stories
    history.undo()
    assert history.study == study


def test_a_study_without_stories_is_written_as_ever(tmp_path) -> None:
    save(tmp_path / "x.study.json", a_step().study, Look())
    assert "stories" not in json.loads((tmp_path / "x.study.json").read_text())


def test_a_study_with_stories_opens_for_ever() -> None:
    opened = load(OLD_STUDY)
    assert not opened.read_only
    assert [story.key for story in opened.study.stories] == ["mine"]
    assert opened.study.stories[0].steps[0].captions == {"en": "cat has {p}", "zh": "cat 有 {p}"}


def test_a_story_that_cannot_be_read_is_named_and_kept(tmp_path) -> None:
    path = tmp_path / "x.study.json"
    save(path, replace(a_step().study, stories=(a_story(),)), Look())
    document = json.loads(path.read_text())
    broken = {"format": 1, "title": {}, "steps": [{"cards": ["logits"], "study": {"losses": []}}]}
    document["stories"].insert(0, broken)
    path.write_text(json.dumps(document))
    opened = load(path)
    assert opened.study.stories == (a_story(),)
    assert opened.message == (
        "x.study.json: stories[0].steps[0].study.logits: None; allowed is list;"
        " this story is not shown, but kept in the file."
    )
    save(path, opened.study, opened.look)
    assert broken in json.loads(path.read_text())["stories"]


# Sliders


def state_of(**look) -> State:
    return State(a_step().study, Look(**look))


def test_labels_are_the_first_classes() -> None:
    control = Control("labels", low=0, high=3, step=1)
    state = moved(control, state_of(), 2.2)
    assert state.sample.targets.tolist() == [1, 1, 0]
    assert (value_of(control, state), written(control, state)) == (2, "2 / 3")


def test_all_logits_keep_their_direction_and_shifts_their_differences() -> None:
    scaled = moved(Control("all_logits", low=0.1, high=9), state_of(), 3.0)
    assert scaled.sample.logits.tolist() == pytest.approx([3.0, 2.4, 2.0])
    shift = Control("shift", low=-5, high=5)
    shifted = moved(shift, state_of(), -1.0)
    assert np.diff(shifted.sample.logits) == pytest.approx(np.diff(state_of().sample.logits))
    assert value_of(shift, shifted) == pytest.approx(-1.0)
    zero = moved(Control("logit", "cat", -1, 1), State(Study("0", Table.of([0.0], [1], ["cat"]))), 0.0)
    assert moved(Control("all_logits", low=0.1, high=9), zero, 3.0) is zero


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (Control("alpha", low=0.1, high=10, log=True), 4.0),
        (Control("time", low=0, high=50, step=1), 17.0),
        (Control("logit", "owl", -5, 5, 0.1), -2.3),
        (Control("target", "dog", 0, 1, 0.05), 0.35),
        (Control("setting", "smoothed_bce.epsilon", 0, 0.5, 0.01), 0.25),
        (Control("setting", "smoothed_bce.convention", 0, 3, 1), 2.0),
        (Control("setting", "*.epsilon", 0, 0.5, 0.01), 0.3),
    ],
)
def test_a_slider_stands_where_it_was_put(control, value) -> None:
    before = state_of()
    after = moved(control, before, value)
    assert after is not before
    assert value_of(control, after) == pytest.approx(value)
    assert value_of(control, moved(control, before, 1e9)) == control.high
    assert value_of(control, moved(control, before, -1e9)) == control.low


def test_a_star_sets_every_loss_that_has_it_and_a_key_the_first() -> None:
    shown = (
        ShownLoss("smoothed_bce"),
        ShownLoss("zlpr"),
        ShownLoss("smoothed_bce"),
        ShownLoss("smoothed_zlpr"),
    )
    state = State(replace(a_step().study, shown=shown))

    def epsilons(name: str) -> list[float]:
        after = moved(Control("setting", name, 0, 1), state, 0.3)
        return [LOSSES[each.key].settings(**dict(each.settings)).get("epsilon") for each in after.study.shown]

    assert epsilons("*.epsilon") == [0.3, None, 0.3, 0.3]
    assert epsilons("smoothed_bce.epsilon") == [0.3, None, 0.1, 0.1]


@pytest.mark.parametrize(
    "control",
    [
        Control("logit", "gone"),
        Control("target", "gone"),
        Control("setting", "focal.gamma"),
        Control("setting", "zlpr.gone"),
        Control("setting", "*.gone"),
    ],
)
def test_a_slider_for_what_is_not_there_moves_nothing(control) -> None:
    state = state_of()
    assert moved(control, state, 0.5) is state
    assert np.isnan(value_of(control, state))
    assert written(control, state) == "—"


def test_numbers_are_written_with_the_digits_of_the_step() -> None:
    cat = Control("logit", "cat", -9, 9, 0.1)
    assert written(cat, moved(cat, state_of(), -2.34)) == "−2.3"
    assert written(replace(cat, step=0.05), moved(cat, state_of(), 0.0)) == "0.00"
    assert written(Control("alpha", low=0.1, high=10), state_of(alpha=2.5)) == "2.50"
    assert written(Control("time", low=0, high=5000), state_of(time=1200)) == "1,200"


@given(controls, st.floats(0.0, 1.0))
def test_a_place_on_the_slider_is_a_value_and_back(control, share) -> None:
    value = value_at(control, share)
    assert control.low <= value <= control.high
    assert brought(control, value) == value
    assert 0.0 <= fraction(control, value) <= 1.0
    if not control.step:
        assert fraction(control, value) == pytest.approx(share, abs=1e-9)
    assert (fraction(control, control.low), fraction(control, control.high)) == (0.0, 1.0)


# The page for authors


def test_the_page_names_every_slider_card_and_key() -> None:
    from explorer.plots import PLOTS
    from explorer.study.described import LOOK_KEYS, STUDY_KEYS
    from explorer.study.stories.reading import CONTROL_KEYS, STEP_KEYS, STORY_KEYS

    page = (Path(__file__).parents[2] / "docs" / "stories.md").read_text(encoding="utf-8")
    for name in (*KINDS, *PLOTS, *STUDY_KEYS, *(key for key in LOOK_KEYS if key != "enlarged")):
        assert f"`{name}`" in page or f'"{name}"' in page, name
    for name in (*STORY_KEYS, *STEP_KEYS, *CONTROL_KEYS):
        assert f"`{name}`" in page or f'"{name}"' in page, name
