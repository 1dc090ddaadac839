"""One loss for every namespace: dtype, shape and device are kept, arguments are cast, shapes are checked."""

from __future__ import annotations

import array_api_compat
import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import cases, second_of


def batch(loss, shape, seed=0):
    random = np.random.default_rng(seed)
    return 2 * random.standard_normal(shape), second_of(loss, random, shape)


def test_namespaces_agree(loss, make):
    for logits, targets, settings in cases(loss):
        value = loss.value(make(logits), make(targets), **settings)
        gradient = loss.gradient(make(logits), make(targets), **settings)
        np.testing.assert_allclose(
            plain(value), loss.value(logits, targets, **settings), rtol=1e-13, atol=1e-15
        )
        expected = loss.gradient(logits, targets, **settings)
        np.testing.assert_allclose(plain(gradient), expected, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", [(1,), (4,), (3, 4), (2, 3, 4), (0, 4)])
def test_dtype_and_shape_are_kept(loss, make, dtype, shape):
    logits, targets = (make(array, dtype) for array in batch(loss, shape))
    for settings in ({}, {p.name: [1.0] * shape[-1] for p in loss.parameters if p.kind == "per_class"}):
        value, gradient = loss.value(logits, targets, **settings), loss.gradient(logits, targets, **settings)
        lowest, decision = loss.lowest(targets, **settings), loss.decide(logits, **settings)
        along = loss.along(logits, targets, (0,), (make([0.0, 1.0, 2.0], dtype),), **settings)
        readings = [loss.read(reading, logits, **settings) for reading in loss.readings]
        assert value.shape == lowest.shape == shape[:-1]
        assert gradient.shape == decision.shape == shape
        assert along.shape == (*shape[:-1], 3)
        assert {value.dtype, gradient.dtype, lowest.dtype, along.dtype} == {logits.dtype}
        assert all(array_api_compat.is_array_api_obj(array) for array in (value, lowest))
        assert {reading.dtype for reading in readings} <= {logits.dtype}
        assert "bool" in str(decision.dtype)


def test_samples_of_a_batch_do_not_touch_each_other(loss, make):
    logits, targets = batch(loss, (2, 3, 5))
    values = plain(loss.value(make(logits), make(targets)))
    gradients = plain(loss.gradient(make(logits), make(targets)))
    for place in np.ndindex(2, 3):
        np.testing.assert_allclose(values[place], loss.value(logits[place], targets[place]), rtol=1e-14)
        expected = loss.gradient(logits[place], targets[place])
        np.testing.assert_allclose(gradients[place], expected, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("name", ["float16", "bfloat16"])
def test_half_precision_of_torch(loss, torch, name):
    logits, targets = batch(loss, (6, 5))
    dtype = getattr(torch, name)
    value = loss.value(torch.tensor(logits).to(dtype), torch.tensor(targets).to(dtype))
    gradient = loss.gradient(torch.tensor(logits).to(dtype), torch.tensor(targets).to(dtype))
    assert value.dtype == gradient.dtype == dtype
    assert torch.isfinite(gradient).all()
    if name == "float16":
        np.testing.assert_allclose(plain(value), loss.value(logits, targets), rtol=2e-2, atol=2e-2)


def test_meta_device_stays_there(loss, torch):
    """A constant made on the default device would fail here, as it would on CUDA."""
    logits, targets = torch.empty(3, 4, device="meta"), torch.empty(3, 4, device="meta")
    for settings in ({}, {p.name: [1.0] * 4 for p in loss.parameters if p.kind == "per_class"}):
        results = [
            loss.value(logits, targets, **settings),
            loss.gradient(logits, targets, **settings),
            loss.lowest(targets, **settings),
            loss.decide(logits, **settings),
            loss.along(logits, targets, (0, 2), (torch.empty(5, device="meta"),) * 2, **settings),
        ]
        assert {str(result.device) for result in results} == {"meta"}


def test_targets_follow_the_logits(loss, torch):
    logits = np.array([0.5, -1.0, 2.0], dtype=np.float32)
    expected = loss.value(logits, np.array([0.0, 1.0, 0.0], dtype=np.float32))
    assert expected.dtype == np.float32
    for targets in (
        [0, 1, 0],
        np.array([0, 1, 0], dtype=np.uint8),
        np.array([False, True, False]),
        np.eye(3)[1],
    ):
        assert loss.value(logits, targets).dtype == np.float32
        assert loss.gradient(logits, targets).dtype == np.float32
        np.testing.assert_array_equal(loss.value(logits, targets), expected)
        tensor = loss.value(torch.tensor(logits), torch.tensor(np.asarray(targets)))
        assert tensor.dtype == torch.float32
        np.testing.assert_allclose(plain(tensor), expected, rtol=1e-6)
    np.testing.assert_allclose(plain(loss.value(torch.tensor(logits), np.eye(3)[1])), expected, rtol=1e-6)
    np.testing.assert_allclose(loss.value(logits, torch.tensor([0, 1, 0])), expected, rtol=1e-6)


def test_lists_and_whole_numbers_become_float64(loss, torch):
    expected = loss.value(np.array([1.0, -2.0]), np.array([1.0, 0.0]))
    for logits in ([1, -2], [1.0, -2.0], np.array([1, -2]), (1, -2)):
        found = loss.value(logits, [1, 0])
        assert found.dtype == np.float64
        assert found == expected
    assert loss.value(torch.tensor([1, -2]), [1, 0]).dtype == torch.float64
    assert loss.value([1, -2], torch.tensor([1.0, 0.0])).dtype == torch.float64


def test_arguments_are_not_changed(loss, make):
    logits, targets = batch(loss, (3, 4))
    given = make(logits), make(targets)
    for call in (loss.value, loss.gradient, lambda s, t: loss.along(s, t, (1,), ([0.0, 9.0],))):
        call(*given)
        np.testing.assert_array_equal(plain(given[0]), logits)
        np.testing.assert_array_equal(plain(given[1]), targets)


@pytest.mark.parametrize(
    ("logits", "targets", "message"),
    [
        ((64,), (64, 1), r"targets \(64, 1\) do not match logits \(64,\)"),
        ((2, 3), (3,), r"targets \(3,\) do not match logits \(2, 3\)"),
        ((3,), (4,), r"targets \(4,\) do not match logits \(3,\)"),
        ((3, 0), (3, 0), r"at least one class .* shape is \(3, 0\)"),
        ((), (), r"at least one class .* shape is \(\)"),
    ],
)
def test_shapes_are_checked(loss, make, logits, targets, message):
    message = message.replace("targets", loss.inputs[1])
    for call in (loss.value, loss.gradient):
        with pytest.raises(ValueError, match=message):
            call(make(np.zeros(logits)), make(np.zeros(targets)))


def test_complex_logits_are_refused():
    with pytest.raises(TypeError, match="logits must be real numbers; their dtype is complex128"):
        LOSSES["bce"].value(np.array([1j]), np.array([1.0]))
