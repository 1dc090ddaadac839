"""Collects every text that a person reads into the files of Qt Linguist: `python -m tools.translations`.

Texts are the literals given to `say`, `say_count` and `noted` in `explorer/`, and those of the tables below. A
translation is kept as long as its English text is there; a text without one is "unfinished". `--missing`
prints those, one a line.
"""

from __future__ import annotations

import ast
import string
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
FILES: Final = tuple(sorted((ROOT / "assets" / "translations").glob("*.ts")))
CALLS: Final = {"say": 1, "noted": 1, "say_count": 3}  # how many of the first arguments may be texts
# records whose literals are shown through `say`: the fields by name, and by place from 0
RECORDS: Final[Mapping[str, tuple[str, ...]]] = {}
Key = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """A text in the code: the English, the comment that tells it from its like, the file it is in."""

    text: str
    comment: str
    file: str


def collected(root: Path = ROOT) -> dict[Key, list[str]]:
    """Return every text of the program, with the files that say it, sorted by file and place."""
    texts: dict[Key, list[str]] = {}
    for path in sorted((root / "explorer").rglob("*.py")):
        for found in texts_of(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()):
            files = texts.setdefault((found.text, found.comment), [])
            if found.file not in files:
                files.append(found.file)
    return texts


def texts_of(code: str, file: str) -> Iterator[Found]:
    """Give the texts of one file in their order."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""  # a notice's `say` is another
        if name in CALLS:
            comment = _comment(node) if name == "say" else ""
            for argument in _arguments(node, name):
                for text in _literals(argument):
                    yield Found(text, comment, file)
        elif name in RECORDS:
            for keyword in node.keywords:
                if keyword.arg in RECORDS[name]:
                    for text in _literals(keyword.value):
                        yield Found(text, "", file)


def _arguments(call: ast.Call, name: str) -> list[ast.expr]:
    first = 1 if name == "say_count" else 0  # the count itself is no text
    return call.args[first : CALLS[name]]


def _comment(call: ast.Call) -> str:
    second = call.args[1] if len(call.args) > 1 else None
    return second.value if isinstance(second, ast.Constant) and isinstance(second.value, str) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    """Give the texts that an expression may be: a literal, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.strip():
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def names_in(text: str) -> set[str]:
    """Return the names in the braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def read(path: Path) -> dict[Key, str]:
    """Read a language's file: (English, comment) -> translation, "" where there is none."""
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        text = "" if translation is None or translation.get("type") else translation.text or ""
        found[message.findtext("source", ""), message.findtext("comment", "")] = text
    return found


def written(language: str, texts: Mapping[Key, list[str]], translations: Mapping[Key, str]) -> str:
    """Write a language's file as Qt Linguist does: each text with its files and its translation."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        "    <name>loss explorer</name>",
    ]
    for key, files in sorted(texts.items(), key=lambda item: (item[1][0], item[0])):
        translation = translations.get(key, "")
        lines.append("    <message>")
        lines.extend(f'        <location filename="../../{file}"/>' for file in files)
        lines.append(f"        <source>{_escaped(key[0])}</source>")
        if key[1]:
            lines.append(f"        <comment>{_escaped(key[1])}</comment>")
        kind = "" if translation else ' type="unfinished"'
        lines.append(f"        <translation{kind}>{_escaped(translation)}</translation>")
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _escaped(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        text = text.replace(character, entity)
    return text


def updated(path: Path) -> str:
    """Return what a language's file should hold now."""
    language = path.stem
    return written(language, collected(), read(path))


def main(arguments: list[str]) -> int:
    """Write the files anew, or print what is missing."""
    for path in FILES:
        if "--missing" in arguments:
            known = read(path)
            for text, comment in collected():
                if not known.get((text, comment)):
                    print(text + (f"    [{comment}]" if comment else ""))
        else:
            path.write_text(updated(path), encoding="utf-8")
            print(f"{path.relative_to(ROOT)}: {sum(map(bool, read(path).values()))} of {len(read(path))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
