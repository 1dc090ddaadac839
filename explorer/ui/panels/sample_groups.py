"""The groups of samples as a list of which one is chosen: by what the doctor found, and others."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from explorer.analysis.browsing import OF_RULE
from explorer.analysis.doctor.rules import SAID
from explorer.paint.surface import colour
from explorer.paint.text import width_of
from explorer.plots import numbers
from explorer.ui.focus import draw_ring
from explorer.ui.lettering import at_1, write
from explorer.ui.scaling import px
from explorer.ui.severity import draw_severity
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.analysis.doctor import Finding
    from explorer.paint.theme import Theme

WORDS: Final = {
    "all": (noted("All samples"), ""),
    "findings": (noted("Samples with findings"), noted("The doctor has something to say about them")),
    "edited": (noted("Edited"), noted("Samples that hold other numbers than the file")),
    "missed": (noted("Nothing predicted right"), noted("The decision of the first loss has F1 = 0")),
    "unlabelled": (noted("No class labelled"), noted("No target above 1/2")),
    "undefined": (noted("No value"), noted("Some loss has no value for these numbers")),
}
FIRST: Final = ("all", "findings")
OTHERS: Final = tuple(name for name in WORDS if name not in FIRST)
# A rule that says the same of a sample takes the place of its group.
REPLACED: Final[Mapping[str, str]] = {"missed": "nothing-right", "unlabelled": "no-positives"}
HEIGHT: Final = 30
MARGIN: Final = 5
PAD: Final = 8.0
SIGN: Final = 22.0  # before the words, for the sign of severity
SPACE: Final = 8.0  # before the count


class GroupButton(QAbstractButton):
    """One row: sign and words at the left, the count at the right; the chosen one is a band."""

    def __init__(self, words: str, tip: str, theme: Theme, severity: str = "", parent: QWidget | None = None):
        super().__init__(parent)
        self.theme, self.severity, self._count, self._tip = theme, severity, "", tip
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(words)

    def say(self, words: str, tip: str | None = None) -> None:
        """Show other words."""
        self._tip = self._tip if tip is None else tip
        self.setText(words)
        self.setToolTip("\n".join(part for part in (words, self._tip) if part))
        self._name()

    def show_count(self, count: int | None) -> None:
        """Show how many samples belong to the group; None while it is not known."""
        text = "" if count is None else numbers.count(count)
        if text != self._count:
            self._count = text
            self._name()
            self.update()

    def _name(self) -> None:
        first = self.text()
        if self.severity:
            first = say("{what}: {fact}", what=say(SAID[self.severity]), fact=first)
        parts = (part for part in (first, self._count) if part)
        self.setAccessibleName(say(", ", "between clauses").join(parts))

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(MARGIN, 1, -MARGIN, -1)
            if self.isChecked() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(self.theme.colour("hover")))
                painter.drawRoundedRect(area, 6, 6)
            painter.save()
            self._write(painter, at_1(painter, area.toRect()))
            painter.restore()
            if self.hasFocus():
                draw_ring(painter, area.adjusted(4, 4, -4, -4), 4.0, self.theme)

    def _write(self, painter: QPainter, inside: QRectF) -> None:
        theme = self.theme
        middle, left, right = inside.center().y(), inside.left() + PAD, inside.right() - PAD
        if self.severity:
            draw_severity(painter, theme, self.severity, QPointF(left + 6.5, middle))
        left += SIGN
        taken = write(painter, theme, right, middle, self._count, size="name", mono=True, anchor="right")
        room = right - left - taken - SPACE
        strong = self.isChecked() and width_of(self.text(), "body", bold=True) <= room
        write(painter, theme, left, middle, self.text(), colour_of="ink", bold=strong, room=room)


class SampleGroups(QWidget):
    """Groups, rules that hold for some sample, and what was found of the table as a whole.

    `chosen` carries the name of the group that was clicked, `shown` a finding of the table.
    """

    chosen = Signal(str)
    shown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.buttons: dict[str, GroupButton] = {}
        self.of_table: list[GroupButton] = []
        self._findings: Sequence[Finding] = ()
        for name in FIRST:
            self._make(name, *WORDS[name])
        self._rules = self._part()
        self.table_title = _heading(say("The table and the losses"))
        self._column.addWidget(self.table_title)
        self._table = self._part()
        self.others_title = _heading(say("Other groups"))
        self._column.addWidget(self.others_title)
        for name in OTHERS:
            self._make(name, *WORDS[name])

    def _part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(2)
        self._column.addLayout(part)
        return part

    def _make(
        self, name: str, words: str, tip: str, severity: str = "", column: QVBoxLayout | None = None
    ) -> GroupButton:
        button = GroupButton(say(words), say(tip) if tip else "", self.theme, severity, self)
        button.clicked.connect(partial(self._choose, name))
        (column or self._column).addWidget(button)
        self.buttons[name] = button
        return button

    def _choose(self, name: str) -> None:
        self.buttons[name].setChecked(True)  # a click on the chosen one would take it back
        self.chosen.emit(name)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        for button in (*self.buttons.values(), *self.of_table):
            button.theme = theme
            button.updateGeometry()
            button.update()

    # Showing

    def show_groups(self, chosen: str, counts: Mapping[str, int], rules: Mapping[str, int]) -> None:
        """Show which group is listed, the counts as far as they are known, and the rules that hold."""
        self._show_rules(rules)
        for name, button in self.buttons.items():
            button.setChecked(name == chosen)
            if name in WORDS:
                button.show_count(counts.get(name))
        there = [self._is_there(name, chosen, counts, rules) for name in OTHERS]
        for name, is_there in zip(OTHERS, there, strict=True):
            self.buttons[name].setVisible(is_there)
        self.others_title.setVisible(any(there))

    @staticmethod
    def _is_there(name: str, chosen: str, counts: Mapping[str, int], rules: Mapping[str, int]) -> bool:
        if name == chosen:
            return True
        return bool(counts.get(name)) and REPLACED.get(name) not in rules

    def _show_rules(self, counts: Mapping[str, int]) -> None:
        """Show a row for each rule that holds for some sample, worst first."""
        from explorer.analysis.doctor import RULES

        for place, (rule, record) in enumerate(RULES.items()):
            name = OF_RULE + rule
            if rule in counts and name not in self.buttons:
                self._make(name, record.title, record.why, record.severity.value, self._rules)
            if name in self.buttons:
                self.buttons[name].setVisible(rule in counts)
                self.buttons[name].show_count(counts.get(rule))
                self.buttons[name].setProperty("place", place)
        self._order()

    def _order(self) -> None:
        """Put the rows of rules in order, for the eye and for Tab."""
        rules = [button for name, button in self.buttons.items() if name.startswith(OF_RULE)]
        rules.sort(key=lambda button: int(button.property("place")))
        for place, button in enumerate(rules):
            if self._rules.indexOf(button) != place:
                self._rules.insertWidget(place, button)
        chain = [*(self.buttons[name] for name in FIRST), *rules, *self.of_table]
        for first, second in pairwise([*chain, *(self.buttons[name] for name in OTHERS)]):
            QWidget.setTabOrder(first, second)

    def show_table(self, findings: Sequence[Finding]) -> None:
        """Show what was found of the whole table; a click shows what is meant."""
        self.table_title.setVisible(bool(findings))
        if findings == self._findings:
            return
        self._findings = findings
        for button in self.of_table:
            button.hide()
            button.deleteLater()
        self.of_table = []
        for finding in findings:
            words = finding.short or finding.fact
            button = GroupButton(words, finding.message, self.theme, finding.severity.value, self)
            button.clicked.connect(lambda _checked=False, finding=finding: self.shown.emit(finding))
            self._table.addWidget(button)
            self.of_table.append(button)
        self._order()

    def mark(self, finding: Finding | None) -> None:
        """Mark the finding of the table that is shown."""
        for button, each in zip(self.of_table, self._findings, strict=True):
            button.setChecked(each is finding)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("panel-title")
    label.setContentsMargins(0, 8, 0, 2)
    label.hide()
    return label
