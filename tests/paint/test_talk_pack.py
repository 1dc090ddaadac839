"""A talk pack as a page: whole, alone, in both languages, and under the hand of a browser."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from explorer.analysis.story_numbers import caption, staged
from explorer.paint.talk_pack import languages_of, talk_pack
from explorer.paint.theme import DARK
from explorer.plots.live import is_live
from explorer.study.stories import STORIES, controls
from tests.paint.scripts import browser, dumped

LARGEST = 3_000_000  # bytes
VOID = {"meta", "input"}
pytestmark = pytest.mark.usefixtures("qapp")
needs_browser = pytest.mark.skipif(browser() is None, reason="no browser is installed")


@pytest.fixture(scope="module")
def packs(qapp):
    return {key: talk_pack(story, "en") for key, story in STORIES.items()}


def test_a_pack_is_small_and_holds_every_word(packs):
    for key, story in STORIES.items():
        text = packs[key]
        assert len(text.encode()) < LARGEST, key
        for language in ("en", "zh"):
            for step in story.steps:
                for words in (step.titles[language], caption(step, staged(step), language)):
                    assert html.escape(words) in text, f"{key}: {words}"


def test_nothing_in_a_pack_asks_for_anything_outside(packs):
    for key, text in packs.items():
        assert not re.findall(r"\b(?:https?|ftp|wss?):", text), key
        assert not re.findall(r"\s(?:src|href|srcset|action)=", text), key
        assert set(re.findall(r"url\((.)", text)) <= {"#"}, key
        assert not re.findall(r"@import|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", text), key


def test_the_policy_allows_the_pages_own_style_and_script_alone(packs):
    text = packs["zlpr"]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    for kind, found in (("style", re.findall(r"<style>(.*?)</style>", text, re.DOTALL)),
                        ("script", re.findall(r"<script>(.*?)</script>", text, re.DOTALL))):  # fmt: skip
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"
    assert " style=" not in text, "the policy would drop it"


class _Tags(HTMLParser):
    """Whether every element that begins ends, and the names that elements have."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.names += [value for key, value in attrs if key == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.names += [value for key, value in attrs if key == "id"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_element_ends_and_every_name_is_one_elements(packs):
    for key, text in packs.items():
        tags = _Tags()
        tags.feed(text)
        assert not tags.open, key
        assert len(tags.names) == len(set(tags.names)), key


def test_a_pack_opens_in_what_is_asked_for():
    story = STORIES["overconfident"]
    text = talk_pack(story, "zh", DARK)
    assert '<html lang="zh" data-theme="dark">' in text
    assert talk_pack(story, "en").startswith('<!DOCTYPE html>\n<html lang="en" data-theme="system">')


def test_a_story_in_one_language_has_no_switch():
    story = STORIES["overconfident"]
    step = replace(story.steps[0], titles=MappingProxyType({"en": "One"}))
    single = replace(story, steps=(step,))
    assert languages_of(single) == ("en",)
    text = talk_pack(single, "en")
    assert 'lang="zh"' not in text.split("</style>")[1].split("<script")[0]
    assert 'id="language"' not in text


def test_a_language_of_some_steps_is_there_and_falls_back_as_on_stage():
    story = STORIES["overconfident"]
    words = MappingProxyType({"en": "Only so"})
    steps = (replace(story.steps[0], titles=words, captions=words), *story.steps[1:])
    mixed = replace(story, steps=steps)
    assert languages_of(mixed) == ("en", "zh")
    text = talk_pack(mixed, "en")
    assert 'id="language"' in text
    first = text.split('data-step="0" lang="zh"')[1].split("</section>")[0]
    assert first.count("Only so") == 2


def test_texts_of_a_story_cannot_leave_their_place():
    bad = "</script><script>alert(1)</script>\"&'{x}"
    story = STORIES["overconfident"]
    step = replace(
        story.steps[0], titles=MappingProxyType({"en": bad}), captions=MappingProxyType({"en": bad})
    )
    text = talk_pack(replace(story, titles=MappingProxyType({"en": bad}), steps=(step,)), "en")
    assert "<script>alert" not in text
    assert text.count("<script") == 2


# In a browser


def visible(dom: str) -> str:
    """The section that is shown."""
    return re.search(r'<section class="[^"]*\bnow\b[^"]*"[^>]*>.*?</section>', dom, re.DOTALL)[0]


@needs_browser
@pytest.mark.parametrize("key", list(STORIES))
def test_a_browser_opens_every_story_without_a_word(packs, key, tmp_path):
    page = tmp_path / "pack.html"
    page.write_text(packs[key], encoding="utf-8")
    dom, said = dumped(page, tmp_path, address="#2")
    assert "CONSOLE" not in said
    shown = visible(dom)
    assert html.escape(STORIES[key].steps[1].titles["en"]) in shown
    assert ('class="live"' in shown) == is_live(STORIES[key].steps[1])


