from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.ui.cards.arrangement import GAP, MARGIN, Rectangle, arrange, drop_at

CARDS = ("gradient", "slice", "budget", "sharpening", "values", "landscape")
WIDTHS = st.integers(1000, 4000)
HEIGHTS = st.integers(540, 2200)
SCALES = st.sampled_from((0.75, 1.0, 1.25, 1.5, 2.0))


def overlap(a, b):
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def gaps(places):
    """Distances between neighbours that face each other with nothing in between."""
    for first, second in product(places, repeat=2):
        faces = first.y < second.bottom and second.y < first.bottom
        between = [
            other
            for other in places
            if first.right <= other.x < second.x and other.y < second.bottom and second.y < other.bottom
        ]
        if faces and second.x >= first.right and not between:
            yield second.x - first.right
        stands_on = first.x < second.right and second.x < first.right
        between = [
            other
            for other in places
            if first.bottom <= other.y < second.y and other.x < second.right and second.x < other.right
        ]
        if stands_on and second.y >= first.bottom and not between:
            yield second.y - first.bottom


@settings(max_examples=400)
@given(
    WIDTHS,
    HEIGHTS,
    st.integers(0, 8),
    st.just(0) | st.integers(40, 300),
    st.sampled_from((None, "card0", "logits")),
    st.integers(0, 9),
    SCALES,
)
def test_nothing_overlaps_all_is_inside_and_gaps_are_equal(w, h, count, table, enlarged, page, scale):
    cards = tuple(f"card{number}" for number in range(count))
    made = arrange(w, h, cards, table, enlarged, page, scale=scale)
    margin, gap = round(MARGIN * scale), round(GAP * scale)
    places = list(made.places.values())
    for first, second in combinations(places, 2):
        assert not overlap(first, second)
    for place in places:
        assert place.x >= margin
        assert place.right <= w - margin
        assert place.y >= 0
        assert place.bottom <= h - margin
        assert min(place.width, place.height) >= 2
    assert set(gaps(places)) <= {gap}
    assert [key for each in made.pages for key in each] == list(cards)
    assert 0 <= made.page < len(made.pages)


@given(WIDTHS, HEIGHTS, SCALES)
def test_what_gives_way_gives_way_in_order(width, height, scale):
    made = arrange(width, height, CARDS, round(155 * scale), scale=scale)
    if len(made.pages) > 1:
        assert made.compact
    if made.compact:
        assert "classes" not in made.places
    assert {"logits", "losses"} <= set(made.places)


@given(WIDTHS, HEIGHTS, st.integers(7, 16), SCALES)
def test_more_than_the_usual_cards_make_pages_and_no_other_desk(width, height, count, scale):
    table = round(155 * scale)
    usual = arrange(width, height, CARDS, table, scale=scale)
    more = arrange(width, height, tuple(f"card{number}" for number in range(count)), table, scale=scale)
    assert more.compact == usual.compact
    for part in ("logits", "classes", "losses", "doctor"):
        assert more.places.get(part) == usual.places.get(part)


def test_five_more_cards_on_a_usual_screen_keep_cards_of_losses_and_the_table():
    made = arrange(1440, 760, tuple(f"card{number}" for number in range(11)), 155)
    assert not made.compact
    assert "classes" in made.places
    assert len(made.pages) == 2


@given(WIDTHS, HEIGHTS, st.sampled_from((0.75, 1.25, 1.5, 2.0)))
def test_a_scale_is_a_window_that_much_smaller(width, height, scale):
    """Whatever the scale, the same things are shown: only lengths differ, by their rounding."""
    units = arrange(round(width / scale), round(height / scale), CARDS, 155)
    scaled = arrange(
        round(round(width / scale) * scale), round(round(height / scale) * scale), CARDS, round(155 * scale),
        scale=scale,
    )  # fmt: skip
    if set(units.places) == set(scaled.places):  # at a threshold rounding may decide
        for key, place in units.places.items():
            assert abs(scaled.places[key].width - place.width * scale) <= 6 * scale
    larger = arrange(width * 2, height * 2, CARDS, 310, scale=2.0)
    same = arrange(width, height, CARDS, 155)
    assert larger.pages == same.pages
    assert larger.compact == same.compact
    assert set(larger.places) == set(same.places)


