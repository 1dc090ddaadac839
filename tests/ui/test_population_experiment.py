"""The experiment of a form that nobody has written in: small enough that a newcomer sees its end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.study import examples
from explorer.study.study import Look, ShownLoss
from explorer.training.engine import speeds
from explorer.training.estimate import estimate
from explorer.ui.population_experiment import METRICS_FIRST, usual_experiment

CORE = {"_of_loss": 1e-8, "_of_optimizer": 3e-10, "_of_product": 2e-11, "_of_metrics": 2e-8}
"""Seconds for each number on a core of an ordinary machine, as `speeds` finds them: measured, rounded up."""
SOON = 30.0


@pytest.fixture(autouse=True)
def ordinary_core(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in CORE.items():
        monkeypatch.setattr(speeds, name, lambda *_, seconds=seconds: seconds)


@pytest.mark.parametrize("device", ["numpy", "cpu"])
def test_a_new_window_trains_for_well_under_a_minute_also_on_one_core(
    device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.training.estimate.threads", lambda _where: 1)
    usual = usual_experiment(examples.opening().study, Look())
    assert set(METRICS_FIRST) <= set(usual.recording.metrics)
    assert 1.0 < estimate(usual, device).seconds < SOON
    larger = replace(usual, seeds=20, updates=400, task=replace(usual.task, settings=()))
    assert estimate(larger, device).seconds > 60.0  # what a specification leaves out is no first look


def test_losses_that_are_off_are_not_trained() -> None:
    study = replace(examples.opening().study, shown=(ShownLoss("zlpr"), ShownLoss("bce", on=False)))
    assert [choice.key for choice in usual_experiment(study, Look()).losses] == ["zlpr"]
    none = replace(study, shown=())
    assert [choice.key for choice in usual_experiment(none, Look()).losses] == ["zlpr", "bce"]
