"""Sharpening: what multiplying every logit by alpha does, with a cursor at the alpha chosen.

Three views of one card: softmax(alpha s), sigma(alpha s), and the losses at alpha s. Up to 12 classes
each have a curve; of more classes the labelled, the held and the likeliest ones do, over ribbons
(range and middle half) of the rest. Above 60 classes softmax has a log axis, or all would lie on zero, and
the likeliest have no curve.
"""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.readings import sigma, softmax
from explorer.analysis.sharpening import (
    alpha_grid,
    loss_against_alpha,
    sharpness,
    sigmoid_bands,
    softmax_bands,
)
from explorer.plots import numbers
from explorer.plots.choices import sharpening_choices
from explorer.plots.curves import LEGEND, POINTS, POINTS_ENLARGED, loss_axis, loss_marks
from explorer.plots.figure import (
    Axis,
    EndLabel,
    EndLabels,
    Figure,
    Handle,
    Line,
    Margins,
    Place,
    Points,
    Ribbon,
    Text,
    Tick,
    Unit,
)
from explorer.plots.moves import ALPHAS
from explorer.plots.names import COLUMNS, NARROW_COLUMNS, fitting, told_apart
from explorer.plots.phrases import listed
from explorer.plots.shown import NONE_ON, seen_of, sight
from explorer.wording import cached, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.sharpening import Bands
    from explorer.plots.figure import Mark, View
    from explorer.study.state import State

KEY: Final = "sharpening"
TITLE: Final = "Sharpening"
LIMITS: Final = (log10(ALPHAS[0]), log10(ALPHAS[1]))
TICKS: Final = tuple(Tick(log10(alpha), f"{alpha:g}", keep=alpha == 1) for alpha in (0.1, 0.3, 1, 3, 10))
SHARES: Final = tuple(Tick(share, f"{share:g}") for share in (0.0, 0.5, 1.0))
NAMED_LABELLED: Final = 4  # of many classes, how many labelled and
NAMED_LIKELIEST: Final = 2  # how many other ones have a curve of their own
MOST_LABELS: Final = 8  # beside the curves of the usual card
LETTERS: Final = 10  # of a name there
POINTS_FEWER: Final = 41  # of a curve where sums over the classes are dear: one every 5 pixels
FEWER_FROM, FEWER_LOSSES_FROM = 2_000, 200  # classes
DECADES: Final = (-7.0, 0.4)  # of a log axis; what is smaller lies on its lower edge
POWERS: Final = tuple(
    Tick(float(power), "1" if power == 0 else "0.01" if power == -2 else numbers.power(power))
    for power in (-6, -4, -2, 0)
)
TINY: Final = 1e-300
MANY_EFFECTIVE: Final = 99.95
ABOVE: Final = -13.0  # pixels from the plot's top to the line over the names, which are pushed up to there
BESIDE_PILL: Final = 36.0  # from the plot's right side: the pill may be there
TOP: Final = 1.05  # so that the cursor's head does not lie on a curve at 1
MARGINS: Final = Margins(left=40.0, top=26.0, right=124.0, bottom=26.0)
NARROW: Final = Margins(left=36.0, top=26.0, right=34.0, bottom=26.0 + LEGEND)
NARROW_NAMES: Final = Margins(left=36.0, top=26.0, right=100.0, bottom=26.0)  # curves of classes need names

choices: Final = sharpening_choices


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    look = state.look
    about = (look.sharpening, look.alpha, look.enlarged == KEY)
    if look.sharpening == "loss":
        return about, seen_of(state), state.views.get(KEY)
    return about, state.sample, look.held


def figure(state: State) -> Figure:
    """Return the sharpening of the current sample in the way that the look asks for."""
    return _losses(state) if state.look.sharpening == "loss" else _probabilities(state)


# Probabilities of classes


def _probabilities(state: State) -> Figure:
    now = _now(state)
    bands = _bands(state, now)
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=_subtitle(state, now),
        x=_alpha_axis(),
        y=_share_axis(state),
        margins=MARGINS,
        narrow=NARROW_NAMES,
        marks=tuple(_class_marks(state, bands, now)),
        handles=(_cursor(state),),
        description=_description(state, bands, now),
    )


def bands_of(state: State) -> Bands:
    """Return the curves of the named classes, and the bands of the rest."""
    return _bands(state, _now(state))


def _bands(state: State, now: np.ndarray) -> Bands:
    sample, alphas, named = state.sample, alphas_of(state), _named(state, now)
    if state.look.sharpening == "sigmoid":
        return sigmoid_bands(sample, alphas, named)
    return softmax_bands(sample, alphas, named, state.look.held)


def _now(state: State) -> np.ndarray:
    """Return every class's probability at the alpha chosen, shape (n,)."""
    reading = sigma if state.look.sharpening == "sigmoid" else softmax
    with np.errstate(all="ignore"):
        return reading(_alpha(state) * state.sample.logits)


