"""The slider of a step: none, or what it moves, from where to where, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from explorer.study.stories import words_in
from explorer.study.stories.usual_controls import TITLES, kinds, limits, names, titles
from explorer.ui.controls import Bounds, Choice, NumberField, brief
from explorer.ui.controls.words import WordsLine
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.study.state import State
    from explorer.study.stories import Control
    from explorer.ui.controls import Setting
    from explorer.ui.story_editing import StoryEditing
    from explorer.wording import Language

HEIGHT: Final = 28
FARTHEST: Final = 1e6  # ends of a slider, either way


class StepSlider(QWidget):
    """Boxes for the kind and for what it is of, fields for the ends, a line for its name.

    `refused` carries what is wrong with an end that was typed.
    """

    refused = Signal(str)

    def __init__(self, editing: StoryEditing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._control: Control | None = None
        self._state: State | None = None
        self._kinds: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self.kind = Choice(say("Slider of the step"), theme)
        self.of = Choice(say("What the slider moves"), theme)
        bounds = {
            "low": Bounds(say("Start of the slider"), -FARTHEST, FARTHEST),
            "high": Bounds(say("End of the slider"), -FARTHEST, FARTHEST),
        }
        self.ends = {name: NumberField(each, brief) for name, each in bounds.items()}
        self.words = WordsLine(say("Name of the slider"))
        self.words.setPlaceholderText(say("Name of the slider"))
        self._from, self._to = QLabel(say("from")), QLabel(say("to"))
        self._grid = grid = QGridLayout(self)
        grid.addWidget(self.kind, 0, 0, 1, 4)
        grid.addWidget(self.of, 1, 0, 1, 4)
        for column, part in enumerate((self._from, self.ends["low"], self._to, self.ends["high"])):
            part.setObjectName(part.objectName() or "row-label")
            grid.addWidget(part, 2, column)
        grid.addWidget(self.words, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.kind.activated.connect(self._take_kind)
        self.of.activated.connect(lambda place: self._take_name(self._names[place]))
        for name, field in self.ends.items():
            field.entered.connect(lambda setting, name=name: self._take_end(name, setting))
            field.refused.connect(self.refused)
        self.words.typed.connect(self._take_words)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(6))
        for box in (self.kind, self.of):
            box.set_theme(theme)
            box.setFixedHeight(px(HEIGHT))
        for field in self.ends.values():
            field.setFixedHeight(px(HEIGHT))
            field.setMinimumWidth(px(40))

    def show_control(self, control: Control | None, state: State, language: Language) -> None:
        """Show the slider of a step, whose state says what there is to move."""
        if state is not self._state:
            self._state = state
            self._kinds = kinds(state)
            self.kind.offer([say("No slider"), *(say(TITLES[kind]) for kind in self._kinds)])
            self._names = ()
        self._control = control
        kind = "" if control is None else control.kind
        self.kind.show_place(self._kinds.index(kind) + 1 if kind in self._kinds else 0)
        of = names(kind, state) if kind else ()
        if of != self._names:
            self._names = of
            self.of.offer(titles(kind, state))
        if control is not None:
            if control.name in of:
                self.of.show_place(of.index(control.name))
            low, high = limits(control, state)
            for name, field in self.ends.items():
                field.bounds = replace(field.bounds, low=max(low, -FARTHEST), high=min(high, FARTHEST))
                field.show_setting(getattr(control, name))
            self.words.show_words(words_in({language: control.words.get(language, "")}, language))
        self.of.setVisible(bool(of))
        for part in (self._from, self._to, self.words, *self.ends.values()):
            part.setVisible(control is not None)

    def _take_kind(self, place: int) -> None:
        if place == 0 or self._state is None:
            self._editing.put_control(None)
            return
        kind = self._kinds[place - 1]
        if self._control is None or self._control.kind != kind:
            of = names(kind, self._state)
            held = min(self._state.look.held, len(of) - 1)
            name = "" if not of else of[0] if kind == "setting" else of[held]
            self._editing.put_control(self._editing.usual_control(kind, name))

    def _take_name(self, name: str) -> None:
        if self._control is not None and name != self._control.name:
            self._editing.put_control(self._editing.usual_control(self._control.kind, name))

    def _take_end(self, end: str, setting: Setting) -> None:
        control = self._control
        if control is None or isinstance(setting, tuple):
            return
        low, high = (setting, control.high) if end == "low" else (control.low, setting)
        try:
            made = replace(control, low=low, high=high, log=control.log and low > 0.0)
        except ValueError:
            self.ends[end].show_setting(setting)
            self.ends[end].show_setting(getattr(control, end))
            start, stop = brief(low), brief(high)
            message = say("A slider runs upwards: {start} to {stop} is not kept.", start=start, stop=stop)
            self.refused.emit(message)
            return
        self._editing.put_control(made)

    def _take_words(self, text: str) -> None:
        if self._control is not None:
            words = self._editing.written(self._control.words, text)
            self._editing.put_control(replace(self._control, words=words))
