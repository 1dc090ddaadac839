"""What a person reads, in the language in use: English in the code, other languages in Qt Linguist's files.

A sentence is written where it is shown, as `say("{name} is labelled", name=name)`; the English text is the
key of its translation. Texts of tables (titles, hints) stay English where they are written, marked by
`noted`, and go through `say` where they are shown. `tools/translations.py` collects both. What keeps texts
keeps them by language: `cached` takes the place of `functools.lru_cache` there.
"""

from __future__ import annotations

import os
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache, update_wrapper
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, Literal, ParamSpec, TypeVar

from explorer.resources import asset

if TYPE_CHECKING:
    from collections.abc import Callable

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
NAMES: Final[Mapping[Language, str]] = MappingProxyType({"en": "English", "zh": "简体中文"})
FILES: Final[Mapping[Language, str]] = MappingProxyType({"zh": "translations/zh_CN.ts"})
VARIABLE: Final = "LOSS_EXPLORER_LANGUAGE"  # of the environment: for programs without a window
Words = Mapping[Language, str]  # one text in one or more languages
HAN: Final = re.compile(r"[\u3400-\u9fff]")
LATIN: Final = re.compile(r"[A-Za-z0-9\u0370-\u03ff+\u2212]")  # with Greek, digits and their signs

_now: list[Language] = ["en"]
_known: dict[Language, Mapping[tuple[str, str], str]] = {"en": MappingProxyType({})}


def language() -> Language:
    """Return the language in use."""
    return _now[0]


def use(wanted: Language) -> None:
    """Speak another language from now on; texts that were made before stay as they are.

    ValueError for a language that is not one of LANGUAGES.
    """
    _now[0] = checked(wanted)


@contextmanager
def speaking(wanted: Language) -> Iterator[None]:
    """Speak a language for a while, as a stage that is in another one than the window."""
    before = language()
    use(wanted)
    try:
        yield
    finally:
        use(before)


def checked(wanted: str) -> Language:
    """Return the language of this name, such as "zh", "zh_CN" or "zh-Hans"; ValueError for others."""
    found = _language_of(wanted)
    if found is None:
        message = f"language {wanted!r} is unknown; allowed: {', '.join(LANGUAGES)}"
        raise ValueError(message)
    return found


def _language_of(name: str) -> Language | None:
    start = name.lower().replace("-", "_").partition("_")[0]
    return next((each for each in LANGUAGES if each == start), None)


def of_environment() -> Language:
    """Return the language that the environment asks for, English where it asks for none that there is."""
    return asked_by_environment() or "en"


def asked_by_environment() -> Language | None:
    """Return the language that the environment asks for, None where it asks for none that there is."""
    return _language_of(os.environ.get(VARIABLE, ""))


def first_of(names: Iterable[str]) -> Language:
    """Return the first language that there is, of names such as "zh_CN"; English where none is."""
    return next((found for name in names if (found := _language_of(name)) is not None), "en")


class Cached(Generic[Arguments, Answer]):
    """A function whose answers hold texts: the newest of each language are kept."""

    def __init__(self, function: Callable[Arguments, Answer], maxsize: int | None) -> None:
        update_wrapper(self, function)
        self._kept = {each: lru_cache(maxsize)(function) for each in LANGUAGES}

    def __call__(self, *arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        """Answer in the language in use."""
        return self._kept[_now[0]](*arguments, **named)  # type: ignore[arg-type]

    def cache_clear(self) -> None:
        """Forget everything, as where numbers are written in another way."""
        for kept in self._kept.values():
            kept.cache_clear()


def cached(
    maxsize: int | None,
) -> Callable[[Callable[Arguments, Answer]], Cached[Arguments, Answer]]:
    """Keep the newest answers, as `functools.lru_cache`, but those of each language for themselves."""
    return lambda function: Cached(function, maxsize)


def noted(text: str) -> str:
    """Mark a text of a table as one that `say` will show; it stays as it is."""
    return text


def say(text: str, comment: str = "", /, **values: object) -> str:
    """Return a text in the language in use, with values in the place of their `{names}`.

    comment: tells two equal English texts of different meaning apart. What has no translation is said in
    English. Values are written already: digits and signs are the business of `plots.numbers`. Between Chinese
    and Latin a value has a space, between Chinese and Chinese none, whatever the translation writes there.
    """
    if _now[0] == "en":
        return text.format(**values) if values else text
    said = _translations(_now[0]).get((text, comment)) or text
    return _filled(said, values) if values else said


def _filled(said: str, values: Mapping[str, object]) -> str:
    """Put values into a translation, with a space where Chinese and Latin meet at their ends."""
    whole = ""
    for written, name, form in _pieces(said):
        whole = _spaced(whole, written)
        if name is not None:
            whole = _spaced(whole, format(values[name], form))
    return whole


@cache
def _pieces(said: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return what is written before each value, the value's name and its format."""
    parsed = string.Formatter().parse(said)
    return tuple((written, name, form or "") for written, name, form, _ in parsed)


def _spaced(before: str, after: str) -> str:
    """Join what meets at the end of a value."""
    if not before or not after:
        return before + after
    if after[0] == " " and HAN.match(before[-1]) and HAN.match(after[1:2]):
        return before + after[1:]
    if before[-1] == " " and HAN.match(before[-2:-1]) and HAN.match(after[0]):
        return before[:-1] + after
    meets = bool(
        (HAN.match(before[-1]) and LATIN.match(after[0])) or (LATIN.match(before[-1]) and HAN.match(after[0]))
    )
    return f"{before} {after}" if meets else before + after


def say_count(count: int, one: str, several: str, /, **values: object) -> str:
    """Return one text for a count of 1 and another for every other; `{count}` in it is the number."""
    return say(one if count == 1 else several, count=f"{count:,}", **values)


def words_in(words: Words, wanted: Language | None = None) -> str:
    """Return one text in the wanted language (None: the one in use), else in any it has, else ""."""
    return words.get(wanted or _now[0]) or next((text for text in words.values() if text), "")


def _translations(wanted: Language) -> Mapping[tuple[str, str], str]:
    """Return what is translated, read when a language is first spoken."""
    found = _known.get(wanted)
    if found is None:
        found = _known[wanted] = read(wanted)
    return found


def read(wanted: Language) -> Mapping[tuple[str, str], str]:
    """Read a language's file: (English text, comment) -> finished translation."""
    from xml.etree import ElementTree  # not needed in English

    found = {}
    for message in ElementTree.parse(asset(FILES[wanted])).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            key = message.findtext("source", ""), message.findtext("comment", "")
            found[key] = translation.text
    return MappingProxyType(found)
