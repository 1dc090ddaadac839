from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import wording
from explorer.analysis import browsing, doctor
from explorer.analysis.browsing import Condition, QueryFailure, parse
from explorer.analysis.survey import survey
from explorer.study.opening import default_study
from explorer.study.study import GROUPS, Browse
from explorer.study.table import Table

NAN = float("nan")
LOGITS = [[1.0, -1.0], [3.0, 2.0], [-2.0, 4.0], [0.5, NAN], [0.0, 0.0]]
TARGETS = [[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [1.0, 0.0], [0.3, 1.0]]
COLUMNS = ("labels", "zlpr", "smoothed_zlpr", "bce", "smoothed_bce", "norm", "margin", "f1")
NAMES = ("sample", "severity", *COLUMNS)


@pytest.fixture
def study():
    return default_study(Table.of(LOGITS, TARGETS, samples=["Owl", "owlet", "cat", "Dog 7", "fox"]))


@pytest.fixture
def found(study):
    return survey(study)


def listed(found, study, **browse):
    return browsing.listed(found, study.table, Browse(**browse)).tolist()


def test_queries_may_call_columns_by_their_titles_in_any_language(found, study):
    english = listed(found, study, query="margin < 0 sample > 1")
    assert english
    with wording.speaking("zh"):
        titles = {column.name: column.title for column in browsing.columns_of(found)}
        assert (titles["margin"], titles["labels"]) == ("余量", "标签数")
        assert listed(found, study, query="margin < 0 sample > 1") == english
        with pytest.raises(QueryFailure, match="没有名为“abc”的列"):
            listed(found, study, query="abc > 1")
    assert listed(found, study, query="余量 < 0 样本 > 1") == english
    with pytest.raises(QueryFailure, match="'abc' is no column"):
        listed(found, study, query="abc > 1")


def test_columns_are_labels_losses_norm_margin_and_f1(found):
    columns = browsing.columns_of(found)
    assert tuple(column.name for column in columns) == COLUMNS
    assert browsing.query_names(found) == NAMES
    assert [column.kind for column in columns[1:5]] == ["value"] * 4
    assert columns[0].values.tolist() == [1, 1, 0, 1, 1]
    assert np.array_equal(columns[1].values, found.values[0], equal_nan=True)
    assert browsing.columns_of(found) is columns


def test_the_same_loss_twice_has_two_names(study):
    from dataclasses import replace

    from explorer.study.study import ShownLoss

    twice = replace(study, shown=(ShownLoss("bce"), ShownLoss("bce", (("pos_weight", 2.0),))))
    names = [column.name for column in browsing.columns_of(survey(twice))]
    assert names[1:3] == ["bce", "bce_2"]


def test_samples_are_sorted_and_undefined_ones_come_last(found, study):
    values = found.values[2]
    assert np.isnan(values[3])
    up = listed(found, study, sort="bce", descending=False)
    down = listed(found, study, sort="bce", descending=True)
    assert up[-1] == down[-1] == 3
    assert up[:-1] == down[:-1][::-1] == sorted((0, 1, 2, 4), key=lambda row: values[row])
    assert listed(found, study, sort="") == [0, 1, 2, 3, 4]
    assert listed(found, study, sort="sample", descending=True) == [4, 3, 2, 1, 0]
    assert listed(found, study, sort="gone") == [0, 1, 2, 3, 4]


def test_equal_samples_stay_in_the_order_of_the_table(found, study):
    assert listed(found, study, sort="labels", descending=True) == [0, 1, 3, 4, 2]
    assert listed(found, study, sort="labels", descending=False) == [2, 0, 1, 3, 4]


def test_groups_are_those_they_say(found, study):
    table = study.table.with_logit(1, 0, 9.0)
    counts = browsing.group_counts(found, table)
    assert set(counts) == set(GROUPS)
    assert (counts["all"], counts["edited"], counts["unlabelled"], counts["undefined"]) == (5, 1, 1, 2)
    rows = browsing.listed(found, table, Browse(group="edited"))
    assert rows.tolist() == [1]
    # ZLPR refuses the soft target of the last sample, the fourth has a NaN
    assert listed(found, study, group="undefined") == [3, 4]
    assert counts["missed"] == int(np.count_nonzero(found.f1[0] == 0))


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("labels = 0", [2]),
        ("LABELS=1 sample<=2", [0, 1]),
        ("labels >= 1 and margin > 0", [0, 4]),
        ("margin != nan", [0, 1, 4]),
        ("bce = nan", [3]),
        ("owl", [0, 1]),
        ("OWL sample > 1", [1]),
        ("sample = 3", [2]),
        ("mar<=-1", [1]),
        ("zlpr < inf", [0, 1, 2]),
        ("", [0, 1, 2, 3, 4]),
        ("dog 7", [3]),
    ],
)
def test_queries(found, study, query, rows):
    margin = found.margin
    assert np.isnan(margin[2])
    if "margin > 0" in query:
        rows = [row for row in (0, 1, 3, 4) if margin[row] > 0]
    if query == "margin != nan":
        rows = np.flatnonzero(~np.isnan(margin)).tolist()
    assert listed(found, study, query=query) == rows


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("loss > 3", "'loss' is no column; allowed: sample, severity, labels"),
        ("s > 3", "'s' is more than one column; allowed: sample or severity or smoothed_zlpr"),
        ("zlpr >", "'zlpr >' is no condition"),
        ("zlpr > five", "'zlpr > five' is no condition"),
        ("zlpr < nan", "nan has no order"),
    ],
)
def test_a_query_that_cannot_be_read_says_why(found, study, query, said):
    with pytest.raises(QueryFailure, match=r"^[^\n]*$") as failure:
        listed(found, study, query=query)
    assert said in str(failure.value)


