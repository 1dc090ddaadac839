"""How the window looks: Fusion, a palette with every role, one style sheet, light or dark, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from explorer.paint.fonts import font
from explorer.paint.theme import DARK, LIGHT
from explorer.ui import scaling
from explorer.ui.focus import FocusRing
from explorer.ui.scaling import scale
from explorer.ui.sheet import sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from explorer.paint.theme import Theme

Choice = Literal["system", "light", "dark"]
CHOICES: Final[tuple[Choice, ...]] = ("system", "light", "dark")

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

# Every role: a palette made from two colours gives black bases in dark windows.
_ROLES: Final[dict[Role, str]] = {
    Role.Window: "bg",
    Role.WindowText: "ink",
    Role.Base: "card",
    Role.AlternateBase: "sunk",
    Role.Text: "ink",
    Role.PlaceholderText: "mut",
    Role.Button: "card",
    Role.ButtonText: "ink",
    Role.BrightText: "error",
    Role.ToolTipBase: "card",
    Role.ToolTipText: "ink",
    Role.Highlight: "ink",
    Role.HighlightedText: "card",
    Role.Accent: "ink",
    Role.Link: "ink",
    Role.LinkVisited: "ink2",
    Role.Light: "card",
    Role.Midlight: "hover",
    Role.Mid: "line2",
    Role.Dark: "edge",
    Role.Shadow: "mut",
}
_DISABLED: Final[dict[Role, str]] = {
    Role.WindowText: "edge",
    Role.Text: "edge",
    Role.ButtonText: "edge",
    Role.Highlight: "line2",
}


def palette(theme: Theme) -> QPalette:
    """Return a palette that names a colour for every role and group."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(theme.colour(name)))
    for role, name in _DISABLED.items():
        made.setColor(Group.Disabled, role, QColor(theme.colour(name)))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application in a theme, at the scale in use; may be called again at any time."""
    if app.style().objectName().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setFont(font("body", scale=scale()))
    app.setPalette(palette(theme))
    text = sheet(theme, scale())
    if app.styleSheet() != text:
        app.setStyleSheet(text)


class Appearance(QObject):
    """Light or dark, and how large: what was chosen, and the theme that follows from it.

    Offscreen and on plain X servers the system says nothing ("unknown"): then it is light.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = checked(choice)
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._theme = self._wanted()
        scaling.use(1.0)
        self.ring = FocusRing(app, self._theme, self)
        apply(app, self._theme)

    @property
    def choice(self) -> Choice:
        """What was chosen: system, light or dark."""
        return self._choice

    @property
    def theme(self) -> Theme:
        """The theme on screen."""
        return self._theme

    def dress(self) -> None:
        """Dress the application anew, where it speaks another language."""
        apply(self._app, self._theme)

    def choose(self, choice: str) -> None:
        """Follow the system, or keep to light or dark."""
        self._choice = checked(choice)
        self._follow()

    @property
    def scale(self) -> float:
        """How large everything is; 1 is the usual size."""
        return scale()

    def choose_scale(self, wanted: float) -> None:
        """Show everything larger or smaller, from 0.75 to 2; ValueError outside."""
        if wanted == scale():
            return
        scaling.use(wanted)
        apply(self._app, self._theme)
        self.changed.emit()

    def _wanted(self) -> Theme:
        if self._choice == "system":
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted is self._theme:
            return
        self._theme = wanted
        self.ring.set_theme(wanted)
        apply(self._app, wanted)
        self.changed.emit()


def checked(choice: str) -> Choice:
    """Return the choice, or refuse it with the choices there are."""
    for allowed in CHOICES:
        if choice == allowed:
            return allowed
    message = f"theme {choice!r} is unknown; allowed: {', '.join(CHOICES)}"
    raise ValueError(message)
