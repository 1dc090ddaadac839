"""What a figure depends on: where a plot says that nothing of it has changed, its figure is the same."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.descents import Descents
from explorer.plots import PLOTS
from explorer.plots.figure import View
from explorer.study.state import State
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.plots.states import kept

if TYPE_CHECKING:
    from collections.abc import Callable

Change = "Callable[[State], State]"
KEYS: Final = tuple(PLOTS)
COUNTS: Final = (1, 5, 20, 70)


@lru_cache(maxsize=8)
def start(count: int) -> State:
    """Three samples, four losses of which one is off, and the limits that the cards keep."""
    random = np.random.default_rng(count)
    logits = random.normal(0.0, 2.0, (3, count))
    targets = (random.random((3, count)) < 0.3).astype(float)
    losses = (ShownLoss("zlpr"), ShownLoss("bce", on=False), ShownLoss("smoothed_bce"))
    state = State(Study("test", Table.of(logits, targets), losses), Look(first=2))
    return kept(state, *(plot.figure(state) for plot in PLOTS.values()))


def same(one: Any, other: Any) -> bool:
    """Say whether two figures, or parts of them, are equal to the last number."""
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return np.array_equal(np.asarray(one), np.asarray(other), equal_nan=np.asarray(one).dtype.kind == "f")
    if is_dataclass(one):
        return type(one) is type(other) and all(
            same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one)
        )
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other or (one != one and other != other))


def looked(**changes: Any) -> Change:
    return lambda state: state.with_look(**changes)


def edited(change: Callable[[Study], Study]) -> Change:
    return lambda state: state.with_study(change(state.study))


def logit(sample: int, index: int, value: float) -> Change:
    return edited(
        lambda study: study.with_table(study.table.with_logit(sample, index % study.table.class_count, value))
    )


def target(sample: int, index: int, value: float) -> Change:
    return edited(
        lambda study: study.with_table(
            study.table.with_target(sample, index % study.table.class_count, value)
        )
    )


def switched(index: int) -> Change:
    def change(study: Study) -> Study:
        losses = list(study.shown)
        losses[index] = replace(losses[index], on=not losses[index].on)
        return replace(study, shown=tuple(losses))

    return edited(change)


def pinned(sample: int) -> Change:
    return edited(lambda study: replace(study, pin=Pin.of(study.table.sample(sample), study.shown)))


def viewed(key: str, high: float) -> Change:
    return lambda state: replace(
        state, views={**state.views, key: View((-3.0, high), (-2.0, high), chosen=True)}
    )


def begun(state: State) -> State:
    return replace(state, before=state.study)


def chosen(name: str, text: str) -> Change:
    return lambda state: replace(state, look=state.look.with_option(name, text))


def descended(state: State) -> State:
    """Put the descents of a state among its results, complete or, of odd classes held, under way."""
    state = replace(state, look=state.look.with_option("descend.updates", "9"))
    made = Descents.of(state)
    made = made.advance(0.0).advance(0.0) if state.look.held % 2 else made.advance()
    return replace(state, results={**state.results, "descents": made})


OPTIONS: Final = (
    ("balance.against", "labels"),
    ("balance.at", "means"),
    ("sweeps.across", "scale"),
    ("sweeps.at", "lowest"),
    ("thresholds.cut", "1.25"),
    ("thresholds.cut", "nonsense"),
)
INDEX = st.integers(0, 69)
LOOKS = st.one_of(
    st.builds(lambda value: looked(alpha=value), st.sampled_from((0.2, 1.0, 3.0))),
    st.builds(lambda value: looked(held=value), INDEX),
    st.builds(lambda value: looked(slice_class=value), INDEX),
    st.builds(lambda value: looked(selected=frozenset(value)), st.lists(INDEX, max_size=3)),
    st.builds(lambda one, two: looked(landscape=(one, two)), INDEX, INDEX),
    st.builds(lambda value: looked(landscape_loss=value), st.integers(0, 3)),
    st.builds(lambda value: looked(sharpening=value), st.sampled_from(("softmax", "sigmoid", "loss"))),
    st.builds(lambda value: looked(enlarged=value), st.sampled_from((None, *KEYS))),
    st.builds(lambda value: looked(order=value), st.sampled_from(("label", "logit", "gradient", "index"))),
    st.builds(lambda value: looked(only=value), st.sampled_from(("all", "labelled", "top"))),
    st.builds(lambda value: looked(search=value), st.sampled_from(("", "class 1", "nothing"))),
    st.builds(lambda value: looked(first=value), INDEX),
    st.builds(lambda value: looked(sample=value), st.integers(0, 2)),
    st.builds(lambda value: looked(time=value), st.sampled_from((0, 1, 2, 9, 50))),
    st.builds(lambda value: looked(board=value), st.sampled_from(("desk", "samples"))),
    st.builds(lambda value: chosen(*value), st.sampled_from(OPTIONS)),
)
EDITS = st.one_of(
    st.builds(logit, st.integers(0, 2), INDEX, st.sampled_from((-4.0, 0.5, 30.0, float("nan")))),
    st.builds(target, st.integers(0, 2), INDEX, st.sampled_from((0.0, 0.3, 1.0))),
    st.builds(switched, st.integers(0, 2)),
    st.builds(pinned, st.integers(0, 2)),
    st.builds(viewed, st.sampled_from(KEYS), st.sampled_from((2.0, 5.0))),
    st.just(edited(lambda study: replace(study, title="another"))),
    st.just(begun),
    st.just(descended),
)


@given(
    st.sampled_from(COUNTS),
    st.lists(LOOKS | EDITS, max_size=4),
    st.lists(LOOKS | EDITS, min_size=1, max_size=2),
)
def test_a_figure_that_does_not_depend_on_a_change_stays(
    count: int, before: list[Change], changes: list[Change]
) -> None:
    state = start(count)
    for change in before:
        state = change(state)
    after = state
    for change in changes:
        after = change(after)
    for plot in PLOTS.values():
        if plot.depends(state) == plot.depends(after):
            assert same(plot.figure(state), plot.figure(after)), plot.key


@given(st.sampled_from(COUNTS), st.lists(LOOKS | EDITS, max_size=4))
def test_limits_kept_from_a_figure_leave_it_as_it_is(count: int, changes: list[Change]) -> None:
    state = start(count)
    for change in changes:
        state = change(state)
    for plot in PLOTS.values():
        figure = plot.figure(state)
        assert same(plot.figure(kept(state, figure)), figure), plot.key


# What is changed, and the cards that show it.
OF_ONE_LOSS: Final = {"check", "dtypes"}
OF_THE_TABLE: Final = {"thresholds", "reductions"}
SHOWING: Final = (
    (looked(alpha=3.0), {"sharpening"}),
    (looked(slice_class=3), {"slice", "dtypes"}),
    (looked(landscape=(2, 3)), {"landscape"}),
    (looked(held=3), {"logits", "gradient", "sharpening", "check", "flips"}),
    (looked(selected=frozenset((1, 2))), {"logits", "gradient", "check"}),
    (looked(board="samples"), set()),
    (edited(lambda study: replace(study, title="another")), set()),
    (logit(1, 0, 9.0), OF_THE_TABLE),
    (
        logit(0, 4, 9.0),
        {
            "logits",
            "gradient",
            "slice",
            "budget",
            "sharpening",
            "values",
            "landscape",
            *OF_ONE_LOSS,
            *OF_THE_TABLE,
            "flips",
            "sweeps",
            "peel",
            "tasks",
        },
    ),
    (
        switched(1),
        {"gradient", "slice", "budget", "values", "landscape", *OF_ONE_LOSS, *OF_THE_TABLE}
        | {"flips", "sweeps", "balance"},
    ),
    (chosen("balance.at", "means"), {"balance"}),
    (chosen("sweeps.across", "scale"), {"sweeps"}),
    (chosen("thresholds.cut", "1.5"), {"thresholds"}),
    (pinned(0), {"logits", "values"}),
    (viewed("slice", 5.0), {"slice"}),
)


@pytest.mark.parametrize(("change", "cards"), SHOWING)
def test_only_the_cards_that_show_a_change_depend_on_it(change: Change, cards: set[str]) -> None:
    before = start(5)
    after = change(before)
    assert {key for key, plot in PLOTS.items() if plot.depends(before) != plot.depends(after)} == cards


@pytest.mark.parametrize("look", [{"first": 5}, {"search": "1"}, {"only": "labelled"}, {"order": "index"}])
def test_a_list_of_many_classes_depends_on_what_is_listed(look: dict[str, Any]) -> None:
    before, editor = start(70), PLOTS["logits"]
    assert editor.depends(before) != editor.depends(before.with_look(**look))
    assert editor.depends(start(5)) == editor.depends(start(5).with_look(**look))
