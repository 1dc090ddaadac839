"""Reference forms: their traps as they are known, and their gradients beside torch's own."""

import numpy as np
import pytest

from explorer.analysis.forms import FORMS, forms_of
from explorer.analysis.forms.form import sigmoid, through_sigmoid
from explorer.analysis.narrow import Bfloat16, as_bfloat16, rounded

SAMPLE = np.array([2.0, -1.0, 0.5, -3.0])
HARD = np.array([1.0, 0.0, 1.0, 0.0])
SOFT = np.array([0.9, 0.1, 0.7, 0.2])
MILD = dict.fromkeys(FORMS, (SAMPLE, HARD))
HARSH = np.array([25.0, 17.0, -20.0, -40.0, 0.0, 90.0, -120.0, 8.0])
HARSH_TARGETS = np.array([1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0])


def test_every_form_names_its_code_and_its_trap():
    for key, form in FORMS.items():
        assert form.key == key
        assert form.source
        assert form.note.endswith(".")
    assert [form.key for form in forms_of("bce")] == ["bce_of_probabilities", "bce_log_sigmoid"]


def test_masked_zlpr_silences_soft_labels():
    soft = np.array([0.9, 0.1, 0.1])
    logits = np.array([1.0, -0.5, 0.3])
    assert FORMS["zlpr_masked"].value(logits, soft) == 0.0
    assert not FORMS["zlpr_masked"].gradient(logits, soft).any()
    assert FORMS["zlpr_masked"].value(SAMPLE, HARD) == pytest.approx(0.9040, abs=5e-5)


@pytest.mark.parametrize("dtype", [np.float16, as_bfloat16])
def test_masked_zlpr_is_finite_in_16_bits(dtype):
    logits = dtype(SAMPLE) if dtype is as_bfloat16 else SAMPLE.astype(dtype)
    found = float(FORMS["zlpr_masked"].value(logits, HARD))
    assert found == pytest.approx(0.9043 if dtype is np.float16 else 0.8984, abs=5e-4)
    assert np.isfinite(np.asarray(FORMS["zlpr_masked"].gradient(logits, HARD), dtype=float)).all()


def test_bce_of_probabilities_ends_at_100():
    logits, target = np.array([-200.0]), np.array([1.0])
    assert FORMS["bce_of_probabilities"].value(logits.astype(np.float32), target) == 100.0
    assert FORMS["bce_of_probabilities"].gradient(logits.astype(np.float32), target) == 0.0


def test_sparse_zlpr_invents_a_loss():
    logits = np.array([25.0, 25.0, -20.0, -20.0], dtype=np.float32)
    targets = np.array([1.0, 1.0, 0.0, 0.0])
    assert FORMS["zlpr_sparse"].value(logits, targets) == pytest.approx(9.575, abs=1e-3)
    assert FORMS["zlpr_sparse_unclipped"].value(logits, targets) == -np.inf
    assert FORMS["zlpr_masked"].value(logits, targets) < 1e-6
    dominating = np.array([30.0, 20.0, -40.0, -50.0])
    assert FORMS["zlpr_sparse"].value(dominating, targets) == pytest.approx(13.88, abs=5e-3)
    assert (FORMS["zlpr_sparse"].gradient(dominating, targets)[:2] > 0).any()


CASTS = {"float32": np.float32, "float16": np.float16, "bfloat16": as_bfloat16, "float64": np.float64}
DEAD = {"float32": 17.0, "float16": 12.0, "bfloat16": 8.0, "float64": 37.43}


@pytest.mark.parametrize("dtype", CASTS)
def test_derivative_of_sigmoid_dies(dtype):
    """A class that is far out gets no gradient through sigmoid, however wrong it is."""
    probability = sigmoid(CASTS[dtype](np.array([DEAD[dtype], 4.0])))
    far, near = through_sigmoid(np.ones_like(probability), probability)
    assert far == 0.0
    assert near > 0.0


@pytest.mark.parametrize("dtype", ["float32", "bfloat16", "float64"])
def test_bce_of_probabilities_dies_with_it(dtype):
    gradient = FORMS["bce_of_probabilities"].gradient(CASTS[dtype](np.array([DEAD[dtype]])), np.zeros(1))
    assert gradient == 0.0


def test_bce_of_probabilities_is_no_number_in_float16():
    """Its floor 1e-12 is 0 there, so 1 / 0 meets the 0 of sigmoid's derivative."""
    assert np.isnan(FORMS["bce_of_probabilities"].gradient(np.array([12.0], np.float16), np.zeros(1)))


def test_dtype_is_kept():
    for key, (logits, targets) in MILD.items():
        for dtype in (np.float16, np.float32, np.float64):
            assert FORMS[key].value(logits.astype(dtype), targets).dtype == dtype, key
            assert FORMS[key].gradient(logits.astype(dtype), targets).dtype == dtype, key
        assert isinstance(FORMS[key].gradient(as_bfloat16(logits), targets), Bfloat16), key


def test_forms_take_many_samples():
    for key, (logits, targets) in MILD.items():
        many = np.stack([logits, logits[::-1]])
        both = FORMS[key].value(many, np.stack([targets, targets[::-1]]))
        assert both.shape == (2,)
        np.testing.assert_allclose(both[0], FORMS[key].value(logits, targets))


def test_tensorflow_s_gradient_forgets_the_mass():
    gradient = FORMS["cross_entropy_tf"].gradient(SAMPLE, HARD)
    assert gradient.sum() == pytest.approx(-1.0)


