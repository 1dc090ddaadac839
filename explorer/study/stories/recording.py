"""Recording a step: what is on the desk now, as a step of a story."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from explorer.study.one_sample import one_sample
from explorer.study.stories.story import MOST_CARDS, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.state import State
    from explorer.study.stories.story import Control
    from explorer.wording import Words

NO_WORDS: Words = MappingProxyType({})


def recorded(
    state: State,
    cards: Sequence[str],
    titles: Words = NO_WORDS,
    captions: Words = NO_WORDS,
    notes: Words = NO_WORDS,
    control: Control | None = None,
) -> Step:
    """Return the state as a step: the sample watched, the losses with their settings, the look.

    cards: keys of figures; those beyond MOST_CARDS are left out. What was zoomed by hand is not kept.
    """
    study = one_sample(state)
    look = state.look.within(study)
    return Step(titles, captions, notes, study, look, tuple(cards)[:MOST_CARDS], control)
