"""One run again: what it saw is what was recorded of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training import Cancelled, simulate
from explorer.training.experiment import LossChoice, OptimizerChoice, TaskChoice
from explorer.training.replay import replay
from explorer.training.tasks import TASKS
from tests.training.experiments import FREE, LINEAR, small

if TYPE_CHECKING:
    from explorer.training.experiment import Experiment

CASES = {
    "logits": small(),
    "noise": small(noise=0.2, seed=3),
    "linear": small(task=LINEAR, batch=5),
    "drawn anew": small(task=replace(FREE, settings=(*FREE.settings, ("drawn", ("anew",)), ("rows", (4,))))),
    "mlp": small(task=TaskChoice("mlp", (*LINEAR.settings, ("hidden", (3,)))), noise=0.1),
}


@pytest.mark.parametrize("experiment", CASES.values(), ids=list(CASES))
@pytest.mark.parametrize("device", ["numpy", "cpu"])
def test_as_recorded(experiment: Experiment, device: str) -> None:
    if device == "cpu":
        pytest.importorskip("torch")
    result = simulate(experiment, device)
    assert result.raw is not None
    for cell, seed, record in ((0, 0, 0), (4, 3, 5), (5, 1, -1)):
        update = int(result.updates[record])
        found = replay(experiment, cell, seed, update, device)
        assert (found.cell.index, found.seed, found.update, found.diverged) == (cell, seed, update, -1)
        np.testing.assert_allclose(found.logits, result.raw[record, cell, seed], rtol=1e-5, atol=1e-6)
        assert found.targets.shape == found.logits.shape
        assert found.other is not None
        assert found.other.shape == found.logits.shape


def test_the_targets_are_those_of_the_seed() -> None:
    problem = TASKS["logits"].prepare(dict(small().cells[0].task), np.arange(4))
    found = replay(small(), 0, 2, 3)
    np.testing.assert_array_equal(found.targets, problem.targets[2])


def test_a_run_that_diverges() -> None:
    wild = small(
        dtype="float32", optimizers=(OptimizerChoice("sgd", (1e30,), (1e3,)),), losses=(LossChoice("bce"),)
    )
    result = simulate(wild, "numpy")
    assert result.diverged[0, 1] == 2
    found = replay(wild, 0, 1, 20)
    assert found.diverged == 2
    assert not np.isfinite(found.logits).all()
    assert replay(wild, 0, 1, 1).diverged == -1


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ((6, 0, 0), "cell 6 is not among 0 to 5"),
        ((0, 4, 0), "seed 4 is not among 0 to 3"),
        ((0, 0, 21), "update 21 is not among 0 to 20"),
        ((-1, 0, 0), "cell -1 is not among 0 to 5"),
    ],
)
def test_what_there_is_not(asked: tuple[int, int, int], message: str) -> None:
    with pytest.raises(IndexError, match=message):
        replay(small(), *asked)


def test_a_refused_cell() -> None:
    soft: Any = replace(FREE, settings=(*FREE.settings, ("softness", (0.2,))))
    with pytest.raises(ValueError, match="loss 'zlpr' is not trained on this task: it takes 0/1 labels"):
        replay(small(task=soft), 0, 0, 1)


def test_cancelled() -> None:
    with pytest.raises(Cancelled):
        replay(small(), 0, 0, 20, cancel=lambda: True)
