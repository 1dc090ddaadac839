"""The stage: one step as a page of large cards, a slider and a caption; pure, for screen, paper and film."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from explorer import wording
from explorer.analysis.story_numbers import caption
from explorer.plots import card_of
from explorer.plots.figure import EndLabels, Text
from explorer.plots.layout import Box
from explorer.study.stories import controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.plots.figure import Figure, Mark
    from explorer.study.state import State
    from explorer.study.stories import Control, Step
    from explorer.wording import Language

WIDTH, HEIGHT = 1920.0, 1080.0  # the screen that all lengths below are for
MARGIN: Final = 56.0
GAP: Final = 24.0  # between cards
TITLE: Final = 56.0  # sizes of texts, in pixels
COUNT: Final = 30.0
CAPTION: Final = 38.0
SLIDER: Final = 30.0
LEAST: Final = 26.0  # no text is smaller
HEAD: Final = 122.0  # from the top to the cards
LINE: Final = 1.45  # height of a line of the caption, in sizes of its text; Chinese ones are that high
ROW: Final = 84.0  # height of the slider's row
FOOT: Final = 112.0  # of the row of dots and arrows
ARROW: Final = (104.0, 80.0)
KNOB: Final = 52.0
DOT: Final = 18.0
DOTS_APART: Final = 48.0
# A figure's smallest text has 10.5 pixels at scale 1; at this scale it has 26, a curve 5, its pill 45.
FIGURES: Final = 2.5
BUTTONS: Final = 48.0  # of a card at the desk, in its pixels, which on stage leave their room to the subtitle
EDITOR_BUTTON: Final = 24.0  # the bars have fewer
ROWS: Final = ("values", "budget", "reductions")  # figures with a row for each loss
FEWEST_ROWS: Final = 2
NAME: Final = 15  # letters for which a name's room is meant ...
LETTER: Final = 7.0  # ... and what each more takes


@dataclass(frozen=True, slots=True)
class Slider:
    """A slider of the stage: what it moves, how far along it stands, 0 to 1, and the value in words."""

    words: str
    share: float
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What the stage shows at one moment.

    figures: one or two. caption: up to two lines, "" for none. index: which of `count` steps, from 0; a count
    of 0 is a page that belongs to no story and has neither caption nor dots.
    """

    title: str
    figures: tuple[Figure, ...]
    caption: str = ""
    slider: Slider | None = None
    index: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a page lie, in pixels from its top left corner.

    unit: real pixels a pixel of the 1920 x 1080 page. scale: at which figures are painted. What a page has
    not has no area.
    """

    unit: float
    scale: float
    title: Box
    count: Box
    cards: tuple[Box, ...]
    slider_words: Box
    track: Box
    slider_value: Box
    caption: Box
    back: Box
    dots: Box
    on: Box


def page(
    state: State,
    step: Step,
    index: int = 0,
    count: int = 0,
    language: Language | None = None,
    title: str = "",
) -> Page:
    """Make the page of a story's step in a state: the step's own, one on the way to it, or one edited since.

    state: with the limits that its cards keep among its views; `story_numbers.staged(step)` is the step's.
    index, count: which step of how many. language: of all its words (None: the one in use). title: in place
    of the step's.
    """
    wanted = language or wording.language()
    with wording.speaking(wanted):  # figures have words too
        figures = tuple(on_stage(card_of(key).figure(state)) for key in step.cards)
    return Page(
        title=title or wording.words_in(step.titles, wanted),
        figures=figures,
        caption=caption(step, state, wanted),
        slider=None if step.control is None else slider(step.control, state, wanted),
        index=index,
        count=count,
    )


def on_stage(figure: Figure) -> Figure:
    """Return a figure of the desk as the stage shows it: nothing cut for buttons or for want of tool tips."""
    margins = figure.margins
    names = _more(mark.text for mark in figure.aside if isinstance(mark, Text) and mark.room)
    ends = [
        item.text
        for mark in figure.marks + figure.aside
        if isinstance(mark, EndLabels)
        for item in mark.items
    ]
    margins = replace(margins, left=margins.left + names, right=margins.right + _more(ends))
    aside = _with_room(figure.aside, names) if names else figure.aside
    if figure.key in ROWS:  # at the desk few rows keep their height and leave the rest of the card empty
        count = sum(isinstance(mark, Text) and mark.room > 0.0 for mark in figure.aside)
        figure = replace(figure, y=replace(figure.y, low=max(count, FEWEST_ROWS) - 0.5))
    buttons = EDITOR_BUTTON if figure.key == "logits" and not figure.has_menu else BUTTONS
    header = figure.header_room - buttons
    # what the hand can do is for who sits at the desk, not for an audience
    return replace(figure, hint="", header_room=header, margins=margins, aside=aside)


def _more(texts: Iterable[str]) -> float:
    """Return how much more room the longest of some names needs than is usual."""
    return max(0, *(_letters(text) - NAME for text in texts), 0) * LETTER


def _letters(text: str) -> int:
    """Count letters; a Chinese one is as wide as two."""
    return sum(2 if wording.HAN.match(letter) else 1 for letter in text)


@lru_cache(maxsize=8)  # the same marks are told from others at once
def _with_room(marks: tuple[Mark, ...], more: float) -> tuple[Mark, ...]:
    return tuple(
        replace(mark, room=mark.room + more) if isinstance(mark, Text) and mark.room else mark
        for mark in marks
    )


def slider(control: Control, state: State, language: Language) -> Slider:
    """Return where a control's slider stands in a state, in words of a language."""
    share = controls.fraction(control, controls.value_of(control, state))
    return Slider(wording.words_in(control.words, language), share, controls.written(control, state))


