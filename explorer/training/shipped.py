"""The experiments that are shipped with the program: one file each in assets/experiments."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from explorer.resources import asset
from explorer.training import spec

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.training.experiment import Experiment


@cache
def paths() -> dict[str, Path]:
    """Return key -> file, by key. A key is the name of the file without its ending."""
    return {path.stem: path for path in sorted(asset("experiments").glob("*.toml"))}


def text(key: str) -> str:
    """Return the specification of a shipped experiment. Raises KeyError for a key that there is not."""
    return paths()[key].read_text(encoding="utf-8")


@cache
def shipped(key: str) -> Experiment:
    """Return a shipped experiment; raises as `text` does."""
    return spec.read(text(key), f"{key}.toml")
