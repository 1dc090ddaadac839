"""MP4 by PyAV: H.264 as every player and every slide show takes it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import av
from av.video.frame import PictureType, VideoFrame
from av.video.reformatter import ColorRange, Colorspace, VideoReformatter

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.paint.film import Pixels

ENCODERS: Final = ("libx264", "h264_videotoolbox", "h264")  # the first that the libraries have
QUALITY: Final = "17"  # crf: thin lines and small text stay clean
PRESET: Final = "veryfast"
THREADS: Final = 4  # the bytes depend on how many: by itself it takes as many as there are processors
BT709: Final = 1  # number of the colours that players take for pictures of this size
LIMITED: Final = 1  # range of their numbers, 16 to 235
STILL: Final = 4  # a second
KEY_SECONDS: Final = 2  # between two pictures to which a player can jump


class Mp4Writer:
    """Writes pictures at the times of their frames; its index stands first, so that it plays while it loads.

    What stands still is encoded STILL times a second: a story stands still for most of its time, and a
    frame that shows nothing new takes the encoder as long as any other. x264 gives the same bytes for the
    same pictures on however many processors; but for its macroblock tree, which is off, as it reads memory
    that nobody wrote (found with MALLOC_PERTURB_).
    """

    def __init__(self, path: Path, size: tuple[int, int], rate: int, title: str) -> None:
        self._container = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        self._container.metadata["title"] = title
        stream: Any = self._container.add_stream(_encoder(), rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.time_base = Fraction(1, rate)
        context = stream.codec_context
        context.options = {"crf": QUALITY, "preset": PRESET, "x264-params": "mbtree=0"}
        context.thread_count = THREADS
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED
        self._stream, self._size, self._rate = stream, size, rate
        self._reformatter = VideoReformatter()
        self._source: Pixels | None = None
        self._picture: VideoFrame | None = None
        self._next = 0  # number of the next frame
        self._shown = self._key = -1  # the last frame encoded, the last that a player can jump to
        self._held: Any = None  # the newest packet, and the time at which the first is decoded
        self._first = 0
        self._closed = False

    def add(self, pixels: Pixels, count: int) -> None:
        """Show a picture for so many frames."""
        if pixels is not self._source:
            self._source, self._picture = pixels, self._converted(pixels)
        for at in range(self._next, self._next + count, max(self._rate // STILL, 1)):
            self._show(at)
        self._next += count

    def _show(self, at: int) -> None:
        """Encode the picture as that of a frame."""
        picture = self._picture
        assert picture is not None
        is_key = at >= self._key + KEY_SECONDS * self._rate
        picture.pict_type = PictureType.I if is_key else PictureType.NONE
        picture.pts, picture.time_base = at, Fraction(1, self._rate)
        self._mux(self._stream.encode(picture))
        self._shown, self._key = at, at if is_key else self._key

    def _converted(self, pixels: Pixels) -> VideoFrame:
        """Return a picture in the colours of the film; without being told Qt's would become those of SD."""
        given = VideoFrame(*self._size, "bgra")
        given.planes[0].update(pixels.tobytes())
        return self._reformatter.reformat(
            given,
            *self._size,
            "yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )

    def finish(self) -> None:
        """Write what the encoder holds back, and the index; the last frame says how long the film is."""
        if self._shown < self._next - 1:
            self._show(self._next - 1)
        self._mux(self._stream.encode(None))
        self._mux_last()
        self.close()

    def _mux(self, packets: list[Any]) -> None:
        """Write packets, but for the last one, whose time is known at the end."""
        for packet in packets:
            if self._held is None:
                self._first = packet.dts
            else:
                self._container.mux(self._held)
            self._held = packet

    def _mux_last(self) -> None:
        """Write the last packet, with the time that makes the file as long as all frames.

        The file adds up the times between packets as they are decoded, in another order than they are shown.
        """
        packet = self._held
        if packet is not None:
            whole = Fraction(self._next, self._rate) / packet.time_base
            packet.duration = max(int(whole) - (packet.dts - self._first), 1)
            self._container.mux(packet)

    def close(self) -> None:
        """Let go of the file."""
        if not self._closed:
            self._closed = True
            self._container.close()


def _encoder() -> str:
    return next((name for name in ENCODERS if name in av.codecs_available), ENCODERS[-1])
