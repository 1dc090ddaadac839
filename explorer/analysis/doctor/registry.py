"""All rules in order of severity, and the bits by which the marks of a sample name those of scope sample."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import targets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.checks import Check
    from explorer.analysis.doctor.rules import Rule

CHECKS: Final[tuple[Check, ...]] = tuple(sorted(targets.CHECKS, key=lambda check: -check.rule.severity.rank))
RULES: Final[Mapping[str, Rule]] = MappingProxyType({check.rule.id: check.rule for check in CHECKS})
BITS: Final[Mapping[str, np.uint64]] = MappingProxyType(
    {check.rule.id: np.uint64(1 << place) for place, check in enumerate(CHECKS)}
)


def marks(block: Block) -> NDArray[np.uint64]:
    """Mark every row: bit i for the i-th rule of scope sample."""
    found = np.zeros(len(block), dtype=np.uint64)
    with np.errstate(all="ignore"):  # NaN and infinities are data
        for check in CHECKS:
            mask = check.holds(block)
            if mask.any():
                found[mask] |= BITS[check.rule.id]
    return found
