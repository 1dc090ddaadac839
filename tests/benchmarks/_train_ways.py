"""Ways to take the same updates of free logits: the ladder's rungs, torch as its users write it, and JAX.

A way takes a problem and returns a function that trains it once and gives the logits, (runs, n).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.ladder.choose import choose
from explorer.training.ladder.rule import Part, Rows, Rule
from explorer.training.ladder.stepper import Work
from explorer.training.models import FREE
from tests.benchmarks._written import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable

    Train = Callable[[], Any]

RATE = 0.05
LABELLED = 0.1  # of the classes; one class where a loss wants a distribution


@dataclass(frozen=True)
class Problem:
    """Free logits to train, all runs with one rate."""

    loss: str
    optimizer: str
    runs: int
    classes: int
    updates: int

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        """Start and targets, (runs, n) each, float32."""
        random = np.random.default_rng(0)
        logits = random.normal(size=(self.runs, self.classes)).astype(np.float32)
        if LOSSES[self.loss].labels.name == "DISTRIBUTION":
            targets = np.zeros_like(logits)
            targets[np.arange(self.runs), random.integers(0, self.classes, self.runs)] = 1.0
        else:
            targets = (random.random(logits.shape) < LABELLED).astype(np.float32)
        return logits, targets

    @property
    def rule(self) -> Rule:
        """The update, with the defaults of the loss and the optimizer."""
        loss = LOSSES[self.loss]
        return Rule(FREE, loss, OPTIMIZERS[self.optimizer], (Part(0, self.runs, loss.settings()),))

    @property
    def work(self) -> Work:
        """What the ladder is asked with."""
        slots = len(OPTIMIZERS[self.optimizer].slots)
        return Work(
            runs=self.runs,
            rows=1,
            classes=self.classes,
            weights=self.classes,
            slots=slots,
            updates=self.updates,
        )


def ladder(problem: Problem, rung: str, device: str = "cpu") -> tuple[Train, dict[str, Any]]:
    """A rung, block after block, each from the first update to the last; with its words and notes."""
    import torch
    from array_api_compat import torch as xp

    optimizer = OPTIMIZERS[problem.optimizer]
    chosen = choose(device, problem.rule, problem.work, rung=rung)
    logits, targets = (torch.from_numpy(array).to(device)[:, None, :] for array in problem.arrays())
    made = [
        optimizer.coefficients(count, RATE, 0.0, **optimizer.settings())
        for count in range(1, problem.updates + 1)
    ]
    firsts = range(0, problem.runs, chosen.block)

    def train() -> Any:
        after = []
        for first in firsts:
            last = min(first + chosen.block, problem.runs)
            weights, data = logits[first:last], targets[first:last]
            rule = Rule(
                FREE, problem.rule.loss, optimizer, (Part(0, last - first, problem.rule.parts[0].settings),)
            )
            slots = (tuple(torch.zeros_like(weights) for _ in optimizer.slots),)
            (weights,), _ = chosen.stepper.advance(rule, xp, (weights,), slots, Rows(None, data), made)
            after.append(weights[:, 0])
        return torch.cat(after)

    train()  # compiles
    return train, {"words": chosen.words, "notes": chosen.notes}


def autograd(problem: Problem, device: str = "cpu") -> Train:
    """Torch as a user writes it: a loss, backward, and an optimizer of torch.optim."""
    import torch

    start, targets = (torch.from_numpy(array).to(device) for array in problem.arrays())
    loss = WRITTEN[problem.loss]

    def train() -> Any:
        logits = start.clone().requires_grad_(True)
        kinds = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}
        optimizer = kinds[problem.optimizer]([logits], lr=RATE)
        for _ in range(problem.updates):
            optimizer.zero_grad()
            loss(logits, targets).sum().backward()
            optimizer.step()
        return logits.detach()

    return train


def jax_scan(problem: Problem) -> Train | None:
    """JAX: grad of a loss, optax, all updates in one scan, compiled; None where JAX is not installed."""
    if find_spec("jax") is None or find_spec("optax") is None:
        return None
    import jax
    import jax.numpy as jnp
    import optax

    def zlpr(logits: Any, targets: Any) -> Any:
        outside = jax.nn.logsumexp(jnp.where(targets == 1, -jnp.inf, logits), axis=-1)
        inside = jax.nn.logsumexp(jnp.where(targets == 1, -logits, -jnp.inf), axis=-1)
        return jax.nn.softplus(outside) + jax.nn.softplus(inside)

    losses = {
        "zlpr": zlpr,
        "bce": lambda logits, targets: optax.sigmoid_binary_cross_entropy(logits, targets).sum(-1),
        "cross_entropy": optax.softmax_cross_entropy,
    }
    optimizer = {"sgd": optax.sgd, "adam": optax.adam}[problem.optimizer](RATE)
    start, targets = (jnp.asarray(array) for array in problem.arrays())
    slope = jax.grad(lambda logits, data: losses[problem.loss](logits, data).sum())

    @jax.jit
    def trained(logits: Any, data: Any) -> Any:
        def step(state: Any, _: Any) -> Any:
            now, held = state
            change, held = optimizer.update(slope(now, data), held)
            return (optax.apply_updates(now, change), held), None

        return jax.lax.scan(step, (logits, optimizer.init(logits)), length=problem.updates)[0][0]

    trained(start, targets).block_until_ready()
    return lambda: trained(start, targets).block_until_ready()
