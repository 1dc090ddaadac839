"""Which settings of which optimizer are compared with torch.optim, under its names for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy

from explorer.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from collections.abc import Mapping

UPDATES = 100
START = numpy.random.default_rng(5).normal(scale=3.0, size=(7, 1, 11))
GOALS = numpy.random.default_rng(6).normal(scale=2.0, size=(7, 1, 11))
WEIGHTS = numpy.random.default_rng(7).lognormal(size=(7, 1, 11))


@dataclass(frozen=True)
class Case:
    """One optimizer with settings of its own, and the class of torch.optim with the same."""

    key: str
    name: str
    theirs: Mapping[str, Any]
    settings: Mapping[str, float] = field(default_factory=dict)
    rate: float = 0.05
    decay: float = 0.0

    @property
    def words(self) -> str:
        """What is set, the rate first."""
        decay = {"decay": self.decay} if self.decay else {}
        numbers = {"rate": self.rate, **decay, **self.settings}
        return ", ".join(f"{name} {number:g}" for name, number in numbers.items())


def _same(key: str, name: str, theirs: Mapping[str, Any] | None = None, **settings: float) -> Case:
    """Return a case whose settings torch calls the same, but for `theirs`."""
    rate, decay = settings.pop("rate", 0.05), settings.pop("decay", 0.0)
    return Case(key, name, {**(settings if theirs is None else theirs)}, settings, rate, decay)


def _adams(key: str, name: str) -> list[Case]:
    return [
        _same(key, name),
        _same(key, name, decay=0.1),
        _same(key, name, decay=0.01, rate=0.5),
        _same(key, name, {"betas": (0.5, 0.9)}, beta1=0.5, beta2=0.9),
        _same(key, name, {"betas": (0.0, 0.999)}, beta1=0.0),
        _same(key, name, {"betas": (0.9, 0.0), "eps": 0.1}, beta2=0.0, eps=0.1),
        _same(key, name, {"betas": (0.99, 0.9999)}, beta1=0.99, beta2=0.9999, decay=0.03),
        _same(key, name, eps=1e-2),
        _same(key, name, eps=1e-16, rate=0.001),
    ]


CASES = [
    *(_same("sgd", "SGD", rate=rate, decay=decay) for rate in (0.001, 0.3) for decay in (0.0, 0.1)),
    _same("momentum", "SGD", momentum=0.9),
    _same("momentum", "SGD", momentum=0.9, decay=0.1),
    _same("momentum", "SGD", momentum=0.5, dampening=0.3),
    _same("momentum", "SGD", momentum=0.9, dampening=0.9, decay=0.01),
    _same("momentum", "SGD", momentum=0.99, rate=0.002),
    *(
        _same("nesterov", "SGD", {"momentum": share, "nesterov": True}, momentum=share, decay=decay)
        for share in (0.5, 0.9)
        for decay in (0.0, 0.1)
    ),
    _same("adagrad", "Adagrad", rate=0.5),
    _same("adagrad", "Adagrad", rate=0.5, decay=0.1),
    _same("adagrad", "Adagrad", {"lr_decay": 0.05}, slowing=0.05, rate=0.5),
    _same("adagrad", "Adagrad", {"initial_accumulator_value": 0.7}, initial=0.7, rate=0.5),
    _same("adagrad", "Adagrad", eps=0.1),
    _same("adadelta", "Adadelta", rate=1.0),
    _same("adadelta", "Adadelta", rate=2.0, decay=0.1),
    _same("adadelta", "Adadelta", rate=1.0, rho=0.5),
    _same("adadelta", "Adadelta", rate=1.0, rho=0.99, eps=1e-3),
    _same("rmsprop", "RMSprop"),
    _same("rmsprop", "RMSprop", decay=0.1),
    _same("rmsprop", "RMSprop", alpha=0.5, eps=1e-3),
    _same("rmsprop", "RMSprop", momentum=0.9, rate=0.01),
    _same("rmsprop", "RMSprop", {"centered": True}, centered=1, rate=0.01),
    _same(
        "rmsprop",
        "RMSprop",
        {"centered": True, "momentum": 0.8, "alpha": 0.9, "eps": 1e-4},
        centered=1,
        momentum=0.8,
        alpha=0.9,
        eps=1e-4,
        decay=0.01,
        rate=0.01,
    ),
    *_adams("adam", "Adam"),
    *_adams("adamw", "AdamW"),
]


def gradient(weights: Any, goals: Any = GOALS, scales: Any = WEIGHTS) -> Any:
    """Return a gradient that is neither linear nor the same for any two weights; NumPy and torch."""
    distance = weights - goals
    return scales * distance / (1.0 + distance * distance) ** 0.5


def ours(case: Case, start: Any = START, updates: int = UPDATES) -> Any:
    """Return the weights after every update, (updates, *shape), in NumPy."""
    optimizer = OPTIMIZERS[case.key]
    settings = optimizer.settings(**case.settings)
    weights, slots, path = start, optimizer.start(start), []
    for count in range(1, updates + 1):
        numbers = optimizer.coefficients(count, case.rate, case.decay, **settings)
        weights, slots = optimizer.update(weights, gradient(weights), slots, numbers)
        path.append(weights)
    return numpy.stack(path)


def theirs(case: Case, updates: int = UPDATES) -> Any:
    """Return the same from torch.optim, in float64, as a NumPy array."""
    import torch

    weights = torch.tensor(START, requires_grad=True)
    goals, scales = torch.tensor(GOALS), torch.tensor(WEIGHTS)
    made = getattr(torch.optim, case.name)
    optimizer = made([weights], lr=case.rate, weight_decay=case.decay, **case.theirs)
    path = []
    for _ in range(updates):
        weights.grad = gradient(weights.detach(), goals, scales)
        optimizer.step()
        path.append(weights.detach().numpy().copy())
    return numpy.stack(path)


def largest_difference(case: Case) -> float:
    """Return the largest difference of a weight at any update, relative where the weight is above 1."""
    reference = theirs(case)
    return float(numpy.max(numpy.abs(ours(case) - reference) / numpy.maximum(1.0, numpy.abs(reference))))
