"""What can be done about a card and about a class shown in it: two tables, and the menu made of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMetaMethod
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from explorer import wording
from explorer.plots import moves
from explorer.plots.choices import on_axis
from explorer.study.lessons import LESSONS
from explorer.ui.cards import copying
from explorer.ui.cards.copies import COPIES, SCRIPTS
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from explorer.study.state import State
    from explorer.ui.cards.canvas import Canvas
    from explorer.ui.cards.copies import Copy
    from explorer.ui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAction:
    """One thing that can be done about a class, wherever it is shown."""

    id: str
    words: Callable[[State, int], str]
    run: Callable[[Session, int], object]
    enabled: Callable[[State, int], bool] = lambda state, index: True


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAction:
    """One thing that can be done about a card.

    run: does it and returns what the status line says, "" for nothing. keys: shown here; they act by
    other ways.
    """

    id: str
    text: str
    run: Callable[[Canvas], str]
    enabled: Callable[[Canvas], bool] = lambda canvas: True
    keys: str = ""
    rule: bool = False


def _name(state: State, index: int) -> str:
    return state.sample.classes[index].replace("&", "&&")


def _on_axis(axis: str) -> Callable[[Session, int], None]:
    return lambda session, index: session.show_look(on_axis(session.state.look, axis, index))


def _has_two(state: State, index: int) -> bool:
    return len(state.sample.classes) > 1


def _label_words(state: State, index: int) -> str:
    return say(
        "Unlabel {name}" if state.sample.targets[index] > 0.5 else "Label {name}", name=_name(state, index)
    )


def _enlarge(canvas: Canvas) -> str:
    canvas.enlarge_asked.emit(canvas.plot.key)
    return ""


def _export(canvas: Canvas) -> str:
    canvas.export_asked.emit(canvas.plot.key)
    return ""


def _can_export(canvas: Canvas) -> bool:
    """Whether anybody answers: a card on the stage belongs to no window."""
    return canvas.isSignalConnected(QMetaMethod.fromSignal(canvas.export_asked))


def _fit(canvas: Canvas) -> str:
    canvas.session.fit(canvas.plot.key)
    return ""


CLASS_ACTIONS: Final = (
    ClassAction(
        id="label",
        words=_label_words,
        run=lambda session, index: session.perform(moves.toggle(session.state, index)),
    ),
    ClassAction(
        id="slice",
        words=lambda state, index: say("Slice along {name}", name=_name(state, index)),
        run=_on_axis("slice"),
    ),
    ClassAction(
        id="across",
        words=lambda state, index: say("Landscape: {name} across", name=_name(state, index)),
        run=_on_axis("across"),
        enabled=_has_two,
    ),
    ClassAction(
        id="up",
        words=lambda state, index: say("Landscape: {name} up", name=_name(state, index)),
        run=_on_axis("up"),
        enabled=_has_two,
    ),
    ClassAction(
        id="copy_class",
        words=lambda state, index: say("Copy numbers of {name}", name=_name(state, index)),
        run=lambda session, index: copying.copy_class(session.state, index),
    ),
)

CARD_ACTIONS: Final = (
    CardAction(
        id="copy_number",
        text="Copy the number under the pointer",
        run=copying.copy_number,
        enabled=lambda canvas: canvas.lens() is not None,
        rule=True,
    ),
    CardAction(
        id="export",
        text="Export…",
        run=_export,
        enabled=_can_export,
        keys="Ctrl+E",
    ),
    CardAction(
        id="enlarge",
        text="Enlarge, or back",
        run=_enlarge,
        keys="Return",
        rule=True,
    ),
    CardAction(
        id="reset_view",
        text="Reset view",
        run=_fit,
        enabled=lambda canvas: canvas.figure.x.free or canvas.figure.y.free,
    ),
)


def card_menu(canvas: Canvas, class_index: int | None) -> QMenu:
    """Return the menu of a card, with what concerns a class first where one is meant."""
    menu = QMenu(canvas)
    if class_index is not None:
        add_class_actions(menu, canvas.session, class_index)
    for entry in CARD_ACTIONS:
        if entry.rule and not menu.isEmpty():
            menu.addSeparator()
        action = _added(
            menu, entry.id, say(entry.text), partial(_run, entry.run, canvas), entry.enabled(canvas)
        )
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
        if entry.id == "copy_number":
            _add_copies(menu, canvas)
    add_lesson(menu, canvas)
    return menu


def add_lesson(menu: QMenu, canvas: Canvas) -> None:
    """Add the way to the lesson about a figure, where there is one."""
    key = canvas.plot.lesson
    if key:
        _added(menu, "lesson", lesson_words(key), partial(canvas.lesson_asked.emit, key), enabled=True)


def lesson_words(key: str) -> str:
    """Name the way to a lesson."""
    return say("Lesson: {title}", title=LESSONS[key].title(wording.language()))


def _add_copies(menu: QMenu, canvas: Canvas) -> None:
    """Add every way to copy the card."""
    copies = menu.addMenu(say("Copy as"))
    copies.menuAction().setObjectName("copy_as")
    for way in COPIES:
        is_there = not (way.is_table and canvas.figure.note)
        action = _added(copies, way.id, say(way.text), partial(_run, copying.WAYS[way.id], canvas), is_there)
        action.setShortcut(QKeySequence(way.keys))
    copies.addSeparator()
    for script in SCRIPTS:
        _added(copies, script.id, say(script.text), partial(_run_script, script, canvas), enabled=True)


def _run(run: Callable[[Canvas], str], canvas: Canvas) -> None:
    _tell(canvas, run(canvas))


def _run_script(script: Copy, canvas: Canvas) -> None:
    _tell(canvas, copying.copy_script(canvas.session.state, script.framework))


def _tell(canvas: Canvas, words: str) -> None:
    if words:
        canvas.said.emit(words)


def add_class_actions(menu: QMenu, session: Session, class_index: int) -> None:
    """Add what concerns one class."""
    for entry in CLASS_ACTIONS:
        words, enabled = entry.words(session.state, class_index), entry.enabled(session.state, class_index)
        _added(menu, entry.id, words, partial(entry.run, session, class_index), enabled)


def _added(menu: QMenu, name: str, text: str, run: Callable[[], object], enabled: bool) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: run())
    return action
