"""The stories that come with the program, by key and in their order; each is read when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.resources import asset
from explorer.study.stories.reading import ENDING, read_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.study.stories.story import Story
    from explorer.wording import Words

FOLDER: Final = "stories"


class Stories(Mapping[str, "Story"]):
    """The stories of a folder, one file each, called KEY.story.json.

    Their `titles` are known without their steps, so that a menu of them costs next to nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._read: dict[str, Story] = {}

    @cached_property
    def titles(self) -> Mapping[str, Words]:
        """What each story is called, by key and in the order of the stories."""
        folder = asset(FOLDER) if self._folder is None else self._folder
        found = []
        for path in folder.glob(f"*{ENDING}"):
            top = json.loads(path.read_text(encoding="utf-8"))
            key = path.name.removesuffix(ENDING)
            found.append((top.get("order", 0), key, MappingProxyType(dict(top["title"]))))
        return MappingProxyType({key: title for _, key, title in sorted(found, key=lambda each: each[:2])})

    def __getitem__(self, key: str) -> Story:
        if key not in self.titles:
            raise KeyError(key)
        if key not in self._read:
            folder = asset(FOLDER) if self._folder is None else self._folder
            name = f"{key}{ENDING}"
            self._read[key] = read_story((folder / name).read_text(encoding="utf-8"), name)
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.titles)

    def __len__(self) -> int:
        return len(self.titles)


STORIES: Final = Stories()
