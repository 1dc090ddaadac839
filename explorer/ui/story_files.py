"""Files of stories: opened into the study, saved from it; shipped ones are copied to be edited."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from explorer.files import write_whole
from explorer.plots.story_files import opened_story
from explorer.study.stories import ENDING, STORIES, StoryFailure, words_in, write_story
from explorer.ui.notice import Way, way_back
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.study.stories import Story
    from explorer.ui.commands import Commands
    from explorer.ui.story_editing import StoryEditing

PATTERN: Final = f"(*{ENDING})"
UNWRITABLE: Final = '<>:"/\\|?*'  # in names of files, on one system or another


class StoryFiles(QObject):
    """Opens and saves stories; a problem is one line in the notice, and nothing is changed then."""

    def __init__(self, commands: Commands, editing: StoryEditing) -> None:
        super().__init__(commands)
        self._commands = commands
        self._editing = editing

    def takes(self, path: Path) -> bool:
        """Open a file that is called as stories are; say whether it was one."""
        if not path.name.endswith(ENDING):
            return False
        self.open_path(path)
        return True

    def open_path(self, path: Path) -> bool:
        """Put the story of a file into the study, as one step that can be undone."""
        try:
            story = opened_story(path.read_text(encoding="utf-8"), path.name)
        except StoryFailure as problem:
            self._commands.said.emit(str(problem).partition("\n")[0], "error")
            return False
        except UnicodeDecodeError:
            text = say("{name} is no story: it is not written in UTF-8", name=path.name)
            self._commands.said.emit(text, "error")
            return False
        except OSError as problem:
            reason = problem.strerror or str(problem)
            text = say("{name} was not opened: {reason}", name=path.name, reason=reason)
            self._commands.said.emit(text, "error")
            return False
        self._commands.unsaid.emit()
        self.open(story)
        if story.message:
            self._commands.said.emit(story.message, "note")
        return True

    def open(self, story: Story) -> None:
        """Put a story into the study and show it; the one that is there already is opened as it is."""
        present = next((each for each in self._editing.stories if each == story), None)
        if present is not None:
            self._editing.choose(present.key)
            self._editing.show()
            return
        title = words_in(story.titles, self._editing.language) or story.key
        self._editing.add(story, say("Open the story “{title}”", title=title))

    def open_shipped(self, key: str) -> None:
        """Copy a story that comes with the program into the study. KeyError for one that there is not."""
        self.open(STORIES[key])

    def ask_open(self) -> None:
        """Let a file be chosen, and open it."""
        dialog = self._commands.file_dialog(say("Open a story"), f"{say('Stories')} {PATTERN}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def ask_save(self) -> None:
        """Let a file be chosen for the open story."""
        story = self._editing.story
        if story is None:
            return
        dialog = self._commands.file_dialog(say("Save the story"), f"{say('Stories')} {PATTERN}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        named = "".join(letter for letter in self._editing.named(story) if letter not in UNWRITABLE).strip()
        dialog.selectFile(f"{named or story.key}{ENDING}")
        dialog.fileSelected.connect(self._save_chosen)
        dialog.open()

    def _save_chosen(self, name: str) -> None:
        """Save under a chosen name; the dialog did not ask about the file if the ending was left out."""
        path = Path(name.removesuffix(ENDING) + ENDING)
        if path.name != Path(name).name and path.exists():
            ways = (Way(say("Replace it"), partial(self.save_to, path)), way_back(say("Keep it")))
            text = say("Not saved: {name} is there already.", name=path.name)
            self._commands.choice.emit(text, ways)
        else:
            self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the open story into a file."""
        story = self._editing.story
        if story is None:
            return False
        try:
            write_whole(path, write_story(story))
        except (OSError, UnicodeEncodeError) as problem:
            reason = getattr(problem, "strerror", None) or str(problem)
            text = say("{name} was not saved: {reason}", name=path.name, reason=reason)
            self._commands.said.emit(text, "error")
            return False
        self._commands.noted.emit(say("Saved to {name}", name=path.name))
        return True
