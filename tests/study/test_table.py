import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.study.study import Study
from explorer.study.table import Table
from tests.study.strategies import changed, floats, names, rows_of, same, tables


@pytest.fixture
def table():
    return Table.of([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0, 1, 0], [1, 0, 1]], ["cat", "dog", "fox"])


def test_names_of_those_that_have_none():
    table = Table.of([[1.0, 2.0], [3.0, 4.0]])
    assert table.classes == ("class 1", "class 2")
    assert [sample.name for sample in table] == ["sample 1", "sample 2"]
    assert not table.arrays()[1].any()


def test_entry_copies_and_nothing_can_be_written(table):
    logits = np.ones((1, 2))
    mine = Table.of(logits)
    logits[0, 0] = 9.0
    assert mine.sample(0).logits[0] == 1.0
    for sample in (
        mine.sample(0),
        mine.with_logit(0, 1, 3.0).sample(0),
        table.with_class_added("owl").sample(1),
    ):
        for array in (sample.logits, sample.targets):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 5.0


def test_given_rows_are_copied(table):
    row = np.array([7.0, 8.0, 9.0])
    edited = table.with_logits(0, row)
    row[0] = 0.0
    assert edited.sample(0).logits.tolist() == [7.0, 8.0, 9.0]


def test_an_unchanged_row_is_the_same_sample(table):
    first, second = table.sample(0), table.sample(1)
    edited = table.with_logit(0, 1, 9.0)
    assert edited.sample(1) is second
    assert edited.sample(0) is not first
    assert edited.with_target(1, 0, 0.5).sample(0) is edited.sample(0)
    assert table.sample(0) is first, "an older table keeps its own"


def test_changing_nothing_gives_the_table_itself(table):
    assert table.with_logit(0, 0, 1.0) is table
    assert table.with_targets(1, [1, 0, 1]) is table


def test_back_at_the_source_is_not_edited(table):
    edited = table.with_logit(0, 0, 5.0)
    assert edited != table
    assert edited.is_edited(0)
    back = edited.with_logit(0, 0, 1.0)
    assert back == table
    assert hash(back) == hash(table)
    assert not back.is_edited(0)


def test_equality_sees_names_numbers_and_columns(table):
    again = Table.of(*table.arrays(), table.classes)
    assert again == table
    assert again.with_logit(1, 2, 0.0) == table.with_logit(1, 2, 0.0)
    assert table.with_logit(1, 2, 0.0) != table.with_logit(1, 2, 0.1)
    assert table.with_class_renamed(0, "owl") != table
    assert table.with_classes_reordered([0, 2, 1]) != table
    assert table.with_class_added("owl").with_class_removed(3) == table
    assert Table.of([float("nan")]) == Table.of([-float("nan")])
    assert table.with_class_added("owl", -0.0) != table.with_class_added("owl", 0.0)
    assert table.with_class_added("owl", float("nan")) == table.with_class_added("owl", -float("nan"))
    assert table != "table"
    logits, targets = table.arrays()
    assert Table.of(logits, 1 - targets, table.classes) != table
    assert Table.of(logits + 1, targets, table.classes) != table
    assert Table.of(logits, targets, table.classes, ["x", "y"]) != table
    assert Table.of(logits, targets, table.classes, origin="other.csv", notes=["read"]) == table


def test_equality_never_reads_the_source(table):
    class Unread(type(table.source)):
        def row(self, index):
            raise AssertionError

    source = Unread.of(*table.source.arrays(), table.classes)
    assert Table.over(source) == table
    assert Table.over(source).with_class_added("owl") == table.with_class_added("owl")
    assert hash(Table.over(source)) == hash(table)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda t: t.sample(2), "sample 2 is not in the table; allowed are 0 to 1"),
        (lambda t: t.sample(-1), "sample -1 is not in the table; allowed are 0 to 1"),
        (lambda t: t.with_logit(0, 3, 1.0), "class 3 is not in the table; allowed are 0 to 2"),
        (lambda t: t.with_logit(0, -1, 1.0), "class -1 is not in the table; allowed are 0 to 2"),
        (lambda t: t.with_logits(0, [1.0]), r"logits have shape \(1,\); allowed is \(3,\), one a class"),
        (lambda t: t.with_class_added("cat"), "class name 'cat' is taken; allowed are names that differ"),
        (lambda t: t.with_class_added(" "), "class 4 is named ' '; allowed is text that is not empty"),
        (lambda t: t.with_class_renamed(0, "dog"), "class name 'dog' is taken"),
        (lambda t: t.with_class_removed(5), "class 5 is not in the table; allowed are 0 to 2"),
        (lambda t: t.with_classes_reordered([0, 1]), r"order \[0, 1\] is not allowed"),
        (lambda _: Table.of([1.0]).with_class_removed(0), "class 'class 1' is the last one"),
        (lambda _: Table.of([]), r"logits have shape \(1, 0\); allowed is"),
        (lambda _: Table.of([[1.0], [2.0]], [1.0]), r"targets \(1, 1\) do not match logits \(2, 1\)"),
        (lambda _: Table.of([1.0], classes=["a", "b"]), "2 class names are given; allowed are exactly 1"),
        (lambda _: Table.of([1.0], samples=[]), "0 sample names are given; allowed are exactly 1"),
        (lambda _: Table.of([1.0, 2.0], classes=["a", "a"]), "class name 'a' is there twice"),
        (lambda _: Table.of([1.0], classes=["\ud800"]), "allowed is text that is not empty"),
    ],
)
def test_what_is_refused(table, act, message):
    with pytest.raises((ValueError, IndexError), match=message):
        act(table)


