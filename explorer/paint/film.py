"""Films in files: GIF and MP4 of a reel, painted by the one painter; a film that is left leaves nothing."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from explorer.files import beginning, put_in_place
from explorer.paint.board import draw_board
from explorer.paint.export import INCH, ensure_application
from explorer.paint.fonts import resolution
from explorer.paint.stage import paint_page
from explorer.plots.stage import Page
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from explorer.paint.theme import Theme
    from explorer.plots.reels import Frame, Reel, Sheet

    Pixels = NDArray[np.uint8]

ENDINGS: Final = (".gif", ".mp4")
PACKAGES: Final = {".gif": ("PIL", "pillow"), ".mp4": ("av", "av")}  # what is imported, what is installed
SIZES: Final = {".gif": (960, 540), ".mp4": (1920, 1080)}
RATES: Final = {".gif": 25, ".mp4": 60}  # frames a second
FASTEST: Final = {".gif": 50, ".mp4": 120}  # a GIF counts hundredths; programs slow down below two of them
SIDES: Final = (160, 4096)  # pixels; what every player of H.264 takes
SAMPLES: Final = 40  # pictures by which a GIF chooses its colours
BOARDS: Final = ((6, (960.0, 540.0)), (99, (1280.0, 720.0)))  # up to so many cards: pixels of a usual board


class FilmFailure(Exception):  # noqa: N818
    """A film cannot be made: what is missing or not allowed, in one line."""


class FilmCancelled(Exception):  # noqa: N818
    """Whoever asked for the film wants it no longer; nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Filmed:
    """What came out. frames: of the film; painted: pictures made for them; size: bytes of the file."""

    frames: int
    painted: int
    size: int


class Writer(Protocol):
    """What turns pictures into a file of one format; `add` takes them in order, `finish` ends the file."""

    def add(self, pixels: Pixels, count: int) -> None:
        """Show a picture for so many frames: shape (height, width, 4), blue, green, red, unused."""
        ...

    def finish(self) -> None:
        """Write what is left."""
        ...

    def close(self) -> None:
        """Let go of the file, complete or not."""
        ...


