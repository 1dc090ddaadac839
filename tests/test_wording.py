"""What a person reads: one language at a time, and translations that fit what is said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from explorer import wording
from explorer.wording import LANGUAGES, noted, say, say_count, words_in
from tools import translations

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


@pytest.fixture
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak Chinese with a few translations of the test's own."""
    known = {
        ("Open {name}", ""): "打开 {name}",
        ("Left", "side"): "左",
        ("{count} runs", ""): "{count} 次运行",
    }
    monkeypatch.setitem(wording._known, "zh", known)
    wording.use("zh")
    yield
    wording.use("en")


def test_english_is_said_as_it_is_written() -> None:
    assert say("Open {name}", name="a.csv") == "Open a.csv"
    assert say("no {braces} are touched without values") == "no {braces} are touched without values"


def test_a_translation_takes_the_values(in_chinese: None) -> None:
    assert say("Open {name}", name="a.csv") == "打开 a.csv"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dog", "dog 已标注，但 s = −0.80"),
        ("狗", "狗已标注，但 s = −0.80"),
        ("猫2 狗b狗", "猫2 狗b狗已标注，但 s = −0.80"),  # a name stays as it is
    ],
)
@pytest.mark.parametrize("written", ["{name} 已标注，但 s = {s:.2f}", "{name}已标注，但 s = {s:.2f}"])
def test_a_value_has_a_space_between_scripts_alone(
    monkeypatch: pytest.MonkeyPatch, in_chinese: None, name: str, said: str, written: str
) -> None:
    text = "{name} is labelled, yet s = {s:.2f}"
    monkeypatch.setitem(wording._known, "zh", {(text, ""): written, ("of {name}", ""): "类别 {name}"})
    assert say(text, name=name, s=-0.8).replace("-", "−") == said
    assert say("of {name}", name=name) == ("类别" + name if name[0] in "狗猫" else f"类别 {name}")


def test_the_comment_tells_two_meanings_apart(in_chinese: None) -> None:
    assert say("Left", "side") == "左"
    assert say("Left", "what remains") == "Left"


def test_what_has_no_translation_is_said_in_english(in_chinese: None) -> None:
    assert say(noted("Nobody translated {this}"), this="x") == "Nobody translated x"


def test_counts_have_one_and_several(in_chinese: None) -> None:
    assert say_count(1, "{count} run", "{count} runs") == "1 run"
    assert say_count(2000, "{count} run", "{count} runs") == "2,000 次运行"


def test_words_fall_back_to_another_language() -> None:
    assert words_in({"en": "one", "zh": "一"}, "zh") == "一"
    assert words_in({"en": "one"}, "zh") == "one"
    assert words_in({}, "zh") == ""


def test_what_is_kept_is_kept_by_language(in_chinese: None) -> None:
    asked = []

    @wording.cached(maxsize=4)
    def words(name: str) -> str:
        asked.append(name)
        return say("Open {name}", name=name)

    assert words("a.csv") == words("a.csv") == "打开 a.csv"
    wording.use("en")
    assert words("a.csv") == "Open a.csv"
    assert asked == ["a.csv", "a.csv"]
    words.cache_clear()
    words("a.csv")
    assert len(asked) == 3


@pytest.mark.parametrize(("names", "found"), [(["fr", "zh-Hans-CN"], "zh"), (["fr"], "en"), ([], "en")])
def test_the_first_language_that_there_is(names: list[str], found: str) -> None:
    assert wording.first_of(names) == found


