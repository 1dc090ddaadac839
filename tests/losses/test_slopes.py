"""The gradient of a few moving classes, in Python floats, is that of the whole at those classes."""

from __future__ import annotations

import array_api_compat
import numpy as np
import pytest

from tests.losses.samples import cases

NAMESPACE = array_api_compat.array_namespace(np.empty(0))


def rest_of(loss, logits, targets, arguments, moving):
    """Gathered parts of the classes that stay, found by leaving the others out."""
    parts = loss.accumulators.leaf(NAMESPACE, logits, targets, **arguments)
    still = np.delete(np.arange(len(logits)), moving)
    for way, part in zip(loss.accumulators.gathers, parts, strict=True):
        kept = part[still]
        yield float(way.over_classes(NAMESPACE, kept)) if kept.size else way.neutral


@pytest.mark.parametrize("spread", [1.0, 30.0, 3000.0])
def test_slopes_are_the_gradient(loss, spread):
    if loss.accumulators is None or loss.accumulators.slopes is None:
        pytest.skip("no slopes")
    per_class = {parameter.name for parameter in loss.parameters if parameter.kind == "per_class"}
    for logits, targets, settings in cases(loss, spread=spread):
        arguments = {
            name: np.broadcast_to(setting, logits.shape) if name in per_class else setting
            for name, setting in loss.settings(**settings).items()
        }
        prepare = loss.accumulators.prepare
        prepared = targets if prepare is None else prepare(NAMESPACE, targets, **arguments)
        moving = list(dict.fromkeys([0, len(logits) - 1]))
        own = {name: tuple(x[moving].tolist()) if name in per_class else x for name, x in arguments.items()}
        with np.errstate(all="ignore"):
            rest = tuple(rest_of(loss, logits, prepared, arguments, moving))
        places = tuple(logits[moving].tolist()), tuple(prepared[moving].tolist())
        found = loss.accumulators.slopes(rest, *places, **own)
        expected = loss.gradient(logits, targets, **settings)[moving]
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-12, err_msg=str(settings))
