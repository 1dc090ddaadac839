"""Who gets the gradient: what falls on labelled classes and what on the others, as classes or labels grow.

Two panels over one another with one scale: the labelled classes above, the others below. Every labelled class
has one logit and every other class one, 0 or the means of this sample, so that only the counts matter.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.balance import (
    MOST,
    MOST_WITHOUT_PARTS,
    ZERO,
    Levels,
    counts_between,
    levels_of,
    over_classes,
    over_labels,
    sides,
)
from explorer.analysis.keeping import Same
from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.choices import Choice, Option
from explorer.plots.figure import (
    Axis,
    EndLabel,
    EndLabels,
    Figure,
    Line,
    LossLook,
    Margins,
    Place,
    Points,
    Segments,
    Text,
    Tick,
    Unit,
)
from explorer.plots.lens import Lens, Row
from explorer.plots.phrases import listed
from explorer.plots.shown import NONE_ON, REPEATED, label_of, without
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.plots.figure import Mark
    from explorer.study.state import State
    from explorer.study.study import ShownLoss

KEY: Final = "balance"
TITLE: Final = "Who gets the gradient"
AGAINST, AT = "balance.against", "balance.at"  # the options that keep what is chosen
WAYS: Final = {"classes": noted("Number of classes"), "labels": noted("Number of labels")}
LEVELS: Final = {"zero": noted("Every logit 0"), "means": noted("Mean logits of this sample")}
MARGINS: Final = Margins(left=52.0, top=36.0, right=124.0, bottom=26.0)
NARROW: Final = Margins(left=48.0, top=36.0, right=30.0, bottom=26.0)
GAP: Final = 0.3  # between the panels, of the height of one
LEAST: Final = (-2.0, 2.0)  # powers of ten that a panel shows at least
LOWEST: Final = -9.0  # no panel reaches further down
MOST_LOSSES: Final = 8
FEWEST: Final = 2  # classes
STEPS: Final = 2.9  # of the ticks of a panel, at most, so that both have six


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    about = look.option(AGAINST), look.option(AT), look.enlarged == KEY
    return Same(state.study.shown), len(state.sample.classes), _labels(state), _levels(state), about


def choices(state: State) -> tuple[Choice, ...]:
    """Return what grows, and where the logits stand."""
    return _choice(state, AGAINST, say("Against"), WAYS), _choice(state, AT, say("Logits"), LEVELS)


def _choice(state: State, name: str, title: str, words: dict[str, str]) -> Choice:
    now = _chosen(state, name, words)
    options = (
        Option(say(text), state.look.with_option(name, key), key == now) for key, text in words.items()
    )
    return Choice(title, tuple(options))


def _chosen(state: State, name: str, words: dict[str, str]) -> str:
    found = state.look.option(name)
    return found if found in words else next(iter(words))


def _labels(state: State) -> int:
    """Return how many labels the sample has, at least 1, so that there is a side to look at."""
    return max(int(np.count_nonzero(state.sample.targets > 0.5)), 1)


def _levels(state: State) -> Levels:
    return levels_of(state.sample) if _chosen(state, AT, LEVELS) == "means" else ZERO


def figure(state: State) -> Figure:
    """Return both sides of every loss that is on."""
    classes, labels, levels = len(state.sample.classes), _labels(state), _levels(state)
    by_classes = _chosen(state, AGAINST, WAYS) == "classes"
    losses = _losses(state)
    low, high = (FEWEST, MOST) if by_classes else (1, max(classes - 1, 2))
    counts = counts_between(max(low, labels + 1) if by_classes else low, high)
    curves = [_curve(shown, by_classes, counts, classes, labels, levels) for _, shown, _, _ in losses]
    now = classes if by_classes else labels
    panels = _limits(curves)
    note = "" if losses else say(NONE_ON)
    missing = [label for (_, _, _, label), curve in zip(losses, curves, strict=True) if np.isnan(curve).all()]
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=_subtitle(by_classes, classes, labels, levels),
        corner=without(missing) if missing else "",
        has_menu=True,
        x=Axis(
            low=log10(low),
            high=log10(high) if high > low else log10(low) + 1.0,
            title=say("classes n, log" if by_classes else "labels k, log"),
            ticks=_powers(low, high, now),
        ),
        y=Axis(
            low=0.0, high=2.0 + GAP, title=say("↑ sum of |∂L/∂s|, log"), ticks=_heights(panels), grid=True
        ),
        margins=MARGINS,
        narrow=NARROW,
        marks=() if note else _marks(losses, counts, curves, now, (classes, labels, levels), panels),
        still=_heads(),
        note=note,
        description=note or _description(losses, classes, labels, levels),
    )


def _subtitle(by_classes: bool, classes: int, labels: int, levels: Levels) -> str:
    """Say what grows, and what stays."""
    logits = say("every logit 0" if levels == ZERO else "mean logits of this sample")
    if by_classes:
        return say("n grows, {logits}, {count} labelled", logits=logits, count=numbers.count(labels))
    return say("k grows, {logits}, {count} classes", logits=logits, count=numbers.count(classes))


def _losses(state: State) -> list[tuple[int, ShownLoss, LossLook, str]]:
    """Return the losses that are on, with looks and names; which labels they take is not asked here."""
    found, keys = [], []
    for index, shown in enumerate(state.study.shown):
        if shown.on:
            loss = LOSSES[shown.key]
            look = LossLook(loss.family, loss.member, REPEATED if shown.key in keys else 1.0)
            found.append((index, shown, look, label_of(state, index)))
            keys.append(shown.key)
    return found[:MOST_LOSSES]


def _curve(
    shown: ShownLoss, by_classes: bool, counts: tuple[int, ...], classes: int, labels: int, levels: Levels
) -> np.ndarray:
    """Return the logarithms of both sides, shape (2, counts); what is 0 lies far below."""
    if by_classes:
        found = over_classes(shown, counts, labels, levels)
    else:
        found = over_labels(shown, classes, counts, levels)
    return _logarithm(found)


def _logarithm(values: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        powers: np.ndarray = np.maximum(np.log10(values), LOWEST - 1.0)
    return powers


def _limits(curves: list[np.ndarray]) -> tuple[float, float]:
    """Return the powers of ten of both panels, the same for both."""
    finite = np.concatenate(
        [curve[np.isfinite(curve) & (curve > LOWEST)] for curve in curves] or [np.zeros(0)]
    )
    low = min(LEAST[0], floor(finite.min(initial=0.0)))
    return max(low, LOWEST), max(LEAST[1], ceil(finite.max(initial=0.0)))


def _height(panels: tuple[float, float], upper: bool, powers: np.ndarray) -> np.ndarray:
    """Return where powers of ten stand on the y axis; what leaves its panel is not drawn."""
    low, high = panels
    share = (powers - low) / (high - low)
    heights: np.ndarray = np.where(
        (share >= 0.0) & (share <= 1.0), share + (1.0 + GAP if upper else 0.0), np.nan
    )
    return heights


@lru_cache(maxsize=16)
def _heights(panels: tuple[float, float]) -> tuple[Tick, ...]:
    low, high = panels
    step = max(1, ceil((high - low) / STEPS))
    powers = [power for power in range(ceil(low), floor(high) + 1) if power % step == 0]
    return tuple(
        Tick(float(_height(panels, upper, np.array([float(power)]))[0]), _power(power))
        for upper in (False, True)
        for power in powers
    )


def _power(power: int) -> str:
    return numbers.power(power) if abs(power) > 2 else f"{10.0**power:g}"


@lru_cache(maxsize=16)
def _powers(low: int, high: int, now: int) -> tuple[Tick, ...]:
    """Return ticks at powers of ten, of few numbers at 3 times these too, and where the sample is."""
    wide = high >= 100 * low
    found = [
        factor * 10**power
        for power in range(7)
        for factor in ((1,) if wide else (1, 3))
        if low <= factor * 10**power <= high
    ]
    own = [now] if low <= now <= high else []
    at = sorted({*found, *own})
    return tuple(Tick(log10(each), _count(each), bold=each == now, keep=each == now) for each in at)


def _count(at: int) -> str:
    return f"{at // 1000}k" if at >= 10_000 and at % 1000 == 0 else numbers.count(at)


@cached(maxsize=1)
def _heads() -> tuple[Mark, ...]:
    """Say which panel is which, and draw the line under each."""
    marks: list[Mark] = []
    for words, top in (
        (say("labelled classes", "the upper panel"), 2.0 + GAP),
        (say("the other classes"), 1.0),
    ):
        place = Place(0.0, top, across=Unit.PLOT, dy=-7.0)
        marks.append(Text(place=place, text=words, colour="ink2", size="tick"))
    for base in (0.0, 1.0 + GAP):
        y = np.array([base])
        marks.append(Segments(x0=np.array([-1.0]), y0=y, x1=np.array([9.0]), y1=y, colour="edge", width=1.0))
    return tuple(marks)


def _marks(
    losses: list[tuple[int, ShownLoss, LossLook, str]],
    counts: tuple[int, ...],
    curves: list[np.ndarray],
    now: int,
    here: tuple[int, int, Levels],
    panels: tuple[float, float],
) -> tuple[Mark, ...]:
    """Draw a curve for each loss in both panels, a marker where the sample stands, and the names."""
    x, at = np.log10(np.array(counts, dtype=np.float64)), log10(max(now, 1))
    lines: list[Mark] = []
    markers: list[Mark] = []
    ends: list[EndLabel] = []
    for (_, shown, look, label), curve in zip(losses, curves, strict=True):
        standing = _logarithm(np.array(sides(shown, *here)))
        for side, upper in enumerate((True, False)):
            y = _height(panels, upper, curve[side])
            if not np.isfinite(y).any():
                continue
            lines.append(Line(x=x, y=y, look=look, halo=True))
            height = _height(panels, upper, standing[side : side + 1])
            markers.append(Points(x=np.array([at]), y=height, look=look, size=9.0))
            last = int(np.flatnonzero(np.isfinite(y))[-1])
            if upper and counts[last] <= MOST_WITHOUT_PARTS < counts[-1]:
                lines.append(_stop(x[last], float(y[last])))
            ends.append(EndLabel(y=float(y[last]), text=label, look=look))
    cursor = Segments(
        x0=np.full(2, at), y0=np.array([0.0, 1.0 + GAP]), x1=np.full(2, at), y1=np.array([1.0, 2.0 + GAP]),
        colour="mut", width=1.0, dash=(3.0, 3.0),
    )  # fmt: skip
    return (cursor, *lines, *markers, EndLabels(items=tuple(ends)))


def _stop(x: float, y: float) -> Mark:
    """Say where a curve ends whose loss costs classes times labels."""
    place = Place(float(x), y, dy=-9.0)
    text = say("computed up to {count} classes", count=numbers.count(MOST_WITHOUT_PARTS))
    return Text(place=place, text=text, anchor="right", colour="mut", size="tick", halo=True)


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read both sides of every loss at a count."""
    if not figure.x.low <= x <= figure.x.high:
        return None
    by_classes = _chosen(state, AGAINST, WAYS) == "classes"
    count = max(round(10.0**x), 1)
    classes, labels = (count, _labels(state)) if by_classes else (len(state.sample.classes), count)
    rows = []
    for _, shown, look, label in _losses(state):
        found = sides(shown, classes, labels, _levels(state))
        text = f"{numbers.fixed(found.labelled, 3)} : {numbers.fixed(found.others, 3)}"
        rows.append(Row(label, text, look))
    title = say(
        "n = {classes}, k = {labels}; labelled : others",
        classes=numbers.count(classes),
        labels=numbers.count(labels),
    )
    return Lens(title, tuple(rows), (x, figure.y.low, x, figure.y.high), float(count)) if rows else None


