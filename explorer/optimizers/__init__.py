"""All optimizers: one file each, pure updates as torch.optim defines them, found here by their `OPTIMIZER`.

Optimizers from outside come by entry points of the group `loss_explorer.optimizers` that name an
`Optimizer`, looked for and told of as losses are.
"""

from __future__ import annotations

from explorer.catalogue.records import Records
from explorer.optimizers.optimizer import LETTERS, Optimizer

__all__ = ["ENTRY_POINTS", "LETTERS", "OPTIMIZERS", "Optimizer"]

ENTRY_POINTS = "loss_explorer.optimizers"

OPTIMIZERS: Records[Optimizer] = Records(
    __name__, __path__, Optimizer, attribute="OPTIMIZER", group=ENTRY_POINTS, kind="optimizer"
)
