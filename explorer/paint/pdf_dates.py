"""The dates and the identity of a PDF, where a build has to give the same bytes twice.

Qt writes the hour and a random identity into every PDF. Where SOURCE_DATE_EPOCH is set, as reproducible
builds set it, that moment and an identity made of the content take their places, letter for letter, so that
the places in the file's index stay right.
"""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from datetime import UTC, datetime
from typing import Final

VARIABLE: Final = "SOURCE_DATE_EPOCH"  # seconds since 1970
LATEST: Final = 253_402_300_799  # the last second of the year 9999
DATE: Final = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")
STAMP: Final = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
IDENTITY: Final = re.compile(rb'xmpMM:DocumentID="uuid:([0-9a-f-]{36})"')


def dated(content: bytes) -> bytes:
    """Return a PDF of Qt with the dates that SOURCE_DATE_EPOCH asks for; as it is without it."""
    seconds = os.environ.get(VARIABLE, "")
    if not (seconds.isascii() and seconds.isdigit()) or int(seconds) > LATEST:
        return content
    moment = datetime.fromtimestamp(int(seconds), UTC)
    content = DATE.sub(rb"\g<1>" + f"{moment:%Y%m%d%H%M%S}".encode(), content)
    content = STAMP.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%S}".encode(), content)
    found = IDENTITY.search(content)
    if found is None:
        return content
    zero = str(uuid.UUID(int=0)).encode()
    content = _identified(content, found[1], zero)
    made = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16], version=5)
    return _identified(content, zero, str(made).encode())


def _identified(content: bytes, before: bytes, after: bytes) -> bytes:
    """Write another identity, in its text and in the /ID at the end, which is that text in hexadecimal."""
    content = content.replace(b"uuid:" + before, b"uuid:" + after)
    return content.replace(before.hex().encode(), after.hex().encode())
