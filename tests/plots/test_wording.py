"""Figures, moves and choices in Chinese: nothing English is left but names, signs are those of Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from explorer import wording
from explorer.paint.text import clauses as shortened
from explorer.paint.text import width_of
from explorer.plots import PLACED, PLOTS, mixing, moves, phrases, selection, stage
from explorer.plots.figure import EndLabels, Text
from explorer.plots.lens import lens
from explorer.plots.ranking import FILTER_WORDS, TOP
from explorer.study.examples import EXAMPLES
from explorer.study.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.plots.figure import Figure

WORD = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][a-z]{2,}(?![A-Za-z0-9_])")  # no name of code
STAYS = frozenset(
    [
        "logit",
        "softmax",
        "sigmoid",
        "nat",
        "torchvision",
        "log",
        "exp",
        "micro",
        "issue",
        "zzz",
        "torch",
        "timm",
        "Keras",
    ]
)
CHOSEN = (
    (),
    (("balance.against", "labels"), ("balance.at", "means"), ("sweeps.across", "scale")),
    (("sweeps.at", "lowest"), ("tasks.of", "shared"), ("dtypes.error", "value")),
)
KEYS = (*PLOTS, "timeline", "timeline_row")


@pytest.fixture
def in_chinese() -> Iterator[None]:
    with wording.speaking("zh"):
        yield


def opened(key: str) -> State:
    found = EXAMPLES[key].open()
    return State(found.study, found.look)


def texts(figure: Figure) -> Iterator[str]:
    """Give all that a figure says."""
    yield from (figure.title, figure.subtitle, figure.corner, figure.hint, figure.about, figure.note)
    yield from (figure.description, figure.x.title, figure.y.title)
    for handle in figure.handles:
        yield from (handle.name, handle.tip)
    for mark in (*figure.marks, *figure.still, *figure.aside):
        if isinstance(mark, Text):
            yield from (mark.text, mark.tip)
        if isinstance(mark, EndLabels):
            yield from (item.text for item in mark.items)


def english(text: str) -> list[str]:
    """Return the words of a text that should be Chinese; classes are called "class 7"."""
    text = re.sub(r"class [0-9]+", "", text)
    return [word for word in WORD.findall(text) if word not in STAYS]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("example", ["five-samples", "a-thousand-classes"])
def test_a_figure_says_nothing_in_english(key: str, example: str, in_chinese: None) -> None:
    state, plot = opened(example), (PLOTS | PLACED)[key]
    states = [state, state.with_look(enlarged=key), state.with_look(search="zzz", sharpening="loss")]
    states += [state.with_look(options=options, sharpening="sigmoid") for options in CHOSEN]
    for each in states:
        figure = plot.figure(each)
        assert [text for text in texts(figure) if english(text)] == []
        for choice in plot.choices(each) if plot.choices is not None else ():
            assert not english(choice.title)
            assert not [option.text for option in choice.options if english(option.text)]


@pytest.mark.parametrize("key", KEYS)
def test_what_the_lens_reads_is_chinese(key: str, in_chinese: None) -> None:
    state = opened("five-samples")
    figure = (PLOTS | PLACED)[key].figure(state)
    x, y = ((axis.low + axis.high) / 2 for axis in (figure.x, figure.y))
    found = lens(state, figure, x, y)
    if found is not None:
        assert not english(found.title)
        assert not [row for row in found.rows if english(row.label) or english(row.text)]


def test_moves_are_named_in_chinese(in_chinese: None) -> None:
    state = opened("five-samples")
    two = state.with_look(selected=frozenset((0, 1)))
    made = [
        moves.set_logit(state, 0, 2.0),
        moves.move(state, "logit:0", (0.0, 2.0)),
        moves.nudge(state, "logit:0", 0.1),
        moves.toggle(state, 0),
        moves.set_target(state, 0, 0.5),
        moves.set_alpha(state, 2.0),
        moves.hold(state, 1),
        moves.move(state, "landscape", (1.0, 1.0)),
        moves.move(two, "logit:0", (0.0, 2.0)),
        selection.select_all(state),
        mixing.exchanged(state),
        mixing.mixed(state, 1, 0.5),
        *(mixing.smoothed(state, 0.1, each) for each in mixing.CONVENTIONS),
        *(
            edit(each)
            for edit in (selection.flip, selection.negate, selection.label)
            for each in (state, two)
        ),
        *(selection.scale(each, 2.0) for each in (state, two)),
        *(selection.shift(each, 2.0) for each in (state, two)),
        *(selection.set_logits(each, 2.0) for each in (state, two)),
    ]
    labels = [move.label for move in made if move is not None]
    assert len(labels) == len(made)
    assert [label for label in labels if english(label) or not wording.HAN.search(label)] == []
    assert made[0] is not None
    assert made[0].label == "将 a 的 logit 设为 +2.00"


def test_a_convention_is_known_by_its_title_in_either_language(in_chinese: None) -> None:
    for convention in mixing.CONVENTIONS:
        assert mixing.convention_of(wording.say(convention.title)) is convention
        assert mixing.convention_of(convention.title) is convention


def test_signs_between_words_are_those_of_the_language() -> None:
    def said() -> tuple[str, ...]:
        names = phrases.listed(("a", "b"))
        statements = phrases.stated(("a 1", "b 2"))
        return names, statements, phrases.sentence(phrases.clauses((names, statements)))

    assert said() == ("a, b", "a 1, b 2", "a, b; a 1, b 2.")
    assert phrases.joined("One.", "", "Two.") == "One. Two."
    with wording.speaking("zh"):
        assert said() == ("a、b", "a 1，b 2", "a、b；a 1，b 2。")
        assert phrases.joined("一。", "", "二。") == "一。二。"


def test_a_chinese_subtitle_loses_clauses_before_letters(qapp: object) -> None:
    whole = "全部 logit 放大时的损失，圆环：最低处"
    room = width_of(whole, "name") - 1.0
    assert shortened(whole, "name", room) == "全部 logit 放大时的损失"


def test_chinese_names_get_the_room_that_they_need() -> None:
    assert stage._more(["A name of 20 letters"]) == 5 * stage.LETTER
    assert stage._more(["十个字的名字也一样宽"]) == 5 * stage.LETTER


def test_the_filter_says_how_many_classes_it_lets_through() -> None:
    assert str(TOP) in FILTER_WORDS["top"].split()
