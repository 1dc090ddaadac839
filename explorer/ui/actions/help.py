"""The Help menu."""

from __future__ import annotations

from explorer.ui.actions.table import Action

ACTIONS: tuple[Action, ...] = (
    Action(
        id="keys",
        text="&Keys and gestures",
        menu="&Help",
        run=lambda commands: commands.help_asked.emit("keys"),
        keys=("F1",),
    ),
    Action(id="about", text="&About", menu="&Help", run=lambda commands: commands.help_asked.emit("about")),
)
