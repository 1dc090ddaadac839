"""A painted picture packed and written on a thread of its own, so that the window stays responsive."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.paint.export import Painted


@dataclass(frozen=True, slots=True)
class Written:
    """A file that is there: its place, its bytes, and the seconds that packing and writing took."""

    path: Path
    size: int
    seconds: float


class Writer(QObject):
    """Writes one picture after the other; `written` carries a Written, `failed` the reason in one line."""

    written = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)  # from the thread: a Written, or the reason

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_busy = False
        self._ended.connect(self._tell)

    def write(self, painted: Painted, path: Path) -> None:
        """Begin to write; the answer comes as a signal. A file is there whole or not at all."""
        self.is_busy = True
        # not a daemon: a program that ends waits for its file
        Thread(target=self._run, args=(painted, path), name="export").start()

    def _run(self, painted: Painted, path: Path) -> None:
        start = perf_counter()
        end: Written | str
        try:
            content = painted.content()
            write_whole(path, content)
            end = Written(path, len(content), perf_counter() - start)
        except (OSError, ValueError) as problem:
            end = f"{path.name}: {getattr(problem, 'strerror', None) or problem}"
        with contextlib.suppress(RuntimeError):  # the dialog may be gone: the file is there all the same
            self._ended.emit(end)

    def _tell(self, end: Written | str) -> None:
        self.is_busy = False
        if isinstance(end, Written):
            self.written.emit(end)
        else:
            self.failed.emit(end)