def test_columns_and_rows_are_as_drawn():
    places = arrange(1440, 787, CARDS, table=155).places
    assert places["logits"].width == 316
    assert places["losses"].width == 296
    assert abs(places["gradient"].width - places["slice"].width) <= 1
    for left, right in (("gradient", "slice"), ("budget", "sharpening"), ("values", "landscape")):
        assert (places[left].y, places[left].height) == (places[right].y, places[right].height)
    heights = [places[key].height for key in ("gradient", "budget", "values")]
    assert heights[2] > heights[0] > heights[1]
    assert places["values"].bottom == 787 - MARGIN


def test_the_small_window_is_as_drawn():
    made = arrange(1024, 587, CARDS, table=155)
    assert made.compact
    assert made.places["losses"].width == 196
    assert [len(page) for page in made.pages] == [4, 2]
    assert set(made.places) == {
        "logits",
        "losses",
        "doctor",
        "pager",
        "gradient",
        "slice",
        "budget",
        "sharpening",
    }
    second = arrange(1024, 587, CARDS, table=155, page=1)
    assert {"values", "landscape"} <= set(second.places)
    assert second.places["pager"] == made.places["pager"]


def test_pages_may_have_an_order_of_their_own():
    paged = ("gradient", "slice", "budget", "landscape", "sharpening", "values")
    assert arrange(1024, 587, CARDS, 155, paged=paged).pages == (paged[:4], paged[4:])
    assert arrange(1440, 787, CARDS, 155, paged=paged).pages == (CARDS,)


@pytest.mark.parametrize(
    ("size", "columns"),
    [((1440, 787), 2), ((1920, 967), 2), ((2560, 1327), 2), ((3440, 1327), 3), ((3840, 2047), 3)],
)
def test_columns_by_the_room_there_is(size, columns):
    places = arrange(*size, CARDS, table=155).places
    assert len({places[key].x for key in CARDS}) == columns
    assert places["logits"].width <= 440
    assert places["losses"].width <= 360


def test_edges_lie_on_common_lines():
    places = arrange(1440, 811, CARDS, table=155).places
    assert len({places[name].bottom for name in ("classes", "values", "landscape", "doctor")}) == 1


def test_enlarging_a_card_keeps_the_hand_and_the_losses():
    assert set(arrange(1440, 800, CARDS, 155, "landscape").places) == {
        "logits",
        "classes",
        "losses",
        "doctor",
        "landscape",
    }
    assert set(arrange(1440, 800, CARDS, 155, "logits").places) == {"logits", "losses", "doctor"}
    assert set(arrange(1024, 587, CARDS, 155, "slice").places) == {"logits", "losses", "doctor", "slice"}


def test_an_odd_last_card_takes_the_whole_row():
    places = arrange(1440, 800, CARDS[:5], table=155).places
    assert places["values"].width == places["gradient"].width + places["slice"].width + GAP


def test_without_cards_something_says_so():
    assert "empty" in arrange(1440, 800, (), table=155).places


@pytest.mark.parametrize("wanted", [59, 155, 1235, 240_000])
def test_the_table_never_takes_the_editors_room(wanted):
    places = arrange(1440, 800, CARDS, table=wanted).places
    assert places["classes"].height <= wanted
    assert places["logits"].height >= places["classes"].height


def test_no_table_without_rows():
    assert "classes" not in arrange(1440, 800, CARDS, table=0).places


@pytest.mark.parametrize(
    ("x", "found"),
    [
        (10, ("left", "before")),
        (60, ("left", "swap")),
        (99, ("left", "after")),
        (108, ("right", "before")),
        (104, None),
    ],
)
def test_where_a_card_is_dropped(x, found):
    places = {"left": Rectangle(0, 0, 100, 50), "right": Rectangle(108, 0, 100, 50)}
    assert drop_at(places, x, 25) == found
    assert drop_at(places, x, 60) is None
