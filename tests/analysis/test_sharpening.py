from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.analysis import sharpening
from explorer.analysis.readings import sigma, softmax
from explorer.analysis.sharpening import (
    alpha_grid,
    loss_against_alpha,
    sharpness,
    sigmoid_bands,
    softmax_bands,
)
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from tests.analysis.conftest import make_sample, random_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike

    from explorer.analysis.sharpening import Bands
    from explorer.study.table import Sample

ALPHAS = alpha_grid(0.1, 10.0, 21)


def softmax_curves(sample: Sample, alphas: ArrayLike) -> np.ndarray:
    return softmax(np.multiply.outer(np.asarray(alphas), sample.logits))


def sigmoid_curves(sample: Sample, alphas: ArrayLike) -> np.ndarray:
    return sigma(np.multiply.outer(np.asarray(alphas), sample.logits))


def test_alpha_grid_is_even_in_its_logarithm() -> None:
    grid = alpha_grid(0.1, 10.0, 5)
    np.testing.assert_allclose(grid, [0.1, 10**-0.5, 1.0, 10**0.5, 10.0], rtol=1e-14)
    assert alpha_grid(0.1, 10.0, 5) is grid


@pytest.mark.parametrize("count", [4, 61])
def test_softmax_by_hand(count: int) -> None:
    sample = random_sample(count)
    for row, alpha in zip(softmax_bands(sample, ALPHAS, range(count)).curves, ALPHAS, strict=True):
        powers = [math.exp(alpha * logit) for logit in sample.logits]
        assert row == pytest.approx([power / math.fsum(powers) for power in powers], rel=1e-12)


def test_sigma_by_hand() -> None:
    sample = random_sample(4)
    for row, alpha in zip(sigmoid_bands(sample, ALPHAS, range(4)).curves, ALPHAS, strict=True):
        assert row == pytest.approx(
            [1 / (1 + math.exp(-alpha * logit)) for logit in sample.logits], rel=1e-14
        )


def test_the_example_of_overconfidence() -> None:
    sample = make_sample([1.5, 1.2, 1.0], [1.0, 0.0, 0.0])
    answer = sharpness(sample, (1.0, 5.0))
    np.testing.assert_allclose(answer.entropy, [1.077, 0.680], atol=5e-4)
    np.testing.assert_allclose(answer.effective, [2.94, 1.97], atol=5e-3)
    bands = softmax_bands(sample, [5.0], (0, 1, 2))
    np.testing.assert_allclose(bands.curves[0], [0.766, 0.171, 0.063], atol=5e-4)
    losses = loss_against_alpha(sample, ShownLoss("cross_entropy"), (1.0, 5.0))
    np.testing.assert_allclose(losses, [0.853287, 0.266368], atol=5e-7)


@pytest.mark.parametrize("count", [1, 2, 70, 20_000])
def test_entropy_by_hand(count: int) -> None:
    sample = random_sample(count, labels=1)
    answer = sharpness(sample, [0.0, 0.5, 8.0])
    curves = softmax_curves(sample, [0.0, 0.5, 8.0])
    for entropy, effective, row in zip(answer.entropy, answer.effective, curves, strict=True):
        expected = -math.fsum(p * math.log(p) for p in row.tolist() if p > 0)
        assert entropy == pytest.approx(expected, rel=1e-11, abs=1e-13)
        assert effective == pytest.approx(math.exp(expected), rel=1e-11)
    assert answer.effective[0] == pytest.approx(count, rel=1e-12)


@pytest.mark.parametrize(
    ("bands_of", "curves_of"), [(softmax_bands, softmax_curves), (sigmoid_bands, sigmoid_curves)]
)
@pytest.mark.parametrize("count", [3, 4, 61, 998])
def test_bands_are_the_quantiles_of_the_others(
    bands_of: Callable[..., Bands], curves_of: Callable[..., np.ndarray], count: int
) -> None:
    sample, named = random_sample(count), (2, 0)
    bands, curves = bands_of(sample, ALPHAS, named), curves_of(sample, ALPHAS)
    np.testing.assert_allclose(bands.curves, curves[:, list(named)], rtol=1e-12)
    others = np.delete(curves, named, axis=1)
    np.testing.assert_allclose(
        bands.quantiles, np.quantile(others, (0, 0.25, 0.5, 0.75, 1), axis=1), rtol=1e-12
    )
    assert bands.others == count - 2
    assert bands.named == named


