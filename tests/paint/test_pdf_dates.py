"""PDFs of a reproducible build: the same bytes twice, dated as SOURCE_DATE_EPOCH says, and still PDFs."""

import shutil
import subprocess
from dataclasses import replace

import pytest

from explorer.paint.export import Making, drawing_of, drawn
from explorer.paint.pdf_dates import dated
from explorer.paint.slides import story_pdf
from explorer.paint.theme import LIGHT
from explorer.study.stories import STORIES
from tests.paint.samples import cards

STORY = replace(STORIES["zlpr"], steps=STORIES["zlpr"].steps[:2])
pytestmark = pytest.mark.usefixtures("qapp")


def a_story() -> bytes:
    return story_pdf(STORY, (640, 360), LIGHT)


def test_with_a_date_the_bytes_are_the_same_twice(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    first = a_story()
    assert first == a_story()
    assert b"/CreationDate (D:20010909014640" in first
    assert first.count(b"2001-09-09T01:46:40") == 3
    other = story_pdf(replace(STORY, steps=STORY.steps[:1]), (640, 360), LIGHT)
    assert identity(other) != identity(first)
    if shutil.which("pdfinfo"):
        path = tmp_path / "a.pdf"
        path.write_bytes(first)
        said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True)
        assert "2001" in said.stdout
        assert not said.stderr


def test_a_figure_with_its_study_is_the_same_twice(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    figure, size = cards()[1]
    made = [drawn(drawing_of(figure, LIGHT), ".pdf", size, Making(state_text="{}")) for _ in range(2)]
    assert made[0] == made[1]
    assert b"(D:19700101000000" in made[0]


def identity(content: bytes) -> bytes:
    return content.split(b"/ID [ <")[1].split(b">")[0]


@pytest.mark.parametrize("value", ["", "yesterday", "-1", "²", "9" * 30])
def test_without_a_date_a_pdf_stays_as_it_is(monkeypatch, value):
    content = a_story()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert dated(content) == content
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert dated(content) == content
