"""What is written where names have little room."""

from dataclasses import replace

import pytest

from explorer.paint.axes import _tick_texts
from explorer.paint.labels import _fitting
from explorer.paint.text import clauses, width_of
from explorer.plots.figure import Axis, EndLabel, Tick


class Room:
    """As much of a surface as texts ask for: a plot or card of some width."""

    def __init__(self, width):
        self.layout = self
        self.plot = self.card = self
        self.width = width


@pytest.fixture
def labels(qapp):
    values = (" 0.12", " <0.01")
    return [
        EndLabel(y=0.0, text=f"class 13{index}{value}", short=f"13{index}{value}", kept=value)
        for index, value in enumerate(values)
    ]


def test_labels_stay_whole_or_give_way_together(labels):
    widest = max(width_of(item.text, "name") for item in labels)
    assert _fitting(Room(4 + widest), labels, 0.0) == [item.text for item in labels]
    assert _fitting(Room(3 + widest), labels, 0.0) == [item.short for item in labels]


def test_a_value_is_never_cut(labels):
    labels = [replace(item, short="") for item in labels]
    room = width_of("class", "name") + max(width_of(item.kept, "name") for item in labels)
    for item, text in zip(labels, _fitting(Room(4 + room), labels, 0.0), strict=True):
        assert text.endswith(f"…{item.kept}")
        assert width_of(text, "name") <= room


def test_a_label_that_is_only_cut_is_left_to_the_painter(qapp):
    others = EndLabel(y=0.0, text="988 others")
    assert _fitting(Room(10), [others], 0.0) == ["988 others"]


def test_ticks_are_short_where_not_all_names_fit(qapp):
    ticks = [Tick(index, f"class {index}", short=str(index)) for index in range(10)]
    axis = Axis(low=-0.5, high=9.5, ticks=tuple(ticks), names=True)
    assert _tick_texts(Room(900), axis, ticks) == ([tick.text for tick in ticks], "body")
    assert _tick_texts(Room(300), axis, ticks) == ([tick.short for tick in ticks], "body")
    plain = [replace(tick, short="") for tick in ticks]
    assert _tick_texts(Room(300), axis, plain)[1] == "tick", "smaller, and not every name has its place"


def test_a_subtitle_loses_clauses_before_letters(qapp):
    words = "entropy 1.39 nat, 3.2 effective, and more"
    room = width_of(words, "name")
    assert clauses(words, "name", room) == words
    assert clauses(words, "name", room - 1) == "entropy 1.39 nat, 3.2 effective"
    assert clauses(words, "name", width_of("entropy 1.39 nat", "name")) == "entropy 1.39 nat"
    assert clauses(words, "name", 20) == words, "which is then cut"
