"""Pasting numbers over the table of classes: columns from a spreadsheet, rows, or classes by name. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.at_time import grounded
from explorer.analysis.readings import sigma, sigma_of_double
from explorer.plots import selection
from explorer.ui.controls.numbers import read_number
from explorer.ui.panels.cells import ALLOWED, Column
from explorer.ui.panels.changes import Change
from explorer.wording import say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.state import State

TITLES: Final = {
    "class": Column.NAME,
    "name": Column.NAME,
    "logit": Column.LOGIT,
    "logits": Column.LOGIT,
    "s": Column.LOGIT,
    "target": Column.TARGET,
    "targets": Column.TARGET,
    "label": Column.TARGET,
    "t": Column.TARGET,
}
NUMBERS: Final = {Column.LOGIT: "logits", Column.TARGET: "targets"}
# What begins a whole table: brackets, a call or a name given to them, a header of the importers.
TABLE: Final = re.compile(
    r"\s*([\[{(]|[\w.]+\s*[(=]|(\"?sample\"?|\"?(logit|target):[^\n]*?)\s*[,;\t\n])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """A pasted text as rows of cells, each row as wide as the first. `titles`: of its columns, if named."""

    rows: tuple[tuple[str, ...], ...]
    titles: tuple[Column, ...] = ()
    decimal_comma: bool = False


def is_cells(text: str) -> bool:
    """Say whether a text is meant for cells; a whole table, as the importers read it, is not."""
    return bool(text.strip()) and not TABLE.match(text)


def pasted(state: State, row: int, column: int, text: str) -> Change | None:
    """Return the change that pasting a text over a cell means; None when it changes nothing.

    One number goes to every chosen class, if the cell's is among them; else numbers fill logits, targets
    or both downwards from the cell, one row of numbers as well. Rows with names of classes, under a header
    or not, go to those classes. ValueError says in one line what is wrong; nothing is changed then.
    """
    block = _block(text)
    if len(block.rows) == 1 and len(block.rows[0]) == 1 and selection.several(state, row):
        return _everywhere(state, column, block)
    names, state = _names(block), grounded(state)
    logits, targets = state.sample.logits.copy(), state.sample.targets.copy()
    arrays = {Column.LOGIT: logits, Column.TARGET: targets}
    if names is not None:
        places = _known(state, names)
        kinds = block.titles or (Column.NAME, Column.LOGIT, Column.TARGET)[: len(block.rows[0])]
    else:
        block = _upright(block, column)
        kinds = block.titles or _kinds(block, column)
        places = list(_downwards(state, row, len(block.rows)))
    numbered = [(at, kind) for at, kind in enumerate(kinds) if kind in arrays]
    for count, (cells, place) in enumerate(zip(block.rows, places, strict=True), start=1):
        for at, kind in numbered:
            if cells[at]:
                arrays[kind][place] = _number(block, cells[at], count)
    return _changed(state, logits, targets, len(places) * len(numbered))


def _everywhere(state: State, column: int, block: Block) -> Change | None:
    value = _number(block, block.rows[0][0], 1)
    make = selection.set_targets if column == Column.TARGET else selection.set_logits
    if column not in NUMBERS:
        message = say("paste: one number over a name or a reading; allowed: over s or t")
        raise ValueError(message)
    move = make(state, value)
    return None if move.state.study == grounded(state).study else Change(move.label, move.state.study)


def _changed(state: State, logits: np.ndarray, targets: np.ndarray, cells: int) -> Change | None:
    study = state.study.with_table(state.study.table.with_row(state.look.sample, logits, targets))
    if study == state.study:
        return None
    return Change(say_count(cells, "Paste a number", "Paste {count} numbers"), study)


# From text to cells


def _block(text: str) -> Block:
    """Split a text into rows of one width: lines, with tabs, semicolons or commas between cells."""
    lines = [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    if not lines:
        message = say(
            "paste: nothing is on the clipboard; allowed: numbers, one a line, or columns with tabs"
        )
        raise ValueError(message)
    between = next((mark for mark in ("\t", ";", ",") if any(mark in line for line in lines)), None)
    rows = [tuple(_cell(part) for part in (line.split(between) if between else [line])) for line in lines]
    for count, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            message = say(
                "paste: row {row} has {cells} cells; allowed are {allowed}, as in row 1",
                row=count,
                cells=len(row),
                allowed=len(rows[0]),
            )
            raise ValueError(message)
    titles = tuple(TITLES.get(cell.lower()) for cell in rows[0])
    named = tuple(title for title in titles if title is not None)
    if len(named) == len(titles) and len(set(named)) == len(named):
        if len(rows) == 1 or named == (Column.NAME,):
            message = say("paste: a header alone; allowed are rows of numbers under it")
            raise ValueError(message)
        return Block(tuple(rows[1:]), named, between != ",")
    return Block(tuple(rows), (), between != ",")


def _cell(text: str) -> str:
    """Return a cell without blanks round it and without the quotes of CSV."""
    cell = text.strip()
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _upright(block: Block, column: int) -> Block:
    """Turn one row of many numbers into a column."""
    if len(block.rows) > 1 or len(block.rows[0]) <= 2 or _is_copied(block, column):
        return block
    if not all(_is_number(block, cell) for cell in block.rows[0]):
        return block
    return Block(tuple((cell,) for cell in block.rows[0]), (), block.decimal_comma)


def _kinds(block: Block, column: int) -> tuple[Column, ...]:
    """Return what each column of numbers fills, counted from the cell's column."""
    width = len(block.rows[0])
    if _is_copied(block, column):
        return tuple(Column)[column : column + width]
    start = Column.LOGIT if column == Column.NAME else Column(column)
    if start not in NUMBERS:
        message = say("paste: readings follow from the logits; allowed: over the name, s or t")
        raise ValueError(message)
    room = Column.TARGET - start + 1
    if width > room:
        message = say(
            "paste: {columns} columns; allowed are 1 or 2, logits and targets"
            if room == 2
            else "paste: {columns} columns; allowed are 1, targets",
            columns=width,
        )
        raise ValueError(message)
    return tuple(Column)[start : start + width]


