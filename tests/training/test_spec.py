"""Specifications: what is written reads back, and every mistake is named with its key."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from explorer.training import spec
from explorer.training.experiment import Expectation, Experiment, LossChoice, OptimizerChoice, Schedule
from explorer.training.spec.places import Number
from tests.training.specs import experiments
from tools import simulate_page

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
title = "n choose k"
updates = 100
seeds = 5

[task]
kind = "linear"
classes = [10, 100]
labels = "1 to  5"
rows = 50

[[losses]]
key = "zlpr"

[[losses]]
key = "smoothed_zlpr"
epsilon = [0.05, 0.1]

[[losses]]
key = "bce"
pos_weight = [1, [1, 2, 3]]

[[optimizers]]
key = "adam"
rate = [0.05, 0.1]
beta1 = 0.8

[schedule]
kind = "step"
every = 10
warm_up = 3

[recording]
updates = [0, 10, 100]

[[expect]]
metric = "micro_f1"
where = { loss = "zlpr", classes = 100 }
minus = { loss = "smoothed_zlpr", "smoothed_zlpr.epsilon" = 0.1 }
value = 0.3
tolerance = 0.1

[small]
updates = 10
seeds = 2

[small.task]
classes = 20

[small.recording]
updates = [10]

[[small.expect]]
metric = "loss"
below = 3
"""


@pytest.fixture(scope="module")
def experiment() -> Experiment:
    return spec.read(TEXT, "n-choose-k.toml")


def test_every_part_is_read(experiment: Experiment) -> None:
    assert (experiment.title, experiment.updates, experiment.seeds) == ("n choose k", 100, 5)
    assert experiment.task.settings == (("classes", (10, 100)), ("labels", ("1 to 5",)), ("rows", (50,)))
    assert experiment.losses == (
        LossChoice("zlpr"),
        LossChoice("smoothed_zlpr", (("epsilon", (0.05, 0.1)),)),
        LossChoice("bce", (("pos_weight", (1.0, (1.0, 2.0, 3.0))),)),
    )
    assert experiment.optimizers == (OptimizerChoice("adam", (0.05, 0.1), (0.0,), (("beta1", (0.8,)),)),)
    assert experiment.schedule == Schedule("step", (("every", 10),), 3)
    assert experiment.expected == (
        Expectation(
            "micro_f1",
            (("classes", 100), ("loss", "zlpr")),
            100,
            0.3,
            0.1,
            minus=(("loss", "smoothed_zlpr"), ("smoothed_zlpr.epsilon", 0.1)),
        ),
    )
    assert len(experiment.cells) == 2 * 5 * 2


def test_the_small_version_is_put_over_it(experiment: Experiment) -> None:
    small = spec.small_version(experiment)
    assert (small.updates, small.seeds, small.title) == (10, 2, "n choose k")
    assert small.task.settings == (("classes", (20,)), ("labels", ("1 to 5",)), ("rows", (50,)))
    assert small.losses == experiment.losses
    assert small.expected == (Expectation("loss", (), 10, 3.0, side="below"),)
    assert not small.small
    assert spec.small_version(small) == small


def test_what_is_left_out_is_default() -> None:
    text = '[task]\nkind = "linear"\n[[losses]]\nkey = "bce"\n[[optimizers]]\nkey = "sgd"'
    found = spec.read(text, "folder/short.toml")
    assert found == Experiment(
        title="short",
        losses=(LossChoice("bce"),),
        optimizers=(OptimizerChoice("sgd", found.optimizers[0].rates),),
    )
    assert found.optimizers[0].rates == (0.1,)  # usual for it


def test_what_is_written_reads_back(experiment: Experiment) -> None:
    text = spec.write(experiment)
    assert spec.read(text, "other.toml") == experiment
    assert 'where = { classes = 100, loss = "zlpr" }' in text
    assert "[small.task]\nclasses = 20" in text


@settings(max_examples=60)
@given(experiments())
def test_any_experiment_reads_back(experiment: Experiment) -> None:
    assert spec.read(spec.write(experiment), "any.toml") == experiment


@settings(max_examples=100)
@given(experiments())
def test_long_texts_stand_on_several_lines(experiment: Experiment) -> None:
    about = " ".join(["word", experiment.about.strip(" ") or "end", "more"] * 9)
    text = spec.write(replace(experiment, about=about))
    assert tomllib.loads(text)["about"] == about


