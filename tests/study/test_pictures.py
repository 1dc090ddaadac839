"""Studies inside pictures: in and out again, foreign and damaged files, and no more than is allowed."""

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.study import embedding
from explorer.study.embedding import KINDS, embedded, found_in, kind_of
from explorer.study.examples import EXAMPLES, opening
from explorer.study.failures import StorageFailure
from explorer.study.importers import pair
from explorer.study.opening import open_any, takes_long, to_unpack
from explorer.study.pictures import state_text
from explorer.study.state import State
from tests.study.strategies import looks, same, studies


def chunk(kind, content):
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


PNG = (
    embedding.SIGNATURE
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" desc="a > b"><g/></svg>\n'


def pdf() -> bytes:
    objects = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    body, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body + b"xref\n0 3\n0000000000 65535 f \n" + table
        + b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )  # fmt: skip


PICTURES = {"png": PNG, "svg": SVG, "pdf": pdf()}


@pytest.mark.parametrize("kind", KINDS)
@given(text=st.text(st.characters(exclude_categories=["Cs"])), other=st.text("ab<>&é\0", max_size=9))
def test_the_last_text_put_in_comes_out(kind, text, other):
    picture = embedded(PICTURES[kind], kind, other)
    assert found_in(picture) == other
    assert found_in(embedded(picture, kind, text)) == text
    assert found_in(PICTURES[kind]) is None


def test_putting_in_again_adds_nothing_to_png_and_svg():
    for kind in ("png", "svg"):
        once = embedded(PICTURES[kind], kind, "state")
        assert embedded(once, kind, "state").strip() == once.strip()


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_damaged_pictures_are_read_without_failing(kind, data):
    picture = bytearray(embedded(PICTURES[kind], kind, "the state" * 20))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(picture)))
        stop = data.draw(st.integers(start, min(start + 40, len(picture))))
        picture[start:stop] = data.draw(st.binary(max_size=20))
    found = found_in(bytes(picture))
    assert found is None or isinstance(found, str)


@given(st.binary(max_size=300), st.sampled_from([b"", embedding.SIGNATURE, b"%PDF-1.7\n", b"<svg>"]))
def test_foreign_bytes_are_read_without_failing(content, start):
    assert found_in(start + content) is None


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(embedding, "LONGEST", 1000)
    with pytest.raises(ValueError, match="1001 bytes; allowed in a picture are 1000"):
        embedded(PNG, "png", "a" * 1001)
    monkeypatch.setattr(embedding, "LONGEST", 10_000_000)
    bombs = [embedded(PICTURES[kind], kind, "a" * 5_000_000) for kind in KINDS]
    assert all(found_in(bomb) is not None for bomb in bombs)
    monkeypatch.setattr(embedding, "LONGEST", 1000)
    assert all(found_in(bomb) is None for bomb in bombs)


def test_a_long_text_goes_where_readers_of_texts_do_not_look():
    text = "0123456789" * 150_000
    picture = embedded(PNG, "png", text)
    assert b"iTXt" not in picture
    assert found_in(picture) == text
    assert b"iTXt" in embedded(picture, "png", "short")
    assert embedding.PRIVATE not in embedded(picture, "png", "short")


def test_pillow_reads_the_picture_and_its_text():
    image = pytest.importorskip("PIL.Image")
    from io import BytesIO

    for text in ("state é", "long" * 400_000):
        picture = image.open(BytesIO(embedded(PNG, "png", text)))
        picture.load()
        assert picture.size == (1, 1)
        assert picture.info.get("loss-explorer") == (text if len(text) < 100 else None)


def test_a_text_that_another_program_unpacked_is_found():
    plain = chunk(b"iTXt", b"loss-explorer\0\0\0\0\0" + "öä".encode())
    assert found_in(PNG[:33] + plain + PNG[33:]) == "öä"


@pytest.mark.parametrize(("kind", "picture", "said"), [
    ("png", PNG[:-5], "no whole PNG"), ("png", SVG, "no whole PNG"), ("svg", PNG, "no SVG"),
    ("pdf", SVG, "no PDF"), ("pdf", PICTURES["pdf"].replace(b"1 0 obj", b"9 0 obj"), "without a catalog"),
    ("gif", PNG, "allowed are png, svg, pdf"),
])  # fmt: skip
def test_what_is_no_such_picture_is_refused(kind, picture, said):
    with pytest.raises(ValueError, match=said):
        embedded(picture, kind, "state")


def test_kinds_are_known_by_their_first_bytes():
    assert [kind_of(picture) for picture in PICTURES.values()] == list(KINDS)
    assert kind_of(b"\xef\xbb\xbf" + SVG) == "svg"
    assert [kind_of(start) for start in (b"", b"GIF89a", b"a,b\n1,2\n", b'{"<svg": 1}')] == [None] * 4


@pytest.mark.parametrize("kind", KINDS)
@given(study=studies(), look=looks())
def test_the_sample_watched_comes_back(tmp_path_factory, kind, study, look):
    state = State(study, look)
    path = tmp_path_factory.mktemp("pictures") / f"any.{kind}"
    path.write_bytes(embedded(PICTURES[kind], kind, state_text(state, "values")))
    opened = open_any(path)
    found, wanted = opened.study.table.sample(0), state.sample
    assert same(found.logits, wanted.logits)
    assert same(found.targets, wanted.targets)
    assert (found.name, found.classes, len(opened.study.table)) == (wanted.name, wanted.classes, 1)
    assert (opened.study.shown, opened.study.title) == (study.shown, study.title)
    assert (opened.study.extra, opened.path) == ({}, path)
    assert np.array_equal(opened.look.alpha, state.look.alpha)


def test_the_key_of_the_figure_is_in_the_text_alone():
    text = state_text(State(opening().study), "slice")
    assert '"figure": "slice"' in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_a_study_says_what_opens(tmp_path, kind):
    path = tmp_path / f"holiday.{kind}"
    path.write_bytes(PICTURES[kind])
    with pytest.raises(StorageFailure, match=rf"^holiday.{kind}: this picture has no study inside; allowed"):
        open_any(path)
    path.write_bytes(embedded(PICTURES[kind], kind, '{"format": 1}'))
    with pytest.raises(StorageFailure, match=r"is missing.*the study inside this picture is damaged"):
        open_any(path)


def test_a_picture_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("explorer.study.pictures.LARGEST", 10)
    (tmp_path / "large.png").write_bytes(PNG)
    with pytest.raises(StorageFailure, match="allowed are 10"):
        open_any(tmp_path / "large.png")


def test_thousand_classes_fit_into_a_text_that_readers_take():
    state = State(EXAMPLES["a-thousand-classes"].open().study)
    assert len(state_text(state)) < embedding.LONGEST_CHUNK


def test_pictures_make_no_pair_and_are_not_read_for_it(tmp_path, monkeypatch):
    for kind in KINDS:
        (tmp_path / f"a.{kind}").write_bytes(PICTURES[kind])
    monkeypatch.setattr("explorer.study.importers.pairing._Candidate.of", lambda _: pytest.fail("read"))
    (tmp_path / "b.csv").write_text("a,b\n1,2\n")
    assert all(pair([tmp_path / f"a.{kind}", tmp_path / "b.csv"]) is None for kind in KINDS)


def test_a_large_picture_is_opened_by_the_worker(tmp_path, monkeypatch):
    path = tmp_path / "a.png"
    path.write_bytes(embedded(PNG, "png", state_text(State(opening().study))))
    assert not takes_long(path)
    monkeypatch.setattr("explorer.study.opening.LONG", 100)
    assert takes_long(path)
    assert to_unpack(path) == ()
