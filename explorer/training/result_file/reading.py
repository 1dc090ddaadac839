"""Result file -> header, experiment, summary, and single records from their place."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from explorer.training import spec
from explorer.training.engine.recorder import MOST_LATEST
from explorer.training.result_file.members import DAMAGE, ResultFailure, checked, members, names_under
from explorer.training.result_file.writing import FORMAT, KIND
from explorer.training.summary import SPREAD, Summary
from explorer.wording import said_of, say

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from explorer.training.experiment import Experiment

    Numbers = NDArray[Any]

__all__ = ["ResultFailure", "ResultFile"]

NEEDED: Final = ("experiment", "metrics", "device", "rung", "seed", "seeds")
"""What is asked of a header beyond its kind and format."""


class ResultFile:
    """A result that was written before; reads what is asked for, from its place in the file.

    Raises
    ------
    ResultFailure
        for a file that is damaged, cut off, or no result; in one line.
    OSError
        for a file that cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._members = members(self.path)
        self.header = self._header()
        self._check_shapes()

    @cached_property
    def experiment(self) -> Experiment:
        """What was asked for. Raises ResultFailure, as for a loss that is not installed here."""
        try:
            experiment = spec.read(self.header["experiment"], self.path.name)
        except spec.SpecFailure as failure:
            raise ResultFailure(str(failure)) from failure
        wanted = (len(experiment.cells), experiment.seeds)
        if self._members["diverged"].shape != wanted:
            message = say("its experiment has {count} runs, not its arrays; it is damaged", count=wanted)
            raise self._failure(message)
        return experiment

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics that were recorded."""
        return tuple(self.header["metrics"])

    @property
    def has_raw(self) -> bool:
        """Whether the logits were kept."""
        return "raw" in self._members

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know of it, in the language in use; the file has it in English."""
        return self._said(self.header.get("notes", ()))

    @cached_property
    def updates(self) -> Numbers:
        """The recorded updates, (records,)."""
        return self._whole("updates")

    @cached_property
    def diverged(self) -> Numbers:
        """The update after which a run had diverged, -1 where it has not, (cells, seeds)."""
        return self._whole("diverged")

    def at(self, metric: str, record: int) -> Numbers:
        """Return a metric at one record, (cells, seeds), read from its place.

        Its checksum, which is one of all records, is not compared; those of the ribbons are.

        Raises KeyError for a metric that was not recorded, IndexError for a record that there is not.
        """
        self._check_metric(metric)
        return self._members[metric].part(self.path, (record,))

    def run(self, metric: str, cell: int, seed: int) -> Numbers:
        """Return a metric of one run at every record, (records,), read from its places.

        Raises KeyError for a metric that was not recorded, IndexError for a run that there is not.
        """
        self._check_metric(metric)
        return self._members[metric].along(self.path, (cell, seed))

    def logits(self, record: int, cell: int, seed: int) -> Numbers | None:
        """Return the logits of run `seed` of a cell at a record, (rows, n); None where they were not kept."""
        raw = self._members.get("raw")
        return None if raw is None else raw.part(self.path, (record, cell, seed))

    def array(self, name: str) -> Numbers:
        """Return a whole array by its name in the file, as numpy.load does."""
        return self._members[name].part(self.path)

    def coordinates(self) -> Mapping[str, Numbers]:
        """Return the coordinates of the cells, each (cells,)."""
        names = names_under(self._members, "cells/")
        return MappingProxyType({name: self._whole(f"cells/{name}") for name in names})

    def summary(self) -> Summary:
        """Return the population at a glance."""
        last = len(self.updates) - 1
        is_few = self.diverged.size <= MOST_LATEST
        return Summary(
            experiment=self.experiment,
            updates=self.updates,
            reached=len(self.updates),
            ribbons=MappingProxyType({name: self._whole(f"ribbons/{name}") for name in self.metrics}),
            diverged=(self.diverged >= 0).sum(axis=1),
            refused=self._said(self._whole("refused").tolist()),
            device=self.header["device"],
            rung=self.header["rung"],
            latest=MappingProxyType({name: self.at(name, last) for name in self.metrics if is_few}),
        )

    def _check_metric(self, metric: str) -> None:
        if metric not in self.metrics:
            message = f"{self.path.name}: no metric {metric!r}; there are {', '.join(self.metrics)}"
            raise KeyError(message)

    def _said(self, texts: Iterable[str]) -> tuple[str, ...]:
        parts = self.header.get("said")
        return tuple(said_of(text, parts) if isinstance(parts, dict) else text for text in texts)

    def _failure(self, words: str) -> ResultFailure:
        return ResultFailure(f"{self.path.name}: {words}")

    def _whole(self, name: str) -> Numbers:
        return checked(self.path, self._members[name])

    def _header(self) -> dict[str, Any]:
        if "header" not in self._members:
            raise self._failure(say("no result of an experiment: it has no header"))
        try:
            found: dict[str, Any] = json.loads(str(self._whole("header")))
            kind, version = str(found["kind"]), int(found["format"])
        except DAMAGE as error:
            message = say("no result of an experiment: its header cannot be read: {reason}", reason=error)
            raise self._failure(message) from error
        if kind != KIND or version > FORMAT:
            message = say(
                "{kind} of format {format}; allowed is {known} up to {newest}",
                kind=kind,
                format=version,
                known=KIND,
                newest=FORMAT,
            )
            raise self._failure(message)
        missing = [name for name in NEEDED if name not in found]
        if missing:
            message = say("its header has no {names}; the file is damaged", names=", ".join(missing))
            raise self._failure(message)
        return found

    def _check_shapes(self) -> None:
        """Refuse a file whose arrays do not belong together."""
        missing = {"updates", "diverged", "refused", *self.metrics} - self._members.keys()
        if missing:
            message = say("{names} is missing; the file is damaged", names=", ".join(sorted(missing)))
            raise self._failure(message)
        runs, records = self._members["diverged"].shape, self._members["updates"].shape
        if len(runs) != 2 or len(records) != 1:
            message = say(
                "shapes {runs} of diverged, {records} of updates; it is damaged", runs=runs, records=records
            )
            raise self._failure(message)
        wanted = {
            **dict.fromkeys(self.metrics, (*records, *runs)),
            **{f"ribbons/{name}": (*records, runs[0], len(SPREAD)) for name in self.metrics},
            "refused": runs[:1],
        }
        for name, shape in wanted.items():
            found = self._members[name].shape if name in self._members else None
            if found != shape:
                message = say(
                    "{name} has shape {found}, not {shape}; the file is damaged",
                    name=name,
                    found=found,
                    shape=shape,
                )
                raise self._failure(message)
