"""What the actions do to the classes: which are chosen, their numbers, their names and their order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer.analysis.at_time import grounded, watched
from explorer.plots import selection
from explorer.plots.numbers import count
from explorer.ui import clipboard
from explorer.ui.controls.numbers import plain, read_number
from explorer.ui.panels import class_list
from explorer.ui.panels.cells import ALLOWED
from explorer.ui.panels.changes import Change
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.plots.move import Move
    from explorer.study.state import State
    from explorer.ui.commands import Commands


SORTED: Final = {
    "logit": noted("The classes are sorted by logit."),
    "name": noted("The classes are sorted by name."),
    "target": noted("The classes are sorted by target."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One text that is asked for: what it is, what stands there first, and what is done with it.

    shows: the change that the text, and the choice beside it, mean in the state in which the form was opened,
    seen while one types; does: what happens to the text in the end, where nothing is seen before. Both raise
    ValueError that says in one line what is wrong. step: how far one press of Up goes, 0 for a text that is
    no number. choices: what can be chosen beside the text; typed: whether others may be typed.
    """

    title: str
    button: str
    text: str
    shows: Callable[[State, str, str], Change] | None = None
    does: Callable[[str], None] | None = None
    step: float = 0.0
    choices: tuple[str, ...] = ()
    typed: bool = False


