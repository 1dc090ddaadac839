"""The weights of labelled classes that follow from how often each is labelled in the table. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.analysis import survey as surveys
from explorer.analysis.decisions import labelled
from explorer.ui.panels import changes
from explorer.wording import noted, say

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.catalogue import Parameter
    from explorer.study.state import State

MOST: Final = 5_000_000  # targets that are counted at once; of more the survey has the counts
ROWS: Final = 4096  # at a time
HINT: Final = noted("For each class the samples without the label over those with it, both at least 1")


def follows(parameter: Parameter) -> bool:
    """Whether a parameter is the weight of the labelled side, which counts can set."""
    return parameter.name == "pos_weight" and parameter.kind == "per_class"


def can_count(state: State) -> bool:
    """Whether the labels of all samples are known or soon counted; one sample says nothing of classes."""
    table = state.study.table
    few = len(table) * table.class_count <= MOST
    return len(table) > 1 and (few or _surveyed(state) is not None)


def from_counts(state: State, index: int, parameter: Parameter) -> changes.Change:
    """Set a weight of a shown loss to unlabelled / labelled samples of each class."""
    table, study = state.study.table, state.study
    with_label = _positives(state)
    ratios = np.maximum(len(table) - with_label, 1) / np.maximum(with_label, 1)
    weights = tuple(float(ratio) for ratio in np.clip(ratios, parameter.low, parameter.high))
    made = changes.with_setting(study, index, parameter, weights)
    return changes.Change(say("{change} from label counts", change=made.label), made.study)


def _surveyed(state: State) -> NDArray[np.int64] | None:
    found = surveys.known(state)
    return found.positives if found is not None and found.table is state.study.table else None


def _positives(state: State) -> NDArray[np.int64]:
    """Count in how many samples each class is labelled."""
    known = _surveyed(state)
    if known is not None:
        return known
    table = state.study.table
    counts = np.zeros(table.class_count, dtype=np.int64)
    for start in range(0, len(table), ROWS):
        _, targets = table.block(start, min(start + ROWS, len(table)))
        counts += np.add.reduce(labelled(targets), axis=0, dtype=np.int64)
    return counts
