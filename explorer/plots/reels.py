"""Reels: what a film shows frame by frame, as pages and boards without pixels; any frame can be asked for.

A story stands still at its steps and moves between them as on the stage; a sweep moves one slider from its
low end to its high one and back; a descent goes through its updates.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from explorer import wording
from explorer.analysis.plans import plan_of
from explorer.analysis.story_numbers import caption, descended, staged
from explorer.plots import card_of, stage
from explorer.plots.board import Board, board
from explorer.plots.figure import View
from explorer.plots.passage import passage, with_views
from explorer.plots.stage import Page, eased, page
from explorer.study.stories import Control, controls
from explorer.wording import again, say, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from explorer.analysis.plans import Plan
    from explorer.plots.figure import Axis, Figure
    from explorer.plots.passage import Passage
    from explorer.study.state import State
    from explorer.study.stories import Story
    from explorer.study.study import Look
    from explorer.wording import Language, Words

Sheet = Page | Board
ON_PAGE: Final = 2  # cards; more stand on a board
LEAST_HOLD: Final = 3.0  # seconds that a step stands still
FOUND: Final = 1.5  # seconds until a reader has found the caption
READ: Final = 14.0  # letters a second; of Chinese, each counts for two
SWEEP: Final = 4.0  # seconds from one end to the other
ENDS: Final = 0.5  # seconds that a sweep rests there
DESCENT: Final = 8.0  # seconds from its first update to its last
FIRST: Final = 1.0  # seconds that a descent rests at its beginning ...
LAST: Final = 2.0  # ... and at its end
LOOKS: Final = 17  # states of a sweep or a descent by which its axes are chosen
OPTION: Final = "descend"
TIME_WORDS: Final[Words] = {"en": "Step", "zh": "步"}
ALPHA_WORDS: Final[Words] = {"en": "Sharpening α", "zh": "锐化 α"}


def usual_cards(moves: str = "") -> tuple[str, str]:
    """Return the figures of a film that nobody chose any for: the bars, and one that shows what moves.

    moves: what is swept, as `export --sweep` names it, such as "alpha"; "" for a descent.
    """
    return "logits", "sharpening" if moves == "alpha" else "values"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is shown: a sheet, or one that lets another through.

    over: drawn above `shows`, as dense as `mix` says, 0 to 1. count: for how many frames of the film.
    Two frames that show the very same sheets look the same.
    """

    shows: Sheet
    over: Sheet | None = None
    mix: float = 0.0
    count: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """A piece of a reel: so many frames, and what the frame at a place in it is; one that is still is one."""

    count: int
    at: Callable[[int], Frame]
    still: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reel:
    """A film before it has pixels: `len` frames, so many a second.

    Going through it gives every frame once, one that stands still with its count.
    """

    title: str
    frames_a_second: int
    spans: tuple[Span, ...] = field(repr=False)

    def __len__(self) -> int:
        """Count the frames of the film."""
        return sum(span.count for span in self.spans)

    def __iter__(self) -> Iterator[Frame]:
        """Give what is shown, in order."""
        for span in self.spans:
            if span.still:
                yield replace(span.at(0), count=span.count)
            else:
                yield from map(span.at, range(span.count))

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return len(self) / self.frames_a_second

    def sampled(self, most: int) -> Iterator[Frame]:
        """Give at most so many frames that show what there is to see: what stands still, then what moves."""
        still = [(span, 0) for span in self.spans if span.still]
        moving = [(span, place) for span in self.spans if not span.still for place in range(span.count)]
        yield from (span.at(place) for span, place in _spread(still, most))
        yield from (span.at(place) for span, place in _spread(moving, most - min(len(still), most)))


