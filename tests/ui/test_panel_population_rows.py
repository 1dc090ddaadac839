"""The form of an experiment as data: what its rows say, and what comes of another text in one of them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from explorer import wording
from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training import shipped
from explorer.training.experiment import (
    Expectation,
    Experiment,
    LossChoice,
    OptimizerChoice,
    Schedule,
    TaskChoice,
)  # fmt: skip
from explorer.training.tasks import TASKS
from explorer.ui.panels import population_changes as changes
from explorer.ui.panels import population_rows as rows_of
from explorer.ui.panels.population_changes import FieldFailure

if TYPE_CHECKING:
    from explorer.ui.panels.population_rows import Row

USUAL = Experiment(title="test")


def row(experiment: Experiment, path: str) -> Row:
    return next(each for each in rows_of.rows(experiment) if rows_of.written_path(each.path) == path)


def changed(experiment: Experiment, path: str, text: str) -> Experiment:
    return changes.changed(experiment, row(experiment, path), text)


def everything() -> list[Experiment]:
    """Every task, loss and optimizer, and what comes with the program."""
    made = [Experiment(task=TaskChoice(kind)) for kind in TASKS]
    made += [Experiment(losses=(LossChoice(key),)) for key in LOSSES]
    made += [Experiment(optimizers=(OptimizerChoice(key),)) for key in OPTIMIZERS]
    return [*made, *map(shipped.shipped, shipped.paths())]


@pytest.mark.parametrize("experiment", everything(), ids=lambda each: each.title)
def test_what_a_row_shows_is_taken_back_as_it_is(experiment: Experiment) -> None:
    for each in rows_of.rows(experiment):
        if not each.given or not each.text:
            continue
        after = changes.changed(experiment, each, each.text)
        assert meaning(after) == meaning(experiment)


def meaning(experiment: Experiment) -> list[object]:
    """What the cells come to: a range of one number may be written as a number or as a text."""
    kind, cells = TASKS[experiment.task.kind], experiment.cells
    coordinates = [{**cell.coordinates, **kind.settings(**cell.task)} for cell in cells]
    return [coordinates, experiment.updates, experiment.seeds, experiment.schedule]


def test_commas_separate_the_values_of_an_axis() -> None:
    after = changed(USUAL, "task.classes", "20, 50,100")
    assert dict(after.task.settings)["classes"] == (20, 50, 100)
    assert len(after.cells) == 3 * len(USUAL.cells)
    assert row(after, "task.classes").text == "20, 50, 100"
    assert changed(after, "optimizers[0].rate", "1e-3, 0.5").optimizers[0].rates == (0.001, 0.5)


def test_a_range_and_numbers_per_class_are_one_value() -> None:
    after = changed(USUAL, "task.labels", "1 to 3, 4")
    assert len(dict(after.task.settings)["labels"]) == 2
    per_class = changed(Experiment(losses=(LossChoice("bce"),)), "losses[0].pos_weight", "1 2.5 3")
    assert dict(per_class.losses[0].settings)["pos_weight"] == ((1.0, 2.5, 3.0),)
    assert row(per_class, "losses[0].pos_weight").text == "1 2.5 3"


def test_an_empty_text_is_the_default() -> None:
    assert changed(changed(USUAL, "seeds", "7"), "seeds", " ").seeds == Experiment.seeds
    after = changed(changed(USUAL, "task.classes", "7"), "task.classes", "")
    assert after.task.settings == ()


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("seeds", "many", '"many" is no whole number'),
        ("seeds", "3, 4", "is no whole number"),
        ("optimizers[0].rate", "0", "0 is outside; allowed: a number above 0"),
        ("task.classes", "-3", "-3 is not allowed"),
        ("task.classes", "10, 10", "is there twice"),
        ("losses[1].weight", "x", '"x" is no number'),
    ],
)
def test_what_is_wrong_is_said_with_the_row_it_is_about(path: str, text: str, said: str) -> None:
    with pytest.raises(FieldFailure) as failure:
        changed(USUAL, path, text)
    assert said in str(failure.value)
    assert failure.value.path.partition("[")[0] == path.partition("[")[0]


def test_settings_that_do_not_go_together_are_refused() -> None:
    with pytest.raises(FieldFailure, match="more than classes"):
        changed(changed(USUAL, "task.classes", "3"), "task.labels", "2 to 5")


def test_another_task_keeps_the_settings_that_it_has_too() -> None:
    after = changed(changed(USUAL, "task.classes", "7"), "task.rows", "50")
    free = changed(after, "task.kind", "logits")
    names = {parameter.name for parameter in TASKS["logits"].parameters}
    assert set(dict(free.task.settings)) == {"classes", "rows"} & names
    assert dict(free.task.settings)["classes"] == (7,)


def test_settings_that_do_not_go_with_another_task_are_left_out() -> None:
    few = replace(USUAL, task=TaskChoice("logits", (("classes", (4,)), ("labels", (2,)))))
    assert dict(changed(few, "task.kind", "linear").task.settings) == {"classes": (4,), "labels": (2,)}
    lone = replace(USUAL, task=TaskChoice("logits", (("classes", (4,)),)))  # linear has up to 5 labels
    assert changed(lone, "task.kind", "linear").task == TaskChoice("linear")


def test_another_optimizer_has_its_usual_rate() -> None:
    after = changed(changed(USUAL, "optimizers[0].beta1", "0.5"), "optimizers[0].key", "sgd")
    assert after.optimizers == (OptimizerChoice("sgd", (OPTIMIZERS["sgd"].rate,)),)


def test_a_schedule_has_settings_of_its_own() -> None:
    cosine = changed(USUAL, "schedule.kind", "cosine")
    after = changed(changed(cosine, "schedule.floor", "0.1"), "schedule.warm_up", "10")
    assert after.schedule == Schedule("cosine", (("floor", 0.1),), 10)
    assert changed(after, "schedule.kind", "constant").schedule == Schedule("constant", (), 10)


def test_losses_and_optimizers_come_and_go_but_one_stays() -> None:
    more = changes.with_loss(USUAL, "smoothed_zlpr", {"epsilon": 0.2})
    assert more.losses[-1] == LossChoice("smoothed_zlpr", (("epsilon", (0.2,)),))
    one = changes.without(changes.without(more, "losses", 0), "losses", 0)
    assert [loss.key for loss in one.losses] == ["smoothed_zlpr"]
    assert changes.without(one, "losses", 0) == one
    two = changes.with_optimizer(USUAL)
    assert len({choice.key for choice in two.optimizers}) == 2
    assert changes.without(two, "optimizers", 1) == USUAL
    with pytest.raises(FieldFailure, match="the same as"):
        changes.with_loss(USUAL, "zlpr")


def test_fewer_updates_leave_out_what_comes_later() -> None:
    experiment = shipped.shipped("n-choose-k")
    fewer = changed(experiment, "updates", "150")
    named = experiment.recording.updates
    assert fewer.recording.updates == tuple(update for update in named if update <= 150)
    assert fewer.expected == tuple(each for each in experiment.expected if each.update <= 150)
    assert changes.dropped_words(experiment, fewer) != ""
    assert changes.dropped_words(experiment, experiment) == ""
    more = changed(fewer, "updates", "300")
    assert set(fewer.recording.updates) < set(more.recording.updates)  # the end is not a straight line
    assert more.expected == fewer.expected


def test_a_changed_experiment_does_not_tell_the_story_of_another() -> None:
    experiment = shipped.shipped("n-choose-k")
    more = changed(experiment, "seeds", "7")
    assert (more.title, more.about, more.expected) == (
        "n choose k, changed", experiment.about, experiment.expected,
    )  # fmt: skip
    other = changed(more, "optimizers[0].rate", "0.1")
    assert (other.title, other.about, other.source, other.expected) == ("n choose k, changed", "", "", ())
    assert changed(experiment, "seeds", str(experiment.seeds)) == replace(experiment, small={})
    assert changed(USUAL, "seeds", "7").title == USUAL.title


@pytest.mark.parametrize("experiment", everything(), ids=lambda each: each.title)
def test_updates_can_be_fewer_or_more(experiment: Experiment) -> None:
    for updates in (0, 1, experiment.updates // 2, 2 * experiment.updates):
        after = changed(experiment, "updates", str(updates))
        assert after.updates == updates
        assert {each.update for each in after.expected} <= {each.update for each in experiment.expected}


def test_metrics_are_named_or_all() -> None:
    few = changed(USUAL, "recording.metrics", "loss, micro_f1")
    assert few.recording.metrics == ("loss", "micro_f1")
    assert changed(few, "recording.metrics", "loss").recording.metrics == ("loss",)
    assert changed(few, "recording.metrics", "all") == USUAL
    assert row(USUAL, "recording.metrics").text == "all"
    with pytest.raises(FieldFailure, match="allowed"):
        changed(USUAL, "recording.metrics", "loss, beauty")


def test_what_is_expected_is_kept_as_long_as_it_can_be_told() -> None:
    expected = (Expectation("loss", (("loss", "zlpr"),), USUAL.updates, 0.0, 1.0),)
    experiment = replace(USUAL, expected=expected, small=MappingProxyType({"seeds": 1}))
    kept = changed(experiment, "seeds", str(experiment.seeds + 1))
    assert kept.expected == experiment.expected
    assert changes.without(kept, "losses", 0).expected == ()  # it was of that loss
    assert not kept.small  # it was a version of another experiment


def test_settings_that_say_nothing_are_not_shown():
    def named(**settings):
        given = tuple((name, (value,)) for name, value in settings.items())
        kind = "data" if "hidden" in settings or not settings else "logits"
        return {row.path[-1]: row for row in rows_of.rows(Experiment(task=TaskChoice(kind, given)))}

    labels, chances = named(targets="labels"), named(targets="chances")
    assert "labels" in labels
    assert not {"chances", "first_chance", "rows", "together"} & labels.keys()
    assert not {"labels", "softness"} & chances.keys()
    assert chances["first_chance"].unit == "as the others"
    assert "rows" in named(targets="chances", drawn="anew")
    data = named()
    assert (data["rows"].unit, data["hidden"].unit) == ("all", "none")
    assert "start" not in data
    assert "start" in named(hidden=16)
    assert "labels" in named(targets="chances", labels=(1, 2))  # what was said is never hidden


def test_a_changed_experiment_is_called_so_in_each_of_its_languages() -> None:
    experiment = shipped.shipped("n-choose-k")
    more = changed(changed(experiment, "seeds", "7"), "seeds", "8")
    with wording.speaking("zh"):
        assert (more.said_title, more.said_about) == ("n 选 k（已改）", experiment.said_about)
        other = changed(experiment, "task.rows", "77")
        assert (other.title, other.said_title, other.said_about) == (
            "n choose k, changed",
            "n 选 k（已改）",
            "",
        )
        own = changed(replace(experiment, title="own", words=()), "seeds", "7")
    assert own.title == "own（已改）"


def test_ranges_are_shown_read_and_refused_in_the_language() -> None:
    with wording.speaking("zh"):
        assert row(USUAL, "task.labels").text == "1 到 5"
        for text in ("1 到 3", "1到3", "1 to 3"):
            after = changed(USUAL, "task.labels", text)
            assert dict(after.task.settings)["labels"] == ("1 to 3",)  # as every reader of files knows it
            assert row(after, "task.labels").text == "1 到 3"
        assert row(changed(USUAL, "task.labels", "1 到 3，2"), "task.labels").text == "1 到 3, 2"
        with pytest.raises(FieldFailure) as failure:
            changed(USUAL, "task.labels", "3 到 1")
    assert "3 到 1" in str(failure.value)
    assert "小到大" in str(failure.value)
    assert row(USUAL, "task.labels").text == "1 to 5"


def test_rows_and_what_is_wrong_with_them_are_said() -> None:
    with wording.speaking("zh"):
        assert row(USUAL, "updates").label == "更新次数"
        with pytest.raises(FieldFailure) as failure:
            changed(USUAL, "updates", "-1")
    assert (failure.value.path, str(failure.value)) == (
        "updates",
        "-1 超出范围；允许：0 到 10,000,000 的整数",
    )
