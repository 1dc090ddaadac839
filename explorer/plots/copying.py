"""What a card shows as numbers: a text with tabs and Python with every digit, a LaTeX table with four."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, SupportsFloat

import numpy as np

from explorer.analysis.at_time import at_step
from explorer.analysis.landscape import landscape as field_over
from explorer.analysis.readings import sigma, sigma_of_double, softmax
from explorer.analysis.sharpening import loss_against_alpha
from explorer.plots import budget, gradient, landscape, plot_of, sharpening, values, written_tables
from explorer.plots import logits as editor
from explorer.plots import slice as slice_
from explorer.plots.figure import Line
from explorer.plots.shown import sight
from explorer.plots.tabbed import tabbed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from explorer.plots.figure import Figure
    from explorer.study.state import State


def numbers_of(state: State, key: str) -> str:
    """Return the numbers of a figure with a line of headings; "" where it has none.

    Floats are written as Python writes them: shortest that reads back the same, nan and inf by name.
    KeyError for a key that is no figure's.
    """
    plot = plot_of(key)
    written = _OF.get(key) or plot.part("copied")
    return written(plot.seen(state)) if written is not None else ""


def latex_of(state: State, key: str) -> str:
    """Return the numbers of a figure as a LaTeX table; "" where it has none. KeyError as `numbers_of`."""
    return written_tables.latex(numbers_of(state, key), _caption(state, key))


def python_of(state: State, key: str) -> str:
    """Return the numbers of a figure as Python lists; "" where it has none. KeyError as `numbers_of`."""
    return written_tables.python(numbers_of(state, key), _caption(state, key))


def _caption(state: State, key: str) -> str:
    """Name the figure, the study and the sample in one line; a figure of a population the first alone."""
    plot = plot_of(key)
    if plot.group == "population":
        return plot.title
    return f"{plot.title}: {state.study.title}, {state.sample.name}"


def class_numbers(state: State, classes: Iterable[int]) -> str:
    """Return logit, target and the three readings of some classes."""
    sample = at_step(state).sample
    with np.errstate(all="ignore"):
        columns = (
            sample.logits,
            sample.targets,
            sigma(sample.logits),
            sigma_of_double(sample.logits),
            softmax(sample.logits),
        )
    head = ("class", "s", "t", "sigma(s)", "sigma(2s)", "softmax")
    return _table(head, ([sample.classes[i], *(column[i] for column in columns)] for i in classes))


def _editor(state: State) -> str:
    return class_numbers(state, range(len(state.sample.classes)))


def _gradient(state: State) -> str:
    losses = sight(state).losses
    if not losses:
        return ""
    entries = np.array([entry.evaluation.gradient for entry in losses]).T
    lines = ([name, *row] for name, row in zip(state.sample.classes, entries, strict=True))
    return _table(("class", *(entry.label for entry in losses)), lines)


def _slice(state: State) -> str:
    name = state.sample.classes[state.look.slice_class]
    return _curves(state, slice_.figure(state), f"s({name})")


def _curves(state: State, figure: Figure, first: str) -> str:
    """Return the curves of losses as the figure draws them, a column each."""
    losses = sight(state).losses
    curves = [mark for mark in figure.marks if isinstance(mark, Line) and mark.look is not None]
    if not curves or not losses:
        return ""
    columns = [np.asarray(curves[0].x), *(np.asarray(curve.y) for curve in curves)]
    return _table((first, *(entry.label for entry in losses)), zip(*columns, strict=True))


def _budget(state: State) -> str:
    losses = sight(state).losses
    return _table(
        ("loss", "pushes up", "pulls down"),
        ([entry.label, entry.evaluation.up, entry.evaluation.down] for entry in losses),
    )


def _values(state: State) -> str:
    losses = sight(state).losses
    has_pin = any(entry.pinned is not None for entry in losses)
    lines = []
    for entry in losses:
        line: list[str | float] = [entry.label, entry.evaluation.value, entry.evaluation.lowest]
        if has_pin:
            line.append(float("nan") if entry.pinned is None else entry.pinned.value)
        lines.append(line)
    return _table(("loss", "value", "lowest possible", *(("pinned",) if has_pin else ())), lines)


def _sharpening(state: State) -> str:
    alphas = sharpening.alphas_of(state)
    if state.look.sharpening == "loss":
        losses = sight(state).losses
        found = [entry.evaluation for entry in losses]
        curves = [loss_against_alpha(each.sample, each.shown, alphas, each.other) for each in found]
        head = [entry.label for entry in losses]
    else:
        bands = sharpening.bands_of(state)
        curves = list(bands.curves.T)
        head = [state.sample.classes[index] for index in bands.named]
    return _table(("alpha", *head), zip(alphas, *curves, strict=True)) if curves else ""


def _landscape(state: State) -> str:
    figure, field = landscape.figure(state), landscape.field_of(state)
    if field is None or figure.note:
        return ""
    first, second = (state.sample.classes[index] for index in state.look.landscape)
    limits = (figure.x.low, figure.x.high), (figure.y.low, figure.y.high)
    loss = field.evaluation
    drawn = field_over(loss.sample, loss.shown, state.look.landscape, *limits, other=loss.other)
    x, y = np.meshgrid(drawn.xs, drawn.ys)
    columns = x.ravel(), y.ravel(), drawn.values.ravel()
    return _table((f"s({first})", f"s({second})", field.label), zip(*columns, strict=True))


def _table(head: Iterable[str], lines: Iterable[Iterable[str | SupportsFloat]]) -> str:
    """Return lines of cells with tabs between them; "" where there is no line below the head."""
    written = tabbed(lines)
    return tabbed([head]) + written if written else ""


_OF: Final[dict[str, Callable[[State], str]]] = {
    editor.KEY: _editor,
    gradient.KEY: _gradient,
    slice_.KEY: _slice,
    budget.KEY: _budget,
    sharpening.KEY: _sharpening,
    values.KEY: _values,
    landscape.KEY: _landscape,
}
