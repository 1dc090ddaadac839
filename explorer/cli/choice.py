"""Which losses are evaluated and with which settings: --loss, --set, else what the study shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.cli.messages import CommandError, perhaps
from explorer.losses import LOSSES
from explorer.study.study import Setting, ShownLoss

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from explorer.catalogue import Loss


@dataclass(frozen=True, slots=True)
class Change:
    """One word of --set, read."""

    word: str
    key: str
    parameter: str
    setting: Setting


def chosen(
    shown: Sequence[ShownLoss], keys: Sequence[str], words: Sequence[str], class_count: int
) -> tuple[ShownLoss, ...]:
    """Losses to evaluate, in order.

    keys: words of --loss, each one key or several separated by commas; none: the shown losses
    that are on. A loss keeps the settings under which it is shown. words: those of --set.
    Raises CommandError for an unknown key or parameter and for a setting that is not allowed.
    """
    wanted = _wanted(shown, [key for word in keys for key in word.split(",") if key])
    changes = [_change(word, class_count) for word in words]
    for change in changes:
        if change.key not in {loss.key for loss in wanted}:
            message = f"--set {change.word}: {change.key} is not evaluated here; add --loss {change.key}"
            raise CommandError(message)
    return tuple(_changed(loss, [change for change in changes if change.key == loss.key]) for loss in wanted)


def _wanted(shown: Sequence[ShownLoss], keys: Sequence[str]) -> list[ShownLoss]:
    if not keys:
        return [loss for loss in shown if loss.on]
    known = {loss.key: loss for loss in reversed(shown)}  # a loss shown twice: the first
    return [known.get(key) or ShownLoss(_loss(key, "--loss").key) for key in dict.fromkeys(keys)]


def _loss(key: str, word: str) -> Loss:
    if key not in LOSSES:
        message = f"{word}: no loss {key!r}{perhaps(key, LOSSES)}; the losses are {', '.join(LOSSES)}"
        raise CommandError(message)
    return LOSSES[key]


def _change(word: str, class_count: int) -> Change:
    match = re.fullmatch(r"([^.=]+)\.([^=]+)=(.*)", word)
    if match is None:
        message = f"--set {word!r}: allowed is KEY.PARAMETER=SETTING, as smoothed_bce.epsilon=0.2"
        raise CommandError(message)
    key, name, text = match.groups()
    setting = _checked(_loss(key, f"--set {word}"), name, text, word)
    if isinstance(setting, tuple) and len(setting) != class_count:
        message = f"--set {word}: {len(setting)} numbers; allowed is one, or {class_count} (one per class)"
        raise CommandError(message)
    return Change(word, key, name, setting)


def _checked(loss: Loss, name: str, text: str, word: str) -> Setting:
    """Read a setting; the loss itself knows its parameters and what they allow."""
    if name == loss.other_parameter:
        message = f"--set {word}: {name} are the logits of a table; give it by --other FILE"
        raise CommandError(message)
    takes_several = any(
        parameter.name == name and parameter.kind == "per_class" for parameter in loss.parameters
    )
    given = tuple(text.split(",")) if takes_several and "," in text else text
    try:
        return loss.settings(**{name: given})[name]
    except ValueError as failure:
        message = f"--set {word}: {failure}"
        raise CommandError(message) from failure


def _changed(loss: ShownLoss, changes: Sequence[Change]) -> ShownLoss:
    settings = dict(loss.settings) | {change.parameter: change.setting for change in changes}
    return ShownLoss(loss.key, tuple(settings.items()))


def give_back_file(arguments: Namespace) -> None:
    """Take FILE back from `--loss bce FILE` and `--set bce.weight=2 FILE`, options of several words."""
    for words in (arguments.losses, arguments.settings):
        last = words[-1] if words else ""
        is_file = last == "-" or (last and last not in LOSSES and _is_file(last))
        if arguments.file is None and is_file:
            arguments.file = words.pop()


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # a long list of losses is longer than any name of a file
        return False
