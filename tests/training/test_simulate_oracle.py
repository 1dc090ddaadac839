"""Trajectories against a loop that anybody would write: torch autograd and torch.optim, run by run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training import draws, simulate
from explorer.training.experiment import LossChoice, OptimizerChoice, Recording, Schedule, TaskChoice
from explorer.training.schedules import factor
from explorer.training.tasks import TASKS
from tests.training.experiments import FREE, LINEAR, small

if TYPE_CHECKING:
    from explorer.training.experiment import Experiment

torch: Any = pytest.importorskip("torch")

TOLERANCE = 1e-9
ONE = TaskChoice("logits", (("classes", (5,)), ("labels", (1,))))
MLP = TaskChoice("mlp", (*LINEAR.settings, ("hidden", (3,))))


def zlpr(logits: Any, targets: Any, **_settings: float) -> Any:
    zeros = torch.zeros_like(logits[..., :1])
    off = torch.cat((zeros, torch.where(targets == 1, -torch.inf, logits)), dim=-1)
    on = torch.cat((zeros, torch.where(targets == 1, -logits, -torch.inf)), dim=-1)
    return torch.logsumexp(off, dim=-1) + torch.logsumexp(on, dim=-1)


def bce(logits: Any, targets: Any, *, epsilon: float = 0.0) -> Any:
    targets = targets * (1.0 - epsilon) + epsilon / 2.0
    own = torch.nn.functional.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    return own.sum(dim=-1)


def cross_entropy(logits: Any, targets: Any, *, temperature: float = 1.0) -> Any:
    flat = logits.flatten(0, -2) / temperature, targets.flatten(0, -2)
    return torch.nn.functional.cross_entropy(*flat, reduction="none").reshape(targets.shape[:-1])


PLAIN = {"zlpr": zlpr, "bce": bce, "smoothed_bce": bce, "cross_entropy": cross_entropy}
OPTIMIZERS = {
    "sgd": lambda each, rate, decay: torch.optim.SGD(each, rate, weight_decay=decay),
    "momentum": lambda each, rate, decay: torch.optim.SGD(each, rate, momentum=0.9, weight_decay=decay),
    "nesterov": lambda each, rate, decay: torch.optim.SGD(
        each, rate, momentum=0.9, weight_decay=decay, nesterov=True
    ),
    "adagrad": lambda each, rate, decay: torch.optim.Adagrad(each, rate, weight_decay=decay),
    "adadelta": lambda each, rate, decay: torch.optim.Adadelta(each, rate, weight_decay=decay),
    "rmsprop": lambda each, rate, decay: torch.optim.RMSprop(each, rate, weight_decay=decay),
    "adam": lambda each, rate, decay: torch.optim.Adam(each, rate, weight_decay=decay),
    "adamw": lambda each, rate, decay: torch.optim.AdamW(each, rate, weight_decay=decay),
}
STEPS = Schedule("step", (("every", 6),))
CASES = [
    (FREE, "zlpr", "adam", {}),
    (FREE, "smoothed_bce", "rmsprop", {}),
    (FREE, "bce", "nesterov", {"noise": 0.2}),
    (ONE, "cross_entropy", "adagrad", {"schedule": Schedule("cosine", warm_up=4)}),
    (LINEAR, "zlpr", "adamw", {}),
    (LINEAR, "bce", "momentum", {"batch": 5}),
    (
        LINEAR,
        "smoothed_bce",
        "sgd",
        {"batch": 4, "noise": 0.1, "schedule": Schedule("step", (("every", 6),))},
    ),
    (MLP, "zlpr", "adadelta", {}),
    (MLP, "bce", "adam", {"batch": 5, "noise": 0.1}),
]


def forward(weights: list[Any], features: Any) -> Any:
    if features is None:
        return weights[0]
    if len(weights) == 1:
        return features @ weights[0]
    hidden = torch.relu(features @ weights[0])
    ones = torch.ones_like(hidden[..., :1])
    return torch.cat((hidden, ones), dim=-1) @ weights[1]


def by_hand(experiment: Experiment, cell: Any, seed: int) -> tuple[Any, Any]:
    """Return the logits of the rows that are looked at, and their mean loss, at every update."""
    problem = TASKS[experiment.task.kind].prepare(dict(cell.task), np.array([experiment.seed + seed]))
    features, targets, held, held_targets = (
        None if array is None else torch.tensor(array[0])
        for array in (problem.features, problem.targets, problem.held_features, problem.held_targets)
    )
    weights = [torch.tensor(start[0]).requires_grad_() for start in problem.weights]
    optimizer = OPTIMIZERS[cell.optimizer](weights, cell.rate, cell.decay)
    loss, settings = PLAIN[cell.loss], dict(cell.settings)
    seen, goals = (features, targets) if held_targets is None else (held, held_targets)
    logits, losses = [], []
    for update in range(experiment.updates + 1):
        if update:
            group = optimizer.param_groups[0]
            group["lr"] = cell.rate * factor(experiment.schedule, update, experiment.updates)
            rows, labels = rows_of(experiment, seed, update, features, targets)
            optimizer.zero_grad()
            loss(forward(weights, rows), labels, **settings).mean().backward()
            optimizer.step()
        with torch.no_grad():
            logits.append(forward(weights, seen).numpy().copy())
            losses.append(float(loss(torch.tensor(logits[-1]), goals, **settings).mean()))
    return np.array(logits), np.array(losses)


def rows_of(experiment: Experiment, seed: int, update: int, features: Any, targets: Any) -> tuple[Any, Any]:
    """Return the mini-batch of an update and its labels, some flipped."""
    own = np.array([experiment.seed + seed])
    if experiment.batch:
        epoch, place = divmod(update - 1, len(targets) // experiment.batch)
        order = draws.row_order(own, epoch, len(targets))[0]
        order = order[place * experiment.batch : (place + 1) * experiment.batch]
        features, targets = features[order], targets[order]
    if experiment.noise:
        flipped = torch.tensor(draws.flips(own, update, experiment.noise, *targets.shape)[0])
        targets = torch.where(flipped, 1.0 - targets, targets)
    return features, targets


@pytest.mark.parametrize(
    ("task", "loss", "optimizer", "changes"),
    CASES,
    ids=[f"{case[0].kind}-{case[1]}-{case[2]}" for case in CASES],
)
def test_as_a_plain_loop(task: TaskChoice, loss: str, optimizer: str, changes: dict[str, Any]) -> None:
    settings = {"smoothed_bce": (("epsilon", (0.0, 0.2)),), "cross_entropy": (("temperature", (1.0, 0.5)),)}
    experiment = small(
        task=task,
        losses=(LossChoice(loss, settings.get(loss, ())),),
        optimizers=(OptimizerChoice(optimizer, (0.05, 0.3), (0.02,)), OptimizerChoice(optimizer)),
        seeds=2,
        seed=5,
        updates=12,
        recording=Recording(count=99, logarithmic=False, metrics=("loss",), raw=True),
        **changes,
    )
    results = [simulate(experiment, device) for device in ("numpy", "cpu")]
    for cell in experiment.cells:
        for seed in range(experiment.seeds):
            logits, losses = by_hand(experiment, cell, seed)
            for result in results:
                own = result.metrics["loss"][:, cell.index, seed]
                np.testing.assert_allclose(own, losses, rtol=TOLERANCE, atol=TOLERANCE)
                assert result.raw is not None
                raw = result.raw[:, cell.index, seed].reshape(logits.shape)
                np.testing.assert_allclose(raw, logits, rtol=1e-5, atol=1e-6)  # it is float32


def test_every_optimizer_is_compared() -> None:
    assert {case[2] for case in CASES} == set(OPTIMIZERS)
