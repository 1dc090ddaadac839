"""The right column: a card for each shown loss, and the button that adds one."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton, QScrollArea, QWidget

from explorer.analysis.evaluation import evaluations
from explorer.catalogue import by_family
from explorer.losses import LOSSES
from explorer.plots.figure import LossLook
from explorer.plots.shown import REPEATED
from explorer.study.study import ShownLoss
from explorer.ui import menus
from explorer.ui.icons import icon
from explorer.ui.panels import changes, label_counts
from explorer.ui.panels.loss_card import LossCard
from explorer.ui.panels.loss_rows import LossList, LossPopover
from explorer.ui.panels.loss_words import takes
from explorer.ui.panels.signs import sign_icon
from explorer.ui.scaling import px
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from explorer.catalogue import Loss, Parameter
    from explorer.paint.theme import Theme
    from explorer.study.study import Study
    from explorer.ui.panels.changes import Change
    from explorer.ui.session import Session

GAP: Final = 8
BUTTON: Final = 32
ROOM: Final = 24  # above and below what has the focus


class LossesPanel(QScrollArea):
    """Cards below each other; scrolls when they are taller than the panel.

    Cards are made anew only when losses come, go or change places; every other change is shown by
    the cards that are there. `said` carries what the status line should say,
    `warned` what the notice should (text, severity), `help_asked` the key of a loss to be explained.
    """

    said = Signal(str)
    warned = Signal(str, str)
    help_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.cards: list[LossCard] = []
        self._made_for: tuple[tuple[str, ...], int] | None = None
        self._outdated = True
        self._told = False
        self.setObjectName("column")
        self.setAccessibleName(say("Losses"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName("column-content")
        self.add_menu = QMenu(say("Add a loss"), self)
        self.add_menu.aboutToShow.connect(self._fill_add_menu)
        self.add_button = QPushButton(say("Add a loss"), self.content)
        self.add_button.setObjectName("add")
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_button.clicked.connect(self._open_add_menu)
        self.compact = False
        self.list = LossList(theme, self.content)
        self.list.hide()
        self.popover = LossPopover(self)
        self.list.asked.connect(self.popover.open_beside)
        self.popover.closed.connect(self._take_back)
        self.setWidget(self.content)
        session.changed.connect(self._take)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self.set_theme(theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.add_button.setIcon(icon("plus", theme.colour("ink2")))
        self.add_button.setIconSize(QSize(px(16), px(16)))
        for card in self.cards:
            card.set_theme(theme)
        self.list.set_theme(theme)
        self.arrange()

    def set_compact(self, compact: bool) -> None:
        """Show one row a loss, its card in a popover; or every card."""
        if compact == self.compact:
            return
        self.popover.hide()
        self.compact = compact
        self._show_parts()
        self.arrange()

    def _show_parts(self) -> None:
        if self.compact and not self._outdated:  # else it is refreshed when it is seen again
            self.list.refresh()
        self.list.setVisible(self.compact)
        for card in self.cards:
            card.setVisible(not self.compact)

    # Showing

    def _take(self) -> None:
        self._outdated = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self.refresh()
        self.arrange()  # while it was hidden its size may have changed unseen

    def refresh(self) -> None:
        """Show the session's state."""
        self._outdated = False
        state = self.session.state
        shown = state.study.shown
        made_for = (tuple(loss.key for loss in shown), state.study.table.class_count)
        had = self._made_for
        if made_for != had:
            if any(card.let_go() for card in self.cards):
                return  # the end of that drag was news, and is shown
            self._made_for = made_for
            self._make_cards()
        found = iter(evaluations(state))  # of the losses that are on
        for card, loss, look in zip(self.cards, shown, _looks(shown), strict=True):
            card.set_look(look)
            card.refresh(next(found) if loss.on else None)
        if self.compact:
            self.list.refresh()
        if had is not None and made_for[0] and made_for[0][:-1] == had[0]:  # added at the end
            self._bring(self.list.rows[-1] if self.compact else self.cards[-1])

    def _make_cards(self) -> None:
        """Make a card for each shown loss; those before are taken away."""
        self.popover.hide()
        for card in self.cards:
            card.forget()  # its place is another loss's now, or none's
            card.hide()
            card.deleteLater()
        shown = self.session.state.study.shown
        self.cards = [
            LossCard(self.session, index, look, self.theme, self.content)
            for index, look in enumerate(_looks(shown))
        ]
        for card in self.cards:
            card.said.connect(self.said)
            card.resized.connect(self.arrange)
            card.menu_asked.connect(lambda place, card=card: self._open_menu(card, place))
        self.list.show_cards(self.cards)
        self._show_parts()
        self._order_focus()
        self.arrange()

    def _take_back(self, card: LossCard) -> None:
        """Put the card of a closed popover away until it is asked for again."""
        card.setParent(self.content)
        card.setVisible(not self.compact)
        self._order_focus()

    def _order_focus(self) -> None:
        """Tab goes down the column: menu, switch, way out and settings of a card, then the next."""
        chain: list[QWidget] = []
        for card in self.cards:
            chain += [card.more, card.toggle, card.link]
            for row in card.rows:
                chain += row.controls
        chain = [*self.list.rows, *chain, self.add_button]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the cards out below each other, each as tall as it needs."""
        width, top, gap = self._content_width(), 0, px(GAP)
        for part in self._parts:
            if isinstance(part, LossCard):
                part.place(width)
            part.setGeometry(0, top, width, part.wanted_height)
            top += part.wanted_height + gap
        self.add_button.setGeometry(0, top, width, px(BUTTON))
        self.content.resize(self.viewport().width(), top + px(BUTTON))

    @property
    def _parts(self) -> list[LossCard | LossList]:
        return [self.list] if self.compact else list(self.cards)

    def _content_width(self) -> int:
        """Cards have the whole width unless they would lie under the scroll bar."""
        if not self.compact:
            for card in self.cards:
                card.place(self.width())
        wanted = sum(part.wanted_height + px(GAP) for part in self._parts) + px(BUTTON)
        bar = self.verticalScrollBar().sizeHint().width() + 2 if wanted > self.height() else 0
        return max(1, self.width() - bar)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus now, however it came there: to its whole card where that has room."""
        if now is None or not self.content.isAncestorOf(now):
            return
        card = next((card for card in self.cards if card.isAncestorOf(now)), None)
        if card is not None:
            self._bring(card)
        self.ensureWidgetVisible(now, 0, px(ROOM))

    def _bring(self, part: QWidget) -> None:
        """Scroll as little as brings a part of the column into view, its top before its end."""
        top = part.mapTo(self.content, QPoint(0, 0)).y()
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(min(max(bar.value(), top + part.height() - seen), top))

    def cancel_gesture(self) -> bool:
        """Leave the drag under way in any card; say whether there was one."""
        return any(card.cancel() for card in self.cards)

    # Menus

    def _open_add_menu(self) -> None:
        self.add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def _fill_add_menu(self) -> None:
        """List the losses of the catalogue that are not shown, by family."""
        menus.clear(self.add_menu)
        there = {loss.key for loss in self.session.state.study.shown}
        missing = [loss for key, loss in LOSSES.items() if key not in there]
        for family, losses in by_family(missing).items():
            menu = self.add_menu.addMenu(say(family))
            menu.setObjectName("losses")
            menu.setToolTipsVisible(True)
            for loss in losses:
                self._offer(menu, loss)
        if not missing:
            self.add_menu.addAction(say("Every loss is shown")).setEnabled(False)
        self._tell_failures()

    def _tell_failures(self) -> None:
        """Say once which losses from outside were left out; the list is the first to look for them."""
        if self._told or not LOSSES.failures:
            return
        self._told = True
        first, *others = LOSSES.failures
        told = say(
            "Left out: {problem}; and {count} more, which loss-explorer losses names"
            if others
            else "Left out: {problem}",
            problem=" ".join(first.split()),
            count=len(others),
        )
        self.warned.emit(told, "warning")

    def _offer(self, menu: QMenu, loss: Loss) -> None:
        sign = sign_icon(LossLook(loss.family, loss.member), self.theme)
        action = menu.addAction(sign, loss.said)
        taken = say("Takes {labels}", labels=takes(loss))
        action.setToolTip(f"{taken}\n{loss.reference}")
        action.triggered.connect(lambda: self.add(loss.key))

    def add(self, key: str) -> None:
        """Show one more loss, at the end."""
        self.session.settle()
        self._apply(changes.added(self.session.state.study, ShownLoss(key)))

    def _open_menu(self, card: LossCard, place: QPoint) -> None:
        self.menu_of(card).popup(place)

    def menu_of(self, card: LossCard) -> QMenu:
        """Return the menu of a card; it goes when it is closed."""
        study, index = self.session.state.study, card.index
        menu = QMenu(card.loss.said, self)
        copy = menu.addAction(say("Copy value"), card.copy_value)
        copy.setEnabled(bool(card.words.copied))
        menu.addAction(say("Copy formula as LaTeX"), lambda: self._copy_formula(card))
        menu.addAction(say("How to read it"), lambda: self.help_asked.emit(card.loss.key))
        menu.addSeparator()
        menu.addAction(say("Show in the landscape"), lambda: self.session.look(landscape_loss=index))
        if card.rows:
            back = menu.addAction(say("Reset settings"), lambda: self._change(card, changes.reset))
            back.setEnabled(bool(study.shown[index].settings))
            self._offer_counts(menu, card)
            menu.addAction(say("Duplicate"), lambda: self._change(card, changes.doubled))
        menu.addSeparator()
        up = menu.addAction(say("Move up"), lambda: self._change(card, partial(changes.stepped, by=-1)))
        down = menu.addAction(say("Move down"), lambda: self._change(card, partial(changes.stepped, by=1)))
        up.setEnabled(index > 0)
        down.setEnabled(index < len(study.shown) - 1)
        menu.addSeparator()
        menu.addAction(say("Remove"), lambda: self._change(card, changes.removed))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer_counts(self, menu: QMenu, card: LossCard) -> None:
        """Offer to set the weights that follow from how often each class is labelled."""
        state = self.session.state
        for parameter in filter(label_counts.follows, card.parameters):
            entry = menu.addAction(say("Set {parameter} from label counts", parameter=parameter.symbol))
            entry.triggered.connect(partial(self._set_from_counts, card, parameter))
            entry.setToolTip(say(label_counts.HINT))
            entry.setEnabled(label_counts.can_count(state))
            menu.setToolTipsVisible(True)

    def _set_from_counts(self, card: LossCard, parameter: Parameter) -> None:
        self._change(card, lambda _, index: label_counts.from_counts(self.session.state, index, parameter))

    def _copy_formula(self, card: LossCard) -> None:
        QGuiApplication.clipboard().setText(card.loss.formula)
        self.said.emit(say("Copied the formula of {loss}", loss=card.loss.said))

    def _change(self, card: LossCard, make: Callable[[Study, int], Change]) -> None:
        """Change a card's loss as its menu offered, in the study as it is now: a newer one may have come."""
        self.session.settle()
        if card in self.cards:
            self._apply(make(self.session.state.study, card.index))

    def _apply(self, change: Change) -> None:
        """Make a change of the list; the landscape keeps to the loss that it showed."""
        state = self.session.state
        place = state.look.landscape_loss
        before = state.study.shown[place] if place < len(state.study.shown) else None
        self.session.apply(change.label, change.study, change.target)
        after = self.session.state.study.shown
        if before is not None and before in after and after[min(place, len(after) - 1)] != before:
            self.session.look(landscape_loss=after.index(before))


def _looks(shown: tuple[ShownLoss, ...]) -> list[LossLook]:
    """Return how each shown loss looks; one that is in the figures already is drawn fainter."""
    seen: set[str] = set()
    looks = []
    for loss in shown:
        record = LOSSES[loss.key]
        looks.append(LossLook(record.family, record.member, REPEATED if loss.key in seen else 1.0))
        if loss.on:
            seen.add(loss.key)
    return looks
