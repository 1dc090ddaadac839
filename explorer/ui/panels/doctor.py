"""The doctor: what is wrong with the sample looked at, live; a list, or one row that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.ui.focus import DISTANCE, WIDTH, draw_ring
from explorer.ui.ground import Ground
from explorer.ui.lettering import filled, write
from explorer.ui.panels.doctor_list import FindingsList
from explorer.ui.panels.popover import Popover
from explorer.ui.scaling import px, scale
from explorer.ui.severity import SEVERITIES, counted, draw_severity, tally
from explorer.wording import noted, say, say_count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QShowEvent

    from explorer.analysis.doctor import Finding
    from explorer.paint.theme import Theme
    from explorer.ui.session import Session

PAD: Final = 12.0
HEAD: Final = 30
MIDDLE: Final = 17.0  # of the title
BOTTOM: Final = 6
LINE: Final = 15.0
POPOVER: Final = 320  # width of the list that the row opens
MOST: Final = 420  # its height
CLEAN: Final = noted("Nothing to say about this sample.")


class DoctorRow(QAbstractButton):
    """The doctor in one row: its sign for each severity with the number of findings."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._counts: Mapping[str, int] = {}
        self.setText(say("Doctor"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_counts({})

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many findings of each severity there are."""
        self._counts = counts
        found = counted(counts) or say("nothing found")
        self.setAccessibleName(say("Doctor, {found}; open the list", found=found))
        self.setToolTip(counted(counts) or say(CLEAN))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size, theme = scale(), self.theme
            painter.scale(size, size)
            wide, tall = self.width() / size, self.height() / size
            if self.underMouse() or self.isDown():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(theme.colour("hover")))
                painter.drawRoundedRect(QRectF(4, 4, wide - 8, tall - 8), 5, 5)
            write(painter, theme, PAD, tall / 2, self.text(), size="title", colour_of="ink")
            x = wide - PAD
            for name in reversed(SEVERITIES):
                if name in self._counts:
                    text = str(self._counts[name])
                    x -= write(painter, theme, x, tall / 2, text, size="name", mono=True, anchor="right") + 11
                    draw_severity(painter, theme, name, QPointF(x, tall / 2))
                    x -= 15
            if not self._counts:
                text = say("nothing")
                write(painter, theme, x, tall / 2, text, size="name", colour_of="mut", anchor="right")
            if self.hasFocus():
                inset = DISTANCE + WIDTH + 2
                draw_ring(painter, QRectF(0, 0, wide, tall).adjusted(inset, inset, -inset, -inset), 3, theme)


class DoctorPanel(Ground):
    """The findings of the sample looked at.

    `changed` says that other findings are shown, `gone_to` carries a class to bring into sight,
    `lesson_asked` the key of a lesson; `left` says that the keyboard was in a finding that went, `mended`
    that a fix was made.
    """

    changed = Signal()
    gone_to = Signal(int)
    lesson_asked = Signal(str)
    left = Signal()
    mended = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.session = session
        self.title = say("Doctor")
        self.folded = False
        self.findings: Sequence[Finding] = ()
        self.about: Finding | None = None  # of the table, in the place of those of the sample
        self.clean = say(CLEAN)
        self._popover: DoctorPopover | None = None
        self._outdated = True
        self.setAccessibleName(say("Doctor"))
        self.list = FindingsList(theme, self)
        self._listen(self.list)
        self.list.left.connect(self.left)
        self.row = DoctorRow(theme, self)
        self.row.hide()
        self.row.clicked.connect(self.open_list)
        session.changed.connect(self._take)

    def _listen(self, findings: FindingsList) -> None:
        findings.show_asked.connect(self.go_to)
        findings.fix_asked.connect(self.fix)
        findings.lesson_asked.connect(self.lesson_asked)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)
        self.row.theme = theme
        if self._popover is not None:
            self._popover.close_it()
            self._popover.deleteLater()
            self._popover = None
        self._place()

    def set_title(self, title: str) -> None:
        """Stand under another title."""
        if title != self.title:
            self.title = title
            self.update()

    @property
    def wanted_height(self) -> int:
        """The height that shows every finding."""
        return px(HEAD) + (self.list.wanted_height if self.findings else px(2 * LINE)) + px(BOTTOM)

    def set_folded(self, folded: bool) -> None:
        """Show one row that opens the list, or the list."""
        if folded == self.folded:
            return
        self.folded = folded
        self.list.setVisible(not folded)
        self.row.setVisible(folded)
        if not folded and self._popover is not None:
            self._popover.close_it()
        self._place()
        self.update()

    # Showing

    def _take(self) -> None:
        self._outdated = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self.refresh()

    def refresh(self) -> None:
        """Examine the sample looked at; what is found of it is kept, so that this is asked for freely."""
        from explorer.analysis.doctor import examine  # not needed to show the window

        self._outdated = False
        state = self.session.state
        findings = examine(state.study, state.sample) if self.about is None else self._alone(self.about)
        if not findings and not self.session.in_gesture:
            self._say_clean()
        if findings is self.findings:
            return
        before, self.findings = self.counts, findings
        self.list.show_findings(findings)
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_findings(findings)
        if self.counts != before:
            self.row.show_counts(self.counts)
            self.setAccessibleDescription(counted(self.counts) or self.clean)
            self.update()
        self.changed.emit()

    def show_about(self, finding: Finding | None) -> None:
        """Show a finding of the table, unfolded, in the place of those of the sample; None for these."""
        if finding is not self.about:
            self.about = finding
            if finding is not None:
                self.list.unfold(finding.rule)
            self.refresh()

    def _alone(self, finding: Finding) -> Sequence[Finding]:
        return self.findings if list(self.findings) == [finding] else (finding,)

    def _say_clean(self) -> None:
        """Say that of the sample nothing was found, and whether there is something of the table."""
        from explorer.analysis.doctor import RULES, table_findings
        from explorer.analysis.survey import known

        state = self.session.state
        survey = known(state)
        found = () if survey is None else table_findings(survey, state.study)
        count = len({each.rule for each in found if RULES[each.rule].scope == "table"})
        about = say_count(
            count,
            "Nothing about this sample by itself; {count} finding about the table.",
            "Nothing about this sample by itself; {count} findings about the table.",
        )
        clean = about if count else say(CLEAN)
        if clean != self.clean:
            self.clean = clean
            self.row.setToolTip(counted(self.counts) or clean)
            self.update()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity there are."""
        return tally(finding.severity.value for finding in self.findings)

    def open_list(self) -> None:
        """Bring the keyboard to the findings; where they are one row, open their list."""
        if not self.folded:
            rows = self.list.rows
            if rows:
                rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self._popover is None:
            self._popover = DoctorPopover(self.theme, self.window())
            self._listen(self._popover.list)
        self._popover.show_findings(self.findings)
        self._popover.show_beside(self.row)

    # What is asked for

    def go_to(self, finding: Finding) -> None:
        """Hold the first class that a finding names, with all of them chosen."""
        session = self.session
        if finding.classes:
            many = frozenset(finding.classes) if len(finding.classes) > 1 else frozenset()
            self.gone_to.emit(finding.classes[0])
            session.look(held=finding.classes[0], slice_class=finding.classes[0], selected=many)

    def fix(self, finding: Finding) -> None:
        """Make the one edit that ends a finding, as one step that can be undone."""
        if finding.fix is not None:
            self.session.apply(finding.fix.label, finding.fix.change(self.session.state.study))
            self.mended.emit()

    # Geometry and picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.row.setGeometry(self.rect())
        # one pixel at the sides is the frame
        self.list.setGeometry(1, px(HEAD), self.width() - 2, max(0, self.height() - px(HEAD) - px(BOTTOM)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.folded:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale(), scale())
            right = self.width() / scale() - PAD
            text = counted(self.counts)
            wanted = width_of(self.title, "title", bold=True) + 10.0 + width_of(text, "name")
            if wanted > right - PAD:
                text = str(len(self.findings) or "")
            room = right - PAD - width_of(text, "name") - 10.0
            write(painter, self.theme, PAD, MIDDLE, self.title, size="title", colour_of="ink", room=room)
            write(painter, self.theme, right, MIDDLE, text, size="name", colour_of="mut", anchor="right")
            if not self.findings:
                for number, line in enumerate(filled(self.clean, "name", right - PAD, 3)):
                    y = HEAD + 10.0 + LINE * number
                    write(painter, self.theme, PAD, y, line, size="name", colour_of="mut")


class DoctorPopover(Popover):
    """The list that the row opens."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("doctor")
        self.setAccessibleName(say("Doctor"))
        self.list = FindingsList(theme, self)
        self.list.left.connect(self.close_it)
        self.list.resized.connect(self._fit)
        self._anchor: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(px(2), px(6), px(2), px(6))
        column.addWidget(self.list)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; without any it goes."""
        self.list.show_findings(findings)
        if not findings:
            self.close_it()

    def show_beside(self, anchor: QWidget) -> None:
        """Show it over the row, with the keyboard in its first finding."""
        if not self.list.rows:
            return
        self._anchor = anchor
        self._fit()
        self.show_at(anchor)
        self.list.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        tall = min(self.list.wanted_height, px(MOST))
        if self.list.size() != QSize(px(POPOVER), tall):
            self.list.setFixedSize(px(POPOVER), tall)
            self.list.arrange()
            self.adjustSize()
            if self.isVisible() and self._anchor is not None:
                self.show_at(self._anchor)
