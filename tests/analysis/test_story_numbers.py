import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.analysis.at_time import at_step
from explorer.analysis.evaluation import evaluations
from explorer.analysis.quantities import computed, fault
from explorer.analysis.story_numbers import (
    caption,
    descended,
    filled,
    formatted,
    has_brace_alone,
    notes,
    staged,
)
from explorer.losses import LOSSES
from explorer.plots import PLOTS
from explorer.plots.live import caption_parts
from explorer.study.between import between, is_smooth
from explorer.study.state import State
from explorer.study.stated import Number
from explorer.study.stories import STORIES, Step
from explorer.study.stories.controls import moved, value_of, written
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.wording import LANGUAGES

STEPS = [(key, place) for key, story in STORIES.items() for place in range(len(story))]
NUMBERS = [(*where, number.name) for where in STEPS for number in STORIES[where[0]].steps[where[1]].numbers]
REFUSED = {("soft-labels", 1, "zlpr")}  # the step is about that
MOST_LOSSES = 4
MOST_WORDS = 24  # two lines of twelve
WIDTH = 72.0  # of two lines, in letters as wide as a Chinese one
LATIN = 0.56  # of such a letter
CHINESE = r"[\u4e00-\u9fff]"
OWN_NUMBER = re.compile(r"(?<![A-Za-z⁻\d.,{])[−+]?\d[\d,]*(?:\.\d+)?(?![s}])")
ALLOWED = {"0", "1", "2"}  # labels, bounds, and the 2 of σ(2s)


def step_of(key: str, place: int) -> Step:
    return STORIES[key].steps[place]


SLID = [each for each in STEPS if step_of(*each).control is not None]


def width(text: str) -> float:
    return sum(1.0 if ord(letter) > 0x2E7F else LATIN for letter in text)


@pytest.mark.parametrize(("key", "place", "name"), NUMBERS)
def test_what_a_caption_states_is_what_is_computed(key, place, name) -> None:
    step = step_of(key, place)
    number = next(each for each in step.numbers if each.name == name)
    assert fault(number) is None
    value = computed(number, at_step(staged(step)))
    assert number.holds(value), f"{value} is not {number.stated}"
    assert number.written(value) == number.stated


@pytest.mark.parametrize(("key", "place"), STEPS)
def test_a_caption_quotes_its_numbers_and_writes_none_of_its_own(key, place) -> None:
    step = step_of(key, place)
    names = {number.name for number in step.numbers}
    for language in LANGUAGES:
        quoted = set(re.findall(r"\{(\w+)\}", step.captions[language]))
        assert quoted == names, f"{language}: {quoted ^ names}"
        rest = re.sub(r"\{\w+\}", "", step.captions[language])
        assert {found.strip(",") for found in OWN_NUMBER.findall(rest)} <= ALLOWED, rest
        assert not set(re.findall(r"\{(\w+)\}", step.notes[language])) - names


@pytest.mark.parametrize(("key", "place"), STEPS)
def test_words_are_there_in_both_languages_and_short(key, place) -> None:
    step = step_of(key, place)
    for each in (step.titles, step.captions, step.notes):
        assert set(each) == set(LANGUAGES)
        assert all(text.strip() for text in each.values())
    for language in LANGUAGES:
        said = caption(step, staged(step), language)
        assert width(said) <= WIDTH, said
        assert width(step.titles[language]) <= WIDTH / 2
    assert len(caption(step, staged(step), "en").split()) <= MOST_WORDS
    sentences = len(re.findall(r"[.:;?](?:\s|$)", step.notes["en"]))
    assert 2 <= sentences <= 6
    if step.control is not None:
        assert set(step.control.words) == set(LANGUAGES)


@pytest.mark.parametrize(("key", "place"), SLID)
def test_words_are_true_at_both_ends_of_the_slider(key, place) -> None:
    step = step_of(key, place)
    assert step.control is not None
    for language in LANGUAGES:
        assert {found.strip(",") for found in OWN_NUMBER.findall(step.notes[language])} <= ALLOWED
    for value in (step.control.low, step.control.high):
        state = moved(step.control, staged(step), value)
        for language in LANGUAGES:
            said = caption(step, state, language)
            assert "—" not in said, said
            assert not re.search(r"\b[01] [a-z]+s\b", said), said
            assert width(said) <= WIDTH, said


@pytest.mark.parametrize(("key", "place"), STEPS)
def test_words_are_plain(key, place) -> None:
    step = step_of(key, place)
    said = [step.captions, step.titles, step.notes, *(number.words for number in step.numbers)]
    for each in said:
        assert not re.search(r"!|please|successfully|  |(?<!\w)-\d", each["en"], re.IGNORECASE), each["en"]
        text = each["zh"]
        assert not re.search(r"[请您!！]|  ", text), text
        assert not re.search(rf"{CHINESE}[A-Za-z0-9{{(+−σλαε]|[A-Za-z0-9}})]{CHINESE}", text), text
        assert not re.search(rf"{CHINESE}\s*[,;:.?]", text), text
    for language, end in (("en", "."), ("zh", "。")):
        assert step.captions[language].endswith(end)
        assert step.notes[language].endswith(end)


