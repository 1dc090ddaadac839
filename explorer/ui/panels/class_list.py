"""Adding, removing and moving classes, with the settings that hold one number a class. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.losses import LOSSES
from explorer.plots.move import Move
from explorer.plots.numbers import count
from explorer.ui.panels.changes import Change
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study

    Rearrange = Callable[[tuple[float, ...], float], tuple[float, ...]]  # numbers, that of a new class

SORTS: Final = {
    "logit": noted("Sort classes by logit"),
    "name": noted("Sort classes by name"),
    "target": noted("Sort classes by target"),
}


def added(state: State, name: str | None = None) -> Change:
    """Add a class at the end, with logit 0 and target 0. ValueError for an empty or taken name."""
    wanted = free_name(state.sample.classes) if name is None else name.strip()
    check_name(say("new class"), wanted, state.sample.classes)
    study = state.study.with_class_added(wanted)
    return Change(say("Add {name}", name=wanted), _followed(study, lambda numbers, new: (*numbers, new)))


def added_and_held(state: State, name: str) -> Move:
    """Add a class and hold it alone. ValueError for an empty or taken name."""
    change, last = added(state, name), state.study.table.class_count
    after = state.with_study(change.study).with_look(held=last, slice_class=last, selected=frozenset())
    return Move(after, change.label, f"add:{last}:{name}")


def removed(state: State, classes: Collection[int]) -> Change:
    """Take classes away from every sample. ValueError: one class stays."""
    names, gone = state.sample.classes, frozenset(classes)
    if len(gone) == len(names):
        message = (
            say("{name} is the only class; a table needs one", name=names[0])
            if len(names) == 1
            else say("all {count} classes are chosen; a table needs one", count=f"{len(names):,}")
        )
        raise ValueError(message)
    left = [place for place in range(len(names)) if place not in gone]
    study = state.study.with_classes_removed(gone)
    label = say("Remove {classes}", classes=named(state, gone))
    return Change(label, _followed(study, _taken(left)))


def renamed(state: State, row: int, name: str) -> Change | None:
    """Rename a class; None where it is called so. ValueError for an empty or taken name."""
    classes, wanted = state.sample.classes, name.strip()
    if wanted == classes[row]:
        return None
    check_name(say("name of class {name}", name=classes[row]), wanted, classes)
    return Change(say("Rename {name}", name=classes[row]), state.study.with_class_renamed(row, wanted))


def check_name(what: str, name: str, classes: Sequence[str]) -> None:
    """Raise ValueError, in one line, for an empty or taken name."""
    if not name or name in classes:
        reason = say("“{name}” is the name of another class", name=name) if name else say("“” is empty")
        message = say("{what}: {reason}; allowed: any name that no other class has", what=what, reason=reason)
        raise ValueError(message)


def moved(state: State, classes: Collection[int], before: int) -> Change | None:
    """Put classes together in front of another one (the count of classes: at the end), in their order.

    None where they stand there.
    """
    carried = frozenset(classes)
    moving = sorted(carried)
    rest = [place for place in range(len(state.sample.classes)) if place not in carried]
    head = [place for place in rest if place < before]
    order = [*head, *moving, *rest[len(head) :]]
    return _ordered(state, order, say("Move {classes}", classes=named(state, moving)))


def stepped(state: State, classes: Collection[int], step: int) -> Change | None:
    """Move classes one place up (-1) or down (+1), together; None at the end of the list."""
    moving = sorted(frozenset(classes))
    last = len(state.sample.classes) - 1
    if step < 0:
        return moved(state, moving, moving[0] - 1) if moving[0] > 0 else None
    return moved(state, moving, moving[-1] + 2) if moving[-1] < last else None


def sorted_by(state: State, key: str) -> Change | None:
    """Sort all classes by the shown sample's logits or targets, the largest first, or by name.

    Equal ones keep their order and NaN comes last. None where they are sorted.
    """
    if key == "name":
        names = state.sample.classes
        order = sorted(range(len(names)), key=lambda place: _natural(names[place]))
    else:
        numbers = state.sample.logits if key == "logit" else state.sample.targets
        order = np.argsort(-numbers, kind="stable").tolist()
    return _ordered(state, order, say(SORTS[key]))


def named(state: State, classes: Collection[int]) -> str:
    """Name one class, or count several."""
    if len(classes) == 1:
        return state.sample.classes[next(iter(classes))]
    return say("{count} classes", count=count(len(classes)))


def free_name(classes: Sequence[str]) -> str:
    """Return "class 6", or the first number after it that no class has."""
    taken, number = frozenset(classes), len(classes) + 1
    while (name := say("class {number}", number=number)) in taken:
        number += 1
    return name


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key under which "class 10" comes after "class 9" and capitals do not count."""
    parts: list[tuple[int, int, str]] = []
    digits = ""
    for letter in f"{name.casefold()}\0":
        if letter.isdecimal():
            digits += letter
            continue
        if digits:
            parts.append((0, int(digits), ""))
            digits = ""
        parts.append((1, 0, letter))
    return tuple(parts)


def _ordered(state: State, order: Sequence[int], label: str) -> Change | None:
    if order == list(range(len(order))):
        return None
    study = state.study.with_classes_reordered(order)
    return Change(label, _followed(study, _taken(order)))


def _taken(order: Sequence[int]) -> Rearrange:
    return lambda numbers, _new: tuple(numbers[place] for place in order)


def _followed(study: Study, rearrange: Rearrange) -> Study:
    """Return a study whose per-class settings follow its classes."""
    return replace(study, shown=tuple(_settings(loss, rearrange) for loss in study.shown))


def _settings(shown: ShownLoss, rearrange: Rearrange) -> ShownLoss:
    """Return a shown loss whose per-class settings follow; a new class takes the default."""
    if not any(isinstance(setting, tuple) for _, setting in shown.settings):
        return shown
    defaults = {parameter.name: parameter.default for parameter in LOSSES[shown.key].parameters}
    settings = tuple(
        (name, rearrange(setting, defaults[name]) if isinstance(setting, tuple) else setting)
        for name, setting in shown.settings
    )
    return replace(shown, settings=settings)
