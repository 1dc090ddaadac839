"""Boards on paper: every card is what it is alone, on the desk's ground, in every kind of file."""

import numpy as np
import pytest
from PySide6.QtGui import QImage

from explorer.paint.board import drawing_of_board
from explorer.paint.export import ENDINGS, Making, image_of, write
from explorer.paint.theme import DARK, LIGHT, THEMES
from explorer.plots import PLOTS
from explorer.plots.board import board, places
from explorer.study.embedding import found_in
from explorer.study.examples import opening
from explorer.study.state import State
from tests.paint.pictures import to_image
from tests.paint.pixels import coloured, pixels
from tests.paint.test_export import opened_pdf, opened_svg

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (900, 600)


def sheet(keys=("slice", "values", "gradient")):
    state = State(opening().study)
    return board(state, tuple(PLOTS[key].figure(state) for key in keys))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_cards_lie_on_the_ground_of_the_desk(theme):
    found = pixels(image_of(drawing_of_board(sheet(), theme), SIZE))
    assert coloured(found, theme, "bg", 0)[[0, 0, -1, -1], [0, -1, 0, -1]].all()
    for box in places(3, *SIZE).cards:
        assert coloured(found, theme, "card", 0)[int(box.y) + 5, int(box.x) + 40]


def test_a_card_is_the_figure_alone():
    made = sheet(("slice",))
    found = pixels(image_of(drawing_of_board(made, DARK), (524, 450)))
    (box,) = places(1, 524, 450).cards
    alone = pixels(to_image(made.figures[0], (int(box.width), int(box.height)), DARK))
    inside = found[int(box.y) : int(box.bottom), int(box.x) : int(box.right)]
    assert np.abs(inside - alone)[10:-10, 10:-10].max() == 0


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_board_looks_the_same_in_every_file(tmp_path, ending):
    path = tmp_path / f"board{ending}"
    write(drawing_of_board(sheet(), LIGHT), path, SIZE, Making(state_text="the state"))
    wanted = pixels(image_of(drawing_of_board(sheet(), LIGHT), SIZE))
    found = {".png": lambda: pixels(QImage(str(path))), ".svg": lambda: opened_svg(path, SIZE),
             ".pdf": lambda: opened_pdf(path)}[ending]()  # fmt: skip
    assert np.abs(found[: SIZE[1], : SIZE[0]] - wanted).mean() < (0.01 if ending == ".png" else 4.5)
    assert found_in(path.read_bytes()) == "the state"


def test_a_font_size_makes_the_whole_board_grow(tmp_path):
    write(drawing_of_board(sheet(), LIGHT, 18), tmp_path / "large.png", (1800, 1200))
    large = pixels(QImage(str(tmp_path / "large.png")))
    assert np.abs(large - pixels(image_of(drawing_of_board(sheet(), LIGHT), SIZE, 2.0))).mean() < 0.5
