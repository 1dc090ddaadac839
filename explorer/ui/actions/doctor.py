"""The doctor's part of the View menu: from finding to finding, and all of them as a file."""

from __future__ import annotations

from typing import Final

from explorer.ui.actions.table import Action

MENU: Final = "&View/&Doctor"

ACTIONS: tuple[Action, ...] = (
    Action(
        id="next_finding",
        text="&Next finding",
        menu=MENU,
        run=lambda commands: commands.doctor.step(1),
        keys=("F",),
        hint="The next sample of which the doctor has something to say; in the list, in its order",
    ),
    Action(
        id="previous_finding",
        text="&Previous finding",
        menu=MENU,
        run=lambda commands: commands.doctor.step(-1),
        keys=("Shift+F",),
    ),
    Action(
        id="show_doctor",
        text="&Show the doctor",
        menu=MENU,
        run=lambda commands: commands.doctor.show(),
        keys=("D",),
        hint="The keyboard goes to what is said of this sample",
    ),
    Action(
        id="export_findings",
        text="&Export findings…",
        menu=MENU,
        run=lambda commands: commands.doctor.export(),
        hint="Every finding of every sample, as CSV or JSON",
        rule=True,
    ),
)
