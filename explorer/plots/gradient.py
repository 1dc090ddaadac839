"""The gradient: how strongly each loss pushes each logit up or pulls it down.

A stem for each class and loss, side by side within the class's column. Where columns are too narrow
for that, one neutral stroke a class runs as far as its markers, which keep their exact heights. Of more
than 60 classes the entries are sorted (`gradient_ranks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.plots import gradient_ranks, numbers, traces
from explorer.plots.figure import Axis, Figure, Legend, Margins, Place, Points, Segments, Unit
from explorer.plots.limits import extent, held_symmetric, ticks
from explorer.plots.names import COLUMNS, NARROW_COLUMNS, class_bands, class_ticks
from explorer.plots.phrases import listed
from explorer.plots.rows import signs_of
from explorer.plots.shown import seen_of, sight
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.figure import Mark, View
    from explorer.plots.rows import Signs
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State

KEY: Final = "gradient"
TITLE: Final = "Gradient"
FIT: Final = 1.0  # the axis is symmetric and holds +-1 until something exceeds it
OFFSETS_UP_TO: Final = 24  # classes: above that the losses of a class share one line
SPREAD: Final = 0.66  # of a column that its stems take at most
NEXT: Final = 0.17  # of a column from one stem to the next, where there is room
MARGINS: Final = Margins(left=46.0, top=26.0, right=16.0, bottom=46.0)
LEGEND_LINE: Final = 13.0  # pixels above the card's lower edge


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    return seen_of(state), state.look.held, state.look.selected, state.views.get(KEY)


def figure(state: State) -> Figure:
    """Return the gradient of every loss that is on; a note where none has a value."""
    sample, look = state.sample, state.look
    count = len(sample.classes)
    if count > NARROW_COLUMNS:
        return gradient_ranks.figure(state)
    seen = sight(state)
    gradients = [shown.evaluation.gradient for shown in seen.losses]
    largest = max((abs(limit) for limit in extent(*gradients)), default=0.0) if gradients else 0.0
    if look.time:  # a copy that diverges leaves the rest to be seen
        largest = min(largest, traces.NEAR)
    low, high = held_symmetric(_view(state), FIT, largest)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("per class"),
        corner=seen.corner,
        x=Axis(low=-0.5, high=max(count, 1) - 0.5, ticks=class_ticks(sample.classes, look.held), names=True),
        y=Axis(
            low=low,
            high=high,
            title=say("↑ ∂L/∂s   + pulls down,  − pushes up"),
            ticks=ticks(low, high, signed=True),
            grid=True,
            zero=True,
            free=True,
        ),
        margins=MARGINS,
        marks=(*class_bands(state, 24.0), *_marks(seen.losses, count)),
        still=_legend(signs_of(seen.losses)),
        note=seen.note,
        description=_description(state, seen),
    )


def _view(state: State) -> View | None:
    """Return the limits kept for columns; None for those of ranks."""
    view: View | None = state.views.get(KEY)
    return None if view is None or view.x[0] == gradient_ranks.LEFT else view


def _marks(losses: tuple[Shown, ...], count: int) -> list[Mark]:
    if not losses:
        return []
    columns = np.arange(count, dtype=np.float64)
    if count > OFFSETS_UP_TO:
        stems: list[Mark] = [_strokes(losses, columns)]
        places = [columns] * len(losses)
    else:
        step = min(NEXT, SPREAD / len(losses))
        places = [columns + step * (index - (len(losses) - 1) / 2) for index in range(len(losses))]
        stems = [_stems(shown, x, count) for shown, x in zip(losses, places, strict=True)]
    markers = [
        Points(x=x, y=shown.evaluation.gradient, look=shown.look, size=_marker_size(count))
        for shown, x in zip(losses, places, strict=True)
    ]
    return [*stems, *markers]


@cached(maxsize=8)  # the same mark is told from others at once
def _legend(items: Signs) -> tuple[Mark, ...]:
    place = Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=12.0, dy=-LEGEND_LINE)
    return (Legend(place=place, items=items),) if items else ()


def _stems(shown: Shown, x: np.ndarray, count: int) -> Segments:
    """Draw a loss's stems from zero to its entries."""
    entries = shown.evaluation.gradient
    width = 2.6 if count <= COLUMNS else 1.5
    return Segments(x0=x, y0=np.zeros_like(entries), x1=x, y1=entries, look=shown.look, width=width)


def _strokes(losses: tuple[Shown, ...], columns: np.ndarray) -> Segments:
    """Draw one neutral stroke a class, from the lowest to the highest entry and through zero."""
    entries = np.nan_to_num(np.array([shown.evaluation.gradient for shown in losses]), nan=0.0)
    low, high = np.minimum(entries.min(axis=0), 0.0), np.maximum(entries.max(axis=0), 0.0)
    return Segments(x0=columns, y0=low, x1=columns, y1=high, colour="line2", width=1.5)


def _marker_size(count: int) -> float:
    return 9.5 if count <= COLUMNS else 7.0 if count <= OFFSETS_UP_TO else 5.0


def _description(state: State, seen: Sight) -> str:
    if seen.note:
        return seen.note
    held = state.look.held
    entries = [
        f"{shown.label} {numbers.signed(float(shown.evaluation.gradient[held]))}"
        for shown in seen.losses
        if held < len(shown.evaluation.gradient)
    ]
    about = say("Gradient at {name}: {losses}.", name=state.sample.classes[held], losses=listed(entries))
    return about + seen.missing
