"""Writing a script: what of the prelude and of the catalogue the shown losses need, then the numbers."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.evaluation import evaluations
from explorer.analysis.scripts.prelude import FRAMEWORKS
from explorer.losses import LOSSES
from explorer.study.failures import one_line
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explorer.analysis.evaluation import LossEvaluation
    from explorer.analysis.scripts.prelude import Framework
    from explorer.catalogue import Loss
    from explorer.study.state import State

WIDTH: Final = 100
WORD: Final = re.compile(r"(?<![.\w])[a-z_][a-z0-9_]*\b")
STANDARD: Final = {  # in the order in which they are written
    "math": "import math",
    "reduce": "from functools import reduce",
    "inf": "from math import inf",
}
NOT_FINITE: Final = "is at a logit that is infinite or no number, which scripts cannot do"
LAST: Final = """
for name, loss, s in losses:
    value, gradient = value_and_gradient(loss, s)
    print(f"{name}: {float(value):.17g}")
    for label, slope in zip(classes, gradient):
        print(f"    {label}: {float(slope):.17g}")
"""


class ScriptFailure(ValueError):  # noqa: N818 - what was asked for is wrong, not the program
    """No script can be written. The message is one line and says what is allowed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One loss in the script: its line in the list, and which logits it takes."""

    loss: Loss
    title: str
    call: str
    logits: tuple[float, ...]
    other: tuple[float, ...] | None


def script(state: State, framework: str) -> str:
    """Return a program that prints value and gradient of every loss that is on, for the sample watched.

    framework: a key of FRAMEWORKS. Values are summed over classes, in nats, in float64, with the settings as
    they are; at a later step of a descent each loss is at its own copy. A loss without code, without a value
    for these targets, or at logits that are not finite is named in a comment. ScriptFailure for another
    framework, or without a loss.
    """
    if framework not in FRAMEWORKS:
        message = f"framework {framework!r} is unknown; allowed: {', '.join(FRAMEWORKS)}"
        raise ScriptFailure(message)
    used = FRAMEWORKS[framework]
    left_out, entries = [], []
    for found in evaluations(state):
        why = found.refusal or _unwritten(found)
        if why:
            left_out.append(f"# Left out: {one_line(found.loss.title)} {one_line(why)}.\n")
        else:
            entries.append(_entry(found))
    if not entries:
        message = say(
            "there is no loss to write; allowed: a study with a loss that is on and has code and a value"
        )
        if any(NOT_FINITE in line for line in left_out):
            message = say("a logit is infinite or no number, which scripts cannot do; allowed: finite logits")
        raise ScriptFailure(message)
    words = _words(entries, used)
    parts = [_head(state, used, words), *(part.strip("\n") for part in words.values())]
    data = _data(state, entries) + ("\n" + "".join(left_out) if left_out else "")
    return "\n\n\n".join([*parts, data.strip("\n") + "\n" + LAST.rstrip("\n")]) + "\n"


def _unwritten(found: LossEvaluation) -> str:
    """Return why a loss with a value cannot be written; "" where it can.

    At infinities a gradient is a limit, which the program knows and neither autograd nor a complex step does.
    """
    if not found.loss.script:
        return "has no code here"
    uses_other = found.loss.other_parameter is not None or found.loss.inputs[1] == "other logits"
    arrays = [found.sample.logits, *([found.other] if uses_other and found.other is not None else [])]
    return "" if all(np.isfinite(array).all() for array in arrays) else NOT_FINITE


def _entry(found: LossEvaluation) -> _Entry:
    loss, settings = found.loss, dict(found.shown.settings)
    words = ["s", "u" if loss.inputs[1] == "other logits" else "t"]
    words += ["u"] if loss.other_parameter is not None else []
    for parameter in loss.parameters:
        if parameter.name in settings:
            words.append(f"{parameter.name}={_setting(settings[parameter.name], parameter.names)}")
    title = ", ".join([loss.title, *words[2:]])
    other = None if found.other is None else tuple(found.other.tolist())
    call = f"{loss.key}({', '.join(words)})"
    return _Entry(loss, title, call, tuple(found.sample.logits.tolist()), other)


def _setting(setting: object, names: Sequence[str]) -> str:
    if isinstance(setting, tuple):
        return f"array([{', '.join(map(_number, setting))}])"
    number = float(str(setting))
    return _text(names[int(number)]) if names else _number(number)


def _number(value: float) -> str:
    """Write a number so that it reads back the same; NaN and infinities by a text that float reads."""
    text = repr(float(value))
    return f'float("{text}")' if text.lstrip("-") in ("nan", "inf") else text


def _text(text: str) -> str:
    """Write a text in double quotes, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def _words(entries: Iterable[_Entry], used: Framework) -> dict[str, str]:
    """Return the functions that are needed, each before those that call it: prelude, losses, the gradient."""
    found: dict[str, str] = {}

    def add(name: str) -> None:
        code = used.words.get(name) or (LOSSES[name].script if name in LOSSES else "")
        if not code or name in found:
            return
        for word in WORD.findall(code):
            if word != name:
                add(word)
        found[name] = code

    for name in ("array", *(entry.loss.key for entry in entries), "value_and_gradient"):
        add(name)
    return found


