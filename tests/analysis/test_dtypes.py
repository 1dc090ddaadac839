"""The dtype microscope sees the dead zones that are known, and none where there is none."""

import numpy as np
import pytest

from explorer.analysis.dtypes import microscope, runs, worst
from explorer.study.study import ShownLoss
from tests.analysis.conftest import make_sample, random_sample

SINGLE = make_sample([1.0], [0.0])


def seen(sample, key, reach=40.0, points=321, class_index=0, **settings):
    shown = ShownLoss(key, tuple(settings.items()))
    found = microscope(sample, shown, class_index, reach, points)
    return found, {(band.form, band.dtype): band for band in found.bands}


def first_dead(found, band):
    return found.grid[int(np.argmax(band.gradient.dead))]


def test_sigmoid_dies_where_it_is_known_to():
    found, bands = seen(SINGLE, "bce")
    assert 16.0 < first_dead(found, bands["bce_of_probabilities", "float32"]) <= 17.0
    assert 6.0 < first_dead(found, bands["bce_of_probabilities", "bfloat16"]) <= 8.0
    assert bands["bce_of_probabilities", "float16"].gradient.broken[found.grid >= 12.0].all()


def test_our_forms_die_nowhere_before_the_format_does():
    for key in ("zlpr", "bce", "cross_entropy"):
        _, bands = seen(make_sample([1.0, 0.5, -2.0], [1.0, 0.0, 0.0]), key, reach=80.0)
        for dtype in ("float32", "bfloat16"):
            errors = bands["", dtype].gradient
            assert not errors.dead.any(), (key, dtype)
            assert not errors.broken.any(), (key, dtype)
        assert worst(bands["", "float32"], "gradient") < 1e-4


def test_float16_ends_where_it_has_no_smaller_number():
    found, bands = seen(make_sample([1.0], [1.0]), "bce")
    small = bands["", "float16"].gradient.small
    assert small[found.grid > 18.0].all()
    assert not small[found.grid < 16.0].any()


def test_sparse_zlpr_invents_a_loss_and_loses_its_gradient():
    sample = make_sample([25.0, 25.0, -20.0, -20.0], [1.0, 1.0, 0.0, 0.0])
    found, bands = seen(sample, "zlpr")
    at = int(np.abs(found.grid - 25.0).argmin())
    band = bands["zlpr_sparse", "float32"]
    assert band.value.found[at] == pytest.approx(9.575, abs=1e-3)
    assert band.value.truth[at] < 1e-8
    assert bands["zlpr_sparse_unclipped", "float32"].value.broken[at]
    assert not bands["zlpr_masked", "float32"].value.broken.any()


def test_truth_is_at_the_rounded_logit():
    """bfloat16 has no 1.01: the error shown is of the arithmetic alone."""
    _, bands = seen(SINGLE, "bce", reach=1.01, points=2)
    assert bands["", "bfloat16"].gradient.truth[1] == pytest.approx(1 / (1 + np.exp(-1.0078125)), rel=1e-12)


def test_settings_that_a_form_does_not_know_leave_it_out():
    found, bands = seen(SINGLE, "bce", pos_weight=3.0)
    assert {form for form, _ in bands} == {""}
    assert found.missing == ("BCELoss(σ(s))", "log(σ(s))")


def test_many_classes_are_those_that_weigh_most():
    found, _ = seen(random_sample(1_000, 5), "zlpr", class_index=7, points=20)
    assert (found.beside, found.others) == (32, 999)


def test_settings_for_each_class_go_along():
    _, bands = seen(make_sample([1.0, 2.0], [1.0, 0.0]), "bce", pos_weight=(3.0, 1.0), class_index=0)
    assert bands["", "float32"].gradient.truth[0] == pytest.approx(-3.0)


def test_runs_are_stretches():
    assert runs(np.array([True, True, False, True])) == [(0, 1), (3, 3)]
    assert runs(np.zeros(3, bool)) == []
