"""Where a lesson lies: over the bars in the hand's column, so that every figure stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.ui.cards.arrangement import EDITOR_HEIGHT, GAP, Arrangement, Rectangle

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_BARS, LEAST_LIST = 270, 320  # logical pixels that the editor keeps; beyond, a lesson scrolls


def with_lesson(
    made: Arrangement, height_of: Callable[[int], int], lists: bool, scale: float = 1.0
) -> Arrangement:
    """Put a lesson on top of the column of the editor; the table goes where it leaves too little room.

    height_of: the height that shows all of the lesson at a width. lists: whether the editor is a list of many
    classes. An enlarged editor leaves no room for a lesson.
    """
    places = dict(made.places)
    editor, table = places["logits"], places.pop("classes", None)
    gap, wanted = round(GAP * scale), height_of(editor.width)
    bottom = editor.bottom if table is None else table.bottom
    if table is not None and table.y - 2 * gap - wanted >= EDITOR_HEIGHT * scale:
        places["classes"], bottom = table, table.y - gap
    least = round((LEAST_LIST if lists else LEAST_BARS) * scale)
    height = max(2, min(wanted, bottom - editor.y - gap - least))
    top = editor.y + height + gap
    places["lesson"] = Rectangle(editor.x, editor.y, editor.width, height)
    places["logits"] = Rectangle(editor.x, top, editor.width, max(2, bottom - top))
    return replace(made, places=places)
