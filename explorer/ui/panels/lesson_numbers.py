"""The numbers of a lesson: what each is, what it is now, and what the lesson states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from explorer.analysis.quantities import computed
from explorer.paint.fonts import font, has_power, is_chinese
from explorer.ui.scaling import px, scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.paint.theme import Theme
    from explorer.study.lessons import Number
    from explorer.study.study import Look, Study
    from explorer.ui.session import Session
    from explorer.wording import Language

HEADS: Final[Mapping[Language, tuple[str, str, str]]] = {
    "en": ("", "now", "stated"),
    "zh": ("", "现在", "应为"),
}
SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class LessonNumbers(QWidget):
    """One row a number. They follow every edit while they are seen, and are not computed otherwise."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._numbers: tuple[Number, ...] = ()
        self._language: Language = "en"
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []
        self._seen: tuple[Study, Look] | None = None
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        session.changed.connect(self._follow)

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """Every row as it is written: words, now, stated."""
        return [(words.text(), now.text(), stated.text()) for words, now, stated in self._rows[1:]]

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(3))
        self._dress()

    def show_numbers(self, numbers: Sequence[Number], language: Language) -> None:
        """Show these numbers in a language."""
        if tuple(numbers) == self._numbers and language == self._language and self._rows:
            self.compute()
            return
        self._numbers, self._language = tuple(numbers), language
        for label in [label for row in self._rows for label in row]:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        heads = [HEADS[language]] if numbers else []
        texts = [*heads, *((number.words[language], "", number.stated) for number in numbers)]
        self._rows = [self._row(place, row) for place, row in enumerate(texts)]
        self._dress()
        self._seen = None
        self.compute()

    def _row(self, place: int, texts: tuple[str, str, str]) -> tuple[QLabel, QLabel, QLabel]:
        words, now, stated = (QLabel(text, self) for text in texts)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for column, label in enumerate((words, now, stated)):
            right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(right | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, place, column)
            if place:
                label.setTextInteractionFlags(SELECTABLE)
            label.show()
        return words, now, stated

    def _dress(self) -> None:
        for place, row in enumerate(self._rows):
            for column, label in enumerate(row):
                chinese, size = is_chinese(label.text()), "name" if place else "tick"
                mono = bool(place and column) and not has_power(label.text())
                label.setFont(font(size, place > 0 and column == 1, mono, chinese, scale()))
                role = "mut" if not place or column == 2 else "ink2" if not column else "ink"
                palette = label.palette()
                palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.colour(role)))
                label.setPalette(palette)

    def _follow(self) -> None:
        if self.isVisible():
            self.compute()

    def compute(self) -> None:
        """Compute every number for what is open now, where that is news."""
        state = self._session.state
        if self._seen is not None and self._seen[0] is state.study and self._seen[1] == state.look:
            return
        self._seen = (state.study, state.look)
        for number, (words, now, stated) in zip(self._numbers, self._rows[1:], strict=True):
            value = computed(number, state)
            text = number.written(value)
            if now.text() != text:
                mono = not has_power(text)
                now.setFont(font("name", True, mono, is_chinese(text), scale()))
                now.setText(text)
                now.setToolTip(repr(value))
                now.setAccessibleName(f"{words.text()}: {text}, {stated.text()}")
