"""Experiment -> TOML text that reads back equal and is pleasant to read."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from explorer.training.experiment import Experiment, OptimizerChoice, Recording, Schedule
from explorer.training.spec.freezing import thawed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from explorer.training.experiment import Axes, Expectation

WIDTH: Final = 100  # letters of a line
PLAIN: Final = ("updates", "seeds", "seed", "batch", "noise", "dtype")
ALWAYS: Final = ("updates", "seeds")


def write(experiment: Experiment) -> str:
    """Return the TOML text of an experiment; `read` gives an equal one back."""
    return "\n".join(_lines(document(experiment), "")).strip("\n") + "\n"


def document(experiment: Experiment) -> dict[str, Any]:
    """Return an experiment as tables, lists and values; what is at its default is left out."""
    found: dict[str, Any] = {"title": experiment.title}
    found |= {key: getattr(experiment, key) for key in ("about", "source") if getattr(experiment, key)}
    for name in PLAIN:
        value = getattr(experiment, name)
        if name in ALWAYS or value != getattr(Experiment, name):
            found[name] = value
    for language, key, text in experiment.words:
        found.setdefault(language, {})[key] = text
    found["task"] = {"kind": experiment.task.kind, **_settings(experiment.task.settings)}
    found["losses"] = [{"key": loss.key, **_settings(loss.settings)} for loss in experiment.losses]
    found["optimizers"] = [_optimizer(each) for each in experiment.optimizers]
    if experiment.schedule != Schedule():
        found["schedule"] = _schedule(experiment.schedule)
    if experiment.recording != Recording():
        found["recording"] = _changed(experiment.recording, Recording())
    if experiment.expected:
        found["expect"] = [_expectation(each, experiment.updates) for each in experiment.expected]
    return found | {"small": thawed(experiment.small)}


def _settings(axes: Axes) -> dict[str, Any]:
    """Return one value bare and several as a list; a tuple, one number a class, is always in a list."""
    return {name: _axis(values) for name, values in axes}


def _axis(values: tuple[Any, ...]) -> Any:
    return values[0] if len(values) == 1 and not isinstance(values[0], tuple) else thawed(values)


def _optimizer(choice: OptimizerChoice) -> dict[str, Any]:
    decay = {"decay": _axis(choice.decays)} if choice.decays != (0.0,) else {}
    return {"key": choice.key, "rate": _axis(choice.rates), **decay, **_settings(choice.settings)}


def _schedule(schedule: Schedule) -> dict[str, Any]:
    warm_up = {"warm_up": schedule.warm_up} if schedule.warm_up else {}
    return {"kind": schedule.kind, **dict(schedule.settings), **warm_up}


def _changed(recording: Recording, default: Recording) -> dict[str, Any]:
    names = [field.name for field in fields(recording)]
    changed = {name: getattr(recording, name) for name in names}
    return {name: thawed(value) for name, value in changed.items() if value != getattr(default, name)}


def _expectation(expected: Expectation, updates: int) -> dict[str, Any]:
    """Return the table of an expectation; the last update goes without saying, also in a small version."""
    found: dict[str, Any] = {"metric": expected.metric}
    if expected.where:
        found["where"] = thawed(dict(expected.where))
    if expected.minus:
        found["minus"] = thawed(dict(expected.minus))
    if expected.update != updates:
        found["update"] = expected.update
    if expected.side == "within":
        found |= {"value": expected.value, "tolerance": expected.tolerance}
    else:
        found[expected.side] = expected.value
    return found | ({"source": expected.source} if expected.source else {})


def _lines(table: Mapping[str, Any], path: str) -> Iterator[str]:
    """Yield the lines of a table: its values first, then the tables in it.

    The coordinates of an expectation stay in their line; any other table has a heading.
    """
    inner = {key: value for key, value in table.items() if _is_block(key, value)}
    for key, value in table.items():
        if key not in inner:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inner.items():
        name = f"{path}.{_key(key)}" if path else _key(key)
        for each in value if isinstance(value, list) else [value]:
            if not each and not path:
                continue
            yield ""
            yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            yield from _lines(each, name)


def _is_block(key: str, value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, dict) for each in value)
    return isinstance(value, dict) and key not in ("where", "minus")


def _key(name: str) -> str:
    is_bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if is_bare else _quoted(name)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_value(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return _number(value)


def _number(value: float) -> str:
    """Write a number in full; TOML wants a digit on both sides of a point, as Python writes it."""
    return repr(value.item() if hasattr(value, "item") else value)  # of NumPy's own numbers too


def _text(text: str) -> str:
    """Write a text in quotes; a long one over several lines, with the ends of these lines escaped."""
    quoted = _quoted(text)
    if len(quoted) <= WIDTH or "  " in text:  # a line begins after all spaces: two in a row would be lost
        return quoted
    first, *words = quoted[1:-1].split(" ")
    lines = [first]
    for word in words:
        if len(lines[-1]) + len(word) < WIDTH:
            lines[-1] += f" {word}"
        else:
            lines[-1] += " "
            lines.append(word)
    body = "\\\n".join(lines)
    return f'"""\n{body}"""'


def _quoted(text: str) -> str:
    """Write a text in quotes; every escape of JSON is one of TOML, which also wants one for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
