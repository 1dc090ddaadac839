"""What of a window can be exported, as it is on screen: figures of cards, and all of them on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.paint.board import drawing_of_board
from explorer.paint.export import drawing_of, zoom_of
from explorer.paint.theme import THEMES
from explorer.plots import PLACED, PLOTS, POPULATION, plot_of, timeline, timeline_row
from explorer.plots.board import board
from explorer.study.pictures import state_text
from explorer.ui.cards.layout import EDITOR
from explorer.ui.export_moving import TITLES, drawing_of_film, film_of
from explorer.ui.export_plan import BOARD, CARD_ON_SCREEN, DESCENT, MOVING, STORY, SWEEP, file_name
from explorer.wording import say, words_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from explorer.paint.export import Drawing
    from explorer.plots.figure import Figure
    from explorer.study.state import State
    from explorer.study.stories import Story
    from explorer.ui.cards.figure_view import FigureView
    from explorer.ui.export_film import Film
    from explorer.ui.export_plan import Plan
    from explorer.ui.window import Window


class Sources:
    """The figures of a window, by their keys; BOARD stands for all that are on its desk."""

    def __init__(self, window: Window) -> None:
        self._window = window

    @property
    def state(self) -> State:
        """What is true now."""
        return self._window.session.state

    @property
    def on_population(self) -> bool:
        """Whether the window shows a population, of which a picture carries no study."""
        return self.state.look.board == "population"

    def offered(self) -> tuple[str, ...]:
        """Return what can be exported now, in the order on screen."""
        cards = self._on_board()
        if cards:  # else nothing is trained yet, and the desk is meant
            return tuple(key for key in cards if not self._reason(key)) or cards
        moving = (STORY, DESCENT, SWEEP) if self.story is not None else (DESCENT, SWEEP)
        return (*self.desk(), *self._placed(), BOARD, *moving)

    def absent(self) -> dict[str, str]:
        """Return the figures of the populations at hand that show nothing now, each with the reason."""
        results = self.state.results
        keys = self._on_board() or (POPULATION if "population" in results else ())
        reasons = {key: self._reason(key) for key in keys if key not in self.offered()}
        return {key: reason for key, reason in reasons.items() if reason}

    def _on_board(self) -> tuple[str, ...]:
        """Return the cards of the board of populations while it is shown."""
        made = self._window.population_parts.made
        if not self.on_population or made is None:
            return ()
        return tuple(card.key for card in made.cards.values() if card.isVisibleTo(made))

    def _reason(self, key: str) -> str:
        """Return why a figure shows nothing; "" where it shows something."""
        return plot_of(key).figure(self.state).note

    def _placed(self) -> tuple[str, ...]:
        """Return the figures with a place of their own that show something: without a result no population.

        The descent is one figure, though the window has a shorter form of it.
        """
        wanted = (key for key in PLACED if key != timeline_row.KEY)
        return tuple(key for key in wanted if not self._reason(key))

    @property
    def story(self) -> Story | None:
        """The story at hand."""
        return self._window.commands.stories.story

    def desk(self) -> tuple[str, ...]:
        """Return the figures of the desk: the open cards, and one that is enlarged."""
        enlarged = self.state.look.enlarged
        keys = (EDITOR, *self._window.commands.cards.layout.open)
        return keys if enlarged is None or enlarged not in PLOTS or enlarged in keys else (*keys, enlarged)

    def title(self, key: str) -> str:
        """Name a figure, or all of them; one of a population is called as its card, by what it asks."""
        figure = self._figure(key) if key in PLACED and plot_of(key).group == "population" else None
        return self._kind(key) if figure is None or figure.note else figure.title

    @staticmethod
    def _kind(key: str) -> str:
        """Return what a figure is, whatever it shows."""
        if key in TITLES:
            return say(TITLES[key])
        return say("The whole board") if key == BOARD else say(plot_of(key).title)

    def titles(self, keys: tuple[str, ...]) -> list[str]:
        """Name several; where two would be called the same, each says what else stands over it."""
        names = [self.title(key) for key in keys]
        return [
            say("{title}: {words}", title=name, words=self._figure(key).subtitle)
            if names.count(name) > 1
            else name
            for key, name in zip(keys, names, strict=True)
        ]

    @staticmethod
    def can_have_state(key: str) -> bool:
        """Whether a picture of it can carry a study: a population is none, a film is no picture."""
        return key == BOARD or (key not in MOVING and plot_of(key).group != "population")

    def usual(self) -> str:
        """Return what is most likely meant: the card with the keyboard, else the enlarged one, else all."""
        from explorer.ui.cards.copying import focused_canvas

        canvas, keys = focused_canvas(), self.offered()
        enlarged = self.state.look.enlarged
        beside = self._beside_list()
        seen = beside.plot.key if beside is not None else enlarged or ""
        wanted = (canvas.plot.key if canvas is not None else "", seen, BOARD)
        return next((key for key in wanted if key in keys), keys[0])

    def on_screen(self, key: str) -> tuple[float, float]:
        """Return the size that it has on screen, in logical pixels at scale 1."""
        if key in MOVING:
            return CARD_ON_SCREEN
        view = self._board() if key == BOARD else self._view(key)
        if view is None or not view.isVisible():
            return CARD_ON_SCREEN
        scale = self._window.appearance.scale
        return float(round(view.width() / scale)), float(round(view.height() / scale))

    def film(self, plan: Plan, path: Path) -> Film:
        """Return what the process that makes films is asked for."""
        return film_of(plan, path, self.state, self.story, self.desk())

    def preview(self, plan: Plan) -> Drawing | None:
        """Return what the plan asks for, of what moves one picture; None where there is nothing."""
        if not plan.is_moving:
            return self.drawing(plan)
        place = self._window.commands.stories.place
        return drawing_of_film(plan, self.state, self.story, place, self.desk())

    def drawing(self, plan: Plan) -> Drawing:
        """Return what the plan asks for, as it is now. ValueError for a font size that is not allowed."""
        theme = THEMES[plan.theme]
        if plan.what == timeline.KEY:
            room = plan.size[0] / zoom_of(plan.font_size)
            figure = timeline.figure_in(plot_of(plan.what).seen(self.state), room)
            return drawing_of(figure, theme, plan.font_size)
        if plan.what != BOARD:
            return drawing_of(self._figure(plan.what), theme, plan.font_size)
        figures = tuple(self._figure(key) for key in self.desk())
        return drawing_of_board(board(self.state, figures), theme, plan.font_size)

    def state_text(self, plan: Plan) -> str | None:
        """Return what travels inside; None where nothing shall or can."""
        has_state = plan.has_state and self.can_have_state(plan.what)
        return state_text(self.state, plan.what) if has_state else None

    def file_name(self, plan: Plan) -> str:
        """Propose the name of the file."""
        if plan.what == STORY and self.story is not None:
            return file_name((words_in(self.story.titles),), plan.form)
        title = self._kind(plan.what) if plan.what != BOARD else say("board")
        if plan.what not in MOVING and not self.can_have_state(plan.what):
            return file_name((self._window.commands.population.experiment.title, title), plan.form)
        return file_name((self.state.study.title, self.state.sample.name, title), plan.form)

    def _figure(self, key: str) -> Figure:
        """Return a figure with the limits that its card has; one that is not in sight is made."""
        view = self._view(key)
        return view.figure if view is not None and view.isVisible() else plot_of(key).figure(self.state)

    def _board(self) -> QWidget:
        """Return the board that is shown: the desk has the same room, and its cards are laid out for it."""
        on_list = self.state.look.board == "samples"
        population = self._window.population_parts.made if self.on_population else None
        return self._window.samples if on_list else population or self._window.desk

    def _beside_list(self) -> FigureView | None:
        """Return the card beside the list of all samples, None where it is not in sight."""
        canvas = self._window.samples.right.card.canvas if self.state.look.board == "samples" else None
        return canvas if canvas is not None and canvas.isVisible() else None

    def _view(self, key: str) -> FigureView | None:
        beside = self._beside_list()
        if beside is not None and beside.plot.key == key:
            return beside
        made = self._window.population_parts.made
        cards = made.cards.values() if made is not None else ()
        return next((card.canvas for card in cards if card.key == key), self._window.desk.canvases.get(key))
