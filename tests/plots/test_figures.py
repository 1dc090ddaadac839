"""What holds for every figure: it comes back, its axes are finite, its limits never jump."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.losses import LOSSES
from explorer.plots import PLOTS, landscape, moves
from explorer.plots.figure import Figure, Handle, Line, View
from explorer.plots.layout import Layout
from explorer.study.study import Pin, ShownLoss
from tests.plots.states import NAMES, kept, state

if TYPE_CHECKING:
    from explorer.study.state import State

KEYS = tuple(PLOTS)
WITHOUT_LOSSES = {"logits", "thresholds", "peel", "tasks"}  # figures that show something though no loss is on
ODD = (math.nan, math.inf, -math.inf, 1e300, -1e300, 1e-300)
LOGIT = st.floats(-20, 20) | st.sampled_from(ODD)
TARGET = st.sampled_from((0.0, 1.0, 0.3, 0.5)) | st.sampled_from((math.nan, -1.0, 2.0))


def check(figure: Figure) -> None:
    """Say what a picture can rely on."""
    for axis in (figure.x, figure.y):
        assert math.isfinite(axis.low)
        assert math.isfinite(axis.high)
        assert axis.low != axis.high
        if not axis.names:
            assert len(axis.ticks) <= (6 if figure.key != "peel" else 27)  # one a bar
    assert figure.description
    assert len({handle.id for handle in figure.handles}) == len(figure.handles)
    for handle in figure.handles:
        assert handle.name
        assert handle.tip
        assert handle.low < handle.high
    # a note may say that a target is NaN
    for text in (figure.title, figure.subtitle, figure.corner, figure.description)[: 3 if figure.note else 4]:
        assert "nan" not in text.lower()
        assert "−0.00" not in text


@given(
    st.integers(1, 70).flatmap(
        lambda n: st.tuples(st.lists(LOGIT, min_size=n, max_size=n), st.lists(TARGET, min_size=n, max_size=n))
    ),
    st.lists(st.sampled_from(sorted(LOSSES)), max_size=5),
    st.integers(0, 80),
    st.sampled_from(("softmax", "sigmoid", "loss")),
    st.sampled_from((None, *KEYS)),
)
def test_every_figure_comes_back_for_every_state(
    numbers: tuple[list[float], list[float]],
    shown: list[str],
    held: int,
    sharpening: str,
    enlarged: str | None,
) -> None:
    logits, targets = numbers
    found = state(
        logits, targets, None, shown, held=held, slice_class=held, sharpening=sharpening, enlarged=enlarged,
        landscape=(held, held + 1),
    )  # fmt: skip
    for plot in PLOTS.values():
        figure = plot.figure(found)
        check(figure)
        check(plot.figure(kept(found, figure)))


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_the_figures_own(key: str) -> None:
    figure = PLOTS[key].figure(state())
    assert (figure.key, figure.title) == (key, PLOTS[key].title)


@pytest.mark.parametrize("key", [key for key in KEYS if key not in WITHOUT_LOSSES])
def test_without_losses_a_note_says_so(key: str) -> None:
    figure = PLOTS[key].figure(state(shown=(), sharpening="loss"))
    assert "No loss is on" in figure.note


@pytest.mark.parametrize("key", ["gradient", "slice", "budget", "values", "landscape"])
def test_refused_losses_are_absent_and_said(key: str) -> None:
    soft = (1.0, 1.0, 0.0, 0.0, 0.3)
    some = PLOTS[key].figure(state(targets=soft, shown=("zlpr", "bce")))
    assert "Left out, refusing these targets: ZLPR" in some.description
    if key != "landscape":  # whose corner says how the paths were made
        assert some.corner == "without ZLPR"
    none = PLOTS[key].figure(state(targets=soft, shown=("zlpr",)))
    assert none.note.startswith("ZLPR ")
    assert "0.30" in none.note


def test_a_landscape_needs_two_classes() -> None:
    assert PLOTS["landscape"].figure(state([1.0], [1.0], ["cat"])).note


def test_of_many_losses_the_slow_paths_come_at_the_end_of_a_drag() -> None:
    many = ("zlpr", "bce", "peel", "logit_norm", "focal", "asl", "hill", "circle")
    still = state(shown=many, landscape_loss=3)
    dragged = replace(still, before=still.study)

    def lines(found: State) -> int:
        return sum(isinstance(mark, Line) and mark.halo for mark in landscape.figure(found).marks)

    assert (lines(still), lines(dragged)) == (8, 7), "of logit_norm the landscape is drawn, and so its path"
    assert landscape.figure(dragged).corner == "1 path at the drag's end"
    assert "ZLPR to BCE" not in landscape.figure(dragged).description
    assert landscape.depends(still) != landscape.depends(dragged)
    assert lines(dragged.with_look(enlarged="landscape")) == 8
    few = state(shown=many[:4])
    assert lines(replace(few, before=few.study)) == 4


def path_of_a_drag(handle: str) -> list[tuple[float, float]]:
    """Return positions out to one side, back, and out to the other."""
    return [(x, x) for x in (0.5, 3.0, 9.5, 25.0, 4.0, 0.0, -7.0, -30.0, 1.0)]


@pytest.mark.parametrize("handle", ["logit:1", "slice", "landscape", "alpha", "target:2"])
@pytest.mark.parametrize("sharpening", ["softmax", "loss"])
def test_limits_never_shrink_nor_leave_the_grid_during_a_drag(handle: str, sharpening: str) -> None:
    now = state(held=1, slice_class=1, sharpening=sharpening)
    now = kept(now, *(plot.figure(now) for plot in PLOTS.values()))
    for position in path_of_a_drag(handle):
        after = moves.move(now, handle, position)
        assert after is not None
        for key, plot in PLOTS.items():
            old, new = now.views[key], plot.figure(after.state)
            for before, axis in ((old.x, new.x), (old.y, new.y)):
                if key in ("budget", "values") and axis is new.y:
                    continue
                assert axis.low <= before[0]
                assert axis.high >= before[1]
        now = kept(after.state, *(plot.figure(after.state) for plot in PLOTS.values()))


@pytest.mark.parametrize("key", ["logits", "slice", "gradient", "budget"])
def test_limits_stay_while_the_data_fit(key: str) -> None:
    now = state(held=1, slice_class=1)
    first = PLOTS[key].figure(now)
    now = kept(now, first)
    for value in (-0.7, 0.0, 0.4, -0.5):
        after = moves.move(now, "logit:1", (1.0, value))
        assert after is not None
        figure = PLOTS[key].figure(after.state)
        assert (figure.x.low, figure.x.high, figure.y.low, figure.y.high) == (
            first.x.low, first.x.high, first.y.low, first.y.high,
        )  # fmt: skip
        now = kept(after.state, figure)


@pytest.mark.parametrize("key", KEYS)
def test_even_a_narrow_card_gives_the_plot_a_fair_share(key: str) -> None:
    figure = PLOTS[key].figure(state())
    for width in (256.0, 376.0):
        plot = Layout(figure, width, 250.0).plot
        assert plot.width >= 0.25 * width


@pytest.mark.parametrize("key", ["logits", "gradient", "slice", "values", "landscape"])
def test_limits_chosen_by_hand_are_kept(key: str) -> None:
    found = state()
    found = type(found)(found.study, found.look, {key: View((0.25, 0.75), (0.1, 0.2), chosen=True)})
    figure = PLOTS[key].figure(found)
    for axis, limits in ((figure.x, (0.25, 0.75)), (figure.y, (0.1, 0.2))):
        if axis.free:
            assert (axis.low, axis.high) == limits


def handles(figure: Figure, kind: str) -> list[Handle]:
    return [handle for handle in figure.handles if handle.id.startswith(kind)]


@pytest.mark.parametrize(("count", "shape"), [(1, "chip"), (12, "chip"), (13, "dot"), (60, "dot")])
def test_chips_become_dots_above_twelve_classes(count: int, shape: str) -> None:
    figure = PLOTS["logits"].figure(state(np.zeros(count), np.zeros(count), None))
    assert [handle.shape for handle in handles(figure, "target")] == [shape] * count
    assert len(handles(figure, "logit")) == count


def test_above_sixty_classes_there_are_rows() -> None:
    figure = PLOTS["logits"].figure(state(np.zeros(61), np.zeros(61), None))
    assert {handle.axis for handle in figure.handles} == {"x"}
    assert len(handles(figure, "logit")) == len(handles(figure, "target")) < 61


def test_handles_say_their_class_logit_and_label() -> None:
    figure = PLOTS["logits"].figure(state(targets=(1.0, 0.0, 0.3, 0.0, 0.0)))
    bars = handles(figure, "logit")
    assert [bar.name for bar in bars[:3]] == [
        "cat, logit +1.44, labelled", "dog, logit −0.80, unlabelled", "night, logit +4.11, target 0.30",
    ]  # fmt: skip
    assert "1.4397182" in bars[0].tip


def test_two_of_the_same_loss_are_told_apart() -> None:
    twice = (ShownLoss("smoothed_bce"), ShownLoss("smoothed_bce", (("epsilon", 0.2),)))
    marks = PLOTS["slice"].figure(state(shown=twice)).marks
    looks = [mark.look for mark in marks if type(mark).__name__ == "Line"]
    assert [look.opacity for look in looks if look] == [1.0, 0.6]
    labels = [item.text for mark in marks if type(mark).__name__ == "EndLabels" for item in mark.items]
    assert labels == ["BCE smoothed", "BCE smoothed, ε 0.2"]


def test_a_pin_of_another_sample_is_not_shown() -> None:
    pin = Pin(1, "other", np.zeros(5), np.zeros(5))
    figure = PLOTS["values"].figure(state(pin=pin))
    assert "pinned" not in figure.description
    own = Pin(0, "this", np.zeros(5), np.array([1.0, 1.0, 0.0, 0.0, 0.0]))
    assert "pinned" in PLOTS["values"].figure(state(pin=own)).description


def test_the_names_of_the_classes_are_along_the_gradient() -> None:
    ticks = PLOTS["gradient"].figure(state(held=1)).x.ticks
    assert tuple(tick.text for tick in ticks) == NAMES
    assert [tick.bold for tick in ticks] == [False, True, False, False, False]


def test_curves_of_the_slice_that_a_drag_leaves_alone_are_the_same_marks() -> None:
    """The screen keeps a picture of them."""
    before = kept(state(slice_class=1), PLOTS["slice"].figure(state(slice_class=1)))
    after = moves.move(before, "slice", (before.sample.logits[1] + 0.5, 0.0))
    assert after is not None
    curves = [
        [mark for mark in PLOTS["slice"].figure(each).marks if isinstance(mark, Line)]
        for each in (before, after.state)
    ]
    assert curves[0]
    assert all(one is other for one, other in zip(*curves, strict=True))
