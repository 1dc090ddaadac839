"""Landscape: one loss over two logits while all others stay, with contours and field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from explorer.analysis.contours import choose_levels, contour_lines
from explorer.analysis.evaluation import standing
from explorer.analysis.given import compared, of
from explorer.analysis.keeping import frozen, unanswered
from explorer.analysis.others import others
from explorer.analysis.slopes import slopes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.keeping import Same
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]

Limits = tuple[float, float]

ARROWS = 8  # of the field, along each axis
AT_ONCE = 2**14  # logits of all arrows together up to which one gradient costs less than one for each


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """Minus the gradient in the two logits, on a coarse grid. All of shape (arrows,).

    x, y: the two logits. u, v: how a descent would move them, per unit of learning rate.
    """

    x: Numbers
    y: Numbers
    u: Numbers
    v: Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Landscape:
    """One loss over two logits. Arrays are read-only.

    xs, ys: shape (size,), the logits of the two classes. values: nat, values[row of y, column of x];
    low, high: its finite limits, NaN when there are none. contours: (level, lines) with lines as
    arrays (points, 2) of x and y; step: the distance of the levels, 0 for a flat landscape.
    """

    xs: Numbers
    ys: Numbers
    values: Numbers
    low: float
    high: float
    step: float
    contours: tuple[tuple[float, tuple[Numbers, ...]], ...]
    field: Field


def landscape(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    x_limits: Limits,
    y_limits: Limits,
    size: int = 64,
    other: Numbers | None = None,
) -> Landscape:
    """Value of a loss over the logits of two different classes; kept while all other logits stay.

    size: points along each axis. other: the logits that the loss compares with, if it does. A refused
    loss gives NaN values, no contours and a NaN field.
    Raises ValueError when the two classes are the same.
    """
    checked_classes(classes)
    rest = others(sample, classes)
    limits = tuple(x_limits), tuple(y_limits)
    return _landscape(rest, shown, tuple(classes), *limits, size, compared(shown, other))


def checked_classes(classes: tuple[int, int]) -> None:
    """Raise ValueError unless two different classes are named."""
    if classes[0] == classes[1]:
        message = f"classes {classes}: a landscape needs two different classes"
        raise ValueError(message)


@lru_cache(maxsize=16)
def _landscape(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    x_limits: Limits,
    y_limits: Limits,
    size: int,
    other: Same[Numbers] | None,
) -> Landscape:
    xs, ys = frozen(np.linspace(*x_limits, size)), frozen(np.linspace(*y_limits, size))
    with np.errstate(all="ignore"):
        values = _values(sample, shown, classes, xs, ys, of(other))
        low, high = _limits(values)
        levels = choose_levels(low, high)
        return Landscape(
            xs=xs,
            ys=ys,
            values=values,
            low=low,
            high=high,
            step=levels.step,
            contours=contour_lines(xs, ys, values, levels.heights),
            field=_field(sample, shown, classes, x_limits, y_limits, of(other)),
        )


def _values(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    xs: Numbers,
    ys: Numbers,
    other: Numbers | None,
) -> Numbers:
    """Shape (len(ys), len(xs)), read-only."""
    found = standing(sample, shown, other)
    if found.refusal is not None:
        return unanswered(len(ys), len(xs))
    values = found.given.along(sample.logits, classes, (xs, ys))
    return frozen(np.array(values.T, dtype=np.float64, order="C"))


def _limits(values: Numbers) -> Limits:
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if len(finite) else (float("nan"), float("nan"))


def _field(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    x_limits: Limits,
    y_limits: Limits,
    other: Numbers | None,
) -> Field:
    x, y = (points.ravel() for points in np.meshgrid(_middles(x_limits), _middles(y_limits)))
    if standing(sample, shown, other).refusal is not None:
        return Field(x=frozen(x), y=frozen(y), u=unanswered(len(x)), v=unanswered(len(x)))
    pull = -_slopes_at(sample, shown, classes, x, y, other)
    return Field(x=frozen(x), y=frozen(y), u=frozen(pull[:, 0]), v=frozen(pull[:, 1]))


def _slopes_at(
    sample: Sample,
    shown: ShownLoss,
    classes: tuple[int, int],
    x: Numbers,
    y: Numbers,
    other: Numbers | None,
) -> Numbers:
    """Return the gradient in the two logits at points, (points, 2); of few classes all points at once."""
    if len(x) * len(sample.logits) <= AT_ONCE:
        logits = np.tile(sample.logits, (len(x), 1))
        logits[:, classes[0]], logits[:, classes[1]] = x, y
        gradient = standing(sample, shown, other).given.gradient(logits)
        return np.stack([gradient[:, index] for index in classes], axis=1)
    slopes = slopes_of(sample, shown, classes, other)
    return np.array([slopes(point) for point in zip(x.tolist(), y.tolist(), strict=True)])


def _middles(limits: Limits) -> Numbers:
    """Middles of equal cells, so that no arrow stands on the edge."""
    low, high = limits
    return low + (high - low) * (np.arange(ARROWS) + 0.5) / ARROWS
