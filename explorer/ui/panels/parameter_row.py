"""One parameter of a shown loss: a slider and a field, or a box of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal

from explorer.ui.controls import Bounds, Choice, NumberField, Scale, Setting, Slider, brief
from explorer.ui.controls.scale import POSITIONS
from explorer.ui.controls.slider import EDGE, KNOB
from explorer.ui.panels.loss_words import parameter_words
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explorer.catalogue import Parameter
    from explorer.paint.theme import Theme

FIELD_WIDTH: Final = 54
FIELD_HEIGHT: Final = 24
GAP: Final = 8


class Controls(QObject):
    """What the controls of one parameter have in common: `tip` says what it is and may be.

    A drag says `began`, `changed`, `ended` or `cancelled`; everything else says `stepped` (may merge with the
    same before) or `entered`. controls: the widgets from left to right.
    """

    began = Signal()
    changed = Signal(object)
    ended = Signal()
    cancelled = Signal()
    stepped = Signal(object)
    entered = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = parameter
        what, allowed = parameter_words(parameter)
        self.name = say("{words}; {allowed}", words=what, allowed=allowed)
        self.tip = f"{what}\n{allowed}"
        self.controls: tuple[QWidget, ...] = ()

    def set_visible(self, visible: bool) -> None:
        """Show or hide the controls."""
        for control in self.controls:
            control.setVisible(visible)

    def cancel(self) -> bool:
        """Leave a drag under way; say whether there was one."""
        return False

    def let_go(self) -> bool:
        """End a drag under way; say whether there was one."""
        return False

    def forget(self) -> None:
        """Let go of what is half typed."""


class ChoiceRow(Controls):
    """A parameter that is a choice among names."""

    def __init__(self, parameter: Parameter, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parameter, parent)
        self.choice = Choice(self.name, theme, parent)
        self.choice.setAccessibleDescription(say("Setting of {loss}", loss=title))
        self.choice.setToolTip(self.tip)
        self.choice.offer(tuple(map(say, parameter.titles)) or parameter.names)
        for place, note in enumerate(parameter.notes):
            self.choice.setItemData(place, say(note), Qt.ItemDataRole.ToolTipRole)
        self.controls = (self.choice,)
        self.choice.activated.connect(lambda place: self.entered.emit(float(place)))

    @property
    def short_setting(self) -> str:
        """The name of what is chosen."""
        return self.parameter.names[self.choice.currentIndex()]

    def show_setting(self, setting: Setting) -> None:
        """Show what is chosen, and in the tool tip what it does."""
        assert not isinstance(setting, tuple)  # a choice is one number
        place = int(setting)
        self.choice.show_place(place)
        note = say(self.parameter.notes[place]) if self.parameter.notes else ""
        self.choice.setToolTip(f"{self.tip}\n{note}".rstrip())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.choice.set_theme(theme)

    def place(self, left: float, right: float, middle: float) -> None:
        """Take the whole room."""
        top, tall = px(middle) - px(FIELD_HEIGHT) // 2, px(FIELD_HEIGHT)
        self.choice.setGeometry(QRect(QPoint(px(left), top), QSize(px(right) - px(left), tall)))


def _span(parameter: Parameter, classes: int) -> tuple[float, float]:
    """Return the range of the slider; whole numbers count labels, of which there are as many as classes.

    classes: 0 where whole numbers count something else.
    """
    low, high = parameter.span
    if parameter.kind == "integer" and classes:
        high = min(parameter.high, max(low + 1, parameter.default, min(classes, POSITIONS)))
    return low, high


class ParameterRow(Controls):
    """A slider and a field for one number, or for one number a class."""

    def __init__(self, parameter: Parameter, title: str, classes: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parameter, parent)
        whole = parameter.kind == "integer"
        self._visible, self._room = True, (0.0, 0.0, 0.0)
        self.scale = Scale(*_span(parameter, classes), parameter.logarithmic, whole)
        self.slider = Slider(self.name, self.scale, theme, parent)
        back = say("double click: back to {value}", value=self._short(parameter.default))
        self.slider.setToolTip(f"{self.tip}\n{back}")
        bounds = Bounds(
            parameter.symbol,
            parameter.low,
            parameter.high,
            whole,
            classes if parameter.kind == "per_class" else 0,
        )
        self.field = NumberField(bounds, self._short, parent)
        self.field.setAccessibleName(self.name)
        self.field.setToolTip(self.tip)
        self.controls = (self.slider, self.field)
        for control in self.controls:
            control.setAccessibleDescription(say("Setting of {loss}", loss=title))
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
        """Show a setting; one number a class needs no slider, and its field has the whole room."""
        many = isinstance(setting, tuple)
        if self.slider.isEnabled() == many:
            self.slider.setEnabled(not many)
            self.set_visible(self._visible)
            self.place(*self._room)
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
        """Show or hide the controls; the slider only while it has a place for the setting."""
        self._visible = visible
        self.field.setVisible(visible)
        self.slider.setVisible(visible and self.slider.isEnabled())

    def cancel(self) -> bool:
        """Leave a drag of the slider; say whether there was one."""
        return self.slider.cancel()

    def let_go(self) -> bool:
        """End a drag of the slider; say whether there was one."""
        return self.slider.let_go()

    def forget(self) -> None:
        """Let go of what is half typed in the field."""
        self.field.forget()

    def place(self, left: float, right: float, middle: float) -> None:
        """Lay the controls out between two sides, about a height; lengths at scale 1."""
        self._room = (left, right, middle)
        wide = px(FIELD_WIDTH) if self.slider.isEnabled() else px(right) - px(left)
        size = QSize(wide, px(FIELD_HEIGHT))
        self.field.setGeometry(QRect(QPoint(px(right) - size.width(), px(middle) - size.height() // 2), size))
        start, end = px(left - (EDGE - KNOB)), px(right - FIELD_WIDTH - GAP + EDGE - KNOB)
        height = self.slider.height()
        self.slider.setGeometry(QRect(start, px(middle) - height // 2, end - start, height))


Row = ParameterRow | ChoiceRow


def row_of(parameter: Parameter, title: str, classes: int, theme: Theme, parent: QWidget) -> Row:
    """Return the controls for a parameter of the loss of this title."""
    if parameter.names:
        return ChoiceRow(parameter, title, theme, parent)
    return ParameterRow(parameter, title, classes, theme, parent)
