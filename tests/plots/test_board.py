"""Boards: where the cards of a sheet are, and what its lines say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.plots import PLOTS
from explorer.plots.board import MARGIN, board, places
from explorer.study.examples import opening
from explorer.study.state import State


@given(st.integers(1, 16), st.integers(300, 4000), st.integers(200, 3000))
def test_cards_share_their_edges_and_none_touch(cards, width, height):
    sheet = places(cards, width, height)
    boxes = sheet.cards
    assert len(boxes) == cards
    assert not any(one.touches(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert len({round(box.height, 6) for box in boxes}) == 1
    assert len({round(box.width, 6) for box in boxes[:-1]}) <= 1
    columns = {round(box.x, 6) for box in boxes}
    rows = {round(box.y, 6) for box in boxes}
    assert len(columns) * (len(rows) - 1) < cards <= len(columns) * len(rows)
    assert max(box.right for box in boxes) == pytest.approx(width - MARGIN)
    assert min(columns) == MARGIN
    assert sheet.title.bottom <= min(rows)
    assert max(box.bottom for box in boxes) <= sheet.footer.y + 1e-6


def test_rows_and_columns_follow_the_sheet():
    assert len({box.y for box in places(3, 1800, 400).cards}) == 1
    assert len({box.x for box in places(3, 400, 1000).cards}) == 1
    wide = places(5, 1200, 800).cards
    assert wide[2].right == pytest.approx(1200 - MARGIN)


def test_the_lines_name_study_sample_reduction_and_dtype():
    state = State(opening().study).with_look(sample=1)
    made = board(state, (PLOTS["values"].figure(state),))
    assert (made.title, made.aside) == ("Five samples", "sample 2 of 5")
    assert "summed over classes" in made.footer
    assert "float64" in made.footer


def test_a_sample_with_a_name_is_named():
    from explorer.study.examples import EXAMPLES

    state = State(EXAMPLES["overconfidence"].open().study)
    assert board(state, ()).aside == "overconfident, sample 1 of 1"


def test_a_lone_last_card_is_as_wide_as_the_others():
    cards = places(7, 987, 709).cards
    assert len({round(card.width, 6) for card in cards}) == 1