def test_changed_rows(table):
    edited = table.with_logit(1, 0, 0.0)
    assert table.changed_rows(edited) == edited.changed_rows(table) == {1}
    assert edited.changed_rows(edited.with_logit(0, 0, 7.0)) == {0}
    assert edited.changed_rows(edited.with_logit(1, 0, 4.0)) == {1}
    assert table.changed_rows(table) == frozenset()


class Dense:
    """The plainest table: two matrices and a list of names, copied on every change."""

    def __init__(self, logits, targets, classes):
        self.logits, self.targets, self.classes = np.array(logits), np.array(targets), list(classes)

    def set_row(self, row, logits, targets):
        self.logits[row], self.targets[row] = logits, targets

    def pick(self, columns):
        self.logits, self.targets = self.logits[:, columns], self.targets[:, columns]
        self.classes = [self.classes[column] for column in columns]

    def add(self, name, logit, target):
        rows = len(self.logits)
        self.logits = np.column_stack([self.logits, np.full(rows, logit)])
        self.targets = np.column_stack([self.targets, np.full(rows, target)])
        self.classes.append(name)


def act(data, table, dense):
    """Do one random thing to both."""
    classes = table.class_count
    row, column = data.draw(st.integers(0, len(table) - 1)), data.draw(st.integers(0, classes - 1))
    kind = data.draw(st.sampled_from(["logit", "target", "row", "add", "remove", "rename", "order"]))
    if kind == "logit":
        dense.logits[row, column] = value = data.draw(floats)
        return table.with_logit(row, column, value)
    if kind == "target":
        dense.targets[row, column] = value = data.draw(floats)
        return table.with_target(row, column, value)
    if kind == "row":
        logits, targets = data.draw(rows_of(2, classes))
        dense.set_row(row, logits, targets)
        return table.with_row(row, logits, targets)
    if kind == "order":
        order = data.draw(st.permutations(range(classes)))
        dense.pick(order)
        return table.with_classes_reordered(order)
    if kind == "remove" and classes > 1:
        dense.pick([place for place in range(classes) if place != column])
        return table.with_class_removed(column)
    name = data.draw(names.filter(lambda text: text not in table.classes))
    if kind == "rename":
        dense.classes[column] = name
        return table.with_class_renamed(column, name)
    logit, target = data.draw(floats), data.draw(floats)
    dense.add(name, logit, target)
    return table.with_class_added(name, logit, target)


def agree(table, dense):
    logits, targets = table.arrays()
    assert list(table.classes) == dense.classes
    assert same(logits, dense.logits)
    assert same(targets, dense.targets)
    for index, sample in enumerate(table):
        assert sample.index == index
        assert sample.classes == table.classes
        assert same(sample.logits, dense.logits[index])
        assert same(sample.targets, dense.targets[index])


@given(tables(), st.data())
def test_table_is_a_plain_table(table, data):
    dense = Dense(*table.arrays(), table.classes)
    first, kept = table, [sample.logits.tobytes() for sample in table]
    for _ in range(data.draw(st.integers(1, 10))):
        table = act(data, table, dense)
        agree(table, dense)
    assert [sample.logits.tobytes() for sample in first] == kept, "no change reaches an older table"


@given(tables(), st.data())
def test_equal_tables_hold_the_same_and_hash_alike(table, data):
    left = data.draw(changed(Study("", table))).table
    right = data.draw(changed(Study("", table))).table
    contents = [
        (t.classes, *(array.tobytes() for array in map(np.ascontiguousarray, t.arrays())))
        for t in (left, right)
    ]
    if left == right:
        assert hash(left) == hash(right)
        assert contents[0] == contents[1]
    elif left.columns == right.columns:
        assert contents[0] != contents[1]
