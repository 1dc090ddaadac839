"""The document of a story on stage: the step's, edited by hand, or a state on the way to the next."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from explorer.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QObject

    from explorer.plots.figure import View
    from explorer.study.history import History
    from explorer.study.state import State
    from explorer.study.study import Look, Study


class StageSession(Session):
    """A session that can show states on their way, which are no part of any history.

    What is edited at a step can be undone there, and is dropped where the next one is arrived at.
    """

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        self._way: State | None = None
        self._arrived: State = state
        super().__init__(state.study, state.look, parent)

    def _open(self, study: Study, look: Look, history: History | None = None) -> None:
        super()._open(study, look, history)
        self._results: Mapping[str, object] = MappingProxyType(dict(self._arrived.results))
        for key, view in self._arrived.views.items():
            self._views.keep(key, view)
        self._renew()

    def _renew(self) -> None:
        super()._renew()
        if self._way is not None:
            self._state = self._way

    def pass_by(self, state: State) -> None:
        """Show a state on the way."""
        self.clock.edit()
        self._way = self._state = state
        self.changed.emit()
        self.clock.told()

    def arrive(self, state: State) -> None:
        """Begin anew at a step, with its limits and results."""
        self._way, self._arrived = None, state
        if self.in_gesture:
            self.history.cancel()
        self.open(state.study, state.look)

    def keep_view(self, key: str, view: View | None) -> None:
        """Keep the limits of one card, where they are not on their way themselves."""
        if self._way is None:
            super().keep_view(key, view)
