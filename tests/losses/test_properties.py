"""Random logits, targets and settings: what must hold everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer.catalogue import Labels
from explorer.losses import LOSSES
from tests.losses.exact import exact
from tests.losses.samples import completed, conditions, in_domain

LOGITS = st.floats(-50, 50, width=32) | st.sampled_from([0.0, -0.0, 700.0, -700.0, 1e4, -1e4])
TARGETS = {
    Labels.HARD: st.sampled_from([0.0, 1.0]),
    Labels.ANY: LOGITS,
    Labels.SOFT: st.floats(0, 1) | st.sampled_from([0.0, 1.0, 0.5, 1e-12]),
}


def setting(parameter):
    if parameter.kind == "integer":
        return st.integers(*map(int, parameter.span))
    return st.floats(*parameter.span)


@st.composite
def problems(draw, loss):
    classes = draw(st.integers(1, 8))
    logits = in_domain(loss, draw(arrays(float, classes, elements=LOGITS)))
    if loss.labels in TARGETS:
        targets = draw(arrays(float, classes, elements=TARGETS[loss.labels]))
    elif loss.labels is Labels.ONE_HOT:
        targets = np.eye(classes)[draw(st.integers(0, classes - 1))]
    else:
        parts = draw(arrays(float, classes, elements=st.floats(0, 1) | st.just(0.0)))
        one_hot = np.eye(classes)[draw(st.integers(0, classes - 1))]
        targets = parts / parts.sum() if parts.sum() > 0.1 else one_hot
    numbers = [p for p in loss.parameters if p.kind != "other_logits"]
    chosen = {p.name: draw(setting(p)) for p in numbers if draw(st.booleans())}
    assume(loss.refuses(targets, **chosen) is None)
    return logits, targets, chosen


@pytest.mark.parametrize("key", list(LOSSES.own))
def test_everywhere(key):
    loss = completed(LOSSES[key])

    @settings(max_examples=120, deadline=None, database=None, derandomize=True)
    @given(problems(loss))
    def check(problem):
        logits, targets, chosen = problem
        value, gradient = loss.value(logits, targets, **chosen), loss.gradient(logits, targets, **chosen)
        true_value, true_gradient = exact(key, logits, targets, chosen)
        scale = 1.0 + float(np.max(np.abs(logits))) / chosen.get("temperature", 1.0)
        size, slope = conditions(loss, logits, chosen)
        near = max(1e-12, 1e-15 * size)
        within = near * max(1.0, abs(true_value)) + 1e-15 * scale
        assert value == true_value or abs(value - true_value) <= within  # both may be infinite
        within = 10 * near * np.maximum(slope, np.abs(true_gradient))
        assert np.all(np.abs(gradient - true_gradient) <= within)
        lowest = float(loss.lowest(targets, **chosen))
        assert np.isnan(lowest) or value >= lowest - 1e-12 * max(1.0, abs(lowest)) - 1e-15 * scale
        moved = loss.along(logits, targets, (0,), (logits[:1],), **chosen)
        np.testing.assert_allclose(moved[0], value, rtol=near, atol=near + 1e-15 * scale)
        assert loss.refuses(targets, **chosen) is None

    check()
