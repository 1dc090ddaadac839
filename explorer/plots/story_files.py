"""The text of a story's file, read and checked against what there is to show: quantities and figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.analysis.story_numbers import checked
from explorer.plots import PLACED, PLOTS
from explorer.study.failures import quoted
from explorer.study.stories import read_story
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.stories import Story


def opened_story(text: str, name: str) -> Story:
    """Read the text of a story's file of this name. Raises StoryFailure with one line.

    Cards that this program does not have are no failure: they stay empty, and the story's message says so.
    """
    story = checked(read_story(text, name), name)
    cards = dict.fromkeys(card for step in story.steps for card in step.cards)
    gone = [card for card in cards if card not in PLOTS and card not in PLACED]
    if not gone:
        return story
    names = ", ".join(map(quoted, gone))
    said = say(
        "{file}: no figure {names}; the card stays empty, and is kept in the file.", file=name, names=names
    )
    return replace(story, message=said if story.message is None else f"{story.message} {said}")
