"""Names of classes where there is room for a few: which ones, and how a class is said aloud."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from explorer.plots import numbers
from explorer.plots.figure import Tick

if TYPE_CHECKING:
    from explorer.plots.figure import Anchor

COLUMNS: Final = 12  # up to here every class has a column with its name
NARROW_COLUMNS: Final = 60  # up to here every class has a column
TICKED: Final = 24  # names asked for along an axis above that


def class_ticks(classes: tuple[str, ...], held: int) -> tuple[Tick, ...]:
    """Return a tick with each class's name, the held one bold and kept; of many classes only some."""
    stride = 1 if len(classes) <= NARROW_COLUMNS else -(-len(classes) // TICKED)
    own = tuple(
        Tick(index, classes[index], bold=True, keep=True) for index in (held,) if index < len(classes)
    )
    others = tuple(tick for tick in _ticks(classes, stride) if tick.at != held)
    return tuple(sorted(others + own, key=lambda tick: tick.at))


@lru_cache(maxsize=16)
def _ticks(classes: tuple[str, ...], stride: int) -> tuple[Tick, ...]:
    return tuple(Tick(index, classes[index]) for index in range(0, len(classes), stride))


@lru_cache(maxsize=8192)
def said(name: str, logit: float, target: float) -> str:
    """Say a class for a screen reader: "cat, logit +1.44, labelled"."""
    if target in (0.0, 1.0):
        state = "labelled" if target else "unlabelled"
    else:
        state = f"target {numbers.fixed(target)}"
    return f"{name}, logit {numbers.signed(logit)}, {state}"


@lru_cache(maxsize=8192)
def tip(name: str, logit: float, target: float) -> str:
    """Return the tool tip of a class, with every digit."""
    return f"{name}\ns = {numbers.exact(logit)}\nt = {numbers.exact(target)}"


def side(index: int, class_count: int) -> Anchor:
    """Return the anchor of a text at a narrow column that keeps it inside the card."""
    share = (index + 0.5) / max(class_count, 1)
    return "left" if share < 0.15 else "right" if share > 0.85 else "center"
