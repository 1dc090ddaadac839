"""Long work in pieces, so that somebody who wants to end it need not wait: functions of rows, some at a time.

What such a function gives of a row depends on that row alone, so pieces change no more than rounding, and how
they are cut depends on shapes alone. They also stay in the cache: of many rows it is the quicker way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from array_api_compat import is_numpy_namespace

from explorer.training.draws import pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.numeric import Array

AT_ONCE: Final = 1 << 18
"""Numbers of the logits between two pauses: some 10 ms of a usual loss."""
NUMPY: Final = 1 << 17
"""The same of NumPy, which gets larger arrays from the system anew each time: up to three times as slow."""


def by_rows(
    xp: Any,
    function: Callable[..., Any],
    arrays: tuple[Array | None, ...],
    pause: Callable[[], None] | None,
) -> Any:
    """Return function(*arrays), some rows at a time, with a pause before each piece.

    arrays: (runs or 1, rows or 1, n), the first with all of them; None is handed on. function: gives an array
    of (runs, rows, ...), or several. pause: may raise; without it the work stays in one piece, as a compiler
    that traces it wants.
    """
    runs, rows, classes = arrays[0].shape  # type: ignore[union-attr] # the first one is an array
    if pause is None:
        return function(*arrays)
    found = []
    at_once = min(AT_ONCE, NUMPY) if is_numpy_namespace(xp) else AT_ONCE
    for part in pieces(rows, runs * classes, at_once):
        pause()
        if part == (0, rows):
            return function(*arrays)
        found.append(function(*(_rows(array, slice(*part)) for array in arrays)))
    if isinstance(found[0], tuple):
        return tuple(xp.concat(several, axis=1) for several in zip(*found, strict=True))
    return xp.concat(found, axis=1)


def _rows(array: Array | None, rows: slice) -> Array | None:
    """Return some rows; one that all share stays."""
    return array if array is None or array.shape[1] == 1 else array[:, rows]
