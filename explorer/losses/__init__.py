"""All losses: one file a loss, found here by their `LOSS`, ordered by `Loss.order`.

Losses from outside come by entry points of the group `loss_explorer.losses` that name a `Loss`. They are
looked for only when the whole catalogue is asked for, or a key that no file here has; a broken one is left
out and told in `LOSSES.failures`.
"""

from __future__ import annotations

from dataclasses import replace

from explorer.catalogue import Loss
from explorer.catalogue.records import Records

__all__ = ["ENTRY_POINTS", "LOSSES", "Catalogue"]

ENTRY_POINTS = "loss_explorer.losses"
LOOKS = 6  # members of a family that are drawn differently


class Catalogue(Records[Loss]):
    """Read-only mapping key -> Loss in catalogue order; losses from outside come last."""

    def __init__(self) -> None:
        super().__init__(__name__, __path__, Loss, attribute="LOSS", group=ENTRY_POINTS, kind="loss")

    def received(self, record: Loss, count: int) -> Loss:
        """Give a loss from outside the next look of its family: one hue, told apart by dash and filling."""
        member = count % LOOKS
        if (record.family, record.member) == ("own", member):
            return record
        return replace(record, family="own", member=member)


LOSSES = Catalogue()
