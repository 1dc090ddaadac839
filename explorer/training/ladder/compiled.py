"""The second rung: several updates unrolled into one compiled kernel, so that less passes through memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from explorer.training.draws import no_pause
from explorer.training.ladder.arrays import stacked
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.kernels import Making, TooLargeError, make, reason, unrolled
from explorer.training.ladder.pieces import Inputs, filled_up, first_runs, joined
from explorer.training.ladder.rule import Part, some_settings
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.training.ladder.kernels import Kernel
    from explorer.training.ladder.rule import Rows, Rule, Slots, Weights
    from explorer.training.ladder.stepper import Coefficients

UPDATES: Final = 8  # unrolled in one kernel: more gain little and take longer to compile
PATIENCE: Final = 180.0  # seconds for one kernel


class Compiled:
    """Takes blocks through kernels of `torch.compile`; what has none goes through the eager rung.

    A kernel is for one shape: a piece of a block (runs of one part) that is smaller is filled up with copies
    of its last run. block: the runs of a kernel. turned: arrays are kept with the classes first, for free
    logits of few classes, whose short rows are no work for vectors. group: updates of a kernel; another one
    takes what is left over, one by one. patience: seconds for one kernel.
    """

    def __init__(
        self, block: int, *, turned: bool = False, group: int = UPDATES, patience: float = PATIENCE
    ) -> None:
        self._block = block
        self._turned = turned
        self._patience = patience
        self._group = group
        self._eager = Eager()
        self._makings: dict[Any, Making] = {}
        self._wants_numbers: set[Any] = set()  # losses that branch on their settings
        self._failed = ""

    @property
    def words(self) -> str:
        """How it works now."""
        if self._failed:
            return self._eager.words
        how = "compiled, class-major" if self._turned else "compiled"
        return f"{how}, {self._group} updates at a time" if self._group > 1 else how

    @property
    def notes(self) -> tuple[str, ...]:
        """Why kernels are not used, where they are not."""
        return (say("Compiled rung not used: {reason}.", reason=self._failed),) if self._failed else ()

    @property
    def failed(self) -> str:
        """Why kernels are not used, without a full stop; "" where they are."""
        return self._failed

    @property
    def updates(self) -> int:
        """Updates of the larger of its two kernels; the other one takes what is left over."""
        return self._eager.updates if self._failed else self._group

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
        """Make the kernels that these arguments of `advance` need."""
        given = _inputs(xp, weights, slots, rows, coefficients)
        for part in rule.parts:
            if not self._failed:
                own, piece, _ = self._piece(given, part, part.first)
                self._through(rule, own, piece, xp, pause)

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
        """Take the runs of each part, a block of them at once, through all updates."""
        if self._failed:
            return self._eager.advance(rule, xp, weights, slots, rows, coefficients, pause)
        given = _inputs(xp, weights, slots, rows, coefficients)
        after = []
        for part in rule.parts:
            for first in range(part.first, part.last, self._block):
                pause()
                own, piece, runs = self._piece(given, part, first)
                after.append(first_runs(self._through(rule, own, piece, xp, no_pause), runs))
        return joined(xp, after)

    def _piece(self, given: Inputs, part: Part, first: int) -> tuple[Part, Inputs, int]:
        """Return part and inputs of a kernel for the runs from `first` on, and how many of them count."""
        last = min(part.last, first + self._block)
        piece = given.of_runs(first, last, self._block)
        at = filled_up(first - part.first, last - part.first, self._block, piece.rows.targets)
        own = Part(0, self._block, some_settings(part.settings, at))
        return own, (piece.turned() if self._turned else piece).in_order(), last - first

    def _through(self, rule: Rule, part: Part, piece: Inputs, xp: Any, pause: Callable[[], None]) -> Inputs:
        """Return a piece after all updates."""
        updates = next(iter(piece.coefficients.values())).shape[0]
        done = 0
        while done < updates:
            count = self._group if updates - done >= self._group else 1
            group = self._with_settings(piece.of_updates(done, done + count), rule, part)
            kernel = self._kernel(rule, self._fixed(rule, part), group, xp, pause)
            if kernel is not None:
                after = kernel(*group.flat())
                piece, done = piece.after(after), done + count
        return piece.turned() if self._turned else piece

    def _kernel(
        self, rule: Rule, fixed: Mapping[str, Any], group: Inputs, xp: Any, pause: Callable[[], None]
    ) -> Kernel | None:
        """Return the kernel for these inputs; None where it is to be asked for again, in another form."""
        if self._failed:
            return unrolled(rule, fixed, group, turned=self._turned, xp=xp)
        key = (rule.model, rule.loss, rule.optimizer, repr(sorted(fixed.items())), group.form())
        if key not in self._makings:
            self._makings[key] = Making(lambda: make(rule, fixed, group, turned=self._turned, xp=xp))
        making = self._makings[key]
        if making.kernel is None:
            making.wait(pause, self._patience)
        if making.error is not None:
            self._learn(rule, group, making.error)
        return making.kernel

    def _learn(self, rule: Rule, group: Inputs, error: Exception) -> None:
        """Go on in another form: with settings as numbers, with one update, or without kernels."""
        if group.settings and rule.loss not in self._wants_numbers:
            self._wants_numbers.add(rule.loss)
        elif isinstance(error, TooLargeError) and self._group > 1:
            self._group = 1
        else:
            self._failed = reason(error)

    def _with_settings(self, group: Inputs, rule: Rule, part: Part) -> Inputs:
        import torch

        like = group.weights[0]
        return replace(
            group,
            settings={
                name: torch.as_tensor(value, dtype=like.dtype, device=like.device)
                for name, value in part.settings.items()
                if self._is_input(rule, name, value)
            },
        )

    def _fixed(self, rule: Rule, part: Part) -> dict[str, Any]:
        return {name: value for name, value in part.settings.items() if not self._is_input(rule, name, value)}

    def _is_input(self, rule: Rule, name: str, value: Any) -> bool:
        """Whether a kernel takes a setting as a tensor; other numbers then need no other kernel."""
        if getattr(value, "ndim", 0):
            return True
        kind = next(parameter.kind for parameter in rule.loss.parameters if parameter.name == name)
        return kind != "integer" and rule.loss not in self._wants_numbers


def _inputs(xp: Any, weights: Weights, slots: Slots, rows: Rows, coefficients: Coefficients) -> Inputs:
    return Inputs(
        weights=weights,
        slots=slots,
        rows=rows,
        coefficients=stacked(xp, coefficients, weights[0]),
        settings={},
    )