@pytest.mark.parametrize("path", sorted((ROOT / "explorer").rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_is_said_while_modules_are_imported(path: Path) -> None:
    """A text that is made at import stays in the language of the start: tables hold `noted` English."""
    if "say" not in (code := path.read_text(encoding="utf-8")):
        return
    assert list(translations.said_at_import(code)) == []


def test_a_text_said_at_import_is_seen() -> None:
    code = (
        "A = (say('x'),)\nclass B:\n    c = say('y')\n    def d(self): return say('z')\nE = lambda: say('w')"
    )
    assert list(translations.said_at_import(code)) == ["x", "y"]


@pytest.mark.parametrize(("name", "found"), [("zh_CN.UTF-8", "zh"), ("en-GB", "en"), ("de", "en")])
def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch, name: str, found: str) -> None:
    monkeypatch.setenv(wording.VARIABLE, name)
    assert wording.of_environment() == found


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'de' is unknown; allowed: en, zh"):
        wording.use("de")  # type: ignore[arg-type]


def test_every_language_has_a_name_and_a_file() -> None:
    assert set(wording.NAMES) == set(LANGUAGES) == {"en", *wording.FILES}


@pytest.mark.parametrize("path", translations.FILES, ids=lambda path: path.stem)
def test_the_file_is_that_of_the_code(path: Path) -> None:
    """After a text was changed: `python -m tools.translations`."""
    assert path.read_text(encoding="utf-8") == translations.updated(path)


@pytest.mark.parametrize("path", translations.FILES, ids=lambda path: path.stem)
def test_translations_take_the_same_values(path: Path) -> None:
    for (text, _), translation in translations.read(path).items():
        if translation:
            assert translations.names_in(translation) == translations.names_in(text), text


@pytest.mark.parametrize("path", translations.FILES, ids=lambda path: path.stem)
def test_chinese_has_a_space_between_scripts(path: Path) -> None:
    """Between a Chinese character and a Latin letter or digit, as the rules for words say."""
    touching = re.compile(r"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]")
    for text, translation in translations.read(path).items():
        assert not touching.search(translation), (text, translation)


def test_the_collector_finds_what_is_shown() -> None:
    code = (
        'say("A {x}", x=1); say("B" if y else "C"); say("D", "door"); say_count(n, "one", "many"); noted("E")'
    )
    found = {(each.text, each.comment) for each in translations.texts_of(code, "explorer/x.py")}
    assert found == {("A {x}", ""), ("B", ""), ("C", ""), ("D", "door"), ("one", ""), ("many", ""), ("E", "")}


def test_a_say_of_another_module_is_not_collected() -> None:
    code = "from explorer.cli.messages import say\nsay('to the terminal')"
    assert list(translations.texts_of(code, "explorer/x.py")) == []


def test_records_give_their_fields_by_name_and_by_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "RECORDS", {"Door": {"title": 1, "hint": None, "menu/": None}})
    code = (
        'HINT = "open it"\nDoor("key", "Front", hint=HINT, menu="&House/&Way in"); Door("key", title="Back")'
    )
    found = [each.text for each in translations.texts_of(code, "explorer/x.py")]
    assert found == ["Front", "open it", "&House", "&Way in", "Back"]


def test_lines_are_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, lines = tmp_path / "zh_CN.ts", tmp_path / "mine.tsv"
    texts = {
        ("Left", "side"): ["a.py"],
        ("Two\nlines", ""): ["a.py"],
        ("Kept", ""): ["b.py"],
        ("New", ""): ["b.py"],
    }
    path.write_text(translations.written("zh_CN", texts, {("Kept", ""): "留"}), encoding="utf-8")
    monkeypatch.setattr(translations, "collected", lambda: texts)
    monkeypatch.setattr(translations, "FILES", (path,))
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    assert "Left\t\tside" in translations.missing(path)
    lines.write_text("# mine\nLeft\t左\tside\n\nTwo\\nlines\t两\\n行\nGone\t没\n", encoding="utf-8")
    translations.main(["--take", str(lines)])
    assert translations.read(path) == {
        ("Left", "side"): "左",
        ("Two\nlines", ""): "两\n行",
        ("Kept", ""): "留",
        ("New", ""): "",
    }


@pytest.mark.parametrize("line", ["Open {name}", "Open {name}\t打开 {file}"])
def test_a_line_that_does_not_fit_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        translations.lines_of(line)


def test_the_file_reads_back_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "zh_CN.ts"
    texts = {("a < \"b\" & 'c'", ""): ["explorer/x.py"], ("left", "side"): ["explorer/y.py"]}
    path.write_text(translations.written("zh_CN", texts, {("left", "side"): "左"}), encoding="utf-8")
    assert translations.read(path) == {("a < \"b\" & 'c'", ""): "", ("left", "side"): "左"}
    assert ElementTree.parse(path).getroot().get("language") == "zh_CN"


# what two texts, alike but for their signs, may mean apart: a count and what is counted, a size and a word
APART = frozenset(
    [
        *("across", "classes", "error", "labelled classes", "labels", "new story", "show", "step", "steps"),
        *("the end", "up", "updates", "what"),
    ]
)


def test_one_term_has_one_translation() -> None:
    found: dict[str, set[str]] = {}
    for (text, _), translation in translations.read(translations.FILES[0]).items():
        term = re.sub(r"[&.…:]", "", text).strip().lower()
        if translation and len(term) > 1 and "language" not in term:
            found.setdefault(term, set()).add(re.sub(r"\(&.\)|[…：。]", "", translation).strip())
    assert {term: said for term, said in found.items() if len(said) > 1 and term not in APART} == {}
