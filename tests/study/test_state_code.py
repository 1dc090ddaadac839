"""State codes: round trips bit by bit, damage, what is recognised, and the QR image."""

import base64
import zlib
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.losses import LOSSES
from explorer.study import state_code
from explorer.study.compact import Damaged, Reader, Writer
from explorer.study.examples import EXAMPLES, opening
from explorer.study.one_sample import one_sample
from explorer.study.qr import SEGNO_MISSING, qr_image
from explorer.study.state import State
from explorer.study.state_code import KEYS, NAMES, StateCodeFailure, code_of, is_code, opened_of
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from tests.study.strategies import floats, looks, same, studies

# As they were when codes of format 1 were first made: an order that changes opens old codes as other losses.
FIRST = (
    "LX1-AAIAKDCGNF3GKIDTMFWXA3DFOMB3SS4H6MKQT5Z75FKOQ4RZSTU37EXH7I7BY5AQIAHDWQV4MTBASQHYRJXL3JSPCJA"
    "ABQAEBYARAAIGAEDQCAAXV4"
)


@given(studies(), looks())
def test_what_is_watched_comes_back_bit_by_bit(study, look):
    state = State(study, look)
    code = code_of(study, look)
    assert is_code(code)
    opened, wanted = opened_of(code), one_sample(state)
    found, sample = opened.study.table.sample(0), wanted.table.sample(0)
    assert same(found.logits, sample.logits)
    assert same(found.targets, sample.targets)
    assert np.array_equal(np.signbit(found.logits), np.signbit(sample.logits))
    assert (found.name, found.classes) == (sample.name, sample.classes)
    assert (opened.study.title, opened.study.shown, opened.study.pin) == (
        study.title,
        study.shown,
        wanted.pin,
    )
    kept = state.look.within(wanted)
    assert opened.look == Look(
        held=kept.held, slice_class=kept.slice_class, landscape=kept.landscape, alpha=kept.alpha,
        landscape_loss=kept.landscape_loss, enlarged=kept.enlarged, sharpening=kept.sharpening,
    )  # fmt: skip
    assert code_of(opened.study, opened.look) == code


@given(st.lists(floats | st.integers(-999, 999).map(lambda whole: whole / 100), max_size=9))
def test_numbers_come_back_bit_by_bit(values):
    writer = Writer()
    writer.numbers(values)
    reader = Reader(bytes(writer.bytes))
    found = reader.numbers(len(values))
    assert reader.left == 0
    assert [repr(value) for value in found.tolist()] == [repr(value) for value in values]


def test_numbers_take_the_bytes_they_need():
    def size(values):
        writer = Writer()
        writer.numbers(values)
        return len(writer.bytes)

    assert size([1.0, 0.0] * 8) == 1 + 2
    assert size([1.44, -0.75]) == 1 + 1 + 2 + 2
    assert size([0.1234567890123] * 2) == 1 + 16
    assert size(np.float32([0.1234567890123] * 2)) == 1 + 8


def test_the_opening_study_fits_and_the_first_code_opens_for_ever():
    study = opening().study
    assert code_of(study, Look()) == FIRST
    assert (study.table.class_count, len(study.shown)) == (5, 4)
    assert len(FIRST) < 150
    assert opened_of(FIRST).study.shown == study.shown


def test_every_loss_and_parameter_of_the_catalogue_has_its_place():
    shipped = [loss for loss in LOSSES.values() if loss.family != "own"]
    assert {loss.key for loss in shipped} <= set(KEYS)
    names = {each.name for loss in shipped for each in loss.parameters if each.kind != "other_logits"}
    assert names <= set(NAMES)
    assert len(set(KEYS)) == len(KEYS)
    assert len(set(NAMES)) == len(NAMES)


def test_settings_options_and_every_field_of_a_look_come_back():
    shown = (ShownLoss("bce", (("pos_weight", (1.0, 2.5, 0.1)),)), ShownLoss("zlpr", on=False))
    study = Study("é", Table.of([1.0, np.nan, -0.0], [1.0, 0.0, 0.5]), shown)
    look = Look(
        held=2, slice_class=1, landscape=(2, 0), landscape_loss=1, alpha=2.5, enlarged="slice",
        sharpening="loss", order="gradient", only="top", options=(("dtypes.loss", "2"), ("é", "")),
    )  # fmt: skip
    opened = opened_of(code_of(study, look))
    assert (opened.study.shown, opened.look) == (shown, look)


def test_case_spaces_and_letters_read_off_wrongly_do_not_matter():
    spoilt = "\n " + FIRST.lower()[:40] + " \n" + FIRST[40:].replace("O", "0").replace("I", "1") + "\n"
    assert is_code(spoilt)
    assert opened_of(spoilt).study.title == "Five samples"


