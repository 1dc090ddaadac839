"""The dtype microscope: what a loss and its gradient lose in 32 and 16 bits, in our form and in others'.

One logit runs through a range. Logits are first rounded to the format, and truth is float64 at those: what
is seen is the error of the arithmetic, not of the input.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.evaluation import evaluate
from explorer.analysis.forms import forms_of
from explorer.analysis.given import compared, given, of
from explorer.analysis.keeping import frozen
from explorer.analysis.narrow import FORMATS, Bfloat16
from explorer.analysis.others import others
from explorer.losses import LOSSES
from explorer.wording import cached, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.analysis.forms import Form
    from explorer.analysis.given import Given
    from explorer.analysis.keeping import Same
    from explorer.analysis.narrow import Format
    from explorer.study.study import ShownLoss
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]
    Mask = NDArray[np.bool_]

MOST: Final = 32  # classes beside the moving one: those of the largest gradient
OURS: Final = ""  # the key of our own form


@dataclass(frozen=True, slots=True, eq=False)
class Errors:
    """How one quantity comes out along the range. All of shape (points,).

    found, truth: the numbers. relative: |found - truth| / |truth|; infinite where only truth is 0, NaN where
    the found is no number. dead: 0 where truth rounded to the format is not. small: 0 because the format has
    no number so small. broken: NaN, or an infinity where truth is none.
    """

    found: Numbers
    truth: Numbers
    relative: Numbers
    dead: Mask
    small: Mask
    broken: Mask


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """One form in one format: its errors in value and in the gradient of the moving class."""

    form: str
    title: str
    source: str
    dtype: str
    value: Errors
    gradient: Errors


@dataclass(frozen=True, slots=True, eq=False)
class Microscope:
    """Bands along a range of one logit. bands: forms in order, each in the order of FORMATS.

    beside: how many other classes were kept, of `others`; missing: forms that know not all settings.
    """

    grid: Numbers
    bands: tuple[Band, ...]
    beside: int
    others: int
    missing: tuple[str, ...]


def microscope(
    sample: Sample,
    shown: ShownLoss,
    class_index: int,
    reach: float,
    points: int,
    other: Numbers | None = None,
) -> Microscope | None:
    """Look at a loss while the logit of one class runs from -reach to reach; None where it refuses.

    other: the logits that the loss compares with, if it does. Kept.
    """
    rest = others(sample, (int(class_index),))  # the same while the class itself is dragged
    return _microscope(rest, shown, int(class_index), float(reach), int(points), compared(shown, other))


@cached(maxsize=8)
def _microscope(
    sample: Sample,
    shown: ShownLoss,
    class_index: int,
    reach: float,
    points: int,
    other: Same[Numbers] | None,
) -> Microscope | None:
    evaluation = evaluate(sample, shown, of(other))
    if evaluation.refusal is not None:
        return None
    kept = _kept(evaluation.gradient, class_index)
    loss = _part(given(sample.targets, shown, of(other)), kept)
    place = int(np.flatnonzero(kept == class_index)[0])
    grid = frozen(np.linspace(-reach, reach, points))
    rows = np.repeat(sample.logits[kept][None], points, axis=0)
    rows[:, place] = grid
    forms, missing = _forms(shown)
    bands = [_band(form, dtype, loss, rows, place) for form in (None, *forms) for dtype in FORMATS]
    return Microscope(grid, tuple(bands), len(kept) - 1, len(sample.logits) - 1, missing)


def _kept(gradient: Numbers, class_index: int) -> NDArray[np.intp]:
    """Return the moving class and those beside it that weigh most, ascending."""
    ranked = np.argsort(-np.abs(np.nan_to_num(gradient)), kind="stable")
    beside = ranked[ranked != class_index][:MOST]
    return np.sort(np.append(beside, class_index))


def _part(loss: Given, kept: NDArray[np.intp]) -> Given:
    """Return the loss on some of its classes."""
    count = len(loss.second)
    settings = {
        name: tuple(np.asarray(setting)[kept].tolist()) if isinstance(setting, tuple) else setting
        for name, setting in loss.settings.items()
    }
    if loss.other is not None and loss.loss.other_parameter is not None:
        settings[loss.loss.other_parameter] = loss.other[kept]
    other = None if loss.other is None else loss.other[kept]
    return replace(loss, second=loss.second[kept], settings=settings, other=other) if count else loss


def _forms(shown: ShownLoss) -> tuple[tuple[Form, ...], tuple[str, ...]]:
    """Return the forms that can do what the settings say, and the titles of those that cannot."""
    told = {name for name, _ in _unusual(shown)}
    forms = forms_of(shown.key)
    able = tuple(form for form in forms if told <= set(form.parameters))
    return able, tuple(form.title for form in forms if form not in able)


def _unusual(shown: ShownLoss) -> tuple[tuple[str, Any], ...]:
    """Return the settings that differ from their defaults."""
    usual = LOSSES[shown.key].settings()
    return tuple((name, value) for name, value in shown.settings if usual.get(name) != value)


def _band(form: Form | None, dtype: Format, loss: Given, rows: Numbers, place: int) -> Band:
    narrow = dtype.cast(rows)
    seen = _wide(narrow)
    with np.errstate(all="ignore"):
        truth_value, truth_gradient = loss.value(seen), loss.gradient(seen)[..., place]
        value, gradient = _run(form, loss, narrow)
    return Band(
        form=OURS if form is None else form.key,
        title=say("this program") if form is None else say(form.title),
        source=say("closed form, written to keep digits") if form is None else say(form.source),
        dtype=dtype.name,
        value=_errors(_wide(value), truth_value, dtype),
        gradient=_errors(_wide(gradient)[..., place], truth_gradient, dtype),
    )


def _run(form: Form | None, loss: Given, narrow: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Compute value and gradient in the format of the logits."""
    second: NDArray[Any] = np.broadcast_to(loss.second, narrow.shape)
    if form is not None:
        settings = {name: loss.settings[name] for name in form.parameters if name in loss.settings}
        return form.value(narrow, second, **settings), form.gradient(narrow, second, **settings)
    settings = dict(loss.settings)
    name = loss.loss.other_parameter
    if name is not None:
        settings[name] = np.broadcast_to(settings[name], narrow.shape)
    if isinstance(narrow, Bfloat16):
        second = second.astype(np.float32).view(Bfloat16)
    return loss.loss.value(narrow, second, **settings), loss.loss.gradient(narrow, second, **settings)


