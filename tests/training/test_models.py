"""Models: the gradients of weights that they give are those of what they compute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from explorer.training.models import FREE, LINEAR, PERCEPTRON

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.training.models import Model

    Numbers = NDArray[np.float64]

RUNS, ROWS, INPUTS, HIDDEN, CLASSES = 2, 5, 4, 6, 3
SHAPES = {
    "free": [(RUNS, 1, CLASSES)],
    "linear": [(RUNS, INPUTS, CLASSES)],
    "perceptron": [(RUNS, INPUTS, HIDDEN), (RUNS, HIDDEN + 1, CLASSES)],
}


def case(model: Model, seed: int, shared: bool = False) -> tuple[list[Numbers], Numbers | None, Numbers]:
    """Return random weights, features (shared by all runs, or their own) and slopes of the logits."""
    random = np.random.default_rng(seed)
    weights = [random.normal(size=shape) for shape in SHAPES[model.key]]
    features = None
    if model is not FREE:
        features = random.normal(size=(1 if shared else RUNS, ROWS, INPUTS))
        features[..., -1] = 1.0
    slopes = random.normal(size=(RUNS, 1 if model is FREE else ROWS, CLASSES))
    return weights, features, slopes


def gradients(xp: Any, model: Model, weights: Any, features: Any, slopes: Any) -> Any:
    _, kept = model.forward(xp, tuple(weights), features)
    return model.backward(xp, tuple(weights), features, kept, slopes)


def differences(function: Callable[[], float], weights: Numbers, step: float = 1e-6) -> Numbers:
    """Return central differences of a function of the weights, each moved in place."""
    found = np.empty_like(weights)
    for place in np.ndindex(weights.shape):
        ends = []
        kept = weights[place]
        for moved in (kept + step, kept - step):
            weights[place] = moved
            ends.append(function())
        weights[place] = kept
        found[place] = (ends[0] - ends[1]) / (2.0 * step)
    return found


@pytest.mark.parametrize("shared", [False, True], ids=["own features", "shared features"])
@pytest.mark.parametrize("model", [FREE, LINEAR, PERCEPTRON], ids=lambda model: model.key)
@given(seed=some.integers(0, 2**32))
def test_backward_is_the_central_difference_of_forward(model: Model, shared: bool, seed: int) -> None:
    weights, features, slopes = case(model, seed, shared)

    def along() -> float:
        return float((model.forward(np, tuple(weights), features)[0] * slopes).sum())

    if model is PERCEPTRON and np.abs(features @ weights[0]).min() < 1e-4:
        return  # a unit so near its kink that the difference would step over it
    for found, weight in zip(gradients(np, model, weights, features, slopes), weights, strict=True):
        assert found.shape == weight.shape
        np.testing.assert_allclose(found, differences(along, weight), rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("model", [FREE, LINEAR, PERCEPTRON], ids=lambda model: model.key)
def test_torch_finds_the_same_by_autograd(model: Model) -> None:
    torch = pytest.importorskip("torch")
    from array_api_compat import torch as xp

    weights, features, slopes = case(model, 3)
    own = [torch.tensor(weight, requires_grad=True) for weight in weights]
    rows = None if features is None else torch.tensor(features)
    logits, _ = model.forward(xp, tuple(own), rows)
    np.testing.assert_allclose(
        logits.detach().numpy(), model.forward(np, tuple(weights), features)[0], rtol=1e-13, atol=1e-14
    )
    expected = torch.autograd.grad((logits * torch.tensor(slopes)).sum(), own)
    with torch.no_grad():
        by_torch = gradients(xp, model, own, rows, torch.tensor(slopes))
    by_numpy = gradients(np, model, weights, features, slopes)
    for auto, ours, plain in zip(expected, by_torch, by_numpy, strict=True):
        np.testing.assert_allclose(ours.numpy(), auto.numpy(), rtol=1e-13, atol=1e-14)
        np.testing.assert_allclose(plain, auto.numpy(), rtol=1e-13, atol=1e-14)


def test_a_unit_at_0_passes_nothing_on() -> None:
    """Where the two sides have different slopes, torch's relu takes 0 too."""
    weights = [np.zeros((1, 2, 3)), np.ones((1, 4, 2))]
    inner, outer = gradients(np, PERCEPTRON, weights, np.ones((1, 5, 2)), np.ones((1, 5, 2)))
    np.testing.assert_array_equal(inner, np.zeros((1, 2, 3)))
    np.testing.assert_array_equal(outer[0, :, 0], [0.0, 0.0, 0.0, 5.0])  # only the ones reach the logits


@pytest.mark.parametrize("model", [LINEAR, PERCEPTRON], ids=lambda model: model.key)
def test_a_run_does_not_depend_on_its_neighbours(model: Model) -> None:
    weights, features, slopes = case(model, 5)
    together = gradients(np, model, weights, features, slopes)
    alone = gradients(np, model, [weight[1:] for weight in weights], features[1:], slopes[1:])
    for one, all_of_them in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one[0], all_of_them[1])
