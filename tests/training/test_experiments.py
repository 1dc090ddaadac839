"""The shipped experiments: each says where its numbers are from, and its small version holds."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from explorer.study.lessons import LESSONS
from explorer.training import result_file, shipped, simulate, spec
from explorer.training.expectations import judge
from explorer.training.experiment import LossChoice, Recording
from explorer.training.result_file import ResultFile

ROOT = Path(__file__).parents[2]
KEYS = tuple(shipped.paths())


@pytest.mark.parametrize("key", KEYS)
def test_the_small_version_shows_it(key: str, tmp_path: Path) -> None:
    small = spec.small_version(shipped.shipped(key))
    result_file.write(tmp_path / "out.npz", simulate(small, "numpy"))
    verdicts = judge(small, ResultFile(tmp_path / "out.npz").summary())
    assert verdicts
    failed = [f"{each.what}: {each.expected}, not {each.measured}" for each in verdicts if not each.holds]
    assert failed == []


@pytest.mark.parametrize("key", KEYS)
def test_it_says_what_it_is_about(key: str) -> None:
    experiment = shipped.shipped(key)
    assert experiment.title
    assert experiment.source
    assert experiment.expected
    assert 2 <= experiment.about.replace(", by ", " by ").count(". ") + 1 <= 3  # sentences
    assert experiment.about.endswith(".")


@pytest.mark.parametrize("key", KEYS)
def test_it_is_written_as_it_was_read(key: str) -> None:
    experiment = shipped.shipped(key)
    assert spec.read(spec.write(experiment), key) == experiment


def test_the_drifted_logit_is_that_of_the_enumeration() -> None:
    experiment = shipped.shipped("threshold-drift")
    settings = {**dict(experiment.task.settings), "first_chance": (0.5,), "rows": (8000,)}
    task = replace(experiment.task, settings=tuple(sorted(settings.items())))
    own = replace(experiment, task=task, losses=(LossChoice("zlpr"),), updates=150, expected=(), small={})
    found = simulate(replace(own, recording=Recording(updates=(150,), raw=True)), "numpy").raw
    assert found is not None
    logits = found[-1, 0, 0, 0]
    assert logits[0] == pytest.approx(-0.07186, abs=0.004)
    np.testing.assert_allclose(logits[1:], -2.57008, atol=0.01)


def test_the_order_of_losses_holds_in_every_run() -> None:
    small = spec.small_version(shipped.shipped("order-of-losses"))
    loss = simulate(small, "numpy").metrics["loss"][0]
    found: dict[object, dict[str, object]] = {}
    for cell in small.cells:
        found.setdefault((cell.task["classes"], cell.task["spread"]), {})[cell.loss] = loss[cell.index]
    assert len(found) == 4
    for each in found.values():
        assert np.all(each["cross_entropy"] <= each["zlpr"])
        assert np.all(each["zlpr"] <= each["bce"])


COMMAND = re.compile(r"`(simulate|lessons) ([\w-]+)[^`]*`")


def test_every_experiment_has_its_claim() -> None:
    text = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    said = COMMAND.findall(text)
    assert {key for verb, key in said if verb == "simulate"} == set(KEYS)
    assert {key for verb, key in said if verb == "lessons"} <= LESSONS.keys()
