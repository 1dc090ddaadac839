"""What can be chosen about a figure beside its data: pure, from a state to options, each a look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from explorer.plots.shown import label_of
from explorer.study.study import SHARPENINGS
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.study.study import Look

MOST_CLASSES: Final = 60  # in one menu; of more the labelled and the held come first
SHARPENING_WORDS: Final = {"softmax": "softmax(α s)", "sigmoid": "σ(α s)", "loss": noted("Losses at α s")}


AXES: Final = ("slice", "across", "up")  # that have a class: the slice's, and the landscape's two


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its words, the look that it leads to, and whether it is the present one."""

    text: str
    look: Look
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which one holds; the title names what they are about ("" when that is plain)."""

    title: str
    options: tuple[Option, ...]


def sharpening_choices(state: State) -> tuple[Choice, ...]:
    """Return the ways to show what alpha does."""
    options = (
        Option(
            say(SHARPENING_WORDS[name]), replace(state.look, sharpening=name), state.look.sharpening == name
        )
        for name in SHARPENINGS
    )
    return (Choice("", tuple(options)),)


def landscape_choices(state: State) -> tuple[Choice, ...]:
    """Return the losses whose landscape can be drawn, and the classes for either axis."""
    look = state.look
    x, y = look.landscape
    losses = tuple(
        Option(label_of(state, index), replace(look, landscape_loss=index), look.landscape_loss == index)
        for index in range(len(state.study.shown))
    )
    return (
        Choice(say("Loss"), losses),
        Choice(say("Across"), _classes(state, x, "across")),
        Choice(say("Up"), _classes(state, y, "up")),
    )


def on_axis(look: Look, axis: str, class_index: int) -> Look:
    """Put a class on one of AXES; a class of the landscape's other axis changes places with it."""
    if axis == "slice":
        return replace(look, slice_class=class_index)
    x, y = look.landscape
    if axis == "across":
        return replace(look, landscape=(class_index, x if class_index == y else y))
    return replace(look, landscape=(y if class_index == x else x, class_index))


def _classes(state: State, now: int, axis: str) -> tuple[Option, ...]:
    sample = state.sample
    order = range(len(sample.classes))
    listed = sorted(
        order, key=lambda index: not (sample.targets[index] > 0 or index in (now, state.look.held))
    )
    kept = sorted(listed[:MOST_CLASSES]) if len(sample.classes) > MOST_CLASSES else list(order)
    return tuple(
        Option(sample.classes[index], on_axis(state.look, axis, index), index == now) for index in kept
    )
