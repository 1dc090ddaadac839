"""The highest rung: one Triton kernel takes free logits from one record to the next on the chip."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.numeric import is_spread, log_of
from explorer.training.draws import no_pause
from explorer.training.ladder.arrays import stacked
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.kernels import alike, reason
from explorer.training.ladder.trajectory import compiled_functions
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.numeric import Array
    from explorer.training.ladder.rule import Rows, Rule, Slots, Weights
    from explorer.training.ladder.stepper import Coefficients, Stepper, Work

UPDATES: Final = 64  # of a call, so that a caller can look up now and then
MOST_RESIDENT: Final = 8_192  # classes of a tile: what the registers of a program hold
STREAM: Final = 2_048  # classes of a tile where there are more
TILE: Final = 512  # numbers of a tile of short rows: 80 registers a thread, so several programs share a core
TRIED: Final = (64, 8)  # runs and updates on which the kernel is compared with the eager rung


@dataclass(frozen=True)
class OnChip:
    """A loss as the kernel knows it. base: its name there. elementwise: a class does not see the others.

    settings: (namespace, settings of a part) -> the kernel's, in its order: numbers, or arrays over runs.
    """

    base: str
    elementwise: bool
    settings: Callable[[Any, Mapping[str, Any]], tuple[Any, ...]]


def _asl(xp: Any, given: Mapping[str, Any]) -> tuple[Any, ...]:
    clip, most, margin = given["clip"], -log_of(xp, given["floor"]), log_of(xp, given["clip"])
    return given["gamma_positive"], given["gamma_negative"], clip, most, margin


LOSSES_ON_CHIP: Final = {
    "zlpr": OnChip("zlpr", False, lambda _xp, _given: (1.0,)),
    "soft_zlpr": OnChip("soft_zlpr", False, lambda _xp, _given: (1.0,)),
    "smoothed_zlpr": OnChip("soft_zlpr", False, lambda _xp, _given: (1.0,)),
    "cross_entropy": OnChip("cross_entropy", False, lambda _xp, given: (given["temperature"],)),
    "label_smoothing": OnChip("cross_entropy", False, lambda _xp, _given: (1.0,)),
    "bce": OnChip("bce", True, lambda _xp, given: (given["pos_weight"], given["weight"])),
    "smoothed_bce": OnChip("bce", True, lambda _xp, _given: (1.0, 1.0)),
    "focal": OnChip("focal", True, lambda _xp, given: (given["gamma"], given["alpha"])),
    "asl": OnChip("asl", True, _asl),
}

COEFFICIENTS: Final = {
    "sgd": {"rate": 0.0, "decay": 0.0, "": 0.0},
    "momentum": {"rate": 0.0, "momentum": 0.0, "gain": 0.0, "decay": 0.0},
    "nesterov": {"rate": 0.0, "momentum": 0.0, "decay": 0.0},
    "adam": {"rate": 0.0, "gain1": 0.0, "beta2": 0.0, "gain2": 0.0, "eps": 0.0, "decay": 0.0},
    "adamw": {"rate": 0.0, "gain1": 0.0, "beta2": 0.0, "gain2": 0.0, "eps": 0.0, "left": 1.0},
}
"""Optimizer -> its coefficients in the kernel's order, with what they are where they are left out."""


def refuses(rule: Rule, work: Work) -> str:
    """Return why the kernel cannot take this, without a full stop; "" where it can."""
    if rule.model.key != "free" or work.rows != 1:
        return say("it is for free logits of one row")
    if rule.loss.key not in LOSSES_ON_CHIP:
        return say("it does not know the loss {name}", name=repr(rule.loss.key))
    if rule.optimizer.key not in COEFFICIENTS:
        return say("it does not know the optimizer {name}", name=repr(rule.optimizer.key))
    if any(numpy.ndim(value) == 1 for part in rule.parts for value in part.settings.values()):
        return say("it takes no settings of single classes")
    if work.fresh:
        return say("its data must stay the same from update to update")
    if find_spec("triton") is None:
        return say("triton is not installed")
    return ""


class OnCard:
    """Takes free logits through the Triton kernel; what fails there goes to another stepper.

    instead: the stepper that takes over. Before the first call the kernel is compared with the eager rung on
    a few runs: a kernel that a new card or a new version makes wrong is not used.
    """

    def __init__(self, instead: Stepper | None = None) -> None:
        self._instead: Stepper = Eager() if instead is None else instead
        self._tried = False
        self._failed = ""

    @property
    def words(self) -> str:
        """How it works now."""
        return self._instead.words if self._failed else "one Triton kernel between records"

    @property
    def notes(self) -> tuple[str, ...]:
        """Why the kernel is not used, where it is not."""
        if not self._failed:
            return ()
        return (say("Triton rung not used: {reason}.", reason=self._failed), *self._instead.notes)

    @property
    def updates(self) -> int:
        """Any number is taken at once; with so many, starting the kernel costs nothing that counts."""
        return self._instead.updates if self._failed else UPDATES

    def prepare(
        self,
        rule: Rule,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Coefficients,
        pause: Callable[[], None],
    ) -> None:
        """Compare the kernel with the eager rung, which also compiles it (about a second)."""
        if not self._tried:
            self._try(rule, xp, weights, slots, rows, coefficients)
        if self._failed:
            self._instead.prepare(rule, xp, weights, slots, rows, coefficients, pause)

    def advance(
        self,
        rule: Rule,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Coefficients,
        pause: Callable[[], None] = no_pause,
    ) -> tuple[Weights, Slots]:
        """Take all updates in one launch."""
        if not self._tried:
            self._try(rule, xp, weights, slots, rows, coefficients)
        if self._failed:
            return self._instead.advance(rule, xp, weights, slots, rows, coefficients, pause)
        return launched(rule, xp, weights, slots, rows.targets, coefficients)

    def _try(
        self, rule: Rule, xp: Any, weights: Weights, slots: Slots, rows: Rows, coefficients: Coefficients
    ) -> None:
        """Find out whether the kernel runs here, and gives what the eager rung gives."""
        self._tried = True
        runs, made = TRIED[0], [_of_runs(made, TRIED[0]) for made in coefficients[: TRIED[1]]]
        few, held = weights[0][:runs], tuple(array[:runs] for array in slots[0])
        parts = tuple(part.of(part.first, min(part.last, runs)) for part in rule.parts if part.first < runs)
        rule = replace(rule, parts=parts)
        data = replace(rows.of(slice(0, runs)), features=None, other=None)
        try:
            found = launched(rule, xp, (few,), (held,), data.targets, made)
        except Exception as error:  # whatever a driver or a compiler may say
            self._failed = reason(error)
            return
        wanted = Eager().advance(rule, xp, (few,), (held,), data, made)
        if not alike((*found[0], *found[1][0]), (*wanted[0], *wanted[1][0])):
            self._failed = say("its answers differ from the eager ones")


