"""Trainings that outlive their window: what one that was closed, or died, left, is offered by the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.notice import Way
from explorer.ui.population_training import Training, update_words

if TYPE_CHECKING:
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
        self._is_foreign = False  # another window began it
        self._folder: Path | None = None  # where the next one is looked for

    def take_over(self, other: PopulationLeft) -> None:
        """Take the note from a window that this one follows, which so does not let go of it."""
        self._claim, self._is_foreign, self._folder = other._claim, other._is_foreign, other._folder
        other._claim = None

    def begin(self, training: Training) -> None:
        """Note a training that begins; one of another window that was not gone on with stays for the next."""
        from explorer.jobs.unfinished import Claim

        if self._is_foreign:
            self.close()
        else:
            self.end()
        try:
            self._claim = Claim.new(training.path, training.spec, training.device)
        except OSError:  # then it is lost with the window; a disk that is full will say so itself
            self._claim = None

    def end(self) -> None:
        """The training is over, or has nothing to go on from."""
        if self._claim is not None:
            self._claim.end()
        self._claim, self._is_foreign = None, False

    def close(self) -> None:
        """Let go of what is not over: the next window finds it."""
        if self._claim is not None:
            self._claim.leave()
        self._claim, self._is_foreign = None, False

    def forget(self) -> None:
        """Remove the note and the checkpoint; what else was left is offered next."""
        if self._claim is not None:
            self._claim.forget()
        self._claim, self._is_foreign = None, False
        if self._folder is not None:
            self.look_into(self._folder)

    def look_into(self, folder: Path, *, tell: bool = True) -> None:
        """Take up the newest training that windows left in a folder, and offer it.

        tell: in the bar under the title too, not on the board and in the status line alone.
        """
        self._folder = folder
        if self._population.training is not None or self._claim is not None:
            return
        training = self._taken(folder)
        if training is None:
            return
        self._population.offer(training)
        if tell:
            ways = (Way("Resume", self._population.show_and_resume), Way("Forget", self._population.forget))
            text = f"A population was stopped at {update_words(training)}: {training.experiment.title}."
            self._commands.offered.emit(text, "note", ways)

    def _taken(self, folder: Path) -> Training | None:
        """Take up what was left; one of a newer program, which is not understood here, stays for that."""
        from explorer.jobs import unfinished

        for claim in unfinished.found(folder):
            training = training_of(claim)
            if training is not None:
                self._claim, self._is_foreign = claim, True
                return training
            claim.leave()
        return None


def training_of(claim: Claim) -> Training | None:
    """Return a training that was left, as far as its checkpoint has it; None where it is not understood."""
    from explorer.training import spec

    try:
        experiment = spec.read(claim.spec, "experiment")
    except spec.SpecFailure:
        return None
    done, refused = claim.progress()
    runs = experiment.runs - refused * experiment.seeds
    return Training(
        experiment,
        claim.spec,
        claim.device,
        claim.path,
        done=done,
        total=runs * experiment.updates,
        reached=done // runs if runs > 0 else 0,
    )
