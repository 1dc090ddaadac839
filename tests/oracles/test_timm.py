"""timm.loss computes in float32 whatever it is given."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES


def close(ours, theirs, tolerance=2e-6):
    np.testing.assert_allclose(np.asarray(ours), theirs.detach().numpy(), rtol=tolerance, atol=tolerance)


def with_gradient(torch, loss, logits, targets):
    """Value, and gradient by automatic differentiation."""
    leaf = torch.tensor(np.float32(logits), requires_grad=True)
    value = loss(leaf, torch.tensor(np.float32(targets)))
    value.backward()
    return value, leaf.grad


def test_zlpr(torch, timm, rows):
    value, gradient = with_gradient(torch, timm("zlpr_loss").ZlprLoss(), rows.logits, rows.hard)
    close(LOSSES["zlpr"].value(rows.logits, rows.hard).mean(), value)
    close(LOSSES["zlpr"].gradient(rows.logits, rows.hard) / 20, gradient)


def test_disagreement_zlpr_rounds_soft_targets(torch, timm, rows):
    """Above 1/2 is a label, without a word; ours refuses them and names soft ZLPR."""
    value, _ = with_gradient(torch, timm("zlpr_loss").ZlprLoss(), rows.logits, rows.soft)
    close(LOSSES["zlpr"].value(rows.logits, rows.soft > 0.5).mean(), value)
    assert LOSSES["zlpr"].refuses(rows.soft)
    assert abs(LOSSES["soft_zlpr"].value(rows.logits, rows.soft).mean() - float(value.detach())) > 0.1


def test_asl(torch, timm, rows):
    loss = timm("asymmetric_loss").AsymmetricLossMultiLabel
    value, gradient = with_gradient(torch, loss(), rows.logits, rows.hard)
    close(LOSSES["asl"].value(rows.logits, rows.hard).mean(), value, 1e-5)  # "batchmean"
    close(LOSSES["asl"].gradient(rows.logits, rows.hard) / 20, gradient, 1e-5)
    total, _ = with_gradient(torch, loss(reduction="sum"), rows.logits, rows.hard)
    close(LOSSES["asl"].value(rows.logits, rows.hard).sum(), total, 1e-5)  # as the official code
    settings = {"gamma_pos": 0.0, "gamma_neg": 2.0, "clip": 0.0}
    value, _ = with_gradient(torch, loss(**settings), rows.logits, rows.hard)
    given = {"gamma_positive": 0.0, "gamma_negative": 2.0, "clip": 0.0}
    close(LOSSES["asl"].value(rows.logits, rows.hard, **given).mean(), value, 1e-5)


def test_the_floor_of_asl_ends_the_gradient_of_lost_labels(torch, timm):
    """Under p = 1e-8 a labelled class costs 18.4 and has no gradient; without the floor both go on."""
    loss = timm("asymmetric_loss").AsymmetricLossMultiLabel(gamma_pos=0)
    value, gradient = with_gradient(torch, loss, [[-30.0]], [[1.0]])
    assert float(value.detach()) == pytest.approx(18.42068, rel=1e-5)
    assert float(gradient) == 0.0
    given = {"gamma_positive": 0.0}
    assert LOSSES["asl"].value([-30.0], [1.0], **given) == pytest.approx(18.42068, rel=1e-6)
    assert LOSSES["asl"].gradient([-30.0], [1.0], **given) == 0.0
    assert LOSSES["asl"].value([-30.0], [1.0], floor=0.0, **given) == pytest.approx(30.0, rel=1e-9)
    assert LOSSES["asl"].gradient([-30.0], [1.0], floor=0.0, **given) == pytest.approx(-1.0, rel=1e-9)


def test_two_way_is_our_half_over_samples_and_over_classes(torch, timm, rows):
    hard = rows.hard.copy()
    hard[0], hard[1], hard[:, 2] = 0.0, 1.0, 0.0  # no label, all labels, a class without labels
    value, gradient = with_gradient(torch, timm("two_way_loss").TwoWayLoss(), rows.logits, hard)
    loss, of_rows, of_columns = LOSSES["two_way"], hard.any(axis=1), hard.any(axis=0)
    ours = loss.value(rows.logits, hard)[of_rows].mean()
    ours += loss.value(rows.logits.T.copy(), hard.T.copy())[of_columns].mean()
    close(ours, value)
    slopes = loss.gradient(rows.logits, hard) / of_rows.sum()
    slopes += loss.gradient(rows.logits.T.copy(), hard.T.copy()).T / of_columns.sum()
    close(slopes, gradient)


def test_disagreement_two_way_leaves_samples_without_labels_out(torch, timm, rows):
    """They do not count in its mean; ours are 0 each, and a plain mean over the batch would count them."""
    hard = np.zeros((2, 3))
    hard[0, 0] = 1.0
    value, _ = with_gradient(torch, timm("two_way_loss").TwoWayLoss(), np.zeros((2, 3)), hard)
    ours = LOSSES["two_way"].value(np.zeros((2, 3)), hard)
    assert ours[1] == 0
    column = LOSSES["two_way"].value(np.zeros(2), hard[:, 0])
    close(ours[0] + column, value)


def test_distribution_balanced(torch, timm, rows):
    """Without its focal term; its weights of classes and its bias are settings here."""
    counts = [1, 50, 200, 400, 700, 999]
    module = timm("distribution_balanced_loss").DistributionBalancedLoss
    theirs = module(counts, 1000, focal_gamma=0.0, reduction="none", neg_scale=5.0)
    hard = rows.hard
    hard[:, 0] = 1.0
    value = theirs(torch.tensor(rows.logits), torch.tensor(hard))
    inverse = 1.0 / np.array(counts)
    share = inverse / np.sum(hard * inverse, axis=-1, keepdims=True)
    balance = 0.1 + 1 / (1 + np.exp(-10 * (share - 0.2)))
    bias = np.log(1000 / np.array(counts) - 1) * 0.05 / 5.0
    loss = LOSSES["distribution_balanced"]
    for row in range(20):
        ours = loss.value(
            rows.logits[row], hard[row], class_weight=balance[row], bias=bias, negative_scale=5.0
        )
        close(ours, value[row].sum(), 1e-5)


def test_disagreement_smoothing_of_bce_does_nothing_to_a_table_of_labels(torch, timm, rows):
    """Smoothing is for places of labels; targets shaped like the logits stay as they are unless told."""
    module = timm("binary_cross_entropy").BinaryCrossEntropy
    bce, smoothed = LOSSES["bce"], LOSSES["smoothed_bce"]
    value, _ = with_gradient(torch, module(smoothing=0.2), rows.logits, rows.hard)
    close(bce.value(rows.logits, rows.hard).mean() / 6, value)
    value, _ = with_gradient(torch, module(smoothing=0.2, smooth_dense=True), rows.logits, rows.hard)
    close(smoothed.value(rows.logits, rows.hard, epsilon=0.2).mean() / 6, value)


def test_disagreement_the_same_class_smooths_places_by_another_convention(torch, timm, rows):
    """By 1/n to every class, and not towards 1/2."""
    module = timm("binary_cross_entropy").BinaryCrossEntropy(smoothing=0.2)
    value = module(torch.tensor(rows.logits), torch.tensor(rows.places))
    targets = 0.8 * rows.one_hot + 0.2 / 6
    close(LOSSES["bce"].value(rows.logits, targets).mean() / 6, value)
    given = LOSSES["smoothed_bce"].value(rows.logits, rows.one_hot, epsilon=0.2, convention="all")
    close(given.mean() / 6, value)
