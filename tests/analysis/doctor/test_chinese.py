"""The doctor in Chinese: the same rules, severities and classes, and nothing English left in a sentence."""

import re

import pytest

from explorer import wording
from explorer.analysis import doctor
from explorer.analysis.doctor import RULES
from explorer.analysis.doctor.words import joined, listed, named, stated
from explorer.analysis.survey import survey
from tests.analysis.doctor.studies import TRIGGERS

HAN = re.compile(r"[一-鿿]")
ENGLISH = re.compile(r"\b(?:the|is|are|of|and|has|have|with|for|under|to)\b")  # in no name that stays


def told(shown):
    found = survey(shown)
    of_table = doctor.table_findings(found, shown)
    of_samples = (
        each
        for row in range(min(len(shown.table), 3))
        for each in doctor.examine(shown, shown.table.sample(row))
    )
    return [*of_table, *(each for each in of_samples if each.sample is not None)]


def texts(finding):
    fix = [] if finding.fix is None else [finding.fix.label]
    return [finding.fact, finding.meaning, finding.message, finding.short, *fix]


@pytest.mark.parametrize("rule", TRIGGERS)
def test_every_finding_is_said_in_chinese_and_in_english_again(rule):
    shown = TRIGGERS[rule]
    before = told(shown)
    with wording.speaking("zh"):
        now = told(shown)
        for finding in now:
            for text in texts(finding):
                assert HAN.search(text), text
                assert not ENGLISH.search(text), text
                assert "  " not in text
        said = doctor.summary(survey(shown), shown)
        assert HAN.search(said)
        assert not ENGLISH.search(said)
    assert [(each.rule, each.severity, each.sample, each.classes) for each in now] == [
        (each.rule, each.severity, each.sample, each.classes) for each in before
    ]
    assert [texts(each) for each in told(shown)] == [texts(each) for each in before]
    assert not any(HAN.search(text) for each in before for text in texts(each))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_says_why_and_what_to_do_in_chinese(rule):
    with wording.speaking("zh"):
        for text in (rule.title, rule.why, rule.advice):
            assert HAN.search(wording.say(text)), text


def test_parts_of_sentences_are_put_together_as_chinese_does():
    names = ["猫", "dog", "狗", "owl"]
    with wording.speaking("zh"):
        assert named(names, [0, 1, 2, 3]) == "猫、dog、狗、+1"
        assert listed(["ZLPR", "BCE", "交叉熵"]) == "ZLPR、BCE 和交叉熵"
        assert joined("一。", "", "二。") == "一。二。"
        assert stated("Target", names, [0], [2.0]) == "猫的目标：2"
        assert stated("Logit", names, [1], [0.0, 2.0]) == "dog 的 logit：2"
        assert stated("Logit", names, [0, 1, 2, 3], [1.0, 2.0, 3.0, 4.0]) == (
            "4 个类别的 logit：猫 1、dog 2、狗 3，另有 1 个"
        )
