"""One run of a population as a study: it is trained again up to an update, and its samples are opened."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from explorer.study.storage import Opened
from explorer.ui.notice import Way
from explorer.ui.population_studies import kept_options, run_title, study_of
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.jobs.events import Event, Finished
    from explorer.training.experiment import Experiment
    from explorer.training.replay import Replayed
    from explorer.ui.commands import Commands
    from explorer.ui.jobs import Jobs


class PopulationRuns:
    """Opens runs of the population that is shown; several may be under way."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands
        self._jobs: Jobs | None = None
        self._asked: dict[int, tuple[Experiment, str]] = {}  # generation -> of what, its title

    def use(self, jobs: Jobs) -> None:
        """Leave training to the worker."""
        self._jobs = jobs
        jobs.finished.connect(self._finished)
        jobs.cancelled.connect(self._left)
        jobs.failed.connect(self._left)

    def open(self, cell: int, seed: int, update: int) -> None:
        """Train one run again up to an update, and open its samples as a study."""
        from explorer.training import spec

        population = self._commands.population.population
        if population is None or self._jobs is None:
            return
        experiment = population.experiment
        title = run_title(experiment, cell, seed, update)
        generation = self._jobs.replay(
            again=partial(self.open, cell, seed, update),
            spec=spec.write(experiment),
            cell=cell,
            seed=seed,
            update=update,
        )
        self._asked[generation] = (experiment, title)
        leave = Way(say("Cancel"), partial(self._jobs.cancel, generation))
        self._commands.offered.emit(say("Opening {title}…", title=title), "note", (leave,))

    def _finished(self, event: Finished) -> None:
        asked = self._asked.pop(event.generation, None)
        if asked is None:
            return
        experiment, title = asked
        self._commands.unsaid.emit()
        study = study_of(cast("Replayed", event.result), experiment, title)
        look = replace(kept_options(self._commands.session.state.look), board="desk", sample=0)
        self._commands.open(Opened(study, look), say("The run “{title}”", title=title))

    def _left(self, event: Event) -> None:
        self._asked.pop(event.generation, None)
