"""The board of populations: an experiment, its ribbons, a heat map, its runs, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explorer.analysis.populations import Population
from explorer.jobs.results import shown_name
from explorer.plots import numbers, plot_of
from explorer.plots.phrases import stated
from explorer.plots.population.reading import is_single
from explorer.training.how import said_how
from explorer.ui.panels.population_bar import PopulationBar
from explorer.ui.panels.population_cards import PopulationCard, RunsCard
from explorer.ui.panels.population_form import ExperimentForm
from explorer.ui.panels.population_places import places
from explorer.ui.panels.population_ready import ReadyList
from explorer.ui.population_commands import BESIDE
from explorer.ui.scaling import scale
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from explorer.paint.theme import Theme
    from explorer.ui.panels.population_places import Room
    from explorer.ui.population_commands import PopulationCommands

CARDS: Final = {  # name of a place -> key of the figure that has it
    "1": "population",
    "2": "population_second",
    "heat": "population_heat",
    "runs": "population_runs",
    "beside 1": "population_beside",
    "beside 2": "population_second_beside",
}
REDUCTION: Final = noted("mean over rows, sum over classes")


class PopulationBoard(QWidget):
    """A population and what it is made of.

    `facts_said` carries what the status line says of it: dtype, device, reduction and so on, "" for nothing.
    Everything shown follows from the session's state; a card that is not seen makes no figure.
    """

    facts_said = Signal(dict)
    said = Signal(str)
    export_asked = Signal(str)

    def __init__(self, population: PopulationCommands, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.population, self.session, self.theme = population, population.session, theme
        self.form = ExperimentForm(population, theme)
        self.bar = PopulationBar(population, theme)
        self.ready = ReadyList(population, theme)
        self.cards: dict[str, PopulationCard] = {}
        self.column = QScrollArea()
        self.column.setObjectName("column")
        self.column.setFrameShape(QFrame.Shape.NoFrame)
        self.column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.inside.setObjectName("column-content")
        self.column.setWidget(self.inside)
        for part in (self.column, self.form, self.bar, self.ready):
            part.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.session.changed.connect(self._changed)
        population.changed.connect(self._say_facts)
        population.ready_asked.connect(self.form.open_ready)

    # Parts

    def card(self, name: str) -> PopulationCard:
        """Return a card, made when it is first seen."""
        if name not in self.cards:
            kind = RunsCard if name == "runs" else PopulationCard
            made = kind(self.session, plot_of(CARDS[name]), self.theme, self.inside)
            made.enlarge_asked.connect(self._enlarge)
            made.canvas.said.connect(self.said)
            made.canvas.export_asked.connect(self.export_asked)
            if isinstance(made, RunsCard):
                made.open_asked.connect(self.population.runs.open)
            self.cards[name] = made
        return self.cards[name]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme and scale."""
        self.theme = theme
        self.form.set_theme(theme)
        self.bar.set_theme(theme)
        self.ready.set_theme(theme)
        for card in self.cards.values():
            card.set_theme(theme)
        self._arrange()

    @property
    def enlarged(self) -> str:
        """The card that covers the others, "" where none does."""
        key = self.session.state.look.enlarged
        return next((name for name, plot in CARDS.items() if plot == key), "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was trained or opened yet, and nothing is under way."""
        return self.population.population is None and self.population.training is None

    def _enlarge(self, key: str) -> None:
        """Let a card cover the others, or put it back."""
        is_it = self.session.state.look.enlarged == key
        self.session.look(enlarged=None if is_it else key)

    def leave(self) -> bool:
        """Leave a drag under way, or put the enlarged card back; say whether there was either."""
        if any([card.canvas.cancel() for card in self.cards.values()]):  # noqa: C419 - every one of them
            return True
        if self.enlarged:
            self.session.look(enlarged=None)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End and not event.modifiers():
            self.population.look_at_newest()
        else:
            super().keyPressEvent(event)

    # Showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facts_said.emit({})

    def _changed(self) -> None:
        if not self.isVisible():
            return
        self._arrange()
        self.form.refresh()
        self.bar.refresh()
        self._say_facts()

    def _arrange(self) -> None:
        """Lay the parts out; a card is made when it first has a place."""
        is_beside = isinstance(self.session.state.results.get(BESIDE), Population)
        enlarged, empty = self.enlarged, self.is_empty and not is_beside
        found = places(
            self.width(), self.height(), scale(), beside=is_beside, enlarged=enlarged, empty=empty,
            single=is_single(self.session.state),
        )  # fmt: skip
        self.ready.setVisible(empty)
        for name in CARDS:
            if name in found:
                self.card(name).show_enlarged(name == enlarged)
            if name in self.cards:
                self.cards[name].setVisible(name in found)
        self.column.setVisible("cards" in found)
        parts: dict[str, QWidget] = {
            "form": self.form, "bar": self.bar, "ready": self.ready, "cards": self.column,
        }  # fmt: skip
        for name, part in parts.items():
            if name in found:
                part.setGeometry(rectangle(found[name]))
        self._place_cards({name: room for name, room in found.items() if name in self.cards}, found)

    def _place_cards(self, rooms: Mapping[str, Room], found: Mapping[str, Room]) -> None:
        """Lay the cards out in what is scrolled, which has the size of all of them."""
        view = found.get("cards")
        if view is None:
            return
        below = max(room.y + room.height for room in rooms.values()) - view.y
        self.inside.resize(view.width, max(view.height, below))
        for name, room in rooms.items():
            self.cards[name].setGeometry(rectangle(room).translated(-view.x, -view.y))

    def _say_facts(self) -> None:
        if self.isVisible():
            self.facts_said.emit(facts(self.population))


def rectangle(room: Room) -> QRect:
    """Return a place as Qt has it."""
    return QRect(room.x, room.y, room.width, room.height)


def facts(population: PopulationCommands) -> dict[str, str]:
    """Return what the status line says of the population that is shown, else of the one that is asked for."""
    shown = population.population
    experiment = shown.experiment if shown is not None else population.experiment
    last = experiment.seed + experiment.seeds - 1
    training = population.training if not population.is_aside else None
    stage = training.stage if training is not None else None
    device = stage.device if stage is not None else shown.summary.device if shown is not None else ""
    rung = stage.rung if stage is not None else shown.summary.rung if shown is not None else ""
    path = shown.path if shown is not None else None
    return {
        "dtype": experiment.dtype,
        "device": stated(said_how(part) for part in (device, rung) if part) or _device(population.device),
        "reduction": say(REDUCTION),
        "checked": say(
            "seeds {first} to {last}", first=numbers.count(experiment.seed), last=numbers.count(last)
        ),
        "findings": say("Result: {name}", name=shown_name(path)) if path is not None else "",
    }


def _device(name: str) -> str:
    """Return how a device is called that was chosen, of which nothing else is known yet."""
    return say("auto", "a device") if name == "auto" else name
