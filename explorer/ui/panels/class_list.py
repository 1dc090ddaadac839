"""Adding, removing and moving classes, with the settings that hold one number a class."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.losses import LOSSES
from explorer.ui.panels.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study

    Rearrange = Callable[[tuple[float, ...], float], tuple[float, ...]]  # numbers, that of a new class


def added(state: State) -> Change:
    """Add a class at the end, with logit 0 and target 0."""
    name = _free_name(state.sample.classes)
    study = state.study.with_class_added(name)
    return Change(f"Add {name}", _followed(study, lambda numbers, new: (*numbers, new)))


def removed(state: State, row: int) -> Change:
    """Take a class away from every sample. ValueError: the last class stays."""
    name = state.sample.classes[row]
    if len(state.sample.classes) == 1:
        message = f"{name} is the only class; a table needs one"
        raise ValueError(message)
    study = state.study.with_class_removed(row)
    return Change(
        f"Remove {name}", _followed(study, lambda numbers, _new: numbers[:row] + numbers[row + 1 :])
    )


def moved(state: State, row: int, to: int) -> Change:
    """Put a class at another place."""
    order = list(range(len(state.sample.classes)))
    order.insert(to, order.pop(row))
    study = state.study.with_classes_reordered(order)
    return Change(
        f"Move {state.sample.classes[row]}",
        _followed(study, lambda numbers, _new: tuple(numbers[place] for place in order)),
    )


def _free_name(classes: tuple[str, ...]) -> str:
    """Return "class 6", or the first number after it that no class has."""
    number = len(classes) + 1
    while f"class {number}" in classes:
        number += 1
    return f"class {number}"


def _followed(study: Study, rearrange: Rearrange) -> Study:
    """Return a study whose per-class settings follow its classes."""
    return replace(study, shown=tuple(_settings(loss, rearrange) for loss in study.shown))


def _settings(shown: ShownLoss, rearrange: Rearrange) -> ShownLoss:
    """Return a shown loss whose per-class settings follow; a new class takes the default."""
    defaults = {parameter.name: parameter.default for parameter in LOSSES[shown.key].parameters}
    settings = tuple(
        (name, rearrange(setting, defaults[name]) if isinstance(setting, tuple) else setting)
        for name, setting in shown.settings
    )
    return replace(shown, settings=settings)
