"""The kernel of the highest rung, in Triton's language: updates of free logits that never leave the chip.

A program takes a tile of runs x classes. Where a run's classes fit into one tile, logits and slots stay in
registers from the first update to the last (`resident`). More classes of a loss that compares them go through
memory tile by tile (`streamed`), of which a card's second cache holds what its programs work on.

The functions are plain until `compiled_functions` hands them to Triton, so that this module is imported
without it. A tile is (runs, classes); what is loaded of a run is (runs, 1). `inside` is off in what fills a
tile up. The mathematics is that of `explorer.losses` and `explorer.optimizers`, by the same names.
"""

# mypy: allow-untyped-defs, allow-incomplete-defs, allow-untyped-calls
# (Triton reads annotations as those of its own: only what is constant when it compiles has one.)

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any

tl: Any = None  # triton.language, from `compiled_functions` on


def log1p(x):
    """log(1 + x): what 1 + x lost by rounding is put back by the ratio."""
    whole = 1.0 + x
    gained = whole - 1.0
    return tl.where(gained == 0.0, x, tl.log(whole) * (x / tl.where(gained == 0.0, 1.0, gained)))


def tops(loss: tl.constexpr, s, t, inside):
    """Anchors of the two sums of a loss, (runs, 1) each."""
    none = float("-inf")
    if loss == "zlpr":
        first = tl.max(tl.where(inside & (t != 1.0), s, none), axis=1, keep_dims=True)
        second = tl.max(tl.where(inside & (t == 1.0), -s, none), axis=1, keep_dims=True)
        first, second = tl.maximum(first, 0.0), tl.maximum(second, 0.0)
    elif loss == "soft_zlpr":
        outer, inner = inside & (t < 1.0), inside & (t > 0.0)
        rising, falling = s + tl.log(tl.where(outer, 1.0 - t, 1.0)), tl.log(tl.where(inner, t, 1.0)) - s
        first = tl.max(tl.where(outer, rising, none), axis=1, keep_dims=True)
        second = tl.max(tl.where(inner, falling, none), axis=1, keep_dims=True)
        first, second = tl.maximum(first, 0.0), tl.maximum(second, 0.0)
    else:
        first = tl.max(tl.where(inside, s, none), axis=1, keep_dims=True)
        second = first
    return first, second


def terms(loss: tl.constexpr, s, t, inside, first, second, temperature):
    """Terms of the two sums of a loss, (runs, classes) each; 0 in what fills up."""
    if loss == "zlpr":
        labelled = t == 1.0
        both = tl.exp(tl.where(inside, tl.where(labelled, -s - second, s - first), float("-inf")))
        outer, inner = tl.where(labelled, 0.0, both), tl.where(labelled, both, 0.0)
    elif loss == "soft_zlpr":
        # As squares: beside a tiny weight stands an exponential beyond all numbers.
        outer = tl.exp(0.5 * tl.where(inside & (t < 1.0), s - first, 0.0))
        inner = tl.exp(0.5 * tl.where(inside & (t > 0.0), -s - second, 0.0))
        outer = tl.where(inside, (1.0 - t) * outer * outer, 0.0)
        inner = tl.where(inside, t * inner * inner, 0.0)
    else:
        outer = tl.exp(tl.where(inside, (s - first) / temperature, float("-inf")))
        inner = tl.where(inside & (s == first), 1.0, 0.0)
    return outer, inner


def sums(loss: tl.constexpr, s, t, inside, first, second, temperature):
    """Sums of a tile: of the first terms, of the second, and of the targets, (runs, 1) each.

    Of cross entropy the leading terms, which are 1, are counted apart from what is small beside them.
    """
    outer, inner = terms(loss, s, t, inside, first, second, temperature)
    if loss == "cross_entropy":
        outer = outer - inner
    return (
        tl.sum(outer, axis=1, keep_dims=True),
        tl.sum(inner, axis=1, keep_dims=True),
        tl.sum(tl.where(inside, t, 0.0), axis=1, keep_dims=True),
    )


def compared_slopes(loss: tl.constexpr, s, t, inside, first, second, x, y, mass, temperature):
    """Gradient of a loss that compares classes, from its anchors and sums."""
    outer, inner = terms(loss, s, t, inside, first, second, temperature)
    if loss == "cross_entropy":
        rest = x + (y - 1.0)
        slopes = ((mass * outer - t) - t * rest) / ((1.0 + rest) * temperature)
    else:
        slopes = outer / (tl.exp(-first) + x) - inner / (tl.exp(-second) + y)
    return slopes


def bce_slopes(s, t, pos_weight, weight):
    """Gradient of binary cross entropy."""
    rise, fall = tl.exp(tl.minimum(s, 0.0)), tl.exp(tl.minimum(-s, 0.0))
    return weight * ((1.0 - t) * rise - pos_weight * t * fall) / (1.0 + rise * fall)


