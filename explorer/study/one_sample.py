"""The sample that is watched, as a study of its own: what travels inside a picture of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.study.study import Study
from explorer.study.table import Table

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.study import Pin


def one_sample(state: State) -> Study:
    """Return a study of one row: the watched sample as it is now, its names, the shown losses, its pin.

    Small enough for the metadata of a picture whatever the table is over. The row is the new study's own:
    nothing in it is edited, and no file is referred to. A pin of another sample is left out, for nothing of
    this one is compared with it; so are stories, what was noticed about the file, and what a newer program
    wrote. `Look.within` brings a look to it.
    """
    study, sample = state.study, state.study.table.sample(state.look.sample)
    origin = study.table.origin
    table = Table.of(sample.logits, sample.targets, sample.classes, [sample.name], origin)
    pin = _moved(study.pin, sample.index, table)
    return Study(study.title, table, study.shown, pin, set_aside=study.set_aside)


def _moved(pin: Pin | None, index: int, table: Table) -> Pin | None:
    """Return the pin of that sample as the pin of the only row; None for one that is not comparable."""
    if pin is None or pin.sample != index or len(pin.logits) != table.class_count:
        return None
    return replace(pin, sample=0)
