"""Budget and loss values while a descent leaves all bounds: finite axes, numbers that stay in place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.descents import Descents
from explorer.plots import budget, values
from explorer.plots.figure import Text
from explorer.plots.limits import WIDEST
from explorer.plots.rows import tight
from explorer.study import examples
from explorer.study.state import State

LETTERS = {"handle": 7.0, "name": 6.7}  # pixels of a figure in the fixed-width face
ROOM = {"values": 66.0, "budget": 44.0}  # pixels beside the plot that nothing else takes


@pytest.fixture(scope="module")
def diverging():
    """A descent that multiplies the logits by about ten thousand with every step."""
    opened = examples.opening()
    look = opened.look.with_option("descend.rate", "1000").with_option("descend.decay", "10")
    return State(opened.study, look, results={"descents": Descents.of(State(opened.study, look)).advance()})


@pytest.mark.parametrize("step", [1, 2, 5, 20, 60, 200])
@pytest.mark.parametrize("plot", [budget, values])
def test_axes_are_finite_and_numbers_are_narrow(diverging, plot, step):
    figure = plot.figure(replace(diverging, look=replace(diverging.look, time=step)))
    assert np.isfinite([figure.x.low, figure.x.high]).all()
    assert -2 * WIDEST <= figure.x.low < figure.x.high <= 2 * WIDEST
    numbers = [mark for mark in figure.marks if isinstance(mark, Text)]
    assert numbers
    for mark in numbers:
        assert len(mark.text) * LETTERS[mark.size] <= ROOM[plot.KEY], mark.text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"),
        (12.345, "12.35"),
        (640.4, "640.4"),
        (99_999.0, "99,999"),
        (1e5, "1×10⁵"),
        (5.46e240, "5×10²⁴⁰"),
        (float("nan"), "—"),
        (float("inf"), "—"),
    ],
)
def test_a_tight_number(value, text):
    assert tight(value) == text
