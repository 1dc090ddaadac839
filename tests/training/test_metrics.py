"""Metrics: each against a plain loop over runs, rows and classes, and alike on NumPy and torch."""

from __future__ import annotations

import math
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra import numpy as arrays

from explorer.analysis.decisions import f1 as f1_of_sample
from explorer.analysis.thresholds import f1_over
from explorer.losses import LOSSES
from explorer.training.metrics import METRICS, Seen, usual
from explorer.training.scores import f1 as f1_module
from explorer.training.scores.calibration import binned, gaps_of_bins
from explorer.training.scores.f1 import best_f1, counted
from explorer.training.scores.lengths import length, mean_length
from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

KEYS = ("zlpr", "smoothed_zlpr", "bce", "cross_entropy", "combinatorial_softmax", "asl", "r_drop",
        "symmetric_kl_sigmoid")  # fmt: skip
RUNS, ROWS, CLASSES = 3, 7, 4


def case(key: str, *, soft: bool = False, shared: bool = False, size: float = 2.0, seed: int = 0) -> Seen:
    """Return random runs of a loss at its default settings, on NumPy."""
    random = np.random.default_rng(seed)
    logits, other = random.normal(scale=size, size=(2, RUNS, ROWS, CLASSES))
    targets = random.uniform(size=(1 if shared else RUNS, ROWS, CLASSES))
    if not soft:
        targets = (targets > 0.6).astype(np.float64)
        targets[..., 0] = 1.0  # cross entropy says nothing of a row without labels
    weights = (random.normal(size=(RUNS, 5, CLASSES)), random.normal(size=(RUNS, 3, 2)))
    loss = LOSSES[key]
    settings_of_it = {name: each for name, each in loss.settings().items() if name != loss.other_parameter}
    return Seen(np, loss, settings_of_it, logits, targets, weights, other)


def each_run(seen: Seen) -> list[tuple[Numbers, Numbers, Numbers]]:
    """Return logits, targets and other logits of each run, (rows, n)."""
    targets = np.broadcast_to(seen.targets, seen.logits.shape)
    return list(zip(seen.logits, targets, seen.other, strict=True))


def by_rows(seen: Seen, number: Callable[[Numbers, Numbers, Numbers], float]) -> list[float]:
    """Return the mean over rows of a number of each row, run by run."""
    return [fmean(number(*row) for row in zip(*run, strict=True)) for run in each_run(seen)]


def asked(seen: Seen, name: str, logits: Numbers, targets: Numbers, other: Numbers) -> Any:
    """Return what the loss itself says of one row: its value or gradient."""
    loss, arguments = seen.loss, dict(seen.settings)
    if loss.other_parameter is not None:
        arguments[loss.other_parameter] = other
    return getattr(loss, name)(logits, other if loss.inputs[1] == "other logits" else targets, **arguments)


def side(seen: Seen, on: bool) -> Callable[[Numbers, Numbers, Numbers], float]:
    """Return a function that sums the sizes of the slopes of one side of a row."""

    def found(logits: Numbers, targets: Numbers, other: Numbers) -> float:
        slopes = asked(seen, "gradient", logits, targets, other)
        return math.fsum(abs(slope) for slope, t in zip(slopes, targets, strict=True) if (t > 0.5) == on)

    return found


def predicted(seen: Seen, logits: Numbers, targets: Numbers) -> list[bool]:
    """Return what the loss decides on one row."""
    return seen.loss.decide(logits, targets, **seen.settings).tolist()


def pairs(seen: Seen) -> list[list[list[tuple[bool, bool]]]]:
    """Return for each run, row and class whether it is predicted, and whether it is labelled."""
    return [
        [
            list(zip(predicted(seen, s, t), (t > 0.5).tolist(), strict=True))
            for s, t in zip(logits, targets, strict=True)
        ]
        for logits, targets, _ in each_run(seen)
    ]


def f1(them: list[tuple[bool, bool]]) -> float:
    both = sum(on and there for on, there in them)
    total = sum(on + there for on, there in them)
    return 2 * both / total if total else 1.0


def micro(seen: Seen) -> list[float]:
    return [f1([pair for row in run for pair in row]) for run in pairs(seen)]


def macro(seen: Seen) -> list[float]:
    return [fmean(f1([row[place] for row in run]) for place in range(CLASSES)) for run in pairs(seen)]


