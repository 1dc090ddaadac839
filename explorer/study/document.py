"""Format 1 of the study file: from a study to plain values and back.

The table is kept as it is in memory: the source as it was read, the map of columns, and the edited
rows beside it. So what was edited can still be told from what was read, and the way back to the
source stays open; a class that was removed stays in the file with the source that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer import __version__
from explorer.losses import LOSSES
from explorer.study.document_table import read_row, read_table, row_values, table_values
from explorer.study.failures import StorageFailure
from explorer.study.node import Kept, Node
from explorer.study.references import Library
from explorer.study.stories.reading import StoryFailure, story_of
from explorer.study.stories.writing import values_of
from explorer.study.study import Look, Pin, ShownLoss, Study
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.study.stories import Story
    from explorer.study.study import Setting
    from explorer.study.table import Table

FORMAT: Final = 1
SETTINGS: Final = "settings"  # what is not known of them is kept of a loss under this name
ROOT_KEYS: Final = ("format", "look", "pin", "program", "shown", "stories", "table", "title")
STORIES: Final = ("stories",)  # the path under which those that cannot be read are kept
LOOK_KEYS: Final = (
    "sample",
    "held",
    "slice_class",
    "landscape",
    "landscape_loss",
    "alpha",
    "enlarged",
    "sharpening",
)
PIN_KEYS: Final = ("sample", "name", "shown", "logits", "targets")
LATER_LOOK_KEYS: Final = ("order", "only", "options")


# Writing


def document_of(study: Study, look: Look, folder: Path | None = None) -> dict[str, object]:
    """Return a study and its look as plain values, with what newer programs wrote put back.

    folder: where the file will lie; paths of what it refers to are written as seen from there.
    """
    look = look.within(study)
    document: dict[str, object] = {
        "format": FORMAT,
        "program": f"loss-explorer {__version__}",
        "title": study.title,
        "table": table_values(study.table, folder),
        "shown": [_shown_values(loss) for loss in (*study.shown, *study.set_aside)],
        "pin": study.pin and _pin_values(study.pin),
        "look": _look_values(look),
    }
    stories = [*map(values_of, study.stories), *study.extra.get(STORIES, {}).values()]
    if stories:
        document["stories"] = stories
    for path, unknown in study.extra.items():
        place = _object_at(document, path)
        if place is not None:
            place.update({key: value for key, value in unknown.items() if key not in place})
    return document


def _object_at(document: dict[str, object], path: tuple[str, ...]) -> dict[str, object] | None:
    place: object = document
    for key in path:
        place = place.get(key) if isinstance(place, dict) else None
    return place if isinstance(place, dict) else None


def _shown_values(loss: ShownLoss) -> dict[str, object]:
    settings = {**_unknown_settings(loss), **dict(loss.settings)}
    return dict(loss.extra) | {"key": loss.key, SETTINGS: settings, "on": loss.on}


def _unknown_settings(loss: ShownLoss) -> Mapping[str, object]:
    """Return the settings of a newer program, as they were read."""
    unknown = loss.extra.get(SETTINGS)
    return unknown if isinstance(unknown, Mapping) else {}


def _look_values(look: Look) -> dict[str, object]:
    """Return what is kept of a look; how a list of many classes is shown, only where it was chosen."""
    usual = Look()
    chosen = (key for key in LATER_LOOK_KEYS if getattr(look, key) != getattr(usual, key))
    kept: dict[str, object] = {key: getattr(look, key) for key in (*LOOK_KEYS, *chosen)}
    return {**kept, "options": dict(look.options)} if look.options else kept


def _pin_values(pin: Pin) -> dict[str, object]:
    values = dict(pin.extra) | {"sample": pin.sample, "name": pin.name} | row_values(pin.row)
    losses = [_shown_values(loss) for loss in (*pin.shown, *pin.set_aside)]
    return values | ({"shown": losses} if losses else {})


# Reading


@dataclass(frozen=True, slots=True)
class Found:
    """A study as it was read. messages: sentences for the person who opened it."""

    study: Study
    look: Look
    is_newer: bool
    messages: tuple[str, ...]


def read_document(value: object, file: str, folder: Path | None = None) -> Found:
    """Read plain values of format 1, and what is known of a newer one. Raises StorageFailure.

    folder: where the file lies; what it refers to is looked for there first. What is missing or was
    changed is said in a message: the study opens with the edited rows and without the others.
    """
    root = Node(value, file)
    version = root.at("format", f"{FORMAT}").whole(low=1)
    kept = Kept()
    if version > FORMAT:
        kept.messages.append(
            say(
                "{file} is of format {version}, newer than {format}: opened read-only; what is unknown "
                "is not shown.",
                file=file,
                version=version,
                format=FORMAT,
            )
        )
    kept.unknown(root, *ROOT_KEYS)
    table = read_table(root.at("table", say("an object with the table")), kept, Library(folder))
    trouble = table.trouble()
    if trouble is not None:
        kept.messages.append(trouble)
    shown, aside = _losses(root, kept)
    pin = _pin(root.at("pin"), table, kept) if root.has("pin") else None
    names = _not_known((*shown, *aside, *((*pin.shown, *pin.set_aside) if pin is not None else ())))
    if names:
        listed = ", ".join(names)
        kept.messages.append(
            say("Not known here and not shown, but kept in the file: {names}.", names=listed)
        )
    stories = _stories(root.at("stories"), kept) if root.has("stories") else ()
    study = Study(
        title=root.at("title", say("text")).text(),
        table=table,
        shown=shown,
        pin=pin,
        extra=MappingProxyType(kept.extra),
        set_aside=aside,
        stories=stories,
    )
    look = _look(root.at("look"), kept) if root.has("look") else Look()
    return Found(study, look.within(study), version > FORMAT, tuple(kept.messages))


def _losses(node: Node, kept: Kept) -> tuple[tuple[ShownLoss, ...], tuple[ShownLoss, ...]]:
    """Return the losses under "shown" that can be shown, and those that this program does not have."""
    losses = [_shown_loss(item) for item in (node.at("shown").items() if node.has("shown") else ())]
    known = tuple(_allowed(loss, kept) for loss in losses if loss.key in LOSSES)
    return known, tuple(loss for loss in losses if loss.key not in LOSSES)


def _shown_loss(node: Node) -> ShownLoss:
    """Read a loss; settings of a newer program are kept as they are."""
    key = node.at("key", say("the key of a loss")).text()
    named = {parameter.name for parameter in LOSSES[key].parameters} if key in LOSSES else None
    settings: list[tuple[str, Setting]] = []
    unknown: dict[str, object] = {}
    for name, entry in node.at(SETTINGS).entries() if node.has(SETTINGS) else ():
        is_known = name in named if named is not None else _is_setting(entry)
        if is_known:
            settings.append((name, _setting(entry)))
        else:
            unknown[name] = entry.value
    beside = node.unknown("key", SETTINGS, "on")
    return ShownLoss(
        key=key,
        settings=tuple(settings),
        on=node.at("on").flag() if node.has("on") else True,
        extra=MappingProxyType(beside | ({SETTINGS: MappingProxyType(unknown)} if unknown else {})),
    )


def _setting(node: Node) -> Setting:
    return tuple(node.numbers()) if isinstance(node.value, list) else node.number()


def _is_setting(node: Node) -> bool:
    """Say whether it is what a setting of format 1 is; of a loss that is not known it may be anything."""
    try:
        _setting(node)
    except StorageFailure:
        return False
    return True


def _not_known(losses: tuple[ShownLoss, ...]) -> tuple[str, ...]:
    """Return the keys of losses that this program does not have, and "key.setting" of such settings."""
    found: dict[str, None] = {}
    for loss in losses:
        if loss.key not in LOSSES:
            found[loss.key] = None
        else:
            found |= dict.fromkeys(f"{loss.key}.{name}" for name in _unknown_settings(loss))
    return tuple(found)


def _allowed(loss: ShownLoss, kept: Kept) -> ShownLoss:
    """Return the loss without the settings that it does not allow; a message names each."""
    fine: list[tuple[str, Setting]] = []
    for name, setting in loss.settings:
        try:
            LOSSES[loss.key].kept_settings(**{name: setting})
        except (KeyError, ValueError, TypeError) as error:
            kept.messages.append(
                say("{problem}: the default is used.", problem=error.args[0] if error.args else error)
            )
        else:
            fine.append((name, setting))
    return ShownLoss(loss.key, tuple(fine), loss.on, loss.extra)


def _pin(node: Node, table: Table, kept: Kept) -> Pin:
    row = read_row(node, table.class_count, table.class_count)
    sample = node.at("sample", say("a whole number")).whole(0, len(table) - 1)
    extra = MappingProxyType(node.unknown(*PIN_KEYS))
    name = node.at("name", say("text")).text()
    return Pin(sample, name, row.logits, row.targets, *_losses(node, kept), extra)


def _stories(node: Node, kept: Kept) -> tuple[Story, ...]:
    """Return the stories that can be read; the others are kept as they are, and a message names each."""
    found, aside = [], {}
    for place, item in enumerate(node.items()):
        try:
            story = story_of(item.value, node.file, f"stories[{place}].")
        except StoryFailure as failure:
            aside[str(place)] = item.value
            kept.messages.append(
                say("{problem}; this story is not shown, but kept in the file.", problem=failure)
            )
        else:
            found.append(story)
            kept.messages.extend([story.message] if story.message else ())
    if aside:
        kept.extra[STORIES] = MappingProxyType(aside)
    return tuple(found)


def _look(node: Node, kept: Kept) -> Look:
    kept.unknown(node, *LOOK_KEYS, *LATER_LOOK_KEYS)
    usual = Look()

    def whole(key: str) -> int:
        return node.at(key).whole() if node.has(key) else int(getattr(usual, key))

    pair = [item.whole() for item in node.at("landscape").items()] if node.has("landscape") else [0, 1]
    if len(pair) != 2:
        node.at("landscape").refuse(say("a list of two classes"))
    return Look(
        sample=whole("sample"),
        held=whole("held"),
        slice_class=whole("slice_class"),
        landscape=(pair[0], pair[1]),
        landscape_loss=whole("landscape_loss"),
        alpha=node.at("alpha").number() if node.has("alpha") else usual.alpha,
        enlarged=node.at("enlarged").text() if node.has("enlarged") else None,
        sharpening=node.at("sharpening").text() if node.has("sharpening") else usual.sharpening,
        order=node.at("order").text() if node.has("order") else usual.order,
        only=node.at("only").text() if node.has("only") else usual.only,
        options=_options(node.at("options")) if node.has("options") else (),
    )


def _options(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, entry.text()) for name, entry in node.entries()))
