"""The words of a story with their numbers, computed of what is shown now.

A caption stays true when a slider moves: each `{name}` is computed of the state at hand, not copied.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from explorer.analysis.at_time import at_step
from explorer.analysis.descents import Descents
from explorer.analysis.quantities import computed
from explorer.study.state import State
from explorer.wording import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.study.stated import Number
    from explorer.study.stories import Step
    from explorer.wording import Language


def staged(step: Step, views: Mapping[str, object] | None = None) -> State:
    """Return the state that a step shows; where it shows a descent, with the descent complete."""
    state = State(step.study, step.look, views or {})
    descends = step.look.time > 0 or (step.control is not None and step.control.kind == "time")
    return descended(state) if descends else state


def descended(state: State) -> State:
    """Return the state with the descents of its sample, whole: a few milliseconds for a few classes."""
    descents = Descents.of(state)
    while not descents.complete:
        descents = descents.advance()
    return State(state.study, state.look, state.views, {**state.results, "descents": descents}, state.before)


def caption(step: Step, state: State, language: Language) -> str:
    """Return a step's caption in a language, with its numbers as they are in a state.

    "—" stands for a number that has no meaning there. What is in braces and names no number stays as it is.
    """
    return filled(words_in(step.captions, language), step.numbers, state)


def notes(step: Step, state: State, language: Language) -> str:
    """Return the speaker's notes in the same way."""
    return filled(words_in(step.notes, language), step.numbers, state)


def filled(text: str, numbers: Sequence[Number], state: State) -> str:
    """Return a text with each `{name}` as that number of the state; one that cannot be parsed as it is."""
    by_name = {number.name: number for number in numbers}
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:  # a brace without its other one, as while someone types
        return text
    made = []
    for literal, name, _, _ in parts:
        made.append(literal)
        if name is None:
            continue
        made.append(_written(by_name[name], state) if name in by_name else f"{{{name}}}")
    return "".join(made)


def _written(number: Number, state: State) -> str:
    value = computed(number, at_step(state))
    return "—" if value != value and number.expected == number.expected else number.written(value)
