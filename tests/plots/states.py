"""States for the tests of figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from explorer.plots.figure import View
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from explorer.plots.figure import Figure

NAMES = ("cat", "dog", "night", "indoor", "blur")
LOGITS = (1.4397182, -0.7993438, 4.113389, 3.2199187, 4.5777845)
TARGETS = (1.0, 1.0, 0.0, 0.0, 0.0)
SHOWN = ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")


def state(
    logits: ArrayLike = LOGITS,
    targets: ArrayLike = TARGETS,
    classes: Sequence[str] | None = NAMES,
    shown: Sequence[str | ShownLoss] = SHOWN,
    pin: Pin | None = None,
    **look: Any,
) -> State:
    """Return a state of one sample; by default the first of the five samples, with names."""
    losses = tuple(entry if isinstance(entry, ShownLoss) else ShownLoss(entry) for entry in shown)
    return State(Study("test", Table.of(logits, targets, classes), losses, pin), Look(**look))


def kept(before: State, *figures: Figure) -> State:
    """Return the state with the limits of these figures kept, as the canvases keep them."""
    views = dict(before.views)
    for figure in figures:
        chosen = figure.key in views and views[figure.key].chosen
        views[figure.key] = View((figure.x.low, figure.x.high), (figure.y.low, figure.y.high), chosen)
    return replace(before, views=views)
