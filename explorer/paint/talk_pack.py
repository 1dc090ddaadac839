"""A story as one page for a browser: its pictures, and its elementary losses live, without any network.

The page holds everything that it needs. Its policy allows what it brings itself and nothing else: one style
and one script by their hashes, and pictures as data.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from explorer import wording
from explorer.analysis.story_numbers import notes, staged
from explorer.paint import header
from explorer.paint.fonts import MONO_FACES, SANS_FACES
from explorer.paint.pack_pictures import escaped, picture
from explorer.paint.theme import DARK, LIGHT, PRINT
from explorer.plots import numbers, stage
from explorer.plots.live import is_live, live_step, live_words
from explorer.plots.looks import BAR_FILLINGS, DASHES, MARKER_FILLINGS, MARKERS
from explorer.resources import asset
from explorer.wording import LANGUAGES, say, words_in

if TYPE_CHECKING:
    from explorer.paint.theme import Theme
    from explorer.plots.layout import Box
    from explorer.plots.stage import Page
    from explorer.study.state import State
    from explorer.study.stories import Step, Story
    from explorer.wording import Language

FOLDER: Final = "talk_pack"
# In this order: each uses those before it.
SCRIPTS: Final = (
    "losses.js", "numbers.js", "figures.js", "states.js", "shapes.js", "marks.js", "pack.js",
)  # fmt: skip
FACES: Final = {"sans": (*SANS_FACES, "sans-serif"), "mono": (*MONO_FACES, "monospace")}
SIGNS: Final = {
    "back": "M17 6L7 16L17 26",
    "on": "M15 6L25 16L15 26",
    "reset": "M7 16a9 9 0 1 0 3-6.7M10 3v6.6h6.6",
    "notes": "M6 9H26M6 16H26M6 23H18",
    "theme": "M16 6a10 10 0 1 0 0 20a10 10 0 1 0 0-20M16 6V26M16 12h9M16 20h9M16 16h10",
    "full": "M5 12V5H12M20 5H27V12M27 20V27H20M12 27H5V20",
}


def talk_pack(story: Story, language: Language | None = None, theme: Theme | None = None) -> str:
    """Return a story as the text of an HTML file that needs nothing else, no server and no network.

    language: the one it opens in; the others that the story has are a key away. None for the one in use, or
    the first that the story has. theme: to open in; None follows the system.
    """
    spoken = languages_of(story)
    first = language or wording.language()
    if first not in spoken:
        spoken = (first, *spoken) if language else spoken
        first = first if language else spoken[0]
    states = [staged(step) for step in story.steps]
    pages = {each: _pages(story, states, each) for each in spoken}
    sections = "".join(
        _section(page, step, state, each, is_live(step))
        for each in spoken
        for page, step, state in zip(pages[each], story.steps, states, strict=True)
    )
    data = _data(story, states, pages, first)
    return _document(
        story, first, "system" if theme is None else theme.name, sections, data, several=len(spoken) > 1
    )


def languages_of(story: Story) -> tuple[Language, ...]:
    """Return the languages that any step of a story has a title in; the one in use where there is none.

    A step without one of them shows the other, as on stage.
    """
    found = tuple(each for each in LANGUAGES if any(step.titles.get(each) for step in story.steps))
    return found or (wording.language(),)


def _pages(story: Story, states: list[State], language: Language) -> list[Page]:
    count = len(story)
    return [
        stage.page(state, step, place, count, language)
        for place, (step, state) in enumerate(zip(story.steps, states, strict=True))
    ]


# What the script reads


def _data(story: Story, states: list[State], pages: dict[Language, list[Page]], first: Language) -> str:
    now = numbers.current()
    steps = [
        _step(step, state, {each: pages[each][place] for each in pages})
        for place, (step, state) in enumerate(zip(story.steps, states, strict=True))
    ]
    data = {
        "languages": list(pages),
        "language": first,
        "words": {each: _words(story, each) for each in pages},
        "fonts": {kind: _families(names) for kind, names in FACES.items()},
        "markers": MARKERS,
        "fillings": MARKER_FILLINGS,
        "bars": BAR_FILLINGS,
        "dashes": DASHES,
        "scale": stage.FIGURES,
        "head": [header.BUTTON, header.SECOND_BUTTON],
        "format": {"digits": now.digits, "minus": now.minus, "thousands": now.thousands},
        "steps": steps,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.replace("<", "\\u003c")  # nothing in it ends the element that it is in


def _plain(value: object) -> object:
    if isinstance(value, (frozenset, set)):
        return sorted(value)
    return dict(value) if hasattr(value, "keys") else float(value)  # type: ignore[call-overload, arg-type]


def _step(step: Step, state: State, pages: dict[Language, Page]) -> dict[str, Any]:
    if not is_live(step):
        return {"live": None}
    words = {}
    for each, page in pages.items():
        with wording.speaking(each):
            words[each] = live_words(step, state, page)
    return {"live": live_step(step, state), "words": words}


def _words(story: Story, language: Language) -> dict[str, str]:
    with wording.speaking(language):
        return {
            "title": words_in(story.titles, language),
            "back": say("Step back"),
            "on": say("Next step"),
            "theme": say("Light or dark (T)"),
            "language": say("Language (L)"),
            "notes": say("Notes (N)"),
            "full": say("Full screen (F)"),
            "reset": say("As this step began (R)"),
            "old": say("As this step began: this number does not follow the hand"),
        }


# The page


def _document(
    story: Story, language: Language, theme: str, sections: str, data: str, *, several: bool
) -> str:
    style = _style()
    script = "\n".join(asset(f"{FOLDER}/{name}").read_text(encoding="utf-8") for name in SCRIPTS)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" data-theme="{theme}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escaped(words_in(story.titles, language))}</title>\n<style>{style}</style>\n</head>\n"
        "<body>\n"
        f'<main id="stage">\n{sections}{_chrome(len(story), several)}</main>\n<div id="blank"></div>\n'
        f'<script type="application/json" id="story">{data}</script>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _section(page: Page, step: Step, state: State, language: Language, live: bool) -> str:
    kind = f"cards-{len(page.figures)} {'slid' if page.slider else 'still'}"
    places = stage.of_page(page, stage.WIDTH, stage.HEIGHT)
    cards = ""
    for place, (figure, box) in enumerate(zip(page.figures, places.cards, strict=True)):
        name = f"{language}-{page.index}-{place}"
        drawn = picture(figure, (box.width, box.height), places.scale, name)
        cards += f'<div class="card card-{place}">{drawn}</div>'
    with wording.speaking(language):
        said = notes(step, state, language)
        beside = f'<aside class="notes">{escaped(said)}</aside>' if said else ""
        old = f'<p class="old-note" hidden>* {escaped(say("as this step began"))}</p>'
    return (
        f'<section class="{kind}" data-step="{page.index}" lang="{language}">'
        f'<h1 class="title">{escaped(page.title)}</h1><p class="count">{page.index + 1} / {page.count}</p>'
        f'{cards}{_slider(page, live)}<p class="caption"><span>{escaped(page.caption)}</span></p>'
        f"{old}{beside}</section>\n"
    )


def _slider(page: Page, live: bool) -> str:
    slider = page.slider
    if slider is None:
        return ""
    words, off = escaped(slider.words), "" if live else " disabled"
    return (
        f'<span class="words">{words}</span><input class="track" type="range" min="0" max="1000" step="any"'
        f' value="{1000 * slider.share:.0f}" aria-label="{words}"{off}>'
        f'<output class="value">{escaped(slider.value)}</output>'
    )


def _chrome(count: int, several: bool) -> str:
    dots = "".join(f'<button data-to="{place}" aria-label="{place + 1}"></button>' for place in range(count))
    tools = "".join(
        _button(name) for name in ("reset", "notes", *(["language"] if several else []), "theme", "full")
    )
    steps = f'<nav>{_button("back")}<div id="dots">{dots}</div>{_button("on")}</nav>'
    return f'<div id="tools">{tools}</div>{steps}\n'


def _button(name: str) -> str:
    sign = f'<svg viewBox="0 0 32 32"><path d="{SIGNS[name]}"/></svg>' if name in SIGNS else "中 / En"
    return f'<button id="{name}" data-does="{name}" data-says="{name}">{sign}</button>'


# Its style: colours and places from the program


def _style() -> str:
    dark = _colours(DARK)
    faces = "".join(f"--{kind}:{_families(names)};" for kind, names in FACES.items())
    lengths = f"--foot:{stage.FOOT:g}px;"
    lengths += f"--head:{stage.HEAD:g}px;--captions:{2 * stage.LINE * stage.CAPTION:g}px;"
    parts = [
        f":root{{{_colours(LIGHT)}{faces}{lengths}}}",
        f"@media (prefers-color-scheme:dark){{[data-theme=system]{{{dark}color-scheme:dark}}}}",
        f"[data-theme=dark]{{{dark}color-scheme:dark}}",
        f"[data-theme=print]{{{_colours(PRINT)}}}",
        f"@media print{{:root,[data-theme]{{{_colours(PRINT)}}}}}",
        *(f".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}" for role in LIGHT.roles),
        ".live [class^=s-]{fill:none}",
        *_places(),
        asset(f"{FOLDER}/pack.css").read_text(encoding="utf-8"),
    ]
    return "\n".join(parts)


def _colours(theme: Theme) -> str:
    return "".join(f"--{role}:{colour};" for role, colour in theme.roles.items())


def _families(names: tuple[str, ...]) -> str:
    return ",".join(name if name.endswith(("serif", "monospace")) else f"'{name}'" for name in names)


def _places() -> list[str]:
    """Return where the parts of a page lie, for every number of cards, with a slider and without."""
    rules = []
    for cards in (1, 2):
        for has_slider in (False, True):
            places = stage.places(stage.WIDTH, stage.HEIGHT, cards, has_slider, has_story=True)
            page = f".cards-{cards}.{'slid' if has_slider else 'still'}>"
            boxes = {"title": places.title, "count": places.count, "caption": places.caption}
            boxes |= {f"card-{place}": box for place, box in enumerate(places.cards)}
            if has_slider:
                boxes |= {"words": places.slider_words, "track": places.track, "value": places.slider_value}
            rules += [f"{page}.{name}{{{_at(box)}}}" for name, box in boxes.items()]
    sizes = {"title": stage.TITLE, "caption": stage.CAPTION, "count": stage.COUNT}
    for name, size in (sizes | dict.fromkeys(("words", "value"), stage.SLIDER)).items():
        rules.append(f".{name}{{--size:{size:g}px}}")
    return rules


def _at(box: Box) -> str:
    return f"left:{box.x:.2f}px;top:{box.y:.2f}px;width:{box.width:.2f}px;height:{box.height:.2f}px"