def is_log(state: State) -> bool:
    """Say whether probabilities stand on a log axis: those of a softmax over very many classes."""
    return state.look.sharpening == "softmax" and len(state.sample.classes) > NARROW_COLUMNS


def heights(state: State, shares: np.ndarray) -> np.ndarray:
    """Return where probabilities stand on the y axis of this card; 0 far below a log axis."""
    return np.log10(np.maximum(shares, TINY)) if is_log(state) else shares


def _share_axis(state: State) -> Axis:
    if is_log(state):
        return Axis(
            low=DECADES[0], high=DECADES[1], title=say("↑ softmax(α s), log"), ticks=POWERS, grid=True
        )
    title = "↑ σ(α s)" if state.look.sharpening == "sigmoid" else "↑ softmax(α s)"
    return Axis(low=0.0, high=TOP, title=title, ticks=SHARES, grid=True, zero=True)


def _named(state: State, now: np.ndarray) -> tuple[int, ...]:
    """Choose the classes with a curve: all, or the labelled, the held and the likeliest, by index."""
    sample = state.sample
    count = len(sample.classes)
    if count <= COLUMNS:
        return tuple(range(count))
    chances = np.nan_to_num(now)
    labelled = _largest(chances, np.flatnonzero(sample.targets > 0.5), NAMED_LABELLED)
    likeliest = [] if is_log(state) else _largest(chances, np.arange(count), NAMED_LIKELIEST)
    return tuple(sorted({*labelled, *likeliest, state.look.held}))


def _largest(chances: np.ndarray, among: np.ndarray, most: int) -> list[int]:
    """Return the classes with the largest chances among some; of equal ones the first."""
    if len(among) > most:
        least = np.partition(chances[among], -most)[-most]
        among = among[chances[among] >= least]
    ranked: list[int] = among[np.argsort(-chances[among], kind="stable")][:most].tolist()
    return ranked


def _class_marks(state: State, bands: Bands, now: np.ndarray) -> list[Mark]:
    sample = state.sample
    x = np.log10(bands.alphas)
    marks: list[Mark] = []
    if bands.others:
        lowest, lower, _, upper, highest = heights(state, bands.quantiles)
        marks = [
            Ribbon(x=x, low=lowest, high=highest, opacity=0.10),
            Ribbon(x=x, low=lower, high=upper, opacity=0.24),
        ]
    # labelled curves last, so that they lie on top
    for column, index in sorted(enumerate(bands.named), key=lambda entry: sample.targets[entry[1]] > 0.5):
        labelled = bool(sample.targets[index] > 0.5)
        colour, width = ("ink", 2.4) if labelled else ("mut", 1.5)
        marks.append(Line(x=x, y=heights(state, bands.curves[:, column]), colour=colour, width=width))
    at, named = log10(_alpha(state)), np.array(bands.named, dtype=np.intp)
    thick, shown = sample.targets[named] > 0.5, heights(state, now)
    for chosen, colour in ((~thick, "mut"), (thick, "ink")):
        if chosen.any():
            marks.append(
                Points(x=np.full(int(chosen.sum()), at), y=shown[named[chosen]], colour=colour, size=7.0)
            )
    return [*marks, *_where(state), _end_labels(state, bands, now)]


def _where(state: State) -> tuple[Text, ...]:
    """Say over the names at which alpha their numbers are: they stand where the curves end."""
    if log10(_alpha(state)) >= LIMITS[1]:
        return ()
    place = Place(1.0, 1.0, across=Unit.PLOT, up=Unit.PLOT, dx=BESIDE_PILL, dy=ABOVE)
    text = say("at {alpha}", alpha=_alpha_text(state))
    return (Text(place=place, text=text, colour="mut", size="tick"),)


def _end_labels(state: State, bands: Bands, now: np.ndarray) -> EndLabels:
    sample = state.sample
    items, ends = [], heights(state, bands.curves[-1])
    names, apart = fitting(sample.classes, LETTERS), told_apart(sample.classes)
    for column in _labelled_curves(state, bands, now):
        index = bands.named[column]
        labelled = bool(sample.targets[index] > 0.5)
        value = numbers.probability(float(now[index]))
        items.append(
            EndLabel(
                y=float(ends[column]),
                text=f"{numbers.shortened(names[index], LETTERS)} {value}",
                short=f"{numbers.shortened(apart[index], LETTERS)} {value}",
                kept=f" {value}",
                bold=labelled,
                colour="ink" if labelled or index == state.look.held else "ink2",
            )
        )
    if bands.others:
        text = say("{count} others", count=numbers.count(bands.others))
        middle = float(heights(state, bands.quantiles[2, -1:])[0])
        items.append(EndLabel(y=middle, text=text, colour="mut"))
    return EndLabels(items=tuple(items))


