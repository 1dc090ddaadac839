"""The sample that is watched, as a study of its own: what travels inside a picture of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.study.source import ArraySource
from explorer.study.study import NOTHING, Study
from explorer.study.table import Table

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.study import Pin, ShownLoss


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


def plain(study: Study) -> Study:
    """Return the study with the rows that it shows as its own, and without what a newer program wrote.

    So no edits, no removed classes, no file, no stories; the study itself where it is so already. Reads every
    row: for tables of a few samples.
    """
    table, source = study.table, study.table.source
    shown = _bare(study.shown)
    is_own = isinstance(source, ArraySource) and table.columns.is_plain and not table.edits
    if not is_own or table.classes != source.classes:
        logits, targets = table.arrays()
        names = [source.sample_name(index) for index in range(len(table))]
        table = Table.of(logits, targets, table.classes, names, table.origin)
    made = Study(study.title, table, shown, study.pin and _bare_pin(study.pin))
    return study if made == study else made


def _bare(shown: tuple[ShownLoss, ...]) -> tuple[ShownLoss, ...]:
    return tuple(replace(loss, extra=NOTHING) if loss.extra else loss for loss in shown)


def _bare_pin(pin: Pin) -> Pin:
    return replace(pin, shown=_bare(pin.shown), set_aside=(), extra=NOTHING)


def _moved(pin: Pin | None, index: int, table: Table) -> Pin | None:
    """Return the pin of that sample as the pin of the only row; None for one that is not comparable."""
    if pin is None or pin.sample != index or len(pin.logits) != table.class_count:
        return None
    return replace(pin, sample=0)
