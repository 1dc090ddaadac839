"""Every member of every family can be told from every other."""

import itertools

import pytest

from explorer.plots import looks


def test_members_differ_in_dash_marker_and_bar():
    for one, other in itertools.combinations(range(6), 2):
        assert looks.dash(one) != looks.dash(other)
        assert looks.marker_filling(one) != looks.marker_filling(other)
        assert looks.bar_filling(one) != looks.bar_filling(other)


def test_families_have_markers_of_their_own():
    assert len({looks.marker(family) for family in looks.MARKERS}) == len(looks.MARKERS) == 7


def test_a_seventh_member_starts_again():
    assert looks.dash(6) == looks.dash(0) == ()


def test_an_unknown_family_is_named():
    with pytest.raises(KeyError, match="'hinge' is unknown; allowed: zlpr"):
        looks.marker("hinge")
