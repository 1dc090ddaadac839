"""What moves and can be exported: the story at hand, the descent and a sweep of the watched sample."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.losses import LOSSES
from explorer.paint.export import Drawing
from explorer.paint.theme import THEMES
from explorer.study.stories import usual_controls
from explorer.ui.cards.layout import EDITOR
from explorer.ui.export_film import Film
from explorer.ui.export_plan import BOARD, DESCENT, STORY, SWEEP
from explorer.wording import language, noted, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from explorer.plots.reels import Sheet
    from explorer.study.state import State
    from explorer.study.stories import Control, Story
    from explorer.ui.export_plan import Plan

TITLES: Final[Mapping[str, str]] = MappingProxyType({
    STORY: noted("The story"),
    DESCENT: noted("Film of the descent"),
    SWEEP: noted("Film of a sweep"),
})  # fmt: skip
CLASSES: Final = 20  # that are offered


def sweeps(state: State) -> dict[str, Control]:
    """Return what can be swept, by the words for the verb `export`: sliders with their usual ends."""
    found = [_control("alpha", "", say("Sharpening α"), state)]
    shown = {each.key for each in state.study.shown if each.on}
    for name, parameter in usual_controls.settings(state).items():
        key, _, setting = name.partition(".")
        if key in shown and parameter.low < parameter.high:
            words = say("{loss}, {setting}", loss=LOSSES[key].said, setting=setting)
            found.append(_control("setting", name, words, state))
    for name in state.sample.classes[:CLASSES]:
        found.append(_control("logit", name, say("Logit of {name}", name=name), state))
    for name in state.sample.classes[:CLASSES]:
        found.append(_control("target", name, say("Target of {name}", name=name), state))
    return {_words(control): control for control in found}


def _control(kind: str, name: str, words: str, state: State) -> Control:
    usual = usual_controls.usual(kind, name, state)
    # as the verb has them: a setting runs evenly
    return replace(usual, words=MappingProxyType({language(): words}), log=kind == "alpha")


def _words(control: Control) -> str:
    name = {"alpha": "alpha", "setting": control.name}.get(control.kind, f"{control.kind}:{control.name}")
    return f"{name}={control.low:g}..{control.high:g}"


def chosen_sweep(plan: Plan, state: State) -> str:
    """Return what the plan sweeps, the first that there is where the state has nothing of that name."""
    there = sweeps(state)
    return plan.moves if plan.moves in there else next(iter(there))


def film_of(plan: Plan, path: Path, state: State, story: Story | None, desk: tuple[str, ...]) -> Film:
    """Return what the process is asked for; desk: the figures of the whole board."""
    if plan.what == STORY and story is not None:
        has_size = path.suffix.lower() != ".html"
        size = plan.film if has_size else None
        has_notes = plan.has_notes and path.suffix.lower() == ".pdf"
        return Film(path, story, plan.theme, language(), size=size, with_notes=has_notes)
    is_descent = plan.what == DESCENT
    return Film(
        path,
        state,
        plan.theme,
        language(),
        sweep="" if is_descent else chosen_sweep(plan, state),
        cards=cards_of(plan, desk),
        size=plan.film,
        seconds=plan.seconds,
    )


def cards_of(plan: Plan, desk: tuple[str, ...]) -> tuple[str, ...]:
    """Return the figures of a film: the bars and one beside them, or all."""
    return desk if plan.beside == BOARD else tuple(dict.fromkeys((EDITOR, beside_of(plan))))


def beside_of(plan: Plan) -> str:
    """Return the figure beside the bars: the chosen one, else one that shows what moves."""
    from explorer.plots.reels import usual_cards  # not needed for pictures

    # without a word the first thing is swept, which is alpha
    moves = (plan.moves.partition("=")[0] or "alpha") if plan.what == SWEEP else ""
    return plan.beside or usual_cards(moves)[1]


def drawing_of_film(
    plan: Plan, state: State, story: Story | None, place: int, desk: tuple[str, ...]
) -> Drawing | None:
    """Return one picture of what moves: the step at hand, else from the middle; None where nothing moves.

    place: which step. desk: the figures of the whole board.
    """
    from explorer.paint.film import draw_sheet  # not needed for pictures

    sheet, theme = _sheet(plan, state, story, place, desk), THEMES[plan.theme]
    if sheet is None:
        return None

    def draw(painter: QPainter, area: QRectF) -> None:
        draw_sheet(sheet, painter, area, theme)

    words = "\n".join(figure.description for figure in sheet.figures)
    return Drawing(sheet.title, words, draw)


def _sheet(plan: Plan, state: State, story: Story | None, place: int, desk: tuple[str, ...]) -> Sheet | None:
    from explorer.plots import reels

    if plan.what == STORY:
        return reels.story_page(story, min(place, len(story) - 1)) if story is not None else None
    state, cards = state.with_look(time=0), cards_of(plan, desk)
    if plan.what == SWEEP:
        reel = reels.sweep_reel(state, sweeps(state)[chosen_sweep(plan, state)], cards)
    elif any(shown.on for shown in state.study.shown):
        reel = reels.descent_reel(state, cards)
    else:
        return None
    moving = reel.spans[1]
    return moving.at(moving.count // 2).shows
