"""What the actions and the board do about populations: run, pause, leave, go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal

from explorer.jobs import results
from explorer.ui.notice import Way, way_back
from explorer.ui.population_experiment import SPEC, experiment_of
from explorer.ui.population_files import PopulationFiles
from explorer.ui.population_left import PopulationLeft
from explorer.ui.population_runs import PopulationRuns
from explorer.ui.population_stopped import Stopped, population_now
from explorer.ui.population_studies import (
    OPTIONS,
    options_of,
    with_options_of,
)
from explorer.ui.population_training import Training, doubt, trouble_words
from explorer.wording import again, say

if TYPE_CHECKING:
    from explorer.analysis.populations import Population
    from explorer.jobs.events import Died, Event, Failed, Finished, Progress
    from explorer.jobs.training import Stage
    from explorer.training.experiment import Experiment
    from explorer.ui.commands import Commands
    from explorer.ui.jobs import Jobs

RESULT: Final = "population"
BESIDE: Final = "population.beside"
DEVICE: Final = "population.device"


class PopulationCommands(QObject):
    """Reached as `commands.population`; `changed` comes when a training has come further or has ended.

    The board answers `ready_asked`. The experiment of the form is the text of an option of the look; the
    population that is shown, and the one beside it, are results of the session. All of it is kept here too,
    as it belongs to the window: another study that is opened is no reason to forget any, or to tear it apart.
    """

    changed = Signal()
    ready_asked = Signal()

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self.session = commands.session
        self.files = PopulationFiles(self, commands)
        self.left = PopulationLeft(self, commands)
        self.runs = PopulationRuns(commands)
        self._jobs: Jobs | None = None
        self.training: Training | None = None
        self._kept: dict[str, Population | None] = {}
        self._was_seen = False  # the board, with the form
        self._of_training: Population | None = None  # what was last shown of a training
        self._chosen = options_of(self.session.state.look)
        self.session.changed.connect(self._see)
        self.session.replaced.connect(self._put_back)

    def use(self, jobs: Jobs) -> None:
        """Leave training to the worker."""
        self._jobs = jobs
        self.runs.use(jobs)
        jobs.progressed.connect(self._progressed)
        jobs.finished.connect(self._finished)
        jobs.cancelled.connect(self._left)
        jobs.failed.connect(self._left)

    def take_over(self, other: PopulationCommands) -> None:
        """Go on with what a window that this one follows has of populations; nothing is under way there."""
        self._kept, self._chosen, self.training = other._kept, other._chosen, other.training
        self._of_training, self._was_seen = other._of_training, other._was_seen
        self.left.take_over(other.left)

    # The board and the form

    def toggle(self) -> None:
        """Show the board of populations, or go back to the desk."""
        is_shown = self.session.state.look.board == "population"
        self.session.look(board="desk" if is_shown else "population", enlarged=None)

    def ask_ready(self) -> None:
        """Show the board and the experiments that come with the program."""
        self.session.look(board="population")
        self.ready_asked.emit()

    def say(self, text: str) -> None:
        """Tell small news."""
        self._commands.noted.emit(text)

    @property
    def population(self) -> Population | None:
        """The population that is shown."""
        return cast("Population | None", self.session.state.results.get(RESULT))

    @property
    def experiment(self) -> Experiment:
        """The experiment of the form."""
        return experiment_of(self.session.state)

    @property
    def device(self) -> str:
        """Where the next training is to run."""
        return self.session.state.look.option(DEVICE, "auto")

    def describe(self, experiment: Experiment) -> None:
        """Put another experiment into the form; what is half typed there is of the one before."""
        self.session.settle()
        self.amend(experiment)

    def amend(self, experiment: Experiment) -> None:
        """Let the experiment of the form be this one, which a row of it has changed."""
        from explorer.training import spec

        self.choose(SPEC, spec.write(experiment))

    def choose(self, option: str, text: str) -> None:
        """Choose something about populations."""
        self.session.show_look(self.session.state.look.with_option(option, text))

    def look_at_all(self) -> None:
        """Look at the last record and at no run: what was chosen of the population before means nothing."""
        look = self.session.state.look
        for option in ("time", "run", "first", "hidden"):
            look = look.with_option(f"{OPTIONS}{option}", "")
        self.session.show_look(look)

    @property
    def is_newest(self) -> bool:
        """Whether figures go along with a training, no update being chosen."""
        return not self.session.state.look.option(f"{OPTIONS}time")

    def look_at_newest(self) -> None:
        """Go along with the training again."""
        self.choose(f"{OPTIONS}time", "")

    @property
    def has_beside(self) -> bool:
        """Whether a second population stands beside."""
        return self.beside is not None

    @property
    def beside(self) -> Population | None:
        """The second population, which stands beside the other."""
        return cast("Population | None", self.session.state.results.get(BESIDE))

    def keep(self, population: Population | None, name: str = RESULT) -> None:
        """Show a population, or the one beside it (None: no more)."""
        self._kept[name] = population
        self.session.keep_result(name, population)

    def _see(self) -> None:
        """Remember what is chosen about populations."""
        self._chosen = options_of(self.session.state.look)
        if self.session.state.look.board == "population":
            self._was_seen = True
            self.left.be_seen()

    def _put_back(self) -> None:
        """Keep populations, and what is chosen of them, while another study is opened.

        A study that brings an experiment along keeps it where there is no population yet.
        """
        look, chosen = self.session.state.look, self._chosen
        if self.training is not None or any(self._kept.values()) or not look.option(SPEC):
            self.session.show_look(with_options_of(look, chosen))
        for name, population in self._kept.items():
            if population is not None:
                self.session.keep_result(name, population)

    # Training

    @property
    def is_running(self) -> bool:
        """Whether a training is under way."""
        return self.training is not None and self.training.is_running

    @property
    def is_paused(self) -> bool:
        """Whether the training under way waits."""
        return self.training is not None and self.training.paused

    @property
    def can_resume(self) -> bool:
        """Whether there is a training that was left before its end."""
        return self.training is not None and not self.training.is_running

    @property
    def is_aside(self) -> bool:
        """Whether the training that was left is not what is shown: another result was opened since."""
        return self.can_resume and self.population is not None and self.population is not self._of_training

    def run(self) -> None:
        """Train the experiment of the form from its beginning.

        One that takes long, or has no room here, waits for a word.
        """
        if self.is_running:
            return
        text, words = doubt(self.experiment, self.device)
        if text:
            ways = (Way(words, self.run_now), way_back(say("Do not run it")))
            self._commands.choice.emit(text, ways)
            return
        self.run_now()

    def run_now(self) -> None:
        """Train the experiment of the form from its beginning, however large it is."""
        from explorer.training import spec

        experiment = self.experiment
        try:
            path = results.new_result(experiment.title)
        except OSError as problem:
            text = say("Not run: {file}: {reason}", file=problem.filename, reason=problem.strerror)
            self._commands.said.emit(text, "error")
            return
        self.look_at_all()
        self._begin(Training(experiment, spec.write(experiment), self.device, path), resume=False)

    def show_and_run(self) -> None:
        """Show the board and train the experiment of its form, once a person has seen it there."""
        was_seen = self._was_seen
        self.session.look(board="population")
        if was_seen:
            self.run()
        else:
            self.say(say("This is the experiment. Run trains it."))

    def run_shipped(self, experiment: Experiment) -> None:
        """Put an experiment that comes with the program into the form, show the board, and run it.

        One that takes long waits for a word of the person, who has not seen yet how long it takes. What
        stood beside was put there to be compared with another one.
        """
        self.describe(experiment)
        self.files.close_beside()
        self.session.look(board="population")
        self.run()

    def resume(self) -> None:
        """Go on with the training that was left."""
        if self.can_resume and self.training is not None:
            self._bring_back(self.training)
            self._begin(self.training, resume=True)

    def _bring_back(self, training: Training) -> None:
        """Put the form, and what is shown, back to a training that goes on."""
        if self.experiment != training.experiment or self.device != training.device:
            self.choose(DEVICE, training.device)
            self.describe(training.experiment)
        if self.is_aside:
            self.look_at_all()
            self.keep(None)
            self._show(running=False)

    def offer(self, training: Training) -> None:
        """Put a training that can go on, and its experiment, where the next one is asked for."""
        self.training = training
        if self.population is None:
            self.choose(DEVICE, training.device)
            self.describe(training.experiment)
            self._show(running=False)
        self._tell_change()

    def show_and_resume(self) -> None:
        """Show the board and go on with the training that was left."""
        self.session.look(board="population")
        self.resume()

    def forget(self) -> None:
        """Let go of the training that was left, with its checkpoint, once a person says so."""
        if self.can_resume and self.training is not None:
            self.left.ask_to_forget(Stopped(self.training).words, self.forget_now)

    def forget_now(self) -> None:
        """Let go of the training that was left; what is shown of it stays, as it is now."""
        if self.can_resume:
            self.training = None
            self._commands.unsaid.emit()  # the offer, which is void
            self.left.forget()
            if self.population is not None and self.population is self._of_training:
                self.keep(replace(self.population, at=None, run=None))
            self._tell_change()

    def _begin(self, training: Training, *, resume: bool) -> None:
        if self._jobs is None or self.is_running:
            return
        generation = self._jobs.simulate(
            again=self.resume,
            tell=self._tell_trouble,
            spec=training.spec,
            device=training.device,
            output=training.path,
            resume=resume,
        )
        self.training = replace(training, generation=generation, paused=False, first=None, moments=())
        if not resume:
            self.left.begin(self.training)
        self._commands.unsaid.emit()
        self._tell_change()

    def toggle_pause(self) -> None:
        """Let the training under way wait, or go on."""
        training = self.training
        if training is not None and training.generation is not None and self._jobs is not None:
            self._jobs.pause(training.generation, not training.paused)
            self.training = replace(training, paused=not training.paused)
            self._tell_change()

    def cancel(self) -> None:
        """Leave the training under way; what it has come to stays, and it can go on later.

        It is left at once, while the worker still writes its checkpoint: what is asked next waits for that.
        """
        if self.training is not None and self.training.generation is not None and self._jobs is not None:
            self._jobs.cancel(self.training.generation)
            self._leave()

    # What the worker tells

    def _is_mine(self, event: Event) -> bool:
        return self.training is not None and event.generation == self.training.generation

    def _progressed(self, event: Progress) -> None:
        if not self._is_mine(event) or self.training is None:
            return
        stage = cast("Stage | None", event.part) or self.training.stage
        self.training = self.training.at(event.done, event.total, event.elapsed, stage)
        if event.part is not None:
            self._show(running=True)
        self.changed.emit()

    def _show(self, *, running: bool) -> None:
        """Show the population of the training as far as it has come."""
        found = None if self.training is None else population_now(self.training, running=running)
        if found is not None:
            self._of_training = found
            self.keep(found)

    def _finished(self, event: Finished) -> None:
        if not self._is_mine(event) or self.training is None:
            return
        training, self.training = self.training, None
        self.left.end()
        self.files.show_result(training.path, mine=True)
        stage = cast("Stage", event.result)
        for note in stage.notes[:1]:
            self._commands.noted.emit(again(note))
        self._tell_change()

    def _left(self, event: Event) -> None:
        """Keep what a training has come to that was cancelled, or whose process ended."""
        if self._is_mine(event):
            self._leave()
            self._be_as_kept()

    def _be_as_kept(self) -> None:
        """Say of a training whose process died from which update it goes on: maybe an earlier one."""
        training, kept = self.training, self.left.kept
        if training is None or training.stage is None or kept is None or kept >= training.stage.update:
            return
        self.training = replace(training, stage=replace(training.stage, update=kept))
        self._tell_change()

    def _leave(self) -> None:
        """Keep what there is of the training; before its first updates there is nothing to go on from."""
        if self.training is not None:
            self.training = left = replace(self.training, generation=None, paused=False)
            self._show(running=False)
            if not left.has_begun:
                self.training = None
                self.left.end()
            self._tell_change()

    def _tell_trouble(self, event: Died | Failed) -> None:
        self._be_as_kept()
        text, goes_on = trouble_words(self.training, event.message)
        way = Way(say("Resume"), self.resume) if goes_on else Way(say("Run again"), self.run)
        self._commands.offered.emit(text, "error", (way,))

    def _tell_change(self) -> None:
        self.left.recount()
        self.session.refresh()  # what the menus offer
        self.changed.emit()
