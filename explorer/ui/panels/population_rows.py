"""The form of an experiment as data: its rows; `population_changes` has what comes of a change.

A row shows one place of the specification (`training.spec`), whose reader says what is wrong with it. In the
text of a row commas separate the values that a setting runs through; the numbers of one value that has one a
class are separated by spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.plots.population.words import said_ranges
from explorer.training.experiment import DTYPES, Experiment
from explorer.training.schedules import SCHEDULES, WARM_UP
from explorer.training.spec.writing import document
from explorer.training.tasks import TASKS
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.training.tasks import TaskParameter

Path = tuple[str | int, ...]
METRICS: Final = ("recording", "metrics")
ALL: Final = "all"  # metrics
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


def text_of(value: Any) -> str:
    """Write values of a specification as a row shows them; `values_of` gives them back."""
    if isinstance(value, list):
        return ", ".join(
            " ".join(map(text_of, each)) if isinstance(each, list) else text_of(each) for each in value
        )
    return f"{value:.15g}" if isinstance(value, float) else str(value)


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
    text = parameter.text(value) if isinstance(value, tuple) else text_of(value)
    return Row(
        (*place, parameter.name),
        say(getattr(parameter, "title", "")) or getattr(parameter, "symbol", ""),
        text if is_file else said_ranges(text),
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
