"""A story on paper: its steps as pages of one PDF, with the notes below if wanted; one step as a PNG."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter, QPen

from explorer.analysis.story_numbers import notes, staged
from explorer.paint.export import Drawing, Making, drawn, ensure_application
from explorer.paint.fonts import PIXELS, font, is_chinese, resolution
from explorer.paint.pdf_dates import dated
from explorer.paint.stage import paint_page
from explorer.plots import stage
from explorer.plots.reels import story_page
from explorer.study.pictures import state_text
from explorer.wording import language as language_now
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.paint.theme import Theme
    from explorer.study.stories import Story
    from explorer.wording import Language

SIZE: Final = (1920, 1080)
NOTES: Final = 40.0  # size of the letters of notes, in pixels of a page of 1920 x 1080
LEAST: Final = 0.4  # of that size, for long notes
POINTS: Final = 72.0  # an inch


def story_pdf(
    story: Story,
    size: tuple[int, int],
    theme: Theme,
    language: Language | None = None,
    *,
    with_notes: bool = False,
    places: Sequence[int] | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> bytes:
    """Return a PDF of one page a step, as vectors.

    size: of a page in logical pixels, 96 an inch; with the notes a page is twice as high. places: which
    steps, from 0; None for all. progress: told pages done and all. OSError where Qt refuses to paint.
    """
    wanted = language or language_now()
    application = ensure_application()
    chosen = range(len(story)) if places is None else places
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(device, words_in(story.titles, wanted), (size[0], size[1] * (2 if with_notes else 1)))
    with QPainter() as painter:
        if not painter.begin(writer):
            message = say("{title}: the PDF refused to be painted on", title=words_in(story.titles, wanted))
            raise OSError(message)
        for count, place in enumerate(chosen):
            if count:
                writer.newPage()
            area = QRectF(0, 0, *size)
            paint_page(story_page(story, place, wanted), painter, area, theme)
            if with_notes:
                _draw_notes(painter, area.translated(0, size[1]), _notes(story, place, wanted), theme)
            if progress is not None:
                progress(count + 1, len(chosen))
    device.close()
    del application
    return dated(bytes(content.data()))


def step_png(
    story: Story, place: int, size: tuple[int, int], theme: Theme, language: Language | None = None
) -> bytes:
    """Return a picture of a step's page, from which the study of the step opens again.

    place: from 0. size: in pixels; ValueError where a side is not 1 to 16,384.
    """
    wanted = language or language_now()
    page, state = story_page(story, place, wanted), staged(story.steps[place])
    inside = state_text(replace(state, results={}), page.figures[0].key)

    def draw(painter: QPainter, area: QRectF) -> None:
        paint_page(page, painter, area, theme)

    words = " ".join(figure.description for figure in page.figures)
    return drawn(Drawing(page.title, words, draw), ".png", size, Making(state_text=inside))


def _writer(device: QIODevice, title: str, size: tuple[int, int]) -> QPdfWriter:
    writer = QPdfWriter(device)
    dots = round(resolution())
    writer.setResolution(dots)
    writer.setTitle(title)
    points = QSizeF(size[0] * POINTS / dots, size[1] * POINTS / dots)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return writer


def _notes(story: Story, place: int, language: Language) -> str:
    step = story.steps[place]
    return notes(step, staged(step), language)


def _draw_notes(painter: QPainter, area: QRectF, text: str, theme: Theme) -> None:
    """Write notes over a rectangle; long ones get smaller letters."""
    unit = min(area.width() / stage.WIDTH, area.height() / stage.HEIGHT)
    painter.fillRect(area.adjusted(-1, 0, 1, 1), QColor(theme.colour("card")))
    painter.setPen(QPen(QColor(theme.colour("line")), 2.0 * unit))
    painter.drawLine(area.topLeft(), area.topRight())
    inside = area.adjusted(*(side * stage.MARGIN * unit for side in (1, 1, -1, -1)))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    share = 1.0
    while True:
        scale = NOTES * unit * share / PIXELS["body"]
        painter.setFont(font("body", chinese=is_chinese(text), scale=scale))
        if share <= LEAST or painter.boundingRect(inside, flags, text).height() <= inside.height():
            break
        share -= 0.1
    painter.setPen(QColor(theme.colour("ink")))
    painter.drawText(inside, flags, text)
