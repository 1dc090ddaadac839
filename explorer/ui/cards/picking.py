"""Choosing a class for an axis by clicking it, in whatever card or list it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from explorer.plots.choices import AXES, on_axis
from explorer.wording import noted, say

if TYPE_CHECKING:
    from explorer.ui.session import Session

ASKS: Final = {
    "slice": noted("Click a class for the slice. Esc leaves."),
    "across": noted("Click a class for the landscape's axis across. Esc leaves."),
    "up": noted("Click a class for the landscape's axis up. Esc leaves."),
}


class Picking(QObject):
    """Which axis waits for a class, if one does.

    Cards and lists of classes ask `take` before they do anything else with a click on a class.
    `changed` comes when waiting begins or ends, `said` carries what the status line tells.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._axis: str | None = None

    @property
    def axis(self) -> str | None:
        """The axis that waits for a class, one of AXES; None while none does."""
        return self._axis

    def start(self, axis: str) -> None:
        """Let an axis wait for a click on a class."""
        if axis not in AXES:
            message = f"axis {axis!r} is unknown; allowed: {', '.join(AXES)}"
            raise ValueError(message)
        self._set(axis, say(ASKS[axis]))

    def take(self, class_index: int) -> bool:
        """Put a class on the waiting axis; say whether one was waiting."""
        if self._axis is None:
            return False
        look = on_axis(self._session.state.look, self._axis, class_index)
        self._set(None, "")
        self._session.show_look(look)
        return True

    def leave(self) -> bool:
        """Wait no longer; say whether an axis was waiting."""
        if self._axis is None:
            return False
        self._set(None, "")
        return True

    def _set(self, axis: str | None, words: str) -> None:
        self._axis = axis
        self.said.emit(words)
        self.changed.emit()
