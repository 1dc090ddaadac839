"""Adding, removing and moving classes: what else in the study counts one number a class follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from explorer.losses import LOSSES
from explorer.ui.panels.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.state import State
    from explorer.study.study import ShownLoss, Study
    from explorer.study.table import Table

    Rearrange = Callable[[np.ndarray, float], np.ndarray]  # numbers, number of a new class


def added(state: State) -> Change:
    """Add a class at the end, with logit 0 and target 0."""
    name = _free_name(state.sample.classes)
    table = state.study.table.with_class_added(name)
    return Change(f"Add {name}", _followed(state.study, table, np.append))


def removed(state: State, row: int) -> Change:
    """Take a class away from every sample. ValueError: the last class stays."""
    if len(state.sample.classes) == 1:
        message = f"{state.sample.classes[row]} is the only class; a table needs one"
        raise ValueError(message)
    table = state.study.table.with_class_removed(row)
    study = _followed(state.study, table, lambda numbers, _new: np.delete(numbers, row))
    return Change(f"Remove {state.sample.classes[row]}", study)


def moved(state: State, row: int, to: int) -> Change:
    """Put a class at another place."""
    order = list(range(len(state.sample.classes)))
    order.insert(to, order.pop(row))
    table = state.study.table.with_classes_reordered(order)
    study = _followed(state.study, table, lambda numbers, _new: numbers[order])
    return Change(f"Move {state.sample.classes[row]}", study)


def _free_name(classes: tuple[str, ...]) -> str:
    """Return "class 6", or the first number after it that no class has."""
    number = len(classes) + 1
    while f"class {number}" in classes:
        number += 1
    return f"class {number}"


def _followed(study: Study, table: Table, rearrange: Rearrange) -> Study:
    """Return the study with a table of other classes; pin and per-class settings follow."""
    pin = study.pin
    if pin is not None:
        pin = replace(pin, logits=rearrange(pin.logits, 0.0), targets=rearrange(pin.targets, 0.0))
    shown = tuple(_settings(loss, rearrange) for loss in study.shown)
    return replace(study, table=table, pin=pin, shown=shown)


def _settings(shown: ShownLoss, rearrange: Rearrange) -> ShownLoss:
    """Return a shown loss whose per-class settings follow; a new class takes the default."""
    defaults = {parameter.name: parameter.default for parameter in LOSSES[shown.key].parameters}
    settings = tuple(
        (
            name,
            tuple(rearrange(np.array(setting), defaults[name]).tolist())
            if isinstance(setting, tuple)
            else setting,
        )
        for name, setting in shown.settings
    )
    return replace(shown, settings=settings)
