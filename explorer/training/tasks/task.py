"""The record of a task: its settings, how large its runs are, and how they are prepared."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn

from explorer.catalogue.parameters import UnknownSettingError
from explorer.training.draws import checked_seeds, no_pause
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from explorer.training.experiment import Value
    from explorer.training.problem import Problem

Kind = Literal["number", "integer", "range", "choice", "file"]
Settings = dict[str, Any]

NUMBER: Final = r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*"
RANGE: Final = re.compile(rf"{NUMBER}(?:to{NUMBER})?", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskParameter:
    """One setting of a task, as forms and specification files need it.

    kind: "number"; "integer"; "range", two numbers from low to high that a run draws from evenly, with
    `whole` only whole ones; "choice", one of `names`; "file", the path of a file or a name in `names`.
    low, high: the allowed interval, both ends included, of numbers and of both ends of a range. titles:
    what the names of a choice are called on screen. unit: of the number, "" where it has none. needs: another
    setting, and the values of it beside which this one says something, () for any but its default; None where
    it always does. off: what the default means where that is nothing, as "all" for 0 rows.
    """

    name: str
    title: str
    kind: Kind
    default: Value
    meaning: str
    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    unit: str = ""
    needs: tuple[str, tuple[str, ...]] | None = None
    off: str = ""

    @property
    def allowed(self) -> str:
        """What may be set, in words."""
        ends = {"low": f"{self.low:,.9g}", "high": f"{self.high:,.9g}"}
        if self.kind == "choice":
            return say("one of {names}", names=", ".join(self.names))
        if self.kind == "file":
            known = ", ".join(map(repr, self.names))
            return say("the path of a file, or {names}", names=known) if known else say("the path of a file")
        if self.kind == "range" and self.whole:
            return say("a whole number, or 'low to high', from {low} to {high}", **ends)
        if self.kind == "range":
            return say("a number, or 'low to high', from {low} to {high}", **ends)
        if self.kind == "integer":
            return say("a whole number from {low} to {high}", **ends)
        return say("a number from {low} to {high}", **ends)

    def checked(self, setting: Any, owner: str) -> Value:
        """Return a setting as it is used: float, int, (low, high), or text.

        A range may be given as "1 to 5", as two numbers, or as one, which is both its ends. ValueError names
        the owner, the setting and what is allowed.
        """
        if self.kind in ("choice", "file"):
            if not isinstance(setting, str) or (self.kind == "choice" and setting not in self.names):
                self._refuse(setting, owner)
            return setting
        if self.kind == "range":
            return self._range(setting, owner)
        return self._number(setting, owner, setting, whole=self.kind == "integer")

    def text(self, setting: Any) -> str:
        """Return a checked setting as a form shows it and a specification file writes it."""
        if isinstance(setting, tuple):
            low, high = setting
            return f"{low!r}" if low == high else f"{low!r} to {high!r}"
        return str(setting)

    def _range(self, setting: Any, owner: str) -> tuple[float, float]:
        ends: Any = setting
        if isinstance(setting, str):
            match = RANGE.fullmatch(setting)
            if match is None:
                self._refuse(setting, owner)
            ends = [float(end) for end in match.groups() if end is not None]
        elif not isinstance(setting, tuple | list):
            ends = [setting]
        if len(ends) not in (1, 2):
            self._refuse(setting, owner)
        low, high = (self._number(end, owner, setting, whole=self.whole) for end in (ends[0], ends[-1]))
        if low > high:
            self._refuse(setting, owner)
        return low, high

    def _number(self, number: Any, owner: str, setting: Any, *, whole: bool) -> float:
        if isinstance(number, bool | str | bytes):
            self._refuse(setting, owner)
        try:
            found = float(number)
        except (TypeError, ValueError):
            self._refuse(setting, owner)
        if not self.low <= found <= self.high or (whole and found != round(found)):  # NaN is in no interval
            self._refuse(setting, owner)
        return int(found) if whole else found

    def _refuse(self, setting: Any, owner: str) -> NoReturn:
        message = say(
            "{owner}: {name}={setting} is not {allowed}",
            owner=owner,
            name=self.name,
            setting=repr(setting),
            allowed=self.allowed,
        )
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Shape:
    """How large one run of a task is.

    rows: those trained on. inputs: features of a row, the column of ones included; 0 for free logits.
    weights: trained numbers. held_rows: rows that only metrics are taken on; 0: they are taken on the rows
    trained on. anew: labels are drawn at each update.
    """

    rows: int
    inputs: int
    classes: int
    weights: int
    held_rows: int = 0
    anew: bool = False

    @property
    def seen_rows(self) -> int:
        """The rows that metrics are taken on."""
        return self.held_rows or self.rows


@dataclass(frozen=True, kw_only=True, eq=False)
class Task:
    """One task of the catalogue.

    shape_function: complete settings -> Shape; ValueError for settings that do not fit together, such as
    more labels than classes. prepare_function: seeds (runs,), complete settings, whether the logits to
    compare with are wanted, and what is called between pieces of long work, which may raise -> Problem,
    whose arrays of a run depend on its seed alone. other: what these
    logits are, "" where the task has none, so that a loss that compares has no meaning for it. about: one
    sentence.
    """

    key: str
    title: str
    order: int
    about: str
    parameters: tuple[TaskParameter, ...]
    shape_function: Callable[[Settings], Shape]
    prepare_function: Callable[[NDArray[np.int64], Settings, bool, Callable[[], None]], Problem]
    other: str = ""
    reference: str = ""

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say(self.title)

    def settings(self, **given: Any) -> Settings:
        """Return all settings, defaults filled in, each checked by itself.

        UnknownSettingError, both a KeyError and a ValueError, for a name there is not; ValueError for a
        setting that is not allowed. Whether they fit together is asked of `shape`.
        """
        owner = say("task {name}", name=repr(self.key))
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                message = say(
                    "{owner}: no setting {name}; there are {names}",
                    owner=owner,
                    name=repr(name),
                    names=", ".join(known),
                )
                raise UnknownSettingError(message)
        return {
            name: parameter.checked(given.get(name, parameter.default), owner)
            for name, parameter in known.items()
        }

    def shape(self, settings: Mapping[str, Any]) -> Shape:
        """Return how large one run is, without preparing it; ValueError for settings that do not fit."""
        return self.shape_function(self.settings(**settings))

    def prepare(
        self,
        settings: Mapping[str, Any],
        seeds: ArrayLike,
        *,
        other: bool = True,
        pause: Callable[[], None] = no_pause,
    ) -> Problem:
        """Return starts and data of the runs with these seeds, whole numbers from 0 on, in their order.

        other: whether the logits to compare with are wanted, which may take as much room as the targets.
        pause: called between pieces of the work; what it raises ends it.
        """
        complete = self.settings(**settings)
        self.shape_function(complete)
        return self.prepare_function(checked_seeds(seeds), complete, other, pause)


def require_labels(owner: str, settings: Settings) -> None:
    """ValueError where there are fewer classes than labels."""
    most, classes = settings["labels"][1], settings["classes"]
    if most > classes:
        message = say(
            "task {name}: labels up to {most} are more than classes={classes}",
            name=repr(owner),
            most=most,
            classes=classes,
        )
        raise ValueError(message)
