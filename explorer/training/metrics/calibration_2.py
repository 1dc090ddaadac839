"""How far the second reading of the loss is from the chance of the labels."""

from __future__ import annotations

from functools import partial

from explorer.training.metrics.metric import Metric
from explorer.training.scores.calibration import calibration, has_reading

METRIC = Metric(
    key="calibration_2",
    title="calibration error, second reading",
    order=150,
    words=(
        "How far the loss's second reading is from the chance of each label: mean distance where chances or "
        "soft targets are known, expected calibration error in ten bins where labels are 0 or 1."
    ),
    function=partial(calibration, index=1),
    high=1.0,
    reference="Naeini et al. 2015; Guo et al. 2017, arXiv:1706.04599",
    says_something=has_reading(1),
    arithmetic=True,
)
