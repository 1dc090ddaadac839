"""What the doctor looks for and what it says: rules, findings and their one-edit ways out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from explorer.analysis.doctor.words import joined
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.study.study import Study

Scope = Literal["sample", "table", "study"]


class Severity(Enum):
    """How bad a finding is; members from worst to mildest."""

    ERROR = "error"  # a number means nothing, or is silently wrong
    WARNING = "warning"  # very likely a mistake
    NOTE = "note"  # good to know

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note; 0 is left for nothing found."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]

    @property
    def said(self) -> str:
        """Its name in the language in use."""
        return say(SAID[self.value])


SAID: Final[Mapping[str, str]] = MappingProxyType(
    {"error": noted("error"), "warning": noted("warning"), "note": noted("note")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing to look for.

    id: for programs, never changed. why: what goes wrong if nothing is done. advice: what to do. lesson: key
    of `study.lessons.LESSONS`. scope: what it judges: one sample, the whole table, or losses alone. Texts are
    English here, and shown through `say`.
    """

    id: str
    severity: Severity
    title: str
    why: str
    advice: str
    lesson: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out by one edit: `label` names it and its undo entry, `change` is pure."""

    label: str
    change: Callable[[Study], Study]


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that applies.

    sample: its row from 0, None for the table or the study. classes: indices of those it is about. fact: what
    is there, with its numbers; meaning: what follows; a sentence or two each. short: a few words for a list.
    """

    rule: str
    severity: Severity
    sample: int | None
    classes: tuple[int, ...]
    fact: str
    meaning: str
    fix: Fix | None = None
    short: str = ""

    @property
    def message(self) -> str:
        """Fact and meaning in one line."""
        return joined(self.fact, self.meaning)
