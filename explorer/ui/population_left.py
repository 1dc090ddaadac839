"""Trainings that outlive their window: what one that was closed, or died, left, is offered by the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.plots.phrases import joined
from explorer.ui.notice import Way, way_back
from explorer.ui.population_stopped import Stopped
from explorer.ui.population_training import Training, update_words
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.jobs.unfinished import Claim
    from explorer.ui.commands import Commands
    from explorer.ui.population_commands import PopulationCommands


class PopulationLeft:
    """Reached as `commands.population.left`. It holds the note of the window's training, until that is over.

    Nobody is asked as a window closes: the checkpoint stays, and the next window that starts offers to go on
    from it.
    """

    def __init__(self, population: PopulationCommands, commands: Commands) -> None:
        self._population, self._commands = population, commands
        self._claim: Claim | None = None
        self._folder: Path | None = None  # where those lie that were stopped
        self._told = ""  # the offer in the bar under the title
        self.count = 0  # of the others that were stopped, when they were last looked for

    def take_over(self, other: PopulationLeft) -> None:
        """Take the note from a window that this one follows, which so does not let go of it."""
        self._claim, self._folder = other._claim, other._folder
        other._claim = None

    def begin(self, training: Training) -> None:
        """Note a training that begins; one that was not gone on with stays in the list of those stopped."""
        from explorer.jobs.unfinished import Claim

        self.close()
        self._folder = training.path.parent
        try:
            self._claim = Claim.new(training.path, training.spec, training.device)
        except OSError:  # then it is lost with the window; a disk that is full will say so itself
            self._claim = None

    def end(self) -> None:
        """The training is over, or has nothing to go on from."""
        if self._claim is not None:
            self._claim.end()
        self._claim = None

    def close(self) -> None:
        """Let go of what is not over: the next window finds it."""
        if self._claim is not None:
            self._claim.leave()
        self._claim = None

    def forget(self) -> None:
        """Remove the note and the checkpoint of the window's training."""
        if self._claim is not None:
            self._claim.forget()
        self._claim = None

    def ask_to_forget(self, words: str, forget: Callable[[], object]) -> None:
        """Ask before what was trained is gone for good."""
        ways = (Way(say("Forget it"), forget), way_back(say("Keep it")))
        self._commands.choice.emit(say("Forget what was trained? {words}", words=words), ways)

    @property
    def kept(self) -> int | None:
        """The update that the checkpoint of the window's training has; None where there is none."""
        return None if self._claim is None else self._claim.update

    # Those that were stopped

    def stopped(self) -> tuple[Stopped, ...]:
        """Return every training that was stopped, the newest first, but the one that Resume goes on with."""
        from explorer.jobs import unfinished

        found = []
        for claim in unfinished.found(self._folder) if self._folder is not None else ():
            training = training_of(claim)
            if training is not None and training.has_begun:
                found.append(Stopped(training, unfinished.began(claim)))
            claim.leave()
        return tuple(found)

    def recount(self) -> None:
        """Look for those that were stopped again: one was begun, left or forgotten."""
        self.count = 0 if self._population.is_running else len(self.stopped())

    def go_on(self, stopped: Stopped) -> None:
        """Take up one of the list, in place of the one that Resume goes on with, and train it."""
        from explorer.jobs import unfinished

        if self._population.is_running:
            return
        claim = unfinished.taken(stopped.training.path)
        if claim is None:
            self._commands.said.emit(say("It is over, or another window goes on with it."), "warning")
            return
        self.close()
        self._claim = claim
        self._population.offer(stopped.training)
        self._population.show_and_resume()

    def forget_stopped(self, stopped: Stopped) -> None:
        """Remove one of the list, once a person says so."""
        self.ask_to_forget(stopped.words, partial(self._forget_stopped, stopped))

    def _forget_stopped(self, stopped: Stopped) -> None:
        from explorer.jobs import unfinished

        claim = unfinished.taken(stopped.training.path)
        if claim is not None:
            claim.forget()
        self.recount()
        self._population.changed.emit()

    def look_into(self, folder: Path, *, tell: bool = True) -> None:
        """Take up the newest training that windows left in a folder, and offer it.

        tell: in the bar under the title too, not on the board and in the status line alone.
        """
        self._folder = folder
        if self._population.training is not None or self._claim is not None:
            return
        training = self._taken(folder)
        self.recount()
        if training is None:
            return
        self._population.offer(training)
        if tell and self._commands.session.state.look.board != "population":
            ways = (
                Way(say("Resume"), self._population.show_and_resume),
                Way(say("Forget…"), self._population.forget),
            )
            text = say(
                "A population was stopped at {update}: {title}.",
                update=update_words(training),
                title=training.experiment.said_title,
            )
            if others := self.count:
                text = joined(text, say("The board lists {count} more, under Stopped.", count=others))
            self._told = text
            self._commands.offered.emit(text, "note", ways)

    def be_seen(self) -> None:
        """Take the offer away where the board is shown: it has the same buttons."""
        if self._told:
            text, self._told = self._told, ""
            self._commands.void.emit(text)

    def _taken(self, folder: Path) -> Training | None:
        """Take up what was left; one of a newer program, which is not understood here, stays for that."""
        from explorer.jobs import unfinished

        for claim in unfinished.found(folder):
            training = training_of(claim)
            if training is not None and training.has_begun:
                self._claim = claim
                return training
            if training is not None and not claim.has_folder:
                claim.end()  # it never came to anything, and nobody trains it
            else:
                claim.leave()
        return None


def training_of(claim: Claim) -> Training | None:
    """Return a training that was left, as far as its checkpoint has it; None where it is not understood."""
    from explorer.training import spec

    try:
        experiment = spec.read(claim.spec, "experiment")
    except spec.SpecFailure:
        return None
    (done, refused), kept = claim.progress(), claim.update
    runs = experiment.runs - refused * experiment.seeds
    return Training(
        experiment,
        claim.spec,
        claim.device,
        claim.path,
        done=done,
        total=runs * experiment.updates,
        reached=kept if kept is not None else done // runs if runs > 0 else 0,
    )