def _of_runs(made: Mapping[str, Any], runs: int) -> dict[str, Any]:
    return {name: number[:runs] if numpy.ndim(number) else number for name, number in made.items()}


def launched(
    rule: Rule, xp: Any, weights: Weights, slots: Slots, targets: Array, coefficients: Coefficients
) -> tuple[Weights, Slots]:
    """Return weights and slots after all updates, by one launch of the kernel."""
    import torch

    resident, streamed = compiled_functions()
    known, (logits,) = LOSSES_ON_CHIP[rule.loss.key], weights
    runs, _, classes = logits.shape
    made, own = _coefficients(rule, xp, coefficients, logits), _settings(rule, xp, known, logits)
    data = _targets(rule, xp, targets).contiguous()
    tile = tile_of(classes, elementwise=known.elementwise)
    constants = {
        "loss": known.base,
        "optimizer": rule.optimizer.key,
        "slots": len(slots[0]),
        "names": made.shape[1],
        "tile_runs": tile[0],
        "tile_classes": tile[1],
        "tiny": torch.finfo(logits.dtype).tiny,
        "num_warps": min(16, max(4, tile[0] * tile[1] // 128)),
    }
    sizes = (runs, classes, len(coefficients), classes if data.shape[0] > 1 else 0)
    steps = (made.shape[2], int(made.shape[2] > 1), own.shape[1], int(own.shape[1] > 1))
    before = [array.contiguous() for array in (logits, *slots[0])]
    in_tiles = known.elementwise or classes <= tile[1]
    after = [torch.empty_like(array) if in_tiles else array.clone() for array in before]
    grid = (-(-runs // tile[0]), -(-classes // tile[1]) if known.elementwise else 1)
    # A kernel takes two slots; what an optimizer does not have is never touched.
    if in_tiles:
        resident[grid](*_three(before), data, made, own, *_three(after), *sizes, *steps, **constants)
    else:
        streamed[grid](*_three(after), data, made, own, *sizes, *steps, **constants)
    return (after[0],), (tuple(after[1:]),)


def _three(arrays: list[Any]) -> list[Any]:
    return [*arrays, *arrays[:1], *arrays[:1]][:3]


def tile_of(classes: int, *, elementwise: bool) -> tuple[int, int]:
    """Return runs and classes of a tile, powers of 2."""
    width = 1 << max(4, (classes - 1).bit_length())
    if elementwise:
        width = min(width, TILE)
    elif width > MOST_RESIDENT:
        width = STREAM
    return max(1, TILE // width), width


def _coefficients(rule: Rule, xp: Any, coefficients: Coefficients, like: Array) -> Array:
    """Return (updates, names, runs or 1), in the kernel's order."""
    usual = COEFFICIENTS[rule.optimizer.key]
    made = stacked(xp, [{**usual, **each} for each in coefficients], like)
    runs = max(array.shape[1] for array in made.values())
    columns = [made[name][:, :, 0, 0].expand(-1, runs) for name in usual]
    return xp.stack(columns, axis=1).contiguous()


def _settings(rule: Rule, xp: Any, known: OnChip, like: Array) -> Array:
    """Return (settings, runs or 1), in the kernel's order."""
    parts = [(part, known.settings(xp, part.settings)) for part in rule.parts]
    if len(parts) == 1 and not any(is_spread(number) for number in parts[0][1]):
        return like.new_tensor(parts[0][1])[:, None]
    columns = [
        xp.stack([like.new_zeros(part.last - part.first) + _over_runs(number) for number in numbers])
        for part, numbers in parts
    ]
    return xp.concat(columns, axis=1)


def _over_runs(number: Any) -> Any:
    return number[:, 0, 0] if is_spread(number) else number


def _targets(rule: Rule, xp: Any, targets: Array) -> Array:
    """Return the targets, smoothed where the loss does that: (runs or 1, 1, n)."""
    prepare = rule.loss.accumulators.prepare if rule.loss.accumulators else None
    if prepare is None:
        return targets
    if len(rule.parts) == 1:
        return prepare(xp, targets, **rule.parts[0].settings)
    runs = rule.parts[-1].last
    whole = targets.expand(runs, -1, -1)
    return xp.concat(
        [prepare(xp, whole[part.first : part.last], **part.settings) for part in rule.parts], axis=0
    )
