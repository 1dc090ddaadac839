"""What came of an experiment, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy

from explorer.cli.messages import one_line
from explorer.cli.text import NO_VALUE, aligned, plain, readable
from explorer.training.expectations import MEDIAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.training.expectations import Verdict
    from explorer.training.experiment import Cell
    from explorer.training.result_file import ResultFile
    from explorer.training.summary import Summary

MOST_CELLS: Final = 200  # rows of the table in text
MOST_METRICS: Final = 5  # its columns, where the experiment names none itself
USUAL: Final = ("loss", "micro_f1", "best_micro_f1", "exact_match", "labelled_share", "logit_norm")
VALUE: Final = "value"  # behind the name of a metric that a coordinate has too: the loss
VERDICT_HEADER: Final = ("what", "expected", "measured", "verdict")
SPREAD_NAMES: Final = ("lowest", "quarter", "median", "three_quarters", "highest")


def as_text(result: ResultFile, summary: Summary, verdicts: Sequence[Verdict]) -> str:
    """Return title, cells with the medians of their metrics at the end, and the verdicts."""
    header = result.header
    size = f"{summary.experiment.runs:,} runs, {summary.updates[-1]:,} updates"
    parts = [
        f"{one_line(summary.experiment.title)}: {size}, {header['seconds']:.1f} s on {summary.device}\n",
        _cells(summary),
    ]
    if verdicts:
        parts.append(aligned([VERDICT_HEADER, *map(_verdict, verdicts)]))
    return "\n".join(parts)


def _cells(summary: Summary) -> str:
    metrics, cells = chosen_metrics(summary), summary.experiment.cells
    names = list(dict.fromkeys(("loss", *summary.experiment.axes)))
    rows = [
        (*_coordinates(cell, names), *_medians(summary, cell, metrics), f"{summary.diverged[cell.index]:,}")
        for cell in cells[:MOST_CELLS]
    ]
    heads = [f"{name} {VALUE}" if name in names else name for name in metrics]
    text = aligned([(*names, *heads, "diverged"), *rows], left=len(names))
    if len(cells) > MOST_CELLS:
        text += f"and {len(cells) - MOST_CELLS:,} more; --json has all\n"
    reasons = dict.fromkeys((cells[i].loss, why) for i, why in enumerate(summary.refused) if why)
    return text + "".join(f"{loss}: {one_line(why)}\n" for loss, why in reasons)


def chosen_metrics(summary: Summary) -> list[str]:
    """Return the metrics of the table: those that were asked for, else judged ones and the usual."""
    experiment = summary.experiment
    if experiment.recording.metrics:
        return list(experiment.recording.metrics)
    judged = dict.fromkeys(expected.metric for expected in experiment.expected)
    names = [name for name in dict.fromkeys((*judged, *USUAL)) if name in summary.ribbons]
    return names[: max(MOST_METRICS, len(judged))]


def _coordinates(cell: Cell, names: Sequence[str]) -> list[str]:
    found = cell.coordinates
    return [_shown(found[name]) if name in found else NO_VALUE for name in names]


def _shown(value: Any) -> str:
    """Write a coordinate as short as it can be; of a class each, with commas."""
    if isinstance(value, tuple):
        return ",".join(map(_shown, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _medians(summary: Summary, cell: Cell, metrics: Sequence[str]) -> list[str]:
    found = [float(summary.ribbons[name][-1, cell.index, MEDIAN]) for name in metrics]
    return [NO_VALUE if numpy.isnan(number) else readable(number) for number in found]


def _verdict(verdict: Verdict) -> tuple[str, ...]:
    return verdict.what, verdict.expected, readable(verdict.measured), verdict.word


def as_json(result: ResultFile, summary: Summary, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Return the same with every cell and metric, at full precision."""
    header = result.header
    kept = ("device", "rung", "dtype", "seed", "seeds", "seconds", "notes", "versions", "date")
    return {
        "title": summary.experiment.title,
        "output": str(result.path),
        **{name: header[name] for name in kept},
        "updates": int(summary.updates[-1]),
        "cells": [_cell(summary, cell) for cell in summary.experiment.cells],
        "expectations": [_judged(verdict) for verdict in verdicts],
    }


def _cell(summary: Summary, cell: Cell) -> dict[str, Any]:
    last = {name: ribbon[-1, cell.index] for name, ribbon in summary.ribbons.items()}
    return {
        "coordinates": cell.coordinates,
        "refused": summary.refused[cell.index],
        "diverged": int(summary.diverged[cell.index]),
        "metrics": {
            name: dict(zip(SPREAD_NAMES, map(plain, numbers.tolist()), strict=True))
            for name, numbers in last.items()
        },
    }


def _judged(verdict: Verdict) -> dict[str, Any]:
    expected = verdict.expectation
    return {
        "metric": expected.metric,
        "where": dict(expected.where),
        "minus": dict(expected.minus),
        "update": expected.update,
        "side": expected.side,
        "value": expected.value,
        "tolerance": expected.tolerance,
        "measured": plain(verdict.measured),
        "holds": verdict.holds,
        "source": expected.source,
    }
