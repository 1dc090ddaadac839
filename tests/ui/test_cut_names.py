"""Names that a figure cuts or leaves out: told where the pointer rests; in narrow cards they have a line."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from explorer.paint.cuts import listening
from explorer.paint.painter import paint
from explorer.plots import PLOTS
from explorer.plots.figure import Legend, Unit
from explorer.study.storage import Opened
from explorer.study.study import Look
from tests.ui.panel_parts import OPENING, study_of

SMALL = (1000, 640)
NAMES = ("ZLPR", "ZLPR smoothed", "BCE", "BCE smoothed")


@pytest.fixture
def window(make_window):
    made = make_window()
    made.resize(*SMALL)
    return made


def tips(canvas) -> set[str]:
    """Every tool tip of a canvas."""
    places = (QPointF(x, y) for y in range(30, canvas.height(), 4) for x in range(0, canvas.width(), 6))
    return {canvas.tip_at(place) for place in places}


@pytest.mark.parametrize("key", ["gradient", "slice", "budget", "landscape"])
def test_each_loss_is_told_by_its_name_or_its_sign(window, key):
    told = tips(window.desk.cards[key].canvas)
    assert {"ZLPR smoothed", "BCE smoothed"} <= told
    assert key == "gradient" or set(NAMES) <= told  # there the short names are whole


def test_a_name_that_is_whole_has_no_tip_of_its_own(window):
    canvas = window.desk.cards["gradient"].canvas
    legend = next(mark for mark in canvas.figure.still if isinstance(mark, Legend))
    x, y = canvas.layout_of_figure.to_pixels(legend.place)
    assert canvas.tip_at(QPointF(x + 22, y)) == ""  # ZLPR
    window.resize(1600, 1000)
    x, y = canvas.layout_of_figure.to_pixels(legend.place)
    assert not {canvas.tip_at(QPointF(x + away, y)) for away in range(0, 300, 6)} - {""}


def test_a_subtitle_that_is_cut_and_a_chip(make_window):
    long = "a very long name of a class"
    window = make_window(Opened(study_of(classes=("cat", long, "c", "d", "e")), Look()), size=SMALL)
    assert "sum of |∂L/∂s|" in {window.desk.cards["budget"].canvas.tip_at(QPointF(160, 16))}
    canvas = window.desk.editor.canvas
    chip = next(each for each in canvas.figure.handles if each.id == "target:1")
    told = canvas.tip_at(QPointF(*canvas.layout_of_figure.box(chip).centre))
    assert told.count(long) == 1  # the tip of the chip has it
    assert "t = " in told


def test_at_twice_the_size_too(window):
    window.resize(2000, 1280)
    window.appearance.choose_scale(2.0)
    canvas = window.desk.cards["gradient"].canvas
    assert {"ZLPR smoothed", "BCE smoothed"} <= tips(canvas)


def test_nothing_is_heard_while_nobody_listens(window):
    canvas = window.desk.cards["gradient"].canvas
    with listening() as found:
        pass
    canvas.grab()
    assert found == []


@pytest.mark.parametrize("key", ["budget", "values"])
@pytest.mark.parametrize(("losses", "named"), [(4, True), (8, False)])
def test_rows_have_their_names_above_where_there_is_room(window, key, losses, named):
    """In a narrow card of the smallest window four rows are high enough for a line more, eight are not."""
    study = study_of(shown=(*OPENING, "focal", "asl", "hill", "soft_zlpr")[:losses])
    state = type(window.session.state)(study)
    figure = PLOTS[key].figure(state)
    canvas = window.desk.cards["budget"].canvas
    wide = QRectF(0.0, 0.0, 420.0, canvas.height())
    narrow = QRectF(0.0, 0.0, canvas.width(), canvas.height())
    assert narrow.width() < 300
    lines = [mark for mark in figure.still if isinstance(mark, Legend)]
    assert [mark.items[0][1] for mark in lines][:4] == list(NAMES)
    assert np.any(ink(figure, narrow, lines, window) != ink(figure, narrow, (), window)) == named
    assert not np.any(ink(figure, wide, lines, window) != ink(figure, wide, (), window))


def ink(figure, area, lines, window) -> np.ndarray:
    """Return the pixels of a figure with these of its lines of names."""
    from dataclasses import replace

    from PySide6.QtGui import QImage, QPainter

    others = tuple(mark for mark in figure.still if not isinstance(mark, Legend))
    image = QImage(area.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        paint(replace(figure, still=(*others, *lines)), painter, area, window.appearance.theme)
    return np.frombuffer(image.constBits(), np.uint8).copy()


def test_a_narrow_slice_names_its_curves_in_a_row(window):
    figure = window.desk.cards["slice"].canvas.figure
    (row,) = [mark for mark in figure.marks if isinstance(mark, Legend)]
    assert row.narrow
    assert [name for _, name in row.items] == list(NAMES)
    assert row.place.up is Unit.CARD
    layout = window.desk.cards["slice"].canvas.layout_of_figure
    assert layout.to_pixels(row.place)[1] > layout.plot.bottom + 20  # under the numbers of the axis
