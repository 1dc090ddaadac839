"""Blocks at work side by side: one thread a core, each with a block that its cache holds.

A kernel divided over the cores waits for the slowest core after every step; where other programs run too,
that is most of the time. Blocks need not wait for each other.
"""

from __future__ import annotations

from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from explorer.training.device import Place


class AbandonedError(Exception):
    """Nobody waits for the job any more."""


class Crew:
    """Threads that take one job each; where there are several, torch leaves a job on its own core.

    Where it is left by an error, as of cancelling, jobs end at their next `pause` and what they did is lost.
    """

    def __init__(self, place: Place, workers: int) -> None:
        self._place, self._workers = place, workers
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="training")
        self._jobs: dict[Future[Any], int] = {}
        self._threads = 0
        self._left = Event()

    @property
    def has_room(self) -> bool:
        """Whether a thread has nothing to do."""
        return len(self._jobs) < self._workers

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return bool(self._jobs)

    def __enter__(self) -> Crew:
        if self._place.key == "cpu" and self._workers > 1:
            import torch

            self._threads = torch.get_num_threads()
            torch.set_num_threads(1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._left.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        if self._threads:
            import torch

            torch.set_num_threads(self._threads)

    def pause(self) -> None:
        """For jobs, between two pieces of work: AbandonedError where nobody waits for what they give."""
        if self._left.is_set():
            raise AbandonedError

    def start(self, index: int, job: Callable[[], Any]) -> None:
        """Begin a job; `index` says whose it is."""
        self._jobs[self._pool.submit(self._quietly, job)] = index

    def ended(self, seconds: float | None) -> list[tuple[int, Future[Any]]]:
        """Return the jobs that have ended, after at most so many seconds; None: all, when all have ended."""
        found = wait(self._jobs, seconds, ALL_COMPLETED if seconds is None else FIRST_COMPLETED)
        return sorted(((self._jobs.pop(job), job) for job in found.done), key=lambda each: each[0])

    def _quietly(self, job: Callable[[], Any]) -> Any:
        with self._place.quiet():  # what is set for one thread is not for another
            return job()
