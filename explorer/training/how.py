"""How a population was trained, device and rung, in the language in use.

Results and checkpoints hold these words in English, and are compared by them; they are said where they are
shown.
"""

from __future__ import annotations

import re
from typing import Final

from explorer.wording import noted, say, say_count

PARTS: Final = (
    noted("eager"),
    noted("loss compiled"),
    noted("compiled"),
    noted("class-major"),
    noted("one Triton kernel between records"),
)
COUNTED: Final = re.compile(
    r"(?P<group>[\d,]+) updates at a time|blocks of (?P<block>[\d,]+) runs?|(?P<threads>[\d,]+) threads?"
)


def said_how(words: str) -> str:
    """Return the words of a device or of a rung, as `Place.words` and `Chosen.words` write them.

    What is not known, as the name of a graphics card, stays.
    """
    ways = (say(", ", "between statements").join(map(_said, way.split(", "))) for way in words.split("; "))
    return say("; ", "between clauses").join(ways)


def _said(part: str) -> str:
    found = COUNTED.fullmatch(part)
    if found is None:
        return say(part) if part in PARTS else part
    if found["group"]:
        return say("{count} updates at a time", count=found["group"])
    if found["block"]:
        return say_count(
            int(found["block"].replace(",", "")), "blocks of {count} run", "blocks of {count} runs"
        )
    return say_count(int(found["threads"].replace(",", "")), "{count} thread", "{count} threads")
