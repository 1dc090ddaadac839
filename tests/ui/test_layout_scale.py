"""The scale of the interface: live, remembered, the same layout at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from explorer.paint.theme import LIGHT
from explorer.ui import application, scaling
from explorer.ui.icons import icon
from explorer.ui.program.settings import Settings
from explorer.ui.sheet import sheet


@pytest.fixture(autouse=True)
def usual_afterwards():
    yield
    scaling.use(1.0)


def trigger(window, name):
    window.actions_by_id[name].trigger()


class TestSteps:
    def test_up_and_down_and_the_ends(self):
        assert scaling.stepped(1.0, 1) == 1.1
        assert scaling.stepped(1.0, -1) == 0.9
        assert scaling.stepped(1.3, 1) == 1.5
        assert scaling.stepped(2.0, 1) == 2.0
        assert scaling.stepped(0.75, -1) == 0.75

    @pytest.mark.parametrize("wanted", [0.5, 2.5, float("nan")])
    def test_what_is_not_allowed(self, wanted):
        with pytest.raises(ValueError, match=r"allowed: 0\.75 to 2"):
            scaling.use(wanted)
        assert scaling.scale() == 1.0


class TestLengths:
    def test_sheet(self):
        assert "min-height: 28px" in sheet(LIGHT)
        assert "min-height: 42px" in sheet(LIGHT, 1.5)
        assert "padding: 0 18px" in sheet(LIGHT, 1.5)
        assert "border: 1px" in sheet(LIGHT, 0.75)  # never without a border

    def test_signs_have_the_size_of_their_buttons(self, qapp):
        assert icon("undo", "#000000").actualSize(QSize(100, 100)) == QSize(16, 16)
        scaling.use(2.0)
        assert icon("undo", "#000000").actualSize(QSize(100, 100)) == QSize(32, 32)


class TestWindow:
    def test_live(self, qtbot, make_window):
        window = make_window()
        bar, losses = window.title_bar.height(), window.desk.losses.width()
        row = window.desk.classes.view.rowHeight(0)
        for _ in range(3):
            trigger(window, "zoom_in")
        assert window.appearance.scale == 1.5
        qtbot.waitUntil(lambda: abs(window.title_bar.height() - 1.5 * bar) <= 2)
        assert window.desk.losses.width() == pytest.approx(1.5 * 196, abs=2)
        assert window.desk.classes.view.rowHeight(0) == 1.5 * row
        assert all(card.canvas.ui_scale == 1.5 for card in window.desk.cards.values())
        assert window.settings.get("ui_scale", 1.0) == 1.5
        trigger(window, "zoom_usual")
        qtbot.waitUntil(lambda: window.title_bar.height() == bar)
        assert window.desk.losses.width() == losses
        trigger(window, "zoom_out")
        assert window.appearance.scale == 0.9

    def test_a_bar_is_grabbed_where_it_is_seen(self, make_window):
        window = make_window()
        window.appearance.choose_scale(1.5)
        window.grab()
        canvas = window.desk.cards["logits"].canvas
        box = canvas.layout_of_figure.box(next(h for h in canvas.figure.handles if h.id == "logit:2"))
        assert canvas.layout_of_figure.hit(*box.centre).id == "logit:2"
        assert box.width == pytest.approx(1.5 * 36, rel=0.2)

    def test_twice_the_window_at_twice_the_scale_is_the_same_picture(self, make_window):
        window = make_window(size=(1000, 640))
        small = window.grab().toImage()
        window.appearance.choose_scale(2.0)
        window.resize(2000, 1280)
        large = window.grab().toImage()
        assert (large.width(), large.height()) == (2000, 1280)
        desk = window.desk
        assert desk.losses.compact
        assert len(window.commands.cards.pages) == 2
        differing = sum(
            abs(small.pixelColor(x, y).lightness() - large.pixelColor(2 * x, 2 * y).lightness()) > 96
            for x in range(0, 1000, 5)
            for y in range(0, 640, 5)
        )
        assert differing < 0.02 * 200 * 128

    def test_is_remembered(self, qtbot, tmp_path):
        from explorer.study import examples

        path = tmp_path / "settings.json"
        for expected in (1.0, 1.1, 1.25):
            window = application.window(examples.opening(), "light", Settings(path))
            assert window.appearance.scale == expected
            with qtbot.waitExposed(window):
                window.show()
            trigger(window, "zoom_in")
            window.close()
            window.deleteLater()
        qtbot.wait(1)
