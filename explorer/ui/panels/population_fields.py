"""The rows of an experiment's form under their headings; made anew only where there are other rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from explorer.losses import LOSSES
from explorer.plots.shown import REPEATED
from explorer.training.device import DEVICES
from explorer.ui.controls.link import LinkButton
from explorer.ui.panels import population_changes as changes
from explorer.ui.panels import population_rows as rows_of
from explorer.ui.panels.population_expected import Expected
from explorer.ui.panels.population_field import FieldRow
from explorer.ui.panels.population_losses import LossHead
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from explorer.paint.theme import Theme
    from explorer.training.experiment import Experiment
    from explorer.ui.panels.population_rows import Row
    from explorer.ui.population_commands import PopulationCommands

DEVICE_PATH: Final = ("device",)
DEVICE_TITLES: Final = (noted("the quickest"), noted("processor"), "CUDA", "MPS", "NumPy")
MORE: Final = "More"
SPACE: Final = 6  # over a heading


class Fields(QWidget):
    """Every row; `checked` comes when a text was taken or refused."""

    checked = Signal()

    def __init__(self, population: PopulationCommands, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.population, self._theme = population, theme
        self.setObjectName("form-content")
        self.expected = Expected(theme)
        self.rows: dict[str, FieldRow] = {}  # by the path as messages write it
        self.heads: list[LossHead] = []
        self._shown: dict[str, Row] = {}
        self._made_for: Hashable = None
        self._seen: object = None  # what the rows show
        self._parts: list[QWidget] = []
        self._is_open = False  # what is asked for more rarely
        self._unfolded: set[str] = set()  # losses of which all settings are shown
        self.add_menu = QMenu(say("Add a loss"), self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.expected)
        self._layout.addStretch(1)

    @property
    def problem(self) -> str:
        """The first field whose text was refused, and why; "" where none was."""
        found = ((self._shown[path].label, row.problem) for path, row in self.rows.items() if row.problem)
        wrong = (say("{field}: {problem}", field=title, problem=problem) for title, problem in found)
        return next(wrong, "")

    def set_bar_room(self, width: int) -> None:
        """Leave room at the right where a scroll bar would be: rows are as wide with it as without."""
        self._layout.setContentsMargins(0, 0, width, 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._made_for = None  # their sizes follow the scale
        self.expected.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show the experiment of the state as it is now."""
        experiment, shown = self.population.experiment, self.population.session.state.study.shown
        self.expected.show_experiment(experiment, self.population.population)
        seen = (experiment, self.population.device, shown, self._is_open, frozenset(self._unfolded))
        if seen == self._seen and self._made_for is not None:
            return  # as while a population runs, or time is dragged
        self._seen = seen
        rows = self._rows(experiment)
        made_for = (
            tuple((row.path, bool(row.names)) for row in rows),
            tuple(loss.key for loss in experiment.losses),
            self._missing(experiment),
            self._is_open,
            frozenset(self._unfolded),
        )
        self._shown = {rows_of.written_path(row.path): row for row in rows}
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(experiment, rows)
        for path, row in self._shown.items():
            if path in self.rows:
                self.rows[path].show_row(row)

    def _rows(self, experiment: Experiment) -> tuple[Row, ...]:
        device = rows_of.Row(
            DEVICE_PATH, say("device"), self.population.device, MORE, DEVICES,
            tuple(map(say, DEVICE_TITLES)),
            tip=say("Where it is trained; starts and data are the same on every device"),
        )  # fmt: skip
        return (*filter(self._is_shown, rows_of.rows(experiment)), device)

    def _is_shown(self, row: Row) -> bool:
        """Whether a row is in sight: a setting of a loss only where it was set or is asked for."""
        if row.loss is None or row.given:
            return True
        return self.population.experiment.losses[row.loss].key in self._unfolded

    def _missing(self, experiment: Experiment) -> tuple[str, ...]:
        """Return the losses of the study that are not trained."""
        there = {loss.key for loss in experiment.losses}
        shown = dict.fromkeys(loss.key for loss in self.population.session.state.study.shown)
        return tuple(key for key in shown if key not in there)

    # Making

    def _make(self, experiment: Experiment, rows: Sequence[Row]) -> None:
        """Make every row anew; the keyboard stays in the row where it is, and what was refused is kept."""
        focused = next((path for path, row in self.rows.items() if row.control.hasFocus()), "")
        refused = {path: row for path, row in self.rows.items() if row.problem}
        for part in self._parts:
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts, self.rows, self.heads = [], {}, []
        self._section("Task", rows)
        self._heading(say("Losses"))
        self._losses(experiment, rows)
        self._link(say("Add a loss"), self._open_losses)
        self._section("Training", rows)
        self._link(say("Add an optimizer"), self._add_optimizer)
        if len(experiment.optimizers) > 1:
            self._link(say("Remove the last optimizer"), self._remove_optimizer)
        self._link(say("Fewer settings") if self._is_open else say("More settings"), self._turn)
        if self._is_open:
            self._section(MORE, rows)
        for path, row in refused.items():
            if path in self.rows and row.field is not None:
                self._refuse(self.rows[path], row.field.text(), row.problem)
        if focused in self.rows:
            self.rows[focused].control.setFocus()

    def _add(self, part: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, part)
        self._parts.append(part)
        part.show()

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setObjectName("section")
        label.setContentsMargins(0, px(SPACE) if self._parts else 0, 0, px(3))
        self._add(label)

    def _link(self, text: str, run: Callable[[], object]) -> None:
        link = LinkButton(text, self._theme)
        link.clicked.connect(run)
        holder = QWidget()
        inside = QHBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(link)
        inside.addStretch(1)
        holder.setFixedHeight(link.sizeHint().height())
        self._add(holder)

    def _section(self, name: str, rows: Sequence[Row]) -> None:
        self._heading(say(name if name != MORE else "More settings"))
        for row in rows:
            if row.section == name:
                self._row(row)

    def _row(self, row: Row) -> None:
        made = FieldRow(row, self._theme)
        made.entered.connect(lambda _path, text, made=made: self._take(made, text))
        made.menu_asked.connect(partial(self._offer_default, made))
        self.rows[rows_of.written_path(row.path)] = made
        self._add(made)

    def _losses(self, experiment: Experiment, rows: Sequence[Row]) -> None:
        """Show every loss that is trained with its settings, then those of the study that are not."""
        keys = [loss.key for loss in experiment.losses]
        for place, key in enumerate(keys):
            opacity = REPEATED if key in keys[:place] else 1.0
            head = self._head(key, True, opacity, partial(self._remove, place))
            head.show_folding(_has_settings(key), key in self._unfolded)
            head.unfolded.connect(partial(self._fold, key))
            for row in rows:
                if row.loss == place:
                    self._row(row)
        for key in self._missing(experiment):
            self._head(key, False, 1.0, partial(self._bring, key))

    def _head(self, key: str, on: bool, opacity: float, run: Callable[[], object]) -> LossHead:
        head = LossHead(key, self._theme, opacity)
        head.show_on(on)
        head.toggle.setEnabled(not on or len(self.population.experiment.losses) > 1)
        head.switched.connect(lambda _on: run())
        self.heads.append(head)
        self._add(head)
        return head

    # Changing

    def _take(self, made: FieldRow, text: str) -> None:
        """Take what was typed or chosen in a row; what is wrong with it is said there, and it stays."""
        row = self._shown[rows_of.written_path(made.path)]
        if row.path == DEVICE_PATH:
            self.population.choose("population.device", text)
            return
        try:
            experiment = changes.changed(self.population.experiment, row, text)
        except changes.FieldFailure as failure:
            self._refuse(made, text, str(failure))
            if made.choice is not None:
                made.show_row(row)
            self.checked.emit()
            return
        made.say_wrong("")
        if made.field is not None:
            made.field.setModified(False)
        self._describe(experiment)

    def _offer_default(self, made: FieldRow, menu: QMenu) -> None:
        """Add the way back to what the row has by default, where it has another text."""
        row = self._shown[rows_of.written_path(made.path)]
        default = changes.default_of(self.population.experiment, row)
        if row.path == DEVICE_PATH:
            default = DEVICES[0] if row.text != DEVICES[0] else None
        if not menu.isEmpty():
            menu.addSeparator()
        titles = dict(zip(row.names, row.titles or row.names, strict=True))
        shown = default or say("nothing")
        words = (
            say("Back to the default")
            if default is None
            else say("Back to the default: {value}", value=titles.get(shown, shown))
        )
        action = menu.addAction(words)
        action.setObjectName("default")
        action.setEnabled(default is not None or bool(made.problem))
        action.triggered.connect(partial(self._put_default, made))

    def _put_default(self, made: FieldRow) -> None:
        made.put_back()
        self._take(made, DEVICES[0] if made.path == DEVICE_PATH else "")

    def _describe(self, experiment: Experiment) -> None:
        before = self.population.experiment
        if experiment != before:
            self.population.amend(experiment)
            if dropped := changes.dropped_words(before, experiment):
                self.population.say(say("Left out, as no longer fitting: {dropped}", dropped=dropped))
        else:
            self._seen = None  # it may be written in another way
            self.refresh()
        self.checked.emit()

    @staticmethod
    def _refuse(row: FieldRow, text: str, problem: str) -> None:
        row.say_wrong(f"{problem[:1].upper()}{problem[1:]}")
        if row.field is not None:
            row.field.setText(text)
            row.field.setModified(True)

    def add_loss(self, key: str) -> None:
        """Train one loss more; the same one again with another of its settings, as two may not be equal."""
        try:
            self._describe(changes.with_loss(self.population.experiment, key))
        except changes.FieldFailure:
            self.population.say(
                say(
                    "{loss} is trained already. Give it several values, as in 0.05, 0.1.",
                    loss=LOSSES[key].said,
                )
            )

    def _bring(self, key: str) -> None:
        """Train a loss of the study, with the settings that it has there."""
        shown = next(loss for loss in self.population.session.state.study.shown if loss.key == key)
        settings = {
            name: list(value) if isinstance(value, tuple) else value for name, value in shown.settings
        }
        self._describe(changes.with_loss(self.population.experiment, key, settings))

    def _remove(self, place: int) -> None:
        self._describe(changes.without(self.population.experiment, "losses", place))

    def _add_optimizer(self) -> None:
        self._describe(changes.with_optimizer(self.population.experiment))

    def _remove_optimizer(self) -> None:
        place = len(self.population.experiment.optimizers) - 1
        self._describe(changes.without(self.population.experiment, "optimizers", place))

    def _fold(self, key: str) -> None:
        self._unfolded ^= {key}
        self.refresh()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self.refresh()

    def _open_losses(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QWidget)
        self.add_menu.popup(sender.mapToGlobal(sender.rect().bottomLeft()))


def _has_settings(key: str) -> bool:
    return any(parameter.kind != "other_logits" for parameter in LOSSES[key].parameters)
