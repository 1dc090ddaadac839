"""Which cards are open, in which order, on which page: frozen, and read from settings with care."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from explorer.plots import PLOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explorer.ui.cards.arrangement import Side

EDITOR: Final = "logits"
PAGED_LATE: Final = ("sharpening", "values")  # as long as nobody chose an order, the last on pages


def known() -> tuple[str, ...]:
    """Return the key of every figure that has a card of its own in the middle, in the usual order."""
    return tuple(key for key in PLOTS if key != EDITOR)


def usually_closed(keys: Iterable[str]) -> frozenset[str]:
    """Return those that are on the desk only where somebody put them there."""
    return frozenset(key for key in keys if PLOTS[key].group != "desk")


@dataclass(frozen=True, slots=True)
class CardLayout:
    """How a person arranged the cards.

    order: every card, open or not; closed: those that are put away; page: the one looked at when
    the window is too small for all of them.
    """

    order: tuple[str, ...]
    closed: frozenset[str] = frozenset()
    page: int = 0

    @classmethod
    def usual(cls) -> CardLayout:
        """Return every card in the usual order, and open those that belong on every desk."""
        return cls(known(), usually_closed(known()))

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> CardLayout:
        """Read what was kept; what is damaged or unknown is left out.

        Cards that it does not know come last, open or closed as they usually are.
        """
        there = known()
        order = _keys(kept.get("order"), there)
        new = tuple(key for key in there if key not in order)
        page = kept.get("page", 0)
        return cls(
            (*order, *new),
            frozenset(_keys(kept.get("closed"), there)) | usually_closed(new),
            page if type(page) is int and page >= 0 else 0,
        )

    @property
    def kept(self) -> dict[str, Any]:
        """What `of` reads, as JSON."""
        return {"order": list(self.order), "closed": sorted(self.closed), "page": self.page}

    @property
    def open(self) -> tuple[str, ...]:
        """The cards that are open, in their order."""
        return tuple(key for key in self.order if key not in self.closed)

    @property
    def paged(self) -> tuple[str, ...]:
        """The open cards in the order of their pages: usually those first that one needs together."""
        if self.order != known():
            return self.open
        late = tuple(key for key in self.open if key in PAGED_LATE)
        return (*(key for key in self.open if key not in PAGED_LATE), *late)

    def with_closed(self, key: str) -> CardLayout:
        """Put a card away."""
        return replace(self, closed=self.closed | {key})

    def with_opened(self, keys: Iterable[str]) -> CardLayout:
        """Bring cards back, each to its place."""
        return replace(self, closed=self.closed - frozenset(keys))

    def on_page(self, page: int) -> CardLayout:
        """Look at another page."""
        return replace(self, page=max(0, page))

    def dropped(self, key: str, onto: str, side: Side) -> CardLayout:
        """Move a card before or after another one, or let the two change places."""
        if key == onto or key not in self.order or onto not in self.order:
            return self
        order = list(self.order)
        if side == "swap":
            here, there = order.index(key), order.index(onto)
            order[here], order[there] = onto, key
        else:
            order.remove(key)
            order.insert(order.index(onto) + (side == "after"), key)
        return replace(self, order=tuple(order))

    def shifted(self, key: str, step: int) -> CardLayout:
        """Let a card change places with the open one `step` further on; at the ends it stays."""
        shown = self.open
        if key not in shown:
            return self
        place = shown.index(key) + step
        return self.dropped(key, shown[place], "swap") if 0 <= place < len(shown) else self


def _keys(kept: object, there: tuple[str, ...]) -> tuple[str, ...]:
    """Return the known keys of a list, each once."""
    found = kept if isinstance(kept, list) else []
    return tuple(dict.fromkeys(key for key in found if isinstance(key, str) and key in there))
