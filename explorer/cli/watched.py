"""One sample as the window shows it: of which study, under which losses, beside what, how sharp."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from explorer.cli.choice import chosen, give_back_file
from explorer.cli.messages import CommandError
from explorer.cli.sources import opened, other_table
from explorer.study.state import State
from explorer.study.study import Pin

if TYPE_CHECKING:
    from argparse import Namespace

    from explorer.study.study import Look, Study
    from explorer.study.table import Table

# what `state_of` reads beside FILE, and the word for it
OPTIONS: Final = {
    "targets": "--targets", "sample": "--sample", "losses": "--loss", "settings": "--set",
    "other": "--other", "alpha": "--alpha",
}  # fmt: skip


def state_of(arguments: Namespace) -> State:
    """Return the study that was named, at the sample and with the losses that were asked for.

    The logits of --other are those that are pinned in the window. CommandError for what is not there.
    """
    give_back_file(arguments)
    document = opened(arguments.file, arguments.targets)
    study = _shown(document.study, arguments)
    look = look_at(document.look, study.table, arguments.sample)
    if arguments.alpha is not None:
        look = replace(look, alpha=arguments.alpha)
    state = State(study, look)
    return state if arguments.other is None else state.with_study(_compared(state, arguments.other))


def _shown(study: Study, arguments: Namespace) -> Study:
    if not (arguments.losses or arguments.settings):
        return study
    classes = study.table.class_count
    return replace(study, shown=chosen(study.shown, arguments.losses, arguments.settings, classes))


def _compared(state: State, file: str) -> Study:
    """Return the study with the sample of another table pinned."""
    pinned = other_table(file, state.study.table).sample(state.look.sample)
    sample = state.sample
    return replace(state.study, pin=Pin(sample.index, sample.name, pinned.logits, sample.targets))


def look_at(look: Look, table: Table, sample: str | None) -> Look:
    """Go to the sample of this name, else of this number from 1."""
    if sample is None:
        return look
    for row in range(len(table)):
        if table.source.sample_name(row) == sample:
            return replace(look, sample=row)
    if sample.isdecimal() and 1 <= int(sample) <= len(table):
        return replace(look, sample=int(sample) - 1)
    first, last = table.source.sample_name(0), table.source.sample_name(len(table) - 1)
    message = (
        f"--sample: no sample {sample!r}; allowed are names ({first} to {last}) "
        f"and numbers from 1 to {len(table)}"
    )
    raise CommandError(message)
