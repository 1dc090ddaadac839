"""A wave before its first update, and one that is put together again from a checkpoint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.training.engine.blocks import block_of, cuts
from explorer.training.engine.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.training.device import Place
    from explorer.training.engine.batches import Batch
    from explorer.training.engine.blocks import Block
    from explorer.training.engine.problems import Problems
    from explorer.training.engine.waves import Wave


def refused_cells(wave: Wave, batch: Batch, problems: Problems, pause: Callable[[], None]) -> dict[int, str]:
    """Return the cells of a batch that the loss refuses for some runs of a wave, and why."""
    found: dict[int, str] = {}
    step = problems.together(batch)  # not all of a wave, whose data would be held once more
    for first in range(wave.first_seed, wave.last_seed, step):
        problem = problems.of(batch, np.arange(first, min(first + step, wave.last_seed)))
        asked: dict[tuple[Any, ...], str] = {}
        for place in wave.places_of(batch).tolist():
            settings = tuple(sorted(batch.settings[place].items()))
            if settings not in asked:
                pause()
                asked[settings] = refusal(batch, place, problem, pause)
            reason = asked[settings]
            if reason:
                found.setdefault(int(batch.indices[place]), reason)
    return found


def blocks_of(
    wave: Wave,
    batch: Batch,
    refused: Collection[int],
    problems: Problems,
    place: Place,
    size: int,
    pause: Callable[[], None],
) -> list[Block]:
    """Return the runs of a batch that are in a wave, in blocks of at most `size`, before the first update."""
    cells = [each for each in wave.places_of(batch).tolist() if int(batch.indices[each]) not in refused]
    if not cells:
        return []
    seeds = np.arange(wave.first_seed, wave.last_seed)
    places, every = np.repeat(cells, len(seeds)), np.tile(seeds, len(cells))
    found = []
    for first, last in cuts(batch, places, size):
        pause()
        own = every[first:last]
        found.append(block_of(batch, places[first:last], own, problems.of(batch, own), place))
    return found


def packed(blocks: Sequence[Block], place: Place) -> tuple[list[list[int]], dict[str, NDArray[Any]]]:
    """Return blocks as numbers (batch, runs, update, begun) and arrays for a checkpoint."""
    header = [[block.batch.index, block.runs, block.update, int(block.begun)] for block in blocks]
    arrays: dict[str, list[NDArray[Any]]] = {}
    for block in blocks:
        for name, array in _state(block).items():
            own = array if isinstance(array, np.ndarray) else place.numbers(array)
            arrays.setdefault(f"{block.batch.index}/{name}", []).append(own)
    return header, {name: np.concatenate(parts) for name, parts in arrays.items()}


def _state(block: Block) -> dict[str, Any]:
    weights = {f"weights/{index}": array for index, array in enumerate(block.weights)}
    slots = {
        f"slots/{index}/{slot}": array
        for index, held in enumerate(block.slots)
        for slot, array in enumerate(held)
    }
    return {
        "places": block.places, "seeds": block.seeds, "diverged": block.diverged, **weights, **slots
    }  # fmt: skip


def unpacked(
    header: Sequence[Sequence[int]],
    arrays: Mapping[str, NDArray[Any]],
    batches: Sequence[Batch],
    problems: Problems,
    place: Place,
    pause: Callable[[], None],
) -> list[Block]:
    """Return the blocks that were packed, with their data prepared anew."""
    taken = dict.fromkeys(range(len(batches)), 0)
    found = []
    for index, runs, update, begun in header:
        pause()
        batch, cut = batches[index], slice(taken[index], taken[index] + runs)
        taken[index] += runs
        own = {
            name.split("/", 1)[1]: array[cut]
            for name, array in arrays.items()
            if name.startswith(f"{index}/")
        }
        problem = problems.of(batch, own["seeds"])
        fresh = block_of(batch, own["places"], own["seeds"], problem, place)
        found.append(replace(_restored(fresh, own, place), update=update, begun=bool(begun)))
    return found


def _restored(fresh: Block, own: Mapping[str, NDArray[Any]], place: Place) -> Block:
    weights = tuple(place.array(own[f"weights/{index}"]) for index in range(len(fresh.weights)))
    slots = tuple(
        tuple(place.array(own[f"slots/{index}/{slot}"]) for slot in range(len(held)))
        for index, held in enumerate(fresh.slots)
    )
    return replace(fresh, weights=weights, slots=slots, diverged=own["diverged"])