def driven(text, tmp_path, script):
    """What a script that uses the page finds; the policy, which would not let it, is taken off."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page = tmp_path / "driven.html"
    run = f"<script>document.body.textContent = JSON.stringify((() => {{ {script} }})());</script></body>"
    page.write_text(free.replace("</body>", run), encoding="utf-8")
    dom, said = dumped(page, tmp_path)
    assert "CONSOLE" not in said, said
    return json.loads(html.unescape(re.search(r"<body>(.*)</body>", dom, re.DOTALL)[1]))


KEYS = """
const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
const now = () => document.querySelector("section.now");
const title = () => now().querySelector(".title").textContent;
"""


@needs_browser
def test_keys_step_and_switch(packs, tmp_path):
    found = driven(packs["zlpr"], tmp_path, KEYS + """
      const found = {};
      for (const key of "ArrowRight,PageDown, ,ArrowLeft,PageUp,End,ArrowRight,Home,ArrowLeft".split(",")) {
        press(key);
        (found.steps ??= []).push(Talk.at());
      }
      press("l"); found.zh = title(); press("l"); found.en = title();
      press("b"); found.blank = document.documentElement.classList.contains("blank");
      press("b"); found.back = document.documentElement.classList.contains("blank");
      press("t"); found.theme = document.documentElement.dataset.theme;
      press("n"); found.notes = getComputedStyle(now().querySelector(".notes")).display;
      found.dots = document.querySelectorAll("#dots button").length;
      const isShown = (one) => getComputedStyle(one).display !== "none";
      found.shown = [...document.querySelectorAll("section")].filter(isShown).length;
      return found;""")  # fmt: skip
    story = STORIES["zlpr"]
    last = len(story) - 1
    assert found["steps"] == [1, 2, 3, 2, 1, last, last, 0, 0]
    assert (found["zh"], found["en"]) == (story.steps[0].titles["zh"], story.steps[0].titles["en"])
    assert (found["blank"], found["back"]) == (True, False)
    assert found["theme"] == "dark"
    assert found["notes"] == "block"
    assert (found["dots"], found["shown"]) == (len(story), 1)


@needs_browser
def test_the_slider_moves_the_figures_and_the_caption(packs, tmp_path):
    story = STORIES["n-choose-k"]
    place, step = next((at, one) for at, one in enumerate(story.steps) if is_live(one) and one.control)
    found = driven(packs["n-choose-k"], tmp_path, KEYS + f"""
      Talk.show({place});
      const text = () => now().querySelector(".caption").textContent, before = text();
      const drawn = now().querySelector(".card").innerHTML, input = now().querySelector("input");
      input.value = 250;
      input.dispatchEvent(new Event("input", {{bubbles: true}}));
      const after = text(), said = now().querySelector("output").textContent;
      const isDrawn = now().querySelector(".card").innerHTML !== drawn;
      press("r");
      return {{before, after, said, isDrawn, reset: text()}};""")  # fmt: skip
    state = staged(step)
    moved = controls.moved(step.control, state, controls.value_at(step.control, 0.25))
    assert found["before"] == found["reset"] == caption(step, state, "en")
    assert found["after"] == caption(step, moved, "en") != found["before"]
    assert found["said"] == controls.written(step.control, moved)
    assert found["isDrawn"]


@needs_browser
def test_bars_are_dragged_labels_clicked_and_stale_numbers_marked(packs, tmp_path):
    place = next(
        at for at, one in enumerate(STORIES["soft-labels"].steps)
        if one.cards[0] == "logits" and any(each.quantity == "form_value" for each in one.numbers)
    )  # fmt: skip
    found = driven(packs["soft-labels"], tmp_path, KEYS + f"""
      Talk.show({place});
      const card = now().querySelector(".card"), box = () => card.getBoundingClientRect();
      card.setPointerCapture = () => {{}};
      const at = (x, y) => ({{clientX: x, clientY: y, button: 0, bubbles: true}});
      const send = (kind, x, y) => card.dispatchEvent(new PointerEvent(kind, at(x, y)));
      const where = (id) => {{
        const area = Paint.boxOf(card.place, card.figure.handles.find((one) => one.id === id));
        const unit = box().width / card.place.width;
        return [box().left + (area.x + area.width / 2) * unit, box().top + (area.y + area.height / 2) * unit];
      }};
      const [x, y] = where("logit:1"), before = Talk.states().logits;
      send("pointerdown", x, y);
      send("pointermove", x, y - 40);
      send("pointerup", x, y - 40);
      const dragged = Talk.states().logits, labels = Talk.states().targets;
      send("pointerdown", ...where("target:0"));
      const clicked = Talk.states().targets;
      return {{before, dragged, labels, clicked, old: now().querySelectorAll(".old").length,
        note: now().querySelector(".old-note").hidden}};""")  # fmt: skip
    assert found["dragged"][1] > found["before"][1] + 0.1
    assert found["dragged"][1] == round(found["dragged"][1], 2)
    others = [0, 2, 3]
    assert [found["dragged"][at] for at in others] == [found["before"][at] for at in others]
    assert found["clicked"][0] in (0, 1)
    assert found["clicked"][0] != found["labels"][0]
    assert found["old"] >= 1
    assert found["note"] is False


@needs_browser
def test_the_bold_name_follows_the_hand_and_notes_leave_the_caption_to_be_read(packs, tmp_path):
    key, place = next(
        (key, at) for key, story in STORIES.items() for at, step in enumerate(story.steps)
        if is_live(step) and "gradient" in step.cards and step.notes
    )  # fmt: skip
    card = STORIES[key].steps[place].cards.index("gradient")
    found = driven(packs[key], tmp_path, KEYS + f"""
      Talk.show({place});
      const at = {card}, card = () => now().querySelectorAll(".card")[at];
      const bold = () => card().figure.x.ticks.filter((tick) => tick.bold).map((tick) => tick.at);
      const before = bold();
      Talk.edit({{...Talk.states(), held: 2}});
      document.documentElement.classList.add("with-notes");
      const notes = now().querySelector(".notes").getBoundingClientRect();
      const caption = now().querySelector(".caption").getBoundingClientRect();
      const clear = notes.bottom <= caption.top + 1;
      return {{before, after: bold(), clear, seen: notes.height > 20}};""")  # fmt: skip
    assert found["before"] == [STORIES[key].steps[place].look.held]
    assert found["after"] == [2]
    assert found["clear"]
    assert found["seen"]
