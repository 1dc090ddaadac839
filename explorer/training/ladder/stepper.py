"""What every rung of the ladder is to the engine: a stepper that takes several updates of a block of runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from explorer.training.draws import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.training.ladder.rule import Rows, Rule, Slots, Weights

    Coefficients = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Work:
    """How much there is to do, which decides the rung and the size of blocks.

    runs: all of the batch. rows: of a run, those of one mini-batch where there are any. classes: of a row.
    weights: trained numbers of a run. slots: arrays like the weights that the optimizer carries.
    updates: of the whole experiment, also where a part of it is resumed, so that the choice stays the same.
    size: bytes of a number, 4 or 8. fresh: the data changes with each update (mini-batches, label noise
    drawn anew), so that every call takes one update.
    """

    runs: int
    rows: int
    classes: int
    weights: int
    slots: int
    updates: int
    size: int = 4
    fresh: bool = False


class Stepper(Protocol):
    """Takes updates. What it holds are kernels that it made, never a state of training.

    The same block taken through the same groups of updates gives the same bits: a caller that must repeat a
    trajectory exactly also repeats how many updates it hands in at once, which no clock may decide.
    """

    @property
    def words(self) -> str:
        """How it works now, as "compiled, 8 updates at a time"; changes where it had to fall back."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know: why something quicker is not used, a sentence each."""
        ...

    @property
    def updates(self) -> int:
        """How many updates it takes at a time; multiples of it are handed in best."""
        ...

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
        """Make the kernel that these arguments of `advance` need, where there is one to be made.

        It may take many seconds; meanwhile `pause` is called every 50 ms or less, and what it raises ends
        the waiting. Without `prepare`, `advance` makes the kernel when it first needs it.
        """
        ...

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
        """Return weights and slots of the block's runs after as many updates as there are coefficients.

        rule: its parts are those of the block, from run 0 on. weights, slots, rows: as `Rule.update`
        takes them, the rows the same at each of the updates; data that changes is handed in with one update
        at a time. coefficients: of each update, as `Optimizer.coefficients` gives them: numbers, or
        float64 arrays of NumPy (runs, 1, 1). The arrays that are handed in are not written to.
        pause: called between pieces of the work; what it raises ends it.
        """
        ...


@dataclass(frozen=True, eq=False)
class Chosen:
    """A rung for an experiment: its stepper, and the runs that it takes at once."""

    stepper: Stepper
    block: int
    """Runs of a block: what the processor's cache, or the device's memory, holds."""
    reasons: tuple[str, ...] = ()
    """Why a quicker rung was not chosen, a sentence each."""

    @property
    def words(self) -> str:
        """How it works, as "compiled, 8 updates at a time, blocks of 512 runs"."""
        return f"{self.stepper.words}, blocks of {self.block:,} run{'' if self.block == 1 else 's'}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know, a sentence each."""
        return self.reasons + self.stepper.notes
