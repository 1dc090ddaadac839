"""Descents: every loss's copy trained in the window, a little at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.analysis import descents as module
from explorer.analysis.at_time import at_step, selected, watched
from explorer.analysis.courses import GRAIN
from explorer.analysis.descents import Descents, Plan, kept, plan_of, speed_of
from explorer.analysis.evaluation import evaluate, evaluations
from explorer.optimizers import OPTIMIZERS
from explorer.study.document import document_of
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.analysis.courses import Course

LOGITS = np.array([[1.44, -0.8, 4.11, 3.22, 4.58], [0.0, 2.0, -1.0, 0.5, 0.1]])
TARGETS = np.array([[1.0, 1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0, 1.0]])
SHOWN = ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce")
DIVERGING = {"rate": "1000", "decay": "10", "updates": "300"}


def state_of(
    shown: Sequence[str] = SHOWN, logits: Any = LOGITS, targets: Any = TARGETS, **plan: str
) -> State:
    look = Look()
    for name, text in plan.items():
        look = look.with_option(f"descend.{name}", text)
    losses = tuple(ShownLoss(key) for key in shown)
    return State(Study("test", Table.of(logits, targets), losses), look)


def with_descents(state: State, time: int = 0) -> State:
    results = {"descents": Descents.of(state).advance()}
    return replace(state, results=results).with_look(time=time)


def course(made: Descents, index: int = 0) -> Course:
    found = made.courses[index]
    assert found is not None
    return found


# The plan


def test_the_usual_plan() -> None:
    assert plan_of(Look()) == Plan("sgd", 0.1, 200, 0.0, ())
    assert speed_of(Look()) == 1.0


def test_a_plan_is_read_from_the_options() -> None:
    state = state_of(optimizer="rmsprop", updates="50", decay="0.1", alpha="0.5", centered="1", speed="4")
    plan = plan_of(state.look)
    assert (plan.optimizer, plan.rate, plan.updates, plan.decay) == (
        "rmsprop",
        OPTIMIZERS["rmsprop"].rate,
        50,
        0.1,
    )
    assert dict(plan.settings) == {"alpha": 0.5, "centered": 1.0, "eps": 1e-8, "momentum": 0.0}
    assert speed_of(state.look) == 4.0


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("optimizer", "lion", Plan()),
        ("rate", "fast", Plan()),
        ("rate", "nan", Plan()),
        ("rate", "-1", Plan(rate=1e-6)),
        ("updates", "1e9", Plan(updates=10_000)),
        ("updates", "0", Plan(updates=1)),
        ("decay", "inf", Plan()),
    ],
)
def test_what_a_plan_does_not_know_is_the_usual(name: str, text: str, expected: Plan) -> None:
    assert plan_of(state_of(**{name: text}).look) == expected


# Courses


@pytest.mark.parametrize(
    ("key", "theirs", "settings"),
    [("sgd", "SGD", {}), ("nesterov", "SGD", {"momentum": 0.9, "nesterov": True}), ("adam", "Adam", {})],
)
def test_a_course_is_that_of_torch(key: str, theirs: str, settings: dict[str, Any]) -> None:
    torch = pytest.importorskip("torch")
    made = Descents.of(state_of(("bce",), optimizer=key, rate="0.2", updates="60", decay="0.01")).advance()
    weights = torch.tensor(LOGITS[0], requires_grad=True)
    goal = torch.tensor(TARGETS[0])
    optimizer = getattr(torch.optim, theirs)([weights], lr=0.2, weight_decay=0.01, **settings)
    for update in range(1, 61):
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(weights, goal, reduction="sum")
        assert course(made).values[update - 1] == pytest.approx(loss.item(), rel=1e-12)
        loss.backward()
        optimizer.step()
        assert np.allclose(course(made).logits[update], weights.detach().numpy(), rtol=1e-12, atol=1e-12)


def test_a_course_says_what_it_is() -> None:
    made = Descents.of(state_of())
    assert [(each.done, each.values.shape, each.logits.shape) for each in map(course, [made])] == [
        (0, (1,), (1, 5))
    ]
    assert not made.complete
    whole = made.advance()
    assert whole.complete
    assert whole.done == 200
    for index, key in enumerate(SHOWN):
        each = course(whole, index)
        assert (each.shown.key, each.done, each.diverged, each.every) == (key, 200, None, 1)
        assert each.logits.shape == (201, 5)
        assert not each.logits.flags.writeable
        assert not each.values.flags.writeable
        assert np.array_equal(each.logits[0], LOGITS[0])
        assert each.values[-1] < each.values[0]
    assert whole.advance() is whole


def test_values_are_those_of_the_rows() -> None:
    state = state_of(("zlpr", "circle", "asl"), optimizer="momentum", updates="70")
    made = Descents.of(state).advance()
    for index in range(3):
        each = course(made, index)
        for update in (0, 1, 33, 70):
            found = evaluate(each.sample_at(update), each.shown)
            assert each.values[update] == pytest.approx(found.value, rel=1e-12)


@pytest.mark.parametrize("key", list(OPTIMIZERS.own))
def test_pieces_are_the_whole(key: str) -> None:
    """Bit for bit; and what was made before stays as it was."""
    state = state_of(optimizer=key, updates="40", decay="0.01")
    whole = Descents.of(state).advance()
    made = pieces = Descents.of(state)
    steps = 0
    while not pieces.complete:
        made, pieces = pieces, pieces.advance(0.0)  # one update of one loss
        steps += 1
    assert steps == 4 * 40
    for index in range(4):
        assert np.array_equal(course(pieces, index).logits, course(whole, index).logits)
        assert np.allclose(course(pieces, index).values, course(whole, index).values, rtol=1e-13)
    assert [course(made, index).done for index in range(4)] == [40, 40, 40, 39]


def test_two_that_go_on_from_one_do_not_disturb_it() -> None:
    first = Descents.of(state_of(updates="20")).advance(0.0)
    before = course(first).logits.copy()
    one, other = first.advance(), first.advance()
    assert np.array_equal(course(first).logits, before)
    assert np.array_equal(course(one).logits, course(other).logits)


def test_a_loss_that_refuses_the_targets_has_no_course() -> None:
    state = state_of(("zlpr", "soft_zlpr"), targets=TARGETS * 0.3)
    made = Descents.of(state).advance()
    assert made.courses[0] is None
    assert course(made, 1).done == 200
    assert made.complete


def test_other_logits_are_the_pinned_ones() -> None:
    state = state_of(("symmetric_kl_sigmoid", "bce"), rate="1", updates="500")
    assert Descents.of(state).courses[0] is None
    sample = state.sample
    pin = Pin(0, "pin", np.array([0.5, 1.0, -1.0, 0.0, 2.0]), sample.targets)
    pinned = state.with_study(replace(state.study, pin=pin))
    made = Descents.of(pinned).advance()
    assert np.allclose(course(made).logits[-1], pin.logits, atol=1e-2)
    assert not made.answers(state)
    assert not Descents.of(state).answers(pinned)


def test_a_pin_that_no_loss_compares_with_is_of_no_matter() -> None:
    state = state_of()
    made = Descents.of(state)
    assert made.answers(state.with_study(replace(state.study, pin=Pin.of(state.sample))))


# Divergence


def test_a_course_that_diverges_stops_there() -> None:
    made = Descents.of(state_of(**DIVERGING)).advance()
    each = course(made)
    assert each.diverged == each.done
    assert 60 < each.done < 120  # (1 - rate decay)^update overflows
    assert np.isfinite(each.logits[:-1]).all()
    assert np.isfinite(each.values[:5]).all()
    assert np.isnan(each.values[-1])
    assert len(each.values) == each.done + 1
    assert np.isnan(each.at(each.done)).all()
    assert np.isnan(each.at(300)).all()
    assert made.complete
    assert made.done == 300


def test_a_course_from_what_is_not_finite_does_not_begin() -> None:
    logits = LOGITS.copy()
    logits[0, 2] = np.inf
    made = Descents.of(state_of(("bce",), logits=logits)).advance()
    assert (course(made).diverged, course(made).done) == (0, 0)
    assert course(made).sample_at(50) is made.sample


def test_one_loss_diverges_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    state = state_of(("bce", "circle"), updates="30")
    made = Descents.of(state)
    monkeypatch.setattr(course(made, 1).track, "slopes", lambda logits: logits * np.inf)
    whole = made.advance()
    assert course(whole, 1).diverged == 1
    assert (course(whole, 0).diverged, course(whole, 0).done) == (None, 30)


# Memory


def test_what_hardly_moved_is_as_it_was() -> None:
    made = course(with_descents(state_of(rate="0.1", updates="1000")).results["descents"])
    rest = np.delete(made.logits, [0, 1], axis=1)
    keys = np.array([made.settled(update, (0, 1)) for update in range(made.done + 1)])
    assert (keys <= np.arange(made.done + 1)).all()
    assert (np.diff(keys) >= 0).all()
    assert np.abs(rest - rest[keys]).sum(axis=1).max() <= GRAIN
    assert 2 < len(set(keys.tolist())) < 500


def test_a_course_that_diverged_is_settled_nowhere() -> None:
    made = course(with_descents(state_of(**DIVERGING)).results["descents"])
    assert made.diverged is not None
    assert made.settled(made.done, (0, 1)) == made.done


@pytest.mark.parametrize("key", ["sgd", "adam", "rmsprop"])
def test_of_many_numbers_some_rows_are_kept_and_the_others_found_again(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = state_of(optimizer=key, updates="57")
    whole = Descents.of(state).advance()
    monkeypatch.setattr(module, "KEPT", 600)
    spare = Descents.of(state).advance()
    each = course(spare)
    slots = 1 + len(OPTIMIZERS[key].slots)
    assert each.every == -(-4 * 58 * 5 * slots // 600)
    held = sum(array.size for array in (each.track.rows, *each.track.slots))
    assert 4 * held <= 600 + 4 * 5 * slots  # the row of the start comes on top
    for update in (57, 3, 4, 56, 0, 20, 19, 21):
        assert np.array_equal(each.at(update), course(whole).at(update)), update
    assert np.allclose(each.values, course(whole).values, rtol=1e-13)
    updates, points = each.path((2, 0))
    assert updates[0] == 0
    assert updates[-1] == 57
    assert np.array_equal(points, course(whole).logits[updates][:, [2, 0]])


def test_ten_thousand_classes_and_every_loss_stay_in_bounds() -> None:
    plan = Plan()
    assert module.spacing(10_000, plan, 4) == 1
    for key in OPTIMIZERS.own:
        plan = plan_of(state_of(optimizer=key, updates="10000").look)
        every = module.spacing(10_000, plan, 28)
        rows = plan.updates // every + 1
        assert 28 * rows * 10_000 * (1 + len(plan.rule.slots)) <= 1.4 * module.KEPT


# Whose they are


def test_they_answer_the_state_that_they_were_made_for() -> None:
    state = state_of()
    made = Descents.of(state)
    assert made.answers(state)
    assert made.answers(state.with_look(time=40, held=2, alpha=3.0))
    table = state.study.table
    edited = state.with_study(state.study.with_table(table.with_logit(0, 1, 9.0)))
    other = replace(state.study, shown=(*state.study.shown[:3], ShownLoss("circle")))
    setting = replace(state.study.shown[3], settings=(("epsilon", 0.3),))
    louder = replace(state.study, shown=(*state.study.shown[:3], setting))
    faster = replace(state, look=state.look.with_option("descend.rate", "0.2"))
    for changed in (edited, state.with_study(other), state.with_study(louder), faster):
        assert not made.answers(changed)
    assert not made.answers(state.with_look(sample=1))
    assert [made.is_near(each) for each in (edited, state.with_study(louder), faster)] == [True] * 3
    assert not made.is_near(state.with_study(other))
    assert not made.is_near(state.with_look(sample=1))


def test_courses_that_are_the_same_go_on() -> None:
    state = state_of()
    made = Descents.of(state).advance()
    more = state.with_study(replace(state.study, shown=(*state.study.shown[1:], ShownLoss("circle"))))
    again = Descents.of(more, made)
    assert again.courses[:3] == made.courses[1:]
    assert course(again, 3).done == 0
    slower = replace(state, look=state.look.with_option("descend.rate", "0.05"))
    assert course(Descents.of(slower, made)).done == 0


# A state at a later step


def test_every_loss_is_evaluated_at_its_own_copy() -> None:
    state = state_of()
    later = with_descents(state, 37)
    made = later.results["descents"]
    found = evaluations(later)
    for index, evaluation in enumerate(found):
        assert evaluation.sample is made.sample_at(later, index)
        assert np.array_equal(evaluation.sample.logits, course(made, index).logits[37])
        assert evaluation.value == pytest.approx(course(made, index).values[37], rel=1e-12)
        assert evaluation.sample.targets is state.sample.targets
    assert len({id(evaluation.sample) for evaluation in found}) == 4
    assert evaluations(later)[0] is found[0]  # nothing is computed twice
    assert later.sample is state.sample


def test_at_step_0_all_is_as_without_descents() -> None:
    state = state_of()
    started = with_descents(state, 0)
    assert all(a is b for a, b in zip(evaluations(started), evaluations(state), strict=True))
    assert at_step(started) is started
    assert watched(started) is state.sample
    assert selected(started) is None
    assert kept(started) is state.study


def test_descents_of_another_state_are_not_shown() -> None:
    later = with_descents(state_of(), 37)
    table = later.study.table.with_logit(0, 0, 9.0)
    edited = later.with_study(later.study.with_table(table))
    assert [evaluation.sample for evaluation in evaluations(edited)] == [edited.sample] * 4
    assert edited.results["descents"].sample_at(edited, 0) is edited.sample


def test_a_step_that_is_not_computed_is_the_last_one() -> None:
    state = state_of()
    some = Descents.of(state)
    for _ in range(8):
        some = some.advance(0.0)
    later = replace(state, results={"descents": some}).with_look(time=100)
    assert np.array_equal(watched(later).logits, course(some).logits[2])


def test_the_copy_that_is_shown_is_the_selected_loss_s() -> None:
    later = with_descents(state_of(), 37)
    for index in range(4):
        shown = later.with_look(landscape_loss=index)
        assert selected(shown) == index
        assert watched(shown) is evaluations(later)[index].sample
        assert at_step(shown).sample is watched(shown)
        assert at_step(at_step(shown)).sample is watched(shown)


def test_where_the_selected_loss_is_off_or_refuses_another_is_shown() -> None:
    state = state_of(("zlpr", "soft_zlpr", "bce"), targets=TARGETS * 0.3)
    assert selected(with_descents(state.with_look(landscape_loss=0), 5)) == 1  # ZLPR takes no soft labels
    off = replace(state.study.shown[1], on=False)
    some = state.with_study(replace(state.study, shown=(state.study.shown[0], off, state.study.shown[2])))
    assert selected(with_descents(some.with_look(landscape_loss=2), 5)) == 1  # of the two that are on
    assert selected(with_descents(some.with_look(landscape_loss=1), 5)) == 1
    none = state.with_study(replace(state.study, shown=(state.study.shown[0],)))
    assert selected(with_descents(none, 5)) is None
    assert watched(with_descents(none, 5)) is none.sample


def test_keeping_puts_the_copy_into_the_table() -> None:
    later = with_descents(state_of(), 37).with_look(landscape_loss=2)
    study = kept(later)
    assert np.array_equal(study.table.sample(0).logits, course(later.results["descents"], 2).logits[37])
    assert np.array_equal(study.table.sample(0).targets, TARGETS[0])
    assert study.table.sample(1) is later.study.table.sample(1)
    assert replace(study, table=later.study.table) == later.study


def test_the_step_is_not_saved() -> None:
    later = with_descents(state_of(), 37)
    assert document_of(later.study, later.look) == document_of(later.study, replace(later.look, time=0))
    assert Look(time=-3).within(later.study).time == 0
