"""A key that an object has twice is refused with its place: nobody can say which of the two is meant."""

import json
from pathlib import Path

import pytest

from explorer.resources import asset
from explorer.study.document import document_of
from explorer.study.failures import ImportFailure, StorageFailure
from explorer.study.importers import read_text
from explorer.study.json_text import KeyTwice, loaded, written
from explorer.study.opening import open_any
from explorer.study.storage import load
from explorer.study.stories import StoryFailure, read_story
from explorer.study.study import Look

ONCE = "is there twice; allowed is each key once"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"a": 1, "a": 2}', "line 1, column 10: 'a'"),
        ('{"a": {"b": [1, {"c": 1}]},\n "d": [{"c": 1}, {"c": 2,\n  "c": 3}]}', "line 3, column 3: 'c'"),
        ('[{"x": "{\\"x\\": [", "y": ":",  "\\u0078" : 0}]', "line 1, column 32: 'x'"),
        ('{"a": {"b": 1}, "b": [], "a": {"b": 2, "b": 3}}', "line 1, column 26: 'a'"),
    ],
)
def test_the_place_is_that_of_the_second(text: str, place: str) -> None:
    with pytest.raises(KeyTwice) as caught:
        loaded(text)
    assert str(caught.value) == f"{place} {ONCE}"


def test_the_same_key_in_several_objects_is_fine() -> None:
    text = '{"a": {"a": [{"a": 1}, {"a": "\\"a\\": {"}]}, "b": "a", "c": ["a", "a"]}'
    assert loaded(text) == json.loads(text)


def test_a_study_is_refused(tmp_path: Path) -> None:
    opened = open_any(str(asset("five-samples.csv")), None)
    text = written(document_of(opened.study, Look()))
    path = tmp_path / "x.study.json"
    path.write_text(text)
    load(path)
    lines = text.splitlines()
    path.write_text("\n".join([lines[0], ' "format": 2,', *lines[1:]]))
    at = next(place for place, line in enumerate(lines) if line.startswith(' "format"')) + 2
    with pytest.raises(StorageFailure) as caught:
        load(path)
    assert str(caught.value) == f"x.study.json: line {at}, column 2: 'format' {ONCE}"


def test_a_story_is_refused() -> None:
    with pytest.raises(StoryFailure) as caught:
        read_story('{"format": 1, "key": "a",\n"steps": [], "steps": []}', "x.story.json")
    assert str(caught.value) == f"x.story.json: line 2, column 14: 'steps' {ONCE}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"logits": [[1]], "logits": [[2]]}', "line 1, column 19: 'logits'"),
        ("{'logits': [[1]],\n 'targets': [[1]], 'logits': [[2]]}", "line 2, column 20: 'logits'"),
        ('[{"s": 1, "t": 0}, {"s": 1, "t": 0, "t": 1}]', "line 1, column 37: 't'"),
        ("{1: [1, 2], 1.0: [3, 4]}", "line 1, column 13: '1'"),
    ],
)
def test_a_table_is_refused(text: str, place: str) -> None:
    with pytest.raises(ImportFailure) as caught:
        read_text(text, "pasted")
    assert str(caught.value) == f"pasted: {place} {ONCE}"
