"""The rows of the export dialog: what, format, size, resolution, font size, theme, state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from explorer.ui.cards.layout import EDITOR
from explorer.ui.controls.choice import Choice
from explorer.ui.controls.field import NumberField
from explorer.ui.controls.numbers import Bounds
from explorer.ui.controls.toggle import Toggle
from explorer.ui.export_moving import beside_of, chosen_sweep, sweeps
from explorer.ui.export_plan import (
    BOARD,
    DESCENT,
    DIGITS,
    DPI,
    FILM_SIZES,
    FORMATS,
    OWN,
    PIXELS,
    POINTS,
    PRESETS,
    SCREEN,
    SECONDS,
    SIDES,
    STORY,
    SWEEP,
    THEMES,
    UNITS,
    Plan,
    forms_of,
)
from explorer.ui.program.preferences import Choices
from explorer.ui.scaling import px
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from explorer.paint.theme import Theme
    from explorer.ui.export_plan import Unit
    from explorer.ui.export_sources import Sources

FIELD: Final = 66  # width
HEIGHT: Final = 28
LABELS: Final = 66
STEPS: Final[dict[Unit, float]] = {"px": 10.0, "mm": 1.0, "in": 0.1}  # of Up and Down
DPI_STEP: Final = 10.0
POINTS_STEP: Final = 0.5
SECONDS_STEP: Final = 1.0


class ExportForm(QWidget):
    """Shows a Plan; `changed` carries the next one, which nothing but `show_plan` shows."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, sources: Sources, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._plan = Plan()
        self._keys: tuple[str, ...] = ()
        self._names: list[str] = []
        self._absent: dict[str, str] = {}
        self._lines: list[QHBoxLayout] = []
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._forms: tuple[str, ...] = ()
        self._besides: tuple[str, ...] = ()
        self._moves: tuple[str, ...] = ()
        self._presets = (SCREEN, *PRESETS, OWN)
        self.what = Choice(say("What"), theme)
        self.what.activated.connect(self._choose_what)
        self.form = Choice(say("Format"), theme)
        self.form.activated.connect(lambda place: self._change(form=self._forms[place]))
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
        self._make_moving(theme)
        self._build()

    def _make_moving(self, theme: Theme) -> None:
        """Make the rows that only what moves has."""
        self.film = Choice(say("Size of the film"), theme)
        self.film.offer([f"{width} × {height}" for width, height in FILM_SIZES])
        self.film.activated.connect(lambda place: self._change(film=FILM_SIZES[place]))
        self.beside = Choice(say("Beside the bars"), theme)
        self.beside.activated.connect(lambda place: self._change(beside=self._besides[place]))
        self.moves = Choice(say("What moves"), theme)
        self.moves.activated.connect(lambda place: self._change(moves=self._moves[place]))
        self.seconds = self._number("seconds", Bounds(say("Length"), *SECONDS), SECONDS_STEP)
        self.seconds.setToolTip(say("Of the whole film, with its rests at both ends"))
        self.notes = Toggle(say("Speaker's notes under each step"), theme)
        self.notes.clicked.connect(lambda: self._change(has_notes=self.notes.isChecked()))

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
        rows: tuple[tuple[str, str, tuple[QWidget, ...]], ...] = (
            ("what", say("What"), (self.what,)),
            ("form", say("Format"), (self.form,)),
            ("moves", say("Moves"), (self.moves,)),
            ("beside", say("Shows"), (self.beside,)),
            ("preset", say("Size"), (self.preset,)),
            ("size", "", (self.width_field, times, self.height_field, self.unit)),
            ("film", say("Size"), (self.film,)),
            ("seconds", say("Length"), (self.seconds, QLabel(say("seconds")))),
            ("notes", say("Notes"), (self.notes, QLabel(say("Under each step")))),
            ("dpi", say("Resolution"), (self.dpi, self.dpi_words)),
            ("points", say("Font size"), (self.points, QLabel(say("points")))),
            ("theme", say("Theme"), (self.theme,)),
            ("state", say("State"), (self.state, self.state_words)),
        )
        for row, (name, words, parts) in enumerate(rows):
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
            self._rows[name] = (label, *parts)
        stops = [stop for parts in self._rows.values() for part in parts[1:] for stop in _stops(part)]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)
        grid.setRowStretch(len(rows), 1)
        grid.setColumnStretch(1, 1)
        self.state_words.setToolTip(
            say("Whoever drops the picture on this window, or opens it, has the study back")
        )
        self.state.setToolTip(self.state_words.toolTip())

    def dress(self, theme: Theme) -> None:
        """Take a theme, and the scale in use."""
        self.state.set_theme(theme)
        self.notes.set_theme(theme)
        for box in (self.what, self.form, self.preset, self.film, self.beside, self.moves):
            box.set_theme(theme)
        self._fit()
        for choices in (self.unit, self.theme):
            choices.refit()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setColumnMinimumWidth(0, px(LABELS))
        self._grid.setVerticalSpacing(px(10))
        for line in self._lines:
            line.setSpacing(px(6))

    def _fit(self) -> None:
        for box in (self.what, self.form, self.preset, self.film, self.beside, self.moves):
            box.setFixedHeight(px(HEIGHT))
        for field in (self.width_field, self.height_field, self.dpi, self.points, self.seconds):
            field.setFixedSize(px(FIELD), px(HEIGHT))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the sheet, which sets sizes too, has been put on by now

    # Showing

    def show_plan(self, plan: Plan) -> None:
        """Show what is asked for."""
        keys = self._sources.offered()
        keys = keys if plan.what in keys else (*keys, plan.what)
        absent = {key: why for key, why in self._sources.absent().items() if key not in keys}
        names = self._sources.titles(keys)
        if (keys, names, absent) != (self._keys, self._names, self._absent):
            self._keys, self._names, self._absent = keys, names, absent
            self.what.offer(names)
            self.what.add_absent({self._sources.title(key): why for key, why in absent.items()})
        self._plan = plan
        self.what.show_place(keys.index(plan.what))
        self._show_forms(plan)
        self._show_moving(plan)
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

    def _show_forms(self, plan: Plan) -> None:
        forms = forms_of(plan.what)
        if forms != self._forms:
            self._forms = forms
            self.form.offer([say(FORMATS[form]) for form in forms])
        self.form.show_place(forms.index(plan.form))

    def _show_moving(self, plan: Plan) -> None:
        """Show the rows that the thing has, and what can be chosen in those of what moves."""
        is_film = plan.is_moving and plan.form != "html"
        is_own = plan.what in (DESCENT, SWEEP)
        seen = dict.fromkeys(self._rows, not plan.is_moving)
        seen |= {"what": True, "form": True, "theme": True, "film": is_film}
        seen |= {"moves": plan.what == SWEEP, "beside": is_own, "seconds": is_own}
        seen["notes"] = plan.what == STORY and plan.form == "pdf"
        self.notes.show_on(plan.has_notes)
        for name, parts in self._rows.items():
            for part in parts:
                part.setVisible(seen[name])
        self.film.show_place(FILM_SIZES.index(plan.film))
        self.seconds.show_setting(plan.seconds)
        if not is_own:
            return
        besides = (*(key for key in self._sources.desk() if key != EDITOR), BOARD)
        if besides != self._besides:
            self._besides = besides
            self.beside.offer([self._sources.title(key) for key in besides])
        beside = beside_of(plan)
        self.beside.show_place(besides.index(beside) if beside in besides else len(besides) - 1)
        there = sweeps(self._sources.state)
        if tuple(there) != self._moves:
            self._moves = tuple(there)
            self.moves.offer([words_in(control.words) for control in there.values()])
        self.moves.show_place(self._moves.index(chosen_sweep(plan, self._sources.state)))

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
        fields = {"dpi": self.dpi, "font_size": self.points, "seconds": self.seconds}
        field = fields.get(name, self.width_field if name == "width" else self.height_field)
        wanted = getattr(self._plan, name) + steps * (step or STEPS[self._plan.unit])
        self._enter(name, round(min(max(wanted, field.bounds.low), field.bounds.high), 3))


def _stops(part: QWidget) -> tuple[QWidget, ...]:
    """Return what the keyboard goes through in a part of a row."""
    if isinstance(part, Choices):
        return tuple(part.findChildren(QPushButton))
    return () if isinstance(part, QLabel) else (part,)
