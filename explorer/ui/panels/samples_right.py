"""Right of the list of samples: the one looked at, what is wrong with it, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.plots import PLOTS, numbers
from explorer.ui.cards.card import Card
from explorer.ui.panels.doctor import DoctorPanel
from explorer.ui.panels.doctor_marks import DoctorMarks
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.analysis.doctor import Finding
    from explorer.paint.theme import Theme
    from explorer.ui.session import Session

GAP: Final = 8
SHARE: Final = 0.45  # the most of the height that the findings take


class SamplesRight(QWidget):
    """The sample's findings over its card.

    `opened` asks for the desk; `fixing` says that the button of the fix may go, and the keyboard with it.
    """

    opened = Signal()
    fixing = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._fixed: Finding | None = None  # what the button ends
        self._is_listed = True
        self.doctor = DoctorPanel(session, theme, self)
        self.card = Card(session, PLOTS["logits"], theme, self)
        self.card.button.hide()
        self.marks = DoctorMarks(self.doctor, self.card.canvas, theme)
        self.open_button = QPushButton(say("Open in the editor"))
        self.open_button.setObjectName("primary")
        self.open_button.setToolTip(say("Every card of this sample (Enter in the list)"))
        self.fix_button = _Giving()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.doctor)
        self._column.addWidget(self.card, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.fix_button)
        self._column.addLayout(self._buttons)
        self.open_button.clicked.connect(self.opened)
        self.fix_button.clicked.connect(self._fix)
        self.doctor.list.resized.connect(self._fit)
        self.doctor.changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme and scale."""
        self.doctor.set_theme(theme)
        self.card.set_theme(theme)
        self.marks.theme = theme
        self._column.setSpacing(px(GAP))
        self._buttons.setSpacing(px(GAP))
        self._fit()

    def show_listed(self, is_listed: bool) -> None:
        """Take note of whether the sample looked at is in the list."""
        self._is_listed = is_listed

    def refresh(self) -> None:
        """Show the sample looked at; the first finding that one edit ends has its button."""
        self.doctor.set_title(title_of(self.session, self.doctor.about, self._is_listed))
        found = self.doctor.findings if self._is_listed or self.doctor.about is not None else ()
        self._fixed = next((each for each in found if each.fix is not None), None)
        fix = self._fixed.fix if self._fixed is not None else None
        self.fix_button.setVisible(fix is not None)
        self.fix_button.say(fix.label if fix is not None else "")
        self._fit()

    def _fix(self) -> None:
        if self._fixed is not None:
            self.fixing.emit()
            self.doctor.fix(self._fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the findings what they need, and the buttons one row where both fit into it."""
        self.doctor.setFixedHeight(min(self.doctor.wanted_height, round(SHARE * self.height())))
        wide = self.open_button.sizeHint().width() + px(GAP) + self.fix_button.whole_width()
        across = wide <= self.width()
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)


def title_of(session: Session, about: Finding | None, is_listed: bool) -> str:
    """Name what findings are about: the table, or the sample looked at."""
    if about is not None:
        return say("The table and the losses")
    state = session.state
    number, name = state.look.sample + 1, state.sample.name
    said = say("Sample {number}", number=numbers.count(number)) if name in ("", f"sample {number}") else name
    return said if is_listed else say("{sample} (not in the list)", sample=said)


class _Giving(QPushButton):
    """A button whose words are cut where they do not fit, and whole in its tool tip."""

    _whole = ""  # Qt asks for its size before there could be another

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(px(60))

    def say(self, text: str) -> None:
        """Show other words."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._cut()

    def whole_width(self) -> int:
        """The width that shows all words."""
        return self.fontMetrics().horizontalAdvance(self._whole) + px(28)

    def sizeHint(self) -> QSize:
        return QSize(self.whole_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cut()

    def _cut(self) -> None:
        room = self.width() - px(28)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        self.setToolTip(self._whole if self.text() != self._whole else say("one step, which can be undone"))
