"""Whether anything moves by itself: a preference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from explorer.ui.program.settings import Settings

STILL: Final = "reduce_motion"


def is_still(settings: Settings) -> bool:
    """Return whether nothing is to move by itself: steps of a story are simply there."""
    return bool(settings.get(STILL, False))


def keep_still(settings: Settings, still: bool) -> None:
    """Choose whether anything moves by itself."""
    settings.set(STILL, True if still else None)
