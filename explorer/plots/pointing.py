"""What the pointer points at: a card, a place in its figure's units, and the class that lies there."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from explorer.plots.moves import parts
from explorer.plots.names import NARROW_COLUMNS

if TYPE_CHECKING:
    from explorer.plots.figure import Figure, Handle
    from explorer.study.state import State

CLASS_KINDS: Final = ("logit", "target")
OWN_KIND: Final = ".class"  # of a handle of a figure of its own, such as "flips.class:3"
Area = tuple[float, float, float, float]  # left, low, right and high in a figure's units


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer hovers: the card, the place in its figure's units, the class there if any."""

    key: str
    x: float
    y: float
    class_index: int | None = None


def class_of(handle: Handle | None) -> int | None:
    """Return the class that a bar or a chip belongs to; None for every other handle."""
    kind, index = parts(handle.id) if handle is not None else ("", -1)
    return index if (kind in CLASS_KINDS or kind.endswith(OWN_KIND)) and index >= 0 else None


def class_at(figure: Figure, x: float, y: float) -> int | None:
    """Return the class whose column or row holds a place; None between them and in other figures."""
    if figure.x.names:
        column = round(x) if figure.x.low <= x <= figure.x.high else -1
        return column if column >= 0 else None
    found = [
        (_away(handle, x, y), index)
        for handle in figure.handles
        if handle.reach == "column" and (index := class_of(handle)) is not None
    ]
    away, nearest = min(found, default=(inf, -1))
    return nearest if away <= 1.0 else None


def _away(handle: Handle, x: float, y: float) -> float:
    """Return how far a place lies from the middle of a handle's column or row, in half widths."""
    across = abs(y - handle.place.y) if handle.axis == "x" else abs(x - handle.place.x)
    return across / handle.span


def area_of(figure: Figure, class_index: int) -> Area | None:
    """Return the column or the row of a class; None where the figure does not show it."""
    low, high = sorted((figure.y.low, figure.y.high))
    if figure.x.names:
        return class_index - 0.5, low, class_index + 0.5, high
    wanted = f"{CLASS_KINDS[0]}:{class_index}", f"{figure.key}{OWN_KIND}:{class_index}"
    handle = next((handle for handle in figure.handles if handle.id in wanted), None)
    if handle is None:
        return None
    if handle.axis == "x":
        return figure.x.low, handle.place.y - handle.span, figure.x.high, handle.place.y + handle.span
    return handle.place.x - handle.span, low, handle.place.x + handle.span, high


def has_rows(figure: Figure) -> bool:
    """Say whether the bars of a figure lie: a row for each class instead of a column."""
    handle = next((handle for handle in figure.handles if class_of(handle) is not None), None)
    return handle is not None and handle.axis == "x" and handle.reach == "column"


def levels(state: State, pointer: Pointer) -> dict[int, float]:
    """Return the logits that the pointer points at, by class: {} where its card shows none.

    In the editor that is the height over the hovered class (for rows the place across), in the slice
    the logit across, in the landscape both.
    """
    look = state.look
    if pointer.key == "slice":
        return {look.slice_class: pointer.x}
    if pointer.key == "landscape":
        return dict(zip(look.landscape, (pointer.x, pointer.y), strict=True))
    if pointer.key == "logits" and pointer.class_index is not None:
        rows = len(state.sample.classes) > NARROW_COLUMNS
        return {pointer.class_index: pointer.x if rows else pointer.y}
    return {}
