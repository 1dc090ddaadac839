from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import numbers


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
