"""No text is cut, none lies on another, on a handle or outside its card: at several sizes and scales."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from explorer.losses import LOSSES
from explorer.study.examples import EXAMPLES
from explorer.study.storage import Opened
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from tests.ui import rectangles

SIZES = ((1024, 700), (1440, 900), (2560, 1440))
SCALES = (1.0, 1.5)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request):
    return request.param


@pytest.fixture(params=SCALES, ids=lambda scale: f"scale {scale}")
def window(request, make_window, size, example):
    made = make_window(EXAMPLES[example].open(), size)
    made.appearance.choose_scale(request.param)
    made.grab()
    yield made
    made.appearance.choose_scale(1.0)


@pytest.fixture(params=list(EXAMPLES))
def example(request):
    return request.param


def shown_cards(window):
    return [card for card in window.desk.cards.values() if card.isVisible()]


def test_the_size_got_is_the_size_asked_for(window, size):
    assert (window.width(), window.height()) == size


def problems_of_figures(window, monkeypatch):
    problems = []
    for page in range(max(1, len(window.commands.cards.pages))):
        window.commands.cards.turn_to(page)
        for card in shown_cards(window):
            texts = rectangles.of_figure(card.canvas, monkeypatch)
            assert texts, card.key
            found = rectangles.overlaps(texts)
            found += rectangles.outside(texts, QRectF(card.canvas.rect()))
            found += rectangles.over_handles(card.canvas, texts)
            for button in (card.button, card.menu_button, card.closer):
                sign = QRectF(button.geometry()).adjusted(4, 4, -4, -4)
                if button.isVisible():
                    found += [f"{each} lies on a button" for each in texts if each.touches(sign)]
            problems += [f"{card.key}: {problem}" for problem in found]
    return problems


def problems_of_panels(window, monkeypatch):
    texts = rectangles.of_panels(window, monkeypatch)
    assert any("Doctor" in each.text for each in texts)  # always in sight, unlike a certain loss
    return rectangles.overlaps(texts) + rectangles.outside(texts, QRectF(window.rect()))


def problems_of_controls(window):
    cut = [problem for problem in map(rectangles.cut, rectangles.controls(window)) if problem]
    return rectangles.collisions(window) + cut


def test_texts_of_figures(window, monkeypatch):
    problems = problems_of_figures(window, monkeypatch)
    assert not problems, "\n".join(problems)


def test_texts_of_panels(window, monkeypatch):
    problems = problems_of_panels(window, monkeypatch)
    assert not problems, "\n".join(problems)


def test_controls(window):
    problems = problems_of_controls(window)
    assert not problems, "\n".join(problems)


def study_of(targets, logits, losses, classes=None):
    names = classes or [f"class {number}" for number in range(len(logits))]
    table = Table.of([logits], [targets], classes=tuple(names))
    return Study(title="A study", table=table, shown=tuple(ShownLoss(key) for key in losses))


FIVE = (1.44, -0.8, 4.11, 3.22, 4.58)
STUDIES = {
    "soft": study_of((1, 1, 0, 0, 0.3), FIVE, ("soft_zlpr", "zlpr", "bce", "smoothed_bce", "cross_entropy")),
    "every loss": study_of((1, 1, 0, 0, 0), FIVE, tuple(LOSSES)),
    "long names": study_of(
        [1, 0] * 6, range(-9, 27, 3), ("zlpr",), [f"a very long name {n}" for n in range(12)]
    ),
    "chinese": study_of((1, 1, 0, 0, 0), FIVE, ("zlpr", "bce"), ["猫", "狗", "夜晚", "室内", "模糊"]),
    "huge": study_of((1, 0, 1), (1e5, -1e4, 123.456), ("zlpr", "bce", "cross_entropy")),
    "one": study_of((1,), (0.0,), ("zlpr", "bce")),
}


@pytest.mark.parametrize("study", STUDIES.values(), ids=STUDIES)
def test_texts_of_unusual_studies(make_window, monkeypatch, size, study):
    window = make_window(Opened(study, Look()), size)
    window.session.apply("Pin", replace(study, pin=Pin.of(window.session.state.sample, study.shown)))
    problems = problems_of_figures(window, monkeypatch)
    problems += problems_of_panels(window, monkeypatch) + problems_of_controls(window)
    assert not problems, "\n".join(problems)


class TestTheWalkerItself:
    """Each check sees a mistake that is made on purpose."""

    @pytest.fixture
    def board(self, qtbot):
        made = QWidget()
        qtbot.addWidget(made)
        made.resize(200, 100)
        return made

    @staticmethod
    def label(board, text, x, width):
        made = QLabel(text, board)
        made.setGeometry(QRect(x, 10, width, 30))
        return made

    def test_cut_text(self, qtbot, board):
        label = self.label(board, "a text that is far too long", 0, 40)
        assert "does not fit" in rectangles.cut(label)
        assert not rectangles.cut(self.label(board, "short", 50, 80))
        elided = self.label(board, "a te…", 0, 80)
        assert "tool tip" in rectangles.cut(elided)
        elided.setToolTip("a text")
        assert not rectangles.cut(elided)

    def test_cut_button(self, board):
        button = QPushButton("a text that is far too long", board)
        button.setFixedWidth(40)
        assert "does not fit" in rectangles.cut(button)

    def test_controls_on_each_other_and_outside(self, qtbot, board):
        first, second = self.label(board, "one", 0, 60), self.label(board, "two", 70, 60)
        with qtbot.waitExposed(board):
            board.show()
        assert not rectangles.collisions(board)
        second.move(QPoint(50, 10))
        assert "lies on" in rectangles.collisions(board)[0]
        first.hide()
        second.move(QPoint(180, 10))
        assert "leaves" in rectangles.collisions(board)[0]

    def test_painted_texts_on_each_other(self):
        first = rectangles.Written("one", QRectF(0, 0, 20, 8))
        beside = rectangles.Written("two", QRectF(20, 0, 20, 8))
        over = rectangles.Written("three", QRectF(10, 4, 20, 8))
        assert not rectangles.overlaps([first, beside])
        assert len(rectangles.overlaps([first, beside, over])) == 2
        assert not rectangles.outside([first, over], QRectF(0, 0, 30, 12))
        assert len(rectangles.outside([first, over], QRectF(0, 0, 30, 10))) == 1

    def test_every_text_of_a_figure_is_noted(self, make_window, monkeypatch):
        card = make_window().desk.cards["slice"]
        texts = {each.text for each in rectangles.of_figure(card.canvas, monkeypatch)}
        assert {"Slice", "ZLPR", "+1.44", "−8"} <= texts