def _head(state: State, used: Framework, words: dict[str, str]) -> str:
    """Return what the script is, and its imports."""
    text = "\n".join(words.values())
    names = set(WORD.findall(text))
    own = [name for name in used.own if name in names and name not in words]
    standard = [line for name, line in STANDARD.items() if name in names]
    sample = state.sample
    about = (
        f'"{one_line(state.study.title)}", {one_line(sample.name)}: values in nats, summed over classes, '
        f"and gradients by the logits, in float64. Written by the loss explorer for {used.title}."
    )
    lines = [f"# {line}" for line in textwrap.wrap(about, WIDTH)]
    imports = [used.imports]
    if own:
        imports.append(f"from {used.origin} import {', '.join(own)}")
    settled = ["", used.settled] if used.settled else []
    return "\n".join([*lines, "", *standard, *([""] if standard else []), *imports, *settled])


def _data(state: State, entries: Sequence[_Entry]) -> str:
    """Return the classes, targets and logits, and the list of losses."""
    several = len({entry.logits for entry in entries}) > 1
    lines = [_listed("classes", map(_text, state.sample.classes), "[", "]")]
    lines.append(_listed("t", map(_number, state.sample.targets.tolist()), "array([", "])") + "  # targets")
    other = next((entry.other for entry in entries if entry.other is not None), None)
    if other is not None and any(re.search(r"\bu\b", entry.call) for entry in entries):
        lines.append(_listed("u", map(_number, other), "array([", "])") + "  # the pinned logits")
    if not several:
        lines.append(_listed("s", map(_number, entries[0].logits), "array([", "])") + "  # logits")
    rows = []
    for place, entry in enumerate(entries, 1):
        logits = f"s{place}" if several else "s"
        if several:
            lines.append(_listed(logits, map(_number, entry.logits), "array([", "])"))
        rows.append(f"    ({_text(entry.title)}, lambda s: {entry.call}, {logits}),")
    return "\n".join([*lines, "losses = [", *rows, "]"])


def _listed(name: str, items: Iterable[str], start: str, stop: str) -> str:
    """Return an assignment of a list, on several lines where it is long."""
    found = list(items)
    line = f"{name} = {start}{', '.join(found)}{stop}"
    if len(line) <= WIDTH:
        return line
    inside: list[str] = []
    for item in found:
        if inside and len(inside[-1]) + len(item) + 2 <= WIDTH:
            inside[-1] += f" {item},"
        else:
            inside.append(f"    {item},")
    return "\n".join([f"{name} = {start}", *inside, stop])
