"""The bar over the desk (what is open, which sample, the main actions) and the line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from explorer.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.paint.theme import Theme

CONTROL = 32
TOLD = 8000  # milliseconds that small news stays
SIGNS = {"previous_sample": "previous", "next_sample": "next", "undo": "undo", "redo": "redo"}


class Elided(QLabel):
    """A label that gives way: cut with an ellipsis, whole in its tool tip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def say(self, text: str) -> None:
        """Show a text, cut to the room there is."""
        if text != self._whole:
            self._whole = text
            self.updateGeometry()
            self._cut()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 4, metrics.height())

    def resizeEvent(self, event: object) -> None:
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(8, self.width()))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class TitleBar(QWidget):
    """Title, file, sample and the actions one reaches for."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.title = Elided("study-title")
        self.file = Elided("study-file")
        self.sample = QLabel()
        self.sample.setObjectName("sample")
        self._icons = {name: _icon_button(actions[name]) for name in SIGNS}
        self.pin = _text_button(actions["pin"])
        self.open = _text_button(actions["open"], primary=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.file)
        layout.addSpacing(8)
        layout.addWidget(self._icons["previous_sample"])
        layout.addWidget(self.sample)
        layout.addWidget(self._icons["next_sample"])
        layout.addStretch(1)
        layout.addWidget(self._icons["undo"])
        layout.addWidget(self._icons["redo"])
        layout.addWidget(self.pin)
        layout.addWidget(self.open)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        ink, faint = theme.colour("ink"), theme.colour("edge")
        for name, sign in SIGNS.items():
            self._actions[name].setIcon(icon(sign, ink, faint))
        self.pin.setIcon(icon("pin", ink, faint))

    def show_study(self, title: str, file: str, sample: str) -> None:
        """Say what is open and which sample is shown."""
        self.title.say(title)
        self.file.say(file)
        if self.sample.text() != sample:
            self.sample.setText(sample)
        self.pin.setText(self._actions["pin"].text().replace("&", ""))


class StatusLine(QWidget):
    """Precision, reduction and device at the left; the last step, file and frame at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 8)
        layout.setSpacing(20)
        self._labels: dict[str, QLabel] = {}
        for name in ("dtype", "reduction", "device"):
            layout.addWidget(self._label(name))
        self.said = Elided("status")
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(TOLD)
        self._fading.timeout.connect(lambda: self.said.say(""))
        layout.addWidget(self.said, 1)
        for name in ("undo", "saved", "frame"):
            layout.addWidget(self._label(name))

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName("status")
        self._labels[name] = label
        return label

    def tell(self, text: str) -> None:
        """Tell small news, for a while."""
        self.said.say(text)
        self._fading.start()

    def show_facts(self, **facts: str) -> None:
        """Write these facts: dtype, reduction, device, undo, saved, frame."""
        for name, text in facts.items():
            label = self._labels[name]
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFixedSize(CONTROL, CONTROL)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text().replace("&", ""))
    return button


def _text_button(action: QAction, primary: bool = False) -> QPushButton:
    button = QPushButton(action.text().replace("&", "").rstrip("…"))
    button.setObjectName("primary" if primary else "plain")
    button.setFixedHeight(CONTROL)
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button
