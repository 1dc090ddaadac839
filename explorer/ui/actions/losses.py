"""The Losses menu: which of the program's own are shown, by family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.catalogue import by_family
from explorer.losses import LOSSES
from explorer.ui.actions.table import Action
from explorer.ui.panels.loss_words import takes
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.catalogue import Loss


def _losses() -> Iterator[Action]:
    # those from outside are found when "Add a loss" first lists them: looking for them takes 60 ms
    for family, losses in by_family(LOSSES.own.values()).items():
        for loss in losses:
            yield _loss(loss, f"&Losses/{family}")


def _loss(loss: Loss, menu: str) -> Action:
    return Action(
        id=f"loss.{loss.key}",
        text=loss.title,
        menu=menu,
        run=lambda commands: commands.toggle_loss(loss.key),
        checked=lambda commands: commands.shows(loss.key),
        alone=lambda commands: say(
            "Remove {loss}" if commands.shows(loss.key) else "Add {loss}", loss=loss.said
        ),
        about=lambda: say("Takes {targets}", targets=takes(loss)),
        of_study=True,
    )


ACTIONS: tuple[Action, ...] = tuple(_losses())
