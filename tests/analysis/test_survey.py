"""The survey: what evaluation says of one sample it says of all, also where there is no answer."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from explorer.analysis import passes
from explorer.analysis.evaluation import evaluate
from explorer.analysis.survey import MOST_ANEW, Survey, asked, survey
from explorer.catalogue import Labels
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss, Study
from explorer.study.table import Table
from tests.analysis.conftest import SHOWN

FOUR = tuple(ShownLoss(key) for key in ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce"))
ODD = (
    ShownLoss("bce", (("pos_weight", (1.0, 2.0, 3.0)),)),  # fits three classes alone
    ShownLoss("smoothed_bce", (("epsilon", 5.0),)),  # fits none
    ShownLoss("smoothed_zlpr", (("epsilon", 0.4),)),
)
logits = st.floats(-50.0, 50.0) | st.sampled_from([0.0, -0.0, math.nan, math.inf, -math.inf, 1e300, -1e4])
targets = st.sampled_from([0.0, 1.0]) | st.sampled_from(
    [0.0, 1.0, 0.5, 0.3, 0.7, -1.0, 2.0, math.nan, math.inf]
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    shape = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    return Table.of(draw(arrays.arrays(float, shape, elements=logits)), draw(marks(shape)))


def marks(shape: tuple[int, int]) -> st.SearchStrategy[np.ndarray]:
    """Targets of all kinds: whole rows of 0 and 1 are common, one-hot rows are there too."""
    one_hot = st.lists(st.integers(0, shape[1] - 1), min_size=shape[0], max_size=shape[0]).map(
        lambda places: np.eye(shape[1])[places]
    )
    hard = arrays.arrays(float, shape, elements=st.sampled_from([0.0, 1.0]))
    return one_hot | hard | arrays.arrays(float, shape, elements=targets)


def study_of(table: Table, shown: tuple[ShownLoss, ...] = FOUR) -> Study:
    return Study("many", table, shown)


def random_study(rows: int, classes: int, shown: tuple[ShownLoss, ...] = FOUR, seed: int = 0) -> Study:
    random = np.random.default_rng(seed)
    return study_of(
        Table.of(random.normal(0.0, 3.0, (rows, classes)), random.random((rows, classes)) < 0.3), shown
    )


def margin_of(logits: np.ndarray, targets: np.ndarray) -> float:
    inside = [s for s, t in zip(logits, targets, strict=True) if t > 0.5]
    outside = [s for s, t in zip(logits, targets, strict=True) if not t > 0.5]
    if not inside or not outside or any(math.isnan(s) for s in (*inside, *outside)):
        return math.nan
    return min(inside) - max(outside)


def check(found: Survey, study: Study, rows: range | None = None) -> None:
    """Every sample by itself says the same."""
    table = study.table
    for row in range(len(table)) if rows is None else rows:
        sample = table.sample(row)
        for place, shown in enumerate(asked(study)):
            answer = evaluate(sample, shown)
            with np.errstate(all="ignore"):
                norm = math.sqrt(float((answer.gradient**2).sum()))
            np.testing.assert_allclose(found.values[place, row], answer.value, rtol=1e-13)
            np.testing.assert_allclose(found.norms[place, row], norm, rtol=1e-12)
            assert np.array_equal(found.f1[place, row], answer.f1, equal_nan=True)
            if answer.refusal is not None:
                assert math.isnan(found.values[place, row])
                assert math.isnan(found.norms[place, row])
        with np.errstate(all="ignore"):
            np.testing.assert_array_equal(found.margin[row], margin_of(sample.logits, sample.targets))
        assert found.labels[row] == sum(t > 0.5 for t in sample.targets)


@settings(max_examples=80, deadline=None)
@given(tables())
def test_every_sample_says_what_it_says_alone(table: Table) -> None:
    study = study_of(table, (*SHOWN, *ODD))
    check(survey(study), study)


@settings(deadline=None)
@given(tables(), st.sampled_from([key for key, loss in LOSSES.items() if not loss.takes_other_logits]))
def test_a_loss_has_no_value_exactly_where_it_refuses(table: Table, key: str) -> None:
    loss = LOSSES[key]
    shown = np.zeros((len(table), table.class_count))
    values = passes.evaluate_block(shown, table.arrays()[1], [ShownLoss(key)]).values[0]
    for row, value in enumerate(values):
        marks = table.sample(row).targets
        if loss.refuses(marks) is not None:
            assert math.isnan(value)
        elif Labels.SOFT.hold(np, marks):
            assert not math.isnan(value)


@pytest.mark.parametrize(("rows", "classes"), [(1, 1), (2_100, 3), (700, 100), (15, 10_000)])
def test_blocks_of_all_sizes(rows: int, classes: int) -> None:
    study = random_study(rows, classes)
    found = survey(study)
    check(found, study, range(0, rows, max(1, rows // 7)))
    check(found, study, range(rows - 1, rows))


def test_rows_of_a_block_are_as_many_as_the_cache_likes() -> None:
    assert passes.block_rows(1) == passes.MOST_ROWS
    assert 512 <= passes.block_rows(100) <= passes.MOST_ROWS
    assert passes.block_rows(10**9) == 1


def test_order_in_memory_changes_no_digit() -> None:
    study = random_study(300, 37)
    logits, targets = study.table.arrays()
    plain = passes.evaluate_block(logits, targets, FOUR)
    other = passes.evaluate_block(np.asfortranarray(logits), np.asfortranarray(targets), FOUR)
    assert np.array_equal(plain.values, other.values)
    assert np.array_equal(plain.norms, other.norms)


def test_progress_comes_after_every_block_and_a_check_can_end_the_pass() -> None:
    study = random_study(1_000, 400)
    told: list[tuple[int, int]] = []
    step = passes.block_rows(400)
    passes.evaluate_all(study.table, 400, FOUR, lambda done, total: told.append((done, total)))
    assert told == [(min(stop, 1_000), 1_000) for stop in range(step, 1_000 + step, step)]

    def leave() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        passes.evaluate_all(study.table, 400, FOUR, None, leave)


def test_only_losses_that_are_on_are_asked() -> None:
    study = random_study(5, 3, (replace(FOUR[0], on=False), FOUR[2]))
    found = survey(study)
    assert found.shown == (FOUR[2],)
    assert found.values.shape == found.norms.shape == found.f1.shape == (1, 5)
    assert survey(random_study(5, 3, ())).values.shape == (0, 5)


def test_columns_by_name() -> None:
    found = survey(random_study(7, 3, FOUR[:2]))
    names = ("value:0", "value:1", "norm:0", "norm:1", "f1:0", "f1:1", "margin", "labels")
    assert found.columns() == names
    assert all(found.column(name).shape == (7,) for name in names)
    assert np.array_equal(found.column("norm:1"), found.norms[1])
    assert np.array_equal(found.column("f1:0"), found.f1[0])
    assert np.array_equal(found.column("value:0"), found.values[0])
    with pytest.raises(KeyError, match="no column 'value:2'; there are value:0, "):
        found.column("value:2")


def test_what_is_found_cannot_be_written() -> None:
    study = random_study(4, 3)
    found = survey(study)
    patched = found.with_row(replace(study, table=study.table.with_logit(1, 1, 9.0)), 1)
    for one in (found, patched):
        for name in one.columns():
            with pytest.raises(ValueError, match="read-only"):
                one.column(name)[0] = 1


def test_answers_of_another_size_are_refused() -> None:
    study = random_study(4, 3)
    with pytest.raises(ValueError, match=r"answers of shape \(4, 4\) for \(losses, samples\) \(2, 4\)"):
        Survey.of(replace(study, shown=FOUR[:2]), survey(study).found)


# Keeping up


def test_a_survey_is_current_until_a_number_or_a_loss_changes() -> None:
    study = random_study(6, 3)
    found = survey(study)
    table = study.table
    assert found.is_current(study)
    assert found.is_current(replace(study, title="other"))
    assert found.is_current(replace(study, table=table.with_logit(2, 1, 5.0).with_row(2, *row(table, 2))))
    assert found.is_current(study.with_class_renamed(1, "other"))
    assert not found.is_current(replace(study, table=table.with_logit(2, 1, 5.0)))
    assert not found.is_current(study.with_class_added("one more"))
    assert not found.is_current(study.with_classes_reordered([1, 0, 2]))
    assert not found.is_current(replace(study, shown=FOUR[:3]))
    assert not found.is_current(replace(study, shown=(FOUR[0].with_setting("epsilon", 0.5), *FOUR[1:])))
    assert not found.is_current(random_study(6, 3, seed=1))


def row(table: Table, index: int) -> tuple[np.ndarray, np.ndarray]:
    sample = table.sample(index)
    return sample.logits, sample.targets


def test_one_edited_sample_is_answered_anew() -> None:
    study = random_study(50, 4)
    before = survey(study)
    edited = replace(study, table=study.table.with_logit(17, 2, -8.0))
    after = before.with_row(edited, 17)
    assert after.is_current(edited)
    check(after, edited)
    assert before.values[2, 17] != after.values[2, 17]
    again = replace(edited, table=edited.table.with_target(3, 0, 1.0))
    check(after.with_row(again, 3), again)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), logits, st.booleans()), max_size=8))
def test_a_survey_catches_up_with_any_edits(edits: list[tuple[int, int, float, bool]]) -> None:
    study = random_study(10, 3)
    found = survey(study)
    for index, place, number, is_target in edits:
        table = study.table
        change = table.with_target if is_target else table.with_logit
        study = replace(study, table=change(index, place, number))
        caught_up = found.caught_up(study)
        assert caught_up is not None
        assert caught_up.is_current(study)
        check(caught_up, study)
        if number < 0:
            found = caught_up  # from wherever it was last
    back = found.caught_up(random_study(10, 3))
    assert back is not None
    check(back, random_study(10, 3))


def test_it_catches_up_with_a_base_that_was_edited_already() -> None:
    study = random_study(10, 3)
    edited = replace(study, table=study.table.with_logit(4, 0, 7.0).with_logit(5, 0, 7.0))
    caught_up = survey(edited).caught_up(replace(study, table=study.table.with_logit(5, 0, 7.0)))
    assert caught_up is not None
    check(caught_up, replace(study, table=study.table.with_logit(5, 0, 7.0)))


def test_it_catches_up_under_other_names_but_not_with_other_classes_or_losses() -> None:
    study = random_study(10, 3)
    found = survey(study)
    renamed = study.with_class_renamed(0, "other")
    edited = replace(renamed, table=renamed.table.with_logit(1, 0, 7.0))
    caught_up = found.caught_up(edited)
    assert caught_up is not None
    assert caught_up.is_current(edited)
    check(caught_up, edited)
    assert found.caught_up(study.with_class_added("more")) is None
    assert found.caught_up(study.with_classes_reordered([2, 1, 0])) is None
    assert found.caught_up(replace(study, shown=FOUR[1:])) is None


def test_too_many_edits_need_a_pass() -> None:
    study = random_study(MOST_ANEW + 1, 1, FOUR[2:3])
    table = study.table
    for index in range(MOST_ANEW):
        table = table.with_logit(index, 0, 1.5)
    found = survey(study)
    caught_up = found.caught_up(replace(study, table=table))
    assert caught_up is not None
    assert np.array_equal(caught_up.values, survey(replace(study, table=table)).values)
    assert found.caught_up(replace(study, table=table.with_logit(MOST_ANEW, 0, 1.5))) is None


def test_several_threads_give_the_same_answers():
    random = np.random.default_rng(4)
    table = Table.of(random.normal(0.0, 3.0, (5000, 30)), random.random((5000, 30)) < 0.2)
    shown = tuple(ShownLoss(key) for key in ("zlpr", "bce", "cross_entropy"))
    one = passes.evaluate_all(table, 30, shown)
    told = []
    several = passes.evaluate_all(table, 30, shown, lambda done, total: told.append((done, total)), threads=4)
    for name in ("values", "norms", "f1", "margin", "labels"):
        assert np.array_equal(getattr(one, name), getattr(several, name), equal_nan=True), name
    assert told == sorted(told)
    assert told[-1] == (5000, 5000)


def test_several_threads_end_when_one_is_told_to():
    table = Table.of(np.zeros((20_000, 30)))
    calls = []

    def check():
        calls.append(None)
        if len(calls) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        passes.evaluate_all(table, 30, (ShownLoss("zlpr"), ShownLoss("bce")), check=check, threads=3)
    assert len(calls) == 5  # the other threads were in the middle of their blocks and looked no further
