"""Title and text of an experiment in other languages: read, shown, written back, apart from its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer import wording
from explorer.training import shipped, spec
from explorer.training.engine.checkpoints import WHAT_COUNTS
from explorer.training.experiment import Experiment

TEXT = """
title = "Two labels"
about = "It learns."

[zh]
title = "两个标签"
about = "它在学习。"

[task]
kind = "logits"

[[losses]]
key = "zlpr"
"""


def test_words_are_read_shown_and_written_back() -> None:
    made = spec.read(TEXT, "two.toml")
    assert (made.said_title, made.said_about) == ("Two labels", "It learns.")
    with wording.speaking("zh"):
        assert (made.said_title, made.said_about) == ("两个标签", "它在学习。")
    assert spec.read(spec.write(made), "two.toml") == made
    assert hash(made) != hash(replace(made, words=()))


def test_a_language_without_words_has_the_english_ones() -> None:
    made = spec.read(TEXT.replace('about = "它在学习。"\n', ""), "two.toml")
    with wording.speaking("zh"):
        assert (made.said_title, made.said_about) == ("两个标签", "It learns.")


def test_an_experiment_that_nobody_named_is_called_one_in_every_language() -> None:
    with wording.speaking("zh"):
        assert Experiment().said_title == "实验"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('source = "x"', "two.toml: zh.source: no such key; allowed: title, about"),
        ("title = 3", "two.toml: zh.title: 3 is no text; allowed: a text in quotes"),
    ],
)
def test_what_words_may_not_have_is_refused(wrong: str, said: str) -> None:
    with pytest.raises(spec.SpecFailure) as failure:
        spec.read(TEXT.replace('[zh]\ntitle = "两个标签"', f"[zh]\n{wrong}"), "two.toml")
    assert str(failure.value) == said


def test_words_make_no_difference_to_what_is_trained() -> None:
    """A training goes on from its checkpoint whatever its experiment is called."""
    assert not {"title", "about", "words"} & set(WHAT_COUNTS)


@pytest.mark.parametrize("key", shipped.paths())
def test_every_shipped_experiment_is_told_in_every_language(key: str) -> None:
    made = shipped.shipped(key)
    for each in wording.LANGUAGES:
        if each == "en":
            continue
        told = {name for spoken, name, text in made.words if spoken == each and text.strip()}
        assert told == {"title", "about"}


def test_a_refusal_is_said_in_the_language_in_use_at_the_same_place() -> None:
    """Forms find the row of a mistake by what stands before the words."""
    wrong = TEXT.replace('kind = "logits"', 'kind = "logits"\nclasses = 0')
    with wording.speaking("zh"), pytest.raises(spec.SpecFailure) as failure:
        spec.read(wrong, "two.toml")
    assert str(failure.value) == "two.toml: task.classes: 0 不允许；允许：1 到 1,000,000 的整数；或其列表"
