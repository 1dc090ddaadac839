from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explorer.study.lessons import LESSONS

if TYPE_CHECKING:
    from tests.cli.runs import Run


def test_the_list_names_every_lesson_by_chapter(run: Run) -> None:
    said = run("lessons")
    assert said.status == 0
    assert all(key in said.out for key in LESSONS)
    assert said.out.startswith("Traps\n")
    assert "从 softmax 到多标签" in run("lessons", "--language", "zh").out


def test_a_lesson_prints_its_sentences_and_numbers(run: Run) -> None:
    said = run("lessons", "sharpening", "--language", "zh")
    assert said.status == 0
    assert said.out.startswith("锐化\n陷阱, 14 / 27\n")
    assert "softmax 给 cat 0.426" in said.out
    assert "1.077" in said.out


@pytest.mark.parametrize("key", LESSONS)
def test_numbers_are_computed_and_hold(run: Run, key: str) -> None:
    said = run("lessons", key, "--json")
    found = said.json
    assert said.status == 0
    assert [each["name"] for each in found["numbers"]] == [each.name for each in LESSONS[key].numbers]
    assert all(each["holds"] for each in found["numbers"])


def test_bad_use_is_refused_in_one_line(run: Run) -> None:
    said = run("lessons", "gone").complaint
    assert said.startswith("no lesson 'gone'; there are soft-labels-hard-zlpr, ")
    said = run("open", "--lesson", "peel", "table.csv").complaint
    assert said == "--lesson opens its own study; leave FILE out"
