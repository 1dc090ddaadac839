"""What a simulation that went on from a checkpoint tells beside its numbers: how it was and is computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.training.how import said_how
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def rungs(header: Mapping[str, Any], by_batch: Mapping[str, str]) -> str:
    """Return how the batches were taken, also before the checkpoint of this header, each way once."""
    return "; ".join(dict.fromkeys((*header.get("rungs", {}).values(), *by_batch.values())))


def notes(
    header: Mapping[str, Any], how: Mapping[str, str], by_batch: Mapping[str, str], others: Iterable[str]
) -> tuple[str, ...]:
    """Return all notes, each once: the others, then what makes the last bits differ from the checkpoint's.

    how: versions and the like, by their names. by_batch: the rung of each batch. The header has both as they
    were; it is empty without a checkpoint.
    """
    before = header.get("how", {})
    versions = [
        say(
            "The checkpoint is of {name} {before}, this is {now}: equal but for rounding.",
            name=name,
            before=before[name],
            now=how[name],
        )
        for name in before
        if before[name] and how.get(name) and before[name] != how[name]
    ]
    taken = header.get("rungs", {})
    ways = [
        say(
            "The checkpoint is of rung {before}, this is {now}: equal but for rounding.",
            before=said_how(taken[batch]),
            now=said_how(rung),
        )
        for batch, rung in by_batch.items()
        if taken.get(batch, rung) != rung
    ]
    return tuple(dict.fromkeys((*others, *versions, *ways)))
