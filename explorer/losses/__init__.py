"""All losses: one file a loss, found here by their `LOSS`, ordered by `Loss.order`.

Losses from outside come by entry points of the group `loss_explorer.losses` that name a `Loss`. They are
looked for only when the whole catalogue is asked for, or a key that no file here has; a broken one is left
out and told in `LOSSES.failures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from explorer.catalogue import Loss

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["ENTRY_POINTS", "LOSSES", "Catalogue"]

ENTRY_POINTS = "loss_explorer.losses"
LOOKS = 6  # members of a family that are drawn differently


class Catalogue(Mapping[str, Loss]):
    """Read-only mapping key -> Loss in catalogue order; losses from outside come last."""

    @cached_property
    def own(self) -> dict[str, Loss]:
        """The losses of this package."""
        modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
        losses: list[Loss] = [module.LOSS for module in modules]
        return {loss.key: loss for loss in sorted(losses, key=lambda loss: loss.order)}

    @property
    def failures(self) -> tuple[str, ...]:
        """One sentence for each entry point that was left out."""
        return self._outside[1]

    @cached_property
    def _outside(self) -> tuple[dict[str, Loss], tuple[str, ...]]:
        from importlib.metadata import entry_points  # 50 ms, which the window does not wait for

        losses: dict[str, Loss] = {}
        failures: list[str] = []
        for entry in entry_points(group=ENTRY_POINTS):
            try:
                loss = self._loaded(entry, losses)
            except (Exception, SystemExit) as error:  # whatever foreign code raises: the program must start
                failures.append(f"loss {entry.name!r} from {entry.value}: {type(error).__name__}: {error}")
            else:
                losses[loss.key] = loss
        return losses, tuple(failures)

    def _loaded(self, entry: EntryPoint, losses: Mapping[str, Loss]) -> Loss:
        loss = entry.load()
        if not isinstance(loss, Loss):
            message = f"it is a {type(loss).__name__}, not an explorer.catalogue.Loss"
            raise TypeError(message)
        if loss.key in self.own or loss.key in losses:
            message = f"the key {loss.key!r} is taken"
            raise ValueError(message)
        member = len(losses) % LOOKS
        return loss if (loss.family, loss.member) == ("own", member) else _in_turn(loss, member)

    def __getitem__(self, key: str) -> Loss:
        return self.own[key] if key in self.own else self._outside[0][key]

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from self._outside[0]

    def __len__(self) -> int:
        return len(self.own) + len(self._outside[0])


def _in_turn(loss: Loss, member: int) -> Loss:
    """Give a loss from outside the next look of its family: one hue, told apart by dash and filling."""
    return replace(loss, family="own", member=member)


LOSSES = Catalogue()
