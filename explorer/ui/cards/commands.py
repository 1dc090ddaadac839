"""Opening, closing and moving cards, and the size of the interface: what belongs to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from explorer.plots import PLOTS
from explorer.ui import scaling
from explorer.ui.cards.layout import CardLayout
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.ui.cards.arrangement import Side
    from explorer.ui.commands import Commands

LAYOUT: Final = "layout"
SCALE: Final = "ui_scale"
CARD: Final = "card-"  # a card's object name is this and its key


class CardCommands(QObject):
    """What the actions do to the cards; `changed` comes when they are to be arranged anew.

    `paged` when the room for them makes other pages; `reset_asked` asks the window for its usual size.
    """

    changed = Signal()
    paged = Signal()
    reset_asked = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._settings = commands.settings
        self.pages: tuple[tuple[str, ...], ...] = ()  # as the desk has room for them
        self._layout = CardLayout.of(self._settings.get(LAYOUT, {}))
        commands.appearance.choose_scale(_usable(self._settings.get(SCALE, 1.0)))

    @property
    def layout(self) -> CardLayout:
        """How the cards are arranged."""
        return self._layout

    def use(self, layout: CardLayout) -> None:
        """Arrange the cards in another way, and remember it."""
        if layout == self._layout:
            return
        self._layout = layout
        self._settings.set(LAYOUT, None if layout == CardLayout.usual() else layout.kept)
        self.changed.emit()

    def reset(self) -> None:
        """Lay the usual cards out, each at its usual place, and take the window's usual size."""
        self.use(CardLayout.usual())
        self.reset_asked.emit()

    # Open and closed

    def is_open(self, key: str) -> bool:
        """Whether a card is open."""
        return key not in self._layout.closed

    def close(self, key: str) -> None:
        """Put a card away; an enlarged one is put back first."""
        was_open = self.is_open(key)
        self._put_back(key)
        self.use(self._layout.with_closed(key))
        if was_open:
            self._commands.noted.emit(say("Closed {card}; View > Cards brings it back", card=PLOTS[key].said))

    def keep(self, key: str) -> None:
        """Put a card on the desk, where it is then looked at."""
        self.use(self._layout.with_opened([key]))
        self._commands.session.look(board="desk", enlarged=None)
        self.show(key)

    def _put_back(self, key: str) -> None:
        if self._commands.session.state.look.enlarged == key:
            self._commands.session.look(enlarged=None)

    def toggle(self, key: str) -> None:
        """Close an open card; bring a closed one back and into view."""
        if self.is_open(key):
            self.close(key)
        else:
            self.keep(key)

    @property
    def lacks_usual(self) -> bool:
        """Whether a card is closed that belongs on every desk."""
        return bool(self._layout.closed - CardLayout.usual().closed)

    def open_usual(self) -> None:
        """Bring back every card that belongs on every desk."""
        self.use(self._layout.with_opened(CardLayout.usual().open))

    # The card that has the keyboard

    def focused(self) -> str | None:
        """Return the key of the card in which the focus is; the editor is none of them."""
        widget = QApplication.focusWidget()
        while widget is not None:
            key = widget.objectName().removeprefix(CARD)
            if widget.objectName().startswith(CARD) and key in self._layout.order:
                return key
            widget = widget.parentWidget()
        return None

    def close_focused(self) -> None:
        """Close the card that has the focus."""
        key = self._focused_or_said()
        if key is not None:
            self.close(key)

    def move_focused(self, step: int) -> None:
        """Let the card that has the focus change places with its neighbour."""
        key = self._focused_or_said()
        if key is not None:
            self.use(self._as_seen().shifted(key, step))
            self.show(key)

    def _focused_or_said(self) -> str | None:
        key = self.focused()
        if key is None:
            self._commands.noted.emit(say("Choose a card first: Tab or a click gives it the focus"))
        return key

    def drop(self, key: str, onto: str, side: Side) -> None:
        """Put a card where it was dropped."""
        self.use(self._as_seen().dropped(key, onto, side))

    def _as_seen(self) -> CardLayout:
        """Return the layout in the order on screen, which pages may have changed."""
        if len(self.pages) < 2 or self._layout.paged == self._layout.open:
            return self._layout
        order = (*self._layout.paged, *(key for key in self._layout.order if key in self._layout.closed))
        return CardLayout(order, self._layout.closed, self._layout.page)

    # Pages

    def take_pages(self, pages: tuple[tuple[str, ...], ...]) -> None:
        """Take note of the pages for which the desk has room."""
        if pages != self.pages:
            self.pages = pages
            self.paged.emit()

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return min(self._layout.page, max(0, len(self.pages) - 1))

    def turn_to(self, page: int) -> None:
        """Show another page; after the last comes the first."""
        if self.pages:
            self.use(self._layout.on_page(page % len(self.pages)))

    def turn(self, step: int) -> None:
        """Show the page that many further on."""
        self.turn_to(self.page + step)

    def show(self, key: str) -> None:
        """Turn to the page on which a card is."""
        for number, page in enumerate(self.pages):
            if key in page:
                self.turn_to(number)

    # The size of everything

    def zoom(self, step: int) -> None:
        """Make the interface larger (1), smaller (-1) or as large as usual (0)."""
        now = scaling.scale()
        self.zoom_to(scaling.stepped(now, step) if step else 1.0)

    def zoom_to(self, wanted: float) -> None:
        """Show the interface at a scale of 0.75 to 2, and keep it."""
        self._commands.appearance.choose_scale(wanted)
        self._settings.set(SCALE, None if wanted == 1.0 else wanted)
        self._commands.noted.emit(say("Interface at {percent} %", percent=f"{wanted * 100:.0f}"))


def _usable(kept: float) -> float:
    """Return a kept scale, or the usual one when it is none that is allowed."""
    return kept if scaling.SMALLEST <= kept <= scaling.LARGEST else 1.0
