"""All rules in order of severity, and the bits by which the marks of a sample name those of scope sample."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis.doctor import labels, logits, misfits, settings, sides, smoothing, tables, targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from explorer.analysis.doctor.block import Block
    from explorer.analysis.doctor.checks import Check
    from explorer.analysis.doctor.rules import Rule


def _rank(rule: Rule) -> int:
    return -rule.severity.rank


def _by_id(rules: Iterable[Rule]) -> Mapping[str, Rule]:
    return MappingProxyType({rule.id: rule for rule in sorted(rules, key=_rank)})


THEMES: Final = (targets, misfits, logits, sides, smoothing, labels)
CHECKS: Final[tuple[Check, ...]] = tuple(
    sorted((check for theme in THEMES for check in theme.CHECKS), key=lambda check: _rank(check.rule))
)
STUDY_CHECKS: Final = settings.CHECKS
RULES: Final[Mapping[str, Rule]] = _by_id(
    [*tables.FIRST, *(check.rule for check in CHECKS), *tables.RULES, *(check.rule for check in STUDY_CHECKS)]
)
BITS: Final[Mapping[str, np.uint64]] = MappingProxyType(
    {check.rule.id: np.uint64(1 << place) for place, check in enumerate(CHECKS)}
)
# No rules by themselves; how often they hold says something of the table.
UNIT: Final = np.uint64(1 << 63)  # all logits lie from 0 to 1
TURNED: Final = np.uint64(1 << 62)  # logits of labelled classes lie below the mean


def holding(block: Block) -> Iterator[tuple[Check, NDArray[np.bool_]]]:
    """Yield the checks that hold for some row, and for which, worst first."""
    found: dict[str, NDArray[np.bool_]] = {}
    for check in CHECKS:
        mask = check.holds(block)
        for better in check.unless:
            if better in found:
                mask = mask & ~found[better]
        if mask.any():
            found[check.rule.id] = mask
            yield check, mask


def marks(block: Block) -> NDArray[np.uint64]:
    """Mark every row: bit i for the i-th rule of scope sample, `UNIT` and `TURNED`."""
    found = np.zeros(len(block), dtype=np.uint64)
    with np.errstate(all="ignore"):  # NaN and infinities are data
        for check, mask in holding(block):
            found[mask] |= BITS[check.rule.id]
        found[block.is_unit] |= UNIT
        found[block.is_turned] |= TURNED
    return found
