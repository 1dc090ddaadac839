"""Targets outside a loss's labels: NaN and a reason, or computed and marked; the sentences are whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from explorer.catalogue import Labels, Need
from explorer.losses import LOSSES
from tests.losses.conftest import plain
from tests.losses.samples import second_of

NAMES = ("cat", "dog", "fox", "owl", "bee")


HALF = "takes 0/1 labels; class 1 is 0.50"


@pytest.mark.parametrize(
    ("key", "targets", "sentence"),
    [
        ("zlpr", [1, 0, 0, 0, 0.3], "takes 0/1 labels; class 5 is 0.30"),
        (
            "zlpr",
            [0.5, 0, 0, 0, 0.3],
            "takes 0/1 labels; class 1 is 0.50, and 1 more class is neither 0 nor 1",
        ),
        (
            "zlpr",
            [0.5, 0.1, 2, 0, 0.3],
            "takes 0/1 labels; class 1 is 0.50, and 3 more classes are neither 0 nor 1",
        ),
        ("zlpr", [1, 0, 1e-7, 0, 0], "takes 0/1 labels; class 3 is 1e−07"),
        ("zlpr", [1, 0, 0.9999999, 0, 0], "takes 0/1 labels; class 3 is 0.9999999"),
        ("zlpr", [1, 0, float("nan"), 0, 0], "takes 0/1 labels; class 3 is NaN"),
        ("soft_zlpr", [1, 0, -0.25, 0, 0], "takes soft labels from 0 to 1; class 3 is −0.25"),
        ("smoothed_zlpr", [1, 0, 1.5, 0, 0], "takes soft labels from 0 to 1; class 3 is 1.50"),
    ],
)
def test_refusals(key, targets, sentence, make):
    loss = LOSSES[key]
    assert loss.refuses(targets) == sentence
    assert loss.refuses(make(targets)) == sentence
    assert loss.cautions(targets) is None
    assert np.isnan(loss.value(np.zeros(5), targets))
    assert np.isnan(loss.gradient(np.zeros(5), targets)).all()


@pytest.mark.parametrize(
    ("key", "targets", "sentence"),
    [
        ("cross_entropy", [1, 1, 0.3, 0, 0], "expects targets that sum to 1; they sum to 2.30"),
        ("cross_entropy", [1, 1, 1, 0, 0], "expects targets that sum to 1; they sum to 3.00"),
        ("cross_entropy", [1.0001, 0, 0, 0, 0], "expects targets from 0 to 1; class 1 is 1.0001"),
        ("cross_entropy", [0.5, 0.4999, 0, 0, 0], "expects targets that sum to 1; they sum to 0.9999"),
        (
            "label_smoothing",
            [0] * 5,
            "expects targets that sum to 1; they are all 0, so this sample has no say",
        ),
        ("bce", [2, 0, 0, 0, 0], "expects soft labels from 0 to 1; class 1 is 2.00"),
        ("smoothed_bce", [0, -1, 0, 0, 0], "expects soft labels from 0 to 1; class 2 is −1.00"),
    ],
)
def test_cautions(key, targets, sentence):
    loss = LOSSES[key]
    assert loss.cautions(targets) == sentence
    assert loss.refuses(targets) is None
    assert np.isfinite(loss.value(np.zeros(5), targets))


def test_own_labels_are_welcome(loss, make):
    targets = make(second_of(loss, np.random.default_rng(0), (50, 5)))
    assert loss.refuses(targets) is None
    assert loss.cautions(targets) is None
    assert np.isfinite(plain(loss.value(make(np.zeros((50, 5))), targets))).all()


def test_float32_distributions_over_many_classes_are_welcome():
    spread = np.random.default_rng(0).dirichlet(np.ones(1000), 20).astype(np.float32)
    assert LOSSES["cross_entropy"].cautions(spread) is None


def test_classes_are_called_by_name():
    assert LOSSES["zlpr"].refuses([1, 0, 0, 0, 0.3], classes=NAMES) == "takes 0/1 labels; bee is 0.30"
    assert LOSSES["bce"].cautions([1, 7, 0, 0, 0], NAMES) == "expects soft labels from 0 to 1; dog is 7.00"


def test_only_the_refused_samples_of_a_batch_are_nan(make):
    targets = [[1, 0, 0], [0.3, 0, 1], [0, 0, 0]]
    for key in ("zlpr", "soft_zlpr"):
        refused = [False, key == "zlpr", False]
        value = plain(LOSSES[key].value(make(np.ones((3, 3))), make(targets)))
        gradient = plain(LOSSES[key].gradient(make(np.ones((3, 3))), make(targets)))
        np.testing.assert_array_equal(np.isnan(value), refused)
        np.testing.assert_array_equal(np.isnan(gradient), np.repeat(np.array(refused)[:, None], 3, axis=1))
    assert LOSSES["zlpr"].refuses(targets) == "takes 0/1 labels; class 1 is 0.30 (sample 2)"


def test_the_way_out_takes_what_was_refused(loss):
    if loss.instead is None:
        return
    targets = [1, 0, 0.3]
    assert loss.refuses(targets)
    assert LOSSES[loss.instead].refuses(targets) is None
    assert np.isfinite(LOSSES[loss.instead].value([0.5, 1, 2], targets))


@pytest.mark.parametrize(
    ("labels", "welcome", "fault"),
    [
        (Labels.ONE_HOT, [0, 1, 0], [0.5, 0.5, 0]),
        (Labels.ONE_HOT, [0, 1, 0], [1, 1, 0]),
        (Labels.DISTRIBUTION, [0.5, 0.5, 0], [1, 1, 0]),
        (Labels.HARD, [1, 1, 0], [0.5, 1, 0]),
        (Labels.SOFT, [0.5, 1, 0], [1.5, 1, 0]),
        (Labels.ANY, [-7, 1, 0], [float("nan"), 1, 0]),
    ],
)
def test_kinds_of_labels(labels, welcome, fault, make):
    assert labels.fault(np.array(welcome, dtype=float), None) is None
    assert labels.fault(np.array(fault, dtype=float), None)
    namespace = make.module
    np.testing.assert_array_equal(plain(labels.hold(namespace, make([welcome, fault]))), [True, False])
    assert labels.words


def test_a_need_beyond_the_kind_of_labels():
    """A loss may ask for more, also of its settings: here at most 2 labels, and epsilon tells the number."""
    need = Need(
        holds=lambda xp, targets, epsilon, **_: xp.sum(targets, axis=-1) <= 2 * epsilon,
        words=lambda epsilon, **_: f"at most {2 * epsilon:g} labels",
    )
    loss = replace(LOSSES["smoothed_bce"], needs=need)
    assert loss.refuses([1, 1, 0], epsilon=1.0) is None
    assert loss.refuses([1, 1, 1], epsilon=1.0) == "needs at most 2 labels"
    values = loss.value(np.zeros((2, 3)), [[1, 1, 0], [1, 1, 1]], epsilon=1.0)
    np.testing.assert_array_equal(np.isnan(values), [False, True])


def test_a_second_argument_that_is_no_targets_is_never_refused():
    loss = replace(LOSSES["zlpr"], inputs=("logits", "other logits"))
    assert loss.refuses([1, 0, 0.3]) is None
    assert loss.cautions([1, 0, 0.3]) is None
    assert np.isfinite(loss.value([0.0, 1.0, 2.0], [1, 0, 0.3]))
    with pytest.raises(ValueError, match=r"other logits \(2,\) do not match logits \(3,\)"):
        loss.value([0.0, 1.0, 2.0], [1, 0])
