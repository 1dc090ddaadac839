"""The Losses menu: which are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.losses import LOSSES
from explorer.ui.actions.table import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.ui.commands import Commands


def _losses() -> Iterator[Action]:
    for key, loss in LOSSES.items():

        def run(commands: Commands, key: str = key) -> None:
            commands.toggle_loss(key)

        def checked(commands: Commands, key: str = key) -> bool:
            return commands.shows(key)

        yield Action(id=f"loss.{key}", text=loss.title, menu="&Losses", run=run, checked=checked)


ACTIONS: tuple[Action, ...] = tuple(_losses())
