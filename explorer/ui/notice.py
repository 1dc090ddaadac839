"""A bar under the title in which problems are said, with a way on and a way to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from explorer.paint.surface import colour
from explorer.ui.icons import icon
from explorer.ui.severity import draw_severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.paint.theme import Theme

GROUNDS = {"error": "error_ground", "warning": "warning_ground", "note": "sunk"}


class Notice(QWidget):
    """One message at a time: what happened, what was kept, one way on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.severity = "note"
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.closer = QToolButton()
        self.closer.setObjectName("quiet")
        self.closer.setAccessibleName("Close this message")
        self.closer.setToolTip("Close")
        self.closer.clicked.connect(self.hide)
        self._run: Callable[[], object] | None = None
        self.button.clicked.connect(self._go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(36, 6, 8, 6)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.closer)
        self.set_theme(theme)
        self.hide()

    def say(
        self, text: str, severity: str = "error", way: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a message of severity error, warning or note, with an optional button `way`."""
        self.severity = severity
        self.text.setText(text)
        self._run = run
        self.button.setText(way)
        self.button.setVisible(run is not None)
        self.setAccessibleName(f"{severity}: {text}")
        self.show()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.closer.setIcon(icon("close", theme.colour("mut")))
        self.update()

    def _go(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colour(self._theme.colour("edge" if self.severity == "note" else self.severity))
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(colour(self._theme.colour(GROUNDS[self.severity])))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        draw_severity(painter, self._theme, self.severity, QPointF(20, self.height() / 2))
        painter.end()
