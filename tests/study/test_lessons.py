import json
import re
from itertools import pairwise

import pytest

from explorer.analysis.doctor import RULES
from explorer.plots import PLOTS
from explorer.resources import asset
from explorer.study.lessons import CHAPTERS, LESSONS, LessonFailure, Lessons, Number, read_lesson
from explorer.wording import LANGUAGES

KEYS = """soft-labels-hard-zlpr one-sample-many-losses soft-zlpr-reading gradient-budget value-and-n
    targets-outside multi-hot-cross-entropy clamped-logs double-activation sparse-zlpr smoothing-conventions
    saturation peel sharpening single-label n-sigmoids k-subsets newton pairwise-threshold soft-labels
    norm-growth two-outputs several-losses margins-precision hard-labels-reading smoothed-mass empty-side"""
TRAPS = 14  # the other ones are the path
DEFAULTS = {0.1, 0.2, 0.35, 2.0, 4.0}  # settings of losses that a sentence may name
CHINESE = r"[\u4e00-\u9fff]"
NUMBER = re.compile(r"(?<![A-Za-z⁻\d.,])[−+]?\d[\d,]*(?:\.\d+)?")


def document(key: str) -> dict:
    return json.loads(asset(f"lessons/{key}.json").read_text(encoding="utf-8"))


def words(key: str, language: str) -> list[str]:
    found = document(key)
    return [
        found["title"][language],
        *found["text"][language],
        *(each[language] for each in found["numbers"]),
    ]


def test_the_lessons_are_these_in_this_order() -> None:
    assert list(LESSONS) == KEYS.split()
    assert [lesson.order for lesson in LESSONS.values()] == list(range(1, len(LESSONS) + 1))
    chapters = [lesson.chapter for lesson in LESSONS.values()]
    assert chapters == ["traps"] * TRAPS + ["path"] * (len(LESSONS) - TRAPS)


@pytest.mark.parametrize("key", LESSONS)
def test_a_lesson_opens_as_its_file_says(key) -> None:
    lesson = LESSONS[key]
    opened = lesson.open()
    assert opened.path is None
    assert opened.study.title == lesson.title()
    assert opened.study.shown
    assert opened.look == opened.look.within(opened.study)
    assert opened.look.enlarged is None or opened.look.enlarged in PLOTS


@pytest.mark.parametrize("key", LESSONS)
def test_both_languages_say_as_much(key) -> None:
    found = document(key)
    english, chinese = (found["text"][language] for language in LANGUAGES)
    assert len(english) == len(chinese)
    for one, other in zip(english, chinese, strict=True):
        assert set(re.findall(r"\{\w+\}", one)) == set(re.findall(r"\{\w+\}", other))
    # a Chinese letter says about as much as two and a half Latin ones
    assert 0.3 < len("".join(chinese)) / len("".join(english)) < 0.62


@pytest.mark.parametrize("key", LESSONS)
def test_words_are_plain(key) -> None:
    for text in words(key, "en"):
        assert not re.search(r"!|please|successfully|  |\d\.\d+\.|(?<!\w)-\d", text, re.IGNORECASE), text
    for text in words(key, "zh"):
        assert not re.search(r"[请您!！]|  ", text), text
        assert not re.search(rf"{CHINESE}[A-Za-z0-9{{(+−]|[A-Za-z0-9}})]{CHINESE}", text), text
        assert not re.search(rf"{CHINESE}\s*[,;:.?]", text), text
    for line in document(key)["text"]["en"]:
        assert line.endswith(".")
    for line in document(key)["text"]["zh"]:
        assert line.endswith("。")


@pytest.mark.parametrize("key", LESSONS)
def test_a_sentence_quotes_numbers_and_writes_none_of_its_own(key) -> None:
    """What is written out is an input of the study, a setting, or a small count."""
    given = {*inputs(document(key)), *range(4), 0.5}
    for language in LANGUAGES:
        for line in document(key)["text"][language]:
            for found in NUMBER.findall(re.sub(r"\{\w+\}", "", line)):
                value = float(found.replace(",", "").replace("−", "-"))
                assert {value, -value} & given, f"{found} in {line}"


def inputs(found: object) -> set[float]:
    """Every number of a study and of what the quantities take, also counts and differences of classes."""
    if isinstance(found, bool):
        return set()
    if isinstance(found, int | float):
        return {float(found)}
    if isinstance(found, list):
        return set().union({float(len(found))}, *map(inputs, found))
    if not isinstance(found, dict):
        return set()
    made = set().union(*(inputs(part) for name, part in found.items() if name not in ("expected", "within")))
    return made | DEFAULTS if "loss" in found else made


