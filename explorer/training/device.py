"""Where training runs: NumPy, or torch on the processor or on a graphics card."""

from __future__ import annotations

import os
import platform
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.training.engine.blas import one_thread
from explorer.training.moments import SimulationFailure
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from explorer.numeric import Array

DEVICES: Final = ("auto", "cpu", "cuda", "mps", "numpy")
WAVE_BYTES: Final = 1 << 30
"""What the runs that are in memory together may take; always the same, so that waves are too."""
WAVE_SHARE: Final = 0.4
"""Of the memory of a graphics card, the part that a wave may take; the rest is for what a block computes."""

MOST_WORKERS: Final = 16
"""Threads of NumPy at most: between two of its functions they wait for each other."""

WAITING: Final = ("OMP_WAIT_POLICY", "PASSIVE")
"""An environment variable that torch's threads read as they begin, see `wait_asleep`."""


class DeviceFailure(SimulationFailure):
    """There is no such device here; one line says which there are."""


@dataclass(frozen=True, eq=False)
class Place:
    """A device, a namespace and a dtype. key: "numpy", "cpu", "cuda" or "mps"; words: for people.

    workers: blocks that are at work at once, one a core. wave_bytes: what the runs of a wave may take.
    """

    key: str
    xp: Any
    device: Any
    dtype: Any
    words: str
    workers: int = 1
    wave_bytes: int = WAVE_BYTES

    @property
    def size(self) -> int:
        """Bytes of a number."""
        return int(self.xp.finfo(self.dtype).bits) // 8

    def array(self, values: NDArray[Any]) -> Array:
        """Return a copy of the values here, in the dtype of the place."""
        if self.key == "numpy":
            return np.array(values, dtype=self.dtype, order="C")
        own = np.array(values, dtype=f"float{8 * self.size}", order="C")
        return self.xp.asarray(own).to(self.device)

    def numbers(self, array: Array) -> NDArray[Any]:
        """Return an array of the place as NumPy's."""
        return np.asarray(array) if self.key == "numpy" else np.asarray(array.cpu().numpy())

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Compute without gradients of torch's own; infinities are data and need no warning."""
        with np.errstate(all="ignore"):
            if self.key == "numpy":
                with one_thread():
                    yield
                return
            import torch

            with torch.no_grad():
                yield

    def forget(self) -> None:
        """Give back memory that the device holds for later."""
        if self.key == "cuda":
            import torch

            torch.cuda.empty_cache()


def wait_asleep() -> None:
    """Let the threads of torch wait for each other asleep instead of spinning; for programs, before `find`.

    On a busy machine, as beside a window that draws, a thread that spins keeps the core from the one it waits
    for: steps took up to 20 times as long. What the environment says already is kept.
    """
    os.environ.setdefault(*WAITING)


def find(name: str, dtype: str) -> Place:
    """Return the place that a name in DEVICES means; "auto" is the quickest that there is.

    Raises
    ------
    DeviceFailure
        for a name that is not known, and for a device that is not here or cannot take the dtype.
    """
    if name not in DEVICES:
        message = say(
            "device {name} is not known; allowed are {names}", name=repr(name), names=", ".join(DEVICES)
        )
        raise DeviceFailure(message)
    if name == "auto":
        name = next(key for key in _here() if key != "mps" or dtype == "float32")
    if name == "numpy":
        return Place("numpy", np, None, np.dtype(dtype), "numpy", min(_cores(), MOST_WORKERS))
    if name not in _here():
        no_torch = find_spec("torch") is None
        message = say(
            "device {device}: torch is not installed; there are {names}"
            if no_torch
            else "device {device}: torch finds no {name} device; there are {names}",
            device=repr(name),
            names=", ".join(_here()),
            **({} if no_torch else {"name": name}),
        )
        raise DeviceFailure(message)
    if name == "mps" and dtype == "float64":
        message = say("device 'mps' has no float64; take dtype float32, or device cpu")
        raise DeviceFailure(message)
    return _with_torch(name, dtype)


def _here() -> tuple[str, ...]:
    """Return the devices that there are, the quickest first."""
    if find_spec("torch") is None:
        return ("numpy",)
    import torch

    cuda = ("cuda",) if torch.cuda.is_available() else ()
    mps = ("mps",) if torch.backends.mps.is_available() else ()
    return (*cuda, *mps, "cpu", "numpy")


def _with_torch(name: str, dtype: str) -> Place:
    import array_api_compat.torch
    import torch

    workers, budget = torch.get_num_threads() if name == "cpu" else 1, WAVE_BYTES
    words = f"cpu, {workers} thread{'' if workers == 1 else 's'}"
    if name == "cuda":
        words = torch.cuda.get_device_name()
        budget = int(WAVE_SHARE * torch.cuda.get_device_properties(0).total_memory)
    elif name == "mps":
        words = f"mps, {platform.processor() or platform.machine()}"
    return Place(
        name, array_api_compat.torch, torch.device(name), getattr(torch, dtype), words, workers, budget
    )


def _cores() -> int:
    """Count the processor's cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that the device, or the machine, has no more memory."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"  # torch's, which may not be installed
        or "can't allocate memory" in str(error)  # torch on the processor
    )


def versions(place: Place) -> dict[str, str]:
    """Return the versions of what computes."""
    found = {"python": platform.python_version(), "numpy": np.__version__}
    if place.key != "numpy":
        import torch

        found["torch"] = torch.__version__
    return found
