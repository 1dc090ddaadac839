"""Tasks: a run's start and data depend on its seed alone, and are what the settings say."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from explorer.catalogue.parameters import UnknownSettingError
from explorer.losses import LOSSES
from explorer.training.inputs.label_sets import sets_in_proportion
from explorer.training.inputs.synthetic import largest, rounded
from explorer.training.models import FREE, LINEAR, PERCEPTRON
from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.training.problem import Problem

SMALL = {"features": 3, "classes": 4, "labels": "1 to 2", "rows": 6, "held_rows": 5}
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "logits": ("logits", {"labels": "0 to 4"}),
    "logits, soft": ("logits", {"softness": 0.2}),
    "logits, chances": ("logits", {"targets": "chances", "first_chance": 0.5}),
    "logits, drawn once": ("logits", {"targets": "chances", "drawn": "once", "rows": 7, "together": 0.5}),
    "logits, drawn anew": ("logits", {"softness": 0.4, "drawn": "anew", "rows": 3}),
    "logits, in proportion": (
        "logits",
        {"targets": "chances", "classes": 4, "drawn": "in_proportion", "rows": 50, "together": 0.1},
    ),
    "linear": ("linear", SMALL),
    "linear, all its settings": (
        "linear",
        SMALL | {"flipped": 0.2, "imbalance": 1.5, "start": 0.3, "label_noise": 0, "held_rows": 0},
    ),
    "mlp": ("mlp", SMALL | {"hidden": 5, "teacher_units": 4}),
    "mlp, linear teacher": ("mlp", SMALL | {"hidden": 2, "teacher_units": 0}),
    "data": ("data", {"rows": 40, "held": 0.02}),
    "data, all rows": ("data", {"held": 0.0, "hidden": 3}),
}
ARRAYS = [field.name for field in fields(TASKS["logits"].prepare({}, [0])) if field.name != "model"]


def arrays(problem: Problem) -> dict[str, NDArray[np.float64]]:
    """Return every array of a problem by its name."""
    found = {name: getattr(problem, name) for name in ARRAYS if name not in ("weights", "anew")}
    starts = {f"weights {index}": weights for index, weights in enumerate(problem.weights)}
    return {name: array for name, array in found.items() if array is not None} | starts


@pytest.mark.parametrize("case", CASES)
@settings(max_examples=10)
@given(seeds=some.lists(some.integers(0, 3_000), min_size=1, max_size=5), data=some.data())
def test_a_run_has_the_same_bits_in_any_company(case: str, seeds: list[int], data: some.DataObject) -> None:
    task, given_settings = CASES[case]
    place = data.draw(some.integers(0, len(seeds) - 1))
    together = arrays(TASKS[task].prepare(given_settings, seeds))
    alone = arrays(TASKS[task].prepare(given_settings, seeds[place : place + 1]))
    assert together.keys() == alone.keys()
    for name, array in together.items():
        own = array if array.shape[0] == 1 else array[place : place + 1]
        assert own.shape == alone[name].shape
        np.testing.assert_array_equal(own.view(np.uint64), alone[name].view(np.uint64), err_msg=name)


@pytest.mark.parametrize("case", CASES)
def test_shape_says_how_large_a_run_will_be(case: str) -> None:
    task, given_settings = CASES[case]
    shape, problem = TASKS[task].shape(given_settings), TASKS[task].prepare(given_settings, [1, 5, 2])
    assert shape.weights == sum(weights[0].size for weights in problem.weights)
    assert all(len(weights) == 3 for weights in problem.weights)
    assert problem.targets.shape[0] in (1, 3)
    assert problem.targets.shape[1:] == (shape.rows, shape.classes)
    assert shape.inputs == (0 if problem.features is None else problem.features.shape[2])
    held = 0 if problem.held_targets is None else problem.held_targets.shape[1]
    assert shape.held_rows == held
    assert shape.seen_rows == (held or shape.rows)
    assert (problem.features is None) == (problem.model is FREE)
    for features, targets in (
        (problem.features, problem.targets),
        (problem.held_features, problem.held_targets),
    ):
        if features is not None and targets is not None:
            assert features.shape[1] == targets.shape[1]
            assert (features[..., -1] == 1.0).all()
    logits, _ = problem.model.forward(np, problem.weights, problem.features)
    assert logits.shape == (3, shape.rows, shape.classes)
    assert all(array.dtype == np.float64 for array in arrays(problem).values())
    for other in (problem.other, problem.held_other):
        assert other is None or other.shape[1:] in (problem.targets.shape[1:], (held, shape.classes))


@pytest.mark.parametrize("case", CASES)
def test_other_logits_are_there_where_the_task_says_what_they_are(case: str) -> None:
    task, given_settings = CASES[case]
    assert (TASKS[task].prepare(given_settings, [0]).other is not None) == bool(TASKS[task].other)
    assert TASKS[task].prepare(given_settings, [0], other=False).other is None


@pytest.mark.parametrize("key", TASKS)
def test_seeds_make_runs_that_differ(key: str) -> None:
    problem = TASKS[key].prepare({} if key in ("logits", "data") else SMALL, [0, 1])
    assert (problem.targets[0] != problem.targets[1]).any()


@pytest.mark.parametrize("key", TASKS)
def test_every_setting_has_a_default_that_it_allows(key: str) -> None:
    task = TASKS[key]
    assert task.key == key
    assert task.title
    assert task.about.endswith(".")
    for parameter in task.parameters:
        assert parameter.checked(parameter.default, "test") == parameter.default
        if parameter.kind == "range":
            assert parameter.checked(parameter.text(parameter.default), "test") == parameter.default
        assert parameter.meaning
        assert len(parameter.titles) in (0, len(parameter.names))
    assert task.shape({}).weights > 0


@pytest.mark.parametrize("given_range", ["1 to 5", "1to 5", (1, 5), [1.0, 5], "1 to 5.0"])
def test_a_range_may_be_given_in_several_ways(given_range: Any) -> None:
    assert TASKS["linear"].settings(labels=given_range)["labels"] == (1, 5)


@pytest.mark.parametrize("given_range", ["3", 3, 3.0, (3,), "3 to 3"])
def test_one_number_is_both_ends_of_a_range(given_range: Any) -> None:
    parameter = next(each for each in TASKS["linear"].parameters if each.name == "labels")
    assert parameter.checked(given_range, "test") == (3, 3)
    assert parameter.text((3, 3)) == "3"


@pytest.mark.parametrize(
    ("key", "wrong", "said"),
    [
        ("linear", {"features": 0}, r"task 'linear': features=0 is not a whole number from 1 to 100,000"),
        ("linear", {"features": 2.5}, r"features=2.5 is not a whole number"),
        ("linear", {"features": "2"}, r"features='2' is not a whole number"),
        ("linear", {"features": True}, r"features=True is not a whole number"),
        ("linear", {"label_noise": math.nan}, r"label_noise=nan is not a number from 0 to 100"),
        ("linear", {"labels": "5 to 1"}, r"labels='5 to 1' is not a whole number, or 'low to high', from 0"),
        ("linear", {"labels": "some"}, r"labels='some' is not"),
        ("linear", {"labels": (1, 2, 3)}, r"labels=\(1, 2, 3\) is not"),
        ("linear", {"labels": "1 to 7", "classes": 6}, r"labels up to 7 are more than classes=6"),
        ("logits", {"drawn": "twice"}, r"drawn='twice' is not one of no, once, anew, in_proportion"),
        ("logits", {"drawn": "in_proportion", "classes": 13}, r"at most 12 classes, there are 13"),
        ("logits", {"together": 0.5}, r"together needs drawn='once' or drawn='in_proportion'"),
        ("logits", {"file": 3}, r"file=3 is not the path of a file"),
        ("data", {"file": 3}, r"file=3 is not the path of a file, or 'yeast'"),
        ("data", {"held": 1.0}, r"held=1 leaves none of 2417 rows to train on"),
        ("data", {"file": "there/is/none.npz"}, r"there/is/none.npz: it cannot be read \(No such file"),
    ],
)
def test_what_is_not_allowed_is_named(key: str, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        TASKS[key].prepare(wrong, [0])


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(UnknownSettingError, match="task 'mlp': no setting 'depth'; there are hidden, "):
        TASKS["mlp"].settings(depth=3)


def test_as_many_labels_as_the_range_says_each_number_equally_often() -> None:
    problem = TASKS["linear"].prepare({"rows": 3_000, "held_rows": 0, "features": 2, "classes": 9}, [4])
    values, counts = np.unique(problem.targets.sum(axis=-1), return_counts=True)
    assert values.tolist() == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert np.abs(counts - 600).max() < 5.0 * math.sqrt(600)


@pytest.mark.parametrize("key", ["linear", "mlp"])
def test_the_largest_scores_of_the_teacher_are_labelled_where_there_is_no_noise(key: str) -> None:
    problem = TASKS[key].prepare(SMALL | {"label_noise": 0.0, "rows": 300}, [7])
    assert problem.other is not None
    scores, labelled = problem.other[0], problem.targets[0] == 1.0
    least = np.where(labelled, scores, np.inf).min(axis=-1)
    assert (np.where(labelled, -np.inf, scores).max(axis=-1) <= least).all()


@pytest.mark.parametrize("units", [0, 16])
def test_scores_of_the_teacher_are_about_normal_with_deviation_1(units: int) -> None:
    problem = TASKS["mlp"].prepare({"rows": 200, "held_rows": 0, "teacher_units": units}, np.arange(10))
    assert problem.other is not None
    assert abs(problem.other.std() - 1.0) < 0.1
    assert abs(problem.other.mean()) < 0.1


def test_scores_of_the_teacher_are_sums_without_rounding() -> None:
    """So the order in which a machine adds them, and how, changes no bit of them."""
    problem = TASKS["linear"].prepare({"rows": 50}, [2])
    assert problem.features is not None
    assert problem.other is not None
    np.testing.assert_array_equal(rounded(problem.features), problem.features)
    exact = problem.other[0] * 8.0  # the scores times the root of 64 features
    np.testing.assert_array_equal(exact * 1_024.0**2, np.rint(exact * 1_024.0**2))
    features = problem.features.astype(np.float32)
    np.testing.assert_array_equal(features.astype(np.float64), problem.features)


def test_label_noise_and_flips_change_labels_and_only_those_trained_on_are_flipped() -> None:
    plain, noisy, flipped = (
        TASKS["linear"].prepare({"rows": 400, "classes": 20, "held_rows": 400} | more, [3])
        for more in ({"label_noise": 0.0}, {"label_noise": 0.5}, {"label_noise": 0.0, "flipped": 0.1})
    )
    for each in (noisy, flipped):
        np.testing.assert_array_equal(plain.features, each.features)
    assert 0.005 < (plain.targets != noisy.targets).mean() < 0.2
    assert abs((plain.targets != flipped.targets).mean() - 0.1) < 5.0 * math.sqrt(0.09 / 8_000)
    assert (plain.held_targets != noisy.held_targets).any()
    np.testing.assert_array_equal(plain.held_targets, flipped.held_targets)


def test_imbalance_makes_the_first_classes_usual_and_the_last_rare() -> None:
    problem = TASKS["linear"].prepare({"imbalance": 1.0, "classes": 10, "rows": 4_000}, [1])
    often = problem.targets[0].mean(axis=0)
    assert often[0] > 2.0 * often[5] > 4.0 * often[9] > 0.0


def test_rows_held_out_are_of_the_same_teacher() -> None:
    """A least-squares fit to the teacher's scores of one set of rows gives those of the other."""
    problem = TASKS["linear"].prepare({"rows": 100, "held_rows": 100, "features": 5, "classes": 9}, [8])
    assert problem.features is not None
    assert problem.held_features is not None
    found = np.linalg.lstsq(problem.features[0], problem.other[0], rcond=None)[0]
    np.testing.assert_allclose(problem.held_features[0] @ found, problem.held_other[0], atol=1e-12)
    assert (problem.features != problem.held_features).any()


