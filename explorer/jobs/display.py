"""Is there a screen? Decided from the environment, before any of Qt is imported."""

from __future__ import annotations

import os
import sys
from typing import Final

CHOSEN: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_display() -> bool:
    """Whether a window can be shown: always off Linux, else with X, Wayland or a chosen platform."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in CHOSEN)
