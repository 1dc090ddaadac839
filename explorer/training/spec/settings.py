"""The settings of a task, a loss or an optimizer in a specification: one value, or a list as an axis."""

from __future__ import annotations

import math
from itertools import islice, product
from typing import TYPE_CHECKING, Any, Final

from explorer.training.spec.places import Number, SpecFailure, listed
from explorer.training.tasks.task import TaskParameter
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explorer.catalogue import Parameter
    from explorer.training.experiment import Axes, Value
    from explorer.training.spec.places import Place

MOST_CHECKED: Final = 10_000  # places of a grid whose settings are checked together
TEXTS: Final = ("range", "choice", "file")  # kinds whose settings may be texts ...
TUPLES: Final = ("range", "per_class")  # ... and several numbers


def axes(
    place: Place,
    parameters: Sequence[Parameter | TaskParameter],
    others: Sequence[str] = (),
    together: Callable[[Mapping[str, Value]], object] | None = None,
) -> Axes:
    """Return the settings in a table as axes, sorted by name.

    others: keys of the table that are no settings. together: raises ValueError for settings, each allowed by
    itself, that do not fit.
    """
    known = {parameter.name: parameter for parameter in parameters if is_set(parameter)}
    found = {
        name: values(each, known[name])
        for name, each in sorted(place.table((*others, *known)).items())
        if name in known
    }
    if together is not None:
        for chosen in islice(product(*found.values()), MOST_CHECKED):
            try:
                together(dict(zip(found, chosen, strict=True)))
            except ValueError as failure:
                message = f"{place.file}: {place.path}: {failure}"
                raise SpecFailure(message) from failure
    return tuple(found.items())


def is_set(parameter: Parameter | TaskParameter) -> bool:
    """Whether a parameter is set in a specification; logits to compare with come from the task."""
    return parameter.kind != "other_logits"


def values(place: Place, parameter: Parameter | TaskParameter) -> tuple[Value, ...]:
    """Return the values of one setting: one, or those of a list, each of them once."""
    found: dict[
        Any, Value
    ] = {}  # by what is used: 3 and "3", 0 and the name of the first choice are the same
    for each in place.several():
        value = _value(each, parameter)
        used = parameter.checked(value, each.path)
        if used in found:
            each.refuse(say("is there twice"), say("each value once"))
        found[used] = value
    return tuple(found.values())


def _value(place: Place, parameter: Parameter | TaskParameter) -> Value:
    value = _typed(place, parameter)
    try:
        checked = parameter.checked(value, place.path)
    except ValueError:
        place.refuse(say("is not allowed"), allowed(parameter))
    is_text = isinstance(value, str) and isinstance(parameter, TaskParameter)
    return parameter.text(checked) if is_text and isinstance(parameter, TaskParameter) else value


def _typed(place: Place, parameter: Parameter | TaskParameter) -> Value:
    """Return the value with the type of its parameter; which are allowed the parameter itself knows."""
    value = place.value
    if isinstance(value, list) and parameter.kind in TUPLES:
        return tuple(each.number(Number()) for each in place.entries(say("a list of numbers")))
    if isinstance(value, str) and (parameter.names or parameter.kind in TEXTS):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        place.refuse(say("is no {kind}{nearest}", kind=say("number"), nearest=""), allowed(parameter))
    if parameter.kind in ("number", "per_class"):
        return float(value)
    is_whole = math.isfinite(value) and value == int(value)
    return int(value) if is_whole else float(value)


def allowed(parameter: Parameter | TaskParameter) -> str:
    """What may be set, in words."""
    if isinstance(parameter, TaskParameter):
        return say("{one}; or a list of such", one=parameter.allowed)
    if parameter.names:
        return say("{one}; or a list of them", one=listed(parameter.names))
    one = Number(parameter.low, parameter.high, whole=parameter.kind == "integer").words
    if parameter.kind == "per_class":
        return say("{one}, one for each class as a list in a list; or a list of them", one=one)
    return say("{one}; or a list of them", one=one)
