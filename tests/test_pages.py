"""The pages that follow from tables of the program are those of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.analysis.doctor import RULES
from explorer.losses import LOSSES
from explorer.study.lessons import LESSONS
from tools import pages

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
