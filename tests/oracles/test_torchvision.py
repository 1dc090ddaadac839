"""torchvision.ops.sigmoid_focal_loss: a sum over classes is left to the caller."""

from __future__ import annotations

import pytest

from explorer.losses import LOSSES

FOCAL = LOSSES["focal"]


@pytest.mark.parametrize("settings", [{}, {"gamma": 0.0}, {"alpha": -1.0}, {"alpha": 0.75, "gamma": 3.5}])
def test_focal(torch, focal_of_torchvision, rows, settings):
    logits = torch.tensor(rows.logits, requires_grad=True)
    for targets in (torch.tensor(rows.hard), torch.tensor(rows.soft)):
        logits.grad = None
        theirs = focal_of_torchvision(logits, targets, **settings)
        assert theirs.shape == logits.shape  # reduction is "none" by default
        theirs.sum().backward()
        ours = FOCAL.value(logits.detach(), targets, **settings)
        torch.testing.assert_close(ours, theirs.sum(-1).detach(), rtol=1e-11, atol=1e-12)
        closed = FOCAL.gradient(logits.detach(), targets, **settings)
        torch.testing.assert_close(closed, logits.grad, rtol=1e-10, atol=1e-12)


def test_its_alpha_is_on_unless_switched_off(torch, focal_of_torchvision):
    """0.25 for labelled, 0.75 for the others: labelled classes count a third as much."""
    zero, one = torch.zeros(1, dtype=torch.float64), torch.ones(1, dtype=torch.float64)
    labelled, other = focal_of_torchvision(zero, one), focal_of_torchvision(zero, zero)
    assert float(other / labelled) == pytest.approx(3.0)
    assert FOCAL.settings()["alpha"] == 0.25


def test_disagreement_gamma_under_1_where_the_answer_is_sure(torch, focal_of_torchvision):
    """Automatic differentiation forms 0^(gamma - 1) times 0; the closed form is finite."""
    logit = torch.tensor([60.0], dtype=torch.float64, requires_grad=True)
    focal_of_torchvision(logit, torch.ones(1, dtype=torch.float64), gamma=0.5).sum().backward()
    assert torch.isnan(logit.grad)
    ours = FOCAL.gradient([60.0], [1.0], gamma=0.5)
    assert -1e-30 < ours[0] < 0.0
