"""What a person reads, in the language in use: English in the code, other languages in Qt Linguist's files.

A sentence is written where it is shown, as `say("{name} is labelled", name=name)`; the English text is the
key of its translation. Texts of tables (titles, hints) stay English where they are written, marked by
`noted`, and go through `say` where they are shown. `tools/translations.py` collects both. What keeps texts
keeps them by language: `cached` takes the place of `functools.lru_cache` there. A sentence that outlives
its moment (the name of an undo step, a note of a result) is kept as it was said and shown by `again`.
"""

from __future__ import annotations

import os
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache, update_wrapper
from numbers import Number
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, ParamSpec, TypeVar

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

NO_VALUES: Final[Mapping[str, object]] = {}

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


class Said(str):
    """A text that was said, with what it was made of; `again` says it in the language in use.

    made_of: text, comment and values as `say` has them, the values a tuple where they are texts put one
    after the other. language: of the text. What is cut or joined from it is a plain text.
    """

    __slots__ = ("language", "made_of")
    made_of: tuple[str, str, Mapping[str, object] | tuple[str, ...]]
    language: Language

    def __reduce__(self) -> tuple[Callable[..., Said], tuple[Any, ...]]:
        return _kept, (str(self), self.language, *self.made_of)


def _kept(
    whole: str, language: Language, text: str, comment: str, values: Mapping[str, object] | tuple[str, ...]
) -> Said:
    made = Said(whole)
    made.made_of, made.language = (text, comment, values), language
    return made


def say(text: str, comment: str = "", /, **values: object) -> str:
    """Return a text in the language in use, with values in the place of their `{names}`.

    comment: tells two equal English texts of different meaning apart. What has no translation is said in
    English. Values are written already: digits and signs are the business of `plots.numbers`; a value that
    was said itself comes in the language in use. Between Chinese and Latin a value has a space, between
    Chinese and Chinese none, whatever the translation writes there. A text that was said is said again.
    """
    return again(text) if isinstance(text, Said) else _said(_now[0], text, comment, values)


def say_between(text: str, comment: str, words: Iterable[str], /) -> str:
    """Put texts one after the other with a text between them, such as a comma."""
    return _said_between(_now[0], text, comment, tuple(words))


def again(text: str, wanted: Language | None = None) -> str:
    """Return a text that was said in the wanted language (None: the one in use), any other as it is."""
    wanted = wanted or _now[0]
    if not isinstance(text, Said) or text.language == wanted:
        return text
    source, comment, values = text.made_of
    if isinstance(values, tuple):
        return _said_between(wanted, source, comment, values)
    return _said(wanted, source, comment, values)


def _said(language: Language, text: str, comment: str, values: Mapping[str, object]) -> Said:
    if not values:
        return _plain(language, text, comment)
    lasting = {
        name: value if type(value) is str else _lasting(value, language) for name, value in values.items()
    }
    if language == "en":
        return _kept(text.format(**lasting), language, text, comment, lasting)
    said = _translations(language).get((text, comment)) or text
    return _kept(_filled(said, lasting), language, text, comment, lasting)


def _plain(language: Language, text: str, comment: str) -> Said:
    if language == "en":
        return _english(text, comment)
    said = _translations(language).get((text, comment)) or text
    return _kept(said, language, text, comment, NO_VALUES)


@lru_cache(8192)  # more than there are texts: a frame says hundreds
def _english(text: str, comment: str) -> Said:
    return _kept(text, "en", text, comment, NO_VALUES)


def _said_between(language: Language, text: str, comment: str, words: tuple[str, ...]) -> Said:
    words = tuple(again(word, language) for word in words)
    return _kept(_plain(language, text, comment).join(words), language, text, comment, words)


def _lasting(value: object, language: Language) -> object:
    """Return a value as it can be kept: a text or a number, nothing that holds other things alive."""
    if isinstance(value, str):
        return again(value, language)
    return value if isinstance(value, int | float | Number) else str(value)


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


def parts_of(texts: Iterable[str]) -> dict[str, object]:
    """Return what said texts are made of, for JSON: English -> its parts; of plain texts nothing.

    A file that keeps its sentences in English keeps this beside them, and `said_of` reads it.
    """
    found = {again(text, "en"): _parts(again(text, "en")) for text in texts}
    return {text: parts for text, parts in found.items() if isinstance(parts, dict)}


def said_of(text: str, parts: Mapping[str, object]) -> str:
    """Return a text of a file as one that can be said again; as it is where its parts do not make it.

    Only what this program has a translation of is said from a file.
    """
    try:
        made = _of_parts(parts[text])
    except (KeyError, ValueError, TypeError, RecursionError):
        return text
    return again(made) if made == text and isinstance(made, str) else text


def _parts(value: object) -> object:
    if not isinstance(value, Said):
        return value if isinstance(value, str | int | float) else str(value)
    source, comment, values = value.made_of
    about = {"comment": comment} if comment else {}
    if isinstance(values, tuple):
        return {"between": source, **about, "words": [_parts(word) for word in values]}
    return {"text": source, **about, "values": {name: _parts(each) for name, each in values.items()}}


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _of_parts(parts: Any) -> object:
    """Return the English text of parts, or a plain value. ValueError for a text that is not known."""
    if isinstance(parts, str | int | float):
        return parts
    if not isinstance(parts, dict):
        message = f"{parts!r} makes no text"
        raise ValueError(message)
    comment = parts.get("comment", "")
    if "between" in parts:
        words = [_of_parts(word) for word in parts["words"]]
        return _said_between("en", parts["between"], comment, tuple(map(_text, words)))
    source, values = parts["text"], {name: _of_parts(each) for name, each in parts["values"].items()}
    names = {name for _, name, _ in _pieces(source) if name is not None}
    is_known = any((source, comment) in _translations(each) for each in LANGUAGES if each != "en")
    if not is_known or names != values.keys():
        message = f"{source!r} is no text of this program"
        raise ValueError(message)
    return _said("en", source, comment, values)


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
