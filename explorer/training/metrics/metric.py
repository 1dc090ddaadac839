"""The record of a metric, and what it is told of the runs of a block."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from explorer.training.pauses import by_rows
from explorer.training.scores.f1 import counted as counted_rows
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.catalogue import Loss
    from explorer.numeric import Array
    from explorer.training.tasks.task import Shape

LABELLED_ABOVE: Final = 0.5
"""A soft target counts as its likelier label; 1/2 itself does not."""


@dataclass(frozen=True, eq=False)
class Seen:
    """Runs of one block that share a loss and its settings, at one update; what is derived is kept.

    xp: the namespace of the arrays, NumPy or torch. logits: (runs, rows, n), of the rows held out where the
    task has some, of the rows trained on where not. targets, other: (runs or 1, rows, n). chances: how
    likely each label is, (runs or 1, rows or 1, n), where the task knows it. settings: all of the loss, as
    its functions take them, without the other logits. weights: what is trained, each with a first axis of
    runs. hard: it is known that all targets are 0 or 1. What is derived takes up to some ten times the room
    of the logits. pause: called between pieces of the rows, and may raise; without it there are no pieces.
    """

    xp: Any
    loss: Loss
    settings: Mapping[str, Any]
    logits: Array
    targets: Array
    weights: Sequence[Array] = ()
    other: Array | None = None
    chances: Array | None = None
    hard: bool = False
    pause: Callable[[], None] | None = None
    _arguments: tuple[Array, dict[str, Any]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Put the other logits where the loss takes them."""
        second, settings = self.targets, dict(self.settings)
        if self.loss.other_parameter is not None:
            settings[self.loss.other_parameter] = self.other
        elif self.loss.takes_other_logits:
            second = self.other
        object.__setattr__(self, "_arguments", (second, settings))

    @cached_property
    def value(self) -> Array:
        """The loss of each row, (runs, rows), in nats, summed over classes."""
        return self._both[0]

    @cached_property
    def slopes(self) -> Array:
        """The gradient of each row's loss by its own logits, (runs, rows, n)."""
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[Array, Array]:
        second, settings = self._arguments[0], dict(self._arguments[1])
        name = self.loss.other_parameter
        third = None if name is None else settings.pop(name)

        def both(logits: Array, second: Array, third: Array | None) -> tuple[Array, Array]:
            own = settings if name is None else {**settings, name: third}
            if self.loss.both_function is not None:
                return self.loss.both_function(self.xp, logits, second, **own)
            functions = self.loss.value_function, self.loss.gradient_function
            value, slopes = (function(self.xp, logits, second, **own) for function in functions)
            return value, slopes

        value, slopes = by_rows(self.xp, both, (self.logits, second, third), self.pause)
        return value, slopes

    @cached_property
    def labelled(self) -> Array:
        """Which classes count as labelled, bool (runs or 1, rows, n): targets above 1/2."""
        return self.targets > LABELLED_ABOVE

    @cached_property
    def decided(self) -> Array:
        """Which classes the loss predicts by its own rule, bool (runs, rows, n).

        A loss without a threshold predicts as many as are labelled.
        """
        xp, counted = self.xp, self.loss.counted

        def decide(logits: Array, labelled: Array | None) -> Array:
            own = dict(self.settings)
            if counted:
                own["count"] = xp.sum(xp.astype(labelled, xp.int64), axis=-1)
            return self.loss.decide_function(xp, logits, **own)

        return by_rows(xp, decide, (self.logits, self.labelled if counted else None), self.pause)

    @cached_property
    def counts(self) -> tuple[Array, Array]:
        """How many rows have a class predicted rightly; predicted plus labelled: whole numbers (runs, n)."""
        both, total = counted_rows(self.xp, self.decided, self.labelled)
        return both, total

    @cached_property
    def softmax(self) -> tuple[Array, Array, Array]:
        """Distances d from the largest logit, e^d, both (runs, rows, n), and the sums of e^d (runs, rows)."""
        xp = self.xp

        def softmax(logits: Array) -> tuple[Array, Array, Array]:
            below = logits - xp.max(logits, axis=-1, keepdims=True)
            terms = xp.exp(below)
            return below, terms, xp.sum(terms, axis=-1)

        below, terms, total = by_rows(xp, softmax, (self.logits,), self.pause)
        return below, terms, total

    @cached_property
    def sides(self) -> tuple[Array, Array]:
        """Sums of |slope| over labelled classes and over the others, each the mean over rows, (runs,)."""
        xp = self.xp

        def sums(slopes: Array, labelled: Array) -> tuple[Array, Array]:
            sizes, weights = xp.abs(slopes), xp.astype(labelled, slopes.dtype)
            return xp.vecdot(sizes, weights), xp.vecdot(sizes, 1.0 - weights)

        on, off = by_rows(xp, sums, (self.slopes, self.labelled), self.pause)
        return xp.mean(on, axis=-1), xp.mean(off, axis=-1)


def _always(_shape: Shape, _losses: tuple[Loss, ...]) -> bool:
    return True


@dataclass(frozen=True, kw_only=True, eq=False)
class Metric:
    """One number of each run, recorded at some of its updates.

    function: `Seen` -> (runs,), in the dtype of the logits; NaN where a run has no such number. words: what
    it is, in one sentence. low, high: between which it always lies; infinite where nothing bounds it.
    says_something: whether it tells anything of a task of this shape with one of these losses. arithmetic: of
    0/1 labels it is arithmetic of logits and targets that can be compiled: nothing is sorted, there is no
    branch on numbers, and neither weights nor chances are looked at.
    """

    key: str
    title: str
    order: int
    words: str
    function: Callable[[Seen], Array]
    low: float = 0.0
    high: float = float("inf")
    unit: str = ""
    reference: str = ""
    says_something: Callable[[Shape, tuple[Loss, ...]], bool] = _always
    arithmetic: bool = False

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say(self.title)
