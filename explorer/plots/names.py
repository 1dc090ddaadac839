"""Names of classes where there is little room: which ones, what of them, and how a class is said aloud."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from explorer.analysis.keeping import Same
from explorer.plots import numbers
from explorer.plots.figure import Band, Tick
from explorer.wording import cached, say

if TYPE_CHECKING:
    from explorer.plots.figure import Anchor
    from explorer.study.state import State

COLUMNS: Final = 12  # up to here every class has a column with its name
NARROW_COLUMNS: Final = 60  # up to here every class has a column
TICKED: Final = 24  # names asked for along an axis above that
PARTS: Final = " _-/."  # end the beginning that names share


def class_ticks(classes: tuple[str, ...], held: int) -> tuple[Tick, ...]:
    """Return a tick with each class's name, the held one bold and kept; of many classes only some."""
    stride = 1 if len(classes) <= NARROW_COLUMNS else -(-len(classes) // TICKED)
    apart = told_apart(classes)
    own = tuple(
        Tick(index, classes[index], bold=True, keep=True, short=apart[index])
        for index in (held,)
        if index < len(classes)
    )
    others = tuple(tick for tick in _ticks(Same(classes), stride) if tick.at != held)
    return tuple(sorted(others + own, key=lambda tick: tick.at))


@lru_cache(maxsize=16)
def _ticks(classes: Same[tuple[str, ...]], stride: int) -> tuple[Tick, ...]:
    apart = told_apart(classes.it)
    return tuple(
        Tick(index, classes.it[index], short=apart[index]) for index in range(0, len(classes.it), stride)
    )


def told_apart(classes: tuple[str, ...]) -> tuple[str, ...]:
    """Return what of each name tells it from the others: "137" of "class 137", where all are classes.

    That is the name without the beginning that all share, up to one of PARTS. A beginning without a letter
    stays, for it may be the sign or the whole part of numbers; so does one that is a whole name.
    """
    return _told_apart(Same(classes))


@lru_cache(maxsize=16)
def _told_apart(classes: Same[tuple[str, ...]]) -> tuple[str, ...]:
    shared = _shared_beginning(classes.it) if len(classes.it) > 1 else ""
    end = max(shared.rfind(part) for part in PARTS) + 1
    if not any(letter.isalpha() for letter in shared[:end]) or any(len(name) == end for name in classes.it):
        return classes.it
    return tuple(name[end:] for name in classes.it)


def _shared_beginning(names: tuple[str, ...]) -> str:
    first, last = min(names), max(names)  # what these two share, all between them share
    pairs = enumerate(zip(first, last, strict=False))
    return first[: next((place for place, (one, other) in pairs if one != other), len(first))]


def fitting(classes: tuple[str, ...], letters: int) -> tuple[str, ...]:
    """Return the names for places of so many letters: whole if all fit there, else what tells them apart."""
    return _fitting(Same(classes), letters)


@lru_cache(maxsize=16)
def _fitting(classes: Same[tuple[str, ...]], letters: int) -> tuple[str, ...]:
    return classes.it if max(map(len, classes.it), default=0) <= letters else told_apart(classes.it)


def class_bands(state: State, below: float) -> tuple[Band, ...]:
    """Return the bands of the held and the selected classes' columns, `below` pixels under the plot.

    Neighbours share one band, so that many selected classes cost little and show no seams.
    """
    wanted = sorted(state.look.selected | {state.look.held})
    bands: list[Band] = []
    first = wanted[0]
    for index, following in zip(wanted, [*wanted[1:], None], strict=True):
        if following != index + 1:
            bands.append(Band(x0=first - 0.5, x1=index + 0.5, below=below))
            first = following if following is not None else first
    return tuple(bands)


@cached(maxsize=8192)
def said(name: str, logit: float, target: float) -> str:
    """Say a class for a screen reader: "cat, logit +1.44, labelled"."""
    if target in (0.0, 1.0):
        state = say("labelled") if target else say("unlabelled")
    else:
        state = say("target {value}", value=numbers.fixed(target))
    return say("{name}, logit {logit}, {state}", name=name, logit=numbers.signed(logit), state=state)


@cached(maxsize=8192)
def tip(name: str, logit: float, target: float) -> str:
    """Return the tool tip of a class, with every digit."""
    return f"{name}\ns = {numbers.exact(logit)}\nt = {numbers.exact(target)}"


def side(index: int, class_count: int) -> Anchor:
    """Return the anchor of a text at a narrow column that keeps it inside the card."""
    share = (index + 0.5) / max(class_count, 1)
    return "left" if share < 0.15 else "right" if share > 0.85 else "center"
