"""torch.nn: the same numbers, and where they part."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.losses import LOSSES


def tensors(torch, *arrays):
    return [torch.tensor(array) for array in arrays]


def test_bce_with_weights(torch, rows):
    logits, hard, soft = tensors(torch, rows.logits, rows.hard, rows.soft)
    weights = np.random.default_rng(1).uniform(0.5, 3.0, (2, 6))
    pos_weight, weight = tensors(torch, *weights)
    for targets in (hard, soft):
        theirs = torch.nn.BCEWithLogitsLoss(weight=weight, pos_weight=pos_weight, reduction="none")(
            logits, targets
        )
        ours = LOSSES["bce"].value(logits, targets, pos_weight=pos_weight, weight=weight)
        torch.testing.assert_close(ours, theirs.sum(-1), rtol=1e-12, atol=1e-12)


def test_multi_label_soft_margin_is_bce_over_the_number_of_classes(torch, rows):
    logits, hard = tensors(torch, rows.logits, rows.hard)
    theirs = torch.nn.MultiLabelSoftMarginLoss(reduction="none")(logits, hard)
    torch.testing.assert_close(LOSSES["bce"].value(logits, hard) / 6, theirs, rtol=1e-12, atol=1e-12)


def test_its_means_are_over_other_things(torch, rows):
    """BCE: over samples and classes. Cross entropy: over samples alone."""
    logits, hard, places = tensors(torch, rows.logits, rows.hard, rows.places)
    bce, cross = LOSSES["bce"].value(logits, hard), LOSSES["cross_entropy"].value(logits, rows.one_hot)
    torch.testing.assert_close(torch.nn.BCEWithLogitsLoss()(logits, hard), bce.mean() / 6)
    torch.testing.assert_close(torch.nn.CrossEntropyLoss()(logits, places), cross.mean())


@pytest.mark.parametrize("epsilon", [0.0, 0.1, 0.5])
def test_cross_entropy_with_smoothing(torch, rows, epsilon):
    """By places and by probabilities; also targets that sum to 3, which it does not mind."""
    logits, places, one_hot, spread, hard = tensors(
        torch, rows.logits, rows.places, rows.one_hot, rows.spread, rows.hard
    )
    theirs = torch.nn.CrossEntropyLoss(reduction="none", label_smoothing=epsilon)
    loss = LOSSES["label_smoothing"]
    for given, targets in ((places, one_hot), (one_hot, one_hot), (spread, spread), (hard, hard)):
        ours = loss.value(logits, targets, epsilon=epsilon)
        torch.testing.assert_close(ours, theirs(logits, given), rtol=1e-12, atol=1e-12)


def test_gradient_of_targets_that_sum_to_3(torch):
    """T p - t, as ours; TensorFlow's kernel is reported to give p - t."""
    logits = torch.tensor([[0.5, -1.0, 2.0, 0.0]], dtype=torch.float64, requires_grad=True)
    targets = torch.tensor([[1.0, 1.0, 1.0, 0.0]], dtype=torch.float64)
    torch.nn.CrossEntropyLoss()(logits, targets).backward()
    ours = LOSSES["cross_entropy"].gradient(logits.detach(), targets)
    torch.testing.assert_close(ours, logits.grad, rtol=1e-12, atol=1e-14)


def test_disagreement_weights_and_smoothing_divide_by_two_things(torch):
    """With class weights, places divide by the weights of their labels, probabilities by the samples."""
    logits, places = torch.zeros(2, 3), torch.tensor([0, 0])
    loss = torch.nn.CrossEntropyLoss(weight=torch.tensor([2.0, 1.0, 1.0]), label_smoothing=0.1)
    by_place, by_probability = loss(logits, places), loss(logits, torch.eye(3)[places])
    assert float(by_probability / by_place) == pytest.approx(2.0)


def test_disagreement_0_times_minus_infinity(torch):
    """A class masked by -inf and not labelled: torch gives NaN for probabilities, the loss is finite."""
    logits, targets = torch.tensor([[0.0, 1.0, -torch.inf]]), torch.tensor([[1.0, 0.0, 0.0]])
    assert torch.isnan(torch.nn.CrossEntropyLoss()(logits, targets))
    assert LOSSES["cross_entropy"].value(logits, targets) == pytest.approx(np.log1p(np.e), rel=1e-6)


def test_disagreement_bce_of_probabilities_stops_at_100(torch):
    """BCELoss clamps the logarithm: past 100 the value stands still and the gradient is gone."""
    logit = torch.tensor([-800.0], dtype=torch.float64, requires_grad=True)
    theirs = torch.nn.BCELoss()(torch.sigmoid(logit), torch.ones(1, dtype=torch.float64))
    theirs.backward()
    assert float(theirs.detach()) == 100.0
    assert float(logit.grad) == 0.0
    assert LOSSES["bce"].value([-800.0], [1.0]) == 800.0
    assert LOSSES["bce"].gradient([-800.0], [1.0]) == -1.0