def focal_slopes(s, t, gamma, alpha, tiny: tl.constexpr):
    """Gradient of focal loss; alpha below 0 is off."""
    rise, fall = tl.exp(tl.minimum(s, 0.0)), tl.exp(tl.minimum(-s, 0.0))
    tail = rise * fall
    soft = log1p(tail)
    excess, shortfall = (1.0 - t) * rise, t * fall
    missed = tl.maximum(excess + shortfall, tiny)
    entropy = (1.0 - t) * (tl.maximum(s, 0.0) + soft) + t * (tl.maximum(-s, 0.0) + soft)
    balance = tl.where(alpha >= 0.0, alpha * t + (1.0 - alpha) * (1.0 - t), 1.0)
    factor = balance * tl.exp(gamma * (tl.log(missed) - soft))
    return factor * (gamma * entropy * (1.0 - 2.0 * t) * tail / missed + (excess - shortfall)) / (1.0 + tail)


def asl_slopes(s, t, inward, outward, clip, most, margin, tiny: tl.constexpr):
    """Gradient of the asymmetric loss. most: the largest cost of a class; margin: log clip."""
    rise, fall = tl.exp(tl.minimum(s, 0.0)), tl.exp(tl.minimum(-s, 0.0))
    soft = log1p(rise * fall)
    p, rest = rise / (1.0 + rise * fall), fall / (1.0 + rise * fall)
    excess, shortfall = tl.maximum(s, 0.0) + soft, tl.maximum(-s, 0.0) + soft
    free = tl.where(shortfall <= most, rest, 0.0)
    labelled = -tl.exp(-inward * excess) * (inward * tl.minimum(shortfall, most) * p + free)
    over = p - clip
    safe = tl.maximum(over, tiny)
    near = -log1p(-tl.minimum(tl.maximum(over, 0.0), 0.5))
    far = -tl.maximum(-excess, margin) - log1p(tl.exp(-tl.abs(-excess - margin))) - 0.6931471805599453
    cost = near + tl.maximum(far, 0.0)
    share = tl.where(cost <= most, tl.maximum(rest, tiny) / tl.maximum(rest + clip, tiny), 0.0)
    change = outward * tl.minimum(cost, most) * (rest * p / safe) + share * p
    outside = tl.where(over > 0.0, tl.exp(outward * tl.log(safe)) * change, 0.0)
    return tl.where(t == 1.0, labelled, outside)


def moved(optimizer: tl.constexpr, w, slopes, a, b, at, step, known):
    """Logits and slots after one update. at: where the coefficients of the runs are, `step` apart."""
    rate = tl.load(at, mask=known, other=0.0)
    one = tl.load(at + step, mask=known, other=0.0)
    two = tl.load(at + 2 * step, mask=known, other=0.0)
    if optimizer == "sgd":
        w = w - rate * (slopes + one * w)
    elif optimizer == "momentum":
        decay = tl.load(at + 3 * step, mask=known, other=0.0)
        a = one * a + two * (slopes + decay * w)
        w = w - rate * a
    elif optimizer == "nesterov":
        slopes = slopes + two * w
        a = one * a + slopes
        w = w - rate * (slopes + one * a)
    else:
        gain = tl.load(at + 3 * step, mask=known, other=0.0)
        eps = tl.load(at + 4 * step, mask=known, other=1.0)
        last = tl.load(at + 5 * step, mask=known, other=0.0)
        if optimizer == "adam":
            slopes = slopes + last * w
        else:
            w = last * w
        a = a + one * (slopes - a)
        b = two * b + gain * slopes * slopes
        w = w - rate * a / (tl.sqrt(b) + eps)
    return w, a, b


def slopes_of(loss: tl.constexpr, s, t, inside, own, apart, known, tiny: tl.constexpr):
    """Gradient of any of the losses, of a tile with all classes. own: where the runs' settings are."""
    if loss == "bce":
        weight = tl.load(own + apart, mask=known, other=1.0)
        slopes = bce_slopes(s, t, tl.load(own, mask=known, other=1.0), weight)
    elif loss == "focal":
        alpha = tl.load(own + apart, mask=known, other=1.0)
        slopes = focal_slopes(s, t, tl.load(own, mask=known, other=1.0), alpha, tiny)
    elif loss == "asl":
        slopes = asl_slopes(
            s,
            t,
            tl.load(own, mask=known, other=1.0),
            tl.load(own + apart, mask=known, other=1.0),
            tl.load(own + 2 * apart, mask=known, other=0.0),
            tl.load(own + 3 * apart, mask=known, other=0.0),
            tl.load(own + 4 * apart, mask=known, other=0.0),
            tiny,
        )
    else:
        temperature = tl.load(own, mask=known, other=1.0)
        first, second = tops(loss, s, t, inside)
        x, y, mass = sums(loss, s, t, inside, first, second, temperature)
        slopes = compared_slopes(loss, s, t, inside, first, second, x, y, mass, temperature)
    return slopes


