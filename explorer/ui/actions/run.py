"""The Run menu: the descent of the sample that is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.optimizers import OPTIMIZERS
from explorer.ui.actions.table import Action
from explorer.ui.descend_commands import speed_words
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explorer.optimizers import Optimizer
    from explorer.ui.commands import Commands
    from explorer.ui.descend_commands import DescendCommands

MENU = "&Run"


def _faster(commands: Commands) -> str:
    return say("&Faster (now {speed})", speed=speed_words(commands.descend.speed))


def _keep(commands: Commands) -> str:
    selected = commands.descend.selected
    return say("&Keep this step of {loss}", loss=say(selected)) if selected else say("&Keep this step")


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
        alone=lambda _commands: say("Descend by {optimizer}", optimizer=optimizer.said),
        hint=optimizer.reference,
        of_study=True,
    )


def _travel(
    name: str, text: str, key: str, way: Callable[[DescendCommands], None], forth: bool, hint: str = ""
) -> Action:
    """Return the action that shows another step; forth: towards the end."""
    possible = _can_go_on if forth else _can_go_back
    return Action(
        id=name,
        text=text,
        menu=MENU,
        run=lambda commands: way(commands.descend),
        keys=(key,),
        enabled=possible,
        hint=hint,
    )


def _can_go_on(commands: Commands) -> bool:
    return commands.descend.can_go_on


def _can_go_back(commands: Commands) -> bool:
    return commands.descend.can_go_back


ACTIONS: tuple[Action, ...] = (
    Action(
        id="descend",
        text="&Descend",
        menu=MENU,
        run=lambda commands: commands.descend.toggle(),
        keys=("Space",),
        enabled=lambda commands: commands.descend.is_possible,
        words=lambda commands: say("&Pause" if commands.descend.is_playing else "&Descend"),
        hint="Train a copy of the logits with each loss that is on, and watch",
        repeats=False,
        of_study=True,
    ),
    _travel("step_on", noted("Step &on"), ".", lambda descend: descend.step(1), forth=True),
    _travel("step_back", noted("Step &back"), ",", lambda descend: descend.step(-1), forth=False),
    _travel(
        "to_start",
        noted("Back to the &start"),
        "<",
        lambda descend: descend.go_to(0),
        forth=False,
        hint=noted("Step 0, the study as it is"),
    ),
    _travel("to_end", noted("To the &end"), ">", lambda descend: descend.go_to_end(), forth=True),
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
        alone=lambda _commands: say("Descend faster"),
        rule=True,
        of_study=True,
    ),
    Action(
        id="slower",
        text="&Slower",
        menu=MENU,
        run=lambda commands: commands.descend.change_speed(-1),
        keys=("[",),
        alone=lambda _commands: say("Descend slower"),
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
