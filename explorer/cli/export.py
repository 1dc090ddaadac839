"""`export`: a story as pages, a film, a talk pack or a picture, and films of a study, without a display."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer import wording
from explorer.cli import messages, moving
from explorer.cli.display import missing_library
from explorer.cli.messages import CommandError, perhaps
from explorer.cli.sources import opened
from explorer.cli.stopping import STOPPED, Teller, told
from explorer.cli.text import aligned
from explorer.files import write_whole
from explorer.study.stories import ENDING, STORIES, StoryFailure
from explorer.wording import words_in

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from explorer.study.stories import Story

FILMS: Final = (".gif", ".mp4")
FORMATS: Final = (".pdf", *FILMS, ".html", ".png")
SIZE: Final = (1920, 1080)
SIDES: Final = (40, 10_000)  # pixels of a page
FILM_SIDES: Final = (160, 4096)  # as `explorer.paint.film` allows them
HEADER: Final = ("key", "steps", "title")
# option: the endings that have a use for it
OPTIONS: Final = {
    "step": (".png", ".pdf"),
    "notes": (".pdf",),
    "fps": FILMS,
    "seconds": FILMS,
    "size": (".pdf", ".png", *FILMS),
}


def run(arguments: Namespace) -> int:
    """Write what is asked for into the file, or list the shipped stories; 130 where it was stopped."""
    if arguments.story is None and arguments.output is None:
        _list()
        return 0
    path = _path(arguments)
    with told(arguments.progress, path.name) as teller:
        try:
            if arguments.descent or arguments.sweep is not None:
                done = moving.written(arguments, path, teller)
            else:
                done = _of_story(_story(arguments), path, arguments, teller)
        except ImportError as failure:
            raise CommandError(missing_library(failure)) from failure
        except OSError as failure:
            message = f"-o {path}: {failure.strerror or failure}"
            raise CommandError(message) from failure
    return 0 if done else STOPPED


def _path(arguments: Namespace) -> Path:
    """Return where it goes. CommandError for what the options do not allow."""
    if arguments.output is None:
        message = "-o is missing; it says where the story goes, as -o talk.pdf"
        raise CommandError(message)
    path = Path(arguments.output)
    ending = path.suffix.lower()
    is_moving = arguments.descent or arguments.sweep is not None
    allowed = FILMS if is_moving else FORMATS
    if ending not in allowed:
        what = "film" if is_moving else "format"
        message = f"-o {path}: the ending {path.suffix!r} is no {what}; allowed are {', '.join(allowed)}"
        raise CommandError(message)
    for option, endings in OPTIONS.items():
        if getattr(arguments, option) not in (None, False) and ending not in endings:
            message = f"--{option} has no use for {ending}; it is for {', '.join(endings)}"
            raise CommandError(message)
    _check_size(arguments.size, ending)
    if arguments.which is not None and is_moving:
        message = f"--story {arguments.which}: a film of --descent or --sweep shows no story"
        raise CommandError(message)
    for option in ("key", "sample"):
        if getattr(arguments, option) and not is_moving:
            message = f"--{option} is for --descent and --sweep; a story says by itself what it shows"
            raise CommandError(message)
    if not path.absolute().parent.is_dir():
        message = f"-o {path}: there is no folder {path.absolute().parent}"
        raise CommandError(message)
    return path


def _check_size(size: tuple[int, int] | None, ending: str) -> None:
    """Raise CommandError for a size that the format does not allow."""
    least, most = FILM_SIDES if ending in FILMS else SIDES
    if size is not None and not all(least <= side <= most for side in size):
        message = f"--size {size[0]}x{size[1]}: allowed for {ending} are sides from {least} to {most} pixels"
        raise CommandError(message)


def _story(arguments: Namespace) -> Story:
    """Return the story of a key, of a file, or of a study."""
    name = arguments.story
    path = Path(name or "")
    is_one = (name in STORIES and not path.exists()) or path.name.endswith(ENDING)
    if is_one and arguments.which is not None:
        message = f"--story {arguments.which}: {name} is one story; --story is for a study that has several"
        raise CommandError(message)
    if name in STORIES and not path.exists():
        return STORIES[name]
    if name is None or (not path.exists() and not path.suffix):
        near = perhaps(name or "", STORIES)
        message = f"no file and no shipped story {name!r}{near}; there are {', '.join(STORIES)}"
        raise CommandError(message)
    if path.name.endswith(ENDING):
        return _read(path)
    stories = opened(name, None).study.stories
    if not stories:
        message = f"{name}: this study has no story; give --descent or --sweep for a film of it"
        raise CommandError(message)
    found = next((story for story in stories if arguments.which in (None, story.key)), None)
    if found is None or (arguments.which is None and len(stories) > 1):
        keys = ", ".join(story.key for story in stories)
        message = f"--story: {name} has the stories {keys}; give one of them"
        raise CommandError(message)
    return found


def _read(path: Path) -> Story:
    from explorer.plots.story_files import opened_story

    try:
        story = opened_story(path.read_text(encoding="utf-8-sig"), path.name)
    except StoryFailure as failure:
        raise CommandError(str(failure)) from failure
    except UnicodeDecodeError as failure:
        message = f"{path.name}: byte {failure.start + 1} is not UTF-8; allowed is JSON in UTF-8"
        raise CommandError(message) from failure
    except OSError as failure:
        message = f"{path}: {failure.strerror or failure}"
        raise CommandError(message) from failure
    if story.message is not None:
        messages.say(story.message)
    return story


def _of_story(story: Story, path: Path, arguments: Namespace, teller: Teller) -> bool:
    """Write a story; say whether it was finished."""
    ending = path.suffix.lower()
    if ending in FILMS:
        return _film(story, path, arguments, teller)
    makers: dict[str, Callable[[Story, Namespace, Teller], bytes]]
    makers = {".pdf": _pdf, ".png": _png, ".html": _html}
    content = makers[ending](story, arguments, teller)
    if teller.is_stopped():
        return False
    write_whole(path, content)
    return True


def _film(story: Story, path: Path, arguments: Namespace, teller: Teller) -> bool:
    from explorer.paint.film import RATES
    from explorer.plots.reels import story_reel

    rate = arguments.fps or RATES[path.suffix.lower()]
    reel = story_reel(story, wording.language(), rate, arguments.seconds)
    return moving.filmed(reel, path, arguments, teller)


def _pdf(story: Story, arguments: Namespace, teller: Teller) -> bytes:
    from explorer.paint.slides import story_pdf
    from explorer.paint.theme import THEMES

    return story_pdf(
        story,
        arguments.size or SIZE,
        THEMES[arguments.theme],
        with_notes=arguments.notes,
        places=None if arguments.step is None else (_place(story, arguments),),
        progress=teller.tell,
    )


def _png(story: Story, arguments: Namespace, _teller: Teller) -> bytes:
    from explorer.paint.slides import step_png
    from explorer.paint.theme import THEMES

    place, size = _place(story, arguments), arguments.size or SIZE
    try:
        return step_png(story, place, size, THEMES[arguments.theme])
    except ValueError as failure:  # its state is too large for a picture
        message = f"--step {place + 1}: {failure}"
        raise CommandError(message) from failure


def _html(story: Story, arguments: Namespace, _teller: Teller) -> bytes:
    from explorer.paint.talk_pack import talk_pack
    from explorer.paint.theme import THEMES

    return talk_pack(story, wording.language(), THEMES[arguments.theme]).encode()


def _place(story: Story, arguments: Namespace) -> int:
    """Return the step that is asked for, from 0: the first without being asked."""
    step = 1 if arguments.step is None else int(arguments.step)
    if not 1 <= step <= len(story):
        message = f"--step {step}: the story has no such step; allowed are 1 to {len(story)}"
        raise CommandError(message)
    return step - 1


def _list() -> None:
    rows = [(key, str(len(story)), words_in(story.titles)) for key, story in STORIES.items()]
    print(aligned([HEADER, *rows], left=len(HEADER)), end="")
