"""The state inside its picture: text in a PNG, an SVG or a PDF that stays valid for every reader of pictures.

- PNG: a chunk iTXt, which the standard has for texts; where the text is longer than readers take there, an
  ancillary private chunk, which they pass over.
- SVG: an element `metadata`, right after the start of the root.
- PDF: an incremental update (ISO 32000-1, 7.5.6) with a stream, which the catalog names under /PieceInfo
  (14.5), the place for what one program keeps for itself.

All three hold the text packed by zlib. Nothing found is trusted: `found_in` reads what it was given, unpacks
no more than LONGEST characters, and runs nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal

from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["png", "svg", "pdf"]
KINDS: Final[tuple[Kind, ...]] = ("png", "svg", "pdf")
LONGEST: Final = 32_000_000  # bytes of a text: the state of a million classes; more is refused, or a bomb
MOST: Final = 4  # texts that are tried in one picture: a foreign program may have kept an older one
MOST_PIECES: Final = 100_000  # chunks of a PNG and places in a PDF that are looked at

NAME: Final = "loss-explorer"
SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
# Pillow refuses a picture with a text chunk of more than 2^20 bytes.
LONGEST_CHUNK: Final = 1_000_000
PRIVATE: Final = b"lxSt"  # by its letters: may be passed over, private, may be copied by who does not know it
SVG_ID: Final = "loss-explorer-state"
SVG_START: Final = re.compile(rb"<svg\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*+(?<!/)>")
SVG_STATE: Final = re.compile(
    rb"<(?:\w+:)?metadata\s[^<>]{0,999}?\bid\s*=\s*[\"']" + SVG_ID.encode() + rb"[\"'][^<>]{0,999}>"
    rb"([A-Za-z0-9+/=\s]*)</(?:\w+:)?metadata\s*>"
)
PDF_TYPE: Final = b"/LossExplorerState"
PDF_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
PDF_HEAD: Final = 1000  # bytes of a stream's dictionary: at most so far apart are its type and its content


def embedded(picture: bytes, kind: Kind, text: str) -> bytes:
    """Return a picture with a text inside, in place of one that was inside before.

    ValueError where the picture is not of this kind, or a PDF of a form that this program does not write, or
    where the text has more than LONGEST bytes.
    """
    content = text.encode("utf-8")
    if len(content) > LONGEST:
        message = say(
            "the state has {size} bytes; allowed in a picture are {most}", size=len(content), most=LONGEST
        )
        raise ValueError(message)
    ways = {"png": _into_png, "svg": _into_svg, "pdf": _into_pdf}
    if kind not in ways:
        message = f"a picture of kind {kind!r} holds no state; allowed are {', '.join(KINDS)}"
        raise ValueError(message)
    return ways[kind](picture, content)


def found_in(content: bytes) -> str | None:
    """Return the text that `embedded` put into a picture; None for one without, or damaged."""
    kind = kind_of(content)
    if kind is None:
        return None
    for packed in islice({"png": _in_png, "svg": _in_svg, "pdf": _in_pdf}[kind](content), MOST):
        text = _unpacked(packed)
        if text is not None:
            return text
    return None


def kind_of(content: bytes) -> Kind | None:
    """Say by its first bytes what kind of picture this is; None for any that cannot hold a state."""
    if content.startswith(SIGNATURE):
        return "png"
    if content[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if start.startswith(b"<") and b"<svg" in start else None


def _unpacked(packed: bytes) -> str | None:
    """Return a packed text; None where it is damaged or too long, which is never unpacked whole."""
    machine = zlib.decompressobj()
    try:
        content = machine.decompress(packed, LONGEST + 1)
        return content.decode("utf-8") if machine.eof and len(content) <= LONGEST else None
    except (zlib.error, UnicodeDecodeError):
        return None


# PNG


@dataclass(frozen=True, slots=True)
class _Chunk:
    """One piece of a PNG: its kind, its content, and where in the file it starts and ends."""

    kind: bytes
    content: bytes
    start: int
    stop: int


def _chunks(picture: bytes) -> Iterator[_Chunk]:
    """Yield the pieces of a PNG as far as they are whole."""
    start = len(SIGNATURE)
    while start + 12 <= len(picture):
        (length,) = struct.unpack_from(">I", picture, start)
        stop = start + 12 + length
        if stop > len(picture):
            return
        yield _Chunk(picture[start + 4 : start + 8], picture[start + 8 : stop - 4], start, stop)
        start = stop


def _into_png(picture: bytes, content: bytes) -> bytes:
    chunks = list(_chunks(picture)) if picture.startswith(SIGNATURE) else []
    if not chunks or chunks[0].kind != b"IHDR" or chunks[-1].kind != b"IEND":
        message = say("the picture is no whole PNG")
        raise ValueError(message)
    kept = [picture[each.start : each.stop] for each in chunks if _png_state(each) is None]
    packed = zlib.compress(content, 9)
    if len(content) <= LONGEST_CHUNK:
        # keyword, packed, by zlib, no language, keyword not translated
        own = _png_chunk(b"iTXt", NAME.encode() + b"\0\1\0\0\0" + packed)
    else:
        own = _png_chunk(PRIVATE, packed)
    return b"".join((SIGNATURE, kept[0], own, *kept[1:]))


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def _in_png(picture: bytes) -> Iterator[bytes]:
    found = (_png_state(chunk) for chunk in islice(_chunks(picture), MOST_PIECES))
    return (packed for packed in found if packed is not None)


def _png_state(chunk: _Chunk) -> bytes | None:
    """Return the packed text of a chunk that holds the state; also where other programs unpacked it."""
    if chunk.kind == PRIVATE:
        return chunk.content
    key = NAME.encode() + b"\0"
    if chunk.kind != b"iTXt" or not chunk.content.startswith(key):
        return None
    is_packed = chunk.content[len(key) : len(key) + 1] == b"\1"
    parts = chunk.content[len(key) + 2 :].split(b"\0", 2)
    if len(parts) != 3:
        return None
    return parts[2] if is_packed else zlib.compress(parts[2][: LONGEST + 1], 1)


# SVG


def _into_svg(picture: bytes, content: bytes) -> bytes:
    picture = SVG_STATE.sub(b"", picture)
    start = SVG_START.match(picture, max(picture.find(b"<svg"), 0))  # looked for once, however odd the file
    if start is None:
        message = say("the picture is no SVG with a content")
        raise ValueError(message)
    packed = base64.b64encode(zlib.compress(content, 9))
    own = b'<metadata id="' + SVG_ID.encode() + b'">' + packed + b"</metadata>"
    return picture[: start.end()] + own + picture[start.end() :]


def _in_svg(picture: bytes) -> Iterator[bytes]:
    for found in SVG_STATE.finditer(picture):
        try:
            yield base64.b64decode(b"".join(found[1].split()), validate=True)
        except binascii.Error:
            continue


# PDF


def _into_pdf(picture: bytes, content: bytes) -> bytes:
    """Append a stream and the catalog anew, and a table of where these two lie; the rest stays as it is."""
    trailer = _pdf_trailer(picture)
    root, size = _number(trailer, rb"/Root\s+(\d+)\s+0\s+R"), _number(trailer, rb"/Size\s+(\d+)")
    before = _number(picture[picture.rfind(b"startxref") :], rb"startxref\s+(\d+)")
    packed = zlib.compress(content, 9)
    stream = (
        b"<< /Type " + PDF_TYPE + b" /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
        + packed + b"\nendstream"
    )  # fmt: skip
    body = bytearray(picture if picture.endswith(b"\n") else picture + b"\n")
    places = {}
    for number, value in ((root, _pdf_catalog(picture, root, size)), (size, stream)):
        places[number] = len(body)
        body += b"%d 0 obj\n" % number + value + b"\nendobj\n"
    table = len(body)
    body += b"xref\n"
    for number, place in places.items():
        body += b"%d 1\n%010d 00000 n \n" % (number, place)
    kept = re.sub(rb"/(?:Size|Prev)\s+\d+", b"", trailer).strip()
    body += b"trailer\n<<\n/Size %d\n/Prev %d\n" % (size + 1, before) + kept + b"\n>>\n"
    body += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(body)


def _pdf_trailer(picture: bytes) -> bytes:
    """Return what stands in the last trailer, without its brackets."""
    start = picture.rfind(b"trailer")
    stop = picture.rfind(b"startxref")
    inside = picture[start:stop]
    if not 0 <= start < stop or b"<<" not in inside:
        message = say("the picture is no PDF with a table of its objects as this program writes it")
        raise ValueError(message)
    return inside[inside.index(b"<<") + 2 : inside.rindex(b">>")].strip()


def _pdf_catalog(picture: bytes, number: int, state: int) -> bytes:
    """Return the catalog with the state's object in it, and not with one that it had before."""
    places = list(re.finditer(rb"(?:^|[\r\n])%d 0 obj\b" % number, picture))
    start = places[-1].end() if places else -1
    stop = picture.find(b"endobj", start)
    catalog = picture[start:stop].strip()
    if start < 0 or stop < 0 or not (catalog.startswith(b"<<") and catalog.endswith(b">>")):
        message = say("the picture is a PDF without a catalog that can be read")
        raise ValueError(message)
    inside = re.sub(rb"\s*/PieceInfo << /LossExplorer <<[^<>]*>> >>", b"", catalog[2:-2]).strip()
    # a date is demanded here; it is that of the file where the file has one
    date = re.search(rb"/ModDate\s*(\(D:[^()]{4,40}\))", picture)
    when = date[1] if date else b"(D:20000101000000Z)"
    own = b"/PieceInfo << /LossExplorer << /LastModified %b /Private %d 0 R >> >>" % (when, state)
    return b"<<\n" + inside + b"\n" + own + b"\n>>"


def _number(text: bytes, pattern: bytes) -> int:
    found = re.search(pattern, text)
    if found is None:
        message = say("the picture is a PDF whose trailer does not say where its catalog and its objects are")
        raise ValueError(message)
    return int(found[1])


def _in_pdf(picture: bytes) -> Iterator[bytes]:
    """Yield the packed texts, the last first: it is the one that counts."""
    place = picture.rfind(PDF_TYPE)
    for _ in range(MOST_PIECES):
        if place < 0:
            return
        found = PDF_STREAM.search(picture, place, place + PDF_HEAD)
        if found is not None:
            yield picture[found.end() :]
        place = picture.rfind(PDF_TYPE, 0, place)
