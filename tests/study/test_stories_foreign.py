"""Stories of a foreign hand: sizes, settings and keys that this program did not write, and newer formats."""

import copy
import json
import re

import pytest

from explorer.study.state import State
from explorer.study.state_code import StateCodeFailure, code_of, opened_of
from explorer.study.storage import load, save
from explorer.study.stories import Control, StoryFailure, read_story, write_story
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table

FOREIGN = {
    "format": 1,
    "key": "foreign",
    "title": {"en": "When every loss fails", "zh": "所有损失都失灵的时候"},
    "steps": [
        {
            "title": {"en": "No label at all"},
            "caption": {"en": "The pairwise loss is {pair}."},
            "study": {
                "classes": ["cat", "dog", "night", "blur"],
                "logits": [[2, -1, 0.5, -3]],
                "targets": [[{"of": 0, "times": 4}]],
                "losses": [{"loss": "pairwise"}, {"loss": "zlpr"}, {"loss": "bce"}],
            },
            "cards": ["gradient", "values"],
            "numbers": [{"name": "pair", "en": "p", "quantity": "value", "loss": "pairwise", "expected": 0}],
        },
        {"title": {"en": "Moved"}, "caption": {"en": ""}, "cards": ["logits"]},
    ],
}  # fmt: skip


def changed(change) -> str:
    found = copy.deepcopy(FOREIGN)
    change(found)
    return json.dumps(found)


def step_of(found) -> dict:
    return found["steps"][0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda found: step_of(found)["study"].update(classes=1_000_000_000),
            "steps[0].study.classes: 1,000,000,000 numbers; allowed are up to 1,000,000",
        ),
        (
            lambda found: step_of(found)["study"].update(logits=[[{"of": 0, "times": 1_000_000_000_000}]]),
            "steps[0].study.logits[0]: 1,000,000,000,000 numbers; allowed are up to 1,000,000",
        ),
        (
            lambda found: step_of(found)["study"].update(logits=[[{"of": 0, "times": 900_000}] * 2]),
            "steps[0].study.logits[0]: 1,800,000 numbers; allowed are up to 1,000,000",
        ),
        (
            lambda found: step_of(found)["study"].update(logits=[[{"of": 0, "times": 1_000_000}]] * 9),
            "steps[0].study.logits: 5,000,000 numbers; allowed are up to 4,000,000",
        ),
        (
            lambda found: step_of(found)["study"].update(losses=[{"loss": "r_drop", "other_logits": 0.5}]),
            "steps[0].study.losses[0]: loss 'r_drop': other_logits is no setting",
        ),
        (
            lambda found: step_of(found)["numbers"][0].update(within="inf"),
            "steps[0].numbers[0].within: 'inf'; allowed are finite numbers from 0",
        ),
        (
            lambda found: step_of(found)["numbers"][0].update(within="nan"),
            "steps[0].numbers[0].within: 'nan'; allowed are finite numbers from 0",
        ),
        (
            lambda found: step_of(found)["numbers"][0].update(within=-1),
            "steps[0].numbers[0].within: -1; allowed are finite numbers from 0",
        ),
    ],
)
def test_what_is_too_much_is_one_line(change, said) -> None:
    with pytest.raises(StoryFailure, match=re.escape(said)):
        read_story(changed(change), "foreign.story.json")


# The other logits are no setting


def test_other_logits_are_no_setting_of_a_study_and_of_a_code(tmp_path) -> None:
    study = Study("x", Table.of([1.0, 2.0], [1, 0]), (ShownLoss("r_drop", (("other_logits", 0.5),)),))
    path = tmp_path / "rd.study.json"
    save(path, study, Look())
    opened = load(path)
    assert opened.study.shown == (ShownLoss("r_drop"),)
    assert "other_logits is no setting" in str(opened.message)
    with pytest.raises(StateCodeFailure, match="other_logits is no setting"):
        opened_of(code_of(study, Look()))


def test_other_logits_are_no_setting_of_what_a_script_shows() -> None:
    from explorer.jobs.showing import _shown

    assert _shown({"r_drop": {"alpha": 2.0}}) == (("r_drop", {"alpha": 2.0}),)
    with pytest.raises(ValueError, match="other_logits is no setting"):
        _shown({"r_drop": {"other_logits": 0.5}})


