"""Rows of the View menu: which cards are open, where they lie, how large everything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.plots import GROUPS, PLOTS
from explorer.ui.actions.table import Action
from explorer.ui.cards.layout import known
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands

CARDS = "&View/&Cards"
ZOOM = "&View/&Zoom interface"


def _cards() -> Iterator[Action]:
    for key in known():

        def run(commands: Commands, key: str = key) -> None:
            commands.cards.toggle(key)

        def checked(commands: Commands, key: str = key) -> bool:
            return commands.cards.is_open(key)

        def alone(commands: Commands, title: str = PLOTS[key].title, key: str = key) -> str:
            if commands.cards.is_open(key):
                return say("Close the card {card}", card=say(title))
            return say("Keep {card} on the desk", card=say(title))

        plot = PLOTS[key]
        menu = CARDS if plot.group == "desk" else f"{CARDS}/{GROUPS[plot.group]}"
        yield Action(
            id=f"card.{key}",
            text=plot.title,
            menu=menu,
            run=run,
            checked=checked,
            alone=alone,
            of_study=True,
        )


ACTIONS: tuple[Action, ...] = (
    *_cards(),
    Action(
        id="close_card",
        text="&Close this card",
        menu=CARDS,
        run=lambda commands: commands.cards.close_focused(),
        keys=("Ctrl+W",),
        hint="The card that has the focus; a tick in this menu brings it back",
        rule=True,
        of_study=True,
    ),
    Action(
        id="open_cards",
        text="Show the &usual cards",
        menu=CARDS,
        run=lambda commands: commands.cards.open_usual(),
        enabled=lambda commands: commands.cards.lacks_usual,
        of_study=True,
    ),
    Action(
        id="card_left",
        text="Move this card &left",
        menu=CARDS,
        run=lambda commands: commands.cards.move_focused(-1),
        keys=("Ctrl+Shift+Left",),
        hint="Cards can also be dragged by their titles",
        rule=True,
        of_study=True,
    ),
    Action(
        id="card_right",
        text="Move this card &right",
        menu=CARDS,
        run=lambda commands: commands.cards.move_focused(1),
        keys=("Ctrl+Shift+Right",),
        of_study=True,
    ),
    Action(
        id="next_page",
        text="&Next page of cards",
        menu=CARDS,
        run=lambda commands: commands.cards.turn(1),
        keys=("Ctrl+Alt+PgDown",),
        enabled=lambda commands: len(commands.cards.pages) > 1,
        hint="In a window too small for all of them",
        rule=True,
        of_study=True,
    ),
    Action(
        id="previous_page",
        text="&Previous page of cards",
        menu=CARDS,
        run=lambda commands: commands.cards.turn(-1),
        keys=("Ctrl+Alt+PgUp",),
        enabled=lambda commands: len(commands.cards.pages) > 1,
        of_study=True,
    ),
    Action(
        id="reset_layout",
        text="Reset &layout",
        menu="&View",
        run=lambda commands: commands.cards.reset(),
        hint="The usual cards, each at its place, the window at its usual size",
    ),
    Action(
        id="zoom_in",
        text="&Larger",
        menu=ZOOM,
        run=lambda commands: commands.cards.zoom(1),
        keys=("Ctrl+=", "Ctrl++"),
    ),
    Action(
        id="zoom_out",
        text="&Smaller",
        menu=ZOOM,
        run=lambda commands: commands.cards.zoom(-1),
        keys=("Ctrl+-",),
    ),
    Action(
        id="zoom_usual",
        text="&Usual size",
        menu=ZOOM,
        run=lambda commands: commands.cards.zoom(0),
        keys=("Ctrl+0",),
    ),
)
