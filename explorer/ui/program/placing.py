"""Where the window was on the screen: kept in the settings, read back with care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, Qt

from explorer.ui.cards.arrangement import Rectangle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from explorer.ui.program.settings import Settings

GEOMETRY: Final = "geometry"
SIZE: Final = (1440, 900)
SEEN: Final = 100  # pixels of the window that must lie on a screen, or it could not be found


def remembered(kept: Mapping[str, Any], screens: Sequence[Rectangle]) -> Rectangle | None:
    """Return the window's kept place, no larger than the screen it is on.

    None when the place is damaged or on no screen that is there now.
    """
    numbers = [kept.get(name) for name in ("x", "y", "width", "height")]
    if not all(type(number) is int and abs(number) < 100_000 for number in numbers):
        return None
    place = Rectangle(*numbers)  # type: ignore[arg-type]
    for screen in screens:
        across = min(place.right, screen.right) - max(place.x, screen.x)
        down = min(place.bottom, screen.bottom) - max(place.y, screen.y)
        if across >= SEEN and down >= SEEN:
            return _inside(place, screen)
    return None


def _inside(place: Rectangle, screen: Rectangle) -> Rectangle:
    width, height = min(place.width, screen.width), min(place.height, screen.height)
    x = min(max(place.x, screen.x), screen.right - width)
    return Rectangle(x, min(max(place.y, screen.y), screen.bottom - height), width, height)


def usual(screen: Rectangle) -> tuple[int, int]:
    """Return the usual size, or what the screen has room for."""
    return min(SIZE[0], screen.width), min(SIZE[1], screen.height)


def keep(window: QWidget, settings: Settings) -> None:
    """Remember where a window is, and whether it is maximised."""
    place = window.normalGeometry()
    settings.set(
        GEOMETRY,
        {
            "x": place.x(),
            "y": place.y(),
            "width": place.width(),
            "height": place.height(),
            "maximised": window.isMaximized(),
        },
    )


def put_back(window: QWidget, settings: Settings) -> None:
    """Give a window its remembered place; the usual size where there is none."""
    kept = settings.get(GEOMETRY, {})
    screens = [_rectangle(screen.availableGeometry()) for screen in window.screen().virtualSiblings()]
    place = remembered(kept, screens)
    if place is None:
        put_usual(window)
        return
    window.setGeometry(place.x, place.y, place.width, place.height)
    if kept.get("maximised") is True:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def put_usual(window: QWidget) -> None:
    """Give a window its usual size."""
    if window.isMaximized() or window.isFullScreen():
        window.showNormal()
    window.resize(*usual(_rectangle(window.screen().availableGeometry())))


def _rectangle(area: QRect) -> Rectangle:
    return Rectangle(area.x(), area.y(), area.width(), area.height())
