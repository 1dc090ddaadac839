"""The figures of checks and theory: gradient check, dtype microscope, peel, two tasks."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.analysis.evaluation import evaluate
from explorer.analysis.gradient_check import Autograd
from explorer.plots import PLOTS, check, lens, moves
from explorer.plots import peel as peel_figure
from explorer.plots.copying import numbers_of
from explorer.plots.figure import Points, Rectangles, Segments, Text
from explorer.study.study import ShownLoss
from tests.plots.states import LOGITS, TARGETS, state


def marks(figure, kind):
    return [mark for mark in (*figure.marks, *figure.still, *figure.aside) if isinstance(mark, kind)]


def texts(figure):
    return " ".join(mark.text for mark in marks(figure, Text))


def answered(before, wrong=None):
    """Give a state the gradients that torch would give; of class `wrong` another."""
    gradients = {}
    for shown in before.study.shown:
        gradient = evaluate(before.sample, shown).gradient.copy()
        if wrong is not None:
            gradient[wrong] += 1e-3
        gradients[shown] = gradient
    sample = before.sample
    return replace(before, results={"autograd": Autograd(sample.logits, sample.targets, None, gradients)})


# Gradient check


def test_the_check_passes_and_says_what_is_not_known():
    figure = PLOTS["check"].figure(state())
    assert figure.corner == "passes"
    assert "torch: computing…" in texts(figure)
    assert "Autograd is being computed by torch." in figure.description


def test_an_error_of_0_has_its_own_place():
    figure = PLOTS["check"].figure(answered(state()))
    filled = next(mark for mark in marks(figure, Points) if not mark.hollow)
    assert set(filled.y) == {check.ZERO}
    assert check.ZERO < check.FLOOR
    assert any(tick.text == "0" and tick.at == check.ZERO for tick in figure.y.ticks)


def test_a_wrong_gradient_fails_and_is_named():
    figure = PLOTS["check"].figure(answered(state(), wrong=2))
    assert figure.corner == "fails"
    assert "1.0 × 10⁻³ at night" in figure.description
    assert "allowed 10⁻¹¹" in figure.description


def test_an_answer_to_another_sample_is_not_shown():
    before = answered(state())
    moved = moves.set_logit(before, 0, 0.0).state
    assert "being computed" in PLOTS["check"].figure(moved).description


def test_a_gradient_that_is_another_on_purpose_does_not_fail():
    figure = PLOTS["check"].figure(state([0.3, 0.2, 0.5], [1.0, 0.0, 0.0], None, shown=("circle",)))
    assert figure.corner == "another on purpose"


def test_many_classes_stand_worst_first():
    many = np.linspace(-3.0, 3.0, 500)
    figure = PLOTS["check"].figure(state(many, many > 2.5, None, shown=("bce",)))
    heights = marks(figure, Points)[0].y
    assert (np.diff(heights) <= 0).all()
    assert "of 500 classes" in figure.y.title


def test_the_loss_is_chosen():
    before = state()
    option = PLOTS["check"].choices(before)[0].options[2]
    figure = PLOTS["check"].figure(replace(before, look=option.look))
    assert figure.subtitle.startswith("BCE,")
    twice = state(shown=("bce", "bce"))
    assert PLOTS["check"].figure(twice).corner == "passes"


# Dtype microscope


def test_dead_zones_are_ink_and_hatches_are_not():
    figure = PLOTS["dtypes"].figure(state(LOGITS, TARGETS, shown=("bce",), slice_class=2))
    dead = [mark for mark in marks(figure, Rectangles) if mark.fill == "ink"]
    assert min(float(mark.x0[0]) for mark in dead if mark.x0[0] > 0) < 17.0
    assert marks(figure, Segments)
    assert "0 where it should not be" in texts(figure)
    assert "BCELoss(σ(s)) in float32" in figure.description


def test_the_pointer_reads_numbers_of_a_band():
    before = state(LOGITS, TARGETS, shown=("bce",), slice_class=2)
    figure = PLOTS["dtypes"].figure(before)
    read = lens.lens(before, figure, 30.0, 3.7 + 0.5)
    assert read.title == "BCELoss(σ(s)), float32"
    assert read.rows[0].label == "torch.nn.BCELoss after a sigmoid"
    assert any("dead" in row.label for row in read.rows)
    assert read.number == 0.0


def test_the_range_and_the_quantity_are_chosen():
    before = state(shown=("zlpr",))
    _, quantity, reach = PLOTS["dtypes"].choices(before)
    assert PLOTS["dtypes"].figure(replace(before, look=reach.options[2].look)).x.high == 100.0
    after = replace(before, look=quantity.options[1].look)
    assert "error of the value" in PLOTS["dtypes"].figure(after).subtitle


# Peel


def test_lambda_is_a_setting_of_the_loss_where_it_is_shown():
    before = state(shown=("bce", "peel"))
    after = moves.move(before, "peel.amount", (0.3, 0.0))
    assert dict(after.state.study.shown[1].settings) == {"amount": 0.3}
    assert after.state.look == before.look
    assert peel_figure.amount_of(after.state) == 0.3
    nudged = moves.nudge(after.state, "peel.amount", 1.0)
    assert peel_figure.amount_of(nudged.state) == pytest.approx(0.4)


def test_lambda_is_of_the_look_where_the_loss_is_not_shown():
    before = state(shown=("bce",))
    after = moves.move(before, "peel.amount", (7.0, 0.0))
    assert after.state.study is before.study
    assert peel_figure.amount_of(after.state) == 1.0


def test_the_value_said_is_that_of_the_loss():
    before = state(shown=(ShownLoss("peel", (("amount", 0.25),)),))
    figure = PLOTS["peel"].figure(before)
    value = evaluate(before.sample, before.study.shown[0]).value
    assert figure.subtitle.startswith(f"L = {value:.4f} nat")
    assert figure.handles[0].place.x == 0.25


def test_orders_0_and_1_are_kept_whole():
    before = state(shown=(ShownLoss("peel", (("amount", 0.25),)),))
    whole, kept = marks(PLOTS["peel"].figure(before), Rectangles)[:2]
    np.testing.assert_allclose(kept.y1[:2], whole.y1[:2])
    np.testing.assert_allclose(kept.y1[2:], 0.25 * whole.y1[2:])
    assert whole.fill is None


def test_soft_labels_have_no_orders_to_show():
    assert "0/1 labels" in PLOTS["peel"].figure(state(targets=(0.3, 1, 0, 0, 0))).note


# Two tasks


def test_hard_labels_share_no_logit():
    figure = PLOTS["tasks"].figure(state())
    assert figure.corner == "cosine 0.00"
    assert "share no logit" in figure.subtitle
    assert figure.keep_aspect


def test_soft_labels_meet_and_so_does_one_scale_for_all():
    soft = PLOTS["tasks"].figure(state(targets=(0.9, 0.9, 0.1, 0.1, 0.1)))
    assert soft.corner != "cosine 0.00"
    assert "share" not in soft.subtitle
    before = state()
    shared = PLOTS["tasks"].choices(before)[1].options[1].look
    assert PLOTS["tasks"].figure(replace(before, look=shared)).corner != "cosine 0.00"


def test_halves_at_rest_are_said():
    assert PLOTS["tasks"].figure(state([-800.0], [0.0], ["cat"])).note
    assert PLOTS["tasks"].figure(state([np.nan], [0.0], ["cat"])).note


@pytest.mark.parametrize("key", ["check", "dtypes", "peel", "tasks"])
def test_numbers_can_be_copied(key):
    head, first, *_ = numbers_of(answered(state(shown=("bce",))), key).splitlines()
    assert len(head.split("\t")) == len(first.split("\t"))


def test_an_enlarged_microscope_names_the_code_of_every_form():
    enlarged = state(LOGITS, TARGETS, shown=("zlpr",), enlarged="dtypes")
    sources = ("bert4torch, SparseMultilabelCategoricalCrossentropy", "bert4keras before its issue 436")
    assert all(source in texts(PLOTS["dtypes"].figure(enlarged)) for source in sources)


def test_every_bar_of_the_peel_has_its_order_under_it():
    for logits in ([6.0] * 3 + [-1.0] * 7, [0.0] * 5):
        targets = [1.0] * 2 + [0.0] * (len(logits) - 2)
        figure = PLOTS["peel"].figure(state(logits, targets, None))
        bars = marks(figure, Rectangles)[0]
        middles = [(low + high) / 2 for low, high in zip(bars.x0, bars.x1, strict=True)]
        named = {round(tick.at, 9): tick.text for tick in figure.x.ticks}
        orders = len(middles) - 1
        assert [named[round(at, 9)] for at in middles] == [*map(str, range(orders)), f"{orders}+"]


def test_two_tasks_say_what_their_columns_are():
    small = PLOTS["tasks"].figure(state())
    large = PLOTS["tasks"].figure(state(enlarged="tasks"))
    for figure in (small, large):
        assert "labelled first" in texts(figure)
        assert "of length 1" in texts(figure)
        assert "falls by" in texts(figure)
    assert "g₊/L₊ + g₋/L₋" in texts(large)
    assert (large.x.high - large.x.low) >= 1.4 * (large.y.high - large.y.low)  # as wide as the card
