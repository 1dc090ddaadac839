"""The experiment of a population as a form: task, losses, training; below it what it will take, and Run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout

from explorer.catalogue import by_family
from explorer.losses import LOSSES
from explorer.plots.figure import LossLook
from explorer.ui import menus
from explorer.ui.bars import Elided
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.panels.population_changes import plain_title
from explorer.ui.panels.population_estimate import EstimateBox
from explorer.ui.panels.population_fields import Fields
from explorer.ui.panels.population_menus import fill_more, fill_ready
from explorer.ui.panels.signs import sign_icon
from explorer.ui.population_experiment import UNNAMED
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.population_commands import PopulationCommands

BUTTON: Final = 32
SIGN: Final = 14
WIDE: Final = 270  # from which on buttons have all their words
BAR: Final = 8  # width of the scroll bar
SAVE: Final = noted("The experiment as a file that the command line runs too")
WRONG: Final = noted("A field is not understood; it says why.")


class ExperimentForm(Ground):
    """Everything of the experiment that can be chosen; what is typed changes it at once."""

    def __init__(self, population: PopulationCommands, theme: Theme) -> None:
        super().__init__(theme)
        self.population = population
        self.fields = Fields(population, theme)
        self.estimate = EstimateBox(population)
        self.title = QLabel(say("Experiment"))
        self.title.setObjectName("panel-title")
        self.name = Elided("status")
        self.ready_button = QPushButton(say("Ready-made"))
        self.ready_button.setToolTip(say("Experiments that come with the program: one click runs it"))
        self.ready_menu = QMenu(say("Ready-made experiments"), self)
        self.ready_menu.setToolTipsVisible(True)
        self.ready_button.clicked.connect(self.open_ready)
        self.ready_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its sign stands at the right
        self.run_button = QPushButton(say("Run"))
        self.run_button.setObjectName("primary")
        self.save_button = QPushButton(say("Save as TOML"))
        self.more_button = QPushButton()
        self.more_button.setObjectName("plain")
        self.more_button.setProperty("sign", True)
        self.more_button.setAccessibleName(say("More about experiments and results"))
        self.more_button.setToolTip(say("Open an experiment or a result, save, compare"))
        self.more_menu = QMenu(say("Experiments and results"), self)
        self.more_menu.aboutToShow.connect(lambda: fill_more(self.more_menu, population))
        self.more_button.clicked.connect(self._open_more)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._layout = QVBoxLayout(self)
        self._head = head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.ready_button)
        self._layout.addLayout(head)
        self._layout.addWidget(self.name)
        self.column = QScrollArea()
        self.column.setObjectName("form")
        self.column.setFrameShape(QFrame.Shape.NoFrame)
        self.column.setWidgetResizable(True)
        self.column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.setWidget(self.fields)
        self.column.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._fit_bar())
        self._layout.addWidget(self.column, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.estimate)
        self._buttons = QHBoxLayout()
        for button in (self.run_button, self.save_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.more_button)
        self._foot.addLayout(self._buttons)
        self._layout.addLayout(self._foot)

    def _fit_bar(self) -> None:
        """Let the bar of the column lie in the card's margin, not beside the fields."""
        there = self.column.verticalScrollBar().maximum() > 0
        self.fields.set_bar_room(0 if there else px(BAR))

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.population.run)
        self.save_button.clicked.connect(self.population.files.ask_save_spec)
        self.fields.add_menu.aboutToShow.connect(self._fill_losses)
        self.fields.checked.connect(self._show_buttons)
        self.population.changed.connect(self._show_buttons)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        self.fields.set_theme(theme)
        self.estimate.refit()
        self._layout.setContentsMargins(px(12), px(8), px(12 - BAR), px(10))
        self._head.setContentsMargins(0, 0, px(BAR), 0)
        self._foot.setContentsMargins(0, 0, px(BAR), 0)
        self._foot.setSpacing(px(8))
        self._fit_bar()
        self._layout.setSpacing(px(8))
        self._buttons.setSpacing(px(6))
        self.run_button.setIcon(icon("play", theme.colour("card"), theme.colour("edge")))
        self.more_button.setIcon(icon("more", theme.colour("ink")))
        self.ready_button.setIcon(icon("down", theme.colour("ink")))
        for button in (self.run_button, self.more_button, self.ready_button):
            button.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.more_button.setFixedWidth(px(BUTTON))
        for button in (self.run_button, self.save_button, self.more_button):
            button.setFixedHeight(px(BUTTON))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.save_button.setText(say("Save as TOML") if self.width() >= px(WIDE) else say("Save"))

    def refresh(self) -> None:
        """Show the experiment of the state as it is now."""
        experiment = self.population.experiment
        if plain_title(experiment.said_title) != plain_title(self.name.whole):
            self.column.verticalScrollBar().setValue(0)  # what another one is about stands at the top
        self.name.say(experiment.said_title)
        self.name.setVisible(experiment.title != UNNAMED)
        self.fields.refresh()
        self._show_buttons()

    def _show_buttons(self) -> None:
        running, wrong = self.population.is_running, self.fields.problem
        self.estimate.refresh(wrong)
        board = self.parentWidget()
        if running and self.run_button.hasFocus() and board is not None:
            board.setFocus()  # not to the next button, which Space would press
        self.run_button.setEnabled(not (running or wrong))
        self.run_button.setText(say("Run again") if self.population.population is not None else say("Run"))
        tip = say("Train it from the beginning")
        self.run_button.setToolTip(say(WRONG) if wrong else say("It is running") if running else tip)
        self.save_button.setEnabled(not wrong)
        self.save_button.setToolTip(say(WRONG if wrong else SAVE))

    def open_ready(self) -> None:
        """List the experiments that come with the program, under their button."""
        fill_ready(self.ready_menu, self.population)
        self.ready_menu.popup(self.ready_button.mapToGlobal(self.ready_button.rect().bottomLeft()))

    def _open_more(self) -> None:
        self.more_menu.popup(self.more_button.mapToGlobal(self.more_button.rect().topLeft()))

    def _fill_losses(self) -> None:
        """Offer every loss, by families."""
        menus.clear(self.fields.add_menu)
        for family, losses in by_family(LOSSES.values()).items():
            menu = self.fields.add_menu.addMenu(say(family))
            menu.setObjectName("losses")
            for loss in losses:
                sign = sign_icon(LossLook(loss.family, loss.member), self.theme)
                action = menu.addAction(sign, loss.said)
                action.triggered.connect(lambda _checked=False, key=loss.key: self.fields.add_loss(key))
