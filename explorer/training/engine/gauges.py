"""Metrics through a compiled kernel: those that are arithmetic alone, all in one pass over the logits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from explorer.training.ladder.compiled import Compiled
from explorer.training.ladder.rule import Rule
from explorer.training.ladder.slopes import HANDS_OUT
from explorer.training.metrics import METRICS, Seen
from explorer.training.models import FREE
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from explorer.numeric import Array
    from explorer.training.ladder.rule import Rows, Slots, Weights

ONE: Final = [{"rate": 1.0}]
EAGER_SPEED: Final = 30e6
"""Numbers of the logits of which all metrics are taken in a second with two threads, measured."""
COMPILE_SECONDS: Final = 5.0
"""For the kernel of a loss, compiler started cold."""


@dataclass(frozen=True, eq=False)
class Measuring(Rule):
    """Gives in place of the logits after an update their metrics, (runs, 1, metrics), in order of `names`."""

    names: tuple[str, ...] = ()

    def update(
        self,
        xp: Any,
        weights: Weights,
        slots: Slots,
        rows: Rows,
        coefficients: Mapping[str, Any],
        pause: Callable[[], None] | None = None,
    ) -> tuple[Weights, Slots]:
        """Return the metrics of runs with 0/1 labels and one setting of the loss."""
        (part,) = self.parts
        seen = Seen(xp, self.loss, part.settings, weights[0], rows.targets, other=rows.other, hard=True)
        found = [METRICS[name].function(seen) for name in self.names]
        return (xp.stack(found, axis=-1)[:, None, :],), slots


class Gauge:
    """Kernels of the metrics of a batch; `names`: those that they give. block: the runs of a kernel."""

    def __init__(self, names: Iterable[str], block: int) -> None:
        self.names = tuple(name for name in names if METRICS[name].arithmetic)
        self._kernels = Compiled(block, group=1)

    @property
    def notes(self) -> tuple[str, ...]:
        """Why kernels are not used, where they are not."""
        failed = self._kernels.failed
        return (say("Compiled metrics not used: {reason}.", reason=failed),) if failed else ()

    def prepare(self, rule: Rule, xp: Any, logits: Array, rows: Rows, pause: Callable[[], None]) -> None:
        """Make the kernels that `taken` needs for arrays like these."""
        if self._takes(rows.targets):
            own, answers = self._rule(rule), replace(rows, features=None)
            self._kernels.prepare(own, xp, (logits,), ((),), answers, ONE, pause)

    def taken(self, rule: Rule, xp: Any, logits: Array, rows: Rows) -> dict[str, Array]:
        """Return metrics of runs, (runs,) each; none where labels are soft or there is no kernel."""
        if not self._takes(rows.targets):
            return {}
        own, answers = self._rule(rule), replace(rows, features=None)
        (found,), _ = self._kernels.advance(own, xp, (logits,), ((),), answers, ONE)
        return {name: found[:, 0, index] for index, name in enumerate(self.names)}

    def _takes(self, targets: Array) -> bool:
        return bool(self.names) and not self._kernels.notes and bool((targets == targets * targets).all())

    def _rule(self, rule: Rule) -> Rule:
        return Measuring(FREE, rule.loss, HANDS_OUT, rule.parts, self.names)


def pays(numbers: int) -> bool:
    """Whether a kernel saves more time than it takes; numbers: of the logits of all records of a batch."""
    return numbers / EAGER_SPEED > COMPILE_SECONDS
