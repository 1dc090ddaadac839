"""One finding of the doctor: its sign, what is so, what that means, and the ways on."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from explorer.paint.surface import colour
from explorer.paint.text import elided
from explorer.ui.controls import LinkButton
from explorer.ui.controls import link as link_size
from explorer.ui.focus import DISTANCE, WIDTH, draw_ring
from explorer.ui.lettering import filled, write
from explorer.ui.scaling import px, scale
from explorer.ui.severity import INKS, draw_severity
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.analysis.doctor import Finding
    from explorer.paint.theme import Theme
    from explorer.plots.figure import Size

PAD: Final = 12.0
TEXT: Final = 34.0  # left side of the texts, right of the sign
TOP: Final = 5.0
FACT: Final = 16.0  # height of a line
LINE: Final = 14.5
GAP: Final = 4.0  # between what is said and why
LINKS: Final = 22.0
BOTTOM: Final = 5.0
FACT_LINES: Final = 3  # at most, while it is folded
NARROW: Final = 180.0  # room below which the fact may have one line more
CHEVRON: Final = 3.5  # half its width, below the sign
MANY: Final = 24  # lines of a paragraph that is unfolded
BESIDE: Final = 0.42  # of the width: a wider way on stands below


class _Line(NamedTuple):
    """A line of text, by the middle of its capitals; what is so is larger and bold."""

    y: float
    text: str
    size: Size
    ink: str


class FindingRow(QAbstractButton):
    """Fact first, then meaning; pressing it unfolds why it matters and what to do.

    `show_asked` and `fix_asked` carry the finding, `lesson_asked` a key; `stepped` asks for the row so
    many further on; `folded` says that the row was unfolded or folded again.
    """

    show_asked = Signal(object)
    fix_asked = Signal(object)
    lesson_asked = Signal(str)
    stepped = Signal(int)
    folded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.finding: Finding | None = None
        self.unfolded = False
        self.meaning_lines = MANY  # at most, while it is folded; its list knows how much room there is
        self._lines: tuple[_Line, ...] = ()
        self._height = 0.0
        self.show_link = LinkButton(say("show", "what a finding is about"), theme, self)
        self.fix_link = LinkButton("", theme, self)
        self.lesson_link = LinkButton(say("lesson"), theme, self)
        self.links = (self.fix_link, self.show_link, self.lesson_link)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._turn)
        self.show_link.clicked.connect(partial(self._ask, self.show_asked))
        self.fix_link.clicked.connect(partial(self._ask, self.fix_asked))
        self.lesson_link.clicked.connect(self._ask_lesson)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self.theme = theme
        for link in self.links:
            link.set_theme(theme)
        self.update()

    # What it says

    def show_finding(self, finding: Finding, unfolded: bool) -> bool:
        """Show a finding; say whether that is news."""
        before, was_unfolded = self.finding, self.unfolded
        self.finding, self.unfolded = finding, unfolded
        if before is not None and _words(before) == _words(finding) and was_unfolded == unfolded:
            return False
        self.setText(finding.fact)
        self.setAccessibleName(_of(finding.severity.said, finding))
        self.setAccessibleDescription(self._described(finding))
        self.show_link.setAccessibleName(_of(self.show_link.text(), finding))
        self.lesson_link.setAccessibleName(_of(self.lesson_link.text(), finding))
        way = finding.fix.label if finding.fix is not None else ""
        self.fix_link.setToolTip(way)
        self.fix_link.setAccessibleName(_of(way, finding))
        self.update()
        return True

    def _described(self, finding: Finding) -> str:
        from explorer.analysis.doctor.words import joined  # not needed to show the window

        told = (finding.meaning, *(self._told(finding) if self.unfolded else ()))
        return joined(*told)

    @staticmethod
    def _told(finding: Finding) -> tuple[str, str]:
        """Why it matters, and what to do."""
        from explorer.analysis.doctor import RULES  # not needed to show the window

        rule = RULES[finding.rule]
        return say(rule.why), say(rule.advice)

    @property
    def tip(self) -> str:
        """Everything that the row may have cut, and what pressing it does."""
        if self.finding is None:
            return ""
        way = say("click: fold it again" if self.unfolded else "click: why it matters and what to do")
        return f"<p>{escape(self.finding.message)}</p><p>{way}</p>"  # as rich text it is broken into lines

    # Geometry

    @property
    def wanted_height(self) -> int:
        """The height needed at the width last placed for."""
        return px(self._height)

    def place(self, width: int) -> None:
        """Break the texts for a width and put the ways on where they fit."""
        finding = self.finding
        if finding is None:
            return
        right = width / scale() - PAD
        room = right - TEXT
        links = self._links(finding)
        if finding.fix is not None:
            self.fix_link.setText(elided(finding.fix.label, "name", room, bold=True))
        beside = len(links) == 1 and self._width_of(links[0]) <= BESIDE * room
        taken = self._width_of(links[0]) + 8.0 if beside else 0.0
        lines, y = list[_Line](), TOP
        facts = MANY if self.unfolded else FACT_LINES + (room < NARROW)
        meanings = MANY if self.unfolded else self.meaning_lines
        fact = filled(finding.fact, "body", room - taken, facts, bold=True)
        y = _add(lines, y, fact, FACT, "body", INKS[finding.severity.value])
        y = _add(lines, y, filled(finding.meaning, "name", room, meanings), LINE, "name", "mut")
        if self.unfolded:
            for text, role in zip(self._told(finding), ("ink2", "ink"), strict=True):
                y = _add(lines, y + GAP, filled(text, "name", room, MANY), LINE, "name", role)
        self._lines = tuple(lines)
        self._height = self._place_links(links, y, right, beside) + BOTTOM

    def _links(self, finding: Finding) -> list[LinkButton]:
        """The ways on: while it is folded only the shortest, the fix before the mere look."""
        there = [
            (self.fix_link, finding.fix is not None),
            (self.show_link, bool(finding.classes)),
            (self.lesson_link, self.unfolded),
        ]
        links = [link for link, is_there in there if is_there]
        return links if self.unfolded else links[:1]

    @staticmethod
    def _width_of(link: LinkButton) -> float:
        return link.sizeHint().width() / scale() - 2 * link_size.MARGIN

    def _place_links(self, links: list[LinkButton], y: float, right: float, beside: bool) -> float:
        """Put the ways on right of the fact or below everything, in rows; return where the text ends."""
        for link in self.links:
            link.setVisible(link in links)
            link.resize(link.sizeHint())
        margin = link_size.MARGIN
        if beside:
            links[0].move(px(right + margin) - links[0].width(), px(TOP + FACT / 2 - 5 - margin))
            return y
        x = TEXT
        for link in links:
            wide = self._width_of(link)
            if x > TEXT and x + wide > right:
                x, y = TEXT, y + LINKS
            link.move(px(x - margin), px(y + 4.0 - margin))
            x += wide + 14.0
        return y + LINKS if links else y

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place(self.width())

    # Picture

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme, size = self.theme, scale()
            painter.fillRect(event.rect(), colour(theme.colour("card")))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(size, size)
            wide, tall = self.width() / size, self.height() / size
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(theme.colour("hover")))
                painter.drawRoundedRect(QRectF(4, 0, wide - 8, tall), 5, 5)
            if self.finding is not None:
                sign = QPointF(PAD + 7, TOP + FACT / 2)
                draw_severity(painter, theme, self.finding.severity.value, sign)
                self._draw_chevron(painter, QPointF(PAD + 7, TOP + FACT + LINE / 2))
            top, bottom = event.rect().top() / size, event.rect().bottom() / size + 1
            for line in self._lines:
                if top <= line.y - LINE / 2 and line.y + LINE / 2 <= bottom + 1:
                    self._write(painter, line)
            if self.hasFocus():
                inset = DISTANCE + WIDTH + 1
                draw_ring(painter, QRectF(0, 0, wide, tall).adjusted(inset, inset, -inset, -inset), 3, theme)

    def _draw_chevron(self, painter: QPainter, at: QPointF) -> None:
        """Show that there is more to unfold: down, or up where it was."""
        painter.setPen(QPen(colour(self.theme.colour("mut")), 1.4))
        tip = -CHEVRON / 2 if self.unfolded else CHEVRON / 2
        ends = (QPointF(at.x() + side * CHEVRON, at.y() - tip) for side in (-1.0, 1.0))
        left, right = ends
        painter.drawPolyline([left, QPointF(at.x(), at.y() + tip), right])

    def _write(self, painter: QPainter, line: _Line) -> None:
        bold = line.size == "body"
        write(painter, self.theme, TEXT, line.y, line.text, size=line.size, colour_of=line.ink, bold=bold)

    # Pressing

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        self.unfolded = not self.unfolded
        if self.finding is not None:
            self.setAccessibleDescription(self._described(self.finding))
        self.folded.emit()

    def _ask(self, signal: object, _checked: bool = False) -> None:
        if self.finding is not None:
            signal.emit(self.finding)  # type: ignore[attr-defined]

    def _ask_lesson(self) -> None:
        from explorer.analysis.doctor import RULES  # not needed to show the window

        if self.finding is not None:
            self.lesson_asked.emit(RULES[self.finding.rule].lesson)


def _of(way: str, finding: Finding) -> str:
    """Name a way on, or a severity, with the finding that it is of."""
    return say("{what}: {fact}", what=way, fact=finding.fact)


def _words(finding: Finding) -> tuple[object, ...]:
    """What is seen of a finding: its fix is another one with every edit."""
    fix = finding.fix.label if finding.fix is not None else ""
    return finding.rule, finding.fact, finding.meaning, fix, bool(finding.classes)


def _add(lines: list[_Line], y: float, texts: tuple[str, ...], tall: float, size: Size, ink: str) -> float:
    """Add lines below each other from a height on; return where they end."""
    for text in texts:
        lines.append(_Line(y + tall / 2, text, size, ink))
        y += tall
    return y
