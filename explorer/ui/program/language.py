"""Which language the program speaks: what was chosen, what the system has, and Qt's own texts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from explorer import wording
from explorer.paint.fonts import has_chinese_face
from explorer.wording import LANGUAGES, Language, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from explorer.ui.program.settings import Settings

Choice = Literal["system", "en", "zh"]
LANGUAGE: Final = "language"  # of the settings
CHOICES: Final[tuple[Choice, ...]] = ("system", *LANGUAGES)
QT_FILES: Final[dict[Language, str]] = {"zh": "qtbase_zh_CN"}  # of buttons, fields and file dialogs
OURS: Final = "explorer-language"


def chosen(settings: Settings) -> Choice:
    """Return what was chosen in the preferences: the system's, or one language."""
    kept = settings.get(LANGUAGE, CHOICES[0])
    return next((each for each in CHOICES if each == kept), CHOICES[0])


def keep(settings: Settings, choice: str) -> None:
    """Choose the system's language or another; ValueError for one that there is not."""
    if choice not in CHOICES:
        message = f"language {choice!r} is unknown; allowed: {', '.join(CHOICES)}"
        raise ValueError(message)
    settings.set(LANGUAGE, None if choice == CHOICES[0] else choice)


def of_system() -> Language:
    """Return the first of the system's languages that there is; English where there is none."""
    return wording.first_of(QLocale.system().uiLanguages())


def wanted(settings: Settings) -> Language:
    """Return the language that was chosen, or the system's."""
    choice = chosen(settings)
    return of_system() if choice == "system" else choice


def at_start(settings: Settings, asked: str | None = None) -> Language:
    """Return the language of a start: asked for by name, else by the environment, else the one chosen."""
    if asked is not None:
        return wording.checked(asked)
    return wording.asked_by_environment() or wanted(settings)


def speak(app: QApplication, language: Language) -> None:
    """Speak a language from now on, with Qt's own texts in it; windows that are there stay as they are."""
    wording.use(language)
    for before in app.findChildren(QTranslator, OURS):
        app.removeTranslator(before)
        before.setParent(None)
    if language in QT_FILES:
        translator = QTranslator(app)
        translator.setObjectName(OURS)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(QT_FILES[language], folder):  # some builds of Qt leave them out
            app.installTranslator(translator)


def missing_face() -> str:
    """Say what to install where no face has the characters of the language in use; else ""."""
    if wording.language() == "en" or has_chinese_face():
        return ""
    return say(
        "No installed font has Chinese characters (没有中文字体). "
        "Install Noto Sans CJK, as the package fonts-noto-cjk, and start again."
    )