def resident(
    weights, mean, square, targets, coefficients, settings, after, after_mean, after_square,
    runs, classes, updates, target_step, name_step, run_step, setting_step, own_step,
    loss: tl.constexpr, optimizer: tl.constexpr, slots: tl.constexpr, names: tl.constexpr,
    tile_runs: tl.constexpr, tile_classes: tl.constexpr, tiny: tl.constexpr,
):  # fmt: skip
    """Take a tile through all updates in registers."""
    run = tl.program_id(0).to(tl.int64) * tile_runs + tl.arange(0, tile_runs)[:, None]
    column = tl.program_id(1) * tile_classes + tl.arange(0, tile_classes)[None, :]
    known, inside = run < runs, (run < runs) & (column < classes)
    place = run * classes + column
    w = tl.load(weights + place, mask=inside, other=0.0)
    t = tl.load(targets + run * target_step + column, mask=inside, other=0.0)
    a, b = tl.zeros_like(w), tl.zeros_like(w)
    if slots > 0:
        a = tl.load(mean + place, mask=inside, other=0.0)
    if slots > 1:
        b = tl.load(square + place, mask=inside, other=0.0)
    at = coefficients + run * run_step
    for _update in range(updates):
        slopes = slopes_of(loss, w, t, inside, settings + run * own_step, setting_step, known, tiny)
        w, a, b = moved(optimizer, w, slopes, a, b, at, name_step, known)
        at += names * name_step
    tl.store(after + place, w, mask=inside)
    if slots > 0:
        tl.store(after_mean + place, a, mask=inside)
    if slots > 1:
        tl.store(after_square + place, b, mask=inside)


def streamed(
    weights, mean, square, targets, coefficients, settings,
    runs, classes, updates, target_step, name_step, run_step, setting_step, own_step,
    loss: tl.constexpr, optimizer: tl.constexpr, slots: tl.constexpr, names: tl.constexpr,
    tile_runs: tl.constexpr, tile_classes: tl.constexpr, tiny: tl.constexpr,
):  # fmt: skip
    """Take runs of many classes through all updates, in place: anchors, sums and steps are a pass each."""
    run = tl.program_id(0).to(tl.int64) * tile_runs + tl.arange(0, tile_runs)[:, None]
    known = run < runs
    temperature = tl.load(settings + run * own_step, mask=known, other=1.0)
    at = coefficients + run * run_step
    for _update in range(updates):
        first = tl.full((tile_runs, 1), float("-inf"), temperature.dtype)
        second = tl.full((tile_runs, 1), float("-inf"), temperature.dtype)
        for begin in range(0, classes, tile_classes):
            column = begin + tl.arange(0, tile_classes)[None, :]
            inside = known & (column < classes)
            w = tl.load(weights + run * classes + column, mask=inside, other=0.0)
            t = tl.load(targets + run * target_step + column, mask=inside, other=0.0)
            high, low = tops(loss, w, t, inside)
            first, second = tl.maximum(first, high), tl.maximum(second, low)
        x = tl.zeros((tile_runs, 1), temperature.dtype)
        y = tl.zeros((tile_runs, 1), temperature.dtype)
        mass = tl.zeros((tile_runs, 1), temperature.dtype)
        for begin in range(0, classes, tile_classes):
            column = begin + tl.arange(0, tile_classes)[None, :]
            inside = known & (column < classes)
            w = tl.load(weights + run * classes + column, mask=inside, other=0.0)
            t = tl.load(targets + run * target_step + column, mask=inside, other=0.0)
            more_x, more_y, more_mass = sums(loss, w, t, inside, first, second, temperature)
            x, y, mass = x + more_x, y + more_y, mass + more_mass
        for begin in range(0, classes, tile_classes):
            column = begin + tl.arange(0, tile_classes)[None, :]
            inside = known & (column < classes)
            place = run * classes + column
            w = tl.load(weights + place, mask=inside, other=0.0)
            t = tl.load(targets + run * target_step + column, mask=inside, other=0.0)
            a, b = tl.zeros_like(w), tl.zeros_like(w)
            if slots > 0:
                a = tl.load(mean + place, mask=inside, other=0.0)
            if slots > 1:
                b = tl.load(square + place, mask=inside, other=0.0)
            slopes = compared_slopes(loss, w, t, inside, first, second, x, y, mass, temperature)
            w, a, b = moved(optimizer, w, slopes, a, b, at, name_step, known)
            tl.store(weights + place, w, mask=inside)
            if slots > 0:
                tl.store(mean + place, a, mask=inside)
            if slots > 1:
                tl.store(square + place, b, mask=inside)
        tl.debug_barrier()  # what one thread stored may be another's to load in the next update
        at += names * name_step


FUNCTIONS = (
    log1p, tops, terms, sums, compared_slopes, bce_slopes, focal_slopes, asl_slopes, moved, slopes_of,
    resident, streamed,
)  # fmt: skip


@cache
def compiled_functions() -> tuple[Any, Any]:
    """Return `resident` and `streamed` as Triton's; ImportError where it is not installed.

    Triton finds the other functions, and its language, by their names in this module.
    """
    triton = import_module("triton")
    module = sys.modules[__name__]
    vars(module)["tl"] = import_module("triton.language")
    made = {function.__name__: triton.jit(function) for function in FUNCTIONS}
    for name, function in made.items():
        setattr(module, name, function)
    return made["resident"], made["streamed"]
