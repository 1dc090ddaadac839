"""The gradient of a loss three ways: closed form, central differences, automatic differentiation.

Central differences in float64 are taken at ever smaller steps and extrapolated (Ridders): of each class the
entry of the table that moves least is kept, with that movement as its own doubt. Steps stay on one side of
each kink of the loss; a class that stands at one is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.given import compared, given, of
from explorer.analysis.keeping import frozen
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.analysis.given import Given
    from explorer.analysis.keeping import Same
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

FIRST_STEP: Final = 0.25  # logits; each further step is half as long
LEVELS: Final = 10
AT_KINK: Final = 1e-3  # a class this near to a kink has no derivative that a difference could find
NUMBERS: Final = 100_000  # classes x classes checked: of very many only some are
LEAST: Final = 16
MOST: Final = 64
TOGETHER: Final = 200  # classes up to which all moved samples are evaluated at once
TOLERANCES: Final = {"differences": 1e-7, "autograd": 1e-11}  # of the largest gradient of the sample, or 1
NO_TORCH: Final = noted("torch is not installed")


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """The gradient of some classes. All of shape (m,).

    classes: their places, ascending. closed: by the formula. differences: by central differences; doubt:
    how far these may be off themselves. kinked: whether the class stands at a kink.
    scale: the largest |gradient| of the sample, or 1: by it errors are measured.
    """

    classes: NDArray[np.intp]
    closed: Numbers
    differences: Numbers
    doubt: Numbers
    kinked: NDArray[np.bool_]
    scale: float

    def errors(self, other: Numbers) -> Numbers:
        """Return |closed - other| over the scale, shape (m,); NaN at kinks, 0 where both are one infinity."""
        with np.errstate(all="ignore"):
            apart = np.where(self.closed == other, 0.0, np.abs(self.closed - other)) / self.scale
        return np.where(self.kinked, np.nan, apart)


def checked(
    sample: Sample, shown: ShownLoss, other: Numbers | None = None, first: Sequence[int] = ()
) -> Checked | None:
    """Check a loss on a sample; None where it refuses the targets.

    other: the logits that the loss compares with, if it does. Of very many classes those in `first` are
    checked, then those of the largest gradient. Read-only and kept.
    """
    return _checked(sample, shown, compared(shown, other), tuple(first))


@lru_cache(maxsize=16)
def _checked(
    sample: Sample, shown: ShownLoss, other: Same[Numbers] | None, first: tuple[int, ...]
) -> Checked | None:
    evaluation = evaluate(sample, shown, of(other))
    if evaluation.refusal is not None:
        return None
    loss = given(sample.targets, shown, of(other))
    classes = _chosen(evaluation.gradient, first)
    distances = _to_kinks(loss, sample)[classes]
    steps = np.minimum(FIRST_STEP, distances / 2)
    kinked = distances < AT_KINK
    with np.errstate(all="ignore"):
        differences, doubt = _differences(loss, sample.logits, classes, np.where(kinked, FIRST_STEP, steps))
    sizes = np.abs(evaluation.gradient[np.isfinite(evaluation.gradient)])
    return Checked(
        classes=classes,
        closed=frozen(evaluation.gradient[classes]),
        differences=frozen(differences),
        doubt=frozen(doubt),
        kinked=kinked,
        scale=max(1.0, float(sizes.max(initial=0.0))),
    )


def _differences(
    loss: Given, logits: Numbers, classes: NDArray[np.intp], steps: Numbers
) -> tuple[Numbers, Numbers]:
    """Differentiate by the values along each class's logit."""
    halved = steps[:, None] / 2.0 ** np.arange(LEVELS)
    up, down = logits[classes][:, None] + halved, logits[classes][:, None] - halved
    moved = np.concatenate([up, down], axis=1)
    if len(logits) <= TOGETHER:
        values = loss.value(_moved(logits, classes, moved))
    else:
        values = np.array(
            [loss.along(logits, (int(place),), (row,)) for place, row in zip(classes, moved, strict=True)]
        )
    return ridders((values[:, :LEVELS] - values[:, LEVELS:]) / (up - down))


def _moved(logits: Numbers, classes: NDArray[np.intp], moved: Numbers) -> Numbers:
    """Return the logits with each class in turn at each of its places, (m, places, n)."""
    rows = np.broadcast_to(logits, (*moved.shape, len(logits))).copy()
    rows[np.arange(len(classes))[:, None], np.arange(moved.shape[1]), classes[:, None]] = moved
    return rows


