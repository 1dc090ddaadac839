"""A state code as a QR image, which a telephone reads: PNG or SVG, by the library segno."""

from __future__ import annotations

from io import BytesIO
from typing import Final, Literal

from explorer.study.state_code import StateCodeFailure
from explorer.wording import noted, say

QUIET: Final = 4  # modules of white round the code, as its standard demands
MODULE: Final = 8  # pixels
MOST: Final = 4296  # letters of the alphanumeric mode in the largest image
SEGNO_MISSING: Final = noted("a QR image needs the library segno; allowed: pip install segno")


def qr_image(code: str, kind: Literal["png", "svg"]) -> bytes:
    """Return the content of a PNG or SVG file. StateCodeFailure without segno, or for a code too long."""
    try:
        import segno  # only who shows a code needs it
    except ImportError as failure:
        raise StateCodeFailure(say(SEGNO_MISSING)) from failure
    try:
        made = segno.make_qr(code, error="m" if len(code) <= MOST // 2 else "l", boost_error=False)
    except segno.DataOverflowError as failure:
        message = say(
            "a state code of {count} letters does not fit a QR image; allowed are {most}: a sample "
            "of fewer classes, or of shorter names",
            count=f"{len(code):,}",
            most=f"{MOST:,}",
        )
        raise StateCodeFailure(message) from failure
    content = BytesIO()
    made.save(content, kind=kind, scale=MODULE, border=QUIET)
    return content.getvalue()
