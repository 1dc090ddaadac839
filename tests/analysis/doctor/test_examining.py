"""One sample, live, agrees with the pass over all of them; answers are kept."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.analysis import doctor
from explorer.analysis.doctor.registry import BITS
from explorer.analysis.passes import evaluate_all
from explorer.analysis.survey import Survey, survey
from explorer.study.study import ShownLoss
from tests.analysis.doctor.studies import LABELS, SEPARATED, calibrated, inverted, study

NUMBERS = st.one_of(
    st.floats(-20, 20),
    st.sampled_from([0.0, -0.0, 1.0, 0.5, 8.0, 12.0, 17.0, float("nan"), float("inf"), float("-inf")]),
)
TARGETS = st.one_of(st.sampled_from([0.0, 1.0, 0.05, 0.95, -1.0, -100.0, 2.0, float("nan")]), st.floats(0, 1))
KEYS = st.sampled_from(
    [
        "zlpr",
        "soft_zlpr",
        "smoothed_zlpr",
        "bce",
        "smoothed_bce",
        "cross_entropy",
        "focal",
        "hill",
        "pairwise",
    ]
)


@st.composite
def tables(draw):
    rows, classes = draw(st.integers(1, 6)), draw(st.integers(1, 14))
    hard = draw(st.booleans())
    targets = st.sampled_from([0.0, 1.0]) if hard else TARGETS
    block = [
        [draw(st.lists(numbers, min_size=classes, max_size=classes)) for _ in range(rows)]
        for numbers in (NUMBERS, targets)
    ]
    return study(*block, *draw(st.lists(KEYS, min_size=1, max_size=3, unique=True)))


@settings(deadline=None)
@given(shown=tables())
def test_one_sample_and_the_whole_pass_agree(shown):
    everything = survey(shown)
    for row in range(len(shown.table)):
        live = {finding.rule for finding in doctor.examine(shown, shown.table.sample(row))} & set(BITS)
        batch = {rule for rule in BITS if row in doctor.rows_of(everything, rule)}
        assert live == batch


@settings(deadline=None)
@given(shown=tables())
def test_severities_are_those_of_the_worst_finding(shown):
    ranks = doctor.severities(survey(shown))
    for row in range(len(shown.table)):
        own = [f for f in doctor.examine(shown, shown.table.sample(row)) if f.sample == row]
        assert ranks[row] == max((finding.severity.rank for finding in own), default=0)
        assert bool(doctor.words_of(shown, row)) == bool(own)


def test_findings_are_kept_while_nothing_changes():
    shown = study(SEPARATED, 1.0 - LABELS, "bce")
    sample = shown.table.sample(0)
    assert doctor.examine(shown, sample) is doctor.examine(replace(shown, title="other"), sample)
    edited = shown.with_table(shown.table.with_logit(1, 0, 3.0))
    assert doctor.examine(edited, edited.table.sample(0)) is doctor.examine(shown, sample)
    off = replace(shown, shown=(*shown.shown, ShownLoss("pairwise", on=False)))
    assert doctor.examine(off, sample) is doctor.examine(shown, sample)


class TestWholeTable:
    def test_edited_rows_are_patched(self):
        shown = study(*calibrated(50, 8, 1), "bce")
        before = survey(shown)
        edited = shown.with_table(shown.table.with_target(7, 2, float("nan")).with_target(9, 0, -1.0))
        after = before.caught_up(edited)
        anew = survey(edited)
        assert doctor.counts(after, edited) == doctor.counts(anew, edited)
        assert doctor.counts(after, edited)["ignore-index"] == 1
        assert np.array_equal(doctor.severities(after), doctor.severities(anew))
        assert np.array_equal(after.positives, anew.positives)
        assert doctor.rows_of(after, "targets-not-finite").tolist() == [7]
        assert doctor.counts(after.caught_up(shown), shown) == doctor.counts(before, shown)

    def test_positives_are_counted_in_blocks_by_threads(self):
        shown = study(*calibrated(9_000, 30, 2), "bce")
        found = evaluate_all(shown.table, 30, shown.shown, threads=3)
        assert np.array_equal(found.positives, (shown.table.arrays()[1] > 0.5).sum(axis=0))

    def test_contradictions_are_found_among_blocks_and_told_with_both_names(self):
        logits, labels = calibrated(6_000, 40, 3)
        logits[5_900] = logits[17]
        labels[5_900, 4] = 1.0 - labels[17, 4]
        logits[5_000], labels[5_000] = logits[100], labels[100]  # the same sample twice is none
        shown = study(logits, labels, "bce")
        found = survey(shown)
        assert found.twins.tolist() == [[17, 5_900]]
        assert doctor.rows_of(found, "contradicting").tolist() == [17, 5_900]
        told = [f for f in doctor.table_findings(found, shown) if f.rule == "contradicting"]
        assert len(told) == 1
        assert told[0].sample == 5_900
        assert told[0].fact.startswith("sample 5901 has the logits of sample 18")

    def test_a_contradiction_that_was_edited_away_is_no_longer_told(self):
        shown = study([[1.0, 2.0], [1.0, 2.0]], [[0.0, 1.0], [1.0, 1.0]], "bce")
        found = survey(shown)
        assert "contradicting" in doctor.counts(found, shown)
        healed = shown.with_table(shown.table.with_target(1, 0, 0.0))
        assert "contradicting" not in doctor.counts(found.caught_up(healed), healed)

    def test_a_table_of_exchanged_labels_is_said_first_and_mended_in_one_step(self):
        shown = study(*inverted(), "bce")
        first = doctor.table_findings(survey(shown), shown)[0]
        assert first.rule == "labels-inverted"
        assert re.search(r"F1 at s > 0 rises from 0\.\d\d to 0\.[89]\d on average", first.meaning)
        assert first.fix.label == "Exchange 0 and 1 in all 40 samples"
        healed = first.fix.change(shown)
        assert np.array_equal(healed.table.arrays()[1], 1.0 - shown.table.arrays()[1])
        assert "labels-inverted" not in doctor.counts(survey(healed), healed)

    def test_a_large_table_of_exchanged_labels_has_words_and_its_numbers_are_read_in_pieces(self):
        logits, labels = calibrated(40_000, 20, 1)
        shown = study(logits, 1.0 - labels, "bce")
        first = doctor.table_findings(survey(shown), shown)[0]
        assert (first.rule, first.fix) == ("labels-inverted", None)
        assert first.meaning.endswith("mend the file.")
        assert next(iter(doctor.counts(survey(shown), shown))) == "labels-inverted"

    @pytest.mark.parametrize("seed", range(8))
    @pytest.mark.parametrize("bias", [-2.0, 0.0, 2.0])
    def test_an_untrained_model_with_frequent_classes_is_not_called_inverted(self, seed, bias):
        """Its logits are the same for all samples but for little, whatever the classes' frequencies."""
        random = np.random.default_rng(seed)
        frequency = np.linspace(0.9, 0.05, 10)
        labels = (random.random((200, 10)) < frequency).astype(float)
        logits = bias + np.linspace(-1.0, 1.0, 10) + random.normal(0.0, 0.3, (200, 10))
        shown = study(logits, labels, "bce")
        assert "labels-inverted" not in doctor.counts(survey(shown), shown)

    def test_samples_are_counted_once_and_what_is_counted_is_said(self):
        shown = study([[1.0, 2.0]] * 3, [[-1.0, 2.0], [0.0, 1.0], [2.0, 0.0]], ("bce", {"pos_weight": 3.0}))
        assert doctor.summary(survey(shown), shown).startswith("2 samples with errors; 1 finding about")
        shown = study([[1.0, 2.0]], [[-1.0, 2.0]], "bce")
        assert doctor.summary(survey(shown), shown) == "1 sample with an error"
        shown = study(*inverted(), "bce")
        assert doctor.summary(survey(shown), shown) == "nothing in single samples; 1 finding about the table"
        shown = study(SEPARATED, LABELS, "pairwise")
        assert doctor.summary(survey(shown), shown) == "nothing in single samples; 1 finding about the losses"
        shown = study(SEPARATED, LABELS, "bce")
        assert doctor.summary(survey(shown), shown) == "nothing found"

    def test_untrained_rows_are_no_contradictions(self):
        shown = study(np.zeros((4, 3)), np.eye(4, 3), "bce")
        assert len(survey(shown).twins) == 0

    def test_table_findings_are_kept(self):
        shown = study(SEPARATED, LABELS, "pairwise")
        found = survey(shown)
        assert doctor.table_findings(found, shown) is doctor.table_findings(found, shown)
        assert [f.rule for f in doctor.table_findings(found, shown)] == ["no-threshold"]

    def test_a_survey_of_other_losses_can_be_asked(self):
        shown = study(SEPARATED, LABELS, "bce")
        assert isinstance(survey(shown), Survey)
        assert doctor.counts(survey(replace(shown, shown=())), shown) == {}

    def test_rules_there_are_not_are_refused(self):
        with pytest.raises(KeyError):
            doctor.rows_of(survey(study(SEPARATED, LABELS, "bce")), "no such rule")


def test_no_chance_collision_of_prints_of_short_numbers():
    from explorer.analysis.doctor.twins import prints_of

    random = np.random.default_rng(0)
    logits = np.unique(random.integers(-4, 5, (200_000, 12)).astype(float) / 2, axis=0)
    prints = prints_of(logits, logits)
    assert len(np.unique(prints[0])) == len(logits)
