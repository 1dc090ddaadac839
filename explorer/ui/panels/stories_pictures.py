"""Small pictures of the steps of a story: made one a turn when they are first asked for, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from explorer.analysis.story_numbers import staged
from explorer.paint.stage import paint_page
from explorer.plots.stage import HEIGHT, WIDTH, page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.paint.theme import Theme
    from explorer.study.stories import Step

PICTURE: Final = (640, 360)  # a page is painted so and made smaller: letters of a pixel would be noise
MOST: Final = 48  # of 0.9 MB each, unless a story has more steps
_Key = tuple[object, ...]


def same(step: Step) -> _Key:
    """Return what of a step its picture shows: words are too small to be seen in it.

    The study by identity, as long as somebody has it: a step with other words has the same.
    """
    return id(step.study), step.look, step.cards, step.control


class StepPictures(QObject):
    """Pictures of steps in one theme; `made` comes when one that was asked for is there."""

    made = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._kept: dict[_Key, tuple[QPixmap, Step]] = {}  # the step lives as long, so its key is its own
        self._wanted: dict[_Key, Step] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._make_one)

    def set_theme(self, theme: Theme) -> None:
        """Make them in another theme from now on."""
        if theme is not self.theme:
            self.theme = theme
            self._kept.clear()
            self._wanted.clear()

    def picture(self, step: Step) -> QPixmap | None:
        """Return the picture of a step; None where it is made later."""
        key = same(step)
        found = self._kept.get(key)
        if found is not None:
            return found[0]
        self._wanted[key] = step
        self._turn.start(0)
        return None

    def keep_only(self, steps: Iterable[Step]) -> None:
        """Forget what was wanted of steps that are gone, and pictures when there are many."""
        keys = {same(step) for step in steps}
        self._wanted = {key: step for key, step in self._wanted.items() if key in keys}
        if len(self._kept) > MOST:
            self._kept = {key: kept for key, kept in self._kept.items() if key in keys}

    def _make_one(self) -> None:
        if not self._wanted:
            return
        key = next(iter(self._wanted))
        step = self._wanted.pop(key)
        self._kept[key] = (painted(step, self.theme), step)
        self.made.emit()
        if self._wanted:
            self._turn.start(0)


def painted(step: Step, theme: Theme, size: tuple[int, int] = PICTURE) -> QPixmap:
    """Paint a step as the stage shows it, without its words."""
    bare = replace(step, captions={}, notes={})
    picture = QImage(QSize(*size), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        scale = size[0] / WIDTH
        painter.scale(scale, scale)
        made = page(staged(bare), bare)
        paint_page(made, painter, QRectF(0, 0, WIDTH, HEIGHT), theme)
    return QPixmap.fromImage(picture)
