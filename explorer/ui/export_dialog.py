"""The export dialog: what, how large and how it looks at the left, the picture itself at the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from explorer.paint.export import Making, painted
from explorer.plots.numbers import count
from explorer.ui.cards.copying import put_painted
from explorer.ui.controls.button import button
from explorer.ui.export_form import ExportForm
from explorer.ui.export_plan import FORMATS, SCREEN, SETTING, SIDES, forms_of, plan_of
from explorer.ui.export_preview import ExportPreview
from explorer.ui.export_sources import Sources
from explorer.ui.export_writing import Writer
from explorer.ui.scaling import px
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from explorer.paint.export import Painted
    from explorer.ui.export_film import FilmExport
    from explorer.ui.export_plan import Plan
    from explorer.ui.export_writing import Written
    from explorer.ui.window import Window

RENEWED_AFTER: Final = 40  # milliseconds after the last change: a drag makes a few pictures a second
MOVING_AFTER: Final = 400
FORM: Final = 356  # width
SIZE: Final = (860, 470)


class ExportDialog(QDialog):
    """Lies beside the window's work, follows it and blocks nothing; Esc closes it.

    `exported` carries the path of a file that is there.
    """

    exported = Signal(object)

    def __init__(self, window: Window, films: FilmExport) -> None:
        super().__init__(window)
        self._window, self.films = window, films
        films.progressed.connect(self._tell_film)
        films.ended.connect(self._end_film)
        self.sources = Sources(window)
        self.plan = plan_of(window.settings.get(SETTING, {}))
        self.setWindowTitle(say("Export"))
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = window.appearance.theme
        self.form = ExportForm(self.sources, theme)
        self.form.changed.connect(self.use)
        self.form.refused.connect(self._complain)
        self.preview = ExportPreview(theme)
        self.about, self.problem = QLabel(), QLabel()
        self.about.setObjectName("status")
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.copy_button = button(say("Copy"), self.copy)
        self.copy_button.setToolTip(say("This picture onto the clipboard"))
        self.close_button = button(say("Close"), self.close)
        self.cancel_button = button(say("Cancel the film"), self.films.cancel)
        self.export_button = button(say("Export…"), self.ask_file)
        self.export_button.setObjectName("primary")
        self.export_button.setDefault(True)
        self.writer = Writer(self)
        self.writer.written.connect(self._tell)
        self.writer.failed.connect(self._fail)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.timeout.connect(self._draw)
        self._build()
        for news in (window.session.changed, window.commands.cards.changed):
            news.connect(self._follow)
        window.appearance.changed.connect(self._dress)
        self._dress()
        self.form.what.setFocus()

    def _build(self) -> None:
        self._right = QVBoxLayout()
        self._right.addWidget(self.preview, 1)
        self._right.addWidget(self.about)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.form)
        self._middle.addLayout(self._right, 1)
        below = QHBoxLayout()
        below.addWidget(self.problem, 1)
        for part in (self.cancel_button, self.copy_button, self.close_button, self.export_button):
            below.addWidget(part)
        layout = QVBoxLayout(self)
        layout.addLayout(self._middle, 1)
        layout.addLayout(below)

    def _dress(self) -> None:
        theme = self._window.appearance.theme
        self.form.dress(theme)
        self.form.setFixedWidth(px(FORM))
        self.preview.set_theme(theme)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(px(20), px(18), px(20), px(16))
        layout.setSpacing(px(14))
        self._middle.setSpacing(px(20))
        room = self.screen().availableSize()
        self.resize(min(px(SIZE[0]), room.width()), min(px(SIZE[1]), room.height()))
        self._right.setSpacing(px(6))

    # The plan

    def offer(self, what: str | None = None) -> None:
        """Begin with a figure, else with what is most likely meant."""
        key = what if what is not None else self.sources.usual()
        self.use(self.plan.with_what(key, self.sources.on_screen(key)))

    def use(self, plan: Plan) -> None:
        """Ask for another export, show it, and remember it."""
        self.plan = plan
        self._window.settings.set(SETTING, plan.kept)
        self._complain("")
        self.form.show_plan(plan)
        self._draw()

    def _follow(self) -> None:
        """Show the window as it has become: another size on screen, another figure."""
        if self.plan.preset == SCREEN:
            self.plan = self.plan.fitted(self.sources.on_screen(self.plan.what))
        self.form.show_plan(self.plan)
        if not self._renewing.isActive() or self.plan.is_moving:  # a film's middle takes a while
            self._renewing.start(MOVING_AFTER if self.plan.is_moving else RENEWED_AFTER)

    def _draw(self) -> None:
        too = self.plan.problem
        drawing = self.sources.preview(self.plan) if too is None else None
        size = (float(self.plan.film[0]), float(self.plan.film[1])) if self.plan.is_moving else self.plan.size
        self.preview.show_drawing(drawing, size)
        self.about.setText(self._words())
        self._show_buttons(drawing is not None)
        if too is not None:
            low, high = (f"{side:,.0f}" for side in SIDES)
            words = noted("{size} pixels; allowed are {low} to {high} a side")
            self._complain(say(words, size=_times(too), low=low, high=high))

    def _show_buttons(self, is_there: bool) -> None:
        """Offer what can be done: a film that is made can be left, and only pictures can be copied."""
        is_busy = self.films.is_running if self.plan.is_moving else self.writer.is_busy
        self.copy_button.setVisible(not self.plan.is_moving)
        self.cancel_button.setVisible(self.plan.is_moving and is_busy)
        for part in (self.copy_button, self.export_button):
            part.setEnabled(is_there and not is_busy)

    def _words(self) -> str:
        """Say how large it will be."""
        plan = self.plan
        if plan.is_moving:
            return "" if plan.form == "html" else say("{size} pixels", size=_times(plan.film))
        if plan.form == "png":
            pixels = say("{size} pixels", size=_times(plan.pixels))
            paper = say("{pixels}, {size}", pixels=pixels, size=_on_paper(plan))
            return pixels if plan.unit == "px" else paper
        return say(
            "Vectors, {size}", size=_on_paper(plan) if plan.unit != "px" else _times(plan.pixels) + " px"
        )

    def _complain(self, text: str) -> None:
        self.problem.setText(text)

    # Doing

    def paint(self) -> Painted:
        """Return the picture that is asked for, painted. ValueError and OSError as `painted` raises them."""
        plan = self.plan
        making = Making(dpi=plan.used_dpi, state_text=self.sources.state_text(plan))
        return painted(self.sources.drawing(plan), f".{plan.form}", plan.size, making)

    def copy(self) -> None:
        """Copy the picture that is asked for."""
        try:
            words = put_painted(self.paint())
        except (OSError, ValueError) as problem:
            self._complain(str(problem))
        else:
            self._window.status.tell(words)
            self.about.setText(words)

    def ask_file(self) -> None:
        """Let a file be chosen, and write it."""
        title, form = FORMATS[self.plan.form], self.plan.form
        dialog = self._window.commands.file_dialog(say("Export"), f"{say(title)} (*.{form})")
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(self.sources.file_name(self.plan))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the picture; what is wrong is said, and nothing is half written."""
        form, forms = path.suffix.lower().removeprefix("."), forms_of(self.plan.what)
        if form not in forms:
            allowed = ", ".join(f".{each}" for each in forms)
            self._complain(
                say("{name}: its ending is no format; allowed are {allowed}", name=path.name, allowed=allowed)
            )
            return
        if form != self.plan.form:
            self.use(replace(self.plan, form=form))
        if self.plan.is_moving:
            self._begin_film(path)
            return
        try:
            picture = self.paint()
        except (OSError, ValueError) as problem:
            self._complain(str(problem))
            return
        self._complain("")
        self.about.setText(say("Writing {name}", name=path.name))
        self.writer.write(picture, path)
        self.export_button.setEnabled(False)

    def _begin_film(self, path: Path) -> None:
        """Let the process begin; the bar of the window says how far it is, and so does this dialog."""
        self._complain("")
        if self.films.begin(self.sources.film(self.plan, path)):
            self.about.setText(say("Making {name}", name=path.name))
            self._show_buttons(is_there=True)

    def _tell_film(self, done: int, total: int, _left: float) -> None:
        self.about.setText(say("Making the film: {share} %", share=f"{100 * done / max(total, 1):.0f}"))

    def _end_film(self, path: Path | None) -> None:
        self._draw()
        if path is None:
            self.about.setText(say("No film was made"))
            return
        self.about.setText(say("{name} is there, {bytes}", name=path.name, bytes=_bytes(path.stat().st_size)))
        self.exported.emit(path)

    def _tell(self, written: Written) -> None:
        words = say("{name} is there, {bytes}", name=written.path.name, bytes=_bytes(written.size))
        self._draw()
        self.about.setText(words)
        self._window.status.tell(words)
        self.exported.emit(written.path)

    def _fail(self, reason: str) -> None:
        self._draw()
        self._complain(reason)

    def hideEvent(self, event: QHideEvent) -> None:
        self._renewing.stop()
        super().hideEvent(event)


def _times(size: tuple[int, int]) -> str:
    return f"{count(size[0])} × {count(size[1])}"


def _on_paper(plan: Plan) -> str:
    return f"{plan.width:g} × {plan.height:g} {plan.unit}"


def _bytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(size / 1e3, 1):.0f} kB"
