"""The pointer over the stage: hidden while it rests, back with the way out when it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REST: Final = 2000  # milliseconds
_NEWS: Final = (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress)


class PointerRest(QObject):
    """Watches widgets; `moved` comes with every move, `rested` when there was none for a while."""

    moved = Signal()
    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at = QPoint(-1, -1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.rested)

    def watch(self, *widgets: QWidget) -> None:
        """Watch these too."""
        for widget in widgets:
            widget.installEventFilter(self)

    def wait(self) -> None:
        """Begin to wait anew."""
        self._timer.start()

    def stop(self) -> None:
        """Say nothing more."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _NEWS and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if at != self._at:  # Qt makes moves of its own where widgets come and go
                self._at = at
                self.wait()
                self.moved.emit()
        return super().eventFilter(watched, event)
