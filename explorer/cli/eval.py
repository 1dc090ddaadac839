"""`eval`: values, and gradients if asked for, of every sample under every chosen loss."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from explorer.cli.choice import chosen, give_back_file
from explorer.cli.columns import columns_of
from explorer.cli.report import as_json, as_table, as_text, explain
from explorer.cli.sources import opened, other_table
from explorer.cli.text import write_json

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Print one row per sample; say on stderr which losses have no value there and why."""
    give_back_file(arguments)
    study = opened(arguments.file, arguments.targets).study
    shown = chosen(study.shown, arguments.losses, arguments.settings, study.table.class_count)
    other = None if arguments.other is None else other_table(arguments.other, study.table)
    columns = columns_of(study.table, shown, gradient=arguments.gradient, other=other)
    if arguments.json:
        write_json(as_json(study.table, columns))
    elif arguments.format is not None:
        sys.stdout.write(as_table(study.table, columns, arguments.format))
    else:
        print(as_text(study.table, columns), end="")
    explain(study.table, columns)
    return 0
