"""The card of one shown loss: what it says, painted; what can be set, as controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.paint.text import width_of
from explorer.ui.controls import LinkButton, Toggle
from explorer.ui.controls import link as link_size
from explorer.ui.controls import toggle as toggle_size
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.lettering import wrapped
from explorer.ui.panels import changes
from explorer.ui.panels.loss_picture import Picture
from explorer.ui.panels.loss_places import (
    HEADER,
    MIDDLE,
    PAD,
    ROW,
    Places,
    formula_height,
    learned,
)
from explorer.ui.panels.loss_words import PIN, Words, decision_tip, takes, words
from explorer.ui.panels.more_button import MORE, MoreButton
from explorer.ui.panels.parameter_row import row_of
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.catalogue import Parameter
    from explorer.paint.theme import Theme
    from explorer.plots.figure import LossLook
    from explorer.study.study import Study
    from explorer.ui.panels.parameter_row import Row
    from explorer.ui.session import Session

LINES: Final = 3  # of a problem, at most


class LossCard(Ground):
    """One shown loss.

    `refresh` takes the newest study and evaluation and repaints what differs. `menu_asked` carries
    the place on screen; `resized` says that the card wants another height; `said` is for the status.
    """

    menu_asked = Signal(object)
    resized = Signal()
    said = Signal(str)

    def __init__(
        self, session: Session, index: int, look: LossLook, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        study = session.state.study
        self.session = session
        self.index = index
        self.loss = changes.loss_of(study, index)
        self.look = look
        self.words = Words()
        self.on = study.shown[index].on
        self.wide = 0.0  # width at scale 1
        self._evaluation: LossEvaluation | None = None
        self._classes: tuple[str, ...] = ()
        self._lines: tuple[str, ...] = ()
        # other logits are no number: they are not set on a card
        self.parameters = tuple(each for each in self.loss.parameters if each.kind != "other_logits")
        self.setObjectName(f"loss-{self.loss.key}")
        self.setAccessibleName(self.loss.said)
        self.toggle = Toggle(say("Show {loss} in the cards", loss=self.loss.said), theme, self)
        self.toggle.clicked.connect(self._switch)
        self.link = LinkButton("", theme, self)
        self.link.clicked.connect(self._take_way_out)
        self.more = MoreButton(say("Menu of {loss}", loss=self.loss.said), self)
        self.more.clicked.connect(
            lambda: self.menu_asked.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
        )
        count = study.table.class_count
        self.rows = [self._row(parameter, count) for parameter in self.parameters]
        self.set_theme(theme)

    def _row(self, parameter: Parameter, classes: int) -> Row:
        row = row_of(parameter, self.loss.said, classes, self.theme, self)
        label = say("Set {parameter} of {loss}", parameter=row.parameter.symbol, loss=self.loss.said)
        row.began.connect(lambda: self.session.begin(label))
        row.changed.connect(lambda setting: self._drag(row, setting, label))
        row.ended.connect(self.session.end)
        row.cancelled.connect(self.session.cancel)
        row.stepped.connect(lambda setting: self._apply(self._set(row, setting)))
        row.entered.connect(lambda setting: self._apply(self._set(row, setting), merge=False))
        row.refused.connect(self.said)
        return row

    # Changes

    @property
    def study(self) -> Study:
        """The study that the card is part of."""
        return self.session.state.study

    def _set(self, row: Row, setting: object) -> changes.Change:
        return changes.with_setting(self.study, self.index, row.parameter, setting)  # type: ignore[arg-type]

    def _drag(self, row: Row, setting: object, label: str) -> None:
        if self.session.in_gesture:  # else an undo took the drag back: it is over
            self.session.update(self._set(row, setting).study, label)

    def _apply(self, change: changes.Change, merge: bool = True) -> None:
        self.said.emit("")
        self.session.apply(change.label, change.study, change.target if merge else None)

    def _switch(self) -> None:
        self._apply(changes.switched(self.study, self.index, self.toggle.isChecked()))

    def _take_way_out(self) -> None:
        if self.words.way_out == PIN:
            self._apply(changes.pinned(self.study, self.session.state.sample))
        elif self.loss.instead is not None:
            self._apply(changes.swapped(self.study, self.index, self.loss.instead))

    def cancel(self) -> bool:
        """Leave a drag under way in a slider; say whether there was one."""
        return any(row.cancel() for row in self.rows)

    def let_go(self) -> bool:
        """End the drag under way in a slider; say whether there was one."""
        return any(row.let_go() for row in self.rows)

    def forget(self) -> None:
        """Let go of what is half typed in a field."""
        for row in self.rows:
            row.forget()

    def copy_value(self) -> None:
        """Put the value on the clipboard with every digit."""
        if self.words.copied:
            QGuiApplication.clipboard().setText(self.words.copied)
            self.said.emit(say("Copied {value}", value=self.words.copied))

    # Showing

    def refresh(self, evaluation: LossEvaluation | None) -> None:
        """Show the study's settings and an evaluation (None: the loss is off)."""
        shown = self.study.shown[self.index]
        sample = self.session.state.sample if evaluation is None else evaluation.sample
        if evaluation is not None and evaluation is self._evaluation and sample.classes == self._classes:
            return
        self._evaluation, self._classes = evaluation, sample.classes
        for row in self.rows:
            row.show_setting(changes.setting_of(shown, row.parameter))
        self.toggle.show_on(shown.on)
        before, was_on = self.words, self.on
        self.words, self.on = words(evaluation, sample), shown.on
        if (before.problem, before.way_out, was_on) != (self.words.problem, self.words.way_out, self.on):
            self._reshape()
        self._repaint(before)
        if QAccessible.isActive():
            self.setAccessibleDescription(f"{self.words.value} {self.words.decision} {self.words.f1}")

    def _repaint(self, before: Words) -> None:
        now, places = self.words, self.places
        was, area = places.value(before.value), places.value(now.value)
        if was != area:
            # what the value leaves or takes is the title's and the menu button's
            self._place_more()
            self._update(QRectF(0, 0, self.wide, HEADER))
        elif before.value != now.value:
            self._update(area)
        if before.slopes != now.slopes:
            self._update(places.settings)
        if (before.names, before.f1, before.rule) != (now.names, now.f1, now.rule):
            self._update(places.decision)

    def _update(self, area: QRectF) -> None:
        """Paint a part again, given at scale 1."""
        corner, size = area.topLeft() * scale(), area.size() * scale()
        self.update(QRectF(corner, size).toAlignedRect())

    def _reshape(self) -> None:
        """Lay out again after a change of what the card holds."""
        self.place(self.width())
        self.update()
        if self.height() != self.wanted_height:
            self.resized.emit()

    @property
    def is_open(self) -> bool:
        """Whether formula, settings and decision are there: the loss is on and has a value."""
        return self.on and self.words.severity != "error"

    @property
    def wanted_height(self) -> int:
        """The height needed at the width last placed for; it does not depend on the numbers shown."""
        return px(self.places.height)

    @property
    def places(self) -> Places:
        """Where the parts lie, as the card is now."""
        return Places(
            self.wide,
            formula_height(self.loss.key, self.wide - 2 * PAD),
            learned(self.parameters),
            self.on,
            self.is_open,
            len(self._lines),
            self.more.is_shown,
        )

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.toggle.set_theme(theme)
        self.link.set_theme(theme)
        self.more.set_size(px(MORE), px(16))
        self.more.set_sign(icon("more", theme.colour("mut")))
        for row in self.rows:
            row.set_theme(theme)
        self.place(self.width())

    def set_look(self, look: LossLook) -> None:
        """Show another sign, as when the same loss is shown twice."""
        if look != self.look:
            self.look = look
            self.update()

    # Geometry

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place(self.width())

    def place(self, width: int) -> None:
        """Lay out for a width, also before the card is shown; then `wanted_height` holds."""
        self.wide = width / scale()
        right = self.wide - PAD
        toggle = self.toggle.size()
        end = px(right + toggle_size.MARGIN)
        self.toggle.move(end - toggle.width(), px(MIDDLE) - toggle.height() // 2)
        self._place_more()
        self._place_problem(right)
        labels = [width_of(row.parameter.symbol, "body") for row in self.rows]
        left, places = PAD + round(max(labels, default=0.0)) + 10, self.places
        for number, row in enumerate(self.rows):
            row.set_visible(self.is_open)
            row.place(left, right, places.row_top(number) + ROW / 2)

    def _place_more(self) -> None:
        self.more.move(px(self.places.more_left(self.words.value)), px(MIDDLE) - self.more.height() // 2)

    def _place_problem(self, right: float) -> None:
        self.link.say(say(self.words.way_out))
        self.link.setVisible(bool(self.on and self.words.way_out))
        self.link.resize(self.link.sizeHint())
        taken = self.link.width() / scale() - link_size.MARGIN if self.words.way_out else 0
        self._lines = wrapped(self.words.problem, "name", right - PAD - 20 - taken, LINES) if self.on else ()
        self.link.move(
            px(right + link_size.MARGIN) - self.link.width(),
            px(self.places.problem_top + 1 - link_size.MARGIN),
        )

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            area = QRectF(QPointF(event.rect().topLeft()) / scale(), QSizeF(event.rect().size()) / scale())
            places = self.places
            picture = Picture(self.loss, self.look, self.words, places, self.theme)
            if area.top() < HEADER:
                picture.header(painter)
            if self.is_open:
                if area.intersects(places.formula_area | places.settings):
                    picture.settings(painter, self.parameters)
                if area.intersects(places.decision):
                    picture.decision(painter)
            if self._lines and self.on:
                picture.problem(painter, self._lines)

    # Pointer

    def enterEvent(self, event: QEvent) -> None:
        self._show_more()

    def leaveEvent(self, event: QEvent) -> None:
        self._show_more()

    def _show_more(self) -> None:
        self.more.set_near(self.underMouse())
        self._update(QRectF(0, 0, self.wide, HEADER))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.on and self.places.value(self.words.value).contains(event.position() / scale()):
            self.copy_value()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), self.tip_at(event.pos().x() / scale(), event.pos().y() / scale()), self
            )
            return True
        return super().event(event)

    def tip_at(self, x: float, y: float) -> str:
        """Return the tool tip of a place at scale 1: value, name, parameter, decision or problem in full."""
        if not self.on:
            return say("{loss} is off", loss=self.loss.said)
        places = self.places
        if places.value(self.words.value).contains(x, y):
            return self.words.tip
        if y < HEADER:
            taken = say("takes {labels}", labels=takes(self.loss))
            return f"{self.loss.said}\n{taken}\n{self.loss.reference}"
        for number, row in enumerate(self.rows):
            if self.is_open and places.row_top(number) <= y < places.row_top(number + 1):
                return row.tip
        if self.is_open and places.formula_area.contains(x, y):
            return say("How to read it, in the menu, shows the gradient's formula too")
        if self.is_open and places.decision.contains(x, y):
            return decision_tip(self.loss, self.words)
        if self._lines and y >= places.problem_top:
            return self.words.problem
        return ""
