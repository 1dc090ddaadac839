"""What a gesture comes to: the next state, its name in the undo list, and what it acted on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from explorer.study.state import State

FARTHEST: Final = 1e4  # no logit is dragged or nudged beyond +-this: there the losses are known to be finite


@dataclass(frozen=True, slots=True)
class Move:
    """A step: the state after it, its name in the undo list, and what it acted on.

    Quick repeats on the same target become one entry.
    """

    state: State
    label: str
    target: str