def test_focal_autograd_gives_nan_below_gamma_1():
    sure = np.array([40.0])
    assert np.isnan(FORMS["focal_autograd"].gradient(sure, np.array([1.0]), gamma=0.5))
    assert FORMS["focal_autograd"].gradient(sure, np.array([1.0])) == 0.0


def test_asl_s_floor_is_dead_and_is_no_number_in_float16():
    far, label = np.array([-19.0]), np.array([1.0])
    assert FORMS["asl_official"].value(far, label) == pytest.approx(18.42, abs=5e-3)
    assert FORMS["asl_official"].gradient(far, label) == pytest.approx(0.0, abs=2e-7)
    assert not np.isfinite(FORMS["asl_official"].value(far.astype(np.float16), label))


def test_bfloat16_rounds_to_nearest_even():
    wanted = [1.0, 1.0078125, 1.0, 1.015625, np.inf, -np.inf]
    given = [1.0, 1.0078125, 1.00390625, 1.01171875, 3.4e38, -np.inf]
    np.testing.assert_array_equal(rounded(np.array(given)), wanted)
    assert np.isnan(rounded(np.array([np.nan]))).all()


# The same code in torch.


def _zlpr_masked(torch, s, t):
    y = (1 - 2 * t) * s
    zero = torch.zeros_like(y[..., :1])
    positive = torch.cat([y - (1 - t) * 1e12, zero], dim=-1)
    negative = torch.cat([y - t * 1e12, zero], dim=-1)
    return torch.logsumexp(negative, -1) + torch.logsumexp(positive, -1)


def _zlpr_sparse(torch, s, t, floor=1e-7):
    zero = torch.zeros_like(s[..., :1])
    labels = s[t > 0.5]
    positive = torch.logsumexp(torch.cat([-labels, zero], -1), -1)
    everything = torch.logsumexp(torch.cat([s, zero], -1), -1)
    rest = 1 - torch.exp(torch.logsumexp(labels, -1) - everything)
    rest = rest if floor is None else torch.clamp(rest, floor, 1)
    return positive + everything + torch.log(rest)


def _asl(torch, x, y):
    p = torch.sigmoid(x)
    negative = (1 - p + 0.05).clamp(max=1)
    loss = y * torch.log(p.clamp(min=1e-8)) + (1 - y) * torch.log(negative.clamp(min=1e-8))
    weight = torch.pow(1 - (p * y + negative * (1 - y)), y + 4 * (1 - y))
    return -(loss * weight).sum()


def _focal(torch, x, y, gamma=2.0):
    p = torch.sigmoid(x)
    entropy = torch.nn.functional.binary_cross_entropy_with_logits(x, y, reduction="none")
    p_t = p * y + (1 - p) * (1 - y)
    return ((0.25 * y + 0.75 * (1 - y)) * entropy * (1 - p_t) ** gamma).sum()


def _bce(torch, s, t):
    return torch.nn.functional.binary_cross_entropy(torch.sigmoid(s), t, reduction="sum")


CODE = {
    "zlpr_masked": _zlpr_masked,
    "zlpr_sparse": _zlpr_sparse,
    "zlpr_sparse_unclipped": lambda torch, s, t: _zlpr_sparse(torch, s, t, None),
    "zlpr_naive": lambda torch, s, t: (
        torch.log(1 + (t * torch.exp(-s)).sum()) + torch.log(1 + ((1 - t) * torch.exp(s)).sum())
    ),
    "bce_of_probabilities": _bce,
    "bce_log_sigmoid": lambda torch, s, t: (
        -(t * torch.log(torch.sigmoid(s)) + (1 - t) * torch.log(1 - torch.sigmoid(s))).sum()
    ),
    "cross_entropy_log_softmax_naive": lambda torch, s, t: -(t * torch.log(torch.softmax(s, -1))).sum(),
    "cross_entropy_clipped": lambda torch, s, t: (
        -(t * torch.log(torch.softmax(s, -1).clamp(1e-7, 1 - 1e-7))).sum()
    ),
    "focal_autograd": _focal,
    "asl_official": _asl,
}


@pytest.mark.parametrize("key", CODE)
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16", "bfloat16"])
@pytest.mark.parametrize("which", ["mild", "harsh", "soft"])
def test_gradient_is_what_torch_gives(key, dtype, which):
    torch = pytest.importorskip("torch")
    logits, targets = {
        "mild": (SAMPLE, HARD),
        "harsh": (HARSH, HARSH_TARGETS),
        "soft": (SAMPLE, SOFT),
    }[which]
    s = torch.tensor(logits, dtype=getattr(torch, dtype), requires_grad=True)
    value = CODE[key](torch, s, torch.tensor(targets, dtype=s.dtype))
    value.backward()
    mine = as_bfloat16(logits) if dtype == "bfloat16" else logits.astype(dtype)
    tolerance = {"float64": 1e-12, "float32": 1e-5, "float16": 0.01, "bfloat16": 0.06}[dtype]
    form = FORMS[key]
    np.testing.assert_allclose(
        np.asarray(form.value(mine, targets), dtype=float), value.item(), rtol=tolerance, atol=tolerance
    )
    np.testing.assert_allclose(
        np.asarray(form.gradient(mine, targets), dtype=float),
        s.grad.double().numpy(),
        rtol=tolerance,
        atol=tolerance,
    )
