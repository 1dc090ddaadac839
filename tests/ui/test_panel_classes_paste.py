from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.readings import sigma, sigma_of_double
from explorer.study.state import State
from explorer.study.study import Look
from explorer.ui import clipboard
from explorer.ui.controls.numbers import plain
from explorer.ui.panels import cells
from explorer.ui.panels.cells import Column
from explorer.ui.panels.classes_paste import is_cells, pasted
from tests.ui.panel_parts import CLASSES, HARD, LOGITS, study_of

N, S, T, P = Column.NAME, Column.LOGIT, Column.TARGET, Column.SIGMA
floats = st.floats(allow_nan=True)


def state(selected=(), **changes) -> State:
    return State(study_of(**changes), Look(selected=frozenset(selected)))


def after(row, column, text, **changes):
    """Return logits and targets after pasting."""
    before = state(**changes)
    change = pasted(before, row, column, text)
    assert change is not None
    sample = change.study.table.sample(0)
    return sample.logits.tolist(), sample.targets.tolist()


@pytest.mark.parametrize(
    ("column", "text", "logits", "targets"),
    [
        (S, "1\n2", [1.0, 2.0], [0.0, 0.0]),
        (N, "1\n2\n", [1.0, 2.0], [0.0, 0.0]),
        (T, "1\r\n0.5", list(LOGITS[3:]), [1.0, 0.5]),
        (S, "1\t1\n−2\t0.5", [1.0, -2.0], [1.0, 0.5]),
        (S, "1,1\n2,0.5", [1.0, 2.0], [1.0, 0.5]),
        (S, "1,5\t1\n-2,25\t0,5", [1.5, -2.25], [1.0, 0.5]),  # a German spreadsheet
        (S, '"1"\t"0"', [1.0, LOGITS[4]], [0.0, 0.0]),
        (S, "\t1\n3\t", [LOGITS[3], 3.0], [1.0, 0.0]),  # an empty cell changes nothing
        (S, "s\n1\n2", [1.0, 2.0], [0.0, 0.0]),
        (T, "target\tlogit\n1\t7\n0\t8", [7.0, 8.0], [1.0, 0.0]),
    ],
)
def test_columns_fill_downwards(column, text, logits, targets) -> None:
    assert after(3, column, text) == ([*LOGITS[:3], *logits], [*HARD[:3], *targets])


def test_a_row_of_numbers_fills_downwards_too() -> None:
    assert after(0, S, "1\t2\t3\t4\t5")[0] == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert after(1, T, "1, 0, 1")[1] == [1.0, 1.0, 0.0, 1.0, 0.0]


@pytest.mark.parametrize(
    "text",
    [
        "class\tlogit\ttarget\nblur\t7\t1\ncat\t8\t0.5",
        "blur\t7\t1\ncat\t8\t0.5",
        "target,class,logit\n1,blur,7\n0.5,cat,8",
    ],
)
@pytest.mark.parametrize("column", [N, S, P])
def test_names_say_which_classes(text, column) -> None:
    assert after(2, column, text) == ([8.0, *LOGITS[1:4], 7.0], [0.5, *HARD[1:4], 1.0])


def test_one_number_goes_to_all_that_are_chosen() -> None:
    before = state(selected=(0, 2, 3))
    change = pasted(before, 2, S, "5")
    assert change is not None
    assert change.study.table.sample(0).logits.tolist() == [5.0, LOGITS[1], 5.0, 5.0, LOGITS[4]]
    assert change.label == "Set 3 logits to +5"
    alone = pasted(before, 1, T, "0.5")
    assert alone is not None
    assert alone.study.table.sample(0).targets.tolist() == [1.0, 0.5, 0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        (S, "1\n2\n3", "paste: 3 rows from indoor on; there are 2"),
        (S, "1\t2\n3", "paste: row 2 has 1 cells; allowed are 2, as in row 1"),
        (S, "1\nhello", "paste: row 2, “hello” is no number; allowed: any number, nan, inf, -inf"),
        (S, "1\t0\t1\n1\t0\t1", "paste: 3 columns; allowed are 1 or 2, logits and targets"),
        (T, "1\t0\n1\t0", "paste: 2 columns; allowed are 1, targets"),
        (P, "1", "paste: readings follow from the logits; allowed: over the name, s or t"),
        (S, "wolf\t1", "paste: row 1, “wolf” is no class of this table; allowed are its classes' names"),
        (S, "cat\t1\ncat\t2", "paste: row 2, “cat” is there twice; allowed is once"),
        (S, "class\tlogit", "paste: a header alone; allowed are rows of numbers under it"),
        (S, " \n", "paste: nothing is on the clipboard; allowed: numbers, one a line, or columns with tabs"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(column, text, message) -> None:
    with pytest.raises(ValueError, match="paste: ") as problem:
        pasted(state(), 3, column, text)
    assert str(problem.value) == message


@given(st.lists(st.tuples(floats, floats), min_size=5, max_size=5), st.sampled_from([N, S, T, P]))
def test_copied_rows_are_pasted_back_number_for_number(numbers, column) -> None:
    logits, targets = (np.array(part) for part in zip(*numbers, strict=True))
    text = clipboard.class_rows(state(logits=logits, targets=targets).sample, range(5))
    change = pasted(state(), 0, column, text)
    sample = (change.study if change else state().study).table.sample(0)
    np.testing.assert_array_equal(sample.logits, logits)
    np.testing.assert_array_equal(sample.targets, targets)


@given(st.lists(st.tuples(st.floats(-700, 700), st.floats(0, 1)), min_size=5, max_size=5))
def test_whole_rows_with_their_readings_are_taken(numbers) -> None:
    logits, targets = (np.array(part) for part in zip(*numbers, strict=True))
    table = zip(logits, targets, sigma(logits), sigma_of_double(logits), strict=True)
    text = "\n".join("\t".join(plain(number) for number in row) for row in table)
    change = pasted(state(), 0, S, text)
    sample = (change.study if change else state().study).table.sample(0)
    assert sample.logits.tolist() == logits.tolist()
    assert sample.targets.tolist() == targets.tolist()


@given(st.text(), st.integers(0, 4), st.integers(0, 4))
def test_any_text_is_pasted_or_refused(text, row, column) -> None:
    before, change = state(), None
    with contextlib.suppress(ValueError):
        change = pasted(before, row, column, text)
    assert change is None or change.study.table.columns is before.study.table.columns


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1\t0\n2\t1", True),
        ("cat\t1", True),
        ("hello", True),
        ("class\tlogit\ncat\t1", True),
        ("sample,logit:a\nfirst,1.0", False),
        ("logit:a\ttarget:a\n1\t0", False),
        ("[1, 2]", False),
        ('{"logits": [[1]]}', False),
        ("tensor([1.])", False),
        ("logits = [1]", False),
        ("", False),
        ("  \n", False),
    ],
)
def test_a_whole_table_is_left_to_the_window(text, meant) -> None:
    assert is_cells(text) is meant


def test_every_cell_is_shown_in_full() -> None:
    sample = state().sample
    assert [cells.full(sample, 0, column) for column in (N, S, T)] == [CLASSES[0], "1.4397182", "1"]
    assert math.isclose(float(cells.full(sample, 0, P)), 1 / (1 + math.exp(-1.4397182)))
