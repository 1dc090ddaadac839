"""The bar over the desk (what is open, which sample, the main actions) and the line under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from explorer.plots.numbers import count
from explorer.ui.actions.table import plain
from explorer.ui.icons import icon
from explorer.ui.lettering import write
from explorer.ui.scaling import px, scale
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.study.state import State

CONTROL: Final = 32
SIGN: Final = 16
ARROW: Final = 24  # width of the button that opens the list of what can be undone
FIND: Final = 230  # width of the field-like button
FIELD_WIDTH: Final = 1280  # of the window at scale 1; below it that button and the pin are signs alone
FILE_WIDTH: Final = 900  # below it the file is not named
WIDEST: Final = 16_777_215  # Qt's own limit
TOLD: Final = 8000  # milliseconds that small news stays
MEANINGS: Final = {
    "population": noted("A click shows the board of populations"),
    "script": noted("A click pauses the arrays that come from the script, or goes on with the newest"),
    "frame": noted(
        "From the last edit to the end of the painting that showed it, in milliseconds.\n"
        "At 60 frames a second there are 16.7."
    ),
}
SIGNS: Final = {
    "previous_sample": "previous",
    "next_sample": "next",
    "undo": "undo",
    "redo": "redo",
    "history": "down",
}


class Elided(QLabel):
    """A label that gives way: cut with an ellipsis, whole in its tool tip, over what explains it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._whole = ""
        self.meaning = ""  # what the text is about, in the tool tip
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(px(24))

    @property
    def whole(self) -> str:
        """The text as it was said, however little of it is seen."""
        return self._whole

    def say(self, text: str) -> None:
        """Show a text, cut to the room there is."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._cut()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 4, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(8, self.width()))
        self.setText(shown)
        words = (self._whole if shown != self._whole else "", self.meaning)
        tip = "\n".join(part for part in words if part)
        if self.toolTip() != tip:  # each time would be an event
            self.setToolTip(tip)


class ClickableWords(Elided):
    """A label that is a way to what it tells of; the keyboard has an action for that."""

    clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class FindButton(QPushButton):
    """Looks like a field: what it finds at the left, its keys at the right; in small windows a sign."""

    def __init__(self, action: QAction, theme: Theme) -> None:
        super().__init__()
        self._action = action
        self._theme = theme
        self._is_wide = True
        self.setObjectName("find")
        self.setAccessibleName(_plain(action))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)

    def dress(self, theme: Theme, wide: bool) -> None:
        """Show it as a field or as a sign, in a theme and at the scale in use."""
        self._theme, self._is_wide = theme, wide
        self.setText(_plain(self._action) if wide else "")
        self.setIcon(icon("search", theme.colour("mut" if wide else "ink")))
        self.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.setFixedSize(px(FIND if wide else CONTROL), px(CONTROL))
        self.setProperty("wide", wide)
        _dress_again(self)
        self.setToolTip(self._action.toolTip())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if not self._is_wide or not keys:
            return
        with QPainter(self) as painter:
            painter.scale(scale(), scale())
            right, middle = self.width() / scale() - 10, self.height() / scale() / 2
            write(painter, self._theme, right, middle, keys, size="tick", colour_of="mut", anchor="right")


class TitleBar(QWidget):
    """Title, file, sample and the actions one reaches for; `desk_asked`: the way back was taken."""

    desk_asked = Signal()

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.back = _way_back()
        self.back.clicked.connect(self.desk_asked)
        self.title = Elided("study-title")
        self.file = Elided("study-file")
        self.sample = Elided("sample")
        self._icons = {name: _icon_button(actions[name]) for name in SIGNS if name in actions}
        self.finder = FindButton(actions["palette"], theme) if "palette" in actions else None
        self.pin = _text_button(actions["pin"])
        self.export = _text_button(actions["export"])
        self.present = _text_button(actions["present"], say("Present"))
        self.open = _text_button(actions["open"])
        self._layout = QHBoxLayout(self)
        for part in (self.back, self.title, self.file, self._icons["previous_sample"], self.sample):
            self._layout.addWidget(part)
        self._layout.addWidget(self._icons["next_sample"])
        self._layout.addStretch(1)
        right = (self.finder, *(self._icons.get(name) for name in ("undo", "history", "redo")))
        for button in (*right, self.pin, self.export, self.present, self.open):
            if button is not None:
                self._layout.addWidget(button)
        self._is_wide = True
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        self._theme = theme
        ink, faint = theme.colour("ink"), theme.colour("edge")
        for name, button in self._icons.items():
            self._actions[name].setIcon(icon(SIGNS[name], ink, faint))
            button.setFixedSize(px(ARROW if name == "history" else CONTROL), px(CONTROL))
            button.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.pin.setIcon(icon("pin", ink, faint))
        self.back.setIcon(icon("previous", ink, faint))
        for text_button in (self.back, self.pin, self.export, self.present, self.open):
            text_button.setIconSize(QSize(px(SIGN), px(SIGN)))
            text_button.setFixedHeight(px(CONTROL))
        self._layout.setContentsMargins(px(12), px(8), px(12), px(8))
        self._layout.setSpacing(px(8))
        self._give_way(anew=True)

    def show_study(self, title: str, file: str, sample: str) -> None:
        """Say what is open and which sample is shown."""
        self.title.say(title)
        self.file.say(file)
        self.sample.say(sample)
        self._name_pin()

    def show_steps(self, shown: bool) -> None:
        """Show or hide the way to other samples and the pin, which do nothing where no sample is in sight."""
        for part in (self._icons["previous_sample"], self.sample, self._icons["next_sample"], self.pin):
            if part.isHidden() == shown:
                part.setVisible(shown)

    def show_way_back(self, shown: bool) -> None:
        """Show or hide the way back to the desk."""
        if self.back.isHidden() == shown:
            self.back.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._give_way()

    def _give_way(self, anew: bool = False) -> None:
        """Turn words into signs where the window is small."""
        units = self.width() / scale()
        self.file.setVisible(units >= FILE_WIDTH)
        if self._is_wide == (units >= FIELD_WIDTH) and not anew:
            return
        self._is_wide = units >= FIELD_WIDTH
        for rest in (self.export, self.present):
            rest.setVisible(self._is_wide)
        if self.finder is not None:
            self.finder.dress(self._theme, self._is_wide)
        self.pin.setProperty("sign", not self._is_wide)
        _dress_again(self.pin)
        self.pin.setMinimumWidth(0 if self._is_wide else px(CONTROL))
        self.pin.setMaximumWidth(WIDEST if self._is_wide else px(CONTROL))
        self._name_pin()

    def _name_pin(self) -> None:
        words = _plain(self._actions["pin"])
        self.pin.setText(words if self._is_wide else "")
        self.pin.setAccessibleName(words)
        tip = self._actions["pin"].toolTip()
        if self.pin.toolTip() != tip:  # each time would be an event
            self.pin.setToolTip(tip)


class StatusLine(QWidget):
    """Precision, reduction and device at the left; the last step, file and frame at the right.

    `population_asked` and `script_asked` come of a click on what it says of a population, of a script.
    """

    population_asked = Signal()
    script_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._labels: dict[str, Elided] = {}
        for name in ("dtype", "reduction", "device", "checked"):
            self._layout.addWidget(self._label(name))
        self.said = Elided("status")
        self._fading = QTimer(self)
        self._fading.setSingleShot(True)
        self._fading.setInterval(TOLD)
        self._fading.timeout.connect(lambda: self.said.say(""))
        self._layout.addWidget(self.said, 1)
        for name in ("script", "population", "findings", "undo", "saved", "frame"):
            self._layout.addWidget(self._label(name))
        self.refit()

    def refit(self) -> None:
        """Take the scale in use."""
        self._layout.setContentsMargins(px(14), 0, px(14), px(8))
        self._layout.setSpacing(px(20))

    def _label(self, name: str) -> Elided:
        label: Elided
        asked = {"population": self.population_asked, "script": self.script_asked}.get(name)
        if asked is not None:
            label = words = ClickableWords("status")
            words.clicked.connect(asked)
        else:
            label = Elided("status")
        label.meaning = say(MEANINGS[name]) if name in MEANINGS else ""
        label.hide()
        self._labels[name] = label
        return label

    def tell(self, text: str) -> None:
        """Tell small news, for a while."""
        self.said.say(text)
        self._fading.start()

    def show_facts(self, **facts: str) -> None:
        """Write facts by the names of their labels: dtype, reduction, device, checked, script and so on."""
        for name, text in facts.items():
            label = self._labels[name]
            if label.whole != text:
                label.say(text)
                label.setVisible(bool(text))


def _plain(action: QAction) -> str:
    return plain(action.text())


def _dress_again(widget: QWidget) -> None:
    """Let the sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _way_back() -> QPushButton:
    button = QPushButton(say("Desk"))
    button.setObjectName("plain")
    button.setToolTip(say("Back to the desk (Esc)"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.hide()
    return button


def _icon_button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(_plain(action))
    return button


def _text_button(action: QAction, words: str = "") -> QPushButton:
    """Make a button of an action, with its text or with shorter words."""
    button = QPushButton(words or _plain(action))
    button.setObjectName("plain")
    button.setToolTip(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def sample_words(state: State) -> str:
    """Say which sample of how many is looked at, by its name where it has one."""
    number, name = state.look.sample + 1, state.sample.name
    where = {"number": count(number), "samples": count(len(state.study.table))}
    if name in ("", f"sample {number}"):
        return say("sample {number} of {samples}", **where)
    return say("{name}, {number} of {samples}", name=name, **where)
