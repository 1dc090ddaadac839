"""Figures about one loss: which of those that are on it is, as the look remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.plots.choices import Choice, Option
from explorer.plots.shown import label_of, sight
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.plots.shown import Shown, Sight
    from explorer.study.state import State


def chosen_loss(state: State, key: str, seen: Sight) -> Shown | None:
    """Return the loss that the figure of this key is about: the chosen one, else the first with a value."""
    place = _chosen_place(state, key, seen)
    if place is None:
        return None
    wanted = state.study.shown[place]
    return next(entry for entry in seen.losses if entry.evaluation.shown == wanted)


def _chosen_place(state: State, key: str, seen: Sight) -> int | None:
    """Return its place among the shown losses. An evaluation is kept: it may name an equal loss."""
    able = {entry.evaluation.shown for entry in seen.losses}
    places = [place for place, shown in enumerate(state.study.shown) if shown.on and shown in able]
    kept = state.look.option(f"{key}.loss")
    if kept.isdecimal() and int(kept) in places:
        return int(kept)
    return places[0] if places else None


def loss_choice(state: State, key: str) -> Choice:
    """Offer the losses that have a value here."""
    seen = sight(state)
    now = _chosen_place(state, key, seen)
    able = {entry.evaluation.shown for entry in seen.losses}
    return Choice(
        say("Loss"),
        tuple(
            Option(label_of(state, place), state.look.with_option(f"{key}.loss", str(place)), place == now)
            for place, shown in enumerate(state.study.shown)
            if shown.on and shown in able
        ),
    )


def options(state: State, name: str, title: str, offered: dict[str, str]) -> Choice:
    """Offer texts for an option of the look; the first is the usual one.

    offered: text kept -> words. These and the title are English, and said here.
    """
    now = option(state, name, offered)
    return Choice(
        say(title),
        tuple(
            Option(say(words), state.look.with_option(name, text), text == now)
            for text, words in offered.items()
        ),
    )


def option(state: State, name: str, offered: dict[str, str]) -> str:
    """Return which of the offered texts is chosen; the first where none is."""
    now = state.look.option(name)
    return now if now in offered else next(iter(offered))