@pytest.mark.parametrize("moving", [0, 3, 69])
@pytest.mark.parametrize("logit", [-np.inf, -30.0, 0.0, 2.0, 40.0])
def test_bands_do_not_depend_on_which_class_may_move(moving: int, logit: float) -> None:
    logits = random_sample(70).logits.copy()
    logits[moving] = logit
    sample = make_sample(logits, np.zeros(70))
    bands, curves = softmax_bands(sample, ALPHAS[1:], (moving, 5), moving), softmax_curves(sample, ALPHAS[1:])
    np.testing.assert_allclose(bands.curves, curves[:, [moving, 5]], rtol=1e-12)


def test_what_stays_is_summed_once_while_a_class_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    first = random_sample(300)
    sums: list[int] = []
    blocks = sharpening._blocks
    monkeypatch.setattr(sharpening, "_blocks", lambda *shape: sums.append(1) or blocks(*shape))
    for logit in (-1.0, 0.0, 3.0):
        logits = first.logits.copy()
        logits[7] = logit
        softmax_bands(make_sample(logits, first.targets), ALPHAS, (7,), 7)
    assert len(sums) == 1


def test_a_class_alone_has_all() -> None:
    sample = make_sample([0.5, -np.inf, -np.inf], [1.0, 0.0, 0.0])
    for moving in range(3):
        assert softmax_bands(sample, [0.5, 2.0], (0,), moving).curves.tolist() == [[1.0], [1.0]]


def test_bands_without_others() -> None:
    bands = softmax_bands(random_sample(2), ALPHAS, (0, 1))
    assert bands.others == 0
    assert bands.quantiles.shape == (5, len(ALPHAS))
    assert np.isnan(bands.quantiles).all()


@pytest.mark.parametrize("count", [6, 1_700])
def test_loss_against_alpha_by_hand(shown: ShownLoss, count: int) -> None:
    sample = random_sample(count, labels=1)
    expected = [float(LOSSES[shown.key].value(alpha * sample.logits, sample.targets)) for alpha in ALPHAS]
    np.testing.assert_allclose(loss_against_alpha(sample, shown, ALPHAS), expected, rtol=1e-13)


def test_a_refused_loss_has_no_curve() -> None:
    soft = make_sample([0.0, 1.0], [0.3, 1.0])
    assert np.isnan(loss_against_alpha(soft, ShownLoss("zlpr"), ALPHAS)).all()


@pytest.mark.parametrize("alpha", [-1.0, float("nan")])
def test_alpha_is_not_negative(alpha: float) -> None:
    with pytest.raises(ValueError, match=f"alpha {alpha} is not allowed"):
        softmax_bands(random_sample(3), [1.0, alpha], (0,))


