"""optax.losses, in float64."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES

pytestmark = pytest.mark.filterwarnings("ignore")  # JAX deprecates something in every version


def close(ours, theirs):
    np.testing.assert_allclose(np.asarray(ours), np.asarray(theirs), rtol=1e-11, atol=1e-12)


def test_sigmoid_bce(optax, rows):
    for targets in (rows.hard, rows.soft):
        theirs = optax.sigmoid_binary_cross_entropy(rows.logits, targets).sum(-1)
        close(LOSSES["bce"].value(rows.logits, targets), theirs)


@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.5])
def test_softmax_with_smoothed_labels(optax, rows, epsilon):
    """epsilon / n to every class; multi-hot labels are taken without a word, as by torch."""
    for targets in (rows.one_hot, rows.spread, rows.hard):
        theirs = optax.softmax_cross_entropy(rows.logits, optax.smooth_labels(targets, epsilon))
        close(LOSSES["label_smoothing"].value(rows.logits, targets, epsilon=epsilon), theirs)


def test_disagreement_smooth_labels_is_not_for_sigmoids(optax, rows):
    """On yes-or-no labels 1/n is not 1/2: with six classes an absent label becomes 0.033, not 0.1."""
    smoothed = np.asarray(optax.smooth_labels(rows.hard, 0.2))
    assert smoothed[rows.hard == 0] == pytest.approx(0.2 / 6)
    theirs = optax.sigmoid_binary_cross_entropy(rows.logits, smoothed).sum(-1)
    loss = LOSSES["smoothed_bce"]
    close(loss.value(rows.logits, rows.hard, epsilon=0.2, convention="all"), theirs)
    assert np.abs(loss.value(rows.logits, rows.hard, epsilon=0.2) - np.asarray(theirs)).max() > 0.1


def test_focal_has_no_alpha_unless_given(optax, rows):
    for targets in (rows.hard, rows.soft):
        theirs = optax.sigmoid_focal_loss(rows.logits, targets).sum(-1)
        close(LOSSES["focal"].value(rows.logits, targets, alpha=-1.0), theirs)
        theirs = optax.sigmoid_focal_loss(rows.logits, targets, alpha=0.25, gamma=3.0).sum(-1)
        close(LOSSES["focal"].value(rows.logits, targets, alpha=0.25, gamma=3.0), theirs)


def test_disagreement_0_times_minus_infinity(optax):
    """A class masked by -inf: NaN, unless its safe form is used, which says what ours does."""
    logits, targets = np.array([0.0, 1.0, -np.inf]), np.array([1.0, 0.0, 0.0])
    assert np.isnan(optax.softmax_cross_entropy(logits, targets))
    close(LOSSES["cross_entropy"].value(logits, targets), optax.safe_softmax_cross_entropy(logits, targets))
