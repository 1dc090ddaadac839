"""`eval`: values, and gradients if asked for, of every sample under every chosen loss."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explorer.cli.choice import chosen
from explorer.cli.columns import columns_of
from explorer.cli.report import as_json, as_text, explain
from explorer.cli.sources import opened, other_table
from explorer.cli.text import write_json
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Print one row per sample; say on stderr which losses have no value there and why."""
    _give_back_file(arguments)
    study = opened(arguments.file, arguments.targets).study
    shown = chosen(study.shown, arguments.losses, arguments.settings, study.table.class_count)
    other = None if arguments.other is None else other_table(arguments.other, study.table)
    columns = columns_of(study.table, shown, gradient=arguments.gradient, other=other)
    if arguments.json:
        write_json(as_json(study.table, columns))
    else:
        print(as_text(study.table, columns), end="")
    explain(study.table, columns)
    return 0


def _give_back_file(arguments: Namespace) -> None:
    """Take FILE back from `--loss bce FILE` and `--set bce.weight=2 FILE`, options of several words."""
    for words in (arguments.losses, arguments.settings):
        last = words[-1] if words else ""
        is_file = last == "-" or (last and last not in LOSSES and _is_file(last))
        if arguments.file is None and is_file:
            arguments.file = words.pop()


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # a long list of losses is longer than any name of a file
        return False
