"""Format 1 of the study file: from a study to plain values and back.

The table is kept as it is in memory: the source as it was read, the map of columns, and the edited
rows beside it. So what was edited can still be told from what was read, and the way back to the
source stays open; a class that was removed stays in the file with the source that it came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np
from immutables import Map

from explorer import __version__
from explorer.losses import LOSSES
from explorer.study.columns import Column, Columns
from explorer.study.failures import StorageFailure, quoted
from explorer.study.node import Node
from explorer.study.source import ArraySource, are_default
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.values import Row, frozen

if TYPE_CHECKING:
    from explorer.study.study import Setting

FORMAT: Final = 1
ROOT_KEYS: Final = ("format", "look", "pin", "program", "shown", "table", "title")
LOOK_KEYS: Final = (
    "sample",
    "held",
    "slice_class",
    "landscape",
    "landscape_loss",
    "alpha",
    "enlarged",
    "sharpening",
    "order",
    "only",
)
SOURCE_KEYS: Final = ("classes", "samples", "origin", "notes", "logits", "targets")
COLUMN_KEYS: Final = ("names", "slots", "logits", "targets", "slot_count")


# Writing


def document_of(study: Study, look: Look) -> dict[str, object]:
    """Return a study and its look as plain values, with what newer programs wrote put back."""
    look = look.within(study)
    document: dict[str, object] = {
        "format": FORMAT,
        "program": f"loss-explorer {__version__}",
        "title": study.title,
        "table": _table_values(study.table),
        "shown": [_shown_values(loss) for loss in (*study.shown, *study.set_aside)],
        "pin": study.pin and _pin_values(study.pin),
        "look": {key: getattr(look, key) for key in LOOK_KEYS},
    }
    for path, unknown in study.extra.items():
        place = _object_at(document, path)
        if place is not None:
            place.update({key: value for key, value in unknown.items() if key not in place})
    return document


def _object_at(document: dict[str, object], path: tuple[str, ...]) -> dict[str, object] | None:
    place: object = document
    for key in path:
        place = place.get(key) if isinstance(place, dict) else None
    return place if isinstance(place, dict) else None


def _table_values(table: Table) -> dict[str, object]:
    logits, targets = table.source.arrays()
    names = tuple(table.source.sample_name(index) for index in range(len(table)))
    shown = table.columns.shown
    return {
        "source": {
            "classes": table.source.classes,
            "samples": None if are_default(names) else names,
            "origin": table.origin,
            "notes": table.notes,
            "logits": logits,
            "targets": targets,
        },
        "columns": {
            "names": [column.name for column in shown],
            "slots": [column.slot for column in shown],
            "logits": [column.logit for column in shown],
            "targets": [column.target for column in shown],
            "slot_count": table.columns.slots,
        },
        "edits": {str(index): _row_values(row) for index, row in table.edits.items()},
    }


def _row_values(row: Row) -> dict[str, object]:
    return {"logits": row.logits, "targets": row.targets}


def _shown_values(loss: ShownLoss) -> dict[str, object]:
    return dict(loss.extra) | {"key": loss.key, "settings": dict(loss.settings), "on": loss.on}


def _pin_values(pin: Pin) -> dict[str, object]:
    values = {"sample": pin.sample, "name": pin.name} | _row_values(pin.row)
    return values | ({"shown": [_shown_values(loss) for loss in pin.shown]} if pin.shown else {})


# Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A study as it was read. messages: sentences for the person who opened it."""

    study: Study
    look: Look
    is_newer: bool
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is gathered while reading: unknown keys by path, and messages."""

    extra: dict[tuple[str, ...], MappingProxyType[str, object]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)

    def unknown(self, node: Node, *known: str) -> None:
        """Keep what the object holds beside the known keys."""
        rest = node.unknown(*known)
        if rest:
            self.extra[node.path] = MappingProxyType(rest)


def read_document(value: object, file: str) -> Found:
    """Read plain values of format 1, and what is known of a newer one. Raises StorageFailure."""
    root = Node(value, file)
    version = root.at("format", f"{FORMAT}").whole(low=1)
    kept = _Kept()
    if version > FORMAT:
        kept.messages.append(
            f"{file} is of format {version}, newer than {FORMAT}: opened read-only; "
            "what is unknown is not shown."
        )
    kept.unknown(root, *ROOT_KEYS)
    table = _table(root.at("table", "an object with the table"), kept)
    shown, aside = _shown(root, kept)
    study = Study(
        title=root.at("title", "text").text(),
        table=table,
        shown=shown,
        pin=_pin(root.at("pin"), table, kept) if root.has("pin") else None,
        extra=MappingProxyType(kept.extra),
        set_aside=aside,
    )
    look = _look(root.at("look"), kept) if root.has("look") else Look()
    return Found(study, look.within(study), version > FORMAT, tuple(kept.messages))


def _table(node: Node, kept: _Kept) -> Table:
    kept.unknown(node, "source", "columns", "edits")
    source = _source(node.at("source", "an object with the numbers"), kept)
    columns = Columns.of(source.classes)
    if node.has("columns"):
        columns = _columns(node.at("columns"), len(source.classes), kept)
    edits = _edits(node.at("edits"), len(source), columns, kept) if node.has("edits") else Map()
    return Table(source, columns, edits)


def _source(node: Node, kept: _Kept) -> ArraySource:
    kept.unknown(node, *SOURCE_KEYS)
    classes = node.at("classes", "a list of texts").texts()
    rows = [_rows(node.at(key, "a list of rows of numbers"), len(classes)) for key in ("logits", "targets")]
    samples = node.at("samples").texts() if node.has("samples") else None
    origin = node.at("origin").text() if node.has("origin") else None
    notes = node.at("notes").texts() if node.has("notes") else ()
    try:
        return ArraySource.of(rows[0], rows[1], classes, samples, origin, notes)
    except ValueError as error:
        message = f'{node.file}: "{".".join(node.path)}": {error}'
        raise StorageFailure(message) from error


def _rows(node: Node, width: int) -> np.ndarray:
    rows = []
    for item in node.items("a list of rows of numbers"):
        row = item.numbers()
        if len(row) != width:
            item.refuse(f"a list of {width} numbers, one a class")
        rows.append(row)
    return np.array(rows, dtype=np.float64).reshape(len(rows), width)


def _columns(node: Node, own: int, kept: _Kept) -> Columns:
    kept.unknown(node, *COLUMN_KEYS)
    count = node.at("slot_count", f"a whole number from {own}").whole(low=own)
    names = node.at("names", "a list of texts").texts()
    slots = [item.whole(0, count - 1) for item in node.at("slots", "a list of whole numbers").items()]
    logits, targets = (node.at(key, "a list of numbers").numbers() for key in ("logits", "targets"))
    if not len(names) == len(slots) == len(logits) == len(targets) or len(set(slots)) < len(slots):
        counts = f"{len(names)} names, {len(set(slots))} different slots, {len(logits)} logits"
        allowed = f"{len(targets)} targets; allowed is the same count of each"
        message = f'{node.file}: "{".".join(node.path)}" has {counts} and {allowed}'
        raise StorageFailure(message)
    try:
        return Columns(tuple(map(Column, names, slots, logits, targets)), own, count).checked()
    except ValueError as error:
        message = f'{node.file}: "{".".join(node.path)}.names": {error}'
        raise StorageFailure(message) from error


def _edits(node: Node, rows: int, columns: Columns, kept: _Kept) -> Map[int, Row]:
    edits: dict[int, Row] = {}
    for key, entry in node.entries():
        if not re.fullmatch(r"0|[1-9][0-9]{0,8}", key) or int(key) >= rows:
            allowed = f"allowed are rows from 0 to {rows - 1}"
            message = f'{node.file}: "table.edits" has the key {quoted(key)}; {allowed}'
            raise StorageFailure(message)
        edits[int(key)] = _row(entry, columns.own, columns.slots)
        kept.unknown(entry, "logits", "targets")
    return Map(edits)


def _row(node: Node, low: int, high: int) -> Row:
    """Read logits and targets of one length from low to high."""
    allowed = f"a list of {low} numbers" if low == high else f"a list of {low} to {high} numbers"
    logits, targets = node.at("logits", allowed).numbers(), node.at("targets", allowed).numbers()
    if not low <= len(logits) <= high:
        node.at("logits").refuse(f"{allowed}, not {len(logits)}")
    if len(targets) != len(logits):
        node.at("targets").refuse(f"a list of {len(logits)} numbers, as logits, not {len(targets)}")
    return Row(frozen(logits), frozen(targets))


def _shown(root: Node, kept: _Kept) -> tuple[tuple[ShownLoss, ...], tuple[ShownLoss, ...]]:
    """Return the losses that can be shown and those that this program does not have."""
    losses = [_shown_loss(item) for item in (root.at("shown").items() if root.has("shown") else ())]
    aside = tuple(loss for loss in losses if loss.key not in LOSSES)
    if aside:
        names = ", ".join(loss.key for loss in aside)
        kept.messages.append(f"Not known here and not shown, but kept in the file: {names}.")
    return tuple(_allowed(loss, kept) for loss in losses if loss.key in LOSSES), aside


def _shown_loss(node: Node) -> ShownLoss:
    settings: list[tuple[str, Setting]] = []
    for name, entry in node.at("settings").entries() if node.has("settings") else ():
        per_class = isinstance(entry.value, list)
        settings.append((name, tuple(entry.numbers()) if per_class else entry.number()))
    return ShownLoss(
        key=node.at("key", "the key of a loss").text(),
        settings=tuple(settings),
        on=node.at("on").flag() if node.has("on") else True,
        extra=MappingProxyType(node.unknown("key", "settings", "on")),
    )


def _allowed(loss: ShownLoss, kept: _Kept) -> ShownLoss:
    """Return the loss without the settings that it does not allow; a message names each."""
    fine: list[tuple[str, Setting]] = []
    for name, setting in loss.settings:
        try:
            LOSSES[loss.key].settings(**{name: setting})
        except (KeyError, ValueError, TypeError) as error:
            kept.messages.append(f"{error.args[0] if error.args else error}: the default is used.")
        else:
            fine.append((name, setting))
    return ShownLoss(loss.key, tuple(fine), loss.on, loss.extra)


def _pin(node: Node, table: Table, kept: _Kept) -> Pin:
    kept.unknown(node, "sample", "name", "shown", "logits", "targets")
    row = _row(node, table.class_count, table.class_count)
    sample = node.at("sample", "a whole number").whole(0, len(table) - 1)
    shown = [_shown_loss(item) for item in (node.at("shown").items() if node.has("shown") else ())]
    known = tuple(_allowed(loss, kept) for loss in shown if loss.key in LOSSES)
    return Pin(sample, node.at("name", "text").text(), row.logits, row.targets, known)


def _look(node: Node, kept: _Kept) -> Look:
    kept.unknown(node, *LOOK_KEYS)
    usual = Look()

    def whole(key: str) -> int:
        return node.at(key).whole() if node.has(key) else int(getattr(usual, key))

    pair = [item.whole() for item in node.at("landscape").items()] if node.has("landscape") else [0, 1]
    if len(pair) != 2:
        node.at("landscape").refuse("a list of two classes")
    return Look(
        sample=whole("sample"),
        held=whole("held"),
        slice_class=whole("slice_class"),
        landscape=(pair[0], pair[1]),
        landscape_loss=whole("landscape_loss"),
        alpha=node.at("alpha").number() if node.has("alpha") else usual.alpha,
        enlarged=node.at("enlarged").text() if node.has("enlarged") else None,
        sharpening=node.at("sharpening").text() if node.has("sharpening") else usual.sharpening,
    )
