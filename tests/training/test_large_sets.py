"""The best F1 of a large set: that of sorting all of it, however its logits lie in bins."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.training.metrics import METRICS, Seen
from explorer.training.scores import f1, large_sets
from explorer.training.scores.large_sets import best_of_one

SIZE = 400
NORMAL = np.random.default_rng(5).normal(size=SIZE)
LABELLED = np.random.default_rng(6).random(SIZE) < 0.2
LOGITS = {
    "noise": NORMAL,
    "learned": NORMAL + 2.0 * LABELLED,
    "the wrong way": NORMAL - 2.0 * LABELLED,
    "one far out": np.where(np.arange(SIZE) == 7, 1e30, NORMAL + LABELLED),
    "of every size": np.sign(NORMAL) * 10.0 ** (10.0 * NORMAL),
    "a few values": np.round(NORMAL + LABELLED),
    "all equal": np.zeros(SIZE),
    "both zeros": np.where(LABELLED, 0.0, -0.0),
}


@pytest.fixture
def small_bins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four bins, of which one or two fill what is sorted together."""
    monkeypatch.setattr(large_sets, "BINS", 4)
    monkeypatch.setattr(large_sets, "AT_ONCE", 16)


def by_order(logits: Any, labelled: Any) -> Any:
    return f1._by_order(np, logits[None], labelled[None])[0]


@pytest.mark.usefixtures("small_bins")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("some", [1, 5, 80, SIZE])
@pytest.mark.parametrize("key", LOGITS)
def test_it_is_that_of_sorting_all(key: str, some: int, dtype: str) -> None:
    logits = LOGITS[key].astype(dtype)
    labelled = LABELLED & (np.cumsum(LABELLED) <= some)
    for own in (labelled, ~labelled, np.ones(SIZE, dtype=bool)):
        assert best_of_one(logits, own, lambda: None) == by_order(logits, own)


@pytest.mark.usefixtures("small_bins")
def test_every_threshold_may_be_the_best() -> None:
    for place in range(SIZE):
        logits = np.arange(SIZE, dtype=np.float64) ** 3
        labelled = np.arange(SIZE) == place
        labelled[place + 3 :: 7] = True
        assert best_of_one(logits, labelled, lambda: None) == by_order(logits, labelled)


@pytest.mark.usefixtures("small_bins")
def test_the_ends_of_what_numbers_reach() -> None:
    logits = np.where(np.arange(SIZE) == 3, -1.7e308, np.where(LABELLED, 1.7e308, NORMAL))
    assert best_of_one(logits, LABELLED, lambda: None) == by_order(logits, LABELLED) == 1.0


def test_nothing_labelled_is_1() -> None:
    assert best_of_one(NORMAL, np.zeros(SIZE, dtype=bool), lambda: None) == 1.0


def test_with_bins_as_they_are_little_is_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    size = 300_000
    labelled = random.random(size) < 0.05
    logits = (random.normal(size=size) + 2.0 * labelled).astype(np.float32)
    sizes = []
    whole = large_sets._sorted
    monkeypatch.setattr(large_sets, "_sorted", lambda *given: [sizes.append(len(given[0])), whole(*given)][1])
    assert best_of_one(logits, labelled, lambda: None) == by_order(logits, labelled)
    assert sum(sizes) < size / 20


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_metric_takes_large_sets_so_with_pauses(dtype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f1, "LARGE", SIZE)
    logits = np.stack([LOGITS["learned"], LOGITS["noise"], np.full(SIZE, np.nan)]).astype(dtype)
    targets = np.broadcast_to(LABELLED.astype(dtype), logits.shape)
    calls: list[None] = []
    shape = (3, 20, SIZE // 20)
    seen = Seen(
        np, LOSSES["bce"], {}, logits.reshape(shape), targets.reshape(shape), pause=lambda: calls.append(None)
    )
    found = METRICS["best_micro_f1"].function(seen)
    np.testing.assert_array_equal(found, [*(by_order(each, LABELLED) for each in logits[:2]), np.nan])
    assert found.dtype == logits.dtype
    assert len(calls) >= 2
