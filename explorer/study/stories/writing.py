"""Writing a story: plain values that `reading` reads back equal, and JSON that a person can edit."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from explorer.losses import LOSSES
from explorer.study.described import KINDS, counted
from explorer.study.source import are_default
from explorer.study.stories.reading import LOSSES_PATH, PIN_PATH
from explorer.study.stories.story import FORMAT, SECONDS
from explorer.study.study import Look
from explorer.wording import LANGUAGES, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.study.stated import Number
    from explorer.study.stories.story import Control, Step, Story
    from explorer.study.study import Pin, ShownLoss, Study
    from explorer.study.table import Table
    from explorer.study.values import Numbers
    from explorer.wording import Words

WIDE: Final = 110  # letters of a line
MOST_WHOLE: Final = 2.0**53  # beyond, a float is every whole number
RUN: Final = 4  # equal numbers in a row from which on they are counted


def write_story(story: Story) -> str:
    """Return the text of a story's file."""
    return f"{_text(values_of(story), '')}\n"


def values_of(story: Story) -> dict[str, object]:
    """Return a story as plain values: text, numbers, lists, and objects by name."""
    steps: list[dict[str, object]] = []
    before: dict[str, object] = {}
    for step in story.steps:
        described = _study(step.study, words_in(story.titles, "en"))
        described["losses"] = _with_unknown(described["losses"], step.extra.get(LOSSES_PATH, {}))
        pin = described.get("pin")
        if isinstance(pin, dict):
            pin["losses"] = _with_unknown(pin["losses"], step.extra.get(PIN_PATH, {}))
        for key in before.keys() - described.keys():
            described[key] = None if key == "pin" else _missing(key, step.study.table)
        changed = {key: value for key, value in described.items() if repr(value) != repr(before.get(key))}
        steps.append(_step(step, changed))  # compared by text: -0.0 is not 0
        before = described
    values: dict[str, object] = {"format": FORMAT, "key": story.key}
    if story.order:
        values["order"] = story.order
    extra = dict(story.extra)
    title = _beside(_words(story.titles), extra.pop("title", {}))
    return values | {"title": title, "steps": steps} | extra


def _beside(known: dict[str, object], unknown: object) -> dict[str, object]:
    """Return an object with what was not known of it."""
    more = dict(unknown) if isinstance(unknown, Mapping) else {}
    return known | {key: more[key] for key in more if key not in known}


def _with_unknown(losses: object, kept: Mapping[str, object]) -> list[object]:
    """Return the losses of a step with those that only a newer program knows, where they stood."""
    made: list[object] = list(losses) if isinstance(losses, list) else []
    for place, entry in sorted(kept.items(), key=lambda item: int(item[0])):
        if not isinstance(entry, dict):
            continue
        if entry["loss"] not in LOSSES:
            made.insert(int(place), entry)
            continue
        for at, each in enumerate(made):
            if isinstance(each, dict) and each["loss"] == entry["loss"]:
                made[at] = {**each, **{key: entry[key] for key in entry if key not in each}}
                break
    return made


def _missing(key: str, table: Table) -> object:
    """Return how a study says what it usually leaves out, where the one before it did not."""
    return [sample.name for sample in table] if key == "samples" else ""


def _step(step: Step, study: dict[str, object]) -> dict[str, object]:
    values: dict[str, object] = {"title": _words(step.titles), "caption": _words(step.captions)}
    if step.notes:
        values["notes"] = _words(step.notes)
    values |= {"study": study, "look": _look(step.look, step.study.table), "cards": list(step.cards)}
    if step.control is not None:
        values["control"] = _control(step.control)
    if step.numbers:
        values["numbers"] = [_number(number) for number in step.numbers]
    if step.seconds != SECONDS:
        values["seconds"] = step.seconds
    values = {key: value for key, value in values.items() if value != {}}
    for path, unknown in step.extra.items():
        if path in (LOSSES_PATH, PIN_PATH):
            continue
        place: Any = values
        for key in path:
            place = place.setdefault(key, {}) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place.update({key: value for key, value in unknown.items() if key not in place})
    return values


def _words(words: Words) -> dict[str, object]:
    return {language: words[language] for language in LANGUAGES if language in words}


def _study(study: Study, title: str) -> dict[str, object]:
    table = study.table
    names = [sample.name for sample in table]
    own: dict[str, object] = {} if study.title == title else {"title": study.title}
    is_counted = list(table.classes) == counted(table.class_count)
    own["classes"] = table.class_count if is_counted else list(table.classes)
    if not are_default(names):
        own["samples"] = names
    own["logits"] = [_row(sample.logits) for sample in table]
    own["targets"] = [_row(sample.targets) for sample in table]
    own["losses"] = [_loss(loss) for loss in study.shown]
    if study.pin is not None:
        own["pin"] = _pin(study.pin, names[study.pin.sample])
    return own


