"""A population on a real screen: describe it, run it, pause, go back in time, open a run, come back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from explorer.training.experiment import Experiment, LossChoice, Recording, TaskChoice
from tests.ui.x11 import keep_picture

pytestmark = pytest.mark.xcb
SMALL = Experiment(
    title="by hand",
    task=TaskChoice("logits", (("classes", (6, 12)),)),
    losses=(LossChoice("zlpr"), LossChoice("bce")),
    updates=3000,
    seeds=4,
    recording=Recording(count=12),
)


@pytest.fixture
def window(real_window):
    real_window.commands.population.describe(SMALL)
    real_window.commands.population.choose("population.device", "numpy")
    return real_window


def middle(widget):
    return widget.mapToGlobal(QPointF(widget.rect().center()))


def handle_at(canvas, kind):
    """The middle of a handle, on the screen."""
    handle = next(each for each in canvas.figure.handles if each.id.startswith(kind))
    return canvas.mapToGlobal(QPointF(*canvas.layout_of_figure.to_pixels(handle.place)))


def test_a_population_by_hand(window, hand, qtbot):
    population = window.commands.population
    hand.key("ctrl", "shift", "l")
    qtbot.waitUntil(lambda: window.session.state.look.board == "population")
    board = window.population

    field = board.form.fields.rows["task.classes"].field
    hand.click(middle(field))
    hand.key("ctrl", "a")
    hand.key("8")
    hand.key("enter")
    qtbot.waitUntil(lambda: dict(population.experiment.task.settings)["classes"] == (8,))

    hand.click(middle(board.form.run_button))
    qtbot.waitUntil(lambda: population.training is not None and population.training.stage is not None)
    hand.click(middle(board.bar.pause_button))
    qtbot.waitUntil(lambda: population.is_paused)
    keep_picture(window, "population-paused")
    hand.click(middle(board.bar.pause_button))
    qtbot.waitUntil(lambda: not population.is_running)
    shown = population.population
    assert shown.path.exists()
    assert shown.summary.reached == len(shown.summary.updates)

    canvas = board.card("1").canvas
    start = handle_at(canvas, "population.time")
    hand.drag(start, start - QPointF(canvas.width() / 4, 0))
    update = int(window.session.state.look.option("population.time"))
    assert 0 < update < SMALL.updates
    keep_picture(window, "population-earlier")

    hand.click(handle_at(board.card("runs").canvas, "population.run"))
    qtbot.waitUntil(board.card("runs").open_button.isEnabled)
    hand.click(middle(board.card("runs").open_button))
    qtbot.waitUntil(lambda: window.session.state.look.board == "desk")
    assert window.session.state.study.title.endswith(f"update {update:,}")
    keep_picture(window, "population-run as a study")

    hand.key("ctrl", "shift", "l")
    qtbot.waitUntil(board.isVisible)
    assert population.population is shown
    assert int(window.session.state.look.option("population.time")) == update
