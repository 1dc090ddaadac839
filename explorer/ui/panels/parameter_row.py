"""One parameter of a shown loss: its symbol, a slider and a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from explorer.ui.controls import Bounds, NumberField, Scale, Setting, Slider, brief
from explorer.ui.controls.slider import EDGE, KNOB
from explorer.ui.panels.loss_words import parameter_words
from explorer.ui.scaling import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explorer.catalogue import Parameter
    from explorer.paint.theme import Theme

FIELD_WIDTH: Final = 54
FIELD_HEIGHT: Final = 24
GAP: Final = 8


class ParameterRow(QObject):
    """The two controls of a parameter, kept at one setting; `tip` says what it is and may be.

    A drag of the slider says `began`, `changed`, `ended` or `cancelled`; everything else says
    `stepped` (may merge with the same before) or `entered`.
    """

    began = Signal()
    changed = Signal(object)
    ended = Signal()
    cancelled = Signal()
    stepped = Signal(object)
    entered = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, title: str, classes: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = parameter
        what, allowed = parameter_words(parameter)
        name = f"{what}; {allowed}"
        self.tip = f"{what}\n{allowed}"
        whole = parameter.kind == "integer"
        self.scale = Scale(*parameter.span, parameter.logarithmic, whole)
        self.slider = Slider(name, self.scale, theme, parent)
        self.slider.setToolTip(f"{self.tip}\ndouble click: back to {self._short(parameter.default)}")
        bounds = Bounds(
            parameter.symbol,
            parameter.low,
            parameter.high,
            whole,
            classes if parameter.kind == "per_class" else 0,
        )
        self.field = NumberField(bounds, self._short, parent)
        self.field.setAccessibleName(name)
        self.field.setToolTip(self.tip)
        for control in (self.slider, self.field):
            control.setAccessibleDescription(f"Setting of {title}")
        self._connect()

    def _connect(self) -> None:
        self.slider.began.connect(self.began)
        self.slider.moved.connect(self.changed.emit)
        self.slider.ended.connect(self.ended)
        self.slider.cancelled.connect(self.cancelled)
        self.slider.stepped.connect(self.stepped.emit)
        self.slider.reset.connect(lambda: self.entered.emit(self.parameter.default))
        self.field.entered.connect(self.entered)
        self.field.stepped.connect(self._step)
        self.field.refused.connect(self.refused)

    def _short(self, number: float) -> str:
        return str(int(number)) if self.scale.whole else brief(number)

    def _step(self, steps: int) -> None:
        number = self.scale.moved(self.slider.number, steps)
        if number != self.slider.number:
            self.stepped.emit(number)

    def show_setting(self, setting: Setting) -> None:
        """Show a setting; one number a class leaves the slider without a place."""
        many = isinstance(setting, tuple)
        if self.slider.isEnabled() == many:
            self.slider.setEnabled(not many)
        if not isinstance(setting, tuple):
            self.slider.show_number(setting)
        self.field.show_setting(setting)

    @property
    def short_setting(self) -> str:
        """The setting in a few letters; of one number a class that there are several."""
        return "…" if not self.slider.isEnabled() else self._short(self.slider.number)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.slider.set_theme(theme)

    def set_visible(self, visible: bool) -> None:
        """Show or hide both controls."""
        self.slider.setVisible(visible)
        self.field.setVisible(visible)

    def place(self, left: float, right: float, middle: float) -> None:
        """Lay the controls out between two sides, about a height; lengths at scale 1."""
        size = QSize(px(FIELD_WIDTH), px(FIELD_HEIGHT))
        self.field.setGeometry(QRect(QPoint(px(right) - size.width(), px(middle) - size.height() // 2), size))
        start, end = px(left - (EDGE - KNOB)), px(right - FIELD_WIDTH - GAP + EDGE - KNOB)
        height = self.slider.height()
        self.slider.setGeometry(QRect(start, px(middle) - height // 2, end - start, height))
