"""What of the menus is off on the board of populations, and how words in figures say what they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QToolTip

from explorer.plots import plot_of
from explorer.plots.figure import Text
from explorer.plots.layout import Layout
from explorer.ui.actions import ACTIONS
from explorer.ui.actions.table import OFF
from explorer.ui.cards.words import tip_at
from tests.ui.population_parts import Asked
from tests.ui.test_panel_population import SMALL, result

BOTH = ("quit", "open", "palette", "samples", "population", "preferences", "run_population", "theme.dark")


@pytest.fixture
def window(make_window):
    made = make_window()
    made.commands.population.describe(SMALL)
    return made


def test_what_is_about_the_study_is_off_on_the_board_with_the_reason(window):
    of_study = [entry.id for entry in ACTIONS if entry.of_study]
    assert {"history", "pin", "fit", "add_class", "loss.zlpr", "close_card", "descend", "undo"} <= set(
        of_study
    )
    usable = {key for key in of_study if window.actions_by_id[key].isEnabled()}
    assert "history" in usable
    window.session.look(board="population")
    for key in of_study:
        action = window.actions_by_id[key]
        assert not action.isEnabled(), key
        assert action.statusTip() == OFF
        assert OFF in action.toolTip()
    assert all(window.actions_by_id[key].isEnabled() for key in BOTH)
    history = window.actions_by_id["history"]
    assert all(menu.toolTipsVisible() for menu in history.associatedObjects() if isinstance(menu, QMenu))
    window.session.look(board="desk")
    assert {key for key in of_study if window.actions_by_id[key].isEnabled()} == usable
    assert not any(OFF in window.actions_by_id[key].toolTip() for key in of_study)


def test_words_in_a_figure_say_what_they_mean(window, tmp_path):
    window.session.look(board="population")
    window.commands.population.files.show_result(result(tmp_path / "a.npz"))
    canvas = window.population.card("runs").canvas
    layout = canvas.layout_of_figure
    (head,) = (mark for mark in canvas.figure.still if mark.text == "seed")
    right, middle = layout.to_pixels(head.place)
    assert "same start" in tip_at(layout, right - 4, middle)
    assert tip_at(layout, right + 8, middle) == ""
    assert tip_at(layout, right - 4, middle + 30) == ""
    canvas._tell(QPoint(round(right) - 4, round(middle)), QPoint(0, 0))
    assert "same start" in QToolTip.text()


def test_the_floor_of_the_timeline_says_what_it_is(window):
    layout = Layout(plot_of("timeline").figure(window.session.state), 900.0, 200.0)
    (head,) = (
        mark
        for mark in (*layout.figure.still, *layout.figure.marks)
        if isinstance(mark, Text) and mark.text == "floor"
    )
    right, middle = layout.to_pixels(head.place)
    assert "lowest value" in tip_at(layout, right - 4, middle)


def test_the_run_menu_shows_a_form_that_nobody_has_seen_before_it_runs(window):
    population = window.commands.population
    population._jobs = Asked()
    window.actions_by_id["run_population"].trigger()
    assert population._jobs.requests == []
    assert window.session.state.look.board == "population"
    window.session.look(board="desk")
    window.actions_by_id["run_population"].trigger()
    assert len(population._jobs.requests) == 1


def test_the_menu_of_a_heat_map_of_one_cell_says_why_there_is_nothing_to_choose(window, tmp_path):
    one = replace(SMALL, losses=SMALL.losses[:1])
    window.commands.population.files.open_result(result(tmp_path / "one.npz", one))
    window.session.look(board="population")
    menu = window.population.cards["heat"].menu
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text().startswith("One cell alone: there is nothing to compare")
    assert not action.isEnabled()
    window.commands.population.files.open_result(result(tmp_path / "several.npz"))
    menu.aboutToShow.emit()
    assert len([each for each in menu.actions() if each.isEnabled()]) > 1
