"""Menus of the board of populations: ready-made experiments, and files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.ui import menus
from explorer.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from explorer.ui.population_commands import PopulationCommands


def fill_ready(menu: QMenu, population: PopulationCommands) -> None:
    """List the experiments that come with the program; one click runs one."""
    from explorer.training import shipped

    menus.clear(menu)
    if population.is_running:
        reason = say("A population is in training: wait for its end, or cancel it")
        menu.addAction(reason).setEnabled(False)
        menu.addSeparator()
    for key in shipped.paths():
        experiment = shipped.shipped(key)
        action = menu.addAction(experiment.said_title.replace("&", "&&"))
        action.setToolTip(experiment.said_about)
        action.setEnabled(not population.is_running)
        action.triggered.connect(partial(_run, population, key))
    menu.addSeparator()
    menu.addAction(say("Open an experiment…"), population.files.ask_spec)


def _run(population: PopulationCommands, key: str, _checked: bool = False) -> None:
    from explorer.training import shipped

    population.run_shipped(shipped.shipped(key))


def fill_stopped(menu: QMenu, population: PopulationCommands) -> None:
    """List the trainings that were stopped, each with its ways on."""
    menus.clear(menu)
    for stopped in population.left.stopped():
        ways = menu.addMenu(stopped.words.replace("&", "&&"))
        resume = ways.addAction(say("Resume"), partial(population.left.go_on, stopped))
        resume.setEnabled(not population.is_running)
        ways.addAction(say("Forget…"), partial(population.left.forget_stopped, stopped))
    if menu.isEmpty():
        menu.addAction(say("No other training was stopped")).setEnabled(False)


def fill_more(menu: QMenu, population: PopulationCommands) -> None:
    """List what can be done with experiments and results."""
    from explorer.ui.population_commands import BESIDE

    menus.clear(menu)
    files, shown = population.files, population.population
    menu.addAction(say("Open an experiment…"), files.ask_spec)
    menu.addAction(say("Use this study’s samples as the task"), files.use_samples)
    menu.addSeparator()
    fill_stopped(menu.addMenu(say("Trainings that were stopped")), population)
    menu.addAction(say("Open a result…"), files.ask_result).setEnabled(not population.is_running)
    save = menu.addAction(say("Save the result as…"), files.ask_save_result)
    save.setEnabled(shown is not None and shown.path is not None)
    menu.addAction(say("Compare with a result…"), partial(files.ask_result, beside=True))
    if BESIDE in population.session.state.results:
        menu.addAction(say("Show one result alone"), files.close_beside)
