"""Every step of every shipped story as a page, in both languages, themes and on three screens."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontInfo, QImage, QPainter

from explorer import wording
from explorer.analysis.story_numbers import staged
from explorer.paint.painter import paint
from explorer.paint.stage import PAPER, SCREEN, paint_page, rect
from explorer.paint.theme import DARK, LIGHT
from explorer.plots import PLOTS, stage
from explorer.plots.stage import Page, Slider, on_stage, page, places
from explorer.study.stories import STORIES
from tests.ui import rectangles

if TYPE_CHECKING:
    from explorer.plots.layout import Box

pytestmark = pytest.mark.usefixtures("qapp")
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
ALL = PAPER | SCREEN
STEPS = [(key, place) for key in STORIES for place in range(len(STORIES[key]))]
names = pytest.mark.parametrize(("key", "place"), STEPS, ids=[f"{key}-{place + 1}" for key, place in STEPS])
spoken = pytest.mark.parametrize("language", wording.LANGUAGES)


def page_of(key, place, language) -> Page:
    story = STORIES[key]
    return page(staged(story.steps[place]), story.steps[place], place, len(story), language)


def painted(shown, size, theme, parts=ALL) -> QImage:
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_page(shown, painter, QRectF(0, 0, *size), theme, parts)
    painter.end()
    return image


def texts_of(shown, size, monkeypatch, parts):
    with rectangles.recording(monkeypatch) as found:
        painted(shown, size, LIGHT, parts)
    return [each for each in found if not each.ink.isEmpty()]


def boxes_of(where) -> dict[str, Box]:
    named = {f"card {index}": box for index, box in enumerate(where.cards)}
    parts = ("title", "count", "slider_words", "track", "slider_value", "caption", "back", "dots", "on")
    named.update({name: getattr(where, name) for name in parts})
    return {name: box for name, box in named.items() if box.width > 0 and box.height > 0}


@pytest.mark.parametrize("size", [*SIZES, (1024, 768), (2560, 1080), (1080, 1920)], ids=str)
@pytest.mark.parametrize("cards", [1, 2])
@pytest.mark.parametrize("has_slider", [False, True])
@pytest.mark.parametrize("has_story", [False, True])
def test_no_two_parts_of_a_page_overlap(size, cards, has_slider, has_story):
    where = places(*size, cards, has_slider, has_story)
    boxes = boxes_of(where)
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not rect(first).adjusted(0.1, 0.1, -0.1, -0.1).intersects(rect(second)), (one, other)
    for name, box in boxes.items():
        assert QRectF(0, 0, *size).adjusted(-0.1, -0.1, 0.1, 0.1).contains(rect(box)), name
    assert where.cards[0].height > 0.3 * min(size)


def sizes_of(shown, monkeypatch) -> list[tuple[str, float]]:
    """Return the texts beside the cards and how large they are written."""
    found: list[tuple[str, float]] = []
    draw = QPainter.drawText

    def noted(painter, *arguments):
        found.append((arguments[-1], QFontInfo(painter.font()).pixelSize() * painter.transform().m11()))
        return draw(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", noted)
        painted(shown, (1920, 1080), LIGHT, SCREEN)
    return found


def test_no_text_of_a_page_is_smaller_than_26_pixels_at_1080(monkeypatch):
    long = "a sentence that goes on and on " * 9
    sizes = sizes_of(Page(long, (), long, Slider(long, 0.5, long), 0, 3), monkeypatch)
    assert len(sizes) == 5
    assert min(size for _, size in sizes) >= stage.LEAST - 0.51, "whole pixels"


@names
@spoken
def test_captions_and_titles_need_no_smaller_letters(key, place, language, monkeypatch):
    shown = page_of(key, place, language)
    sizes = sizes_of(shown, monkeypatch)
    assert min(size for text, size in sizes if text == shown.caption) >= stage.CAPTION - 0.51
    assert max(size for text, size in sizes if text == shown.title) >= stage.TITLE - 0.51


def test_no_text_of_a_figure_is_smaller_than_26_pixels_at_1080():
    smallest = 10.5  # of any figure at scale 1
    assert smallest * places(1920, 1080, 2, has_slider=True, has_story=True).scale >= stage.LEAST


@names
@spoken
def test_the_words_of_a_page_fit_their_places(key, place, language, monkeypatch):
    shown = page_of(key, place, language)
    where = stage.of_page(shown, 1920, 1080)
    texts = texts_of(shown, (1920, 1080), monkeypatch, SCREEN)
    areas = [(shown.title, where.title), (shown.caption, where.caption)]
    if shown.slider is not None:
        areas += [(shown.slider.words, where.slider_words), (shown.slider.value, where.slider_value)]
    for each in texts:
        boxes = [box for text, box in areas if text == each.text] or [where.count]
        assert any(not rectangles.outside([each], rect(box)) for box in boxes), str(each)
    assert not rectangles.overlaps(texts)


@names
@spoken
@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_no_texts_of_a_page_touch(key, place, language, size, monkeypatch):
    shown = page_of(key, place, language)
    texts = texts_of(shown, size, monkeypatch, PAPER)
    problems = rectangles.overlaps(texts) + rectangles.outside(texts, QRectF(0, 0, *size))
    problems += [f"{each} is cut" for each in texts if each.text.endswith("…")]
    assert not problems, problems


@names
@spoken
def test_no_text_of_a_figure_leaves_its_card(key, place, language, monkeypatch):
    shown = page_of(key, place, language)
    where = stage.of_page(shown, 1920, 1080)
    for figure, box in zip(shown.figures, where.cards, strict=True):
        area = QRectF(0, 0, box.width, box.height)
        image = QImage(round(box.width), round(box.height), QImage.Format.Format_RGB32)
        with rectangles.recording(monkeypatch) as found:
            painter = QPainter(image)
            paint(figure, painter, area, LIGHT, where.scale)
            painter.end()
        texts = [each for each in found if not each.ink.isEmpty()]
        assert not rectangles.outside(texts, area)


@names
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_step_can_be_painted(key, place, theme):
    for language, size in (("en", SIZES[2]), ("zh", SIZES[1]), ("zh", SIZES[0])):
        image = painted(page_of(key, place, language), size, theme)
        ground = image.pixelColor(2, 2)
        assert ground.name().lower() == theme.colour("bg").lower()
        assert image.pixelColor(round(80 * size[0] / 1920), round(160 * size[1] / 1080)) != ground, "a card"


def test_a_light_page_is_not_a_dark_one():
    shown = page_of(*STEPS[0], "en")
    assert painted(shown, SIZES[0], LIGHT) != painted(shown, SIZES[0], DARK)


def test_what_the_hand_can_do_is_not_said_to_an_audience():
    state = staged(STORIES["overconfident"].steps[0])
    assert PLOTS["logits"].figure(state).hint
    assert not on_stage(PLOTS["logits"].figure(state)).hint
