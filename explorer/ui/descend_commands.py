"""Descend in the window: playing time, stepping through it, keeping a step, and choosing the plan."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explorer.analysis.at_time import watched
from explorer.analysis.plans import plan_of, speed_of
from explorer.optimizers import OPTIMIZERS
from explorer.plots import numbers
from explorer.plots.shown import label_of
from explorer.plots.timeline import shown_index
from explorer.study.study import PLAN, SPEED
from explorer.ui.controls import brief
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.analysis.plans import Plan
    from explorer.study.state import State
    from explorer.study.study import Options
    from explorer.ui.commands import Commands

FRAME: Final = 16  # milliseconds from one shown step to the next, at the least
STEPS_A_SECOND: Final = 60  # at speed 1
SPEEDS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0)
NAMES: Final = {"rate": noted("learning rate"), "updates": noted("steps"), "decay": noted("weight decay")}


class DescendCommands(QObject):
    """What is asked of the descent; `changed` comes when it begins or ends to play, or has another plan.

    While it plays, the step shown follows the clock: a slow machine leaves steps out and keeps the speed.
    `plan_asked` asks the window for the settings.
    """

    changed = Signal()
    plan_asked = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._session = commands.session
        self._since: tuple[float, int] | None = None  # when it began to play, and at which step
        self._expected = 0  # the step that playing showed last
        self._kept = ""  # label of what let a step be the study's last, while the status says so
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME)
        self._frames.timeout.connect(self._advance)
        self._session.rewound.connect(self._tell_rewound)
        self._session.started.connect(self._tell_started)
        self._session.resting.connect(self.pause)
        self._session.changed.connect(self._follow)
        self._session.replaced.connect(self.pause)

    # Reading

    @property
    def plan(self) -> Plan:
        """Optimizer, rate, steps, decay and settings."""
        return plan_of(self._session.state.look)

    @property
    def time(self) -> int:
        """The step that is shown."""
        return min(self._session.state.look.time, self.plan.updates)

    @property
    def speed(self) -> float:
        """How fast it plays: 1 is 60 steps a second."""
        return speed_of(self._session.state.look)

    @property
    def is_playing(self) -> bool:
        """Whether the step follows the clock."""
        return self._since is not None

    @property
    def is_possible(self) -> bool:
        """Whether there is something to descend: the desk is seen, and a loss is on."""
        state = self._session.state
        return state.look.board == "desk" and any(shown.on for shown in state.study.shown)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before, or will be as it plays."""
        return self.is_possible and (self.is_playing or self.time > 0)

    @property
    def can_go_on(self) -> bool:
        """Whether there is a step after."""
        return self.is_possible and self.time < self.plan.updates

    @property
    def can_keep(self) -> bool:
        """Whether the step shown can become the study's: there is a copy of the selected loss."""
        return self.can_go_back

    # Time

    def toggle(self) -> None:
        """Play, or pause; at the end begin again."""
        if self.is_playing:
            self.pause()
        elif self.is_possible:
            self._play(0 if self.time >= self.plan.updates else self.time)

    def _play(self, step: int) -> None:
        self._since = (perf_counter(), step)
        self._expected = step
        self._session.look(time=step)
        self._frames.start()
        self.changed.emit()

    def pause(self) -> None:
        """Stay at the step that is shown."""
        if self.is_playing:
            self._since = None
            self._frames.stop()
            self.changed.emit()

    def _advance(self) -> None:
        """Show the step whose time has come."""
        if self._since is None:
            return
        start, first = self._since
        step = first + int((perf_counter() - start) * STEPS_A_SECOND * self.speed)
        last = self.plan.updates
        self._expected = min(step, last)
        if self._expected != self._session.state.look.time:
            self._session.clock.input()
            self._session.look(time=self._expected)
        if step >= last:
            self.pause()

    def _follow(self) -> None:
        """Pause when time is taken by another hand: a drag of the cursor, an edit, another board."""
        if self.is_playing and (self._session.state.look.time != self._expected or not self.is_possible):
            self.pause()
        if self._kept and self._session.history.undo_label != self._kept:
            self._kept = ""
            self._commands.noted.emit("")  # it was undone, or something else was done since

    def step(self, steps: int) -> None:
        """Show the step so many on, or back."""
        self.go_to(self.time + steps)

    def go_to(self, step: int) -> None:
        """Show a step, as near as there is one; what plays pauses."""
        self.pause()
        self._session.look(time=min(max(step, 0), self.plan.updates))

    def go_to_end(self) -> None:
        """Show the last step."""
        self.go_to(self.plan.updates)

    def _tell_rewound(self) -> None:
        self._kept = ""
        self._commands.noted.emit(say("Back to step 0: a descent starts from the study, which was edited."))

    def _tell_started(self, before: State) -> None:
        """Say that the study has what was shown at a later step, but for what was edited there."""
        step = min(before.look.time, plan_of(before.look).updates)
        self._kept = self._session.history.undo_label or ""
        self._commands.noted.emit(
            say(
                "Descents now start at step {step} of {loss}. Undo goes back there.",
                step=numbers.count(step),
                loss=label_of(before, shown_index(before)),
            )
        )

    # The study

    def keep(self) -> None:
        """Let the selected loss's copy become the sample's logits, as one step that can be undone."""
        from explorer.analysis.descents import kept

        self.pause()
        state = self._session.state
        study = kept(state)
        if study is state.study:
            self._commands.noted.emit(
                say("Step {step} of {loss} is the study as it is.", step=self.time, loss=self.selected)
            )
            return
        if not np.isfinite(watched(state).logits).all():
            self._commands.noted.emit(
                say(
                    "Nothing to keep: {loss} diverged before step {step}.",
                    loss=self.selected,
                    step=self.time,
                )
            )
            return
        label = say("Keep step {step} of {loss}", step=self.time, loss=self.selected)
        self._session.apply(label, study)
        self._kept = label
        self._commands.noted.emit(
            say("{done}: a descent now starts there. Undo shows that step again.", done=label)
        )

    @property
    def selected(self) -> str:
        """Name of the loss whose copy the cards show."""
        state = self._session.state
        return label_of(state, shown_index(state)) if state.study.shown else ""

    def select(self, index: int) -> None:
        """Let the cards show the copy of this one of the shown losses."""
        self._session.look(landscape_loss=index)

    # The plan

    def change_speed(self, step: int) -> None:
        """Play by the next faster (1) or slower (-1) of the usual speeds."""
        now = self.speed
        if step > 0:
            wanted = next((each for each in SPEEDS if each > now * 1.001), SPEEDS[-1])
        else:
            wanted = next((each for each in reversed(SPEEDS) if each < now * 0.999), SPEEDS[0])
        self.choose_speed(wanted)

    def choose_speed(self, speed: float) -> None:
        """Play so many times 60 steps a second."""
        if self.is_playing:
            self._since = (perf_counter(), self.time)
        look = self._session.state.look
        if speed == 1.0:
            look = replace(look, options=tuple(pair for pair in look.options if pair[0] != SPEED))
        else:
            look = look.with_option(SPEED, f"{speed:g}")
        self._session.show_look(look)
        self.changed.emit()
        self._commands.noted.emit(say("{steps} steps a second", steps=f"{STEPS_A_SECOND * speed:g}"))

    def choose_optimizer(self, key: str) -> None:
        """Descend by another optimizer, at the rate that is usual for it and with its own settings."""
        general = (f"{PLAN}updates", f"{PLAN}decay")
        kept = tuple(pair for pair in self._options if pair[0] in general)
        label = say("Descend by {optimizer}", optimizer=OPTIMIZERS[key].said)
        self._plan_so((*kept, (f"{PLAN}optimizer", key)), label)

    def begin_choice(self, name: str) -> None:
        """Open a gesture that changes a number of the plan: what follows until its end is one step."""
        self._session.begin(self._label(name))

    def choose(self, name: str, setting: float, usual: float) -> None:
        """Give the plan another number: "rate", "updates", "decay" or a setting of the optimizer."""
        whole = setting == int(setting) and abs(setting) < 1e15
        option, text = f"{PLAN}{name}", str(int(setting)) if whole else repr(setting)
        others = tuple(pair for pair in self._options if pair[0] != option)
        plan = others if setting == usual else (*others, (option, text))
        self._plan_so(plan, self._label(name), target=f"plan:{name}")

    def choose_usual(self) -> None:
        """Put the usual plan back; the speed stays."""
        self._plan_so((), say("Usual settings of the descent"))

    @property
    def _options(self) -> Options:
        return self._session.state.study.plan

    def _label(self, name: str) -> str:
        named = say(NAMES[name]) if name in NAMES else self._symbol(name)
        return say("Set {setting} of the descent", setting=named)

    def _symbol(self, name: str) -> str:
        return next(each.symbol for each in self.plan.rule.parameters if each.name == name)

    def _plan_so(self, plan: Options, label: str, target: str | None = None) -> None:
        """Change the plan, as one step that can be undone."""
        study = replace(self._session.state.study, plan=tuple(sorted(plan)))
        self._session.apply(label, study, target=target)
        last = self.plan.updates
        if self._session.state.look.time > last:
            self._session.look(time=last)
        self.changed.emit()


def speed_words(speed: float) -> str:
    """Write a speed: "0.5×"."""
    return f"{speed:g}×"


def plan_words(plan: Plan, speed: float | None = None) -> str:
    """Say a plan in a few words, with its speed or without: "SGD, lr 0.10, 200 steps, 1×"."""
    return say(
        "{optimizer}, lr {rate}, {steps} steps"
        if speed is None
        else "{optimizer}, lr {rate}, {steps} steps, {speed}",
        optimizer=OPTIMIZERS[plan.optimizer].said,
        rate=brief(plan.rate),
        steps=numbers.count(plan.updates),
        speed="" if speed is None else speed_words(speed),
    )


def fewer_words(plan: Plan) -> str:
    """Say the optimizer and its rate alone: "SGD, lr 0.10"."""
    return say("{optimizer}, lr {rate}", optimizer=OPTIMIZERS[plan.optimizer].said, rate=brief(plan.rate))
