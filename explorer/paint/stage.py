"""A page of the stage on any device: the one painter of its title, cards, slider, caption and dots."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from explorer.paint.fonts import PIXELS, font, is_chinese
from explorer.paint.painter import paint
from explorer.plots import stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Size
    from explorer.plots.layout import Box
    from explorer.plots.stage import Page, Places, Slider

Part = Literal["cards", "figures", "buttons"]
# On paper and film there is nothing to press; on screen the cards are widgets that paint themselves.
PAPER: Final[frozenset[Part]] = frozenset({"cards", "figures"})
SCREEN: Final[frozenset[Part]] = frozenset({"buttons"})
RADIUS: Final = 16.0
SHARES: Final = (1.0, 0.9, 0.8, 0.7)  # of its size that a long text is written in
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CUT: Final = "…"
HALVINGS: Final = 7  # of the width of a text whose lines are made alike: to within a hundredth


def paint_page(
    page: Page, painter: QPainter, rectangle: QRectF, theme: Theme, parts: frozenset[Part] = PAPER
) -> Places:
    """Draw a page over a rectangle of the painter, and return where its parts are.

    rectangle: in the painter's units. parts: what is drawn beside title, slider, caption and dots: the frames
    of "cards", the "figures" in them, the "buttons" to go back and on.
    """
    where = stage.of_page(page, rectangle.width(), rectangle.height())
    painter.save()
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(rectangle, QColor(theme.colour("bg")))
        painter.translate(rectangle.topLeft())
        _draw_words(painter, page, where, theme)
        if page.slider is not None:
            _draw_slider(painter, page.slider, where, theme)
        if page.count:
            _draw_dots(painter, page, where, theme)
            if "buttons" in parts:
                _draw_arrow(painter, where.back, where.unit, theme, -1, page.index > 0)
                _draw_arrow(painter, where.on, where.unit, theme, 1, page.index + 1 < page.count)
        for figure, box in zip(page.figures, where.cards, strict=True):
            if "cards" in parts:
                draw_card(painter, box, where.unit, theme)
            if "figures" in parts:
                paint(figure, painter, rect(box), theme, where.scale)
    finally:
        painter.restore()
    return where


def rect(box: Box) -> QRectF:
    """Return a box as Qt's rectangle."""
    return QRectF(box.x, box.y, box.width, box.height)


def draw_card(painter: QPainter, box: Box, unit: float, theme: Theme) -> None:
    """Draw the ground and the frame of a card."""
    painter.setPen(QPen(QColor(theme.colour("line")), max(2.0 * unit, 1.0)))
    painter.setBrush(QColor(theme.colour("card")))
    painter.drawRoundedRect(rect(box), RADIUS * unit, RADIUS * unit)


def _write(
    painter: QPainter,
    box: Box,
    text: str,
    theme: Theme,
    *,
    pixels: float,
    unit: float,
    role: Size = "body",
    colour: str = "ink",
    flags: Qt.AlignmentFlag = LEFT,
    lines: int = 1,
) -> None:
    """Write a text into a box, in smaller letters where it is too long, down to the least size; then cut.

    pixels: its size on the 1920 x 1080 page, of which a unit is a pixel.
    """
    if painter.hasClipping() and not painter.clipBoundingRect().intersects(rect(box)):
        return  # measuring costs more than all the rest of a slider's frame
    painter.setPen(QColor(theme.colour(colour)))
    letters, shown, width = _lettered(text, box.width, box.height, pixels, unit, role, lines)
    painter.setFont(letters)
    area = rect(box)
    if width < box.width:
        area.setWidth(width)
    painter.drawText(area, int(flags) | _wrap(lines), shown)


def fits(title: str, caption: str) -> tuple[bool, bool]:
    """Say of title and caption whether the stage shows them whole; the letters may be smaller."""
    where = stage.places(stage.WIDTH, stage.HEIGHT, 1, has_slider=False, has_story=True)
    return tuple(  # type: ignore[return-value]  # of two
        _lettered(text, box.width, box.height, pixels, 1.0, role, lines)[1] == text
        for text, box, pixels, role, lines in (
            (title, where.title, stage.TITLE, "title", 1),
            (caption, where.caption, stage.CAPTION, "body", 2),
        )
    )


def _wrap(lines: int) -> int:
    return int(Qt.TextFlag.TextWordWrap if lines > 1 else Qt.TextFlag.TextSingleLine)