@given(some.integers(1, 6), some.data())
def test_largest_takes_as_many_as_asked_for_and_the_first_of_equal_ones(
    classes: int, data: some.DataObject
) -> None:
    scores = np.array(data.draw(some.lists(some.integers(-2, 2), min_size=classes, max_size=classes)), float)
    count = data.draw(some.integers(0, classes))
    expected = np.zeros(classes, dtype=bool)
    expected[np.argsort(-scores, kind="stable")[:count]] = True
    np.testing.assert_array_equal(largest(scores[np.newaxis], np.array([count]))[0], expected)


def test_free_logits_start_as_wide_and_where_they_should() -> None:
    problem = TASKS["logits"].prepare({"spread": 2.0, "center": -3.0, "classes": 50}, np.arange(500))
    assert problem.model is FREE
    start = problem.weights[0]
    assert abs(start.mean() + 3.0) < 0.1
    assert abs(start.std() - 2.0) < 0.1
    assert (problem.other != start).any()
    assert set(np.unique(problem.targets.sum(axis=-1))) == {1.0, 2.0, 3.0}


def test_softness_pulls_labels_towards_one_half() -> None:
    problem = TASKS["logits"].prepare({"softness": 0.1}, [0, 1])
    np.testing.assert_allclose(np.unique(problem.targets), [0.05, 0.95])
    assert problem.chances is None


