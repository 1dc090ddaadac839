"""The pictures in assets/formulas are those of the formulas of losses, optimizers and schedules."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.schedules import SCHEDULES
from tools import formulas

LOSS_KEYS = [*LOSSES.own, *(f"{key}.gradient" for key in LOSSES.own)]
TRAINING_KEYS = [*(f"optimizer.{key}" for key in OPTIMIZERS.own), *(f"schedule.{key}" for key in SCHEDULES)]
NAMES = sorted(path.name for path in formulas.FOLDER.glob("*.svg"))


def of(key: str) -> list[str]:
    """The files of a formula: its own, and those of its lines."""
    return [name for name in NAMES if re.fullmatch(rf"{re.escape(key)}(\.\d)?\.svg", name)]


def test_the_files_are_as_the_tool_makes_them() -> None:
    pytest.importorskip("ziamath")
    assert formulas.stale() == [], "make them again: python tools/formulas.py"


def test_a_file_that_is_old_missing_or_of_nothing_is_told(tmp_path, monkeypatch) -> None:
    made = {"adam.svg": "<svg/>", "bce.svg": "<svg/>", "zlpr.svg": "<svg/>"}
    monkeypatch.setattr(formulas, "FOLDER", tmp_path)
    monkeypatch.setattr(formulas, "files", lambda: made)
    for name, text in {"adam.svg": "<svg/>", "bce.svg": "old", "gone.svg": "<svg/>"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert formulas.stale() == ["bce.svg", "gone.svg", "zlpr.svg"]


def test_every_file_is_of_a_formula_and_every_formula_has_one() -> None:
    keys = LOSS_KEYS + TRAINING_KEYS
    assert [key for key in keys if not of(key)] == []
    assert sorted(name for key in keys for name in of(key)) == NAMES


@pytest.mark.parametrize("key", TRAINING_KEYS)
def test_what_trains_has_its_formula_whole_or_in_lines(key: str) -> None:
    names = of(key)
    lines = [f"{key}.{number}.svg" for number in range(1, len(names) + 1)]
    assert names in ([f"{key}.svg"], lines)
    for name in names:
        picture = ElementTree.fromstring((formulas.FOLDER / name).read_text(encoding="utf-8"))
        assert float(picture.attrib["width"]) <= formulas.ROOM


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_black_and_of_what_qt_draws(name: str) -> None:
    text = (formulas.FOLDER / name).read_text(encoding="utf-8")
    assert set(re.findall(r'fill="([^"]*)"', text)) == {"black"}
    assert set(re.findall(r'stroke="([^"]*)"', text)) <= {"black", "none"}
    assert "<symbol" not in text  # Qt's renderer draws none
