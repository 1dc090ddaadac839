"""GIF by Pillow: one palette for all frames, in each frame only what is new, times that add up."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image

from explorer.paint.theme import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from explorer.paint.film import Pixels
    from explorer.paint.theme import Theme

    Codes = NDArray[np.uint32]

COLOURS: Final = 255  # of a palette; the last of 256 is kept for what stays as it was
UNCHANGED: Final = 255
UNKNOWN: Final = -1
LONGEST: Final = 65_535  # hundredths of a second that one frame can stand
MOST_TAKEN: Final = 200_000  # pixels of a picture that the palette is chosen by
FIXED: Final = ("bg", "card", "ink", "ink2", "mut", "line", "line2", "edge", "grid", "pos", "neg", "pinned")
LOOP: Final = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"  # for ever
STAYS: Final = 0x05  # a frame is left in place when its time is over, and UNCHANGED lets through
CODED_BITS: Final = b"\x08"


def palette_of(pictures: Iterable[Pixels], theme: Theme) -> Pixels:
    """Return COLOURS colours for these pictures, shape (COLOURS, 3).

    Grounds, inks and the hues of losses are among them exactly; the others by how often they are seen.
    """
    fixed = np.array([_triple(theme.colour(role)) for role in dict.fromkeys((*FIXED, *FAMILIES))], np.uint8)
    seen: dict[int, int] = {}
    for pixels in pictures:
        found, counts = np.unique(_codes(pixels), return_counts=True)
        for code, count in zip(found.tolist(), counts.tolist(), strict=True):
            seen[code] = seen.get(code, 0) + count
    fixed = np.unique(fixed, axis=0)
    for code in _codes_of(fixed).tolist():
        seen.pop(code, None)
    return np.concatenate([fixed, _chosen(seen, COLOURS - len(fixed))])


def _chosen(seen: dict[int, int], most: int) -> Pixels:
    """Return at most so many colours that stand for those seen, padded with black."""
    codes = np.fromiter(seen.keys(), np.uint32, len(seen))
    if len(codes) <= most:
        made = _triples(codes)
    else:
        # Edges of letters have few pixels, but all of them are looked at: a root evens the counts out.
        weights = np.sqrt(np.fromiter(seen.values(), np.float64, len(seen)))
        times = np.maximum(np.round(weights * MOST_TAKEN / weights.sum()), 1).astype(int)
        drawn = _triples(np.repeat(codes, times))
        strip = Image.fromarray(drawn[np.newaxis])
        reduced = strip.quantize(most, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        made = np.asarray(reduced.getpalette(), np.uint8).reshape(-1, 3)[:most]
    return np.concatenate([made, np.zeros((most - len(made), 3), np.uint8)])


class GifWriter:
    """Writes pictures in the colours of a palette, the nearest one for each pixel, without dithering.

    A picture that stands still waits until it is known for how long.
    """

    def __init__(self, path: Path, size: tuple[int, int], palette: Pixels, rate: int) -> None:
        self._file = path.open("wb")
        self._palette, self._rate = palette, rate
        self._nearest = np.full(1 << 24, UNKNOWN, np.int16)  # by colour, filled as colours come
        self._shown: Pixels | None = None  # what is seen, as places of the palette
        self._waiting: tuple[Pixels, tuple[int, int, int, int]] | None = None
        self._source: Pixels | None = None
        self._frames = self._told = 0  # frames taken; hundredths of a second written
        table = np.concatenate([palette, np.zeros((1, 3), np.uint8)]).tobytes()
        self._file.write(b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, 0, 0) + table + LOOP)

    def add(self, pixels: Pixels, count: int) -> None:
        """Show a picture for so many frames."""
        if pixels is not self._source:
            self._source = pixels
            self._take(self._places(pixels))
        self._frames += count

    def _take(self, places: Pixels) -> None:
        """Begin another frame where the picture differs from the one that is shown."""
        if self._shown is None:
            self._waiting = places, (0, 0, places.shape[1], places.shape[0])
        else:
            new = places != self._shown
            if not new.any():
                return
            self._write_waiting()
            rows, columns = np.flatnonzero(new.any(axis=1)), np.flatnonzero(new.any(axis=0))
            top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
            part = np.where(new, places, UNCHANGED)[top:bottom, left:right].astype(np.uint8)
            self._waiting = part, (int(left), int(top), int(right - left), int(bottom - top))
        self._shown = places

    def _write_waiting(self) -> None:
        """Write the frame that waits, up to now; hundredths that are lost by rounding come with the next."""
        if self._waiting is None:
            return
        part, area = self._waiting
        self._waiting = None
        until = round(100 * self._frames / self._rate)
        time, self._told = min(until - self._told, LONGEST), until
        self._file.write(b"!\xf9\x04" + struct.pack("<BHB", STAYS, time, UNCHANGED) + b"\x00")
        self._file.write(b"," + struct.pack("<HHHHB", *area, 0) + CODED_BITS + packed(part))

    def _places(self, pixels: Pixels) -> Pixels:
        """Return for each pixel the place of its colour in the palette."""
        codes = _codes(pixels)
        found = self._nearest[codes]
        if (found == UNKNOWN).any():
            fresh = np.unique(codes[found == UNKNOWN])
            self._nearest[fresh] = _nearest(_triples(fresh), self._palette)
            found = self._nearest[codes]
        return found.astype(np.uint8)

    def finish(self) -> None:
        """Write the last picture and the end."""
        self._write_waiting()
        self._file.write(b";")
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def packed(places: Pixels) -> bytes:
    """Return a picture's places of the palette as GIF packs them: out of a file that Pillow writes."""
    file = BytesIO()
    image = Image.fromarray(np.ascontiguousarray(places))
    image.putpalette(bytes(3 * 256))
    image.save(file, "GIF", optimize=False, interlace=False)
    content = file.getvalue()
    at = 13 + 3 * 2 ** ((content[10] & 7) + 1)
    while content[at : at + 1] == b"!":  # what stands before the picture: comments, times
        at += 2
        while content[at]:
            at += content[at] + 1
        at += 1
    return content[at + 11 : -1]  # after the picture's place and the width of its codes, before the end


def _nearest(colours: Pixels, palette: Pixels) -> NDArray[np.int16]:
    """Return for each colour the place of the nearest one, by weights of how the eye sees differences."""
    eye = np.array([0.55, 0.77, 0.45], np.float32)  # roots of about 0.3, 0.59, 0.2
    made = [
        ((part[:, np.newaxis] - palette * eye) ** 2).sum(axis=2).argmin(axis=1)
        for part in np.array_split(colours * eye, max(len(colours) // 4096, 1))
    ]
    return np.concatenate(made).astype(np.int16)


def _codes(pixels: Pixels) -> Codes:
    """Return each pixel as one number, red in its highest byte; of blue, green, red, unused."""
    whole: Codes = np.ascontiguousarray(pixels).view(np.uint32)[..., 0]
    return whole & np.uint32(0xFFFFFF)


def _codes_of(colours: Pixels) -> Codes:
    wide = colours.astype(np.uint32)
    codes: Codes = (wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2]).astype(np.uint32)
    return codes


def _triples(codes: Codes) -> Pixels:
    return np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=-1).astype(np.uint8)


def _triple(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