def write_film(
    reel: Reel,
    path: Path | str,
    size: tuple[int, int],
    theme: Theme,
    *,
    progress: Callable[[int, int], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Filmed:
    """Write a reel to a .gif or .mp4 file, which is there only when it is complete.

    size: width and height in pixels, each within SIDES; an MP4 has even ones, one pixel less than asked for
    where need be. progress: told frames done and all frames. cancelled: asked between two frames.
    FilmFailure where a package is missing or a number is not allowed, FilmCancelled after a yes, OSError
    where nothing can be written.
    """
    path = Path(path)
    ending = _checked(path, size, reel.frames_a_second)
    application = ensure_application()
    screen = Screen(_fitting(ending, size), theme)
    asked = cancelled or (lambda: False)
    with _complete(path) as unfinished:
        try:
            writer = _writer(ending, unfinished, reel, screen)
        except ImportError as failure:  # there, but broken or too old
            message = say(
                '{package} cannot be loaded ({why}): pip install --upgrade "loss-explorer[export]"',
                package=PACKAGES[ending][1],
                why=failure,
            )
            raise FilmFailure(message) from failure
        try:
            painted, done = _fill(writer, reel, screen, progress or (lambda done, total: None), asked)
            writer.finish()
        finally:
            writer.close()
    del application
    return Filmed(done, painted, path.stat().st_size)


def _fill(
    writer: Writer,
    reel: Reel,
    screen: Screen,
    progress: Callable[[int, int], object],
    cancelled: Callable[[], bool],
) -> tuple[int, int]:
    """Hand every picture over; return how many there were, and for how many frames."""
    total, done = len(reel), 0
    progress(0, total)
    for frame in reel:
        left, pixels = frame.count, screen.pixels(frame)
        while left:  # a picture that stands for long is handed over in parts, for whoever wants to cancel
            if cancelled():
                message = "the film is not wanted any more"
                raise FilmCancelled(message)
            part = min(left, reel.frames_a_second)
            writer.add(pixels, part)
            left, done = left - part, done + part
            progress(done, total)
    return screen.painted, done


def _checked(path: Path, size: tuple[int, int], rate: int) -> str:
    """Return the ending. FilmFailure for what cannot be."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        message = say(
            "ending {ending} is no film; allowed: {all}", ending=repr(path.suffix), all=", ".join(ENDINGS)
        )
        raise FilmFailure(message)
    check_installed(ending)
    for side, name in zip(size, (say("width"), say("height")), strict=True):
        if not SIDES[0] <= side <= SIDES[1]:
            message = say(
                "{side} {size} of a film is outside [{low}, {high}] pixels",
                side=name,
                size=side,
                low=SIDES[0],
                high=SIDES[1],
            )
            raise FilmFailure(message)
    if not 1 <= rate <= FASTEST[ending]:
        message = say(
            "{rate} frames a second of a {ending} are outside [1, {most}]",
            rate=rate,
            ending=ending,
            most=FASTEST[ending],
        )
        raise FilmFailure(message)
    return ending


def check_installed(ending: str) -> None:
    """Raise FilmFailure where the package for films of this ending is missing; it says how to get it."""
    module, package = PACKAGES[ending]
    if find_spec(module) is None:
        message = say(
            '{package} is missing, which writes {ending}: pip install "loss-explorer[export]"',
            package=package,
            ending=ending,
        )
        raise FilmFailure(message)


def _fitting(ending: str, size: tuple[int, int]) -> tuple[int, int]:
    """Return the size with even sides for an MP4: its colours are of two by two pixels."""
    return (size[0] - size[0] % 2, size[1] - size[1] % 2) if ending == ".mp4" else size


def _writer(ending: str, path: Path, reel: Reel, screen: Screen) -> Writer:
    if ending == ".gif":
        from explorer.paint.film_gif import GifWriter, palette_of

        colours = palette_of(map(screen.pixels, reel.sampled(SAMPLES)), screen.theme)
        return GifWriter(path, screen.size, colours, reel.frames_a_second)
    from explorer.paint.film_mp4 import Mp4Writer

    return Mp4Writer(path, screen.size, reel.frames_a_second, reel.title)


def unfinished_of(path: Path, process: int) -> Path:
    """Return the name under which a process writes a film until it is complete, beside the end of links.

    It has no part that is drawn by chance: who ended that process takes away what it left.
    """
    path = path.resolve()
    return path.with_name(f".{beginning(path.stem)}.{process}.part{path.suffix}")


@contextmanager
def _complete(path: Path) -> Iterator[Path]:
    """Give a name beside the file to write to; it takes the file's place when all went well."""
    unfinished = unfinished_of(path, os.getpid())
    try:
        yield unfinished
        put_in_place(unfinished, path.resolve())
    finally:
        unfinished.unlink(missing_ok=True)


class Screen:
    """Paints frames on pictures of one size and keeps the sheets that are shown again."""

    def __init__(self, size: tuple[int, int], theme: Theme) -> None:
        self.size, self.theme = size, theme
        self.painted = 0
        self._kept: list[tuple[Sheet, QImage]] = []  # of the last two sheets
        self._last: tuple[Frame, Pixels] | None = None

    def pixels(self, frame: Frame) -> Pixels:
        """Return a frame's pixels, the very same array for frames that look the same."""
        last = self._last
        if last is None or not _look_the_same(last[0], frame):
            last = self._last = frame, _array(self._image(frame))
        return last[1]

    def _image(self, frame: Frame) -> QImage:
        if frame.over is None:
            return self._sheet(frame.shows)
        over, below = self._sheet(frame.over), self._sheet(frame.shows).copy()
        with QPainter(below) as painter:
            painter.setOpacity(frame.mix)
            painter.drawImage(0, 0, over)
        return below

    def _sheet(self, sheet: Sheet) -> QImage:
        found = next((image for kept, image in self._kept if kept is sheet), None)
        if found is None:
            found = sheet_image(sheet, self.size, self.theme)
            self.painted += 1
        self._kept = [(sheet, found), *(each for each in self._kept if each[0] is not sheet)][:2]
        return found


def _look_the_same(one: Frame, other: Frame) -> bool:
    return one.shows is other.shows and one.over is other.over and one.mix == other.mix


def sheet_image(sheet: Sheet, size: tuple[int, int], theme: Theme) -> QImage:
    """Return a page or a board as a picture of so many pixels, as a film shows it."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(resolution() / INCH))  # by which Qt turns points into pixels
    image.setDotsPerMeterY(round(resolution() / INCH))
    with QPainter(image) as painter:
        draw_sheet(sheet, painter, QRectF(0, 0, *size), theme)
    return image


def draw_sheet(sheet: Sheet, painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw a page or a board over a rectangle; what is on it grows with it."""
    if isinstance(sheet, Page):
        paint_page(sheet, painter, area, theme)
    else:
        width, height = next(size for most, size in BOARDS if len(sheet.figures) <= most)
        scale = min(area.width() / width, area.height() / height)
        draw_board(sheet, painter, area, theme, scale)


def _array(image: QImage) -> Pixels:
    """Return the pixels of a picture, which the array keeps alive by itself: shape (height, width, 4)."""
    bits: Any = image.constBits()
    return np.frombuffer(bits, np.uint8).reshape(image.height(), image.width(), 4).copy()
