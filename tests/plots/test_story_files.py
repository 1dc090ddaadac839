"""Stories that ask for numbers and figures which there are not: a line, a dash, an empty card."""

import json
import re
from dataclasses import replace

import pytest

from explorer import plots
from explorer.analysis.number_offers import recorded_anew
from explorer.analysis.quantities import computed
from explorer.analysis.story_numbers import caption, staged
from explorer.plots import stage
from explorer.plots.story_files import opened_story
from explorer.study.stories import STORIES, StoryFailure, read_story, write_story
from tests.study.test_stories_foreign import changed, step_of

FAULTS = [
    ({"loss": "bcee"}, "no loss 'bcee'; there are cross_entropy"),
    ({"loss": []}, "no loss []; there are"),
    ({"quantity": "eval"}, "no quantity 'eval'; there are value"),
    ({"zzz": 1}, "got an unexpected keyword argument 'zzz'; it takes loss, mean"),
    ({"quantity": "gradient"}, "missing a required argument: 'of'; it takes loss, of"),
    ({"quantity": "sharpened", "alpha": [[]]}, "operands could not be broadcast"),
    ({"dtype": "float99"}, "float99"),
    ({"sample": "x"}, "'<' not supported"),
    ({"settings": {"epsilon": 2}}, "epsilon"),
    (
        {"quantity": "at_zero", "what": "value", "classes": 10**12, "labelled": 1},
        "1,000,000,000,000 numbers; allowed are up to 1,000,000",
    ),
]


def asking(arguments, **top) -> str:
    def change(found) -> None:
        step_of(found)["numbers"][0].update(arguments)
        found.update(top)

    return changed(change)


@pytest.mark.parametrize(("arguments", "said"), FAULTS)
def test_a_number_that_cannot_be_computed_is_one_line_when_it_is_read(arguments, said) -> None:
    with pytest.raises(StoryFailure, match=re.escape(said)) as failure:
        opened_story(asking(arguments), "foreign.story.json")
    assert str(failure.value).startswith("foreign.story.json: steps[0].numbers[0]: pair: ")
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(("arguments", "said"), FAULTS)
def test_such_a_number_of_a_newer_story_or_of_a_study_is_a_dash(arguments, said) -> None:
    assert said
    newer = opened_story(asking(arguments, format=2), "foreign.story.json")
    of_a_study = read_story(asking(arguments), "foreign.story.json")
    for story in (newer, of_a_study):
        step = story.steps[0]
        assert caption(step, staged(step), "en") == "The pairwise loss is —."
        assert recorded_anew(step, staged(step)) == step.numbers


@pytest.mark.parametrize("within", [1e-300, 5e-324, 1e300, 1.7e308])
@pytest.mark.parametrize("expected", [0, 2e6, "inf", "-inf", "nan", 1e300])
def test_any_finite_width_can_be_written(within, expected) -> None:
    text = asking({"within": within, "expected": expected, "loss": "zlpr"})
    step = opened_story(text, "foreign.story.json").steps[0]
    assert len(caption(step, staged(step), "en")) < 60
    assert all(isinstance(step.numbers[0].written(value), str) for value in (0.0, 3e7, -1e308))


def test_words_of_a_number_in_a_further_language_are_no_argument() -> None:
    story = opened_story(asking({"fr": "par paires", "pt-BR": "por pares"}), "foreign.story.json")
    assert computed(story.steps[0].numbers[0], staged(story.steps[0])) == 0.0
    assert json.loads(write_story(story))["steps"][0]["numbers"][0]["pt-BR"] == "por pares"


def with_card(*cards: str) -> str:
    return changed(lambda found: step_of(found).update(cards=list(cards)))


def test_an_unknown_card_stays_empty_and_is_kept() -> None:
    story = opened_story(with_card("hologram", "values"), "foreign.story.json")
    assert story.message == (
        "foreign.story.json: no figure 'hologram'; the card stays empty, and is kept in the file."
    )
    page = stage.page(staged(story.steps[0]), story.steps[0], language="en")
    assert [figure.key for figure in page.figures] == ["hologram", "values"]
    assert page.figures[0].note == "This program has no figure 'hologram'."
    assert page.figures[0].title == "Unknown figure"
    assert json.loads(write_story(story))["steps"][0]["cards"] == ["hologram", "values"]


@pytest.mark.parametrize("key", ["{a.b}", "{", "x\n" * 99, "", "os"])
def test_no_name_of_a_card_is_taken_for_anything_else(key) -> None:
    plot = plots.card_of(key)
    step = opened_story(with_card(key), "foreign.story.json").steps[0]
    assert plot.figure(staged(step)).note.startswith("This program has no figure ")
    assert plot.depends(staged(step)) == plot.depends(staged(replace(step, seconds=1.0)))


@pytest.mark.parametrize("key", STORIES)
def test_the_shipped_stories_pass(key) -> None:
    assert opened_story(write_story(STORIES[key]), f"{key}.story.json") == STORIES[key]
