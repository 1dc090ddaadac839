from hypothesis import given
from hypothesis import strategies as st

from explorer.ui.matching import Kind, match, named, without_thin


def test_letters_fit_in_order_whatever_their_case():
    assert match("ENL", "Enlarge").letters == (0, 1, 2)
    assert match("gb", "Gradient budget").letters == (0, 9)
    assert match("bg", "Gradient") is None
    assert match("  ", "anything").letters == ()


def test_the_best_of_several_fits_is_taken():
    assert match("pin", "Keeping the Pin").letters == (12, 13, 14)
    assert match("s", "Reset Sample").letters == (6,)


def ranked(query, names):
    fits = [(name, fit) for name in names if (fit := named(query, name)) is not None]
    return sorted(fits, key=lambda pair: (pair[1].kind, -pair[1].score))


def test_words_that_begin_with_the_letters_come_first():
    names = ["Open example", "Reset views", "Save as", "Previous sample"]
    assert [name for name, _ in ranked("sa", names)] == ["Save as", "Previous sample"]
    assert [name for name, _ in ranked("", names)] == names
    assert ranked("zz", names) == []


def test_a_name_comes_before_what_only_has_its_letters():
    names = ["a-sl", "the ASL of it", "Basle", "ASL for short", "ASL"]
    assert [name for name, _ in ranked("asl", names)] == [
        "ASL",
        "ASL for short",
        "the ASL of it",
        "Basle",
        "a-sl",
    ]
    assert named("am softmax", "AM-softmax").kind == Kind.WHOLE, "what stands between words is not looked at"
    assert named("sam prev", "Previous sample").kind == Kind.INSIDE
    assert named("view fig thr", "Thresholds", place="View › Figures › Checks").kind == Kind.PATH
    assert named("asl", "Add ASL", names=("ASL",)).kind == Kind.WHOLE
    assert named("asl", "Add ASL", names=("ASL",)).letters == (4, 5, 6)


def test_letters_here_and_there_are_left_out_where_something_fits():
    names = ["Move this card right, View, Arrange", "tiger", "sabre tiger"]
    assert [name for name, _ in without_thin(ranked("tiger", names))] == ["tiger", "sabre tiger"]
    assert without_thin(ranked("tiger", names[:1])) == ranked("tiger", names[:1]), "better than none"
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
