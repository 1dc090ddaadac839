"""Metrics through kernels: what they give is what the metrics give one by one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.training.engine.gauges import Gauge, pays
from explorer.training.ladder import compiled, kernels
from explorer.training.ladder.compiled import no_pause
from explorer.training.ladder.rule import Part, Rows, Rule
from explorer.training.metrics import METRICS, Seen
from explorer.training.models import FREE
from tests.training.ladder_cases import Case

torch = pytest.importorskip("torch")
xp = pytest.importorskip("array_api_compat.torch")

RUNS, SHAPE = 5, (5, 8, 7)
ARITHMETIC = [name for name, metric in METRICS.items() if metric.arithmetic]


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the traced graph as it is, without a compiler."""
    monkeypatch.setattr(kernels, "compiled_graph", lambda graph, _flat: graph)


def arrays(seed: int) -> tuple[Any, Any, Any]:
    random = np.random.default_rng(seed)
    made = random.normal(0.0, 2.0, SHAPE), random.random(SHAPE) < 0.3, random.normal(size=SHAPE)
    return tuple(xp.asarray(np.asarray(each, dtype=np.float32)) for each in made)


def one_by_one(rule: Rule, name: str, logits: Any, targets: Any, other: Any) -> Any:
    found = []
    for part in rule.parts:
        runs = slice(part.first, part.last)
        seen = Seen(
            xp,
            rule.loss,
            part.settings,
            logits[runs],
            targets[runs],
            other=None if other is None else other[runs],
        )
        found.append(METRICS[name].function(seen))
    return xp.concat(found)


@pytest.mark.parametrize("loss", ["zlpr", "bce", "smoothed_zlpr", "asl", "symmetric_kl_sigmoid"])
@pytest.mark.usefixtures("traced")
def test_a_kernel_gives_what_the_metrics_give(loss: str) -> None:
    """Of other numbers than it was traced with: none of those has become a constant."""
    settings = ({"epsilon": 0.1}, {"epsilon": 0.3}) if loss == "smoothed_zlpr" else ({}, {})
    rule = Case(loss=loss, runs=RUNS, settings=settings).rule
    gauge = Gauge(METRICS, 2)
    logits, targets, other = arrays(1)
    other = other if loss == "symmetric_kl_sigmoid" else None
    gauge.prepare(rule, xp, logits, Rows(None, targets, other), no_pause)
    logits, targets, drawn = arrays(2)
    other = None if other is None else drawn
    found = gauge.taken(rule, xp, logits, Rows(None, targets, other))
    assert gauge.notes == ()
    assert list(found) == ARITHMETIC
    for name, array in found.items():
        wanted = one_by_one(rule, name, logits, targets, other)
        np.testing.assert_allclose(array.numpy(), wanted.numpy(), rtol=1e-5, atol=1e-6, err_msg=name)


@pytest.mark.usefixtures("traced")
def test_of_soft_labels_no_kernel_is_used() -> None:
    rule, (logits, targets, _) = Case(runs=RUNS, loss="bce").rule, arrays(1)
    gauge = Gauge(METRICS, RUNS)
    targets[2, 3, 4] = 0.25
    gauge.prepare(rule, xp, logits, Rows(None, targets), no_pause)
    assert gauge.taken(rule, xp, logits, Rows(None, targets)) == {}
    targets[2, 3, 4] = 1.0
    assert gauge.taken(rule, xp, logits, Rows(None, targets)) != {}


def test_without_a_compiler_nothing_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: Any, **_options: Any) -> Any:
        raise RuntimeError("no compiler")

    monkeypatch.setattr(compiled, "make", fails)
    gauge, (logits, targets, _) = Gauge(METRICS, RUNS), arrays(1)
    rule = Case(runs=RUNS).rule
    gauge.prepare(rule, xp, logits, Rows(None, targets), no_pause)
    assert gauge.taken(rule, xp, logits, Rows(None, targets)) == {}
    assert gauge.notes == ("Compiled metrics not used: RuntimeError: no compiler.",)


@pytest.mark.parametrize("key", [key for key in LOSSES if not LOSSES[key].counted])
def test_arithmetic_looks_at_nothing_else(key: str) -> None:
    """Neither weights nor chances are there, and no branch asks for numbers."""
    loss = LOSSES[key]
    logits, targets, other = arrays(3)
    targets = xp.zeros_like(targets)
    targets[..., 2] = 1.0
    settings = {name: each for name, each in loss.settings().items() if name != loss.other_parameter}
    rule = Rule(FREE, loss, Case().rule.optimizer, (Part(0, RUNS, settings),))
    gauge = Gauge(METRICS, RUNS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "compiled_graph", lambda graph, _flat: graph)
        found = gauge.taken(rule, xp, logits.tanh(), Rows(None, targets, other))
    assert gauge.notes == ()
    assert set(found) == set(ARITHMETIC)


def test_few_records_need_no_kernel() -> None:
    assert pays(20 * 60 * 2_000 * 100)
    assert not pays(20 * 2 * 2_000 * 100)
