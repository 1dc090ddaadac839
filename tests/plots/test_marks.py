"""The numbers in the marks are the losses' own numbers."""

from __future__ import annotations

from math import log10
from typing import TypeVar

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.plots import PLOTS, numbers
from explorer.plots.figure import (
    Arrows,
    EndLabels,
    Figure,
    Image,
    Legend,
    Line,
    Points,
    Rectangles,
    Ribbon,
    Segments,
    Swatch,
    Text,
)
from explorer.study.study import Pin
from tests.plots.states import LOGITS, NAMES, SHOWN, TARGETS, state

M = TypeVar("M")
S, T = np.array(LOGITS), np.array(TARGETS)
TITLES = [LOSSES[key].title for key in SHOWN]


def of(figure: Figure, kind: type[M]) -> list[M]:
    return [mark for mark in (*figure.marks, *figure.still, *figure.aside) if isinstance(mark, kind)]


def texts(figure: Figure) -> list[str]:
    return [mark.text for mark in of(figure, Text)]


def with_logit(index: int, value: float) -> np.ndarray:
    logits = S.copy()
    logits[index] = value
    return logits


# The editor


def test_bars_end_at_their_logits_filled_by_their_targets() -> None:
    figure = PLOTS["logits"].figure(state(targets=(1.0, 0.0, 0.3, 0.0, 0.0)))
    pale, full = of(figure, Rectangles)
    assert (pale.fill, pale.edge, full.fill) == ("neg", "edge", "pos")
    assert np.asarray(pale.y1).tolist() == [LOGITS[index] for index in (1, 2, 3, 4)]
    assert np.asarray(full.y1).tolist() == [LOGITS[0], LOGITS[2]]
    widths = np.asarray(full.x1) - np.asarray(full.x0)
    assert widths[1] / widths[0] == pytest.approx(0.3)


def test_every_bar_of_five_carries_its_value_and_every_chip_its_target() -> None:
    figure = PLOTS["logits"].figure(state(targets=(1.0, 0.0, 0.3, 0.0, 0.0)))
    assert texts(figure) == [
        "+1.44", "−0.80", "+4.11", "+3.22", "+4.58", "t = 1", "t = 0", "0.30", "t = 0", "t = 0",
    ]  # fmt: skip


def test_a_moved_logit_keeps_its_pinned_outline_with_its_value() -> None:
    pin = Pin(0, "sample", np.array([LOGITS[0], 1.5, *LOGITS[2:]]), T)
    figure = PLOTS["logits"].figure(state(pin=pin))
    (outline,) = [mark for mark in of(figure, Rectangles) if mark.edge == "pinned"]
    assert (np.asarray(outline.y1).tolist(), outline.fill) == ([1.5], None)
    assert "+1.50" in texts(figure)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("count", [8, 12, 20, 50])