class ClassCommands(QObject):
    """Edits of the chosen classes of the shown sample, and of the list of classes.

    What needs a text is asked by `form_asked` (a Form), or in the table by `add_asked` and `rename_asked`
    (a class), which the window answers.
    """

    form_asked = Signal(object)
    add_asked = Signal()
    rename_asked = Signal(int)

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self.session = commands.session

    @property
    def state(self) -> State:
        """What is true now."""
        return self.session.state

    @property
    def words(self) -> str:
        """The chosen classes in words: "cat", "3 classes"."""
        return class_list.named(self.state, selection.chosen(self.state))

    @property
    def has_many(self) -> bool:
        """Whether there is more than one class."""
        return self.state.study.table.class_count > 1

    @property
    def has_selection(self) -> bool:
        """Whether several classes are chosen."""
        return bool(self.state.look.selected)

    # Which classes

    def select_all(self) -> None:
        """Choose every class."""
        self.session.perform(selection.select_all(self.state))

    def select_labelled(self) -> None:
        """Choose every class that is more labelled than not."""
        labelled = np.flatnonzero(self.state.sample.targets > 0.5).tolist()
        if labelled:
            self.session.perform(selection.select(self.state, labelled))
        else:
            self._commands.noted.emit(say("No class is labelled."))

    def clear(self) -> bool:
        """Choose the held class alone; say whether there were others."""
        move = selection.clear(self.state)
        self.session.perform(move)
        return move is not None

    # Their numbers

    def flip(self) -> None:
        """Give the chosen classes the opposite targets."""
        self._edit(selection.flip(self.state))

    def negate(self) -> None:
        """Turn the signs of the chosen logits round."""
        self._edit(selection.negate(self.state))

    def label(self) -> None:
        """Label the chosen classes, or take their labels off."""
        self._edit(selection.label(self.state))

    def _edit(self, move: Move) -> None:
        self.session.apply(move.label, move.state.study)

    def ask_scale(self) -> None:
        """Ask by how much to multiply the chosen logits."""
        one, several = noted("Scale the logit of {name} by"), noted("Scale {count} logits by")
        self._ask(self._asked(one, several), say("Scale"), "1", selection.scale)

    def ask_shift(self) -> None:
        """Ask how much to add to the chosen logits."""
        one, several = noted("Shift the logit of {name} by"), noted("Shift {count} logits by")
        self._ask(self._asked(one, several), say("Shift"), "0", selection.shift)

    def ask_logits(self) -> None:
        """Ask for a logit for every chosen class."""
        one, several = noted("Set the logit of {name} to"), noted("Set {count} logits to")
        now = self._common(grounded(self.state).sample.logits)
        self._ask(self._asked(one, several), say("Set"), now, selection.set_logits)

    def ask_targets(self) -> None:
        """Ask for a target for every chosen class."""
        one, several = noted("Set the target of {name} to"), noted("Set {count} targets to")
        now = self._common(self.state.sample.targets)
        self._ask(self._asked(one, several), say("Set"), now, selection.set_targets)

    def _asked(self, one: str, several: str) -> str:
        """Say what is asked of one class, by its name, or of several."""
        chosen = selection.chosen(self.state)
        return say(one if len(chosen) == 1 else several, name=self.words, count=count(len(chosen)))

    def _common(self, numbers: np.ndarray) -> str:
        """Return the number that the chosen classes share, else 0."""
        found = np.unique(numbers[list(selection.chosen(self.state))])
        return plain(float(found[0])) if len(found) == 1 else "0"

    def _ask(self, title: str, button: str, text: str, edit: Callable[[State, float], Move]) -> None:
        def change(state: State, typed: str, _choice: str) -> Change:
            try:
                number = read_number(typed)
            except ValueError as problem:
                message = say("{problem}; {allowed}", problem=problem, allowed=say(ALLOWED))
                raise ValueError(message) from None
            move = edit(state, number)
            return Change(move.label, move.state.study)

        self.form_asked.emit(Form(title=title, button=button, text=text, shows=change, step=0.1))

    # The list of classes

    def ask_add(self) -> None:
        """Ask for the name of a new class."""
        self.add_asked.emit()

    def add(self, name: str) -> None:
        """Add a class at the end and hold it. ValueError for an empty or taken name."""
        self.session.perform(class_list.added_and_held(self.state, name))

    def ask_rename(self) -> None:
        """Ask for another name of the held class."""
        self.rename_asked.emit(self.state.look.held)

    def rename(self, index: int, name: str) -> None:
        """Give a class another name. ValueError for an empty or taken one."""
        change = class_list.renamed(self.state, index, name)
        if change is not None:
            self.session.apply(change.label, change.study)

    def add_form(self) -> Form:
        """Return the form of a new class, for where no table is shown."""
        name = class_list.free_name(self.state.sample.classes)
        return Form(title=say("Add a class named"), button=say("Add"), text=name, does=self.add)

    def rename_form(self, index: int) -> Form:
        """Return the form of another name, for where no table is shown."""
        name = self.state.sample.classes[index]
        title, does = say("Rename {name} to", name=name), partial(self.rename, index)
        return Form(title=title, button=say("Rename"), text=name, does=does)

    def remove(self) -> None:
        """Remove the chosen classes; the last one stays."""
        self.apply(lambda: class_list.removed(self.state, selection.chosen(self.state)))

    def step(self, step: int) -> None:
        """Move the chosen classes one place up (-1) or down (+1)."""
        self.apply(lambda: class_list.stepped(self.state, selection.chosen(self.state), step))

    def sort(self, key: str) -> None:
        """Sort all classes by "logit", "name" or "target"."""
        self.apply(lambda: class_list.sorted_by(self.state, key), say(SORTED[key]))

    def apply(self, make: Callable[[], Change | None], otherwise: str = "") -> None:
        """Carry out what `make` returns; say the problem that it raises, or `otherwise` for no change."""
        try:
            change = make()
        except ValueError as problem:
            self._commands.noted.emit(str(problem))
            return
        if change is not None:
            self.session.apply(change.label, change.study)
        elif otherwise:
            self._commands.noted.emit(otherwise)

    # The clipboard

    def copy_rows(self) -> None:
        """Put the chosen classes on the clipboard, under a header."""
        self._put(clipboard.class_rows(watched(self.state), selection.chosen(self.state)), self.words)

    def copy_sample(self, key: str) -> None:
        """Put the shown sample on the clipboard, as one of `clipboard.WRITERS`."""
        title, write = clipboard.WRITERS[key]
        from explorer.ui.actions.table import plain as without_letter  # its package asks for this module

        form, name = without_letter(say(title)), self.state.sample.name
        self._put(write(self.state.sample), say("{name} as {form}", name=name, form=form))

    def _put(self, text: str, what: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._commands.noted.emit(say("Copied {text}", text=what))
