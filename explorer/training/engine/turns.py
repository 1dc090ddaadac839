"""A turn: one block some updates further, and what is recorded of it on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from explorer.training.draws import no_pause
from explorer.training.engine.blocks import advanced
from explorer.training.engine.feeds import fed
from explorer.training.engine.measure import measured, seen_logits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.training.device import Place
    from explorer.training.engine.blocks import Block
    from explorer.training.engine.rungs import Rungs


BREATH: Final = 0.01
"""Seconds of the updates that are handed in at once, where any count of them gives the same numbers."""


@dataclass(frozen=True, eq=False)
class Kept:
    """The metrics of a block at its update, each (runs,), and its logits where those are kept."""

    block: Block
    values: dict[str, NDArray[Any]]
    logits: NDArray[Any] | None


@dataclass(frozen=True, eq=False)
class Turns:
    """How blocks are taken further. names: of metrics. raw: logits are kept. seconds: how long a turn lasts.

    pause: called between pieces of the work, some milliseconds each; what it raises ends a turn.
    Pure but for kernels that are made: turns of different blocks may be taken side by side.
    """

    place: Place
    rungs: Rungs
    names: Sequence[str]
    raw: bool
    seconds: float
    pause: Callable[[], None] = no_pause

    def taken(self, block: Block, record: int) -> tuple[Block, list[Kept]]:
        """Return a block at update `record`, or as far as it comes, and what is kept of it.

        The start and `record` are kept. How far it comes is for the clock to say, what it is then is not.
        """
        began, kept = time.monotonic(), []
        if not block.begun:
            kept.append(self._kept(block))
            block = replace(block, begun=True)
        most, count = self.rungs.updates(block), self._first(block)
        while block.update < record:
            self.pause()
            breath, before = time.monotonic(), block.update
            block = self._advanced(block, min(record, before + count))
            if block.update == record:
                kept.append(self._kept(block))
            now = time.monotonic()
            if now - began >= self.seconds:
                break
            if self._is_free(block):
                each = (now - breath) / (block.update - before)
                count = max(1, min(most, int(BREATH / max(each, 1e-9))))
        return block, kept

    def _first(self, block: Block) -> int:
        """Return how many updates are handed in first: one where the clock may say how many come next."""
        return 1 if self._is_free(block) else self.rungs.updates(block)

    def _is_free(self, block: Block) -> bool:
        """Whether the same numbers come out however many updates are handed in at once.

        A kernel for several updates rounds otherwise than several kernels for one.
        """
        return self.rungs.stepper(block).updates == 1

    def _advanced(self, block: Block, last: int) -> Block:
        """Return a block after the update `last`."""
        numbers = [self.rungs.numbers(block.batch, update) for update in range(block.update + 1, last + 1)]
        rows = block.trained
        if block.feed.is_fresh:
            rows = fed(block.trained, block.feed, self.place, last, self.pause)
        return advanced(block, rows, self.rungs.stepper(block), self.place, numbers, self.pause)

    def _kept(self, block: Block) -> Kept:
        logits = seen_logits(block, self.place)
        values = measured(block, logits, self.place, self.names, self.rungs.gauge(block), self.pause)
        return Kept(block, values, self.place.numbers(logits) if self.raw else None)
