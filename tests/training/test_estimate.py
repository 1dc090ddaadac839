"""Estimates: sizes are exact, time grows as the work does, words are plain."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from explorer.training.engine import speeds
from explorer.training.estimate import Estimate, duration, estimate, memory_words, size
from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, Recording, TaskChoice
from explorer.training.ladder import choose
from explorer.training.memory import memory

BASE = Experiment(
    task=TaskChoice(
        "linear", (("classes", (100,)), ("features", (64,)), ("rows", (2000,)), ("held_rows", (2000,)))
    ),
    losses=(LossChoice("zlpr"), LossChoice("bce"), LossChoice("smoothed_zlpr")),
    optimizers=(OptimizerChoice("adam", (0.05,)),),
)


@pytest.fixture(autouse=True)
def known_speeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose speeds do not depend on what else it does."""
    monkeypatch.setattr(speeds, "_best", lambda work: 1e-3)
    for each in (speeds._of_loss, speeds._of_optimizer, speeds._of_product, speeds._of_metrics):
        each.cache_clear()
    yield
    for each in (speeds._of_loss, speeds._of_optimizer, speeds._of_product, speeds._of_metrics):
        each.cache_clear()


def test_sizes() -> None:
    found = estimate(BASE, "numpy")
    assert (found.runs, found.weights, found.updates, found.dtype) == (60, 6500, 400, "float32")
    data = 4000 * (65 + 100)
    held = 60 * (data + 6500 * 3)  # the weights and both means of Adam
    drawn = 8 * BASE.seeds * (data + 6500)  # in float64 first
    assert found.bytes == 4 * held + drawn
    assert estimate(replace(BASE, dtype="float64"), "numpy").bytes == 8 * held + drawn
    assert estimate(replace(BASE, seeds=10**6), "numpy").bytes == (1 << 30) + (1 << 28)  # a wave, and draws


def test_what_is_derived_from_the_logits_of_one_large_run_is_counted() -> None:
    sizes = (("classes", (1_000,)), ("features", (64,)), ("held_rows", (0,)), ("rows", (20_000,)))
    large = Experiment(task=TaskChoice("linear", sizes), losses=(LossChoice("zlpr"),), seeds=1)
    logits, held = 20_000 * 1_000, 20_000 * 1_065 + 3 * 65_000
    assert estimate(large, "numpy").bytes == 4 * (held + 10 * logits)


def test_a_run_that_is_larger_than_a_wave_counts_whole() -> None:
    sizes = (("classes", (100_000,)), ("features", (10_000,)), ("rows", (10,)))
    huge = Experiment(task=TaskChoice("linear", sizes), losses=(LossChoice("zlpr"),), seeds=5)
    weights = 10_001 * 100_000
    assert estimate(huge, "numpy").bytes > 4 * weights * 3
    assert estimate(huge, "numpy").bytes < 2 * 4 * weights * 3 + 1.1 * 8 * weights  # and its draws


def test_labels_drawn_anew_at_each_update_take_time() -> None:
    def seconds(**settings: object) -> float:
        task = tuple((name, (value,)) for name, value in sorted(settings.items()))
        asked = replace(BASE, task=TaskChoice("logits", task), updates=10_000)
        return estimate(asked, "numpy").seconds

    once, anew = (seconds(targets="chances", drawn=drawn, rows=50) for drawn in ("once", "anew"))
    assert anew > 1.1 * once


def test_words() -> None:
    lines = Estimate(60, 6500, 400, 48_000_000, 0, 33.2, "this CPU, 2 threads", "float32").words
    assert lines == (
        "60 runs of 400 updates",
        "about 34 s on this CPU, 2 threads",
        "6,500 weights each, 48 MB at once, float32",
    )
    one = Estimate(1, 3, 0, 12, 2_500_000_000, 0.1, "this CPU, 1 thread", "float64").words
    assert one[0] == "1 run of 0 updates"
    assert one[2] == "3 weights each, 12 bytes at once, float64"
    assert one[1] == "less than 1 s on this CPU, 1 thread"
    assert one[3] == "2.5 GB of results"


