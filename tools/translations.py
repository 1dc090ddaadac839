"""Collects every text that a person reads into the files of Qt Linguist: `python -m tools.translations`.

Texts are the literals given to `say`, `say_between`, `say_count` and `noted` in `explorer/`, and those of
RECORDS: tables of records that are shown through `say`. A translation is kept as long as its English text is
there; a text without one is "unfinished".

    python -m tools.translations                 write the files anew from the code
    python -m tools.translations --missing       print what is not translated, as lines for --take
    python -m tools.translations --take FILE     take translations in: English<TAB>translation, one a line

A line of FILE may have the comment of its text as a third column; a line break inside a text is written
`\\n`. Lines that are empty or begin with `#` are left out. Several people can so translate at once: each
writes a file of lines, and only taking them in touches the language's file.
"""

from __future__ import annotations

import ast
import os
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
CALLS: Final = {
    "say": 1,
    "noted": 1,
    "say_count": 3,
    "say_between": 1,
}  # how many of the first arguments may be texts
SAYING: Final = frozenset({"say", "say_count", "say_between"})
COMMENTED: Final = frozenset({"say", "say_between"})  # whose second argument is a comment
SPOKEN: Final = "explorer.wording"  # a `say` that is imported from elsewhere is another one
# records whose literals are shown through `say`: each field with its place, None where it is always named;
# a field whose name ends in "/" is a path of menus, each part a text of its own
RECORDS: Final[Mapping[str, Mapping[str, int | None]]] = {
    "Action": {"text": None, "hint": None, "menu/": None},
    "CardAction": {"text": None},
    "Plot": {"title": 1, "about": 3},
    "Loss": {"title": None, "decision": None, "gradient_of": None},
    "Parameter": {"meaning": None, "titles": None, "notes": None},
    "Reading": {"holds": 2, "fails": 3},
    "Convention": {"title": 1, "note": 2},
    "Optimizer": {"title": None},
    "ScheduleKind": {"title": None, "meaning": None},
    "Example": {"title": 0, "description": 1},
    "Gesture": {"what": 0, "does": 1},
    "Rule": {"title": None, "why": None, "advice": None},
    "Form": {"note": None},
    "Metric": {"title": None, "words": None},
    "Task": {"title": None, "about": None, "other": None},
    "TaskParameter": {"title": None, "meaning": None, "titles": None, "unit": None, "off": None},
    "Reduction": {"head": 1, "short": 2, "meaning": 3, "users": 4},
}
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
    tree = ast.parse(code)
    others, constants = _others(tree), _constants(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""  # a notice's `say` is another
        if name in CALLS and name not in others:
            comment = _comment(node) if name in COMMENTED else ""
            for argument in _arguments(node, name):
                for text in _literals(argument, constants):
                    yield Found(text, comment, file)
        elif name in RECORDS:
            for field, value in _fields(node, RECORDS[name]):
                if field.endswith("/"):
                    texts: Iterator[str] = _parts(value, constants)
                else:
                    texts = _literals(value, constants)
                yield from (Found(text, "", file) for text in texts)


def said_at_import(code: str) -> Iterator[str]:
    """Give the texts that a module would say while it is imported, before its language is known."""
    waiting: list[ast.AST] = [ast.parse(code)]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue  # runs later
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            for argument in node.args:
                yield from _literals(argument, {})
        waiting.extend(ast.iter_child_nodes(node))


def _others(tree: ast.Module) -> set[str]:
    """Return the names that a file imports from elsewhere than where sentences are said."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != SPOKEN]
    return {name.asname or name.name for node in imports for name in node.names}


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Return what the names of a module stand for, as far as it is written there."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id] = node.value
    return found


def _fields(call: ast.Call, fields: Mapping[str, int | None]) -> Iterator[tuple[str, ast.expr]]:
    """Give the fields of a record that hold texts, as they are written in this call."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    for field, place in fields.items():
        value = named.get(field.rstrip("/"))
        if value is None and place is not None and place < len(call.args):
            value = call.args[place]
        if value is not None:
            yield field, value


def _arguments(call: ast.Call, name: str) -> list[ast.expr]:
    first = 1 if name == "say_count" else 0  # the count itself is no text
    return call.args[first : CALLS[name]]


def _comment(call: ast.Call) -> str:
    second = call.args[1] if len(call.args) > 1 else None
    return second.value if isinstance(second, ast.Constant) and isinstance(second.value, str) else ""


def _literals(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """Give the texts that an expression may be: a literal, a constant of its module, a side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value.strip():
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, constants)
        yield from _literals(node.orelse, constants)
    elif isinstance(node, ast.Tuple):
        for each in node.elts:
            yield from _literals(each, constants)
    elif isinstance(node, ast.Name) and isinstance(constants.get(node.id), ast.Constant):
        yield from _literals(constants[node.id], constants)


def _parts(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """Give what is written of a path of menus: its parts, as far as they are no values."""
    if isinstance(node, ast.Name) and node.id in constants:
        yield from _parts(constants[node.id], constants)
    elif isinstance(node, ast.IfExp):
        yield from _parts(node.body, constants)
        yield from _parts(node.orelse, constants)
    elif isinstance(node, ast.JoinedStr):
        for value in node.values:
            yield from _parts(value.value if isinstance(value, ast.FormattedValue) else value, constants)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from filter(None, node.value.split("/"))


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
    return written(path.stem, collected(), read(path))


def lines_of(content: str) -> dict[Key, str]:
    """Read lines of English, translation and, where the text has one, its comment, parted by tabs.

    ValueError names a line that has no translation, or one that does not take the same values.
    """
    found: dict[Key, str] = {}
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, translation, comment, *_ = (
            *(part.replace("\\n", "\n") for part in line.split("\t")),
            "",
            "",
        )
        if not translation:
            message = (
                f"line {number}: {text!r} has no translation; allowed: English<TAB>translation[<TAB>comment]"
            )
            raise ValueError(message)
        if names_in(translation) != names_in(text):
            message = f"line {number}: {translation!r} takes other values than {text!r}"
            raise ValueError(message)
        found[text, comment] = translation
    return found


def missing(path: Path) -> list[str]:
    """Return the lines of what a language's file lacks, for a translator to fill in."""
    known = read(path)
    keys = (key for key in collected() if not known.get(key))
    return [text.replace("\n", "\\n") + "\t" + (f"\t{comment}" if comment else "") for text, comment in keys]


def _take(path: Path, source: Path) -> None:
    """Take a file of lines in, and say which of them no text of the program asks for."""
    taken = lines_of(source.read_text(encoding="utf-8"))
    texts = collected()
    for text, _ in (key for key in taken if key not in texts):
        print(f"{source.name}: nothing says {text!r}")
    _put(path, written(path.stem, texts, {**read(path), **taken}))


def _put(path: Path, content: str) -> None:
    """Put a file in its place whole: others may read it meanwhile."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    beside.write_text(content, encoding="utf-8")
    beside.replace(path)


def main(arguments: list[str]) -> int:
    """Write the files anew, print what is missing, or take lines in; see the top of this file."""
    for path in FILES:
        if "--missing" in arguments:
            print("\n".join(missing(path)))
            continue
        if "--take" in arguments:
            for name in arguments[arguments.index("--take") + 1 :]:
                _take(path, Path(name))
        else:
            _put(path, updated(path))
        known = read(path)
        print(f"{path.relative_to(ROOT)}: {sum(map(bool, known.values()))} of {len(known)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
