"""Figures about one loss: which of those that are on it is, as the look remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.plots.choices import Choice, Option
from explorer.plots.shown import label_of

if TYPE_CHECKING:
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State


def chosen_loss(state: State, key: str, seen: Sight) -> Shown | None:
    """Return the loss that the figure of this key is about: the chosen one, else the first with a value."""
    place = state.look.option(f"{key}.loss")
    shown = state.study.shown
    if place.isdecimal() and int(place) < len(shown):
        wanted = shown[int(place)]
        for entry in seen.losses:
            if entry.evaluation.shown is wanted:
                return entry
    return seen.losses[0] if seen.losses else None


def loss_choice(state: State, key: str, now: Shown | None) -> Choice:
    """Offer the losses that are on."""
    return Choice(
        "Loss",
        tuple(
            Option(
                label_of(state, index),
                state.look.with_option(f"{key}.loss", str(index)),
                now is not None and shown is now.evaluation.shown,
            )
            for index, shown in enumerate(state.study.shown)
            if shown.on
        ),
    )


def options(state: State, name: str, title: str, offered: dict[str, str]) -> Choice:
    """Offer texts for an option of the look; the first is the usual one. offered: text kept -> words."""
    now = option(state, name, offered)
    return Choice(
        title,
        tuple(
            Option(words, state.look.with_option(name, text), text == now) for text, words in offered.items()
        ),
    )


def option(state: State, name: str, offered: dict[str, str]) -> str:
    """Return which of the offered texts is chosen; the first where none is."""
    now = state.look.option(name)
    return now if now in offered else next(iter(offered))
