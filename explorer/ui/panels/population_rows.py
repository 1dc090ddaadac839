"""The form of an experiment as data: its rows, and the experiment after one of them was changed.

A row shows one place of the specification (`training.spec`), whose reader says what is wrong with it. In the
text of a row commas separate the values that a setting runs through; the numbers of one value that has one a
class are separated by spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.experiment import DTYPES, Experiment, Recording
from explorer.training.records import record_updates
from explorer.training.schedules import SCHEDULES, WARM_UP
from explorer.training.spec import SpecFailure
from explorer.training.spec.reading import experiment_of
from explorer.training.spec.writing import document
from explorer.training.tasks import TASKS
from explorer.wording import checked, language, noted, say, say_count, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.training.tasks import TaskParameter

Path = tuple[str | int, ...]
NAME: Final = "experiment"  # of the specification, in the reader's messages
HARMLESS: Final = ("seeds", "seed", "updates", "recording", "dtype")
"""Places of which what is said about an experiment does not depend."""
CHANGED: Final = noted(", changed")
UPDATES: Final = ("updates",)
METRICS: Final = ("recording", "metrics")
ALL: Final = "all"  # metrics
CHOSEN: Final = ("kind", "key")  # under which a task, a loss, an optimizer, a schedule is chosen
EXPECTED: Final = re.compile(r"expect\[(\d+)\]")
USUAL: Final = 6  # settings of a task that are always in sight: the first ones; others where they are given
SECTIONS: Final = (noted("Task"), noted("Losses"), noted("Training"), "More")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form.

    path: keys of the place in the specification. text: as it is typed. names: what a choice offers, none for
    a field; titles: how they are called. whole: the text is one value, whatever commas are in it. unit: a
    word after the text. loss: which of the losses it sets. given: whether the specification says it.
    """

    path: Path
    label: str
    text: str
    section: str
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    whole: bool = False
    unit: str = ""
    tip: str = ""
    loss: int | None = None
    given: bool = True


class FieldFailure(ValueError):  # noqa: N818 - named as the failures of specifications are
    """What is wrong with a row's text; path: of the row that it is about."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path


def rows(experiment: Experiment) -> tuple[Row, ...]:
    """Return the rows of an experiment, section by section."""
    written = document(experiment)
    return (
        *_task_rows(experiment, written["task"]),
        *_loss_rows(experiment, written["losses"]),
        *_training_rows(experiment, written),
        *_more_rows(experiment, written),
    )


def written_path(path: Path) -> str:
    """Return a path as the reader's messages write it: "optimizers[0].rate"."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


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
        target[name] = text.strip() if row.whole else values_of(text)
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
    parts = [part.strip() for part in text.split(",") if part.strip()]
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


def text_of(value: Any) -> str:
    """Write values of a specification as a row shows them; `values_of` gives them back."""
    if isinstance(value, list):
        return ", ".join(
            " ".join(map(text_of, each)) if isinstance(each, list) else text_of(each) for each in value
        )
    return f"{value:.15g}" if isinstance(value, float) else str(value)


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
    """Split a reader's message into the path and what is wrong there."""
    _, _, rest = str(failure).partition(": ")
    path, colon, problem = rest.partition(": ")
    return (path, problem) if colon else ("", rest)


# Rows


def _task_rows(experiment: Experiment, task: dict[str, Any]) -> Iterator[Row]:
    kinds = tuple(TASKS)
    yield Row(
        ("task", "kind"), say("task"), experiment.task.kind, "Task", kinds,
        tuple(TASKS[kind].said for kind in kinds), whole=True, tip=say(TASKS[experiment.task.kind].about),
    )  # fmt: skip
    parameters = TASKS[experiment.task.kind].parameters
    known = {parameter.name: task.get(parameter.name, parameter.default) for parameter in parameters}
    for place, parameter in enumerate(parameters):
        if parameter.name not in task and not _says_something(parameter, parameters, known):
            continue
        is_usual = place < USUAL or parameter.name in task
        yield _of(parameter, ("task",), task, "Task" if is_usual else "More")


def _off_words(parameter: Any, value: Any) -> str:
    """Say what a number means that stands for none: "all" for 0 rows."""
    return say(parameter.off) if getattr(parameter, "off", "") and value == parameter.default else ""


def _says_something(
    parameter: TaskParameter, parameters: Sequence[TaskParameter], known: Mapping[str, Any]
) -> bool:
    """Whether a setting means anything beside the others, as labels do where targets are labels."""
    if parameter.needs is None:
        return True
    name, allowed = parameter.needs
    value = known[name]
    values = value if isinstance(value, list) else [value]
    default = next(each.default for each in parameters if each.name == name)
    return any(each in allowed if allowed else each != default for each in values)