def best(logits: Numbers, targets: Numbers) -> float:
    """Return the largest F1 over a threshold below all numbers, and at each of them."""
    return float(f1_over(logits, targets, [-np.inf, *logits.ravel()]).max())


def softmaxes(logits: Numbers) -> list[float]:
    terms = [math.exp(s - max(logits)) for s in logits]
    return [term / math.fsum(terms) for term in terms]


def entropy(logits: Numbers, _targets: Numbers, _other: Numbers) -> float:
    return -math.fsum(p * math.log(p) for p in softmaxes(logits))


def norm(numbers: Any) -> float:
    return math.sqrt(math.fsum(float(each) ** 2 for each in np.ravel(numbers)))


def calibration(seen: Seen, index: int) -> list[float]:
    """Return the calibration error of a reading, bin by bin, or class by class where targets are soft."""
    if index >= len(seen.loss.readings):
        return [math.nan] * RUNS
    found = []
    for logits, targets, _ in each_run(seen):
        read = seen.loss.read(seen.loss.readings[index], logits, **seen.settings)
        points = list(zip(read.ravel().tolist(), targets.ravel().tolist(), strict=True))
        if any(t not in (0.0, 1.0) for _, t in points):
            found.append(fmean(abs(p - t) for p, t in points))
            continue
        bins = [[point for point in points if min(int(10 * point[0]), 9) == place] for place in range(10)]
        gaps = [len(own) * abs(fmean(p for p, _ in own) - fmean(t for _, t in own)) for own in bins if own]
        found.append(math.fsum(gaps) / len(points))
    return found


ORACLES: dict[str, Callable[[Seen], list[float]]] = {
    "loss": lambda seen: by_rows(seen, lambda *row: float(asked(seen, "value", *row))),
    "positive_gradient": lambda seen: by_rows(seen, side(seen, on=True)),
    "negative_gradient": lambda seen: by_rows(seen, side(seen, on=False)),
    "labelled_share": lambda seen: [
        on / (on + off)
        for on, off in zip(by_rows(seen, side(seen, True)), by_rows(seen, side(seen, False)), strict=True)
    ],
    "logit_norm": lambda seen: by_rows(seen, lambda logits, *_: norm(logits)),
    "weight_norm": lambda seen: [norm([norm(own[run]) for own in seen.weights]) for run in range(RUNS)],
    "largest_logit": lambda seen: by_rows(seen, lambda logits, *_: max(logits.tolist())),
    "largest_probability": lambda seen: by_rows(seen, lambda logits, *_: max(softmaxes(logits))),
    "entropy": lambda seen: by_rows(seen, entropy),
    "micro_f1": micro,
    "macro_f1": macro,
    "best_micro_f1": lambda seen: [best(logits, targets) for logits, targets, _ in each_run(seen)],
    "best_macro_f1": lambda seen: [
        fmean(best(s, t) for s, t in zip(logits.T, targets.T, strict=True))
        for logits, targets, _ in each_run(seen)
    ],
    "exact_match": lambda seen: [fmean(all(on == t for on, t in row) for row in run) for run in pairs(seen)],
    "calibration_1": lambda seen: calibration(seen, 0),
    "calibration_2": lambda seen: calibration(seen, 1),
}


def test_every_metric_has_an_oracle_here() -> None:
    assert list(METRICS) == list(ORACLES)