def test_chances_are_spread_over_their_range_and_the_first_is_set() -> None:
    given_settings = {"targets": "chances", "chances": "0.2 to 0.4", "first_chance": 0.9, "classes": 100}
    targets = TASKS["logits"].prepare(given_settings, np.arange(50)).targets
    assert (targets[..., 0] == 0.9).all()
    assert 0.2 < targets[..., 1:].min() < 0.21
    assert 0.39 < targets[..., 1:].max() < 0.4


@pytest.mark.parametrize("together", [0.0, 1.0])
@pytest.mark.parametrize("drawn", ["once", "in_proportion"])
def test_drawn_labels_are_as_usual_as_their_chances(drawn: str, together: float) -> None:
    given_settings = {"targets": "chances", "classes": 5, "drawn": drawn, "rows": 4_000, "together": together}
    problem = TASKS["logits"].prepare(given_settings, [5, 6])
    assert problem.model is LINEAR
    assert problem.chances is not None
    assert set(np.unique(problem.targets)) == {0.0, 1.0}
    often = problem.targets.mean(axis=1, keepdims=True)
    near = 5.0 * math.sqrt(0.25 / 4_000) if drawn == "once" else 17.0 / 4_000
    np.testing.assert_allclose(often, problem.chances, atol=near)
    if together == 1.0:  # then the classes of a row are the likeliest ones
        order = np.argsort(-problem.chances[0, 0])
        ranked = problem.targets[0][:, order]
        assert (np.diff(ranked, axis=-1) <= 0.0).all()


