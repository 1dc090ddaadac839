"""A loss over a whole array: value and gradient of every sample, in blocks that stay in the cache."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from explorer.catalogue import Loss

    Numbers = NDArray[np.floating[Any]]

# Bytes of the logits of a block: few enough that the arrays a step of a closed form reads and writes stay in
# the cache of one core, and so many that Python's part of a step is small beside the arithmetic.
BLOCK: Final = 1 << 18
ROOM: Final = 3 << 23  # bytes: more than all the arrays of a block, less than glibc's limit of 32 MB


def evaluate_whole(
    loss: Loss,
    logits: Numbers,
    targets: NDArray[Any],
    settings: Mapping[str, Any] | None = None,
    *,
    threads: int = 1,
    out: tuple[Numbers, Numbers] | None = None,
) -> tuple[Numbers, Numbers]:
    """Return value and gradient of every row, (rows, classes) -> (rows,) and (rows, classes).

    Both have the dtype of the logits. `settings` are those of `Loss.value`, alike for all rows; other logits
    have a row for each. `out` takes the answers instead of new arrays. Beside them the memory of some blocks
    is all that is needed; threads work on different blocks, and the answers do not depend on their number.
    """
    rows, classes = logits.shape
    values, gradients = (np.empty(rows, logits.dtype), np.empty_like(logits)) if out is None else out
    step, given = max(1, BLOCK // (classes * logits.itemsize)), dict(settings or {})
    other = loss.other_parameter
    keep_freed_memory()

    def answer(start: int) -> None:
        block = slice(start, start + step)
        told = given if other is None else {**given, other: given[other][block]}
        values[block], gradients[block] = loss.value_and_gradient(logits[block], targets[block], **told)

    if threads == 1:
        for start in range(0, rows, step):
            answer(start)
    else:
        with ThreadPoolExecutor(threads) as pool:
            for _ in pool.map(answer, range(0, rows, step)):
                pass  # what a block raises is raised here
    return values, gradients


def keep_freed_memory() -> None:
    """Let temporary arrays reuse each other's memory.

    glibc hands freed memory back to the system until it has seen a larger piece freed; each step of a closed
    form would then wait for new pages, three times as long as for its arithmetic. The piece is never touched.
    """
    np.empty(ROOM, np.uint8)
