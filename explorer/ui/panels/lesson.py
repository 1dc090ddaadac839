"""The lesson that is open: what it says, the numbers that it states, and those numbers as they are now."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.paint.fonts import PIXELS, font, is_chinese, line_of
from explorer.study.lessons import LESSONS
from explorer.ui.bars import Elided
from explorer.ui.controls.languages import LanguageButtons
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.panels.lesson_numbers import LessonNumbers
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from explorer.paint.theme import Theme
    from explorer.plots.figure import Size
    from explorer.ui.lesson_commands import LessonCommands
    from explorer.ui.session import Session
    from explorer.wording import Language

BUTTON: Final = 28
BAR: Final = 10  # room for the scroll bar, in the padding
LINE_HEIGHT: Final = 118  # percent of what the face asks for ...
TALLEST: Final = 1.42  # ... but at most so many times its size: some Chinese faces ask for much
PADDING: Final = (12, 9)
WORDS: Final[Mapping[str, Mapping[Language, str]]] = {
    "place": {"en": "{number} of {count} · {chapter}", "zh": "第 {number} 课，共 {count} 课 · {chapter}"},
    "previous": {"en": "Previous lesson", "zh": "上一课"},
    "next": {"en": "Next lesson", "zh": "下一课"},
    "reset": {"en": "Reset", "zh": "重置"},
    "reset_tip": {
        "en": "The lesson’s study as it was; until then your changes stay with it",
        "zh": "恢复本课的初始数据；在此之前，你的改动会保留",
    },
    "close": {"en": "Close the lesson, back to what was open before", "zh": "关闭本课，回到之前的数据"},
}


class LessonPanel(Ground):
    """A card: place and language, the title, sentences, numbers, and the ways on."""

    def __init__(
        self, session: Session, commands: LessonCommands, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("lesson")
        self._session = session
        self._commands = commands
        self.place = Elided("lesson-place")
        self.title = QLabel()
        self.text = QLabel()
        self.numbers = LessonNumbers(session, theme)
        self._segments = LanguageButtons(
            lambda name: say("Lessons in {language}", language=name),
            lambda language: commands.speak(language),
        )
        self.languages = self._segments.buttons
        self.closer, self.previous, self.next = QToolButton(), QToolButton(), QToolButton()
        self.reset = QPushButton()
        self.closer.clicked.connect(lambda: commands.close())
        self.previous.clicked.connect(lambda: commands.step(-1))
        self.next.clicked.connect(lambda: commands.step(1))
        self.reset.clicked.connect(lambda: commands.reset())
        self._build()
        self.shown: tuple[str | None, str] = (None, "")  # the lesson's key, the language
        self.set_theme(theme)

    def _build(self) -> None:
        self.closer.setObjectName("quiet")
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._content = QWidget()
        self._content.setObjectName("lesson-content")
        column = self._column = QVBoxLayout(self._content)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.numbers)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        top, foot = self._top, self._foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(self.closer)
        foot.addWidget(self.previous)
        foot.addWidget(self.next)
        foot.addStretch(1)
        foot.addWidget(self._segments)
        foot.addWidget(self.reset)
        rows = self._rows = QVBoxLayout(self)
        rows.addLayout(top)
        rows.addWidget(self._scroll, 1)
        rows.addLayout(foot)

    @property
    def is_open(self) -> bool:
        """Whether there is a lesson to show."""
        return self._commands.lesson is not None

    def height_of(self, width: int) -> int:
        """Return the height that shows all of the lesson at a width."""
        bars = self._top.sizeHint().height() + self._foot.sizeHint().height()
        return self._content_size(width).height() + bars + 2 * self._rows.spacing() + 2 * px(PADDING[1])

    def _content_size(self, width: int) -> QSize:
        """Return the size of what scrolls; with a scroll bar or without, it is as wide."""
        inner = width - 2 * px(PADDING[0]) + px(BAR)
        for label in self._content.findChildren(QLabel):
            label.ensurePolished()  # else it is measured in the face that it does not have yet
        self._column.invalidate()
        return QSize(inner, self._column.totalHeightForWidth(inner))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.resize(self._content_size(self.width()))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        across, down = (px(length) for length in PADDING)
        self._rows.setContentsMargins(across, down, across - px(BAR), down)
        self._rows.setSpacing(px(6))
        for row in (self._top, self._foot):
            row.setContentsMargins(0, 0, px(BAR), 0)
            row.setSpacing(px(6))
        self._column.setContentsMargins(0, 0, px(BAR), 0)
        self._column.setSpacing(px(8))
        for name, button in (("close", self.closer), ("previous", self.previous), ("next", self.next)):
            button.setIcon(icon(name, theme.colour("ink"), theme.colour("edge")))
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(BUTTON), px(BUTTON))
        self.reset.setFixedHeight(px(BUTTON))
        self._segments.set_height(BUTTON)
        card = self._content.palette()
        card.setColor(QPalette.ColorRole.Window, QColor(theme.colour("card")))
        for part in (self._content, self._scroll, self._scroll.viewport()):
            part.setPalette(card)
            part.setAutoFillBackground(True)
        self._dress()
        self.numbers.set_theme(theme)
        self.refresh()

    def _dress(self) -> None:
        """Give every text its face."""
        self._write(self.place, self.place.whole, "tick", "mut")
        self._write(self.title, self.title.text(), "title", "ink", bold=True)
        self._write(self.text, self.text.text(), "body", "ink2")

    def _write(self, label: QLabel, text: str, size: Size, role: str, bold: bool = False) -> None:
        """Give a label the face for this text."""
        label.setFont(font(size, bold, chinese=is_chinese(text), scale=scale()))
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self.theme.colour(role)))
        label.setPalette(palette)

    def refresh(self) -> None:
        """Show the lesson that is open, in the language that is chosen."""
        lesson, language = self._commands.lesson, self._commands.language
        if lesson is None:
            self.numbers.show_numbers((), language)
            return
        place = WORDS["place"][language].format(
            chapter=lesson.chapter_title(language), number=lesson.order, count=len(LESSONS)
        )
        self._write(self.place, place, "tick", "mut")
        self.place.say(place)
        self.title.setText(lesson.title(language))
        joint = "" if language == "zh" else " "
        text = escape(joint.join(lesson.text(language)))
        height = _line_height(is_chinese(text))
        self.text.setText(f"<div style='line-height: {height}%'>{text}</div>")
        self.setAccessibleName(say("Lesson: {title}", title=lesson.title(language)))
        for name, button in (("close", self.closer), ("previous", self.previous), ("next", self.next)):
            button.setToolTip(WORDS[name][language])
            button.setAccessibleName(WORDS[name][language])
        self.reset.setText(WORDS["reset"][language])
        self.reset.setToolTip(WORDS["reset_tip"][language])
        self.previous.setEnabled(self._commands.can_step(-1))
        self.next.setEnabled(self._commands.can_step(1))
        self._segments.show_chosen(language)
        self._dress()
        self.numbers.show_numbers(lesson.numbers, language)
        self._content.resize(self._content_size(self.width()))
        if self.shown != (lesson.key, language):
            self.shown = (lesson.key, language)
            self._scroll.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        self.numbers.compute()
        super().showEvent(event)


def _line_height(chinese: bool) -> int:
    """Return the distance of lines of text, in percent of the height that the face asks for."""
    asked = line_of("字" if chinese else "x", font("body"))[1] / PIXELS["body"]
    return min(LINE_HEIGHT, round(100 * TALLEST / asked))
