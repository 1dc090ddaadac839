from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis.contours import FEWEST, MOST, choose_levels, contour_lines


@pytest.mark.parametrize(
    ("low", "high", "step", "first", "count"),
    [
        (4.7, 9.3, 1.0, 5.0, 5),
        (-5.0, 5.0, 1.0, -4.0, 9),
        (0.2, 13.5, 2.0, 2.0, 6),
        (0.0, 250.0, 20.0, 20.0, 12),
        (0.0, 0.9, 0.2, 0.2, 4),
        (0.0, 0.0009, 0.0002, 0.0002, 4),
    ],
)
def test_levels_are_whole_units_or_a_nice_step(
    low: float, high: float, step: float, first: float, count: int
) -> None:
    levels = choose_levels(low, high)
    assert levels.step == step
    assert levels.heights[0] == first
    assert len(levels.heights) == count


@pytest.mark.parametrize("size", 10.0 ** np.arange(-7, 12))
def test_levels_are_neither_few_nor_many(size: float) -> None:
    for low in (0.0, -0.37 * size, 0.11 * size):
        heights = choose_levels(low, low + size).heights
        assert FEWEST <= len(heights) <= MOST
        assert low < heights[0] < heights[-1] < low + size


@pytest.mark.parametrize(
    ("low", "high"), [(3.0, 3.0), (np.nan, np.nan), (0.0, np.inf), (250.0, 250.0 + 1e-8)]
)
def test_a_flat_or_unknown_field_has_no_levels(low: float, high: float) -> None:
    levels = choose_levels(low, high)
    assert (levels.step, levels.heights) == (0.0, ())


def test_lines_lie_on_their_level() -> None:
    xs, ys = np.linspace(-1.0, 2.0, 30), np.linspace(0.0, 5.0, 40)
    values = 2.0 * xs[np.newaxis, :] - ys[:, np.newaxis]  # linear, so the lines are exact
    lines = contour_lines(xs, ys, values, (-2.0, 1.0))
    assert [level for level, _ in lines] == [-2.0, 1.0]
    for level, parts in lines:
        assert parts
        for part in parts:
            assert not part.flags.writeable
            np.testing.assert_allclose(2.0 * part[:, 0] - part[:, 1], level, atol=1e-12)


def test_lines_keep_away_from_what_is_not_finite() -> None:
    xs = np.linspace(0.0, 1.0, 20)
    values = np.add.outer(xs, xs)
    values[:10] = np.nan
    values[15, 15] = np.inf
    ((_, parts),) = contour_lines(xs, xs, values, (1.0,))
    assert parts
    assert all(np.isfinite(part).all() and part[:, 1].min() >= xs[10] for part in parts)
