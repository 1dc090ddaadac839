"""The reading lens says the numbers that stand under the pointer."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.evaluation import evaluate
from explorer.plots import PLOTS, numbers
from explorer.plots.lens import MOST, lens
from explorer.plots.pointing import area_of, class_at
from explorer.study.study import Pin, ShownLoss
from explorer.study.table import Sample
from tests.plots.states import LOGITS, NAMES, TARGETS, state


def read(key, x, y, now=None):
    now = now or state()
    return lens(now, PLOTS[key].figure(now), x, y)


def texts(found):
    return {row.label: row.text for row in found.rows}


@pytest.mark.parametrize("key", ["logits", "gradient"])
def test_a_class_is_read_in_full(key):
    found = read(key, 1.3, 0.5)
    assert found.title == "dog"
    assert found.class_index == 1
    said = texts(found)
    s = LOGITS[1]
    shares = np.exp(LOGITS) / np.exp(LOGITS).sum()
    assert said["s"] == numbers.exact(s)
    assert said["t"] == "1.0"
    assert float(said["σ(s)"]) == pytest.approx(1 / (1 + math.exp(-s)), abs=5e-5)
    assert float(said["σ(2s)"]) == pytest.approx(1 / (1 + math.exp(-2 * s)), abs=5e-5)
    assert float(said["softmax"]) == pytest.approx(shares[1], abs=5e-5)
    gradients = [row for row in found.rows if row.look is not None]
    assert [row.label for row in gradients] == ["∂ ZLPR", "∂ ZLPR smoothed", "∂ BCE", "∂ BCE smoothed"]
    bce = next(row for row in gradients if row.label == "∂ BCE")
    assert bce.text == numbers.signed(1 / (1 + math.exp(-s)) - 1, 4)


def test_the_area_of_a_class_is_its_column():
    left, low, right, high = read("logits", 3.0, 1.0).area
    assert (left, right) == (2.5, 3.5)
    assert low < min(LOGITS) < max(LOGITS) < high


def test_beside_the_columns_nothing_is_read():
    assert read("logits", -0.9, 0.0) is None
    assert read("gradient", 4.8, 0.0) is None


@pytest.mark.parametrize("x", [-3.25, 0.0, 6.5])
def test_the_slice_reads_every_loss_where_the_pointer_is(x):
    found = read("slice", x, 1.0, state(slice_class=2))
    moved = [*LOGITS[:2], x, *LOGITS[3:]]
    expected = [
        numbers.fixed(evaluate(sample_of(moved), ShownLoss(key)).value, 4)
        for key in ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")
    ]
    assert found.title == f"s(night) = {numbers.signed(x)}"
    assert [row.text for row in found.rows] == expected
    assert found.area[0] == found.area[2] == x


def sample_of(logits):
    return Sample(index=0, name="", classes=NAMES, logits=np.array(logits), targets=np.array(TARGETS))


def test_the_landscape_reads_value_and_gradient_at_the_place():
    now = state(landscape=(0, 1), landscape_loss=2)
    found = read("landscape", 1.0, -2.0, now)
    there = evaluate(sample_of([1.0, -2.0, *LOGITS[2:]]), ShownLoss("bce"))
    assert found.title == "BCE"
    assert texts(found) == {
        "s(cat)": "+1.000",
        "s(dog)": "−2.000",
        "value, nat": numbers.fixed(there.value, 4),
        "∂/∂s(cat)": numbers.signed(float(there.gradient[0]), 4),
        "∂/∂s(dog)": numbers.signed(float(there.gradient[1]), 4),
    }
    assert found.number == there.value


def test_sharpening_reads_the_likeliest_at_the_alpha_of_the_pointer():
    found = read("sharpening", math.log10(2.0), 0.5)
    shares = np.exp(2 * np.array(LOGITS)) / np.exp(2 * np.array(LOGITS)).sum()
    order = np.argsort(-shares)
    assert found.title == "α = 2.000"
    assert [row.label for row in found.rows] == [NAMES[index] for index in order]
    assert float(found.rows[0].text) == pytest.approx(shares[order[0]], abs=5e-5)
    losses = read("sharpening", 0.0, 0.5, state(sharpening="loss"))
    assert losses.rows[2].text == numbers.fixed(evaluate(sample_of(LOGITS), ShownLoss("bce")).value, 4)


def test_of_many_classes_the_likeliest_and_the_held_are_read():
    logits = np.linspace(-3, 3, 40)
    found = read("sharpening", 0.0, 0.5, state(logits, np.zeros(40), classes=None, held=0))
    assert len(found.rows) == MOST
    assert found.rows[-1].text == ""
    assert "33" in found.rows[-1].label
    names = state(logits, np.zeros(40), classes=None).sample.classes
    assert found.rows[-2].label == names[0]


def test_rows_of_losses_are_read_in_full():
    pin = Pin(0, "", np.zeros(5), np.array(TARGETS), (ShownLoss("bce"),))
    now = state(pin=pin)
    bce = evaluate(sample_of(LOGITS), ShownLoss("bce"))
    found = read("values", 1.0, 2.1, now)
    assert found.title == "BCE"
    assert texts(found)["value, nat"] == numbers.exact(bce.value)
    assert float(texts(found)["pinned"]) == pytest.approx(5 * math.log(2))
    budget = texts(read("budget", -0.2, 2.0, now))
    assert budget == {"pushes up": numbers.exact(bce.up), "pulls down": numbers.exact(bce.down)}
    assert read("values", 1.0, 9.0, now) is None


def test_a_card_with_a_note_is_not_read():
    assert read("slice", 0.0, 0.0, state(shown=())) is None


EXACT = ("budget", "values", "reductions", "check", "dtypes")  # that say NaN by name, as every digit


@pytest.mark.parametrize("key", PLOTS)
def test_a_handle_beside_the_plot_has_no_place_across(key):
    now = state([1.0, -2.0, 0.5], [1.0, 0.0, 0.0], classes=None)
    lens(now, PLOTS[key].figure(now), math.nan, 0.0)


@given(
    key=st.sampled_from(tuple(PLOTS)),
    x=st.floats(-20, 90),
    y=st.floats(-20, 20),
    count=st.integers(1, 70),
    value=st.sampled_from((0.0, math.nan, math.inf, -math.inf, 1e300)),
)
def test_any_place_of_any_figure_can_be_asked(key, x, y, count, value):
    logits = np.linspace(-2, 2, count)
    logits[count // 2] = value
    now = state(logits, np.zeros(count), classes=None)
    figure = PLOTS[key].figure(now)
    found = lens(now, figure, x, y)
    if found is not None:
        assert found.title
        numbers_only = (row for row in found.rows if row.label not in ("s", "t"))
        assert key in EXACT or all("nan" not in row.text for row in numbers_only)
        assert found.area[0] <= found.area[2]


@pytest.mark.parametrize("count", [5, 40])
def test_the_class_at_a_place_has_the_area_round_it(count):
    now = state(np.linspace(-2, 2, count), np.zeros(count), classes=None)
    for key in ("logits", "gradient"):
        figure = PLOTS[key].figure(now)
        for index in range(count):
            assert class_at(figure, index + 0.4, 0.0) == index
            left, _, right, _ = area_of(figure, index)
            assert left < index + 0.4 < right
