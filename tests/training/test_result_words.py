"""Sentences of results and checkpoints: English in the file, in the window's language where they are read."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer import wording
from explorer.analysis.populations import of_file
from explorer.plots.population import reading
from explorer.training import result_file, simulate
from explorer.training.engine import checkpoints
from explorer.training.experiment import LossChoice
from explorer.training.result_file import ResultFile
from explorer.wording import HAN, again, say
from tests.training.experiments import small
from tests.training.results import trajectories

if TYPE_CHECKING:
    from pathlib import Path

WRONG = LossChoice("bce", (("pos_weight", ((1.0, 2.0),)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A result that a window in Chinese has written: one loss refused, one note."""
    output = tmp_path / "chinese.npz"
    with wording.speaking("zh"):
        made = simulate(small(losses=(LossChoice("zlpr"), WRONG)), "numpy", output=output)
        reason = next(filter(None, made.refused))
        assert HAN.search(reason)
        note = say("Compiled rung not used: {reason}.", reason=say("no gradient"))
        result_file.write(output, replace(made, notes=(note,)))
    return output


def test_a_file_of_a_chinese_window_is_english(path: Path) -> None:
    with np.load(path) as data:
        header, refused = json.loads(str(data["header"])), data["refused"].tolist()
    assert header["notes"] == ["Compiled rung not used: no gradient."]
    assert any("it takes one, or one per class" in reason for reason in refused)
    assert not HAN.search("".join([*refused, *header["notes"]]))


@pytest.mark.parametrize(("language", "note"), [("en", "no gradient"), ("zh", "梯度")])
def test_it_is_read_in_the_language_in_use(path: Path, language: wording.Language, note: str) -> None:
    with wording.speaking(language):
        file = ResultFile(path)
        (reason,) = {reason for reason in file.summary().refused if reason}
        for text in (reason, *file.notes):
            assert bool(HAN.search(text)) == (language == "zh")
        assert note in file.notes[0]


def test_what_is_shown_of_it_follows(path: Path) -> None:
    population = of_file(ResultFile(path))
    refused = tuple(filter(None, population.summary.refused))
    whole = replace(population, summary=replace(population.summary, refused=refused))
    for language in wording.LANGUAGES:
        with wording.speaking(language):
            for text in (again(population.message), reading.note_of(whole)):
                assert text
                assert bool(HAN.search(text)) == (language == "zh")


def test_a_file_without_parts_is_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "before.npz"
    result_file.write(output, trajectories())
    with wording.speaking("zh"):
        assert ResultFile(output).notes == ("a note",)
        assert "it cannot" in ResultFile(output).summary().refused


def test_a_checkpoint_is_english_and_read_in_the_language_in_use(tmp_path: Path) -> None:
    with wording.speaking("zh"):
        refusal = say(
            "needs {wanted}", wanted=say("a target above 0; all are 0, so there is no distribution t/T")
        )
        words = checkpoints.spoken(["plain"], {3: refusal})
    stored = json.loads(json.dumps(words))
    assert not HAN.search(json.dumps(stored, ensure_ascii=False))
    with wording.speaking("zh"):
        found = checkpoints._said(stored)
        assert found["refused"] == {"3": refusal}
        assert found["notes"] == ["plain"]
    assert checkpoints._said(stored)["refused"] == stored["refused"]
    assert checkpoints._said({"notes": 3}) == {"notes": 3}