# What is not known is kept


def test_further_languages_and_empty_objects_are_written_back() -> None:
    def change(found) -> None:
        found["title"] |= {"fr": "Quand tout échoue", "zzz": {"a": 1}}
        for key in ("title", "caption"):
            step_of(found)[key]["fr"] = f"{key} en français"
        step_of(found)["notes"] = {"fr": "seulement"}
        step_of(found)["numbers"][0]["fr"] = "par paires"
        step_of(found)["zzz"] = {}
        step_of(found)["look"] = {"yyy": {}}

    story = read_story(changed(change), "foreign.story.json")
    again = json.loads(write_story(story))
    first = again["steps"][0]
    assert again["title"] == {**FOREIGN["title"], "fr": "Quand tout échoue", "zzz": {"a": 1}}
    assert first["title"] == {"en": "No label at all", "fr": "title en français"}
    assert first["caption"]["fr"] == "caption en français"
    assert first["notes"] == {"fr": "seulement"}
    assert first["numbers"][0]["fr"] == "par paires"
    assert (first["zzz"], first["look"]) == ({}, {"yyy": {}})
    assert read_story(write_story(story), "foreign.story.json") == story


# Newer formats


def newer(found) -> None:
    found["format"] = 2
    step_of(found)["study"]["losses"][1:1] = [{"loss": "future_loss", "speed": 3, "on": False}]
    step_of(found)["study"]["losses"][2]["zzz"] = {"of": 1}
    step_of(found)["control"] = {"kind": "new", "low": 0, "high": 1, "en": "Speed", "wheel": [1]}


def test_a_newer_story_opens_as_far_as_it_is_understood() -> None:
    story = read_story(changed(newer), "foreign.story.json")
    first = story.steps[0]
    assert [loss.key for loss in first.study.shown] == ["pairwise", "zlpr", "bce"]
    assert first.control is None
    assert story.message == (
        "foreign.story.json is of format 2, newer than 1: what is unknown is not shown. "
        "Not known here and not shown, but kept in the file: future_loss, control."
    )


def test_what_a_newer_story_says_beyond_that_is_kept() -> None:
    text = write_story(read_story(changed(newer), "foreign.story.json"))
    wanted = json.loads(changed(newer))["steps"][0]
    again = json.loads(text)["steps"][0]
    assert json.loads(text)["format"] == 2
    assert again["study"]["losses"] == wanted["study"]["losses"]
    assert again["control"] == wanted["control"]
    assert write_story(read_story(text, "foreign.story.json")) == text
    assert "losses" not in json.loads(text)["steps"][1].get("study", {})


def pinned(found) -> None:
    newer(found)
    losses = [{"loss": "future_loss", "speed": 3}, {"loss": "bce", "zzz": {"of": 1}}]
    step_of(found)["study"]["pin"] = {"sample": 0, "logits": step_of(found)["study"]["logits"][0]}
    step_of(found)["study"]["pin"] |= {"targets": step_of(found)["study"]["targets"][0], "losses": losses}


def test_what_a_newer_story_says_of_the_losses_of_a_pin_is_kept() -> None:
    story = read_story(changed(pinned), "foreign.story.json")
    first = story.steps[0].study
    assert [loss.key for loss in first.shown] == ["pairwise", "zlpr", "bce"]
    assert [loss.key for loss in first.pin.shown] == ["bce"]
    text = write_story(story)
    wanted, again = (json.loads(each)["steps"][0]["study"] for each in (changed(pinned), text))
    assert again["losses"] == wanted["losses"]
    assert again["pin"]["losses"] == wanted["pin"]["losses"]
    assert write_story(read_story(text, "foreign.story.json")) == text


def test_a_slider_chosen_here_takes_the_place_of_one_that_is_not_known() -> None:
    from dataclasses import replace

    story = read_story(changed(newer), "foreign.story.json")
    chosen = Control("alpha", low=0.1, high=10.0)
    edited = story.with_replaced(0, replace(story.steps[0], control=chosen))
    assert json.loads(write_story(edited))["steps"][0]["control"]["kind"] == "alpha"
    assert State(edited.steps[0].study, edited.steps[0].look).sample.classes[0] == "cat"
