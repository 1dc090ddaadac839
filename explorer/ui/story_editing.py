"""The story at the desk: which one is open, which step is chosen, and every edit of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from explorer import wording
from explorer.plots import PLOTS
from explorer.study.stories import Story, edits, recorded, words_in
from explorer.study.stories.braces import names_in
from explorer.ui.cards.layout import EDITOR
from explorer.ui.story_names import name_of
from explorer.wording import LANGUAGES, say, speaking

if TYPE_CHECKING:
    from explorer.study.stated import Number
    from explorer.study.stories import Control, Step
    from explorer.ui.commands import Commands
    from explorer.wording import Language, Words

LANGUAGE: Final = "story_language"
KEY: Final = "story"  # of one that is made here
MOST_SEEN: Final = 2  # cards of a step


class StoryEditing(QObject):
    """What is asked of the stories of the study; every edit is an entry of its history.

    `changed` comes when another story or step is chosen, when the panel comes or goes, when words are shown
    in another language, and when the stories of the study are others, whoever made them so.
    """

    changed = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._key = ""
        self._at = 0
        self.is_shown = False
        self._seen = commands.session.state.study.stories
        commands.session.changed.connect(self._follow)

    def take_over(self, other: StoryEditing) -> None:
        """Go on with the story and step of a window that this one follows."""
        self._key, self._at, self.is_shown = other._key, other._at, other.is_shown

    # What is open

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories of the study."""
        return self._commands.session.state.study.stories

    @property
    def story(self) -> Story | None:
        """The story that is open: the one chosen, else the first; None where the study has none."""
        stories = self.stories
        return next((each for each in stories if each.key == self._key), stories[0] if stories else None)

    @property
    def at(self) -> int:
        """The place of the chosen step, from 0."""
        story = self.story
        return 0 if story is None else min(self._at, len(story) - 1)

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        story = self.story
        return None if story is None else story.steps[self.at]

    @property
    def language(self) -> Language:
        """The language in which the words of stories are written: the one chosen, else the program's."""
        kept = self._commands.settings.get(LANGUAGE, "")
        return next((each for each in LANGUAGES if each == kept), wording.language())

    def speak(self, language: Language) -> None:
        """Write words in this language from now on."""
        self._commands.settings.set(LANGUAGE, None if language == wording.language() else language)
        self.changed.emit()

    def show(self, is_shown: bool = True) -> None:
        """Bring the panel, or put it away."""
        if is_shown:
            self._commands.session.look(board="desk")
        if is_shown != self.is_shown:
            self.is_shown = is_shown
            self.changed.emit()

    def choose(self, key: str, at: int = 0) -> None:
        """Open one of the study's stories at a step."""
        if (key, at) != (self._key, self._at):
            self._key, self._at = key, at
            self.changed.emit()

    def go_at(self, at: int) -> None:
        """Choose a step of the open story; nothing where there is none."""
        story = self.story
        if story is not None and 0 <= at < len(story):
            self.choose(story.key, at)

    def _follow(self) -> None:
        stories = self.stories
        if stories is not self._seen:
            self._seen = stories
            self.changed.emit()

    # Words

    def named(self, story: Story) -> str:
        """Return the title of a story in the language that is written."""
        return words_in(story.titles, self.language) or story.key

    def written(self, words: Words, text: str) -> Words:
        """Return words with this text in the language that is written; an empty one is left out."""
        others = {language: each for language, each in words.items() if language != self.language}
        return MappingProxyType({**others, self.language: text} if text else others)

    def name_story(self, text: str) -> None:
        """Call the open story so."""
        story = self.story
        if story is not None:
            self._put(say("Rename the story"), story.with_words(self.written(story.titles, text)), "title")

    def write(self, part: str, text: str) -> None:
        """Write "titles", "captions" or "notes" of the chosen step; `{name}` of a number makes it known."""
        if self.step is not None:
            words = self.written(getattr(self.step, part), text)
            labels = {
                "titles": say("Title of step {number}", number=self.at + 1),
                "captions": say("Caption of step {number}", number=self.at + 1),
                "notes": say("Notes of step {number}", number=self.at + 1),
            }
            numbers = self.step.numbers if part == "titles" else _numbers(self.step, text)
            self._replace(labels[part], part, numbers=numbers, **{part: words})

    def state_number(self, number: Number) -> None:
        """Let the chosen step know a number by its name; those that no word names any more are forgotten."""
        step = self.step
        if step is None or any(each.name == number.name for each in step.numbers):
            return
        named = set().union(*map(names_in, (*step.captions.values(), *step.notes.values())))
        used = tuple(each for each in step.numbers if each.name in named)
        # one entry with the typing that puts its name into the caption
        self._replace(
            say("Caption of step {number}", number=self.at + 1), "captions", numbers=(*used, number)
        )

    # The chosen step

    def show_cards(self, cards: tuple[str, ...]) -> None:
        """Show these one or two figures in the chosen step."""
        self._replace(say("Cards of step {number}", number=self.at + 1), cards=cards)

    def take_seconds(self, seconds: float) -> None:
        """Let the way into the chosen step take so long."""
        self._replace(say("Time of step {number}", number=self.at + 1), "seconds", seconds=seconds)

    def put_control(self, control: Control | None) -> None:
        """Give the chosen step a slider, or none."""
        self._replace(say("Slider of step {number}", number=self.at + 1), "control", control=control)

    def usual_control(self, kind: str, name: str) -> Control:
        """Return the slider of a kind with its usual ends and a name in every language."""
        from explorer.analysis.story_numbers import staged  # not needed to show the window
        from explorer.study.stories.usual_controls import TITLES, settings, usual

        assert self.step is not None
        state = staged(self.step)
        made = usual(kind, name, state)
        own = settings(state)[name].symbol if kind == "setting" else name
        texts = {}
        for language in LANGUAGES:
            with speaking(language):
                texts[language] = own or say(TITLES[kind])
        return replace(made, words=MappingProxyType(texts))

    # Steps

    def recorded(self, among: Story | None = None, before: Step | None = None) -> Step:
        """Return what is on the desk now as a step, with the cards that are seen and a title of its own.

        among: the story that it goes into, before: the step there that it follows.
        """
        cards, state = self.seen_cards(), self._commands.session.state
        taken = {step.titles.get(self.language) for step in among.steps} if among else set()
        with speaking(self.language):
            title = name_of(say(PLOTS[cards[-1]].title), taken, before, state)
        return recorded(state, cards, self.written({}, title))

    def seen_cards(self) -> tuple[str, ...]:
        """Return the enlarged card, else the editor and the first card on the page that is shown."""
        commands = self._commands
        enlarged = commands.session.state.look.enlarged
        if enlarged is not None and enlarged in PLOTS:
            return (enlarged,)
        pages = commands.cards.pages
        seen = pages[commands.cards.page] if pages else ()
        return (EDITOR, *seen)[:MOST_SEEN]

    def new(self) -> None:
        """Begin a story; its first step is what is on the desk."""
        with speaking(self.language):
            title = say("New story")
        key = edits.unused_key(self.stories, KEY)
        self.add(Story(key, self.written({}, title), (self.recorded(),)), say("New story"))

    def add(self, story: Story, label: str) -> None:
        """Put a story into the study, under a key of its own, and open it."""
        story = replace(story, key=edits.unused_key(self.stories, story.key), message=None)
        self._key, self._at = story.key, 0
        self._put(label, story)
        self.show()

    def remove_story(self) -> None:
        """Take the open story out of the study."""
        story = self.story
        if story is not None:
            study = edits.without_story(self._commands.session.state.study, story.key)
            self._commands.session.apply(say("Remove the story “{title}”", title=self.named(story)), study)

    def record(self) -> None:
        """Put what is on the desk after the chosen step; without a story one begins with it."""
        story = self.story
        if story is None:
            self.new()
            return
        before, self._key, self._at = self.step, story.key, self.at + 1
        label = say("Record step {number} of “{title}”", number=self._at + 1, title=self.named(story))
        self._put(label, story.with_step(self.recorded(story, before), self._at))
        self.show()

    def update(self) -> None:
        """Let the chosen step show what is on the desk; words, cards, slider and time stay."""
        from explorer.analysis.number_offers import recorded_anew  # not needed to show the window
        from explorer.analysis.story_numbers import staged

        step = self.step
        if step is not None:
            made = edits.renewed(step, recorded(self._commands.session.state, step.cards))
            made = replace(made, numbers=recorded_anew(made, staged(made)))
            self._put_step(say("Update step {number}", number=self.at + 1), made)

    def duplicate(self) -> None:
        """Put a copy of the chosen step after it."""
        story, step = self.story, self.step
        if story is not None and step is not None:
            label = say("Duplicate step {number}", number=self.at + 1)
            self._key, self._at = story.key, self.at + 1
            self._put(label, story.with_step(step, self._at))

    @property
    def can_remove(self) -> bool:
        """Whether there is a step beside the chosen one."""
        return self.story is not None and len(self.story) > 1

    def remove(self) -> None:
        """Take the chosen step out; the last one of a story stays."""
        if self.story is not None and self.can_remove:
            label = say("Remove step {number}", number=self.at + 1)
            self._put(label, self.story.without_step(self.at))

    def can_move(self, by: int) -> bool:
        """Say whether the chosen step can go that many places on."""
        return self.story is not None and 0 <= self.at + by < len(self.story)

    def move(self, by: int) -> None:
        """Let the chosen step go that many places on."""
        if self.can_move(by):
            self.move_to(self.at, self.at + by)

    def move_to(self, place: int, to: int) -> None:
        """Let a step stand at another place, and choose it."""
        story = self.story
        if story is not None and place != to:
            self._key, self._at = story.key, to
            label = say("Move step {number} to {place}", number=place + 1, place=to + 1)
            self._put(label, story.moved(place, to))

    # To the desk

    def go_to(self) -> None:
        """Show the chosen step on the desk: its own sample, with the numbers that it was recorded with.

        Where the study has no such sample, the step's table takes the place of the study's; that is asked
        first, unless what it replaces is the table of a step. Either is one entry that can be undone.
        """
        step = self.step
        if step is None:
            return
        study = self._commands.session.state.study
        tables = [each.study.table for story in self.stories for each in story.steps]
        if edits.place_of(study, step) is not None or any(study.table is table for table in tables):
            self._bring(step)
            return
        if edits.fits(study, step):
            text = say(
                "Step {number} is of {name}, which is not in this table: its table takes the place of this"
                " one. Undo brings it back.",
                number=self.at + 1,
                name=step.study.table.sample(0).name,
            )
        else:
            text = say(
                "Step {number} has other classes: its table takes the place of this one."
                " Undo brings it back.",
                number=self.at + 1,
            )
        self._commands.asked.emit(text, say("Go to the step"), partial(self._bring, step))

    def _bring(self, step: Step) -> None:
        session = self._commands.session
        study, look = edits.brought(session.state.study, session.state.look, step)
        self._commands.unsaid.emit()
        session.apply(say("Go to step {number}", number=self.at + 1), study.planned(look))
        session.show_look(look)
        session.fit()

    # Helpers

    def _put(self, label: str, story: Story, target: str = "") -> None:
        session = self._commands.session
        name = f"story:{story.key}:{target}" if target else None
        session.apply(label, edits.with_story(session.state.study, story), target=name)

    def _put_step(self, label: str, step: Step, target: str = "") -> None:
        if self.story is not None:
            name = f"{self.at}:{target}:{self.language}" if target else ""
            self._put(label, self.story.with_replaced(self.at, step), name)

    def _replace(self, label: str, target: str = "", **changes: object) -> None:
        if self.step is not None:
            self._put_step(label, replace(self.step, **changes), target)  # type: ignore[arg-type]


def _numbers(step: Step, text: str) -> tuple[Number, ...]:
    """Return a step's numbers with those that a text names by hand, as they would be offered."""
    named = names_in(text) - {number.name for number in step.numbers}
    if not named:
        return step.numbers
    from explorer.analysis.number_offers import offers  # not needed to show the window
    from explorer.analysis.story_numbers import staged

    found = offers(staged(step), step.numbers)[len(step.numbers) :]
    return (*step.numbers, *(number for number in found if number.name in named))