def _spread(items: Sequence[tuple[Span, int]], most: int) -> list[tuple[Span, int]]:
    """Return at most so many of them, evenly, each from the middle of its part."""
    count = min(most, len(items))
    return [items[(2 * place + 1) * len(items) // (2 * count)] for place in range(count)]


def hold(text: str) -> float:
    """Return for how many seconds a step with this caption stands still."""
    letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
    return max(LEAST_HOLD, FOUND + letters / READ)


# A story


def story_reel(
    story: Story,
    language: Language | None = None,
    frames_a_second: int = 60,
    seconds: float | None = None,
) -> Reel:
    """Return the film of a story: each step stands as long as its caption takes to read.

    language: of all words, None for the one in use. seconds: how long every step stands still instead. The
    way into a step takes the step's own time; a step of 0 seconds is cut to.
    """
    told = _Told(story, language or wording.language())
    spans: list[Span] = []
    for place, step in enumerate(story.steps):
        if place:
            moving = round(step.seconds * frames_a_second) - 1  # its last frame is the first that stands
            if moving > 0:
                spans.append(Span(moving, told.way_into(place, moving + 1)))
        still = seconds if seconds is not None else hold(told.caption(place))
        spans.append(Span(max(round(still * frames_a_second), 1), told.standing(place), still=True))
    return Reel(words_in(story.titles, told.language), frames_a_second, tuple(spans))


class _Told:
    """The pages of a story in a language, made when they are asked for."""

    def __init__(self, story: Story, language: Language) -> None:
        self.language: Language = language
        self._story = story
        self._state = lru_cache(maxsize=None)(self._staged)
        self._page = lru_cache(maxsize=4)(self._still)
        self._way = lru_cache(maxsize=2)(self._between)

    def caption(self, place: int) -> str:
        """Return what is read at a step."""
        return caption(self._story.steps[place], self._state(place), self.language)

    def standing(self, place: int) -> Callable[[int], Frame]:
        """Return what a step shows while it stands still."""
        return lambda _: Frame(self._page(place))

    def way_into(self, place: int, parts: int) -> Callable[[int], Frame]:
        """Return what is shown on the way from the step before into this one, which takes so many parts."""
        return lambda index: self._moving(place, eased((index + 1) / parts))

    def _moving(self, place: int, share: float) -> Frame:
        """Return the page on its way; what the step before showed fades where other cards follow."""
        way, steps = self._way(place), self._story.steps
        if way is None:
            return Frame(self._page(place), self._page(place - 1), 1.0 - share)
        shows = self._made(place, way.at(share))
        if steps[place - 1].cards == steps[place].cards:
            return Frame(shows)
        return Frame(shows, self._page(place - 1), 1.0 - share)

    def _between(self, place: int) -> Passage | None:
        before = with_views(self._state(place - 1), self._story.steps[place - 1].cards)
        return passage(before, self._state(place), self._story.steps[place].cards)

    def _staged(self, place: int) -> State:
        return staged(self._story.steps[place])

    def _still(self, place: int) -> Page:
        return self._made(place, self._state(place))

    def _made(self, place: int, state: State) -> Page:
        return story_page(self._story, place, self.language, state)


def story_page(
    story: Story, place: int, language: Language | None = None, state: State | None = None
) -> Page:
    """Return the page of a story's step as paper and film show it: without what only the hand needs.

    place: which step, from 0. state: another one than the step's own.
    """
    step = story.steps[place]
    made = page(state or staged(step), step, place, len(story), language)
    return replace(made, figures=tuple(map(on_paper, made.figures)))


# One study that moves


def sweep_reel(
    state: State,
    control: Control,
    cards: tuple[str, ...],
    *,
    frames_a_second: int = 60,
    seconds: float | None = None,
    language: Language | None = None,
    title: str = "",
) -> Reel:
    """Return the film of a slider that goes from its low end to its high one, and back.

    cards: keys of figures; two stand on a page with the slider, more on a board. seconds: of the whole film,
    with its rests at both ends and to within half a frame; without them it goes SWEEP each way. title: in
    place of the study's. The axes hold all that comes and stay. ValueError for a control whose target the
    state does not have.
    """
    if isnan(controls.value_of(control, state)):
        message = say(
            "there is no {what} to move in {study}",
            what=control.name or repr(control.kind),
            study=repr(state.study.title),
        )
        raise ValueError(message)

    def at(share: float) -> State:
        return controls.moved(control, state, controls.value_at(control, share))

    shown = _Shown(at, cards, control, language, title)
    low, high, way = _frames(seconds, frames_a_second, (ENDS, ENDS), 2.0 * SWEEP)
    up, down = way - way // 2, way // 2
    spans = (
        Span(low, lambda _: shown.frame(0.0), still=True),
        Span(up, lambda place: shown.frame(eased((place + 1) / (up + 1)))),
        Span(high, lambda _: shown.frame(1.0), still=True),
        Span(down, lambda place: shown.frame(eased(1.0 - (place + 1) / (down + 1)))),
    )
    return Reel(again(title or state.study.title), frames_a_second, spans)


def descent_reel(
    state: State,
    cards: tuple[str, ...],
    plan: Plan | None = None,
    *,
    frames_a_second: int = 60,
    seconds: float | None = None,
    language: Language | None = None,
    title: str = "",
) -> Reel:
    """Return the film of a descent from the sample that the state watches, from its first update to its last.

    plan: how the copies are trained, None for what the look says. seconds: of the whole film, as for a sweep;
    without them it moves for DESCENT. All else as for a sweep.
    """
    look = state.look if plan is None else with_plan(state.look, plan)
    trained, updates = descended(replace(state, look=look)), plan_of(look).updates
    control = Control("time", low=0.0, high=float(updates), step=1.0, words=TIME_WORDS)

    def at(share: float) -> State:
        return trained.with_look(time=round(share * updates))

    shown = _Shown(at, cards, control, language, title)
    first, last, way = _frames(seconds, frames_a_second, (FIRST, LAST), DESCENT)
    spans = (
        Span(first, lambda _: shown.frame(0.0), still=True),
        Span(way, lambda place: shown.frame((place + 1) / (way + 1))),
        Span(last, lambda _: shown.frame(1.0), still=True),
    )
    return Reel(again(title or state.study.title), frames_a_second, spans)


def _frames(
    seconds: float | None, frames_a_second: int, rests: tuple[float, float], moves: float
) -> tuple[int, int, int]:
    """Return for how many frames a film rests at its first end, at its other, and moves; together its length.

    seconds: of all; None for rests and moves as they are. In a film that is shorter than these the rests
    shrink as the whole does. Each end is there for a frame, however short the film is.
    """
    usual = moves + sum(rests)
    whole = usual if seconds is None else seconds
    share = min(whole / usual, 1.0)
    first, last = (max(round(rest * share * frames_a_second), 1) for rest in rests)
    return first, last, max(round(whole * frames_a_second) - first - last, 0)


def with_plan(look: Look, plan: Plan) -> Look:
    """Return the look with a plan of its descents in place of its own."""
    others = tuple(pair for pair in look.options if not pair[0].startswith(f"{OPTION}."))
    texts = {"optimizer": plan.optimizer, "rate": repr(plan.rate), "updates": str(plan.updates)}
    texts |= {"decay": repr(plan.decay)} | {name: repr(value) for name, value in plan.settings}
    added = tuple((f"{OPTION}.{name}", text) for name, text in texts.items())
    return replace(look, options=tuple(sorted((*others, *added))))


class _Shown:
    """The sheets of a study at the places of a slider, with axes that hold what every place shows."""

    def __init__(
        self,
        at: Callable[[float], State],
        cards: tuple[str, ...],
        control: Control,
        language: Language | None,
        title: str,
    ) -> None:
        self._at, self._cards, self._control = at, cards, control
        self._language: Language = language or wording.language()
        self._title = title
        with wording.speaking(self._language):
            self._limits = _fixed([at(place / (LOOKS - 1)) for place in range(LOOKS)], cards)
        self._last: tuple[float, Sheet] | None = None

    def frame(self, share: float) -> Frame:
        """Return what is shown with the slider there; neighbours of one value share their sheet."""
        state = self._at(share)
        value = controls.value_of(self._control, state)
        if self._last is None or self._last[0] != value:
            self._last = value, self._made(state)
        return Frame(self._last[1])

    def _made(self, state: State) -> Sheet:
        state = replace(state, views=MappingProxyType({**state.views, **self._limits}))
        with wording.speaking(self._language):
            figures = tuple(on_paper(card_of(key).figure(state)) for key in self._cards)
            slider = stage.slider(self._control, state, self._language)
            title = again(self._title or state.study.title)
            if len(figures) <= ON_PAGE:
                return Page(title, figures, slider=slider)
            aside = say("{slider}: {value}", slider=slider.words, value=slider.value)
            return replace(board(state, figures), title=title, aside=aside)


def on_paper(figure: Figure) -> Figure:
    """Return a figure without what only the hand needs."""
    return replace(figure, hint="", has_menu=False)


def _fixed(states: Sequence[State], cards: tuple[str, ...]) -> dict[str, View]:
    """Return limits of these cards that hold what all the states show, so that axes stay while it moves."""
    made = {}
    for key in cards:
        figures = [card_of(key).figure(state) for state in states]
        x, y = ([(axis.low, axis.high) for axis in axes] for axes in _axes(figures))
        made[key] = View(_widest(x), _widest(y), chosen=True)
    return made


def _axes(figures: Sequence[Figure]) -> tuple[list[Axis], list[Axis]]:
    return [figure.x for figure in figures], [figure.y for figure in figures]


def _widest(limits: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return limits round all; an axis that runs down runs down."""
    lows, highs = zip(*limits, strict=True)
    runs_down = lows[0] > highs[0]
    return (max(lows), min(highs)) if runs_down else (min(lows), max(highs))
