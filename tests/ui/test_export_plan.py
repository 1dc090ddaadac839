"""What is exported and how, as a value: sizes, presets, units, what is kept, names of files."""

import pytest

from explorer.ui.export_plan import (
    MOVING,
    OWN,
    PRESETS,
    SCREEN,
    Plan,
    file_name,
    forms_of,
    plan_of,
)


def test_sizes_in_mm_are_those_on_paper():
    plan = Plan(what="slice").with_preset("column", (480.0, 320.0))
    assert plan.size == pytest.approx((84 / 25.4 * 96, 60 / 25.4 * 96))
    assert plan.pixels == (round(84 / 25.4 * 300), round(60 / 25.4 * 300)) == (992, 709)
    assert (plan.used_dpi, plan.font_size) == (300.0, 8.0)


def test_a_slide_has_exactly_its_pixels():
    for name, pixels in (("slide", (1920, 1080)), ("4k", (3840, 2160))):
        plan = Plan(what="slice", dpi=600.0).with_preset(name, (480.0, 320.0))
        assert plan.pixels == pixels
        assert plan.used_dpi is None  # pixels are pixels
        assert plan.dpi == 600.0  # kept for when it is measured on paper


def test_the_screen_is_as_large_as_the_card():
    plan = Plan(font_size=20.0).with_preset(SCREEN, (390.0, 225.0))
    assert (plan.pixels, plan.font_size) == ((390, 225), 9.0)
    assert plan.with_what("slice", (300.0, 200.0)).pixels == (300, 200)
    own = plan.with_preset(OWN, (1.0, 1.0))
    assert own.with_what("slice", (300.0, 200.0)).pixels == (390, 225)


def test_a_board_is_taller_than_a_card():
    card = Plan(what="slice").with_preset("page", (1.0, 1.0))
    board = card.with_what("board", (1.0, 1.0))
    assert (card.height, board.height) == (80.0, 125.0)
    assert (card.font_size, board.font_size) == (8.0, 6.0)
    assert board.with_what("slice", (1.0, 1.0)) == card


def test_units_say_the_same_size():
    plan = Plan(what="slice", width=960.0, height=480.0)
    inches = plan.with_unit("in")
    assert (inches.width, inches.height, inches.preset) == (10.0, 5.0, OWN)
    assert inches.with_unit("mm").width == 254.0
    assert inches.with_unit("mm").with_unit("px").pixels == (960, 480)


def test_too_many_pixels_are_a_problem():
    assert Plan(width=400.0, height=100.0, unit="mm", dpi=1200.0).problem == (18898, 4724)
    assert Plan(width=400.0, height=100.0, unit="mm", dpi=1200.0, form="pdf").problem is None
    assert Plan(width=5.0, height=100.0).problem == (5, 100)


def test_what_was_kept_comes_back_and_damage_is_the_usual():
    plan = Plan("slice", "svg", "page", 174.0, 80.0, "mm", 600.0, "print", 8.5, False)
    assert plan_of(plan.kept) == plan
    damaged = {
        "what": 3, "form": "bmp", "preset": "x", "width": float("nan"), "height": -1.0, "unit": "km",
        "dpi": 1e9, "theme": None, "font_size": "9", "has_state": 1, "other": 2,
    }  # fmt: skip
    assert plan_of(damaged) == Plan()
    film = Plan("sweep", "gif", film=(960, 540), beside="slice", moves="alpha=0.1..10", seconds=2.0)
    assert plan_of(film.kept) == film
    assert plan_of({"film": [1, 2], "seconds": 1e9}) == Plan()
    assert plan_of({"dpi": 150}).dpi == 150.0


def test_names_of_files_are_taken_by_every_system():
    assert file_name(("Five samples", "sample 1", "Slice"), "png") == "Five samples, sample 1, Slice.png"
    assert file_name(("a/b:c?", " ..", "tab\there"), "pdf") == "a-b-c-, tab-here.pdf"
    assert file_name(("", ""), "svg") == "figure.svg"
    assert len(file_name(("x" * 400,), "png")) <= 110
    assert all(preset.width > preset.height for preset in PRESETS.values())


def test_a_film_has_formats_of_its_own():
    plan = Plan("slice", "svg")
    for what in MOVING:
        moving = plan.with_what(what, (1.0, 1.0))
        assert moving.form == "mp4"
        assert moving.problem is None
        assert moving.with_what("slice", (1.0, 1.0)).form == "png"
    assert forms_of("story") == ("mp4", "gif", "pdf", "html")
    assert Plan("slice", "pdf").with_what("story", (1.0, 1.0)).form == "pdf"
