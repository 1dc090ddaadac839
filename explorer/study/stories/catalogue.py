"""The stories that come with the program, by key and in their order; read when one is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from explorer.resources import asset
from explorer.study.stories.reading import ENDING, read_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.study.stories.story import Story

FOLDER: Final = "stories"


class Stories(Mapping[str, "Story"]):
    """The stories of a folder, one file each, called KEY.story.json."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._read: dict[str, Story] | None = None

    @property
    def _stories(self) -> dict[str, Story]:
        if self._read is None:
            folder = asset(FOLDER) if self._folder is None else self._folder
            found = (
                read_story(path.read_text(encoding="utf-8"), path.name) for path in folder.glob(f"*{ENDING}")
            )
            self._read = {
                story.key: story for story in sorted(found, key=lambda each: (each.order, each.key))
            }
        return self._read

    def __getitem__(self, key: str) -> Story:
        return self._stories[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stories)

    def __len__(self) -> int:
        return len(self._stories)


STORIES: Final = Stories()
