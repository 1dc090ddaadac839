"""The scale of the interface: what is measured in logical pixels is multiplied by it.

`Appearance` alone sets it, before it says `changed`; widgets ask for it when they are dressed
(`set_theme`) and when they lay themselves out. It is the application's, as its fonts and sheet are.
"""

from __future__ import annotations

from typing import Final

SMALLEST: Final = 0.75
LARGEST: Final = 2.0
STEPS: Final = (0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

_now = [1.0]


def scale() -> float:
    """Return the scale in use: 1 shows everything at its usual size."""
    return _now[0]


def px(length: float) -> int:
    """Return a length at scale 1 as whole logical pixels at the scale in use."""
    return round(length * _now[0])


def use(wanted: float) -> None:
    """Take another scale; ValueError outside 0.75 to 2."""
    if not SMALLEST <= wanted <= LARGEST:
        message = f"scale {wanted!r} of the interface; allowed: {SMALLEST} to {LARGEST:g}"
        raise ValueError(message)
    _now[0] = float(wanted)


def stepped(now: float, step: int) -> float:
    """Return the next larger (1) or smaller (-1) of the usual scales; at the ends the last one."""
    if step > 0:
        return next((each for each in STEPS if each > now + 1e-6), STEPS[-1])
    return next((each for each in reversed(STEPS) if each < now - 1e-6), STEPS[0])
