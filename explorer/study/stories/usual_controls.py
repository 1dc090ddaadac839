"""The sliders that a state can have, each with the ends that it usually runs between."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.losses import LOSSES
from explorer.study.stories.controls import ANY
from explorer.study.stories.story import KINDS, Control
from explorer.study.study import ALPHAS
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.catalogue import Parameter
    from explorer.study.state import State

TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "labels": noted("Number of labels"),
        "alpha": noted("Factor α of Sharpening"),
        "setting": noted("Setting of a loss"),
        "logit": noted("Logit of a class"),
        "target": noted("Target of a class"),
        "all_logits": noted("Size of all logits"),
        "shift": noted("Mean of all logits"),
        "time": noted("Step of the descent"),
    }
)
REACH: Final = 6.0  # of a logit, either way
MOST_UPDATES: Final = 500
MOST_NAMES: Final = 200  # classes that are offered


def names(kind: str, state: State) -> tuple[str, ...]:
    """Return what a slider of this kind can be of: classes, settings, or () where there is nothing to say."""
    if kind in ("logit", "target"):
        return state.study.table.classes[:MOST_NAMES]
    return tuple(settings(state)) if kind == "setting" else ()


def titles(kind: str, state: State) -> tuple[str, ...]:
    """Return what each of `names` is called on screen: a setting by its symbol and its loss."""
    if kind != "setting":
        return names(kind, state)
    made = []
    for name, parameter in settings(state).items():
        key = name.partition(".")[0]
        if key == ANY:
            made.append(say("{setting} of every loss that has it", setting=parameter.symbol))
        else:
            made.append(say("{setting} of {loss}", setting=parameter.symbol, loss=say(LOSSES[key].title)))
    return tuple(made)


def limits(control: Control, state: State) -> tuple[float, float]:
    """Return how far the ends of a slider can go; (-inf, inf) where nothing bounds them."""
    match control.kind:
        case "labels":
            return 0.0, float(state.study.table.class_count)
        case "alpha":
            return ALPHAS
        case "time":
            return 0.0, math.inf
        case "target":
            return 0.0, 1.0
        case "setting":
            parameter = settings(state).get(control.name)
            return (-math.inf, math.inf) if parameter is None else (parameter.low, parameter.high)
    return -math.inf, math.inf


def settings(state: State) -> dict[str, Parameter]:
    """Return the settings of shown losses by the name of their slider, `*.NAME` for one that several have."""
    found: dict[str, Parameter] = {}
    shared: dict[str, Parameter] = {}
    keys = dict.fromkeys(shown.key for shown in state.study.shown)
    for key in keys:
        for parameter in LOSSES[key].parameters:
            if parameter.kind == "other_logits":
                continue
            if any(name.endswith(f".{parameter.name}") for name in found):
                shared[f"{ANY}.{parameter.name}"] = parameter
            found[f"{key}.{parameter.name}"] = parameter
    return {**shared, **found}


def kinds(state: State) -> tuple[str, ...]:
    """Return the kinds that a state can have a slider of."""
    return tuple(kind for kind in KINDS if kind != "setting" or settings(state))


def usual(kind: str, name: str, state: State) -> Control:
    """Return the slider of a kind, and of what, with its usual ends and without words.

    ValueError for a kind that is not one of KINDS; KeyError for a setting that no shown loss has.
    """
    classes = state.study.table.class_count
    match kind:
        case "labels":
            return Control(kind, low=0.0, high=float(classes), step=1.0)
        case "alpha":
            return Control(kind, low=0.1, high=10.0, log=True)
        case "time":
            return Control(kind, low=0.0, high=float(MOST_UPDATES), step=1.0)
        case "all_logits":
            return Control(kind, low=0.1, high=20.0, log=True)
        case "target":
            return Control(kind, name, 0.0, 1.0, 0.01)
        case "setting":
            parameter = settings(state)[name]
            low, high = (float(end) for end in parameter.span)
            whole = 1.0 if parameter.kind == "integer" else 0.0
            return Control(kind, name, low, high, whole, log=parameter.logarithmic and low > 0.0)
    return Control(kind, name, -REACH, REACH)
