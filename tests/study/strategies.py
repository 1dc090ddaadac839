"""Random tables, studies and looks for the properties below."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from explorer.study.study import SHARPENINGS, Look, Pin, ShownLoss, Study
from explorer.study.table import Table

floats = st.floats(width=64) | st.sampled_from([0.0, -0.0, 1.0, float("nan"), float("inf"), -float("inf")])
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6).filter(str.strip)


def rows_of(rows, classes):
    return st.lists(st.lists(floats, min_size=classes, max_size=classes), min_size=rows, max_size=rows)


@st.composite
def tables(draw):
    rows, classes = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    return Table.of(
        draw(rows_of(rows, classes)),
        draw(rows_of(rows, classes)),
        draw(st.lists(names, min_size=classes, max_size=classes, unique=True)),
        draw(st.none() | st.lists(st.text(max_size=4), min_size=rows, max_size=rows)),
        draw(st.none() | st.text(max_size=4)),
        draw(st.lists(st.text(max_size=8), max_size=2)),
    )


@st.composite
def changed(draw, study):
    """A study after one random change of a row, of the classes or of the pin."""
    table = study.table
    row, column = draw(st.integers(0, len(table) - 1)), draw(st.integers(0, table.class_count - 1))
    kind = draw(
        st.sampled_from(["logit", "target", "row", "add", "remove", "rename", "order", "pin", "back"])
    )
    if kind == "logit":
        return study.with_table(table.with_logit(row, column, draw(floats)))
    if kind == "target":
        return study.with_table(table.with_target(row, column, draw(floats)))
    if kind == "row":
        logits, targets = draw(rows_of(2, table.class_count))
        return study.with_table(table.with_row(row, logits, targets))
    if kind == "back" and table.columns.is_plain:
        source = table.source.row(row)
        return study.with_table(table.with_row(row, source.logits, source.targets))
    if kind == "pin":
        return Study(study.title, table, study.shown, Pin.of(table.sample(row), study.shown))
    if kind == "order":
        return study.with_classes_reordered(draw(st.permutations(range(table.class_count))))
    if kind == "remove" and table.class_count > 1:
        return study.with_class_removed(column)
    name = draw(names.filter(lambda text: text not in table.classes))
    if kind == "rename":
        return study.with_class_renamed(column, name)
    return study.with_class_added(name, draw(floats), draw(floats))


shown_losses = st.lists(
    st.builds(ShownLoss, st.sampled_from(["zlpr", "bce", "soft_zlpr"]), on=st.booleans())
    | st.builds(
        lambda epsilon: ShownLoss("smoothed_bce", (("epsilon", epsilon),)),
        st.floats(0.0, 1.0),
    ),
    max_size=4,
).map(tuple)


@st.composite
def studies(draw):
    study = Study(draw(st.text(max_size=6)), draw(tables()), draw(shown_losses))
    for _ in range(draw(st.integers(0, 6))):
        study = draw(changed(study))
    return study


@st.composite
def looks(draw):
    index = st.integers(-2, 8)
    return Look(
        draw(index),
        draw(index),
        draw(index),
        (draw(index), draw(index)),
        draw(index),
        draw(floats),
        draw(st.none() | st.just("slice")),
        draw(st.sampled_from(SHARPENINGS)),
    )


def same(left, right):
    """Bit by bit, NaN equal to NaN."""
    return left.shape == right.shape and np.array_equal(left, right, equal_nan=True)
