"""The chosen step of a story: its words, its cards, its slider, and how long the way into it takes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.analysis.story_numbers import caption, formatted, has_brace_alone, staged, unknown
from explorer.paint.fonts import font, is_chinese
from explorer.paint.stage import fits
from explorer.plots import PLOTS
from explorer.study.stories.story import LONGEST
from explorer.ui.controls import Bounds, Choice, NumberField, brief
from explorer.ui.controls.words import WordsLine, WordsText
from explorer.ui.panels.stories_numbers import NumbersPopover
from explorer.ui.panels.stories_pictures import same
from explorer.ui.panels.stories_slider import HEIGHT, StepSlider
from explorer.ui.scaling import px, scale
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.study.state import State
    from explorer.study.stories import Step
    from explorer.ui.controls import Setting
    from explorer.ui.story_editing import StoryEditing

LINES: Final = 3  # of caption and of notes
SECONDS: Final = 52  # width of the field
GAP: Final = 4
BAR: Final = 10  # room for the scroll bar


class StepForm(QScrollArea):
    """Everything of a step that is written or chosen; `said` carries what was not taken, and why."""

    said = Signal(str)

    def __init__(self, editing: StoryEditing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._editing = editing
        self._theme = theme
        self._step: Step | None = None
        self._staged: tuple[object, State] | None = None
        self._numbers: NumbersPopover | None = None
        self.title = WordsLine(say("Title of the step"))
        self.caption = WordsText(say("Caption of the step"), LINES)
        self.preview, self.warning = QLabel(), QLabel()
        self.insert = QPushButton(say("Insert number…"))
        self.notes = WordsText(say("Notes for the speaker"), LINES)
        self.cards = tuple(Choice(name, theme) for name in (say("First card"), say("Second card")))
        self.slider = StepSlider(editing, theme)
        self.seconds = NumberField(Bounds(say("Seconds into the step"), 0.0, LONGEST), brief)
        self._build()
        self._connect()
        self.set_theme(theme)

    def _build(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("form-content")
        self._column = column = QVBoxLayout(self._content)
        self._heads = [QLabel(text) for text in (say("Title"), say("Caption"), say("Notes for the speaker"))]
        self._heads += [QLabel(text) for text in (say("Cards, side by side"), say("Slider"))]
        for head in self._heads:
            head.setObjectName("section")
        self.insert.setObjectName("plain")
        self.insert.setAccessibleName(say("Insert a number into the caption"))
        self.insert.setToolTip(say("A value of this step; it follows when the slider moves"))
        for label in (self.preview, self.warning):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.preview.setAccessibleName(say("Caption with its numbers"))
        self.warning.setAccessibleName(say("What the stage does not show as it is meant"))
        self._over_caption, self._last = QHBoxLayout(), QHBoxLayout()
        self._over_caption.addWidget(self._heads[1], 1)
        self._over_caption.addWidget(self.insert)
        self._time = QLabel(say("Seconds into the step"))
        self._time.setObjectName("row-label")
        self._last.addWidget(self._time, 1)
        self._last.addWidget(self.seconds)
        column.addWidget(self._heads[0])
        column.addWidget(self.title)
        column.addLayout(self._over_caption)
        column.addWidget(self.caption)
        column.addWidget(self.preview)
        column.addWidget(self.warning)
        column.addWidget(self._heads[2])
        column.addWidget(self.notes)
        column.addWidget(self._heads[3])
        for box in self.cards:
            column.addWidget(box)
        column.addWidget(self._heads[4])
        column.addWidget(self.slider)
        column.addLayout(self._last)
        column.addStretch(1)
        self.setWidget(self._content)
        titles = [say(PLOTS[key].title) for key in PLOTS]
        self.cards[0].offer(titles)
        self.cards[1].offer([say("No second card"), *titles])
        stops = (self.title, self.insert, self.caption, self.notes, *self.cards, self.slider.kind)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        editing = self._editing
        for part, field in (("titles", self.title), ("captions", self.caption), ("notes", self.notes)):
            field.typed.connect(lambda text, part=part: editing.write(part, text))
        self.insert.clicked.connect(self.ask_number)
        for box in self.cards:
            box.activated.connect(self._take_cards)
        self.seconds.entered.connect(self._take_seconds)
        self.seconds.refused.connect(self.said)
        self.slider.refused.connect(self.said)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        self._column.setContentsMargins(0, 0, px(BAR), px(2))
        self._column.setSpacing(px(GAP))
        for row in (self._over_caption, self._last):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(6))
        for box in self.cards:
            box.set_theme(theme)
            box.setFixedHeight(px(HEIGHT))
        self.insert.setFixedHeight(px(30))
        self.seconds.setFixedSize(px(SECONDS), px(HEIGHT))
        self.slider.set_theme(theme)
        for field in (self.caption, self.notes):
            field.refit()
        card = self._content.palette()
        card.setColor(QPalette.ColorRole.Window, QColor(theme.colour("card")))
        for part in (self._content, self, self.viewport()):
            part.setPalette(card)
            part.setAutoFillBackground(True)
        if self._numbers is not None:
            self._numbers.set_theme(theme)
        self._write(self.preview, self.preview.text(), "mut")
        self._write(self.warning, self.warning.text(), "warning")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the content be as wide as the form and as high as it needs."""
        column, width = self._column, self.width()
        column.invalidate()
        wraps = column.hasHeightForWidth()  # not without the preview: then it has no height for a width
        height = column.totalHeightForWidth(width) if wraps else column.totalSizeHint().height()
        self._content.resize(QSize(width, height))

    # Showing

    def show_step(self, step: Step) -> None:
        """Show a step in the language that is written."""
        language, state = self._editing.language, self._state_of(step)
        self._step = step
        for words, field in (
            (step.titles, self.title),
            (step.captions, self.caption),
            (step.notes, self.notes),
        ):
            field.show_words(words.get(language, ""))
            # in pale what is to be translated, which the stage shows meanwhile
            field.setPlaceholderText("" if words.get(language) else words_in(words, language))
        keys = tuple(PLOTS)
        self.cards[0].show_place(_place(keys, step.cards[0]))
        self.cards[1].show_place(_place(keys, step.cards[1]) + 1 if len(step.cards) > 1 else 0)
        self.seconds.show_setting(step.seconds)
        self.slider.show_control(step.control, state, language)
        written = caption(step, state, language) if "{" in step.captions.get(language, "") else ""
        self._write(self.preview, written, "mut")
        self._write(self.warning, "\n".join(self._warnings(step, state)), "warning")
        self._fit()

    def _warnings(self, step: Step, state: State) -> list[str]:
        """Say what of the words is cut on stage, and what in braces is no number."""
        language = self._editing.language
        own = step.captions.get(language, "")
        is_title, is_caption = fits(step.titles.get(language, ""), caption(step, state, language))
        made = [] if is_title else [say("The title is too long for the stage, which cuts it.")]
        if not is_caption:
            made.append(say("The caption is too long for the two lines of the stage, which cuts it."))
        strange = unknown(own, step.numbers)
        if strange:
            made.append(say("No number is called {names}: the stage shows it so.", names=", ".join(strange)))
        if has_brace_alone(own):
            made.append(
                say(
                    "A brace without its other one: the stage shows it so. {name} is a number.", name="{name}"
                )
            )
        shaped = formatted(own, step.numbers)
        if shaped:
            text = say(
                "{names}: the format is not taken, a number has its own digits.", names=", ".join(shaped)
            )
            made.append(text)
        return made

    def _write(self, label: QLabel, text: str, colour: str) -> None:
        label.setFont(font("name", chinese=is_chinese(text), scale=scale()))
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.colour(colour)))
        label.setPalette(palette)
        label.setText(text)
        label.setVisible(bool(text))

    def _state_of(self, step: Step) -> State:
        """Return the state that a step shows, computed once: words do not change it."""
        key = same(step)
        if self._staged is None or self._staged[0] != key:
            self._staged = (key, staged(step))
        return self._staged[1]

    # Taking

    def _take_cards(self) -> None:
        keys = tuple(PLOTS)
        first, second = (box.currentIndex() for box in self.cards)
        self._editing.show_cards((keys[first],) if second == 0 else (keys[first], keys[second - 1]))

    def _take_seconds(self, setting: Setting) -> None:
        if not isinstance(setting, tuple):
            self._editing.take_seconds(setting)

    def ask_number(self) -> None:
        """Offer the numbers of the step; the one that is taken goes where the caption's cursor is."""
        if self._step is None:
            return
        if self._numbers is None:
            self._numbers = NumbersPopover(self._theme, self.window())
            self._numbers.taken.connect(self._insert)
        self._numbers.offer(self._state_of(self._step), self._step.numbers, self.insert, self.caption)

    def _insert(self, number: object) -> None:
        self._editing.state_number(number)  # type: ignore[arg-type]  # a signal's objects have no type
        self.caption.put(f"{{{number.name}}}")  # type: ignore[attr-defined]
        self.caption.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(keys: tuple[str, ...], key: str) -> int:
    return keys.index(key) if key in keys else 0
