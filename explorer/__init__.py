"""The loss explorer: edit logits and label sets, see multi-label losses answer at once."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "show"]


def __getattr__(name: str) -> Any:
    """Give `show` when it is asked for: to import the package alone brings neither NumPy nor Qt."""
    if name == "show":
        from importlib import import_module

        return import_module("explorer.jobs.showing").show
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
