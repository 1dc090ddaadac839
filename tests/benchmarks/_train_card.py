"""Training on a CUDA card: beside the autograd loop there, and beside what its exponentials and memory allow.

Not run where there is no card; the answer then says so.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.benchmarks._train_ways import Problem, autograd, ladder

if TYPE_CHECKING:
    from collections.abc import Callable

MILLION = Problem("zlpr", "adam", 1_000_000, 100, 1_000)
BESIDE = Problem("zlpr", "adam", 65_536, 100, 100)  # the autograd loop needs memory for every step of it
ROUNDS = 2_000  # exponentials of each number, in registers
NUMBERS = 1 << 24

tl: Any = None  # triton.language, from `_exponentials` on


def exponentials(numbers, rounds, size: tl.constexpr):  # type: ignore[no-untyped-def]  # Triton's language
    """One exponential after another of numbers that stay in registers."""
    place = tl.program_id(0) * size + tl.arange(0, size)
    x = tl.load(numbers + place)
    for _round in range(rounds):
        x = tl.exp(-x)
    tl.store(numbers + place, x)


def on_card() -> dict[str, Any]:
    """Seconds of the million, ratios, and shares of the card's ceilings."""
    import torch

    if not torch.cuda.is_available():
        return {"skipped": "torch finds no CUDA device"}
    speeds: dict[str, Any] = {}
    ways = {rung: ladder(BESIDE, rung, "cuda") for rung in ("eager", "compiled", "triton")}
    trains = {"autograd": autograd(BESIDE, "cuda"), **{rung: way[0] for rung, way in ways.items()}}
    for name, train in trains.items():
        speeds[name] = round(BESIDE.runs * BESIDE.classes * BESIDE.updates / _seconds(train) / 1e9, 3)
        print(f"{name}: {speeds[name]} billion element-updates/s", file=sys.stderr, flush=True)
    train, about = ladder(MILLION, "triton", "cuda")
    seconds = _seconds(train, repeats=3)
    speed = MILLION.runs * MILLION.classes * MILLION.updates / seconds / 1e9
    ceiling = _exponentials()
    return {
        "card": torch.cuda.get_device_name(),
        "unit": "billion element-updates/s",
        "65536x100x100": speeds,
        "times_autograd": round(speeds["triton"] / speeds["autograd"], 1),
        "million_seconds": round(seconds, 3),
        "million_speed": round(speed, 3),
        "exponentials_per_ns": round(ceiling, 1),
        "share_of_exponentials": round(speed / ceiling, 3),  # one exponential an element-update at least
        "memory_gb_per_s": round(_memory(), 0),
        "notes": [*(note for _, way in ways.values() for note in way["notes"]), *about["notes"]],
    }


def _seconds(train: Callable[[], Any], repeats: int = 5) -> float:
    import torch

    times = []
    for _ in range(repeats):
        torch.cuda.synchronize()
        begin = perf_counter()
        train()
        torch.cuda.synchronize()
        times.append(perf_counter() - begin)
    return median(times)


def _exponentials() -> float:
    """Exponentials a nanosecond of Triton's `exp` with nothing else to do."""
    import torch
    import triton
    import triton.language

    globals()["tl"] = triton.language
    kernel, size = triton.jit(exponentials), 1_024
    numbers = torch.rand(NUMBERS, device="cuda")

    def train() -> None:
        kernel[(NUMBERS // size,)](numbers, ROUNDS, size=size)

    train()
    return NUMBERS * ROUNDS / _seconds(train) / 1e9


def _memory() -> float:
    """Gigabytes a second that a copy reads and writes."""
    import torch

    source = torch.rand(1 << 28, device="cuda")
    target = torch.empty_like(source)
    return 2 * source.nbytes / _seconds(lambda: target.copy_(source)) / 1e9
