"""The speaker's desk: the story that is open, its steps, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.actions.table import plain
from explorer.ui.controls.languages import LanguageButtons
from explorer.ui.controls.words import WordsLine
from explorer.ui.empty import Empty
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.panels.stories_form import StepForm
from explorer.ui.panels.stories_list import StepsList
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.story_editing import StoryEditing

BUTTON: Final = 28
PLAIN: Final = 30  # of a button with words, its frame included
PADDING: Final = (12, 9)
BAR: Final = 10  # room for the scroll bars, in the padding
SHIPPED: Final = "edit_story."  # how the actions begin that open a shipped one
LIST_SHARE: Final = 0.28  # of the panel's height that the list takes
SIGNS: Final = (  # actions beside the list
    ("step_up", "up"),
    ("step_down", "down"),
    ("duplicate_step", "copy"),
    ("remove_step", "close"),
)


class StoriesPanel(Ground):
    """A card: which story, in which language, its steps, the form of the chosen one, the ways on."""

    left = Signal()
    said = Signal(str)

    def __init__(
        self,
        editing: StoryEditing,
        actions: Mapping[str, QAction],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("stories")
        self.setAccessibleName(say("Story"))
        self._editing = editing
        self._actions = actions
        self.head = QLabel(say("Story"))
        self.head.setObjectName("panel-title")
        self._segments = LanguageButtons(
            lambda name: say("Words of the story in {language}", language=name),
            lambda language: editing.speak(language),
        )
        self.languages = self._segments.buttons
        self.more, self.closer = QToolButton(), QToolButton()
        self.title = WordsLine(say("Title of the story"))
        self.list = StepsList(theme)
        self.signs = {name: QToolButton() for name, _ in SIGNS}
        self.form = StepForm(editing, theme)
        self.record = self._button("record_step", say("Record step"))
        self.update_step = self._button("update_step", say("Update"))
        self.preview = self._button("present_here", say("Preview"))
        self.empty = Empty(
            say("No story yet. Record a step, or open one that is shipped."), say("Record step"), theme
        )
        self.empty.button.clicked.connect(lambda: actions["record_step"].trigger())
        self._build()
        self._connect()
        self.set_theme(theme)

    @property
    def is_open(self) -> bool:
        """Whether the panel is to be seen."""
        return self._editing.is_shown

    def _button(self, name: str, text: str) -> QPushButton:
        """Return a button that does what an action does, and can be pressed when the action can."""
        button, action = QPushButton(text), self._actions[name]
        button.setObjectName("plain")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in its field
        button.clicked.connect(action.trigger)
        self._follow(button, action)
        button.setAccessibleName(text)
        return button

    def _follow(self, button: QPushButton | QToolButton, action: QAction) -> None:
        def show() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

        button.setAccessibleName(plain(action.text()))
        action.changed.connect(show)
        show()

    def _build(self) -> None:
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        for button, words in ((self.more, say("Stories")), (self.closer, say("Close the story panel"))):
            button.setObjectName("quiet")
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._top, self._tools, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.head, 1)
        for part in (self._segments, self.more, self.closer):
            self._top.addWidget(part)
        for name, _ in SIGNS:
            button, action = self.signs[name], self._actions[name]
            button.setObjectName("quiet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            self._follow(button, action)
            self._tools.addWidget(button)
        self._tools.addStretch(1)
        self._tools.addWidget(self.update_step)
        self._foot.addWidget(self.record, 1)
        self._foot.addWidget(self.preview, 1)
        self._written = QWidget()
        column = self._column = QVBoxLayout(self._written)
        self._named = QHBoxLayout()
        self._named.addWidget(self.title)
        column.addLayout(self._named)
        column.addWidget(self.list)
        column.addLayout(self._tools)
        column.addWidget(self.form, 1)
        column.addLayout(self._foot)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._top)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._written)
        self._rows.addLayout(self._stack, 1)

    def _connect(self) -> None:
        editing, actions = self._editing, self._actions
        self.menu.aboutToShow.connect(self._fill_menu)
        self.closer.clicked.connect(lambda: editing.show(is_shown=False))
        self.title.typed.connect(editing.name_story)
        self.list.chosen.connect(editing.go_at)
        self.list.moved.connect(editing.move_to)
        self.list.gone_to.connect(lambda: actions["go_to_step"].trigger())
        self.list.removed.connect(lambda: actions["remove_step"].trigger())
        self.form.said.connect(self.said)
        editing.changed.connect(self.refresh)

    def _fill_menu(self) -> None:
        """List the stories of the study, and what can be done with stories."""
        self.menu.clear()
        story = self._editing.story
        for each in self._editing.stories:
            action = self.menu.addAction(self._editing.named(each).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(story is not None and each.key == story.key)
            action.triggered.connect(lambda _checked=False, key=each.key: self._editing.choose(key))
        if self._editing.stories:
            self.menu.addSeparator()
        for name in ("new_story", "open_story", "save_story", "remove_story"):
            self.menu.addAction(self._actions[name])
        shipped = self.menu.addMenu(say("Copy a shipped story into the study"))
        shipped.setToolTipsVisible(True)
        for name, action in self._actions.items():
            if name.startswith(SHIPPED):
                shipped.addAction(action)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        across = px(PADDING[0])
        self._rows.setSpacing(px(6))
        self.empty.setContentsMargins(across, 0, across, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        for row in (self._top, self._named, self._tools, self._foot):
            row.setContentsMargins(0, 0, px(BAR), 0)
            row.setSpacing(px(4))
        signs = (
            ("more", self.more),
            ("close", self.closer),
            *((sign, self.signs[name]) for name, sign in SIGNS),
        )
        for sign, button in signs:
            button.setIcon(icon(sign, theme.colour("ink"), theme.colour("edge")))
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(BUTTON), px(BUTTON))
        self._segments.set_height(BUTTON)
        for push in (self.record, self.update_step, self.preview):
            push.setFixedHeight(px(PLAIN))
        self.list.set_theme(theme)
        self.form.set_theme(theme)
        self.empty.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show the story that is open, the chosen step, in the language that is written."""
        if not self._editing.is_shown:
            return
        editing, story = self._editing, self._editing.story
        self._segments.show_chosen(editing.language)
        self._stack.setCurrentWidget(self.empty if story is None else self._written)
        self._segments.setVisible(story is not None)
        across, down = (px(length) for length in PADDING)
        bar = px(BAR) if story is not None else 0  # rows end where the form does, beside its scroll bar
        self._rows.setContentsMargins(across, down, across - bar, down)
        self._top.setContentsMargins(0, 0, bar, 0)
        self.list.show_story(story, editing.at, editing.language)
        if story is None or editing.step is None:
            return
        self.title.show_words(story.titles.get(editing.language, ""))
        self.form.show_step(editing.step)
        self._share()

    def _share(self) -> None:
        """Give the list its share, however many steps there are: a field stays where a hand goes to it."""
        self.list.setFixedHeight(max(px(120), round(self.height() * LIST_SHARE)))

    def focus_list(self) -> None:
        """Bring the keyboard to the steps, or to the button where there are none."""
        part = self.list if self._editing.story is not None else self.empty.button
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.focus_list()  # from a field to the steps, from there to the bars
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