@pytest.mark.parametrize(
    "between", [" ", "\n", "\r\n", "\u00a0", "\u200b", "\u2060", "\u00ad", "\ufeff", "\t\u3000"]
)
def test_what_has_no_ink_does_not_matter_anywhere(between):
    for spoilt in (between.join(FIRST), *(FIRST[:at] + between + FIRST[at:] for at in range(6))):
        assert is_code(spoilt)
        assert opened_of(spoilt).study.title == "Five samples"


@pytest.mark.parametrize("around", [
    "`{}`", "```\n{}\n```", '"{}"', "'{}'", "“{}”", "«{}»", "「{}」", "<{}>", "{}.", '"{}".', "{}。", "> {}",
    "> > {}", ">{}",
])  # fmt: skip
def test_what_chats_and_mail_put_around_a_code_is_taken_off(around):
    lines = around.format(f"{FIRST[:30]}\n{'> ' if around.startswith('>') else ''}{FIRST[30:]}")
    for spoilt in (
        around.format(FIRST),
        lines,
        lines.replace("\n", "\r\n"),
        around.format(FIRST.replace("-", "–")),
    ):
        assert is_code(spoilt)
        assert opened_of(spoilt).study.title == "Five samples"


@pytest.mark.parametrize("spoilt", [
    f"code: {FIRST}", f"{FIRST}!", f"{FIRST} a,b", *(FIRST[:20] + sign + FIRST[20:] for sign in "`>"),
])  # fmt: skip
def test_other_letters_are_refused_in_one_line(spoilt):
    assert not is_code(spoilt)
    with pytest.raises(StateCodeFailure) as failure:
        opened_of(spoilt)
    assert "\n" not in str(failure.value)


@given(st.data())
def test_another_letter_is_noticed(data):
    place = data.draw(st.integers(4, len(FIRST) - 1))
    letter = data.draw(st.sampled_from("ABCDEFGHJKLMNPQRSTUVWXYZ234567"))
    spoilt = FIRST[:place] + letter + FIRST[place + 1 :]
    if letter == FIRST[place] or place == len(FIRST) - 1:  # the last letter has bits to spare
        return
    with pytest.raises(StateCodeFailure, match="a letter is wrong or missing; allowed is a whole code"):
        opened_of(spoilt)


@given(st.binary(max_size=80), st.booleans())
def test_records_without_sense_are_refused_in_one_line(content, packed):
    body = bytes([packed]) + (zlib.compress(content, wbits=-15) if packed else content)
    whole = body + zlib.crc32(body).to_bytes(4, "big")[:2]
    with suppress(StateCodeFailure):  # whose message is one line, and nothing else is raised
        opened_of("LX1-" + base64.b32encode(whole).decode().rstrip("="))


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(state_code, "LONGEST", 10)
    code = code_of(Study("a" * 1000, Table.of([0.5])), Look())
    with pytest.raises(StateCodeFailure, match="more than 10 bytes"):
        opened_of(code)


@pytest.mark.parametrize(("text", "said"), [
    ("logits 1 2", "does not begin with LX1-"), ("LX2-AAAA", "of format 2, this program reads 1"),
    ("LX1-", "a letter is wrong or missing"), ("LX1-AAA9", "none of A to Z and 2 to 7"),
    (FIRST[:-9], "a letter is"),
])  # fmt: skip
def test_what_is_no_code_is_refused(text, said):
    with pytest.raises(StateCodeFailure, match=said):
        opened_of(text)


def test_texts_are_recognised():
    assert [is_code(text) for text in (FIRST, "LX7-ABC", "LX1-", "a,LX1-ABC", "LX1-AB,C", "")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_a_count_beyond_the_bytes_is_refused():
    for content in (b"\xff", b"\xff" * 12, b"\x05ab"):
        with pytest.raises(Damaged):
            Reader(content).text()
    with pytest.raises(Damaged, match="of kind 9"):
        Reader(b"\x09" * 4).numbers(1)
    with pytest.raises(Damaged, match="1000000 numbers"):
        Reader(b"\x03" * 4).numbers(1_000_000)


# QR


def test_the_image_holds_the_code():
    segno = pytest.importorskip("segno")
    made = segno.make_qr(FIRST, error="m", boost_error=False)
    assert made.mode == "alphanumeric"
    assert made.version <= 6  # 41 modules a side: read from a slide
    assert qr_image(FIRST, "png").startswith(b"\x89PNG")
    assert b"<svg" in qr_image(FIRST, "svg")


def test_a_code_too_long_for_an_image_says_so():
    pytest.importorskip("segno")
    example = EXAMPLES["a-thousand-classes"].open()
    with pytest.raises(StateCodeFailure, match="does not fit a QR image; allowed are 4,296"):
        qr_image(code_of(example.study, example.look), "png")


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "segno", None)
    with pytest.raises(StateCodeFailure) as failure:
        qr_image(FIRST, "png")
    assert str(failure.value) == SEGNO_MISSING
