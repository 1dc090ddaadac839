"""Updates of populations: each rung of the ladder beside torch's autograd loop and, where it is there, JAX.

All in one process, with as many threads, medians of runs that alternate, in million element-updates a second
(runs x classes x updates). What is compiled is compiled before: its seconds stand beside. A run starts at the
start logits and ends with the logits after all updates. The table goes to stderr, JSON to stdout.

    python -m tests.benchmarks train                    # three shapes, three losses, two optimizers
    python -m tests.benchmarks train --quick            # a sixteenth of the runs, one loss: whether it works
    python -m tests.benchmarks train --scaling          # 10^3 to 10^6 runs through `simulate`, peak memory
    python -m tests.benchmarks train --every            # compiled = eager, every loss and optimizer; an hour
    python -m tests.benchmarks train --device cuda      # a million runs on a graphics card

Options: `--threads 2`, `--repeats 5`, `--losses zlpr,bce`, `--optimizers adam`. JAX is found where `jax` and
`optax` can be imported: `pip install jax optax` into an environment of one's own.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.benchmarks._train_card import on_card
from tests.benchmarks._train_more import every, scaling
from tests.benchmarks._train_ways import Problem, autograd, jax_scan, ladder

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPES = ((4_096, 100, 100), (256, 10_000, 50), (65_536, 10, 100))
AIMS = {"times_autograd": 20.0, "times_jax": 2.0}
RUNGS = ("eager", "compiled", "class-major")


def run() -> dict[str, object]:
    """What the options ask for."""
    import torch

    words = sys.argv[1:]
    torch.set_num_threads(int(_option("--threads", "2")))
    if "--scaling" in words:
        return scaling()
    if "--every" in words:
        return every()
    if _option("--device", "cpu") == "cuda":
        return on_card()
    quick = "--quick" in words
    losses = _option("--losses", "zlpr" if quick else "zlpr,bce,cross_entropy").split(",")
    optimizers = _option("--optimizers", "adam" if quick else "sgd,adam").split(",")
    found = {}
    for runs, classes, updates in SHAPES:
        for loss in losses:
            for optimizer in optimizers:
                problem = Problem(loss, optimizer, runs // 16 if quick else runs, classes, updates)
                name = f"{problem.runs}x{classes}x{updates} {loss} {optimizer}"
                found[name] = compared(problem, int(_option("--repeats", "5")))
                _say(name, found[name])
    return {"threads": torch.get_num_threads(), "aims": AIMS, "unit": "million element-updates/s", **found}


def _option(name: str, usual: str) -> str:
    words = sys.argv[1:]
    return words[words.index(name) + 1] if name in words else usual


def compared(problem: Problem, repeats: int) -> dict[str, Any]:
    """Speeds of all ways, and how much the best rung is quicker than the others."""
    ways: dict[str, Callable[[], Any]] = {"autograd": autograd(problem)}
    compiling, notes = {}, []
    for rung in RUNGS:
        begin = perf_counter()
        ways[rung], about = ladder(problem, rung)
        compiling[rung] = round(perf_counter() - begin, 1)
        notes += [about["words"], *about["notes"]]
    begin = perf_counter()
    scan = jax_scan(problem)
    if scan is not None:
        ways["jax"] = scan
        compiling["jax"] = round(perf_counter() - begin, 1)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    answers = {}
    for _ in range(repeats):
        for name, way in ways.items():
            begin = perf_counter()
            answers[name] = way()
            seconds[name].append(perf_counter() - begin)
    numbers = problem.runs * problem.classes * problem.updates / 1e6
    speeds = {name: numbers / median(times) for name, times in seconds.items()}
    best = max(RUNGS, key=lambda rung: speeds[rung])
    return {
        "speed": {name: round(speed, 1) for name, speed in speeds.items()},
        "best": best,
        "times_autograd": round(speeds[best] / speeds["autograd"], 1),
        "times_jax": round(speeds[best] / speeds["jax"], 2) if "jax" in speeds else None,
        "first_call_s": compiling,
        "apart_from_eager": {name: _apart(answer, answers["eager"]) for name, answer in answers.items()},
        "notes": notes,
    }


def _apart(answer: Any, wanted: Any) -> float:
    """The middle difference of two answers: single ones are where a gradient's sign is up to rounding."""
    return float(f"{np.median(np.abs(np.asarray(answer) - np.asarray(wanted))):.1e}")


def _say(name: str, found: dict[str, Any]) -> None:
    speeds = "  ".join(f"{way} {speed:,.0f}" for way, speed in found["speed"].items())
    jax = "" if found["times_jax"] is None else f", {found['times_jax']:.1f} x JAX"
    print(
        f"{name:36s} {speeds}  = {found['times_autograd']:.0f} x autograd{jax}", file=sys.stderr, flush=True
    )
