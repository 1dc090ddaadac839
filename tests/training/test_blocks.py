"""Which runs of a block have weights that are no numbers any more."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.training import device
from explorer.training.engine.blocks import finite

SHAPES = (4, 3, 6), (4, 6, 2), (4, 1, 2)  # of three layers, runs first


@pytest.mark.parametrize("layer", range(len(SHAPES)))
@pytest.mark.parametrize("odd", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", ["numpy", "cpu"])
def test_one_odd_weight_of_any_layer_marks_its_run_alone(layer: int, odd: float, name: str) -> None:
    if name != "numpy":
        pytest.importorskip("torch")
    place = device.find(name, "float32")
    for run in range(4):
        weights = [np.full(shape, 3e38, dtype=np.float32) for shape in SHAPES]
        assert finite(place, tuple(map(place.array, weights))).all()
        weights[layer][run, -1, -1] = odd
        with np.errstate(invalid="ignore"):  # as all of a simulation is computed
            found = finite(place, tuple(map(place.array, weights)))
        assert found.tolist() == [other != run for other in range(4)]
