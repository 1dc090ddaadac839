"""The head of a loss in an experiment's form: its sign, its name, whether it is trained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from explorer.losses import LOSSES
from explorer.paint.signs import SWATCH
from explorer.plots.figure import LossLook
from explorer.ui.controls.toggle import Toggle
from explorer.ui.icons import icon
from explorer.ui.lettering import write
from explorer.ui.panels.signs import draw_sign
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme

HEIGHT: Final = 27
FOLD: Final = 24  # side of the button that shows all settings
SIGN: Final = 14
BESIDE: Final = 8  # between sign and name


class LossHead(QWidget):
    """One loss; `switched` says whether it is to be trained, `unfolded` asks for all settings, or fewer."""

    switched = Signal(bool)
    unfolded = Signal()

    def __init__(self, key: str, theme: Theme, opacity: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._theme = key, theme
        loss = LOSSES[key]
        self._look = LossLook(loss.family, loss.member, opacity)
        self.toggle = Toggle(say("Train {loss}", loss=loss.said), theme, self)
        self.toggle.setToolTip(say("Train {loss}, or leave it out", loss=loss.said))
        self.toggle.clicked.connect(self.switched)
        self.more = QToolButton(self)
        self.more.setObjectName("quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self.unfolded)
        self.more.hide()
        self.setToolTip(loss.said)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def show_on(self, on: bool) -> None:
        """Show whether it is trained."""
        self.toggle.show_on(on)
        self.update()

    def show_folding(self, possible: bool, is_open: bool) -> None:
        """Offer to show all settings, or only those that were set."""
        all_of_them = say("Settings of {loss}", loss=LOSSES[self.key].said)
        words = say("Only the settings that were set") if is_open else all_of_them
        self.more.setToolTip(words)
        self.more.setAccessibleName(words)
        self.more.setIcon(icon("up" if is_open else "down", self._theme.colour("mut")))
        self.more.setVisible(possible)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self.toggle.set_theme(theme)
        self.more.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self.toggle.sizeHint()
        left = self.width() - size.width() + px(5)
        self.toggle.move(left, (self.height() - size.height()) // 2)
        self.more.setGeometry(left - px(FOLD), (self.height() - px(FOLD)) // 2, px(FOLD), px(FOLD))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            middle, on = HEIGHT / 2, self.toggle.isChecked()
            draw_sign(painter, self._theme, SWATCH / 2, middle, self._look)
            left = SWATCH + BESIDE
            right = self.more.x() if self.more.isVisibleTo(self) else self.toggle.x()
            room = right / scale() - left
            title = LOSSES[self.key].said
            write(
                painter, self._theme, left, middle, title, colour_of="ink" if on else "mut", room=room
            )  # fmt: skip
