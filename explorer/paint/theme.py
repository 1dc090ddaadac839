"""Colours by role for light, dark and print; hue means a loss and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# role: light, dark, print
_ROLES: Final[dict[str, tuple[str, str, str]]] = {
    "bg": ("#F4F4F1", "#131518", "#FFFFFF"),
    "card": ("#FFFFFF", "#1C1F24", "#FFFFFF"),
    "sunk": ("#F7F7F4", "#181B1F", "#FFFFFF"),
    "hover": ("#EFEEEA", "#262A31", "#FFFFFF"),
    "line": ("#E3E2DC", "#2C3037", "#BBBBBB"),
    "line2": ("#C9C8C0", "#464C56", "#999999"),
    "edge": ("#858A92", "#757C87", "#666666"),
    "grid": ("#ECEBE6", "#272B31", "#E0E0E0"),
    "ink": ("#1B1D21", "#F0EEEA", "#000000"),
    "ink2": ("#43474E", "#C3C7CE", "#222222"),
    "mut": ("#62676F", "#9BA1AB", "#444444"),
    "pinned": ("#80858E", "#858C97", "#666666"),
    "pos": ("#2B2F36", "#E4E2DD", "#000000"),
    "neg": ("#C4C6CA", "#4A505A", "#DDDDDD"),
    "error": ("#B3261E", "#FF8A80", "#000000"),
    "error_ground": ("#FCEDEB", "#3A2220", "#FFFFFF"),
    "warning": ("#8A5A00", "#F2C14E", "#000000"),
    "warning_ground": ("#FBF3DF", "#352C17", "#FFFFFF"),
    "zlpr": ("#C23B00", "#F2693C", "#C23B00"),
    "sigmoid": ("#0067B8", "#4FA8EE", "#0067B8"),
    "weighted": ("#00926A", "#3FDCA6", "#00926A"),
    "softmax": ("#C04C96", "#DE86C0", "#C04C96"),
    "pairs": ("#B58100", "#F2BC40", "#B58100"),
    "divergence": ("#4A515B", "#6F7B8A", "#4A515B"),
    "own": ("#15171A", "#F7F5F0", "#000000"),
    "ramp_high": ("#8D949E", "#8A929E", "#8D949E"),
}
FAMILIES: Final = ("zlpr", "sigmoid", "weighted", "softmax", "pairs", "divergence", "own")


@dataclass(frozen=True, eq=False)
class Theme:
    """A name and a colour, "#RRGGBB", for every role; hashed by identity, as keys of caches."""

    name: str
    roles: Mapping[str, str]

    def colour(self, role: str) -> str:
        """Return the colour of a role; KeyError names the roles there are."""
        try:
            return self.roles[role]
        except KeyError:
            message = f"theme {self.name}: role {role!r} is unknown; allowed: {', '.join(self.roles)}"
            raise KeyError(message) from None


def _theme(name: str, column: int) -> Theme:
    return Theme(name, MappingProxyType({role: colours[column] for role, colours in _ROLES.items()}))


LIGHT: Final = _theme("light", 0)
DARK: Final = _theme("dark", 1)
PRINT: Final = _theme("print", 2)
THEMES: Final[Mapping[str, Theme]] = MappingProxyType({theme.name: theme for theme in (LIGHT, DARK, PRINT)})
