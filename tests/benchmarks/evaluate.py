"""Value and gradient of every sample, 100,000 x 100: closed forms beside torch as a user would write it.

Both in one process with as many threads; medians of runs that alternate. Each loss has a process of its own:
memory that an earlier one left behind would spare torch the new pages that its arrays wait for. `extra_mb` is
the highest RssAnon of one more run above what the process had before it, the answers of 81 MB included: what
a process has for itself, Linux only. `differs` is the largest difference of the two answers, relative to 1
and more.

Options: `--float32`, `--keys bce,zlpr`, `--threads 2`, `--runs 7`.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.analysis.whole import evaluate_whole
from explorer.catalogue import Labels
from explorer.losses import LOSSES
from tests.benchmarks._written import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.catalogue import Loss

SHAPE = (100_000, 100)
RUNS, THREADS = "7", "2"
LABELLED = 0.05  # of the classes, in hard label sets
MOST_LABELS = 5  # where sets of classes are counted: as many as `combinatorial_threshold` takes


def run() -> dict[str, object]:
    """Milliseconds, times faster, and peak memory by loss."""
    keys = _option("--keys", ",".join(LOSSES.own)).split(",")
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        found = dict(zip(keys, pool.map(_compared, keys), strict=True))
    return {"shape": SHAPE, "dtype": _dtype(), "threads": _threads(), "losses": found}


def _option(name: str, usual: str) -> str:
    words = sys.argv[1:]
    return words[words.index(name) + 1] if name in words else usual


def _dtype() -> str:
    return "float32" if "--float32" in sys.argv[1:] else "float64"


def _threads() -> int:
    return int(_option("--threads", THREADS))


def _compared(key: str) -> dict[str, Any]:
    import torch

    loss, threads = LOSSES[key], _threads()
    torch.set_num_threads(threads)
    logits, targets, settings = problem(loss, SHAPE, _dtype())
    same = [torch.from_numpy(array) for array in (logits, targets, *settings.values())]
    ways: dict[str, Callable[[], Any]] = {
        "ours": lambda: evaluate_whole(loss, logits, targets, settings, threads=threads),
        "torch": lambda: by_torch(loss.key, *same),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    answers = {name: _as_numpy(way()) for name, way in ways.items()}  # also warms up
    differs = max(_difference(*both) for both in zip(*answers.values(), strict=True))
    del answers
    for _ in range(int(_option("--runs", RUNS))):
        for name, way in ways.items():
            begin = perf_counter()
            way()
            seconds[name].append(perf_counter() - begin)
    ours, theirs = (median(times) for times in seconds.values())
    memory = {name: _peak(way) for name, way in ways.items()}
    return {
        "ours_ms": round(ours * 1e3, 1),
        "torch_ms": round(theirs * 1e3, 1),
        "times_faster": round(theirs / ours, 1),
        "ours_extra_mb": memory["ours"],
        "torch_extra_mb": memory["torch"],
        "memory_ratio": round(memory["ours"] / max(memory["torch"], 1.0), 2),
        "differs": float(f"{differs:.1e}"),
    }


def problem(
    loss: Loss, shape: tuple[int, int], dtype: str
) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    """Logits, targets of the kind that the loss takes, and other logits as settings where it has them."""
    random = np.random.default_rng(0)
    logits = random.normal(0.0, 2.0, shape)
    targets = _targets(loss, random, shape)
    if loss.inputs[0] == "cosines":
        logits = np.tanh(logits / 4.0)
    elif loss.inputs[0] == "predictions":
        logits = 1.0 / (1.0 + np.exp(-logits))
    other = loss.other_parameter
    settings = {} if other is None else {other: random.normal(0.0, 2.0, shape).astype(dtype)}
    return logits.astype(dtype), targets.astype(dtype), settings


def _targets(loss: Loss, random: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    if loss.inputs[1] == "other logits":
        return random.normal(0.0, 2.0, shape)
    if loss.labels.is_one:
        targets = np.zeros(shape)
        targets[np.arange(shape[0]), random.integers(0, shape[1], shape[0])] = 1.0
    elif loss.key.startswith("combinatorial"):
        ranks = random.random(shape).argsort(axis=-1)
        targets = (ranks < random.integers(1, MOST_LABELS + 1, (shape[0], 1))).astype(float)
    elif loss.labels is Labels.SOFT and loss.key == "soft_zlpr":
        targets = random.uniform(0.01, 0.99, shape)  # plain code takes the logarithms of t and of 1 - t
    else:
        targets = (random.random(shape) < LABELLED).astype(float)
        targets[:, 0], targets[:, 1] = 1.0, 0.0
    return targets


def by_torch(key: str, logits: Any, *others: Any) -> tuple[Any, Any]:
    """Value and gradient by automatic differentiation of the written code."""
    leaf = logits.detach().requires_grad_(True)
    values = WRITTEN[key](leaf, *others)
    values.sum().backward()
    return values.detach(), leaf.grad


def _as_numpy(answer: tuple[Any, Any]) -> tuple[np.ndarray, ...]:
    return tuple(np.asarray(part) for part in answer)


def _difference(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.max(np.abs(first - second) / np.maximum(1.0, np.abs(second))))


def _peak(way: Callable[[], Any]) -> float:
    """Megabytes that a call takes at most, above what there was."""
    before, most, ended = _rss_anon(), [0.0], Event()

    def watch() -> None:
        while not ended.wait(0.0005):
            most[0] = max(most[0], _rss_anon())

    watcher = Thread(target=watch)
    watcher.start()
    answer = way()
    most[0] = max(most[0], _rss_anon())
    ended.set()
    watcher.join()
    del answer
    return round(most[0] - before, 1)


def _rss_anon() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon")), 0.0)
