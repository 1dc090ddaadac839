"""The words of a story with their numbers, computed of what is shown now.

A caption stays true when a slider moves: each `{name}` is computed of the state at hand, not copied.
"""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Final

from explorer.analysis.at_time import at_step
from explorer.analysis.descents import Descents
from explorer.analysis.quantities import computed, fault
from explorer.study.state import State
from explorer.study.stories import StoryFailure
from explorer.study.stories.braces import pieces
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.study.stated import Number
    from explorer.study.stories import Step, Story
    from explorer.wording import Language

FORMAT_KEY: Final = "format"  # what a story of a newer format has among what it keeps


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
    """Return a text with each `{name}` as that number of the state; other braces stay as they are."""
    by_name = {number.name: number for number in numbers}
    made = []
    for piece in pieces(text):
        made.append(piece.literal)
        if piece.inner is not None:
            known = by_name.get(piece.name)
            made.append(_written(known, state) if known is not None else f"{{{piece.inner}}}")
    return "".join(made)


def unknown(text: str, numbers: Sequence[Number]) -> tuple[str, ...]:
    """Return what a text has in braces that names none of the numbers, each once, as it is shown."""
    names = {number.name for number in numbers}
    strange = [piece.inner for piece in pieces(text) if piece.inner is not None and piece.name not in names]
    return tuple(f"{{{inner}}}" for inner in dict.fromkeys(strange))


def formatted(text: str, numbers: Sequence[Number]) -> tuple[str, ...]:
    """Return numbers that a text gives a format, which is not taken, each once, as they are written."""
    names = {number.name for number in numbers}
    found = [piece for piece in pieces(text) if piece.inner is not None and piece.name in names]
    return tuple(dict.fromkeys(f"{{{piece.inner}}}" for piece in found if piece.inner != piece.name))


def has_brace_alone(text: str) -> bool:
    """Say whether a text has a brace without its other one, which the stage shows."""
    return any(piece.is_alone for piece in pieces(text))


def _written(number: Number, state: State) -> str:
    value = tried(number, at_step(state))
    return "—" if value is None or (isnan(value) and not isnan(number.expected)) else number.written(value)


# Numbers of a foreign hand


def tried(number: Number, state: State) -> float | None:
    """Compute a number of a state as `computed` does; None where it cannot be, whatever it asks for."""
    try:
        return computed(number, state)
    except Exception:
        return None


def checked(story: Story, file: str) -> Story:
    """Return the story if each of its numbers can be computed. Raises StoryFailure with one line.

    Of a newer format a number that cannot be is no failure: it is written as "—".
    """
    if FORMAT_KEY in story.extra:
        return story
    for index, step in enumerate(story.steps):
        for place, number in enumerate(step.numbers):
            problem = _problem(number, step)
            if problem is not None:
                where = f"steps[{index}].numbers[{place}]"
                raise StoryFailure(say("{file}: {place}: {problem}", file=file, place=where, problem=problem))
    return story


def _problem(number: Number, step: Step) -> str | None:
    """Say why a number cannot be computed of the step that states it, or None."""
    try:
        found = fault(number)
        if found is None:
            number.written(computed(number, at_step(staged(step))))
    except Exception as error:
        text = str(error) or type(error).__name__
        return f"{number.name}: {number.quantity}: {text}"
    return found