def places(width: float, height: float, cards: int, has_slider: bool, has_story: bool) -> Places:
    """Lay a page out on a screen of any size and shape; cards share what is left, side by side."""
    unit = min(width / WIDTH, height / HEIGHT)
    side, across = MARGIN * unit, width - 2 * MARGIN * unit
    foot = FOOT * unit if has_story else 0.0
    words = 2 * LINE * CAPTION * unit if has_story else 0.0
    row = ROW * unit if has_slider else 0.0
    bottom = height - (0.0 if has_story else side)
    caption_top = bottom - foot - words
    row_top = caption_top - row - (GAP * unit if has_story else 0.0)
    top = HEAD * unit
    each = (across - (cards - 1) * GAP * unit) / max(cards, 1)
    boxes = tuple(
        Box(side + place * (each + GAP * unit), top, each, max(row_top - top, 1.0)) for place in range(cards)
    )
    arrow_y = bottom - foot + (foot - ARROW[1] * unit) / 2
    arrow = ARROW[0] * unit
    high = ARROW[1] * unit if foot else 0.0
    middle = row_top + row / 2
    return Places(
        unit=unit,
        scale=FIGURES * unit,
        title=Box(side, 0.0, across * 0.86, top),
        count=Box(side + across * 0.86, 0.0, across * 0.14, top),
        cards=boxes,
        slider_words=Box(side, row_top, across * 0.16, row),
        track=Box(side + across * 0.17, middle - KNOB * unit / 2, across * 0.65, KNOB * unit if row else 0.0),
        slider_value=Box(side + across * 0.83, row_top, across * 0.17, row),
        caption=Box(side, caption_top, across, words),
        back=Box(side, arrow_y, arrow, high),
        dots=Box(side + 1.5 * arrow, arrow_y, across - 3 * arrow, high),
        on=Box(width - side - arrow, arrow_y, arrow, high),
    )


def of_page(page: Page, width: float, height: float) -> Places:
    """Lay a page out with what it has."""
    return places(width, height, len(page.figures), page.slider is not None, page.count > 0)


def dots(where: Places, count: int) -> tuple[float, float, float]:
    """Return where the first dot of a page is along x, how far the next one is, and how large they are."""
    apart = min(DOTS_APART * where.unit, where.dots.width / max(count, 1))
    return where.dots.centre[0] - apart * (count - 1) / 2, apart, min(DOT * where.unit, apart * 0.5)


def step_at(where: Places, index: int, count: int, x: float, y: float) -> int | None:
    """Return the step that a click there asks for, by an arrow or a dot; None beside them.

    The arrows lead one beyond the ends too: to -1, and to `count`.
    """
    if where.on.contains(x, y):
        return index + 1
    if where.back.contains(x, y):
        return index - 1
    first, apart, _ = dots(where, count)
    place = round((x - first) / apart) if where.dots.contains(x, y) else -1
    return place if 0 <= place < count else None


def eased(share: float) -> float:
    """Return how far a move has come after a share of its time: slow, quick, slow (InOutCubic)."""
    share = min(max(share, 0.0), 1.0)
    return 4.0 * share**3 if share < 0.5 else 1.0 - (2.0 - 2.0 * share) ** 3 / 2.0
