"""The pages that follow from tables of the program are those of this program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from explorer.analysis.doctor import RULES
from explorer.losses import LOSSES
from explorer.plots import PLOTS
from explorer.study.lessons import LESSONS
from tools import pages

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"\]\(([^)#:]+)(?:#([^)]*))?\)|\]\(#([^)]+)\)")


WRITTEN = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
)


def test_pages_are_current() -> None:
    assert pages.stale() == [], "make them again: python -m tools.pages"


def test_pages_that_are_old_or_missing_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path)
    monkeypatch.setattr("sys.argv", ["pages"])
    assert pages.main() == 0
    (tmp_path / "doctor.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["pages", "--check"])
    assert pages.main() == 1
    assert capsys.readouterr().err == "doctor.md\n"


def test_every_loss_and_rule_has_a_heading() -> None:
    losses, doctor = pages.losses_page().splitlines(), pages.doctor_page().splitlines()
    assert all(f"### {key}" in losses for key in LOSSES.own)
    assert all(f"### {rule}" in doctor for rule in RULES)


def test_every_lesson_about_a_trap_has_its_line() -> None:
    assert list(pages.TRAPS) == [key for key, lesson in LESSONS.items() if lesson.chapter == "traps"]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = set(re.findall(r"^#+ (.*)$", text, re.MULTILINE))
    for file, _, heading in LINK.findall(text):
        assert heading in headings if heading else (page.parent / file).exists(), file or heading


def test_every_figure_that_is_closed_at_first_has_its_section() -> None:
    said = re.findall(r"^### .* \(`(\w+)`\)$", (ROOT / "docs" / "figures.md").read_text(), re.MULTILINE)
    assert sorted(said) == sorted(key for key, plot in PLOTS.items() if plot.group != "desk")


def test_every_picture_is_used() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    unused = [path.name for path in (ROOT / "assets" / "pictures").iterdir() if path.name not in text]
    assert unused == []


def test_the_first_page_counts_what_there_is() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for counted in (f"{len(LOSSES.own)} losses", f"{len(RULES)} rules", f"{len(LESSONS)} small studies"):
        assert counted in text
