from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.matching import match, ranked


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
