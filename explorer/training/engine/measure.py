"""The metrics of a block of runs, as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from explorer.training.draws import no_pause
from explorer.training.engine.blocks import NEVER
from explorer.training.engine.problems import shape_of
from explorer.training.metrics import METRICS, Seen, usual
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explorer.numeric import Array
    from explorer.training.device import Place
    from explorer.training.engine.batches import Batch
    from explorer.training.engine.blocks import Block
    from explorer.training.engine.gauges import Gauge
    from explorer.training.experiment import Recording
    from explorer.training.ladder.rule import Part


def metric_names(recording: Recording, batches: Sequence[Batch]) -> tuple[str, ...]:
    """Return the metrics that are recorded: those named, else all that say something of one of the tasks.

    ValueError for one that there is not.
    """
    for name in recording.metrics:
        if name not in METRICS:
            message = say(
                "recording: no metric {name}; there are {names}", name=repr(name), names=", ".join(METRICS)
            )
            raise ValueError(message)
    if recording.metrics:
        return tuple(dict.fromkeys(recording.metrics))
    found = {name for batch in batches for name in usual(shape_of(batch), [batch.loss])}
    return tuple(name for name in METRICS if name in found)


def seen_logits(block: Block, place: Place) -> Array:
    """Return the logits of the rows on which metrics are taken, (runs, rows, n)."""
    return block.rule.model.forward(place.xp, block.weights, block.seen.features)[0]


def measured(
    block: Block,
    logits: Array,
    place: Place,
    names: Sequence[str],
    gauge: Gauge | None = None,
    pause: Callable[[], None] = no_pause,
) -> dict[str, NDArray[np.float64]]:
    """Return each metric of the runs, (runs,); NaN of runs that have diverged.

    gauge: takes some of them. pause: called between metrics, and between pieces of what takes rows in pieces.
    """
    found: dict[str, NDArray[Any]] = {}
    if gauge is not None and block.chances is None:
        taken = gauge.taken(block.rule, place.xp, logits, block.seen)
        found = {name: place.numbers(array).astype(np.float64) for name, array in taken.items()}
    rest = [name for name in names if name not in found]
    parts = [_measured_part(block, part, logits, place, rest, pause) for part in block.rule.parts]
    found.update({name: np.concatenate([part[name] for part in parts]) for name in rest})
    lost = block.diverged != NEVER
    return {name: np.where(lost, np.nan, found[name]) for name in names}


def _measured_part(
    block: Block,
    part: Part,
    logits: Array,
    place: Place,
    names: Sequence[str],
    pause: Callable[[], None],
) -> dict[str, NDArray[Any]]:
    runs = slice(part.first, part.last)
    rows, chances = block.seen.of(runs), block.chances
    seen = Seen(
        place.xp,
        block.rule.loss,
        part.settings,
        logits[runs],
        rows.targets,
        tuple(array[runs] for array in block.weights),
        rows.other,
        chances if chances is None or chances.shape[0] == 1 else chances[runs],
        pause=pause,
    )
    found = {}
    for name in names:
        pause()
        found[name] = place.numbers(METRICS[name].function(seen)).astype(np.float64)
    return found
