"""Films and pages of a story of ten steps: seconds, where they go, bytes, and what a decoder gets of it.

The first ten steps of the story of ZLPR: GIF at 960 x 540 and 25 frames a second, MP4 at 1920 x 1080 and 60,
PDF. Wall seconds of the whole, processor seconds of the process (an encoder has threads), and wall seconds of
the parts: making pages, painting them, the palette or the encoder. `PSNR`: decibels of the worst decoded
frame of a step beside the painted one.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from math import log10
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = 10


def run() -> dict[str, object]:
    """Seconds, parts, bytes and PSNR, by format."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        return {
            "gif 960x540, 25 a second": _film(Path(folder) / "a.gif", (960, 540), 25),
            "mp4 1920x1080, 60 a second": _film(Path(folder) / "a.mp4", (1920, 1080), 60),
            "pdf": _pdf(),
        }


def _story() -> Any:
    from explorer.study.stories import STORIES

    story = STORIES["zlpr"]
    return replace(story, steps=story.steps[:STEPS])


def _pdf() -> dict[str, object]:
    from explorer.paint.slides import story_pdf
    from explorer.paint.theme import LIGHT

    begun = perf_counter()
    content = story_pdf(_story(), (1920, 1080), LIGHT, "en")
    return {"seconds": round(perf_counter() - begun, 2), "bytes": len(content)}


def _film(path: Path, size: tuple[int, int], rate: int) -> dict[str, object]:
    from explorer.paint import film
    from explorer.paint.theme import LIGHT
    from explorer.plots import reels

    spent: dict[str, float] = {}
    reel = reels.story_reel(_story(), "en", rate)
    with _clocked(spent, reels, "story_page", "pages"), _clocked(spent, film, "sheet_image", "painting"):
        wall, processor = perf_counter(), process_time()
        done = film.write_film(reel, path, size, LIGHT)
        wall, processor = perf_counter() - wall, process_time() - processor
    rest = wall - sum(spent.values())
    return {
        "film seconds": round(reel.seconds, 1),
        "frames": done.frames,
        "painted": done.painted,
        "bytes": done.size,
        "seconds": round(wall, 1),
        "processor": round(processor, 1),
        **{name: round(seconds, 1) for name, seconds in spent.items()},
        "palette, packing, encoding": round(rest, 1),
        "PSNR": round(_worst(path, reel, size), 1),
    }


class _clocked:  # noqa: N801 - a context, used like one of contextlib
    """Adds up the wall seconds of a function of a module while it is open."""

    def __init__(self, spent: dict[str, float], module: Any, name: str, what: str) -> None:
        self._spent, self._module, self._name, self._what = spent, module, name, what
        self._own: Callable[..., Any] = getattr(module, name)

    def __enter__(self) -> None:
        self._spent[self._what] = 0.0
        setattr(self._module, self._name, self._call)

    def _call(self, *given: Any) -> Any:
        begun = perf_counter()
        try:
            return self._own(*given)
        finally:
            self._spent[self._what] += perf_counter() - begun

    def __exit__(self, *_: object) -> None:
        setattr(self._module, self._name, self._own)


def _worst(path: Path, reel: Any, size: tuple[int, int]) -> float:
    """Return the PSNR of the worst frame among the middles of the steps."""
    import av

    from explorer.paint.export import ensure_application
    from explorer.paint.film import Screen
    from explorer.paint.theme import LIGHT

    kept = ensure_application()
    screen, place, wanted = Screen(size, LIGHT), 0, []
    for frame in reel:
        if frame.count > 1:
            wanted.append(
                ((place + frame.count / 2) / reel.frames_a_second, screen.pixels(frame)[..., 2::-1])
            )
        place += frame.count
    found, shown = [], None
    with av.open(str(path)) as container:
        for decoded in container.decode(video=0):
            while wanted and decoded.time is not None and decoded.time > wanted[0][0] and shown is not None:
                found.append(_psnr(shown, wanted.pop(0)[1]))
            shown = decoded
    found += [_psnr(shown, picture) for _, picture in wanted]
    del kept
    return min(found)


def _psnr(decoded: Any, picture: Any) -> float:
    from av.video.reformatter import Colorspace

    # GIF is RGB already; telling the colours of a film is for MP4
    told = {"src_colorspace": Colorspace.ITU709} if decoded.format.name.startswith("yuv") else {}
    error = np.mean((decoded.to_ndarray(format="rgb24", **told).astype(float) - picture) ** 2)
    return 99.0 if error == 0 else 10 * log10(255**2 / error)
