"""What a frame's time goes into: methods of the window are wrapped, each counts without those it calls."""

from __future__ import annotations

from functools import wraps
from time import thread_time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Phases:
    """Seconds of the window's thread by phase, since `start`.

    answer: carrying out the input and telling the panels; figure and paint: of each card; losses and
    table: painting them; the rest is Qt's events and what it hands to the screen. Made before the window.
    """

    def __init__(self) -> None:
        from explorer.ui.cards.canvas import Canvas
        from explorer.ui.panels.loss_card import LossCard
        from explorer.ui.session import Session

        self.spent: dict[str, float] = {}
        self._inner: list[float] = [0.0]
        self._wrap(Canvas, "_made", lambda canvas: f"figure {canvas.plot.key}")
        self._wrap(Canvas, "paintEvent", lambda canvas: f"paint {canvas.plot.key}")
        self._wrap(LossCard, "paintEvent", lambda _: "paint losses")
        self._wrap(Session, "_refresh", lambda _: "answer")

    def _wrap(self, kind: type, name: str, phase: Callable[[Any], str]) -> None:
        method = getattr(kind, name)

        @wraps(method)
        def measured(part: Any, *words: Any) -> Any:
            begun = thread_time()
            self._inner.append(0.0)
            try:
                return method(part, *words)
            finally:
                whole, inner = thread_time() - begun, self._inner.pop()
                self._inner[-1] += whole
                title = phase(part)
                self.spent[title] = self.spent.get(title, 0.0) + whole - inner

        setattr(kind, name, measured)

    def start(self) -> None:
        """Count from 0 again."""
        self.spent = {}

    def per_frame(self, frames: int, seconds: float) -> dict[str, float]:
        """Milliseconds a frame by phase, and the rest of a frame of so many seconds."""
        named = {title: spent / frames * 1e3 for title, spent in sorted(self.spent.items())}
        rest = seconds * 1e3 - sum(named.values())
        return {title: round(spent, 2) for title, spent in {**named, "the rest": rest}.items()}
