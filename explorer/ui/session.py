"""The one place in the window where something changes: a history, a look, and a signal."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.analysis.at_time import is_grounded
from explorer.plots.pointing import Pointer as Pointer  # noqa: TC001 (panels take it from here)
from explorer.study.following import following
from explorer.study.history import History, changed_sample
from explorer.study.state import State
from explorer.ui.cards.picking import Picking
from explorer.ui.held_views import HeldViews
from explorer.ui.timing import FrameClock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.plots.figure import View
    from explorer.plots.moves import Move
    from explorer.study.study import Look, ShownLoss, Study
    from explorer.study.table import Table


LEFT = 50  # steps of descents that are remembered, so that an undo can show them again


@dataclass(frozen=True, slots=True, eq=False)
class _Left:
    """A step at which a study was left by an edit; views: the limits of the cards at its step 0."""

    study: Study
    sample: int
    time: int
    views: Mapping[str, View]


class Session(QObject):
    """One open document and how it is watched.

    Everything on screen is a function of `state`. Panels call the methods below and show the new
    state when `changed` comes; none changes another. Views (the limits each card keeps) are put
    in by the canvases while they draw and are no change: they follow from the state. The pointer is
    shared so that cards can point at the same thing; it is no part of the state. A descent begins at the
    study as it is: an edit goes to step 0, and so does another sample. `started` says that the study has now
    what was shown at a later step, and carries that state; `rewound` that it has not. An undo of either
    shows that step again. `preparing` comes before `changed`, so that an answer which is there at once is
    part of the state that is shown. `resting` asks what moves by itself to stay. `settling` comes before
    another document or sample does: what is half typed is taken where it was typed.
    """

    changed = Signal()
    preparing = Signal()
    rewound = Signal()
    started = Signal(object)
    resting = Signal()
    replaced = Signal()
    settling = Signal()
    pointed = Signal()

    def __init__(self, study: Study, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = FrameClock()
        self.pointer: Pointer | None = None
        self.travels = 0  # how often something was undone or redone
        self.picking = Picking(self)
        self._views = HeldViews()
        self._results: Mapping[str, object] = MappingProxyType({})
        self._open(study, look)

    def _open(self, study: Study, look: Look, history: History | None = None) -> None:
        self.history = history or History(study.planned(look))
        study = self.history.study
        self._look = look.within(study).with_plan(study.plan)
        self._seen = study.table  # whose classes the look counts
        self._begun = self._beginning()
        self._time_before = 0  # the step that the open gesture found
        self._left: deque[_Left] = deque(maxlen=LEFT)
        self._views = HeldViews()
        self._views.follow(self._look)
        self._results = MappingProxyType({})
        self._renew()

    def _renew(self) -> None:
        self._state = State(
            study=self.history.study,
            look=self._look,
            views=MappingProxyType(self._views.now),
            results=self._results,
            before=self.history.before_gesture,
        )

    def take_over(self, other: Session) -> None:
        """Go on with the document of another session, which is not changed any more: all but its gesture."""
        other.settle()
        if other.in_gesture:
            other.cancel()
        self._open(other.history.study, other.state.look, other.history)
        self._views, self._results = other._views, other.state.results
        self._renew()

    @property
    def state(self) -> State:
        """What is true now."""
        return self._state

    @property
    def views(self) -> Mapping[str, View]:
        """The limits each card keeps."""
        return self._state.views

    def open(self, study: Study, look: Look, history: History | None = None) -> None:
        """Start on another document: a new history or the one that it was left with, fresh views.

        What is half typed and a gesture that is open belong to the document that is left.
        """
        self.settle()
        self.history.end()
        self._open(study, look, history)
        self.picking.leave()
        self.point(None)
        self.replaced.emit()
        self.preparing.emit()
        self.changed.emit()

    def settle(self) -> None:
        """Let what is half typed be taken now."""
        self.settling.emit()

    # The look: how the study is watched. Saved with it, never undone. Its plan of descents is the study's.

    def look(self, **changes: object) -> None:
        """Change how the study is watched; indices are kept within the study."""
        self.show_look(replace(self._look, **changes))  # type: ignore[arg-type]

    def show_look(self, look: Look) -> None:
        """Watch the study in another way."""
        if look.sample != self._look.sample:
            self.settle()
        look = look.within(self.history.study).with_plan(self.history.study.plan)
        if look != self._look:
            self._look = look
            self._refresh()

    def keep_view(self, key: str, view: View | None) -> None:
        """Keep the limits of one card (None: forget them). Says nothing: the canvas knows."""
        if self._views.keep(key, view):
            self._renew()

    def fit(self, *keys: str) -> None:
        """Forget the kept limits of these cards, or of all: each fits its data again."""
        self._views.forget(*keys)
        self._refresh()

    def keep_result(self, name: str, result: object | None) -> None:
        """Keep an answer of long work under its name (None: forget it) and show it."""
        rest = {key: kept for key, kept in self._results.items() if key != name}
        self._results = MappingProxyType(rest if result is None else {**rest, name: result})
        self._refresh()

    def put_result(self, name: str, result: object) -> None:
        """Keep an answer under its name in silence: who computed it tells those who show it."""
        self._results = MappingProxyType({**self._results, name: result})
        self._renew()

    def point(self, pointer: Pointer | None) -> None:
        """Tell every card where the pointer hovers; `pointed` comes when that is news."""
        if pointer != self.pointer:
            self.pointer = pointer
            self.pointed.emit()

    # The study: every change is an entry of the history.

    def apply(self, label: str, study: Study, target: str | None = None) -> None:
        """Make one entry; repeats on the same target within a second merge."""
        if not (self.in_gesture or self._look.time):
            self._forget_step()
        self.history.apply(label, study, target=target)
        self._refresh()

    def begin(self, label: str) -> None:
        """Open a gesture: what follows until `end` is one entry."""
        self._time_before = self._look.time
        self._forget_step()
        self.history.begin(label)

    def update(self, study: Study, label: str | None = None) -> None:
        """Change the study inside the open gesture."""
        self.history.update(study, label)
        self._refresh()

    def end(self) -> None:
        """Close the gesture and make its entry, if anything changed."""
        self.history.end()
        self._refresh()

    def cancel(self) -> None:
        """Leave the gesture and put back what was there before it, with the step that was shown."""
        if self.in_gesture:
            self.history.cancel()
            self._look = replace(self._look, time=self._time_before)
            self._begun = self._beginning()
            self._forget_step()
        self._refresh()

    def mark_saved(self, study: Study | None = None) -> None:
        """Remember that a study lies in a file: the one as it is now, or one that has been changed since."""
        self.history.mark_saved(study)
        self._refresh()

    def mark_unsaved(self) -> None:
        """Remember that the study lies in no file, whatever was done to it."""
        self.history.mark_unsaved()
        self._refresh()

    def retitle(self, title: str) -> None:
        """Call the study so from its beginning on: no step that could be undone."""
        self.history.retitle(title)
        self._refresh()

    @property
    def in_gesture(self) -> bool:
        """Whether a gesture is open."""
        return self.history.in_gesture

    def perform(self, move: Move | None) -> None:
        """Carry out a move of a figure: its study as an entry or inside the gesture, its look."""
        if move is None:
            return
        self._look = move.state.look.within(move.state.study)
        self._seen = move.state.study.table
        if self.in_gesture:
            self.update(move.state.study, move.label)
        else:
            self.apply(move.label, move.state.study, target=move.target)

    def undo(self) -> None:
        """Put the previous study back, and go to the sample that it changes."""
        self._travel(self.history.undo)

    def redo(self) -> None:
        """Put the next study back, and go to the sample that it changes."""
        self._travel(self.history.redo)

    def travel_to(self, position: int) -> None:
        """Undo or redo until `position` entries of the history are done."""
        self._travel(lambda: self.history.travel_to(position))

    def _travel(self, step: Callable[[], Study]) -> None:
        before = self.history.study
        after = step()
        self.travels += 1
        sample = changed_sample(before, after, self._look.sample)
        if sample is not None:
            self._look = replace(self._look, sample=sample)
        if after is not before:
            self._show_step_of(after)
        self._refresh()

    def _forget_step(self) -> None:
        """Show no step when an undo comes back to the study as it is now."""
        now = self.history.study
        self._left = deque((left for left in self._left if left.study is not now), maxlen=LEFT)

    def _show_step_of(self, study: Study) -> None:
        """Show the step again at which a study was left by an edit."""
        left = next((left for left in reversed(self._left) if left.study is study), None)
        if left is not None and left.sample == self._look.sample:
            self._look = replace(self._look, time=left.time).within(study)
            self._begun = self._beginning()
            self._views.come_back(left.views, self._look.with_plan(study.plan))

    def rebase(self, change: Callable[[Study], Study], *, is_saved: bool = True) -> None:
        """Let what lies under every step of the history be another: no step that could be undone."""
        self.history.rebase(change, is_saved=is_saved)
        self._refresh()

    def rest(self) -> None:
        """Let nothing move by itself, as a number is about to be typed."""
        self.resting.emit()

    def refresh(self) -> None:
        """Show everything anew, where not the state changed but how it is written."""
        self._refresh()

    def _refresh(self) -> None:
        self.clock.edit()
        table = self.history.study.table
        look = following(self._look, self._seen, table).within(self.history.study)
        self._look = look.with_plan(self.history.study.plan)
        self._seen = table
        before = self._state
        edited = self._rewind()
        started = edited and is_grounded(before, self.history.study)
        if started:
            self._views.settle()
        self._views.follow(self._look)
        self._renew()
        if started:
            self.started.emit(before)
        elif edited:
            self.rewound.emit()
        self.preparing.emit()
        self.changed.emit()
        self.clock.told()

    def _beginning(self) -> tuple[Table, tuple[ShownLoss, ...], int]:
        """Return what a descent begins at and follows; compared by identity."""
        study = self.history.study
        return study.table, study.shown, self._look.sample

    def _rewind(self) -> bool:
        """Go back to step 0 where the descent would begin elsewhere; say whether an edit is why."""
        before, self._begun = self._begun, self._beginning()
        edited = self._begun[0] is not before[0] or self._begun[1] is not before[1]
        if not self._look.time or not (edited or self._begun[2] != before[2]):
            return False
        if edited:
            study = self.history.before_gesture or self._state.study
            self._left.append(_Left(study, before[2], self._look.time, self._views.before))
        self._look = replace(self._look, time=0)
        return edited
