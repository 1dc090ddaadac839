"""An experiment after a row of its form was changed: what goes with it, and what no longer fits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.plots.population.words import read_ranges, said_ranges
from explorer.training.experiment import Experiment, Recording
from explorer.training.records import record_updates
from explorer.training.schedules import SCHEDULES
from explorer.training.spec import SpecFailure
from explorer.training.spec.reading import experiment_of
from explorer.training.spec.writing import document
from explorer.training.tasks import TASKS
from explorer.ui.panels.population_rows import ALL, METRICS, rows
from explorer.wording import checked, language, noted, say, say_count, speaking

if TYPE_CHECKING:
    from explorer.ui.panels.population_rows import Path, Row

NAME: Final = "experiment"  # of the specification, in the reader's messages
HARMLESS: Final = ("seeds", "seed", "updates", "recording", "dtype")
"""Places of which what is said about an experiment does not depend."""
CHANGED: Final = noted(", changed")
UPDATES: Final = ("updates",)
CHOSEN: Final = ("kind", "key")  # under which a task, a loss, an optimizer, a schedule is chosen
EXPECTED: Final = re.compile(r"expect\[(\d+)\]")


class FieldFailure(ValueError):  # noqa: N818 - named as the failures of specifications are
    """What is wrong with a row's text; path: of the row that it is about."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path


def changed(experiment: Experiment, row: Row, text: str) -> Experiment:
    """Return the experiment with another text in a row; an empty one means the default.

    What was expected of it, and which updates are recorded, is kept as far as it fits. One that something
    was said about is called changed; what was said goes, unless there are only more or fewer runs and
    updates. Raises FieldFailure.
    """
    after = _changed(experiment, row, text)
    is_same = replace(after, small=experiment.small) == experiment
    if is_same or not (experiment.about or experiment.expected):
        return after
    after = replace(after, **_marked(experiment))
    if row.path[0] in HARMLESS:
        return after
    titles = tuple(each for each in after.words if each[1] == "title")
    return replace(after, about="", source="", expected=(), words=titles)


def plain_title(title: str) -> str:
    """Return a title that is shown without the remark that it was changed."""
    return title.removesuffix(say(CHANGED))


def default_of(experiment: Experiment, row: Row) -> str | None:
    """Return the text that a row has by default; None for one that has no default, or has it already."""
    try:
        after = _changed(experiment, row, "")
    except FieldFailure:
        return None
    found = next((each.text for each in rows(after) if each.path == row.path), None)
    return None if found == row.text else found


def _marked(experiment: Experiment) -> dict[str, Any]:
    """Return title and words with a remark in each language; a title of a person's own in the one in use."""
    words = tuple((spoken, key, _with_mark(text, spoken, key)) for spoken, key, text in experiment.words)
    own = "en" if any(key == "title" for _, key, _ in experiment.words) else language()
    return {"title": _with_mark(experiment.title, own, "title"), "words": words}


def _with_mark(text: str, spoken: str, key: str) -> str:
    if key != "title":
        return text
    with speaking(checked(spoken)):
        mark = say(CHANGED)
    return text.removesuffix(mark) + mark


def _changed(experiment: Experiment, row: Row, text: str) -> Experiment:
    whole, name = document(experiment), row.path[-1]
    if row.path == METRICS:
        text = "" if text.strip() == ALL else text
    target = _parent(whole, row.path)
    before = target.get(name)
    if text.strip():
        target[name] = text.strip() if row.whole else values_of(read_ranges(text))
        if row.path == METRICS and not isinstance(target[name], list):
            target[name] = [target[name]]
    else:
        target.pop(name, None)
    if row.path == UPDATES:
        _fit_updates(whole, experiment)
    if target.get(name) == before or name not in CHOSEN:
        return _read(whole)
    _forget(target, row.path)
    try:
        return _read(whole)
    except FieldFailure:  # what was set for the one before does not go with this one
        for other in [key for key in target if key not in CHOSEN]:
            del target[other]
        return _read(whole)


def with_loss(experiment: Experiment, key: str, settings: dict[str, Any] | None = None) -> Experiment:
    """Return the experiment with one loss more."""
    whole = document(experiment)
    whole["losses"].append({"key": key, **(settings or {})})
    return _read(whole)


def without(experiment: Experiment, kind: str, place: int) -> Experiment:
    """Return the experiment without one of its "losses" or "optimizers"; the last one stays."""
    whole = document(experiment)
    if len(whole[kind]) > 1:
        del whole[kind][place]
    return _read(whole)


