"""Each rule is triggered by its own study and by nothing else; clean studies trigger none."""

import re

import numpy as np
import pytest

from explorer.analysis import doctor
from explorer.analysis.doctor import RULES, Severity
from explorer.analysis.survey import survey
from explorer.losses import LOSSES
from explorer.study.examples import EXAMPLES
from tests.analysis.doctor.studies import CLEAN, OF_HUNDRED, TRIGGERS, T, calibrated, study


def found(shown):
    return doctor.counts(survey(shown), shown)


def test_every_rule_has_its_study():
    assert set(TRIGGERS) == set(RULES)


@pytest.mark.parametrize("rule", TRIGGERS)
def test_a_rule_is_triggered_by_its_study_and_by_nothing_else(rule):
    assert list(found(TRIGGERS[rule])) == [rule]


@pytest.mark.parametrize("name", CLEAN)
def test_clean_studies_have_no_findings(name):
    shown = CLEAN[name]
    assert found(shown) == {}
    assert doctor.examine(shown, shown.table.sample(0)) == ()
    assert doctor.words_of(shown, 0) == ""
    assert not doctor.severities(survey(shown)).any()


@pytest.mark.parametrize("classes", [5, 20, 100])
def test_calibrated_labels_have_neither_errors_nor_warnings(classes):
    shown = study(*calibrated(20_000, classes, seed=classes, spread=4.0), "zlpr", "bce", "smoothed_bce")
    assert {RULES[rule].severity for rule in found(shown)} <= {Severity.NOTE}


@pytest.mark.parametrize(
    ("key", "rules"),
    [
        ("five-samples", ["all-positives"]),
        ("overconfidence", []),
        ("n-choose-k", ["smoothed-mass", "imbalance", "reduction-with-n"]),
        ("a-thousand-classes", ["smoothed-mass", "imbalance", "reduction-with-n"]),
    ],
)
def test_examples_have_true_findings_only(key, rules):
    """The one warning is true: smoothing by 0.1 adds 4.85 labels to the three of n choose k."""
    shown = EXAMPLES[key].open().study
    assert list(found(shown)) == rules


def test_a_logit_of_0_is_on_neither_side():
    assert list(found(study([13.0, 0.0, 0.5, -3.0], [0, 0, 1, 0], "bce"))) == ["mislabelled"]
    half = study([4.0, 4.0, 4.0, 4.0, 0.0, 0.0], [0, 0, 0, 0, 1, 0], "bce")
    assert list(found(half)) == ["nothing-right"]


def test_many_labels_under_one_label_are_said_once():
    assert list(found(study([0.5, -0.2, 0.1], [1, 1, 1], "am_softmax"))) == ["refused", "all-positives"]


@pytest.mark.parametrize("targets", [T, [0.0] * 4, [1.0] * 4, [0.0, 1.0, 0.0, 0.0]])
@pytest.mark.parametrize("key", [key for key, loss in LOSSES.items() if loss.inputs[1] == "targets"])
def test_what_a_loss_refuses_is_an_error_that_names_it_and_what_it_cautions_a_warning(key, targets):
    """Whatever losses there will be: the cards and the doctor say the same."""
    loss, shown = LOSSES[key], study([0.9, -0.2, 0.5, -0.3], targets, key)
    said = {one.rule: one for one in doctor.examine(shown, shown.table.sample(0))}
    errors = [one for one in said.values() if one.severity is Severity.ERROR]
    assert bool(errors) == (loss.refuses(np.array(targets)) is not None)
    assert all(loss.title in one.fact for one in errors)
    if loss.cautions(np.array(targets)):
        assert loss.title in (said.get("not-one") or said["no-signal"]).fact


def test_a_refusal_is_said_as_the_cards_say_it():
    shown = study([0.9, -0.2, 0.5, -0.3], T, "flat_nce", "am_softmax", "info_nce", "r_drop")
    refused, single = doctor.examine(shown, shown.table.sample(0))[:2]
    assert refused.fact == "FlatNCE and AM-softmax take exactly one label; the targets sum to 2.00."
    assert single.fact == "The targets sum to 2; InfoNCE and R-Drop are meant for targets that sum to 1."


def test_rules_are_told_worst_first_with_all_their_words():
    ranks = [rule.severity.rank for rule in RULES.values()]
    assert ranks == sorted(ranks, reverse=True)
    for name, rule in RULES.items():
        assert name == rule.id
        for words in (rule.title, rule.why, rule.advice):
            assert words == words.strip() != ""
            assert "!" not in words
        assert rule.why.endswith(".")
        assert rule.advice.endswith(".")


def test_lessons_of_rules_are_there():
    from explorer.study.lessons import LESSONS

    assert {rule.lesson for rule in RULES.values()} <= set(LESSONS)


def the(rule):
    """The finding of a rule in its study."""
    shown = TRIGGERS[rule]
    said = (*doctor.examine(shown, shown.table.sample(0)), *doctor.table_findings(survey(shown), shown))
    found = [finding for finding in said if finding.rule == rule]
    assert found, f"rule {rule} finds nothing in its study; found are {[each.rule for each in said]}"
    return found[0]


def has_fix(rule):
    """Whether its finding has one; True where there is no finding, so that the test says so."""
    try:
        return the(rule).fix is not None
    except AssertionError:
        return True


