"""What of a class's name is written where there is little room."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS
from explorer.plots.figure import EndLabels
from explorer.plots.names import PARTS, class_ticks, fitting, told_apart
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.study import Look
from explorer.study.table import Table


def state(classes, **look) -> State:
    return State(
        study=default_study(Table.of(np.zeros((1, len(classes))), classes=classes), "named"),
        look=Look(**look),
    )


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (("class 1", "class 137"), ("1", "137")),
        (("animal/cat", "animal/cow"), ("cat", "cow")),
        (("a_b-c", "a_b-d"), ("c", "d")),
        (("v1.x", "v1.y"), ("x", "y")),
        (("cat", "catfish"), ("cat", "catfish")),
        (("class 1", "class 1 or 2"), ("1", "1 or 2")),
        (("class ", "class 1"), ("class ", "class 1")),
        (("-1", "-2"), ("-1", "-2")),
        (("0.25", "0.75"), ("0.25", "0.75")),
        (("class 1",), ("class 1",)),
        ((), ()),
    ],
)
def test_what_tells_names_apart(names, apart):
    assert told_apart(names) == apart


NAMES = st.lists(st.text("ab1 _.", min_size=1, max_size=8), min_size=1, max_size=6, unique=True).map(tuple)


@given(NAMES)
def test_what_is_left_out_is_one_beginning_of_all(names):
    apart = told_apart(names)
    assert len(set(apart)) == len(names)
    assert all(apart)
    beginnings = {name.removesuffix(rest) for name, rest in zip(names, apart, strict=True)}
    assert len(beginnings) == 1
    assert all(beginning == "" or beginning[-1] in PARTS for beginning in beginnings)


def test_names_that_fit_stay_whole():
    names = ("class 1", "class 2")
    assert fitting(names, 7) == names
    assert fitting(names, 6) == ("1", "2")


def test_chips_show_what_tells_classes_apart_and_say_the_whole_name():
    names = [f"class {index}" for index in range(8)]
    figure = PLOTS["logits"].figure(state(names))
    chips = [handle for handle in figure.handles if handle.shape == "chip"]
    assert [chip.text for chip in chips] == [str(index) for index in range(8)]
    assert all(names[index] in chip.name for index, chip in enumerate(chips))
    assert all(names[index] in chip.tip for index, chip in enumerate(chips))


def test_ticks_have_the_whole_name_and_the_short_one():
    ticks = class_ticks(("class 1", "class 2"), 1)
    assert [(tick.text, tick.short) for tick in ticks] == [("class 1", "1"), ("class 2", "2")]


def test_end_labels_keep_their_value():
    names = ["a very long name 1", "a very long name 2"]
    figure = PLOTS["sharpening"].figure(state(names))
    labels = next(mark for mark in figure.marks if isinstance(mark, EndLabels))
    for item, short in zip(labels.items, ("1", "2"), strict=True):
        assert item.text == item.short == f"{short}{item.kept}"
        assert item.kept == " 0.50"
