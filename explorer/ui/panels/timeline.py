"""Below the desk: Descend, its steps and its settings, and the timeline of every loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from explorer.plots import numbers
from explorer.ui.actions.table import plain
from explorer.ui.descend_commands import SPEEDS, fewer_words, plan_words, speed_words
from explorer.ui.ground import Ground
from explorer.ui.icons import icon
from explorer.ui.lettering import write
from explorer.ui.panels.timeline_button import PlanButton
from explorer.ui.panels.timeline_canvas import TimelineCanvas
from explorer.ui.scaling import px, scale
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from explorer.paint.theme import Theme
    from explorer.ui.descend_commands import DescendCommands
    from explorer.ui.panels.timeline_plan import PlanPopover
    from explorer.ui.session import Session

PAD: Final = 12
GAP: Final = 4
PLAY: Final = (108, 30)  # width and height
BUTTON: Final = 30
SIGN: Final = 16
SIGNS: Final = ("to_start", "step_back", "step_on")  # of the actions, and of their buttons
CONTROLS: Final = PAD + PLAY[0] + GAP + len(SIGNS) * (BUTTON + GAP)  # their right side
KEEP: Final = (84, 26)
SPEED: Final = (48, 22)
ROWS: Final = (9, 45, 74)  # tops of the three rows of controls
PLAN: Final = 132  # width of the plan in words where all is in one row
COUNT: Final = 128  # width of the step in words where all is in one row
LEAST_FIGURE: Final = 160  # what stands right of the figure goes before it is narrower


class TimelinePanel(Ground):
    """The controls of the descent at the left, its figure beside them; in small windows all in one row."""

    def __init__(
        self,
        session: Session,
        commands: DescendCommands,
        actions: Mapping[str, QAction],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.session, self.commands, self._actions = session, commands, actions
        self.setAccessibleName(say("Descent"))
        self.is_row = False
        self._popover: PlanPopover | None = None
        self._words = ""
        self.play = QPushButton(self)
        self.play.setObjectName("primary")
        self.buttons = {name: QToolButton(self) for name in SIGNS}
        self.plan = PlanButton(theme, self)
        self.speed = QToolButton(self)
        self.speeds = QMenu(self.speed)
        self.keep = QPushButton(say("Keep this"), self)
        self.canvas = TimelineCanvas(session, theme, self)
        self._connect()
        self.set_theme(theme)
        self.refresh()

    def _connect(self) -> None:
        for name, button in self.buttons.items():
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(plain(self._actions[name].text()))
        for widget in (self.play, *self.buttons.values(), self.speed, self.keep):
            widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for push, name in ((self.play, "descend"), (self.keep, "keep_step")):
            push.clicked.connect(self._actions[name].trigger)
            self._actions[name].changed.connect(self.refresh)
        self.plan.clicked.connect(self.open_plan)
        self.speed.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed.setMenu(self.speeds)
        self.speeds.aboutToShow.connect(self._fill_speeds)
        self.canvas.selected.connect(self.commands.select)
        self.session.changed.connect(self.refresh)
        self.commands.changed.connect(self.refresh)
        self.commands.plan_asked.connect(self.open_plan)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard goes through, in order."""
        return self.play, *self.buttons.values(), self.plan, self.speed, self.keep, self.canvas

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, at the scale in use."""
        super().set_theme(theme)
        ink, faint = theme.colour("ink"), theme.colour("edge")
        for name, button in self.buttons.items():
            self._actions[name].setIcon(icon(name, ink, faint))
            button.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.play.setIconSize(QSize(px(SIGN), px(SIGN)))
        self.plan.set_theme(theme)
        self.canvas.set_scale(scale())
        self.canvas.set_theme(theme)
        if self._popover is not None:
            self._popover.close_it()
            self._popover.deleteLater()
            self._popover = None
        self._dress_play()
        self._place()

    def set_row(self, in_a_row: bool) -> None:
        """Show all in one row, or a lane for each loss."""
        if in_a_row != self.is_row:
            self.is_row = in_a_row
            self.canvas.show_row(in_a_row)
            self._place()

    # What is shown

    def refresh(self) -> None:
        """Show the step, the plan and what can be done."""
        commands, plan = self.commands, self.commands.plan
        count = say(
            "step {now} of {last}", now=numbers.count(commands.time), last=numbers.count(plan.updates)
        )
        if self._words != count:
            self._words = count
            self.update(self._words_area())
        self.plan.say(plan_words(plan), fewer_words(plan), plan_words(plan, commands.speed))
        speed = speed_words(commands.speed)
        if self.speed.text() != speed:
            self.speed.setText(speed)
            self.speed.setAccessibleName(say("Speed {speed}", speed=speed))
            self.speed.setToolTip(say("How fast it plays: 1\u00d7 is 60 steps a second"))
        for push, name in ((self.play, "descend"), (self.keep, "keep_step")):
            if push.isEnabled() != self._actions[name].isEnabled():
                push.setEnabled(self._actions[name].isEnabled())
            if push.toolTip() != self._actions[name].toolTip():
                push.setToolTip(self._actions[name].toolTip())
        self._dress_play()

    def _dress_play(self) -> None:
        """Let the button say what it does now."""
        playing = self.commands.is_playing
        name = say("Pause") if playing else say("Descend")
        look = (name, self.theme, scale(), self.play.isEnabled())
        if self.play.property("look") != look:
            self.play.setProperty("look", look)
            code = self.theme.colour("card")
            self.play.setIcon(icon("pause" if playing else "play", code, self.theme.colour("edge")))
            self.play.setText(name)
            self.play.setAccessibleName(name)

    def open_plan(self) -> None:
        """Show the settings of the descent over the desk."""
        from explorer.ui.panels.timeline_plan import PlanPopover  # not needed to show the window

        if self._popover is None:
            self._popover = PlanPopover(self.session, self.commands, self.theme, self.window())
        if self._popover.isVisible():
            self._popover.close_it()
        else:
            now = self.window().focusWidget()
            # elsewhere Space would press what was clicked last: after the settings it is to descend
            self._popover.open_over(self, back=now if now in self.stops else self.play)

    def _fill_speeds(self) -> None:
        self.speeds.clear()
        now = self.commands.speed
        for speed in SPEEDS:
            action = self.speeds.addAction(speed_words(speed))
            action.setCheckable(True)
            action.setChecked(abs(speed - now) < 1e-9)
            action.triggered.connect(lambda _checked, speed=speed: self.commands.choose_speed(speed))

    # Places

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        if self.is_row:
            self._place_row()
        else:
            self._place_lanes()
        self.update()

    def _place_play(self, top: float) -> float:
        """Lay the buttons of time side by side; return where they end."""
        left = float(PAD)
        self.play.setGeometry(_pixels(left, top, *PLAY))
        left += PLAY[0] + GAP
        for button in self.buttons.values():
            button.setGeometry(_pixels(left, top, BUTTON, PLAY[1]))
            left += BUTTON + GAP
        return left

    def _place_lanes(self) -> None:
        end = self._place_play(ROWS[0])
        self.plan.setVisible(True)
        self.speed.setVisible(True)
        self.keep.setVisible(True)
        self.plan.setGeometry(_pixels(PAD - 6, ROWS[1], end - GAP - SPEED[0] - PAD + 2, SPEED[1]))
        self.speed.setGeometry(_pixels(end - GAP - SPEED[0], ROWS[1], *SPEED))
        self.keep.setGeometry(_pixels(end - GAP - KEEP[0], ROWS[2], *KEEP))
        self._place_canvas(end, self._wide - 2)

    def _place_row(self) -> None:
        tall = self.height() / scale()
        end = self._place_play((tall - PLAY[1]) / 2)
        right = self._wide - PAD
        keeps = right - KEEP[0] - GAP - COUNT - end >= LEAST_FIGURE
        spare = right - KEEP[0] - SPEED[0] - COUNT - 2 * GAP - end - 2 * LEAST_FIGURE
        speeds, plans = spare >= 0, spare >= PLAN + GAP
        self.plan.setVisible(plans)
        self.speed.setVisible(speeds)
        self.keep.setVisible(keeps)
        if plans:
            self.plan.setGeometry(_pixels(end, (tall - PLAY[1]) / 2, PLAN, PLAY[1]))
            end += PLAN + GAP
        if speeds:
            self.speed.setGeometry(_pixels(end, (tall - PLAY[1]) / 2, SPEED[0], PLAY[1]))
            end += SPEED[0] + GAP
        if keeps:
            right -= KEEP[0]
            self.keep.setGeometry(_pixels(right, (tall - KEEP[1]) / 2, *KEEP))
            right -= GAP
        self._place_canvas(end, right - COUNT)

    def _place_canvas(self, left: float, right: float) -> None:
        tall = self.height() / scale()
        self.canvas.setVisible(right - left >= 40)
        self.canvas.setGeometry(_pixels(left, 2, max(right - left, 1), max(tall - 4, 1)))

    @property
    def _wide(self) -> float:
        return self.width() / scale()

    def _words_area(self) -> QRect:
        if not self.is_row:
            return _pixels(PAD, ROWS[2], CONTROLS - PAD - KEEP[0] - GAP, KEEP[1])
        canvas = self.canvas.geometry()
        return QRect(canvas.right() + 1, 0, px(COUNT), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area, size = self._words_area(), scale()
            painter.scale(size, size)
            x, middle = area.x() / size, area.center().y() / size
            room = area.width() / size
            write(
                painter,
                self.theme,
                x,
                middle,
                self._words,
                size="name",
                colour_of="ink",
                bold=True,
                room=room,
            )


def _pixels(x: float, y: float, width: float, height: float) -> QRect:
    """Return a rectangle given at scale 1."""
    return QRect(px(x), px(y), px(width), px(height))