@pytest.mark.parametrize("shared", [False, True], ids=["own targets", "shared targets"])
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", METRICS)
def test_a_metric_is_what_a_plain_loop_finds(name: str, key: str, shared: bool) -> None:
    seen = case(key, shared=shared)
    found = METRICS[name].function(seen)
    assert found.shape == (RUNS,)
    np.testing.assert_allclose(found, ORACLES[name](seen), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("key", ["smoothed_zlpr", "bce"])
@pytest.mark.parametrize("name", METRICS)
def test_a_metric_of_soft_targets_is_what_a_plain_loop_finds(name: str, key: str) -> None:
    seen = case(key, soft=True)
    np.testing.assert_allclose(METRICS[name].function(seen), ORACLES[name](seen), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", METRICS)
def test_a_metric_is_the_same_on_torch_and_in_float32(name: str, key: str) -> None:
    torch = pytest.importorskip("torch")
    from array_api_compat import torch as xp

    seen = case(key, seed=1)
    expected = METRICS[name].function(seen)
    for dtype, digits in ((torch.float64, 1e-12), (torch.float32, 1e-5)):
        found = METRICS[name].function(
            converted(seen, xp, lambda each, dtype=dtype: torch.tensor(each, dtype=dtype))
        )
        assert found.dtype == dtype
        np.testing.assert_allclose(found.numpy(), expected, rtol=digits, atol=digits)
    single = METRICS[name].function(converted(seen, np, lambda each: each.astype(np.float32)))
    assert single.dtype == np.float32
    np.testing.assert_allclose(single, expected, rtol=1e-5, atol=1e-5)


def converted(seen: Seen, xp: Any, convert: Callable[[Numbers], Any]) -> Seen:
    """Return the same runs as other arrays."""
    logits, targets, other = map(convert, (seen.logits, seen.targets, seen.other))
    return Seen(xp, seen.loss, seen.settings, logits, targets, tuple(map(convert, seen.weights)), other)


@pytest.mark.parametrize("name", METRICS)
def test_a_run_does_not_depend_on_its_neighbours(name: str) -> None:
    seen = case("zlpr", seed=2)
    alone = Seen(
        np, seen.loss, {}, seen.logits[1:2], seen.targets[1:2], tuple(each[1:2] for each in seen.weights)
    )  # fmt: skip
    np.testing.assert_array_equal(METRICS[name].function(alone), METRICS[name].function(seen)[1:2])


@pytest.mark.parametrize("size", [1e-6, 1.0, 1e4])
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", METRICS)
def test_a_metric_lies_between_its_bounds(name: str, key: str, size: float) -> None:
    metric = METRICS[name]
    for soft in (False, True) if LOSSES[key].labels.value.startswith("soft") else (False,):
        found = metric.function(case(key, soft=soft, size=size))
        if not np.isnan(found).all():
            assert (found >= metric.low).all()
            assert (found <= metric.high + 1e-12).all()


LOGITS = arrays.arrays(
    np.float32, arrays.array_shapes(min_dims=2, max_dims=2, max_side=6), elements=some.integers(-3, 3)
)


@given(LOGITS, some.data())
def test_best_f1_is_the_best_of_all_thresholds(logits: NDArray[np.float32], data: some.DataObject) -> None:
    """Whole numbers, so that many logits are equal."""
    logits = logits * np.float32(0.37) * data.draw(some.sampled_from([1.0, 1e30, 1e-40]))
    labelled = data.draw(arrays.arrays(np.bool_, logits.shape))
    expected = [best(s, t.astype(float)) for s, t in zip(logits, labelled, strict=True)]
    by_keys = best_f1(np, logits.astype(np.float32), labelled)
    by_order = f1_module._by_order(np, logits.astype(np.float32), labelled)
    np.testing.assert_allclose(by_keys, expected, rtol=1e-6)
    np.testing.assert_array_equal(by_keys, by_order)
    for quicker in (f1_module._by_keys, f1_module._by_search):  # one for many labels, one for few
        np.testing.assert_array_equal(quicker(logits.astype(np.float32), labelled), by_order)
    np.testing.assert_allclose(best_f1(np, logits.astype(np.float64), labelled), expected, rtol=1e-15)


def test_torch_finds_the_same_where_it_sorts_and_counts_itself() -> None:
    """As it does on a GPU; here its arrays are not lent to NumPy."""
    torch = pytest.importorskip("torch")
    from array_api_compat import torch as xp

    random = np.random.default_rng(4)
    logits = random.integers(-3, 4, size=(3, 5, 6)).astype(np.float32)
    labelled, decided = random.random(size=(2, 3, 5, 6)) < 0.4
    found = best_f1.__wrapped__(xp, torch.tensor(logits), torch.tensor(labelled))
    np.testing.assert_array_equal(found.numpy(), best_f1(np, logits, labelled))
    counts = counted.__wrapped__(xp, torch.tensor(decided), torch.tensor(labelled))
    for ours, expected in zip(counts, counted(np, decided, labelled), strict=True):
        np.testing.assert_array_equal(ours.numpy(), expected)


def test_zero_and_minus_zero_are_one_logit() -> None:
    logits, labelled = np.array([[0.0, -0.0]], dtype=np.float32), np.array([[False, True]])
    assert best_f1(np, logits, labelled).tolist() == [pytest.approx(2.0 / 3.0)]
    assert best_f1(np, -logits, labelled).tolist() == [pytest.approx(2.0 / 3.0)]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_best_f1_is_nan_where_a_logit_is(dtype: Any) -> None:
    found = best_f1(np, np.array([[1.0, np.nan], [1.0, 2.0]], dtype=dtype), np.array([[True, False]] * 2))
    np.testing.assert_allclose(found, [np.nan, 2.0 / 3.0], rtol=1e-6)


HANDMADE = [
    # predicted, labelled, micro F1, macro F1, exact match; rows of two runs are one run here
    ([[1, 0], [1, 1]], [[1, 0], [0, 1]], 4 / 5, (2 / 3 + 1) / 2, 1 / 2),
    ([[0, 0], [0, 0]], [[0, 0], [0, 0]], 1.0, 1.0, 1.0),
    ([[0, 0], [0, 0]], [[1, 0], [0, 0]], 0.0, 1 / 2, 1 / 2),
    ([[1, 1], [1, 1]], [[0, 0], [0, 0]], 0.0, 0.0, 0.0),
    ([[1, 1], [0, 0]], [[1, 1], [0, 0]], 1.0, 1.0, 1.0),
    ([[1, 0], [0, 1]], [[0, 1], [1, 0]], 0.0, 0.0, 0.0),
]


@pytest.mark.parametrize(("decided", "labelled", "of_all", "of_each", "exact"), HANDMADE)
def test_f1_and_exact_match_by_hand(
    decided: list[list[int]], labelled: list[list[int]], of_all: float, of_each: float, exact: float
) -> None:
    logits = np.where(np.array([decided]) == 1, 0.5, -0.5)
    seen = Seen(np, LOSSES["zlpr"], {}, logits, np.array([labelled], dtype=float))
    found = [float(METRICS[name].function(seen)[0]) for name in ("micro_f1", "macro_f1", "exact_match")]
    assert found == pytest.approx([of_all, of_each, exact])


@settings(max_examples=30)
@given(some.integers(0, 2**32), some.integers(1, 6))
def test_f1_of_one_row_is_that_of_a_sample_in_the_window(seed: int, classes: int) -> None:
    random = np.random.default_rng(seed)
    logits, targets = random.normal(size=(1, 1, classes)), random.integers(0, 3, size=(1, 1, classes)) / 2.0
    seen = Seen(np, LOSSES["bce"], LOSSES["bce"].settings(), logits, targets)
    assert METRICS["micro_f1"].function(seen)[0] == f1_of_sample(logits[0, 0] > 0.0, targets[0, 0])
    assert METRICS["best_micro_f1"].function(seen)[0] == best(logits[0, 0], targets[0, 0])


def test_gradient_of_a_row_at_0_is_split_as_is_known() -> None:
    """n = 1000, k = 3: ZLPR k / (k + 1) and (n - k) / (n - k + 1), BCE k / 2 and (n - k) / 2."""
    targets = (np.arange(1_000) < 3).astype(float).reshape(1, 1, -1)
    for key, on, off in (("zlpr", 3 / 4, 997 / 998), ("bce", 1.5, 498.5)):
        seen = Seen(np, LOSSES[key], LOSSES[key].settings(), np.zeros((1, 1, 1_000)), targets)
        assert METRICS["positive_gradient"].function(seen)[0] == pytest.approx(on, rel=1e-12)
        assert METRICS["negative_gradient"].function(seen)[0] == pytest.approx(off, rel=1e-12)
        assert METRICS["labelled_share"].function(seen)[0] == pytest.approx(on / (on + off), rel=1e-12)


def test_a_reading_is_compared_with_chances_where_they_are_known() -> None:
    """sigma(0) = 1/2 for every label, whatever was drawn."""
    chances = np.array([[[0.1, 0.9, 0.5]]])
    labels = np.array([[[0.0, 1.0, 1.0], [0.0, 1.0, 0.0]]])
    seen = Seen(np, LOSSES["bce"], LOSSES["bce"].settings(), np.zeros((1, 2, 3)), labels, chances=chances)
    assert METRICS["calibration_1"].function(seen)[0] == pytest.approx((0.4 + 0.4 + 0.0) / 3)


def test_expected_calibration_error_by_hand() -> None:
    """Bins [0.2, 0.3): 0.25 against 1/2; [0.9, 1]: 0.95 and 1 against 1 and 0."""
    read = np.array([[[0.25, 0.25], [0.95, 1.0]]])
    labels = np.array([[[0.0, 1.0], [1.0, 0.0]]])
    expected = (2 * 0.25 + 2 * 0.475) / 4
    seen = Seen(np, LOSSES["abs_kl"], LOSSES["abs_kl"].settings(), read, labels)
    assert binned(seen, lambda logits: logits)[0] == pytest.approx(expected)
    assert METRICS["calibration_1"].function(seen)[0] == pytest.approx(expected)


def test_runs_with_soft_and_with_hard_targets_are_each_judged_by_their_own() -> None:
    soft, hard = case("bce", soft=True), case("bce")
    targets = np.concatenate((soft.targets[:1], hard.targets[1:]))
    mixed = Seen(np, soft.loss, soft.settings, soft.logits, targets)
    found = METRICS["calibration_1"].function(mixed)
    assert found[0] == METRICS["calibration_1"].function(soft)[0]
    expected = METRICS["calibration_1"].function(
        Seen(np, soft.loss, soft.settings, soft.logits, hard.targets)
    )
    np.testing.assert_array_equal(found[1:], expected[1:])


def test_bins_are_counted_alike_where_torch_does_it_itself() -> None:
    torch = pytest.importorskip("torch")
    from array_api_compat import torch as xp

    random = np.random.default_rng(3)
    read, labels = random.uniform(size=(2, 5, 4)), random.integers(0, 2, size=(2, 5, 4)).astype(float)
    read[0, 0] = [0.0, 1.0, 0.1, 0.3]
    found = gaps_of_bins.__wrapped__(xp, torch.tensor(read), torch.tensor(labels))
    np.testing.assert_allclose(found.numpy(), gaps_of_bins(np, read, labels), rtol=1e-14, atol=1e-15)


def test_only_metrics_that_say_something_are_usual() -> None:
    free, linear = TASKS["logits"].shape({}), TASKS["linear"].shape({})
    zlpr, entropy_of_classes = LOSSES["zlpr"], LOSSES["cross_entropy"]
    assert set(METRICS) - set(usual(linear, [zlpr])) == set()
    assert set(METRICS) - set(usual(free, [zlpr])) == {"weight_norm", "best_macro_f1"}
    assert set(METRICS) - set(usual(linear, [entropy_of_classes])) == {"calibration_2"}
    assert set(METRICS) - set(usual(linear, [entropy_of_classes, zlpr])) == set()


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_says_what_it_is(name: str) -> None:
    metric = METRICS[name]
    assert metric.key == name
    assert metric.title
    assert metric.words.endswith(".")
    assert metric.low < metric.high


@pytest.mark.parametrize("size", [1e-30, 1e15, 1e20, 1e30])
@pytest.mark.parametrize("key", KEYS)
def test_very_large_and_small_logits_in_float32_have_the_metrics_of_float64(key: str, size: float) -> None:
    seen = case(key)
    big = [(array * size).astype(np.float32) for array in (seen.logits, seen.other, *seen.weights)]

    def taken(dtype: type) -> dict[str, Any]:
        logits, other, *weights = (array.astype(dtype) for array in big)
        own = Seen(np, seen.loss, seen.settings, logits, seen.targets.astype(dtype), weights, other)
        with np.errstate(all="ignore"):
            return {name: metric.function(own) for name, metric in METRICS.items()}

    wide, narrow = taken(np.float64), taken(np.float32)
    for name in METRICS:
        np.testing.assert_allclose(narrow[name], wide[name], rtol=2e-3, atol=1e-5, err_msg=name)
    for name in ("logit_norm", "weight_norm"):
        np.testing.assert_allclose(narrow[name], wide[name], rtol=1e-5, err_msg=name)


def test_a_norm_of_infinite_and_missing_numbers_says_so_of_its_run_alone() -> None:
    rows = np.array([[[3.0, 4.0]], [[np.inf, 1.0]], [[np.nan, np.inf]], [[0.0, 0.0]]], dtype=np.float32)
    expected = [5.0, np.inf, np.nan, 0.0]
    np.testing.assert_array_equal(mean_length(np, rows), expected)
    np.testing.assert_array_equal(length(np, (rows,)), expected)
