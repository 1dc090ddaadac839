from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import numbers
from explorer.plots.limits import ticks
from explorer.plots.names import said
from explorer.plots.numbers import Format


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (-0.8, 2, "−0.80"),
        (-0.004, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (1234.5, 2, "1,234.50"),
        (6.4591, 3, "6.459"),
        (float("nan"), 2, "—"),
        (float("-inf"), 2, "—"),
        (-2.5e7, 2, "−2.50 × 10⁷"),
    ],
)
def test_fixed(value: float, digits: int, expected: str) -> None:
    assert numbers.fixed(value, digits) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.44, "+1.44"),
        (-0.799, "−0.80"),
        (0.004, "0.00"),
        (0.0, "0.00"),
        (float("inf"), "—"),
        (2e6, "+2.00 × 10⁶"),
    ],
)
def test_signed(value: float, expected: str) -> None:
    assert numbers.signed(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.4397, "+1.44"), (-99.5, "−99.50"), (641.803, "+641.8"), (-100.0, "−100.0"), (float("nan"), "—")],
)
def test_logit_has_fewer_decimals_where_it_is_long(value: float, expected: str) -> None:
    assert numbers.logit(value) == expected


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [(0.52, 2, "0.52"), (0.004, 2, "<0.01"), (0.005, 2, "0.01"), (0.0, 2, "0.00"), (0.0003, 3, "<0.001")],
)
def test_probability(value: float, digits: int, expected: str) -> None:
    assert numbers.probability(value, digits) == expected


def test_powers_counts_and_targets() -> None:
    assert numbers.power(-4) == "10⁻⁴"
    assert numbers.scientific(-1.234e-4) == "−1.23 × 10⁻⁴"
    assert numbers.scientific(0.0) == "0"
    assert numbers.count(1000) == "1,000"
    assert [numbers.target(value) for value in (0.0, 1.0, 0.3)] == ["0", "1", "0.30"]
    assert numbers.exact(-0.7993438) == "−0.7993438"


@pytest.mark.parametrize(
    ("step", "expected"), [(20.0, 0), (1.0, 0), (0.5, 1), (0.25, 2), (2.5, 1), (2e-5, 5)]
)
def test_decimals_show_multiples_of_a_step(step: float, expected: int) -> None:
    assert numbers.decimals(step) == expected


def test_decimals_refuse_what_is_no_step() -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        numbers.decimals(0.0)


def test_names_are_shortened_by_their_width() -> None:
    assert numbers.shortened("indoor", 6) == "indoor"
    assert numbers.shortened("a rather long name", 10) == "a rather…"
    assert numbers.shortened("一只非常大的狗", 8) == "一只非…"


@given(st.floats(allow_nan=True, allow_infinity=True), st.integers(0, 6))
def test_no_number_is_written_as_a_negative_zero_or_with_a_hyphen(value: float, digits: int) -> None:
    for text in (numbers.fixed(value, digits), numbers.signed(value, digits)):
        assert "-" not in text
        assert "nan" not in text
        assert "inf" not in text
        if text.startswith(("−", "+")):
            assert any(letter in "123456789" for letter in text)


@pytest.fixture
def use():
    yield numbers.use
    numbers.use(Format())


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (Format(), "−1,234.57 +0.14 0.30 −2.50 × 10⁷ <0.01 −1,234"),
        (Format(digits=1), "−1,234.568 +0.143 0.300 −2.50 × 10⁷ 0.004 −1,234"),
        (Format(digits=-1), "−1,234.6 +0.1 0.3 −2.50 × 10⁷ <0.1 −1,234"),
        (Format(minus="-"), "-1,234.57 +0.14 0.30 -2.50 × 10⁷ <0.01 -1,234"),
        (Format(thousands=""), "−1234.57 +0.14 0.30 −2.50 × 10⁷ <0.01 −1234"),
        (Format(thousands="\u2009"), "−1\u2009234.57 +0.14 0.30 −2.50 × 10⁷ <0.01 −1\u2009234"),
    ],
)
def test_a_chosen_format(use, form, written):
    use(form)
    texts = (
        numbers.fixed(-1234.5678),
        numbers.signed(0.1429),
        numbers.target(0.3),
        numbers.scientific(-2.5e7),
        numbers.probability(0.004),
        numbers.count(-1234),
    )
    assert " ".join(texts) == written


def test_an_axis_keeps_the_decimals_that_its_ticks_need(use):
    use(Format(digits=-1))
    assert [tick.text for tick in ticks(0.0, 1.0)][:3] == ["0.0", "0.2", "0.4"]
    assert [tick.text for tick in ticks(0.0, 0.2)][:3] == ["0.00", "0.05", "0.10"]


def test_what_was_written_before_is_not_shown_again(use):
    assert said("cat", -0.799, 1.0) == "cat, logit −0.80, labelled"
    assert use(Format(minus="-", digits=1))
    assert said("cat", -0.799, 1.0) == "cat, logit -0.799, labelled"
    assert not use(Format(minus="-", digits=1))


def test_exact_numbers_have_every_digit_in_every_format(use):
    use(Format(digits=-1, minus="-"))
    assert numbers.exact(-0.7993438) == "-0.7993438"


@pytest.mark.parametrize("wrong", [{"digits": 5}, {"minus": "~"}, {"thousands": "."}])
def test_a_format_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError, match="allowed"):
        Format(**wrong)
