"""All that a picture depends on, in one frozen record."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from explorer.study.study import Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.study.study import Study
    from explorer.study.table import Sample


@dataclass(frozen=True, eq=False)
class State:
    """A study, how it is watched, the limits that each card keeps, and answers of long work.

    views: key of the figure -> its limits. results: name -> what was computed elsewhere and says itself
    which study it answers ("survey": `analysis.survey.Survey`). before: the study as the gesture under way
    found it, for what must not move under the pointer; None outside of gestures. The look is always within
    the study. Compared by identity.
    """

    study: Study
    look: Look = field(default_factory=Look)
    views: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    results: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    before: Study | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "look", self.look.within(self.study))

    @cached_property  # every figure of a frame asks for it several times
    def sample(self) -> Sample:
        """The sample that is looked at."""
        return self.study.table.sample(self.look.sample)

    def watching(self, sample: Sample) -> State:
        """Watch another sample in place of the study's own, such as a copy that descends.

        For figures alone: a change of the state it returns watches the study's again.
        """
        state = copy(self)
        state.__dict__["sample"] = sample  # where `cached_property` keeps the study's own
        return state

    def with_look(self, **changes: Any) -> State:
        """Change how the study is watched; indices are kept within the study."""
        return replace(self, look=replace(self.look, **changes))

    def with_study(self, study: Study) -> State:
        """Watch another study in the same way, as far as it goes."""
        return self if study is self.study else replace(self, study=study)
