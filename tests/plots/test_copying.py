"""Numbers of a card as text: every digit, one line for what the card shows."""

import csv
import io

import numpy as np
import pytest

from explorer.analysis.evaluation import evaluate
from explorer.plots import PLOTS
from explorer.plots.copying import class_numbers, numbers_of
from explorer.study.study import ShownLoss
from tests.plots.states import LOGITS, NAMES, SHOWN, TARGETS, state


def table(text):
    lines = list(csv.reader(io.StringIO(text), delimiter="\t"))
    assert len({len(line) for line in lines}) == 1
    return lines


def test_the_editor_gives_logits_that_read_back_the_same():
    head, *lines = table(numbers_of(state(), "logits"))
    assert head[:3] == ["class", "s", "t"]
    assert [line[0] for line in lines] == list(NAMES)
    assert tuple(float(line[1]) for line in lines) == LOGITS
    assert tuple(float(line[2]) for line in lines) == TARGETS
    assert sum(float(line[5]) for line in lines) == pytest.approx(1)


def test_the_gradient_has_a_column_for_each_loss():
    now = state()
    head, *lines = table(numbers_of(now, "gradient"))
    bce = evaluate(now.sample, ShownLoss("bce"))
    assert [float(line[head.index("BCE")]) for line in lines] == bce.gradient.tolist()
    assert len(head) == 1 + len(SHOWN)


def test_curves_pass_through_the_numbers_copied():
    now = state(slice_class=1)
    head, *lines = table(numbers_of(now, "slice"))
    assert head == ["s(dog)", "ZLPR", "ZLPR smoothed", "BCE", "BCE smoothed"]
    x, bce = float(lines[10][0]), float(lines[10][3])
    sample = state([LOGITS[0], x, *LOGITS[2:]]).sample
    assert bce == pytest.approx(evaluate(sample, ShownLoss("bce")).value, rel=1e-12)


@pytest.mark.parametrize(("way", "head"), [("softmax", list(NAMES)), ("loss", ["ZLPR", "BCE"])])
def test_sharpening_gives_what_is_drawn(way, head):
    found, *lines = table(numbers_of(state(shown=("zlpr", "bce"), sharpening=way), "sharpening"))
    assert found == ["alpha", *head]
    middle = min(lines, key=lambda line: abs(float(line[0]) - 1))
    assert float(middle[0]) == pytest.approx(1, abs=0.05)
    if way == "softmax":
        assert sum(map(float, middle[1:])) == pytest.approx(1)


def test_the_landscape_gives_one_line_a_point():
    now = state(landscape=(0, 1), landscape_loss=2)
    head, *lines = table(numbers_of(now, "landscape"))
    assert head == ["s(cat)", "s(dog)", "BCE"]
    assert len(lines) == 64 * 64
    x, y, value = map(float, lines[1000])
    sample = state([x, y, *LOGITS[2:]]).sample
    assert value == pytest.approx(evaluate(sample, ShownLoss("bce")).value, rel=1e-12)


def test_lists_of_losses():
    now = state()
    zlpr = evaluate(now.sample, ShownLoss("zlpr"))
    assert table(numbers_of(now, "values"))[1] == ["ZLPR", repr(zlpr.value), repr(zlpr.lowest)]
    assert table(numbers_of(now, "budget"))[1] == ["ZLPR", repr(zlpr.up), repr(zlpr.down)]


@pytest.mark.parametrize("key", [key for key in PLOTS if key != "logits"])
def test_without_losses_there_is_nothing_to_copy_but_probabilities(key):
    text = numbers_of(state(shown=()), key)
    assert bool(text) == (key in ("sharpening", "thresholds", "peel", "tasks"))


def test_names_with_tabs_stay_in_their_cell():
    now = state(np.zeros(2), np.zeros(2), classes=["a\tb", "c\nd"])
    assert [line[0] for line in table(class_numbers(now, (1,)))] == ["class", "c\nd"]


def test_an_unknown_figure_is_refused():
    with pytest.raises(KeyError):
        numbers_of(state(), "nothing")