@given(some.lists(some.floats(0.0, 1.0), min_size=1, max_size=4), some.integers(1, 60), some.floats(0.0, 1.0))
def test_each_set_comes_as_often_as_it_is_likely(chances: list[float], rows: int, together: float) -> None:
    found = sets_in_proportion(np.array([chances]), rows, together)[0]
    assert found.shape == (rows, len(chances))
    for index in range(2 ** len(chances)):
        inside = [bool(index >> place & 1) for place in range(len(chances))]
        alone = math.prod(p if on else 1.0 - p for p, on in zip(chances, inside, strict=True))
        above = min([p for p, on in zip(chances, inside, strict=True) if on], default=1.0)
        below = max([p for p, on in zip(chances, inside, strict=True) if not on], default=0.0)
        likely = (1.0 - together) * alone + together * max(0.0, above - below)
        assert abs((found == inside).all(axis=1).sum() - rows * likely) <= 1.0 + 1e-9


def fitted(problem: Problem, rate: float = 1.0, updates: int = 500) -> NDArray[np.float64]:
    """Return the logits, (n,), at which gradient descent of ZLPR comes to rest."""
    sets, counts = np.unique(problem.targets[0], axis=0, return_counts=True)
    logits = np.zeros_like(problem.weights[0][0, 0])
    for _ in range(updates):
        slopes = LOSSES["zlpr"].gradient(np.broadcast_to(logits, sets.shape), sets)
        logits = logits - rate * np.average(slopes, axis=0, weights=counts)
    return logits


def test_zlpr_reads_neither_as_sigma_of_s_nor_of_2s_where_labels_are_hard() -> None:
    """sigma(s) = 0.235 and sigma(2s) = 0.086 for five classes of chance 0.2: exact expectation."""
    given_settings = {
        "targets": "chances",
        "chances": 0.2,
        "classes": 5,
        "drawn": "in_proportion",
        "rows": 3_125,
    }
    logits = fitted(TASKS["logits"].prepare(given_settings, [0]))
    np.testing.assert_allclose(1.0 / (1.0 + np.exp(-logits)), 0.235, atol=6e-4)
    np.testing.assert_allclose(1.0 / (1.0 + np.exp(-2.0 * logits)), 0.086, atol=6e-4)


@pytest.mark.parametrize(("others", "expected"), [(0.05, -0.072), (0.95, 0.072)])
def test_the_threshold_of_an_even_class_drifts_with_its_neighbours(others: float, expected: float) -> None:
    """Eight classes, the first labelled half of the time: exact enumeration gives -0.072 and 0.072."""
    given_settings = {
        "targets": "chances", "chances": others, "first_chance": 0.5, "classes": 8, "drawn": "in_proportion",
        "rows": 10_000,
    }  # fmt: skip
    logits = fitted(TASKS["logits"].prepare(given_settings, [0]), rate=2.0)
    assert abs(logits[0] - expected) < 1e-3


def test_a_hidden_layer_starts_without_changing_the_size_of_what_goes_through() -> None:
    problem = TASKS["mlp"].prepare({"hidden": 200, "rows": 200, "held_rows": 0, "classes": 30}, [0, 1, 2])
    assert problem.model is PERCEPTRON
    logits, _ = problem.model.forward(np, problem.weights, problem.features)
    assert abs(logits.std() - 1.0) < 0.2
    assert all((weights[:, -1] == 0.0).all() for weights in problem.weights)
