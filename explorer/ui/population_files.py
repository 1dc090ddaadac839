"""Files of populations: specifications read and written, results opened, saved and put beside another."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from explorer.files import replacing, write_whole
from explorer.jobs import results
from explorer.plots.phrases import joined
from explorer.ui.notice import Way, way_back
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.study.table import Table
    from explorer.ui.commands import Commands
    from explorer.ui.population_commands import PopulationCommands

SPEC_FILTER: Final = noted("Experiment (*.toml)")
RESULT_FILTER: Final = noted("Result of a population (*.npz)")
PIECE: Final = 1 << 20  # bytes of a result that are copied at once
MOST_NUMBERS: Final = 2_000_000  # logits of a study that are written at once
ENDINGS: Final = {SPEC_FILTER: ".toml", RESULT_FILTER: ".npz"}


class PopulationFiles(QObject):
    """Reached as `commands.population.files`; a large result is copied in a thread of its own."""

    _copied = Signal(object, object, str)

    def __init__(self, population: PopulationCommands, commands: Commands) -> None:
        super().__init__(population)
        self._population = population
        self._commands = commands
        self._copied.connect(self._tell_copied, Qt.ConnectionType.QueuedConnection)

    def takes(self, path: Path) -> bool:
        """Open a specification or a result on the board; say whether the file is one."""
        if path.suffix.lower() == ENDINGS[SPEC_FILTER]:
            self.open_spec(path)
            return True
        if is_result(path):
            self.open_result(path)
            return True
        return False

    # Specifications

    def ask_spec(self) -> None:
        """Let a specification be chosen, and put it into the form."""
        dialog = self._commands.file_dialog(say("Open an experiment"), say(SPEC_FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_spec(Path(name)))
        dialog.open()

    def open_spec(self, path: Path) -> bool:
        """Put the specification in a file into the form; a mistake in it is said and changes nothing."""
        from explorer.training import spec

        try:
            experiment = spec.read(path.read_text(encoding="utf-8"), path.name)
        except (spec.SpecFailure, UnicodeDecodeError) as problem:
            more = len(getattr(problem, "lines", ())) - 1
            also = say("And {count} more mistakes in it.", count=more) if more > 0 else ""
            self._commands.said.emit(joined(str(problem), also), "error")
            return False
        except OSError as problem:
            text = say("{name} was not read: {reason}", name=path.name, reason=problem.strerror)
            self._commands.said.emit(text, "error")
            return False
        self._commands.unsaid.emit()
        self._population.describe(experiment)
        self._population.session.look(board="population")
        return True

    def ask_save_spec(self) -> None:
        """Let a file be chosen for the experiment of the form."""
        title = results.plain_name(self._population.experiment.title)
        self._ask_to_save(say("Save the experiment"), SPEC_FILTER, title, self.save_spec)

    def save_spec(self, path: Path) -> None:
        """Write the experiment of the form as a specification, which the command line runs too."""
        from explorer.training import spec

        try:
            write_whole(path, spec.write(self._population.experiment))
        except OSError as problem:
            text = say("{name} was not written: {reason}", name=path.name, reason=problem.strerror)
            self._commands.said.emit(text, "error")
            return
        self._commands.noted.emit(say("Saved to {name}", name=path.name))

    # Results

    def ask_result(self, *, beside: bool = False) -> None:
        """Let a result be chosen, and show it; beside: next to the one that is shown."""
        title = say("Compare with a result") if beside else say("Open a result")
        dialog = self._commands.file_dialog(title, say(RESULT_FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_result(Path(name), beside=beside))
        dialog.open()

    def open_result(self, path: Path, *, beside: bool = False) -> bool:
        """Show the result in a file, on the board; a damaged one is said and changes nothing."""
        if not beside and self._population.is_running:
            text = say("{name} is not opened: a population is in training. Cancel it first.", name=path.name)
            self._commands.said.emit(text, "warning")
            return False
        if self.show_result(path, beside=beside):
            self._commands.unsaid.emit()
            self._population.session.look(board="population")
            return True
        return False

    def show_result(self, path: Path, *, beside: bool = False, mine: bool = False) -> bool:
        """Show what a file holds; mine: it was just trained here, and its experiment stays in the form."""
        from explorer.analysis.populations import of_file
        from explorer.training.result_file import ResultFile

        try:
            file = ResultFile(path)
            population = of_file(file)
        except (ValueError, OSError) as problem:  # also an experiment that is no longer understood
            self._commands.said.emit(str(problem), "error")
            return False
        if beside:
            from explorer.ui.population_commands import BESIDE

            self._population.keep(population, BESIDE)
            return True
        if not mine:
            self._population.look_at_all()
            self._population.describe(file.experiment)
        self._population.keep(population)
        return True

    def close_beside(self) -> None:
        """Show one result alone again."""
        from explorer.ui.population_commands import BESIDE

        self._population.keep(None, BESIDE)

    def ask_save_result(self) -> None:
        """Let a file be chosen for the result that is shown."""
        population = self._population.population
        if population is not None and population.path is not None:
            title = results.plain_name(population.experiment.title)
            self._ask_to_save(say("Save the result"), RESULT_FILTER, title, self.save_result)

    def save_result(self, path: Path) -> None:
        """Copy the result that is shown to a file of the person's own; whole or not at all."""
        population = self._population.population
        if population is None or population.path is None or population.path == path:
            return
        source = population.path
        self._commands.noted.emit(say("Saving {name}…", name=path.name))
        threading.Thread(target=self._copy, args=(source, path), name="save result", daemon=True).start()

    def _copy(self, source: Path, path: Path) -> None:
        try:
            with source.open("rb") as result, replacing(path) as file:
                shutil.copyfileobj(result, file, PIECE)
        except OSError as problem:
            self._copied.emit(source, path, problem.strerror or str(problem))
            return
        self._copied.emit(source, path, "")

    def _tell_copied(self, source: Path, path: Path, problem: str) -> None:
        population = self._population.population
        if problem:
            text = say("{name} was not written: {reason}", name=path.name, reason=problem)
            self._commands.said.emit(text, "error")
            return
        if population is not None and population.path == source:
            self.show_result(path, mine=True)
        self._commands.noted.emit(say("Saved to {name}", name=path.name))

    # Samples

    def use_samples(self) -> None:
        """Train the logits of this study's samples, a run each; they are written where the task reads."""
        from explorer.training.experiment import TaskChoice

        table = self._population.session.state.study.table
        if len(table) * table.class_count > MOST_NUMBERS:
            text = say(
                "Not used: {samples} samples of {classes} classes; allowed are up to {most} logits.",
                samples=f"{len(table):,}",
                classes=f"{table.class_count:,}",
                most=f"{MOST_NUMBERS:,}",
            )
            self._commands.said.emit(text, "error")
            return
        try:
            path = written_samples(table)
        except OSError as problem:
            text = say("The samples were not written: {reason}", reason=problem.strerror)
            self._commands.said.emit(text, "error")
            return
        task = TaskChoice("logits", (("file", (str(path),)),))
        experiment = replace(self._population.experiment, task=task, seeds=len(table), seed=0, expected=())
        self._population.describe(replace(experiment, small=type(experiment)().small))
        self._population.session.look(board="population")

    def _ask_to_save(self, title: str, kind: str, name: str, save: Callable[[Path], object]) -> None:
        dialog = self._commands.file_dialog(title, say(kind))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{name}{ENDINGS[kind]}")
        dialog.fileSelected.connect(partial(self._save_chosen, kind=kind, save=save))
        dialog.open()

    def _save_chosen(self, name: str, *, kind: str, save: Callable[[Path], object]) -> None:
        """Save under a chosen name; the dialog did not ask about the file if the ending was left out."""
        ending = ENDINGS[kind]
        path = Path(name.removesuffix(ending) + ending)
        if path.name != Path(name).name and path.exists():
            ways = (Way(say("Replace it"), partial(save, path)), way_back(say("Keep it")))
            self._commands.choice.emit(say("Not saved: {name} is there already.", name=path.name), ways)
        else:
            save(path)


def written_samples(table: Table) -> Path:
    """Return a file of the cache folder with the logits and targets of a table. Raises OSError."""
    logits, targets = table.arrays()
    path = results.new_result("samples")
    with path.open("wb") as file:
        np.savez(file, logits=logits, targets=targets)
    return path


def is_result(path: Path) -> bool:
    """Whether a file is the result of a population, by its header."""
    from explorer.training.result_file import ResultFile

    if path.suffix.lower() != ENDINGS[RESULT_FILTER]:
        return False
    try:
        ResultFile(path)
    except (ValueError, OSError):
        return False
    return True
