"""What a story is: an ordered list of steps, each a study, how it is watched, the cards shown, and words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.study.one_sample import plain
from explorer.study.study import BOARDS, NOTHING, Browse, Look, Study
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.study.stated import Number
    from explorer.wording import Words

FORMAT: Final = 1
MOST_CARDS: Final = 2  # side by side
MOST_SAMPLES: Final = 64  # of a step; it is about one of them
SECONDS: Final = 0.6  # a step takes to move in
LONGEST: Final = 60.0  # seconds it may take
KINDS: Final = ("labels", "alpha", "setting", "logit", "target", "all_logits", "shift", "time")


@dataclass(frozen=True, slots=True)
class Control:
    """A slider of the stage: what it moves, from where to where, and what it is called.

    kind: one of KINDS. name: the class of a "logit" or a "target"; "KEY.PARAMETER" of a "setting", whose KEY
    may be `*` for every shown loss that has it; else "". low, high: its ends. step: values are its multiples;
    0 for any. log: the slider runs evenly in the logarithm, both ends above 0.
    """

    kind: str
    name: str = ""
    low: float = 0.0
    high: float = 1.0
    step: float = 0.0
    log: bool = False
    words: Words = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = say(
                "a control is of kind {kind}; allowed are {names}",
                kind=repr(self.kind),
                names=", ".join(KINDS),
            )
            raise ValueError(message)
        if not self.low < self.high or self.step < 0.0:
            message = say(
                "a control runs from {low} to {high} by {step}; allowed is low < high",
                low=self.low,
                high=self.high,
                step=self.step,
            )
            raise ValueError(message)
        if self.log and self.low <= 0.0:
            message = say("a logarithmic control begins at {low}; allowed is more than 0", low=self.low)
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a story, equal by what it holds.

    titles, captions, notes: one text in one or more languages; a caption holds `{name}` for a number, notes
    are the speaker's. study: a table of the sample watched, with its shown losses. look: how it is watched;
    what is only of the desk is left out. cards: one or two keys of figures, shown side by side. numbers: what
    the caption states. seconds: how long the way into this step takes. extra: what a newer program wrote, by
    the path of the object in the step.

    ValueError for a table of more than MOST_SAMPLES samples, for no card or more than MOST_CARDS, and for
    seconds that are not 0 to LONGEST.
    """

    titles: Words = field(hash=False)
    captions: Words = field(hash=False)
    notes: Words = field(hash=False)
    study: Study
    look: Look
    cards: tuple[str, ...]
    control: Control | None = None
    numbers: tuple[Number, ...] = field(default=(), hash=False)
    seconds: float = SECONDS
    extra: Mapping[tuple[str, ...], Mapping[str, object]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False, repr=False
    )

    def __post_init__(self) -> None:
        rows = len(self.study.table)
        if rows > MOST_SAMPLES:
            message = say(
                "a step has {count} samples; allowed are 1 to {most}, `recorded` takes one",
                count=f"{rows:,}",
                most=MOST_SAMPLES,
            )
            raise ValueError(message)
        if not 1 <= len(self.cards) <= MOST_CARDS:
            message = say(
                "a step shows {count} cards; allowed are 1 to {most}", count=len(self.cards), most=MOST_CARDS
            )
            raise ValueError(message)
        if not 0.0 <= self.seconds <= LONGEST:
            message = say(
                "a step takes {seconds} seconds; allowed are 0 to {most}",
                seconds=self.seconds,
                most=f"{LONGEST:g}",
            )
            raise ValueError(message)
        study = plain(self.study)
        look = replace(self.look, enlarged=None, board=BOARDS[0], browse=Browse())
        object.__setattr__(self, "study", study)
        object.__setattr__(self, "look", look.within(study))
        object.__setattr__(self, "cards", tuple(self.cards))


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in their order. key: the name of its file; order: its place among the shipped ones.

    message: what a person should know who opened it, in one line. extra: what a newer program wrote.
    """

    key: str
    titles: Words = field(hash=False)
    steps: tuple[Step, ...]
    order: int = 0
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING, hash=False, repr=False)
    message: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not self.steps:
            message = say("story {story} has no steps; allowed are 1 or more", story=repr(self.key))
            raise ValueError(message)

    def __len__(self) -> int:
        """Count the steps."""
        return len(self.steps)

    def with_step(self, step: Step, place: int | None = None) -> Story:
        """Put a step in before this place, at the end by default."""
        at = len(self.steps) if place is None else place
        if not 0 <= at <= len(self.steps):
            message = f"there is no place {at} for a step; allowed are 0 to {len(self.steps)}"
            raise IndexError(message)
        return replace(self, steps=(*self.steps[:at], step, *self.steps[at:]))

    def with_replaced(self, place: int, step: Step) -> Story:
        """Put a step where another is."""
        self._check(place)
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def without_step(self, place: int) -> Story:
        """Take a step out; ValueError for the only one."""
        self._check(place)
        return replace(self, steps=(*self.steps[:place], *self.steps[place + 1 :]))

    def moved(self, place: int, to: int) -> Story:
        """Move a step so that it stands at another place; the others keep their order."""
        self._check(place)
        self._check(to)
        steps = list(self.steps)
        steps.insert(to, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def with_words(self, titles: Words) -> Story:
        """Call it something else."""
        return replace(self, titles=titles)

    def _check(self, place: int) -> None:
        if not 0 <= place < len(self.steps):
            message = f"there is no step {place}; allowed are 0 to {len(self.steps) - 1}"
            raise IndexError(message)
