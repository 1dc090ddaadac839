"""Whatever is edited while a lesson is open, its numbers are numbers or NaN, never an error."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.analysis.quantities import computed
from explorer.study.lessons import LESSONS
from explorer.study.state import State
from explorer.study.study import ShownLoss

if TYPE_CHECKING:
    from explorer.study.study import Study

ODD = {
    "soft": (None, 0.25),
    "beyond": (None, -1.0),
    "no target": (None, np.nan),
    "no label": (None, 0.0),
    "every label": (None, 1.0),
    "no logit": (np.nan, None),
    "infinite": (np.inf, None),
    "minus infinite": (-np.inf, None),
    "far": (1e4, None),
    "equal": (0.0, None),
}


def edited(study: Study, logit: float | None, target: float | None, only: slice) -> Study:
    table = study.table
    for row in range(min(len(table), 3)):
        sample = table.sample(row)
        logits, targets = sample.logits.copy(), sample.targets.copy()
        if logit is not None:
            logits[only] = logit
        if target is not None:
            targets[only] = target
        table = table.with_logits(row, logits).with_targets(row, targets)
    return study.with_table(table)


@pytest.mark.parametrize("key", list(LESSONS))
def test_no_edit_of_a_lesson_is_an_error(key):
    opened = LESSONS[key].open()
    studies = [
        edited(opened.study, *odd, only) for odd in ODD.values() for only in (slice(0, 1), slice(None))
    ]
    count = opened.study.table.class_count
    if count > 1:
        studies += [
            opened.study.with_class_removed(0),
            opened.study.with_classes_removed(range(1, count)),
            opened.study.with_classes_reordered(list(reversed(range(count)))),
        ]
    studies.append(opened.study.with_class_added("another", 3.0, 0.5))
    misfit = ShownLoss("bce", (("pos_weight", (1.0, 2.0)),))
    studies += [replace(opened.study, shown=shown, pin=None) for shown in ((), (misfit,))]
    for study in studies:
        for number in LESSONS[key].numbers:
            assert isinstance(number.written(computed(number, State(study, opened.look))), str)
