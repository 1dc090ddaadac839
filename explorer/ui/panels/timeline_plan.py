"""The settings of the descent: optimizer, rate, steps, decay, and what the optimizer has of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from explorer.analysis.plans import DECAYS, RATES, UPDATES, USUAL_UPDATES
from explorer.catalogue import Parameter
from explorer.optimizers import OPTIMIZERS
from explorer.ui.controls import Choice, LinkButton
from explorer.ui.lettering import write
from explorer.ui.panels.parameter_row import row_of
from explorer.ui.panels.popover import Popover
from explorer.ui.scaling import px, scale
from explorer.wording import noted, say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from explorer.analysis.plans import Plan
    from explorer.paint.theme import Theme
    from explorer.ui.controls import Setting
    from explorer.ui.descend_commands import DescendCommands
    from explorer.ui.panels.parameter_row import Row
    from explorer.ui.session import Session

WIDTH: Final = 330
PAD: Final = 14
HEAD: Final = 34
ROW: Final = 32
CONTROLS: Final = 118  # from the left side to the controls


def _rate(usual: float) -> Parameter:
    return Parameter(
        name=noted("learning rate"),
        symbol="lr",
        latex=r"\eta",
        default=usual,
        low=RATES[0],
        high=RATES[1],
        usual=(1e-4, 10.0),
        logarithmic=True,
        meaning=noted("how far a step goes along what the optimizer makes of the gradient"),
    )


STEPS: Final = Parameter(
    name=noted("steps"),
    symbol="steps",
    latex="T",
    default=USUAL_UPDATES,
    low=UPDATES[0],
    high=UPDATES[1],
    usual=(10, 2_000),
    kind="integer",
    logarithmic=True,
    meaning=noted("how many steps each loss trains its copy for"),
)
DECAY: Final = Parameter(
    name=noted("weight decay"),
    symbol="λ",
    latex=r"\lambda",
    default=0.0,
    low=DECAYS[0],
    high=DECAYS[1],
    usual=(0.0, 0.2),
    meaning=noted("how strongly each logit is pulled to 0"),
)


class PlanPopover(Popover):
    """Over the desk, anchored to the words of the plan; every change shows at once."""

    def __init__(self, session: Session, commands: DescendCommands, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.session, self.commands = session, commands
        self.setAccessibleName(say("Settings of the descent"))
        self._anchor: QWidget | None = None  # what it lies above
        self.optimizer = Choice(say("Optimizer"), theme, self)
        self.optimizer.offer([optimizer.said for optimizer in OPTIMIZERS.values()])
        self.optimizer.activated.connect(lambda place: commands.choose_optimizer(tuple(OPTIMIZERS)[place]))
        self.usual = LinkButton(say("usual settings"), theme, self)
        self.usual.clicked.connect(commands.choose_usual)
        self.rows: dict[str, Row] = {}
        self._made_for = ""
        self._follow_plan()
        session.changed.connect(self._follow_plan)

    def open_over(self, anchor: QWidget, back: QWidget) -> None:
        """Show it above its anchor, with the keyboard in it; `back` gets that when it goes."""
        self._anchor = anchor
        self.show_at(anchor, above=True, back=back)
        self.optimizer.setFocus(Qt.FocusReason.PopupFocusReason)

    # Rows

    def _follow_plan(self) -> None:
        """Show the plan as it is, with the rows of its optimizer."""
        plan = self.commands.plan
        if self._made_for != plan.optimizer:
            self._make_rows(plan)
        self.optimizer.show_place(tuple(OPTIMIZERS).index(plan.optimizer))
        numbers = {"rate": plan.rate, "updates": float(plan.updates), "decay": plan.decay}
        for name, row in self.rows.items():
            row.show_setting(numbers[name] if name in numbers else dict(plan.settings)[name])

    def _make_rows(self, plan: Plan) -> None:
        for row in self.rows.values():
            row.cancel()
            for control in row.controls:
                control.hide()
                control.deleteLater()
            row.deleteLater()
        optimizer = OPTIMIZERS[plan.optimizer]
        self._made_for = plan.optimizer
        general = {"rate": _rate(optimizer.rate), "updates": STEPS, "decay": DECAY}
        own = {parameter.name: parameter for parameter in optimizer.parameters}
        self.rows = {
            name: self._row(name, parameter, optimizer.said) for name, parameter in (general | own).items()
        }
        self._place()
        if self._anchor is not None and self.isVisible():
            self.show_at(self._anchor, above=True)  # with more rows it begins higher up

    def _row(self, name: str, parameter: Parameter, title: str) -> Row:
        row = row_of(parameter, title, 0, self.theme, self)
        row.began.connect(partial(self.commands.begin_choice, name))
        row.ended.connect(self.session.end)
        row.cancelled.connect(self.session.cancel)
        row.changed.connect(partial(self._drag, name, parameter.default))
        for news in (row.stepped, row.entered):
            news.connect(partial(self._choose, name, parameter.default))
        if self.isVisible():
            for control in row.controls:
                control.show()
        return row

    def _choose(self, name: str, usual: float, setting: Setting) -> None:
        if not isinstance(setting, tuple):
            self.commands.choose(name, setting, usual)

    def _drag(self, name: str, usual: float, setting: Setting) -> None:
        if self.session.in_gesture:  # else an undo took the drag back: it is over
            self._choose(name, usual, setting)

    # Places

    def _place(self) -> None:
        self.setFixedSize(px(WIDTH), px(HEAD + ROW * (len(self.rows) + 1) + 8))
        right = WIDTH - PAD
        self.optimizer.setGeometry(QRect(px(CONTROLS), px(HEAD + 3), px(right - CONTROLS), px(26)))
        for number, row in enumerate(self.rows.values(), 1):
            row.place(CONTROLS, right, HEAD + ROW * (number + 0.5))
        size = self.usual.sizeHint()
        self.usual.setGeometry(QRect(px(right + 5) - size.width(), px(5), size.width(), size.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.scale(scale(), scale())
            write(painter, self.theme, PAD, 17, say("Descent"), size="title", colour_of="ink", bold=True)
            names = [say("optimizer"), *(say(row.parameter.name) for row in self.rows.values())]
            for number, name in enumerate(names):
                write(painter, self.theme, PAD, HEAD + ROW * (number + 0.5), name, size="name", room=98)
