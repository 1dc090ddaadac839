"""What an edit of stories makes of a study: pure, each returns the study as it then is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.stories.story import Step, Story
    from explorer.study.study import Look, Pin, Study


def unused_key(stories: Sequence[Story], wanted: str) -> str:
    """Return the wanted key, or it with the first number that makes it one of its own: "talk-2"."""
    taken = {story.key for story in stories}
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key


def with_story(study: Study, story: Story) -> Study:
    """Put a story in the place of the one of its key, or after all others."""
    if any(each.key == story.key for each in study.stories):
        stories = tuple(story if each.key == story.key else each for each in study.stories)
    else:
        stories = (*study.stories, story)
    return replace(study, stories=stories)


def without_story(study: Study, key: str) -> Study:
    """Take the story of a key out."""
    return replace(study, stories=tuple(each for each in study.stories if each.key != key))


def renewed(step: Step, taken: Step) -> Step:
    """Return a step with the state of another one: words, cards, slider and time stay."""
    return replace(step, study=taken.study, look=taken.look)


def fits(study: Study, step: Step) -> bool:
    """Say whether a step's sample can take the place of one of the study's: one sample, the same classes."""
    return len(step.study.table) == 1 and step.study.table.classes == study.table.classes


def brought(study: Study, look: Look, step: Step) -> tuple[Study, Look]:
    """Return a study that shows what a step shows, and how it is watched.

    Where the step fits, its numbers are those of the sample watched and all other samples stay; else its
    table takes the place of the study's. Losses and pin are the step's, title and stories the study's.
    """
    if fits(study, step):
        sample = step.study.table.sample(0)
        table = study.table.with_row(look.sample, sample.logits, sample.targets)
        seen = replace(step.look, sample=look.sample, browse=look.browse)
        pin = _at(step.study.pin, look.sample, study.table.sample(look.sample).name)
    else:
        table, seen, pin = step.study.table, step.look, step.study.pin
    return replace(study, table=table, shown=step.study.shown, pin=pin), seen


def _at(pin: Pin | None, sample: int, name: str) -> Pin | None:
    return None if pin is None else replace(pin, sample=sample, name=name)