def test_rules_of_the_doctor_name_lessons_that_there_are() -> None:
    named = {rule.lesson for rule in RULES.values() if rule.lesson is not None}
    assert named <= set(LESSONS)
    assert named


def test_chapters_have_a_name_in_every_language() -> None:
    assert all(set(titles) == set(LANGUAGES) for titles in CHAPTERS.values())
    assert LESSONS["peel"].chapter_title("zh") == "陷阱"


# Numbers as they are written


@pytest.mark.parametrize(
    ("expected", "within", "value", "text"),
    [
        (2.1973, 5e-5, 2.1972587, "2.1973"),
        (505.0, 0.05, 505.0067, "505.0"),
        (693, 0.5, 693.147, "693"),
        (-4.993, 5e-4, -4.99328, "−4.993"),
        (0.0, 0.05, -1e-11, "0.0"),
        (0.0, 0.0, 0.0, "0"),
        (3.991e-7, 5e-11, 3.9909e-7, "3.991 × 10⁻⁷"),
        (float("-inf"), 0.0, float("-inf"), "−∞"),
        (float("nan"), 0.0, float("nan"), "NaN"),
    ],
)
def test_a_number_is_written_as_it_is_stated_and_holds(expected, within, value, text) -> None:
    number = Number("x", {"en": "x", "zh": "x"}, "value", {}, expected, within)
    assert number.holds(value)
    assert number.stated == text


def test_a_number_that_is_off_does_not_hold() -> None:
    number = Number("x", {"en": "x", "zh": "x"}, "value", {}, 0.9040, 5e-5)
    assert not number.holds(0.90411)
    assert not number.holds(float("nan"))
    assert not Number("x", {"en": "x", "zh": "x"}, "value", {}, 0.0).holds(1e-300)
    bound = Number("x", {"en": "x", "zh": "x"}, "value", {}, 1e-14, at_most=True)
    assert bound.holds(1e-15)
    assert not bound.holds(1e-13)
    assert bound.stated == "≤ 1 × 10⁻¹⁴"


# Files with faults


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: found.update(chapter="more"), "lesson.chapter: 'more'; allowed are traps, path"),
        (lambda found: found.pop("order"), "lesson.order: None; allowed is int"),
        (lambda found: found.update(colour="red"), "lesson.colour: unknown"),
        (lambda found: found["title"].pop("zh"), "lesson.title.zh: None; allowed is str"),
        (lambda found: found["text"].update(en=["One."]), "text.en: allowed are two to five sentences"),
        (lambda found: found["text"].update(en=["{gone}."] * 2), "text.en: no number 'gone'"),
        (lambda found: found["text"].update(en=["{gone."] * 2), "text.en: '{gone.'"),
        (lambda found: found["numbers"][0].update(expected="many"), "numbers[0].expected: 'many'"),
        (lambda found: found["numbers"][0].pop("expected"), "numbers[0].expected: missing"),
        (lambda found: found.update(numbers=[]), "numbers: allowed are one or more"),
        (lambda found: found["study"].update(rows=1), "study.rows: unknown"),
    ],
)
def test_a_fault_is_said_with_its_file_and_place(tmp_path, change, said) -> None:
    found = document("one-sample-many-losses")
    change(found)
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(found))
    with pytest.raises(LessonFailure, match=re.escape(f"wrong.json: {said}")):
        read_lesson(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda found: found["study"]["losses"].append({"loss": "gone"}),
            "study.losses[5].loss: no loss",
        ),
        (lambda found: found["study"]["losses"][0].update(speed=1), "study.losses[0]: loss 'zlpr'"),
        (lambda found: found["study"]["logits"][0].append("x"), "study.logits[0][4]: 'x'"),
        (lambda found: found["study"]["logits"][0].append(1), "study: "),
        (lambda found: found["look"].update(held="gone"), "look.held: no class 'gone'; there are cat"),
    ],
)
def test_a_study_that_cannot_be_made_is_said(tmp_path, change, said) -> None:
    found = document("one-sample-many-losses")
    change(found)
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(found))
    with pytest.raises(LessonFailure, match=re.escape(f"wrong.json: {said}")):
        read_lesson(path).open()


def test_what_is_no_json_is_said(tmp_path) -> None:
    (tmp_path / "wrong.json").write_text("{")
    with pytest.raises(LessonFailure, match=r"wrong\.json: it cannot be read as JSON"):
        list(Lessons(tmp_path))


def test_lessons_are_read_when_they_are_first_asked_for(tmp_path) -> None:
    found = Lessons(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps(document("sharpening")))
    (tmp_path / "a.json").write_text(json.dumps(document("peel") | {"order": 99}))
    assert list(found) == ["b", "a"]
    assert all(one.order < other.order for one, other in pairwise(found.values()))
