"""The losses of a talk pack in JavaScript: the golden rows, far out, and beside Python's everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.plots.live import ELEMENTARY, plain_settings
from explorer.study.study import ShownLoss
from tests.paint.scripts import answer, runners

DATA = Path(__file__).parent.parent / "data"
KEYS = sorted(ELEMENTARY)
BOTH = """data.map(({loss, logits, targets, settings}) => ({
  ...Losses[loss].both(logits, targets, settings), lowest: Losses[loss].lowest(targets, settings)}))"""

pytestmark = pytest.mark.skipif(not runners(), reason="neither Node nor a browser is installed")


@pytest.fixture(params=["node", "browser"])
def run(request, tmp_path):
    if request.param not in runners():
        pytest.skip(f"no {request.param} is installed")
    return lambda rows: answer(request.param, tmp_path, BOTH, rows)


def asked(loss, logits, targets, **given):
    settings = plain_settings(ShownLoss(loss, tuple(given.items())))
    return {"loss": loss, "logits": list(logits), "targets": list(targets), "settings": settings}


def golden():
    rows = [
        row
        for name in ("losses", "far-out")
        for row in json.loads((DATA / f"{name}.json").read_text())["vectors"]
    ]
    return [row for row in rows if row["loss"] in ELEMENTARY]


def assert_close(found, expected, note):
    found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=float)
    differs = np.where(found == expected, 0.0, found) - np.where(found == expected, 0.0, expected)
    undefined = np.isnan(found) & np.isnan(expected)
    error = np.where(undefined, 0.0, np.abs(differs) / np.maximum(1.0, np.abs(expected)))
    assert np.all(error <= 1e-12), f"{note}: {found} instead of {expected}"


def test_golden_rows(run):
    rows = golden()
    assert {row["loss"] for row in rows} == ELEMENTARY
    given = [asked(row["loss"], row["logits"], row["targets"], **row["parameters"]) for row in rows]
    for row, found in zip(rows, run(given), strict=True):
        note = f"{row['loss']}: {row.get('note')}"
        assert_close(found["value"], row["value"], note)
        assert_close(found["gradient"], row["gradient"], note)
        assert found["value"] == pytest.approx(row["value"], rel=1e-12, abs=1e-300), note


def some(loss):
    """Rows with labels that a loss takes: near 0, wide, at +-1e4, and one class."""
    rng = np.random.default_rng(7)
    made = []
    for count, scale in ((1, 1.0), (3, 1.0), (8, 5.0), (40, 30.0), (5, 1e4)):
        logits = rng.normal(size=count) * scale
        if scale == 1e4:
            logits = np.array([1e4, -1e4, 1e4, -1e4, 0.0])
        kind = LOSSES[loss].labels
        targets = np.zeros(count)
        targets[: 1 if kind.is_one else (count + 1) // 2] = 1.0
        made.append((logits, targets))
        if not kind.is_binary and scale != 1e4:
            soft = rng.uniform(size=count)
            made.append((logits, soft / soft.sum() if kind.is_one else soft))
    return made


def test_every_loss_is_pythons(run):
    rows = [(key, *row) for key in KEYS for row in some(key)]
    found = run([asked(key, logits.tolist(), targets.tolist()) for key, logits, targets in rows])
    for (key, logits, targets), each in zip(rows, found, strict=True):
        note = f"{key} of {logits} with {targets}"
        assert np.isfinite(each["value"]), note
        assert np.isfinite(each["gradient"]).all(), note
        scale = max(1.0, np.abs(logits).max())
        assert_close(each["value"] / scale, float(LOSSES[key].value(logits, targets)) / scale, note)
        assert_close(each["gradient"], LOSSES[key].gradient(logits, targets), note)
        assert_close(each["lowest"], float(LOSSES[key].lowest(targets)), note)


def test_settings_move_a_loss_as_they_do_in_python(run):
    rng = np.random.default_rng(3)
    logits, targets = rng.normal(size=6) * 3, np.array([1.0, 0, 0, 0, 0, 0])
    rows = []
    for key in KEYS:
        for parameter in LOSSES[key].parameters:
            low, high = parameter.usual or (parameter.low, parameter.high)
            values = (
                range(int(low), int(high) + 1)
                if parameter.kind == "integer"
                else (low, (low + high) / 2, high)
            )
            rows += [(key, {parameter.name: float(value)}) for value in values]
    found = run([asked(key, logits.tolist(), targets.tolist(), **given) for key, given in rows])
    for (key, given), each in zip(rows, found, strict=True):
        value, gradient = LOSSES[key].value_and_gradient(logits, targets, **given)
        assert_close(each["value"], float(value), f"{key} {given}")
        assert_close(each["gradient"], gradient, f"{key} {given}")
        assert_close(each["lowest"], float(LOSSES[key].lowest(targets, **given)), f"{key} {given}")


def test_a_loss_near_nothing_keeps_its_digits(run):
    logits, targets = np.array([30.0, -29.0, -31.0]), np.array([1.0, 0.0, 0.0])
    found = run([asked(key, logits.tolist(), targets.tolist()) for key in KEYS])
    small = 0
    for key, each in zip(KEYS, found, strict=True):
        value, gradient = LOSSES[key].value_and_gradient(logits, targets)
        assert each["value"] == pytest.approx(float(value), rel=1e-11, abs=1e-300), key
        assert each["gradient"] == pytest.approx(gradient.tolist(), rel=1e-11, abs=1e-300), key
        small += 0.0 < value < 1e-9
    assert small >= 5
