"""The editor's handles, and the lines of names and targets under its bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explorer.plots import numbers
from explorer.plots.figure import Handle, Place, Text, Unit
from explorer.plots.moves import CHIP_MOST, FARTHEST, chip_span
from explorer.plots.names import COLUMNS, fitting, said, side, tip
from explorer.wording import cached, say

if TYPE_CHECKING:
    from explorer.plots.figure import Mark
    from explorer.study.table import Sample

UNNAMED: Final = 5  # classes up to which no line for the held class is needed: every chip is readable
LETTER: Final = 6.3  # pixels of a letter in a chip
CHIP_EDGES: Final = 8.0  # pixels of a column that a chip's name cannot use
LEAST_LETTERS: Final = 4  # of a name that are worth showing


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines under the plot are, in pixels below it; 0 where a line is absent."""

    chips: float
    targets: float
    held: float
    bottom: float


FEW: Final = Lines(chips=22.0, targets=47.0, held=0.0, bottom=64.0)
SOME: Final = Lines(chips=22.0, targets=45.0, held=63.0, bottom=80.0)
NARROW: Final = Lines(chips=14.0, targets=0.0, held=36.0, bottom=54.0)


def lines_of(count: int) -> Lines:
    """Return the lines under the bars of so many classes; they depend on nothing else, so nothing jumps."""
    if count <= UNNAMED:
        return FEW
    return SOME if count <= COLUMNS else NARROW


def target_lines(sample: Sample) -> list[Mark]:
    """Write the targets under the chips."""
    count = len(sample.classes)
    lines = lines_of(count)
    texts: list[Mark] = []
    if lines.targets:
        texts += [
            _target(index, count, target, lines) for index, target in enumerate(sample.targets.tolist())
        ]
    if lines.targets and lines.held:
        start = Place(0.0, 0.0, across=Unit.PLOT, up=Unit.PLOT, dx=-8.0, dy=lines.targets)
        texts.append(Text(place=start, text="t", anchor="right", colour="mut", size="tick"))
    return texts


def held_line(sample: Sample, held_class: int) -> list[Mark]:
    """Write of many classes the held one in full, under the chips."""
    count = len(sample.classes)
    lines = lines_of(count)
    return [_held(sample, held_class, lines)] if lines.held and held_class < count else []


def _target(index: int, count: int, target: float, lines: Lines) -> Text:
    soft = 0 < target < 1
    return Text(
        place=Place(index, 0.0, up=Unit.PLOT, dy=lines.targets),
        text=_written(target, count),
        anchor="center",
        colour="ink" if soft else "mut",
        size="tick",
        bold=soft,
        mono=True,
    )


def _written(target: float, count: int) -> str:
    """Write a target as long as its column allows."""
    soft = target not in (0.0, 1.0)
    if count > 10 and soft:
        return numbers.fixed(target, 1)
    has_room = count < UNNAMED or (count == UNNAMED and not soft)
    return f"t = {numbers.target(target)}" if has_room else numbers.target(target)


def _held(sample: Sample, held_class: int, lines: Lines) -> Text:
    logit = numbers.signed(float(sample.logits[held_class]))
    target = numbers.target(float(sample.targets[held_class]))
    return Text(
        place=Place(held_class, 0.0, up=Unit.PLOT, dy=lines.held),
        text=f"{numbers.shortened(sample.classes[held_class], 16)}   {logit}   t = {target}",
        anchor=side(held_class, len(sample.classes)),
        colour="ink",
        size="name",
        bold=True,
    )


def handles(sample: Sample, held_class: int, column: float) -> tuple[Handle, ...]:
    """Return the bars' grips and the chips; a class that did not change keeps its handle object.

    column: pixels of a class's column, which decide how many letters a chip can show.
    """
    count = len(sample.classes)
    rows = list(zip(sample.classes, sample.logits.tolist(), sample.targets.tolist(), strict=True))
    grips = [_grip(index, count, *row, index == held_class) for index, row in enumerate(rows)]
    letters = int((CHIP_MOST * column - CHIP_EDGES) / LETTER)
    texts = fitting(sample.classes, letters)
    chips = [
        _chip(index, count, letters, text, *row, index == held_class)
        for index, (text, row) in enumerate(zip(texts, rows, strict=True))
    ]
    return (*grips, *chips)


def grip_height(count: int) -> float:
    """Return how thick the bars' grips are, in pixels."""
    return 12.0 if count <= COLUMNS else 9.0 if count <= 24 else 6.0


@cached(maxsize=8192)
def _grip(index: int, count: int, name: str, logit: float, target: float, selected: bool) -> Handle:
    return Handle(
        id=f"logit:{index}",
        place=Place(index, logit),
        axis="y",
        low=-FARTHEST,
        high=FARTHEST,
        shape="grip",
        reach="column",
        width=38.0,
        height=grip_height(count),
        selected=selected,
        name=said(name, logit, target),
        tip=tip(name, logit, target),
    )


@cached(maxsize=1024)
def _chip(
    index: int,
    count: int,
    letters: int,
    text: str,
    name: str,
    logit: float,
    target: float,
    selected: bool,
) -> Handle:
    named = count <= COLUMNS
    wide = letters >= LEAST_LETTERS
    return Handle(
        id=f"target:{index}",
        place=Place(index, 0.0, up=Unit.PLOT, dy=lines_of(count).chips),
        axis="x",
        low=0.0,
        high=1.0,
        shape="chip" if named else "dot",
        span=chip_span(count) if named else 0.5,
        width=200.0 if named else 12.0,
        height=12.0 if not named else 28.0 if wide else 20.0,
        text=text if wide or len(text) <= letters else "",
        fill=target,
        selected=selected,
        name=say("label of {state}", state=said(name, logit, target)),
        tip=tip(name, logit, target),
    )