@pytest.mark.parametrize("rule", TRIGGERS)
def test_a_finding_says_what_is_there_and_what_follows(rule):
    finding = the(rule)
    assert finding.severity is RULES[rule].severity
    assert finding.message == f"{finding.fact} {finding.meaning}"
    assert finding.fact.endswith(".")
    assert finding.meaning.endswith(".")
    assert 3 < len(finding.short) < 60
    assert not set("!{}") & set(finding.message + finding.short)
    assert not re.search(r"-\d", finding.message)  # a true minus
    if RULES[rule].scope == "sample":
        assert finding.sample == 0
        assert doctor.words_of(TRIGGERS[rule], 0) == finding.short


@pytest.mark.parametrize("rule", [rule for rule in TRIGGERS if has_fix(rule)])
def test_a_fix_heals_and_changes_nothing_in_place(rule):
    shown, finding = TRIGGERS[rule], the(rule)
    before = shown.table.arrays()[1].copy()
    healed = finding.fix.change(shown)
    assert healed != shown
    assert rule not in found(healed)
    assert np.array_equal(shown.table.arrays()[1], before, equal_nan=True)
    assert finding.fix.label


class TestNumbersThatAreStated:
    """Facts that LOSSES and peers report, as the findings say them."""

    def test_ignored_targets_cost_what_torch_says(self):
        assert "a logit of 5 then costs 505.0" in the("ignore-index").meaning

        torch = pytest.importorskip("torch")
        cost = torch.nn.functional.binary_cross_entropy_with_logits
        logit = torch.tensor([5.0], dtype=torch.float64)
        assert f"{float(cost(logit, torch.tensor([-100.0], dtype=torch.float64))):.1f}" == "505.0"
        assert f"{float(cost(logit, torch.tensor([-1.0], dtype=torch.float64))):.3f}" == "10.007"
        other = study([5.0, 0.0], [-1.0, 0.0], "bce")
        assert "costs 10.007" in doctor.examine(other, other.table.sample(0))[0].meaning

    def test_common_code_gives_nothing_on_soft_targets(self):
        assert "it gives loss 0 and gradient 0" in the("soft-under-hard").meaning
        mixed = study([2.0, -1.0], [1.0, 0.3], "zlpr")
        assert "gradient 0 at soft classes" in doctor.examine(mixed, mixed.table.sample(0))[0].meaning

    def test_flipped_labels_are_said_as_the_design_does(self):
        assert the("flipped").message == (
            "11 of 14 labels lie on the wrong side of s = 0. "
            "With 0 and 1 exchanged ZLPR falls from 8.29 to 3.39."
        )

    def test_probabilities_are_said_once(self):
        hundred = study(np.linspace(0.0, 1.0, 100), OF_HUNDRED, "bce")
        fact = doctor.examine(hundred, hundred.table.sample(0))[0].fact
        assert fact == "All 100 logits lie between 0 and 1, as probabilities do: σ was applied already."

    def test_numbers_out_of_range_are_said_as_the_card_does(self):
        shown = study([1.44, 4.113, -0.2, 3.22], [1, 0, 0, 0], "am_softmax", "flat_nce")
        finding = doctor.examine(shown, shown.table.sample(0))[0]
        card = LOSSES["am_softmax"].misreads(shown.table.sample(0).logits, shown.table.classes)
        assert finding.rule == "input-range"
        assert finding.fact.endswith(f" {card.replace('expects', 'expect')}.")
        assert "and 2 more classes are outside" in finding.fact

    def test_what_is_not_named_is_counted_in_words(self):
        shown = study([1.0] * 6, [-1.0] * 5 + [1.0], "bce")
        assert " and 2 more; elsewhere" in doctor.examine(shown, shown.table.sample(0))[0].fact

    def test_smoothing_adds_labels(self):
        assert "4.85 labels more in a sample that has 3 on average" in the("smoothed-mass").fact

    def test_sigma_is_one_from_the_stated_size_on(self):
        from explorer.analysis.doctor.sides import DTYPES

        torch = pytest.importorskip("torch")
        for name, size in DTYPES:
            logits = torch.tensor([size, size * 0.99], dtype=getattr(torch, name), requires_grad=True)
            torch.sigmoid(logits).sum().backward()
            assert float(logits.grad[0]) == 0.0
            assert float(logits.grad[1]) > 0.0

    def test_double_activation_is_stuck_at_533(self):
        logits, labels = np.where(np.arange(100) < 3, 1.0, 0.0), (np.arange(100) < 3).astype(float)
        assert f"{float(LOSSES['zlpr'].value(logits, labels)):.2f}" == "5.33"
        assert "5.33" in RULES["probabilities"].why

    def test_gradient_budget(self):
        finding = the("imbalance")
        assert "BCE pushes them up with 1.50 in all and pulls the others down with 45.00" in finding.meaning
        assert "ZLPR has 0.750 and 0.989" in finding.meaning


def test_weights_of_classes_are_told_from_the_least_to_the_largest():
    weighted = study([2.0, -1.0, 0.5], [1.0, 0.0, 1.0], ("bce", {"pos_weight": (1.0, 2.0, 5.0)}))
    found = doctor.examine(weighted, weighted.table.sample(0))
    (one,) = (finding for finding in found if finding.rule == "pos-weight-reading")
    assert one.classes == (1, 2)
    assert "π (pos_weight) 2 to 5 by class" in one.fact
    assert "p = 0.1667 to 0.3333 on" in one.meaning
