"""Tasks whose rows come from a file: samples, data of one's own, and the yeast data that are shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from pathlib import Path


def test_samples_of_a_file_are_started_from_in_turn(tmp_path: Path) -> None:
    logits, targets = np.arange(6.0).reshape(3, 2), np.eye(3)[:, :2]
    np.savez(tmp_path / "some.npz", logits=logits, targets=targets)
    given_settings = {"file": str(tmp_path / "some.npz")}
    problem = TASKS["logits"].prepare(given_settings, [0, 4, 2])
    np.testing.assert_array_equal(problem.weights[0][:, 0], logits[[0, 1, 2]])
    np.testing.assert_array_equal(problem.targets[:, 0], targets[[0, 1, 2]])
    np.testing.assert_array_equal(problem.other, problem.weights[0])
    np.savez(tmp_path / "some.npz", logits=logits, targets=targets, other=-logits)
    np.testing.assert_array_equal(TASKS["logits"].prepare(given_settings, [1]).other[0, 0], [-2.0, -3.0])
    assert TASKS["logits"].shape(given_settings).classes == 2


def test_labels_are_drawn_from_the_targets_of_a_file_where_they_are_chances(tmp_path: Path) -> None:
    path = str(tmp_path / "some.npz")
    np.savez(path, logits=np.zeros((2, 3)), targets=[[0.0, 0.5, 1.0], [1.0, 1.0, 0.5]])
    problem = TASKS["logits"].prepare({"file": path, "drawn": "once", "rows": 400}, [0, 1])
    np.testing.assert_allclose(problem.targets.mean(axis=1), [[0.0, 0.5, 1.0], [1.0, 1.0, 0.5]], atol=0.125)
    np.savez(path, logits=np.zeros((1, 3)), targets=[[0.0, 3.0, 1.0]])
    assert TASKS["logits"].prepare({"file": path}, [0]).targets.max() == 3.0
    with pytest.raises(ValueError, match=r"labels are drawn from targets from 0 to 1; .*some.npz has others"):
        TASKS["logits"].shape({"file": path, "drawn": "once"})


ONES = np.ones((2, 3))
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"logits": ONES}, "it has no array 'targets'; there are logits"),
    ({"logits": ONES, "targets": ONES.T}, r"targets \(3, 2\) do not match logits \(2, 3\)"),
    ({"logits": ONES[0], "targets": ONES[0]}, r"logits is of shape \(3,\); it takes rows and columns"),
    ({"logits": ONES * np.nan, "targets": ONES}, "row 0, column 0, is nan, not a finite number"),
    ({"logits": np.array([["a"]]), "targets": ONES}, "logits is an array of <U1, not of numbers"),
    ({"logits": np.array([[{}]]), "targets": ONES}, "logits is no array of numbers that can be read"),
]


@pytest.mark.parametrize(("found", "said"), WRONG)
def test_a_file_that_holds_no_samples_is_refused(tmp_path: Path, found: dict[str, Any], said: str) -> None:
    np.savez(tmp_path / "some.npz", **found)
    with pytest.raises(ValueError, match=rf"some.npz: .*{said}"):
        TASKS["logits"].prepare({"file": str(tmp_path / "some.npz")}, [0])


@pytest.mark.parametrize("content", [b"", b"not an archive", b"\x93NUMPY\x01\x00"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some.npz").write_bytes(content)
    with pytest.raises(ValueError, match=r"some.npz: it is no .npz file"):
        TASKS["data"].prepare({"file": str(tmp_path / "some.npz")}, [0])


def test_features_are_standardised_by_the_rows_trained_on(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    features, labels = random.normal(5.0, 3.0, size=(40, 3)), random.integers(0, 2, size=(40, 2))
    features[:, 2] = 7.0  # a feature that tells nothing
    np.savez(tmp_path / "own.npz", features=features, labels=labels)
    problem = TASKS["data"].prepare({"file": str(tmp_path / "own.npz"), "held": 0.25}, [0, 1])
    assert problem.features is not None
    assert problem.held_features is not None
    assert (problem.features.shape, problem.held_features.shape) == ((2, 30, 4), (2, 10, 4))
    np.testing.assert_allclose(problem.features[..., :2].mean(axis=1), 0.0, atol=1e-12)
    np.testing.assert_allclose(problem.features[..., :2].std(axis=1), 1.0, atol=1e-12)
    np.testing.assert_array_equal(problem.features[..., 2], 0.0)
    # Every row is on one side of the split, with its own labels.
    both = np.concatenate((problem.features, problem.held_features), axis=1)[0]
    own = np.concatenate((problem.targets, problem.held_targets), axis=1)[0]
    order = np.argsort(features[:, 0])
    np.testing.assert_array_equal(own[np.argsort(both[:, 0])], labels[order])


def test_labels_of_a_file_lie_between_0_and_1(tmp_path: Path) -> None:
    np.savez(tmp_path / "own.npz", features=np.ones((2, 1)), labels=[[0.0], [2.0]])
    with pytest.raises(ValueError, match="labels, row 1, column 0, is 2, not a number from 0 to 1"):
        TASKS["data"].shape({"file": str(tmp_path / "own.npz")})


def test_yeast_is_the_data_that_were_published() -> None:
    """2,417 genes, 103 features, 14 classes, 4.237 labels a gene (Elisseeff & Weston 2001; MULAN)."""
    problem = TASKS["data"].prepare({"held": 0.0}, [0])
    assert problem.features is not None
    assert problem.features.shape == (1, 2_417, 104)
    counts = problem.targets[0].sum(axis=0).astype(int).tolist()
    assert counts == [762, 1038, 983, 862, 722, 597, 428, 480, 178, 253, 289, 1816, 1799, 34]
    assert round(float(problem.targets.sum(axis=-1).mean()), 3) == 4.237
