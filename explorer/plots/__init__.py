"""Figures: from a state to what a card shows, as data without pixels and without Qt.

A figure is one module with a KEY, a TITLE and two pure functions, `figure(state)` and `depends(state)`; to
add one, add its module here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.plots import budget, gradient, landscape, logits, sharpening, slice, values
from explorer.plots.choices import landscape_choices, sharpening_choices

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from explorer.plots.choices import Choice
    from explorer.plots.figure import Figure
    from explorer.study.state import State


@dataclass(frozen=True, slots=True)
class Plot:
    """A kind of figure: its key on the command line and in files, its title, and the function.

    `choices` says what can be chosen about it beside the data, where there is anything. `depends` says what
    of a state the figure is about: as long as it is equal, so is the figure, and need not be made again. How
    numbers are written is no part of it.
    """

    key: str
    title: str
    figure: Callable[[State], Figure]
    depends: Callable[[State], Hashable]
    choices: Callable[[State], tuple[Choice, ...]] | None = None


_MODULES: Final = (logits, gradient, slice, budget, sharpening, values, landscape)

_CHOICES: Final = {sharpening.KEY: sharpening_choices, landscape.KEY: landscape_choices}

PLOTS: Final[Mapping[str, Plot]] = MappingProxyType(
    {
        module.KEY: Plot(module.KEY, module.TITLE, module.figure, module.depends, _CHOICES.get(module.KEY))
        for module in _MODULES
    }
)
