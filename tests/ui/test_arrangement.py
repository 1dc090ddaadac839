from itertools import combinations

import pytest

from explorer.ui.arrangement import GAP, MARGIN, arrange

CARDS = ("gradient", "slice", "budget", "sharpening", "values", "landscape")


def overlap(a, b):
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080), (3840, 2160), (720, 560)])
@pytest.mark.parametrize("enlarged", [None, "slice", "logits"])
def test_nothing_overlaps_and_all_is_inside(size, enlarged):
    places = arrange(*size, CARDS, table=155, enlarged=enlarged)
    for first, second in combinations(places.values(), 2):
        assert not overlap(first, second)
    for place in places.values():
        assert place.x >= MARGIN
        assert place.x + place.width <= size[0] - MARGIN
        assert place.y >= 0
        assert place.y + place.height <= size[1]
        assert place.width > 0
        assert place.height > 0


def test_columns_and_rows_are_as_drawn():
    places = arrange(1440, 700, CARDS, table=155)
    assert places["logits"].width == 316
    assert places["losses"].width == 296
    assert abs(places["gradient"].width - places["slice"].width) <= 1
    assert places["slice"].x - (places["gradient"].x + places["gradient"].width) == GAP
    for left, right in (("gradient", "slice"), ("budget", "sharpening"), ("values", "landscape")):
        assert (places[left].y, places[left].height) == (places[right].y, places[right].height)
    heights = [places[key].height for key in ("gradient", "budget", "values")]
    assert heights[2] > heights[0] > heights[1]
    assert places["values"].y + places["values"].height == 700 - MARGIN


def test_edges_lie_on_common_lines():
    places = arrange(1440, 811, CARDS, table=155)
    bottoms = {
        name: places[name].y + places[name].height for name in ("classes", "values", "landscape", "losses")
    }
    assert len(set(bottoms.values())) == 1


def test_enlarging_a_card_keeps_the_hand_and_the_losses():
    places = arrange(1440, 800, CARDS, table=155, enlarged="landscape")
    assert set(places) == {"logits", "classes", "losses", "landscape"}
    assert set(arrange(1440, 800, CARDS, table=155, enlarged="logits")) == {"logits", "losses"}


def test_an_odd_last_card_takes_the_whole_row():
    places = arrange(1440, 800, CARDS[:3], table=155)
    assert places["budget"].width > 1.9 * places["gradient"].width


@pytest.mark.parametrize("wanted", [59, 155, 1235, 240_000])
def test_the_table_never_takes_the_editors_room(wanted):
    places = arrange(1440, 800, CARDS, table=wanted)
    assert places["classes"].height <= wanted
    assert places["logits"].height >= places["classes"].height
