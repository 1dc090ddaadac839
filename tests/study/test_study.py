import math
import pickle
from types import MappingProxyType

import pytest
from hypothesis import given

from explorer.resources import asset
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.study.strategies import changed, looks, same, studies


@pytest.fixture
def study():
    table = Table.of([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0, 1, 0], [1, 0, 1]], ["cat", "dog", "fox"])
    return Study("three", table, (ShownLoss("zlpr"), ShownLoss("bce")))


@pytest.mark.parametrize(
    ("look", "wanted"),
    [
        (Look(), Look()),
        (Look(9, 9, 9, (9, 9), 9, 1e9), Look(1, 2, 2, (2, 1), 1, 100.0)),
        (Look(-1, -1, -1, (-1, -1), -1, -1.0), Look(0, 0, 0, (0, 1), 0, 0.01)),
        (Look(landscape=(1, 1), alpha=float("nan")), Look(landscape=(1, 2), alpha=1.0)),
        (Look(sharpening="unknown"), Look()),
    ],
)
def test_a_look_is_kept_within_its_study(study, look, wanted):
    assert look.within(study) == wanted


def test_a_look_that_fits_is_the_same_object(study):
    look = Look(1, 2, 0, (2, 0), 1, 3.0)
    assert look.within(study) is look


def test_a_study_of_one_class_without_losses():
    one = Study("one", Table.of([1.0]))
    assert Look(3, 3, 3, (3, 4), 3).within(one) == Look(landscape=(0, 0))


@given(studies(), looks())
def test_every_look_can_be_looked_at(study, look):
    within = look.within(study)
    assert within.within(study) is within
    sample = study.table.sample(within.sample)
    for place in (within.held, within.slice_class, *within.landscape):
        assert 0 <= place < len(sample.classes)
    assert within.landscape[0] != within.landscape[1] or len(sample.classes) == 1


def test_a_pin_keeps_what_was(study):
    pin = Pin.of(study.table.sample(1))
    assert (pin.sample, pin.name, pin.logits.tolist()) == (1, "sample 2", [4, 5, 6])
    assert pin == Pin.of(Table.of(*study.table.arrays()).sample(1))
    assert pin != Pin.of(study.table.with_logit(1, 0, 0.0).sample(1))
    assert hash(pin) == hash(Pin.of(study.table.with_logit(1, 0, 0.0).sample(1)))
    with pytest.raises(ValueError, match=r"a pinned row has shape \(1, 1\)"):
        Pin(0, "x", [[1.0]], [1.0])


def test_a_pin_follows_the_classes(study):
    study = Study("pinned", study.table, pin=Pin.of(study.table.sample(0)))
    study = study.with_table(study.table.with_logits(0, [7.0, 8.0, 9.0]))
    study = (
        study.with_class_added("owl", -1.0, 0.5).with_classes_reordered([3, 2, 1, 0]).with_class_removed(2)
    )
    study = study.with_class_renamed(0, "hen")
    assert study.table.classes == ("hen", "fox", "cat")
    assert study.pin.logits.tolist() == [-1, 3, 1]
    assert study.pin.targets.tolist() == [0.5, 0, 0]


def test_settings_are_sorted_floats():
    loss = ShownLoss("bce", (("weight", 2), ("pos_weight", (1, 2)))).with_setting("weight", 3)
    assert loss.settings == (("pos_weight", (1.0, 2.0)), ("weight", 3.0))
    assert loss == ShownLoss("bce", (("pos_weight", (1.0, 2.0)), ("weight", 3.0)))
    assert type(loss.settings[1][1]) is float
    assert hash(loss) == hash(ShownLoss("bce", loss.settings, extra={"later": 1}))


def test_a_state_keeps_its_look_within(study):
    state = State(study, Look(sample=7))
    assert state.sample is study.table.sample(1)
    assert state.with_look(held=9).look.held == 2
    assert state.with_study(study) is state
    assert state.with_study(Study("one", Table.of([1.0]))).look == Look(landscape=(0, 0))
    assert same(state.sample.logits, study.table.arrays()[0][1])


@given(studies().flatmap(changed))
def test_studies_equal_to_themselves(study):
    assert study == study
    assert hash(study) == hash(study)


def test_assets():
    assert asset("five-samples.csv").is_file()
    with pytest.raises(FileNotFoundError, match=r"no shipped file 'nothing\.csv'"):
        asset("nothing.csv")


def test_a_study_is_the_same_after_a_journey_to_another_process():
    shown = (ShownLoss("bce", (("pos_weight", (1.0, 2.0)),), extra=MappingProxyType({"later": [1]})),)
    table = Table.of([[1.0, math.nan]], classes=["a", "b"]).with_logit(0, 1, 3.0)
    study = Study("journey", table, shown, Pin.of(table.sample(0), shown))
    again = pickle.loads(pickle.dumps(study))
    assert again == study
    assert again.shown[0].extra == {"later": [1]}
