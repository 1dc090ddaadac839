"""`eval --other`: losses that compare with other logits, and gradients of learned parameters."""

from pathlib import Path

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.resources import asset
from tests.cli.runs import Run

FIVE = asset("five-samples.csv")


@pytest.fixture
def other(tmp_path: Path) -> tuple[Path, np.ndarray]:
    logits = np.random.default_rng(0).normal(0, 2, (5, 5)).round(3)
    path = tmp_path / "other.csv"
    np.savetxt(path, logits, delimiter=",", header="a,b,c,d,e", comments="", fmt="%.3f")
    return path, logits


def five() -> np.ndarray:
    return np.loadtxt(FIVE, delimiter=",", skiprows=1, usecols=range(1, 11))


def test_values_and_gradients(run: Run, other) -> None:
    path, logits = other
    ran = run(
        "eval", FIVE, "--other", path, "--loss", "r_drop", "symmetric_kl_sigmoid", "--gradient", "--json"
    )
    assert ran.status == 0
    rows = five()
    for row, sample in enumerate(ran.json["samples"]):
        found = sample["losses"]
        kl, drop = LOSSES["symmetric_kl_sigmoid"], LOSSES["r_drop"]
        assert found["symmetric_kl_sigmoid"]["value"] == pytest.approx(
            float(kl.value(rows[row, :5], logits[row])), rel=1e-13
        )
        settings = {"other_logits": logits[row]}
        expected = drop.gradient(rows[row, :5], rows[row, 5:], **settings)
        assert found["r_drop"]["gradient"] == pytest.approx(expected.tolist(), rel=1e-12)
    assert ran.json["losses"]["r_drop"]["settings"] == {"alpha": 4.0}


def test_without_it_they_have_no_value(run: Run) -> None:
    ran = run("eval", FIVE, "--loss", "r_drop", "--json")
    assert ran.status == 0
    assert "r_drop: no value: " in ran.err
    assert "compares with other logits; give their table by --other FILE (5 of 5 samples)" in ran.err
    assert {sample["losses"]["r_drop"]["value"] for sample in ran.json["samples"]} == {"nan"}


def test_refusals(run: Run, other, tmp_path: Path) -> None:
    path, _ = other
    small = tmp_path / "small.csv"
    small.write_text("a,b\n1,2\n")
    assert run("eval", FIVE, "--other", small, "--loss", "r_drop").complaint == (
        f"--other {small}: it has 1 samples of 2 classes; "
        "allowed is the shape of FILE, 5 samples of 5 classes"
    )
    assert "gone.csv" in run("eval", FIVE, "--other", tmp_path / "gone.csv", "--loss", "r_drop").complaint
    words = "--loss", "r_drop", "--set", "r_drop.other_logits=3"
    complaint = run("eval", FIVE, "--other", path, *words).complaint
    assert complaint.endswith("other_logits are the logits of a table; give it by --other FILE")


def test_gradients_of_learned_parameters(run: Run) -> None:
    words = "--loss", "combinatorial_threshold", "bce", "--set", "combinatorial_threshold.threshold=0.5"
    ran = run("eval", FIVE, *words, "--gradient", "--json")
    rows, loss = five(), LOSSES["combinatorial_threshold"]
    for row, sample in zip(rows, ran.json["samples"], strict=True):
        found = sample["losses"]["combinatorial_threshold"]["parameter_gradient"]
        expected = float(loss.parameter_gradient("threshold", row[:5], row[5:], threshold=0.5))
        assert found == {"threshold": pytest.approx(expected, rel=1e-12)}
        assert "parameter_gradient" not in sample["losses"]["bce"]
    bare = run("eval", FIVE, *words, "--json").json
    assert "parameter_gradient" not in bare["samples"][0]["losses"]["combinatorial_threshold"]
