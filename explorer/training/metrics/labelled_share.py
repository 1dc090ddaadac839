"""Which share of the gradient is on the labelled classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.training.metrics.metric import Metric, Seen

if TYPE_CHECKING:
    from explorer.numeric import Array


def labelled_share(seen: Seen) -> Array:
    """Return the part of the sums of |d loss / d logit| on labelled classes, (runs,); NaN where all are 0."""
    on, off = seen.sides
    return on / (on + off)


METRIC = Metric(
    key="labelled_share",
    title="share of gradient on labelled classes",
    order=40,
    words="Of the sizes of the gradient's entries, summed over rows, the share on labelled classes.",
    function=labelled_share,
    high=1.0,
    arithmetic=True,
)
