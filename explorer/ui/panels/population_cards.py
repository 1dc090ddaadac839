"""The cards of a population's board: they stay in their places; that of the runs opens one as a study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from explorer.plots.population.handles import newest, nudge, scrolled
from explorer.plots.population.reading import note_of, population_of, record_of
from explorer.plots.population.ribbons import CURSOR
from explorer.plots.population.runs_view import chosen_run
from explorer.ui.cards.card import Card
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.plots.move import Move
    from explorer.study.state import State
    from explorer.ui.session import Session

OPEN: Final = noted("The chosen run at the update shown, as a study of its own")
CLICK: Final = noted("Click a run first")
TO_START: Final = 1e6  # records, more than any population has
BUTTON: Final = 26  # height of the button in the header
WHEEL_ROWS: Final = 3  # of the list for a notch of the wheel


class PopulationCard(Card):
    """A card that is neither closed nor moved.

    A double click on the cursor of time, Home and End bring it to either end; at the newest it goes along.
    """

    @property
    def is_movable(self) -> bool:
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
            handle = self.canvas.layout_of_figure.hit(event.position().x(), event.position().y())
            return handle is not None and handle.id == CURSOR and self._go(newest(self._state))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            has_cursor = any(handle.id == CURSOR for handle in self.canvas.figure.handles)
            if has_cursor and event.key() == Qt.Key.Key_End:
                return self._go(newest(self._state))
            if has_cursor and event.key() == Qt.Key.Key_Home:
                return self._go(nudge(self._state, CURSOR, -TO_START))
        return super().eventFilter(watched, event)

    @property
    def _state(self) -> State:
        return self.canvas.session.state

    def _go(self, move: Move | None) -> bool:
        if move is not None:
            self.canvas.session.show_look(move.state.look)
        return True


class RunsCard(PopulationCard):
    """The runs, which the wheel scrolls; `open_asked` carries cell, seed and update of one to open."""

    open_asked = Signal(int, int, int)

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: object = None) -> None:
        self.open_button: QPushButton | None = None
        super().__init__(session, plot, theme, parent)  # type: ignore[arg-type]
        self.open_button = QPushButton(say("Open as study"), self)
        self.open_button.clicked.connect(self.open_run)
        self._wheel = 0.0  # rows still to scroll: touch pads send parts of a notch
        self.canvas.scrolled.connect(self._wheeled)
        session.changed.connect(self._show_state)
        self.set_theme(theme)
        self._show_state()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.open_button is not None:
            self.open_button.setFixedHeight(px(BUTTON))
            self._place_buttons()

    def _place_buttons(self) -> None:
        super()._place_buttons()
        if self.open_button is not None:
            width = self.open_button.sizeHint().width()
            left = self.menu_button.x() - width - px(6)
            self.open_button.setGeometry(left, px(4), width, px(BUTTON))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    def _show_state(self) -> None:
        if self.open_button is not None and not self.isHidden():
            found = run_to_open(self.canvas.session)
            population = population_of(self.canvas.session.state)
            self.open_button.setVisible(not note_of(population))
            self.open_button.setEnabled(found is not None)
            self.open_button.setToolTip(say(CLICK if found is None else OPEN))

    def _wheeled(self, notches: float) -> None:
        """Scroll by whole rows."""
        self._wheel += notches * WHEEL_ROWS
        rows = int(self._wheel)
        self._wheel -= rows
        if rows:
            session = self.canvas.session
            session.show_look(scrolled(session.state, rows).look)

    def open_run(self) -> None:
        """Ask for the chosen run as a study."""
        found = run_to_open(self.canvas.session)
        if found is not None:
            self.open_asked.emit(*found)


def run_to_open(session: Session) -> tuple[int, int, int] | None:
    """Return cell, seed and update of the run that is chosen; None where there is none."""
    population, chosen = population_of(session.state), chosen_run(session.state)
    record = None if population is None else record_of(session.state, population)
    if population is None or chosen is None or record is None:
        return None
    experiment = population.experiment
    if chosen[0] >= len(experiment.cells) or chosen[1] >= experiment.seeds:
        return None  # it was chosen of another population
    return *chosen, int(population.summary.updates[record])
