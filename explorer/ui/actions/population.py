"""What the Run menu has of populations: run, pause, leave, go on."""

from __future__ import annotations

from explorer.ui.actions.table import Action
from explorer.wording import say

ACTIONS: tuple[Action, ...] = (
    Action(
        id="run_population",
        text="&Run the population",
        menu="&Run",
        run=lambda commands: commands.population.show_and_run(),
        keys=("Ctrl+Return",),
        enabled=lambda commands: not commands.population.is_running,
        hint="Train the experiment of the board of populations from its beginning",
        rule=True,
    ),
    Action(
        id="pause_population",
        text="Pa&use the population",
        menu="&Run",
        run=lambda commands: commands.population.toggle_pause(),
        enabled=lambda commands: commands.population.is_running,
        words=lambda commands: say(
            "Go on with the population" if commands.population.is_paused else "Pa&use the population"
        ),
    ),
    Action(
        id="cancel_population",
        text="&Cancel the population",
        menu="&Run",
        run=lambda commands: commands.population.cancel(),
        enabled=lambda commands: commands.population.is_running,
        hint="What it has come to stays, and it can go on later",
    ),
    Action(
        id="resume_population",
        text="Resu&me the population",
        menu="&Run",
        run=lambda commands: commands.population.resume(),
        enabled=lambda commands: commands.population.can_resume,
        hint="Go on from the last checkpoint",
    ),
    Action(
        id="ready_experiments",
        text="Ready-m&ade experiments…",
        menu="&Run",
        run=lambda commands: commands.population.ask_ready(),
        hint="Experiments that come with the program, with what they should show",
    ),
    Action(
        id="open_experiment",
        text="Open an e&xperiment…",
        menu="&Run",
        run=lambda commands: commands.population.files.ask_spec(),
        hint="A specification in TOML, as the command line runs it",
    ),
    Action(
        id="open_result",
        text="Open a resu&lt…",
        menu="&Run",
        run=lambda commands: commands.population.files.ask_result(),
        enabled=lambda commands: not commands.population.is_running,
        hint="What a population came to, from a file",
    ),
)