@lru_cache(maxsize=64)
def _lettered(
    text: str, width: float, height: float, pixels: float, unit: float, role: Size, lines: int
) -> tuple[QFont, str, float]:
    """Return the font of a text, what of it is shown, and the width that makes its lines alike."""

    def is_in(part: str, share: float, across: float = width) -> bool:
        needed = QFontMetricsF(lettering(share)).boundingRect(
            QRectF(0.0, 0.0, across, height), int(LEFT) | _wrap(lines), part
        )
        return needed.width() <= across + 1 and needed.height() <= height + 1

    def lettering(share: float) -> QFont:
        size = max(pixels * share, stage.LEAST) * unit
        return font(role, chinese=is_chinese(text), scale=size / PIXELS[role])

    used = next((share for share in SHARES if is_in(text, share)), None)
    share = SHARES[-1] if used is None else used
    letters = lettering(share)
    shown = text if used is not None else _cut(text, lambda part: is_in(part, share))
    if lines == 1 or QFontMetricsF(letters).horizontalAdvance(shown) <= width:
        return letters, shown, width
    low, high = width / 2, width
    for _ in range(HALVINGS):  # the least width of as many lines: none of them is a lone word
        middle = (low + high) / 2
        low, high = (low, middle) if is_in(shown, share, middle) else (middle, high)
    return letters, shown, high + 1.0


def _cut(text: str, is_in: Callable[[str], bool]) -> str:
    """Return the most of a text's beginning that is in its place with "…" after it."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_in(text[:middle].rstrip() + CUT) else (low, middle - 1)
    return text[:low].rstrip() + CUT


def _draw_words(painter: QPainter, page: Page, where: Places, theme: Theme) -> None:
    unit = where.unit
    _write(painter, where.title, page.title, theme, pixels=stage.TITLE, unit=unit, role="title")
    if page.count:
        of = f"{page.index + 1} / {page.count}"
        _write(painter, where.count, of, theme, pixels=stage.COUNT, unit=unit, colour="mut", flags=RIGHT)
        _write(painter, where.caption, page.caption, theme, pixels=stage.CAPTION, unit=unit, lines=2)


def _draw_slider(painter: QPainter, slider: Slider, where: Places, theme: Theme) -> None:
    unit, track = where.unit, where.track
    size = stage.SLIDER
    _write(painter, where.slider_words, slider.words, theme, pixels=size, unit=unit, role="title")
    _write(
        painter, where.slider_value, slider.value, theme, pixels=size, unit=unit, role="title", flags=RIGHT
    )
    middle, thick, knob = track.centre[1], 12.0 * unit, stage.KNOB * unit
    at = track.x + knob / 2 + slider.share * (track.width - knob)
    painter.setPen(Qt.PenStyle.NoPen)
    for right, role in ((track.right, "line2"), (at, "ink")):
        painter.setBrush(QColor(theme.colour(role)))
        bar = QRectF(track.x, middle - thick / 2, right - track.x, thick)
        painter.drawRoundedRect(bar, thick / 2, thick / 2)
    painter.setPen(QPen(QColor(theme.colour("ink")), 5.0 * unit))
    painter.setBrush(QColor(theme.colour("card")))
    painter.drawEllipse(QPointF(at, middle), knob / 2 - 2.5 * unit, knob / 2 - 2.5 * unit)


def _draw_dots(painter: QPainter, page: Page, where: Places, theme: Theme) -> None:
    """Draw one dot a step: those behind filled, this one wide, those to come hollow."""
    unit = where.unit
    first, apart, dot = stage.dots(where, page.count)
    middle_y = where.dots.centre[1]
    for place in range(page.count):
        x = first + place * apart
        is_ahead = place > page.index
        painter.setPen(QPen(QColor(theme.colour("mut")), 3.0 * unit) if is_ahead else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_ahead else QColor(theme.colour("ink")))
        wide = min(dot * 2.4, apart * 0.92) if place == page.index else dot
        inset = 1.5 * unit if is_ahead else 0.0
        shape = QRectF(x - wide / 2, middle_y - dot / 2, wide, dot).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)


def _draw_arrow(painter: QPainter, box: Box, unit: float, theme: Theme, way: int, goes: bool) -> None:
    painter.setPen(QPen(QColor(theme.colour("line2")), 2.0 * unit))
    painter.setBrush(QColor(theme.colour("card")))
    painter.drawRoundedRect(rect(box), RADIUS * unit, RADIUS * unit)
    x, y, reach = *box.centre, 13.0 * unit
    pen = QPen(QColor(theme.colour("ink" if goes else "line2")), 4.5 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    tip, tail = x + way * reach / 2, x - way * reach / 2
    painter.drawPolyline(QPolygonF([QPointF(tail, y - reach), QPointF(tip, y), QPointF(tail, y + reach)]))