def test_values_at_narrow_bars_touch_nothing(count: int, seed: int) -> None:
    logits = np.random.default_rng(seed).normal(0.0, 3.0, count)
    figure = PLOTS["logits"].figure(state(logits, np.zeros(count), None, held=count // 2))
    column, unit = 250.0 / count, 380.0 / (figure.y.high - figure.y.low)
    values = [mark for mark in of(figure, Text) if mark.size == "handle"]
    assert values
    boxes = []
    for text in values:
        half = len(text.text) * 7.2 / 2
        x, y = text.place.x * column + text.place.dx, text.place.y * unit - text.place.dy
        boxes.append((x - half, x + half, y - 6.0, y + 6.0))
        for other, logit in enumerate(logits.tolist()):
            beside = x - half < other * column < x + half
            assert other == text.place.x or not (
                beside and min(logit, 0) * unit < y + 6.0 and y - 6.0 < max(logit, 0) * unit
            )
    for index, (left, right, low, high) in enumerate(boxes):
        for other in boxes[:index]:
            assert left >= other[1] or other[0] >= right or low >= other[3] or other[2] >= high


def test_the_held_class_is_named_where_chips_have_no_room() -> None:
    figure = PLOTS["logits"].figure(state(np.arange(20.0), np.zeros(20), None, held=3))
    assert any(
        text.startswith(state(np.zeros(20), np.zeros(20), None).sample.classes[3]) for text in texts(figure)
    )
    assert any("+3.00   t = 0" in text for text in texts(figure))


# Gradient and budget


@pytest.mark.parametrize("count", [5, 20, 40])
def test_markers_of_the_gradient_are_exact(count: int) -> None:
    random = np.random.default_rng(count)
    logits, targets = random.normal(0, 2, count), (random.random(count) < 0.3) * 1.0
    figure = PLOTS["gradient"].figure(state(logits, targets, None))
    for key, points in zip(SHOWN, of(figure, Points), strict=True):
        assert np.allclose(points.y, LOSSES[key].gradient(logits, targets), rtol=1e-12)
        assert np.all(np.abs(np.asarray(points.x) - np.arange(count)) < 0.5)
    (legend,) = of(figure, Legend)
    assert [name for _, name in legend.items] == TITLES


def test_stems_run_from_zero_to_the_gradient_and_bundle_above_24_classes() -> None:
    stems = of(PLOTS["gradient"].figure(state()), Segments)
    assert len(stems) == len(SHOWN)
    assert np.allclose(stems[2].y1, LOSSES["bce"].gradient(S, T))
    assert not np.any(np.asarray(stems[2].y0))
    logits, targets = np.linspace(-3, 3, 40), np.zeros(40)
    (bundle,) = of(PLOTS["gradient"].figure(state(logits, targets, None)), Segments)
    every = np.array([LOSSES[key].gradient(logits, targets) for key in SHOWN])
    assert np.allclose(bundle.y1, np.maximum(every.max(axis=0), 0))
    assert np.allclose(bundle.y0, np.minimum(every.min(axis=0), 0))


def test_budget_bars_are_the_masses_that_push_up_and_pull_down() -> None:
    figure = PLOTS["budget"].figure(state())
    for key, bar in zip(SHOWN, of(figure, Rectangles), strict=True):
        gradient = LOSSES[key].gradient(S, T)
        up, down = -gradient[gradient < 0].sum(), gradient[gradient > 0].sum()
        assert np.allclose([bar.x0[0], bar.x1[0]], [-up, down])
        assert numbers.fixed(up) in texts(figure)
        assert numbers.fixed(down) in texts(figure)
    assert [text for text in texts(figure) if text in TITLES] == TITLES


# Slice


def test_slices_are_the_losses_along_one_logit() -> None:
    figure = PLOTS["slice"].figure(state(slice_class=1))
    for key, line in zip(SHOWN, of(figure, Line), strict=True):
        for place in (0, 40, 96):
            expected = LOSSES[key].value(with_logit(1, float(line.x[place])), T)
            assert line.y[place] == pytest.approx(float(expected), rel=1e-12)
    assert [float(points.y[0]) for points in of(figure, Points)] == pytest.approx(
        [float(LOSSES[key].value(S, T)) for key in SHOWN]
    )
    assert (figure.x.low, figure.x.high) == (-8.0, 8.0)
    (ends,) = of(figure, EndLabels)
    assert [item.text for item in ends.items] == TITLES
    (cursor,) = figure.handles
    assert (cursor.place.x, cursor.text) == (LOGITS[1], "−0.80")


def test_a_slice_holds_a_logit_far_out() -> None:
    figure = PLOTS["slice"].figure(state([1.0, 23.0], [1.0, 0.0], None, slice_class=1))
    assert figure.x.high >= 23.0
    assert figure.x.low <= -8.0


# Values


def test_rows_of_values_show_now_pinned_lowest_and_change() -> None:
    before = with_logit(1, 1.5)
    figure = PLOTS["values"].figure(state(pin=Pin(0, "sample", before, T)))
    now = [float(LOSSES[key].value(S, T)) for key in SHOWN]
    then = [float(LOSSES[key].value(before, T)) for key in SHOWN]
    points = of(figure, Points)
    assert [float(mark.x[0]) for mark in points if mark.look] == pytest.approx(now)
    assert [float(mark.x[0]) for mark in points if mark.hollow] == pytest.approx(then)
    floors = [float(mark.x1[0]) for mark in of(figure, Segments) if mark.caps]
    assert floors == pytest.approx([float(LOSSES[key].lowest(T)) for key in SHOWN])
    for value, old in zip(now, then, strict=True):
        assert numbers.fixed(value, 3) in texts(figure)
        assert numbers.signed(value - old) in texts(figure)
    assert len(of(figure, Swatch)) == len(SHOWN)


def test_without_a_pin_there_is_no_change() -> None:
    shown = texts(PLOTS["values"].figure(state()))
    assert "now" in shown
    assert "change" not in shown


# Sharpening


@pytest.mark.parametrize("alpha", [0.2, 1.0, 5.0])
def test_sharpening_curves_are_softmax_of_alpha_times_logits(alpha: float) -> None:
    figure = PLOTS["sharpening"].figure(state(alpha=alpha))
    lines = of(figure, Line)
    assert sorted(line.width for line in lines) == [1.5, 1.5, 1.5, 2.4, 2.4]
    total = np.sum([line.y for line in lines], axis=0)
    assert np.allclose(total, 1.0)
    shares = np.exp(alpha * S) / np.exp(alpha * S).sum()
    dots = np.concatenate([np.asarray(points.y) for points in of(figure, Points)])
    assert np.allclose(np.sort(dots), np.sort(shares))
    entropy = -(shares * np.log(shares)).sum()
    assert figure.subtitle == (f"entropy {entropy:.2f} nat, {np.exp(entropy):.1f} effective classes")
    assert figure.handles[0].place.x == pytest.approx(log10(alpha))
    (ends,) = of(figure, EndLabels)
    assert [item.text.split()[0] for item in ends.items] == list(NAMES)
    assert [item.bold for item in ends.items] == [True, True, False, False, False]


def test_sharpening_can_show_sigma_or_the_losses() -> None:
    sigma = PLOTS["sharpening"].figure(state(alpha=2.0, sharpening="sigmoid"))
    assert "σ" in sigma.y.title
    assert sigma.subtitle == f"probabilities add up to {(1 / (1 + np.exp(-2.0 * S))).sum():.2f}"
    dots = np.concatenate([np.asarray(points.y) for points in of(sigma, Points)])
    assert np.allclose(np.sort(dots), np.sort(1 / (1 + np.exp(-2.0 * S))))
    losses = PLOTS["sharpening"].figure(state(alpha=2.0, sharpening="loss"))
    assert "loss" in losses.y.title
    assert [float(points.y[0]) for points in of(losses, Points)] == pytest.approx(
        [float(LOSSES[key].value(2.0 * S, T)) for key in SHOWN]
    )


def test_of_many_classes_only_some_have_a_curve_over_ribbons_of_the_rest() -> None:
    targets = np.zeros(50)
    targets[[3, 9]] = 1.0
    figure = PLOTS["sharpening"].figure(state(np.linspace(-2, 2, 50), targets, None, held=20))
    assert len(of(figure, Line)) == 5  # two labelled, one held, two likeliest
    outer, inner = of(figure, Ribbon)
    assert np.all(np.asarray(outer.low) <= inner.low)
    assert np.all(np.asarray(inner.high) <= outer.high)
    (ends,) = of(figure, EndLabels)
    assert len(ends.items) == 6
    assert ends.items[-1].text == "45 others"


# Landscape


def test_the_landscape_is_the_loss_over_two_logits() -> None:
    figure = PLOTS["landscape"].figure(state(landscape=(0, 1), landscape_loss=2))
    (image,) = of(figure, Image)
    xs = np.linspace(figure.x.low, figure.x.high, image.values.shape[1])
    ys = np.linspace(figure.y.low, figure.y.high, image.values.shape[0])
    for row, column in ((0, 0), (5, 60), (63, 10)):
        logits = S.copy()
        logits[:2] = xs[column], ys[row]
        assert image.values[row, column] == pytest.approx(float(LOSSES["bce"].value(logits, T)))
    assert figure.subtitle == "BCE, two logits"
    assert figure.keep_aspect
    assert figure.x.high - figure.x.low == figure.y.high - figure.y.low
    assert of(figure, Arrows)


def test_the_landscape_holds_its_start_on_both_axes() -> None:
    figure = PLOTS["landscape"].figure(state([1.0, 13.0], [1.0, 0.0], None))
    assert figure.y.high >= 13.0
    assert figure.y.low <= -4.0
    assert figure.x.low <= -4.0
    across = PLOTS["landscape"].figure(state([-11.0, 0.0], [1.0, 0.0], None))
    assert across.x.low <= -11.0
    assert -11.0 < across.y.low <= -4.0


def test_descents_start_at_the_sample_and_follow_the_gradient() -> None:
    figure = PLOTS["landscape"].figure(state())
    paths = [line for line in of(figure, Line) if line.look]
    for key, path, end in zip(SHOWN, paths, of(figure, Points), strict=True):
        at = S.copy()
        assert [path.x[0], path.y[0]] == pytest.approx(S[:2].tolist())
        for _ in range(60):
            at[:2] -= 0.5 * LOSSES[key].gradient(at, T)[:2]
        assert [end.x[0], end.y[0]] == pytest.approx(at[:2].tolist())
    start = figure.handles[0]
    assert (start.place.x, start.place.y) == LOGITS[:2]
