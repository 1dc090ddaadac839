"""Faces of text in SVG: Qt's generator names the families of this machine, of which another has others."""

from __future__ import annotations

import re
from typing import Final

from explorer.paint.fonts import CHINESE, MONO

_FAMILY: Final = re.compile(rb'font-family="([^"]+)"')


def with_faces(svg: bytes) -> bytes:
    """Return an SVG drawing whose texts name Chinese families after their own, and any face in the end."""

    def families(match: re.Match[bytes]) -> bytes:
        first = first_face(match[1].decode("utf-8"))
        named = ", ".join(f"'{family}'" for family in (first, *CHINESE))
        return f'font-family="{named}, {"monospace" if first in MONO else "sans-serif"}"'.encode()

    return _FAMILY.sub(families, svg)


def first_face(families: str) -> str:
    """Return the family that letters are drawn in, of the families of such a text."""
    return families.partition(",")[0].strip("' ")
