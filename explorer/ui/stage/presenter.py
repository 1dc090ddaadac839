"""What is on stage: which step of a story, on its way or arrived, or the study itself; no pixels."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from explorer.analysis import story_numbers
from explorer.analysis.at_time import descents_of
from explorer.plots.move import Move
from explorer.plots.numbers import count
from explorer.plots.passage import passage, with_views
from explorer.plots.stage import Slider, eased, slider
from explorer.study.stories import controls
from explorer.ui.stage.player import Player
from explorer.ui.stage.session import StageSession
from explorer.ui.stage.stopwatch import Stopwatch
from explorer.wording import LANGUAGES, again, say, speaking, words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.state import State
    from explorer.study.stories import Step, Story
    from explorer.ui.session import Session
    from explorer.wording import Language

KEY_STEPS: Final = 20  # presses of a key from end to end of a slider that has no steps of its own


class Presenter(QObject):
    """Goes from step to step and says so: `leaves` before anything changes, `stepped` once it has.

    `spoken` comes with another language. At most one way is under way; the next step finishes it first.
    """

    leaves = Signal()
    stepped = Signal()
    spoken = Signal()

    def __init__(
        self,
        language: Language,
        *,
        story: Story | None = None,
        place: int = 0,
        session: Session | None = None,
        cards: tuple[str, ...] = (),
        is_still: bool = False,
        now: Callable[[], float] = perf_counter,
        parent: QObject | None = None,
    ) -> None:
        """Present a story from a step on, or the study of a session by these cards.

        is_still: nothing moves by itself. now: a clock in seconds. ValueError for neither or both.
        """
        super().__init__(parent)
        if (story is None) == (session is None):
            message = "a stage shows a story or the study of a session; exactly one is allowed"
            raise ValueError(message)
        self.language = language
        self.story, self.is_still = story, is_still
        self._own_cards = cards
        self.player = Player(self, now)
        self.watch = Stopwatch(now)  # of the talk, whether or not a speaker's view is open
        self.is_faded = False  # whether the last step was no way for these cards alone
        self._goal: State | None = None  # where a way leads
        self.place = 0
        if story is not None:
            self.place = min(max(place, 0), len(story) - 1)
            step = story.steps[self.place]
            first = with_views(story_numbers.staged(step), step.cards)
            session = StageSession(first, self)
        assert session is not None
        self.session: Session = session

    @property
    def is_moving(self) -> bool:
        """Whether what is shown lies on the way to the step."""
        return self._goal is not None

    @property
    def step(self) -> Step | None:
        """The step that is shown or on its way in; None for the study itself."""
        return None if self.story is None else self.story.steps[self.place]

    @property
    def count(self) -> int:
        """How many steps there are; 0 for the study itself."""
        return 0 if self.story is None else len(self.story)

    @property
    def cards(self) -> tuple[str, ...]:
        """Keys of the figures that are shown."""
        return self._own_cards if self.step is None else self.step.cards

    @property
    def title(self) -> str:
        """What is written above the cards."""
        if self.step is not None:
            return words_in(self.step.titles, self.language)
        state = self.session.state
        title, number = again(state.study.title, self.language), state.look.sample + 1
        with speaking(self.language):
            is_counted = state.sample.name == f"sample {number}"
            name = say("sample {number}", number=count(number)) if is_counted else state.sample.name
            has_others = name and len(state.study.table) > 1
            return say("{study}: {sample}", study=title, sample=name) if has_others else title

    def caption(self) -> str:
        """Return the sentence below the cards, with the numbers of what is shown or being reached."""
        if self.step is None:
            return ""
        return story_numbers.caption(self.step, self._goal or self.session.state, self.language)

    def slider(self) -> Slider | None:
        """Return where the step's slider stands, None without one."""
        control = None if self.step is None else self.step.control
        return None if control is None else slider(control, self.session.state, self.language)

    # Steps

    def go(self, place: int) -> bool:
        """Go to a step of the story; say whether there is one, and it is not the one shown."""
        self.player.finish()
        if self.story is None or not 0 <= place < len(self.story) or place == self.place:
            return False
        self._go(place)
        return True

    def step_by(self, step: int) -> bool:
        """Go so many steps on or back, without a story so many samples; say whether that was possible."""
        if self.story is not None:
            self.player.finish()
            return self.go(self.place + step)
        sample, rows = self.session.state.look.sample + step, len(self.session.state.study.table)
        if not 0 <= sample < rows:
            return False
        self.session.look(sample=sample)
        self.stepped.emit()
        return True

    def reset(self) -> None:
        """Put the step back as the story has it."""
        self.player.finish()
        if self.story is not None:
            self._go(self.place)

    def _go(self, place: int) -> None:
        assert self.story is not None
        assert isinstance(self.session, StageSession)
        session, before, step = self.session, self.cards, self.story.steps[place]
        start, end = session.state, story_numbers.staged(step)
        self.leaves.emit()
        way = passage(start, end, step.cards)
        self.place = place
        self.is_faded = way is None or before != step.cards
        if way is None:
            session.arrive(with_views(end, step.cards))
            self.stepped.emit()
            return
        self._goal = way.end
        session.pass_by(way.at(0.0))
        self.stepped.emit()
        seconds = 0.0 if self.is_still else step.seconds
        self.player.play(
            seconds, lambda share: session.pass_by(way.at(eased(share))), lambda: self._arrive(way.end)
        )

    def _arrive(self, state: State) -> None:
        assert isinstance(self.session, StageSession)
        self._goal = None
        self.session.arrive(state)

    # The slider

    def slide_begins(self) -> None:
        """Begin to drag the slider: one entry of what can be undone."""
        self.player.finish()
        with speaking(self.language):
            self.session.begin(say("Slide"))

    def slide_to(self, share: float) -> None:
        """Put the slider a share of its way along."""
        control = None if self.step is None else self.step.control
        if control is not None:
            self._slide(controls.value_at(control, share))

    def slide_by(self, steps: int) -> None:
        """Move the slider by presses of a key."""
        control = None if self.step is None else self.step.control
        if control is None:
            return
        value = controls.value_of(control, self.session.state)
        if control.log:
            share = controls.fraction(control, value) + steps / KEY_STEPS
            wanted = controls.value_at(control, share)
            if wanted != value or not control.step:
                self._slide(wanted)
                return
        self._slide(value + steps * (control.step or (control.high - control.low) / KEY_STEPS))

    def _slide(self, value: float) -> None:
        self.player.finish()
        control = None if self.step is None else self.step.control
        assert control is not None
        session = self.session
        if control.kind == "time" and descents_of(session.state) is None:
            session.put_result("descents", story_numbers.descended(session.state).results["descents"])
        moved = controls.moved(control, session.state, value)
        with speaking(self.language):
            label = say("Slide")
        session.perform(Move(moved, label, f"control:{control.kind}:{control.name}"))

    # Words

    def speak(self, language: Language) -> None:
        """Show the story in another language."""
        if language != self.language:
            self.language = language
            self.spoken.emit()

    def next_language(self) -> None:
        """Go on to the next language."""
        self.speak(LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)])
