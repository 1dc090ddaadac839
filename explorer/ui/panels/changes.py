"""Changes that panels make: a new study and the name of the undo entry. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explorer.losses import LOSSES
from explorer.study.study import Pin, ShownLoss
from explorer.wording import say

if TYPE_CHECKING:
    from explorer.catalogue import Loss, Parameter
    from explorer.study.study import Study
    from explorer.study.table import Sample
    from explorer.ui.controls.numbers import Setting


@dataclass(frozen=True, slots=True)
class Change:
    """A study that came of an edit. Edits with one `target` merge while they follow quickly."""

    label: str
    study: Study
    target: str | None = None


def loss_of(study: Study, index: int) -> Loss:
    """Return the catalogue's record of a shown loss."""
    return LOSSES[study.shown[index].key]


def setting_of(shown: ShownLoss, parameter: Parameter) -> Setting:
    """Return a shown loss's setting of a parameter: its own, or the default."""
    return dict(shown.settings).get(parameter.name, parameter.default)


def with_setting(study: Study, index: int, parameter: Parameter, setting: Setting) -> Change:
    """Give a shown loss another setting; the default is kept by leaving it out."""
    shown = study.shown[index]
    settings = dict(shown.settings)
    settings[parameter.name] = setting
    if setting == parameter.default:
        del settings[parameter.name]
    label = say("Set {parameter} of {loss}", parameter=parameter.symbol, loss=loss_of(study, index).said)
    changed = replace(shown, settings=tuple(sorted(settings.items())))
    return Change(label, _with(study, index, changed), f"setting:{index}:{parameter.name}")


def reset(study: Study, index: int) -> Change:
    """Give a shown loss its default settings."""
    changed = replace(study.shown[index], settings=())
    label = say("Reset settings of {loss}", loss=loss_of(study, index).said)
    return Change(label, _with(study, index, changed))


def switched(study: Study, index: int, on: bool) -> Change:
    """Switch a shown loss on or off."""
    label = say("Switch {loss} on" if on else "Switch {loss} off", loss=loss_of(study, index).said)
    return Change(label, _with(study, index, replace(study.shown[index], on=on)))


def swapped(study: Study, index: int, key: str) -> Change:
    """Put another loss in the place of a shown one, with its default settings."""
    label = say("Use {other} for {loss}", other=LOSSES[key].said, loss=loss_of(study, index).said)
    return Change(label, _with(study, index, ShownLoss(key)))


def pinned(study: Study, sample: Sample) -> Change:
    """Pin a sample and the shown losses as they are now."""
    return Change(say("Pin"), replace(study, pin=Pin.of(sample, study.shown)))


def added(study: Study, shown: ShownLoss, after: int | None = None) -> Change:
    """Show one more loss, at the end or after another."""
    place = len(study.shown) if after is None else after + 1
    losses = (*study.shown[:place], shown, *study.shown[place:])
    label = say("Add {loss}", loss=LOSSES[shown.key].said)
    return Change(label, replace(study, shown=losses))


def removed(study: Study, index: int) -> Change:
    """Take a loss from the shown ones."""
    label = say("Remove {loss}", loss=loss_of(study, index).said)
    return Change(label, replace(study, shown=study.shown[:index] + study.shown[index + 1 :]))


def doubled(study: Study, index: int) -> Change:
    """Show a loss once more, after itself."""
    return added(study, study.shown[index], index)


def stepped(study: Study, index: int, by: int) -> Change:
    """Show a loss that many places further down."""
    return moved(study, index, index + by)


def moved(study: Study, index: int, to: int) -> Change:
    """Show a loss at another place."""
    rest = study.shown[:index] + study.shown[index + 1 :]
    losses = (*rest[:to], study.shown[index], *rest[to:])
    label = say("Move {loss}", loss=loss_of(study, index).said)
    return Change(label, replace(study, shown=losses))


def _with(study: Study, index: int, shown: ShownLoss) -> Study:
    losses = (*study.shown[:index], shown, *study.shown[index + 1 :])
    return study if losses == study.shown else replace(study, shown=losses)