@given(st.text(max_size=40))
def test_any_text_is_a_query_or_a_message(text):
    with suppress(QueryFailure):
        query = parse(text, NAMES)
        assert all(condition.name in NAMES for condition in query.conditions)
        assert all(word in text.lower() for word in query.words)


@given(
    st.sampled_from(NAMES[1:]),
    st.one_of(st.none(), st.floats(-1e6, 1e6)),
    st.one_of(st.none(), st.floats(-1e6, 1e6)),
)
def test_a_range_replaces_the_bounds_of_its_column_alone(name, low, high):
    other = "labels" if name != "labels" else "margin"
    text = f"{name} > 3 owl {other} = 2 {name} <= 9"
    query = parse(browsing.with_range(text, name, low, high, NAMES), NAMES)
    assert query.words == ("owl",)
    assert Condition(other, "=", 2.0) in query.conditions
    own = [condition for condition in query.conditions if condition.name == name]
    assert [condition.sign for condition in own] == [
        sign for sign, bound in ((">=", low), ("<", high)) if bound is not None
    ]


def test_names_are_not_searched_among_too_many(found, study, monkeypatch):
    monkeypatch.setattr(browsing, "MOST_NAMED", 3)
    with pytest.raises(QueryFailure, match="narrow 5 down first"):
        listed(found, study, query="owl")
    assert listed(found, study, query="owl sample <= 2") == [0, 1]


def test_samples_of_which_there_is_something_to_say_are_a_group_and_so_are_those_of_a_rule(found, study):
    ranks = doctor.severities(found)
    assert listed(found, study, group="findings") == np.flatnonzero(ranks).tolist() != []
    rule = next(iter(doctor.counts(found, study)))
    assert listed(found, study, group=f"rule:{rule}") == doctor.rows_of(found, rule).tolist()
    assert listed(found, study, group="rule:of-another-version") == []


def test_by_severity_the_worst_come_first_and_equal_ones_by_the_first_loss(found, study):
    ranks, values = doctor.severities(found), found.values[0]
    rows = listed(found, study, sort=browsing.SEVERITY, descending=True)
    keys = [(-int(ranks[row]), np.isnan(values[row]), -values[row]) for row in rows]
    assert keys == sorted(keys, key=lambda key: (key[0], key[1], 0.0 if key[1] else key[2]))
    up = listed(found, study, sort=browsing.SEVERITY, descending=False)
    assert [int(ranks[row]) for row in up] == sorted(int(rank) for rank in ranks)


def test_severity_is_a_condition(found, study):
    """The third has no label, the fourth a NaN, the fifth a soft target."""
    assert listed(found, study, query="severity > 2") == [3, 4]
    assert listed(found, study, query="severity = 1") == [2]
    assert listed(found, study, query="severity >= 1 labels = 1") == [3, 4]
