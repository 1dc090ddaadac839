"""What is asked again where torch is not installed: tests whose code can reach it, and those that name it."""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).parent

# Folders of tests of what cannot reach torch, and their files that do: tests/test_layers.py checks both.
APART_FROM_TORCH = ("analysis", "losses", "optimizers", "paint", "plots", "study")
REACHING_TORCH = (
    "analysis/test_gradient_check.py",
    "analysis/test_scripts.py",
    "optimizers/settings.py",
    "plots/test_checks.py",
)

# Every test with a window could reach torch through it. Asked again are the files that speak of what does
# so, as trainings, scripts and the worker's jobs, and some that open and use the window as a whole.
SPEAKING_OF_TORCH = re.compile("torch|training|population|autograd|simulate|device|script|jobs")
OF_THE_WHOLE_WINDOW = ("ui/test_random_gestures.py", "ui/test_starting.py", "ui/test_window.py")


def reaches_torch(item: pytest.Item) -> bool:
    """Whether a test may differ without torch: its code can reach it, or the test itself names it."""
    path = item.path.relative_to(HERE)
    if path.parts[0] == "ui":
        return path.as_posix() in OF_THE_WHOLE_WINDOW or _speaks_of_torch(item.path)
    if path.parts[0] not in APART_FROM_TORCH or path.as_posix() in REACHING_TORCH:
        return True
    function = getattr(item, "function", None)
    return "torch" in item.nodeid or "torch" in getattr(item, "fixturenames", ()) or _names_torch(function)


@cache
def _speaks_of_torch(path: Path) -> bool:
    return SPEAKING_OF_TORCH.search(path.read_text(encoding="utf-8")) is not None


@cache
def _names_torch(function: Any) -> bool:
    return "torch" in inspect.getsource(function)
