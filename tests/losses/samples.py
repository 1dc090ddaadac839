"""Logits, targets and settings on which every loss is tried."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from explorer.catalogue import Invariance, Labels, Loss

GOLDEN = Path(__file__).parents[1] / "data" / "losses.json"
SIZES = (1, 2, 5, 40)
FEWEST = {"combinatorial_softmax": 6, "combinatorial_threshold": 3}  # labels that a sample has at most


def golden(key: str) -> list[dict[str, Any]]:
    return [row for row in json.loads(GOLDEN.read_text())["vectors"] if row["loss"] == key]


def settings_of(loss: Loss, classes: int) -> list[dict[str, Any]]:
    """The defaults, and for each parameter some settings inside its usual range."""
    tried: list[dict[str, Any]] = [{}]
    for parameter in loss.parameters:
        if parameter.names:  # a choice
            tried += [{parameter.name: float(place)} for place in range(len(parameter.names))]
            continue
        if parameter.kind == "other_logits":
            continue
        low, high = parameter.span
        inside = [
            0.7 * parameter.default + 0.3 * edge for edge in (low, min(high, 4 * parameter.default + 0.2))
        ]
        if parameter.kind == "integer":
            inside = [float(round(number)) for number in inside]
        tried += [{parameter.name: number} for number in inside]
        if parameter.kind == "per_class":
            tried.append({parameter.name: [0.25 + index % 7 for index in range(classes)]})
    return tried


def targets_of(labels: Labels, random: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Random targets of this kind, (..., n)."""
    if labels is Labels.HARD:
        return (random.random(shape) < 0.4).astype(float)
    if labels in (Labels.ONE_HOT, Labels.DISTRIBUTION):
        one_hot = np.eye(shape[-1])[random.integers(0, shape[-1], shape[:-1])]
        spread = random.dirichlet(np.ones(shape[-1]), shape[:-1])
        share = 0.0 if labels is Labels.ONE_HOT else random.choice([0.0, 0.5, 1.0], (*shape[:-1], 1))
        return (1 - share) * one_hot + share * spread
    hard = (random.random(shape) < 0.5).astype(float)
    return np.where(random.random(shape) < 0.5, hard, random.random(shape))


def second_of(loss: Loss, random: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """Random second arguments that the loss takes, (..., n): other logits, or targets not refused."""
    if loss.inputs[1] == "other logits":
        return 2.0 * random.standard_normal(shape)
    targets = targets_of(loss.labels, random, shape)
    if loss.key in FEWEST and shape[-1] > FEWEST[loss.key]:
        targets *= np.cumsum(targets, axis=-1) <= FEWEST[loss.key]
    if loss.needs is not None and not np.all(loss.needs.holds(np, targets, **loss.settings())):
        targets[..., 0] = 1.0
    return targets


def in_domain(loss: Loss, logits: np.ndarray) -> np.ndarray:
    """Numbers of any size as what the loss takes: cosines are from -1 to 1, predictions here 0.1 to 1."""
    if loss.inputs[0] == "predictions":
        return 0.1 + 0.9 * np.abs(np.sin(logits))
    return np.sin(logits) if loss.inputs[0] == "cosines" else logits


def other_of(classes: int) -> np.ndarray:
    """The logits that a loss compares with where no others are given, (n,)."""
    return 2.0 * np.sin(1.7 * np.arange(classes) + 0.5)


class Comparing(Loss):
    """A loss that compares with the same other logits in every sample, unless others are given."""

    def _converted(self, xp: Any, logits: Any, settings: Any, compares: bool = True) -> dict[str, Any]:
        other = np.broadcast_to(other_of(logits.shape[-1]), tuple(logits.shape))
        return super()._converted(xp, logits, {self.other_parameter: other, **settings}, compares)


def completed(loss: Loss) -> Loss:
    """Return a loss that can be called with logits and a second argument alone."""
    if loss.other_parameter is None:
        return loss
    return Comparing(**{field.name: getattr(loss, field.name) for field in fields(loss)})


def steepness(loss: Loss, settings: dict[str, Any]) -> float:
    """How often it takes a difference of logits: that much larger are rounding errors and derivatives."""
    given = loss.settings(**settings)
    factors = [given.get("gamma", 1.0), given.get("scale", 1.0), 1.0 / given.get("temperature", 1.0)]
    return max(1.0, *factors)


def conditions(loss: Loss, logits: np.ndarray, settings: dict[str, Any]) -> tuple[float, float]:
    """How much larger than one rounding are those of a value, and the slopes that theirs are relative to.

    Where two sides are added and then compared with 1, the sum rounds as its parts do: a gamma of 80 makes
    exponents of hundreds. A loss of the direction alone has slopes that grow as the norm shrinks. The slopes
    of `peel` are blended by a difference of sums of logits, which rounds as they do.
    """
    size, slope = 1.0, 1.0
    if loss.family == "pairs":
        size = steepness(loss, settings) * max(1.0, float(np.ptp(logits)), float(np.abs(logits).max()) ** 2)
    if loss.family == "divergence":  # a slice takes a mean of s - u by exponents, which round as logits do
        size = max(1.0, float(np.abs(logits).max()) ** 2)
    if Invariance.SCALE in loss.invariances:
        slope = steepness(loss, settings) / min(1.0, float(np.linalg.norm(logits)) or 1.0)
    if loss.key == "peel":
        slope = max(1.0, float(np.abs(logits).max()))
    return size, slope


def cases(
    loss: Loss, *, spread: float = 3.0, seed: int = 0
) -> list[tuple[np.ndarray, np.ndarray, dict[str, Any]]]:
    """Logits, targets and settings: every size and setting once."""
    random = np.random.default_rng(seed)
    return [
        (
            in_domain(loss, spread * random.standard_normal(size)),
            second_of(loss, random, (size,)),
            settings,
        )
        for size in SIZES
        for settings in settings_of(loss, size)
    ]
