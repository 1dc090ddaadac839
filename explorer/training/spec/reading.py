"""TOML text -> Experiment, strictly: what is not understood is refused, not left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import prod
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.experiment import DTYPES, Experiment
from explorer.training.spec import choices
from explorer.training.spec.expecting import expectations
from explorer.training.spec.freezing import frozen, located, over, thawed
from explorer.training.spec.parsing import parsed
from explorer.training.spec.places import Number, Place, SpecFailure
from explorer.training.spec.settings import is_set
from explorer.training.spec.writing import document, write
from explorer.wording import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from explorer.catalogue import Parameter
    from explorer.training.experiment import Axes

MOST_CELLS: Final = 1_000_000
NUMBERS: Final[Mapping[str, Number]] = MappingProxyType(
    {
        "updates": Number(0, 10_000_000, whole=True),
        "seeds": Number(1, 100_000_000, whole=True),
        "seed": Number(0, 10**15, whole=True),
        "batch": Number(0, 10_000_000, whole=True),
        "noise": Number(0, 1),
    }
)
"""What the numbers of an experiment may be."""

OTHERS: Final = tuple(each for each in LANGUAGES if each != "en")  # languages that have a table of words
WORDS: Final = ("title", "about")
KEYS: Final = (
    "title", "about", "source", *NUMBERS, "dtype", *OTHERS,
    "task", "losses", "optimizers", "schedule", "recording", "expect", "small",
)  # fmt: skip


def read(text: str, name: str, folder: Path | None = None) -> Experiment:
    """Return the experiment that a TOML text describes.

    Parameters
    ----------
    text
        the specification; docs/simulate.md describes it.
    name
        of the file, for messages; without its ending it is the title of an experiment that has none.
    folder
        of the file: the files that a task names are looked for there, else where the program was started.

    Raises
    ------
    SpecFailure
        in one line: the file, the key with its path, the value, and what is allowed.
    """
    found = parsed(text, name)
    if folder is not None:
        found = located(found, folder)
    experiment = experiment_of(found, name)
    if experiment.small:
        small_version(experiment, name)
    return experiment


def small_version(experiment: Experiment, name: str = "") -> Experiment:
    """Return the experiment with what its table `small` says put over it; itself where that is empty.

    Tables such as `task` are changed key by key; lists such as `losses` and `expect` are replaced. Raises
    SpecFailure.
    """
    if not experiment.small:
        return experiment
    whole = document(experiment)
    whole.pop("small")
    return experiment_of(
        over(whole, thawed(experiment.small)), say("{name}, small", name=name or experiment.title)
    )


def check(experiment: Experiment) -> None:
    """Refuse an experiment that no specification describes, as one that was made in Python may be.

    Its result could not be read. Raises SpecFailure.
    """
    read(write(experiment), experiment.title or "experiment")


def experiment_of(tables: dict[str, Any], name: str) -> Experiment:
    """Return the experiment of a parsed specification. Raises SpecFailure."""
    whole = Place(name, "", tables)
    given = _given(whole)
    experiment = Experiment(**given)
    _check_grid(experiment, whole)
    expected = whole.any_table().get("expect")
    if expected is None:
        return experiment
    return replace(experiment, expected=expectations(expected, experiment))


def _given(whole: Place) -> dict[str, Any]:
    """Return what a specification says of each field of an experiment.

    All is read before anything is refused, so that a person learns of every mistake at once.
    """
    mistakes: list[SpecFailure] = []

    def taken(read: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return read(*arguments)
        except SpecFailure as failure:
            mistakes.append(failure)
            return None

    taken(whole.table, KEYS)
    found = whole.any_table()
    for key in ("task", "losses"):
        if key not in found:
            taken(whole.missing, key, say("[task] with a kind, and one [[losses]] with a key at least"))
    given: dict[str, Any] = {"title": PurePath(whole.file).stem}
    for key, place in found.items():
        if key in ("title", "about", "source"):
            given[key] = taken(place.text)
        elif key in NUMBERS:
            given[key] = taken(place.number, NUMBERS[key])
    given["words"] = tuple(
        row for key in OTHERS if key in found for row in taken(_words, key, found[key]) or ()
    )
    if "dtype" in found:
        given["dtype"] = taken(found["dtype"].choice, DTYPES, "dtype")
    if "task" in found:
        given["task"] = taken(choices.task, found["task"])
    for key, read_one in (("losses", choices.loss), ("optimizers", choices.optimizer)):
        if key in found:
            tables = taken(lambda place=found[key]: tuple(place.tables())) or ()
            given[key] = tuple(taken(read_one, table) for table in tables)
    if "schedule" in found:
        given["schedule"] = taken(choices.schedule, found["schedule"])
    if "recording" in found:
        updates = given.get("updates") or Experiment.updates
        given["recording"] = taken(choices.recording, found["recording"], updates)
    if "small" in found:
        given["small"] = taken(lambda: frozen(_small(found["small"])))
    if mistakes:
        raise SpecFailure(str(mistakes[0]), mistakes[1:])
    return given


def _words(language: str, place: Place) -> tuple[tuple[str, str, str], ...]:
    """Return title and about in another language, as an experiment has them."""
    return tuple((language, key, each.text()) for key, each in place.table(WORDS).items())


def _small(place: Place) -> dict[str, Any]:
    """Return the table of what a small version changes; its values are checked in place."""
    place.table([key for key in KEYS if key != "small"])
    value: dict[str, Any] = place.value
    return value


def _check_grid(experiment: Experiment, whole: Place) -> None:
    """Refuse a grid of very many places, and one that has a place twice."""
    count = _size(experiment)
    if count > MOST_CELLS:
        words = say(
            "{count} places of the grid; allowed: up to {most}", count=f"{count:,}", most=f"{MOST_CELLS:,}"
        )
        message = f"{whole.file}: {words}"
        raise SpecFailure(message)
    _once(
        "losses",
        [(each.key, LOSSES[each.key].parameters, each.settings) for each in experiment.losses],
        whole,
    )
    optimizers = [
        (
            each.key,
            OPTIMIZERS[each.key].parameters,
            (*each.settings, (" rate", each.rates), (" decay", each.decays)),
        )
        for each in experiment.optimizers
    ]
    _once("optimizers", optimizers, whole)


def _once(key: str, tables: Sequence[tuple[str, tuple[Parameter, ...], Axes]], whole: Place) -> None:
    """Refuse tables that share a place, with the settings that are left out at their defaults."""
    seen: dict[tuple[Any, ...], int] = {}
    for index, (name, parameters, settings) in enumerate(tables):
        defaults = {parameter.name: (parameter.default,) for parameter in parameters if is_set(parameter)}
        axes = defaults | dict(settings)
        known = {parameter.name: parameter for parameter in parameters}
        used = {
            axis: [known[axis].checked(value, axis) if axis in known else value for value in values]
            for axis, values in axes.items()
        }
        for place in product(*(used[axis] for axis in sorted(used))):
            first = seen.setdefault((name, place), index)
            if first != index:
                words = say(
                    "{name} is the same as in {place}, with what is left out at its default; "
                    "allowed: each of them once",
                    name=name,
                    place=f"{key}[{first}]",
                )
                message = f"{whole.file}: {key}[{index}]: {words}"
                raise SpecFailure(message)


def _size(experiment: Experiment) -> int:
    """Return how many cells there will be, without making them."""
    losses = sum(_places(loss.settings) for loss in experiment.losses)
    optimizers = sum(
        len(each.rates) * len(each.decays) * _places(each.settings) for each in experiment.optimizers
    )
    return _places(experiment.task.settings) * losses * optimizers


def _places(settings: Axes) -> int:
    return prod(len(values) for _, values in settings)
