"""Figures: from a state to what a card shows, as data without pixels and without Qt.

A figure is one module named like its key, with a KEY, a TITLE and two pure functions, `figure(state)` and
`depends(state)`; to add one, add its line to the table here. A module is imported when something is first
asked of its figure, so that those that nobody opens cost nothing at the start. Figures of PLACED have a place
of their own in the window instead of a card.

What a module may have beside them: `choices(state)`, see `plots.choices`; `lens(state, figure, x, y)` and
`copied(state)`, see `plots.lens` and `plots.copying`; and for handles of its own, whose ids begin with its
key and a dot ("thresholds.cut", "flips.class:3"), `move(state, handle_id, position)`,
`nudge(state, handle_id, amount)` and `click(state, handle_id)`, each a `Move` or None, see `plots.moves`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, cast

from explorer.analysis.at_time import at_step
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from explorer.plots.choices import Choice
    from explorer.plots.figure import Figure
    from explorer.study.state import State

Group = Literal["desk", "checks", "theory", "population"]


class FigureModule(Protocol):
    """What every module of a figure has."""

    KEY: str
    TITLE: str

    def figure(self, state: State) -> Figure:
        """Return what the card shows."""
        ...

    def depends(self, state: State) -> Hashable:
        """Return what of the state the figure is about."""
        ...


@cache
def _module(key: str) -> FigureModule:
    return cast("FigureModule", import_module(f"{__name__}.{key}"))


def _population(key: str) -> FigureModule:
    from explorer.plots.population.figures import FIGURES

    return cast("FigureModule", FIGURES[key])


def _unknown(key: str) -> FigureModule:
    from explorer.plots.unknown import Unknown

    return cast("FigureModule", Unknown(key))


@dataclass(frozen=True, slots=True)
class Plot:
    """A kind of figure: its key on the command line and in files, its title, and where it is found.

    group: "desk" for the figures that have a card from the start, else what the figure is for. about: what
    one sees, in a sentence that an enlarged card shows; lesson: the key of the one about it. Title and about
    are English here, and shown through `say`.
    """

    key: str
    title: str
    group: Group = "desk"
    about: str = ""
    lesson: str = ""
    module: Callable[[str], FigureModule] = _module

    def figure(self, state: State) -> Figure:
        """Return the figure of a state."""
        made = self.module(self.key).figure(self.seen(state))
        made = replace(made, title=say(made.title))
        return replace(made, about=say(self.about)) if self._tells(state) else made

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say(self.title)

    def depends(self, state: State) -> Hashable:
        """Return what of a state the figure is about.

        As long as it is equal, so is the figure, and need not be made again. How numbers are written is no
        part of it.
        """
        return self.module(self.key).depends(self.seen(state)), self._tells(state)

    def seen(self, state: State) -> State:
        """Return the state that the figure is of: at a later step of a descent that of the copy shown.

        Checks and theory are of the study itself, a population is of none.
        """
        if not state.look.time or self.group == "population":
            return state
        return state.with_look(time=0) if self.group in ("checks", "theory") else at_step(state)

    def _tells(self, state: State) -> bool:
        """Whether there is room for the sentence."""
        return bool(self.about) and state.look.enlarged == self.key

    @property
    def choices(self) -> Callable[[State], tuple[Choice, ...]] | None:
        """The function that says what can be chosen about the figure beside the data, where there is any."""
        found: Callable[[State], tuple[Choice, ...]] | None = self.part("choices")
        return found

    def part(self, name: str) -> Any:
        """Return what the module has under a name that not every module has; None without."""
        return getattr(self.module(self.key), name, None)


_TABLE: Final = (
    Plot("logits", "Logits and labels"),
    Plot("gradient", "Gradient"),
    Plot("slice", "Slice"),
    Plot("budget", "Gradient budget"),
    Plot("sharpening", "Sharpening"),
    Plot("values", "Loss values"),
    Plot("landscape", "Landscape"),
    Plot(
        "flips",
        "Label flips",
        "checks",
        "What each loss would change by if one label were flipped: left is lower, so the other label fits"
        " better. Click a class to flip it.",
        "empty-side",
    ),
    Plot(
        "thresholds",
        "Thresholds",
        "checks",
        "How good the predicted labels are for every threshold: this sample solid, the table dashed, usual"
        " rules at the right. Drag the line.",
        "hard-labels-reading",
    ),
    Plot(
        "reductions",
        "Reductions",
        "checks",
        "One loss, four numbers: as a sum or a mean over classes, of this sample or over all. Say which one"
        " you compare.",
        "value-and-n",
    ),
    Plot(
        "check",
        "Gradient check",
        "checks",
        "Is the gradient the slope of the loss? Each marker is its error against another way to find it:"
        " lower is better, the lines are what is allowed.",
        "multi-hot-cross-entropy",
    ),
    Plot(
        "dtypes",
        "Dtype microscope",
        "checks",
        "Where code loses digits as one logit runs through a range: pale is exact, dark is wrong, black is a"
        " gradient of 0 that should not be.",
        "saturation",
    ),
    Plot(
        "balance",
        "Who gets the gradient",
        "theory",
        "How much gradient falls on the labelled classes, above, and on all others, below, as classes or"
        " labels are added.",
        "gradient-budget",
    ),
    Plot(
        "sweeps",
        "Sweeps",
        "theory",
        "How each loss of this sample changes as one of its settings runs through its range. Drag the line to"
        " set it.",
        "smoothing-conventions",
    ),
    Plot(
        "peel",
        "Peel",
        "theory",
        "Each bar: share of the sets of j classes in BCE’s product. ZLPR keeps orders 0 and 1, λ lets the"
        " others back.",
        "peel",
    ),
    Plot(
        "tasks",
        "Two tasks",
        "theory",
        "A loss is two tasks, labelled up and the others down: thick, the gradient of each; dashed, where"
        " each way to weigh them steps.",
        "several-losses",
    ),
)

_PLACED: Final = (
    Plot("timeline", "Descent"),
    Plot("timeline_row", "Descent"),
    Plot("population", "Ribbons", "population", module=_population),
    Plot("population_second", "Second ribbons", "population", module=_population),
    Plot("population_beside", "Ribbons beside", "population", module=_population),
    Plot("population_second_beside", "Second ribbons beside", "population", module=_population),
    Plot("population_heat", "Heat map", "population", module=_population),
    Plot("population_runs", "Runs", "population", module=_population),
)

PLOTS: Final[Mapping[str, Plot]] = MappingProxyType({plot.key: plot for plot in _TABLE})
PLACED: Final[Mapping[str, Plot]] = MappingProxyType({plot.key: plot for plot in _PLACED})
POPULATION: Final[Mapping[str, Plot]] = MappingProxyType(
    {plot.key: plot for plot in _PLACED if plot.group == "population" and not plot.key.endswith("beside")}
)
"""Those of one population; the others show the one beside it."""
GROUPS: Final[Mapping[Group, str]] = MappingProxyType(
    {"desk": noted("On the desk"), "checks": noted("Checks"), "theory": noted("Theory")}
)


def plot_of(key: str) -> Plot:
    """Return the figure of a key, whether it has a card or a place of its own; KeyError for no figure."""
    return PLACED[key] if key in PLACED else PLOTS[key]


def card_of(key: str) -> Plot:
    """Return the figure of a key that a file names; for one that there is not, an empty card that says so."""
    if key in PLACED or key in PLOTS:
        return plot_of(key)
    return Plot(key, "Unknown figure", module=_unknown)


def owner_of(handle_id: str) -> Plot | None:
    """Return the figure whose module says what a handle does: of "thresholds.cut" that of thresholds."""
    key, dot, _ = handle_id.partition(".")
    return plot_of(key) if dot and (key in PLOTS or key in PLACED) else None
