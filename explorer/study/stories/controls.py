"""What a slider of the stage reads and moves: pure, from a state to a state."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from explorer.losses import LOSSES
from explorer.study.study import ALPHAS

if TYPE_CHECKING:
    from explorer.catalogue import Parameter
    from explorer.study.state import State
    from explorer.study.stories.story import Control
    from explorer.study.study import ShownLoss
    from explorer.study.values import Numbers

ANY = "*"
MINUS = "−"


def value_of(control: Control, state: State) -> float:
    """Return where the slider stands in a state; NaN where what it moves is not there."""
    sample = state.study.table.sample(state.look.sample)
    match control.kind:
        case "labels":
            return float(np.count_nonzero(sample.targets > 0.5))
        case "alpha":
            return state.look.alpha
        case "time":
            return float(state.look.time)
        case "all_logits":
            return float(np.abs(sample.logits).max())
        case "shift":
            return float(sample.logits.mean())
        case "setting":
            found = _settings(control, state)
            return _value(*found[0]) if found else math.nan
    place = _class(control, state)
    row = sample.logits if control.kind == "logit" else sample.targets
    return math.nan if place is None else float(row[place])


def moved(control: Control, state: State, value: float) -> State:
    """Return the state with the slider at a value, brought within its ends and to a multiple of its step.

    The state itself where what the slider moves is not there. Of "labels" the first so many classes are
    labelled; "all_logits" multiplies all so that the largest is of this size, "shift" adds to all so that
    this is their mean; "setting" sets the first shown loss that has it, with `*` every one.
    """
    value = brought(control, value)
    if control.kind == "alpha":
        return state.with_look(alpha=min(max(value, ALPHAS[0]), ALPHAS[1]))
    if control.kind == "time":
        return state.with_look(time=round(value))
    if control.kind == "setting":
        return _with_setting(control, state, value)
    row = _row(control, state, value)
    if row is None:
        return state
    logits, targets = row
    table = state.study.table.with_row(state.look.sample, logits, targets)
    return state.with_study(state.study.with_table(table))


def written(control: Control, state: State) -> str:
    """Write where the slider stands: "3 of 1,000" for labels, else a number with the digits that it needs.

    Digits alone, in no language.
    """
    value = value_of(control, state)
    if not math.isfinite(value):
        return "—"
    if control.kind == "labels":
        return f"{value:,.0f} / {state.study.table.class_count:,}"
    text = f"{abs(value):,.{digits(control)}f}"
    is_negative = value < 0 and any(letter in "123456789" for letter in text)
    return f"{MINUS}{text}" if is_negative else text


def digits(control: Control) -> int:
    """Return the decimals that its values are written with: those of its step, else of its range."""
    if control.kind in ("labels", "time"):
        return 0
    if control.step > 0.0:
        return next((places for places in range(7) if _is_whole(control.step * 10**places)), 6)
    return 2 if control.high - control.low < 100.0 else 1


def brought(control: Control, value: float) -> float:
    """Return the nearest value that the slider can stand at."""
    if control.step > 0.0 and math.isfinite(value):
        value = round(round(value / control.step) * control.step, 12)
    return min(max(value, control.low), control.high)


def fraction(control: Control, value: float) -> float:
    """Return how far along its way the slider stands at a value, 0 to 1; 0 for NaN."""
    if math.isnan(value):
        return 0.0
    value = min(max(value, control.low), control.high)
    if control.log:
        return math.log(value / control.low) / math.log(control.high / control.low)
    return (value - control.low) / (control.high - control.low)


def value_at(control: Control, share: float) -> float:
    """Return the value that far along its way, 0 to 1, brought to a multiple of its step."""
    share = min(max(share, 0.0), 1.0)
    if control.log:
        return brought(control, control.low * (control.high / control.low) ** share)
    return brought(control, control.low + (control.high - control.low) * share)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-9


def _class(control: Control, state: State) -> int | None:
    classes = state.study.table.classes
    return classes.index(control.name) if control.name in classes else None


def _row(control: Control, state: State, value: float) -> tuple[Numbers, Numbers] | None:
    """Return logits and targets with the slider there; None where what it moves is not there."""
    sample = state.study.table.sample(state.look.sample)
    logits, targets = sample.logits.copy(), sample.targets.copy()
    if control.kind == "labels":
        targets[:] = np.arange(len(targets)) < round(value)
    elif control.kind == "shift":
        logits += value - logits.mean()
    elif control.kind == "all_logits":
        largest = np.abs(logits).max()
        if not 0.0 < largest < math.inf:
            return None  # no direction to scale along
        logits *= value / largest
    else:
        place = _class(control, state)
        if place is None:
            return None
        (logits if control.kind == "logit" else targets)[place] = value
    return logits, targets


# Settings


def _settings(control: Control, state: State) -> list[tuple[ShownLoss, Parameter]]:
    """Return the shown losses that the slider sets, each with the parameter."""
    key, _, name = control.name.partition(".")
    found = [
        (shown, parameter)
        for shown in state.study.shown
        if key in (ANY, shown.key)
        for parameter in LOSSES[shown.key].parameters
        if parameter.name == name and parameter.kind != "other_logits"
    ]
    return found if key == ANY else found[:1]


def _value(shown: ShownLoss, parameter: Parameter) -> float:
    setting = dict(shown.settings).get(parameter.name, parameter.default)
    return float(setting if isinstance(setting, int | float) else setting[0])


def _with_setting(control: Control, state: State, value: float) -> State:
    meant = {id(shown): parameter for shown, parameter in _settings(control, state)}
    if not meant:
        return state
    shown = tuple(
        loss.with_setting(meant[id(loss)].name, _allowed(meant[id(loss)], value))
        if id(loss) in meant
        else loss
        for loss in state.study.shown
    )
    return state.with_study(replace(state.study, shown=shown))


def _allowed(parameter: Parameter, value: float) -> float:
    value = min(max(value, parameter.low), parameter.high)
    return float(round(value)) if parameter.kind == "integer" else value
