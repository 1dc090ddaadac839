"""What a loss is: the record that every file in `explorer.losses` fills in, and the rules around it."""

from explorer.catalogue.accumulators import Accumulators, Gather
from explorer.catalogue.families import FAMILIES, by_family
from explorer.catalogue.labels import Labels, Need
from explorer.catalogue.loss import Invariance, Loss, Reading
from explorer.catalogue.parameters import Parameter, UnknownSettingError
from explorer.catalogue.subsets import Subsets

__all__ = [
    "FAMILIES",
    "Accumulators",
    "Gather",
    "Invariance",
    "Labels",
    "Loss",
    "Need",
    "Parameter",
    "Reading",
    "Subsets",
    "UnknownSettingError",
    "by_family",
]
