"""More about training: memory from 10^3 to 10^6 runs, and every loss through the compiled rung."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS

SIZES = (1_000, 10_000, 100_000, 1_000_000)
CLASSES, UPDATES = 100, 20


def scaling() -> dict[str, Any]:
    """Seconds and peak memory of whole simulations, each in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        found = {}
        for runs in SIZES:
            found[f"{runs:,} runs"] = pool.submit(_simulated, runs).result()
            print(f"{runs:>9,} runs: {found[f'{runs:,} runs']}", file=sys.stderr, flush=True)
    return {"classes": CLASSES, "updates": UPDATES, **found}


def _simulated(runs: int) -> dict[str, Any]:
    import torch

    from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, Recording, TaskChoice
    from explorer.training.simulate import simulate

    torch.set_num_threads(2)
    before = _peak()
    experiment = Experiment(
        task=TaskChoice("logits", (("classes", (CLASSES,)),)),
        losses=(LossChoice("zlpr"),),
        optimizers=(OptimizerChoice("adam", (0.05,)),),
        updates=UPDATES,
        seeds=runs,
        recording=Recording(updates=(0, UPDATES), metrics=("loss", "logit_norm")),
    )
    begin = perf_counter()
    found = simulate(experiment, "cpu")
    seconds = perf_counter() - begin
    return {
        "seconds": round(seconds, 2),
        "million_updates_per_s": round(runs * CLASSES * UPDATES / seconds / 1e6, 1),
        "peak_mb_above_start": round(_peak() - before, 1),
        "rung": found.rung,
    }


def _peak() -> float:
    """The most memory that this process has had, in megabytes; Linux only."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def every() -> dict[str, Any]:
    """The largest difference between the compiled and the eager rung, every loss with every optimizer.

    Of free logits in float64, four updates as two kernels' worth; notes where a kernel was refused.
    """
    from array_api_compat import torch as xp

    from explorer.training.ladder.compiled import Compiled
    from explorer.training.ladder.eager import Eager
    from tests.training.ladder_cases import Case, difference

    found: dict[str, Any] = {}
    for loss in LOSSES:
        for optimizer in OPTIMIZERS:
            case = Case(loss=loss, optimizer=optimizer, runs=6, updates=4, decay=0.01, dtype="float64")
            given = case.arrays(xp)
            stepper = Compiled(4, group=2)
            begin = perf_counter()
            answer = stepper.advance(case.rule, xp, *given, case.coefficients)
            wanted = Eager().advance(case.rule, xp, *given, case.coefficients)
            apart = float(np.format_float_scientific(difference(answer, wanted), 1))
            found[f"{loss} {optimizer}"] = {"apart": apart, "notes": stepper.notes}
            seconds = perf_counter() - begin
            line = f"{loss:24s} {optimizer:9s} {apart:.0e} {seconds:5.1f} s {stepper.notes}"
            print(line, file=sys.stderr, flush=True)
    worst = max(found, key=lambda name: found[name]["apart"])
    refused = {name: each["notes"] for name, each in found.items() if each["notes"]}
    return {"worst": {worst: found[worst]}, "refused": refused, "pairs": len(found), "all": found}
