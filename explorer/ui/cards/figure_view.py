"""A figure on screen: made when its state changes, painted, and marked where something is pointed at."""

from __future__ import annotations

import logging
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.paint.painter import paint, paint_over
from explorer.paint.underlay import Underlay
from explorer.plots import numbers
from explorer.plots.crosshair import crosshair
from explorer.plots.figure import Axis, Figure, Interaction, View
from explorer.plots.limits import is_loose
from explorer.ui.cards.aiming import Aim
from explorer.ui.cards.kept import Kept
from explorer.ui.focus import draw_ring
from explorer.ui.ground import draw_ground
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Hashable

    from explorer.paint.axes import AxisName
    from explorer.paint.theme import Theme
    from explorer.plots import Plot
    from explorer.plots.figure import Mark
    from explorer.plots.layout import Layout
    from explorer.ui.session import Session

log = logging.getLogger(__name__)

WHOLE = "card"  # what has the focus where there is no handle
FOCUS_INSET, FOCUS_RADIUS = 7.0, 3.0  # of the shape that the ring goes round, inside the card's frame


class FigureView(QWidget):
    """One card's picture.

    Nothing is computed before it is painted, so a card that is hidden costs nothing, and however
    many moves arrive between two frames the losses are evaluated once. What is pointed at elsewhere is
    drawn over a kept picture: a pointer that moves makes no figure.
    """

    def __init__(self, session: Session, plot: Plot, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plot = plot
        self.theme = theme
        self.ui_scale = 1.0
        self._underlay = Underlay(draw_ground)
        self._kept = Kept()
        self._marks: tuple[Mark, ...] = ()
        self._lit: AxisName | None = None
        self._figure: Figure | None = None
        self._about: Hashable = None  # what the figure depends on
        self._occasion: Hashable = None  # on which the kept limits were made
        self._fails = False
        self._awaited = False
        self._aim: Aim | None = None
        self._interaction = Interaction()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(QSize(80, 60))
        self.setAccessibleName(plot.said)
        session.changed.connect(self._changed)
        session.pointed.connect(self._pointed)

    @property
    def figure(self) -> Figure:
        """The figure of the session's state, made when it is first asked for after a change."""
        if self._figure is None:
            self._figure = self._made()
            self._aim = None
            chosen = self.view.chosen if self.plot.key in self.session.views else False
            self.session.keep_view(self.plot.key, _view_of(self._figure, chosen))
            self._about = self._depends()
            self.setAccessibleDescription(self._figure.description)
        return self._figure

    def _made(self) -> Figure:
        """Make the figure; a plot that fails says so on its card and leaves the rest alive."""
        self._fails = False
        try:
            return self._refitted() or self.plot.figure(self.session.state)
        except Exception as error:
            return self._failed(error)

    def _refitted(self) -> Figure | None:
        """Make the figure with fresh limits where other losses or an undo leave the kept ones empty."""
        if not self._may_refit():
            return None
        self._occasion = self._occasion_now()
        state, key = self.session.state, self.plot.key
        view = state.views.get(key)
        if view is None or view.chosen:
            return None
        rest = {name: each for name, each in state.views.items() if name != key}
        figure = self.plot.figure(replace(state, views=MappingProxyType(rest)))
        return figure if is_loose(view, _view_of(figure, chosen=False)) else None

    def _may_refit(self) -> bool:
        """Say whether losses came or an undo since the limits grew; in a gesture nothing jumps."""
        return self._occasion != self._occasion_now() and not self.session.in_gesture

    def _occasion_now(self) -> Hashable:
        losses = tuple((shown.key, shown.on) for shown in self.session.state.study.shown)
        return losses, self.session.travels

    def _failed(self, error: Exception) -> Figure:
        """Make the figure of a card that failed, and keep the traceback in the log."""
        log.exception("the card %r failed", self.plot.key)
        self._fails = True
        axis = Axis(low=0.0, high=1.0)
        note = say(
            "This card failed: {kind}: {error}. Undo, or go to another sample.",
            kind=type(error).__name__,
            error=error,
        )
        return Figure(key=self.plot.key, title=self.plot.said, x=axis, y=axis, note=note)

    @property
    def aim(self) -> Aim:
        """What each pixel of this widget points at."""
        figure = self.figure
        if self._aim is None:
            size = float(self.width()), float(self.height())
            self._aim = Aim(figure, *size, self.ui_scale, len(self.session.state.sample.classes))
        return self._aim

    @property
    def layout_of_figure(self) -> Layout:
        """Where the figure's parts are, in logical pixels of this widget."""
        return self.aim.layout

    def set_scale(self, scale: float) -> None:
        """Draw larger or smaller from the next frame on; 1 is the usual size."""
        self.ui_scale = scale
        self._aim = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from the next frame on."""
        self.theme = theme
        self.update()

    def renew(self) -> None:
        """Make the figure anew with the next frame."""
        self._figure = None
        if self.isVisible():
            self._awaited = True
            self.session.clock.expect()
            self.update()

    def _depends(self) -> Hashable:
        """Return what the figure is about, and how its numbers are written."""
        return self.plot.depends(self.session.state), numbers.current()

    def look_again(self) -> None:
        """Show what has changed without being said, as answers that were computed further."""
        self._changed()

    def _changed(self) -> None:
        """Make the figure anew where it is about what has changed; else look at what lies over it."""
        if self._figure is None or self._fails or self._about != self._depends() or self._may_refit():
            self.renew()
        else:
            self._pointed()

    def paintEvent(self, event: QPaintEvent) -> None:
        answers, self._awaited = self._awaited, False
        painter = QPainter(self)
        try:  # Qt aborts the program when a painter outlives its widget's paint event
            self._paint(painter)
            self._ring(painter)
        finally:
            painter.end()
        if answers:
            self.session.clock.paint()

    def _ring(self, painter: QPainter) -> None:
        """Show that the keyboard is in a card that has nothing to hold."""
        if self._interaction.focus == WHOLE and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inside = QRectF(self.rect()).adjusted(*(FOCUS_INSET * side for side in (1, 1, -1, -1)))
            draw_ring(painter, inside, FOCUS_RADIUS, self.theme)

    def _paint(self, painter: QPainter) -> None:
        """Draw the figure; an error that left this method would make the next override crash Qt."""
        area = QRectF(self.rect())
        try:
            self._marks = self._marks_now()
            marks = (*self._marks, *self._over())
            if marks or self._lit:
                self._kept.draw(painter, area, self._paint_figure, self._shows())
                paint_over(marks, self.figure, painter, area, self.theme, self.ui_scale, self._lit)
            else:
                self._kept.forget()
                self._paint_figure(painter)
        except Exception as error:
            self._figure = self._failed(error)
            paint(self._figure, painter, area, self.theme, self.ui_scale, Interaction(), self._underlay)

    def _paint_figure(self, painter: QPainter) -> None:
        area, interaction = QRectF(self.rect()), self._shown_interaction()
        paint(self.figure, painter, area, self.theme, self.ui_scale, interaction, self._underlay)

    def _shows(self) -> tuple[object, ...]:
        """Return all that the figure's picture depends on, beside the device."""
        return self.figure, self.theme, self.ui_scale, self._shown_interaction()

    def _shown_interaction(self) -> Interaction:
        return self._interaction if self.hasFocus() else replace(self._interaction, focus=None)

    def resizeEvent(self, event: QEvent) -> None:
        self._aim = None

    def hideEvent(self, event: QEvent) -> None:
        """Keep no picture of a card that is not seen: each was as large as it, up to the whole screen."""
        self._underlay.forget()
        self._kept.forget()

    @property
    def view(self) -> View:
        """The limits that the card keeps."""
        return self.session.views.get(self.plot.key) or _view_of(self.figure, chosen=False)

    def _interact(self, **changes: str | None) -> None:
        interaction = replace(self._interaction, **changes)
        if interaction != self._interaction:
            self._interaction = interaction
            self.update()

    # What is pointed at, here and in other cards

    def _marks_now(self) -> tuple[Mark, ...]:
        return crosshair(self.session.state, self.figure, self.session.pointer)

    def _pointed(self) -> None:
        """Paint again where the marks are others; a card that has no figure yet will be painted anyway."""
        if self._figure is not None and self.isVisible() and self._marks_now() != self._marks:
            self.update()

    def _over(self) -> tuple[Mark, ...]:
        """Return what else lies over the figure."""
        return ()


def _view_of(figure: Figure, chosen: bool) -> View:
    return View((figure.x.low, figure.x.high), (figure.y.low, figure.y.high), chosen)
