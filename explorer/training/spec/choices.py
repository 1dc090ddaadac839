"""The tables of a specification that choose: task, loss, optimizer, schedule, what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.experiment import LossChoice, OptimizerChoice, Recording, Schedule, TaskChoice
from explorer.training.metrics import METRICS
from explorer.training.schedules import SCHEDULES, WARM_UP
from explorer.training.spec.places import Number
from explorer.training.spec.settings import axes
from explorer.training.tasks import TASKS
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.catalogue import Parameter
    from explorer.training.spec.places import Place

RATE: Final = Number(0, above=True, listed=True)
DECAY: Final = Number(0, listed=True)
COUNT: Final = Number(2, 100_000, whole=True)


def task(place: Place) -> TaskChoice:
    """Return the task and its settings."""
    kind = _key(place, "kind", TASKS, say("task"))
    chosen = TASKS[kind]
    return TaskChoice(kind, axes(place, chosen.parameters, ("kind",), chosen.shape))


def loss(place: Place) -> LossChoice:
    """Return a loss and its settings."""
    key = _key(place, "key", LOSSES, say("loss"))
    return LossChoice(key, axes(place, LOSSES[key].parameters, ("key",)))


def optimizer(place: Place) -> OptimizerChoice:
    """Return an optimizer with its rates, decays and settings; without a rate, the one that is usual."""
    key = _key(place, "key", OPTIMIZERS, say("optimizer"))
    settings = axes(place, OPTIMIZERS[key].parameters, ("key", "rate", "decay"))
    found = place.any_table()
    rates = _numbers(found["rate"], RATE) if "rate" in found else (OPTIMIZERS[key].rate,)
    decays = _numbers(found["decay"], DECAY) if "decay" in found else (0.0,)
    return OptimizerChoice(key, rates, decays, settings)


def _key(place: Place, name: str, catalogue: Mapping[str, Any], what: str) -> str:
    """Return which task, loss or optimizer a table is about."""
    found = place.any_table()
    if name not in found:
        place.missing(name, ", ".join(catalogue))
    return found[name].choice(catalogue, what)


def _numbers(place: Place, rule: Number) -> tuple[float, ...]:
    found: dict[float, None] = {}
    for each in place.several():
        number = each.number(rule)
        if number in found:
            each.refuse(say("is there twice"), say("each value once"))
        found[number] = None
    return tuple(found)


def schedule(place: Place) -> Schedule:
    """Return the schedule of the learning rate."""
    found = place.any_table()
    kind = found.pop("kind").choice(SCHEDULES, say("schedule")) if "kind" in found else Schedule().kind
    known = {parameter.name: parameter for parameter in (*SCHEDULES[kind].parameters, WARM_UP)}
    place.table(("kind", *known))
    settings = {name: each.number(_rule(known[name])) for name, each in sorted(found.items())}
    warm_up = int(settings.pop("warm_up", 0))
    return Schedule(kind, tuple(settings.items()), warm_up)


def _rule(parameter: Parameter) -> Number:
    return Number(parameter.low, parameter.high, whole=parameter.kind == "integer")


def recording(place: Place, updates: int) -> Recording:
    """Return what is recorded, of so many updates."""
    found = place.table(("updates", "count", "logarithmic", "metrics", "raw"))
    given: dict[str, Any] = {}
    if "updates" in found:
        given["updates"] = _recorded(found["updates"], updates)
    if "count" in found:
        given["count"] = found["count"].number(COUNT)
    given |= {key: found[key].flag() for key in ("logarithmic", "raw") if key in found}
    if "metrics" in found:
        names = found["metrics"].entries(say("a list of metrics"))
        given["metrics"] = tuple(dict.fromkeys(each.choice(METRICS, say("metric")) for each in names))
    return Recording(**given)


def _recorded(place: Place, updates: int) -> tuple[int, ...]:
    rule = Number(0, updates, whole=True)
    entries = place.entries(say("a list of {each}", each=rule.words))
    return tuple(sorted({int(each.number(rule)) for each in entries}))
