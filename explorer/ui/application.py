"""Starting the window, or drawing it into a picture where there is no display."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from explorer.paint.stems import even_stems
from explorer.ui.program import language as languages
from explorer.ui.program import placing
from explorer.ui.program.commands import THEME
from explorer.ui.program.placing import SIZE
from explorer.ui.program.settings import Settings
from explorer.ui.program.starting import quickly
from explorer.ui.style import CHOICES, Appearance
from explorer.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.study.storage import Opened


def application() -> QApplication:
    """The running application, made when there is none."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(sys.argv[:1])
    even_stems()
    made.setApplicationName("loss-explorer")
    made.setApplicationDisplayName("loss explorer")
    return made


def window(opened: Opened, theme: str = "system", settings: Settings | None = None) -> Window:
    """A window on this document, not yet shown. `theme` is "system", "light" or "dark".

    Without settings nothing is remembered: pictures and tests look the same everywhere.
    """
    app = application()
    kept = settings or Settings()
    made = Window(opened, Appearance(app, theme), kept)
    placing.put_back(made, kept)
    return made


def run(
    opened: Opened,
    theme: str | None = None,
    reset: bool = False,
    lesson: str | None = None,
    language: str | None = None,
    made: Callable[[Window], object] | None = None,
) -> int:
    """Show the window and stay until it is closed; the exit status.

    theme: for this time; None is the one that was chosen last. reset: forget all settings first. lesson: the
    key of one to open. language: a name such as "zh", for this time. made: what is done with the window
    before it is shown.
    """
    with quickly():
        app = application()
        settings = Settings.of_user()
        if reset:
            settings.clear()
        languages.speak(app, languages.at_start(settings, language))
        chosen = settings.get(THEME, CHOICES[0])
        shown = window(opened, theme or (chosen if chosen in CHOICES else CHOICES[0]), settings)
        if lesson is not None:
            shown.commands.open_lesson(lesson)
        if made is not None:
            made(shown)
        shown.show()
    _watch_over(shown)
    del shown  # another window may follow it
    status = app.exec()
    from explorer.ui.program.keeping import Keeping

    for each in app.topLevelWidgets():
        for keeping in each.findChildren(Keeping):
            keeping.close()
    return status


def _watch_over(shown: Window) -> None:
    """Keep what is unsaved in a window, and in those that follow it in another language."""
    from explorer.ui.program.keeping import Keeping, recovery_folder  # not needed to show the window

    Keeping(shown, recovery_folder())
    shown.followed.connect(_watch_over)


def picture(
    opened: Opened, path: Path, size: tuple[int, int] = SIZE, theme: str = "light", scale: float = 1.0
) -> None:
    """Draw the window on this document into a PNG file of the given logical size.

    Needs no display when QT_QPA_PLATFORM is "offscreen". Raises OSError when it cannot be written.
    """
    app = application()
    made = window(opened, theme)
    made.resize(*size)
    made.show()
    app.processEvents()
    image = made.grab().toImage()
    made.close()
    if not image.save(str(path)):
        message = f"{path}: the picture could not be written; check that the folder exists and is writable"
        raise OSError(message)
