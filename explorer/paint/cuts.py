"""Texts that a picture does not show whole: heard while it is painted, so that a screen can tell them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

LINE: Final = 16.0  # height of a line of text, as far as it is pointed at


class Cut(NamedTuple):
    """Where a text stands that was cut or left out, in the painter's own units, and the whole of it."""

    box: QRectF
    text: str


_heard: list[list[Cut]] = []


@contextmanager
def listening() -> Iterator[list[Cut]]:
    """Gather what is cut in all that is painted meanwhile."""
    found: list[Cut] = []
    _heard.append(found)
    try:
        yield found
    finally:
        _heard.pop()


def tell(painter: QPainter, left: float, middle: float, width: float, text: str) -> None:
    """Say that a text is not whole in a line of this width, or that a sign stands in its place."""
    if _heard:
        box = QRectF(left, middle - LINE / 2, width, LINE)
        _heard[-1].append(Cut(painter.worldTransform().mapRect(box), text))