def _pin(pin: Pin, name: str) -> dict[str, object]:
    named: dict[str, object] = {} if pin.name == name else {"name": pin.name}
    return named | {
        "sample": pin.sample,
        "logits": _row(pin.logits),
        "targets": _row(pin.targets),
        "losses": [_loss(loss) for loss in pin.shown],
    }


def _loss(loss: ShownLoss) -> dict[str, object]:
    settings = {
        name: [_plain(each) for each in setting] if isinstance(setting, tuple) else _plain(setting)
        for name, setting in loss.settings
    }
    return {"loss": loss.key, **settings, **({} if loss.on else {"on": False})}


def _row(numbers: Numbers) -> list[object]:
    """Return a row's numbers; long runs of one number are counted."""
    made: list[object] = []
    for _, run in groupby(map(_plain, numbers.tolist()), key=repr):  # by text: -0.0 is not 0
        equal = list(run)
        made.extend([{"of": equal[0], "times": len(equal)}] if len(equal) >= RUN else equal)
    return made


def _plain(number: float) -> float | str:
    """Return a number as JSON has it: a whole one without its point, those that are not finite as text."""
    number = float(number)  # a slider's ends may be given as whole numbers
    if math.isnan(number):
        return "nan"
    if math.isinf(number):
        return "inf" if number > 0.0 else "-inf"
    is_whole = number.is_integer() and abs(number) < MOST_WHOLE and not _is_negative_zero(number)
    return int(number) if is_whole else number


def _is_negative_zero(number: float) -> bool:
    return number == 0.0 and math.copysign(1.0, number) < 0.0


def _look(look: Look, table: Table) -> dict[str, object]:
    """Return what of a look is not as it would be read without it."""
    usual, classes, count = Look(), table.classes, table.class_count
    made: dict[str, object] = {} if look.held == 0 else {"held": classes[look.held]}
    if look.slice_class != look.held:
        made["slice_class"] = classes[look.slice_class]
    if look.landscape != (look.held, (look.held + 1) % count):
        made["landscape"] = [classes[place] for place in look.landscape]
    if look.selected:
        made["selected"] = [classes[place] for place in sorted(look.selected)]
    made |= {key: getattr(look, key) for key in KINDS if getattr(look, key) != getattr(usual, key)}
    return made | ({"options": dict(look.options)} if look.options else {})


def _control(control: Control) -> dict[str, object]:
    values: dict[str, object] = {"kind": control.kind}
    if control.name:
        values["name"] = control.name
    values |= {"low": _plain(control.low), "high": _plain(control.high)}
    if control.step:
        values["step"] = _plain(control.step)
    return values | ({"log": True} if control.log else {}) | _words(control.words)


def _number(number: Number) -> dict[str, object]:
    values: dict[str, object] = {"name": number.name, **_words(number.words), "quantity": number.quantity}
    values |= dict(number.arguments) | {"expected": _plain(number.expected)}
    if number.within:
        values["within"] = number.within
    return values | ({"at_most": True} if number.at_most else {})


# JSON: what fits on one line is on one


def _text(value: object, indent: str) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDE or not isinstance(value, dict | list) or not value:
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        return _block("{}", _entries(value, deeper), indent)
    if all(map(_is_short, value)):
        return _filled([json.dumps(item, ensure_ascii=False) for item in value], indent)
    return _block("[]", (deeper + _text(item, deeper) for item in value), indent)


def _is_short(item: object) -> bool:
    """Say whether it is one number of a row, or a counted run of one."""
    return item.keys() == {"of", "times"} if isinstance(item, dict) else not isinstance(item, list)


def _entries(value: Mapping[str, object], indent: str) -> Iterable[str]:
    return (
        f"{indent}{json.dumps(key, ensure_ascii=False)}: {_text(item, indent)}" for key, item in value.items()
    )


def _block(brackets: str, items: Iterable[str], indent: str) -> str:
    return f"{brackets[0]}\n" + ",\n".join(items) + f"\n{indent}{brackets[1]}"


def _filled(items: list[str], indent: str) -> str:
    """Return a long list of numbers, as many on a line as fit."""
    lines, line = [], ""
    for item in items:
        if line and len(indent) + 4 + len(line) + len(item) > WIDE:
            lines.append(line)
            line = ""
        line += f"{item}, "
    return "[\n" + "\n".join(f"{indent}  {each.rstrip()}" for each in [*lines, line[:-2]]) + f"\n{indent}]"
