"""The peel: which terms come back between ZLPR and BCE, and what that does to value and pull.

Left, the shares of the orders in BCE's product, the labelled side up and the others down: orders 0 and 1 are
what ZLPR keeps, of all others it keeps the part lambda. Right, the loss against lambda, which is dragged.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.peel import peel
from explorer.losses import LOSSES
from explorer.plots import numbers
from explorer.plots.figure import (
    Axis,
    Figure,
    Handle,
    Line,
    LossLook,
    Margins,
    Place,
    Points,
    Rectangles,
    Segments,
    Text,
    Tick,
    Unit,
)
from explorer.plots.limits import WIDEST, fitted, ticks
from explorer.plots.move import Move
from explorer.plots.tabbed import tabbed
from explorer.wording import cached, noted, say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.analysis.peel import Peel, Side
    from explorer.plots.figure import Mark
    from explorer.plots.lens import Lens
    from explorer.study.state import State

KEY: Final = "peel"
TITLE: Final = "Peel"
AMOUNT: Final = "amount"  # the setting of the loss "peel", lambda
OPTION: Final = f"{KEY}.{AMOUNT}"
HANDLE: Final = f"{KEY}.{AMOUNT}"
SOFT: Final = noted("The orders are those of 0/1 labels; a target here is soft, or a logit is no number.")
LEFT, RIGHT = -1.5, -0.28  # where the bars stand; the curve runs from 0 to 1
TOP: Final = 1.12
LEAST_ORDERS, MOST_ORDERS, MOST_ENLARGED = 4, 9, 24
SHARE: Final = 0.005  # of an order that is worth a bar
THICK: Final = 0.76  # of a bar's column
POINTS: Final = 81
MARGINS: Final = Margins(left=34.0, top=26.0, right=50.0, bottom=46.0)
KEY_LINE: Final = 13.0


def depends(state: State) -> Hashable:
    """Return what of the state the figure is about."""
    return state.sample, amount_of(state), state.look.enlarged == KEY


def amount_of(state: State) -> float:
    """Return lambda: the setting of the first shown loss `peel`, else what the look remembers."""
    place = _shown(state)
    if place is not None:
        found = dict(state.study.shown[place].settings).get(AMOUNT)
        return float(found) if isinstance(found, float) else float(_default())
    text = state.look.option(OPTION)
    try:
        return min(max(float(text), 0.0), 1.0) if text else float(_default())
    except ValueError:
        return float(_default())


def _default() -> float:
    return next(parameter.default for parameter in LOSSES[KEY].parameters if parameter.name == AMOUNT)


def _shown(state: State) -> int | None:
    return next((place for place, shown in enumerate(state.study.shown) if shown.key == KEY), None)


def figure(state: State) -> Figure:
    """Return both pictures; a note where the sample has no orders."""
    found, amount = peel(state.sample), amount_of(state)
    if found is None:
        axis, note = Axis(low=0.0, high=1.0), say(SOFT)
        return Figure(key=KEY, title=TITLE, x=axis, y=axis, margins=MARGINS, note=note, description=note)
    orders = _orders(found, state.look.enlarged == KEY)
    return Figure(
        key=KEY,
        title=TITLE,
        subtitle=say("L = {value} nat, from ZLPR to BCE", value=numbers.fixed(_value(found, amount), 4)),
        x=Axis(low=LEFT, high=1.0, ticks=_ticks(orders)),
        y=Axis(
            low=-TOP, high=TOP, title=say("↑ share of order, labelled   ↓ others"), ticks=SHARES, grid=False
        ),
        margins=MARGINS,
        marks=(*_bars(found, amount, orders), *_curve(found), *_now(found, amount)),
        aside=_pulls(found, amount),
        still=(Segments(x0=[LEFT], y0=[0.0], x1=[RIGHT], y1=[0.0], width=1.2),),
        handles=(_handle(amount),),
        description=_description(found, amount),
    )


SHARES: Final = (
    Tick(-1.0, "1"),
    Tick(-0.5, "0.5"),
    Tick(0.0, "0", keep=True),
    Tick(0.5, "0.5"),
    Tick(1.0, "1"),
)


def _value(found: Peel, amount: float) -> float:
    return float(found.value(amount))


def _orders(found: Peel, enlarged: bool) -> int:
    """Return how many orders have a bar of their own; what is above them is one bar, the rest."""
    weighty = [
        int(np.flatnonzero(side.shares > SHARE).max(initial=1)) + 1 for side in (found.labelled, found.others)
    ]
    longest = max(len(found.labelled.shares), len(found.others.shares))
    most = MOST_ENLARGED if enlarged else MOST_ORDERS
    return min(max(LEAST_ORDERS, *weighty), longest, most)


def _column(orders: int) -> float:
    return (RIGHT - LEFT) / (orders + 1)


def _middle(place: int, orders: int) -> float:
    return LEFT + (place + 0.5) * _column(orders)


def _ticks(orders: int) -> tuple[Tick, ...]:
    names = [Tick(_middle(order, orders), str(order), keep=order < 2) for order in range(orders)]
    rest = Tick(_middle(orders, orders), f"{orders}+", keep=True)
    return (*names, rest, Tick(0.0, "ZLPR", keep=True), Tick(1.0, "BCE", keep=True))


def _heights(side: Side, orders: int) -> np.ndarray:
    """Return the share of each bar: the orders, then all higher ones together."""
    shares = np.zeros(orders)
    own = side.shares[:orders]
    shares[: len(own)] = own
    return np.append(shares, side.rest + float(side.shares[orders:].sum()))


def _bars(found: Peel, amount: float, orders: int) -> list[Mark]:
    """Draw each order's share: solid what the loss has of it, hollow the whole."""
    half = THICK * _column(orders) / 2
    middles = np.array([_middle(place, orders) for place in range(orders + 1)])
    marks: list[Mark] = []
    for side, sign, fill in ((found.labelled, 1.0, "pos"), (found.others, -1.0, "neg")):
        whole = _heights(side, orders)
        kept = np.where(np.arange(orders + 1) < 2, whole, amount * whole)
        if not side.classes:
            continue  # the empty product is 1: nothing was left out of it
        marks.append(_rectangles(middles, half, sign * whole, None, "edge"))
        marks.append(_rectangles(middles, half, sign * kept, fill, "edge"))
    return marks


