"""A pass over many samples: what every shown loss says about each, block by block."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import numpy as np

from explorer.analysis.doctor.block import Block
from explorer.analysis.doctor.losses import traits
from explorer.analysis.doctor.registry import marks
from explorer.analysis.doctor.twins import NO_PAIRS, confirmed, contradicting, prints_of
from explorer.analysis.evaluation import misfit
from explorer.analysis.whole import keep_freed_memory
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Loss
    from explorer.study.study import ShownLoss

    Numbers = NDArray[np.float64]

T = TypeVar("T")

# Numbers a block, 512 kB of float64: the dozen arrays that a loss makes of it stay in the processor's cache.
BLOCK: Final = 1 << 16
MOST_ROWS: Final = 2_048
BY_ROW: Final = ("values", "norms", "f1", "margin", "labels", "marks")  # what `Answers` have for every row


class Rows(Protocol):
    """What a pass reads: a table, or its rows in another process."""

    def __len__(self) -> int:
        """Count the rows."""

    def block(self, start: int, stop: int) -> tuple[Numbers, Numbers]:
        """Return rows start to stop - 1: logits and targets, float64, shape (stop - start, classes)."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a pass found; NaN where a loss has no meaning for the targets.

    values: nat, summed over classes; norms: 2-norm of the gradient; f1: of each loss's decision; shape
    (losses, rows). margin: smallest logit of a labelled class minus largest of another, NaN where there
    is none of either; labels: how many classes are labelled; marks: what the doctor found
    (`doctor.registry.marks`); shape (rows,). positives: in how many rows each class is labelled, shape
    (classes,). twins: rows with the same logits and other targets, shape (pairs, 2); of a whole pass only.
    """

    values: Numbers
    norms: Numbers
    f1: Numbers
    margin: Numbers
    labels: NDArray[np.int32]
    marks: NDArray[np.uint64]
    positives: NDArray[np.int64]
    twins: NDArray[np.intp]

    @classmethod
    def room(cls, losses: int, rows: int, classes: int) -> Answers:
        """Return answers to be written, of this shape."""
        values, norms, f1 = (np.empty((losses, rows)) for _ in range(3))
        return cls(
            values,
            norms,
            f1,
            np.empty(rows),
            np.empty(rows, dtype=np.int32),
            np.empty(rows, dtype=np.uint64),
            np.zeros(classes, dtype=np.int64),
            NO_PAIRS,
        )

    def part(self, start: int, stop: int) -> Answers:
        """Return the answers of some rows as views; what is of all rows stays."""
        return replace(self, **{name: getattr(self, name)[..., start:stop] for name in BY_ROW})

    def frozen(self) -> Answers:
        """Make them read-only."""
        for name in (*BY_ROW, "positives", "twins"):
            getattr(self, name).flags.writeable = False
        return self


def block_rows(classes: int) -> int:
    """Count the rows of a block for so many classes: up to 2,048, fewer where rows are wide."""
    return max(1, min(MOST_ROWS, BLOCK // classes))


def evaluate_all(
    rows: Rows,
    classes: int,
    shown: Sequence[ShownLoss],
    progress: Callable[[int, int], None] | None = None,
    check: Callable[[], None] | None = None,
    threads: int = 1,
) -> Answers:
    """Evaluate losses on every row, in blocks.

    progress: called with rows done and rows in all after every block. check: called, by every thread,
    between pieces of at most some milliseconds; what it raises ends the pass, in every thread, and it is not
    called again. threads: how many blocks are worked on at once; the answers are the same. Raises KeyError
    for a loss that is not in the catalogue.
    """
    keep_freed_memory()
    if check is not None and threads > 1:
        check = _SharedCheck(check)
    total, step = len(rows), block_rows(classes)
    judges = [Judge.of(one, classes) for one in shown]
    answers, prints = Answers.room(len(judges), total, classes), np.empty((2, total), dtype=np.uint64)

    def answer(start: int) -> tuple[int, NDArray[np.int64]]:
        stop = min(start + step, total)
        logits, targets = rows.block(start, stop)
        prints[:, start:stop] = prints_of(logits, targets)
        return stop, _answer(logits, targets, judges, answers.part(start, stop), check)

    for stop, positives in _in_order(answer, range(0, total, step), threads):
        answers.positives[:] += positives
        if progress is not None:
            progress(stop, total)
    return replace(answers, twins=confirmed(contradicting(prints), rows.block)).frozen()


@dataclass(slots=True, eq=False)
class _SharedCheck:
    """A check of several threads: what it raised in one is raised in the others when they look next."""

    check: Callable[[], None]
    lock: Lock = field(default_factory=Lock)
    raised: BaseException | None = None

    def __call__(self) -> None:
        with self.lock:
            if self.raised is not None:
                raise self.raised
            try:
                self.check()
            except BaseException as error:
                self.raised = error
                raise


def _in_order(work: Callable[[int], T], items: Iterable[int], threads: int) -> Iterator[T]:
    """Yield what `work` gives for each item, by one thread or several; leaving early drops the rest."""
    if threads == 1:
        yield from map(work, items)
        return
    pool = ThreadPoolExecutor(threads)
    try:
        yield from pool.map(work, items)
    finally:
        pool.shutdown(cancel_futures=True)


def evaluate_block(logits: Numbers, targets: Numbers, shown: Sequence[ShownLoss]) -> Answers:
    """Evaluate losses on rows at hand, shape (rows, classes) each."""
    classes = logits.shape[1]
    answers = Answers.room(len(shown), len(logits), classes)
    judges = [Judge.of(one, classes) for one in shown]
    answers.positives[:] = _answer(logits, targets, judges, answers, None)
    return answers.frozen()


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """One loss with settings that were checked; `fits` is false where it has no value in a pass."""

    shown: ShownLoss
    loss: Loss
    settings: dict[str, Any]
    fits: bool

    @classmethod
    def of(cls, shown: ShownLoss, classes: int) -> Judge:
        """Check a shown loss against the number of classes."""
        loss = LOSSES[shown.key]
        # a pass has no pins: a loss that compares with other logits has no value there
        fits = misfit(loss, shown, classes) is None and not loss.takes_other_logits
        return cls(shown, loss, dict(shown.settings) if fits else {}, fits)


def _answer(
    logits: Numbers,
    targets: Numbers,
    judges: Sequence[Judge],
    answers: Answers,
    check: Callable[[], None] | None,
) -> NDArray[np.int64]:
    """Write the answers of one block; return in how many of its rows each class is labelled."""
    # Sums must run along the classes of one row, as for a single sample, to round alike.
    logits, targets = np.ascontiguousarray(logits), np.ascontiguousarray(targets)
    losses = traits(tuple(judge.shown for judge in judges), logits.shape[1])
    block = Block(logits, targets, losses, answers.values, answers.norms, answers.f1)
    labels = _counted(block.truth)
    answers.labels[:] = labels
    undecided = np.isnan(block.top)
    with np.errstate(all="ignore"):  # NaN and infinities are data
        answers.margin[:] = _margins(block, labels)
        for place, judge in enumerate(judges):
            if check is not None:
                check()
            decision = judge.loss.decide(logits, targets, **judge.settings)
            answers.f1[place] = np.where(undecided, np.nan, _f1(decision, block.truth, labels))
            if judge.fits:
                both = judge.loss.value_and_gradient(logits, targets, **judge.settings)
                answers.values[place], answers.norms[place] = both[0], _norms(both[1])
            else:
                answers.values[place] = answers.norms[place] = np.nan
    if check is not None:
        check()
    answers.marks[:] = marks(block)
    positives: NDArray[np.int64] = np.add.reduce(block.truth, axis=0, dtype=np.int64)
    return positives


def _margins(block: Block, labels: NDArray[np.int32]) -> Numbers:
    """Smallest logit of a labelled class minus largest of another, (rows,).

    NaN where one side is empty, or holds a NaN.
    """
    gap: Numbers = block.inside - block.outside + 0.0  # no minus before a margin of 0
    gap[(labels == 0) | (labels == block.classes)] = np.nan
    return gap


def _norms(gradient: Numbers) -> Numbers:
    norms: Numbers = np.sqrt(np.einsum("...n,...n->...", gradient, gradient))
    return norms


def _f1(decision: NDArray[np.bool_], truth: NDArray[np.bool_], labels: NDArray[np.int32]) -> Numbers:
    """`decisions.f1` of every row."""
    counted = labels + _counted(decision)
    both = _counted(np.logical_and(decision, truth))
    scores: Numbers = 2.0 * both / np.maximum(counted, 1)
    scores[counted == 0] = 1.0
    return scores


def _counted(mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    counts: NDArray[np.int32] = np.add.reduce(mask, axis=-1, dtype=np.int32)
    return counts