def test_answers_are_kept_and_never_stale() -> None:
    sample = random_sample(5)
    assert sharpness(sample, ALPHAS) is sharpness(sample, ALPHAS.copy())
    assert sharpness(random_sample(5), ALPHAS) is not sharpness(sample, ALPHAS)
    assert sigmoid_bands(sample, ALPHAS, (1,)) is sigmoid_bands(sample, ALPHAS.copy(), (1,))
    assert softmax_bands(sample, ALPHAS, [1]) is softmax_bands(sample, ALPHAS, (1,))
    assert softmax_bands(sample, ALPHAS, [1]) is not softmax_bands(sample, ALPHAS, [2])
    moved = make_sample(sample.logits + np.arange(5), sample.targets)
    moved_curves, curves = (softmax_bands(each, ALPHAS, (1,)).curves for each in (moved, sample))
    assert moved_curves.tolist() != curves.tolist()


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_odd_logits_are_quiet(odd: float, shown: ShownLoss) -> None:
    strange: Sample = make_sample([odd, 1.0, 0.0, -1.0], [0.0, 1.0, 0.0, 0.0])
    alphas = [0.0, 1.0, 10.0]
    assert softmax_bands(strange, alphas, (1,)).curves.shape == (3, 1)
    assert sigmoid_bands(strange, alphas, (1,)).curves.shape == (3, 1)
    assert loss_against_alpha(strange, shown, alphas).shape == (3,)
    # A class that can never be predicted takes nothing from the others; one that always is leaves nothing.
    without = sharpness(make_sample([1.0, 0.0, -1.0], [1.0, 0.0, 0.0]), alphas).entropy
    expected = without if odd == -np.inf else np.full(3, 0.0 if odd == np.inf else np.nan)
    assert sharpness(strange, alphas).entropy == pytest.approx(expected, rel=1e-14, nan_ok=True)


INF = math.inf
EXACT = [  # logits, alpha, effective classes, softmax, sigma
    ((INF, 0.0, 1.0), 1.0, 1.0, (1.0, 0.0, 0.0), (1.0, 0.5, 1 / (1 + math.exp(-1)))),
    ((INF, 0.0, 1.0), 0.0, 1.0, (1.0, 0.0, 0.0), (1.0, 0.5, 0.5)),
    ((INF, INF, 1.0), 2.0, 2.0, (0.5, 0.5, 0.0), (1.0, 1.0, 1 / (1 + math.exp(-2)))),
    ((INF, INF, -INF), 0.0, 2.0, (0.5, 0.5, 0.0), (1.0, 1.0, 0.0)),
    ((-INF, 0.0, 1.0), 0.0, 2.0, (0.0, 0.5, 0.5), (0.0, 0.5, 0.5)),
    ((-INF, -INF, 7.0), 0.0, 1.0, (0.0, 0.0, 1.0), (0.0, 0.0, 0.5)),
    ((1e308, -1e308, 0.0), 0.0, 3.0, (1 / 3, 1 / 3, 1 / 3), (0.5, 0.5, 0.5)),
    ((1e308, -1e308, -1e308), 0.0, 3.0, (1 / 3, 1 / 3, 1 / 3), (0.5, 0.5, 0.5)),
    ((1e308, -1e308, 1e308), 0.01, 2.0, (0.5, 0.0, 0.5), (1.0, 0.0, 1.0)),
    ((-1.7e308, 1.7e308, -1.7e308), 100.0, 1.0, (0.0, 1.0, 0.0), (0.0, 1.0, 0.0)),
]


@pytest.mark.parametrize(("logits", "alpha", "effective", "shares", "sigmas"), EXACT)
def test_infinite_and_largest_logits_exactly(
    logits: tuple[float, ...],
    alpha: float,
    effective: float,
    shares: tuple[float, ...],
    sigmas: tuple[float, ...],
) -> None:
    sample, alphas = make_sample(logits, [1.0, 0.0, 0.0]), [alpha, 1.0]
    answer = sharpness(sample, alphas)
    assert answer.entropy[0] == pytest.approx(math.log(effective), abs=1e-15)
    assert answer.effective[0] == pytest.approx(effective, rel=1e-15)
    for moving in range(3):
        bands = softmax_bands(sample, alphas, (0, 1, 2), moving)
        assert bands.curves[0] == pytest.approx(shares, rel=1e-15, abs=0.0)
    others = softmax_bands(sample, alphas, (1,)).quantiles[:, 0]
    low, high = sorted((shares[0], shares[2]))
    assert others == pytest.approx([low + part * (high - low) for part in (0, 0.25, 0.5, 0.75, 1)], rel=1e-15)
    assert sigmoid_bands(sample, alphas, (0, 1, 2)).curves[0] == pytest.approx(sigmas, rel=1e-15, abs=0.0)