def ridders(slopes: Numbers) -> tuple[Numbers, Numbers]:
    """Return derivatives from central differences at steps h, h/2, h/4, ..., shape (m, levels).

    Also how far they may be off, shape (m,): the steadiest entry of Romberg's table is taken, by how far it
    is from its neighbours.
    """
    best, doubt = np.full(len(slopes), np.nan), np.full(len(slopes), np.inf)
    above: list[Numbers] = []
    for finest in slopes.T:
        row = [finest]
        for order, coarse in enumerate(above, start=1):
            row.append(row[-1] + (row[-1] - coarse) / (4.0**order - 1.0))
            moved = np.maximum(np.abs(row[-1] - row[-2]), np.abs(row[-1] - coarse))
            steadier = moved < doubt
            best, doubt = np.where(steadier, row[-1], best), np.where(steadier, moved, doubt)
        above = row
    return best, doubt


def _chosen(gradient: Numbers, first: tuple[int, ...]) -> NDArray[np.intp]:
    """Return the classes that are checked: all, or of many the wanted ones and those that matter most."""
    count = len(gradient)
    most = min(max(LEAST, NUMBERS // count), MOST)
    if count <= most:
        return np.arange(count)
    ranked = np.argsort(-np.abs(np.nan_to_num(gradient)), kind="stable")
    wanted = np.array([index for index in first if 0 <= index < count], dtype=np.intp)
    order = np.concatenate([wanted, ranked[~np.isin(ranked, wanted)]])
    return np.sort(order[:most])


def _to_kinks(loss: Given, sample: Sample) -> Numbers:
    """Return how far each class's logit is from the nearest kink of the loss, shape (n,)."""
    far = np.full(len(sample.logits), np.inf)
    if loss.loss.kinks is None:
        return far
    settings = loss.loss.settings(**loss.settings)
    with np.errstate(all="ignore"):
        for kink in loss.loss.kinks(sample.targets, **settings):
            gap = np.abs(np.asarray(kink, dtype=np.float64) - sample.logits)
            far = np.fmin(far, gap)
    return far


# Automatic differentiation


@dataclass(frozen=True, eq=False)
class Autograd:
    """Gradients by torch, of one sample: for each loss shape (n,), or why there is none.

    logits, targets, other: what they answer.
    """

    logits: Numbers
    targets: Numbers
    other: Numbers | None
    gradients: dict[ShownLoss, Numbers | str]

    def of(self, sample: Sample, shown: ShownLoss, other: Numbers | None = None) -> Numbers | str | None:
        """Return the gradient of a loss on a sample, or why there is none; None where it is not known."""
        same = np.array_equal(self.logits, sample.logits, equal_nan=True) and np.array_equal(
            self.targets, sample.targets, equal_nan=True
        )
        if compared(shown, other) is not None:
            same = same and self.other is not None and np.array_equal(self.other, np.asarray(other))
        return self.gradients.get(shown) if same else None


def autograd(
    logits: Numbers,
    targets: Numbers,
    shown: Sequence[ShownLoss],
    other: Numbers | None = None,
    check: Callable[[], object] = lambda: None,
) -> Autograd:
    """Differentiate losses by torch, in float64; `check` is called before each, and may raise.

    torch is imported here: not for the window's own process.
    """
    found: dict[ShownLoss, Numbers | str] = {}
    for loss in shown:
        check()
        try:
            found[loss] = (
                say(NO_TORCH) if find_spec("torch") is None else _by_torch(logits, targets, loss, other)
            )
        except Exception as error:  # whatever a foreign loss raises is shown in its place
            found[loss] = f"{type(error).__name__}: {error}"
    return Autograd(logits, targets, other, found)


def _by_torch(logits: Numbers, targets: Numbers, shown: ShownLoss, other: Numbers | None) -> Numbers | str:
    import torch

    loss = given(targets, shown, other)
    leaf = torch.tensor(np.asarray(logits), dtype=torch.float64, requires_grad=True)
    value = loss.loss.value(leaf, torch.tensor(np.asarray(loss.second)), **loss.settings)
    if not value.requires_grad:
        return say("its value does not depend on the logits")
    value.backward()
    return (
        frozen(np.array(leaf.grad.numpy(), dtype=np.float64)) if leaf.grad is not None else say("no gradient")
    )