def _wide(values: NDArray[Any]) -> Numbers:
    """Return numbers of any format as float64."""
    plain = values.view(np.ndarray) if isinstance(values, Bfloat16) else np.asarray(values)
    return plain.astype(np.float64)


def _errors(found: Numbers, truth: Numbers, dtype: Format) -> Errors:
    with np.errstate(all="ignore"):
        representable = _wide(dtype.cast(truth))
        gap = np.where(found == truth, 0.0, np.abs(found - truth))
        relative = np.where(gap == 0.0, 0.0, gap / np.abs(truth))
    nothing = (found == 0.0) & (truth != 0.0)
    # What is beyond the largest number of the format is no fault of the form either.
    broken = ~np.isfinite(found) & np.isfinite(representable)
    return Errors(
        found, truth, relative, nothing & (representable != 0.0), nothing & (representable == 0.0), broken
    )


def worst(band: Band, quantity: str) -> float:
    """Return the largest finite relative error of a band's value or gradient."""
    errors: Errors = getattr(band, quantity)
    finite = errors.relative[np.isfinite(errors.relative)]
    return float(finite.max(initial=0.0))


def runs(mask: Mask) -> list[tuple[int, int]]:
    """Return the stretches where a mask is on, first and last place of each."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(start), int(end) - 1) for start, end in zip(edges[::2], edges[1::2], strict=True)]
