"""Very many classes: the list of the editor, its overview, and what the other cards become."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis.evaluation import evaluate
from explorer.analysis.readings import softmax
from explorer.plots import PLOTS, listing, moves
from explorer.plots.crosshair import crosshair
from explorer.plots.figure import Band, EndLabels, Figure, Line, Points, Rectangles, Ribbon, Strip, Text, View
from explorer.plots.layout import Layout
from explorer.plots.overview import class_at
from explorer.plots.pointing import Pointer
from explorer.study.examples import EXAMPLES
from explorer.study.generated import many_classes
from explorer.study.state import State
from explorer.study.study import Look, ShownLoss, Study
from tests.plots.states import kept, state
from tests.plots.test_figures import check

COUNTS = (61, 1_000, 10_000)
ODD = (np.nan, np.inf, -np.inf)
SHOWN = tuple(ShownLoss(key) for key in ("zlpr", "smoothed_zlpr", "bce", "smoothed_bce"))
SIZE = (316.0, 700.0)


def generated(count: int = 1_000, **look: object) -> State:
    return State(Study("many", many_classes(count), SHOWN), Look(**look))  # type: ignore[arg-type]


def with_rows(before: State, rows: int) -> State:
    return State(before.study, before.look, {listing.KEY: listing.view_of_rows(before, rows)})


def marks(figure: Figure, kind: type) -> list:
    return [mark for mark in figure.marks if isinstance(mark, kind)]


def ids(figure: Figure, kind: str) -> list[int]:
    return [int(handle.id.partition(":")[2]) for handle in figure.handles if handle.id.startswith(f"{kind}:")]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("labelled", ["none", "some", "all", "soft"])
@pytest.mark.parametrize("sharpening", ["softmax", "sigmoid", "loss"])
def test_every_figure_comes_back_for_very_many_classes(count: int, labelled: str, sharpening: str) -> None:
    logits = many_classes(count).sample(0).logits.copy()
    logits[1:4] = ODD
    targets = {"none": np.zeros(count), "all": np.ones(count), "soft": np.full(count, 0.3)}.get(labelled)
    if targets is None:
        targets = many_classes(count).sample(0).targets
    for odd in (logits, np.nan_to_num(logits, posinf=3.0, neginf=-3.0)):
        seen = state(odd, targets, None, held=2, slice_class=2, sharpening=sharpening)
        for plot in PLOTS.values():
            figure = plot.figure(seen)
            check(figure)
            check(plot.figure(kept(seen, figure)))
            assert len(figure.handles) < 100


@pytest.mark.parametrize("odd", ODD)
def test_all_logits_odd(odd: float) -> None:
    seen = state(np.full(200, odd), np.eye(200)[0], None)
    for plot in PLOTS.values():
        check(plot.figure(seen))


# The list


def test_the_rows_are_those_in_sight() -> None:
    figure = listing.figure(with_rows(generated(order="index", first=500), 12))
    assert ids(figure, "logit") == ids(figure, "target") == list(range(500, 512))
    assert (figure.y.low, figure.y.high) == (11.5, -0.5)
    assert {handle.axis for handle in figure.handles} == {"x"}


def test_the_view_of_columns_says_nothing_about_rows() -> None:
    seen = generated()
    columns = State(seen.study, seen.look, {listing.KEY: View((-0.5, 49.5), (-4.0, 4.0))})
    assert listing.rows_in_sight(columns) == listing.USUAL_ROWS
    assert listing.limits_of(columns) == listing.limits_of(seen)
    few = state()
    rows = State(few.study, few.look, {listing.KEY: View((-8.0, 4.0), (17.5, -0.5))})
    assert PLOTS["logits"].figure(rows).y == PLOTS["logits"].figure(few).y


def test_scrolling_changes_no_length() -> None:
    first = listing.figure(with_rows(generated(order="logit"), 12))
    last = listing.figure(with_rows(generated(order="logit", first=988), 12))
    assert first.x == last.x
    assert not set(ids(first, "logit")) & set(ids(last, "logit"))


def test_rows_are_high_enough_and_bars_lie_in_them() -> None:
    seen = with_rows(generated(), 18)
    layout = Layout(listing.figure(seen), *SIZE)
    heights = {round(layout.column(handle).height, 6) for handle in layout.figure.handles}
    assert min(heights) >= 22
    for handle in layout.figure.handles:
        box = layout.box(handle)
        assert 0 <= box.x < box.right <= SIZE[0]
        found = layout.hit(*box.centre)
        assert found is not None
        assert found.id == handle.id


def test_labelled_bars_are_full_and_soft_ones_filled_to_t() -> None:
    targets = np.zeros(80)
    targets[:2] = 1.0, 0.5
    figure = listing.figure(with_rows(state(np.full(80, 2.0), targets, None, order="index"), 10))
    pale, full = marks(figure, Rectangles)
    assert (len(pale.x0), len(full.x0)) == (9, 2)
    assert np.abs(full.y1 - full.y0).tolist() == pytest.approx([2 * listing.THICK, listing.THICK])


def test_held_and_selected_rows_have_bands() -> None:
    seen = with_rows(generated(order="index", held=3, selected=frozenset({3, 5, 900})), 10)
    assert [(band.x0 + 0.5, band.across) for band in marks(listing.figure(seen), Band)] == [
        (3, True),
        (5, True),
    ]


def test_nothing_listed_is_said() -> None:
    figure = listing.figure(generated(search="no such class"))
    assert not figure.handles
    assert listing.NOTHING in [text.text for text in marks(figure, Text)]
    check(figure)


def test_bars_in_rows_are_dragged_sideways() -> None:
    seen = generated()
    moved = moves.move(seen, "logit:805", (2.254, 17.0))
    assert moved is not None
    assert moved.state.sample.logits[805] == 2.25
    assert moved.label == "Drag class 805"


def test_a_chip_in_a_row_is_filled_by_the_share_left_of_the_pointer() -> None:
    layout = Layout(listing.figure(with_rows(generated(), 18)), *SIZE)
    chip = next(handle for handle in layout.figure.handles if handle.id.startswith("target:"))
    box = layout.box(chip)
    share = layout.share_of_chip(chip, box.x + 0.3 * box.width)
    assert share == pytest.approx(0.3)
    assert layout.share_of_chip(layout.figure.handles[0], box.x) is None
    moved = moves.move(generated(), chip.id, (0.3, 0.0))
    assert moved is not None
    assert moved.state.sample.targets[int(chip.id.partition(":")[2])] == 0.3


# The overview


@pytest.mark.parametrize("count", COUNTS)
def test_the_overview_holds_every_logit(count: int) -> None:
    seen = generated(count)
    (strip,) = marks(listing.figure(seen), Strip)
    logits = seen.sample.logits
    assert len(strip.low) == len(strip.high) <= min(count, 292)
    assert strip.low.min() == logits.min()
    assert strip.high.max() == logits.max()
    assert len(strip.marked) == 3
    assert strip.limits[0] <= logits.min() <= logits.max() <= strip.limits[1]


@given(st.integers(61, 4_000))
def test_every_class_lies_in_the_column_that_is_drawn(count: int) -> None:
    logits = np.zeros(count)
    at = count * 2 // 3
    logits[at] = 5.0
    seen = state(logits, np.zeros(count), None, held=at)
    (strip,) = marks(listing.figure(seen), Strip)
    assert np.flatnonzero(strip.high == 5.0).tolist() == [strip.held]


def test_the_frame_is_what_the_list_shows_when_it_is_in_the_tables_order() -> None:
    seen = with_rows(generated(order="index", first=500), 20)
    (strip,) = marks(listing.figure(seen), Strip)
    assert strip.window == (0.5, 0.52)
    (strip,) = marks(listing.figure(seen.with_look(order="logit")), Strip)
    assert strip.window is None


def test_a_bar_under_a_pixel_can_be_hit() -> None:
    seen = generated(10_000)
    logits = seen.sample.logits
    for labelled in np.flatnonzero(seen.sample.targets).tolist():
        assert class_at(seen, labelled / 10_000 + 0.002, -5.0) == labelled
    column = slice(-(-100 * 10_000 // 292), -(-101 * 10_000 // 292))
    high, low = class_at(seen, 100.5 / 292, 1.0), class_at(seen, 100.5 / 292, -1.0)
    assert logits[high] == logits[column].max()
    assert logits[low] == logits[column].min()
    assert column.start <= high < column.stop
    assert class_at(seen, -3.0, 0.0) < class_at(seen, 7.0, 0.0) < 10_000


# The other cards


def test_the_gradient_is_sorted_and_the_labelled_are_on_its_curves() -> None:
    seen = generated(held=805)
    figure = PLOTS["gradient"].figure(seen)
    for line in marks(figure, Line):
        assert (np.diff(line.y) <= 1e-12).all()
        assert len(line.x) <= 130
    points = [mark for mark in marks(figure, Points) if mark.look is not None]
    assert [len(mark.x) for mark in points] == [3] * 4
    bce = next(line for line in marks(figure, Line) if line.look.family == "sigmoid")
    probability = 1 / (1 + np.exp(-seen.sample.logits))
    largest = np.abs(probability - seen.sample.targets).max()
    assert bce.y[0] == pytest.approx(np.log10(largest))
    assert len(marks(figure, EndLabels)) == 1


def test_a_marker_stands_at_the_rank_of_its_class() -> None:
    seen = generated(held=805)
    bce = evaluate(seen.sample, SHOWN[2]).gradient
    points = [mark for mark in marks(PLOTS["gradient"].figure(seen), Points) if mark.look is not None]
    for x, y, index in zip(points[2].x, points[2].y, (137, 462, 805), strict=True):
        assert y == pytest.approx(np.log10(abs(bce[index])))
        assert 10**x == pytest.approx(1 + np.count_nonzero(np.abs(bce) > abs(bce[index])))


def test_of_very_many_labels_some_have_markers_and_that_is_said() -> None:
    figure = PLOTS["gradient"].figure(state(np.linspace(-3, 3, 500), np.ones(500), None))
    assert figure.corner == "markers: 24 of 500 labelled"
    assert PLOTS["gradient"].figure(generated()).corner == "markers: 3 labelled"


def test_sharpening_shows_the_labelled_over_the_bands_of_the_others() -> None:
    figure = PLOTS["sharpening"].figure(generated(held=805))
    assert len(marks(figure, Line)) == 3
    assert len(marks(figure, Ribbon)) == 2
    (ends,) = marks(figure, EndLabels)
    assert "997 others" in [item.text for item in ends.items]
    assert figure.y.title.endswith("log")
    assert all(line.y.max() <= 0.0 for line in marks(figure, Line))


@pytest.mark.parametrize(("alpha", "words"), [(0.1, "effective"), (10.0, "1.0 effective")])
def test_effective_classes_have_tenths_where_they_are_few(alpha: float, words: str) -> None:
    logits = np.zeros(1_000)
    logits[0] = 5.0
    subtitle = PLOTS["sharpening"].figure(state(logits, np.zeros(1_000), None, alpha=alpha)).subtitle
    assert subtitle.endswith(words)
    assert ("." in subtitle.split(",")[1]) == (alpha == 10.0)


def test_kept_limits_of_columns_and_ranks_are_told_apart() -> None:
    seen = generated()
    ranks = PLOTS["gradient"].figure(seen)
    columns = State(seen.study, seen.look, {"gradient": View((-0.5, 4.5), (-1.0, 1.0))})
    assert PLOTS["gradient"].figure(columns).y == ranks.y
    few = state()
    after = kept(seen, ranks)
    assert (
        PLOTS["gradient"].figure(State(few.study, few.look, after.views)).y == PLOTS["gradient"].figure(few).y
    )


def test_the_example_has_three_labels_and_nine_unlabelled_above_zero() -> None:
    opened = EXAMPLES["a-thousand-classes"].open()
    sample = opened.study.table.sample(0)
    assert [sample.classes[index] for index in np.flatnonzero(sample.targets)] == [
        "class 137",
        "class 462",
        "class 805",
    ]
    assert int(((sample.targets == 0) & (sample.logits > 0)).sum()) == 9
    assert sample.classes[opened.look.held] == "class 805"


def test_generated_classes_are_the_same_for_ever() -> None:
    sample = many_classes(1_000).sample(0)
    assert (float(sample.logits[0]), float(sample.logits[609])) == (-6.55, 2.25)
    assert len(many_classes(10_000).classes) == 10_000
    assert not np.array_equal(many_classes(61, seed=1).sample(0).logits, many_classes(61).sample(0).logits)


def test_a_class_pointed_at_is_ringed_on_its_curve() -> None:
    seen = generated(held=805)
    figure = PLOTS["sharpening"].figure(seen)
    ringed = crosshair(seen, figure, Pointer("logits", 0.0, 0.0, 805))
    own = np.log10(softmax(seen.sample.logits)[805])
    assert [float(mark.y[0]) for mark in ringed if isinstance(mark, Points)] == pytest.approx([own])