def _labelled_curves(state: State, bands: Bands, now: np.ndarray) -> list[int]:
    """Choose the curves that are named where not all can be: held, labelled, likeliest."""
    if len(bands.named) <= MOST_LABELS or state.look.enlarged == KEY:
        return list(range(len(bands.named)))
    targets, held = state.sample.targets, state.look.held
    ranked = sorted(
        range(len(bands.named)),
        key=lambda column: (
            bands.named[column] != held,
            not targets[bands.named[column]] > 0.5,
            -np.nan_to_num(now[bands.named[column]]),
        ),
    )
    return sorted(ranked[:MOST_LABELS])


# Losses


def _losses(state: State) -> Figure:
    """Return the losses at alpha s; without any loss the note that says so."""
    seen = sight(state)
    alphas, at = alphas_of(state), np.array([_alpha(state)])
    asked = [(each.evaluation.sample, each.evaluation.shown, each.evaluation.other) for each in seen.losses]
    curves = [loss_against_alpha(sample, shown, alphas, other) for sample, shown, other in asked]
    values = [float(loss_against_alpha(sample, shown, at, other)[0]) for sample, shown, other in asked]
    words = [
        f"{entry.label} {numbers.fixed(value, 3)}" for entry, value in zip(seen.losses, values, strict=True)
    ]
    places = [log10(at[0])] * len(values)
    marks = () if seen.note else loss_marks(seen.losses, np.log10(alphas), curves, places, values)
    return Figure(
        key=KEY,
        title=TITLE,
        has_menu=True,
        subtitle=say("losses of the sharpened logits"),
        corner=seen.corner,
        x=_alpha_axis(),
        y=loss_axis(_loss_view(state), curves, values, say("↑ loss at α s, nat")),
        margins=MARGINS,
        narrow=NARROW,
        marks=marks,
        handles=() if seen.note else (_cursor(state),),
        note=seen.note or ("" if seen.losses else say(NONE_ON)),
        description=say("Losses at {alpha}: {losses}.", alpha=_alpha_text(state), losses=listed(words))
        + seen.missing,
    )


def _loss_view(state: State) -> View | None:
    """Return the limits kept for losses: none when the card showed probabilities before."""
    view: View | None = state.views.get(KEY)
    return None if view is None or view.y in ((0.0, TOP), DECADES) else view


# What they share


@cached(maxsize=1)
def _alpha_axis() -> Axis:
    return Axis(low=LIMITS[0], high=LIMITS[1], title=say("α, log"), ticks=TICKS)


def _alpha(state: State) -> float:
    return min(max(state.look.alpha, ALPHAS[0]), ALPHAS[1])


def alphas_of(state: State) -> np.ndarray:
    """Return the alphas at which the curves are drawn: fewer for many classes, whose sums cost more."""
    count = len(state.sample.classes)
    if count > FEWER_FROM or (state.look.sharpening == "loss" and count > FEWER_LOSSES_FROM):
        return alpha_grid(*ALPHAS, POINTS_FEWER)
    return alpha_grid(*ALPHAS, POINTS_ENLARGED if state.look.enlarged == KEY else POINTS)


def _alpha_text(state: State) -> str:
    alpha = _alpha(state)
    digits = 1 if abs(alpha * 10 - round(alpha * 10)) < 1e-9 else 2
    return f"α = {numbers.fixed(alpha, digits)}"


def _subtitle(state: State, now: np.ndarray) -> str:
    """Say how peaked the softmax is, or how many labels the sigmas add up to."""
    if state.look.sharpening == "sigmoid":
        return say("probabilities add up to {sum}", sum=numbers.fixed(float(now.sum())))
    sharp = sharpness(state.sample, [_alpha(state)])
    entropy, effective = float(sharp.entropy[0]), float(sharp.effective[0])
    if len(state.sample.classes) > NARROW_COLUMNS:  # a long count has room, and needs no tenths
        count = numbers.fixed(effective, 0 if effective >= MANY_EFFECTIVE else 1)
        return say("entropy {entropy} nat, {count} effective", entropy=numbers.fixed(entropy), count=count)
    return say(
        "entropy {entropy} nat, {count} effective classes",
        entropy=numbers.fixed(entropy),
        count=numbers.fixed(effective, 1),
    )


def _cursor(state: State) -> Handle:
    alpha = _alpha(state)
    return Handle(
        id="alpha",
        place=Place(log10(alpha), 1.0, up=Unit.PLOT),
        axis="x",
        low=LIMITS[0],
        high=LIMITS[1],
        shape="cursor",
        reach="line",
        text=_alpha_text(state),
        name=say("alpha, {value}", value=numbers.fixed(alpha)),
        tip=f"α = {numbers.exact(alpha)}",
    )


def _description(state: State, bands: Bands, now: np.ndarray) -> str:
    likeliest = sorted(bands.named, key=lambda index: -np.nan_to_num(now[index]))[:3]
    words = [f"{state.sample.classes[index]} {numbers.probability(float(now[index]))}" for index in likeliest]
    return say(
        "At {alpha}: {sum}; highest: {classes}.",
        alpha=_alpha_text(state),
        sum=_subtitle(state, now),
        classes=listed(words),
    )