def _rectangles(
    middles: np.ndarray, half: float, heights: np.ndarray, fill: str | None, edge: str
) -> Rectangles:
    low, high = np.minimum(heights, 0.0), np.maximum(heights, 0.0)
    return Rectangles(
        x0=middles - half,
        y0=low,
        x1=middles + half,
        y1=high,
        fill=fill,
        edge=edge,
        dash=() if fill else (2.0, 2.0),
    )


@lru_cache(maxsize=8)
def _scale(found: Peel) -> tuple[float, float]:
    """Return the limits of the loss: a curve over lambda has its own scale, at the right."""
    low, high = _value(found, 0.0), _value(found, 1.0)
    if not abs(low) + abs(high) < WIDEST:
        return 0.0, 1.0  # the loss lies far above
    return fitted(min(low, high), max(low, high), 4)


def _height(found: Peel, values: np.ndarray | float) -> np.ndarray:
    low, high = _scale(found)
    return 2.0 * np.clip((np.asarray(values) - low) / (high - low), 0.0, 1.0) - 1.0


@cached(maxsize=8)
def _curve(found: Peel) -> tuple[Mark, ...]:
    """Draw the loss against lambda, with its own numbers at the right."""
    amounts = np.linspace(0.0, 1.0, POINTS) ** 3  # it may rise at once
    marks: list[Mark] = []
    for tick in ticks(*_scale(found), most=4):
        height = float(_height(found, tick.at))
        marks.append(Segments(x0=[0.0], y0=[height], x1=[1.0], y1=[height], colour="grid", width=1.0))
        place = Place(1.0, height, across=Unit.PLOT, dx=7.0)
        marks.append(Text(place=place, text=tick.text, colour="mut", size="tick"))
    marks.append(Line(x=amounts, y=_height(found, found.value(amounts)), look=_look()))
    return tuple(marks)


def _look() -> LossLook:
    return LossLook(LOSSES[KEY].family, LOSSES[KEY].member)


def _now(found: Peel, amount: float) -> list[Mark]:
    height = _height(found, _value(found, amount))
    return [Points(x=np.array([amount]), y=height.reshape(1), look=_look())]


def _pulls(found: Peel, amount: float) -> tuple[Mark, ...]:
    up, down = (float(side.pull(amount)) for side in (found.labelled, found.others))
    words = say(
        "dotted: all    pull on labelled {up}, others {down}",
        up=numbers.fixed(up, 3),
        down=numbers.fixed(down, 3),
    )
    place = Place(0.0, 0.0, across=Unit.CARD, up=Unit.CARD, dx=12.0, dy=-KEY_LINE)
    return (Text(place=place, text=words, size="name"),)


