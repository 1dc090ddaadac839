"""What is painted of a loss's card: its sign, name and value, formula, letters, decision and problem."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt

from explorer.paint.formulas import draw_formula
from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.plots.numbers import DASH
from explorer.ui.lettering import write
from explorer.ui.panels.loss_places import (
    DECISION,
    LINE,
    MIDDLE,
    PAD,
    ROW,
    SIGN_WIDTH,
    SLOPE,
    SMALL,
    title_lines,
)
from explorer.ui.panels.loss_words import predicted_set
from explorer.ui.panels.signs import draw_sign
from explorer.ui.severity import draw_severity

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from explorer.catalogue import Loss, Parameter
    from explorer.paint.theme import Theme
    from explorer.plots.figure import LossLook
    from explorer.ui.panels.loss_places import Places
    from explorer.ui.panels.loss_words import Words

PILL: Final = 18
TITLE_LINE: Final = 13  # of a title in two lines


@dataclass(frozen=True, slots=True)
class Picture:
    """Paints one card as it is now, at scale 1."""

    loss: Loss
    look: LossLook
    words: Words
    places: Places
    theme: Theme

    def header(self, painter: QPainter) -> None:
        """Paint sign, title and value."""
        places, on = self.places, self.places.on
        middle = PAD + (5 if places.narrow else SIGN_WIDTH / 2)
        draw_sign(painter, self.theme, middle, MIDDLE, self.look, not places.narrow)
        self._title(painter)
        if on:
            # a dash in the face of numbers looks like a minus
            missing = self.words.value == DASH
            write(
                painter, self.theme, places.value(self.words.value).right() - 2, MIDDLE, self.words.value,
                size="body" if missing else "value", colour_of="mut" if missing else "ink",
                anchor="right", bold=not missing,
            )  # fmt: skip

    def _title(self, painter: QPainter) -> None:
        room = self.places.title_room(self.words.value)
        lines, whole = title_lines(self.loss.said, room), width_of(self.loss.said, "title") <= room
        role = "ink" if self.places.on else "mut"
        middle = MIDDLE - TITLE_LINE * (len(lines) - 1) / 2
        for line in lines:
            write(
                painter, self.theme, self.places.title_left, middle, line,
                size="title" if whole else SMALL, colour_of=role, bold=not whole,
            )  # fmt: skip
            middle += TITLE_LINE

    def settings(self, painter: QPainter, parameters: tuple[Parameter, ...]) -> None:
        """Paint the formula, the letters of parameters and the gradients of learned ones."""
        ink = self.theme.colour("ink2")
        draw_formula(painter, self.places.formula_area, self.loss.key, ink, self.loss.formula)
        slopes = dict(self.words.slopes)
        for number, parameter in enumerate(parameters):
            middle = self.places.row_top(number) + ROW / 2
            write(painter, self.theme, PAD, middle, parameter.symbol, size="body")
            below = middle + ROW / 2 + SLOPE / 2 - 2
            slope = slopes.get(parameter.name, "")
            write(
                painter, self.theme, self.places.right, below, slope,
                size="name", colour_of="mut", anchor="right",
            )  # fmt: skip

    def decision(self, painter: QPainter) -> None:
        """Paint the rule, the predicted set and its F1."""
        middle, theme = self.places.decision.top() + DECISION / 2, self.theme
        width = width_of(self.words.f1, "name", True) + 14
        pill = QRectF(round(self.places.right - width), middle - PILL / 2, width, PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.colour("hover")))
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        write(painter, theme, pill.center().x(), middle, self.words.f1, size="name", colour_of="ink",
              anchor="center", bold=True)  # fmt: skip
        text = self._decision_text(pill.left() - 10 - PAD)
        write(painter, theme, PAD, middle, text, size="name", room=pill.left() - 8 - PAD)

    def _decision_text(self, room: float) -> str:
        rule = f"{self.words.rule}  → "
        return rule + _fitting_set(self.words.names, room - width_of(rule, "name"))

    def problem(self, painter: QPainter, lines: tuple[str, ...]) -> None:
        """Paint what is wrong, or to be minded."""
        severity, top = self.words.severity, self.places.problem_top
        draw_severity(painter, self.theme, severity, QPointF(PAD + 6.5, top + LINE / 2 - 0.5))
        for number, line in enumerate(lines):
            write(
                painter, self.theme, PAD + 20, top + LINE * number + LINE / 2 - 0.5, line,
                size="name", colour_of=severity,
            )  # fmt: skip


@lru_cache(maxsize=128)
def _fitting_set(names: tuple[str, ...], room: float) -> str:
    return predicted_set(names, room, lambda text: width_of(text, "name"))
