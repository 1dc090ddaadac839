"""Pictures and numbers of cards on the clipboard; each function returns what the status line then says."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from explorer.paint.export import Making, drawing_of, painted
from explorer.plots.copying import class_numbers, latex_of, numbers_of, python_of
from explorer.study.pictures import state_text
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.paint.export import Painted
    from explorer.study.state import State
    from explorer.ui.cards.canvas import Canvas

DENSITY: Final = 2.0  # pixels of a copied picture for one on screen
CHOOSE: Final = noted("Choose a card first: Tab or a click gives it the focus")
NOTHING: Final = noted("Nothing to copy here")
TYPES: Final = {".png": "image/png", ".svg": "image/svg+xml", ".pdf": "application/pdf"}


def copy_picture(canvas: Canvas) -> str:
    """Copy the card with twice the pixels that it has on screen, as a drawing too, the state in both."""
    drawing, size, inside = drawing_of(canvas.figure, canvas.theme), _size(canvas), _state_text(canvas)
    picture = painted(drawing, ".png", size, Making(DENSITY * canvas.ui_scale, state_text=inside))
    put_painted(picture, painted(drawing, ".svg", size, Making(state_text=inside)))
    width, height = picture.pixels
    return say(
        "Copied the picture of {card}, {width} × {height} pixels",
        card=_title(canvas), width=width, height=height,
    )  # fmt: skip


def copy_svg(canvas: Canvas) -> str:
    """Copy the card as a drawing, for programs that take SVG and as text."""
    making = Making(state_text=_state_text(canvas))
    put_painted(painted(drawing_of(canvas.figure, canvas.theme), ".svg", _size(canvas), making))
    return say("Copied {card} as SVG", card=_title(canvas))


def put_painted(picture: Painted, drawing: Painted | None = None) -> str:
    """Put a picture onto the clipboard, beside it the same as an SVG drawing; say what was copied.

    The content of the file is offered under its own type, so that the state inside arrives; pixels also as
    the system's programs take them, an SVG alone also as text.
    """
    data = QMimeData()
    for each in (picture, drawing) if drawing is not None else (picture,):
        data.setData(TYPES[each.ending], each.content())
    if isinstance(picture.picture, QImage):
        data.setImageData(picture.picture)
    elif picture.ending == ".svg":
        data.setText(picture.content().decode())
    QGuiApplication.clipboard().setMimeData(data)
    return say("Copied {title} as {form}", title=picture.title, form=picture.ending[1:].upper())


def copy_numbers(canvas: Canvas) -> str:
    """Copy what the card shows as a table with tabs, every digit."""
    text = numbers_of(canvas.session.state, canvas.plot.key)
    if not text:
        return say(NOTHING)
    QGuiApplication.clipboard().setText(text)
    return say_count(
        text.count("\n") - 1,
        "Copied {count} row of numbers with their headings",
        "Copied {count} rows of numbers with their headings",
    )


def copy_latex(canvas: Canvas) -> str:
    """Copy what the card shows as a LaTeX table, with the digits that papers print."""
    text = latex_of(canvas.session.state, canvas.plot.key)
    return _put_text(text, say("Copied {card} as a LaTeX table", card=_title(canvas)))


def copy_python(canvas: Canvas) -> str:
    """Copy what the card shows as lists of Python, every digit."""
    text = python_of(canvas.session.state, canvas.plot.key)
    return _put_text(text, say("Copied {card} as Python lists", card=_title(canvas)))


def copy_script(state: State, framework: str) -> str:
    """Copy a program that prints the values and gradients of the sample, or say why there is none."""
    from explorer.analysis.scripts import FRAMEWORKS, ScriptFailure, script  # not needed to show the window

    try:
        text = script(state, framework)
    except ScriptFailure as failure:
        return str(failure)
    return _put_text(text, say("Copied a script for {framework}", framework=FRAMEWORKS[framework].title))


def _put_text(text: str, words: str) -> str:
    if not text:
        return say(NOTHING)
    QGuiApplication.clipboard().setText(text)
    return words


def copy_number(canvas: Canvas) -> str:
    """Copy the number under the pointer, every digit."""
    found = canvas.lens()
    if found is None:
        return say(NOTHING)
    text = repr(found.number)
    QGuiApplication.clipboard().setText(text)
    return say("Copied {text}", text=text)


def copy_class(state: State, class_index: int) -> None:
    """Copy logit, target and readings of one class."""
    QGuiApplication.clipboard().setText(class_numbers(state, (class_index,)))


def copy_focused(name: str = "copy_picture") -> str:
    """Copy the card that has the focus in one of WAYS."""
    canvas = focused_canvas()
    return WAYS[name](canvas) if canvas is not None else say(CHOOSE)


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


def _title(canvas: Canvas) -> str:
    return say(canvas.plot.title).lower()


def _state_text(canvas: Canvas) -> str | None:
    """Return the study that a picture of the card carries; what a population came to is none."""
    plot = canvas.plot
    return None if plot.group == "population" else state_text(canvas.session.state, plot.key)


WAYS: Final[Mapping[str, Callable[[Canvas], str]]] = MappingProxyType({
    "copy_picture": copy_picture,
    "copy_svg": copy_svg,
    "copy_numbers": copy_numbers,
    "copy_latex": copy_latex,
    "copy_python": copy_python,
})  # fmt: skip
