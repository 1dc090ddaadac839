"""The rows of the export dialog: what, format, size, resolution, font size, theme, state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from explorer.ui.controls.choice import Choice
from explorer.ui.controls.field import NumberField
from explorer.ui.controls.numbers import Bounds
from explorer.ui.controls.toggle import Toggle
from explorer.ui.export_plan import (
    DIGITS,
    DPI,
    FORMATS,
    OWN,
    PIXELS,
    POINTS,
    PRESETS,
    SCREEN,
    SIDES,
    THEMES,
    UNITS,
    Plan,
)
from explorer.ui.program.preferences import Choices
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.ui.export_plan import Unit
    from explorer.ui.export_sources import Sources

FIELD: Final = 72  # width
HEIGHT: Final = 28
STEPS: Final[dict[Unit, float]] = {"px": 10.0, "mm": 1.0, "in": 0.1}  # of Up and Down
DPI_STEP: Final = 10.0
POINTS_STEP: Final = 0.5


class ExportForm(QWidget):
    """Shows a Plan; `changed` carries the next one, which nothing but `show_plan` shows."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, sources: Sources, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._plan = Plan()
        self._keys: tuple[str, ...] = ()
        self._lines: list[QHBoxLayout] = []
        self._presets = (SCREEN, *PRESETS, OWN)
        self.what = Choice(say("What"), theme)
        self.what.activated.connect(self._choose_what)
        self.form = Choice(say("Format"), theme)
        self.form.offer(tuple(FORMATS.values()))
        self.form.activated.connect(lambda place: self._change(form=tuple(FORMATS)[place]))
        self.preset = Choice(say("Size"), theme)
        titles = (say(preset.title) for preset in PRESETS.values())
        self.preset.offer((say("As on screen"), *titles, say("Own size")))
        self.preset.activated.connect(self._choose_preset)
        self.width_field, self.height_field = (
            self._field(name, title) for name, title in (("width", say("Width")), ("height", say("Height")))
        )
        units = [(unit, unit) for unit in UNITS]
        self.unit = Choices(say("Unit"), units, lambda unit: self.changed.emit(self._plan.with_unit(unit)))  # type: ignore[arg-type]
        self.dpi = self._number("dpi", Bounds(say("Resolution"), *DPI), DPI_STEP)
        self.points = self._number("font_size", Bounds(say("Font size"), *POINTS), POINTS_STEP)
        themes = [(key, say(title)) for key, title in THEMES]
        self.theme = Choices(say("Theme"), themes, lambda name: self._change(theme=name))
        self.state = Toggle(say("Keep the state in the picture"), theme)
        self.state.clicked.connect(lambda: self._change(has_state=self.state.isChecked()))
        self.dpi_words, self.state_words = QLabel(say("dots an inch")), QLabel(say("Keep the state inside"))
        self._build()

    def _field(self, name: str, title: str) -> NumberField:
        return self._number(name, Bounds(title, *SIDES), 0.0)

    def _number(self, name: str, bounds: Bounds, step: float) -> NumberField:
        field = NumberField(bounds, lambda value: f"{value:g}")
        field.entered.connect(partial(self._enter, name))
        field.stepped.connect(lambda steps: self._step(name, steps, step))
        field.refused.connect(self.refused)
        return field

    def _build(self) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        times = QLabel("×")
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (say("What"), (self.what,)),
            (say("Format"), (self.form,)),
            (say("Size"), (self.preset,)),
            ("", (self.width_field, times, self.height_field, self.unit)),
            (say("Resolution"), (self.dpi, self.dpi_words)),
            (say("Font size"), (self.points, QLabel(say("points")))),
            (say("Theme"), (self.theme,)),
            (say("State"), (self.state, self.state_words)),
        )
        for row, (words, parts) in enumerate(rows):
            label = QLabel(words)
            label.setObjectName("row-label")
            label.setBuddy(parts[0])
            grid.addWidget(label, row, 0)
            line = QHBoxLayout()
            for part in parts:
                line.addWidget(part)
            if not isinstance(parts[0], Choice):
                line.addStretch(1)
            grid.addLayout(line, row, 1)
            self._lines.append(line)
        grid.setRowStretch(len(rows), 1)
        grid.setColumnStretch(1, 1)
        self.state_words.setToolTip(
            say("Whoever drops the picture on this window, or opens it, has the study back")
        )
        self.state.setToolTip(self.state_words.toolTip())

    def dress(self, theme: Theme) -> None:
        """Take a theme, and the scale in use."""
        for part in (self.what, self.form, self.preset, self.state):
            part.set_theme(theme)
        for box in (self.what, self.form, self.preset):
            box.setFixedHeight(px(HEIGHT))
        for field in (self.width_field, self.height_field, self.dpi, self.points):
            field.setFixedSize(px(FIELD), px(HEIGHT))
        for choices in (self.unit, self.theme):
            choices.refit()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(10))
        for line in self._lines:
            line.setSpacing(px(6))

    # Showing

    def show_plan(self, plan: Plan) -> None:
        """Show what is asked for."""
        keys = self._sources.keys()
        keys = keys if plan.what in keys else (*keys, plan.what)
        if keys != self._keys:
            self._keys = keys
            self.what.offer([self._sources.title(key) for key in keys])
        self._plan = plan
        self.what.show_place(keys.index(plan.what))
        self.form.show_place(tuple(FORMATS).index(plan.form))
        self.preset.show_place(self._presets.index(plan.preset))
        for field, side in ((self.width_field, plan.width), (self.height_field, plan.height)):
            field.bounds = replace(field.bounds, **self._limits(plan))
            field.show_setting(side)
        self.unit.show_chosen(plan.unit)
        self.dpi.setEnabled(plan.used_dpi is not None)
        self.dpi_words.setEnabled(plan.used_dpi is not None)
        self.dpi.setToolTip("" if plan.used_dpi is not None else say("Of a PNG measured in mm or inches"))
        self.dpi.show_setting(plan.dpi)
        self.points.show_setting(plan.font_size)
        self.theme.show_chosen(plan.theme)
        can_have = self._sources.can_have_state(plan.what)
        self.state.setEnabled(can_have)
        self.state.show_on(plan.has_state and can_have)

    @staticmethod
    def _limits(plan: Plan) -> dict[str, Any]:
        digits = DIGITS[plan.unit]
        low, high = (round(side / PIXELS[plan.unit], digits) for side in SIDES)
        return {"low": low, "high": high, "whole": plan.unit == "px"}

    # Choosing

    def _change(self, **changes: Any) -> None:
        self.changed.emit(replace(self._plan, **changes))

    def _choose_what(self, place: int) -> None:
        key = self._keys[place]
        self.changed.emit(self._plan.with_what(key, self._sources.on_screen(key)))

    def _choose_preset(self, place: int) -> None:
        on_screen = self._sources.on_screen(self._plan.what)
        self.changed.emit(self._plan.with_preset(self._presets[place], on_screen))

    def _enter(self, name: str, value: Any) -> None:
        own = {"preset": OWN} if name in ("width", "height") else {}
        self._change(**{name: float(value), **own})

    def _step(self, name: str, steps: int, step: float) -> None:
        field = {"dpi": self.dpi, "font_size": self.points, "width": self.width_field}.get(
            name, self.height_field
        )
        wanted = getattr(self._plan, name) + steps * (step or STEPS[self._plan.unit])
        self._enter(name, round(min(max(wanted, field.bounds.low), field.bounds.high), 3))