def _is_copied(block: Block, column: int) -> bool:
    """Say whether all rows are whole rows of such a table, with readings that follow from their logits."""
    first, width = Column.LOGIT - column, len(block.rows[0])
    if first not in (0, 1) or column + width != len(Column):
        return False
    for row in block.rows:
        try:
            logit, _, single, double = (_read(block, cell) for cell in row[first:])
        except ValueError:
            return False
        logits = np.array([logit])
        expected = [sigma(logits)[0], sigma_of_double(logits)[0]]
        if not np.allclose([single, double], expected, rtol=1e-9, atol=0.0, equal_nan=True):
            return False
    return True


# From cells to classes


def _names(block: Block) -> list[str] | None:
    """Return the name of the class of each row, where rows are named."""
    if block.titles:
        if Column.NAME not in block.titles:
            return None
        at = block.titles.index(Column.NAME)
        return [row[at] for row in block.rows]
    if not 2 <= len(block.rows[0]) <= 3:
        return None
    first = [row[0] for row in block.rows]
    return None if any(_is_number(block, name) for name in first) else first


def _known(state: State, names: Sequence[str]) -> list[int]:
    """Return the place of each named class."""
    places = {name: place for place, name in enumerate(state.sample.classes)}
    seen: set[str] = set()
    for count, name in enumerate(names, start=1):
        if name not in places:
            message = say(
                "paste: row {row}, “{name}” is no class of this table; allowed are its classes' names",
                row=count,
                name=name,
            )
            raise ValueError(message)
        if name in seen:
            message = say("paste: row {row}, “{name}” is there twice; allowed is once", row=count, name=name)
            raise ValueError(message)
        seen.add(name)
    return [places[name] for name in names]


def _downwards(state: State, row: int, count: int) -> range:
    left = len(state.sample.classes) - row
    if count > left:
        message = say(
            "paste: {count} rows from {name} on; there are {left}",
            count=f"{count:,}",
            name=state.sample.classes[row],
            left=f"{left:,}",
        )
        raise ValueError(message)
    return range(row, row + count)


def _number(block: Block, cell: str, count: int) -> float:
    try:
        return _read(block, cell)
    except ValueError as problem:
        message = say(
            "paste: row {row}, {problem}; {allowed}", row=count, problem=problem, allowed=say(ALLOWED)
        )
        raise ValueError(message) from None


def _read(block: Block, cell: str) -> float:
    """Read a number; a decimal comma where commas do not part the cells."""
    comma = block.decimal_comma and cell.count(",") == 1 and "." not in cell
    try:
        return read_number(cell.replace(",", ".") if comma else cell)
    except ValueError:
        return read_number(cell)  # says the text as it was


def _is_number(block: Block, cell: str) -> bool:
    try:
        _read(block, cell)
    except ValueError:
        return False
    return True
