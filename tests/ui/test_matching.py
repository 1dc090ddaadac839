from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.matching import match, ranked, without_thin


def test_letters_fit_in_order_whatever_their_case():
    assert match("ENL", "Enlarge").letters == (0, 1, 2)
    assert match("gb", "Gradient budget").letters == (0, 9)
    assert match("bg", "Gradient") is None
    assert match("  ", "anything").letters == ()


def test_the_best_of_several_fits_is_taken():
    assert match("pin", "Keeping the Pin").letters == (12, 13, 14)
    assert match("s", "Reset Sample").letters == (6,)


def test_words_that_begin_with_the_letters_come_first():
    names = ["Open example", "Reset views", "Save as", "Previous sample"]
    assert [name for name, _ in ranked("sa", names, str)] == ["Save as", "Previous sample"]
    assert [name for name, _ in ranked("", names, str)] == names
    assert ranked("zz", names, str) == []


def test_letters_here_and_there_are_left_out_where_something_fits():
    names = ["Move this card right, View, Arrange", "tiger", "sabre tiger"]
    assert [name for name, _ in without_thin(ranked("tiger", names, str))] == ["tiger", "sabre tiger"]
    assert without_thin(ranked("tiger", names[:1], str)) == ranked("tiger", names[:1], str), (
        "better than none"
    )
    for query, text in (("gb", "Gradient budget"), ("mcr", "Move card right"), ("eng", "Strength")):
        assert not match(query, text).is_thin
    assert not match("xz", "axis of z").is_thin, "two letters say too little"


@given(st.text(max_size=12), st.text(max_size=40))
def test_what_is_found_spells_the_query(query, text):
    found = match(query, text)
    wanted = "".join(query.lower().split())
    if found is None:
        assert not _is_within(wanted, [letter.lower()[:1] for letter in text])
    elif len(text.lower()) == len(text):
        assert "".join(text.lower()[place] for place in found.letters) == wanted
        assert list(found.letters) == sorted(set(found.letters))


def _is_within(wanted, letters):
    rest = iter(letters)
    return all(letter in rest for letter in wanted)
