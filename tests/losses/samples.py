"""Logits, targets and settings on which every loss is tried."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from explorer.catalogue import Labels, Loss

GOLDEN = Path(__file__).parents[1] / "data" / "losses.json"
SIZES = (1, 2, 5, 40)


def golden(key: str) -> list[dict[str, Any]]:
    return [row for row in json.loads(GOLDEN.read_text())["vectors"] if row["loss"] == key]


def settings_of(loss: Loss, classes: int) -> list[dict[str, Any]]:
    """The defaults, and for each parameter some settings inside its usual range."""
    tried: list[dict[str, Any]] = [{}]
    for parameter in loss.parameters:
        low, high = parameter.span
        inside = [
            0.7 * parameter.default + 0.3 * edge for edge in (low, min(high, 4 * parameter.default + 0.2))
        ]
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


def in_domain(loss: Loss, logits: np.ndarray) -> np.ndarray:
    """Numbers of any size as what the loss takes: cosines are from -1 to 1."""
    return np.sin(logits) if loss.inputs[0] == "cosines" else logits


def steepness(loss: Loss, settings: dict[str, Any]) -> float:
    """How often it takes a difference of logits: that much larger are rounding errors and derivatives."""
    given = loss.settings(**settings)
    factors = [given.get("gamma", 1.0), given.get("scale", 1.0), 1.0 / given.get("temperature", 1.0)]
    return max(1.0, *factors)


def cases(
    loss: Loss, *, spread: float = 3.0, seed: int = 0
) -> list[tuple[np.ndarray, np.ndarray, dict[str, Any]]]:
    """Logits, targets and settings: every size and setting once."""
    random = np.random.default_rng(seed)
    return [
        (
            in_domain(loss, spread * random.standard_normal(size)),
            targets_of(loss.labels, random, (size,)),
            settings,
        )
        for size in SIZES
        for settings in settings_of(loss, size)
    ]