def copied(state: State) -> str:
    """Return both sides of every loss at each count."""
    classes, labels, levels, losses = (
        len(state.sample.classes),
        _labels(state),
        _levels(state),
        _losses(state),
    )
    by_classes = _chosen(state, AGAINST, WAYS) == "classes"
    counts = counts_between(labels + 1, MOST) if by_classes else counts_between(1, max(classes - 1, 2))
    head = ["n" if by_classes else "k"]
    columns: list[np.ndarray] = []
    for _, shown, _, label in losses:
        head += [f"{label}, labelled", f"{label}, others"]
        found = (
            over_classes(shown, counts, labels, levels)
            if by_classes
            else over_labels(shown, classes, counts, levels)
        )
        columns += list(found)
    return tabbed([head]) + tabbed(zip(counts, *columns, strict=True)) if losses else ""


def _description(
    losses: list[tuple[int, ShownLoss, LossLook, str]], classes: int, labels: int, levels: Levels
) -> str:
    words = []
    for _, shown, _, label in losses:
        found = sides(shown, classes, labels, levels)
        up, down = numbers.fixed(found.labelled, 3), numbers.fixed(found.others, 3)
        words.append(say("{loss} {labelled} to {others}", loss=label, labelled=up, others=down))
    return say(
        "Gradient of the labelled to that of the other classes, {count} of {all} labelled: {losses}.",
        count=numbers.count(labels),
        all=numbers.count(classes),
        losses=listed(words),
    )
