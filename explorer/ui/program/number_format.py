"""How numbers are written, as it was chosen and is kept in the settings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from explorer.plots.numbers import Format

if TYPE_CHECKING:
    from explorer.ui.program.settings import Settings

SETTING: Final = "numbers"


def chosen_format(settings: Settings) -> Format:
    """Return the chosen format; a damaged choice is the usual one."""
    kept = settings.get(SETTING, {})
    usual = asdict(Format())
    try:
        return Format(**{name: kept.get(name, value) for name, value in usual.items()})
    except ValueError:
        return Format()


def choose_format(settings: Settings, wanted: Format) -> None:
    """Keep a format; of the usual one nothing is kept."""
    differing = {name: value for name, value in asdict(wanted).items() if value != getattr(Format(), name)}
    settings.set(SETTING, differing or None)
