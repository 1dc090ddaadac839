"""The sentence of an enlarged figure: where it is shown, that it fits, and that its lesson is there."""

from dataclasses import replace

import pytest

from explorer.plots import PLOTS
from explorer.plots.layout import ABOUT_LINE, HEADER, Layout
from explorer.study.examples import EXAMPLES
from explorer.study.lessons import LESSONS
from explorer.study.state import State

ABOUT = tuple(key for key, plot in PLOTS.items() if plot.group != "desk")


@pytest.fixture
def state() -> State:
    opened = EXAMPLES["five-samples"].open()
    return State(opened.study, opened.look)


@pytest.mark.parametrize("key", ABOUT)
def test_what_one_sees_is_said_where_there_is_room(state: State, key: str) -> None:
    plot, enlarged = PLOTS[key], replace(state, look=replace(state.look, enlarged=key))
    assert plot.about.endswith(".")
    assert plot.lesson in LESSONS
    assert plot.figure(enlarged).about == plot.about
    assert plot.figure(state).about == ""
    assert plot.depends(enlarged) != plot.depends(state)


@pytest.mark.parametrize("key", ABOUT)
@pytest.mark.parametrize("width", [420, 560, 760, 1100])
def test_the_lines_kept_free_are_enough(qapp, state: State, key: str, width: int) -> None:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QFontMetricsF

    from explorer.paint.fonts import font

    figure = PLOTS[key].figure(replace(state, look=replace(state.look, enlarged=key)))
    lines = round((Layout(figure, width, 500).body.y - HEADER) / ABOUT_LINE)
    needed = QFontMetricsF(font("name")).boundingRect(
        QRectF(0, 0, width - 24, 500), int(Qt.TextFlag.TextWordWrap), figure.about
    )
    assert 1 <= lines <= 3
    assert needed.height() <= lines * ABOUT_LINE + 2.0
