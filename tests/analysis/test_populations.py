"""Populations: which cells lie where, heat maps with missing coordinates, runs in order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.population_runs import Ranking, values_of
from explorer.analysis.populations import LOSS, MEDIAN, chosen, grid, heat
from explorer.training.experiment import Experiment, LossChoice, OptimizerChoice, TaskChoice
from tests.plots.populations import experiment, population

MIXED = Experiment(
    task=TaskChoice("linear", (("classes", (100, 10)),)),
    losses=(LossChoice("bce"), LossChoice("smoothed_zlpr", (("epsilon", (0.2, 0.1)),))),
    optimizers=(
        OptimizerChoice("sgd", (0.1, 1.0)),
        OptimizerChoice("adam", (0.01, 0.1), settings=(("beta1", (0.5, 0.9)),)),
    ),
    seeds=3,
)


def test_axes_are_what_varies_with_numbers_in_order():
    found = grid(MIXED)
    assert dict(found.axes) == {
        "classes": (10, 100),
        "optimizer": ("sgd", "adam"),
        "rate": (0.01, 0.1, 1.0),
        "smoothed_zlpr.epsilon": (0.1, 0.2),
        "adam.beta1": (0.5, 0.9),
    }
    for cell in MIXED.cells:
        for name, values in found.axes.items():
            place = int(found.codes[name][cell.index])
            assert (values[place] if place >= 0 else None) == cell.coordinates.get(name)
        entry = found.entries[found.entry_of[cell.index]]
        assert (entry.key, dict(entry.settings)) == (cell.loss, dict(cell.settings))


def test_one_cell_of_each_entry_is_shown():
    found = grid(MIXED)
    at = chosen(found, {"optimizer": "adam", "rate": "0.01", "classes": "100"})
    cells = [MIXED.cells[cell] for cell in at.cells]
    assert [(cell.loss, cell.settings.get("epsilon")) for cell in cells] == [
        ("bce", None),
        ("smoothed_zlpr", 0.2),
        ("smoothed_zlpr", 0.1),
    ]
    assert {(cell.optimizer, cell.rate, cell.task["classes"]) for cell in cells} == {("adam", 0.01, 100)}


def test_a_value_that_no_cell_has_gives_way_to_its_neighbour():
    found = grid(MIXED)
    at = chosen(found, {"optimizer": "sgd", "rate": "0.01"})
    assert found.axes["rate"][at.places["rate"]] == 0.1
    assert "adam.beta1" not in at.places
    first = chosen(found, {"optimizer": "sgd", "rate": "0.01"}, first=("rate",))
    assert found.axes["optimizer"][first.places["optimizer"]] == "adam"


def test_a_setting_of_a_loss_is_open_until_it_is_chosen():
    found = grid(MIXED)
    assert (chosen(found, {}).cells >= 0).all()
    assert (chosen(found, {"smoothed_zlpr.epsilon": "0.1"}).cells >= 0).tolist() == [True, False, True]


@pytest.mark.parametrize(("x", "y"), [("classes", "rate"), ("rate", "classes"), ("optimizer", "rate")])
def test_a_heat_map_holds_the_cell_of_each_place(x: str, y: str):
    found = grid(MIXED)
    wanted = {"optimizer": "adam", "adam.beta1": "0.5", "classes": "10"}
    laid = heat(found, chosen(found, wanted), x, y, entry=1)
    assert laid.cells.shape == (len(laid.rows), len(laid.columns))
    for row, of_y in enumerate(found.axes[y]):
        for column, of_x in enumerate(found.axes[x]):
            there = {x: of_x, y: of_y}
            cells = [
                cell.index
                for cell in MIXED.cells
                if cell.loss == "smoothed_zlpr"
                and cell.settings["epsilon"] == 0.2
                and all(cell.coordinates[name] == value for name, value in there.items())
                and cell.hyper.get("beta1", 0.5) == 0.5
                and (x == "optimizer" or cell.optimizer == "adam")
                and ("classes" in (x, y) or cell.task["classes"] == 10)
            ]
            seen = row in laid.rows and column in laid.columns
            laid_out = laid.cells[laid.rows.index(row), laid.columns.index(column)] if seen else -1
            assert [int(laid_out)] == (cells or [-1])


def test_values_that_no_cell_has_are_left_out():
    found = grid(MIXED)
    laid = heat(found, chosen(found, {"optimizer": "sgd"}), "classes", "rate", entry=0)
    assert [found.axes["rate"][place] for place in laid.rows] == [0.1, 1.0]
    assert (laid.cells >= 0).all()


def test_of_another_optimizer_the_nearest_rate_is_taken():
    found = grid(MIXED)
    at = chosen(found, {"optimizer": "adam", "rate": "0.01", "classes": "10", "adam.beta1": "0.9"})
    laid = heat(found, at, "optimizer", LOSS, entry=0)
    cells = [MIXED.cells[cell] for cell in laid.cells[0]]
    assert [(cell.optimizer, cell.rate) for cell in cells] == [("sgd", 0.1), ("adam", 0.01)]
    assert [cell.task["classes"] for cell in cells] == [10, 10]


def test_a_loss_without_the_setting_lies_at_all_of_its_values():
    found = grid(MIXED)
    at = chosen(found, {"optimizer": "sgd"})
    over = heat(found, at, "smoothed_zlpr.epsilon", "rate", entry=2, minus=0)
    assert over.minus is not None
    for column, epsilon in enumerate((0.1, 0.2)):
        assert MIXED.cells[over.cells[1, column]].settings["epsilon"] == epsilon
        assert MIXED.cells[over.minus[1, column]].loss == "bce"


def test_losses_side_by_side():
    found = grid(MIXED)
    table = heat(found, chosen(found, {"optimizer": "sgd", "rate": "1.0"}), LOSS, "", entry=0).cells
    assert [MIXED.cells[cell].loss for cell in table[0]] == ["bce", "smoothed_zlpr", "smoothed_zlpr"]


def test_a_difference_is_of_medians():
    shown = population(diverged={0: 2})
    found = grid(shown.experiment)
    over = heat(found, chosen(found, {}), "classes", "rate", entry=0, minus=1)
    values = over.values(shown, "micro_f1", 7)
    medians = shown.summary.ribbons["micro_f1"][7, :, MEDIAN]
    assert over.minus is not None
    assert np.array_equal(values, medians[over.cells] - medians[over.minus])
    assert over.diverged(shown).sum() == 2


def test_the_record_at_an_update_is_the_last_before_it():
    shown = population(reached=12)
    updates = shown.summary.updates
    assert shown.record() == 11
    assert shown.record(0) == 0
    assert shown.record(int(updates[5])) == 5
    assert shown.record(int(updates[5]) - 1) == 4
    assert shown.record(10_000) == 11
    assert population(reached=0).record() is None


# Runs


VALUES = st.lists(st.sampled_from((0.0, 0.5, 1.0, float("nan"))) | st.floats(-3, 3), min_size=1, max_size=40)


@given(VALUES, st.booleans(), st.integers(-2, 45), st.integers(-2, 45))
def test_a_part_of_the_ranking_is_that_of_the_whole(values: list[float], rising: bool, first: int, last: int):
    ranking = Ranking(np.array(values), rising)
    keys = [np.inf if value != value else value if rising else -value for value in values]
    whole = sorted(range(len(values)), key=lambda run: (keys[run], run))
    assert ranking.between(first, last).tolist() == whole[max(first, 0) : max(last, 0)]
    assert [ranking.rank(run) for run in whole] == list(range(len(values)))


def test_of_a_million_runs_a_part_is_ranked_without_sorting_all(monkeypatch: pytest.MonkeyPatch):
    values = np.random.default_rng(1).random(1_000_000)
    ranking, sorted_of = Ranking(values), []
    argsort = np.argsort
    monkeypatch.setattr(
        np, "argsort", lambda keys, **how: sorted_of.append(len(keys)) or argsort(keys, **how)
    )
    found = ranking.between(500_000, 500_008)
    assert sorted_of == [8]
    assert np.count_nonzero(values > values[found[0]]) == 500_000
    assert ranking.rank(int(found[3])) == 500_003


def test_runs_are_read_from_the_last_record_or_from_the_file():
    asked: list[tuple[str, int]] = []

    def read(metric: str, record: int) -> np.ndarray:
        asked.append((metric, record))
        return np.zeros((2, 2))

    shown = population(experiment(classes=(10,), rates=(0.1,)), at=read)
    last = shown.summary.reached - 1
    assert values_of(shown, "loss", last) is shown.summary.latest["loss"]
    assert asked == []
    assert values_of(shown, "loss", 3) is not None
    assert asked == [("loss", 3)]
    assert values_of(population(at=None), "loss", 3) is None
