"""Presenting: the story and step at hand on stage, on which screen, and the speaker's view beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from explorer import wording
from explorer.study.stories import STORIES
from explorer.ui.cards.layout import EDITOR
from explorer.ui.program.motion import is_still
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from explorer.study.stories import Story
    from explorer.ui.commands import Commands
    from explorer.ui.stage.presenter import Presenter
    from explorer.ui.stage.speaker import Speaker
    from explorer.ui.stage.stage import Stage

SCREEN: Final = "stage_screen"  # the name of one; none chosen is the other than the window's
SPEAKER: Final = "speaker_view"  # whether it comes by itself where there are two screens


class AtHand(Protocol):
    """Whoever knows which story is worked on, and at which step."""

    @property
    def story(self) -> Story | None:
        """The story, None where the study has none."""
        ...

    @property
    def at(self) -> int:
        """The step, from 0."""
        ...


class StoryCommands(QObject):
    """Reached as `commands.stories`; `changed` comes as the stage opens, closes or goes to a step.

    desk: knows the story at hand; without it that is the first one of the study.
    """

    changed = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self.desk: AtHand | None = None
        self.stage: Stage | None = None
        self.speaker: Speaker | None = None

    @property
    def story(self) -> Story | None:
        """The story that F5 presents; None for the study itself."""
        if self.desk is not None:
            return self.desk.story
        stories = self._commands.session.state.study.stories
        return stories[0] if stories else None

    @property
    def place(self) -> int:
        """The step at hand, from 0."""
        return 0 if self.desk is None or self.desk.story is None else self.desk.at

    # Presenting

    def present(self, story: Story | None = None, place: int = 0) -> Stage:
        """Put a story on stage, from a step on; without one that of the study, else the study itself."""
        from explorer.ui.stage.presenter import Presenter  # not needed to show the window

        story = story or self.story
        still, language = is_still(self._commands.settings), wording.language()
        if story is not None:
            return self._show(Presenter(language, story=story, place=place, is_still=still))
        session, cards = self._commands.session, self._desk_cards()
        return self._show(Presenter(language, session=session, cards=cards, is_still=still))

    def present_here(self) -> Stage:
        """Present from the step at hand."""
        return self.present(place=self.place)

    def present_shipped(self, key: str) -> Stage:
        """Present one of the shipped stories; KeyError for one that there is not."""
        return self.present(STORIES[key])

    def _desk_cards(self) -> tuple[str, ...]:
        """Return the enlarged card, else the first two that the desk shows."""
        enlarged = self._commands.session.state.look.enlarged
        if enlarged is not None:
            return (enlarged,)
        return (EDITOR, *self._commands.cards.layout.open)[:2]

    def _show(self, presenter: Presenter) -> Stage:
        from explorer.ui.stage.stage import Stage  # not needed to show the window

        self.leave()
        stage = Stage(presenter, self._commands.appearance.theme)
        self.stage = stage
        stage.left.connect(self._left)
        stage.speaker_asked.connect(self.toggle_speaker)
        presenter.stepped.connect(self.changed)
        self._put_on(stage, self.screen)
        if len(self.screens) > 1 and self._commands.settings.get(SPEAKER, True):
            self.open_speaker()
        stage.activateWindow()
        self.changed.emit()
        return stage

    @staticmethod
    def _put_on(stage: Stage, screen: QScreen) -> None:
        stage.setGeometry(screen.geometry())  # where it goes is decided before it fills the screen
        stage.show()
        handle = stage.windowHandle()
        if handle is not None:
            handle.setScreen(screen)
        stage.showFullScreen()

    def leave(self) -> None:
        """Close the stage, if there is one."""
        if self.stage is not None:
            self.stage.close()

    def _left(self) -> None:
        self.stage = None
        if self.speaker is not None:
            self.speaker.close()
        self.changed.emit()

    # The speaker's view

    @property
    def has_speaker(self) -> bool:
        """Whether the speaker's view is open."""
        return self.speaker is not None

    def toggle_speaker(self) -> None:
        """Open the speaker's view beside the stage, or close it."""
        if self.speaker is not None:
            self.speaker.close()
        else:
            self.open_speaker()

    def open_speaker(self) -> None:
        """Open the speaker's view on the window's screen."""
        if self.stage is None or self.speaker is not None:
            return
        from explorer.ui.stage.speaker import Speaker  # not needed to show the window

        self.speaker = Speaker(self.stage, self._commands.appearance.theme)
        self.speaker.left.connect(self._speaker_left)
        area = self._own_screen.availableGeometry()
        self.speaker.resize(min(1180, area.width()), min(760, area.height()))
        self.speaker.move(area.center() - self.speaker.rect().center())
        self.speaker.show()
        self.stage.activateWindow()
        self.changed.emit()

    def _speaker_left(self) -> None:
        self.speaker = None
        self.changed.emit()

    # Screens

    @property
    def screens(self) -> list[QScreen]:
        """The screens that there are."""
        return QGuiApplication.screens()

    @property
    def screen(self) -> QScreen:
        """The screen that the stage goes to: the chosen one, else another than the window's."""
        chosen, own = self._commands.settings.get(SCREEN, ""), self._own_screen
        named = next((each for each in self.screens if chosen and each.name() == chosen), None)
        return named or next((each for each in self.screens if each is not own), own)

    @property
    def _own_screen(self) -> QScreen:
        window = self._commands.parent()
        return window.screen() if isinstance(window, QWidget) else QGuiApplication.primaryScreen()

    @property
    def screen_words(self) -> str:
        """What the menu says of the screen."""
        return self.screen.name() if len(self.screens) > 1 else say("the only one")

    def next_screen(self) -> None:
        """Choose the next screen for the stage, and take it there at once."""
        screens = self.screens
        place = (screens.index(self.screen) + 1) % len(screens)
        self._commands.settings.set(SCREEN, screens[place].name())
        if self.stage is not None:
            self._put_on(self.stage, screens[place])
        self.changed.emit()
