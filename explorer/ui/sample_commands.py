"""What the actions do to the whole sample that is shown: smooth its targets, mix it, exchange 0 and 1."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from explorer.catalogue.smoothing import CONVENTIONS
from explorer.plots import mixing
from explorer.ui.class_commands import Form
from explorer.ui.controls.numbers import read_number
from explorer.ui.panels.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.plots.move import Move
    from explorer.study.state import State
    from explorer.ui.commands import Commands

LISTED: Final = 200  # samples that a form lists by name; any other is typed by its number


class SampleCommands:
    """Edits of the shown sample; what needs a number is asked by a form that shows its change."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands
        self.session = commands.session

    @property
    def has_others(self) -> bool:
        """Whether there is another sample to mix with."""
        return len(self.session.state.study.table) > 1

    def exchange(self) -> None:
        """Give every class the opposite target."""
        move = mixing.exchanged(self.session.state)
        self.session.apply(move.label, move.state.study)

    def ask_smooth(self) -> None:
        """Ask by how much and in which way to smooth the targets."""
        titles = tuple(convention.title for convention in CONVENTIONS)
        self._ask(
            Form(
                title="Smooth the targets by ε",
                button="Smooth",
                text="0.1",
                step=0.1,
                choices=titles,
                shows=partial(_change, _smoothed),
            )
        )

    def ask_mix(self) -> None:
        """Ask with which sample to mix, and for the share of that one."""
        state = self.session.state
        rows = [row for row in range(min(len(state.study.table), LISTED)) if row != state.look.sample]
        names = tuple(_listed(row, state.study.table.source.sample_name(row)) for row in rows)
        self._ask(
            Form(
                title="Mix with a sample, its share λ",
                button="Mix",
                text="0.5",
                step=0.1,
                choices=names,
                typed=True,
                shows=partial(_change, _mixed),
            )
        )

    def _ask(self, form: Form) -> None:
        self._commands.classes.form_asked.emit(form)


def _change(edit: Callable[[State, float, str], Move], state: State, typed: str, choice: str) -> Change:
    move = edit(state, read_number(typed), choice)
    return Change(move.label, move.state.study)


def _smoothed(state: State, epsilon: float, choice: str) -> Move:
    return mixing.smoothed(state, epsilon, mixing.convention_of(choice))


def _mixed(state: State, share: float, choice: str) -> Move:
    total = len(state.study.table)
    number = choice.split(maxsplit=1)[0] if choice.strip() else ""
    if not number.isdecimal() or not 1 <= int(number) <= total:
        message = f"“{choice}” is no sample; allowed: a number from 1 to {total}"
        raise ValueError(message)
    return mixing.mixed(state, int(number) - 1, share)


def _listed(row: int, name: str) -> str:
    """Return a sample as a list names it: by its number, which is read back, and its own name."""
    return f"{row + 1}" if name in ("", f"sample {row + 1}") else f"{row + 1}  {name}"
