"""The runs of a population: which are in sight, what is said of them, how one is chosen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.plots import moves, plot_of
from explorer.plots.copying import numbers_of
from explorer.plots.figure import Band, Figure, Text
from explorer.plots.layout import Layout
from explorer.plots.population.handles import scrolled
from explorer.plots.population.runs_view import is_better_low, rows, view_of
from tests.plots.populations import experiment, population, shown

FIGURE = plot_of("population_runs").figure
LETTER = 6.5  # pixels of a head's letter
ONE = {"classes": (10,), "rates": (0.05,)}


def texts(figure: Figure) -> list[str]:
    return [mark.text for mark in (*figure.marks, *figure.aside) if isinstance(mark, Text)]


def ranks(now: object, most: int = 8) -> list[int]:
    view = view_of(now)  # type: ignore[arg-type]
    assert view is not None
    return [run.rank for run in rows(now, view, most)]  # type: ignore[arg-type]


def test_runs_are_in_the_order_of_the_first_metric():
    made = population(experiment(**ONE))
    view = view_of(shown(made))
    assert view is not None
    values = made.summary.latest["micro_f1"]
    found = [values[run.cell, run.seed] for run in view.between(0, 60)]
    assert found == sorted(values.ravel().tolist(), reverse=True)
    low = view_of(shown(made, metric__1="loss"))
    assert low is not None
    assert low.rising
    assert is_better_low("calibration_1")
    worst = view_of(shown(made, sort="worst"))
    assert worst is not None
    assert worst.between(0, 1)[0] == replace(view.between(59, 60)[0], rank=1)


def test_at_a_glance_are_the_best_the_chosen_and_the_last():
    made = population(experiment(**ONE))
    plain = ranks(shown(made))
    assert plain[:3] == [1, 2, 3]
    assert plain[-1] == 60
    assert len(plain) == 8
    view = view_of(shown(made))
    assert view is not None
    run = view.between(29, 30)[0]
    near = shown(made, run=f"{run.cell}:{run.seed}")
    assert {29, 30, 31} <= set(ranks(near))
    assert ranks(near) == sorted(ranks(near))
    figure = FIGURE(near)
    assert figure.subtitle.startswith("60 in all, ranks 1–3, ")
    assert figure.subtitle.endswith(", 60")
    assert figure.details.startswith(figure.subtitle)
    assert "1 is the best" in figure.details
    row = ranks(near).index(30)
    (band,) = (mark for mark in figure.marks if isinstance(mark, Band))
    assert (band.x0, band.x1) == (row - 0.5, row + 0.5)


def test_the_wheel_goes_through_all():
    now = shown(population(experiment(**ONE)))
    assert FIGURE(now).scrolls
    assert ranks(scrolled(now, 1)) == list(range(1, 9))
    assert ranks(scrolled(scrolled(now, 3), 4)) == list(range(7, 15))
    assert ranks(scrolled(now, 1000)) == list(range(53, 61))
    assert scrolled(scrolled(now, 3), -9).look.option("population.first") == ""


def test_a_click_and_keys_choose_a_run():
    made = population(experiment(**ONE))
    now = shown(made)
    view = view_of(now)
    assert view is not None
    second = view.between(1, 2)[0]
    moved = moves.move(now, "population.run", (0.5, 1.2))
    assert moved is not None
    assert moved.state.look.option("population.run") == f"{second.cell}:{second.seed}"
    third = view.between(2, 3)[0]
    down = moves.nudge(moved.state, "population.run", -0.1, "y")
    assert down is not None
    assert down.state.look.option("population.run") == f"{third.cell}:{third.seed}"
    assert moves.move(now, "population.run", (0.5, 40.0)) is None


def test_a_diverged_run_is_last_and_says_when():
    made = population(experiment(seeds=3, **ONE), diverged={1: 1})
    figure = FIGURE(shown(made))
    assert made.ended is not None
    update = int(made.ended()[1, 0])
    assert update > 0
    assert f"— diverged at {update}" in texts(figure)
    view = view_of(shown(made))
    assert view is not None
    assert view.between(8, 9)[0].cell == 1
    assert "nan" not in " ".join(texts(figure)).lower()
    (said,) = (mark for mark in figure.marks if isinstance(mark, Text) and "diverged" in mark.text)
    assert "no finite number" in said.tip
    unknown = replace(made, ended=None)
    assert "— diverged" in texts(FIGURE(shown(unknown)))


def test_runs_of_every_cell_say_their_settings():
    made = population(experiment(seeds=2))
    every = shown(made, runs="all")
    assert FIGURE(every).subtitle.startswith("216 in all, ranks ")
    assert "settings" in texts(FIGURE(every))
    assert any(text.endswith(", 0.2") for text in texts(FIGURE(every)))
    assert "settings" not in texts(FIGURE(shown(made)))
    lines = numbers_of(every, "population_runs").splitlines()
    assert lines[0].split("\t") == [
        "rank", "loss", "classes n", "learning rate", "seed", "micro_f1", "labelled_share",
    ]  # fmt: skip
    assert len(lines) == 217


@pytest.mark.parametrize("card", [(296.0, 240.0), (420.0, 300.0)])
def test_heads_of_columns_neither_touch_nor_lack_their_meaning(card: tuple[float, float]):
    figure = FIGURE(shown(population(experiment(**ONE)), metric__1="labelled_share", metric__2="loss"))
    layout = Layout(figure, *card)
    heads = [
        mark for mark in (*figure.still, *(() if layout.is_narrow else figure.aside)) if mark.size == "tick"
    ]
    ends = sorted(layout.to_pixels(mark.place)[0] for mark in heads)
    assert len(heads) == (3 if layout.is_narrow else 4)
    assert all(mark.tip for mark in heads)
    rooms = {
        layout.to_pixels(mark.place)[0]: len(mark.text) * LETTER for mark in heads if mark.anchor == "right"
    }
    assert all(end - rooms[end] > before for before, end in pairwise(ends) if end in rooms)


def test_refused_cells_have_no_runs():
    made = population(experiment(seeds=4, **ONE), refused={1: "needs soft labels"})
    view = view_of(shown(made))
    assert view is not None
    assert (view.cells, view.count) == ((0, 2), 8)


def test_at_an_earlier_time_runs_come_from_the_file():
    made = population(experiment(**ONE))
    now = shown(made, time=str(int(made.summary.updates[5])))
    view = view_of(now)
    assert view is not None
    assert made.at is not None
    first = view.between(0, 1)[0]
    assert made.at("micro_f1", 5)[first.cell, first.seed] == np.nanmax(made.at("micro_f1", 5))
    assert "when the training has come to its end" in FIGURE(shown(replace(made, at=None), time="3")).note


@pytest.mark.parametrize("seeds", [1, 2, 7])
def test_few_runs_are_all_in_sight(seeds: int):
    made = population(experiment(seeds=seeds, **ONE))
    count = min(3 * seeds, 8)
    assert len(ranks(shown(made))) == count
    if 3 * seeds <= 8:
        assert ranks(shown(made)) == list(range(1, 3 * seeds + 1))
        assert not FIGURE(shown(made)).scrolls


def test_a_share_of_the_gradient_is_not_called_one_of_the_labels():
    figure = FIGURE(shown(population(experiment(**ONE)), metric__1="labelled_share", metric__2="loss"))
    (head,) = (
        text for text in (*figure.still, *figure.aside) if getattr(text, "text", "").startswith("grad. share")
    )
    assert head.tip.startswith("share of gradient on labelled classes")
