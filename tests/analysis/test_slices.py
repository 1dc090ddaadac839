from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.analysis.slices import slice_along
from explorer.losses import LOSSES
from explorer.study.study import ShownLoss
from tests.analysis.conftest import make_sample

if TYPE_CHECKING:
    from explorer.study.table import Sample

GRID = np.linspace(-8.0, 8.0, 33)


def test_a_slice_is_the_loss_with_one_logit_changed(sample: Sample, shown: ShownLoss) -> None:
    for index in range(len(sample.logits)):
        expected = []
        for number in GRID:
            logits = sample.logits.copy()
            logits[index] = number
            expected.append(float(LOSSES[shown.key].value(logits, sample.targets)))
        np.testing.assert_allclose(slice_along(sample, shown, index, GRID), expected, rtol=1e-12, atol=1e-14)


def test_settings_reach_the_slice(sample: Sample) -> None:
    strong = ShownLoss("smoothed_zlpr", (("epsilon", 0.5),))
    value = float(LOSSES["smoothed_zlpr"].value(sample.logits, sample.targets, epsilon=0.5))
    assert slice_along(sample, strong, 2, sample.logits[2:3]) == pytest.approx([value], rel=1e-13)


def test_a_slice_is_kept_by_the_content_of_its_grid(sample: Sample) -> None:
    zlpr, grid = ShownLoss("zlpr"), GRID.copy()
    first = slice_along(sample, zlpr, 1, grid)
    assert slice_along(sample, ShownLoss("zlpr"), 1, GRID.tolist()) is first
    assert not first.flags.writeable
    grid += 1.0
    assert slice_along(sample, zlpr, 1, grid).tolist() != first.tolist()
    assert slice_along(sample, zlpr, 1, GRID) is first
    assert slice_along(sample, zlpr, 0, GRID).tolist() != first.tolist()


def test_a_refused_slice_is_not_a_number() -> None:
    soft = make_sample([0.0, 1.0], [0.3, 1.0])
    assert np.isnan(slice_along(soft, ShownLoss("zlpr"), 0, GRID)).all()


@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
def test_odd_logits_are_quiet(shown: ShownLoss, odd: float) -> None:
    strange = make_sample([odd, 1.0, 0.0], [0.0, 1.0, 0.0])
    assert slice_along(strange, shown, 1, GRID).shape == GRID.shape
    # The odd logit itself is replaced by the grid, so its own slice is as good as any.
    assert np.isfinite(slice_along(strange, shown, 0, GRID)).all()
