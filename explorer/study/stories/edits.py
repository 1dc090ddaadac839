"""What an edit of stories makes of a study: pure, each returns the study as it then is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from explorer.study.source import default_sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.stories.story import Step, Story
    from explorer.study.study import Look, Pin, Study
    from explorer.study.table import Sample, Table


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
    """Say whether a step is of one sample of the study's classes."""
    return len(step.study.table) == 1 and step.study.table.classes == study.table.classes


def place_of(study: Study, step: Step) -> int | None:
    """Return the row of the study that a step was recorded of, None where the study has no such sample.

    It has the step's classes, comes from the same file, and is called the same; of several of that name it is
    the one with the step's numbers.
    """
    own = step.study.table
    if not fits(study, step) or own.origin != study.table.origin:
        return None
    rows = _called(study.table, own.sample(0).name)
    if len(rows) > 1:
        rows = [row for row in rows if _is_same(study.table.sample(row), own.sample(0))]
    return rows[0] if rows else None


def brought(study: Study, look: Look, step: Step) -> tuple[Study, Look]:
    """Return a study that shows what a step shows, and how it is watched.

    The numbers of the step's own sample are the step's, and that sample is gone to; all others stay, also a
    pin of another one. Without such a sample the step's table takes the place of the study's. Losses and pin
    are the step's, title and stories the study's.
    """
    place = place_of(study, step)
    if place is None:
        pin, table, seen = step.study.pin, step.study.table, step.look
    else:
        table = _with(study.table, place, step.study.table.sample(0))
        seen = replace(step.look, sample=place, browse=look.browse)
        kept = study.pin if study.pin is not None and study.pin.sample != place else None
        pin = _at(step.study.pin, place, study.table.sample(place).name) or kept
    return replace(study, table=table, shown=step.study.shown, pin=pin), seen


def _called(table: Table, name: str) -> list[int]:
    """Return the rows of a name; that of a counted one is known without a search."""
    source = table.source
    number = name.removeprefix(default_sample(0).rstrip("1"))
    row = int(number) - 1 if number.isdecimal() else -1
    if 0 <= row < len(table) and name == default_sample(row) == source.sample_name(row):
        return [row]
    return [row for row in range(len(table)) if source.sample_name(row) == name]


def _is_same(one: Sample, other: Sample) -> bool:
    return all(
        np.array_equal(here, there, equal_nan=True)
        for here, there in ((one.logits, other.logits), (one.targets, other.targets))
    )


def _with(table: Table, row: int, sample: Sample) -> Table:
    """Give a row a sample's numbers; the table itself where it has them."""
    if _is_same(table.sample(row), sample):
        return table
    return table.with_row(row, sample.logits, sample.targets)


def _at(pin: Pin | None, sample: int, name: str) -> Pin | None:
    return None if pin is None else replace(pin, sample=sample, name=name)
