"""Features and labels from a file, or the yeast data that are shipped; split by the seed of each run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.resources import asset
from explorer.training import draws
from explorer.training.inputs.sample_file import arrays, refuse
from explorer.training.models import LINEAR, PERCEPTRON
from explorer.training.problem import Problem
from explorer.training.tasks.linear import integer, number
from explorer.training.tasks.mlp import layers
from explorer.training.tasks.task import Settings, Shape, Task, TaskParameter
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from explorer.training.models import Model

    Numbers = NDArray[np.float64]
    Seeds = NDArray[np.int64]

KEY: Final = "data"
SHIPPED: Final = {"yeast": "data/yeast.npz"}


@dataclass(frozen=True, eq=False)
class Data:
    """Every row there is: features (rows, d), labels (rows, n), soft ones from 0 to 1 included."""

    features: Numbers
    labels: Numbers


def data_of(file: str) -> Data:
    """Return the rows of a file, or of shipped data; ValueError names the file and what is wrong."""
    path = str(asset(SHIPPED[file])) if file in SHIPPED else file
    found = arrays(path, ("features", "labels"))
    features, labels = found["features"], found["labels"]
    if len(features) != len(labels):
        refuse(
            path,
            say(
                "{features} rows of features do not match {labels} rows of labels",
                features=len(features),
                labels=len(labels),
            ),
        )
    wrong = np.argwhere((labels < 0.0) | (labels > 1.0))
    if len(wrong):
        row, column = wrong[0]
        refuse(
            path,
            say(
                "labels, row {row}, column {column}, is {value}, not a number from 0 to 1",
                row=row,
                column=column,
                value=f"{labels[row, column]:g}",
            ),
        )
    return Data(features, labels)


def sizes(settings: Settings) -> tuple[int, int]:
    """Return how many rows are trained on, and how many are held out."""
    count = len(data_of(settings["file"]).labels)
    held = round(settings["held"] * count)
    left = count - held
    if left < 1:
        message = say(
            "task {name}: held={held} leaves none of {count} rows to train on",
            name=repr(KEY),
            held=f"{settings['held']:g}",
            count=count,
        )
        raise ValueError(message)
    return min(left, settings["rows"] or left), held


def shape(settings: Settings) -> Shape:
    """Return the size of a run, which the file decides."""
    data = data_of(settings["file"])
    inputs, classes, hidden = data.features.shape[1] + 1, data.labels.shape[1], settings["hidden"]
    weights = inputs * hidden + (hidden + 1) * classes if hidden else inputs * classes
    rows, held = sizes(settings)
    return Shape(rows, inputs, classes, weights, held)


def prepare(seeds: Seeds, settings: Settings, _other: bool, pause: Callable[[], None]) -> Problem:
    """Return each run's split of the rows, features standardised by those trained on.

    Where every row is trained on, all runs share them.
    """
    data, (rows, held) = data_of(settings["file"]), sizes(settings)
    model, start = _start(seeds, settings, data, pause)
    count = len(data.labels)
    if rows == count:
        every = np.arange(count)[np.newaxis]
        return Problem(model, start, data.labels[every], _standardised(data.features, every, every, pause))
    order = draws.permutation(seeds, "split of rows", count)
    own, rest = order[:, :rows], order[:, count - held :]
    return Problem(
        model,
        start,
        data.labels[own],
        _standardised(data.features, own, own, pause),
        held_features=_standardised(data.features, rest, own, pause) if held else None,
        held_targets=data.labels[rest] if held else None,
    )


def _start(
    seeds: Seeds, settings: Settings, data: Data, pause: Callable[[], None]
) -> tuple[Model, tuple[Numbers, ...]]:
    features, classes, hidden = data.features.shape[1], data.labels.shape[1], settings["hidden"]
    if hidden:
        return PERCEPTRON, layers(seeds, features, hidden, classes, settings["start"], pause)
    return LINEAR, (np.zeros((len(seeds), features + 1, classes)),)


def _standardised(
    features: Numbers, chosen: NDArray[np.int64], trained: NDArray[np.int64], pause: Callable[[], None]
) -> Numbers:
    """Return the chosen rows of each run, (runs, rows, d + 1): mean 0 and deviation 1 over those trained.

    A feature that is the same in all of these becomes 0; the last feature is 1.
    """
    found = np.ones((*chosen.shape, features.shape[1] + 1))
    for run, (own, basis) in enumerate(zip(chosen, trained, strict=True)):
        pause()
        mean = features[basis].mean(axis=0)
        deviation = features[basis].std(axis=0)
        found[run, :, :-1] = (features[own] - mean) / np.where(deviation > 0.0, deviation, 1.0)
    return found


TASK = Task(
    key=KEY,
    title="Data from a file",
    order=40,
    about="Rows of a file, or of the yeast data (2,417 genes, 14 classes), split anew for each seed.",
    parameters=(
        TaskParameter(
            name="file",
            title="data",
            kind="file",
            default="yeast",
            names=tuple(SHIPPED),
            meaning="yeast, or an .npz file with arrays features (rows, d) and labels (rows, n), 0 to 1",
        ),
        integer(
            "hidden",
            noted("hidden units"),
            0,
            0,
            100_000,
            noted("units of a hidden layer; 0: a linear model"),
            off=noted("none"),
        ),
        number(
            "held",
            noted("held out"),
            0.3,
            1.0,
            noted("share of rows, drawn by the seed, that metrics are taken on"),
        ),
        integer(
            "rows",
            noted("rows"),
            0,
            0,
            10_000_000,
            noted("rows to train on at most; 0: all that are not held out"),
            off=noted("all"),
        ),
        number(
            "start",
            noted("start"),
            1.0,
            100.0,
            noted("size of the weights of a hidden layer at the start; a linear model starts from 0"),
            needs=("hidden", ()),
        ),
    ),
    shape_function=shape,
    prepare_function=prepare,
    reference="yeast: Elisseeff & Weston 2001; MULAN",
)
