"""The Run menu: the descent of the sample that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.optimizers import OPTIMIZERS
from explorer.ui.actions.table import Action
from explorer.ui.descend_commands import speed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.optimizers import Optimizer
    from explorer.ui.commands import Commands

MENU = "&Run"


def _faster(commands: Commands) -> str:
    return f"&Faster (now {speed_words(commands.descend.speed)})"


def _keep(commands: Commands) -> str:
    selected = commands.descend.selected
    return f"&Keep this step of {selected}" if selected else "&Keep this step"


def _optimizers() -> Iterator[Action]:
    # those from outside are found when the settings first list them
    for optimizer in OPTIMIZERS.own.values():
        yield _optimizer(optimizer)


def _optimizer(optimizer: Optimizer) -> Action:
    return Action(
        id=f"optimizer.{optimizer.key}",
        text=optimizer.title,
        menu=f"{MENU}/&Optimizer",
        run=lambda commands: commands.descend.choose_optimizer(optimizer.key),
        checked=lambda commands: commands.descend.plan.optimizer == optimizer.key,
        alone=lambda _commands: f"Descend by {optimizer.title}",
        hint=optimizer.reference,
        of_study=True,
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        id="descend",
        text="&Descend",
        menu=MENU,
        run=lambda commands: commands.descend.toggle(),
        keys=("Space",),
        enabled=lambda commands: commands.descend.is_possible,
        words=lambda commands: "&Pause" if commands.descend.is_playing else "&Descend",
        hint="Train a copy of the logits with each loss that is on, and watch",
        repeats=False,
        of_study=True,
    ),
    Action(
        id="step_on",
        text="Step &on",
        menu=MENU,
        run=lambda commands: commands.descend.step(1),
        keys=(".",),
        enabled=lambda commands: commands.descend.can_go_on,
        of_study=True,
    ),
    Action(
        id="step_back",
        text="Step &back",
        menu=MENU,
        run=lambda commands: commands.descend.step(-1),
        keys=(",",),
        enabled=lambda commands: commands.descend.can_go_back,
        of_study=True,
    ),
    Action(
        id="to_start",
        text="Back to the &start",
        menu=MENU,
        run=lambda commands: commands.descend.go_to(0),
        keys=("<",),
        enabled=lambda commands: commands.descend.can_go_back,
        hint="Step 0, the study as it is",
        of_study=True,
    ),
    Action(
        id="to_end",
        text="To the &end",
        menu=MENU,
        run=lambda commands: commands.descend.go_to_end(),
        keys=(">",),
        enabled=lambda commands: commands.descend.can_go_on,
        of_study=True,
    ),
    Action(
        id="keep_step",
        text="&Keep this step",
        menu=MENU,
        run=lambda commands: commands.descend.keep(),
        keys=("K",),
        enabled=lambda commands: commands.descend.can_keep,
        words=_keep,
        hint="Make the copy that the bars show the study's logits, as one step that can be undone",
        rule=True,
        of_study=True,
    ),
    Action(
        id="faster",
        text="&Faster",
        menu=MENU,
        run=lambda commands: commands.descend.change_speed(1),
        keys=("]",),
        words=_faster,
        alone=lambda _commands: "Descend faster",
        rule=True,
        of_study=True,
    ),
    Action(
        id="slower",
        text="&Slower",
        menu=MENU,
        run=lambda commands: commands.descend.change_speed(-1),
        keys=("[",),
        alone=lambda _commands: "Descend slower",
        of_study=True,
    ),
    *_optimizers(),
    Action(
        id="plan",
        text="Se&ttings of the descent…",
        menu=MENU,
        run=lambda commands: commands.descend.plan_asked.emit(),
        enabled=lambda commands: commands.session.state.look.board == "desk",
        of_study=True,
        hint="Optimizer, learning rate, steps, weight decay",
    ),
)
