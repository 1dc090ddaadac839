"""Starts and data of runs: prepared in pieces, each seed once, in groups of any size with the same bits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training import draws, simulate
from explorer.training.engine import problems
from explorer.training.engine.batches import batches_of
from explorer.training.engine.problems import Problems
from explorer.training.experiment import TaskChoice
from explorer.training.tasks import TASKS
from tests.training.experiments import FREE, LINEAR, same, small

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARED = TaskChoice("logits", (("classes", (4,)), ("drawn", ("once",)), ("rows", (6,))))
LARGE = {"classes": 1_000, "rows": 2_000, "held_rows": 500, "features": 64, "flipped": 0.1}
AT_ONCE = 1 << 19
"""Random words between two pauses at most: some 30 ms with all that is made of them."""


@pytest.mark.parametrize(
    ("key", "settings"),
    [
        ("linear", LARGE),
        ("mlp", {**LARGE, "hidden": 300, "features": 2_000, "rows": 100}),
        ("logits", {"classes": 1_000, "drawn": "once", "rows": 2_000, "together": 0.2}),
        ("logits", {"classes": 1_000_000, "labels": "1 to 5"}),
    ],
)
def test_one_large_run_is_prepared_in_pieces(
    monkeypatch: pytest.MonkeyPatch, key: str, settings: dict[str, Any]
) -> None:
    drawn, counts = draws.words, [0]

    def counted(*given: Any) -> NDArray[np.uint64]:
        made = drawn(*given)
        counts[-1] += made.size
        return made

    monkeypatch.setattr(draws, "words", counted)
    TASKS[key].prepare(settings, [3], pause=lambda: counts.append(0))
    assert sum(counts) > 2 * AT_ONCE
    assert max(counts) <= AT_ONCE


def test_a_pause_ends_the_preparing() -> None:
    def leave() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        TASKS["linear"].prepare({}, [0], pause=leave)


def prepared(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> list[list[int]]:
    """Return the seeds of each group that a simulation prepares."""
    found: list[list[int]] = []
    experiment = small(**changes)
    task = TASKS[experiment.task.kind]
    prepare = task.prepare_function

    def watched(seeds: NDArray[np.int64], *rest: Any) -> Any:
        found.append(seeds.tolist())
        return prepare(seeds, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(problems, "TASKS", {task.key: replace(task, prepare_function=watched)})
        simulate(experiment, "numpy")
    return found


def test_of_one_seed_one_run_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    assert prepared(monkeypatch, seeds=1) == [[0]]
    assert prepared(monkeypatch, seeds=3) == [[0, 1, 2]]


@pytest.mark.parametrize("task", [FREE, LINEAR, SHARED])
def test_groups_of_any_size_train_alike(monkeypatch: pytest.MonkeyPatch, task: TaskChoice) -> None:
    expected = simulate(small(task=task, seeds=5), "numpy")
    for at_once in (1, 60, 130):  # groups of one run, of some, the last with fewer
        monkeypatch.setattr(problems, "AT_ONCE", at_once)
        assert same(simulate(small(task=task, seeds=5), "numpy"), expected)


@pytest.mark.parametrize("task", [FREE, LINEAR, SHARED])
def test_one_seed_trains_as_among_others(task: TaskChoice) -> None:
    alone, among = (simulate(small(task=task, seeds=seeds), "numpy") for seeds in (1, 3))
    for name, values in alone.metrics.items():
        np.testing.assert_array_equal(values[..., 0], among.metrics[name][..., 0])


@pytest.mark.parametrize("task", [FREE, LINEAR, SHARED])
def test_what_all_runs_share_is_one_array_in_groups_of_any_size(
    monkeypatch: pytest.MonkeyPatch, task: TaskChoice
) -> None:
    experiment = small(task=task, seeds=4)
    batch, seeds = batches_of(experiment)[0], np.arange(4)
    whole = Problems(experiment, draws.no_pause).of(batch, seeds)
    monkeypatch.setattr(problems, "AT_ONCE", 1)
    single = Problems(experiment, draws.no_pause).of(batch, seeds)
    for name in ("features", "targets", "held_targets", "chances"):
        one, other = getattr(single, name), getattr(whole, name)
        assert (one is None) == (other is None)
        np.testing.assert_array_equal(one, other)


def test_few_large_groups_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = small(task=LINEAR, seeds=6)
    batch = batches_of(experiment)[0]
    monkeypatch.setattr(problems, "AT_ONCE", 1)
    monkeypatch.setattr(problems, "KEPT_BYTES", 3_000)  # two runs of 18 rows
    kept = Problems(experiment, draws.no_pause)
    kept.of(batch, np.arange(6))
    assert 1 <= len(kept._kept) <= 2
    kept.forget()
    assert not kept._kept
