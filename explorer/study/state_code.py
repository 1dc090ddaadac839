"""A state as a short text: "LX1-" and letters that any keyboard, QR image and chat takes.

One sample with its labels and names, the shown losses with their settings, the pin, and how all that is
watched, in as few bytes as it needs, packed by zlib where that is shorter, with a checksum, in base32:
letters and digits alone, which a QR image holds in its alphanumeric mode. A code of format 1 opens in every
later version: the tables below grow at their ends alone.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.study.compact import Damaged, Reader, Writer
from explorer.study.failures import StudyFailure, quoted
from explorer.study.one_sample import one_sample
from explorer.study.source import default_classes, default_sample
from explorer.study.state import State
from explorer.study.storage import Opened
from explorer.study.study import FILTERS, ORDERS, SHARPENINGS, Look, Pin, ShownLoss, Study
from explorer.study.table import Table
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.study.study import Setting

FORMAT: Final = 1
START: Final = re.compile(r"LX(\d{1,4})-", re.IGNORECASE)
CODE: Final = re.compile(r"LX\d{1,4}-[A-Z0-9]+", re.IGNORECASE)
# What chats and mail put into a text and around it: blanks, letters without width, signs of quoting.
BLANK: Final = re.compile(
    r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
QUOTED_LINE: Final = re.compile(r"^(?:[^\S\n]|[>|])*>", re.MULTILINE)
AROUND: Final = "\"'`´<>()[]*_“”„‘’‚«»‹›「」『』《》.,;。，"
DASHES: Final = str.maketrans("‐‑‒–—−", "------")  # a hyphen as typewriters of chats make it
READABLE: Final = str.maketrans("01", "OI")  # base32 has no such digits: they were read off for letters
LONGEST: Final = 4_000_000  # bytes of a record
LONGEST_CODE: Final = 4_000_000  # letters
WITH_START: Final = 7  # letters of the longest beginning
HEAD: Final = 200  # letters in which it is found
ALLOWED: Final = noted("allowed is a whole code, as LX1-... from Copy state code")

# Never re-ordered, never shortened: a code holds places in these tables, 0 for what is written out.
KEYS: Final = (
    "", "cross_entropy", "label_smoothing", "logit_norm", "combinatorial_softmax", "combinatorial_threshold",
    "bce", "smoothed_bce", "focal", "asl", "hill", "distribution_balanced", "pairwise", "threshold_pairwise",
    "zlpr", "soft_zlpr", "smoothed_zlpr", "peel", "circle", "am_softmax", "info_nce", "flat_nce", "two_way",
    "symmetric_kl_softmax", "symmetric_kl_sigmoid", "r_drop", "abs_kl", "abs_kl_sigmoid",
    "partition_distribution",
)  # fmt: skip
NAMES: Final = (
    "", "alpha", "amount", "bias", "class_weight", "clip", "convention", "epsilon", "floor", "gamma",
    "gamma_negative", "gamma_positive", "margin", "max_labels", "negative_scale", "pos_weight",
    "raw_partition", "scale", "temperature", "threshold", "weight", "positive_temperature",
    "negative_temperature",
)  # fmt: skip
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
PACKED, HAS_PIN, PIN_LOSSES, OWN_CLASSES, LETTER_CLASSES, OWN_SAMPLE = (1 << bit for bit in range(6))
WHOLES: Final = ("held", "slice_class", "landscape_loss")
CHOICES: Final = {"sharpening": SHARPENINGS, "order": ORDERS, "only": FILTERS}


class StateCodeFailure(StudyFailure):
    """A text is no state code, or a damaged one. The message is one line."""


def is_code(text: str) -> bool:
    """Say whether a text is written as a state code, whatever is in it; what chats add to it may be."""
    begins = START.match(_bare(text.lstrip()[:HEAD])) is not None  # a long table is known at once
    return begins and CODE.fullmatch(_bare(text)) is not None


def _bare(text: str) -> str:
    """Return a text without blanks anywhere, signs of quoted lines, and what stands around it."""
    if len(text) > 2 * LONGEST_CODE:
        return ""
    letters = BLANK.sub("", QUOTED_LINE.sub("", text)).strip(AROUND)
    return letters[:WITH_START].translate(DASHES) + letters[WITH_START:]


def code_of(study: Study, look: Look) -> str:
    """Return the code of the sample that is looked at, with all that `one_sample` keeps of the study."""
    state = State(study, look)
    study = one_sample(state)
    look = state.look.within(study)
    content = _record(study, look)
    packed = zlib.compress(content, 9, wbits=-15)
    flag = len(packed) < len(content)
    body = bytes([flag]) + (packed if flag else content)
    whole = body + zlib.crc32(body).to_bytes(4, "big")[:2]
    return f"LX{FORMAT}-" + base64.b32encode(whole).decode().rstrip("=")


def opened_of(code: str) -> Opened:
    """Open a state code. Case, blanks, letters without width, quotes around it do not matter.

    Raises StateCodeFailure.
    """
    try:
        study, look = _read(Reader(_content(code)))
    except StateCodeFailure:
        raise
    except Damaged as failure:
        raise _failure(code, say("it does not read: {problem}", problem=failure)) from failure
    except (KeyError, ValueError, TypeError) as failure:
        raise _failure(code, str(failure.args[0] if failure.args else failure)) from failure
    return Opened(study, look)


def _failure(code: str, why: str) -> StateCodeFailure:
    return StateCodeFailure(
        say(
            "state code {code}: {problem}; {allowed}",
            code=quoted(code.strip()),
            problem=why,
            allowed=say(ALLOWED),
        )
    )


def _content(code: str) -> bytes:
    """Return the record in a code."""
    bare = _bare(code)
    start = START.match(bare)
    is_long = max(len(bare), len(code) / 2) > LONGEST_CODE
    if start is None or is_long:
        raise _failure(code, say("it is too long" if is_long else "it does not begin with LX1-"))
    if int(start[1]) != FORMAT:
        raise _failure(
            code,
            say("it is of format {version}, this program reads {format}", version=start[1], format=FORMAT),
        )
    letters = bare[start.end() :].upper().translate(READABLE)
    try:
        whole = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError) as failure:
        raise _failure(code, say("a letter is missing or is none of A to Z and 2 to 7")) from failure
    body, check = whole[:-2], whole[-2:]
    if len(body) < 1 or zlib.crc32(body).to_bytes(4, "big")[:2] != check or body[0] > 1:
        raise _failure(code, say("a letter is wrong or missing"))
    return _unpacked(body[1:]) if body[0] else body[1:]


def _unpacked(packed: bytes) -> bytes:
    machine = zlib.decompressobj(wbits=-15)
    try:
        content = machine.decompress(packed, LONGEST)
    except zlib.error as error:
        raise Damaged(str(error)) from error
    if not machine.eof:
        message = say("more than {count} bytes", count=LONGEST)
        raise Damaged(message)
    return content


# The record


def _record(study: Study, look: Look) -> bytes:
    writer, table, pin = Writer(), study.table, study.pin
    sample = table.sample(0)
    classes, count = sample.classes, len(sample.classes)
    is_lettered = classes == tuple(LETTERS[:count])
    has_names = not is_lettered and classes != default_classes(count)
    pin_losses = pin is not None and pin.shown != study.shown
    flags = (
        (HAS_PIN if pin else 0) | (PIN_LOSSES if pin_losses else 0)
        | (OWN_CLASSES if has_names else 0) | (LETTER_CLASSES if is_lettered else 0)
        | (OWN_SAMPLE if sample.name != default_sample(0) else 0)
    )  # fmt: skip
    writer.count(flags)
    writer.count(count)
    writer.text(study.title)
    for name in classes if has_names else ():
        writer.text(name)
    if flags & OWN_SAMPLE:
        writer.text(sample.name)
    writer.numbers(sample.logits)
    writer.numbers(sample.targets)
    _write_losses(writer, study.shown)
    if pin is not None:
        writer.text(pin.name)
        writer.numbers(pin.logits)
        writer.numbers(pin.targets)
        if pin_losses:
            _write_losses(writer, pin.shown)
    _write_look(writer, look)
    return bytes(writer.bytes)


def _read(reader: Reader) -> tuple[Study, Look]:
    flags, count = reader.count(2 * OWN_SAMPLE - 1), reader.count()
    title = reader.text()
    if not 0 < count <= 8 * reader.left:
        message = say("{count} classes in {size} bytes", count=count, size=reader.left)
        raise Damaged(message)
    classes = _classes(reader, flags, count)
    name = reader.text() if flags & OWN_SAMPLE else default_sample(0)
    logits, targets = reader.numbers(count), reader.numbers(count)
    shown = _read_losses(reader, count)
    pin = None
    if flags & HAS_PIN:
        pinned = reader.text(), reader.numbers(count), reader.numbers(count)
        pin = Pin(0, *pinned, _read_losses(reader, count) if flags & PIN_LOSSES else shown)
    table = Table.of(logits, targets, classes, [name], say("state code"))
    study = Study(title, table, shown, pin)
    return study, _read_look(reader).within(study)


def _classes(reader: Reader, flags: int, count: int) -> Sequence[str]:
    if flags & OWN_CLASSES:
        return [reader.text() for _ in range(count)]
    return tuple(LETTERS[:count]) if flags & LETTER_CLASSES else default_classes(count)


# Losses


def _write_losses(writer: Writer, shown: tuple[ShownLoss, ...]) -> None:
    """Write each loss: its key, whether it is on and how many settings, then these."""
    writer.count(len(shown))
    for loss in shown:
        _write_word(writer, loss.key, KEYS)
        writer.count(2 * len(loss.settings) + loss.on)
        for name, setting in loss.settings:
            _write_word(writer, name, NAMES)
            several = isinstance(setting, tuple)
            writer.count(int(several))
            writer.numbers(setting if isinstance(setting, tuple) else [setting])


def _read_losses(reader: Reader, classes: int) -> tuple[ShownLoss, ...]:
    return tuple(_read_loss(reader, classes) for _ in range(reader.count(reader.left)))


def _read_loss(reader: Reader, classes: int) -> ShownLoss:
    """Read a loss. KeyError and ValueError where this program does not have it or refuses its settings."""
    key, (count, is_on) = _read_word(reader, KEYS), divmod(reader.count(), 2)
    settings: list[tuple[str, Setting]] = []
    for _ in range(min(count, reader.left + 1)):
        name, several = _read_word(reader, NAMES), reader.count(1)
        values = reader.numbers(classes if several else 1).tolist()
        settings.append((name, tuple(values) if several else values[0]))
    if key not in LOSSES:
        message = say("the loss {name} is not known here", name=quoted(key))
        raise KeyError(message)
    LOSSES[key].kept_settings(**dict(settings))
    return ShownLoss(key, tuple(settings), bool(is_on))


def _write_word(writer: Writer, word: str, table: tuple[str, ...]) -> None:
    place = table.index(word) if word in table else 0
    writer.count(place)
    if place == 0:
        writer.text(word)


def _read_word(reader: Reader, table: tuple[str, ...]) -> str:
    place = reader.count(len(table) - 1)
    return table[place] if place else reader.text()


# The look


def _write_look(writer: Writer, look: Look) -> None:
    """Write which fields differ from those of a usual look, then these in the order of the bits."""
    usual, bit, mask, fields = Look(), 1, 0, Writer()
    for name in WHOLES:
        mask |= bit if getattr(look, name) != getattr(usual, name) else 0
        if mask & bit:
            fields.count(getattr(look, name))
        bit <<= 1
    for name, allowed in CHOICES.items():
        mask |= bit if getattr(look, name) != getattr(usual, name) else 0
        if mask & bit:
            fields.count(allowed.index(getattr(look, name)))
        bit <<= 1
    if look.landscape != usual.landscape:
        mask |= bit
        fields.count(look.landscape[0])
        fields.count(look.landscape[1])
    if look.alpha != usual.alpha:
        mask |= bit << 1
        fields.numbers([look.alpha])
    if look.enlarged is not None:
        mask |= bit << 2
        fields.text(look.enlarged)
    if look.options:
        mask |= bit << 3
        fields.count(len(look.options))
        for option in look.options:
            for text in option:
                fields.text(text)
    writer.count(mask)
    writer.bytes += fields.bytes


def _read_look(reader: Reader) -> Look:
    mask, bit = reader.count(), 1
    found: dict[str, Any] = {}
    for name in WHOLES:
        if mask & bit:
            found[name] = reader.count()
        bit <<= 1
    for name, allowed in CHOICES.items():
        if mask & bit:
            found[name] = allowed[reader.count(len(allowed) - 1)]
        bit <<= 1
    if mask & bit:
        found["landscape"] = reader.count(), reader.count()
    if mask & bit << 1:
        found["alpha"] = float(reader.numbers(1)[0])
    if mask & bit << 2:
        found["enlarged"] = reader.text()
    if mask & bit << 3:
        pairs = [(reader.text(), reader.text()) for _ in range(reader.count(reader.left))]
        found["options"] = tuple(sorted(pairs))
    return Look(**found)