def _of(parameter: Any, place: Path, given: dict[str, Any], section: str, loss: int | None = None) -> Row:
    """Return the row of a parameter of a task, a loss, an optimizer or a schedule."""
    value = given.get(parameter.name, parameter.default)
    if parameter.names and isinstance(value, int | float):
        value = parameter.names[int(value)]
    several, is_file = isinstance(value, list), parameter.kind == "file"
    names = () if several or is_file else parameter.names
    return Row(
        (*place, parameter.name),
        say(getattr(parameter, "title", "")) or getattr(parameter, "symbol", ""),
        parameter.text(value) if isinstance(value, tuple) else text_of(value),
        section,
        names,
        tuple(map(say, getattr(parameter, "titles", ()) or names)) if names else (),
        whole=bool(names) or is_file,
        unit=_off_words(parameter, value) or say(getattr(parameter, "unit", "")),
        tip=say(parameter.meaning),
        loss=loss,
        given=parameter.name in given,
    )


def _loss_rows(experiment: Experiment, losses: list[dict[str, Any]]) -> Iterator[Row]:
    for place, choice in enumerate(experiment.losses):
        for parameter in LOSSES[choice.key].parameters:
            if parameter.kind != "other_logits":
                yield _of(parameter, ("losses", place), losses[place], "Losses", place)


def _training_rows(experiment: Experiment, whole: dict[str, Any]) -> Iterator[Row]:
    keys = tuple(OPTIMIZERS)
    titles = tuple(OPTIMIZERS[key].said for key in keys)
    for place, choice in enumerate(experiment.optimizers):
        path: Path = ("optimizers", place)
        tip = say("Several are trained side by side: add one below.")
        label = say("optimizer")
        yield Row((*path, "key"), label, choice.key, "Training", keys, titles, whole=True, tip=tip)
        rate = text_of(whole["optimizers"][place]["rate"])
        tip = say("One, or several: 0.01, 0.05, 0.1")
        yield Row((*path, "rate"), say("learning rate"), rate, "Training", tip=tip)
    yield _plain("updates", say("updates"), experiment, "Training", say("Steps of the optimizer"))
    last = experiment.seed + experiment.seeds - 1
    yield _plain(
        "seeds", say("seeds"), experiment, "Training",
        say("How many runs each place of the grid has; all places share starts and data"),
        say("{low} to {high}", low=experiment.seed, high=last),
    )  # fmt: skip


def _more_rows(experiment: Experiment, whole: dict[str, Any]) -> Iterator[Row]:
    for place, choice in enumerate(experiment.optimizers):
        given = whole["optimizers"][place]
        path: Path = ("optimizers", place)
        label = say("weight decay")
        if len(experiment.optimizers) > 1:
            label = say("{optimizer} weight decay", optimizer=OPTIMIZERS[choice.key].said)
        decay = text_of(given.get("decay", 0.0))
        yield Row((*path, "decay"), label, decay, "More", tip=say("As torch.optim means it"))
        for parameter in OPTIMIZERS[choice.key].parameters:
            yield _of(parameter, path, given, "More")
    yield _plain(
        "batch",
        say("rows a batch"),
        experiment,
        "More",
        say("Rows of a mini-batch; 0: all rows at each update"),
    )
    yield _plain(
        "noise",
        say("fresh label noise"),
        experiment,
        "More",
        say("Share of labels flipped anew at each update"),
    )
    yield from _schedule_rows(whole.get("schedule", {}), experiment.schedule.kind)
    yield _plain(
        "seed",
        say("first seed"),
        experiment,
        "More",
        say("Run j of each place of the grid starts from it + j"),
    )
    yield Row(
        METRICS, say("metrics"), ", ".join(experiment.recording.metrics) or ALL, "More",
        tip=say("What is recorded, with commas between; all: each that says something of the task"),
    )  # fmt: skip
    yield Row(("dtype",), say("precision"), experiment.dtype, "More", DTYPES, DTYPES, whole=True)


def _schedule_rows(given: dict[str, Any], kind: str) -> Iterator[Row]:
    chosen, kinds = SCHEDULES[kind], tuple(SCHEDULES)
    titles = tuple(SCHEDULES[each].said for each in kinds)
    label, tip = say("schedule"), say(chosen.meaning)
    yield Row(("schedule", "kind"), label, kind, "More", kinds, titles, whole=True, tip=tip)
    for parameter in (*chosen.parameters, WARM_UP):
        yield _of(parameter, ("schedule",), given, "More")


def _plain(name: str, label: str, experiment: Experiment, section: str, tip: str, unit: str = "") -> Row:
    return Row((name,), label, text_of(getattr(experiment, name)), section, unit=unit, tip=tip)
