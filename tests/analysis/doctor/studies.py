"""A study for each rule that triggers it and nothing else, and studies in which there is nothing to find."""

from __future__ import annotations

import numpy as np

from explorer.study.study import ShownLoss, Study
from explorer.study.table import Table

NAN, INFINITY = float("nan"), float("inf")


def study(logits, targets, *shown) -> Study:
    """Show losses, each a key or a key with settings, on a table."""
    pairs = [(one, {}) if isinstance(one, str) else one for one in shown]
    losses = [ShownLoss(key, tuple(settings.items())) for key, settings in pairs]
    return Study("test", Table.of(logits, targets), tuple(losses))


def calibrated(rows: int = 300, classes: int = 20, seed: int = 0, spread: float = 2.0):
    """Logits, and labels drawn with probability sigma(s)."""
    random = np.random.default_rng(seed)
    logits = random.normal(-1.0, spread, (rows, classes))
    return logits, (random.random((rows, classes)) < 1.0 / (1.0 + np.exp(-logits))).astype(float)


def separated(rows: int = 300, classes: int = 8, seed: int = 0):
    """Labels, at least one and never all, and logits that lie on their side of 0."""
    random = np.random.default_rng(seed)
    labels = (random.random((rows, classes)) < 0.4).astype(float)
    labels[:, 0], labels[:, 1] = 1.0 - labels[:, 1], labels[:, 1]
    return _sided(labels, random), labels


def _sided(labels, random):
    return (2.0 * labels - 1.0) * random.uniform(0.5, 4.0, labels.shape)


def column(value: float, classes: int = 8):
    """A separated table in which one class has the same label everywhere."""
    labels = separated(classes=classes)[1]
    labels[:, 3] = value
    return _sided(labels, np.random.default_rng(1)), labels


def inverted(rows: int = 40, classes: int = 6):
    """Labels, the first and more, and small logits that lie on the other side of 0 but for the first."""
    random = np.random.default_rng(3)
    labels = (random.random((rows, classes)) < 0.5).astype(float)
    labels[:, 0], labels[:, 1] = 1.0, np.arange(rows) % 2
    labels[np.arange(rows), 2] = 1.0 - labels[:, 1]
    logits = -_sided(labels, random) / 3.0
    logits[:, 0] = np.abs(logits[:, 0])
    return logits, labels


S, T = [2.0, -1.0, 0.5, -3.0], [1.0, 0.0, 1.0, 0.0]
SEPARATED, LABELS = separated()
FLIPPED = [-2.04, -0.84, 0.88, 2.29, -0.77, -2.99, -1.96, -1.63, -2.55, -3.47, -3.24, 2.02, 2.06, -3.53]
FLIPPED_LABELS = [1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1]
UNIT = np.linspace(0.05, 0.95, 12)
HUNDRED = np.where(np.arange(100) < 3, 2.0, -2.0)
OF_HUNDRED = (np.arange(100) < 3).astype(float)

TRIGGERS = {
    "targets-not-finite": study(S, [1, NAN, 1, 0], "zlpr", "bce"),
    "ignore-index": study(S, [1, -100, 1, -1], "zlpr", "bce"),
    "targets-outside": study(S, [1, 0, 2, 0], "bce"),
    "soft-under-hard": study(S, [0.9, 0.1, 0.8, 0.1], "zlpr"),
    "labels-inverted": study(*inverted(), "bce"),
    "not-finite": study([2, NAN, 0.5, -3], T, "bce"),
    "refused": study([0.9, -0.2, 0.5, -0.3], T, "flat_nce"),
    "not-one": study(S, T, "cross_entropy"),
    "softmax-rows": study([0.7, 0.2, 0.1], [1, 0, 0], "cross_entropy"),
    "probabilities": study(UNIT, (UNIT > 0.5).astype(float), "bce"),
    "input-range": study([2.0, -0.1, 0.2], [1, 0, 0], "am_softmax"),
    "flipped": study(FLIPPED, FLIPPED_LABELS, "zlpr", "bce"),
    "mislabelled": study([13.0, -1.0, 0.5, -3.0], [0, 0, 1, 0], "bce"),
    "saturated": study([-18.0, 20.0, 0.5, -3.0], [1, 0, 1, 0], "bce"),
    "no-gradient": study([7.5, 7.5, 7.5, 6, -6, -6, -6, -6], [0, 0, 0, 1, 0, 0, 0, 0], "hill"),
    "smoothed-twice": study(S, [0.95, 0.05, 0.95, 0.05], "smoothed_bce"),
    "no-signal": study(S, [0, 0, 0, 0], "cross_entropy"),
    "no-positives": study(S, [0, 0, 0, 0], "zlpr", "bce"),
    "all-positives": study(S, [1, 1, 1, 1], "zlpr", "bce"),
    "soft-extension": study(S, [0.9, 0.1, 0.8, 0.1], "focal"),
    "masked-logits": study([2, -INFINITY, 0.5, -3], T, "bce"),
    "dtype-loss": study([2.0, 9.0, 0.5, -3.0], T, "bce"),
    "nothing-right": study([-2.0, 1.0, -0.5, -3.0], T, "bce"),
    "always-positive": study(*column(1.0), "bce"),
    "never-positive": study(*column(0.0), "bce"),
    "contradicting": study([S, [1, -2, 3, -4], S], [T, T, [1, 0, 1, 1]], "bce"),
    "probability-table": study(1 / (1 + np.exp(-SEPARATED)), LABELS, "bce"),
    "smoothed-mass": study(HUNDRED, OF_HUNDRED, "smoothed_zlpr"),
    "imbalance": study(HUNDRED[:93], OF_HUNDRED[:93], "bce"),
    "pos-weight-reading": study(S, T, ("bce", {"pos_weight": 3.0})),
    "no-threshold": study(S, T, "pairwise"),
    "reduction-with-n": study(HUNDRED, np.where(np.arange(100) < 30, 1.0, 0.0), "bce"),
}

CLEAN = {
    "separated": study(SEPARATED, LABELS, "zlpr", "bce", "smoothed_bce", "smoothed_zlpr"),
    "one label each": study(
        np.where(np.eye(6) == 1.0, 3.0, np.linspace(-1, 1, 6)), np.eye(6), "cross_entropy", "label_smoothing"
    ),
    "soft labels": study(SEPARATED, 1.0 / (1.0 + np.exp(-SEPARATED)), "bce", "smoothed_bce", "soft_zlpr"),
    "a start at 0": study(np.zeros((20, 8)), LABELS[:20], "bce"),
    "the hundred, in ZLPR": study(HUNDRED, OF_HUNDRED, "zlpr"),
}