MISTAKES = [
    ("updates = 100", "updates = true", "updates: true is no whole number; allowed: a whole number from 0"),
    ("updates = 100", "updates = 1.5", "updates: 1.5 is no whole number"),
    ("updates = 100", "updates = -1", "updates: -1 is outside; allowed: a whole number from 0 to 10,000,000"),
    ("seeds = 5", "seeds = 0", "seeds: 0 is outside; allowed: a whole number from 1"),
    ("seeds = 5", "sedes = 5", "sedes: no such key, perhaps seeds; allowed: title, about, "),
    ("seeds = 5", "seeds = = 5", "no TOML: Invalid value (at line 4, column 9)"),
    ('title = "n choose k"', "title = 2020-01-01", "title: 2020-01-01 is no text"),
    (
        'title = "n choose k"',
        'dtype = "float16"',
        'dtype: "float16" is no dtype, perhaps float64; allowed: float32, ',
    ),
    ('title = "n choose k"', "task2 = 1", "task2: no such key, perhaps task"),
    ('kind = "linear"', "", "task.kind: it is missing; allowed: logits, linear"),
    ('kind = "linear"', 'kind = "liner"', 'task.kind: "liner" is no task, perhaps linear; allowed: logits, '),
    (
        "classes = [10, 100]",
        "clases = 10",
        "task.clases: no such key, perhaps classes; allowed: kind, features, ",
    ),
    (
        "classes = [10, 100]",
        "classes = [10, 0]",
        "task.classes[1]: 0 is not allowed; allowed: a whole number from ",
    ),
    (
        "classes = [10, 100]",
        "classes = [9, 2]",
        "task: task 'linear': labels up to 5 are more than classes=2",
    ),
    ("classes = [10, 100]", 'classes = "many"', 'task.classes: "many" is no number; allowed: a whole number'),
    (
        'labels = "1 to  5"',
        'labels = "5 to 1"',
        'task.labels: "5 to 1" is not allowed; allowed: a whole number, or',
    ),
    (
        'key = "zlpr"',
        'key = "zlp"',
        'losses[0].key: "zlp" is no loss, perhaps zlpr; allowed: cross_entropy, ',
    ),
    ('key = "zlpr"', "", "losses[0].key: it is missing; allowed: cross_entropy, "),
    (
        'key = "zlpr"',
        'key = "bce"\npos_weight = [1, [1, 2, 3]]',
        "losses[2]: bce is the same as in losses[0], with what is left out at its default; allowed: each of",
    ),
    (
        'key = "zlpr"',
        'key = "focal"\n[[losses]]\nkey = "focal"\ngamma = [1, 2]',
        "losses[1]: focal is the same",
    ),
    (
        'key = "zlpr"',
        'key = "label_smoothing"\nconvention = [0, "all"]',
        'losses[0].convention[1]: "all" is there twice',
    ),
    (
        "[schedule]",
        '[[optimizers]]\nkey = "adam"\nrate = 0.1\nbeta1 = 0.8\n[schedule]',
        "optimizers[1]: adam is",
    ),
    (
        'labels = "1 to  5"',
        'labels = [3, "3"]',
        'task.labels[1]: "3" is there twice; allowed: each value once',
    ),
    (
        "rate = [0.05, 0.1]",
        f"rate = {10**400}",
        "optimizers[0].rate: a whole number of more than 64 bits; allowed",
    ),
    ("beta1 = 0.8", f"beta1 = -{2**63 + 1}", "optimizers[0].beta1: a whole number of more than 64 bits"),
    ("updates = 10\n", f"updates = {2**63}\n", "small.updates: a whole number of more than 64 bits"),
    ("every = 10", f"every = 0x{'f' * 5000}", "schedule.every: a whole number of more than 64 bits"),
    ("rows = 50", f"rows = {'9' * 5000}", "no TOML: a whole number of more than 64 bits"),
    (
        "rows = 50",
        f"rows = {'[' * 5000}{']' * 5000}",
        "tables or lists lie in one another; allowed: 16 levels",
    ),
    ("rows = 50", f"rows = {'[' * 40}{']' * 40}", "tables or lists lie in one another; allowed: 16 levels"),
    (
        'loss = "zlpr", classes',
        'loss = "z\\nlpr", classes',
        "no cell has classes 100, loss z lpr; the grid has",
    ),
    (
        "epsilon = [0.05, 0.1]",
        "epsilon = []",
        "losses[1].epsilon: [] is empty; allowed: one value, or a list",
    ),
    (
        "epsilon = [0.05, 0.1]",
        "epsilon = 2",
        "losses[1].epsilon: 2 is not allowed; allowed: a number from 0 to 1",
    ),
    ("epsilon = [0.05, 0.1]", "epsilon = [[1]]", "losses[1].epsilon[0]: [1] is no number"),
    ("[1, [1, 2, 3]]", "[1, [1, nan]]", "losses[2].pos_weight[1][1]: NaN is outside; allowed: a number"),
    (
        'key = "adam"',
        'key = "adan"',
        'optimizers[0].key: "adan" is no optimizer, perhaps adam; allowed: sgd, ',
    ),
    (
        "rate = [0.05, 0.1]",
        'rate = "fast"',
        'optimizers[0].rate: "fast" is no number; allowed: a number above 0, or',
    ),
    (
        "rate = [0.05, 0.1]",
        "rate = [1, 1.0]",
        "optimizers[0].rate[1]: 1.0 is there twice; allowed: each value once",
    ),
    ("rate = [0.05, 0.1]", "rate = 0", "optimizers[0].rate: 0 is outside; allowed: a number above 0"),
    ("beta1 = 0.8", "beta = 0.8", "optimizers[0].beta: no such key, perhaps beta"),
    (
        "beta1 = 0.8",
        "beta1 = 2",
        "optimizers[0].beta1: 2 is not allowed; allowed: a number from 0 to 0.999999",
    ),
    (
        'kind = "step"',
        'kind = "stp"',
        'schedule.kind: "stp" is no schedule, perhaps step; allowed: constant, step, ',
    ),
    (
        "every = 10",
        "evry = 10",
        "schedule.evry: no such key, perhaps every; allowed: kind, every, gamma, warm_up",
    ),
    (
        "[0, 10, 100]",
        "[0, 101]",
        "recording.updates[1]: 101 is outside; allowed: a whole number from 0 to 100",
    ),
    ("updates = [0, 10, 100]", "raw = 1", "recording.raw: 1 is neither true nor false"),
    ("updates = [0, 10, 100]", 'metrics = ["f1"]', 'recording.metrics[0]: "f1" is no metric'),
    (
        "updates = [0, 10, 100]",
        'metrics = ["loss"]',
        'expect[0].metric: "micro_f1" is not recorded here; allowed: loss',
    ),
    ('"micro_f1"', '"f1"', 'expect[0].metric: "f1" is no metric'),
    (
        "classes = 100 }",
        "clas = 100 }",
        "expect[0].where.clas: no such coordinate, perhaps classes; allowed: ",
    ),
    (
        "classes = 100 }",
        "classes = 7 }",
        "expect[0]: no cell has classes 7, loss zlpr; the grid has loss zlpr, ",
    ),
    (', "smoothed_zlpr.epsilon" = 0.1', "", "expect[0]: minus: 2 cells have loss smoothed_zlpr"),
    ("tolerance = 0.1", "", "expect[0].tolerance: it is missing; allowed: a number from 0"),
    ("value = 0.3", "above = 0.3", "expect[0].tolerance: 0.1 does not go with above"),
    (
        "value = 0.3",
        "value = 0.3\nbelow = 1",
        "expect[0]: value and below to compare with; allowed: one of value",
    ),
    (
        "tolerance = 0.1",
        "tolerance = 0.1\nupdate = 11",
        "expect[0].update: 11 is not recorded; allowed: 0, 10, 100",
    ),
    ("updates = 10\n", "updates = -10\n", "n-choose-k.toml, small: updates: -10 is outside"),
    ("updates = 10\n", "upd = 10\n", "small.upd: no such key, perhaps updates"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES, ids=[said for _, _, said in MISTAKES])
def test_a_mistake_is_named(right: str, wrong: str, said: str) -> None:
    assert right in TEXT
    with pytest.raises(spec.SpecFailure) as caught:
        spec.read(TEXT.replace(right, wrong, 1), "n-choose-k.toml")
    message = str(caught.value)
    assert message.startswith("n-choose-k.toml")
    assert said in message
    assert "\n" not in message


def test_a_grid_that_is_too_large_is_refused_before_it_is_made() -> None:
    rates = ", ".join(str(rate) for rate in range(1, 1500))
    text = TEXT.replace("[0.05, 0.1]\nbeta1", f"[{rates}]\ndecay = [{rates}]\nbeta1")
    with pytest.raises(spec.SpecFailure, match=r"22,470,010 places of the grid; allowed: up to 1,000,000"):
        spec.read(text, "large.toml")


def test_tables_that_have_to_be_there() -> None:
    with pytest.raises(spec.SpecFailure, match=r"^none\.toml: task: it is missing; allowed: \[task\]"):
        spec.read("", "none.toml")
    with pytest.raises(spec.SpecFailure, match=r"^one\.toml: losses: \[\] is no list of tables"):
        spec.read('losses = []\n[task]\nkind = "linear"', "one.toml")
    with pytest.raises(spec.SpecFailure, match=r"task: 3 is no table"):
        spec.read("task = 3\nlosses = 3", "two.toml")


def test_files_of_a_task_lie_beside_its_specification(tmp_path: Path) -> None:
    np.savez(tmp_path / "mine.npz", logits=np.zeros((2, 3)), targets=np.eye(3)[:2])
    text = (
        '[task]\nkind = "logits"\nfile = "mine.npz"\n[[losses]]\nkey = "bce"\n[small.task]\nfile = "mine.npz"'
    )
    found = spec.read(text, "own.toml", tmp_path)
    assert found.task.settings == (("file", (str(tmp_path / "mine.npz"),)),)
    assert spec.small_version(found).task == found.task
    with pytest.raises(spec.SpecFailure, match=r"task: mine.npz: it cannot be read"):
        spec.read(text, "own.toml")


def test_the_example_of_the_page_is_understood() -> None:
    example = spec.read(simulate_page.EXAMPLE, "example.toml")
    assert len(example.cells) == 2 * 3 * 2
    assert spec.small_version(example).updates == 20


def test_the_ends_of_an_interval_are_written_as_they_are_typed() -> None:
    assert Number(1e-20, 10.0).words == "a number from 1e-20 to 10"
    assert Number(0, 10**15, whole=True).words == "a whole number from 0 to 1,000,000,000,000,000"
    assert Number(0.0, above=True, listed=True).words == "a number above 0, or a list of them"
