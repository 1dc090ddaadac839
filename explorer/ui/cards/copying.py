"""Pictures and numbers of cards on the clipboard; each function returns what the status line then says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.paint.export import to_image, to_svg
from explorer.plots.copying import class_numbers, numbers_of
from explorer.plots.numbers import count

if TYPE_CHECKING:
    from explorer.study.state import State
    from explorer.ui.cards.canvas import Canvas

DENSITY: Final = 2.0  # pixels of a copied picture for one on screen
CHOOSE: Final = "Choose a card first: Tab or a click gives it the focus"
NOTHING: Final = "Nothing to copy here"
SVG: Final = "image/svg+xml"


def copy_picture(canvas: Canvas) -> str:
    """Copy the card as a picture with twice the pixels that it has on screen."""
    image = to_image(canvas.figure, _size(canvas), canvas.theme, DENSITY * canvas.ui_scale)
    QGuiApplication.clipboard().setImage(image)
    return f"Copied the picture of {canvas.plot.title.lower()}, {image.width()} × {image.height()} pixels"


def copy_svg(canvas: Canvas) -> str:
    """Copy the card as a drawing, for programs that take SVG and as text."""
    drawing = to_svg(canvas.figure, _size(canvas), canvas.theme)
    data = QMimeData()
    data.setData(SVG, drawing)
    data.setText(drawing.decode())
    QGuiApplication.clipboard().setMimeData(data)
    return f"Copied {canvas.plot.title.lower()} as SVG"


def copy_numbers(canvas: Canvas) -> str:
    """Copy what the card shows as a table with tabs, every digit."""
    text = numbers_of(canvas.session.state, canvas.plot.key)
    if not text:
        return NOTHING
    QGuiApplication.clipboard().setText(text)
    lines = text.count("\n") - 1
    return f"Copied {count(lines)} {'row' if lines == 1 else 'rows'} of numbers with their headings"


def copy_number(canvas: Canvas) -> str:
    """Copy the number under the pointer, every digit."""
    found = canvas.lens()
    if found is None:
        return NOTHING
    text = repr(found.number)
    QGuiApplication.clipboard().setText(text)
    return f"Copied {text}"


def copy_class(state: State, class_index: int) -> None:
    """Copy logit, target and readings of one class."""
    QGuiApplication.clipboard().setText(class_numbers(state, (class_index,)))


def copy_focused() -> str:
    """Copy the card that has the focus as a picture."""
    canvas = focused_canvas()
    return copy_picture(canvas) if canvas is not None else CHOOSE


def focused_canvas() -> Canvas | None:
    """Return the canvas of the card that has the focus, itself or one of its buttons."""
    from explorer.ui.cards.canvas import Canvas  # which shows a menu with what is here

    widget = QApplication.focusWidget()
    if isinstance(widget, Canvas):
        return widget
    parent = widget.parentWidget() if widget is not None else None
    found = (
        parent.findChild(Canvas) if parent is not None and parent.objectName().startswith("card-") else None
    )
    return found if isinstance(found, Canvas) else None


def _size(canvas: Canvas) -> tuple[int, int]:
    """Return the size of the card at UI scale 1, as the painter takes it."""
    return max(round(canvas.width() / canvas.ui_scale), 1), max(round(canvas.height() / canvas.ui_scale), 1)
