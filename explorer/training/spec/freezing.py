"""What TOML gives: frozen and back, one table over another, with its files beside it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def over(below: dict[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with another put over it: tables entry by entry, whatever else as a whole."""
    merged = dict(below)
    for key, value in above.items():
        held = merged.get(key)
        merged[key] = over(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return merged


def frozen(value: Any) -> Any:
    """Return what was read from TOML as tuples and read-only mappings."""
    if isinstance(value, dict):
        return MappingProxyType({key: frozen(each) for key, each in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def thawed(value: Any) -> Any:
    """Return what `frozen` made as lists and dictionaries again."""
    if hasattr(value, "items"):
        return {key: thawed(each) for key, each in value.items()}
    return list(map(thawed, value)) if isinstance(value, tuple) else value


def located(tables: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return a specification whose task takes its files from this folder, also in the small version.

    Absolute paths, and what is shipped under a name, stay.
    """
    task = tables.get("task", {})
    kind = task.get("kind") if isinstance(task, dict) else None
    if not isinstance(kind, str) or kind not in TASKS:
        return tables  # which is refused later
    files = {each.name: each.names for each in TASKS[kind].parameters if each.kind == "file"}
    moved = dict(tables)
    moved["task"] = _moved(task, folder, files)
    small = tables.get("small")
    if isinstance(small, dict) and isinstance(small.get("task"), dict):
        moved["small"] = small | {"task": _moved(small["task"], folder, files)}
    return moved


def _moved(task: dict[str, Any], folder: Path, files: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        name: _under(value, folder, files[name]) if name in files else value for name, value in task.items()
    }


def _under(value: Any, folder: Path, names: tuple[str, ...]) -> Any:
    """Return a path, or each of a list, under a folder; what is no path is refused later."""
    if isinstance(value, list):
        return [_under(each, folder, names) for each in value]
    if not isinstance(value, str) or value in ("", *names):
        return value
    return str((folder / value).absolute())
