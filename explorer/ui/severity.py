"""Signs of severity: octagon with cross (error), triangle (warning), ring with i (note)."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from explorer.paint.surface import colour
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explorer.paint.theme import Theme

SIZE: Final = 13.0  # across
SEVERITIES: Final = ("error", "warning", "note")  # worst first
COUNTED: Final = {
    "error": (noted("{count} error"), noted("{count} errors")),
    "warning": (noted("{count} warning"), noted("{count} warnings")),
    "note": (noted("{count} note"), noted("{count} notes")),
}
INKS: Final = {"error": "error", "warning": "warning", "note": "ink"}  # of what a finding says first


def tally(severities: Iterable[str]) -> dict[str, int]:
    """Count each severity, worst first; those there are none of are left out."""
    found = list(severities)
    return {name: found.count(name) for name in SEVERITIES if name in found}


def counted(counts: Mapping[str, int]) -> str:
    """Say how many there are of each severity: "1 error, 2 warnings"."""
    some = (say_count(counts[name], *COUNTED[name]) for name in SEVERITIES if counts.get(name))
    return say(", ", "between counts").join(some)


def draw_severity(painter: QPainter, theme: Theme, severity: str, centre: QPointF) -> None:
    """Draw the sign of "error", "warning" or "note" about a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    {"error": _octagon, "warning": _triangle}.get(severity, _ring)(painter, theme)
    painter.restore()


def _pen(theme: Theme, role: str, width: float) -> QPen:
    pen = QPen(colour(theme.colour(role)), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _octagon(painter: QPainter, theme: Theme) -> None:
    radius = SIZE / 2
    corners = [pi / 8 + step * pi / 4 for step in range(8)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.colour("error")))
    painter.drawPolygon(QPolygonF([QPointF(radius * cos(at), radius * sin(at)) for at in corners]))
    painter.setPen(_pen(theme, "card", 1.7))
    arm = 2.2
    painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm))
    painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm))


def _triangle(painter: QPainter, theme: Theme) -> None:
    ink = theme.colour("warning")
    half = SIZE / 2
    painter.setPen(_pen(theme, "warning", 1.6))
    painter.setBrush(colour(ink))
    painter.drawPolygon(
        QPolygonF([QPointF(0, -half + 0.6), QPointF(half, half - 1.4), QPointF(-half, half - 1.4)])
    )
    painter.setPen(_pen(theme, "card", 1.6))
    painter.drawLine(QPointF(0, -1.8), QPointF(0, 1.4))
    painter.drawPoint(QPointF(0, 3.7))


def _ring(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme, "ink2", 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), SIZE / 2 - 0.7, SIZE / 2 - 0.7)
    painter.setPen(_pen(theme, "ink2", 1.6))
    painter.drawLine(QPointF(0, -0.4), QPointF(0, 3.0))
    painter.drawPoint(QPointF(0, -3.0))
