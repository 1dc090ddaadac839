"""Families of losses: what they share in form gives them their hue, their marker and their menu."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explorer.catalogue.loss import Loss

# in the order of menus
FAMILIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zlpr": "ZLPR",
        "sigmoid": noted("Sigmoids"),
        "weighted": noted("Weighted sigmoids"),
        "softmax": noted("Softmax"),
        "pairs": noted("Pairs and margins"),
        "divergence": noted("Divergences"),
        "own": noted("From outside"),
    }
)


def by_family(losses: Iterable[Loss]) -> dict[str, list[Loss]]:
    """Return the losses under the titles of their families, in the order of menus; no family is empty."""
    found: dict[str, list[Loss]] = {title: [] for title in FAMILIES.values()}
    for loss in losses:
        found[FAMILIES.get(loss.family, FAMILIES["own"])].append(loss)
    return {title: members for title, members in found.items() if members}
