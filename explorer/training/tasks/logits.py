"""Free logits: no features, the logits themselves are trained, each run on targets of its own.

Labels may be drawn from soft targets; then a run has several rows, which share its logits: that is a linear
model with one input, which is always 1.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training import draws
from explorer.training.inputs.label_sets import MOST_CLASSES, drawn_sets, sets_in_proportion
from explorer.training.inputs.sample_file import samples
from explorer.training.models import FREE, LINEAR
from explorer.training.problem import Problem
from explorer.training.tasks.task import Settings, Shape, Task, TaskParameter, require_labels
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Seeds = NDArray[np.int64]

KEY: Final = "logits"


def shape(settings: Settings) -> Shape:
    """Return one row of logits, or one for each set of labels that is drawn."""
    if settings["file"]:
        targets = samples(settings["file"]).targets
        classes = targets.shape[1]
        if settings["drawn"] != "no" and (targets.min() < 0.0 or targets.max() > 1.0):
            _refuse(
                say("labels are drawn from targets from 0 to 1; {file} has others", file=settings["file"])
            )
    else:
        classes = settings["classes"]
        if settings["targets"] == "labels":
            require_labels(KEY, settings)
    drawn = settings["drawn"]
    if drawn == "in_proportion" and classes > MOST_CLASSES:
        _refuse(
            say(
                "drawn='in_proportion' needs at most {most} classes, there are {classes}",
                most=MOST_CLASSES,
                classes=classes,
            )
        )
    if drawn in ("no", "anew") and settings["together"]:
        _refuse(say("together needs drawn='once' or drawn='in_proportion'"))
    if drawn == "no":
        return Shape(rows=1, inputs=0, classes=classes, weights=classes)
    anew = drawn == "anew"
    return Shape(rows=settings["rows"], inputs=1, classes=classes, weights=classes, anew=anew)


def prepare(seeds: Seeds, settings: Settings, other: bool, pause: Callable[[], None]) -> Problem:
    """Return start and targets of each run; with drawn labels their chances too."""
    found = (_from_file if settings["file"] else _at_random)(seeds, settings, other, pause)
    drawn, rows, chances = settings["drawn"], settings["rows"], found.targets
    if drawn == "no":
        return found
    if drawn == "in_proportion":
        sets = sets_in_proportion(chances[:, 0], rows, settings["together"])
    else:
        sets = drawn_sets(seeds, chances, rows, settings["together"], pause)
    return replace(
        found,
        model=LINEAR,
        features=np.ones((1, rows, 1)),
        targets=sets,
        other=None if found.other is None else np.repeat(found.other, rows, axis=1),
        chances=chances,
        anew=drawn == "anew",
    )


def _from_file(seeds: Seeds, settings: Settings, other: bool, _pause: Callable[[], None]) -> Problem:
    table = samples(settings["file"])
    rows = seeds % len(table.logits)
    start, targets = table.logits[rows, np.newaxis], table.targets[rows, np.newaxis]
    compared = start if table.other is None else table.other[rows, np.newaxis]
    return Problem(FREE, (start,), targets, other=compared if other else None)


def _at_random(seeds: Seeds, settings: Settings, other: bool, pause: Callable[[], None]) -> Problem:
    start = _start(seeds, settings, "start logits", pause)
    compared = _start(seeds, settings, "other logits", pause) if other else None
    return Problem(FREE, (start,), _targets(seeds, settings, pause)[:, np.newaxis], other=compared)


def _start(seeds: Seeds, settings: Settings, purpose: str, pause: Callable[[], None]) -> Numbers:
    drawn = draws.normal(seeds, purpose, 1, settings["classes"], pause=pause)
    made: Numbers = settings["center"] + settings["spread"] * drawn
    return made


def _targets(seeds: Seeds, settings: Settings, pause: Callable[[], None]) -> Numbers:
    """Return the targets, (runs, n), before labels are drawn from them."""
    classes = settings["classes"]
    if settings["targets"] == "labels":
        low, high = settings["labels"]
        counts = draws.between(seeds, "how many labels", low, high, 1)[:, 0]
        labels = draws.subsets(seeds, "which labels", counts, high, classes, pause)
        return _softened(labels.astype(np.float64), settings["softness"])
    low, high = settings["chances"]
    chances: Numbers = low + (high - low) * draws.uniform(seeds, "chances", classes, pause=pause)
    if settings["first_chance"] >= 0.0:
        chances[:, 0] = settings["first_chance"]
    return chances


def _softened(labels: Numbers, softness: float) -> Numbers:
    return labels if softness == 0.0 else (1.0 - softness) * labels + softness / 2.0


def _refuse(why: str) -> None:
    message = f"{say('task {name}', name=repr(KEY))}: {why}"
    raise ValueError(message)


def _choice(name: str, title: str, meaning: str, **titles: str) -> TaskParameter:
    return TaskParameter(
        name=name,
        title=title,
        kind="choice",
        default=next(iter(titles)),
        names=tuple(titles),
        titles=tuple(titles.values()),
        meaning=meaning,
    )


def _number(name: str, title: str, default: float, meaning: str, **more: Any) -> TaskParameter:
    return TaskParameter(name=name, title=title, kind="number", default=default, meaning=meaning, **more)


TASK = Task(
    key=KEY,
    title="Free logits",
    order=10,
    about="The logits themselves are trained, every run from its own start towards its own targets.",
    parameters=(
        TaskParameter(
            name="classes",
            title="classes n",
            kind="integer",
            default=10,
            low=1,
            high=1_000_000,
            meaning="how many logits a run has",
        ),
        _choice(
            "targets",
            noted("targets"),
            noted("whether a run's targets are labels, or a chance for each class"),
            labels=noted("labels"),
            chances=noted("chances"),
        ),
        TaskParameter(
            name="labels",
            title="labels k",
            kind="range",
            whole=True,
            default=(1, 3),
            low=0,
            high=1_000_000,
            meaning="how many classes are labelled, every number of the range equally likely",
            needs=("targets", ("labels",)),
        ),
        _number(
            "softness",
            noted("softness"),
            0.0,
            noted("how far labels are pulled towards 1/2"),
            low=0.0,
            high=1.0,
            needs=("targets", ("labels",)),
        ),
        TaskParameter(
            name="chances",
            title="chances p",
            kind="range",
            default=(0.05, 0.95),
            low=0.0,
            high=1.0,
            meaning="the targets of classes where they are chances, spread evenly over the range",
            needs=("targets", ("chances",)),
        ),
        _number(
            "first_chance",
            noted("chance of the first"),
            -1.0,
            noted("the chance of the first class; below 0 it is drawn as the others are"),
            low=-1.0,
            high=1.0,
            needs=("targets", ("chances",)),
            off=noted("as the others"),
        ),
        _choice(
            "drawn",
            noted("labels drawn"),
            noted(
                "whether 0/1 labels are drawn from the targets: once, anew at every update, or once with "
                "every set of labels as often as it is likely (up to 12 classes)"  # 12: tests compare
            ),
            no=noted("no"),
            once=noted("once"),
            anew=noted("anew each update"),
            in_proportion=noted("in proportion"),
        ),
        TaskParameter(
            name="rows",
            title="label sets",
            kind="integer",
            default=100,
            low=1,
            high=1_000_000,
            meaning="how many sets of labels are drawn for one update",
            needs=("drawn", ()),
        ),
        _number(
            "together",
            noted("drawn together"),
            0.0,
            noted(
                "share of label sets in which one number decides all classes, so that labels come together"
            ),
            low=0.0,
            high=1.0,
            needs=("drawn", ()),
        ),
        _number(
            "spread",
            noted("spread of the start"),
            1.0,
            noted("standard deviation of the logits"),
            low=0.0,
            high=1e4,
        ),
        _number(
            "center",
            noted("middle of the start"),
            0.0,
            noted("mean of the logits at the start"),
            low=-1e4,
            high=1e4,
        ),
        TaskParameter(
            name="file",
            title="samples from",
            kind="file",
            default="",
            meaning="an .npz file with arrays logits and targets, and other where losses compare, each "
            "(samples, n): the run of seed j starts from sample j modulo their number; "
            "then classes, targets and start are not drawn",
        ),
    ),
    shape_function=shape,
    prepare_function=prepare,
    other="another draw of the start; from a file its array `other`, or the start itself",
)
