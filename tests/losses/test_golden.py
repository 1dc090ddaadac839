"""Exact values from 50-digit arithmetic, for every loss, in both precisions and every namespace."""

from __future__ import annotations

import json

import numpy as np
import pytest

from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import GOLDEN, golden

TOLERANCES = {"float64": 1e-12, "float32": 2e-6}


def assert_close(found, expected, tolerance, note):
    found, expected = plain(found), np.asarray(expected)
    differs = np.where(found == expected, 0.0, found) - np.where(found == expected, 0.0, expected)
    error = np.abs(differs) / np.maximum(1.0, np.abs(expected))
    assert np.all(error <= tolerance), f"{note}: {found} instead of {expected}"


@pytest.mark.parametrize("dtype", TOLERANCES)
def test_golden_rows(loss, make, dtype):
    rows = golden(loss.key)
    assert rows, f"tests/data/losses.json has no row of {loss.key}"
    for row in rows:
        logits, targets = make(row["logits"], dtype), make(row["targets"], dtype)
        value = loss.value(logits, targets, **row["parameters"])
        gradient = loss.gradient(logits, targets, **row["parameters"])
        assert value.shape == ()
        assert value.dtype == gradient.dtype == logits.dtype
        assert_close(value, row["value"], TOLERANCES[dtype], row.get("note"))
        assert_close(gradient, row["gradient"], TOLERANCES[dtype], row.get("note"))


FAR_OUT = json.loads((GOLDEN.parent / "far-out.json").read_text())["vectors"]


@pytest.mark.parametrize("dtype", TOLERANCES)
@pytest.mark.parametrize("row", FAR_OUT, ids=lambda row: f"{row['loss']}: {row['note']}")
def test_what_is_far_out_costs_the_others_no_digits(row, make, dtype):
    loss = LOSSES[row["loss"]]
    arguments = make(row["logits"], dtype), make(row["targets"], dtype)
    both = loss.value_and_gradient(*arguments, **row["parameters"])
    alone = [function(*arguments, **row["parameters"]) for function in (loss.value, loss.gradient)]
    for value, gradient in (both, alone):
        assert_close(value, row["value"], TOLERANCES[dtype], row["note"])
        assert_close(gradient, row["gradient"], TOLERANCES[dtype], row["note"])


def test_five_samples_of_bce_cell_by_cell():
    """The published table prints 8 digits of float32."""
    table = np.loadtxt(GOLDEN.parent / "five-samples-bce.csv", delimiter=",", skiprows=1, usecols=range(1, 6))
    rows = [row for row in golden("bce") if row.get("note") == "five-sample table"]
    for cells, row in zip(table, rows, strict=True):
        each = LOSSES["bce"].value(np.array(row["logits"])[:, None], np.array(row["targets"])[:, None])
        np.testing.assert_allclose(each, cells, rtol=2e-6, atol=4e-7)