@pytest.mark.parametrize(("key", "place"), STEPS)
def test_cards_are_known_and_losses_accept_the_labels(key, place) -> None:
    step = step_of(key, place)
    assert set(step.cards) <= set(PLOTS)
    shown = step.study.shown
    assert 1 <= len(shown) <= MOST_LOSSES
    state = staged(step)
    for evaluation in evaluations(state):
        name = evaluation.loss.key
        assert (evaluation.refusal is None) == ((key, place, name) not in REFUSED), (
            f"{name}: {evaluation.refusal}"
        )
        if evaluation.refusal is not None:
            assert LOSSES[name].title in caption(step, state, "en")


@pytest.mark.parametrize(("key", "place"), STEPS)
def test_a_slider_works_from_end_to_end(key, place) -> None:
    step = step_of(key, place)
    control, state = step.control, staged(step)
    if control is None:
        return
    start = value_of(control, state)
    assert control.low <= start <= control.high
    assert value_of(control, moved(control, state, start)) == pytest.approx(start, abs=control.step)
    seen = set()
    for value in (control.low, control.high):
        there = moved(control, state, value)
        assert value_of(control, there) == pytest.approx(value)
        assert written(control, there) != "—"
        there = descended(there) if control.kind == "time" else there
        for card in step.cards:
            assert PLOTS[card].figure(there).key == card
        seen.add(tuple(PLOTS[card].depends(there) for card in step.cards))
    assert len(seen) == 2, "no card follows the slider"


@pytest.mark.parametrize("key", STORIES)
def test_most_steps_move_smoothly_into_the_next(key) -> None:
    steps = [staged(step) for step in STORIES[key].steps]
    smooth = [is_smooth(one, other) for one, other in pairwise(steps)]
    assert sum(smooth) >= 3
    for (one, other), moves in zip(pairwise(steps), smooth, strict=True):
        if moves:
            middle = between(one, other, 0.5)
            assert np.isfinite(middle.sample.logits).all()


# What is said of any state


def a_step(text: str, *numbers: Number) -> Step:
    table = Table.of([1.5, 1.2, 1.0], [1, 0, 0], ["cat", "dog", "owl"])
    return Step(
        {},
        {"en": text},
        {"en": f"Notes: {text}"},
        Study("x", table, (ShownLoss("bce"),)),
        Look(),
        ("logits",),
        None,
        numbers,
    )


P = Number("p", {}, "reading", {"by": "softmax", "of": "cat", "alpha": "look"}, 0.426, 0.0005)
GAP = Number("gap", {}, "gap", {"of": "cat", "under": "dog"}, 0.3, 0.005)


def test_a_caption_follows_the_state_at_hand() -> None:
    step = a_step("cat has {p}, {gap} ahead.", P, GAP)
    state = staged(step)
    assert caption(step, state, "en") == "cat has 0.426, 0.30 ahead."
    assert notes(step, state, "en") == "Notes: cat has 0.426, 0.30 ahead."
    assert caption(step, state.with_look(alpha=5.0), "en") == "cat has 0.766, 0.30 ahead."
    assert caption(step, state, "zh") == "cat has 0.426, 0.30 ahead."  # in the language that there is


def test_what_is_not_there_is_a_dash_and_what_is_no_number_stays() -> None:
    step = a_step("{p} of {gone}, {{so}}", P)
    assert caption(step, staged(step), "en") == "0.426 of {gone}, {so}"
    renamed = State(step.study.with_class_renamed(0, "cow"))
    assert caption(step, renamed, "en") == "— of {gone}, {so}"


@pytest.mark.parametrize("text", ["{p", "p}", "{", "{p.q}", "{0}", "{}"])
def test_a_text_under_way_is_shown_as_far_as_it_goes(text) -> None:
    assert filled(text, (P,), staged(a_step(""))) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("p is {p} nat {", "p is 0.426 nat {"),
        ("{p} in {0, 1}}", "0.426 in {0, 1}}"),
        ("} {p}", "} 0.426"),
        ("{{p}", "{0.426"),
        ("{{{p}}}", "{0.426}"),
        ("{{p}} {p}", "{p} 0.426"),
        ("{p:.1f} {p!r} {gone:.1f}", "0.426 0.426 {gone:.1f}"),
    ],
)
def test_one_brace_too_many_takes_no_number_away(text, shown) -> None:
    step = a_step(text, P)
    assert filled(text, (P,), staged(step)) == shown
    parts = caption_parts(text, step, staged(step))
    assert "".join(part if isinstance(part, str) else part["stated"] for part in parts) == shown
    assert any(part == {"number": "p", "stated": "0.426"} for part in parts)


@pytest.mark.parametrize("text", ["{p} {", "{p}}", "{{p}", "}", "{{{"])
def test_a_brace_alone_is_found(text) -> None:
    assert has_brace_alone(text)


@pytest.mark.parametrize("text", ["", "{p}", "{{so}}", "{{{p}}}", "{p} {{", "{gone}"])
def test_braces_in_order_are_not(text) -> None:
    assert not has_brace_alone(text)


def test_a_format_is_found() -> None:
    assert formatted("{p:.1f} {p} {p:.1f} {gone:.2f}", (P,)) == ("{p:.1f}",)


def test_numbers_of_a_descent_are_of_the_copy_shown() -> None:
    step = replace(a_step("{gap}", GAP), look=Look(time=200))
    assert caption(step, staged(step), "en") != caption(step, State(step.study), "en")


def test_only_a_step_with_a_descent_computes_one() -> None:
    assert "descents" not in staged(a_step("x")).results
    assert staged(replace(a_step("x"), look=Look(time=1))).results["descents"].complete
