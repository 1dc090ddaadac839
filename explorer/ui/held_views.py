"""The limits that the cards keep; those that grew for a descent go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.analysis.plans import plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.analysis.plans import Plan
    from explorer.plots.figure import View
    from explorer.study.study import Look


class HeldViews:
    """Views by the keys of cards.

    While a descent plays they grow with its copies. Back at step 0, and with another plan, the cards have
    the limits again that they had before a later step was shown; limits chosen by hand stay.
    """

    def __init__(self) -> None:
        self._views: dict[str, View] = {}
        self._before: dict[str, View] = {}  # at step 0
        self._plan: Plan | None = None  # of the descent that is shown; None at step 0

    @property
    def now(self) -> Mapping[str, View]:
        """A copy of what is kept."""
        return dict(self._views)

    @property
    def before(self) -> Mapping[str, View]:
        """A copy of what the cards have again once the step that is shown is left."""
        return dict(self._before)

    def keep(self, key: str, view: View | None) -> bool:
        """Keep the limits of one card (None: forget them); say whether that is news."""
        if self._views.get(key) == view:
            return False
        if view is None:
            self.forget(key)
        else:
            self._views[key] = view
        return True

    def forget(self, *keys: str) -> None:
        """Forget the limits of these cards, or of all."""
        for key in keys or {*self._views, *self._before}:
            self._views.pop(key, None)
            self._before.pop(key, None)

    def settle(self) -> None:
        """Take the limits of the step that is shown for those of step 0, where the study has come there."""
        self._before, self._plan = {}, None

    def come_back(self, before: Mapping[str, View], look: Look) -> None:
        """Show the step of a look again, from which the cards go back to the limits that were `before` it."""
        self._before, self._plan = dict(before), plan_of(look)

    def follow(self, look: Look) -> None:
        """Leave what grew for a descent that a look shows no longer."""
        plan = plan_of(look) if look.time else None
        if plan == self._plan:
            return
        if self._plan is None:
            self._before = dict(self._views)
        else:
            chosen = {key: view for key, view in self._views.items() if view.chosen}
            self._views = {**self._before, **chosen}
        self._plan = plan