def test_time_grows_as_the_work_does() -> None:
    few = replace(BASE, recording=Recording(updates=(0,), metrics=("loss",)))
    seconds = estimate(few, "numpy").seconds
    assert estimate(replace(few, seeds=40), "numpy").seconds == pytest.approx(2 * seconds, rel=0.01)
    assert estimate(replace(few, updates=800), "numpy").seconds == pytest.approx(2 * seconds, rel=0.2)
    assert estimate(replace(few, batch=200), "numpy").seconds < 0.2 * seconds
    assert estimate(replace(few, noise=0.1), "numpy").seconds > seconds  # labels are flipped at each update
    every = replace(few, recording=Recording(updates=tuple(range(401)), metrics=("loss",)))
    assert estimate(every, "numpy").seconds > seconds
    assert estimate(few, "cuda").seconds < 0.1 * seconds


def test_few_numbers_cost_their_calls() -> None:
    free = TaskChoice("logits", (("classes", (4,)),))
    tiny = Experiment(task=free, losses=(LossChoice("zlpr"),), updates=10_000, seeds=1)
    assert estimate(tiny, "numpy").seconds > 0.5


def test_raw_logits_count_as_results() -> None:
    kept = Recording(updates=(0, 400), metrics=("loss",), raw=True)
    assert estimate(replace(BASE, recording=kept), "numpy").file_bytes == 60 * 2 * (8 + 4 * 2000 * 100)


def test_a_compiler_is_counted_where_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    free = Experiment(
        task=TaskChoice("logits", (("classes", (100,)),)), losses=(LossChoice("zlpr"),), seeds=10**6
    )
    compiled = estimate(free, "cpu").seconds
    assert compiled > choose.COMPILE_SECONDS
    monkeypatch.setattr(choose, "pays", lambda _device, _work: False)
    assert estimate(free, "cpu").seconds > compiled


def test_settings_that_do_not_fit_are_told() -> None:
    wrong = replace(BASE, task=TaskChoice("linear", (("classes", (2,)), ("labels", ("1 to 5",)))))
    with pytest.raises(ValueError, match="labels up to 5 are more than classes=2"):
        estimate(wrong)


def test_this_machine_is_tried_without_torch() -> None:
    code = (
        "import sys\n"
        "from explorer.training.experiment import Experiment\n"
        "from explorer.training.estimate import estimate\n"
        "found = estimate(Experiment())\n"
        "assert 0.0 < found.seconds < 1e6, found\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.4, "less than 1 s"),
        (33.2, "about 34 s"),
        (100, "about 2 min"),
        (3600, "about 60 min"),
        (2e4, "about 6 h"),
        (1e7, "about 116 days"),
    ],
)
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_bytes_in_words() -> None:
    assert [size(each) for each in (12, 1500, 48e6, 2.25e9)] == ["12 bytes", "1.5 KB", "48 MB", "2.2 GB"]


def test_what_does_not_fit_is_said_with_both_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = estimate(BASE, "numpy").bytes
    monkeypatch.setattr("explorer.training.estimate.memory", lambda: needed)
    assert not estimate(BASE, "numpy").is_too_large
    monkeypatch.setattr("explorer.training.estimate.memory", lambda: 23_000_000)
    found = estimate(BASE, "numpy")
    said = f"it needs about {size(needed)} of memory at once, and this machine has 23 MB"
    assert found.too_large == said
    assert said in found.words
    problem = MemoryError("Unable to allocate 745. GiB for an array with shape (1, 2) and data type float64")
    assert memory_words(BASE, "numpy", problem).startswith(f"the memory is not enough: {said}. Fewer classes")
    monkeypatch.setattr("explorer.training.estimate.memory", lambda: None)
    assert estimate(BASE, "numpy").too_large == ""
    assert "allocate" not in memory_words(BASE, "numpy", problem)


def test_this_machine_has_memory() -> None:
    found = memory()
    assert found is None or found > 1 << 28
