"""The first row of a delimited table: what each column is, and of which class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.study.failures import ImportFailure, quoted
from explorer.study.importers.labels import TITLES
from explorer.study.importers.names import check_names, clean_name
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Header:
    """What each column is. kinds: "sample", "logit", "target", "labels" or "plain"; names: of classes.

    line: where it stands, 0 where the table has none.
    """

    line: int
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def none(cls, width: int) -> Header:
        """Return the header of a table without one."""
        return cls(0, ("",) * width, ("plain",) * width, ("",) * width)

    @classmethod
    def of(cls, fields: Sequence[str], line: int, file: str) -> Header:
        """Read a row as a header. Raises ImportFailure for titles that do not fit together."""
        found = [kind_of(field) for field in fields]
        kinds, names = tuple(kind for kind, _ in found), tuple(name for _, name in found)
        if not fields[0].strip():
            kinds = ("sample", *kinds[1:])  # the index column of a data frame has no title
        header = cls(line, tuple(fields), kinds, names)
        header._check(file)
        return header

    def columns(self, kind: str) -> list[int]:
        """Return the columns of one kind, in the order of the file."""
        return [column for column, found in enumerate(self.kinds) if found == kind]

    def title(self, column: int) -> str:
        """Return how a message names a column."""
        title = self.titles[column] if self.line else ""
        if title.strip():
            return say("column {number} {title}", number=column + 1, title=quoted(title))
        return say("column {number}", number=column + 1)

    def _check(self, file: str) -> None:
        kinds = set(self.kinds)
        if kinds & {"logit", "target"}:
            for column in self.columns("plain"):
                message = say(
                    "{file}: line {line}, {column} is not known; allowed are sample, logit:NAME, "
                    "target:NAME and labels"
                    if self.titles[column].strip()
                    else "{file}: line {line}, {column} has an empty title; allowed are sample, logit:NAME, "
                    "target:NAME and labels",
                    file=file,
                    line=self.line,
                    column=self.title(column),
                )
                raise ImportFailure(message)
        for kind in ("sample", "labels"):
            for column in self.columns(kind)[1:]:
                message = say(
                    "{file}: line {line}, {column} is there twice; allowed is one",
                    file=file,
                    line=self.line,
                    column=self.title(column),
                )
                raise ImportFailure(message)
        for column in self.columns("labels") if "target" in kinds else ():
            message = say(
                "{file}: line {line}, {column} beside columns target:NAME; allowed is one of the two",
                file=file,
                line=self.line,
                column=self.title(column),
            )
            raise ImportFailure(message)
        if kinds == {"sample"}:
            message = say(
                "{file}: line {line}: only 'sample'; allowed are columns of numbers beside it",
                file=file,
                line=self.line,
            )
            raise ImportFailure(message)
        for kind in ("logit", "target", "plain"):
            columns = self.columns(kind)
            where = [
                say("line {line}, {column}", line=self.line, column=self.title(column)) for column in columns
            ]
            check_names([self.names[column] for column in columns], where, file)
        self._check_targets(file)

    def _check_targets(self, file: str) -> None:
        """Refuse a target of a class that has no logit, unless the file holds targets only."""
        known = {self.names[column] for column in self.columns("logit")}
        for column in self.columns("target") if known else ():
            if self.names[column] not in known:
                wanted = quoted(f"logit:{self.names[column]}")
                message = say(
                    "{file}: line {line}, {column} has no column {name}; allowed are targets of classes "
                    "that have logits",
                    file=file,
                    line=self.line,
                    column=self.title(column),
                    name=wanted,
                )
                raise ImportFailure(message)


def kind_of(title: str) -> tuple[str, str]:
    """Return what a column is and the name of its class."""
    before, colon, after = title.partition(":")
    word = before.strip().lower()
    if colon and word in ("logit", "target"):
        return word, clean_name(after)
    whole = title.strip().lower()
    if whole == "sample":
        return "sample", ""
    return ("labels", "") if whole in TITLES else ("plain", clean_name(title))
