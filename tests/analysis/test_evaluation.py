from __future__ import annotations

import csv
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from explorer.analysis.budget import budget
from explorer.analysis.decisions import f1
from explorer.analysis.evaluation import evaluate, evaluations, pinned
from explorer.losses import LOSSES
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.analysis.conftest import SHOWN, make_sample, random_sample

ZLPR, SOFT, BCE = ShownLoss("zlpr"), ShownLoss("soft_zlpr"), ShownLoss("bce")
ROOT = Path(__file__).parents[2]
CELLS = ROOT / "tests" / "data" / "five-samples-bce.csv"
OPENING = tuple(ShownLoss(key) for key in ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce"))


def numbers_of(path: Path) -> np.ndarray:
    """Read the numbers of a table with one line of names and one column of names."""
    rows = list(csv.reader(path.read_text().splitlines()))[1:]
    return np.array([row[1:] for row in rows], dtype=np.float64)


def opening(sample: int = 0) -> State:
    numbers = numbers_of(ROOT / "assets" / "five-samples.csv")
    table = Table.of(numbers[:, :5], numbers[:, 5:], classes=list("abcde"))
    return State(Study("Five samples", table, OPENING), Look(sample=sample))


def test_evaluation_is_what_the_loss_says(shown: ShownLoss) -> None:
    sample, loss = random_sample(6, labels=1), LOSSES[shown.key]
    answer = evaluate(sample, shown)
    assert answer.refusal is None
    assert answer.value == loss.value(sample.logits, sample.targets)
    assert answer.lowest == loss.lowest(sample.targets)
    assert answer.gradient.tolist() == loss.gradient(sample.logits, sample.targets).tolist()
    assert answer.decision.tolist() == loss.decide(sample.logits).tolist()
    assert answer.f1 == f1(answer.decision, sample.targets)
    assert answer.budget == budget(answer.gradient)
    assert answer.up == pytest.approx(sum(-slope for slope in answer.gradient if slope < 0), rel=1e-14)
    assert answer.down == pytest.approx(sum(slope for slope in answer.gradient if slope > 0), rel=1e-14)
    assert answer.lowest <= answer.value


def test_numbers_that_are_no_cosines_are_computed_and_said() -> None:
    sample = make_sample([0.5, 3.2, -1.0], [1, 0, 0])
    answer = evaluate(sample, ShownLoss("circle"))
    assert math.isfinite(answer.value)
    assert answer.caution == "expects cosines from −1 to 1; class 1 is 3.20"
    assert evaluate(sample, BCE).caution is None
    soft = make_sample([0.5, 3.2, -1.0], [1, 0.5, 0])
    refused = evaluate(soft, ShownLoss("circle"))
    assert refused.refusal is not None
    assert refused.caution is None


def test_settings_reach_the_loss() -> None:
    sample = random_sample(5)
    strong = ShownLoss("smoothed_bce", (("epsilon", 0.4),))
    assert evaluate(sample, strong).value == LOSSES["smoothed_bce"].value(
        sample.logits, sample.targets, epsilon=0.4
    )
    assert evaluate(sample, strong).value != evaluate(sample, ShownLoss("smoothed_bce")).value


def test_five_samples() -> None:
    """The worked example of a public question: five samples, five classes."""
    zlpr = [evaluate(opening(row).sample, ZLPR).value for row in range(5)]
    assert zlpr == pytest.approx([6.4591, 5.0730, 2.7234, 3.8226, 1.3319], abs=5e-5)
    bce = [evaluate(opening(row).sample, BCE).value for row in range(5)]
    assert bce == pytest.approx(numbers_of(CELLS).sum(axis=1), abs=2e-6)


@pytest.mark.parametrize("count", [100, 10_000])
def test_budget_at_zero_logits(count: int) -> None:
    """With k labels ZLPR gives each side less than 1 in all; BCE gives (n - k) / 2 to the rest."""
    sample = make_sample(np.zeros(count), np.arange(count) < 3)
    zlpr, bce = evaluate(sample, ZLPR), evaluate(sample, BCE)
    assert zlpr.up == pytest.approx(3 / 4, rel=1e-12)
    assert zlpr.down == pytest.approx((count - 3) / (count - 2), rel=1e-12)
    assert bce.up / count == pytest.approx(1.5 / count, rel=1e-12)
    assert bce.down / count == pytest.approx((count - 3) / 2 / count, rel=1e-12)
    assert bce.budget.down / bce.budget.total == pytest.approx((count - 3) / count, rel=1e-12)


def test_lowest_value_of_soft_labels_is_not_zero() -> None:
    targets = np.array([0.9, 0.3, 0.6, 0.05])
    sample = make_sample(0.5 * np.log(targets / (1 - targets)), targets)
    answer = evaluate(sample, SOFT)
    assert answer.lowest == pytest.approx(1.8053, abs=5e-5)
    assert answer.value == pytest.approx(answer.lowest, rel=1e-13)


def test_a_refused_loss_still_answers() -> None:
    sample = make_sample([1.0, -1.0, 2.0], [1.0, 0.3, 0.0])
    answer = evaluate(sample, ZLPR)
    assert answer.refusal
    assert "class 1" in answer.refusal
    assert answer.caution is None
    assert math.isnan(answer.value)
    assert math.isnan(answer.lowest)
    assert math.isnan(answer.up)
    assert answer.gradient.shape == (3,)
    assert np.isnan(answer.gradient).all()
    assert answer.decision.tolist() == [True, False, True]
    assert answer.f1 == pytest.approx(2 / 3)


def test_out_of_its_domain_a_loss_is_cautious() -> None:
    answer = evaluate(make_sample([1.0, 2.0, 3.0], [1.0, 1.0, 0.3]), ShownLoss("cross_entropy"))
    assert answer.refusal is None
    assert answer.caution
    assert "2.30" in answer.caution
    assert math.isfinite(answer.value)


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("labels", [0, 1, 3])
def test_odd_logits_are_quiet(shown: ShownLoss, odd: float, labels: int) -> None:
    """Warnings are errors in this suite, so an answer is enough."""
    sample = make_sample([odd, 0.5, -1.0], np.arange(3) < labels)
    answer = evaluate(sample, shown)
    assert answer.gradient.shape == answer.decision.shape == (3,)
    # Without labels cross entropy weighs nothing, and what weighs nothing is silent.
    assert math.isnan(answer.value) or not math.isnan(odd) or labels == 0


@pytest.mark.parametrize("odd", [np.nan, np.inf, -1.0, 2.0])
def test_odd_targets_are_quiet(shown: ShownLoss, odd: float) -> None:
    answer = evaluate(make_sample([1.0, 0.5, -1.0], [odd, 1.0, 0.0]), shown)
    assert answer.gradient.shape == (3,)
    assert answer.refusal is None or math.isnan(answer.value)


def test_the_same_question_has_the_same_answer_object() -> None:
    sample = random_sample(5)
    assert evaluate(sample, ZLPR) is evaluate(sample, ShownLoss("zlpr"))
    with pytest.raises(ValueError, match="read-only"):
        evaluate(sample, ZLPR).gradient[0] = 0.0


def test_an_edit_is_never_answered_from_before() -> None:
    state = opening()
    before = evaluate(state.sample, BCE).value
    table = state.study.table
    for step in range(1, 400):  # more than are kept, and each sample is forgotten at once
        edited = table.with_logit(0, 0, step / 10).sample(0)
        expected = LOSSES["bce"].value(edited.logits, edited.targets)
        assert evaluate(edited, BCE).value == expected != before
    assert evaluate(table.sample(0), BCE).value == before


def test_an_edited_target_is_judged_anew() -> None:
    table = opening().study.table
    for target in (0.0, 0.3, 1.0, 0.5, 0.0):
        table = table.with_target(0, 3, target)
        sample = table.sample(0)
        assert evaluate(sample, SOFT).lowest == LOSSES["soft_zlpr"].lowest(sample.targets)
        assert (evaluate(sample, ZLPR).refusal is None) == (target in (0.0, 1.0))


def test_only_losses_that_are_on_are_evaluated_in_order() -> None:
    state = opening()
    assert [answer.shown for answer in evaluations(state)] == list(OPENING)
    off = replace(state, study=replace(state.study, shown=(replace(OPENING[0], on=False), *OPENING[:0:-1])))
    assert [answer.shown for answer in evaluations(off)] == list(OPENING[:0:-1])
    assert evaluations(state)[0] is evaluate(state.sample, state.study.shown[0])


def test_pinned_losses_are_those_shown_on_the_pinned_state() -> None:
    state = opening()
    assert pinned(state) is None
    before, table = evaluations(state), state.study.table
    study = replace(state.study, pin=Pin.of(state.sample), table=table.with_logit(0, 0, -3.0))
    moved = replace(state, study=study)
    after = pinned(moved)
    assert after is not None
    assert [answer.value for answer in after] == [answer.value for answer in before]
    assert [answer.value for answer in evaluations(moved)] != [answer.value for answer in before]
    again = pinned(replace(state, study=replace(study, table=study.table.with_logit(0, 1, 2.0))))
    assert again is not None
    assert all(first is second for first, second in zip(after, again, strict=True))


def test_a_pin_of_another_sample_or_size_is_not_shown() -> None:
    state = opening()
    study = replace(state.study, pin=Pin.of(state.sample))
    assert pinned(State(study, Look(sample=1))) is None
    grown = replace(study, table=study.table.with_class_added("new"))
    assert pinned(State(grown, Look())) is None


def test_settings_for_other_classes_are_said_not_raised() -> None:
    weighted = ShownLoss("bce", (("pos_weight", (1.0, 2.0, 3.0)),))
    assert evaluate(random_sample(3), weighted).refusal is None
    answer = evaluate(random_sample(4), weighted)
    assert answer.refusal == "has 3 numbers in pos_weight for 4 classes; it takes one, or one a class"
    assert math.isnan(answer.value)
    assert answer.decision.shape == (4,)


@pytest.mark.parametrize("settings", [(("epsilon", 5.0),), (("gamma", 1.0),), (("epsilon", math.nan),)])
def test_settings_that_are_not_allowed_are_said_not_raised(settings: tuple[tuple[str, float], ...]) -> None:
    answer = evaluate(random_sample(4), ShownLoss("smoothed_bce", settings))
    assert answer.refusal is not None
    assert answer.refusal.startswith("cannot be computed: loss 'smoothed_bce': ")
    assert settings[0][0] in answer.refusal
    assert math.isnan(answer.value)


def test_every_loss_is_tested() -> None:
    assert [shown.key for shown in SHOWN] == list(LOSSES)


def test_a_pin_keeps_the_settings_it_was_set_with() -> None:
    state = opening()
    study = state.study
    pinned_study = replace(study, pin=Pin.of(state.sample, study.shown))
    place = next(index for index, shown in enumerate(study.shown) if shown.key == "smoothed_zlpr")
    changed = study.shown[place].with_setting("epsilon", 0.4)
    shown = (*study.shown[:place], changed, *study.shown[place + 1 :])
    after = State(replace(pinned_study, shown=shown))
    before = pinned(after)
    assert before is not None
    assert before[place].value == evaluations(state)[place].value
    assert before[place].value != evaluations(after)[place].value


def test_a_loss_added_after_the_pin_is_compared_with_its_settings_of_now() -> None:
    state = opening()
    pin = Pin.of(state.sample, state.study.shown)
    added = ShownLoss("label_smoothing", (("epsilon", 0.3),))
    twice = (*state.study.shown, added, replace(state.study.shown[1], settings=(("epsilon", 0.7),)))
    assert pin.settings_of(twice) == twice
    assert pin.settings_of(state.study.shown) == state.study.shown
