"""The tables [[expect]]: what an experiment should show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.training.engine.batches import batches_of
from explorer.training.engine.measure import metric_names
from explorer.training.expectations import SelectionFailure, pairs
from explorer.training.experiment import Expectation
from explorer.training.metrics import METRICS
from explorer.training.records import record_updates
from explorer.training.spec.places import Number, SpecFailure, listed, nearest
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.training.experiment import Experiment, Value
    from explorer.training.spec.places import Place

SIDES = ("value", "above", "below")
KEYS = ("metric", "where", "minus", "update", *SIDES, "tolerance", "source")


def expectations(place: Place, experiment: Experiment) -> tuple[Expectation, ...]:
    """Return the expectations of an experiment. Raises SpecFailure."""
    if place.value == []:  # a small version that expects nothing
        return ()
    return tuple(_expectation(each, experiment) for each in place.tables())


def _expectation(place: Place, experiment: Experiment) -> Expectation:
    found = place.table(KEYS)
    if "metric" not in found:
        place.missing("metric", listed(METRICS))
    metric = found["metric"].choice(METRICS, say("metric"))
    recorded = metric_names(experiment.recording, batches_of(experiment))
    if metric not in recorded:
        found["metric"].refuse(say("is not recorded here"), listed(recorded))
    update = _update(found["update"], experiment) if "update" in found else experiment.updates
    side, value, tolerance = _bound(place, found)
    expectation = Expectation(
        metric=metric,
        where=_coordinates(found["where"], experiment) if "where" in found else (),
        update=update,
        value=value,
        tolerance=tolerance,
        side=side,
        minus=_coordinates(found["minus"], experiment) if "minus" in found else (),
        source=found["source"].text() if "source" in found else "",
    )
    try:
        pairs(expectation, experiment)
    except SelectionFailure as failure:
        message = f"{place.file}: {place.path}: {failure}"
        raise SpecFailure(message) from failure
    return expectation


def _update(place: Place, experiment: Experiment) -> int:
    """Return the update that is judged; it has to be recorded."""
    update = int(place.number(Number(0, experiment.updates, whole=True)))
    recorded = record_updates(experiment.recording, experiment.updates).tolist()
    if update not in recorded:
        place.refuse(say("is not recorded"), listed(map(str, recorded)))
    return update


def _bound(place: Place, found: dict[str, Place]) -> tuple[str, float, float]:
    """Return side, value and tolerance: of `value` with a `tolerance`, of `above` or of `below`."""
    given = [side for side in SIDES if side in found]
    if len(given) != 1:
        words = say(
            "{names} to compare with; allowed: one of value (with a tolerance), above and below",
            names=say(" and ").join(given) if given else say("nothing"),
        )
        message = f"{place.file}: {place.path}: {words}"
        raise SpecFailure(message)
    side = given[0]
    value = found[side].number(Number())
    if side != "value" and "tolerance" in found:
        found["tolerance"].refuse(
            say("does not go with {name}", name=side), say("a tolerance beside a value")
        )
    if side == "value" and "tolerance" not in found:
        place.missing("tolerance", Number(0).words)
    return ("within", value, found["tolerance"].number(Number(0))) if side == "value" else (side, value, 0.0)


def _coordinates(place: Place, experiment: Experiment) -> tuple[tuple[str, Value], ...]:
    """Return the coordinates that name cells, sorted by name."""
    known = {name for cell in experiment.cells for name in cell.coordinates}
    found: dict[str, Any] = {}
    for name, each in sorted(place.any_table().items()):
        if name not in known:
            words = say(
                "no such coordinate{nearest}; allowed: {names}",
                nearest=nearest(name, known),
                names=listed(sorted(known)),
            )
            message = f"{each.file}: {each.path}: {words}"
            raise SpecFailure(message)
        found[name] = tuple(each.value) if isinstance(each.value, list) else each.value
    return tuple(found.items())