def with_optimizer(experiment: Experiment) -> Experiment:
    """Return the experiment with one optimizer more: the first of the catalogue that is not there yet."""
    whole = document(experiment)
    there = {choice.key for choice in experiment.optimizers}
    key = next((key for key in OPTIMIZERS if key not in there), next(iter(OPTIMIZERS)))
    whole["optimizers"].append({"key": key, "rate": OPTIMIZERS[key].rate})
    return _read(whole)


def values_of(text: str) -> Any:
    """Return what a typed text means: one value, or a list of those that commas separate."""
    parts = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    values = [_one_value(part) for part in parts]
    return values[0] if len(values) == 1 and not isinstance(values[0], list) else values


def _one_value(text: str) -> Any:
    pieces = text.split()
    numbers = [_number(piece) for piece in pieces]
    if len(pieces) > 1 and all(number is not None for number in numbers):
        return numbers
    return text if numbers[0] is None or len(pieces) > 1 else numbers[0]


def _number(text: str) -> float | None:
    plain = text.replace("−", "-")
    for kind in (int, float):
        try:
            return kind(plain)
        except ValueError:
            continue
    return None


# Changing


def dropped_words(before: Experiment, after: Experiment) -> str:
    """Say what an experiment lost when it was changed: "2 expectations"; "" for nothing."""
    recorded = set(before.recording.updates) - set(after.recording.updates)
    expected = len(before.expected) - len(after.expected)
    updates = len(recorded) if after.recording.updates else 0
    lost = (
        say_count(expected, "{count} expectation", "{count} expectations") if expected > 0 else "",
        say_count(updates, "{count} recorded update", "{count} recorded updates") if updates else "",
    )
    return say(" and ").join(filter(None, lost))


def _parent(whole: dict[str, Any], path: Path) -> Any:
    found: Any = whole
    for key in path[:-1]:
        found = found.setdefault(key, {}) if isinstance(found, dict) else found[key]
    return found


def _forget(target: dict[str, Any], path: Path) -> None:
    """Leave out settings that belonged to what was chosen before."""
    known = _known(path, target)
    if known is not None:
        for name in [name for name in target if name not in known]:
            del target[name]
        if path[0] == "optimizers" and "rate" in target:
            target["rate"] = OPTIMIZERS[target["key"]].rate


def _known(path: Path, target: dict[str, Any]) -> set[str] | None:
    """Return the keys that may stand beside a choice that was just made; None where none was."""
    catalogues: dict[str | int, Any] = {
        "task": TASKS,
        "losses": LOSSES,
        "optimizers": OPTIMIZERS,
        "schedule": SCHEDULES,
    }
    key = target.get(str(path[-1]))
    if path[-1] not in CHOSEN or key not in catalogues.get(path[0], {}):
        return None
    parameters = catalogues[path[0]][key].parameters
    return {"kind", "key", "rate", "decay", "warm_up", *(parameter.name for parameter in parameters)}


def _fit_updates(whole: dict[str, Any], experiment: Experiment) -> None:
    """Keep what belongs to an update that there still is, at that update; record those that are new, too."""
    last = whole.get("updates", Experiment.updates)
    if not isinstance(last, int) or last < 0:
        return  # the reader says what is wrong with it
    for expected, written in zip(experiment.expected, whole.get("expect", ()), strict=True):
        written["update"] = expected.update  # the last one went without saying
    whole["expect"] = [each for each in whole.get("expect", ()) if each["update"] <= last]
    named = experiment.recording.updates
    if named:
        further = [update for update in record_updates(Recording(), last).tolist() if update > named[-1]]
        whole["recording"]["updates"] = [*(update for update in named if update <= last), *further]


def _read(whole: dict[str, Any]) -> Experiment:
    """Return the experiment of a changed document: without its small version, which was of the one before.

    Of what was expected it leaves out what cannot be told any more.
    """
    whole.pop("small", None)
    try:
        return experiment_of(whole, NAME)
    except SpecFailure as failure:
        path, problem = _told(failure)
        told = EXPECTED.match(path)
        if told is not None:
            del whole["expect"][int(told[1])]
            return _read(whole)
        raise FieldFailure(problem, path) from failure


def _told(failure: SpecFailure) -> tuple[str, str]:
    """Split a reader's message into the path and what is wrong there; ranges are as the form shows them."""
    _, _, rest = str(failure).partition(": ")
    path, colon, problem = rest.partition(": ")
    ends = say("{low} to {high}", low=say("low", "an end"), high=say("high", "an end"))
    problem = said_ranges(problem).replace("low to high", ends)
    return (path, problem) if colon else ("", rest)
