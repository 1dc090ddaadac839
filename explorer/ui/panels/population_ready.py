"""What the board shows before anything was trained: the experiments that come with the program, as links."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from explorer.ui.controls.link import LinkButton
from explorer.ui.ground import Ground
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from explorer.paint.theme import Theme
    from explorer.ui.population_commands import PopulationCommands

TITLE: Final = noted("No population yet")
WAY: Final = noted(
    "Run trains the experiment on the left. Or begin with one that is ready-made: a click runs it."
)


class ReadyList(Ground):
    """A link for each experiment, beside it the first sentence of what it is about; made when first seen."""

    def __init__(self, population: PopulationCommands, theme: Theme) -> None:
        super().__init__(theme)
        self.population = population
        self.links: list[LinkButton] = []
        self._title = QLabel(say(TITLE))
        self._title.setObjectName("panel-title")
        self._way = QLabel(say(WAY))
        self._way.setObjectName("status")
        self._way.setWordWrap(True)
        self._inside = QWidget()
        self._inside.setObjectName("form-content")
        self._grid = QGridLayout(self._inside)
        self._grid.setColumnStretch(1, 1)
        self._column = QScrollArea()
        self._column.setObjectName("form")
        self._column.setFrameShape(QFrame.Shape.NoFrame)
        self._column.setWidgetResizable(True)
        self._column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.setWidget(self._inside)
        self._layout = QVBoxLayout(self)
        for part in (self._title, self._way):
            self._layout.addWidget(part)
        self._layout.addWidget(self._column, 1)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        self._layout.setContentsMargins(px(16), px(12), px(8), px(10))
        self._layout.setSpacing(px(6))
        self._grid.setContentsMargins(0, px(4), px(8), 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        for link in self.links:
            link.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.links:
            QTimer.singleShot(0, self._fill)  # reading them takes longer than showing the rest

    def _fill(self) -> None:
        from explorer.training import shipped

        if self.links:
            return
        for row, key in enumerate(shipped.paths()):
            experiment = shipped.shipped(key)
            link = LinkButton(experiment.said_title, self.theme)
            link.setToolTip(experiment.said_about)
            link.clicked.connect(partial(self._run, key))
            about = QLabel(first_sentence(experiment.said_about))
            about.setObjectName("status")
            about.setWordWrap(True)
            about.setToolTip(experiment.said_about)
            self._grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(about, row, 1)
            self.links.append(link)
        self._grid.setRowStretch(len(self.links), 1)

    def _run(self, key: str, _checked: bool = False) -> None:
        from explorer.training import shipped

        if not self.population.is_running:
            self.population.run_shipped(shipped.shipped(key))


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop: one that a space follows, or one of Chinese."""
    words = " ".join(text.split())
    if "。" in words:
        return words.partition("。")[0] + "。"
    sentence, stop, _ = words.partition(". ")
    return f"{sentence}." if stop else words