def _handle(amount: float) -> Handle:
    return Handle(
        id=HANDLE,
        place=Place(amount, 1.0, up=Unit.PLOT),
        axis="x",
        low=0.0,
        high=1.0,
        shape="cursor",
        reach="line",
        text=f"λ {numbers.fixed(amount)}",
        name=say("lambda, now {value}", value=numbers.fixed(amount)),
        tip=say("λ = {value}\n0 is ZLPR, 1 is BCE", value=numbers.exact(amount)),
    )


def _description(found: Peel, amount: float) -> str:
    up, down = (numbers.fixed(float(side.pull(amount)), 3) for side in (found.labelled, found.others))
    return say(
        "λ is {amount}. The loss is {value} nat, ZLPR {zlpr}, BCE {bce}. Labelled classes are pulled by {up},"
        " the others by {down}.",
        amount=numbers.fixed(amount),
        value=numbers.fixed(_value(found, amount), 4),
        zlpr=numbers.fixed(_value(found, 0.0), 4),
        bce=numbers.fixed(_value(found, 1.0), 4),
        up=up,
        down=down,
    )


# The hand


def move(state: State, handle_id: str, position: tuple[float, float]) -> Move | None:
    """Drag lambda: the setting of the shown loss `peel`, or where none is shown what the look remembers."""
    return _set(state, round(min(max(position[0], 0.0), 1.0), 2)) if handle_id == HANDLE else None


def nudge(state: State, handle_id: str, amount: float) -> Move | None:
    """Change lambda by a key, a tenth of what a logit changes by."""
    if handle_id != HANDLE:
        return None
    return _set(state, round(min(max(amount_of(state) + amount / 10.0, 0.0), 1.0), 4))


def _set(state: State, amount: float) -> Move:
    place = _shown(state)
    if place is None:
        return Move(
            replace(state, look=state.look.with_option(OPTION, repr(amount))), say("Change λ"), HANDLE
        )
    shown = tuple(
        loss.with_setting(AMOUNT, amount) if index == place else loss
        for index, loss in enumerate(state.study.shown)
    )
    study = state.study if shown == state.study.shown else replace(state.study, shown=shown)
    label = say("Set λ of {loss}", loss=LOSSES[KEY].said)
    return Move(state.with_study(study), label, f"setting:{place}:{AMOUNT}")


def lens(state: State, figure: Figure, x: float, y: float) -> Lens | None:
    """Read an order at the left, lambda at the right."""
    from explorer.plots.lens import Lens, Row

    found, amount = peel(state.sample), amount_of(state)
    if found is None or x != x:  # a handle above the plot has no place across
        return None
    if x > RIGHT / 2:  # what lies between the two is read as the nearer
        x = min(max(x, 0.0), 1.0)
        rows = (
            Row(say("value, nat"), numbers.fixed(_value(found, x), 4), _look()),
            Row(say("pull on labelled"), numbers.fixed(float(found.labelled.pull(x)), 4)),
            Row(say("pull on others"), numbers.fixed(float(found.others.pull(x)), 4)),
        )
        return Lens(f"λ = {numbers.fixed(x)}", rows, (x, -TOP, x, TOP), _value(found, x))
    orders = _orders(found, state.look.enlarged == KEY)
    place = min(max(int((x - LEFT) // _column(orders)), 0), orders)
    shares = [float(_heights(side, orders)[place]) for side in (found.labelled, found.others)]
    kept = 1.0 if place < 2 else amount
    rows = (
        Row(say("of labelled"), numbers.probability(shares[0], 4)),
        Row(say("of others"), numbers.probability(shares[1], 4)),
        Row(say("kept"), numbers.fixed(kept)),
    )
    middle, half = _middle(place, orders), _column(orders) / 2
    title = say("order {order}" if place < orders else "orders from {order}", order=place)
    return Lens(title, rows, (middle - half, -TOP, middle + half, TOP), shares[1 if y < 0 else 0])


def copied(state: State) -> str:
    """Return value and pulls against lambda."""
    found = peel(state.sample)
    if found is None:
        return ""
    amounts = np.linspace(0.0, 1.0, POINTS)
    columns = (amounts, found.value(amounts), found.labelled.pull(amounts), found.others.pull(amounts))
    head = ("lambda", "value", "pull on labelled", "pull on others")
    return tabbed([head]) + tabbed(zip(*columns, strict=True))
