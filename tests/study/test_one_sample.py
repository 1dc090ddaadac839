import json
from dataclasses import replace

from hypothesis import given

from explorer.study.document import document_of, read_document
from explorer.study.generated import many_classes
from explorer.study.json_text import written
from explorer.study.one_sample import one_sample
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.study.values import same_numbers
from tests.study.strategies import looks, studies


def table():
    return Table.of(
        [[1.0, 2.0], [4.0, float("nan")], [0.5, 0.25]],
        [[0, 1], [1, 0], [0.5, 0]],
        ["cat", "dog"],
        None,
        "file.csv",
    )


def test_the_watched_row_is_the_whole_study():
    table_ = table().with_logit(1, 0, -3.0)
    study = Study("mine", table_, (ShownLoss("bce"), ShownLoss("focal", (("gamma", 1.0),), on=False)))
    made = one_sample(State(study, Look(sample=1)))
    assert (made.title, made.shown, len(made.table)) == ("mine", study.shown, 1)
    sample = made.table.sample(0)
    assert (sample.name, sample.classes, made.table.origin) == ("sample 2", ("cat", "dog"), "file.csv")
    assert same_numbers(sample.logits, table_.sample(1).logits)
    assert same_numbers(sample.targets, table_.sample(1).targets)
    assert not made.table.is_edited(0)


def test_the_pin_of_that_sample_comes_along_and_another_does_not():
    study = Study("mine", table(), (ShownLoss("r_drop"),))
    pinned = replace(study, pin=Pin.of(study.table.sample(2), study.shown))
    found = one_sample(State(pinned, Look(sample=2))).pin
    assert found is not None
    assert (found.sample, found.name, found.shown) == (0, "sample 3", study.shown)
    assert one_sample(State(pinned, Look(sample=1))).pin is None


@given(studies(), looks())
def test_what_it_writes_is_read_again(study, look):
    state = State(study, look)
    made = one_sample(state)
    found = read_document(json.loads(written(document_of(made, state.look))), "picture")
    assert found.study == made
    assert found.look.sample == 0
    assert found.look.held == state.look.held
    wanted = study.table.sample(state.look.sample)
    assert same_numbers(found.study.table.sample(0).logits, wanted.logits)
    assert same_numbers(found.study.table.sample(0).targets, wanted.targets)


def test_a_thousand_classes_stay_small():
    study = Study("many", many_classes(1000), (ShownLoss("zlpr"),))
    assert len(written(document_of(one_sample(State(study)), Look()))) < 120_000
