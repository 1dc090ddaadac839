"""Settings: defaults are filled in, bounds kept, errors are whole sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from explorer.catalogue import Parameter
from explorer.losses import LOSSES
from tests.losses.conftest import plain


def with_parameter(kind, **fields):
    """BCE with a parameter of another kind in place of its own; it takes no notice of it."""
    parameter = Parameter(
        **{"name": "extra", "symbol": "k", "latex": "k", "default": 1, "low": 0, "high": 9, "meaning": "none"}
        | fields,
        kind=kind,
    )

    def value(xp, logits, targets, *, extra):
        return xp.sum(logits * extra, axis=-1)

    return replace(LOSSES["bce"], parameters=(parameter,), value_function=value, accumulators=None)


def test_defaults():
    expected = {
        "cross_entropy": {"temperature": 1.0},
        "label_smoothing": {"epsilon": 0.1, "convention": 0.0},
        "bce": {"pos_weight": 1.0, "weight": 1.0},
        "smoothed_bce": {"epsilon": 0.1, "convention": 2.0},
        "smoothed_zlpr": {"epsilon": 0.1, "convention": 2.0},
        "focal": {"gamma": 2.0, "alpha": 0.25},
        "asl": {"gamma_positive": 1.0, "gamma_negative": 4.0, "clip": 0.05, "floor": 1e-8},
        "hill": {"weight": 1.5, "margin": 1.0, "gamma": 2.0},
        "distribution_balanced": {"class_weight": 1.0, "bias": 0.0, "negative_scale": 5.0},
        "peel": {"amount": 0.5},
        "logit_norm": {"temperature": 0.04},
        "pairwise": {"gamma": 1.0, "margin": 0.0},
        "threshold_pairwise": {"threshold": 0.0},
        "circle": {"gamma": 80.0, "margin": 0.4},
        "am_softmax": {"scale": 30.0, "margin": 0.35},
        "info_nce": {"temperature": 0.07},
        "flat_nce": {"temperature": 0.07},
        "combinatorial_threshold": {"max_labels": 5.0, "threshold": 0.0},
        "symmetric_kl_sigmoid": {"scale": 1.0},
        "abs_kl": {"floor": 1e-7},
        "abs_kl_sigmoid": {"floor": 1e-7},
        "partition_distribution": {"raw_partition": 1.0},
        "two_way": {"positive_temperature": 4.0, "negative_temperature": 1.0},
    }
    assert {key: LOSSES[key].settings() for key in expected} == expected


@pytest.mark.parametrize("number", [0.3, np.float32(0.3), np.float64(0.3), np.array(0.3), "0.3"])
def test_numbers_become_python_floats(number):
    found = LOSSES["smoothed_bce"].settings(epsilon=number)["epsilon"]
    assert type(found) is float
    assert found == pytest.approx(0.3)


@pytest.mark.parametrize("numbers", [[1, 2, 3], (1.0, 2.0, 3.0), np.array([1, 2, 3]), np.float32([1, 2, 3])])
def test_numbers_of_classes_become_tuples(numbers, torch):
    for given in (numbers, torch.tensor(numbers)):
        assert LOSSES["bce"].settings(weight=given) == {"pos_weight": 1.0, "weight": (1.0, 2.0, 3.0)}


@pytest.mark.parametrize(
    ("key", "settings", "message"),
    [
        ("smoothed_bce", {"epsilon": 2}, "loss 'smoothed_bce': epsilon=2 outside [0, 1]"),
        ("smoothed_bce", {"epsilon": -0.1}, "loss 'smoothed_bce': epsilon=-0.1 outside [0, 1]"),
        ("smoothed_bce", {"epsilon": float("nan")}, "loss 'smoothed_bce': epsilon=nan outside [0, 1]"),
        ("smoothed_bce", {"epsilon": "x"}, "epsilon='x' is not a number; it takes one number in [0, 1]"),
        ("smoothed_bce", {"epsilon": [0.1, 0.2]}, "epsilon=[0.1, 0.2] is not a number; it takes one number"),
        ("smoothed_bce", {"epsilon": None}, "epsilon=None is not a number"),
        ("cross_entropy", {"temperature": 0}, "loss 'cross_entropy': temperature=0 outside [0.001, 1000]"),
        ("bce", {"weight": -1}, "loss 'bce': weight=-1 outside [0, 1e+06]"),
        ("bce", {"weight": [1, -2, 1]}, "loss 'bce': weight[1]=-2 outside [0, 1e+06]"),
        (
            "bce",
            {"weight": [1, "a", 1]},
            "weight[1]='a' is not a number; it takes one number or one per class",
        ),
        ("bce", {"weight": []}, "loss 'bce': weight is empty; it takes one number or one per class"),
        ("bce", {"weight": [[1, 2, 3]]}, "is not a number; it takes one number or one per class"),
        ("bce", {"wieght": 1}, "loss 'bce': no parameter 'wieght'; its parameters are pos_weight, weight"),
        ("zlpr", {"epsilon": 1}, "loss 'zlpr': no parameter 'epsilon'; it has none"),
    ],
)
def test_errors(key, settings, message):
    loss = LOSSES[key]
    calls = (
        lambda: loss.settings(**settings),
        lambda: loss.value([0.0, 0.0, 0.0], [1, 0, 0], **settings),
        lambda: loss.gradient([0.0, 0.0, 0.0], [1, 0, 0], **settings),
        lambda: loss.along([0.0, 0.0, 0.0], [1, 0, 0], (0,), ([0.0],), **settings),
        lambda: loss.lowest([1, 0, 0], **settings),
        lambda: loss.decide([0.0, 0.0, 0.0], **settings),
    )
    for call in calls:
        with pytest.raises(ValueError, match=re.escape(message)):
            call()


def test_unknown_names_are_key_errors_too():
    with pytest.raises(KeyError, match="no parameter 'gamma'"):
        LOSSES["bce"].settings(gamma=2)


def test_one_number_per_class_needs_as_many_as_classes():
    with pytest.raises(
        ValueError, match="loss 'bce': weight has 2 numbers for 3 classes; it takes one number or"
    ):
        LOSSES["bce"].value([0.0, 0.0, 0.0], [1, 0, 0], weight=[1, 2])


def test_settings_at_the_bounds_are_allowed(loss):
    for parameter in loss.parameters:
        if parameter.kind == "other_logits":
            continue
        for number in (parameter.low, parameter.high, *parameter.span):
            value = loss.value([0.5, -1.0], [1, 0], **{parameter.name: number})
            assert np.isfinite(value)


def test_whole_numbers():
    loss = with_parameter("integer")
    assert loss.settings(extra=3.0) == {"extra": 3.0}
    with pytest.raises(ValueError, match=r"extra=2.5 is not a whole number in \[0, 9\]"):
        loss.settings(extra=2.5)


def test_other_logits_follow_the_logits(make):
    loss = with_parameter("other_logits")
    other = np.array([1.0, 2.0, 4.0])
    assert plain(loss.value(make([1.0, 1.0, 1.0], "float32"), make([1, 0, 0]), extra=other)) == 7
    found = loss.along([1.0, 1.0, 1.0], [1, 0, 0], (2,), ([0.0, 10.0],), extra=other)
    np.testing.assert_array_equal(found, [3.0, 43.0])
    with pytest.raises(ValueError, match=r"extra \(2,\) do not match logits \(3,\)"):
        loss.value([1.0, 1.0, 1.0], [1, 0, 0], extra=[1.0, 2.0])


def test_a_default_outside_its_interval_is_refused():
    with pytest.raises(ValueError, match=r"parameter 'extra': default 20 outside \[0, 9\]"):
        with_parameter("number", default=20)


def test_a_choice_is_set_by_its_name_or_its_place():
    loss = LOSSES["smoothed_bce"]
    assert loss.settings(convention="flip")["convention"] == loss.settings(convention=3)["convention"] == 3.0
    with pytest.raises(ValueError, match="convention='third' is not one of all, others, half, flip"):
        loss.settings(convention="third")
    with pytest.raises(ValueError, match="convention=4 is not one of all, others, half, flip"):
        loss.settings(convention=4)
